"""Turn what layout, master and theme say of a placeholder's text into how each level of it looks.

What a placeholder does not say its master's does, and then the master's styles for titles and
bodies, and then the presentation's own (ECMA-376 Part 1, 19.3.1.52 and 21.1.2.4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefgen.template.clean import A
from briefgen.template.model import Level
from briefgen.template.paints import colour

LEVELS = 5
_ALIGN = {"l": "left", "ctr": "center", "r": "right", "just": "justify", "dist": "justify"}
_ANCHOR = {"t": "top", "ctr": "middle", "b": "bottom"}
# What a text box keeps free where nothing is said of it (21.1.2.1.1), and how large text is then.
_INSETS = (91_440, 45_720, 91_440, 45_720)
_SIZE = 1800
# What a line's pitch is a share of, in em.
_SINGLE = 1.2


def levels(sources: Sequence[Any], scheme: Mapping[str, str]) -> tuple[Level, ...]:
    """How each level of text looks; `sources` are lists of styles, what counts first at first."""
    return tuple(_level(number, sources, scheme) for number in range(1, LEVELS + 1))


def _level(number: int, sources: Sequence[Any], scheme: Mapping[str, str]) -> Level:
    said = [each for source in sources for each in source.findall(f"{A}lvl{number}pPr")]
    runs = [each for own in said if (each := own.find(f"{A}defRPr")) is not None]
    size = _first(runs, "sz", _SIZE)
    marker, face = _marker(said)
    return Level(
        size=size * 127,
        bold=any(_first_text(runs, "b") == yes for yes in ("1", "true")),
        align=_ALIGN.get(_first_text(said, "algn"), "left"),
        margin=max(0, _first(said, "marL", 0)),
        indent=max(0, -_first(said, "indent", 0)),
        pitch=_spaced(said, "lnSpc", 100_000, size),
        before=_length(said, "spcBef", size),
        after=_length(said, "spcAft", size),
        marker=marker,
        face=face,
        tint=_tint(said, scheme) if marker else "",
        spread=max(0, _first(runs, "spc", 0)) * 127,
    )


def _first_text(elements: Sequence[Any], name: str) -> str:
    return next((value for each in elements if (value := each.get(name)) is not None), "")


def _first(elements: Sequence[Any], name: str, default: int) -> int:
    try:
        return int(_first_text(elements, name) or default)
    except ValueError:
        return default


def _spacing(said: Sequence[Any], tag: str) -> tuple[str, int] | None:
    """What is said of a spacing: in `spcPct` or `spcPts`."""
    for own in said:
        found = own.find(f"{A}{tag}")
        if found is not None and len(found):
            value = found[0].get("val", "0")
            share = round(float(value[:-1]) * 1000) if value.endswith("%") else int(float(value))
            return found[0].tag.rpartition("}")[2], share
    return None


def _spaced(said: Sequence[Any], tag: str, default: int, size: int) -> int:
    """The pitch of lines in thousandths of a percent of single spacing."""
    found = _spacing(said, tag)
    if found is None:
        return default
    kind, value = found
    return value if kind == "spcPct" else round(value / (size * _SINGLE) * 100_000)


def _length(said: Sequence[Any], tag: str, size: int) -> int:
    """A space in EMU; a share is one of the line."""
    found = _spacing(said, tag)
    if found is None:
        return 0
    kind, value = found
    return value * 127 if kind == "spcPts" else round(size * _SINGLE * 127 * value / 100_000)


def _marker(said: Sequence[Any]) -> tuple[str, str]:
    """The bullet of a level ("" for none, "1" for a number), and the face it is drawn in."""
    for own in said:
        if own.find(f"{A}buNone") is not None:
            return "", ""
        char, number = own.find(f"{A}buChar"), own.find(f"{A}buAutoNum")
        if number is not None:
            return "1", ""
        if char is not None:
            font = next((f for each in said if (f := each.find(f"{A}buFont")) is not None), None)
            face = font.get("typeface", "") if font is not None else ""
            return char.get("char", "•")[:1] or "•", face
    return "", ""


def _tint(said: Sequence[Any], scheme: Mapping[str, str]) -> str:
    """The colour of a level's bullet; "" where it follows its text (21.1.2.4.5)."""
    for own in said:
        if own.find(f"{A}buClrTx") is not None:
            return ""
        named = own.find(f"{A}buClr")
        if named is not None and len(named):
            return colour(named[0], scheme)[0]
    return ""


def insets(boxes: Sequence[Any]) -> tuple[int, int, int, int]:
    """What a placeholder keeps free at its left, top, right and bottom."""
    names = ("lIns", "tIns", "rIns", "bIns")
    left, top, right, bottom = (
        _first(boxes, name, default) for name, default in zip(names, _INSETS, strict=True)
    )
    return left, top, right, bottom


def anchor(boxes: Sequence[Any]) -> str:
    """Where text stands in a placeholder that is higher."""
    return _ANCHOR.get(_first_text(boxes, "anchor"), "top")
