"""Turn blocks of a document (paragraphs, lists, quotes, tables) into lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from briefgen.record import Record, replace
from briefgen.render.markdown.text import line
from briefgen.scene.things import Named, Thing

Side = Literal["left", "center", "right"]
_RULES = {"left": "---", "center": ":---:", "right": "---:"}


class Words(Record):
    """A paragraph, line by line."""

    lines: tuple[str, ...]


class Entry(Record):
    """An item of a list: its lines, and the paragraphs and lists that it goes on with."""

    lines: tuple[str, ...]
    below: tuple[Block, ...] = ()


class Entries(Record):
    """A list, numbered from `first` where that is not 0. `what` its items are: lists of the same
    things that follow each other are one, if their numbers do too."""

    what: Thing | Named
    entries: tuple[Entry, ...]
    first: int = 0


class Quoted(Record):
    """Somebody's words, and below them whose they are."""

    paragraphs: tuple[tuple[str, ...], ...]


class Grid(Record):
    """A table: its header, its rows, and where the cells of each column stand."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sides: tuple[Side, ...]


Block = Words | Entries | Quoted | Grid


def joined(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, with lists and tables that go on joined to those they belong to."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        match last, block:
            case Entries(), Entries() if _goes_on(last, block):
                made[-1] = replace(last, entries=last.entries + block.entries)
            case Grid(), Grid() if last.header == block.header and any(last.header):
                made[-1] = replace(last, rows=last.rows + block.rows)
            case Quoted(), Quoted():
                made[-1] = Quoted(last.paragraphs + block.paragraphs)
            case _:
                made.append(block)
    return made


def _goes_on(last: Entries, block: Entries) -> bool:
    follows = block.first == (last.first + len(last.entries) if last.first else 0)
    return last.what == block.what and follows


def written(blocks: Sequence[Block]) -> Iterator[str]:
    """Each block as text."""
    for block, sign in zip(blocks, _signs(blocks), strict=True):
        yield "\n".join(_lines(block, sign))


def _signs(blocks: Sequence[Block]) -> Iterator[str]:
    """What marks the items of each block that is a list. A list that follows another has another
    sign, by which the two stay apart (CommonMark 0.31.2, 5.3)."""
    sign = ""
    for block in blocks:
        if isinstance(block, Entries):
            usual, other = (".", ")") if block.first else ("-", "*")
            sign = other if sign == usual else usual
        else:
            sign = ""
        yield sign


def _lines(block: Block, sign: str) -> Iterator[str]:
    match block:
        case Words():
            yield from map(line, block.lines)
        case Entries():
            yield from _entries(block, sign)
        case Quoted():
            for number, paragraph in enumerate(block.paragraphs):
                yield from [">"] if number else []
                yield from (f"> {line(one)}" for one in paragraph)
        case Grid():
            rules = tuple(_RULES[side] for side in block.sides)
            yield from map(_row, (block.header, rules, *block.rows))


def _entries(block: Entries, sign: str) -> Iterator[str]:
    """The lines of a list; an item that says nothing is left out."""
    for number, entry in enumerate(block.entries, block.first):
        head = f"{number}{sign} " if block.first else f"{sign} "
        margin = " " * len(head)
        for place, one in enumerate(_inside(entry)):
            yield (margin if place else head) + one if one else ""


def _inside(entry: Entry) -> Iterator[str]:
    """The lines of an item. A blank one stands before what would else go on with the paragraph
    above it, which a list does not that begins with 1 or a bullet (CommonMark 0.31.2, 5.2)."""
    own = (Words(entry.lines),) if entry.lines else ()
    last: Block | None = None
    for block, sign in zip((*own, *entry.below), _signs((*own, *entry.below)), strict=True):
        stands = isinstance(block, Entries) and (block.first < 2 or isinstance(last, Entries))
        if last and not stands:
            yield ""
        yield from _lines(block, sign)
        last = block


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
