"""Turn a few things into pictures, each with its figure and name: a row, or a list."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.graphic import Graphic
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
    unbroken,
)
from briefgen.scene.icons import icon
from briefgen.scene.items import Item, Shape, Stroke
from briefgen.scene.names import Name

LEAST, MOST = 2, 8
# At most so many stand in one row, each as wide as so many digits of its numeral, but no wider
# than that; and the side of the largest picture.
_ROW, _CELL, _WIDEST, _LARGEST = 4, 5, pt(220), pt(72)
# The most of a cell's width that a picture beside its words takes, in 1/100.
_SIDE = 20
# A picture's side in a list, at most, in beads.
_PANE = 3


def draw(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> Drawing:
    """Below each other in a high room, in one or two rows in a wide one."""
    marks: list[Item] = []
    labels = []
    if is_wide(rect):
        cells, one_row = _grid(rect, len(points), scale)
        tall = _tallest(ctx, points, cells[0], scale) if one_row else 0
        # Where words leave no room for panes above them, they stand beside these.
        one_row = one_row and cells[0].h - tall - scale.gap >= scale.bead
        placed = [
            _upright(p, n, cell, tall, scale) if one_row else _lying(p, n, cell, scale.gap, scale)
            for n, (p, cell) in _numbered(points, cells)
        ]
    else:
        high = rect.h // len(points)
        apart = min(scale.gap, high // 8)
        cells = list(rect.rows(len(points), apart))
        placed = [_lying(p, n, cell, apart, scale) for n, (p, cell) in _numbered(points, cells)]
    for (number, (point, _)), (pane, label) in zip(_numbered(points, cells), placed, strict=True):
        if point.icon:
            marks.append(icon(point.icon, pane, "ink2"))
        else:
            line = Stroke("line", scale.thin)
            marks.append(Shape(Name("icon-pane", number), pane, fill="white", stroke=line))
        labels.append(label)
    return Drawing(
        marks=tuple(marks), labels=tuple(labels), said=listed(ctx, points), schematic=False
    )


def _numbered(
    points: Sequence[Point], cells: Sequence[Rect]
) -> list[tuple[int, tuple[Point, Rect]]]:
    return list(enumerate(zip(points, cells, strict=True), 1))


def _grid(rect: Rect, count: int, scale: Scale) -> tuple[list[Rect], bool]:
    """Cells in one row, or in as few as leave room for their numerals, each but the last full; and
    whether it is one row."""
    least = _WIDEST if scale.numerals[0].size >= pt(40) else _CELL * scale.numerals[1].size
    rows = next(n for n in range(1, count + 1) if rect.w // -(-count // n) >= least or n == count)
    if count > _ROW:
        rows = max(rows, 2)
    gap = (2 if rows == 1 else 1) * scale.gap
    across = -(-count // rows)
    cells = [cell for row in rect.rows(rows, gap) for cell in row.columns(across, gap)]
    return cells[:count], rows == 1


def _lying(point: Point, number: int, cell: Rect, apart: int, scale: Scale) -> tuple[Rect, Label]:
    side = min(cell.h, scale.bead * _PANE, cell.w * _SIDE // 100)
    pane = Rect(cell.x, cell.y + (cell.h - side) // 2, side, side)
    left = pane.right + scale.gap
    # Words may take some of what keeps the panes apart; of many points, nearly half of it.
    tight = cell.h < scale.numerals[-1].leading + scale.notes[-1].leading
    more = apart * (44 if tight else 20) // 100
    place = Rect(left, cell.y - more, cell.right - left, cell.h + 2 * more)
    return pane, Label(point=point, number=number, rect=place, large=True)


def _tallest(ctx: Context, points: Sequence[Point], cell: Rect, scale: Scale) -> int:
    """The height of the highest words below a pane; on a slide with room for a note, so that panes
    stand alike with and without notes."""
    labels = [Label(point=point, number=1, rect=cell, large=True) for point in points]
    sizes = unbroken(ctx, labels, scale)
    tall = max(height_of(ctx, label, sizes, cell.w) for label in labels)
    if ctx.medium == "deck":
        tall = max(tall, sizes.names[0].leading + sizes.notes[0].leading)
    return tall * 12 // 10


def _upright(point: Point, number: int, cell: Rect, tall: int, scale: Scale) -> tuple[Rect, Label]:
    side = min(cell.w, cell.h - tall - scale.gap, _LARGEST)
    top = cell.y + max(0, cell.h - side - scale.gap - tall) * 2 // 5
    pane = Rect(cell.x, top, side, side)
    below = pane.bottom + scale.gap
    place = Rect(cell.x, below, cell.w, cell.bottom - below)
    return pane, Label(point=point, number=number, rect=place, large=True, anchor="top")
