"""Turn millimetres and points into EMU, and rectangles into their parts.

Every length in briefgen is an integer in English Metric Units (EMU, ECMA-376 Part 1, 20.1.2.1):
914,400 to the inch, 12,700 to the point, 36,000 to the millimetre. Origin top left, y downwards.
"""

from __future__ import annotations

from briefgen.record import Record

EMU_PER_PT = 12_700
EMU_PER_MM = 36_000


def pt(value: float) -> int:
    """Points to EMU."""
    return round(value * EMU_PER_PT)


def mm(value: float) -> int:
    """Millimetres to EMU."""
    return round(value * EMU_PER_MM)


def in_pt(emu: int) -> float:
    """EMU to points."""
    return emu / EMU_PER_PT


class Size(Record):
    """How large slides are, in EMU: 13.333 x 7.5 inches, unless they are of another size."""

    width: int = 12_192_000
    height: int = 6_858_000


class Rect(Record):
    """A rectangle in EMU."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    def crosses(self, other: Rect) -> bool:
        """Whether both have an area in common."""
        across = min(self.right, other.right) - max(self.x, other.x)
        return across > 0 and min(self.bottom, other.bottom) - max(self.y, other.y) > 0

    def inset(self, left: int, top: int, right: int, bottom: int) -> Rect:
        """The rectangle inside these margins."""
        return Rect(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)

    def columns(self, count: int, gap: int) -> tuple[Rect, ...]:
        """`count` columns, left to right, `gap` apart; they end exactly at the right edge."""
        edges = [(self.w + gap) * i // count for i in range(count + 1)]
        return tuple(
            Rect(self.x + edges[i], self.y, edges[i + 1] - edges[i] - gap, self.h)
            for i in range(count)
        )

    def rows(self, count: int, gap: int) -> tuple[Rect, ...]:
        """`count` rows, top to bottom, `gap` apart; they end exactly at the bottom edge."""
        edges = [(self.h + gap) * i // count for i in range(count + 1)]
        return tuple(
            Rect(self.x, self.y + edges[i], self.w, edges[i + 1] - edges[i] - gap)
            for i in range(count)
        )


def bounds(rects: list[Rect]) -> Rect:
    """The smallest rectangle around all of `rects` (at least one)."""
    x, y = min(r.x for r in rects), min(r.y for r in rects)
    return Rect(x, y, max(r.right for r in rects) - x, max(r.bottom for r in rects) - y)
