"""Turn a scene into files."""
