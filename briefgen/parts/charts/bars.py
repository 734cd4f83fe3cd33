"""Turn values into horizontal bars that start at zero, each with its own label."""

from __future__ import annotations

from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.drawing import HAIRLINE, ink, spoken, widest
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.marks import ChartMark, charted, said, shape, written
from briefgen.parts.charts.plan import Plan, lowered, reach
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.scene.items import Chart, Item, Rule, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import Step

# The space between bars, in percent of a bar's width.
_GAP = 70
# How far names stand from the bars, and how far labels do.
_NAME_APART, _APART = pt(8), pt(6)


def bar_chart(
    ctx: Context,
    name: Name,
    values: Values,
    highlight: int | None,
    rect: Rect,
    name_step: Step,
    value_step: Step,
) -> Chart | None:
    """Horizontal bars in the order given, the category to the left, the value at the bar's end."""
    scale = scaled(ctx, values)
    if scale is None:
        return None
    plan = _plan(ctx, name, values, scale, rect, name_step, value_step)
    marks = _marks(plan, highlight)
    drawn: list[Item] = []
    for mark, band in zip(marks, plan.bands, strict=True):
        what = plan.categories[mark.category]
        place = Rect(rect.x, band.y, plan.plot.x - rect.x - _NAME_APART, band.h)
        drawn += (
            *shape(ctx, plan, mark),
            label(
                ctx,
                Name("category", of=what),
                place,
                what,
                name_step,
                align="right",
                anchor="middle",
            ),
            *written(ctx, plan, mark),
        )
    zero = plan.at(Decimal(0))
    drawn.append(
        Rule(Name("axis"), zero, plan.plot.y, zero, plan.plot.bottom, Stroke("ink2", HAIRLINE))
    )
    pairs = [(what, scale.words(0, c)) for c, what in enumerate(plan.categories)]
    told = spoken(ctx, pairs)
    return charted(plan, marks, drawn, ctx.say(f"条形图：{told}", f"Bar chart: {told}"))


def _plan(
    ctx: Context,
    name: Name,
    values: Values,
    scale: Scale,
    rect: Rect,
    name_step: Step,
    step: Step,
) -> Plan:
    """Names take up to two fifths of the width, the labels as much as they need."""
    names = values.categories
    words = [scale.words(0, c) for c in range(len(names))]
    left = min(rect.w * 2 // 5, widest(ctx, names, name_step) + pt(14))
    room = widest(ctx, words, step, bold=True) + pt(14)
    length = rect.w - left - room
    low, high = reach(scale)
    # Labels of bars that go left stand within the plot, before its names.
    low = lowered(low, high, room, length)
    return Plan(
        name=name,
        kind="bar",
        values=values,
        scale=scale,
        categories=names,
        series=(values.series[0] or scale.unit,),
        frame=rect,
        plot=Rect(rect.x + left, rect.y, length, rect.h),
        low=low,
        high=high,
        step=step,
        name_step=name_step,
        gap=_GAP,
    )


def _marks(plan: Plan, highlight: int | None) -> tuple[ChartMark, ...]:
    zero, room = plan.at(Decimal(0)), plan.frame.right - plan.plot.right
    marks = []
    for c, band in enumerate(plan.bands):
        what, value = plan.categories[c], plan.scale.values[0][c]
        colour: Token = "primary" if highlight in (None, c) else "muted"
        thick = round(band.h / (1 + _GAP / 100))
        end = plan.at(value or Decimal(0))
        bar = Rect(min(zero, end), band.y + (band.h - thick) // 2, abs(end - zero), thick)
        left = value is not None and value < 0
        start = bar.x - _APART - room if left else bar.right + _APART
        marks.append(
            ChartMark(
                series=0,
                category=c,
                value=value,
                colour=colour,
                name=Name("bar", of=what),
                form=bar,
                label=said(
                    plan,
                    0,
                    c,
                    name=Name("value", of=what),
                    place="end",
                    ink=ink(colour),
                    rect=Rect(start, band.y, room, band.h),
                    align="right" if left else "left",
                ),
                figure=plan.values.points[0][c].figure,
            )
        )
    return tuple(marks)
