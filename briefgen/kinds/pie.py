"""Turn parts that are all of a thing, or a stated whole and its parts, into a ring."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.kinds.base import Kind
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.page import chart_area, chart_slide
from briefgen.parts.charts.ring import donut_chart
from briefgen.parts.charts.share import worked_out
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.wholes import Shared, lit, one_whole, summed, whole_said
from briefgen.parts.context import Context
from briefgen.scene.items import Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Pie(Shared, kw_only=True):
    """Two to six parts of a whole as a ring: rows alone, which together are all of it, or as a
    donut with its whole; of more the smallest become one."""


def compose(fields: Pie, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    alone = not (fields.total or fields.whole or fields.parts)
    making = summed if alone else one_whole
    values = lit(ctx, fields, making(ctx, slide, fields))
    scale = scaled(ctx, values) if values else None
    if values is None or scale is None:
        return chart_slide(ctx, slide, fields, None, ())
    whole = whole_said(ctx, values, scale)
    line = subtitle(ctx, fields, values, scale, worked_out(ctx, values), what=whole)
    # The whole stands within the ring.
    said = None if str(line) == whole else line
    items = donut_chart(ctx, Name("ring"), values, chart_area(ctx, fields, lined=said is not None))
    return chart_slide(ctx, slide, fields, said, items)


KIND = Kind(name="pie", fields=Pie, compose=compose, called=Named("饼图", "圓餅圖", "Pie chart"))
