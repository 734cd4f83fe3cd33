"""Turn outfits into layouts of our copy of a template: what a sample slide shows, and places.

Each is a layout of its own beside those of the template, which stay as they are. It begins with one
of them, takes the shapes and the ground of the slide without its words, and has placeholders where
these stood; so *Reset* keeps the look, and a slide added from the layout menu has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from briefgen.geometry import Rect
from briefgen.messages import phrases
from briefgen.messages.entry import Tongue
from briefgen.problems import phrase
from briefgen.record import Record, replace
from briefgen.template.clean import A, P, inert, set_place, within, written
from briefgen.template.model import ORDINAL, Inventory, Role
from briefgen.template.parts import OFFICE, Part, Relation, Taken, parsed
from briefgen.template.plated import plated
from briefgen.template.roomy import Stage, broad, columns, stage_of
from briefgen.template.stripped import bare_shapes, linked
from briefgen.template.titled import into, matching
from briefgen.template.worn import OPENINGS, Outfit, Place

_KIND = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
_ALIGN = {"ctr": "center", "r": "right"}
_FEET = ("dt", "ftr", "sldNum")
# Below this share of the page's width a title has no room.
_LEAST = 0.25
# The index of the first placeholder that is made, beside those at the foot.
_INDEX = 13
# Ids of layouts begin here (ECMA-376 Part 1, 19.7.13).
_IDS = 2_147_483_648
_SPACES = f'xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"'


class Worn(Record):
    """A layout that was made: the role that it is for, its part, the slide that it is made of, and
    what was taken from that, by the names in the selection pane."""

    role: Role
    part: str
    slide: int
    names: tuple[str, ...]


def derived(
    taken: Taken, held: Inventory, outfits: Sequence[Outfit]
) -> tuple[Taken, tuple[Worn, ...]]:
    """The parts with a layout for each outfit, and what was made."""
    made: list[Worn] = []
    for each in outfits:
        outfit = plated(each, (held.width, held.height))
        alone = outfit.view.root.get("showMasterSp", "1") in ("0", "false")
        stage = stage_of(taken, held, outfit, alone=alone)
        if outfit.role in OPENINGS and _narrow(stage, outfit):
            continue
        name = _free_name(taken)
        part, names = _layout(taken, stage, outfit, name, alone=alone)
        master = taken.parts[held.masters[outfit.base.master].part]
        parts = {**taken.parts, name: part, master.name: _listing(taken, master, name)}
        taken = replace(taken, parts=parts)
        made.append(Worn(outfit.role, name, outfit.view.number, names))
    return taken, tuple(made)


def _free_name(taken: Taken) -> str:
    names = {name.lower() for name in taken.parts}
    tried = (f"/ppt/slideLayouts/slideLayout{n}.xml" for n in range(1, 10_000))
    return next(each for each in tried if each.lower() not in names)


def _listing(taken: Taken, master: Part, name: str) -> Part:
    """A master that lists a layout more."""
    root = parsed(master.data, master.name)
    ids = [
        int(each.get("id", "0"))
        for part in taken.parts.values()
        if part.kind.endswith((".slideMaster+xml", ".presentation.main+xml"))
        for each in parsed(part.data, part.name).iter(f"{P}sldLayoutId", f"{P}sldMasterId")
        if each.get("id", "").isdecimal()
    ]
    used = {each.id for each in master.relations}
    id = next(f"rId{n}" for n in range(1, 10_000) if f"rId{n}" not in used)
    last = max(ids, default=_IDS)
    entry = f'<p:sldLayoutId {_SPACES} xmlns:r="{OFFICE}" id="{last + 1}" r:id="{id}"/>'
    root.find(f"{P}sldLayoutIdLst").append(parsed(entry.encode(), ""))
    link = Relation(id, f"{OFFICE}/slideLayout", name)
    return replace(master, data=written(root), relations=(*master.relations, link))


def _narrow(stage: Stage, outfit: Outfit) -> bool:
    """Whether the place for a title would be too narrow for titles of decks."""
    title = next((each for each in outfit.places if each.kind == "title"), None)
    if title is None or title.said.type:
        return title is None
    return broad(stage, title.said, _aligned(title)).w < _LEAST * stage.held.width


def _aligned(place: Place) -> str:
    """How words of a slide are aligned."""
    if place.said.centred:
        return "center"
    said = place.said.shape
    for path in (f"{P}txBody/{A}p/{A}pPr", f"{P}txBody/{A}lstStyle/{A}lvl1pPr"):
        found = said.find(path)
        if found is not None and found.get("algn"):
            return _ALIGN.get(found.get("algn"), "left")
    return "left"


def _layout(
    taken: Taken, stage: Stage, outfit: Outfit, name: str, *, alone: bool
) -> tuple[Part, tuple[str, ...]]:
    """A layout of an outfit, and the names of what it took from the slide."""
    base, view = taken.parts[outfit.base.part], outfit.view
    root = parsed(base.data, base.name)
    root.attrib.pop("type", None)
    root.set("preserve", "1")
    root.set("userDrawn", "1")
    sheet = root.find(f"{P}cSld")
    sheet.set("name", _called(stage.held, outfit))
    tree = sheet.find(f"{P}spTree")
    before = [each for each in tree[2:] if each.find(".//" + f"{P}nvPr/{P}ph") is None]
    holders = [each for each in tree[2:] if each not in before]
    for each in list(tree[2:]):
        tree.remove(each)
    if alone and outfit.grounded:
        root.set("showMasterSp", "0")
        before = []
    ground = _grounded(root, sheet, outfit) if outfit.grounded else None
    shapes = list(bare_shapes(outfit))
    kept = list(_holders(outfit, holders, stage))
    for each in (*before, *shapes, *kept):
        tree.append(each)
    for number, place in enumerate(columns(stage, outfit), 1):
        tree.append(_content(number, place))
    ids: dict[Any, None] = dict.fromkeys(root.iter(f"{P}cNvPr"))
    for number, each in enumerate(ids, 1):
        each.set("id", str(number))
    fresh = shapes if ground is None else [ground, *shapes]
    relations = (*base.relations, *linked(base, view.part, fresh))
    part, _ = inert(Part(name, _KIND, written(root), relations))
    names = (each.find(f".//{P}cNvPr") for each in shapes)
    return part, tuple(each.get("name", "") for each in names if each is not None)


def _called(held: Inventory, outfit: Outfit) -> str:
    """The name of a layout in PowerPoint's menu, in the language of the template's own."""
    han = any("一" <= c <= "鿿" for board in held.boards for c in board.name)
    tongue: Tongue = "zh" if han else "en"
    name = phrase(f"name-{outfit.role}")
    return phrases()["name-sampled"].told(tongue, {"name": name, "slide": outfit.view.number})


def _grounded(root: Any, sheet: Any, outfit: Outfit) -> Any:
    """Give a layout the slide's ground, and the map of colours that it is seen through."""
    slide = outfit.view.root
    mapping = slide.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    if mapping is not None:
        own = root.find(f"{P}clrMapOvr")
        if own is not None:
            for each in list(own):
                own.remove(each)
            own.append(deepcopy(mapping))
    ground = slide.find(f"{P}cSld/{P}bg")
    if ground is None:
        return None
    old = sheet.find(f"{P}bg")
    if old is not None:
        sheet.remove(old)
    made = deepcopy(ground)
    sheet.insert(0, made)
    return made


def _content(number: int, place: Rect) -> Any:
    """A place for content (19.3.1.36)."""
    return parsed(
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="1" name="Content {number}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph idx="{19 + number}"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{place.x}" y="{place.y}"/><a:ext cx="{place.w}" cy="{place.h}"/></a:xfrm>'
        "</p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>"
        '<a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>'.encode(),
        "",
    )


def _holders(outfit: Outfit, holders: Sequence[Any], stage: Stage) -> Iterator[Any]:
    """The placeholders of a layout: what stands at the foot, and what the slide has places for."""
    kinds = {id(each): each.find(f".//{P}ph").get("type", "obj") for each in holders}
    feet = [each for each in holders if kinds[id(each)] in _FEET]
    others = [each for each in holders if kinds[id(each)] not in _FEET]
    titles = [each for each in others if kinds[id(each)] in ("title", "ctrTitle")]
    opening = outfit.role in OPENINGS
    if not opening and (titles or not outfit.places):
        # The layout's own title, where the slides have theirs.
        for place in outfit.places:
            _moved(titles[0], place)
        if stage.title and titles and stage.shifted:
            set_place(titles[0], stage.title)
        yield from (*titles, *feet)
        return
    for index, place in enumerate(outfit.places, _INDEX):
        yield _placed(outfit, place, others, stage, index)
    if opening:
        yield from _kept_empty(outfit, others)
        shown = {each.get("type") for each in outfit.view.root.iter(f"{P}ph")}
        feet = [each for each in feet if kinds[id(each)] in shown]
    yield from feet


def _placed(outfit: Outfit, place: Place, others: Sequence[Any], stage: Stage, index: int) -> Any:
    """The placeholder for words of a slide: the layout's own where they stand in it, else one that
    looks as they do."""
    ph = place.said.shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    own = None if ph is None else matching(others, ph)
    kind = "body" if place.kind == "ordinal" else place.kind
    if own is not None:
        titled = own.find(f".//{P}ph").get("type") in ("title", "ctrTitle")
        if titled == (kind == "title"):
            _moved(own, place)
            return own
    made = deepcopy(place.said.shape if own is None else own)
    into(made, kind, 0 if kind == "title" else index, place.said.size)
    _emptied(made, place.said.words if place.kind == "ordinal" else "")
    if place.said.centred:
        within(within(made.find(f"{P}txBody"), "lstStyle", 1), "lvl1pPr", 0).set("algn", "ctr")
    rect = place.said.rect
    if place.kind == "ordinal":
        made.find(f"{P}nvSpPr/{P}cNvPr").set("name", ORDINAL)
    else:
        rect = broad(stage, place.said, _aligned(place))
    if place.kind == "title" and outfit.role in OPENINGS:
        rect = _above(rect, outfit.places)
    _settle(made, rect, low=place.kind == "subTitle")
    return made


def _kept_empty(outfit: Outfit, others: Sequence[Any]) -> Iterator[Any]:
    """The places of a layout that its slide has too, and leaves empty."""
    used = [ph for each in outfit.places if (ph := each.said.shape.find(f".//{P}ph")) is not None]
    for shape in outfit.view.root.iter(f"{P}sp"):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if ph is None or any(each is ph for each in used) or "".join(shape.itertext()).strip():
            continue
        own = matching(others, ph)
        if own is not None and own.find(f".//{P}ph").get("type") in ("subTitle", "body"):
            _aligned_as(own, shape)
            yield own


def _aligned_as(own: Any, shape: Any) -> None:
    """Align a layout's own placeholder as a slide has it."""
    body, said = own.find(f"{P}txBody"), shape.find(f"{P}txBody/{A}p/{A}pPr")
    if body is not None and said is not None and said.get("algn"):
        within(within(body, "lstStyle", 1), "lvl1pPr", 0).set("algn", said.get("algn"))


def _emptied(shape: Any, asked: str = "") -> None:
    """Leave out what a text box says, or let it ask for something."""
    body = shape.find(f"{P}txBody")
    for each in body.findall(f"{A}p"):
        body.remove(each)
    made = parsed(f'<a:p {_SPACES}><a:endParaRPr lang="zh-CN"/></a:p>'.encode(), "")
    if asked:
        run = parsed(f'<a:r {_SPACES}><a:rPr lang="zh-CN"/><a:t/></a:r>'.encode(), "")
        run.find(f"{A}t").text = asked
        made.insert(0, run)
    body.append(made)


def _above(rect: Rect, places: Sequence[Place]) -> Rect:
    """The place of a title without what it shares with words that begin in its lower part."""
    tops = [
        each.said.rect.y
        for each in places
        if each.kind == "subTitle" and rect.y + rect.h // 2 < each.said.rect.y < rect.bottom
    ]
    return replace(rect, h=min([rect.bottom, *tops]) - rect.y)


def _moved(shape: Any, place: Place) -> None:
    """Put a layout's own placeholder where the slide has it, in the colour and the alignment that
    it has there."""
    set_place(shape, place.said.rect)
    body, said = shape.find(f"{P}txBody"), place.said.shape
    if body is None:
        return
    styles = within(body, "lstStyle", 1)
    level = within(styles, "lvl1pPr", 0)
    paragraph = said.find(f".//{A}p/{A}pPr")
    if paragraph is not None and paragraph.get("algn"):
        level.set("algn", paragraph.get("algn"))
    looks = within(level, "defRPr", 99)
    if not place.said.type:
        # A text box says itself how large its words are.
        level.set("algn", {"center": "ctr", "right": "r"}.get(_aligned(place), "l"))
        looks.set("sz", str(place.said.size))
        bold = said.find(f".//{A}r/{A}rPr")
        looks.set("b", bold.get("b", "0") if bold is not None else "0")
    run = said.find(f".//{A}r/{A}rPr/{A}solidFill")
    if run is not None:
        for old in looks.findall(f"{A}solidFill"):
            looks.remove(old)
        looks.insert(1 if looks.find(f"{A}ln") is not None else 0, deepcopy(run))


def _settle(shape: Any, rect: Rect, *, low: bool) -> None:
    """Make a text box a plain one of this place, whose words wrap and shrink: what it is filled
    with is a shape of its own below it. A `low` one has no air above and below."""
    own = shape.find(f"{P}spPr")
    for each in list(own):
        own.remove(each)
    set_place(shape, rect)
    own.append(parsed(f'<a:prstGeom {_SPACES} prst="rect"><a:avLst/></a:prstGeom>'.encode(), ""))
    own.append(parsed(f"<a:noFill {_SPACES}/>".encode(), ""))
    own.append(parsed(f"<a:ln {_SPACES}><a:noFill/></a:ln>".encode(), ""))
    style = shape.find(f"{P}style")
    if style is not None:
        shape.remove(style)
    box = shape.find(f"{P}txBody/{A}bodyPr")
    for each in list(box):
        box.remove(each)
    box.set("wrap", "square")
    for key in ("tIns", "bIns") if low else ():
        box.set(key, "0")
    box.append(parsed(f"<a:normAutofit {_SPACES}/>".encode(), ""))
