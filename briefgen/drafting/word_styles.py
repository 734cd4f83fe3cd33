"""Turn the styles and numberings of a Word document into what each paragraph is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from xml.etree.ElementTree import Element

from briefgen.drafting.markup import Related, child, children, get, parse, part_of
from briefgen.drafting.office import Files
from briefgen.patterns import pattern
from briefgen.record import Record

Role = Literal["", "title", "subtitle", "caption", "contents"]
_HEADING = pattern(r"(?:heading|标题|標題|überschrift|titre|título)\s*([1-9])", 2)
_ROLES: tuple[tuple[str, Role], ...] = (
    (r"(?:title|标题|標題)$", "title"),
    (r"(?:subtitle|副标题|副標題)$", "subtitle"),
    (r"(?:caption|题注|圖說)", "caption"),
    (r"(?:toc|table of figures|目录|目錄|contents|index)", "contents"),
)
_BODY_LEVEL = 9


class Look(Record):
    """What a paragraph is: heading of a level (0: none), item of a list at a depth, or a role."""

    level: int = 0
    role: Role = ""
    listed: bool = False
    numbered: bool = False
    depth: int = 0


class _Style(Record):
    name: str
    based: str
    level: int | None
    numbering: tuple[str, int] | None


class Styles(Record):
    """The styles by id, and for each numbering whether each of its levels counts."""

    styles: Mapping[str, _Style]
    counted: Mapping[str, Mapping[int, bool]]

    def look(self, paragraph: Element) -> Look:
        """What a paragraph is, by its own properties and its styles."""
        own = child(paragraph, "pPr")
        style = child(own, "pStyle")
        level, role, numbering = self._inherited(get(style, "val") if style is not None else "")
        direct = child(own, "outlineLvl")
        if direct is not None:
            level = int(get(direct, "val") or _BODY_LEVEL) + 1
        given = child(own, "numPr")
        if given is not None:
            id, depth = child(given, "numId"), child(given, "ilvl")
            own_id = get(id, "val") if id is not None else (numbering or ("0", 0))[0]
            numbering = (own_id, int(get(depth, "val") or 0) if depth is not None else 0)
        if level and level <= _BODY_LEVEL:
            return Look(level=level)
        if numbering and numbering[0] != "0" and not role:
            counts = self.counted.get(numbering[0], {}).get(numbering[1], False)
            return Look(listed=True, numbered=counts, depth=min(numbering[1], 2))
        return Look(role=role)

    def _inherited(self, id: str) -> tuple[int, Role, tuple[str, int] | None]:
        level, numbering = 0, None
        found: Role = ""
        seen: set[str] = set()
        while id in self.styles and id not in seen:
            seen.add(id)
            style = self.styles[id]
            if not level:
                match = _HEADING.match(style.name)
                level = int(match[1]) if match else 0
                if not level and style.level is not None:
                    level = style.level + 1
            found = found or _role(style.name)
            numbering = numbering or style.numbering
            id = style.based
        return (
            (0, found, numbering) if found in ("title", "contents") else (level, found, numbering)
        )


def _role(name: str) -> Role:
    for form, role in _ROLES:
        if pattern(form, 2).match(name):
            return role
    return ""


def styles_of(files: Files, related: Mapping[str, Related]) -> Styles:
    """The styles and numberings of a document."""
    styles: dict[str, _Style] = {}
    part = part_of(files, related, "styles")
    for each in children(parse(files[part]), "style") if part else ():
        if get(each, "type") == "paragraph":
            styles[get(each, "styleId")] = _style(each)
    return Styles(styles, _numberings(files, related))


def _style(element: Element) -> _Style:
    called, based = child(element, "name"), child(element, "basedOn")
    outline = child(element, "pPr", "outlineLvl")
    numbers = child(element, "pPr", "numPr")
    id, depth = child(numbers, "numId"), child(numbers, "ilvl")
    return _Style(
        name=get(called, "val") if called is not None else "",
        based=get(based, "val") if based is not None else "",
        level=int(get(outline, "val") or _BODY_LEVEL) if outline is not None else None,
        numbering=None
        if id is None
        else (get(id, "val"), int(get(depth, "val") or 0) if depth is not None else 0),
    )


def _numberings(files: Files, related: Mapping[str, Related]) -> dict[str, dict[int, bool]]:
    """For each numbering whether each of its levels counts, or has bullets."""
    part = part_of(files, related, "numbering")
    if not part:
        return {}
    root = parse(files[part])
    abstract: dict[str, dict[int, bool]] = {}
    for each in children(root, "abstractNum"):
        levels: dict[int, bool] = {}
        for level in children(each, "lvl"):
            form = child(level, "numFmt")
            counts = form is not None and get(form, "val") not in ("bullet", "none")
            levels[int(get(level, "ilvl") or 0)] = counts
        abstract[get(each, "abstractNumId")] = levels
    made: dict[str, dict[int, bool]] = {}
    for each in children(root, "num"):
        of = child(each, "abstractNumId")
        made[get(each, "numId")] = abstract.get(get(of, "val") if of is not None else "", {})
    return made
