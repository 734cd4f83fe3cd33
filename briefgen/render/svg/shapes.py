"""Turn shapes and rules into filled and stroked paths."""

from __future__ import annotations

from briefgen.colours import Fill
from briefgen.geometry import Rect
from briefgen.render.outlines import HATCH, arrow, hatching, outline
from briefgen.render.svg.pen import Pen, number, steps
from briefgen.scene.items import Move, Rule, Shape, Stroke, TextBox


def draw_shape(pen: Pen, item: Shape | TextBox) -> None:
    """Fill and stroke a shape, or what stands behind a text; nothing where it has neither."""
    if not (item.fill or item.stroke):
        return
    path = item.path if isinstance(item, Shape) else ()
    if isinstance(item, Shape) and item.tint and item.fill:
        made = steps(path or outline(item.geometry, item.rect))
        pen.write(f'<path d="{made}"{pen.fill(item.fill, item.tint)}/>')
    elif isinstance(item, Shape) and item.pattern and item.fill:
        path = path or outline(item.geometry, item.rect)
        _hatch(pen, path, item.rect, Stroke(item.fill, HATCH))
        draw_path(pen, path, "", item.stroke)
    elif not path and item.geometry == "rect":
        draw_rect(pen, item.rect, item.fill, item.stroke)
    else:
        draw_path(pen, path or outline(item.geometry, item.rect), item.fill, item.stroke)


def _hatch(pen: Pen, path: tuple[Move, ...], rect: Rect, stroke: Stroke) -> None:
    """Fill a path with rising strokes, clipped to it."""
    clip = pen.next_id()
    lines = "".join(
        f"M{number(a)} {number(b)}L{number(c)} {number(d)}" for (a, b), (c, d) in hatching(rect)
    )
    pen.write(
        f'<clipPath id="{clip}"><path clip-rule="evenodd" d="{steps(path)}"/></clipPath>',
        f'<path clip-path="url(#{clip})" d="{lines}"{pen.stroke(stroke)}/>',
    )


def draw_rect(pen: Pen, rect: Rect, fill: Fill, stroke: Stroke | None) -> None:
    """Fill and stroke a rectangle."""
    place = f'x="{number(rect.x)}" y="{number(rect.y)}"'
    size = f'width="{number(rect.w)}" height="{number(rect.h)}"'
    pen.write(f"<rect {place} {size}{pen.fill(fill)}{pen.stroke(stroke)}/>")


def draw_path(pen: Pen, path: tuple[Move, ...], fill: Fill, stroke: Stroke | None) -> None:
    """Fill and stroke a path; overlapping parts by the even-odd rule, as in the other outputs."""
    if fill or stroke:
        rule = ' fill-rule="evenodd"' if fill else ""
        pen.write(f'<path d="{steps(path)}"{rule}{pen.fill(fill)}{pen.stroke(stroke)}/>')


def draw_rule(pen: Pen, rule: Rule) -> None:
    """Draw a straight line, with a filled head at its second end where it is an arrow."""
    end, head = arrow(rule)
    draw_path(pen, (Move("M", ((rule.x1, rule.y1),)), Move("L", (end,))), "", rule.stroke)
    if head:
        draw_path(pen, head, rule.stroke.colour, None)
