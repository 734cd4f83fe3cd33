"""Turn what a template holds into values: its masters, layouts, placeholders, decorations, grounds.

Every length is in EMU. A colour is six hex digits, as it is seen through the theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from briefgen.geometry import Rect
from briefgen.record import Record

# What a placeholder is for. `content` takes text, tables, charts and pictures alike.
HolderKind = Literal[
    "title",
    "subtitle",
    "text",
    "content",
    "picture",
    "chart",
    "table",
    "diagram",
    "media",
    "date",
    "footer",
    "number",
]
# The name of the place where the number of a section stands.
ORDINAL = "Section Number"
FURNITURE: frozenset[HolderKind] = frozenset({"date", "footer", "number"})

Role = Literal[
    "cover",
    "agenda",
    "section",
    "content",
    "two",
    "title-only",
    "picture",
    "blank",
    "closing",
]
ROLES: tuple[Role, ...] = (
    "cover",
    "agenda",
    "section",
    "content",
    "two",
    "title-only",
    "picture",
    "blank",
    "closing",
)


class Paint(Record):
    """What fills an area: a colour, several that run into one another, or a picture (the name of
    its part), whose greys run from the first to the last of the colours where there are two.
    `alpha` is how much of it shows, from 0 to 1."""

    colours: tuple[str, ...] = ()
    picture: str = ""
    alpha: float = 1.0


class Level(Record, kw_only=True):
    """How text of one level looks (EMU): its size, where it stands and hangs, the pitch of its
    lines (thousandths of a percent of single spacing), spaces, its bullet ("" for none, "1" for a
    number), and that one's face and colour ("": the text's)."""

    size: int
    bold: bool = False
    align: str = "left"
    margin: int = 0
    indent: int = 0
    pitch: int = 100_000
    before: int = 0
    after: int = 0
    marker: str = ""
    face: str = ""
    tint: str = ""
    # How much further apart than usual letters stand.
    spread: int = 0


class Holder(Record, kw_only=True):
    """A placeholder: what it is for, its own type and index in the file (ECMA-376 Part 1,
    19.3.1.36), its place, what it asks for, how its text looks by level and in which colour ("":
    not said), and what fills it (None: nothing).
    """

    kind: HolderKind
    type: str
    index: int
    name: str
    rect: Rect
    prompt: str = ""
    upright: bool = False
    # Whether that is so since its box is turned, not its text.
    turned: bool = False
    levels: tuple[Level, ...] = ()
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    anchor: str = "top"
    colour: str = ""
    # The colours that its other levels name.
    deeper: tuple[str, ...] = ()
    paint: Paint | None = None
    # Whether its place is the layout's own, or follows its master's.
    own: bool = True

    @property
    def size(self) -> int:
        """The size of its first level of text (EMU)."""
        return self.levels[0].size if self.levels else 0


class Decor(Record, kw_only=True):
    """Something that a master or a layout shows on every slide: its place, what fills it, the
    colour of its outline, its words. `own` is what the layout itself adds. `path` are the corners
    of what it fills, in shares of its place; the place itself where there are none."""

    name: str
    rect: Rect
    paint: Paint | None = None
    outline: str = ""
    round: bool = False
    path: tuple[tuple[tuple[float, float], ...], ...] = ()
    words: str = ""
    own: bool = False
    kind: str = "shape"
    # The outermost group that it is part of; "": it stands by itself.
    group: str = ""
    # Whether its words are the number of the slide.
    numbered: bool = False
    # How far it glows around itself.
    halo: int = 0

    @property
    def whole(self) -> str:
        """What PowerPoint's selection pane shows of it first: its group, or itself."""
        return self.group or self.name


class Board(Record, kw_only=True):
    """A layout. `label` is its name, and a number where others have the same; `used` are the
    numbers of the sample slides on it."""

    part: str
    name: str
    label: str
    type: str
    master: int
    holders: tuple[Holder, ...]
    decor: tuple[Decor, ...]
    ground: Paint
    scheme: Mapping[str, str]
    used: tuple[int, ...] = ()

    def places(self, *kinds: HolderKind) -> tuple[Holder, ...]:
        """Its placeholders of these kinds, in their order."""
        return tuple(each for each in self.holders if each.kind in kinds)

    @property
    def title(self) -> Holder | None:
        return next(iter(self.places("title")), None)

    @property
    def bodies(self) -> tuple[Holder, ...]:
        """Its placeholders that are neither title nor furniture."""
        return tuple(
            each for each in self.holders if each.kind != "title" and each.kind not in FURNITURE
        )


class Fonts(Record):
    """A theme's faces: of headings and of running text; the latin and the East Asian one of each,
    and for simplified Chinese where it says so apart."""

    major: tuple[str, str, str]
    minor: tuple[str, str, str]


class Master(Record, kw_only=True):
    """A master: its name (its theme's), its colours by their names in slides, its faces, where
    its own title stands (None: it has none), and which placeholders it has: what a layout's boxes
    can be ticked for."""

    part: str
    name: str
    theme: str
    scheme: Mapping[str, str]
    fonts: Fonts
    boards: tuple[int, ...]
    title: Rect | None = None
    kinds: frozenset[HolderKind] = frozenset()


class Inventory(Record, kw_only=True):
    """All that a template holds. `words` are those of each sample slide."""

    width: int
    height: int
    masters: tuple[Master, ...]
    boards: tuple[Board, ...]
    words: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = {}
    # Drawings in a format of their own, as pictures: for sampling, and for a logo in print.
    drawings: Mapping[str, bytes] = {}
    embedded: tuple[str, ...] = ()
    # How often the sample slides name each colour themselves.
    sampled: Mapping[str, int] = {}
    # The accent that the heads of most tables on sample slides are filled with; "": none.
    tabled: str = ""
    # How often sample slides and their charts name each accent.
    accents: Mapping[str, int] = {}
    # The colour that a house shows and its theme has not, and the accent that it stands for;
    # "": its theme has what it shows.
    colour: str = ""
    plain: str = ""

    @property
    def seen(self) -> Mapping[str, bytes]:
        """Whatever may be looked at, by the names of its parts."""
        return {**self.pictures, **self.drawings} if self.drawings else self.pictures
