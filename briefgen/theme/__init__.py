"""Turn a theme file into the tokens that everything visible refers to."""
