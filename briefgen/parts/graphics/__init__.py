"""Turn what an outline says into a drawing of it: one module for each form."""
