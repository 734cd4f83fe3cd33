"""Turn a top-level part of an outline into what its form says, once for audiences that share it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from briefgen.outline.convert import convert_as, fields_of
from briefgen.outline.language import Kept, Target
from briefgen.outline.nearest import HINTS, likeliest, nearest
from briefgen.outline.reading.nodes import Mapping
from briefgen.outline.written import OutlineForm
from briefgen.problems import Problems

T = TypeVar("T")

PARTS = {part.name: part for part in fields_of(OutlineForm)}


def part(outline: Mapping, name: str, to: Target) -> Any:
    """A top-level part as its form says; None where it is absent or has problems."""
    node = outline.get(name)
    if node is None:
        return None
    known = PARTS[name]
    return once(to, name, (node,), lambda: convert_as(known.hint, node, to, name, known.rules))


def once(to: Target, what: str, of: tuple[object, ...], make: Callable[[], T]) -> T:
    """What `make` makes of these very values, with what it finds on the way: made once, unless
    there are problems or words to be converted, of which each audience is told, or cells of a row
    in it."""
    key = (what, *map(id, of), to.language, to.main, to.second, to.english)
    known = to.kept.get(key)
    if known is None:
        problems, texts, references = len(to.problems), len(to.texts), len(to.references)
        filled = to.filled
        made = make()
        own = to.filled != filled or any(id(each) in to.own for each in of)
        if own:
            to.own[id(made)] = made
        elif not to.traditional and len(to.problems) == problems:
            to.kept[key] = Kept(of, made, to.texts[texts:], to.references[references:])
        return made
    to.texts += known.texts
    to.references += known.references
    return cast(T, known.made)


def mended(outline: Mapping, problems: Problems) -> Mapping:
    """The outline with the parts whose names are slips of others, read as those; each is told, and
    nothing that would follow from it is."""
    made = outline
    unknown = [key for key in outline.entries if key not in PARTS]
    for key in unknown[:HINTS]:
        entry, likely = outline.entries[key], likeliest(key, PARTS)
        if likely and likely not in made.entries:
            problems.add("unknown-part", entry.key, key=key, offer=nearest(key, PARTS))
            made = made.without(key).with_entry(likely, entry)
    return made
