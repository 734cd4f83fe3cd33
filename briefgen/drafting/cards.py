"""What a slide of a draft is before it is written: its kind, its title, its fields, its notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from briefgen.drafting.tree import Block
from briefgen.record import Record

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
