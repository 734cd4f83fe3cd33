"""Turn wholes and their parts into stacked columns beside the claim they prove."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Slide, Text
from briefgen.geometry import Rect
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notes
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.stacks import stacked_chart
from briefgen.parts.charts.values import Charted, Limits, Values
from briefgen.parts.charts.wholes import READ, lit, shares, whole_last
from briefgen.parts.context import Context
from briefgen.problems import NOWHERE, Mark
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Stacked(Charted, kw_only=True):
    """Several wholes and up to six parts of each, stacked; the column `whole` states what they
    add to."""

    whole: Annotated[str, Doc("The name of the column that is the whole of the others.")]
    rest: Annotated[Text | None, Doc("What the parts leave is called so.")] = None
    whole_mark: Mark = NOWHERE


def compose(fields: Stacked, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        ordered = whole_last(ctx, values, fields.whole, fields.whole_mark)
        whole = lit(ctx, fields, shares(ctx, ordered, fields.rest) if ordered else None)
        if whole is None:
            return ()
        return stacked_chart(ctx, Name("stacked-columns"), whole, rect, bare=True)

    return chart_page(ctx, slide, fields, Limits((2, 6), (2, READ), negative=False), draw)


KIND = Kind(
    name="stacked",
    fields=Stacked,
    compose=compose,
    called=Named("堆积图", "堆疊圖", "Stacked chart"),
)
