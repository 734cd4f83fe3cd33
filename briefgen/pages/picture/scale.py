"""Turn a size of running text into the five sizes of a picture page, each by its role.

| role     | times running text | what is set in it                                            |
|----------|--------------------|--------------------------------------------------------------|
| title    | 3.6 (3, 2.4)       | the title; smaller where it would take too many lines        |
| figure   | 2.4                | digits of what leads: topics' first figures, the axis        |
| headline | 1.92               | the conclusion; the units of those digits, 0.8 of them       |
| head     | 1.25               | heads, subtitle; digits of further figures                   |
| text     | 1                  | running text, labels, qualifiers, units of further figures   |
| note     | 1                  | sources, definitions, the key of the marks                   |

The ratios never change, whatever has to be done so that a page fits: a figure is always 2.4 times
its label. What a page has room for changes the size of all, and the space between them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from briefgen.geometry import EMU_PER_PT, in_pt, pt
from briefgen.record import Record
from briefgen.theme.model import Step, step

Role = Literal["title", "figure", "headline", "head", "text", "note"]
_SIZES: dict[Role, float] = {
    "title": 3.6,
    "figure": 2.4,
    "headline": 1.92,
    "head": 1.25,
    "text": 1.0,
    "note": 1.0,
}
# The leading in ems of the size where the page is full, and how much more it may be.
_LEADING: dict[Role, tuple[float, float]] = {
    "title": (1.14, 0.06),
    "figure": (1.15, 0.05),
    "headline": (1.22, 0.1),
    "head": (1.26, 0.06),
    # Below an em and a half, or readers take each line for a paragraph.
    "text": (1.34, 0.15),
    "note": (1.28, 0.1),
}
# The least distance of columns, in ems of running text.
GUTTER = 2.0
# Sizes of a title, the largest first, at which it takes one line, one line, three lines at most.
TITLES = (3.6, 3.0, 2.4)


class Scale(Record):
    """How large and how loosely a page is set: running text in points, and `air` from 0 to 1; below
    `least` (points) nothing is set that is not as large as running text."""

    text: float
    air: float = 0.0
    least: float = 9.0

    def step(self, role: Role) -> Step:
        """Size and leading of a role."""
        return _step(self, role)

    def sized(self, role: Role, ratio: float) -> Step:
        """A role at another ratio to running text: a long title."""
        least, more = _LEADING[role]
        return step(self.text * ratio, self.text * ratio * (least + more * self.air))

    @property
    def label(self) -> Step:
        """What stands beside a figure: running text, its lines close together."""
        return step(self.text, self.text * 1.22)

    def em(self, count: float) -> int:
        """So many ems of running text (EMU)."""
        return round(self.text * count * EMU_PER_PT)

    def roomy(self, least: float, most: float) -> int:
        """A distance in ems of running text that grows with the air (EMU)."""
        return round(self.text * (least + (most - least) * self.air) * EMU_PER_PT)

    def measure(self, width: int) -> int:
        """The widest line within `width` that is a whole number of characters (EMU).

        CLREQ, 2.3.2: the line length is a multiple of the character size.
        """
        return width // pt(self.text) * pt(self.text)


@lru_cache(maxsize=1024)
def _step(scale: Scale, role: Role) -> Step:
    return scale.sized(role, max(_SIZES[role], min(1.0, scale.least / scale.text)))


def sizes(width: int, columns: int, least: float, most: float) -> tuple[float, ...]:
    """The sizes of running text, in points from `least` to `most`, at which so many columns of a
    whole number of characters fill a width (EMU), the smallest first."""
    wide, found = in_pt(width), []
    count = 1
    while (size := wide / (columns * count + (columns - 1) * GUTTER)) >= least:
        if size <= most:
            found.append(int(size * 100) / 100)
        count += 1
    return tuple(reversed(found)) or (least,)
