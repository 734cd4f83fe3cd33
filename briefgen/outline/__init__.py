"""Turn YAML into a validated Brief."""
