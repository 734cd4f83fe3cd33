"""Turn what a finished file holds into plain data: its pages, and what is said on each, in order.

The readers of each form of file make it (`pptx.readback`, `pdf.readback`). It knows nothing of the
scene that the file was made from, so that the two can be held against each other.
"""

from __future__ import annotations

from typing import Literal

from briefgen.record import Record

# What a passage is: a paragraph; a table's cell; a series of a chart and a point of it as the chart
# keeps them, a cell of its workbook; a paragraph of the speaker's notes; the words for those who
# cannot see a picture; where a link leads; which picture it is; an entry of the bookmarks.
Kind = Literal[
    "text", "cell", "series", "point", "workbook", "note", "alt", "link", "picture", "bookmark"
]


class Passage(Record):
    """Words of one kind. `place` says where they stand on the page, for those who look for them.

    A point is `category: value`, a link its address or `page 3`, a picture the SHA-1 of its bytes.
    """

    kind: Kind
    place: str
    words: str


class Leaf(Record):
    """A page: what is said on it in the order in which it is read, and whether shows skip it."""

    passages: tuple[Passage, ...]
    hidden: bool = False


class Readback(Record):
    """The pages of a file in order. In a `print` words have no lines, so that white space in its
    passages says nothing; the words of a page may be in fewer passages than were meant."""

    pages: tuple[Leaf, ...]
    print: bool = False
