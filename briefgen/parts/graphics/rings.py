"""Turn what lies one in the other into nested rings, the outermost first: a schematic.

The rings touch at the foot, so that each leaves room for its words at its top; where they are too
narrow for these, the words stand beside, at the end of a leader.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from briefgen.brief.graphic import Graphic
from briefgen.colours import Token
from briefgen.geometry import Rect
from briefgen.parts.context import Context
from briefgen.parts.graphics.drawing import (
    Drawing,
    Label,
    Point,
    Scale,
    height_of,
    is_wide,
    listed,
    on_a_line,
    width_of,
)
from briefgen.scene.items import Item, Rule, Shape, Stroke
from briefgen.scene.names import Name

LEAST, MOST = 2, 7
# The innermost ring's diameter, in 1/100 of the outermost's, by how many there are.
_INNER = {2: 56, 3: 40, 4: 30, 5: 25, 6: 21, 7: 18}
# The share of a room's width that rings with words beside them take, at least and at most.
_LEAST, _MOST = 38, 56


def draw(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> Drawing:
    """The rings in a room, with their words in them or beside."""
    drawn = None if is_wide(rect) else _within(ctx, points, rect, scale)
    marks, labels = drawn or _beside(ctx, points, rect, scale)
    order = ctx.say("从外到内：", "from the outside in: ")
    return Drawing(marks=marks, labels=labels, said=order + listed(ctx, points), schematic=True)


def _circles(count: int, side: int, x: int, bottom: int) -> list[Rect]:
    """Circles of falling diameters that touch at their foot, around an x."""
    inner = side * _INNER[count] // 100
    sides = [side - (side - inner) * n // (count - 1) for n in range(count)]
    return [Rect(x - each // 2, bottom - each, each, each) for each in sides]


def _marks(circles: Sequence[Rect], scale: Scale) -> list[Item]:
    marks: list[Item] = []
    for number, circle in enumerate(circles, 1):
        grounds: tuple[Token, Token] = ("white", "surface2")
        fill: Token = "primary" if number == len(circles) else grounds[(number - 1) % 2]
        stroke = Stroke("ink2", scale.thin)
        marks.append(Shape(Name("circle", number), circle, "ellipse", fill=fill, stroke=stroke))
    return marks


def _within(
    ctx: Context, points: Sequence[Point], rect: Rect, scale: Scale
) -> tuple[tuple[Item, ...], tuple[Label, ...]] | None:
    """Rings with their words in them; None where these do not fit."""
    side = min(rect.w, rect.h)
    bottom = rect.y + (rect.h + side) // 2
    circles = _circles(len(points), side, rect.x + rect.w // 2, bottom)
    labels = []
    for number, (point, circle) in enumerate(zip(points, circles, strict=True), 1):
        last = number == len(points)
        below = circles[number].y if not last else 0
        place = _inside(circle) if last else _crescent(circle, below)
        label = Label(
            point=point,
            number=number,
            rect=place,
            align="center",
            colour="white" if last else "ink",
            minor="white" if last else "ink2",
        )
        widths = [width_of(ctx, point.text, scale.names[-2])]
        widths += [width_of(ctx, point.note, scale.notes[-2], False)] if point.note else []
        if max(widths) > place.w or height_of(ctx, label, scale, place.w, -2) > place.h:
            return None
        labels.append(label)
    return tuple(_marks(circles, scale)), tuple(labels)


def _crescent(circle: Rect, below: int) -> Rect:
    """The room for words at the top of a ring, above the next one."""
    room = below - circle.y
    top = room * 22 // 100
    half = circle.w // 2
    chord = round(2 * sqrt(max(0, half * half - (half - top) ** 2)) * 0.92)
    return Rect(circle.x + half - chord // 2, circle.y + top, chord, room - top)


def _inside(circle: Rect) -> Rect:
    inner = circle.w * 8 // 100
    return circle.inset(inner, circle.w * 18 // 100, inner, circle.w * 18 // 100)


def _beside(
    ctx: Context, points: Sequence[Point], rect: Rect, scale: Scale
) -> tuple[tuple[Item, ...], tuple[Label, ...]]:
    high, end = rect.h // len(points), rect.right
    lines = _lines(ctx, points, high, scale)
    need = max(width_of(ctx, line, scale.names[-2]) for line in lines) + scale.gap
    share = min(rect.w * _MOST // 100, max(rect.w * _LEAST // 100, rect.w - need))
    side = min(rect.h, share)
    if is_wide(rect):
        # Rings and their words stand in the middle of a wide room together.
        widths = [width_of(ctx, line, scale.names[0]) for line in lines]
        whole = min(rect.w, side + 3 * scale.gap + max(widths))
        rect = Rect(rect.x + (rect.w - whole) // 2, rect.y, whole, rect.h)
    top = rect.y + (rect.h - side) // 2
    circles = _circles(len(points), side, rect.x + side // 2, top + side)
    marks = _marks(circles, scale)
    left = rect.x + side + scale.gap * (3 if is_wide(rect) else 1)
    heights = _heights(circles)
    rows = _rows(ctx, points, Rect(left, rect.y, end - left, rect.h), heights, scale)
    labels = []
    for number, (point, y, row) in enumerate(zip(points, heights, rows, strict=True), 1):
        x, middle = rect.x + side // 2, row.y + row.h // 2
        leader = Stroke("ink2", scale.thin)
        marks += (
            Rule(Name("leader", number), x, y, left - scale.gap // 4, middle, leader),
            _dot(number, x, y, scale),
        )
        labels.append(Label(point=point, number=number, rect=row))
    return tuple(marks), tuple(labels)


def _heights(circles: Sequence[Rect]) -> list[int]:
    """The middle of what is seen of each ring above the next, and that of the last."""
    feet = [each.y for each in circles[1:]] + [circles[-1].bottom]
    return [(circle.y + foot) // 2 for circle, foot in zip(circles, feet, strict=True)]


def _rows(
    ctx: Context, points: Sequence[Point], room: Rect, heights: Sequence[int], scale: Scale
) -> Sequence[Rect]:
    """Where words stand: level with their rings, or, where they need more than these are wide, in
    even shares of the room."""
    apart = min(lower - upper for upper, lower in pairwise(heights))
    half = min(apart // 2, heights[0] - room.y, room.bottom - heights[-1])
    tall = (
        height_of(ctx, Label(point=point, number=1, rect=room), scale, room.w) for point in points
    )
    if max(tall) > 2 * half:
        return room.rows(len(points), 0)
    return [Rect(room.x, y - half, room.w, 2 * half) for y in heights]


def _lines(ctx: Context, points: Sequence[Point], row: int, scale: Scale) -> list[str]:
    """What stands on a line beside the rings: all of a point's words where a row has one line."""
    if row < scale.names[-2].leading + scale.notes[-2].leading:
        return [on_a_line(ctx, point) for point in points]
    return [str(each) for point in points for each in (point.text, point.note) if each]


def _dot(number: int, x: int, y: int, scale: Scale) -> Shape:
    side = scale.bead // 3
    place = Rect(x - side // 2, y - side // 2, side, side)
    line = Stroke("white", scale.thin)
    return Shape(Name("dot", number), place, "ellipse", fill="ink2", stroke=line)
