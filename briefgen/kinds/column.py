"""Turn comparable values into upright columns beside the claim they prove."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notable, Notes
from briefgen.parts.charts.columns import column_chart
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.values import Limits, Values, lit_of
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Column(Notable, kw_only=True):
    """Two to twelve values of one unit as columns from zero, such as one thing over years."""


def compose(fields: Column, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        point = lit_of(ctx, slide, fields, values)
        name = Name("column-chart")
        return column_chart(ctx, name, values, point, rect, bare=True, notes=notes)

    return chart_page(ctx, slide, fields, Limits((2, 12)), draw)


KIND = Kind(
    name="column", fields=Column, compose=compose, called=Named("柱形图", "直條圖", "Column chart")
)
