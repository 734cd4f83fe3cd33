"""Turn all pages of one output into one value: its size, its theme, what it says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.colours import Token
from briefgen.geometry import Rect, Size
from briefgen.record import Record
from briefgen.scene.items import Move, Page, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import Theme
from briefgen.typography.text import Paragraph

if TYPE_CHECKING:
    from briefgen.scene.house import House
    from briefgen.scene.placeholders import Layout


class Section(Record):
    """A named part of a deck: the ids of its pages, in order."""

    title: str
    pages: tuple[str, ...]


class Across(Record, kw_only=True):
    """Words that run over a page, behind everything on it.

    `text` is what they say and how, `rect` the page's part that it is in the middle of, before
    both are turned by `turn` degrees, clockwise, around its centre; `path` are the same words as
    outlines, turned. They show `share` thousandths of `colour`, on whatever ground.
    """

    name: Name
    rect: Rect
    turn: float
    text: Paragraph
    path: tuple[Move, ...]
    colour: Token
    share: int


class Stamp(Record, kw_only=True):
    """What every page of a scene is marked as: a quiet line, and with `across` the same words large
    behind what stands there. It is no content: the deck has it in its master, a print as furniture.
    """

    line: TextBox
    across: Across | None = None

    @property
    def words(self) -> str:
        return self.line.paragraphs[0].text


class Meta(Record, kw_only=True):
    """What the files say of themselves. `date` is ISO 8601 (never the clock's). `status` is what
    they are marked as."""

    title: str
    author: str
    subject: str
    date: str
    language: str
    keywords: tuple[str, ...] = ()
    status: str = ""


class Attachment(Record):
    """A file that rides along in a print: its name, its media type, what it is."""

    name: str
    media_type: str
    description: str
    data: bytes


class Guides(Record):
    """Lines to line things up with, from the left edge (`across`) and the top (`down`), in EMU."""

    across: tuple[int, ...] = ()
    down: tuple[int, ...] = ()


class Scene(Record, kw_only=True):
    """All the pages of one output, in one size, with the theme that gives their colours.

    `transition` is how a deck goes from page to page: "fade", or "" for at once. A scene with a
    `bleed` is for a press: so far (EMU) its grounds reach over the edges where sheets are trimmed.
    `audience` says in words whom a deck is for; `guides` are those of its master; `mark` is what
    all pages are marked as. Slides of another size than the canvas that they are composed on are
    `scale` times as large, once they are `resized`.
    """

    width: int
    height: int
    pages: tuple[Page, ...]
    theme: Theme
    meta: Meta
    layouts: tuple[Layout, ...] = ()
    sections: tuple[Section, ...] = ()
    transition: str = ""
    bleed: int = 0
    attachments: tuple[Attachment, ...] = ()
    audience: str = ""
    guides: Guides = Guides()
    mark: Stamp | None = None
    scale: float = 1
    size: Size = Size()
    house: House | None = None

    def layout(self, id: str) -> Layout:
        return next(layout for layout in self.layouts if layout.id == id)
