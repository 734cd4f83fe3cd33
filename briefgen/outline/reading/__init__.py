"""Turn YAML text into nodes with the places they stand at."""
