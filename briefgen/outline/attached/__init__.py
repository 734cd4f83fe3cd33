"""Turn the files that an outline names into checked values: tables, images, faces."""
