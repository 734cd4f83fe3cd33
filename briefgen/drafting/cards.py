"""What a slide of a draft is before it is written: its kind, its title, its fields, its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from briefgen.drafting.tree import Block
from briefgen.record import Record, replace

# What a field of a slide holds, as YAML has it; a cell that is {"figure": "gdp:signed"} shows that
# of the ledger.
Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"


class Attachment(Record):
    """A file that a slide names: its path in the project, and its bytes."""

    path: str
    data: bytes


class Card(Record, kw_only=True):
    """A slide of a draft. `blocks` are what it was made from, `pages` how many slides it may take.

    `passage` is a paragraph whose figures may stand in its stead. `plain` is the same slide with
    less: it takes its place where this one cannot be set. `topic` is what it was called by its
    heading, where its title says more; one that is `settled` takes no other form, and one that
    `closes` says again what others tell.
    """

    kind: str
    title: str
    fields: Mapping[str, Value]
    notes: str = ""
    blocks: tuple[Block, ...] = ()
    pages: int = 1
    passage: str = ""
    files: tuple[Attachment, ...] = ()
    plain: Card | None = None
    topic: str = ""
    settled: bool = False
    closes: bool = False


def without(card: Card, field: str, kept: Sequence[Value], gone: Sequence[Value]) -> Card:
    """A slide whose field holds what is kept; what is gone stands in its notes."""
    said = [line for each in gone for line in _words(each) if line not in card.notes]
    notes = "\n".join(filter(None, (card.notes, *said)))
    return replace(card, fields={**card.fields, field: kept}, notes=notes)


def retitled(card: Card, title: str) -> Card:
    """A slide under another title; what it was called stands in its notes where that is not said
    any more."""
    called = card.topic or card.title
    said = called in title or called in card.notes
    notes = card.notes if said else "\n".join(filter(None, (called, card.notes)))
    own = card.plain
    plain = replace(own, title=title, notes=own.notes or notes) if own else None
    return replace(card, title=title, notes=notes, plain=plain)


def _words(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        return
    for each in value.values() if isinstance(value, Mapping) else value:
        yield from _words(each)


def listed(fields: Mapping[str, Value], name: str) -> Sequence[Value]:
    """What a field lists; () for one that is absent, or holds no list."""
    value = fields.get(name, ())
    return () if isinstance(value, str | Mapping) else value


def lines_of(card: Card) -> list[str]:
    """The words that a slide stands for: its passage, else its text or points."""
    if card.passage:
        return card.passage.split("\n")
    text = card.fields.get("text", "")
    said = [text] if isinstance(text, str) and text else listed(card.fields, "text")
    said = said or listed(card.fields, "points")
    return [each for each in said if isinstance(each, str)]


def whole_of(card: Card) -> str:
    """The notes of a slide in another form: its own, else all that it said."""
    return card.notes or "\n".join(lines_of(card))
