"""Turn comparable figures into a bar chart beside the claim it proves."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Ref, Slide
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notable, Notes
from briefgen.parts.charts.bars import bar_chart
from briefgen.parts.charts.drawing import LARGE
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.values import Limits, Values, lit_of
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK

# The steps of names and of values.
_NAMES = tuple(DECK[name] for name in ("body", "dense", "small"))
_VALUES = tuple(DECK[name] for name in LARGE)


class Bar(Notable, kw_only=True):
    """Two to eight values of one unit as bars from zero, one highlighted, and what they show."""

    figures: Annotated[tuple[Ref, ...], Length(2, 8), Doc("Of the ledger, in this order.")] = ()


def compose(fields: Bar, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        point = lit_of(ctx, slide, fields, values)
        name = Name("bar-chart")
        return bar_chart(ctx, name, values, point, rect, _NAMES, _VALUES, bare=True, notes=notes)

    return chart_page(ctx, slide, fields, Limits((2, 8)), draw)


KIND = Kind(name="bar", fields=Bar, compose=compose, called=Named("条形图", "橫條圖", "Bar chart"))
