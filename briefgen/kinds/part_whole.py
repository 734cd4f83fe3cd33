"""Turn a whole and its parts into one stacked bar under the claim it proves."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Ref, Segment, Slide, Text
from briefgen.kinds.base import Kind
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.page import chart_area, chart_slide, column_area
from briefgen.parts.charts.share import worked_out
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.whole_bar import part_whole_chart
from briefgen.parts.charts.wholes import Shared, lit, one_whole, whole_figure, whole_said
from briefgen.parts.context import Context
from briefgen.parts.derived import traced
from briefgen.parts.figure_table import closing, figure_columns, figure_stack
from briefgen.parts.kpi import Numeral
from briefgen.record import replace
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named

# The first placeholder of the names of parts.
_NAMES = 4


class PartWhole(Shared, kw_only=True):
    """A stated whole and one to six of its parts as one bar; further figures beside it."""

    figures: Annotated[tuple[Ref, ...], Length(0, 3), Doc("Shown large beside the bar.")] = ()


def compose(fields: PartWhole, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    taken = bool(fields.figures)
    values = lit(ctx, fields, one_whole(ctx, slide, replace(fields, figures=())))
    scale = scaled(ctx, values) if values else None
    items, line = list[Item](), None
    if values and scale:
        line = _line(ctx, fields, values, scale)
        area = chart_area(ctx, fields, taken=taken)
        items += part_whole_chart(ctx, Name("stacked-bar"), values, area, _NAMES)
    if taken:
        shown = [Numeral(ref.id) for ref in fields.figures]
        beside = column_area(ctx, fields, taken=True)
        figured = figure_columns if ctx.canvas.narrow else figure_stack
        stack = figured(ctx, shown, beside)
        items += (stack, *closing(stack, beside))
    return chart_slide(ctx, slide, fields, line, items, taken=taken)


def _line(ctx: Context, fields: PartWhole, values: Values, scale: Scale) -> Text:
    """What the whole is and how much, which nothing else on the slide says."""
    what, figure = whole_said(ctx, values, scale), whole_figure(ctx, values)
    own, much = fields.subtitle, scale.words(len(values.series) - 1, 0)
    if own and much not in str(own):
        said = traced(ctx, ctx.say(f"，共{much}", f", {much} in all"), figure)
        more = said.segments if isinstance(said, Text) else (Segment(said),)
        fields = replace(fields, subtitle=replace(own, segments=(*own.segments, *more)))
    shares = worked_out(ctx, values)
    return subtitle(ctx, fields, values, scale, shares, what, whole=figure)


KIND = Kind(
    name="part-whole",
    fields=PartWhole,
    compose=compose,
    called=Named("部分与整体", "部分與整體", "Part and whole"),
)
