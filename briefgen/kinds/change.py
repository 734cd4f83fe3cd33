"""Turn values before and after into slopes beside the claim they prove."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notes
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.slope import slope_chart
from briefgen.parts.charts.values import Charted, Limits, Values, lit_of
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Change(Charted, kw_only=True):
    """One to six things before and after: a row for each, a column for each moment."""


def compose(fields: Change, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        point = lit_of(ctx, slide, fields, values)
        return slope_chart(ctx, Name("slopes"), values.turned(), point, rect, bare=True)

    return chart_page(ctx, slide, fields, Limits((1, 6), (2, 2)), draw, lines=True)


KIND = Kind(
    name="change", fields=Change, compose=compose, called=Named("变化图", "變化圖", "Change")
)
