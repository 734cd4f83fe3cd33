"""Turn how an author writes the size of slides into lengths: 4:3, a4 upright, 25.4cm x 19.05cm."""

from __future__ import annotations

from briefgen.geometry import Size, mm, pt
from briefgen.patterns import pattern

# 16:9 and 4:3 as PowerPoint has them, 16:10 as wide as the first, A4 as ISO 216 has it.
_NAMED = {
    "16:9": Size(),
    "16:10": Size(pt(960), pt(600)),
    "4:3": Size(pt(720), pt(540)),
    "a4": Size(mm(297), mm(210)),
    "a4 upright": Size(mm(210), mm(297)),
}
_LENGTHS = pattern(
    r"(\d{1,4}(?:\.\d{1,3})?) ?(cm|mm|in|pt|厘米|毫米)? ?[x×*] ?"
    r"(\d{1,4}(?:\.\d{1,3})?) ?(cm|mm|in|pt|厘米|毫米)"
)
_UNITS = {
    "cm": mm(10),
    "mm": mm(1),
    "in": pt(72),
    "pt": pt(1),
    "厘米": mm(10),
    "毫米": mm(1),
}
# The sides that slides may have; PowerPoint allows 1 to 56 inches.
_SHORTEST, _LONGEST = mm(100), mm(1420)


def size_of(written: str) -> Size | None:
    """The size of slides that is written so; None for anything else, and where a side is shorter
    than 10 cm or longer than 142 cm.

    >>> size_of("4:3") == size_of("25.4 x 19.05 cm") == Size(9144000, 6858000)
    True
    """
    named = _NAMED.get(written.lower())
    lengths = _LENGTHS.fullmatch(written)
    if named or not lengths:
        return named
    across, first, up, unit = lengths.groups()
    sides = [round(float(n) * _UNITS[of or unit]) for n, of in ((across, first), (up, unit))]
    return Size(*sides) if all(_SHORTEST <= side <= _LONGEST for side in sides) else None
