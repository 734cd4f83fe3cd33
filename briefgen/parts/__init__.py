"""Turn content into the scene items that more than one kind or page shows."""
