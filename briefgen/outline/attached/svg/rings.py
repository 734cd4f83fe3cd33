"""Turn paths as SVG fills and clips them into paths that are filled by the even-odd rule alone.

Office fills the paths of a freeform so, and has no clips. A path is left as it is where that is the
same; else lines that bound nothing are left out, or the path is cut at the edges of a rectangle. A
path that crosses itself cannot be told so in general, and is refused.
"""

from __future__ import annotations

from itertools import pairwise
from math import fsum

from briefgen.vector import Box, Path, Point, Step, along, box

# Into so many pieces a curve is taken apart, to see where it goes and where it is cut.
_PIECES = 12
# Beyond this it takes long to see whether a path crosses itself.
_MOST = 4_000
_Line = tuple[Point, Point]


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
    meeting = _meeting(polygons)
    if meeting is None:
        return None
    kept: list[int] = []
    for number, polygon in enumerate(polygons):
        if len(polygon) < 3:
            continue
        around = 0
        for index, other in enumerate(polygons):
            if index != number and len(other) > 2:
                within = _inside(polygon, other)
                # Of two that are the same, the later is taken for the inner one.
                inner = index < number if within is None else within
                around += _turn(other) if inner else 0
        # A line with ink on both of its sides, or on none, bounds nothing.
        if bool(around) != bool(around + _turn(polygon)):
            kept.append(number)
    if meeting and not _alike(polygons, [polygons[number] for number in kept], meeting):
        return None
    return tuple(step for number in kept for step in parts[number])


def _alike(whole: list[list[Point]], kept: list[list[Point]], lines: list[_Line]) -> bool:
    """Whether the same is filled on both sides of lines that lie on others: by winding numbers of
    the whole, by evenness of what is kept."""
    if sum(map(len, whole)) * len(lines) > _MOST * 100:
        return False
    for a, b in lines:
        wide, high = b[0] - a[0], b[1] - a[1]
        off = 1e-4
        for share in (0.13, 0.5, 0.87):
            for side in (-off, off):
                x = a[0] + share * wide - side * high
                y = a[1] + share * high + side * wide
                wound = sum(_turn(each) for each in whole if len(each) > 2 and _holds(each, (x, y)))
                odd = sum(_holds(each, (x, y)) for each in kept) % 2
                if bool(wound) != bool(odd):
                    return False
    return True


def _turn(polygon: list[Point]) -> int:
    sides = list(pairwise([*polygon, polygon[0]]))
    # What rounding leaves of a polygon without area is none; from Python 3.12 on `sum` rounds less.
    area = fsum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in sides)
    least = _NONE * fsum(abs(x1 * y2) + abs(x2 * y1) for (x1, y1), (x2, y2) in sides)
    if abs(area) > least:
        return 1 if area > 0 else -1
    # Two loops that cancel each other out have ink all the same; a line has none.
    (x, y), *others = polygon
    spans = ((x1 - x) * (y2 - y) - (x2 - x) * (y1 - y) for (x1, y1), (x2, y2) in pairwise(others))
    return int(any(abs(span) > least for span in spans))


_NONE = 1e-12


def _inside(inner: list[Point], outer: list[Point]) -> bool | None:
    """Whether a polygon that crosses no line of another lies in it; None where it is the same."""
    for (x, y), (x2, y2) in pairwise([*inner, inner[0]]):
        # A point that lies on the other's line says nothing; one between two corners may.
        for share in (0.5, 0.31):
            point = x + share * (x2 - x), y + share * (y2 - y)
            if not _on(point, outer):
                return _holds(outer, point)
    return None


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


def _meeting(polygons: list[list[Point]]) -> list[_Line] | None:
    """The lines that lie on others; None where two lines cross, and neither ends at the other."""
    lines = [
        (min(a[0], b[0]), max(a[0], b[0]), a, b)
        for polygon in polygons
        for a, b in pairwise([*polygon, polygon[0]])
        if a != b
    ]
    if len(lines) > _MOST:
        return None
    lines.sort(key=lambda line: line[0])
    found: list[_Line] = []
    open_lines: list[tuple[float, float, Point, Point]] = []
    for line in lines:
        open_lines = [other for other in open_lines if other[1] >= line[0]]
        a, b = line[2], line[3]
        for *_, c, d in open_lines:
            sides = _side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b)
            if sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0:
                return None
            along = not any(sides) and _share(a, b, c, d)
            if along or (0 in sides and not _only_ends(a, b, c, d)):
                found += [(a, b), (c, d)]
        open_lines.append(line)
    return found


def _share(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two lines in one direction have more than a point in common."""
    axis = 0 if abs(b[0] - a[0]) >= abs(b[1] - a[1]) else 1
    low = max(min(a[axis], b[axis]), min(c[axis], d[axis]))
    high = min(max(a[axis], b[axis]), max(c[axis], d[axis]))
    return high - low > 1e-9 * (1 + abs(high))


def _only_ends(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether no end of one line lies on the other but at its ends."""
    for point, (start, end) in ((a, (c, d)), (b, (c, d)), (c, (a, b)), (d, (a, b))):
        if point not in (start, end) and _on(point, [start, end]):
            return False
    return True


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
