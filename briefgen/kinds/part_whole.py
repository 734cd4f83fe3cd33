"""Turn a whole and its parts into one stacked bar beside the claim it proves."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Ref, Slide
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.charts.drawing import legend
from briefgen.parts.charts.stacks import part_whole_chart
from briefgen.parts.charts.wholes import Shared, one_whole
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.kpi import Numeral, cells
from briefgen.parts.side import side
from briefgen.parts.text import label
from briefgen.record import replace
from briefgen.scene.items import Item, Page, Shape
from briefgen.scene.layouts import BODY_NOTED, GUTTER, column
from briefgen.scene.names import Name
from briefgen.theme.model import DECK


class PartWhole(Shared, kw_only=True):
    """A stated whole and one to four of its parts as one bar; further figures above it."""

    figures: Annotated[tuple[Ref, ...], Length(0, 3), Doc("Shown large above the bar.")] = ()


def compose(fields: PartWhole, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    beside = bool(fields.claim or fields.points)
    area = column(0, 8, BODY_NOTED) if beside else BODY_NOTED
    items: list[Item] = []
    if fields.figures:
        strip = Rect(area.x, area.y, area.w, pt(132))
        rects = strip.columns(len(fields.figures), GUTTER)
        # The first placeholders belong to the cells, the next one to the words beside.
        items += cells(ctx, [Numeral(ref.id) for ref in fields.figures], rects)
        area = Rect(area.x, strip.bottom + GUTTER, area.w, area.bottom - strip.bottom - GUTTER)
    items += _bar(ctx, slide, fields, area)
    if beside:
        items += side(
            ctx,
            fields.claim,
            fields.points,
            column(8, 4, BODY_NOTED),
            slide.mark,
            index=len(fields.figures) + 1,
        )
    return (framed(ctx, slide, "grid", items, note=fields.note),)


def _bar(ctx: Context, slide: Slide, fields: PartWhole, area: Rect) -> tuple[Item, ...]:
    """What the whole is, its bar, and the names of the parts below."""
    values = one_whole(ctx, slide, replace(fields, figures=()), most=4)
    if values is None:
        return ()
    head = Rect(area.x, area.y, area.w, DECK["dense"].leading)
    foot = Rect(area.x, area.bottom - DECK["small"].leading, area.w, DECK["small"].leading)
    plot = Rect(area.x, head.bottom, area.w, foot.y - head.bottom)
    name = Name("stacked-bar")
    made = part_whole_chart(ctx, name, values, plot, DECK["dense"])
    if made is None:
        return ()
    chart, whole = made
    pairs = [(series.name, series.colours[0]) for series in chart.series]
    starts = [item.rect.x for item in chart.drawn if isinstance(item, Shape)]
    said = f"{values.categories[0]}{ctx.say('　', '  ')}{whole}"
    return (
        label(ctx, Name("whole"), head, said, DECK["dense"], bold=True, lines=1),
        chart,
        *legend(ctx, pairs, foot, DECK["small"], starts),
    )


KIND = Kind(name="part-whole", fields=PartWhole, compose=compose)
