"""Turn an SVG file into a drawing that every output can make, or say at which line it cannot."""
