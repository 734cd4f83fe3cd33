"""Turn the draft of an entry into what its own sentence proves of it, and why not the rest."""
