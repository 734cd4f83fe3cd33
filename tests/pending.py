"""What is known not to hold yet, by test: it is looked at in every run, and told when it holds."""

from __future__ import annotations

from collections.abc import Mapping

# The name of a test, or its beginning, and what is missing.
PENDING: Mapping[str, str] = {}
