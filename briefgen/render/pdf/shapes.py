"""Turn shapes and rules into filled and stroked paths."""

from __future__ import annotations

from briefgen.colours import Fill
from briefgen.geometry import Rect
from briefgen.render.outlines import HATCH, arrow, hatching, outline
from briefgen.render.pdf.pen import Pen
from briefgen.scene.items import Move, Rule, Shape, Stroke, TextBox


def draw_shape(pen: Pen, item: Shape | TextBox) -> None:
    """Fill and stroke a shape, or what stands behind a text; nothing where it has neither."""
    if not (item.fill or item.stroke):
        return
    path = item.path if isinstance(item, Shape) else ()
    path = path or outline(item.geometry, item.rect)
    if isinstance(item, Shape) and item.tint and item.fill:
        with pen.saved():
            pen.write("\n".join((pen.fill(item.fill, item.tint), pen.path(path), "f")))
    elif isinstance(item, Shape) and item.pattern and item.fill:
        _hatch(pen, path, item.rect, Stroke(item.fill, HATCH))
        draw_path(pen, path, "", item.stroke)
    else:
        draw_path(pen, path, item.fill, item.stroke)


def _hatch(pen: Pen, path: tuple[Move, ...], rect: Rect, stroke: Stroke) -> None:
    """Fill a path with rising strokes, clipped to it (ISO 32000-1, 8.5.4)."""
    with pen.saved():
        pen.write("\n".join((pen.path(path), "W* n")))
        pen.write(pen.stroke(stroke))
        for low, high in hatching(rect):
            pen.write(f"{pen.point(*low)} m {pen.point(*high)} l S")


def draw_path(pen: Pen, path: tuple[Move, ...], fill: Fill, stroke: Stroke | None) -> None:
    """Fill and stroke a path.

    Overlapping parts are filled by the even-odd rule, as Office fills the paths of a custom
    geometry, so that a hole is a hole in both outputs.
    """
    if not fill and not stroke:
        return
    with pen.saved():
        if fill:
            pen.write(pen.fill(fill))
        if stroke:
            pen.write(pen.stroke(stroke))
        paint = "B*" if fill and stroke else "f*" if fill else "S"
        pen.write("\n".join((pen.path(path), paint)))


def draw_rule(pen: Pen, rule: Rule) -> None:
    """Draw a straight line, with a filled head at its second end where it is an arrow."""
    end, head = arrow(rule)
    draw_path(pen, (Move("M", ((rule.x1, rule.y1),)), Move("L", (end,))), "", rule.stroke)
    if head:
        draw_path(pen, head, rule.stroke.colour, None)
