"""Turn a motif and a pane's number into the figures of the pane, in a unit square.

A figure is a closed path, y downwards, and what it is made of: `glass`, the lighter colour of the
pane; `heart`, its own colour again, where a name may stand; `spark`, the theme's accent. Later ones
lie upon earlier ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from math import cos, pi, sin
from typing import Literal

from briefgen.record import Record
from briefgen.scene.items import Op
from briefgen.theme.model import Motif

Point = tuple[float, float]
Path = tuple[tuple[Op, tuple[Point, ...]], ...]
Stuff = Literal["glass", "heart", "spark"]

# Control points that make four cubic curves a circle, within 0.03 % of its radius.
_KAPPA = 0.5522847498


class Figure(Record):
    """A closed path of a pane in its unit square; `edged` ones are set in the lattice's lines."""

    stuff: Stuff
    path: Path
    edged: bool = True


class Pattern(Record):
    """The figures of a pane, and where in it a name reads: around `middle`, on a `pointed` field,
    a diamond, or on a rectangle; `reach` are the half of its width and of its height."""

    figures: tuple[Figure, ...]
    reach: Point
    middle: Point = (0.5, 0.5)
    pointed: bool = False


def polygon(*points: Point) -> Path:
    """A closed path from point to point."""
    first, *others = points
    return (("M", (first,)), *(("L", (point,)) for point in others), ("Z", ()))


def _square(half: float) -> Path:
    low, high = 0.5 - half, 0.5 + half
    return polygon((low, low), (high, low), (high, high), (low, high))


def _box(left: float, top: float, right: float, bottom: float) -> Path:
    return polygon((left, top), (right, top), (right, bottom), (left, bottom))


def _diamond(half: float) -> Path:
    return polygon((0.5, 0.5 - half), (0.5 + half, 0.5), (0.5, 0.5 + half), (0.5 - half, 0.5))


def _octagon(half: float, cut: float) -> Path:
    low, high = 0.5 - half, 0.5 + half
    return polygon(
        (low + cut, low),
        (high - cut, low),
        (high, low + cut),
        (high, high - cut),
        (high - cut, high),
        (low + cut, high),
        (low, high - cut),
        (low, low + cut),
    )


def _circle(radius: float) -> Path:
    k = radius * _KAPPA
    top, right, bottom, left = 0.5 - radius, 0.5 + radius, 0.5 + radius, 0.5 - radius
    return (
        ("M", ((0.5, top),)),
        ("C", ((0.5 + k, top), (right, 0.5 - k), (right, 0.5))),
        ("C", ((right, 0.5 + k), (0.5 + k, bottom), (0.5, bottom))),
        ("C", ((0.5 - k, bottom), (left, 0.5 + k), (left, 0.5))),
        ("C", ((left, 0.5 - k), (0.5 - k, top), (0.5, top))),
        ("Z", ()),
    )


def _begonia(half: float, radius: float) -> Path:
    """A square of which each side swells into half a circle (海棠纹)."""
    k = radius * _KAPPA
    # From each corner of the lobes: along the side to the lobe, over it, on to the next corner.
    steps: list[tuple[Op, tuple[Point, ...]]] = [("M", ((0.5 - radius, 0.5 - half),))]
    for turn in range(4):
        lobe: tuple[Point, ...] = (
            (-radius, -half - k),
            (-k, -half - radius),
            (0, -half - radius),
            (k, -half - radius),
            (radius, -half - k),
            (radius, -half),
            (half, -half),
            (half, -radius),
        )
        c, s = (1, 0, -1, 0)[turn], (0, 1, 0, -1)[turn]
        at = [(0.5 + x * c - y * s, 0.5 + x * s + y * c) for x, y in lobe]
        steps += [
            ("C", (at[0], at[1], at[2])),
            ("C", (at[3], at[4], at[5])),
            ("L", (at[6],)),
            ("L", (at[7],)),
        ]
    return (*steps, ("Z", ()))


def _star(outer: float, inner: float) -> Path:
    """A star of eight points."""
    points = []
    for step in range(16):
        radius, angle = (inner if step % 2 else outer), pi * step / 8
        points.append((0.5 + radius * sin(angle), 0.5 - radius * cos(angle)))
    return polygon(*points)


def _hexagon(half: float, high: float) -> Path:
    reach = half * 0.5
    return polygon(
        (0.5 - half, 0.5),
        (0.5 - reach, 0.5 - high),
        (0.5 + reach, 0.5 - high),
        (0.5 + half, 0.5),
        (0.5 + reach, 0.5 + high),
        (0.5 - reach, 0.5 + high),
    )


def _glazed(
    glass: Path, heart: Path, across: float, down: float, *, pointed: bool = False
) -> Pattern:
    figures = (Figure("glass", glass), Figure("heart", heart))
    return Pattern(figures, (across, down), pointed=pointed)


def _wave(level: float, swing: float, periods: int = 1) -> Path:
    """Water up to a wavy level. It meets that of its neighbours at the pane's edges."""
    width = 1 / periods
    steps: list[tuple[Op, tuple[Point, ...]]] = [("M", ((0.0, 1.0),)), ("L", ((0.0, level),))]
    for turn in range(periods):
        x = turn * width
        # A sine over one period, as two cubic curves: 0.3642 of it is where their handles stand.
        reach, tall = width * 0.1821, swing * 1.1439
        middle = x + width / 2
        steps.append(
            ("C", ((x + reach, level - tall), (middle - reach, level - tall), (middle, level)))
        )
        end = x + width
        steps.append(
            ("C", ((middle + reach, level + tall), (end - reach, level + tall), (end, level)))
        )
    return (*steps, ("L", ((1.0, 1.0),)), ("Z", ()))


def _sun(x: float, y: float, radius: float) -> Path:
    return tuple(
        (op, tuple((x + (u - 0.5) * radius / 0.5, y + (v - 0.5) * radius / 0.5) for u, v in points))
        for op, points in _circle(0.5)
    )


# What stands behind the water of a river, beside the sun: sails, a bridge, hills, towers.
_SAILS = (
    *polygon((0.56, 0.48), (0.56, 0.66), (0.44, 0.66)),
    *polygon((0.59, 0.51), (0.69, 0.66), (0.59, 0.66)),
)
_BRIDGE = (
    *_box(0.0, 0.555, 1.0, 0.58),
    *_box(0.28, 0.48, 0.31, 0.72),
    *_box(0.69, 0.48, 0.72, 0.72),
    *polygon((0.295, 0.48), (0.1, 0.56), (0.15, 0.56)),
    *polygon((0.295, 0.48), (0.44, 0.56), (0.49, 0.56)),
    *polygon((0.705, 0.48), (0.51, 0.56), (0.56, 0.56)),
    *polygon((0.705, 0.48), (0.85, 0.56), (0.9, 0.56)),
)
_HILLS = polygon((0.08, 0.66), (0.3, 0.49), (0.46, 0.6), (0.62, 0.52), (0.84, 0.66))
_TOWERS = (
    *_box(0.2, 0.55, 0.3, 0.72),
    *_box(0.34, 0.49, 0.42, 0.72),
    *_box(0.46, 0.57, 0.58, 0.72),
    *_box(0.62, 0.52, 0.7, 0.72),
    *_box(0.74, 0.58, 0.82, 0.72),
)


def _river(*waters: Path, above: Path = ()) -> Pattern:
    """Water in the lower half of a pane, and what stands behind it."""
    behind = (Figure("spark", above, edged=False),) if above else ()
    stuffs: tuple[Stuff, ...] = ("glass", "heart", "glass")
    figures = tuple(Figure(stuff, path) for stuff, path in zip(stuffs, waters, strict=False))
    return Pattern((*behind, *figures), (0.4, 0.19), (0.5, 0.27))


def _strokes(count: int) -> Pattern:
    """As many upright strokes as the pane's number, from the left: a tally."""
    wide, pitch = 0.026, 0.0665
    lefts = [0.12 + n * pitch for n in range(count)]
    strokes = tuple(
        Figure("spark", _box(left, 0.64, left + wide, 0.88), edged=False) for left in lefts
    )
    return Pattern(strokes, (0.4, 0.2), (0.5, 0.34))


_PATTERNS: Mapping[Motif, Callable[[], tuple[Pattern, ...]]] = {
    "window": lambda: (
        _glazed(_diamond(0.5), _diamond(0.36), 0.36, 0.36, pointed=True),
        _glazed(_octagon(0.5, 0.27), _square(0.3), 0.28, 0.28),
        _glazed(_circle(0.43), _diamond(0.39), 0.39, 0.39, pointed=True),
        _glazed(_begonia(0.3, 0.15), _square(0.26), 0.25, 0.25),
        _glazed(_star(0.48, 0.37), _octagon(0.28, 0.15), 0.27, 0.22),
        _glazed(_hexagon(0.5, 0.43), _hexagon(0.37, 0.31), 0.27, 0.28),
    ),
    "waves": lambda: (
        _river(_wave(0.6, 0.07), _wave(0.75, 0.07), _wave(0.9, 0.05)),
        _river(
            _wave(0.6, 0.035, 2),
            _wave(0.75, 0.07),
            _wave(0.9, 0.025, 2),
            above=_sun(0.74, 0.61, 0.12),
        ),
        _river(_wave(0.62, 0.05), _wave(0.77, 0.035, 2), _wave(0.9, 0.05), above=_SAILS),
        _river(_wave(0.64, 0.025, 2), _wave(0.77, 0.05), _wave(0.9, 0.025, 2), above=_BRIDGE),
        _river(_wave(0.6, 0.025, 2), _wave(0.75, 0.06), _wave(0.9, 0.04), above=_HILLS),
        _river(_wave(0.64, 0.05), _wave(0.77, 0.025, 2), _wave(0.9, 0.05), above=_TOWERS),
    ),
    "tally": lambda: tuple(_strokes(count) for count in range(1, 13)),
    "none": lambda: (),
}


@cache
def pattern_of(motif: Motif, number: int) -> Pattern | None:
    """The pattern of pane `number` (from 1; they come again). None without a motif."""
    made = _PATTERNS[motif]()
    return made[(number - 1) % len(made)] if made else None
