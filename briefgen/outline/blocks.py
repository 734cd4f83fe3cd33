"""Turn the files of an outline into the slides and parts that the lines of each belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.outline.reading.nodes import Mapping, Node, Scalar, Sequence
from briefgen.problems import Blocks, Mark, Phrase, phrase

# What is told of by its items.
_ITEMS = {"deck": "block-slide", "topics": "block-topic"}


def blocks(files: Iterable[Mapping | None]) -> Blocks:
    """The slides, topics and other parts of each file, in the order of their places.

    `files` are what was read: the outline with what it includes, and its audiences' files.
    """
    found: dict[str, dict[tuple[int, int], Phrase]] = {}
    for root in files:
        for mark, block in _parts(root) if root else ():
            found.setdefault(mark.file, {})[mark.line, mark.column] = block
    return {file: tuple(sorted(places.items(), key=_place)) for file, places in found.items()}


def _place(item: tuple[tuple[int, int], Phrase]) -> tuple[int, int]:
    return item[0]


def _parts(root: Mapping) -> Iterator[tuple[Mark, Phrase]]:
    for name, entry in root.entries.items():
        yield entry.key, phrase("block-part", name=name)
        if name in _ITEMS:
            yield from _items(entry.value, _ITEMS[name])


def _items(node: Node, what: str) -> Iterator[tuple[Mark, Phrase]]:
    """The slides or topics of a list, or of what an audience does to it by their ids."""
    if isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Mapping):
                named = item.get("id") or item.get("kind")
                id = named.text if isinstance(named, Scalar) else ""
                yield item.mark, Phrase(what, (("id", id),))
    elif isinstance(node, Mapping):
        for verb, entry in node.entries.items():
            if verb == "set" and isinstance(entry.value, Mapping):
                for id, change in entry.value.entries.items():
                    yield change.key, Phrase(what, (("id", id),))
            else:
                yield from _items(entry.value, what)
