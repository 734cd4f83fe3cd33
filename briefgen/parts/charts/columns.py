"""Turn values into upright columns that start at zero, each with its own label."""

from __future__ import annotations

from decimal import Decimal

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.aimed import ahead
from briefgen.parts.charts.annotate import NOTHING, Notes
from briefgen.parts.charts.axis import unmarked
from briefgen.parts.charts.drawing import (
    LARGE,
    STEPS,
    ink,
    place_beside,
    shades,
    spoken,
    widest,
)
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.marks import ChartMark, axis, charted, drawn, names_below, said
from briefgen.parts.charts.plan import Plan, label_step, numbers, under_key, upright_plot
from briefgen.parts.charts.upright import beside, lanes, levels, upright_notes
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.scene.items import Item
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step

# The space between columns, and between groups of them, in percent of a column's width.
_GAP, _GROUP_GAP = 60, 60
# Columns of one group stand this far apart, in percent of a column's width.
_APART = 10
_BETWEEN_LABELS = pt(2)
# So many columns have room for large values, in a place so high.
_LARGE, _HIGH = 6, pt(190)


def column_chart(
    ctx: Context,
    name: Name,
    values: Values,
    highlight: int | None,
    rect: Rect,
    *,
    bare: bool = False,
    notes: Notes = NOTHING,
) -> tuple[Item, ...]:
    """Upright bars: one series with its values in the bars' ends or above them, or several side by
    side, named above the first group where there is room, else in a row above all.

    With one series `highlight` is a category, with several it is a series; -1 is none of them.
    A `bare` label leaves out the unit, which is said elsewhere; so it does where it has no room for
    it.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    many, count = len(values.series), len(values.categories)
    gap, apart = (_GROUP_GAP, _APART) if many > 1 else (_GAP, _GAP)
    inner = rect.w - beside(ctx, notes)
    room = round(_width(inner // count, many, gap) * (1 + apart / 100)) - _BETWEEN_LABELS
    large = count <= _LARGE and rect.h >= _HIGH
    among = STEPS if many > 1 else LARGE if large else LARGE[1:]
    every = [scale.words(s, c, bare) for s in range(many) for c in range(count)]
    if not bare and not any(widest(ctx, every, DECK[each], True) <= room for each in among):
        bare = True
        every = [scale.words(s, c, bare) for s in range(many) for c in range(count)]
    step = label_step(ctx, name, values, room, every, among)
    named = many > 1 and widest(ctx, values.series, step, True) <= room
    entries = list(zip(values.series, shades(many, highlight), strict=True))
    key, frame = under_key(ctx, rect, entries if many > 1 and not named else ())
    given = (ctx, name, values, scale, frame, gap, step, bare, notes, named)
    plan = _plan(*given, within=False)
    if _inside(ctx, plan):
        plan = _plan(*given, within=True)
    return (*_chart(ctx, plan, highlight, notes, named), *key)


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
    notes: Notes,
    named: bool,
    within: bool,
) -> Plan:
    over = lanes(notes) + pt(4)
    # Labels in the ends of columns need no room above these.
    over += 0 if within else step.leading * (2 if named else 1)
    inner = Rect(frame.x, frame.y, frame.w - beside(ctx, notes), frame.h)
    plot, name_step, under = upright_plot(ctx, values.categories, inner, over)
    every = [*numbers(scale), *(level.value for level in notes.levels)]
    # Below zero the names of the categories follow: labels need their room above them.
    below = Decimal(step.leading + pt(4)) * 7 / (5 * plot.h)
    return Plan(
        name=name,
        kind="column",
        values=values,
        scale=scale,
        categories=values.categories,
        series=tuple(series or scale.unit for series in values.series),
        frame=frame,
        plot=plot,
        axis=unmarked(every, True, min(below, Decimal("0.4"))),
        step=step,
        name_step=name_step,
        bare=bare,
        under=under,
        gap=gap,
        overlap=-_APART if len(values.series) > 1 else 0,
        ahead=ahead(ctx, values),
    )


def _chart(
    ctx: Context, plan: Plan, highlight: int | None, notes: Notes, named: bool
) -> tuple[Item, ...]:
    marks = [
        _mark(ctx, plan, s, c, highlight, named)
        for s in range(len(plan.series))
        for c in range(len(plan.categories))
    ]
    pairs = [
        (f"{series} {category}".strip(), plan.scale.words(s, c))
        for s, series in enumerate(plan.values.series)
        for c, category in enumerate(plan.categories)
        if plan.scale.values[s][c] is not None
    ]
    told = spoken(ctx, [*pairs, *((level.name, level.said) for level in notes.levels)])
    across, lines = levels(ctx, plan, notes)
    items = (
        *drawn(ctx, plan, marks),
        axis(plan, plan.at(Decimal(0))),
        *names_below(ctx, plan),
        *lines,
    )
    alt = ctx.say(f"柱形图：{told}", f"Column chart: {told}")
    chart = charted(ctx, plan, marks, items, alt, across)
    return (chart, *upright_notes(ctx, plan, marks, notes))


def _mark(
    ctx: Context, plan: Plan, s: int, c: int, highlight: int | None, named: bool
) -> ChartMark:
    many, value = len(plan.series), plan.scale.values[s][c]
    if many > 1:
        colour = shades(many, highlight)[s]
    else:
        colour = "primary" if highlight in (None, c) else "muted"
    what = f"{plan.values.series[s]} {plan.categories[c]}".strip()
    words = plan.scale.words(s, c, plan.bare)
    says = named and c == 0
    if says and value is not None:
        words = f"{plan.series[s]}\n{words}"
    bar, place, inside = None, None, False
    if value is not None:
        band, step = plan.bands[c], plan.step
        wide = _width(band.w, many, plan.gap)
        start = band.x + wide * plan.gap / 200 + s * wide * (1 + _APART / 100)
        zero, end = plan.at(Decimal(0)), plan.at(value)
        bar = Rect(round(start), min(zero, end), round(wide), abs(end - zero))
        inside = _inside(ctx, plan)
        tall = step.leading * (1 + words.count("\n"))
        down = (value < 0) != inside
        edge = bar.bottom if value < 0 else bar.y
        middle = edge + (tall // 2 if down else -tall // 2)
        place = place_beside(ctx, bar.x + bar.w // 2, middle, words, step)
    return ChartMark(
        series=s,
        category=c,
        value=value,
        colour=colour,
        base=("primary" if highlight is None else "muted") if many == 1 else "",
        name=Name("upright-bar", of=what),
        form=bar,
        label=said(
            plan,
            s,
            c,
            name=Name("value", of=what),
            place="inside" if inside else "end",
            ink=ctx.theme.readable(colour) if inside else ink(colour),
            rect=place,
            words=words,
            named=says,
        ),
        figure=plan.values.points[s][c].figure,
    )


def _inside(ctx: Context, plan: Plan) -> bool:
    """Whether all labels have room in the ends of their columns: they stand alike."""
    if len(plan.series) > 1 or plan.ahead or plan.step.size < DECK["dense"].size:
        return False
    zero, count = plan.at(Decimal(0)), len(plan.categories)
    words = [plan.scale.words(0, c, plan.bare) for c in range(count)]
    wide = _width(plan.bands[0].w, 1, plan.gap)
    heights = [abs(plan.at(value) - zero) for value in plan.scale.values[0] if value is not None]
    least = plan.step.leading * 3 // 2
    return widest(ctx, words, plan.step, True) + pt(8) <= wide and min(heights) >= least
