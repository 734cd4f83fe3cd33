"""Turn a top-level part of an outline into what its form says."""

from __future__ import annotations

from typing import Any

from briefgen.outline.convert import convert_as, fields_of
from briefgen.outline.language import Target
from briefgen.outline.reading.nodes import Mapping
from briefgen.outline.written import OutlineForm

PARTS = {part.name: part for part in fields_of(OutlineForm)}


def part(outline: Mapping, name: str, to: Target) -> Any:
    """A top-level part as its form says; None where it is absent or has problems."""
    node = outline.get(name)
    if node is None:
        return None
    known = PARTS[name]
    return convert_as(known.hint, node, to, name, known.rules)
