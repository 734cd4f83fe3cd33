"""Turn scene items into the elements of a shape tree (ECMA-376 Part 1, 19.3.1)."""

from __future__ import annotations

from briefgen.colours import Token
from briefgen.render.pptx.chart import chart
from briefgen.render.pptx.look import Look, form, freeform, transform
from briefgen.render.pptx.opc import RT
from briefgen.render.pptx.sheet import Sheet
from briefgen.render.pptx.table import table
from briefgen.render.pptx.text import body_properties, paragraphs
from briefgen.scene.items import (
    Chart,
    Drawing,
    Group,
    Item,
    Picture,
    Rule,
    Shape,
    Slot,
    Table,
    TextBox,
)
from briefgen.scene.placeholders import LayoutSlot
from briefgen.scene.room import roomy
from briefgen.scene.walk import extent


def tree(content: str) -> str:
    """A shape tree around its shapes."""
    zero = (
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    )
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{zero}</a:xfrm></p:grpSpPr>{content}</p:spTree>"
    )


def ground(token: Token, look: Look) -> str:
    """A background in one colour."""
    return f"<p:bg><p:bgPr>{look.fill(token)}<a:effectLst/></p:bgPr></p:bg>"


def write_items(sheet: Sheet, items: tuple[Item, ...], *, grouped: bool = False) -> str:
    """The items as elements of a shape tree, in order.

    Placeholders cannot stand in a group: there their texts become text boxes.
    """
    return "".join(_item(sheet, item, grouped) for item in items)


def _item(sheet: Sheet, item: Item, grouped: bool) -> str:
    match item:
        case TextBox():
            slot = sheet.slots.get(item.slot) if item.slot and not grouped else None
            return placeholder(sheet, item, slot) if slot else text_box(sheet, item)
        case Shape():
            return _shape(sheet, item)
        case Rule():
            return _rule(sheet, item)
        case Group():
            return _group(sheet, item)
        case Picture():
            return _picture(sheet, item, grouped)
        case Drawing():
            # Few have a logo.
            from briefgen.render.pptx.drawing import drawing

            return drawing(sheet, item)
        case Table() | Chart():
            made = table(sheet, item) if isinstance(item, Table) else chart(sheet, item)
            if item.slot is None or grouped or item.slot not in sheet.slots:
                return made
            place = f"<p:nvPr>{reference_of(sheet.slots[item.slot])}</p:nvPr>"
            return made.replace("<p:nvPr/>", place, 1)


def reference(slot: Slot, *, cover: bool = False, attributes: str = "") -> str:
    """The `p:ph` of a placeholder; a cover's title is a centred title (19.7.10)."""
    index = f' idx="{slot.index}"' if slot.index else ""
    kind = {
        "title": "ctrTitle" if cover else "title",
        "subtitle": "subTitle",
        "body": "body",
        "picture": "pic",
        "footer": "ftr",
        "date": "dt",
        "number": "sldNum",
    }[slot.role]
    size = {"footer": ' sz="quarter"', "date": ' sz="half"', "number": ' sz="quarter"'}
    return f'<p:ph type="{kind}"{size.get(slot.role, "")}{index}{attributes}/>'


def reference_of(slot: LayoutSlot, *, cover: bool = False) -> str:
    """The `p:ph` of a layout's placeholder, by a template's own type and index where it is one."""
    if slot.known is None:
        return reference(slot.slot, cover=cover)
    kind, index = slot.known
    typed = "" if kind == "obj" else f' type="{kind}"'
    return f"<p:ph{typed}" + (f' idx="{index}"' if index else "") + "/>"


def placeholder(sheet: Sheet, item: TextBox, slot: LayoutSlot) -> str:
    """A text in a placeholder: what its layout does not say of place, ground and margins."""
    look = sheet.look
    shaped = item.geometry != slot.geometry
    where = transform(item.rect) if shaped or item.rect != slot.rect else ""
    # An outline is drawn around a form: not every application takes that from the layout.
    shape = form(item.geometry, item.rect) if shaped or item.stroke else ""
    # A ground is inherited too, but not every application draws one that only the layout has.
    fill = look.fill(item.fill) if item.fill or slot.fill else ""
    line = look.line(item.stroke) if item.stroke or slot.stroke else ""
    alike = (item.insets, item.anchor) == (slot.insets, slot.anchor) and not shaped
    body = (
        "<a:bodyPr><a:normAutofit/></a:bodyPr>"
        if alike
        else body_properties(item.rect, item.insets, item.anchor, item.geometry)
    )
    field = slot.slot.role == "number"
    content = paragraphs(sheet, item.paragraphs, item.lines, slot, field=field, exact=slot.exact)
    kind = reference_of(slot, cover=sheet.cover)
    return (
        f"<p:sp><p:nvSpPr>{sheet.properties(item.name, link=item.link)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{kind}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{where}{shape}{fill}{line}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle/>{content}</p:txBody></p:sp>"
    )


def text_box(sheet: Sheet, item: TextBox) -> str:
    """A text box, or a shape with text where it has a form or a ground of its own."""
    plain = item.geometry == "rect" and not item.fill and not item.stroke
    box = ' txBox="1"' if plain else ""
    field = item.name.kind == "slide-number"
    content = paragraphs(sheet, item.paragraphs, item.lines, field=field, exact=not roomy(item))
    return (
        f"<p:sp><p:nvSpPr>{sheet.properties(item.name, link=item.link)}"
        f"<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(item.rect)}{form(item.geometry, item.rect)}"
        f"{sheet.look.fill(item.fill)}{sheet.look.line(item.stroke)}</p:spPr>"
        f"<p:txBody>{body_properties(item.rect, item.insets, item.anchor, item.geometry)}"
        f"<a:lstStyle/>{content}</p:txBody></p:sp>"
    )


def _shape(sheet: Sheet, item: Shape) -> str:
    path, rect = item.path, item.rect
    drawn = freeform(path, rect) if path else form(item.geometry, rect)
    named = sheet.properties(item.name, alt=item.alt, link=item.link, decorative=not item.alt)
    return (
        f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(rect)}{drawn}{sheet.look.fill(item.fill)}"
        f"{sheet.look.line(item.stroke)}</p:spPr></p:sp>"
    )


def _rule(sheet: Sheet, item: Rule) -> str:
    flips = ' flipH="1"' * (item.x2 < item.x1) + ' flipV="1"' * (item.y2 < item.y1)
    glue = ""
    if item.glue:
        start, at_start, end, at_end = item.glue
        ends = (("stCxn", start, at_start), ("endCxn", end, at_end))
        glue = "".join(
            f'<a:{tag} id="{sheet.glued[name]}" idx="{site}"/>'
            for tag, name, site in ends
            if name in sheet.glued
        )
    head = '<a:tailEnd type="triangle"/>' if item.arrow else ""
    line = sheet.look.line(item.stroke, end=head)
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{sheet.properties(item.name, decorative=True)}"
        f"<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{transform(extent(item), flips)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{line}</p:spPr></p:cxnSp>"
    )


def _group(sheet: Sheet, item: Group) -> str:
    named = sheet.properties(item.name, alt=item.alt)
    if not item.items:
        return ""
    at = extent(item)
    # The members keep the slide's own coordinates: the group's inner space is its outer one.
    where = "".join(
        f'<a:{offset} x="{at.x}" y="{at.y}"/><a:{size} cx="{at.w}" cy="{at.h}"/>'
        for offset, size in (("off", "ext"), ("chOff", "chExt"))
    )
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{where}</a:xfrm></p:grpSpPr>"
        f"{write_items(sheet, item.items, grouped=True)}</p:grpSp>"
    )


def _picture(sheet: Sheet, item: Picture, grouped: bool) -> str:
    filled = item.slot in sheet.slots and not grouped
    group = ' noGrp="1"' if filled else ""
    place = "<p:nvPr/>"
    if item.slot and filled:
        place = f"<p:nvPr>{reference_of(sheet.slots[item.slot])}</p:nvPr>"
    id = sheet.relate(sheet.deck.picture(item), RT.IMAGE)
    left, top, right, bottom = (part * 100 for part in item.crop)
    crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(item.crop) else ""
    return (
        f"<p:pic><p:nvPicPr>{sheet.properties(item.name, alt=item.alt, decorative=not item.alt)}"
        f'<p:cNvPicPr><a:picLocks{group} noChangeAspect="1"/></p:cNvPicPr>{place}</p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{id}"/>{crop}<a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr>{transform(item.rect)}{form('rect', item.rect)}</p:spPr></p:pic>"
    )
