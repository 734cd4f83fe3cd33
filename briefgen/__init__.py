"""Turn one YAML outline into a native PowerPoint deck and a one-page printable brief."""

__version__ = "0.1.0"
