"""Turn a stated whole and its parts into a ring beside the claim it proves."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.kinds.base import Kind
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.page import chart_area, chart_slide
from briefgen.parts.charts.ring import donut_chart
from briefgen.parts.charts.share import worked_out
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.wholes import Shared, lit, one_whole, whole_figure, whole_said
from briefgen.parts.context import Context
from briefgen.scene.items import Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Donut(Shared, kw_only=True):
    """A stated whole as a ring of two to six parts, one of which may be what is left; of
    more the smallest become one."""


def compose(fields: Donut, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    values = lit(ctx, fields, one_whole(ctx, slide, fields))
    name = Name("ring")
    scale = scaled(ctx, values) if values else None
    if values is None or scale is None:
        return chart_slide(ctx, slide, fields, None, ())
    whole = whole_said(ctx, values, scale)
    more, id = worked_out(ctx, values), whole_figure(ctx, values)
    line = subtitle(ctx, fields, values, scale, more, what=whole, whole=id)
    items = donut_chart(ctx, name, values, chart_area(ctx, fields))
    return chart_slide(ctx, slide, fields, line, items)


KIND = Kind(
    name="donut", fields=Donut, compose=compose, called=Named("环形图", "環形圖", "Donut chart")
)
