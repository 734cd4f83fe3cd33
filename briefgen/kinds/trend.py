"""Turn values over time into lines beside the claim they prove."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notable, Notes
from briefgen.parts.charts.line import line_chart
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.values import Limits, Values, found
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Trend(Notable, kw_only=True):
    """One to four series over three to twenty-four moments in equal steps, as lines."""


def compose(fields: Trend, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        point = found(ctx, fields.highlight, fields.highlight_mark, values.series_keys, series=True)
        name = Name("line-chart")
        return line_chart(ctx, name, "line", values, point, rect, bare=True, notes=notes)

    return chart_page(ctx, slide, fields, Limits((3, 24), (1, 4), gaps=True), draw, lines=True)


KIND = Kind(name="trend", fields=Trend, compose=compose, called=Named("趋势图", "趨勢圖", "Trend"))
