"""Turn positions and colours of the scene into those of the page being drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from briefgen.colours import Token
from briefgen.geometry import Rect, in_pt
from briefgen.record import Record
from briefgen.render.pdf.fonts import Fonts
from briefgen.render.pdf.inks import cmyk
from briefgen.render.pdf.objects import Sheets, number
from briefgen.render.pdf.structure import Structure
from briefgen.scene.items import Move, Stroke, Tint
from briefgen.theme.model import Theme
from briefgen.theme.vision import blended


class Pen(Record):
    """What drawing needs to know: where to write, and how tokens become inks.

    Colours pass through here alone, so that another process (grey, CMYK) is a change in one place.
    """

    sheets: Sheets
    structure: Structure
    fonts: Fonts
    theme: Theme
    width: int
    height: int
    pages: frozenset[str]
    language: str
    press: bool = False
    # How far the page's corner stands from the paper's, where crop marks stand around it (EMU).
    margin: int = 0

    def write(self, operators: str) -> None:
        """Add operators to the page's content."""
        self.sheets.draw(operators)

    def point(self, x: int, y: int) -> str:
        """A position (EMU, from the top left) as operands (points, from the bottom left)."""
        return _point(x, y, self.height, self.margin)

    def path(self, path: tuple[Move, ...]) -> str:
        """The operators that construct a path."""
        return _path(path, self.height, self.margin)

    def box(self, rect: Rect) -> tuple[float, float, float, float]:
        """A rectangle as left, bottom, right and top in points."""
        return (
            round(in_pt(rect.x + self.margin), 3),
            round(in_pt(self.height - rect.bottom + self.margin), 3),
            round(in_pt(rect.right + self.margin), 3),
            round(in_pt(self.height - rect.y + self.margin), 3),
        )

    def fill(self, token: Token, tint: Tint | None = None) -> str:
        """The operators that choose a colour for filling, as it is seen with its tint."""
        return f"{self._ink(token, tint)} {'k' if self.press else 'rg'}"

    def stroke(self, stroke: Stroke) -> str:
        """The operators that choose colour, width and dashes for drawing lines."""
        width = in_pt(stroke.width)
        dashes = f"[{number(4 * width)} {number(3 * width)}] 0 d" if stroke.dashed else "[] 0 d"
        ends = " 1 J 1 j" if stroke.round else ""
        ink = f"{self._ink(stroke.colour)} {'K' if self.press else 'RG'}"
        return f"{ink} {number(width)} w {dashes}{ends}"

    @contextmanager
    def saved(self) -> Iterator[None]:
        """Colours, clips and matrices set meanwhile are forgotten afterwards."""
        self.write("q")
        yield
        self.write("Q")

    def _ink(self, token: Token, tint: Tint | None = None) -> str:
        digits = self.theme.hex(token)
        if tint:
            digits = blended(digits, self.theme.hex(tint.ground), tint.share)
        if self.press:
            return " ".join(number(share) for share in cmyk(token, digits))
        return _screen(digits)


_LETTERS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _point(x: int, y: int, height: int, margin: int) -> str:
    return f"{number(in_pt(x + margin))} {number(in_pt(height - y + margin))}"


# The same panes and icons stand on many pages, and on that of the next row of a table.
@lru_cache(maxsize=1024)
def _path(path: tuple[Move, ...], height: int, margin: int) -> str:
    return "\n".join(
        [
            " ".join([*[_point(x, y, height, margin) for x, y in move.points], _LETTERS[move.op]])
            for move in path
        ]
    )


@lru_cache(maxsize=256)
def _screen(digits: str) -> str:
    """A colour as shares of red, green and blue."""
    return " ".join(number(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
