"""Turn a colour and two modifiers of its luminance into the colour that Office shows."""

from __future__ import annotations

from colorsys import hls_to_rgb
from functools import lru_cache


@lru_cache(maxsize=512)
def shade(colour: str, mod: int, off: int = 0, sat: int = 100_000) -> str:
    """Six hex digits: luminance times `mod` plus `off`, saturation times `sat` (1/1000 %).

    `lumMod`, `lumOff` and `satMod` (ECMA-376 Part 1, 20.1.2.3.20, 20.1.2.3.21 and 20.1.2.3.27)
    change hue, saturation and luminance, which Office takes of the sRGB values as they are written.

    >>> shade("4472C4", 60_000, 40_000), shade("4472C4", 75_000)
    ('8FAADC', '2F5597')
    """
    if (mod, off, sat) == (100_000, 0, 100_000):
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = _hls(red, green, blue)
    light = min(1.0, max(0.0, light * mod / 100_000 + off / 100_000))
    saturation = min(1.0, saturation * sat / 100_000)
    shown = hls_to_rgb(hue, light, saturation)
    return "".join(f"{round(part * 255):02X}" for part in shown)


def _hls(red: float, green: float, blue: float) -> tuple[float, float, float]:
    """Hue, lightness and saturation, each from 0 to 1, of a colour whose parts are.

    `colorsys` rounds them otherwise from one version of Python to the next, and a colour on the
    edge would be another one.
    """
    most, least = max(red, green, blue), min(red, green, blue)
    light, apart = (most + least) / 2, most - least
    if not apart:
        return 0.0, light, 0.0
    saturation = apart / (most + least if light <= 0.5 else 2.0 - most - least)
    if red == most:
        turn = (most - blue) / apart - (most - green) / apart
    elif green == most:
        turn = 2.0 + (most - red) / apart - (most - blue) / apart
    else:
        turn = 4.0 + (most - green) / apart - (most - red) / apart
    return turn / 6.0 % 1.0, light, saturation
