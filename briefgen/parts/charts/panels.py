"""Turn series of two units into two charts over each other, whose moments stand in one line."""

from __future__ import annotations

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.columns import column_chart
from briefgen.parts.charts.labels import Scale
from briefgen.parts.charts.line import line_chart
from briefgen.parts.charts.plan import begins_above_zero
from briefgen.parts.charts.titles import axis_title, measured
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.scene.items import Item
from briefgen.scene.names import Name

# The share of the height that the line has, in percent; between the panels; and what the name of
# what is measured takes above each. Its placeholders are behind those of claim and subtitle.
_LINE, _BETWEEN, _HEAD = 34, pt(16), pt(24)
_TITLES_AT = (4, 5)


def panels(
    ctx: Context,
    columns: Values,
    line: Values,
    scales: tuple[Scale, Scale],
    rect: Rect,
    lit: bool,
) -> tuple[Item, ...]:
    """The line above, and the columns below it, each with its own scale and the name of what it
    measures: where a line crosses columns, two axes in one plot are read as one."""
    high = (rect.h - _BETWEEN) * _LINE // 100
    upper = Rect(rect.x, rect.y, rect.w, high)
    lower = rect.inset(0, high + _BETWEEN, 0, 0)
    left, right = scales
    # Percent stands with every value.
    above = measured(ctx, line.series[0], right.unit.replace("%", "")) or right.unit
    if begins_above_zero(right):
        above += ctx.say("，纵轴不从零开始", ", axis does not start at zero")
    several = len(columns.series) > 1
    below = left.unit if several else measured(ctx, columns.series[0], left.unit)
    shown = None if lit and not several else 0 if lit else -1
    return (
        axis_title(ctx, above, Rect(upper.x, upper.y, upper.w, _HEAD), "left", _TITLES_AT[0]),
        *line_chart(
            ctx,
            Name("line-chart"),
            "line",
            line,
            -1 if lit else 0,
            upper.inset(0, _HEAD, 0, 0),
            bare=True,
            named=False,
        ),
        axis_title(ctx, below, Rect(lower.x, lower.y, lower.w, _HEAD), "left", _TITLES_AT[1]),
        *column_chart(
            ctx,
            Name("grouped-columns" if several else "column-chart"),
            columns,
            shown,
            lower.inset(0, _HEAD, 0, 0),
            bare=True,
        ),
    )
