"""Turn an image and what it proves into a case: the picture, its facts, whose picture it is."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Image, Measure, Ref, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import fill, framed, slot
from briefgen.parts.kpi import Numeral, cells
from briefgen.parts.picture import picture
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.record import Record
from briefgen.scene.items import Anchor, Item, Page, Slot
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.typography.text import Paragraph


class Case(Record):
    """An image with up to three facts beside it, perhaps one of them a figure set large."""

    image: Annotated[Image, Doc("The picture: {file, alt, credit, focus}.")]
    facts: Annotated[tuple[Measure, ...], Length(1, 3), Doc("What it shows: {head, text}.")]
    figure: Annotated[Ref | None, Doc("A figure, set large above the facts.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Case, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    layout = ctx.layouts["picture"]
    at, frame = slot(layout, "body", 1), slot(layout, "picture")
    shown = frame.rect
    if not fields.image.credit:
        shown = Rect(shown.x, shown.y, shown.w, at.rect.h)
    items: list[Item] = [picture(ctx, fields.image, frame.name, shown, frame.slot)]
    area = at.rect.inset(pt(24), 0, 0, 0)
    if fields.figure:
        top = Rect(area.x, area.y, area.w, pt(112))
        items += cells(ctx, [Numeral(fields.figure.id)], [top])
        area = Rect(area.x, top.bottom + pt(16), area.w, area.h - top.h - pt(16))
    items.append(_facts(ctx, fields, area, None if fields.figure else at.slot))
    if fields.image.credit:
        said = fields.image.credit
        items.append(fill(ctx, slot(layout, "body", 3), said, lines=1))
    return (framed(ctx, slide, "picture", items, note=fields.note),)


def _facts(ctx: Context, fields: Case, area: Rect, at: Slot | None) -> Item:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        made: list[Paragraph] = []
        for fact in fields.facts:
            head = down("head", level)
            made.append(para(fact.head, head, bold=True, short=short, before=pt(18 - 2 * level)))
            made.append(
                para(
                    fact.text,
                    down("body", level),
                    colour="ink2",
                    strong="primary",
                    short=short,
                    before=pt(2),
                )
            )
        return tuple(made)

    anchor: Anchor = "top" if fields.figure else "middle"
    mark = fields.facts[0].head.mark
    return set_box(ctx, Wanted(Name("point"), area, make, slot=at, anchor=anchor, mark=mark), 3)


KIND = Kind(
    name="case",
    fields=Case,
    compose=compose,
    called=Named("案例", "案例", "Case"),
)
