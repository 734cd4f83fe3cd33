"""Turn a drawing that has colours of its own into a group of freeforms, one for each part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, cos, degrees, hypot, sin

from briefgen.geometry import Rect
from briefgen.render.pptx.look import STEPS, transform
from briefgen.render.pptx.sheet import Sheet
from briefgen.scene.items import Drawing
from briefgen.scene.names import Name
from briefgen.vector import (
    Box,
    Linear,
    Matrix,
    Paint,
    Part,
    Path,
    Pencil,
    Radial,
    Solid,
    Stop,
    extent,
    moved,
    transformed,
    within,
)

_CAPS = {"butt": "flat", "round": "rnd", "square": "sq"}
# Shares and angles are counted in these (ECMA-376 Part 1, 22.9.2.11 and 20.1.10.3).
_WHOLE, _DEGREE = 100_000, 60_000


def drawing(sheet: Sheet, item: Drawing) -> str:
    """The group of a drawing, the parts in its place."""
    rect, vector = item.rect, item.vector
    across, down = rect.w / vector.width, rect.h / vector.height
    matrix: Matrix = (across, 0, 0, down, rect.x, rect.y)
    parts = "".join(
        _part(sheet, part, matrix, Name("drawn", number))
        for number, part in enumerate(vector.parts, 1)
    )
    where = "".join(
        f'<a:{offset} x="{rect.x}" y="{rect.y}"/><a:{size} cx="{rect.w}" cy="{rect.h}"/>'
        for offset, size in (("off", "ext"), ("chOff", "chExt"))
    )
    named = sheet.properties(item.name, alt=item.alt, decorative=not item.alt)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{where}</a:xfrm></p:grpSpPr>{parts}</p:grpSp>"
    )


def _part(sheet: Sheet, part: Part, matrix: Matrix, name: Name) -> str:
    path = transformed(part.path, matrix)
    left, top, right, bottom = (round(each) for each in extent(path))
    rect = Rect(left, top, right - left, bottom - top)
    fill = "<a:noFill/>"
    if part.fill and rect.w and rect.h:
        fill = _fill(within(part.fill, matrix), (left, top, right, bottom))
    scale = (matrix[0] * matrix[3]) ** 0.5
    return (
        f"<p:sp><p:nvSpPr>{sheet.properties(name, decorative=True)}<p:cNvSpPr/><p:nvPr/>"
        f"</p:nvSpPr><p:spPr>{transform(rect)}{_form(path, rect, bool(part.fill))}{fill}"
        f"{_line(part.pencil, scale)}</p:spPr></p:sp>"
    )


def _form(path: Path, rect: Rect, filled: bool) -> str:
    steps = []
    for op, points in path:
        marks = "".join(
            f'<a:pt x="{round(x) - rect.x}" y="{round(y) - rect.y}"/>' for x, y in points
        )
        steps.append(f"<a:{STEPS[op]}>{marks}</a:{STEPS[op]}>" if marks else "<a:close/>")
    none = "" if filled else ' fill="none"'
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{rect.w}" h="{rect.h}"{none}>{"".join(steps)}</a:path></a:pathLst>'
        "</a:custGeom>"
    )


def _line(pencil: Pencil | None, scale: float) -> str:
    if pencil is None:
        return "<a:ln><a:noFill/></a:ln>"
    dashes = pencil.dashes * 2 if len(pencil.dashes) % 2 else pencil.dashes
    pairs = zip(dashes[::2], dashes[1::2], strict=True)
    stops = "".join(
        f'<a:ds d="{round(on / pencil.width * _WHOLE)}" sp="{round(off / pencil.width * _WHOLE)}"/>'
        for on, off in pairs
    )
    join = {
        "miter": f'<a:miter lim="{round(pencil.limit * _WHOLE)}"/>',
        "round": "<a:round/>",
        "bevel": "<a:bevel/>",
    }[pencil.join]
    return (
        f'<a:ln w="{max(1, round(pencil.width * scale))}" cap="{_CAPS[pencil.cap]}">'
        f"<a:solidFill>{_colour(pencil.paint.colour, pencil.paint.alpha)}</a:solidFill>"
        f"{f'<a:custDash>{stops}</a:custDash>' if stops else ''}{join}</a:ln>"
    )


def _colour(digits: str, alpha: float) -> str:
    seen = f'<a:alpha val="{round(alpha * _WHOLE)}"/>' if alpha < 1 else ""
    return f'<a:srgbClr val="{digits}">{seen}</a:srgbClr>'


def _fill(paint: Paint, bounds: Box) -> str:
    if isinstance(paint, Solid):
        return f"<a:solidFill>{_colour(paint.colour, paint.alpha)}</a:solidFill>"
    stops, way = _along(paint, bounds) if isinstance(paint, Linear) else _around(paint, bounds)
    shown = "".join(
        f'<a:gs pos="{round(stop.at * _WHOLE)}">{_colour(stop.colour, stop.alpha)}</a:gs>'
        for stop in stops
    )
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{shown}</a:gsLst>{way}</a:gradFill>'


def _along(paint: Linear, bounds: Box) -> tuple[list[Stop], str]:
    """The stops of a linear gradient as Office counts them: at its angle, from the corner of the
    shape that comes first to the one that comes last (20.1.8.41)."""
    (x1, y1), (x2, y2) = paint.start, paint.end
    left, top, right, bottom = bounds
    angle, length = atan2(y2 - y1, x2 - x1), hypot(x2 - x1, y2 - y1)
    whole = abs((right - left) * cos(angle)) + abs((bottom - top) * sin(angle))
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    middle = ((middle_x - x1) * cos(angle) + (middle_y - y1) * sin(angle)) / length
    stops = [
        Stop((stop.at - middle) * length / whole + 0.5, stop.colour, stop.alpha)
        for stop in paint.stops
    ]
    turn = round(degrees(angle) % 360 * _DEGREE) % (360 * _DEGREE)
    return _within_ends(stops), f'<a:lin ang="{turn}" scaled="0"/>'


def _around(paint: Radial, bounds: Box) -> tuple[list[Stop], str]:
    """The stops of a radial gradient as Office counts them: from its middle to the corner of the
    shape that is farthest from it (20.1.8.46)."""
    left, top, right, bottom = bounds
    x, y = moved(paint.matrix, paint.focus)
    a, b, c, d, _, _ = paint.matrix
    radius = paint.radius * abs(a * d - b * c) ** 0.5
    farthest = hypot(max(abs(x - left), abs(right - x)), max(abs(y - top), abs(bottom - y)))
    stops = [Stop(stop.at * radius / farthest, stop.colour, stop.alpha) for stop in paint.stops]
    across = min(max((x - left) / (right - left), 0.0), 1.0)
    down = min(max((y - top) / (bottom - top), 0.0), 1.0)
    sides = (across, down, 1 - across, 1 - down)
    inner = " ".join(
        f'{side}="{round(share * _WHOLE)}"' for side, share in zip("ltrb", sides, strict=True)
    )
    return _within_ends(stops), f'<a:path path="circle"><a:fillToRect {inner}/></a:path>'


def _within_ends(stops: Sequence[Stop]) -> list[Stop]:
    """The stops between 0 and 1, with the colours that are there at both ends."""
    inner = [stop for stop in stops if 0 < stop.at < 1]
    return [_at(stops, 0.0), *inner, _at(stops, 1.0)]


def _mixed(one: str, other: str, share: float) -> str:
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(a * (1 - share) + b * share):02X}" for a, b in pairs)


def _at(stops: Sequence[Stop], at: float) -> Stop:
    """The colour that a gradient has somewhere."""
    if at <= stops[0].at:
        return Stop(at, stops[0].colour, stops[0].alpha)
    for before, after in pairwise(stops):
        if before.at <= at < after.at:
            share = (at - before.at) / (after.at - before.at)
            alpha = before.alpha * (1 - share) + after.alpha * share
            return Stop(at, _mixed(before.colour, after.colour, share), alpha)
    return Stop(at, stops[-1].colour, stops[-1].alpha)
