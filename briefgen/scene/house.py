"""Turn an organisation's template into what composing and rendering need of it: its parts, places.

The parts go into a deck as they are; the layouts say where on them what stands, by the names that
the template has for its placeholders.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.colours import Token
from briefgen.geometry import Rect
from briefgen.record import Record
from briefgen.scene.canvas import Canvas
from briefgen.scene.placeholders import Layout
from briefgen.theme.model import Theme


class Link(Record):
    """What a part of a template leads to: a part by its name (`/ppt/…`), or an address outside."""

    id: str
    kind: str
    target: str
    external: bool = False


class HousePart(Record):
    """A part of a template: its name (`/ppt/…`), its content type, its bytes, where it leads."""

    name: str
    kind: str
    data: bytes
    links: tuple[Link, ...] = ()


class House(Record, kw_only=True, eq=False):
    """A template as a deck stands on it.

    `parts` are what goes into the deck; `masters` their list: the id of each and its part;
    `styles` the part of table styles ("" for none); `defaults` the markup of how text looks that
    nothing says anything of. `layouts` are the frames for composing, by their ids, on the
    `canvas`; `sheets` name the part of each. `named` are the ids of frames by the names that the
    layouts have in the template. `theme` gives its colours.
    """

    parts: tuple[HousePart, ...]
    masters: tuple[tuple[int, str], ...]
    styles: str
    defaults: str
    canvas: Canvas
    layouts: tuple[Layout, ...]
    sheets: Mapping[str, str]
    named: Mapping[str, str]
    theme: Theme
    # Where on the layouts of cover, section and closing there is room besides its places (and by
    # `cover:below` below the title), and on the agenda's for its list; how far down words of the
    # first may go, and from where to where (by id, and index of place).
    rooms: Mapping[str, Rect]
    floors: Mapping[tuple[str, int], int]
    reaches: Mapping[tuple[str, int], tuple[int, int]]
    # The number of a section as the template has it in its place; "": it has none.
    ordinal: str
    # The token of plain text there, by the same ids, and whether links in the theme's own colour
    # read on slides.
    plain: Mapping[str, Token]
    linked: bool
    # Whether its sections begin with a list of them all.
    listed: bool
    # Whether its tables have a head and bands of their own grounds.
    tabled: bool
    # Those of these ids whose layout is meant for something else.
    lent: frozenset[str]
    # The same with smaller type, for texts that do not fit.
    denser: House | None = None
