"""Turn a size of running text into all the sizes and distances of a printed page.

Between the floor of the type scale (9 pt, or what the page asks for) and a page that has little
to say, everything grows together: heads, figures and spaces with the text, and the figures on
when the text is large enough.
"""

from __future__ import annotations

from briefgen.brief.model import Text
from briefgen.geometry import in_pt, mm
from briefgen.record import Record
from briefgen.theme.model import PRINT, PrintStep, Step, step

# Running text in points, and the size of figures and charts relative to the floor's.
_SIZES = (
    *((9 + n / 4, 1 + n / 40) for n in range(13)),
    (12.5, 1.4),
    (13.0, 1.5),
    (13.0, 1.65),
    (13.5, 1.8),
    (14.0, 2.0),
    (14.0, 2.3),
    (15.0, 2.6),
    (16.0, 3.0),
    (17.0, 3.3),
    (18.0, 3.6),
)
# The size that is set where there is room for it, and how far leading and spaces may tighten.
NORMAL = 10.0
TIGHT = 0.9


class Density(Record):
    """How large and how close a page is set.

    `text` is the size of running text in points, `figures` the growth of figures over the floor,
    `tight` whether leading and spaces are at their least, `floor` the least size of text.
    """

    text: float
    figures: float
    tight: bool = False
    floor: float = 9.0

    def _step(self, size: float, ratio: float) -> Step:
        return step(size, round(size * ratio * (TIGHT if self.tight else 1), 1))

    def _figure(self, name: PrintStep, most: float) -> Step:
        base = PRINT[name]
        size = min(round(in_pt(base.size) * self.figures * 2) / 2, most)
        return self._step(size, base.leading / base.size)

    @property
    def body(self) -> Step:
        # Below an em and a half, or readers take each line for a paragraph (see topics).
        return self._step(self.text, 1.48)

    @property
    def lead(self) -> Step:
        return self._step(self.text + 1 + max(0.0, self.text - 14), 1.5)

    @property
    def label(self) -> Step:
        return self._step(max(self.floor, min(self.text - 0.5, 15)), 1.34)

    @property
    def labels(self) -> tuple[Step, ...]:
        """The sizes of what should stay on one line, down to the floor."""
        sizes = [self.text - 0.5 - n / 2 for n in range(8)]
        least = min(self.floor, self.text)
        return (self.label, *(self._step(n, 1.34) for n in sizes if least <= n < 12))

    @property
    def head(self) -> Step:
        return self._figure("head", max(21, self.text * 1.5))

    @property
    def figures_beside(self) -> tuple[Step, ...]:
        """The sizes that the topics' figures may have, largest first."""
        largest = self._figure("figure", max(30, self.text * 2))
        smaller = (self._step(n, 1.25) for n in (20, 17, 15, 13, 12, 11))
        return (largest, *(each for each in smaller if each.size < largest.size), self.body)

    @property
    def numerals(self) -> tuple[Step, ...]:
        """The sizes that the strip's numerals may have, largest first."""
        largest = min(22 * self.figures, 80)
        sizes = [
            largest,
            *(size for size in (64, 52, 44, 36, 30, 26, 22, 20, 18, 16, 14, 12) if size < largest),
        ]
        return tuple(self._step(size, 1.14) for size in sizes)

    @property
    def minor(self) -> Step:
        """What stands beside a numeral: its qualifier and its unit."""
        return self._step(max(self.text, 11), 1.4)

    @property
    def note(self) -> Step:
        return self._figure("note", 9)

    @property
    def gap(self) -> int:
        """The least distance between blocks (EMU)."""
        return mm(2.6 if self.tight else 3.5)

    @property
    def widest(self) -> int:
        """How far apart blocks stand where there is room (EMU)."""
        return mm(5 * max(1.0, self.figures**0.6))

    @property
    def spare(self) -> float:
        """How far the page is from one that is full: 0, and up to 1 where it says very little."""
        return max(0.0, self.figures - 1.5) / (_SIZES[-1][1] - 1.5)


class Plan(Record):
    """One way to set a page: how densely, with the topics' measures or not, in which wordings,
    and without which optional parts."""

    density: Density
    measures: bool = False
    short: bool = False
    without: tuple[str, ...] = ()

    def says(self, text: Text) -> Text:
        """The wording of this plan."""
        return text.short if self.short and text.short else text


def densities(floor: float) -> tuple[Density, ...]:
    """From the densest to the loosest; below the normal size all are tight."""
    small = [Density(t, f, True, floor) for t, f in _SIZES if floor <= t <= max(NORMAL, floor)]
    large = [Density(t, f, False, floor) for t, f in _SIZES if t >= max(NORMAL, floor)]
    return (*small, *large)
