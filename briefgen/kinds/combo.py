"""Turn columns of one unit and a line of another into a chart with two axes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Slide
from briefgen.kinds.base import Kind
from briefgen.parts.charts.combo import combo_chart, named_at_marks, runs_through
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.line import LABELLED
from briefgen.parts.charts.page import chart_area, chart_slide
from briefgen.parts.charts.panels import panels
from briefgen.parts.charts.plan import begins_above_zero, numbers
from briefgen.parts.charts.readers import values_of
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.titles import measured
from briefgen.parts.charts.values import Charted, Limits, Values, found
from briefgen.parts.context import Context
from briefgen.problems import NOWHERE, Mark
from briefgen.record import replace
from briefgen.scene.items import Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Combo(Charted, kw_only=True):
    """One to three series of one unit as columns, and one of another as a line on its own axis."""

    line: Annotated[
        str, Doc("The series that is the line, by name or number; the last if absent.")
    ] = ""
    panels: Annotated[
        bool | None,
        Doc(
            "Whether the line has a panel of its own over the columns; else only where it would run"
            " through them. Of 2 to 8 moments."
        ),
    ] = None
    line_mark: Mark = NOWHERE


def compose(fields: Combo, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    limits = Limits((2, 12), (2, 4), gaps=True)
    values = values_of(ctx, slide, fields, limits)
    if values is None:
        return chart_slide(ctx, slide, fields, None, ())
    every = range(len(values.series))
    at = len(values.series) - 1
    if fields.line:
        named = found(ctx, fields.line, fields.line_mark, values.series_keys, series=True)
        if named is None:
            return chart_slide(ctx, slide, fields, None, ())
        at = named
    lit = found(ctx, fields.highlight, fields.highlight_mark, values.series_keys, series=True)
    bars, line = values.only([s for s in every if s != at]), values.only([at])
    left, right = scaled(ctx, bars), scaled(ctx, line)
    if left is None or right is None:
        return chart_slide(ctx, slide, fields, None, ())
    if any(value < 0 for value in numbers(left)):
        ctx.problems.add("chart-value-negative", bars.mark)
        return chart_slide(ctx, slide, fields, None, ())
    if len(values.categories) <= LABELLED and _parted(ctx, fields, bars, line, (left, right)):
        said = subtitle(ctx, fields, bars, replace(left, unit=""), (), named=True)
        # The moments say of when it is.
        sourced = str(said).endswith(("）", ")"))
        line_said = said if fields.subtitle or sourced else None
        area = chart_area(ctx, fields, lined=line_said is not None)
        apart = panels(ctx, bars, line, (left, right), area, lit is not None and lit != at)
        return chart_slide(ctx, slide, fields, line_said, apart)
    more = []
    if begins_above_zero(right) or any(value < 0 for value in numbers(right)):
        more.append(ctx.say("右轴不从零开始", "right axis does not start at zero"))
    area = chart_area(ctx, fields)
    # Units stand with the titles of the axes, where there are any; percent with every value.
    units = _units(ctx, bars, line, (left, right))
    said_here = named_at_marks(ctx, bars, line, (left, right), area)
    plain = replace(left, unit=ctx.say("、", ", ").join(units) if said_here else "")
    said = subtitle(ctx, fields, bars, plain, more, named=not fields.subtitle)
    charted = combo_chart(
        ctx,
        Name("combo-chart"),
        bars,
        line,
        (left, right),
        area,
        lit is not None and lit != at,
    )
    return chart_slide(ctx, slide, fields, said if str(said) else None, charted)


def _units(ctx: Context, bars: Values, line: Values, scales: tuple[Scale, Scale]) -> Sequence[str]:
    """The units of columns and line; where both have one, each with the name of what it is of."""
    left, right = (scale.unit for scale in scales)
    units = [unit for unit in dict.fromkeys((left, right)) if unit and unit != "%"]
    if len(units) < 2:
        return units
    owned = [*((name, left) for name in bars.series), (line.series[0], right)]
    return list(dict.fromkeys(measured(ctx, *each) for each in owned))


def _parted(
    ctx: Context, fields: Combo, bars: Values, line: Values, scales: tuple[Scale, Scale]
) -> bool:
    """Whether columns and line have panels of their own: where the line would run through columns,
    its crossings would be read, and mean nothing."""
    if fields.panels is None:
        return runs_through(ctx, bars, line, scales, chart_area(ctx, fields))
    return fields.panels


KIND = Kind(
    name="combo", fields=Combo, compose=compose, called=Named("组合图", "組合圖", "Combined chart")
)
