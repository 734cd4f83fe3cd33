"""Turn the style sheets, styles and attributes of SVG elements into their properties.

Of CSS there are rules for classes, and declarations; whatever says more is refused where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.outline.attached.svg.tree import Element, SvgError
from briefgen.patterns import pattern

# What an element has from the one that it is in (SVG 1.1, appendix N).
INHERITED: Mapping[str, str] = {
    "color": "black",
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "stroke": "none",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "visibility": "visible",
    "clip-rule": "nonzero",
}
# What it has by itself.
_OWN: Mapping[str, str] = {
    "clip-path": "none",
    "display": "inline",
    "opacity": "1",
    "stop-color": "black",
    "stop-opacity": "1",
}
# What changes nothing that is drawn here, in any value.
_IDLE = frozenset(
    "alignment-baseline baseline-shift color-interpolation color-rendering cursor direction "
    "dominant-baseline enable-background image-rendering kerning letter-spacing overflow "
    "pointer-events shape-rendering solid-color solid-opacity tab-size text-align text-anchor "
    "text-decoration text-indent text-orientation text-rendering text-transform unicode-bidi "
    "white-space word-spacing writing-mode".split()
)
_IDLE_BEGINNINGS = ("font", "-inkscape", "-webkit", "-moz", "text-decoration", "data-", "aria-")
# What is as if it were not there, in these values.
_NEUTRAL: Mapping[str, frozenset[str]] = {
    "color-interpolation-filters": frozenset({"auto", "srgb", "linearrgb"}),
    "filter": frozenset({"none"}),
    "isolation": frozenset({"auto", "isolate"}),
    "marker": frozenset({"none"}),
    "marker-end": frozenset({"none"}),
    "marker-mid": frozenset({"none"}),
    "marker-start": frozenset({"none"}),
    "mask": frozenset({"none"}),
    "mix-blend-mode": frozenset({"normal"}),
    "paint-order": frozenset({"normal", "fill", "fill stroke", "fill stroke markers"}),
    "vector-effect": frozenset({"none"}),
}
# Attributes of elements that are no properties.
ATTRIBUTES = frozenset(
    "baseProfile class clipPathUnits cx cy d fx fy gradientTransform gradientUnits height href id "
    "offset points preserveAspectRatio r role rx ry spreadMethod style transform type version "
    "viewBox width x x1 x2 y y1 y2 contentStyleType contentScriptType zoomAndPan lang space "
    "tabindex focusable media target rel download".split()
)
_COMMENT = pattern(r"(?s)/\*.*?\*/|<!--|-->")
_RULE = pattern(r"(?s)([^{}]*)\{([^{}]*)\}")
_CLASS = pattern(r"\.([-\w]+)")


class Sheet:
    """The declarations of each class of a drawing, in the order of its rules."""

    def __init__(self) -> None:
        self._rules: list[tuple[str, dict[str, str]]] = []

    def read(self, element: Element) -> None:
        """Take in a `style` element. Raises SvgError for what is no rule for classes."""
        words = _COMMENT.sub("", "".join(element.text))
        rest = _RULE.sub("", words).strip()
        if rest:
            raise SvgError("svg-not-drawn", element.line, what=rest[:40])
        for selectors, said in _RULE.findall(words):
            found = dict(_declared(said, element.line))
            for selector in selectors.split(","):
                match = _CLASS.fullmatch(selector.strip())
                if match is None:
                    raise SvgError("svg-not-drawn", element.line, what=selector.strip()[:40])
                self._rules.append((match[1], found))

    def properties(self, element: Element) -> dict[str, str]:
        """The properties that an element says itself: by attributes, classes and its style, each
        stronger than the one before. Raises SvgError."""
        found: dict[str, str] = {}
        for name, value in element.given.items():
            if name not in ATTRIBUTES and not name.startswith("xmlns"):
                found.update(_known(name, value.strip(), element.line))
        classes = element.given.get("class", "").split()
        for name, declared in self._rules:
            if name in classes:
                found.update(declared)
        found.update(_declared(element.given.get("style", ""), element.line))
        return found


def _declared(words: str, line: int) -> Iterator[tuple[str, str]]:
    for declaration in _COMMENT.sub("", words).split(";"):
        name, colon, value = declaration.partition(":")
        if not declaration.strip():
            continue
        if not colon:
            raise SvgError("svg-bad-value", line, value=declaration.strip()[:40])
        value = value.strip().removesuffix("!important").strip()
        yield from _known(name.strip(), value, line)


def _known(name: str, value: str, line: int) -> Iterator[tuple[str, str]]:
    """A property that is drawn; nothing of one that changes nothing."""
    if name in INHERITED or name in _OWN:
        yield name, value
    elif name in _IDLE or name.startswith(_IDLE_BEGINNINGS):
        return
    elif value.lower() not in _NEUTRAL.get(name, frozenset()):
        raise SvgError("svg-not-drawn", line, what=name)


def inherited(above: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """All properties of an element in another."""
    made = {name: above.get(name, first) for name, first in INHERITED.items()} | dict(_OWN)
    for name, value in own.items():
        made[name] = above.get(name, made[name]) if value == "inherit" else value
    return made
