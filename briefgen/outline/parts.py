"""Turn a top-level part of an outline into what its form says."""

from __future__ import annotations

from typing import Any

from briefgen.outline.convert import convert_as, fields_of
from briefgen.outline.language import Target
from briefgen.outline.nearest import likeliest, nearest
from briefgen.outline.reading.nodes import Mapping
from briefgen.outline.written import OutlineForm
from briefgen.problems import Problems

PARTS = {part.name: part for part in fields_of(OutlineForm)}


def part(outline: Mapping, name: str, to: Target) -> Any:
    """A top-level part as its form says; None where it is absent or has problems."""
    node = outline.get(name)
    if node is None:
        return None
    known = PARTS[name]
    return convert_as(known.hint, node, to, name, known.rules)


def mended(outline: Mapping, problems: Problems) -> Mapping:
    """The outline with the parts whose names are slips of others, read as those; each is told, and
    nothing that would follow from it is."""
    made = outline
    for key, entry in outline.entries.items():
        likely = likeliest(key, PARTS) if key not in PARTS else ""
        if likely and likely not in made.entries:
            problems.add("unknown-part", entry.key, key=key, offer=nearest(key, PARTS))
            made = made.without(key).with_entry(likely, entry)
    return made
