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
    """An item of a list: its lines, and the list below it."""

    lines: tuple[str, ...]
    below: tuple[Entry, ...] = ()


class Entries(Record):
    """A list, numbered from `first` where that is not 0. `what` its items are: lists of the same
    things that follow each other are one."""

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
            case Entries(), Entries() if last.what == block.what:
                made[-1] = replace(last, entries=last.entries + block.entries)
            case Grid(), Grid() if last.header == block.header and any(last.header):
                made[-1] = replace(last, rows=last.rows + block.rows)
            case Quoted(), Quoted():
                made[-1] = Quoted(last.paragraphs + block.paragraphs)
            case _:
                made.append(block)
    return made


def written(blocks: Sequence[Block]) -> Iterator[str]:
    """Each block as text. A list after a list has another mark, by which the two stay apart."""
    mark = "-"
    for number, block in enumerate(blocks):
        follows = number and isinstance(blocks[number - 1], Entries)
        mark = "*" if follows and mark == "-" else "-"
        match block:
            case Words():
                yield "\n".join(map(line, block.lines))
            case Entries():
                yield "\n".join(_entries(block.entries, block.first, mark))
            case Quoted():
                paragraphs = ("\n".join(f"> {line(one)}" for one in p) for p in block.paragraphs)
                yield "\n>\n".join(paragraphs)
            case Grid():
                rules = tuple(_RULES[side] for side in block.sides)
                yield "\n".join(map(_row, (block.header, rules, *block.rows)))


def _entries(entries: Iterable[Entry], first: int, mark: str) -> Iterator[str]:
    for number, entry in enumerate(entries, first):
        sign = f"{number}. " if first else f"{mark} "
        margin = " " * len(sign)
        for place, one in enumerate(entry.lines):
            yield (margin if place else sign) + line(one)
        yield from (margin + one for one in _entries(entry.below, 0, "-"))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
