"""Turn one figure into the slide's whole message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Measure, Ref, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.kpi import numeral
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.record import Record
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.layouts import BODY_NOTED, column
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, step
from briefgen.typography.text import Paragraph

_HUGE = (step(96, 108), step(80, 92), step(64, 76), step(52, 64))


class BigNumber(Record):
    """One figure, set very large, with up to three points beside it."""

    figure: Annotated[Ref, Doc("The figure's id.")]
    label: Annotated[Text | None, Doc("A label here, instead of the ledger's.")] = None
    text: Annotated[Text | None, Doc("A sentence below it.")] = None
    points: Annotated[tuple[Measure, ...], Length(0, 3), Doc("What follows: {head, text}.")] = ()
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: BigNumber, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    left = column(0, 7, BODY_NOTED) if fields.points else BODY_NOTED
    items: list[Item] = [_hero(ctx, fields, left)]
    if fields.points:
        right = column(7, 5, BODY_NOTED)
        edge = Stroke("line", pt(0.75))
        items.append(Rule(Name("divider"), right.x, right.y, right.x, right.bottom, edge))
        items.append(_points(ctx, fields.points, right.inset(pt(24), 0, 0, 0)))
    return (framed(ctx, slide, "two", items, note=fields.note),)


def _hero(ctx: Context, fields: BigNumber, rect: Rect) -> Item:
    """What the figure is, the figure, and the sentence below it."""
    label = fields.label or ctx.label(fields.figure.id)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size, unit = _HUGE[level], DECK["display"]
        made = [
            para(label, DECK["head"], colour="ink2", short=short),
            numeral(ctx, fields.figure.id, size, unit, colour="primary", minor="ink2"),
        ]
        if fields.text:
            made.append(
                para(fields.text, DECK["body"], short=short, strong="primary", before=pt(8))
            )
        return tuple(made)

    want = Wanted(
        Name("figure"),
        rect,
        make,
        slot=Slot("body", 1),
        anchor="middle",
        one_line=(1,),
        mark=label.mark,
    )
    return set_box(ctx, want, len(_HUGE))


def _points(ctx: Context, points: Sequence[Measure], rect: Rect) -> Item:
    """What follows from the figure."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        made: list[Paragraph] = []
        for point in points:
            head, text = down("body", level), down("dense", level)
            made += (
                para(point.head, head, bold=True, short=short, before=pt(18)),
                para(point.text, text, colour="ink2", strong="primary", short=short, before=pt(2)),
            )
        return tuple(made)

    mark = points[0].head.mark
    return set_box(
        ctx, Wanted(Name("point"), rect, make, slot=Slot("body", 2), anchor="middle", mark=mark), 2
    )


KIND = Kind(name="big-number", fields=BigNumber, compose=compose)
