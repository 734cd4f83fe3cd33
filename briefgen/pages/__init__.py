"""Turn a Brief into the scene of one output."""
