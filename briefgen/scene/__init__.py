"""Turn composed pages into data that a renderer can walk."""
