"""Turn values into upright columns that start at zero, each with its own label."""

from __future__ import annotations

from decimal import Decimal

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.drawing import ink, place_beside, shades, spoken
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.marks import ChartMark, axis, charted, drawn, names_below, said
from briefgen.parts.charts.plan import (
    Plan,
    label_step,
    lowered,
    reach,
    under_head,
    upright_plot,
)
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.scene.items import Chart, Item
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step

# The space between columns, and between groups of them, in percent of a column's width.
_GAP, _GROUP_GAP = 70, 60
# Columns of one group stand this far apart, in percent of a column's width.
_APART = 10
_BETWEEN_LABELS = pt(2)


def column_chart(
    ctx: Context, name: Name, values: Values, highlight: int | None, rect: Rect
) -> tuple[Item, ...]:
    """Upright bars: one series with its values at the bars' ends, or several side by side.

    With one series `highlight` is a category, with several it is a series. Units that do not fit
    above the columns are said once.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    many, count = len(values.series), len(values.categories)
    gap, apart = (_GROUP_GAP, _APART) if many > 1 else (_GAP, _GAP)
    room = round(_width(rect.w // count, many, gap) * (1 + apart / 100)) - _BETWEEN_LABELS
    step, bare = label_step(
        ctx,
        name,
        values,
        scale,
        room,
        lambda bare: [scale.words(s, c, bare) for s in range(many) for c in range(count)],
    )
    colours = shades(many, highlight) if many > 1 else ()
    entries = list(zip(values.series, colours, strict=True)) if many > 1 else []
    head, frame = under_head(ctx, rect, DECK["small"], entries, scale.unit if bare else "")
    plan = _plan(ctx, name, values, scale, frame, gap, step, bare)
    return (_chart(ctx, plan, highlight), *head)


def _width(band: int, many: int, gap: int) -> float:
    """The width of a column where `many` share a band."""
    return band / (many + (many - 1) * _APART / 100 + gap / 100)


def _plan(
    ctx: Context,
    name: Name,
    values: Values,
    scale: Scale,
    frame: Rect,
    gap: int,
    step: Step,
    bare: bool,
) -> Plan:
    plot, name_step, under = upright_plot(ctx, values.categories, frame, step)
    low, high = reach(scale)
    return Plan(
        name=name,
        kind="column",
        values=values,
        scale=scale,
        categories=values.categories,
        series=tuple(series or scale.unit for series in values.series),
        frame=frame,
        plot=plot,
        low=lowered(low, high, plot.y - frame.y, plot.h),
        high=high,
        step=step,
        name_step=name_step,
        bare=bare,
        under=under,
        gap=gap,
        overlap=-_APART if len(values.series) > 1 else 0,
    )


def _chart(ctx: Context, plan: Plan, highlight: int | None) -> Chart:
    marks = [
        _mark(ctx, plan, s, c, highlight)
        for s in range(len(plan.series))
        for c in range(len(plan.categories))
    ]
    told = spoken(
        ctx,
        [
            (f"{series} {category}".strip(), plan.scale.words(s, c))
            for s, series in enumerate(plan.values.series)
            for c, category in enumerate(plan.categories)
            if plan.scale.values[s][c] is not None
        ],
    )
    items = (
        *drawn(ctx, plan, marks),
        axis(plan, plan.at(Decimal(0))),
        *names_below(ctx, plan),
    )
    return charted(plan, marks, items, ctx.say(f"柱形图：{told}", f"Column chart: {told}"))


def _mark(ctx: Context, plan: Plan, s: int, c: int, highlight: int | None) -> ChartMark:
    many, value = len(plan.series), plan.scale.values[s][c]
    if many > 1:
        colour = shades(many, highlight)[s]
    else:
        colour = "primary" if highlight in (None, c) else "muted"
    what = f"{plan.values.series[s]} {plan.categories[c]}".strip()
    bar, place = None, None
    if value is not None:
        band, step = plan.bands[c], plan.step
        wide = _width(band.w, many, plan.gap)
        start = band.x + wide * plan.gap / 200 + s * wide * (1 + _APART / 100)
        zero, end = plan.at(Decimal(0)), plan.at(value)
        bar = Rect(round(start), min(zero, end), round(wide), abs(end - zero))
        middle = bar.bottom + step.leading // 2 if value < 0 else bar.y - step.leading // 2
        words = plan.scale.words(s, c, plan.bare)
        place = place_beside(ctx, bar.x + bar.w // 2, middle, words, step)
    return ChartMark(
        series=s,
        category=c,
        value=value,
        colour=colour,
        name=Name("upright-bar", of=what),
        form=bar,
        label=said(
            plan, s, c, name=Name("value", of=what), place="end", ink=ink(colour), rect=place
        ),
        figure=plan.values.points[s][c].figure,
    )
