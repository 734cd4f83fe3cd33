"""Turn three to six figures into a strip or a grid of numerals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Cell, Ref, Slide, Text
from briefgen.geometry import Rect, bounds, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.kpi import Numeral, cells
from briefgen.parts.spread import spread
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.record import Record
from briefgen.scene.items import Item, Page, Slot
from briefgen.scene.layouts import BODY_NOTED, GUTTER
from briefgen.scene.names import Name
from briefgen.typography.text import Paragraph


class Kpi(Record):
    """Two to six figures of equal rank on a slide, more on several; one may be emphasised."""

    figures: Annotated[
        tuple[Cell, ...], Length(2, 18), Doc("Figures' ids, or {figure, label, note}.")
    ]
    emphasis: Annotated[Ref | None, Doc("The figure that stands on a dark ground.")] = None
    lead: Annotated[Text | None, Doc("A sentence above them.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Kpi, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    return spread(
        ctx, slide, fields.figures, 6, lambda ctx, slide, cells: _page(ctx, slide, fields, cells)
    )


def _page(ctx: Context, slide: Slide, fields: Kpi, shown: Sequence[Cell]) -> Page:
    area = BODY_NOTED
    items: list[Item] = []
    if fields.lead:
        lead = fields.lead

        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            return (para(lead, down("body", level), strong="primary", short=short),)

        band = Rect(area.x, area.y, area.w, pt(60))
        items.append(
            set_box(ctx, Wanted(Name("lead"), band, make, slot=Slot("body", 6), mark=lead.mark), 2)
        )
        area = Rect(area.x, area.y + pt(76), area.w, area.h - pt(76))
    numerals = [Numeral(cell.figure.id, cell.label, cell.note) for cell in shown]
    emphasis = fields.emphasis.id if fields.emphasis else ""
    rects = _rects(area, [item.figure for item in numerals], emphasis)
    items.extend(cells(ctx, numerals, rects, emphasis, wide=True))
    return framed(ctx, slide, "grid", items, note=fields.note)


def _rects(area: Rect, figures: Sequence[str], emphasis: str) -> tuple[Rect, ...]:
    """One row of up to three cells, four as two by two, else two rows of three.

    An emphasised first figure of three has a row of its own. Five figures fill the six places too:
    the emphasised one of the first two, else the first, takes two of them.
    """
    count = len(figures)
    leads = count == 3 and emphasis == figures[0]
    if count <= 3 and not leads:
        return Rect(area.x, area.y, area.w, min(area.h, pt(280))).columns(count, GUTTER)
    first, second = area.rows(2, GUTTER)
    if leads:
        return (first, *second.columns(2, GUTTER))
    if count == 4:
        return (*first.columns(2, GUTTER), *second.columns(2, GUTTER))
    above, below = first.columns(3, GUTTER), second.columns(3, GUTTER)
    if count == 6:
        return (*above, *below)
    if count == 5 and emphasis == figures[1]:
        return (above[0], bounds([above[1], above[2]]), *below)
    return (bounds([above[0], above[1]]), above[2], *below)


KIND = Kind(name="kpi", fields=Kpi, compose=compose)
