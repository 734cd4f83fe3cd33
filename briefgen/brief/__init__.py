"""The subject of the program: the content for one audience, typed, and resolved in its language."""
