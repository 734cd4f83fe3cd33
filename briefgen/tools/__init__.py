"""Turn what an assistant asks for into reads and writes of one project, and small answers."""
