"""Turn a scene's layouts into the slide master and its layouts.

A person who adds a slide from the layout menu gets placeholders with the place and the look of
those that briefgen fills; the master holds what all layouts share.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.record import replace
from briefgen.render.pptx.levels import level, levels
from briefgen.render.pptx.look import SPACES, Look, attribute, form, points, text, transform
from briefgen.render.pptx.mark import on_layout, on_master
from briefgen.render.pptx.shapes import ground, reference, tree, write_items
from briefgen.render.pptx.sheet import Sheet
from briefgen.render.pptx.text import BREAKING, body_properties
from briefgen.scene.items import Role, Slot, TextBox
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot, Tier
from briefgen.scene.scene import Guides, Scene, Stamp
from briefgen.scene.walk import walk
from briefgen.typography.markers import Bullet
from briefgen.typography.text import Style

COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)
_FIELD = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
_FURNITURE = ("footer", "date", "number")
_GROUND: Token = "white"
_TYPES = {
    "section": "secHead",
    "content": "tx",
    "two": "twoColTx",
    "title-only": "titleOnly",
    "picture": "picTx",
    "blank": "blank",
}
# Master ids and layout ids share one range (ECMA-376 Part 1, 19.7.10 and 19.7.13).
MASTER_ID = 2147483648

Words = Mapping[Role, str]


def furniture(scene: Scene) -> Words:
    """What the slides have as footer and date: the first found of each."""
    found: dict[Role, str] = {}
    for page in scene.pages:
        for item in walk(page.items):
            if isinstance(item, TextBox) and item.slot and item.slot.role in ("footer", "date"):
                words = "".join(paragraph.text for paragraph in item.paragraphs)
                found.setdefault(item.slot.role, words)
        if len(found) == 2:
            break
    return found


def master(sheet: Sheet, scene: Scene, layouts: list[str]) -> str:
    """The XML of the slide master. `layouts` are the relationship ids of its layouts."""
    look = sheet.look
    slots = _typical(scene, look)
    title, body = slots[0], slots[1]
    shapes = on_master(sheet, scene.mark)
    shapes += "".join(_prompt(sheet, slot, {}, custom=False) for slot in slots)
    listed = "".join(
        f'<p:sldLayoutId id="{MASTER_ID + number}" r:id="{id}"/>'
        for number, id in enumerate(layouts, 1)
    )
    return (
        f'<p:sldMaster {SPACES} preserve="1"><p:cSld>{ground(_GROUND, look)}{tree(shapes)}</p:cSld>'
        f"{COLOUR_MAP}<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{level(1, title.tiers[0], look, 'mj')}</p:titleStyle>"
        f"<p:bodyStyle>{_body_levels(body, look)}</p:bodyStyle>"
        f"<p:otherStyle>{default_levels(look)}</p:otherStyle></p:txStyles>"
        f"{_guides(scene.guides)}</p:sldMaster>"
    )


def _guides(guides: Guides) -> str:
    """The lines that things on slides snap to ([MS-PPTX] 2.4.1.6), in eighths of a point."""
    lines = [("", at) for at in guides.across] + [(' orient="horz"', at) for at in guides.down]
    listed = "".join(
        f'<p15:guide id="{number}"{orient} pos="{round(at / 1587.5)}" userDrawn="1"><p15:clr>'
        '<a:srgbClr val="A6A6A6"/></p15:clr></p15:guide>'
        for number, (orient, at) in enumerate(lines, 1)
    )
    if not listed:
        return ""
    return (
        '<p:extLst><p:ext uri="{27BBF7A9-308A-43DC-89C8-2F10F3537804}"><p15:sldGuideLst '
        'xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main">'
        f"{listed}</p15:sldGuideLst></p:ext></p:extLst>"
    )


def layout(sheet: Sheet, item: Layout, words: Words, mark: Stamp | None = None) -> str:
    """The XML of a slide layout."""
    named = item.name.told(sheet.look.language)
    background = ground(item.ground, sheet.look) if item.ground != _GROUND else ""
    decor = write_items(sheet, item.decor).replace("<p:nvPr/>", '<p:nvPr userDrawn="1"/>')
    decor += on_layout(sheet, mark, item.decor)
    shapes = "".join(_prompt(sheet, slot, words) for slot in item.slots)
    return (
        f'<p:sldLayout {SPACES}{_kind(item)} preserve="1" userDrawn="1">'
        f'<p:cSld name="{attribute(named)}">{background}{tree(decor + shapes)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _kind(item: Layout) -> str:
    """The type of a layout, by which applications match layouts of other decks (19.7.15)."""
    kind = "title" if item.cover else _TYPES.get(item.id)
    return f' type="{kind}"' if kind else ""


def _prompt(sheet: Sheet, slot: LayoutSlot, words: Words, *, custom: bool = True) -> str:
    """An empty placeholder: its place, the style of what is typed into it, what it asks for."""
    role = slot.slot.role
    look = sheet.look
    if role == "number":
        shown = f"{_FIELD}<a:rPr {look.languages('')}/><a:t>‹#›</a:t></a:fld>"
    else:
        asked_for = (slot.prompt or slot.name).told(look.language)
        said = words.get(role) or asked_for
        shown = f"<a:r><a:rPr {look.languages(said)}/><a:t>{text(said)}</a:t></a:r>"
    asked = ' hasCustomPrompt="1"' if custom and slot.prompt and role not in _FURNITURE else ""
    kind = reference(slot.slot, cover=sheet.cover, attributes=asked)
    listed = levels(slot, look, "mj" if role == "title" else "mn")
    filled = look.fill(slot.fill) if slot.fill else ""
    filled += look.line(slot.stroke) if slot.stroke else ""
    return (
        f"<p:sp><p:nvSpPr>{sheet.properties(slot.name)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{kind}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(slot.rect)}{form(slot.geometry, slot.rect)}{filled}</p:spPr>"
        f"<p:txBody>{body_properties(slot.rect, slot.insets, slot.anchor, slot.geometry)}"
        f"<a:lstStyle>{listed}</a:lstStyle>"
        f"<a:p>{shown}<a:endParaRPr {look.languages('')}/></a:p></p:txBody></p:sp>"
    )


def _typical(scene: Scene, look: Look) -> tuple[LayoutSlot, ...]:
    """The master's own placeholders: those of the first layout that has most of the roles."""
    roles: tuple[Role, ...] = ("title", "body", "date", "footer", "number")
    w, h = scene.width, scene.height
    plain = {
        "title": Rect(w // 20, h // 12, w * 9 // 10, h // 8),
        "body": Rect(w // 20, h // 4, w * 9 // 10, h * 3 // 5),
        "date": Rect(w * 7 // 10, h * 14 // 15, w * 3 // 20, h // 30),
        "footer": Rect(w // 20, h * 14 // 15, w * 3 // 5, h // 30),
        "number": Rect(w * 9 // 10, h * 14 // 15, w // 20, h // 30),
    }
    best: Mapping[Role, LayoutSlot] = {}
    for each in scene.layouts:
        # The largest body is the one for content; the others are for notes and the like.
        by_size = sorted(each.slots, key=lambda slot: slot.rect.w * slot.rect.h)
        found = {slot.slot.role: slot for slot in by_size if slot.slot.role in roles}
        if len(found) > len(best):
            best = found
    names = (Name("title"), Name("body"), Name("date"), Name("footer"), Name("slide-number"))
    made = []
    for index, (role, name) in enumerate(zip(roles, names, strict=True)):
        size = look.long({"title": pt(28), "body": pt(18)}.get(role, pt(12)))
        slot = best.get(role) or LayoutSlot(
            slot=Slot(role),
            name=name,
            rect=plain[role],
            tiers=(Tier(style=Style(size, role == "title"), leading=size * 4 // 3),),
        )
        made.append(replace(slot, slot=Slot(role, index), name=name, prompt=name))
    return tuple(made)


def _body_levels(body: LayoutSlot, look: Look) -> str:
    """Nine levels of text: the body's own, and below it bullets, a step smaller."""
    own = body.tiers[0]
    size = max(own.style.size * 8 // 9, min(own.style.size, look.long(pt(12))))
    hang = round(size * 1.1)
    below = replace(
        own,
        style=replace(own.style, size=size, bold=False),
        leading=size * 3 // 2,
        marker=Bullet(),
        indent=hang,
    )
    return level(1, own, look) + "".join(
        level(n, replace(below, margin=hang * n), look) for n in range(2, 10)
    )


def default_levels(look: Look) -> str:
    """Nine levels of the text of shapes and text boxes that a person adds."""
    faces = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    step, size = look.long(457_200), points(look.long(pt(18)))
    return "".join(
        f'<a:lvl{n}pPr marL="{step * (n - 1)}" algn="l" {BREAKING}>'
        f'<a:defRPr sz="{size}">{look.fill("ink")}{faces}</a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
