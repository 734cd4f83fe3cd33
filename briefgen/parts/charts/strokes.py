"""Turn the points of a series into the strokes between them, over their ground or without."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.geometry import Rect, bounds
from briefgen.parts.charts.marks import ChartMark, Dot
from briefgen.scene.items import GROUND, LINE, Item, Move, Shape, Stroke
from briefgen.scene.names import Name


def strokes(name: str, marks: Sequence[ChartMark], ground: int | None = None) -> tuple[Item, ...]:
    """The stretches of a line between its gaps, over a tint down to `ground` if it is an area."""
    items: list[Item] = []
    for stretch in (found for found in _stretches(marks) if len(found) > 1):
        path = tuple(Move("L" if i else "M", ((dot.x, dot.y),)) for i, dot in enumerate(stretch))
        box = bounds([Rect(dot.x, dot.y, 0, 0) for dot in stretch])
        if ground is not None:
            feet = ((stretch[-1].x, ground), (stretch[0].x, ground))
            around = (*path, *(Move("L", (foot,)) for foot in feet), Move("Z"))
            whole = Rect(box.x, box.y, box.w, ground - box.y)
            items.append(Shape(name=Name("area", of=name), rect=whole, path=around, fill=GROUND))
        colour = marks[0].colour
        stroke = Stroke(colour, LINE, round=True) if colour else None
        items.append(Shape(name=Name("stroke", of=name), rect=box, path=path, stroke=stroke))
    return tuple(items)


def _stretches(marks: Sequence[ChartMark]) -> list[list[Dot]]:
    """The points that follow each other without a gap."""
    found: list[list[Dot]] = [[]]
    for mark in marks:
        if isinstance(mark.form, Dot):
            found[-1].append(mark.form)
        elif found[-1]:
            found.append([])
    return found
