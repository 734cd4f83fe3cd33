"""Turn a whole and its parts into one stacked bar beside the claim it proves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.model import Ref, Slide, Text
from briefgen.outline.rules import Length
from briefgen.parts.chart import legend_of, part_whole_chart
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.kpi import Numeral, cells
from briefgen.parts.side import side
from briefgen.parts.text import label
from briefgen.scene.items import Item, Page
from briefgen.scene.layouts import BODY_NOTED, GUTTER, column
from briefgen.theme.model import DECK


@dataclass(frozen=True)
class PartWhole:
    """A stated whole and one to three of its parts as one bar; further figures above it."""

    total: Ref
    parts: Annotated[tuple[Ref, ...], Length(1, 3)]
    rest: Text | None = None
    figures: Annotated[tuple[Ref, ...], Length(0, 3)] = ()
    claim: Text | None = None
    points: Annotated[tuple[Text, ...], Length(0, 4)] = ()
    note: Text | None = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, PartWhole)
    beside = bool(fields.claim or fields.points)
    area = column(0, 8, BODY_NOTED) if beside else BODY_NOTED
    items: list[Item] = []
    if fields.figures:
        strip = Rect(area.x, area.y, area.w, pt(132))
        rects = strip.columns(len(fields.figures), GUTTER)
        # The first placeholders belong to the cells, the next one to the words beside.
        items += cells(ctx, [Numeral(ref.id) for ref in fields.figures], rects)
        area = Rect(area.x, strip.bottom + GUTTER, area.w, area.bottom - strip.bottom - GUTTER)
    head = Rect(area.x, area.y, area.w, DECK["dense"].leading)
    total = fields.total.id
    items.append(
        label(
            ctx, "整体", head, f"{ctx.label(total)}　{ctx.shown(total)}", DECK["dense"],
            bold=True, lines=1,
        )
    )  # fmt: skip
    legend = Rect(area.x, area.bottom - DECK["small"].leading, area.w, DECK["small"].leading)
    plot = Rect(area.x, head.bottom, area.w, legend.y - head.bottom)
    chart = part_whole_chart(
        ctx, ctx.say("堆积条形图", "Stacked bar"), total, [ref.id for ref in fields.parts],
        fields.rest, plot, DECK["dense"], fields.total.mark,
    )  # fmt: skip
    if chart:
        items.append(chart)
        items += legend_of(ctx, chart, legend, DECK["small"])
    if beside:
        items += side(
            ctx, fields.claim, fields.points, column(8, 4, BODY_NOTED), slide.mark,
            index=len(fields.figures) + 1,
        )  # fmt: skip
    return (framed(ctx, slide, "grid", items, note=fields.note),)


KIND = Kind("part-whole", PartWhole, compose)
