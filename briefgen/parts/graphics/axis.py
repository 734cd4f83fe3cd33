"""Turn a few places into beads on a line, whose ends are named and whose length is bracketed.

The line says an order and nothing of distances, so it is marked as a schematic.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.graphic import Graphic
from briefgen.brief.model import Segment, Text
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
    opened,
    width_of,
)
from briefgen.parts.text import label, para, unbroken
from briefgen.record import replace
from briefgen.scene.items import Item, Move, Rule, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.typography.text import Align

LEAST, MOST = 2, 7
# So many lines of a name stand below a lying axis.
_NAMES = 2


def draw(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> Drawing:
    """The axis in a room: upright in a high one, lying in a wide one, if names have room below
    it."""
    made = _lying if is_wide(rect) and not _crowded(ctx, graphic, points, rect, scale) else _upright
    marks, labels = made(ctx, graphic, points, rect, scale)
    return Drawing(marks=marks, labels=labels, said=_said(ctx, graphic, points), schematic=True)


def _crowded(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> bool:
    """Whether names below a lying axis would take many lines, and those beside an upright one have
    room."""
    step = scale.notes[0]
    ends = sum(width_of(ctx, each, step, False) + scale.gap for each in graphic.ends)
    column = Rect(0, 0, rect.w - ends, rect.h).columns(len(points), scale.gap)[0]
    tallest = max(
        height_of(ctx, Label(point=replace(each, note=None), number=1, rect=rect), scale, column.w)
        for each in points
    )
    upright = rect.h - (2 * step.leading if graphic.ends else 0)
    room = len(points) * scale.names[0].leading <= upright
    return tallest > _NAMES * scale.names[0].leading and room


def _said(ctx: Context, graphic: Graphic, points: Sequence[Point]) -> str:
    ends = [str(end) for end in graphic.ends]
    along = ctx.say(f"从{ends[0]}到{ends[-1]}", f"from {ends[0]} to {ends[-1]}: ") if ends else ""
    order = ctx.say("依次为", "" if ends else "in order: ")
    long = f"{ctx.shown(graphic.span.id)}" if graphic.span else ""
    whole = ctx.say(f"；全长{long}", f"; length {long}") if long else ""
    return f"{along}{order}{listed(ctx, points)}{whole}"


def _upright(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> tuple[tuple[Item, ...], tuple[Label, ...]]:
    step = scale.notes[0]
    row = Rect(rect.x, rect.y, rect.w, step.leading)
    end = opened(ctx, row, step, "middle").bottom - rect.y if graphic.ends else 0
    widest = max((width_of(ctx, each, step, False) for each in graphic.ends), default=0)
    x, marks = rect.x, []
    top, bottom = rect.y + end, rect.bottom - end
    if graphic.span:
        words = str(ctx.shown(graphic.span.id))
        wide = min(width_of(ctx, words, scale.names[1]), rect.w * 3 // 10)
        if not unbroken(ctx, (para(words, scale.names[1], bold=True),), wide):
            wide = min(width_of(ctx, words, scale.names[1]), rect.w * 2 // 5)
        place = Rect(x, top, wide, bottom - top)
        marks.append(_length(ctx, graphic.span.id, place, scale, "right", "middle"))
        x += wide + scale.gap // 2
        marks.append(_bracket(x, top, x + scale.gap * 3 // 4, bottom, scale))
        x += scale.gap * 3 // 4 + scale.gap
    x = max(x + scale.bead // 2, x + widest // 2)
    rows = Rect(rect.x, top, rect.w, bottom - top).rows(len(points), 0)
    first, last = (top, bottom) if graphic.ends else (_mid(rows[0])[1], _mid(rows[-1])[1])
    marks.append(Rule(Name("axis"), x, first, x, last, Stroke("primary", scale.line)))
    for named, y in zip(graphic.ends, (rect.y, rect.bottom - step.leading), strict=False):
        place = Rect(x - widest // 2 - 1, y, widest + 2, step.leading)
        marks.append(_end(ctx, named, place, scale, "center"))
    labels = []
    left = x + scale.bead // 2 + scale.gap
    for number, (point, row) in enumerate(zip(points, rows, strict=True), 1):
        marks.append(_bead(number, x, _mid(row)[1], scale))
        place = Rect(left, row.y, rect.right - left, row.h)
        labels.append(Label(point=point, number=number, rect=place))
    return tuple(marks), tuple(labels)


def _lying(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> tuple[tuple[Item, ...], tuple[Label, ...]]:
    step = scale.notes[0]
    widths = [width_of(ctx, each, step, False) + scale.gap for each in graphic.ends]
    left, right = (rect.x + widths[0], rect.right - widths[-1]) if widths else (rect.x, rect.right)
    columns = Rect(left, rect.y, right - left, rect.h).columns(len(points), scale.gap)
    tall = max(
        height_of(ctx, Label(point=point, number=1, rect=rect), scale, columns[0].w)
        for point in points
    )
    over = scale.names[0].leading + 2 * scale.gap if graphic.span else 0
    below = scale.bead // 2 + scale.gap
    y = rect.y + (rect.h - over - below - tall - scale.bead // 2) * 45 // 100
    y = max(rect.y, y) + over + scale.bead // 2
    first, last = (left, right) if widths else (_mid(columns[0])[0], _mid(columns[-1])[0])
    marks: list[Item] = []
    if graphic.span:
        foot = y - scale.bead // 2 - scale.gap // 2
        marks.append(_bracket(first, foot - scale.gap, last, foot, scale, lying=True))
        place = Rect(left, foot - scale.gap * 3 // 2 - scale.names[0].leading, right - left, 0)
        place = Rect(place.x, place.y, place.w, scale.names[0].leading)
        marks.append(_length(ctx, graphic.span.id, place, scale, "center", "bottom"))
    marks.append(Rule(Name("axis"), first, y, last, y, Stroke("primary", scale.line)))
    sides: tuple[tuple[int, Align], ...] = ((rect.x, "right"), (right + scale.gap, "left"))
    for words, (x, align), wide in zip(graphic.ends, sides, widths, strict=False):
        place = Rect(x, y - step.leading // 2, wide - scale.gap, step.leading)
        marks.append(_end(ctx, words, place, scale, align))
    labels = []
    for number, (point, column) in enumerate(zip(points, columns, strict=True), 1):
        marks.append(_bead(number, _mid(column)[0], y, scale))
        place = Rect(column.x, y + below, column.w, rect.bottom - y - below)
        labels.append(Label(point=point, number=number, rect=place, align="center", anchor="top"))
    return tuple(marks), tuple(labels)


def _mid(rect: Rect) -> tuple[int, int]:
    return rect.x + rect.w // 2, rect.y + rect.h // 2


def _bead(number: int, x: int, y: int, scale: Scale) -> Shape:
    side = scale.bead
    place = Rect(x - side // 2, y - side // 2, side, side)
    colour: Token = "primary"
    return Shape(
        Name("bead", number), place, "ellipse", fill="white", stroke=Stroke(colour, scale.line)
    )


def _bracket(x1: int, y1: int, x2: int, y2: int, scale: Scale, lying: bool = False) -> Shape:
    """A bracket open to the right, or `lying` downwards."""
    at = (
        ((x1, y2), (x1, y1), (x2, y1), (x2, y2))
        if lying
        else ((x2, y1), (x1, y1), (x1, y2), (x2, y2))
    )
    first, *others = at
    path = (Move("M", (first,)), *(Move("L", (each,)) for each in others))
    place = Rect(x1, y1, x2 - x1, y2 - y1)
    return Shape(Name("graphic-bracket"), place, path=path, stroke=Stroke("ink2", scale.thin))


def _length(ctx: Context, id: str, place: Rect, scale: Scale, align: Align, anchor: str) -> Item:
    words = Text((Segment(str(ctx.shown(id)), id),), ctx.figure(id).mark)
    return label(
        ctx,
        Name("span"),
        place,
        words,
        scale.names[1],
        bold=True,
        align=align,
        anchor="middle" if anchor == "middle" else "bottom",
    )


def _end(ctx: Context, words: Text, place: Rect, scale: Scale, align: Align) -> Item:
    return label(
        ctx,
        Name("end-name"),
        opened(ctx, place, scale.notes[0], "middle"),
        words,
        scale.notes[0],
        colour="ink2",
        align=align,
        anchor="middle",
        lines=1,
    )
