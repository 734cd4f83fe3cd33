"""Turn percentages into fields of ten by ten squares, of which as many are filled: to scale.

A square that is filled in part is drawn so, hence 23.3% fills 23.3 squares.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.graphic import Graphic
from briefgen.facts.quantity import amount
from briefgen.geometry import Rect
from briefgen.parts.context import Context
from briefgen.parts.graphics.drawing import Drawing, Label, Point, Scale, height_of, listed
from briefgen.parts.graphics.squares import squares
from briefgen.scene.items import Item

LEAST, MOST = 1, 3
_SIDE = 10


def draw(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> Drawing:
    """A field for each figure: beside each other in a wide room, else below each other."""
    gap = 2 * scale.gap
    wide = rect.w * 5 > rect.h * 6
    cells = rect.columns(len(points), gap) if wide else rect.rows(len(points), gap)
    marks: list[Item] = []
    labels = []
    for number, (point, cell) in enumerate(zip(points, cells, strict=True), 1):
        field, label = _placed(ctx, point, number, cell, scale)
        share = amount(ctx.figure(point.figure).quantity)
        marks += squares(number, field, _SIDE, share, 100, "primary")
        labels.append(label)
    return Drawing(
        marks=tuple(marks), labels=tuple(labels), said=listed(ctx, points), schematic=False
    )


def _placed(
    ctx: Context, point: Point, number: int, cell: Rect, scale: Scale
) -> tuple[Rect, Label]:
    """Where the field stands, and its numeral: beside it in a lying cell, or where words leave no
    room for it above them, else below."""
    tall = height_of(ctx, Label(point=point, number=number, rect=cell, large=True), scale, cell.w)
    tall += tall // 12
    if cell.w * 10 >= cell.h * 13 or cell.h - tall - scale.gap < scale.bead:
        side = min(cell.h, cell.w * 46 // 100)
        field = Rect(cell.x, cell.y + (cell.h - side) // 2, side, side)
        left = field.right + scale.gap
        place = Rect(left, cell.y, cell.right - left, cell.h)
        return field, Label(point=point, number=number, rect=place, large=True)
    side = min(cell.w, cell.h - tall - scale.gap)
    top = cell.y + (cell.h - side - scale.gap - tall) // 2
    place = Rect(cell.x, top + side + scale.gap, cell.w, tall)
    label = Label(point=point, number=number, rect=place, large=True, anchor="top")
    return Rect(cell.x, top, side, side), label
