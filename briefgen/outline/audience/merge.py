"""Turn a node and what is to be different about it into one node."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.outline.language import LANGUAGES
from briefgen.outline.reading.nodes import Entry, Mapping, Node, is_empty, same
from briefgen.problems import Mark, Problems


def merge(base: Node, own: Node) -> Node:
    """`own` merged into `base`: mappings deeply, a key with nothing after its colon removed.

    Anything else is replaced: lists, and texts of another form.
    """
    if not isinstance(base, Mapping) or not isinstance(own, Mapping) or _replaces(base, own):
        return own
    merged = dict(base.entries)
    for key, entry in own.entries.items():
        if is_empty(entry.value):
            merged.pop(key, None)
        elif key in merged:
            merged[key] = Entry(entry.key, merge(merged[key].value, entry.value))
        else:
            merged[key] = entry
    return Mapping(merged, base.mark)


def idle(base: Node, own: Node) -> Iterator[tuple[str, Mark]]:
    """The keys of `own`, with their places, that say nothing but what `base` says already."""
    if not (isinstance(base, Mapping) and isinstance(own, Mapping)):
        return
    for key, entry in own.entries.items():
        before = base.get(key)
        if before is None:
            if is_empty(entry.value):
                yield key, entry.key
        elif same(before, entry.value):
            yield key, entry.key
        elif not _replaces(before, entry.value):
            yield from idle(before, entry.value)


def tell_idle(base: Node, own: Node, problems: Problems) -> None:
    """Warn of every line of `own` that changes nothing in `base`."""
    for key, mark in idle(base, own):
        problems.add("no-effect", mark, key=key)


def _replaces(base: Node, own: Node) -> bool:
    """Whether `own` takes the place of `base`, rather than being merged into it."""
    if not (isinstance(base, Mapping) and isinstance(own, Mapping)):
        return True
    return _is_wording(base) != _is_wording(own)


def _is_wording(node: Mapping) -> bool:
    """Whether a mapping is a text by language, rather than one with `text` and `short`."""
    return bool(node.entries) and all(key in LANGUAGES for key in node.entries)
