"""Turn the parts of a template into parts that can be written into any deck: whole, and inert.

Whatever led to a part that was left behind goes from the markup too: actions that run something or
jump to a sample slide, data of add-ins, controls. An embedded object keeps the picture that stands
for it. Pictures, charts and tables stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefgen.geometry import Rect
from briefgen.problems import UnfitError
from briefgen.record import Record, replace
from briefgen.template.model import Holder
from briefgen.template.parts import OFFICE, Part, Removed, Taken, parsed

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = f"{{{OFFICE}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Parts of these kinds are looked through; the others are taken as they are, or not at all.
_SHEETS = ("slideMaster", "slideLayout")
# What of a presentation goes into ours, by the relationships of its main part.
_KEPT = ("slideMaster", "theme", "tableStyles", "font")
# Actions that stay: to the web, or to a slide that is always there ([MS-OE376] 2.1.1200).
_JUMPS = ("ppaction://hlinkshowjump", "ppaction://noaction", "ppaction://media")
_WRAPPERS = (f"{P}custDataLst", f"{P}controls", f"{P}tagLst")


class Kept(Record):
    """The parts that a deck takes over, by name; its main part's list of masters (ids and parts);
    what was taken out of them beside."""

    parts: dict[str, Part]
    masters: tuple[tuple[str, str], ...]
    removed: tuple[Removed, ...] = ()


def cleaned(taken: Taken) -> Taken:
    """The parts with masters and layouts that lead nowhere but to parts that are there.

    Raises UnfitError where the presentation has no master, or none of its masters has a layout.
    """
    parts = dict(taken.parts)
    removed = list(taken.removed)
    main = parts[taken.main]
    masters = [(each.id, each.target) for each in main.relations if each.word == "slideMaster"]
    if not masters:
        raise UnfitError("template-no-master")
    parts[taken.main] = _listed(main, "sldMasterId", "slideMaster")
    for name, part in taken.parts.items():
        if _is(part, "slideMaster"):
            part = _listed(part, "sldLayoutId", "slideLayout")
        if any(_is(part, sheet) for sheet in _SHEETS):
            parts[name], found = inert(part)
            removed += found
    if not any(parts[name].targets("slideLayout") for _, name in masters if name in parts):
        raise UnfitError("template-no-layouts")
    return Taken(taken.main, parts, tuple(removed))


def _is(part: Part, sheet: str) -> bool:
    return part.kind.endswith(f".{sheet}+xml")


def kept(taken: Taken) -> tuple[str, ...]:
    """The names of the parts that a deck on this template has, besides its own."""
    found: dict[str, None] = {}
    main = taken.parts[taken.main]
    ahead = [each.target for each in main.relations if each.word in _KEPT and not each.external]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found[name] = None
            ahead += [each.target for each in taken.parts[name].relations if not each.external]
    return tuple(sorted(found))


def _listed(part: Part, tag: str, word: str) -> Part:
    """A part whose list names the sheets that it leads to, and no others: a name without a sheet
    ends python-pptx, and has PowerPoint repair the file, as does a sheet without a name."""
    root = parsed(part.data, part.name)
    gone, named = False, set()
    for each in list(root.iter(f"{P}{tag}")):
        id = each.get(f"{R}id", "")
        named.add(id)
        if not part.target(id):
            each.getparent().remove(each)
            gone = True
    relations = tuple(each for each in part.relations if each.word != word or each.id in named)
    return replace(part, data=written(root) if gone else part.data, relations=relations)


def inert(part: Part) -> tuple[Part, list[Removed]]:
    """A master or layout without what runs, jumps to a slide, or leads to what was left behind."""
    root = parsed(part.data, part.name)
    known = {each.id for each in part.relations if each.word != "slide"}
    removed: list[Removed] = []
    before = len(list(root.iter()))
    for each in list(root.iter(f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver")):
        action = each.get("action", "")
        if action and not action.startswith(_JUMPS):
            removed.append(Removed("outside", part.name, action))
            _drop(each)
    for frame in list(root.iter(f"{P}graphicFrame")):
        if frame.find(f".//{P}oleObj") is not None:
            _pictured(frame)
    for each in list(root.iter()):
        if each.getroottree().getroot() is root and any(_dangling(each, known)):
            _drop(_whole(each))
    for wrapper in _WRAPPERS:
        for each in list(root.iter(wrapper)):
            if not len(each):
                _drop(each)
    for each in list(root.iter(f"{_MC}AlternateContent")):
        if not any(len(choice) for choice in each):
            _drop(each)
    if len(list(root.iter())) == before and not removed:
        return part, removed
    named = set(_references(root)) | {""}
    sheets = ("slideLayout", "slideMaster", "theme", "themeOverride")
    relations = tuple(
        each
        for each in part.relations
        if each.id in known and (each.id in named or each.word in sheets)
    )
    return replace(part, data=written(root), relations=relations), removed


def _references(root: Any) -> Iterator[str]:
    """The ids of relationships that markup names."""
    for each in root.iter():
        for name, value in each.attrib.items():
            if name.startswith(R):
                yield value


def _dangling(element: Any, known: set[str]) -> Iterator[str]:
    """The attributes of an element that name a relationship that is not there."""
    for name, value in element.attrib.items():
        if name.startswith(R) and value and value not in known:
            yield name


def _whole(element: Any) -> Any:
    """What goes with an element that cannot stay: of a linked picture the whole picture."""
    if element.tag == f"{A}blip":
        for above in element.iterancestors():
            if above.tag in (f"{P}pic", f"{P}sp", f"{P}bg"):
                return above
    return element


def _pictured(frame: Any) -> None:
    """Put the picture that stands for an embedded object in its place; nothing where it has none,
    or is hidden: think-cell keeps its data so."""
    named = frame.find(f".//{P}cNvPr")
    hidden = named is not None and named.get("hidden") in ("1", "true")
    picture = None if hidden else frame.find(f".//{P}oleObj/{P}pic")
    outer = frame
    for above in frame.iterancestors():
        if above.tag == f"{_MC}AlternateContent":
            outer = above
    parent = outer.getparent()
    if parent is None:
        return
    if picture is not None:
        own = picture.find(f".//{P}cNvPr")
        if own is not None and named is not None:
            own.set("id", named.get("id", "0"))
            own.set("name", named.get("name", ""))
        parent.replace(outer, picture)
    else:
        parent.remove(outer)


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def written(root: Any) -> bytes:
    """Markup as bytes."""
    from lxml import etree

    made: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return made


def within(parent: Any, tag: str, at: int) -> Any:
    """The element of this name in another, made at its place where it is not there."""
    found = parent.find(f"{A}{tag}")
    if found is None:
        found = parsed(f'<a:{tag} xmlns:a="{A[1:-1]}"/>'.encode(), "")
        parent.insert(at, found)
    return found


def shapes(root: Any, holder: Holder) -> Iterator[Any]:
    """The shape of a placeholder in a layout's markup."""
    for shape in root.iter(f"{P}sp"):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if ph is not None:
            named = ph.get("type", "obj"), int(ph.get("idx", "0"))
            if named == (holder.type, holder.index):
                yield shape


def set_place(shape: Any, rect: Rect) -> None:
    """Put a shape where `rect` is, instead of where it is or its layout has it (ECMA-376 Part 1,
    20.1.7.6)."""
    own = shape.find(f"{P}spPr")
    frame = parsed(
        f'<a:xfrm xmlns:a="{A[1:-1]}"><a:off x="{rect.x}" y="{rect.y}"/>'
        f'<a:ext cx="{rect.w}" cy="{rect.h}"/></a:xfrm>'.encode(),
        "",
    )
    old = own.find(f"{A}xfrm")
    if old is not None:
        own.replace(old, frame)
    else:
        own.insert(0, frame)
