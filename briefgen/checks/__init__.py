"""Turn a finished brief, scene or file into what is wrong with it."""
