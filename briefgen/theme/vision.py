"""Turn two colours into how far apart readers see them, whatever their eyes or the printer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from math import dist

Triple = tuple[float, float, float]

# What dichromats see of linear sRGB: Machado, Oliveira and Fernandes, “A Physiologically-based
# Model for Simulation of Color Vision Deficiency”, IEEE TVCG 15(6), 2009, severity 1.0.
DEFICIENCIES: Mapping[str, tuple[Triple, Triple, Triple]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

# The least distance (CIE 1976 L*a*b*) at which two areas are told apart without effort, the least
# difference in lightness (L*) of areas that touch in a chart, and of those that do not.
LEAST_DISTANCE, LEAST_BESIDE, LEAST_APART = 15.0, 15.0, 5.0


def linear(colour: str) -> Triple:
    """Linear sRGB, from 0 to 1 (IEC 61966-2-1), of six hex digits."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, glossary), from 0 to 1."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (six hex digits), from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blended(colour: str, ground: str, share: int) -> str:
    """`share` thousandths of a colour over a ground (six hex digits each), as it is seen."""

    def channel(at: int) -> int:
        over, under = int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)
        return round((share * over + (1000 - share) * under) / 1000)

    return "".join(f"{channel(at):02X}" for at in (0, 2, 4))


def confusions(colours: Sequence[str]) -> list[tuple[int, int, str]]:
    """The pairs of series colours (by index, in chart order) that some readers cannot tell apart.

    Each with who that is: the name of a colour vision deficiency, or "greyscale". Neighbours touch
    in stacks and groups, so a grey print has to part them more clearly than the others.
    """
    found: list[tuple[int, int, str]] = []
    beside = set(pairwise(range(len(colours))))
    for a, b in combinations(range(len(colours)), 2):
        one, other = linear(colours[a]), linear(colours[b])
        for name, matrix in DEFICIENCIES.items():
            if _distance(_seen(one, matrix), _seen(other, matrix)) < LEAST_DISTANCE:
                found.append((a, b, name))
        least = LEAST_BESIDE if (a, b) in beside else LEAST_APART
        if abs(_lab(one)[0] - _lab(other)[0]) < least:
            found.append((a, b, "greyscale"))
    return found


def _seen(colour: Triple, matrix: tuple[Triple, Triple, Triple]) -> Triple:
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True)))) for row in matrix
    )
    return red, green, blue


def _distance(one: Triple, other: Triple) -> float:
    return dist(_lab(one), _lab(other))


def _lab(colour: Triple) -> Triple:
    """CIE 1976 L*a*b* (D65) of linear sRGB."""
    red, green, blue = colour
    x = _root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(t: float) -> float:
    return float(t ** (1 / 3)) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
