"""Turn lines and curves with their paints into one value: a drawing that no theme colours.

What a theme colours is drawn by shapes of the scene. An emblem has colours of its own; it is read
once, into what every output can draw: closed and open paths of lines and cubic curves, filled by
the even-odd rule, in plain colours or gradients. Lengths are in units of the drawing, y downwards.
"""

from __future__ import annotations

from typing import Literal

from briefgen.record import Record

# a, b, c, d, e, f: x' = ax + cy + e, y' = bx + dy + f (SVG 1.1, 7.4).
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Point = tuple[float, float]
# A step of a path: where it goes to, by three points where it is a curve.
Step = tuple[Literal["M", "L", "C", "Z"], tuple[Point, ...]]
Path = tuple[Step, ...]
Box = tuple[float, float, float, float]


class Solid(Record):
    """One colour (six hex digits of sRGB), and how much of the ground it hides (0 to 1)."""

    colour: str
    alpha: float = 1.0


class Stop(Record):
    """A colour of a gradient, and where it stands between its ends (0 to 1)."""

    at: float
    colour: str
    alpha: float = 1.0


class Linear(Record):
    """Colours that follow each other from one point to another; beyond them the last ones go on."""

    start: Point
    end: Point
    stops: tuple[Stop, ...]


class Radial(Record):
    """Colours that follow each other from a focus to a circle, which `matrix` places."""

    centre: Point
    radius: float
    focus: Point
    stops: tuple[Stop, ...]
    matrix: Matrix = IDENTITY


Paint = Solid | Linear | Radial
Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]


class Pencil(Record):
    """How a line is drawn along a path."""

    paint: Solid
    width: float
    cap: Cap = "butt"
    join: Join = "miter"
    limit: float = 4.0
    dashes: tuple[float, ...] = ()


class Part(Record):
    """A path, what it is filled with, and the line along it."""

    path: Path
    fill: Paint | None = None
    pencil: Pencil | None = None


class Vector(Record):
    """A drawing of this size: its parts from the lowest on."""

    width: float
    height: float
    parts: tuple[Part, ...]


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that does what `inner` does, and then what `outer` does."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def moved(matrix: Matrix, point: Point) -> Point:
    """Where a matrix takes a point."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that undoes another. Raises ZeroDivisionError for one that cannot be undone."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    return (
        d / area,
        -b / area,
        -c / area,
        a / area,
        (c * f - d * e) / area,
        (b * e - a * f) / area,
    )


def transformed(path: Path, matrix: Matrix) -> Path:
    """A path where a matrix takes it."""
    if matrix == IDENTITY:
        return path
    return tuple((op, tuple(moved(matrix, point) for point in points)) for op, points in path)


def box(path: Path) -> Box:
    """Left, top, right and bottom of all points of a path, those that curves only lean to too."""
    points = [point for _, each in path for point in each]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def extent(path: Path) -> Box:
    """Left, top, right and bottom of a path as it is drawn."""
    points: list[Point] = []
    for op, given in path:
        if op == "C":
            points += [along(points[-1], given, t) for t in _extremes(points[-1], given)]
        points += given[-1:]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _extremes(start: Point, given: tuple[Point, ...]) -> list[float]:
    """Where between its ends a curve turns back along an axis."""
    found = []
    for axis in (0, 1):
        p0, p1, p2, p3 = (point[axis] for point in (start, *given))
        a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
        if abs(a) < 1e-12:
            found += [-c / b] if abs(b) > 1e-12 else []
        elif (inner := b * b - 4 * a * c) >= 0:
            found += [(-b + sign * inner**0.5) / (2 * a) for sign in (-1, 1)]
    return [t for t in found if 0 < t < 1]


def along(start: Point, given: tuple[Point, ...], t: float) -> Point:
    """The point of a curve at `t` between its ends, 0 and 1."""
    (x0, y0), ((x1, y1), (x2, y2), (x3, y3)) = start, given
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def within(paint: Paint, matrix: Matrix) -> Paint:
    """A paint where a matrix takes what it fills.

    A linear gradient is a plane over the page, whatever skews it: its colours still stand in
    straight lines, across the direction in which the plane rises.
    """
    if isinstance(paint, Solid):
        return paint
    if isinstance(paint, Radial):
        return Radial(
            paint.centre, paint.radius, paint.focus, paint.stops, times(matrix, paint.matrix)
        )
    (x1, y1), (x2, y2) = paint.start, paint.end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    if not length:
        # The last colour alone (SVG 1.1, 13.2.2).
        last = paint.stops[-1]
        return Solid(last.colour, last.alpha)
    a, b, c, d, _, _ = inverse(matrix)
    rise_x, rise_y = (dx * a + dy * b) / length, (dx * c + dy * d) / length
    steep = rise_x * rise_x + rise_y * rise_y
    x, y = moved(matrix, paint.start)
    return Linear((x, y), (x + rise_x / steep, y + rise_y / steep), paint.stops)
