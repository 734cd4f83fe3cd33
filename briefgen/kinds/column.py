"""Turn comparable values into upright columns beside the claim they prove."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.columns import column_chart
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.values import Charted, Limits, Values, found
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name


class Column(Charted, kw_only=True):
    """Two to twelve values of one unit as columns from zero, such as one thing over years."""


def compose(fields: Column, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect) -> tuple[Item, ...]:
        point = found(ctx, fields.highlight, fields.highlight_mark, values.keys)
        return column_chart(ctx, Name("column-chart"), values, point, rect)

    return chart_page(ctx, slide, fields, Limits((2, 12)), draw)


KIND = Kind(name="column", fields=Column, compose=compose)
