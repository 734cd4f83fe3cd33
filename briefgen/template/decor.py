"""Turn the shapes of a master or a layout that are no placeholders into what they show, and where.

Groups are taken apart, each member at its place on the slide (ECMA-376 Part 1, 20.1.7.5); what is
hidden, or shows nothing, is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import cos, radians, sin
from typing import Any

from briefgen.geometry import Rect
from briefgen.record import Record
from briefgen.template.clean import A, P
from briefgen.template.model import Decor, Paint
from briefgen.template.paints import colour, paint
from briefgen.template.parts import Part

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ROUND = ("ellipse", "donut", "arc", "pie", "chord", "blockArc", "flowChartConnector")
_DEEP = 24
_SHAPES = ("sp", "pic", "cxnSp", "graphicFrame")


class Space(Record):
    """The inner space of a group on the slide: where it begins, and its scale."""

    x: float = 0
    y: float = 0
    across: float = 1
    down: float = 1

    def at(self, xfrm: Any) -> Rect | None:
        """The place of a shape of this space on the slide, with what its turn takes."""
        box = _box(xfrm, "off", "ext")
        if box is None:
            return None
        x, y = self.x + box[0] * self.across, self.y + box[1] * self.down
        w, h = box[2] * self.across, box[3] * self.down
        if turn := int(xfrm.get("rot", "0")) / 60_000 % 180:
            c, s = abs(cos(radians(turn))), abs(sin(radians(turn)))
            wide, tall = w * c + h * s, w * s + h * c
            x, y, w, h = x + (w - wide) / 2, y + (h - tall) / 2, wide, tall
        return Rect(round(x), round(y), round(w), round(h))

    def inner(self, xfrm: Any) -> Space:
        """The space of the members of a group in this one."""
        outer, inner = _box(xfrm, "off", "ext"), _box(xfrm, "chOff", "chExt")
        if outer is None or inner is None or not inner[2] or not inner[3]:
            return self
        across = self.across * outer[2] / inner[2]
        down = self.down * outer[3] / inner[3]
        x = self.x + outer[0] * self.across - inner[0] * across
        y = self.y + outer[1] * self.down - inner[1] * down
        return Space(x, y, across, down)


def _box(xfrm: Any, at: str, size: str) -> tuple[int, int, int, int] | None:
    start, extent = xfrm.find(f"{A}{at}"), xfrm.find(f"{A}{size}")
    if start is None or extent is None:
        return None
    try:
        return (
            int(start.get("x", "0")),
            int(start.get("y", "0")),
            int(extent.get("cx", "0")),
            int(extent.get("cy", "0")),
        )
    except ValueError:
        return None


def decorations(
    sheet: Any,
    scheme: Mapping[str, str],
    theme: Any,
    part: Part,
    size: tuple[int, int],
    *,
    own: bool,
) -> list[Decor]:
    """What a master or layout shows beside placeholders, from the bottom up."""
    tree = sheet.find(f"{P}cSld/{P}spTree")
    if tree is None:
        return []
    found = _Reader(scheme, theme, part, own)
    page = Rect(0, 0, *size)
    return [each for each in found.within(tree, Space(), 0) if _seen(each, page)]


def _seen(each: Decor, page: Rect) -> bool:
    """Whether a decoration shows anything on the page."""
    rect = each.rect
    if rect.right <= 0 or rect.bottom <= 0 or rect.x >= page.w or rect.y >= page.h:
        return False
    painted = each.paint is not None and each.paint.alpha > 0
    return painted or bool(each.outline) or bool(each.words)


def by_shape(
    sheet: Any, scheme: Mapping[str, str], part: Part, size: tuple[int, int]
) -> list[tuple[int, Decor]]:
    """What a slide shows beside placeholders, each piece with the number of the outermost shape
    that it is of, in the order of the sheet."""
    tree = sheet.find(f"{P}cSld/{P}spTree")
    found = _Reader(scheme, None, part, True)
    page = Rect(0, 0, *size)
    return [
        (number, each)
        for number, outer in enumerate(tree if tree is not None else ())
        for each in found.within([outer], Space(), 0)
        if _seen(each, page)
    ]


def written_shapes(
    tree: Any, space: Space | None = None, depth: int = 0
) -> Iterator[tuple[Any, Rect | None]]:
    """The shapes of a slide with words in them, each at its place on the slide; None where its
    layout says that."""
    space = space or Space()
    for each in tree if depth <= _DEEP else ():
        if each.tag == f"{P}grpSp" and not _hidden(each):
            xfrm = each.find(f"{P}grpSpPr/{A}xfrm")
            inner = space.inner(xfrm) if xfrm is not None else space
            yield from written_shapes(each, inner, depth + 1)
        elif each.tag == f"{P}sp" and not _hidden(each) and "".join(each.itertext()).strip():
            xfrm = each.find(f"{P}spPr/{A}xfrm")
            yield each, space.at(xfrm) if xfrm is not None else None


class _Reader(Record):
    scheme: Mapping[str, str]
    theme: Any
    part: Part
    own: bool

    def within(
        self, tree: Iterable[Any], space: Space, depth: int, group: str = ""
    ) -> Iterator[Decor]:
        if depth > _DEEP:
            return
        for each in tree:
            tag = each.tag.rpartition("}")[2] if isinstance(each.tag, str) else ""
            if tag == "AlternateContent":
                choices = [*each.findall(f"{_MC}Fallback"), *each.findall(f"{_MC}Choice")]
                if choices:
                    yield from self.within(choices[0], space, depth + 1, group)
            elif tag == "grpSp":
                xfrm = each.find(f"{P}grpSpPr/{A}xfrm")
                inner = space.inner(xfrm) if xfrm is not None else space
                if not _hidden(each):
                    outer = group or _called(each)
                    yield from self.within(each, inner, depth + 1, outer)
            elif tag in _SHAPES and not _hidden(each) and each.find(f".//{P}nvPr/{P}ph") is None:
                yield from self._one(each, tag, space, group)

    def _one(self, shape: Any, tag: str, space: Space, group: str) -> Iterator[Decor]:
        xfrm = shape.find(f"{P}spPr/{A}xfrm")
        if tag == "graphicFrame":
            xfrm = shape.find(f"{P}xfrm")
        rect = space.at(xfrm) if xfrm is not None else None
        if rect is None:
            return
        words = " ".join(each.text for each in shape.iter(f"{A}t") if each.text)
        preset = shape.find(f"{P}spPr/{A}prstGeom")
        drawn = shape.find(f"{P}spPr/{A}custGeom")
        yield Decor(
            name=_called(shape),
            rect=rect,
            paint=self._paint(shape, tag),
            outline=self._outline(shape, tag),
            round=preset is not None and preset.get("prst", "") in _ROUND,
            path=_corners(drawn, xfrm) if drawn is not None else (),
            words=words.strip()[:200],
            own=self.own,
            kind={"pic": "picture", "cxnSp": "line", "graphicFrame": "frame"}.get(tag, "shape"),
            group=group,
            halo=_halo(shape),
            numbered=any(each.get("type") == "slidenum" for each in shape.iter(f"{A}fld")),
        )

    def _paint(self, shape: Any, tag: str) -> Paint | None:
        if tag == "graphicFrame":
            return Paint(("C0C0C0",))
        if tag == "pic":
            return paint(shape, self.scheme, self.part)
        own = shape.find(f"{P}spPr")
        found = paint(own, self.scheme, self.part) if own is not None else None
        if found is not None or tag == "cxnSp":
            return found
        # A style says the number of the theme's fill, and its colour (20.1.4.1.10).
        style = shape.find(f"{P}style/{A}fillRef")
        if style is None or style.get("idx", "0") == "0" or not len(style):
            return None
        return Paint((colour(style[0], self.scheme)[0],))

    def _outline(self, shape: Any, tag: str) -> str:
        line = shape.find(f"{P}spPr/{A}ln")
        if line is not None:
            if line.find(f"{A}noFill") is not None:
                return ""
            fill = line.find(f"{A}solidFill")
            if fill is not None and len(fill):
                return colour(fill[0], self.scheme)[0]
            if line.find(f"{A}gradFill") is not None:
                return "808080"
        style = shape.find(f"{P}style/{A}lnRef")
        if style is not None and style.get("idx", "0") != "0" and len(style):
            return colour(style[0], self.scheme)[0]
        return ""


def _corners(drawn: Any, xfrm: Any) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The corners of a free form (20.1.9.8) in shares of its place; curves go by their points."""
    flipped = xfrm.get("flipH") in ("1", "true"), xfrm.get("flipV") in ("1", "true")
    quarters, rest = divmod(int(xfrm.get("rot", "0")) % 21_600_000, 5_400_000)
    found: list[tuple[tuple[float, float], ...]] = []
    for path in drawn.iter(f"{A}path"):
        w, h = float(path.get("w", "0") or 0), float(path.get("h", "0") or 0)
        if not w or not h or rest:
            return ()
        line: list[tuple[float, float]] = []
        for step in path:
            tag = step.tag.rpartition("}")[2]
            if tag == "moveTo" and line:
                found.append(tuple(line))
                line = []
            for point in step.findall(f"{A}pt"):
                try:
                    x, y = float(point.get("x", "")) / w, float(point.get("y", "")) / h
                except ValueError:
                    return ()
                x, y = 1 - x if flipped[0] else x, 1 - y if flipped[1] else y
                for _ in range(quarters):
                    x, y = 1 - y, x
                line.append((x, y))
        found.append(tuple(line))
    return tuple(line for line in found if len(line) > 2)[:200]


def _halo(shape: Any) -> int:
    """How far a shape glows around itself (20.1.8.32)."""
    glow = shape.find(f"{P}spPr/{A}effectLst/{A}glow")
    said = "" if glow is None else glow.get("rad", "")
    return int(said) if said.isdecimal() else 0


def _called(shape: Any) -> str:
    """The name of a shape, as the selection pane shows it."""
    named = shape.find(f".//{P}cNvPr")
    return named.get("name", "") if named is not None else ""


def _hidden(shape: Any) -> bool:
    named = shape.find(f"{P}nvSpPr/{P}cNvPr")
    if named is None:
        named = shape.find(f".//{P}cNvPr")
    return named is not None and named.get("hidden") in ("1", "true")
