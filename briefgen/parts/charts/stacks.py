"""Turn the parts of a stated whole into stacked columns."""

from __future__ import annotations

from decimal import Decimal

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.aimed import parts_ahead
from briefgen.parts.charts.axis import unmarked
from briefgen.parts.charts.drawing import LARGE, place_beside, spoken, widest
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
from briefgen.parts.charts.plan import Plan, label_step, under_key, upright_plot
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import including, known, on_part, part_colours, stated
from briefgen.parts.context import Context
from briefgen.scene.items import Item
from briefgen.scene.names import Name
from briefgen.theme.model import Step

# The space between columns, in percent of a column's width.
_GAP = 60


def stacked_chart(
    ctx: Context, name: Name, values: Values, rect: Rect, *, bare: bool = False
) -> tuple[Item, ...]:
    """A stacked column for each category of what `shares` gave, its whole above it. The pieces of
    the first are named where there is room in them, else in a row above all.

    A `bare` label leaves out the unit, which is said elsewhere.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    every, many = range(len(values.series)), len(values.categories)
    room = round(rect.w / many / (1 + _GAP / 100))
    words = [scale.words(s, c, bare) for s in every for c in range(many)]
    step = label_step(ctx, name, values, room, words, LARGE[-2:])
    colours = part_colours(ctx, values)
    plan = _plan(ctx, name, values, scale, rect, step, bare)
    named = all(known(values, s) and _named(ctx, plan, s) for s in every[:-1])
    key, frame = under_key(
        ctx, rect, [] if named else list(zip(values.series[:-1], colours, strict=True))
    )
    if key:
        plan = _plan(ctx, name, values, scale, frame, step, bare)
    return (*_chart(ctx, plan, named), *key)


def _named(ctx: Context, plan: Plan, s: int) -> bool:
    """Whether the first column's piece has room for its name beside its value."""
    value = plan.scale.values[s][0] or Decimal(0)
    tall = plan.plot.bottom - plan.at(value) >= plan.step.size * 13 // 10
    words = f"{plan.series[s]} {plan.scale.words(s, 0, plan.bare)}".strip()
    return tall and widest(ctx, [words], plan.step, True) + pt(8) <= _wide(plan)


def _wide(plan: Plan) -> int:
    return round(plan.bands[0].w / (1 + _GAP / 100))


def _plan(
    ctx: Context, name: Name, values: Values, scale: Scale, frame: Rect, step: Step, bare: bool
) -> Plan:
    plot, name_step, under = upright_plot(ctx, values.categories, frame, step.leading + pt(4))
    wholes = [value or Decimal(0) for value in scale.values[-1]]
    return Plan(
        name=name,
        kind="stack",
        values=values,
        scale=scale,
        categories=values.categories,
        series=values.series,
        frame=frame,
        plot=plot,
        axis=unmarked([*wholes, Decimal(0)], True),
        step=step,
        name_step=name_step,
        bare=bare,
        under=under,
        gap=_GAP,
        forms={len(values.series) - 1: "label"},
        ahead=parts_ahead(ctx, values),
    )


def _chart(ctx: Context, plan: Plan, named: bool) -> tuple[Item, ...]:
    marks = [
        mark for c in range(len(plan.categories)) for mark in _column_marks(ctx, plan, c, named)
    ]
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
    told += including(ctx, plan.values)
    items = (*drawn(ctx, plan, marks), axis(plan, plan.plot.bottom), *names_below(ctx, plan))
    alt = ctx.say(f"堆积柱形图：{told}", f"Stacked columns: {told}")
    return (charted(ctx, plan, marks, items, alt),)


def _column_marks(ctx: Context, plan: Plan, c: int, named: bool) -> tuple[ChartMark, ...]:
    """The pieces of a column from below, and its whole: a point without a mark, its label above."""
    band, step, whole = plan.bands[c], plan.step, len(plan.series) - 1
    wide = _wide(plan)
    x, start = band.x + (band.w - wide) // 2, Decimal(0)
    formulas = _formulas(plan, c + 2)
    marks = []
    for s in range(whole):
        below = plan.at(start)
        start += plan.scale.values[s][c] or Decimal(0)
        piece = Rect(x, plan.at(start), wide, below - plan.at(start))
        marks.append(_piece(ctx, plan, s, c, piece, named and c == 0, formulas[s]))
    total = plan.scale.values[whole][c]
    top = plan.at(total or Decimal(0)) - step.leading // 2
    words = plan.scale.words(whole, c, plan.bare)
    label = said(
        plan,
        whole,
        c,
        name=Name("total", of=plan.categories[c]),
        place="above",
        ink="ink",
        rect=place_beside(ctx, x + wide // 2, top, words, step),
    )
    return (
        *marks,
        ChartMark(
            series=whole,
            category=c,
            value=total,
            colour="",
            label=label,
            figure=plan.values.points[whole][c].figure,
            formula=formulas[whole],
        ),
    )


def _formulas(plan: Plan, row: int) -> list[str]:
    """What the cells of a row are computed by: what is left of the whole follows from it and the
    parts; where nothing is left, the whole follows from its parts."""
    *parts, whole = (f"{chr(ord('B') + s)}{row}" for s in range(len(plan.series)))
    rest = next((s for s in range(len(parts)) if not stated(plan.values, s)), None)
    made = [""] * len(parts)
    if rest is None:
        return [*made, "+".join(parts)]
    made[rest] = "-".join((whole, *parts[:rest], *parts[rest + 1 :]))
    return [*made, ""]


def _piece(
    ctx: Context, plan: Plan, s: int, c: int, piece: Rect, named: bool, formula: str
) -> ChartMark:
    """A piece of a whole, labelled within where it is known and there is room."""
    label: MarkLabel | None = None
    colour, step = part_colours(ctx, plan.values)[s], plan.step
    what = f"{plan.series[s]} {plan.categories[c]}".strip()
    words = plan.scale.words(s, c, plan.bare)
    words = f"{plan.series[s]} {words}" if named else words
    if piece.h >= step.size * 13 // 10 and known(plan.values, s):
        label = said(
            plan,
            s,
            c,
            name=Name("value", of=what),
            place="center",
            ink=on_part(ctx, colour, (s, c) in plan.ahead),
            rect=place_beside(ctx, piece.x + piece.w // 2, piece.y + piece.h // 2, words, step),
            words=words,
            named=named,
        )
    return ChartMark(
        series=s,
        category=c,
        value=plan.scale.values[s][c],
        colour=colour,
        name=Name("segment", of=what),
        form=piece,
        label=label,
        figure=plan.values.points[s][c].figure,
        formula=formula,
    )
