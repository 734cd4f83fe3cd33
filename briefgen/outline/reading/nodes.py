"""Turn what a YAML file says into nodes: scalars, sequences and mappings that know their place.

Nothing is interpreted here: `no`, `017` and `12:30` are the characters that were written. What a
value means is decided by the type of the field that it is read into, never by YAML.
"""

from __future__ import annotations

from collections import abc
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from briefgen.chinese import seen
from briefgen.problems import Mark, Phrase, phrase
from briefgen.record import Record, replace


class Scalar(Record):
    """Characters as written, quotes and escapes undone.

    `plain` says that there were no quotes. `folded` says that lines were joined by YAML's folding,
    so that some of the spaces may stand for line ends (YAML 1.2, 6.5). `raw` are the characters of
    the file, its quotes and escapes too.
    """

    text: str
    mark: Mark
    plain: bool = True
    folded: bool = False
    raw: str = ""


class Sequence(Record):
    """Nodes in the order written."""

    items: tuple[Node, ...]
    mark: Mark


class Entry(NamedTuple):
    """The value of a key, and where the key stands."""

    key: Mark
    value: Node


class Mapping(Record):
    """Values by key, in the order written; every key is there once."""

    entries: abc.Mapping[str, Entry]
    mark: Mark

    def get(self, key: str) -> Node | None:
        """The value of `key`; None where the key is absent or has nothing after its colon."""
        entry = self.entries.get(key)
        return None if entry is None or is_empty(entry.value) else entry.value

    def key_mark(self, key: str) -> Mark:
        """Where `key` stands, or the mapping where it does not."""
        entry = self.entries.get(key)
        return entry.key if entry else self.mark

    def with_entry(self, key: str, entry: Entry) -> Mapping:
        """The mapping with this entry, in the key's old place where it had one."""
        return replace(self, entries={**self.entries, key: entry})

    def without(self, *keys: str) -> Mapping:
        return replace(self, entries={k: e for k, e in self.entries.items() if k not in keys})


Node: TypeAlias = Scalar | Sequence | Mapping


def text_at(node: Node, key: str) -> str:
    """The characters that a mapping has for a key; "" where it has none, or is none."""
    found = node.get(key) if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) else ""


def in_quotes(text: str, mark: Mark) -> Scalar:
    """A text as if somebody had written it in quotes."""
    return Scalar(text, mark, False, False, text)


def is_empty(node: Node) -> bool:
    """Whether nothing at all was written where this value would stand (`title:`)."""
    return isinstance(node, Scalar) and node.plain and not node.text


def is_blank(node: Node) -> bool:
    """Whether a scalar says nothing: nothing was written, or what is not seen, in quotes."""
    return isinstance(node, Scalar) and seen.is_blank(node.text)


def what(node: Node) -> Phrase:
    """What a node is, in words for a message."""
    if isinstance(node, Scalar):
        return phrase("nothing") if is_empty(node) else phrase("quoted", text=shorten(node.text))
    return phrase("a-list") if isinstance(node, Sequence) else phrase("a-mapping")


def shorten(text: str, length: int = 24) -> str:
    """The beginning of a text, on one line, to be quoted in a message."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar value below `node`, in the order written."""
    pending = [node]
    while pending:
        at = pending.pop()
        if isinstance(at, Scalar):
            yield at
        elif isinstance(at, Sequence):
            pending.extend(reversed(at.items))
        else:
            pending.extend(entry.value for entry in reversed(list(at.entries.values())))


def same(one: Node, other: Node) -> bool:
    """Whether two nodes say the same, wherever they stand."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.text == other.text
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return len(one.items) == len(other.items) and all(map(same, one.items, other.items))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.entries.keys() == other.entries.keys() and all(
            same(entry.value, other.entries[key].value) for key, entry in one.entries.items()
        )
    return False
