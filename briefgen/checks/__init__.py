"""Turn what was made into what is wrong with it."""
