"""Turn the parts of an office file into elements, and the relations between parts into names.

Elements are named without their namespace, so that Transitional and Strict files (ISO/IEC 29500-1
and -4) read alike.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError, fromstring

from briefgen.drafting.damage import damaged
from briefgen.record import Record

# Deeper elements than any program writes would end the reader, not the document.
_DEEPEST = 200


class Related(Record):
    """A part that another names: its kind (the last word of its type) and its name, "" outside."""

    kind: str
    part: str


def parse(data: bytes) -> Element:
    """The root of a part. Raises UnfitError where it is damaged or nested without end."""
    try:
        root = fromstring(data)
    except (ParseError, ValueError, LookupError) as problem:
        raise damaged(problem) from None
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise damaged("depth")
        level = [child for element in level for child in element]
    return root


def name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def get(element: Element, key: str) -> str:
    """An attribute by its name without namespace; "" where it is not there."""
    for each, value in element.attrib.items():
        if each.rpartition("}")[2] == key:
            return value
    return ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in element if name(each) == step), None)
    return element


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The elements of these names directly below another."""
    return (each for each in (element if element is not None else ()) if name(each) in names)


def every(element: Element, *names: str) -> Iterator[Element]:
    """The elements of these names anywhere below another."""
    return (each for each in element.iter() if name(each) in names)


def relations(files: Mapping[str, bytes], part: str) -> dict[str, Related]:
    """What a part names, by the id it is named with."""
    folder, _, leaf = part.rpartition("/")
    data = files.get(f"{folder}/_rels/{leaf}.rels" if folder else f"_rels/{leaf}.rels")
    if data is None:
        return {}
    found: dict[str, Related] = {}
    for each in children(parse(data), "Relationship"):
        kind = get(each, "Type").rpartition("/")[2]
        target = get(each, "Target")
        if get(each, "TargetMode") == "External":
            found[get(each, "Id")] = Related(kind, "")
            continue
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        found[get(each, "Id")] = Related(kind, posixpath.normpath(path))
    return found


def part_of(files: Mapping[str, bytes], related: Mapping[str, Related], kind: str) -> str:
    """The name of the first related part of a kind that is there; ""."""
    parts = (each.part for each in related.values() if each.kind == kind and each.part in files)
    return next(parts, "")


def flag(element: Element | None, key: str) -> bool:
    """Whether a property such as `b` is set: it is there, and not switched off (17.17.4)."""
    found = child(element, key)
    return found is not None and get(found, "val") not in ("0", "false", "off", "none")
