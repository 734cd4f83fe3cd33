"""Turn a theme's tokens into one frozen value that composing and rendering share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from briefgen.colours import Token
from briefgen.geometry import pt
from briefgen.record import Record, field, replace
from briefgen.theme.shades import shade
from briefgen.theme.vision import contrast
from briefgen.typography.fonts import Faces

# Which slot of the presentation's colour scheme (ECMA-376 Part 1, 20.1.6.2) holds which token,
# so that changing the theme in PowerPoint recolours the deck.
SCHEME: Mapping[str, Token] = {
    "dk1": "ink",
    "lt1": "white",
    "dk2": "primary-dark",
    "lt2": "surface",
    "accent1": "primary",
    "accent2": "accent",
    "accent3": "chart3",
    "accent4": "chart4",
    "accent5": "ink2",
    "accent6": "muted",
    "hlink": "accent-text",
    "folHlink": "chart2",
}


class Derived(Record):
    """A colour that follows another: the `base` token's, its luminance times `mod` plus `off`, its
    saturation times `sat`, in thousandths of a percent (`lumMod`, `lumOff`, `satMod`: ECMA-376
    Part 1, 20.1.2.3.20, 20.1.2.3.21 and 20.1.2.3.27)."""

    base: Token
    mod: int = 100_000
    off: int = 0
    sat: int = 100_000

    @property
    def plain(self) -> bool:
        """Whether it is the base's colour as it is."""
        return (self.mod, self.off, self.sat) == (100_000, 0, 100_000)


# The tokens that a theme need not give, and what they follow then.
DERIVED: Mapping[Token, Derived] = {
    "surface2": Derived("surface", 95_000),
    "line": Derived("surface", 88_000),
    "cover": Derived("primary-dark"),
    "cover2": Derived("primary-dark", 95_000, 5_000),
    "on-cover": Derived("white"),
    "on-cover2": Derived("on-dark"),
    "cover-line": Derived("primary-dark", 80_000, 22_000, 55_000),
    "lattice": Derived("accent"),
    "window1": Derived("primary"),
    "window2": Derived("chart3"),
    "window3": Derived("chart4"),
    "window4": Derived("accent-text"),
    "glass1": Derived("window1", 85_000, 15_000, 72_000),
    "glass2": Derived("window2", 85_000, 15_000, 72_000),
    "glass3": Derived("window3", 85_000, 15_000, 72_000),
    "glass4": Derived("window4", 85_000, 15_000, 72_000),
    "head": Derived("primary-dark"),
    "on-head": Derived("white"),
    "band": Derived("surface"),
}


class Step(Record):
    """A step of the type scale: size and leading in EMU."""

    size: int
    leading: int


def step(size: float, leading: float) -> Step:
    """A step given in points."""
    return Step(pt(size), pt(leading))


# The face for traditional Chinese that Windows and Office have.
HANT_FACE = "Microsoft JhengHei"

DeckStep = Literal[
    "hero",
    "cover",
    "numeral",
    "section",
    "display",
    "title",
    "large",
    "lead",
    "head",
    "body",
    "label",
    "track",
    "dense",
    "caption",
    "small",
    "source",
]
# The type scale of the deck. Largest first; a role never shrinks below the last step that its slot
# allows. Captions are what stands by itself on a line: keys, ticks. Labels, and the track, the
# section's name above a title, are as large as a body's text, so that a slide has few sizes.
DECK: Mapping[DeckStep, Step] = {
    "hero": step(104, 112),
    "cover": step(76, 88),
    "section": step(48, 58),
    "numeral": step(44, 50),
    "display": step(36, 48),
    "title": step(28, 36),
    "large": step(26, 36),
    "lead": step(24, 34),
    "head": step(20, 28),
    "body": step(18, 27),
    "label": step(18, 22),
    "track": step(18, 20),
    "dense": step(16, 24),
    "caption": step(16, 20),
    "small": step(14, 20),
    "source": step(12, 16),
}


# Where a theme has colour, these have it.
_TELLING: tuple[Token, ...] = ("primary", "accent", "surface", "chart1", "chart2")

# What a theme draws of a brief's topics: a lattice window of Lingnan (满洲窗), tiles that a river
# runs through, plain squares with as many strokes as their number; or nothing.
Motif = Literal["window", "waves", "tally", "none"]


class Theme(Record, kw_only=True):
    """Colours by token (six hex digits, no #), the faces, and the motif that stands for topics.

    A token that the `palette` lacks follows another: as `derived` says, or else as `DERIVED` does.

    `deck_face` is named in the deck, and has to be on the reader's machine; `print_face` names
    the families that are embedded in prints. `hant_face` is the deck's for traditional Chinese.
    `justified` says how running text of Chinese prints is set. Marks in a colour of `hatched` are
    drawn as strokes of it, where greys alone would not tell series apart. `scheme` says which slot
    of a template's own colour scheme each token is, and what is made of its luminance.
    """

    id: str
    name: Mapping[str, str]
    palette: Mapping[Token, str]
    deck_face: str
    print_face: Faces
    motif: Motif = "none"
    hant_face: str = HANT_FACE
    justified: bool = True
    derived: Mapping[Token, Derived] = field(default_factory=dict)
    hatched: frozenset[Token] = frozenset()
    scheme: Mapping[Token, tuple[str, int, int]] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.id, self.deck_face, self.print_face))

    def in_language(self, language: str) -> Theme:
        """The theme with the deck's face for readers of this language."""
        return replace(self, deck_face=self.hant_face) if language == "zh-Hant" else self

    def with_faces(self, faces: Faces) -> Theme:
        """The theme with these families in its prints, where any are named."""
        own = self.print_face
        return replace(self, print_face=Faces(faces.text or own.text, faces.latin or own.latin))

    def hex(self, token: Token) -> str:
        """The colour of a token: six hex digits. KeyError for one that follows nothing."""
        follows = self.follows(token)
        if follows is None:
            return self.palette[token]
        return shade(self.hex(follows.base), follows.mod, follows.off, follows.sat)

    def follows(self, token: Token) -> Derived | None:
        """What a token's colour follows; None where the theme gives it by itself.

        What follows another token unchanged stands for that one.
        """
        if token in self.palette:
            return None
        follows = self.derived.get(token) or DERIVED.get(token)
        below = self.follows(follows.base) if follows else None
        if follows and below and below.plain:
            return replace(follows, base=below.base)
        return follows

    def known(self, token: Token) -> bool:
        """Whether a token has a colour, its own or one that it follows."""
        follows = self.follows(token)
        return self.known(follows.base) if follows else token in self.palette

    def readable(self, token: Token) -> Token:
        """White or ink: which of them reads better on a colour."""
        ground = self.hex(token)
        on_white = contrast(self.hex("white"), ground)
        return "white" if on_white >= contrast(self.hex("ink"), ground) else "ink"

    @property
    def colourless(self) -> bool:
        """Whether the theme is of black, white and greys alone."""
        return all(len({c[0:2], c[2:4], c[4:6]}) == 1 for c in map(self.hex, _TELLING))

    def faint(self, token: Token) -> bool:
        """Whether a mark in this colour needs an outline on white (WCAG 2.2, 1.4.11: 3:1)."""
        return contrast(self.hex(token), "FFFFFF") < 3
