"""Turn the colours and gradients of SVG into paints."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.outline.attached.svg.numbers import length, transform
from briefgen.outline.attached.svg.styles import Sheet, inherited
from briefgen.outline.attached.svg.tree import Element, SvgError
from briefgen.patterns import pattern
from briefgen.vector import Box, Linear, Matrix, Paint, Radial, Solid, Stop, times, within

_URL = pattern(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)(.*)")
_HEX = pattern(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_FUNCTION = pattern(r"rgba?\(\s*([^()]*)\)")
_LONGEST = 8


def share(words: str, line: int) -> float:
    """An opacity: 0.5 or 50%, kept between 0 and 1."""
    return min(1.0, max(0.0, length(words, 1.0, line)))


def colour(words: str, own: str, line: int) -> Solid | None:
    """A colour (CSS Color 3, 4); None for none. `own` is what `currentColor` means."""
    said = words.strip()
    if said.lower() in ("none", "transparent"):
        return None
    if said.lower() == "currentcolor":
        return colour(own if own.lower() != "currentcolor" else "black", "black", line)
    if _HEX.fullmatch(said):
        digits = said[1:].upper()
        digits = digits if len(digits) > 4 else "".join(each * 2 for each in digits)
        return Solid(digits[:6], int(digits[6:] or "FF", 16) / 255)
    if match := _FUNCTION.fullmatch(said.lower()):
        return _of_numbers(match[1], line, words)
    # Pillow knows the names of CSS; a drawing without any does not load it.
    from PIL.ImageColor import colormap, getrgb

    if said.lower() not in colormap:
        raise SvgError("svg-bad-value", line, value=said[:40])
    # What the table itself holds changes once a name was looked up.
    return Solid("".join(f"{level:02X}" for level in getrgb(said)[:3]))


def _of_numbers(words: str, line: int, whole: str) -> Solid:
    parts = words.replace(",", " ").replace("/", " ").split()
    if len(parts) not in (3, 4):
        raise SvgError("svg-bad-value", line, value=whole[:40])
    levels = [min(255, max(0, round(length(part, 255.0, line)))) for part in parts[:3]]
    alpha = share(parts[3], line) if len(parts) == 4 else 1.0
    return Solid("".join(f"{level:02X}" for level in levels), alpha)


def fill_of(
    words: str,
    properties: Mapping[str, str],
    elements: Mapping[str, Element],
    sheet: Sheet,
    bounds: Box,
    view: tuple[float, float],
    line: int,
) -> Paint | None:
    """What a `fill` or `stroke` means for a shape with these bounds; None for nothing."""
    match = _URL.fullmatch(words.strip())
    if match is None:
        return colour(words, properties["color"], line)
    element = elements.get(match[1])
    if element is None or element.tag not in ("linearGradient", "radialGradient"):
        what = f"<{element.tag}>" if element else words
        raise SvgError("svg-not-drawn", element.line if element else line, what=what)
    return _gradient(element, elements, sheet, bounds, view)


def _gradient(
    element: Element,
    elements: Mapping[str, Element],
    sheet: Sheet,
    bounds: Box,
    view: tuple[float, float],
) -> Paint | None:
    given, stops = _inherited(element, elements)
    line = element.line
    if given.get("spreadMethod", "pad") != "pad":
        raise SvgError("svg-not-drawn", line, what=f"spreadMethod={given['spreadMethod']}")
    found = _stops(stops, sheet)
    if not found:
        return None
    if len(found) == 1:
        return Solid(found[0].colour, found[0].alpha)
    boxed = given.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox"
    left, top, right, bottom = bounds
    if boxed and (right <= left or bottom <= top):
        return None
    outer: Matrix = (right - left, 0, 0, bottom - top, left, top) if boxed else (1, 0, 0, 1, 0, 0)
    matrix = times(outer, transform(given.get("gradientTransform", ""), line))
    across, down = (1.0, 1.0) if boxed else view

    def at(name: str, default: str, whole: float) -> float:
        return length(given.get(name, default), whole, line)

    try:
        if element.tag == "linearGradient":
            start = at("x1", "0%", across), at("y1", "0%", down)
            end = at("x2", "100%", across), at("y2", "0%", down)
            return within(Linear(start, end, found), matrix)
        centre = at("cx", "50%", across), at("cy", "50%", down)
        radius = at("r", "50%", ((across**2 + down**2) / 2) ** 0.5)
        focus = (
            at("fx", given.get("cx", "50%"), across),
            at("fy", given.get("cy", "50%"), down),
        )
    except ZeroDivisionError:
        raise SvgError("svg-bad-value", line, value=given["gradientTransform"][:40]) from None
    if radius <= 0:
        return Solid(found[-1].colour, found[-1].alpha)
    return Radial(centre, radius, focus, found, matrix)


def _inherited(
    element: Element, elements: Mapping[str, Element]
) -> tuple[dict[str, str], list[Element]]:
    """A gradient's attributes and stops, where it lacks them those of the one that it refers to."""
    given: dict[str, str] = {}
    stops: list[Element] = []
    at: Element | None = element
    for _ in range(_LONGEST):
        if at is None:
            return given, stops
        given = {**at.given, **given}
        for child in at.children:
            if child.tag != "stop":
                raise SvgError("svg-not-drawn", child.line, what=f"<{child.tag}>")
        stops = stops or at.children
        href = at.given.get("href", "")
        at = elements.get(href.removeprefix("#")) if href else None
    raise SvgError("svg-bad-value", element.line, value=element.given.get("href", ""))


def _stops(found: list[Element], sheet: Sheet) -> tuple[Stop, ...]:
    """The stops in their order; none stands before the one that it follows (SVG 1.1, 13.2.4)."""
    stops: list[Stop] = []
    for each in found:
        own = inherited({}, sheet.properties(each))
        at = share(each.given.get("offset", "0"), each.line)
        solid = colour(own["stop-color"], own["color"], each.line) or Solid("000000", 0.0)
        alpha = solid.alpha * share(own["stop-opacity"], each.line)
        stops.append(Stop(max(at, stops[-1].at if stops else 0.0), solid.colour, alpha))
    return tuple(stops)
