"""Turn the numbers, lengths and transforms of SVG attributes into numbers and matrices."""

from __future__ import annotations

import math

from briefgen.outline.attached.svg.tree import SvgError
from briefgen.patterns import pattern
from briefgen.vector import IDENTITY, Matrix, times

# Bounds that no drawing reaches, so that nothing overflows later.
_LARGEST = 1e7
_NUMBER = pattern(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LENGTH = pattern(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|%)?\s*")
# User units in each (CSS Values 3, 6.2).
_UNITS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_TRANSFORM = pattern(r"\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)\s*,?\s*")


def numbers(words: str, line: int) -> list[float]:
    """All numbers of a list that blanks and commas part. Raises SvgError."""
    rest = _NUMBER.sub("", words).replace(",", " ")
    if rest.strip():
        raise SvgError("svg-bad-value", line, value=words[:40])
    return [bounded(float(each), line) for each in _NUMBER.findall(words)]


def bounded(value: float, line: int) -> float:
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise SvgError("svg-bad-value", line, value=f"{value:g}")
    return value


def length(words: str, whole: float, line: int) -> float:
    """A length in user units; a share is one of `whole`. Raises SvgError."""
    match = _LENGTH.fullmatch(words)
    if match is None:
        raise SvgError("svg-bad-value", line, value=words[:40])
    value, unit = float(match[1]), match[2]
    return bounded(value * (whole / 100 if unit == "%" else _UNITS.get(unit, 1.0)), line)


def transform(words: str, line: int) -> Matrix:
    """The matrix of a list of transforms, the last of which comes first. Raises SvgError."""
    made, at = IDENTITY, 0
    while at < len(words):
        match = _TRANSFORM.match(words, at)
        if match is None:
            if words[at:].strip():
                raise SvgError("svg-bad-value", line, value=words[:40])
            break
        made = times(made, _matrix(match[1], numbers(match[2], line), line))
        at = match.end()
    return made


def _matrix(kind: str, given: list[float], line: int) -> Matrix:
    match kind, given:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *rest] if len(rest) < 2:
            return 1, 0, 0, 1, x, rest[0] if rest else 0.0
        case "scale", [x, *rest] if len(rest) < 2:
            return x, 0, 0, rest[0] if rest else x, 0, 0
        case "rotate", [angle, *centre] if len(centre) in (0, 2):
            turn = math.radians(angle)
            cos, sin = math.cos(turn), math.sin(turn)
            x, y = centre or (0.0, 0.0)
            turned: Matrix = (cos, sin, -sin, cos, 0, 0)
            return times(times((1, 0, 0, 1, x, y), turned), (1, 0, 0, 1, -x, -y))
        case "skewX", [angle]:
            return 1, 0, math.tan(math.radians(angle)), 1, 0, 0
        case "skewY", [angle]:
            return 1, math.tan(math.radians(angle)), 0, 1, 0, 0
    raise SvgError("svg-bad-value", line, value=kind)
