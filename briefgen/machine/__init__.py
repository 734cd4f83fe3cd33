"""Turn files, processes and shipped assets of the machine into values: what touches the system."""
