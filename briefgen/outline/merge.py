"""Turn a node and what is to be different about it into one node."""

from __future__ import annotations

from briefgen.outline.language import LANGUAGES
from briefgen.outline.nodes import Entry, Mapping, Node, is_empty


def merge(base: Node, own: Node) -> Node:
    """`own` merged into `base`: mappings deeply, a key with nothing after its colon removed.

    Anything else is replaced: lists, and texts of another form.
    """
    if not (isinstance(base, Mapping) and isinstance(own, Mapping)):
        return own
    if _is_wording(base) != _is_wording(own):
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


def _is_wording(node: Mapping) -> bool:
    """Whether a mapping is a text by language, rather than one with `text` and `short`."""
    return bool(node.entries) and all(key in LANGUAGES for key in node.entries)
