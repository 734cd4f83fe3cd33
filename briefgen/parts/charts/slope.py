"""Turn pairs of values, before and after, into a line for each."""

from __future__ import annotations

from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.apart import kept_apart
from briefgen.parts.charts.axis import unmarked
from briefgen.parts.charts.drawing import (
    HAIRLINE,
    category_step,
    fitting,
    place_beside,
    spoken,
    widest,
)
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.marks import (
    ChartMark,
    Dot,
    axis,
    charted,
    names_below,
    said,
    shape,
    written,
)
from briefgen.parts.charts.plan import Plan, numbers
from briefgen.parts.charts.strokes import strokes
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.scene.items import Item, Rule, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Align

# How far labels stand from their points.
_APART = pt(9)


def slope_chart(
    ctx: Context,
    name: Name,
    values: Values,
    highlight: int | None,
    rect: Rect,
    *,
    bare: bool = False,
) -> tuple[Item, ...]:
    """A line from before to after for each series, named and valued at both its ends. A `bare`
    label leaves out the unit, which is said elsewhere."""
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    step = _step(ctx, name, values, scale, rect, bare)
    plan = _plan(ctx, name, values, scale, rect, step, bare)
    pairs = _marks(ctx, plan, highlight)
    items: list[Item] = [
        Rule(Name("drop-line"), x, min(column), x, plan.plot.bottom, Stroke("line", HAIRLINE))
        for x, column in zip(_xs(plan), _heights(plan), strict=True)
    ]
    for series, pair in zip(plan.series, pairs, strict=True):
        items += strokes(series, pair)
        items += (dot for mark in pair for dot in shape(ctx, plan, mark))
        items += (words for mark in pair for words in written(ctx, plan, mark))
    items += (axis(plan, plan.plot.bottom), *names_below(ctx, plan))
    before, after = plan.categories
    gap = ctx.say("，", ", ")
    told = spoken(
        ctx,
        [
            (series, f"{before} {scale.words(s, 0)}{gap}{after} {scale.words(s, 1)}")
            for s, series in enumerate(plan.series)
        ],
    )
    marks = [mark for pair in pairs for mark in pair]
    return (
        charted(
            ctx, plan, marks, items, ctx.say(f"前后对比图：{told}", f"Before and after: {told}")
        ),
    )


def _words(series: tuple[str, ...], scale: Scale, bare: bool) -> list[tuple[str, str]]:
    """What stands at both ends of each line: the name with the value, and the value."""
    return [
        (f"{name} {scale.words(s, 0, bare)}", scale.words(s, 1, bare))
        for s, name in enumerate(series)
    ]


def _step(ctx: Context, name: Name, values: Values, scale: Scale, rect: Rect, bare: bool) -> Step:
    words = [each for pair in _words(values.series, scale, bare) for each in pair]
    step = fitting(ctx, words, rect.w * 2 // 5 - pt(12), True)
    if step is None:
        ctx.problems.add("chart-names-too-long", values.mark, name=name)
    return step or DECK["source"]


def _plan(
    ctx: Context, name: Name, values: Values, scale: Scale, rect: Rect, step: Step, bare: bool
) -> Plan:
    words = [each for pair in _words(values.series, scale, bare) for each in pair]
    # Points stand in the middle of two bands, so a quarter of the plot is beside each.
    room = max(rect.w // 4, widest(ctx, words, step, True) + pt(12))
    span, top = rect.w - 2 * room, rect.y + pt(8)
    name_step, rows = category_step(ctx, values.categories, span - pt(8))
    under = name_step.leading * rows + pt(8)
    return Plan(
        name=name,
        kind="slope",
        values=values,
        scale=scale,
        categories=values.categories,
        series=values.series,
        frame=rect,
        plot=Rect(rect.x + room - span // 2, top, 2 * span, rect.bottom - under - top),
        axis=unmarked(numbers(scale), False),
        grounded=False,
        step=step,
        name_step=name_step,
        bare=bare,
        under=under,
    )


def _xs(plan: Plan) -> tuple[int, int]:
    plot = plan.plot
    return plot.x + plot.w // 4, plot.x + plot.w * 3 // 4


def _heights(plan: Plan) -> list[list[int]]:
    """Where the points of both columns lie."""
    return [[plan.at(row[c] or Decimal(0)) for row in plan.scale.values] for c in (0, 1)]


def _marks(ctx: Context, plan: Plan, highlight: int | None) -> list[tuple[ChartMark, ...]]:
    """Both ends of each line, their labels apart from those above and below."""
    heights = _heights(plan)
    placed = [
        kept_apart(column, plan.step.leading, plan.frame.y, plan.plot.bottom) for column in heights
    ]

    def mark(s: int, c: int, words: str) -> ChartMark:
        colour: Token = "primary" if highlight in (None, s) else "muted"
        x, y = _xs(plan)[c] + (_APART if c else -_APART), placed[c][s]
        align: Align = "left" if c else "right"
        return ChartMark(
            series=s,
            category=c,
            value=plan.scale.values[s][c],
            colour=colour,
            name=Name("dot", of=plan.series[s]),
            form=Dot(_xs(plan)[c], heights[c][s]),
            label=said(
                plan,
                s,
                c,
                name=Name("after" if c else "before", of=plan.series[s]),
                place="right" if c else "left",
                ink="primary" if highlight == s else "ink",
                rect=place_beside(ctx, x, y, words, plan.step, align),
                align=align,
                words=words,
                named=c == 0,
                nudge=y - heights[c][s],
            ),
            figure=plan.values.points[s][c].figure,
        )

    return [
        (mark(s, 0, before), mark(s, 1, after))
        for s, (before, after) in enumerate(_words(plan.series, plan.scale, plan.bare))
    ]
