"""Turn one quantity over time into an area beside the claim it proves."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notable, Notes
from briefgen.parts.charts.line import line_chart
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.values import Limits, Values
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Area(Notable, kw_only=True):
    """How large one thing was over three to twenty-four moments in equal steps, from zero."""


def compose(fields: Area, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        name = Name("area-chart")
        return line_chart(ctx, name, "area", values, None, rect, bare=True, notes=notes)

    return chart_page(ctx, slide, fields, Limits((3, 24), negative=False), draw)


KIND = Kind(
    name="area", fields=Area, compose=compose, called=Named("面积图", "面積圖", "Area chart")
)
