"""Turn the slides of a whole text into fewer that still stand for all of it, in its order.

Each part keeps the slides that lead it: first one of every part, then more where a part says more.
Tables, charts and numbers weigh more than words.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from briefgen.drafting.cards import Card
from briefgen.drafting.clauses import amounts_in
from briefgen.drafting.digest import digest
from briefgen.drafting.tree import Block, Grid, Heading, words_of
from briefgen.patterns import pattern
from briefgen.record import Record

# What a table counts for beside a page of words, and how many numbers count for as much as one.
_TABLE, _NUMBERS, _MOST = 1.0, 10, 2.0
# A slide that leads its part tells so many amounts, where another does.
_TOLD = 2
_NUMBER = pattern(r"\d+(?:[.,]\d+)*")
# Slides of words: what they say can stand on one of them.
_WORDS = ("bullets", "text", "summary")

# The parts that a block stands in, from the outermost.
Where: TypeAlias = tuple[int, ...]


class Unit(Record):
    """Slides that stand together: the opening slide of a section goes with the one behind it."""

    cards: tuple[Card, ...]
    path: Where

    @property
    def pages(self) -> int:
        return sum(card.pages for card in self.cards)

    @property
    def bare(self) -> bool:
        """Whether there is nothing but a heading."""
        return all(isinstance(block, Heading) for card in self.cards for block in card.blocks)

    @property
    def table(self) -> bool:
        return any(isinstance(block, Grid) for card in self.cards for block in card.blocks)

    @property
    def amounts(self) -> int:
        """How many amounts and shares it tells."""
        return sum(amounts_in(words_of(each)) for card in self.cards for each in card.blocks)

    @property
    def weight(self) -> float:
        said = " ".join(words_of(block) for card in self.cards for block in card.blocks)
        numbers = sum(1 for _ in _NUMBER.finditer(said))
        return 1 + min(_MOST, numbers / _NUMBERS) + (_TABLE if self.table else 0)


def chosen(cards: Sequence[Card], paths: Mapping[int, Where], room: int) -> list[Card]:
    """So many pages of slides, from every part of the text; all of them where there is room.

    `paths` says for each block (by its id) which part it stands in, from the outermost.
    """
    if sum(card.pages for card in cards) <= room:
        return list(cards)
    units = [unit for unit in _units(cards, paths) if not unit.bare] or _units(cards, paths)
    kept: set[int] = set()
    pages = 0
    for at in _with_table(units, _ranked(units, range(len(units)), 0, room), room):
        if not kept or pages + units[at].pages <= room:
            kept.add(at)
            pages += units[at].pages
    return [
        card
        for at, unit in enumerate(units)
        if at in kept
        for card in (*unit.cards[:-1], _standing_for(units, at, kept))
    ]


def _with_table(units: Sequence[Unit], ranked: list[int], room: int) -> list[int]:
    """The places of units in their rank, with the first table among those for which there is room,
    behind the one that leads."""
    tables = [at for at in ranked if units[at].table]
    if not tables or any(units[at].table for at in ranked[:room]):
        return ranked
    first = min(tables)
    return [*ranked[:1], first, *(at for at in ranked[1:] if at != first)]


def _standing_for(units: Sequence[Unit], at: int, kept: Container[int]) -> Card:
    """The slide of a unit; where it is the only one that is kept of its part, one that stands for
    all of them."""
    card = units[at].cards[-1]
    path = units[at].path
    same = [other for other, unit in enumerate(units) if unit.path[: len(path)] == path]
    if len(same) < 2 or card.kind not in _WORDS or sum(other in kept for other in same) > 1:
        return card
    others = [units[other].cards[-1] for other in same]
    return digest([each for each in others if each.kind in _WORDS], card)


def _units(cards: Sequence[Card], paths: Mapping[int, Where]) -> list[Unit]:
    made: list[Unit] = []
    opening: tuple[Card, ...] = ()
    last: Where = ()
    for card, after in pairwise((*cards, None)):
        assert card is not None
        last = _path(card.blocks, paths, last)
        follows = after is not None and after.kind != "section"
        if card.kind == "section" and follows:
            opening = (*opening, card)
            continue
        made.append(Unit((*opening, card), last))
        opening = ()
    return made


def _path(blocks: Sequence[Block], paths: Mapping[int, Where], last: Where) -> Where:
    """The part of a slide: that of its first block; one without blocks goes on from another."""
    return paths.get(id(blocks[0]), last) if blocks else last


def _ranked(units: Sequence[Unit], places: Sequence[int], depth: int, room: int) -> list[int]:
    """The places of units, those first that say the most for the whole."""
    groups: dict[Where, list[int]] = {}
    for at in places:
        groups.setdefault(units[at].path[: depth + 1], []).append(at)
    if len(groups) == 1:
        deeper = any(len(units[at].path) > depth + 1 for at in places)
        if deeper:
            return _ranked(units, places, depth + 1, room)
        return _leading(units, places) if depth else _spread(units, places, room)
    ranked = [_ranked(units, inner, depth + 1, room) for inner in groups.values()]
    weights = [sum(units[at].weight for at in inner) for inner in ranked]
    first = sorted(range(len(ranked)), key=lambda i: -weights[i] if len(ranked) > room else i)
    order = [(i, 0) for i in first]
    # Each next slide goes to the part with the most weight for each that it would then have.
    more = [(i, n) for i, inner in enumerate(ranked) for n in range(1, len(inner))]
    order += sorted(more, key=lambda each: (-weights[each[0]] / (each[1] + 1), each))
    return [ranked[i][n] for i, n in order]


def _leading(units: Sequence[Unit], places: Sequence[int]) -> list[int]:
    """The slides of one part: the first that tells amounts, else its first; then its tables, then
    what follows."""
    told = (at for at in places if units[at].table or units[at].amounts >= _TOLD)
    first = next(told, places[0])
    rest = [at for at in places if at != first]
    return [first, *sorted(rest, key=lambda at: not units[at].table)]


def _spread(units: Sequence[Unit], places: Sequence[int], room: int) -> list[int]:
    """The slides of a text without parts: so many as there is room for, as far apart as can be."""
    size = min(room, len(places))
    even = [places[number * len(places) // size] for number in range(size)]
    tables = [at for at in places if units[at].table and at not in even]
    return [*even[:1], *tables, *even[1:], *(at for at in places if at not in {*even, *tables})]
