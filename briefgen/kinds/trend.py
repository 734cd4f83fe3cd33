"""Turn values over time into lines beside the claim they prove."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.line import line_chart
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.values import Charted, Limits, Values, found
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name


class Trend(Charted, kw_only=True):
    """One to four series over three to twenty-four moments in equal steps, as lines."""


def compose(fields: Trend, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect) -> tuple[Item, ...]:
        point = found(ctx, fields.highlight, fields.highlight_mark, values.series_keys, series=True)
        return line_chart(ctx, Name("line-chart"), "line", values, point, rect)

    return chart_page(ctx, slide, fields, Limits((3, 24), (1, 4), gaps=True), draw)


KIND = Kind(name="trend", fields=Trend, compose=compose)
