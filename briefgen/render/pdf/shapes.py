"""Turn shapes and rules into filled and stroked paths."""

from __future__ import annotations

from math import hypot

from briefgen.colours import Fill
from briefgen.geometry import Rect, pt
from briefgen.render.pdf.pen import Pen
from briefgen.scene.items import Geometry, Move, Rule, Shape, Stroke, TextBox

# Control points that make four cubic curves a circle, within 0.03 % of its radius.
_KAPPA = 0.5522847498
# How far the point of a pentagon or chevron reaches back, and how round the corners of a rounded
# rectangle are, as shares of the shorter side. The first is the preset's own (ECMA-376 Part 1,
# 20.1.10.56, `adj` 50000); the others are smaller than their presets': chevrons in a row stand
# close to each other without overlapping, and corners do not look like a button.
_POINT = {"pentagon": 0.5, "chevron": 0.3}
_CORNER = 0.08
# How wide the strokes of a hatched area are, and how far apart along its edge.
_STROKE, _APART = pt(2), pt(7)


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
        return _polygon((x, y), (right, y), (right, bottom), (x, bottom))
    reach, middle = round(_POINT[geometry] * short), y + rect.h // 2
    arrow = ((x, y), (right - reach, y), (right, middle), (right - reach, bottom), (x, bottom))
    return _polygon(*arrow, *([(x + reach, middle)] if geometry == "chevron" else []))


def draw_shape(pen: Pen, item: Shape | TextBox) -> None:
    """Fill and stroke a shape, or what stands behind a text; nothing where it has neither."""
    if not (item.fill or item.stroke):
        return
    path = item.path if isinstance(item, Shape) else ()
    path = path or outline(item.geometry, item.rect)
    if isinstance(item, Shape) and item.tint and item.fill:
        with pen.saved():
            pen.write("\n".join((pen.fill(item.fill, item.tint), *_steps(pen, path), "f")))
    elif isinstance(item, Shape) and item.pattern and item.fill:
        _hatch(pen, path, item.rect, Stroke(item.fill, _STROKE))
        draw_path(pen, path, "", item.stroke)
    else:
        draw_path(pen, path, item.fill, item.stroke)


def _hatch(pen: Pen, path: tuple[Move, ...], rect: Rect, stroke: Stroke) -> None:
    """Fill a path with rising strokes, clipped to it (ISO 32000-1, 8.5.4)."""
    with pen.saved():
        pen.write("\n".join((*_steps(pen, path), "W* n")))
        pen.write(pen.stroke(stroke))
        # The strokes of neighbouring marks go on in each other, since all count from the page.
        first = (rect.x + rect.y) // _APART * _APART
        for at in range(first, rect.right + rect.bottom + _APART, _APART):
            low, high = (at - rect.bottom, rect.bottom), (at - rect.y, rect.y)
            pen.write(f"{pen.point(*low)} m {pen.point(*high)} l S")


def _steps(pen: Pen, path: tuple[Move, ...]) -> list[str]:
    """The operators that construct a path."""
    letters = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    return [
        " ".join((*(pen.point(*point) for point in move.points), letters[move.op])) for move in path
    ]


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
        pen.write("\n".join((*_steps(pen, path), paint)))


def draw_rule(pen: Pen, rule: Rule) -> None:
    """Draw a straight line, with a filled head at its second end where it is an arrow."""
    start, end = (rule.x1, rule.y1), (rule.x2, rule.y2)
    length = hypot(end[0] - start[0], end[1] - start[1])
    if not rule.arrow or not length:
        draw_path(pen, (Move("M", (start,)), Move("L", (end,))), "", rule.stroke)
        return
    # Office's triangle of medium size is three line widths long and wide, two points at least
    # counting as the width.
    head = min(3 * max(rule.stroke.width, pt(2)), length)
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    foot = (round(end[0] - head * along[0]), round(end[1] - head * along[1]))
    side = (round(head / 2 * -along[1]), round(head / 2 * along[0]))
    draw_path(pen, (Move("M", (start,)), Move("L", (foot,))), "", rule.stroke)
    wings = (foot[0] + side[0], foot[1] + side[1]), (foot[0] - side[0], foot[1] - side[1])
    draw_path(pen, _polygon(end, *wings), rule.stroke.colour, None)


def _polygon(*points: tuple[int, int]) -> tuple[Move, ...]:
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
