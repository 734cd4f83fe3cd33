"""Turn shapes of a sample slide into shapes for a layout: without their words, and whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from briefgen.record import replace
from briefgen.template.clean import A, P, R, set_place
from briefgen.template.parts import Part, Relation
from briefgen.template.worn import Outfit

_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
# Ids of relationships that are given anew begin here.
_FIRST = 50


def bare_shapes(outfit: Outfit) -> Iterator[Any]:
    """The shapes of an outfit without their words, and without those that are words alone."""
    tree = outfit.view.root.find(f"{P}cSld/{P}spTree")
    for number in sorted(outfit.shapes):
        shape = deepcopy(tree[number])
        if number in outfit.moved:
            set_place(shape, outfit.moved[number])
        if number in outfit.spoken:
            yield shape
            continue
        gone = False
        for each in list(shape.iter(f"{P}sp")):
            if each.find(f".//{P}ph") is not None or not _filled(each):
                if each is not shape and each.getparent() is not None:
                    each.getparent().remove(each)
                    gone = True
                continue
            words = each.find(f"{P}txBody")
            if words is not None:
                each.remove(words)
        for each in list(shape.iter(f"{A}stCxn", f"{A}endCxn")):
            # What a line is tied to may be another shape there.
            each.getparent().remove(each)
        for each in list(shape.iter(f"{P}custDataLst", f"{P}extLst")):
            if each.getparent() is not None and each.getparent().tag == f"{P}nvPr":
                each.getparent().remove(each)
        yield from _parted(shape) if gone else (shape,)


def _filled(shape: Any) -> bool:
    """Whether a shape shows anything but its words."""
    own, style = shape.find(f"{P}spPr"), shape.find(f"{P}style")
    if own is None:
        return False
    line = own.find(f"{A}ln")
    lined = line is not None and any(line.find(f"{A}{each}") is not None for each in _FILLS)
    if lined or any(own.find(f"{A}{each}") is not None for each in _FILLS):
        return True
    plain = own.find(f"{A}noFill") is not None and line is not None
    return style is not None and not plain


def _parted(group: Any) -> Iterator[Any]:
    """The members of a group that lost some, each by itself at its place: programs that read a
    group by its members would stretch the others. One that is turned, mirrored, or has a fill for
    its members, stays."""
    own = group.find(f"{P}grpSpPr")
    xfrm = own.find(f"{A}xfrm") if own is not None else None
    plain = xfrm is not None and not any(xfrm.get(key) for key in ("rot", "flipH", "flipV"))
    if not plain or any(own.find(f"{A}{each}") is not None for each in _FILLS):
        yield group
        return
    outer, inner = (_pair(xfrm, at, size) for at, size in (("off", "ext"), ("chOff", "chExt")))
    across = outer[2] / inner[2] if inner[2] else 1.0
    down = outer[3] / inner[3] if inner[3] else 1.0
    for each in list(group)[2:]:
        for path in (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm"):
            found = each.find(path)
            off = found.find(f"{A}off") if found is not None else None
            ext = found.find(f"{A}ext") if found is not None else None
            if off is not None and ext is not None:
                x, y, w, h = _pair(found, "off", "ext")
                off.set("x", str(round(outer[0] + (x - inner[0]) * across)))
                off.set("y", str(round(outer[1] + (y - inner[1]) * down)))
                ext.set("cx", str(round(w * across)))
                ext.set("cy", str(round(h * down)))
        yield each


def _pair(xfrm: Any, at: str, size: str) -> tuple[int, int, int, int]:
    start, extent = xfrm.find(f"{A}{at}"), xfrm.find(f"{A}{size}")
    if start is None or extent is None:
        return 0, 0, 0, 0
    return (
        int(start.get("x", "0")),
        int(start.get("y", "0")),
        int(extent.get("cx", "0")),
        int(extent.get("cy", "0")),
    )


def linked(base: Part, slide: Part, shapes: Sequence[Any]) -> Iterator[Relation]:
    """The relationships to pictures that copied markup needs, under ids that are new there; what
    leads elsewhere gets an id that leads nowhere."""
    known = {each.id: each for each in slide.relations}
    used = {each.id for each in base.relations}
    given: dict[str, str] = {}
    for shape in shapes:
        for each in shape.iter():
            for key, id in list(each.attrib.items()):
                if not key.startswith(R) or not id:
                    continue
                link = known.get(id)
                if link is None or link.external or link.word not in ("image", "hdphoto"):
                    each.set(key, "gone")
                    continue
                if id not in given:
                    ids = (f"rId{n}" for n in range(_FIRST, 10_000))
                    given[id] = next(one for one in ids if one not in used)
                    used.add(given[id])
                    yield replace(link, id=given[id])
                each.set(key, given[id])
