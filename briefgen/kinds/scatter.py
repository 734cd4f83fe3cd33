"""Turn things with two measures each into points beside the claim they prove."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.kinds.base import Kind
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.page import chart_area, chart_slide
from briefgen.parts.charts.plan import begins_above_zero
from briefgen.parts.charts.readers import values_of
from briefgen.parts.charts.scatter import scatter_chart
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.values import Charted, Limits, lit_of
from briefgen.parts.context import Context
from briefgen.record import replace
from briefgen.scene.items import Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Scatter(Charted, kw_only=True):
    """Three to thirty things as points: rows of a name and two measures, to the right and up."""


def compose(fields: Scatter, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    values = values_of(ctx, slide, fields, Limits((3, 30), (2, 2)))
    if values is None:
        return chart_slide(ctx, slide, fields, None, ())
    across, up = scaled(ctx, values.only([0])), scaled(ctx, values.only([1]))
    if across is None or up is None:
        return chart_slide(ctx, slide, fields, None, ())
    lit = lit_of(ctx, slide, fields, values)
    more = []
    if begins_above_zero(across) or begins_above_zero(up):
        more.append(ctx.say("坐标轴不从零开始", "axes do not start at zero"))
    # Units stand with the titles of the axes.
    said = subtitle(ctx, fields, values, replace(up, unit=""), more, named=not fields.subtitle)
    area = chart_area(ctx, fields, lined=bool(str(said)))
    items = scatter_chart(ctx, Name("scatter-chart"), values, (across, up), lit, area)
    return chart_slide(ctx, slide, fields, said if str(said) else None, items)


KIND = Kind(
    name="scatter",
    fields=Scatter,
    compose=compose,
    called=Named("散点图", "散佈圖", "Scatter chart"),
)
