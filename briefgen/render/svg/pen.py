"""Turn positions and colours of the scene into those of a picture that is being written."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from briefgen.colours import Fill, Token
from briefgen.geometry import EMU_PER_PT
from briefgen.record import State, field
from briefgen.scene.items import Move, Picture, Stroke, Tint
from briefgen.theme.model import Theme
from briefgen.theme.vision import blended
from briefgen.typography.fonts import HOUSE, LAST, shipped_face
from briefgen.typography.text import Span


def number(emu: float) -> str:
    """A length or a place in points, to a hundredth."""
    return plain(emu / EMU_PER_PT)


def plain(value: float, digits: int = 2) -> str:
    """A number without what it need not say.

    >>> plain(12.0), plain(-0.001), plain(3.14159)
    ('12', '0', '3.14')
    """
    said = f"{value:.{digits}f}"
    said = said.rstrip("0").rstrip(".") if "." in said else said
    return "0" if said == "-0" else said


def attribute(name: str, value: str) -> str:
    """An attribute with the space before it; what is in the value stays a value."""
    return f' {name}="{escape(value)}"'


def shipped_families() -> dict[Path, tuple[str, bool]]:
    """The files of the shipped families: the family of each, and whether it is bold."""
    files: dict[Path, tuple[str, bool]] = {}
    for family in (HOUSE, *LAST):
        for bold in (False, True):
            files.setdefault(shipped_face(family, bold), (family, bold))
    return files


class Pen(State, kw_only=True):
    """What drawing needs to know, and what it has written.

    `href` says where the bytes of a picture are found; `prefix` begins the ids of what one part of
    the picture needs of another, so that several may stand in one document. `bases` are the files
    of the base family, regular and bold, `families` the names of files. While it is `counting`,
    text boxes and cells get the numbers by which `scene.walk.texts` gives them.
    """

    theme: Theme
    prefix: str
    href: Callable[[Picture], str]
    pages: frozenset[str]
    language: str
    bases: tuple[Path, Path]
    families: dict[Path, tuple[str, bool]]
    counting: bool = False
    parts: list[str] = field(default_factory=list)
    texts: int = 0
    ids: int = 0

    def write(self, *parts: str) -> None:
        self.parts += parts

    def next_id(self) -> str:
        """An id that nothing else in the document has."""
        self.ids += 1
        return f"{self.prefix}-{self.ids}"

    def next_text(self) -> str:
        """The attribute that numbers a text of the page; none for furniture."""
        if not self.counting:
            return ""
        self.texts += 1
        return f' data-t="{self.texts - 1}"'

    def face(self, span: Span) -> tuple[str, bool]:
        """The family of what shows a span, and whether its file is bold."""
        path = span.face or self.bases[span.style.bold]
        return self.families.get(path) or (path.stem, False)

    def colour(self, token: Token, tint: Tint | None = None) -> str:
        """A colour as it is seen with its tint."""
        digits = self.theme.hex(token)
        if tint:
            digits = blended(digits, self.theme.hex(tint.ground), tint.share)
        return f"#{digits}"

    def fill(self, token: Fill, tint: Tint | None = None) -> str:
        """The attribute that fills, or leaves empty."""
        return f' fill="{self.colour(token, tint) if token else "none"}"'

    def stroke(self, stroke: Stroke | None) -> str:
        """The attributes of a line; none where there is none."""
        if stroke is None:
            return ""
        said = f' stroke="{self.colour(stroke.colour)}" stroke-width="{number(stroke.width)}"'
        if stroke.dashed:
            dashes = f"{number(4 * stroke.width)} {number(3 * stroke.width)}"
            said += f' stroke-dasharray="{dashes}"'
        if stroke.round:
            said += ' stroke-linecap="round" stroke-linejoin="round"'
        return said


def steps(path: tuple[Move, ...]) -> str:
    """The path data of SVG 1.1, 8.3."""
    return "".join(
        move.op + " ".join(f"{number(x)} {number(y)}" for x, y in move.points) for move in path
    )
