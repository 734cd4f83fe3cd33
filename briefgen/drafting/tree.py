"""Turn what a file says into blocks in reading order, whichever format it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from briefgen.problems import Problem
from briefgen.record import Record

Unit = Literal["line", "paragraph", "page", "slide"]


class Spot(Record):
    """Where a block stands in its file, by what people count there; `number` is from 1."""

    unit: Unit
    number: int


class Heading(Record):
    """A heading; level 1 is the highest below the title."""

    text: str
    level: int
    spot: Spot


class Paragraph(Record):
    """A paragraph of running text. `head` is a run at its beginning that is set as a heading in
    the line (bold), "" where there is none; it is part of `text`."""

    text: str
    spot: Spot
    head: str = ""


class Item(Record):
    """An item of a list; `level` is 0 for the outermost."""

    text: str
    level: int = 0


class Listing(Record):
    """A list, with numbers or without."""

    items: tuple[Item, ...]
    numbered: bool
    spot: Spot


class Grid(Record):
    """A table: rows of as many cells each. A cell that goes on from the left is "<", from above
    "^". `caption` is what is said of it, `headed` whether its first row names the columns."""

    rows: tuple[tuple[str, ...], ...]
    spot: Spot
    caption: str = ""
    headed: bool = True


class Picture(Record):
    """A picture as it is stored; `data` is empty where the file's form cannot be shown."""

    data: bytes
    ending: str
    spot: Spot
    alt: str = ""
    caption: str = ""


class Aside(Record):
    """What is said beside the text: the speaker's notes, a footnote."""

    text: str
    spot: Spot


Block: TypeAlias = Heading | Paragraph | Listing | Grid | Picture | Aside


class Document(Record, kw_only=True):
    """A file that was read. `told` is what somebody should know about the reading of it; `office`
    and `day` are whose the text says it is, and of which day, as its cover has them."""

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    date: str = ""
    subtitle: str = ""
    office: str = ""
    day: str = ""
    told: tuple[Problem, ...] = ()


def words_of(block: Block) -> str:
    """What a block says, as text."""
    match block:
        case Listing():
            return "\n".join(item.text for item in block.items)
        case Grid():
            rows = ("\t".join(c for c in row if c not in ("<", "^")) for row in block.rows)
            return "\n".join((*([block.caption] if block.caption else []), *rows))
        case Picture():
            return block.caption
        case _:
            return block.text


def as_text(blocks: Sequence[Block]) -> str:
    """Blocks as plain text: a line for each paragraph, headings marked with #."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            lines += ("", "#" * min(block.level + 1, 6) + " " + block.text, "")
        elif isinstance(block, Listing):
            lines += ("- " + item.text for item in block.items)
        elif words := words_of(block):
            lines += words.split("\n")
            lines.append("")
    return "\n".join(lines).strip("\n") + "\n"
