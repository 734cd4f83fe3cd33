"""Turn a beginning, its changes and what comes of them into a waterfall beside its claim."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notes
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.values import Charted, Limits, Values
from briefgen.parts.charts.waterfall import waterfall_chart
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Waterfall(Charted, kw_only=True):
    """A value, what is added to it and taken from it (-200亿元), and the value that this makes."""


def compose(fields: Waterfall, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        return waterfall_chart(ctx, Name("waterfall"), values, rect, bare=True)

    return chart_page(ctx, slide, fields, Limits((3, 8)), draw)


KIND = Kind(
    name="waterfall",
    fields=Waterfall,
    compose=compose,
    called=Named("瀑布图", "瀑布圖", "Waterfall"),
)
