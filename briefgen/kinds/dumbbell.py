"""Turn pairs of values into points with a line between them."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Slide
from briefgen.kinds.base import Kind
from briefgen.parts.charts.dumbbell import dumbbell_chart
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.page import chart_area, chart_slide
from briefgen.parts.charts.plan import begins_above_zero
from briefgen.parts.charts.readers import values_of
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.values import Charted, Limits, lit_of
from briefgen.parts.context import Context
from briefgen.scene.items import Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Dumbbell(Charted, kw_only=True):
    """Two to ten things with two values each, such as before and after, joined by a line."""

    difference: Annotated[
        bool, Doc("Whether each says by how much its second value differs, marked as derived.")
    ] = False


def compose(fields: Dumbbell, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    values = values_of(ctx, slide, fields, Limits((2, 10), (2, 2), gaps=True))
    scale = scaled(ctx, values) if values else None
    if values is None or scale is None:
        return chart_slide(ctx, slide, fields, None, ())
    point = lit_of(ctx, slide, fields, values)
    area = chart_area(ctx, fields)
    items = dumbbell_chart(ctx, Name("dumbbells"), values, point, area, fields.difference)
    lifted = ctx.say("纵轴不从零开始", "axis does not start at zero")
    more = [lifted] if begins_above_zero(scale) else []
    line = subtitle(ctx, fields, values, scale, more, named=True)
    return chart_slide(ctx, slide, fields, line, items)


KIND = Kind(
    name="dumbbell",
    fields=Dumbbell,
    compose=compose,
    called=Named("前后两值", "前後兩值", "Dumbbells"),
)
