"""Turn dates into a road with milestones: solid as far as it has been gone, dashed beyond.

The road says an order and nothing of how long it takes, so it is marked as a schematic.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.brief.graphic import Graphic
from briefgen.geometry import Rect
from briefgen.parts.context import Context
from briefgen.parts.graphics.drawing import Drawing, Label, Point, Scale, height_of, is_wide, listed
from briefgen.scene.items import Item, Move, Shape, Stroke
from briefgen.scene.names import Name

LEAST, MOST = 2, 7
# Where a lying road ends, and where it begins at the lowest, in 1/100 of the room's height.
_UP_TO, _FROM = 9, 58
# How far an upright road winds to either side, in 1/100 of its width.
_WINDING = 55
# Of more milestones it winds half as far.
_FEW = 4

_At = tuple[int, int]


def draw(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> Drawing:
    """The road in a room: rising to the right in a wide one, winding down in a high one."""
    made = _lying if is_wide(rect) else _upright
    marks, labels = made(ctx, points, rect, scale)
    gone = [point for point in points if not point.ahead]
    ahead = [point for point in points if point.ahead]
    parts = [listed(ctx, gone)] if gone else []
    if ahead:
        parts.append(ctx.say(f"前方：{listed(ctx, ahead)}", f"ahead: {listed(ctx, ahead)}"))
    words = ctx.say("；", "; ").join(parts)
    return Drawing(marks=marks, labels=labels, said=words, schematic=True)


def _lying(
    ctx: Context, points: Sequence[Point], rect: Rect, scale: Scale
) -> tuple[tuple[Item, ...], tuple[Label, ...]]:
    columns = rect.inset(0, 0, scale.bead, 0).columns(len(points), scale.gap)
    wide = scale.bead
    first = Label(point=points[0], number=1, rect=rect)
    tall = height_of(ctx, first, scale, columns[0].w) * 11 // 10 + wide // 2 + scale.gap
    end = rect.y + max(rect.h * _UP_TO // 100, wide // 2)
    start = min(rect.y + rect.h * _FROM // 100, max(end, rect.bottom - tall))
    count = len(points)
    nodes = [
        (column.x + wide // 2, start - (start - end) * n // count)
        for n, column in enumerate(columns)
    ]
    tip = (rect.right, end)
    labels = []
    for number, (point, column, at) in enumerate(zip(points, columns, nodes, strict=True), 1):
        top = at[1] + wide // 2 + scale.gap
        place = Rect(column.x, top, column.w, rect.bottom - top)
        labels.append(Label(point=point, number=number, rect=place, anchor="top"))
    return (*_road(points, nodes, tip, wide, scale, lying=True),), tuple(labels)


def _upright(
    ctx: Context, points: Sequence[Point], rect: Rect, scale: Scale
) -> tuple[tuple[Item, ...], tuple[Label, ...]]:
    wide = scale.bead
    swing = wide * (_WINDING if len(points) <= _FEW else _WINDING // 2) // 100
    rows = rect.inset(0, 0, 0, wide // 2).rows(len(points), 0)
    middle = rect.x + wide // 2 + swing
    nodes = [
        (middle + (-swing if n % 2 else swing), row.y + row.h // 2) for n, row in enumerate(rows)
    ]
    tip = (middle, rect.bottom)
    left = middle + swing + wide // 2 + scale.gap
    labels = tuple(
        Label(point=point, number=n, rect=Rect(left, row.y, rect.right - left, row.h))
        for n, (point, row) in enumerate(zip(points, rows, strict=True), 1)
    )
    return (*_road(points, nodes, tip, wide, scale, lying=False),), labels


def _road(
    points: Sequence[Point],
    nodes: Sequence[_At],
    tip: _At,
    wide: int,
    scale: Scale,
    *,
    lying: bool,
) -> list[Item]:
    """The road through its milestones up to its tip, and the milestones on it."""
    gone = sum(not point.ahead for point in points)
    stops = [*nodes, tip]
    turn = max(gone - 1, 0)
    marks: list[Item] = []
    if turn < len(stops) - 1:
        dashed = Stroke("primary", scale.thin * 3 // 2, dashed=True)
        path = _band(stops[turn:], wide, lying, pointed=True)
        marks.append(_shape(Name("road-ahead"), path, fill="", stroke=dashed))
    if turn:
        path = _band(stops[: turn + 1], wide, lying, pointed=False)
        marks.append(_shape(Name("road"), path, fill="primary", stroke=None))
    side = wide * 62 // 100
    for number, (point, (x, y)) in enumerate(zip(points, nodes, strict=True), 1):
        whole = Rect(x - wide // 2, y - wide // 2, wide, wide)
        ring = Stroke("primary", scale.line // 2, dashed=False)
        marks.append(
            Shape(
                Name("milestone", number),
                whole,
                "ellipse",
                fill="white" if point.ahead else "primary",
                stroke=ring,
            )
        )
        if not point.ahead:
            inner = Rect(x - side // 2, y - side // 2, side, side)
            marks.append(Shape(Name("dot", number), inner, "ellipse", fill="white"))
    return marks


def _band(stops: Sequence[_At], wide: int, lying: bool, pointed: bool) -> tuple[Move, ...]:
    """A band through points that leaves and reaches each of them along the road's direction."""
    half = wide * 32 // 100
    aside = (0, half) if lying else (half, 0)

    def off(at: _At, sign: int) -> _At:
        return at[0] + sign * aside[0], at[1] + sign * aside[1]

    def curve(a: _At, b: _At) -> Move:
        if lying:
            mid = (a[0] + b[0]) // 2
            return Move("C", ((mid, a[1]), (mid, b[1]), b))
        mid = (a[1] + b[1]) // 2
        return Move("C", ((a[0], mid), (b[0], mid), b))

    there = [off(at, -1) for at in stops]
    back = [off(at, 1) for at in reversed(stops)]
    if pointed:
        # The road ends in an arrow's head, which takes the last of its length.
        head = (-wide * 3 // 4, 0) if lying else (0, -wide * 3 // 4)
        there[-1] = (there[-1][0] + head[0], there[-1][1] + head[1])
        back[0] = (back[0][0] + head[0], back[0][1] + head[1])
    path = [Move("M", (there[0],)), *(curve(a, b) for a, b in pairwise(there))]
    if pointed:
        tip, out = stops[-1], wide * 30 // 100
        beyond = (0, out) if lying else (out, 0)
        path += (
            Move("L", ((there[-1][0] - beyond[0], there[-1][1] - beyond[1]),)),
            Move("L", (tip,)),
            Move("L", ((back[0][0] + beyond[0], back[0][1] + beyond[1]),)),
        )
    path.append(Move("L", (back[0],)))
    path += (curve(a, b) for a, b in pairwise(back))
    return (*path, Move("Z"))


def _shape(name: Name, path: tuple[Move, ...], *, fill: str, stroke: Stroke | None) -> Shape:
    xs = [x for move in path for x, _ in move.points]
    ys = [y for move in path for _, y in move.points]
    place = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return Shape(name, place, path=path, fill="primary" if fill else "", stroke=stroke)
