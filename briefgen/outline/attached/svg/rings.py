"""Turn paths as SVG fills and clips them into paths that are filled by the even-odd rule alone.

Office fills the paths of a freeform so, and has no clips. A path is left as it is where that is the
same; else lines that bound nothing are left out, or the path is cut at the edges of a rectangle. A
path that crosses itself cannot be told so in general, and is refused.
"""

from __future__ import annotations

from itertools import pairwise

from briefgen.vector import Box, Path, Point, Step, along, box

# Into so many pieces a curve is taken apart, to see where it goes and where it is cut.
_PIECES = 12
# Beyond this it takes long to see whether a path crosses itself.
_MOST = 4_000


def rings(path: Path) -> list[list[Step]]:
    """The parts of a path that begin with a move."""
    found: list[list[Step]] = []
    for step in path:
        if step[0] == "M":
            found.append([])
        found[-1].append(step)
    return [ring for ring in found if len(ring) > 1]


def flat(ring: list[Step]) -> list[Point]:
    """The corners of a part of a path, its curves as short lines."""
    points: list[Point] = []
    for op, given in ring:
        if op == "C":
            start = points[-1]
            points += [along(start, given, n / _PIECES) for n in range(1, _PIECES + 1)]
        elif op != "Z" and (not points or given[0] != points[-1]):
            points.append(given[0])
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return points


def even_odd(path: Path) -> Path | None:
    """The path whose even-odd filling is this one's by the rule nonzero (SVG 1.1, 11.3); None
    where lines cross, so that there is none of the same parts."""
    parts = rings(path)
    polygons = [flat(part) for part in parts]
    if _crossing(polygons):
        return None
    kept: list[Step] = []
    for number, (part, polygon) in enumerate(zip(parts, polygons, strict=True)):
        if len(polygon) < 3:
            continue
        around = sum(
            _turn(other)
            for index, other in enumerate(polygons)
            if index != number and len(other) > 2 and _inside(polygon, other)
        )
        # A line with ink on both of its sides, or on none, bounds nothing.
        if bool(around) != bool(around + _turn(polygon)):
            kept += part
    return tuple(kept)


def _turn(polygon: list[Point]) -> int:
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*polygon, polygon[0]]))
    return 1 if area > 0 else -1 if area < 0 else 0


def _inside(inner: list[Point], outer: list[Point]) -> bool:
    """Whether a polygon that crosses no line of another lies in it."""
    for (x, y), (x2, y2) in pairwise(inner):
        # A point that lies on the other's line says nothing; one between two corners may.
        point = (x + x2) / 2, (y + y2) / 2
        if not _on(point, outer):
            return _holds(outer, point)
    return False


def _holds(polygon: list[Point], point: Point) -> bool:
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in pairwise([*polygon, polygon[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def _on(point: Point, polygon: list[Point]) -> bool:
    x, y = point
    for (x1, y1), (x2, y2) in pairwise([*polygon, polygon[0]]):
        wide, high = x2 - x1, y2 - y1
        off = wide * (y - y1) - high * (x - x1)
        length = wide * wide + high * high
        if length and off * off <= 1e-12 * length * length:
            along = (wide * (x - x1) + high * (y - y1)) / length
            if -1e-9 <= along <= 1 + 1e-9:
                return True
    return False


def _crossing(polygons: list[list[Point]]) -> bool:
    """Whether two of all lines cross, where neither ends at the other."""
    lines = [
        (min(a[0], b[0]), max(a[0], b[0]), a, b)
        for polygon in polygons
        for a, b in pairwise([*polygon, polygon[0]])
        if a != b
    ]
    if len(lines) > _MOST:
        return True
    lines.sort(key=lambda line: line[0])
    open_lines: list[tuple[float, float, Point, Point]] = []
    for line in lines:
        open_lines = [other for other in open_lines if other[1] >= line[0]]
        if any(_cross(line[2], line[3], other[2], other[3]) for other in open_lines):
            return True
        open_lines.append(line)
    return False


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    one, two = _side(a, b, c), _side(a, b, d)
    three, four = _side(c, d, a), _side(c, d, b)
    return one * two < 0 and three * four < 0


def _side(a: Point, b: Point, point: Point) -> int:
    """On which side of a line a point lies; 0 where it is all but on it."""
    wide, high = b[0] - a[0], b[1] - a[1]
    off = wide * (point[1] - a[1]) - high * (point[0] - a[0])
    near = 1e-9 * (abs(wide) + abs(high)) * (1 + abs(point[0]) + abs(point[1]))
    return 0 if abs(off) <= near else 1 if off > 0 else -1


def clipped(path: Path, edge: Box) -> Path:
    """A filled path without what lies outside a rectangle: as it is, where nothing does; else its
    corners, cut at each side after the other (Sutherland and Hodgman)."""
    left, top, right, bottom = box(path)
    if left >= edge[0] and top >= edge[1] and right <= edge[2] and bottom <= edge[3]:
        return path
    made: list[Step] = []
    for ring in rings(path):
        polygon = flat(ring)
        for side in range(4):
            polygon = _cut(polygon, side, edge[side])
        if len(polygon) > 2:
            made += [("L" if i else "M", (point,)) for i, point in enumerate(polygon)]
            made.append(("Z", ()))
    return tuple(made)


def _cut(polygon: list[Point], side: int, at: float) -> list[Point]:
    """What of a polygon lies to the inner side of a rectangle's left, top, right or bottom."""
    axis, sign = side % 2, 1 if side < 2 else -1
    out: list[Point] = []
    for before, point in zip([*polygon[-1:], *polygon[:-1]], polygon, strict=True):
        was, now = sign * (before[axis] - at) >= 0, sign * (point[axis] - at) >= 0
        if was != now:
            share = (at - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            out.append((at, other) if axis == 0 else (other, at))
        if now:
            out.append(point)
    return out
