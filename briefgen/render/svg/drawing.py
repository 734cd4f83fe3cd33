"""Turn a drawing that has colours of its own into paths and gradients, drawn where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.geometry import in_pt
from briefgen.render.svg.pen import Pen, number, plain
from briefgen.scene.items import Drawing
from briefgen.vector import IDENTITY, Linear, Paint, Path, Pencil, Radial, Solid, Stop


def draw_drawing(pen: Pen, item: Drawing) -> None:
    """Draw a drawing into its rectangle."""
    vector, rect = item.vector, item.rect
    across, down = in_pt(rect.w) / vector.width, in_pt(rect.h) / vector.height
    matrix = f"{_exact(across)} 0 0 {_exact(down)} {number(rect.x)} {number(rect.y)}"
    pen.write(f'<g transform="matrix({matrix})" stroke-linecap="butt">')
    for part in vector.parts:
        path = _steps(part.path)
        fill = _fill(pen, part.fill)
        pen.write(f'<path d="{path}" fill-rule="evenodd"{fill}{_stroke(part.pencil)}/>')
    pen.write("</g>")


def _exact(value: float) -> str:
    # A small drawing shown large needs more decimals than a place on a page.
    return plain(value, 7)


def _steps(path: Path) -> str:
    return "".join(
        op + " ".join(f"{_exact(x)} {_exact(y)}" for x, y in points) for op, points in path
    )


def _fill(pen: Pen, paint: Paint | None) -> str:
    if paint is None:
        return ' fill="none"'
    if isinstance(paint, Solid):
        seen = f' fill-opacity="{plain(paint.alpha, 3)}"' if paint.alpha < 1 else ""
        return f' fill="#{paint.colour}"{seen}'
    return f' fill="url(#{_gradient(pen, paint)})"'


def _gradient(pen: Pen, paint: Linear | Radial) -> str:
    """Write a gradient (SVG 1.1, 13.2); its id."""
    id = pen.next_id()
    if isinstance(paint, Linear):
        (x1, y1), (x2, y2) = paint.start, paint.end
        ends = f'x1="{_exact(x1)}" y1="{_exact(y1)}" x2="{_exact(x2)}" y2="{_exact(y2)}"'
        kind = "linearGradient"
    else:
        (cx, cy), (fx, fy) = paint.centre, paint.focus
        ends = f'cx="{_exact(cx)}" cy="{_exact(cy)}" r="{_exact(paint.radius)}"'
        ends += f' fx="{_exact(fx)}" fy="{_exact(fy)}"'
        if paint.matrix != IDENTITY:
            ends += f' gradientTransform="matrix({" ".join(map(_exact, paint.matrix))})"'
        kind = "radialGradient"
    units = 'gradientUnits="userSpaceOnUse"'
    pen.write(f'<{kind} id="{id}" {units} {ends}>{_stops(paint.stops)}</{kind}>')
    return id


def _stops(stops: Sequence[Stop]) -> str:
    return "".join(
        f'<stop offset="{plain(stop.at, 4)}" stop-color="#{stop.colour}"'
        + (f' stop-opacity="{plain(stop.alpha, 3)}"' if stop.alpha < 1 else "")
        + "/>"
        for stop in stops
    )


def _stroke(pencil: Pencil | None) -> str:
    if pencil is None:
        return ""
    paint = pencil.paint
    said = f' stroke="#{paint.colour}" stroke-width="{_exact(pencil.width)}"'
    said += f' stroke-linecap="{pencil.cap}" stroke-linejoin="{pencil.join}"'
    said += f' stroke-miterlimit="{plain(max(pencil.limit, 1))}"'
    if paint.alpha < 1:
        said += f' stroke-opacity="{plain(paint.alpha, 3)}"'
    if pencil.dashes:
        said += f' stroke-dasharray="{" ".join(map(_exact, pencil.dashes))}"'
    return said
