"""Turn the parts of a stated whole into a stacked bar, or stacked columns."""

from __future__ import annotations

from decimal import Decimal

from briefgen.geometry import Rect
from briefgen.parts.charts.drawing import place_beside, spoken, widest
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.marks import (
    ChartMark,
    MarkLabel,
    axis,
    charted,
    drawn,
    names_below,
    said,
)
from briefgen.parts.charts.plan import Plan, label_step, under_head, upright_plot
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import part_colours, stated
from briefgen.parts.context import Context
from briefgen.scene.items import Chart, Item
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step

# The space between columns, in percent of a column's width; that around the one bar.
_GAP, _BAR_GAP = 60, 100


def part_whole_chart(
    ctx: Context, name: Name, values: Values, rect: Rect, step: Step
) -> tuple[Chart, str] | None:
    """One stacked bar of what `shares` gave for one whole, and the whole in words."""
    scale = scaled(ctx, values)
    if scale is None:
        return None
    count = len(values.series) - 1
    plan = Plan(
        name=name,
        kind="stacked",
        values=values,
        scale=scale,
        categories=values.categories,
        series=values.series[:count],
        frame=rect,
        plot=rect,
        low=Decimal(0),
        high=scale.values[count][0] or Decimal(0),
        step=step,
        name_step=step,
        gap=_BAR_GAP,
    )
    marks = _bar_marks(ctx, plan)
    pairs = [(part, scale.words(s, 0) * stated(values, s)) for s, part in enumerate(plan.series)]
    told, whole = spoken(ctx, pairs), scale.words(count, 0)
    alt = ctx.say(f"堆积条形图：{whole}中，{told}", f"Stacked bar of {whole}: {told}")
    return charted(plan, marks, drawn(ctx, plan, marks), alt), whole


def _bar_marks(ctx: Context, plan: Plan) -> tuple[ChartMark, ...]:
    marks = []
    (band,) = plan.bands
    thick = band.h // 2
    start = Decimal(0)
    for s, name in enumerate(plan.series):
        x = plan.at(start)
        start += plan.scale.values[s][0] or Decimal(0)
        piece = Rect(x, band.y + (band.h - thick) // 2, plan.at(start) - x, thick)
        words = plan.scale.words(s, 0)
        fits = widest(ctx, [words], plan.step, True) <= piece.w
        marks.append(_piece(ctx, plan, s, 0, name, piece, piece if fits else None))
    return tuple(marks)


def stacked_chart(ctx: Context, name: Name, values: Values, rect: Rect) -> tuple[Item, ...]:
    """A stacked column for each category of what `shares` gave, its whole above it."""
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    every, many = range(len(values.series)), len(values.categories)
    step, bare = label_step(
        ctx,
        name,
        values,
        scale,
        round(rect.w / many / (1 + _GAP / 100)),
        lambda bare: [scale.words(s, c, bare) for s in every for c in range(many)],
    )
    entries = list(zip(values.series[:-1], part_colours(values), strict=True))
    head, frame = under_head(ctx, rect, DECK["small"], entries, scale.unit if bare else "")
    plan = _plan(ctx, name, values, scale, frame, step, bare)
    return (_chart(ctx, plan), *head)


def _plan(
    ctx: Context, name: Name, values: Values, scale: Scale, frame: Rect, step: Step, bare: bool
) -> Plan:
    plot, name_step, under = upright_plot(ctx, values.categories, frame, step)
    return Plan(
        name=name,
        kind="stack",
        values=values,
        scale=scale,
        categories=values.categories,
        series=values.series,
        frame=frame,
        plot=plot,
        low=Decimal(0),
        high=max(value or Decimal(0) for value in scale.values[-1]),
        step=step,
        name_step=name_step,
        bare=bare,
        under=under,
        gap=_GAP,
    )


def _chart(ctx: Context, plan: Plan) -> Chart:
    marks = [mark for c in range(len(plan.categories)) for mark in _column_marks(ctx, plan, c)]
    *parts, whole = range(len(plan.series))
    told = spoken(
        ctx,
        [
            (f"{category}{ctx.say('', ' ')}{plan.series[s]}", plan.scale.words(s, c))
            for c, category in enumerate(plan.categories)
            for s in (whole, *parts)
            if plan.scale.values[s][c]
        ],
    )
    items = (*drawn(ctx, plan, marks), axis(plan, plan.plot.bottom), *names_below(ctx, plan))
    return charted(plan, marks, items, ctx.say(f"堆积柱形图：{told}", f"Stacked columns: {told}"))


def _column_marks(ctx: Context, plan: Plan, c: int) -> tuple[ChartMark, ...]:
    """The pieces of a column from below, and its whole: unseen, with its label above them."""
    band, step, whole = plan.bands[c], plan.step, len(plan.series) - 1
    wide = round(band.w / (1 + _GAP / 100))
    x, start = band.x + (band.w - wide) // 2, Decimal(0)
    marks = []
    for s in range(whole):
        below = plan.at(start)
        start += plan.scale.values[s][c] or Decimal(0)
        piece = Rect(x, plan.at(start), wide, below - plan.at(start))
        words = plan.scale.words(s, c, plan.bare)
        place = place_beside(ctx, x + wide // 2, piece.y + piece.h // 2, words, step)
        fits = piece.h >= step.size * 13 // 10
        what = f"{plan.series[s]} {plan.categories[c]}".strip()
        marks.append(_piece(ctx, plan, s, c, what, piece, place if fits else None))
    total = plan.scale.values[whole][c]
    top = plan.at(total or Decimal(0)) - step.leading // 2
    words = plan.scale.words(whole, c, plan.bare)
    label = said(
        plan,
        whole,
        c,
        name=Name("total", of=plan.categories[c]),
        place="base",
        ink="ink",
        rect=place_beside(ctx, x + wide // 2, top, words, step),
    )
    figure = plan.values.points[whole][c].figure
    return (
        *marks,
        ChartMark(series=whole, category=c, value=total, colour="", label=label, figure=figure),
    )


def _piece(
    ctx: Context, plan: Plan, s: int, c: int, what: str, piece: Rect, place: Rect | None
) -> ChartMark:
    """A piece of a whole, labelled within at `place` if it was stated."""
    label: MarkLabel | None = None
    colour = part_colours(plan.values)[s]
    if place and stated(plan.values, s):
        ink = ctx.theme.readable(colour)
        label = said(plan, s, c, name=Name("value", of=what), place="center", ink=ink, rect=place)
    return ChartMark(
        series=s,
        category=c,
        value=plan.scale.values[s][c],
        colour=colour,
        name=Name("segment", of=what),
        form=piece,
        label=label,
        figure=plan.values.points[s][c].figure,
    )
