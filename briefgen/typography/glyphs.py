"""Turn a character into the outline that a face draws it with.

For words that are a picture and no text, so that nobody finds or copies them. The table glyf is
that of ISO/IEC 14496-22, 5.3.3; its curves of two ends and one control point become those of two,
which draw the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

from briefgen.typography.truetype import (
    MORE,
    SCALE,
    TWO_BY_TWO,
    WORDS,
    XY_SCALE,
    XY_VALUES,
    TrueType,
)

# A place, in the units of the face from the origin on its baseline, upwards.
Point = tuple[float, float]
# A step of an outline: M, L or C with its points.
Step = tuple[str, tuple[Point, ...]]
# A point of a contour: whether it lies on the outline, and where.
_Dot = tuple[bool, Point]

# Flags of a point: on the outline, short x and y, repeated, and what "same or positive" means.
_ON, _SHORT, _REPEAT, _SAME = 0x01, (0x02, 0x04), 0x08, (0x10, 0x20)
# Parts within parts are followed so far.
_DEEPEST = 6
_F2DOT14 = 16384


def outline(face: TrueType, glyph: int) -> Iterator[Step]:
    """The steps of a glyph, each contour closed where it began. Units of the face."""
    for contour in _contours(face, glyph, 0):
        yield from _steps(contour)


def _contours(face: TrueType, glyph: int, depth: int) -> Iterator[list[_Dot]]:
    data = face.outline(glyph)
    if not data or depth > _DEEPEST:
        return
    (count,) = unpack_from(">h", data)
    if count < 0:
        yield from _composite(face, data, depth)
        return
    ends = unpack_from(f">{count}H", data, 10)
    (hints,) = unpack_from(">H", data, 10 + 2 * count)
    dots = _dots(data, 12 + 2 * count + hints, ends[-1] + 1 if ends else 0)
    start = 0
    for end in ends:
        yield dots[start : end + 1]
        start = end + 1


def _dots(data: bytes, at: int, count: int) -> list[_Dot]:
    """The points of a simple glyph: flags, then what x and then what y grows by."""
    flags: list[int] = []
    while len(flags) < count:
        flag = data[at]
        at += 1
        again = data[at] if flag & _REPEAT else 0
        at += bool(flag & _REPEAT)
        flags += [flag] * (1 + again)
    axes: list[list[int]] = []
    for short, same in zip(_SHORT, _SAME, strict=True):
        value, places = 0, []
        for flag in flags[:count]:
            if flag & short:
                value += data[at] if flag & same else -data[at]
                at += 1
            elif not flag & same:
                value += unpack_from(">h", data, at)[0]
                at += 2
            places.append(value)
        axes.append(places)
    return [(bool(f & _ON), (x, y)) for f, x, y in zip(flags, *axes, strict=False)]


def _composite(face: TrueType, data: bytes, depth: int) -> Iterator[list[_Dot]]:
    """The contours of the glyphs that one is put together of, moved and scaled. Where parts are
    matched by points, which hanzi faces do not do, they stay where they are."""
    at, more = 10, True
    while more:
        flags, part = unpack_from(">HH", data, at)
        wide = bool(flags & WORDS)
        dx, dy = unpack_from(">hh" if wide else ">bb", data, at + 4)
        at += 8 if wide else 6
        if not flags & XY_VALUES:
            dx = dy = 0
        a, b, c, d = 1.0, 0.0, 0.0, 1.0
        if flags & SCALE:
            a = d = unpack_from(">h", data, at)[0] / _F2DOT14
            at += 2
        elif flags & XY_SCALE:
            a, d = (value / _F2DOT14 for value in unpack_from(">hh", data, at))
            at += 4
        elif flags & TWO_BY_TWO:
            a, b, c, d = (value / _F2DOT14 for value in unpack_from(">4h", data, at))
            at += 8
        for contour in _contours(face, part, depth + 1):
            yield [(on, (a * x + c * y + dx, b * x + d * y + dy)) for on, (x, y) in contour]
        more = bool(flags & MORE)


def _steps(contour: list[_Dot]) -> Iterator[Step]:
    """A contour from a point on it; between two control points there is one half-way."""
    if len(contour) < 2:
        return
    start = next((at for at, (on, _) in enumerate(contour) if on), None)
    if start is None:
        first = _between(contour[-1][1], contour[0][1])
        dots = [*contour, (True, first)]
    else:
        first = contour[start][1]
        dots = [*contour[start + 1 :], *contour[:start], (True, first)]
    yield "M", (first,)
    here, control = first, None
    for on, point in dots:
        if control is None:
            if on:
                yield "L", (point,)
                here = point
            else:
                control = point
            continue
        end = point if on else _between(control, point)
        yield "C", (_third(here, control), _third(end, control), end)
        here, control = end, None if on else point


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _third(end: Point, control: Point) -> Point:
    """A control point of the same curve with two of them: two thirds of the way to the one."""
    return (end[0] + 2 * control[0]) / 3, (end[1] + 2 * control[1]) / 3
