"""Turn the colours of a theme into the four inks of a press.

Text is one ink: what is set in `ink` is black alone (100 K), what is set in `ink2` a tint of it, so
that no small letter depends on four plates meeting exactly. Every other colour is separated with
full grey component replacement: the grey that cyan, magenta and yellow share is printed as black.
One of the three is then always absent, and the inks never exceed 300 % in all. Without a profile
of paper and press such a separation is an approximation; a press that has one may replace it.
"""

from __future__ import annotations

from briefgen.colours import Token

Inks = tuple[float, float, float, float]

# How far red, green and blue of a grey may differ.
_GREY = 8
# The least tint of black in which small text is read without effort.
_READABLE = 0.8
# Inks over one another reflect more than the product of their shares: the black goes deeper.
_DEEPER = 1.2
# The luminance of red, green and blue (ITU-R BT.709).
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def cmyk(token: Token, digits: str) -> Inks:
    """Cyan, magenta, yellow and black, 0 to 1, for a token whose colour in sRGB is `digits`."""
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    if token == "ink":
        return 0.0, 0.0, 0.0, 1.0
    most, least = max(red, green, blue), min(red, green, blue)
    if token == "ink2" or most - least <= _GREY:
        light = sum(part * share for part, share in zip((red, green, blue), _WEIGHTS, strict=True))
        black = round(1 - light / 255, 2)
        return 0.0, 0.0, 0.0, max(black, _READABLE) if token == "ink2" else black
    cyan, magenta, yellow = (round(1 - part / most, 2) for part in (red, green, blue))
    return cyan, magenta, yellow, round(1 - (most / 255) ** _DEEPER, 2)
