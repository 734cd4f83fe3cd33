"""Turn what comes in an order of size into steps: a stair, or tiers for words that need width.

Steps that have figures of one unit are drawn to scale, where each still holds its words. All
others fall evenly in the order given, and are marked as a schematic.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.graphic import Graphic
from briefgen.colours import Token
from briefgen.facts.quantity import amount
from briefgen.geometry import Rect, pt
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
from briefgen.scene.items import Item, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import Step

LEAST, MOST = 2, 7
# The last of even steps, in 1/100 of the first, where its words need no more.
_LAST = 34
# The highest tier, in leadings of its words; the widest step of a stair, in the same.
_TIER, _STEP = 5, 10


def draw(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> Drawing:
    """The steps in a room, the first the largest unless figures say otherwise."""
    wide = is_wide(rect) and _treads_hold(ctx, points, rect, scale, scale.names[-1])
    drawn = (_stair if wide else _tiers)(ctx, points, rect, scale)
    if not drawn[2] and not wide and _treads_hold(ctx, points, rect, scale, scale.names[0]):
        drawn = _stair(ctx, points, rect, scale)
    marks, labels, true = drawn
    order = ctx.say("由大到小：", "from the largest: ") if not true else ""
    return Drawing(marks=marks, labels=labels, said=order + listed(ctx, points), schematic=not true)


def _treads_hold(
    ctx: Context, points: Sequence[Point], rect: Rect, scale: Scale, size: Step
) -> bool:
    """Whether the treads of a stair are as wide as the names on them at a size."""
    room = rect.w // len(points) - 2 * _edge(scale)
    return all(width_of(ctx, point.text, size) <= room for point in points)


def _edge(scale: Scale) -> int:
    """What keeps the words of a stair from its edges."""
    return scale.gap * 3 // 5


def sizes(
    ctx: Context, points: Sequence[Point], most: int, needs: Sequence[int]
) -> tuple[list[int], bool]:
    """How large each step is, up to `most`, and whether that is to scale. `needs` is what the
    words of each take (EMU)."""
    if all(point.figure for point in points):
        values = [amount(ctx.figure(point.figure).quantity) for point in points]
        true = [round(most * value / max(values)) for value in values]
        if all(size >= need for size, need in zip(true, needs, strict=True)):
            return true, True
    last = min(most, max(most * _LAST // 100, needs[-1]))
    fall = [most - (most - last) * n // (len(points) - 1) for n in range(len(points))]
    return [min(most, max(pair)) for pair in zip(fall, needs, strict=True)], False


def _tiers(
    ctx: Context, points: Sequence[Point], rect: Rect, scale: Scale
) -> tuple[tuple[Item, ...], tuple[Label, ...], bool]:
    pad, gap = scale.gap, max(scale.gap // 2, pt(2))
    two = scale.names[0].leading + scale.notes[0].leading
    high = (rect.h + gap) // len(points) - gap
    high = min(high, _TIER * scale.names[0].leading)
    inline = high < two + gap
    needs = [
        min(
            rect.w, 2 * pad + width_of(ctx, on_a_line(ctx, p) if inline else p.text, scale.names[0])
        )
        for p in points
    ]
    wide, true = sizes(ctx, points, rect.w, needs)
    # Sizes that say nothing are all the same, on a ladder: they would be taken for bars.
    fall = 0 if true else max(0, min(2 * pad, (rect.w - max(needs)) // (len(points) - 1)))
    same = rect.w - fall * (len(points) - 1)
    top = rect.y + (rect.h - len(points) * (high + gap) + gap) // 2
    marks: list[Item] = []
    labels = []
    for number, (point, width) in enumerate(zip(points, wide, strict=True), 1):
        y = top + (number - 1) * (high + gap)
        place = Rect(rect.x + fall * (number - 1), y, width if true else same, high)
        ground: Token = "primary" if number == 1 else "white"
        colour = ctx.theme.readable(ground)
        outline = None if number == 1 else Stroke("ink2", scale.thin)
        marks.append(Shape(Name("tier", number), place, fill=ground, stroke=outline))
        labels.append(
            Label(
                point=point,
                number=number,
                rect=place.inset(pad, 0, pad // 2, 0),
                colour=colour,
                minor=colour,
                inline=inline,
            )
        )
    return tuple(marks), tuple(labels), true


def _stair(
    ctx: Context, points: Sequence[Point], rect: Rect, scale: Scale
) -> tuple[tuple[Item, ...], tuple[Label, ...], bool]:
    pad, tread = _edge(scale), scale.line
    columns = rect.columns(len(points), 0)
    level = -2 if ctx.medium == "deck" else -1
    needs = [
        tread
        + 2 * scale.gap
        + height_of(ctx, Label(point=p, number=1, rect=rect), scale, columns[0].w - 2 * pad, level)
        for p in points
    ]
    high, true = sizes(ctx, points, rect.h, needs)
    marks: list[Item] = []
    labels = []
    for number, (point, column, height) in enumerate(zip(points, columns, high, strict=True), 1):
        place = Rect(column.x, rect.bottom - height, column.w, height)
        if true:
            edge = Stroke("muted", scale.thin)
            marks.append(Shape(Name("tier", number), place, fill="white", stroke=edge))
        labels.append(
            Label(
                point=point,
                number=number,
                rect=place.inset(pad, tread + scale.gap, pad, scale.gap),
                anchor="top",
            )
        )
    marks += _profile(columns, high, rect, tread)
    return tuple(marks), tuple(labels), true


def _profile(columns: Sequence[Rect], heights: Sequence[int], rect: Rect, thick: int) -> list[Item]:
    """The stair's outline: a tread on each step, and a riser down to the next, or to the ground."""
    marks: list[Item] = []
    for number, (column, height) in enumerate(zip(columns, heights, strict=True), 1):
        ground: Token = "primary" if number == 1 else "ink2"
        top = rect.bottom - height
        below = (*heights, 0)[number]
        edge = Rect(column.x, top, column.w, thick)
        fall = height - below + (thick if below else 0)
        riser = Rect(column.right - thick, top, thick, fall)
        marks.append(Shape(Name("tread", number), edge, fill=ground))
        marks.append(Shape(Name("riser", number), riser, fill=ground))
    return marks
