"""Turn a graphic into the items of a slide or a page.

    graphic_items(ctx, topic.graphic, rect, BESIDE)          # beside the text of a slide

The title stands at the head of its room; what is not to scale says so at its foot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module

from briefgen.brief.graphic import Graphic
from briefgen.brief.model import Segment, Text, words
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.graphics.drawing import (
    CLOSE,
    Drawing,
    Label,
    Point,
    Scale,
    fitted,
    opened,
    parted,
    points_of,
    unbroken,
    wanted,
)
from briefgen.parts.graphics.soundness import sound
from briefgen.parts.text import label, lines_in, para, set_boxes
from briefgen.record import replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Group, Item, Rule, Shape, Slot, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.scene.walk import extent

# What is smaller than this cannot be seen.
_SEEN = pt(2)
# Forms that are never a schematic, so that no sign stands at their foot.
_TO_SCALE = frozenset({"share", "progress", "units", "icons"})


def graphic_items(
    ctx: Context,
    graphic: Graphic,
    rect: Rect,
    scale: Scale,
    *,
    slot: int = 0,
    ground: bool = False,
    labelled: bool = False,
    sign: str = "",
    proof: str = "",
    quiet: bool = False,
    told: bool = False,
) -> tuple[Item, ...]:
    """A graphic in a room: one group with an alternative text, its title and its note.

    With a `slot` title and note are placeholders of that index and the next, and, where
    `labelled`, the words of its points those behind. A `ground` is drawn below it, from which the
    rest keeps clear; the icon that is its `sign` stands at the end of its head. The figure that is
    the `proof` of the slide's title is in the accent; a `quiet` drawing leaves that to what stands
    beside it. Where it is `told`, each figure has the word of its status before what it is.
    Nothing, with problems, where the graphic is not sound or its room too small.
    """
    points, scale = points_of(ctx, graphic), replace(scale, told=told)
    if not sound(ctx, graphic, points):
        return ()
    area = rect
    below: list[Item] = []
    if ground:
        below.append(Shape(Name("graphic-ground"), rect, fill="surface"))
        pad = scale.gap * 8 // 5
        area = rect.inset(pad, scale.gap * 6 // 5, pad, scale.gap)
    head, room, foot = _rooms(ctx, graphic, area, scale)
    if sign and graphic.title:
        side = scale.head.leading * 8 // 7
        head = head.inset(0, 0, side + scale.gap, 0)
        place = Rect(area.right - side, head.y - (side - head.h) // 2, side, side)
        below.append(icon(sign, place, "primary", Name("topic-icon")))
    drawing = _drawn(ctx, graphic, points, room, scale)
    if not _stands(drawing):
        ctx.problems.add("graphic-no-room", graphic.mark, form=graphic.form)
        return ()
    labels = [
        replace(each, proof=bool(proof) and each.point.figure == proof) for each in drawing.labels
    ]
    boxes = _labels(ctx, labels, scale, slot if labelled else 0)
    inner = [box for box in boxes if box.slot is None]
    outer = [box for box in boxes if box.slot is not None]
    marks = tuple(_hushed(each) for each in drawing.marks) if quiet else drawing.marks
    whole = Group(Name("graphic"), (*below, *marks, *inner), _told(ctx, graphic, drawing))
    return (whole, *outer, *_words(ctx, graphic, drawing, head, foot, scale, slot))


def _stands(drawing: Drawing) -> bool:
    """Whether all that is drawn can be seen, and all words have a place."""
    places = [extent(each) for each in drawing.marks]
    seen = all(min(at.w, at.h) >= 0 and max(at.w, at.h) >= _SEEN for at in places)
    return seen and all(min(each.rect.w, each.rect.h) > 0 for each in drawing.labels)


def _hushed(item: Item) -> Item:
    """A mark of a drawing, in ink where it was in the accent."""
    if isinstance(item, Shape):
        stroke = item.stroke and _inked(item.stroke)
        return replace(item, fill="ink2" if item.fill == "primary" else item.fill, stroke=stroke)
    if isinstance(item, Rule):
        return replace(item, stroke=_inked(item.stroke))
    if isinstance(item, Group):
        return replace(item, items=tuple(_hushed(each) for each in item.items))
    return item


def _inked(stroke: Stroke) -> Stroke:
    return replace(stroke, colour="ink2") if stroke.colour == "primary" else stroke


def _labels(ctx: Context, labels: Sequence[Label], scale: Scale, slot: int) -> tuple[TextBox, ...]:
    """The words of the points in one size: placeholders behind a `slot`, but for numerals, in which
    sizes differ."""
    labels = fitted(ctx, labels, scale)
    sizes = unbroken(ctx, labels, scale)
    slots = [Slot("body", slot + 2 + n) if slot else None for n in range(len(labels))]
    want = [wanted(ctx, each, sizes, at) for each, at in zip(labels, slots, strict=True)]
    boxes: list[TextBox] = []
    for each, box in zip(labels, set_boxes(ctx, want, len(sizes.names)), strict=True):
        alone = each.large and each.point.figure and not each.inline and box.slot
        boxes += parted(ctx, box) if alone else (box,)
    return tuple(boxes)


def _words(
    ctx: Context,
    graphic: Graphic,
    drawing: Drawing,
    head: Rect,
    foot: Rect,
    scale: Scale,
    slot: int,
) -> Iterator[Item]:
    """The title above and the note below a drawing. On a slide the title's place is as high
    as two lines."""
    if graphic.title:
        at, name = Slot("body", slot) if slot else None, Name("graphic-title")
        more = scale.gap * 11 // 10 if ctx.medium == "deck" else 0
        said = para(graphic.title, scale.head, bold=True)
        long = ctx.medium == "deck" and lines_in(ctx, (said,), head.w) > 1
        yield label(
            ctx,
            name,
            head.inset(0, -more, 0, -more),
            graphic.title,
            CLOSE if long else scale.head,
            bold=True,
            slot=at,
            anchor="middle",
            lines=2 if long else 1,
        )
    note = _note(ctx, graphic, drawing)
    if note:
        at, name = Slot("body", slot + 1) if slot else None, Name("graphic-note")
        yield label(
            ctx,
            name,
            opened(ctx, foot, scale.foot, "bottom"),
            note,
            scale.foot,
            colour="ink2",
            slot=at,
            anchor="bottom",
            lines=1,
        )


def _told(ctx: Context, graphic: Graphic, drawing: Drawing) -> str:
    """What a graphic shows in words, and whether it is a schematic."""
    title = (str(graphic.title),) if graphic.title else ()
    told = ctx.say("：", ": ").join((*title, drawing.said))
    return ctx.say(f"示意图，{told}", f"Schematic. {told}") if drawing.schematic else told


def _drawn(
    ctx: Context, graphic: Graphic, points: tuple[Point, ...], room: Rect, scale: Scale
) -> Drawing:
    made: Drawing = import_module(f"{__package__}.{graphic.form}").draw(
        ctx, graphic, points, room, scale
    )
    return made


def _rooms(ctx: Context, graphic: Graphic, area: Rect, scale: Scale) -> tuple[Rect, Rect, Rect]:
    """The rooms of the title, the drawing and the note, from top to bottom."""
    high = scale.head.leading if graphic.title else 0
    low = scale.foot.leading if graphic.note or graphic.form not in _TO_SCALE else 0
    head = Rect(area.x, area.y, area.w, high)
    foot = Rect(area.x, area.bottom - low, area.w, low)
    below = scale.gap * 13 // 10 if ctx.medium == "deck" else scale.gap
    top = head.bottom + (below if high else 0)
    end = foot.y - scale.gap // 2 if low else area.bottom
    return head, Rect(area.x, top, area.w, end - top), foot


def _note(ctx: Context, graphic: Graphic, drawing: Drawing) -> Text | None:
    """What the author notes, behind the sign of what is not to scale."""
    if not drawing.schematic:
        return graphic.note
    sign = ctx.say("示意，非等比", "Schematic, not to scale")
    if graphic.note is None:
        return words(sign)
    if "示意" in str(graphic.note) or "chematic" in str(graphic.note):
        return graphic.note
    between = ctx.say("；", "; ")
    return Text((Segment(sign + between), *graphic.note.segments), graphic.note.mark)
