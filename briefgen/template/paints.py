"""Turn fills and colours of DrawingML into what is seen: six hex digits, pictures, how much shows.

Colours of a scheme are seen through the master's map, or the layout's own (ECMA-376 Part 1,
19.3.1.6 and 19.3.1.7); their modifiers are those of 20.1.2.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefgen.template.clean import A, R
from briefgen.template.model import Paint
from briefgen.template.parts import Part
from briefgen.theme.shades import shade
from briefgen.theme.vision import linear

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
MAPPED = ("bg1", "tx1", "bg2", "tx2", *SLOTS[4:])
_PLAIN = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
# Some of the preset colours (20.1.10.47); the others are hardly ever used, and taken as grey.
_PRESET = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF"}
_GREY = "808080"


def scheme_of(theme: Any, mapping: Any) -> Mapping[str, str]:
    """The colours of a theme by the names that slides have for them (`tx1`, `accent1`), and by the
    theme's own (`dk1`)."""
    own = {slot: _slot(theme, slot) for slot in SLOTS}
    named = {
        name: own.get(mapping.get(name, "") if mapping is not None else "", own[_base(name)])
        for name in MAPPED
    }
    return {**own, **named}


def _base(name: str) -> str:
    return _PLAIN.get(name, name)


def _slot(theme: Any, slot: str) -> str:
    found = theme.find(f".//{A}clrScheme/{A}{slot}") if theme is not None else None
    if found is None or not len(found):
        return {"dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6"}.get(slot, _GREY)
    return colour(found[0], {})[0]


def colour(element: Any, scheme: Mapping[str, str], standing: str = "") -> tuple[str, float]:
    """A colour as it is seen, and how much of it shows. `standing` is what `phClr` stands for."""
    tag = element.tag.rpartition("}")[2]
    value = element.get("val", "")
    if tag == "srgbClr":
        seen = value.upper() if len(value) == 6 else _GREY
    elif tag == "sysClr":
        seen = element.get("lastClr", "FFFFFF" if value == "window" else "000000").upper()
    elif tag == "schemeClr":
        seen = standing or _GREY if value == "phClr" else scheme.get(value, _GREY)
    elif tag == "scrgbClr":
        parts = (int(element.get(name, "0").rstrip("%") or 0) for name in "rgb")
        seen = "".join(f"{min(255, max(0, part * 255 // 100_000)):02X}" for part in parts)
    else:
        seen = _PRESET.get(value, _GREY)
    return _modified(seen, element)


def _modified(seen: str, element: Any) -> tuple[str, float]:
    mod, off, sat, alpha = 100_000, 0, 100_000, 1.0
    for each in element:
        tag = each.tag.rpartition("}")[2]
        share = _number(each.get("val", "0"))
        if tag == "alpha":
            alpha = share / 100_000
        elif tag == "lumMod":
            mod = mod * share // 100_000
        elif tag == "lumOff":
            off = off * share // 100_000 + share if off else share
        elif tag == "satMod":
            sat = sat * share // 100_000
        elif tag == "tint":
            seen = _mixed(seen, share / 100_000, 1.0)
        elif tag == "shade":
            seen = _mixed(seen, share / 100_000, 0.0)
    return shade(seen, mod, off, sat), alpha


def _mixed(seen: str, share: float, other: float) -> str:
    """A colour mixed with white (1) or black (0), as light is: `tint` and `shade`.

    >>> _mixed("000000", 0.75, 1.0)
    '898989'
    """
    parts = (each * share + other * (1 - share) for each in linear(seen))
    shown = (p * 12.92 if p <= 0.0031308 else 1.055 * p ** (1 / 2.4) - 0.055 for p in parts)
    return "".join(f"{round(255 * min(1.0, max(0.0, part))):02X}" for part in shown)


def _number(text: str) -> int:
    try:
        return int(float(text[:-1]) * 1000) if text.endswith("%") else int(text)
    except ValueError:
        return 0


def paint(holder: Any, scheme: Mapping[str, str], part: Part, standing: str = "") -> Paint | None:
    """What fills the shape or ground whose properties these are: None where they say nothing of it,
    a paint that shows nothing where they say there is none."""
    for each in holder:
        tag = each.tag.rpartition("}")[2]
        if tag == "noFill":
            return Paint(alpha=0)
        if tag == "solidFill" and len(each):
            seen, alpha = colour(each[0], scheme, standing)
            return Paint((seen,), alpha=alpha)
        if tag == "gradFill":
            return _gradient(each, scheme, standing)
        if tag == "pattFill":
            stops = [colour(c[0], scheme, standing)[0] for c in each if len(c)]
            return Paint(tuple(stops[:2]) or (_GREY,))
        if tag == "blipFill":
            blip = each.find(f"{A}blip")
            name = part.target(blip.get(f"{R}embed", "")) if blip is not None else ""
            faint = blip.find(f"{A}alphaModFix") if blip is not None else None
            alpha = _number(faint.get("amt", "100000")) / 100_000 if faint is not None else 1.0
            tones = blip.find(f"{A}duotone") if blip is not None else None
            toned = () if tones is None else tuple(colour(c, scheme, standing)[0] for c in tones)
            return Paint(toned or (_GREY,), name, alpha)
        if tag == "grpFill":
            return Paint((_GREY,))
    return None


def _gradient(fill: Any, scheme: Mapping[str, str], standing: str) -> Paint:
    stops = sorted(fill.iter(f"{A}gs"), key=lambda stop: _number(stop.get("pos", "0")))
    seen = [colour(stop[0], scheme, standing) for stop in stops if len(stop)]
    if not seen:
        return Paint((_GREY,))
    return Paint(tuple(each for each, _ in seen), alpha=sum(a for _, a in seen) / len(seen))
