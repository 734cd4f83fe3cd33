"""Turn the shapes of a scene into the paths that both pages and pictures are drawn from; EMU."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from briefgen.geometry import Rect, pt
from briefgen.scene.items import Geometry, Move, Rule

# Control points that make four cubic curves a circle, within 0.03 % of its radius.
_KAPPA = 0.5522847498
# How far the point of a pentagon or chevron reaches back, and how round the corners of a rounded
# rectangle are, as shares of the shorter side. The first is the preset's own (ECMA-376 Part 1,
# 20.1.10.56, `adj` 50000); the others are smaller than their presets': chevrons in a row stand
# close to each other without overlapping, and corners do not look like a button.
_POINT = {"pentagon": 0.5, "chevron": 0.2}
_CORNER = 0.08
# How wide the strokes of a hatched area are, and how far apart along its edge.
HATCH, _APART = pt(2), pt(7)

Point = tuple[int, int]


def outline(geometry: Geometry, rect: Rect) -> tuple[Move, ...]:
    """The path of a preset shape in `rect`, as the presets of DrawingML have it; EMU."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    short = min(rect.w, rect.h)
    if geometry == "ellipse":
        return _rounded(rect, rect.w / 2, rect.h / 2)
    if geometry == "round":
        return _rounded(rect, _CORNER * short, _CORNER * short)
    if geometry == "pill":
        return _rounded(rect, short / 2, short / 2)
    if geometry == "rect":
        return polygon((x, y), (right, y), (right, bottom), (x, bottom))
    reach, middle = round(_POINT[geometry] * short), y + rect.h // 2
    arrow = ((x, y), (right - reach, y), (right, middle), (right - reach, bottom), (x, bottom))
    return polygon(*arrow, *([(x + reach, middle)] if geometry == "chevron" else []))


def hatching(rect: Rect) -> Iterator[tuple[Point, Point]]:
    """The rising strokes that fill a rectangle, from end to end, to be clipped to what is hatched.

    Those of neighbouring marks go on in each other, since all count from the page.
    """
    first = (rect.x + rect.y) // _APART * _APART
    for at in range(first, rect.right + rect.bottom + _APART, _APART):
        yield (at - rect.bottom, rect.bottom), (at - rect.y, rect.y)


def arrow(rule: Rule) -> tuple[Point, tuple[Move, ...]]:
    """Where the line of a rule ends, and the path of the head behind it: none without an arrow.

    Office's triangle of medium size is three line widths long and wide, two points at least
    counting as the width.
    """
    start, end = (rule.x1, rule.y1), (rule.x2, rule.y2)
    length = hypot(end[0] - start[0], end[1] - start[1])
    if not rule.arrow or not length:
        return end, ()
    head = min(3 * max(rule.stroke.width, pt(2)), length)
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    foot = (round(end[0] - head * along[0]), round(end[1] - head * along[1]))
    side = (round(head / 2 * -along[1]), round(head / 2 * along[0]))
    wings = (foot[0] + side[0], foot[1] + side[1]), (foot[0] - side[0], foot[1] - side[1])
    return foot, polygon(end, *wings)


def polygon(*points: Point) -> tuple[Move, ...]:
    """The closed path through these points."""
    first, *others = points
    return (Move("M", (first,)), *(Move("L", (point,)) for point in others), Move("Z"))


def _rounded(rect: Rect, rx: float, ry: float) -> tuple[Move, ...]:
    """A rectangle whose corners are quarters of an ellipse with these radii."""
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    kx, ky = rx * (1 - _KAPPA), ry * (1 - _KAPPA)

    def at(x: float, y: float) -> tuple[int, int]:
        return round(x), round(y)

    return (
        Move("M", (at(left + rx, top),)),
        Move("L", (at(right - rx, top),)),
        Move("C", (at(right - kx, top), at(right, top + ky), at(right, top + ry))),
        Move("L", (at(right, bottom - ry),)),
        Move("C", (at(right, bottom - ky), at(right - kx, bottom), at(right - rx, bottom))),
        Move("L", (at(left + rx, bottom),)),
        Move("C", (at(left + kx, bottom), at(left, bottom - ky), at(left, bottom - ry))),
        Move("L", (at(left, top + ry),)),
        Move("C", (at(left, top + ky), at(left + kx, top), at(left + rx, top))),
        Move("Z"),
    )
