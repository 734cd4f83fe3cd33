"""Turn written numbers into exact figures, each proven by its sentence."""
