"""Turn several series into small charts beside each other."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Cells, Doc, Length
from briefgen.brief.model import Slide, Text
from briefgen.kinds.base import Kind
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.multiples import Lit, SmallForm, small_multiples
from briefgen.parts.charts.page import chart_area, chart_slide
from briefgen.parts.charts.readers import values_of
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.values import Charted, Limits, Values, found, lit_of
from briefgen.parts.context import Context
from briefgen.scene.items import Page
from briefgen.scene.things import Named


class Multiples(Charted, kw_only=True):
    """Two to nine small charts of one scale: a column of values for each, rows for the moments."""

    header: Annotated[
        tuple[Text, ...],
        Length(2, 10),
        Cells(),
        Doc("What the columns of `rows` are: the moments, then a name for each small chart."),
    ] = ()
    form: Annotated[SmallForm, Doc("Columns, for few moments, or lines.")] = "columns"
    highlight: Annotated[
        str, Doc("The point: one small chart, by its name; or one moment in all of them.")
    ] = ""


# How many moments the small charts hold.
_MOMENTS = {"columns": (2, 12), "lines": (3, 24)}


def compose(fields: Multiples, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    values = values_of(ctx, slide, fields, Limits(_MOMENTS[fields.form], (2, 9), gaps=True))
    scale = scaled(ctx, values) if values else None
    if values is None or scale is None:
        return chart_slide(ctx, slide, fields, None, ())
    lit = _lit(ctx, slide, fields, values)
    charts = small_multiples(ctx, values, fields.form, lit, chart_area(ctx, fields))
    same = ctx.say("各图同一比例，从零开始", "one scale for all, from zero")
    line = subtitle(ctx, fields, values, scale, [same], named=True)
    return chart_slide(ctx, slide, fields, line, charts)


def _lit(ctx: Context, slide: Slide, fields: Multiples, values: Values) -> Lit:
    """What stands out: a series if one is called so, else a moment."""
    named = fields.highlight
    if any(named in keys for keys in values.keys):
        return Lit(moment=found(ctx, named, fields.highlight_mark, values.keys))
    return Lit(panel=lit_of(ctx, slide, fields, values, series=True))


KIND = Kind(
    name="multiples",
    fields=Multiples,
    compose=compose,
    called=Named("小图组", "小圖組", "Small multiples"),
)
