"""Turn several series of comparable values into groups of columns beside their claim."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notes
from briefgen.parts.charts.columns import column_chart
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.values import Charted, Limits, Values, lit_of
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Grouped(Charted, kw_only=True):
    """Two to four series of one unit side by side, for two to six things; from zero."""


def compose(fields: Grouped, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        point = lit_of(ctx, slide, fields, values, series=True)
        return column_chart(ctx, Name("grouped-columns"), values, point, rect, bare=True)

    return chart_page(ctx, slide, fields, Limits((2, 6), (2, 4), gaps=True), draw)


KIND = Kind(
    name="grouped",
    fields=Grouped,
    compose=compose,
    called=Named("簇状图", "群組圖", "Grouped chart"),
)
