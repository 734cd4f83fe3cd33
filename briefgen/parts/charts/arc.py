"""Turn two shares of a turn into the outline of a piece of a ring."""

from __future__ import annotations

from math import cos, pi, sin, tan

from briefgen.geometry import Rect
from briefgen.record import Record
from briefgen.scene.items import Move


class Arc(Record):
    """A piece of a ring with a hole of `hole` percent, between two shares of its turn, clockwise
    from the top."""

    ring: Rect
    start: float
    end: float
    hole: int


def arc_path(arc: Arc) -> tuple[Move, ...]:
    """The outline of a piece of a ring."""
    rect = arc.ring
    cx, cy, outer = rect.x + rect.w / 2, rect.y + rect.h / 2, rect.w / 2
    inner = outer * arc.hole / 100

    def at(radius: float, turn: float) -> tuple[int, int]:
        angle = 2 * pi * turn
        return round(cx + radius * sin(angle)), round(cy - radius * cos(angle))

    def curves(radius: float, begin: float, stop: float) -> list[Move]:
        pieces = max(1, round(abs(stop - begin) * 8 + 0.5))
        made = []
        for n in range(pieces):
            a, b = (2 * pi * (begin + (stop - begin) * k / pieces) for k in (n, n + 1))
            # The control points of a circle's arc (Bézier approximation, 4/3 tan of a quarter).
            reach = radius * 4 / 3 * tan((b - a) / 4)
            one = (cx + radius * sin(a) + reach * cos(a), cy - radius * cos(a) + reach * sin(a))
            two = (cx + radius * sin(b) - reach * cos(b), cy - radius * cos(b) - reach * sin(b))
            points = (one, two, (cx + radius * sin(b), cy - radius * cos(b)))
            made.append(Move("C", tuple((round(x), round(y)) for x, y in points)))
        return made

    return (
        Move("M", (at(outer, arc.start),)),
        *curves(outer, arc.start, arc.end),
        Move("L", (at(inner, arc.end),)),
        *curves(inner, arc.end, arc.start),
        Move("Z"),
    )
