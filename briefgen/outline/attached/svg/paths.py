"""Turn path data and the basic shapes of SVG into paths of lines and cubic curves."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from briefgen.outline.attached.svg.numbers import bounded, numbers
from briefgen.outline.attached.svg.tree import Element, SvgError
from briefgen.patterns import pattern
from briefgen.vector import Path, Point, Step

_TOKEN = pattern(
    r"\s*,?\s*(?:([MmZzLlHhVvCcSsQqTtAa])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?))"
)
_FLAG = pattern(r"\s*,?\s*([01])")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
# Control points that make four cubic curves a circle, within 0.03 % of its radius.
_KAPPA = 0.5522847498
MAX_STEPS = 20_000

# What a length of an attribute is, by its name and along which direction a share of it counts.
Lengths = Callable[[str, str, str], float]


def path_of(words: str, line: int) -> Path:
    """The path that path data write (SVG 1.1, 8.3). Raises SvgError."""
    steps: list[Step] = []
    at: Point = (0.0, 0.0)
    start = at
    bent: Point | None = None
    kind_before = ""
    for command, given in _commands(words, line):
        kind = command.upper()
        x, y = at if command.islower() else (0.0, 0.0)
        pairs = [(x + a, y + b) for a, b in zip(given[::2], given[1::2], strict=False)]
        if kind != "M" and not steps:
            raise SvgError("svg-bad-value", line, value=words[:40])
        if kind != "M" and steps[-1][0] == "Z":
            steps.append(("M", (at,))) if kind != "Z" else None
        if kind == "Z":
            at = start
            if steps[-1][0] != "Z":
                steps.append(("Z", ()))
        elif kind in ("M", "L", "H", "V"):
            if kind == "H":
                at = (x + given[0], at[1])
            elif kind == "V":
                at = (at[0], y + given[0])
            else:
                at = pairs[0]
            steps.append(("M" if kind == "M" else "L", (at,)))
            start = at if kind == "M" else start
        elif kind == "A":
            end = (x + given[5], y + given[6])
            steps += _arc(at, end, given)
            at = end
        else:
            mirrored = _mirrored(bent, at) if kind_before in _SAME[kind] else at
            first, second, end, bent = _curve(kind, at, mirrored, pairs)
            steps.append(("C", (first, second, end)))
            at = end
        kind_before = kind
        if len(steps) > MAX_STEPS:
            raise SvgError("svg-too-large", line, elements=MAX_STEPS, depth=0)
    return tuple(steps)


# After which curves a smooth one goes on from their last control point.
_SAME = {"C": "", "S": "CS", "Q": "", "T": "QT"}


def _mirrored(bent: Point | None, at: Point) -> Point:
    return at if bent is None else (2 * at[0] - bent[0], 2 * at[1] - bent[1])


def _curve(
    kind: str, at: Point, mirrored: Point, pairs: list[Point]
) -> tuple[Point, Point, Point, Point]:
    """The control points and the end of a cubic curve, and the point that a next one mirrors."""
    if kind == "C":
        first, second, end = pairs
        return first, second, end, second
    if kind == "S":
        second, end = pairs
        return mirrored, second, end, second
    middle, end = (pairs[0], pairs[1]) if kind == "Q" else (mirrored, pairs[0])

    def towards(point: Point) -> Point:
        return (
            point[0] + 2 * (middle[0] - point[0]) / 3,
            point[1] + 2 * (middle[1] - point[1]) / 3,
        )

    return towards(at), towards(end), end, middle


def _commands(words: str, line: int) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers, once for each time that it is given some."""
    at, command, fresh = 0, "", False
    given: list[float] = []
    while at < len(words.rstrip()):
        flag = command.upper() == "A" and len(given) in (3, 4)
        match = _FLAG.match(words, at) if flag else _TOKEN.match(words, at)
        if match is None or (not flag and match[1] and given):
            raise SvgError("svg-bad-value", line, value=words[max(0, at - 5) : at + 30])
        at = match.end()
        if not flag and match[1]:
            if fresh:
                raise SvgError("svg-bad-value", line, value=words[max(0, at - 9) : at])
            command, fresh = match[1], match[1] not in "Zz"
            if not fresh:
                yield command, []
            continue
        if not command or command in "Zz":
            raise SvgError("svg-bad-value", line, value=words[max(0, at - 5) : at + 30])
        given.append(bounded(float(match[1] if flag else match[2]), line))
        if len(given) == _COUNTS[command.upper()]:
            yield command, given
            fresh = False
            # Further pairs after a move are lines.
            command = {"M": "L", "m": "l"}.get(command, command)
            given = []
    if given or fresh:
        raise SvgError("svg-bad-value", line, value=words[-30:])


def _arc(start: Point, end: Point, given: list[float]) -> Iterator[Step]:
    """An arc of an ellipse as curves of at most a quarter (SVG 1.1, F.6)."""
    rx, ry, turn = abs(given[0]), abs(given[1]), math.radians(given[2])
    if start == end:
        return
    if not rx or not ry:
        yield "L", (end,)
        return
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    wide = (x / rx) ** 2 + (y / ry) ** 2
    if wide > 1:
        rx, ry = rx * math.sqrt(wide), ry * math.sqrt(wide)
    left = max(0.0, (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2)
    share = math.sqrt(left / ((rx * y) ** 2 + (ry * x) ** 2))
    share = -share if given[3] == given[4] else share
    mx, my = share * rx * y / ry, -share * ry * x / rx
    cx = cos * mx - sin * my + (start[0] + end[0]) / 2
    cy = sin * mx + cos * my + (start[1] + end[1]) / 2
    first = math.atan2((y - my) / ry, (x - mx) / rx)
    sweep = math.atan2((-y - my) / ry, (-x - mx) / rx) - first
    if given[4] and sweep < 0:
        sweep += 2 * math.pi
    elif not given[4] and sweep > 0:
        sweep -= 2 * math.pi
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    reach = 4 / 3 * math.tan(sweep / pieces / 4)

    def point(u: float, v: float) -> Point:
        return cx + cos * rx * u - sin * ry * v, cy + sin * rx * u + cos * ry * v

    for number in range(pieces):
        a, b = (first + sweep * (number + k) / pieces for k in (0, 1))
        yield (
            "C",
            (
                point(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
                point(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
                end if number + 1 == pieces else point(math.cos(b), math.sin(b)),
            ),
        )


def shape_path(element: Element, size: Lengths) -> Path:
    """The path of a basic shape (SVG 1.1, 9); () of one that has no extent. Raises SvgError."""
    match element.tag:
        case "rect":
            return _rectangle(element, size)
        case "circle":
            radius = size("r", "0", "o")
            return _ellipse(size("cx", "0", "x"), size("cy", "0", "y"), radius, radius)
        case "ellipse":
            across, down = size("rx", "0", "x"), size("ry", "0", "y")
            return _ellipse(size("cx", "0", "x"), size("cy", "0", "y"), across, down)
        case "line":
            start = size("x1", "0", "x"), size("y1", "0", "y")
            return ("M", (start,)), ("L", ((size("x2", "0", "x"), size("y2", "0", "y")),))
        case "polyline" | "polygon":
            given = numbers(element.given.get("points", ""), element.line)
            points = list(zip(given[::2], given[1::2], strict=False))
            if len(given) % 2 or not points:
                raise SvgError("svg-bad-value", element.line, value=f"points={len(given)}")
            steps: list[Step] = [("L" if i else "M", (point,)) for i, point in enumerate(points)]
            return (*steps, ("Z", ())) if element.tag == "polygon" else tuple(steps)
        case _:
            return path_of(element.given.get("d", ""), element.line)


def _rectangle(element: Element, size: Lengths) -> Path:
    x, y = size("x", "0", "x"), size("y", "0", "y")
    w, h = size("width", "0", "x"), size("height", "0", "y")
    if w <= 0 or h <= 0:
        return ()
    rx = size("rx", element.given.get("ry", "0"), "x")
    ry = size("ry", element.given.get("rx", "0"), "y")
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    r, b = x + w, y + h
    if rx <= 0 or ry <= 0:
        return ("M", ((x, y),)), ("L", ((r, y),)), ("L", ((r, b),)), ("L", ((x, b),)), ("Z", ())
    kx, ky = rx * (1 - _KAPPA), ry * (1 - _KAPPA)
    return (
        ("M", ((x + rx, y),)),
        ("L", ((r - rx, y),)),
        ("C", ((r - kx, y), (r, y + ky), (r, y + ry))),
        ("L", ((r, b - ry),)),
        ("C", ((r, b - ky), (r - kx, b), (r - rx, b))),
        ("L", ((x + rx, b),)),
        ("C", ((x + kx, b), (x, b - ky), (x, b - ry))),
        ("L", ((x, y + ry),)),
        ("C", ((x, y + ky), (x + kx, y), (x + rx, y))),
        ("Z", ()),
    )


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> Path:
    if rx <= 0 or ry <= 0:
        return ()
    kx, ky = rx * _KAPPA, ry * _KAPPA
    return (
        ("M", ((cx + rx, cy),)),
        ("C", ((cx + rx, cy + ky), (cx + kx, cy + ry), (cx, cy + ry))),
        ("C", ((cx - kx, cy + ry), (cx - rx, cy + ky), (cx - rx, cy))),
        ("C", ((cx - rx, cy - ky), (cx - kx, cy - ry), (cx, cy - ry))),
        ("C", ((cx + kx, cy - ry), (cx + rx, cy - ky), (cx + rx, cy))),
        ("Z", ()),
    )
