"""Turn series of two units into columns, and a line over them on an axis of its own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.axis import Axis, unmarked
from briefgen.parts.charts.drawing import SERIES, fitting, legend, place_beside, spoken, widest
from briefgen.parts.charts.labels import Scale
from briefgen.parts.charts.marks import (
    ChartMark,
    Dot,
    axis,
    charted,
    drawn,
    names_below,
    native,
    said,
    shape,
)
from briefgen.parts.charts.plan import Plan, label_step, numbers, upright_plot
from briefgen.parts.charts.strokes import strokes
from briefgen.parts.charts.titles import measured
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, para, set_box
from briefgen.record import replace
from briefgen.scene.items import POINT, Chart, Item, Place, Side, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, DeckStep
from briefgen.typography.text import Paragraph

# The space between groups of columns in percent of one, and between the columns of one.
_GAP, _APART = 60, 10
# The shares of the axes that stay free above columns, where the line is, and above that.
_OVER_BARS, _OVER_LINE = Decimal("0.28"), Decimal("0.1")
# What the titles of the axes take above the plot, and their sizes.
_TITLES = pt(34)
_KEYS: tuple[DeckStep, ...] = ("label", "caption", "small", "source")
# Columns that stand back behind the line.
_BACK: tuple[Token, ...] = ("muted", "surface2", "ink2")


def combo_chart(
    ctx: Context,
    name: Name,
    bars: Values,
    line: Values,
    scales: tuple[Scale, Scale],
    rect: Rect,
    lit: bool,
) -> tuple[Item, ...]:
    """Columns of up to three series, and one line; the line is in the accent, unless the columns
    are `lit`. Values stand in the feet of columns, and on plates above the points of the line."""
    named = named_at_marks(ctx, bars, line, scales, rect)
    plan = _plan(ctx, name, bars, line, scales, rect, named)
    upon = _upon(plan, line, scales[1])
    colours = _colours(len(bars.series), lit)
    marks = [
        _column(ctx, plan, s, c, colours[s], named and c == 0)
        for s in range(len(plan.series))
        for c in range(len(plan.categories))
    ]
    taken = [mark.label.rect for mark in marks if mark.label and mark.label.rect]
    last = len(plan.categories) - 1
    dots = [_point(ctx, upon, c, colours[-1], taken, named and c == last) for c in range(last + 1)]
    marks = _beside_plates(ctx, plan, marks, dots)
    items = (
        *drawn(ctx, plan, marks),
        axis(plan, plan.at(Decimal(0))),
        *names_below(ctx, plan),
        *strokes(line.series[0], dots),
        *(each for dot in dots for each in shape(ctx, upon, dot)),
        *(each for dot in dots for each in _written(ctx, upon, dot)),
    )
    pairs = [
        (f"{series} {category}".strip(), own.scale.words(s, c))
        for own in (plan, upon)
        for s, series in enumerate(own.values.series)
        for c, category in enumerate(plan.categories)
        if own.scale.values[s][c] is not None
    ]
    told = spoken(ctx, pairs)
    alt = ctx.say(f"柱线组合图：{told}", f"Columns and a line: {told}")
    chart: Chart = charted(ctx, plan, marks, items, alt, native(ctx, upon, dots))
    chart = replace(chart, sides=(_side(plan), _side(upon)))
    return (chart, *(() if named else _titles(ctx, plan, upon, colours)))


def runs_through(
    ctx: Context, bars: Values, line: Values, scales: tuple[Scale, Scale], rect: Rect
) -> bool:
    """Whether the line would have points within columns, on axes that share a plot."""
    plan = _plan(ctx, Name("combo-chart"), bars, line, scales, rect, False)
    upon = _upon(plan, line, scales[1])
    tops = [
        min((plan.at(value) for value in each if value is not None), default=plan.plot.bottom)
        for each in zip(*scales[0].values, strict=True)
    ]
    points = scales[1].values[0]
    return any(
        value is not None and upon.at(value) > top for value, top in zip(points, tops, strict=True)
    )


def named_at_marks(
    ctx: Context, bars: Values, line: Values, scales: tuple[Scale, Scale], rect: Rect
) -> bool:
    """Whether the first column of each series and the last point of the line have room to say what
    they are; else that stands above the plot."""
    plan = _plan(ctx, Name("combo-chart"), bars, line, scales, rect, True)
    many, band = len(bars.series), plan.bands[0].w
    firsts, last = [row[0] for row in scales[0].values], scales[1].values[0][-1]
    if None in firsts or last is None or not all((*bars.series, *line.series)):
        return False
    lowest = min(plan.at(Decimal(0)) - plan.at(value) for value in firsts if value is not None)
    end = f"{line.series[0]} {scales[1].words(0, len(bars.categories) - 1, True)}"
    return (
        widest(ctx, bars.series, plan.step, True) <= _width(band, many)
        and lowest >= plan.step.leading * 5 // 2
        and widest(ctx, [end], plan.step, True) + pt(6) <= band
    )


def _plan(
    ctx: Context,
    name: Name,
    bars: Values,
    line: Values,
    scales: tuple[Scale, Scale],
    rect: Rect,
    named: bool,
) -> Plan:
    many, count = len(bars.series), len(bars.categories)
    room = round(_width(rect.w // count, many)) - pt(2)
    words = [scales[0].words(s, c, True) for s in range(many) for c in range(count)]
    step = label_step(ctx, name, bars, room, words)
    over = 0 if named else _TITLES
    plot, name_step, under = upright_plot(ctx, bars.categories, rect, over + step.leading)
    return Plan(
        name=name,
        kind="combo",
        values=bars,
        scale=scales[0],
        categories=bars.categories,
        series=tuple(series or scales[0].unit for series in bars.series),
        frame=rect,
        plot=plot,
        axis=unmarked(numbers(scales[0]), True, after=_OVER_BARS),
        step=step,
        name_step=name_step,
        bare=True,
        under=under,
        gap=_GAP,
        overlap=-_APART if many > 1 else 0,
    )


def _upon(plan: Plan, line: Values, scale: Scale) -> Plan:
    """The plan of the line, over the same plot on its own axis."""
    every = numbers(scale)
    own: Axis = unmarked(every, False, before=Decimal("0.05"), after=_OVER_LINE)
    series = (line.series[0] or scale.unit,)
    return replace(plan, values=line, scale=scale, series=series, axis=own, forms={0: "second"})


def _width(band: int, many: int) -> float:
    """The width of a column where `many` share a band."""
    return band / (many + (many - 1) * _APART / 100 + _GAP / 100)


def _colours(many: int, lit: bool) -> tuple[Token, ...]:
    """The colours of the columns, and last that of the line."""
    if lit:
        return ("primary", *SERIES[1:many], "ink2")
    return (*_BACK[:many], "primary")


def _column(ctx: Context, plan: Plan, s: int, c: int, colour: Token, named: bool) -> ChartMark:
    value, words = plan.scale.values[s][c], plan.scale.words(s, c, True)
    what = f"{plan.values.series[s]} {plan.categories[c]}".strip()
    bar, label = None, None
    if value is not None:
        band, many = plan.bands[c], len(plan.series)
        wide = _width(band.w, many)
        start = band.x + wide * _GAP / 200 + s * wide * (1 + _APART / 100)
        zero, end = plan.at(Decimal(0)), plan.at(value)
        bar = Rect(round(start), end, round(wide), zero - end)
        words = f"{plan.series[s]}\n{words}" if named else words
        tall = plan.step.leading * (1 + named)
        half = tall // 2
        inside = bar.h >= tall * 5 // 4
        at: Place = "base" if inside else "end"
        middle = zero - half if inside else end - half
        place = place_beside(ctx, bar.x + bar.w // 2, middle, words, plan.step)
        ink = ctx.theme.readable(colour) if inside else "ink"
        label = said(
            plan,
            s,
            c,
            name=Name("value", of=what),
            place=at,
            ink=ink,
            rect=place,
            words=words,
            named=named,
        )
    return ChartMark(
        series=s,
        category=c,
        value=value,
        colour=colour,
        name=Name("upright-bar", of=what),
        form=bar,
        label=label,
        figure=plan.values.points[s][c].figure,
    )


def _beside_plates(
    ctx: Context, plan: Plan, columns: Sequence[ChartMark], dots: Sequence[ChartMark]
) -> list[ChartMark]:
    """The columns, whose values stand at their upper ends where a value of the line covers their
    feet; none where it covers both, which is told."""
    plates = [dot.label.rect for dot in dots if dot.label and dot.label.rect]
    made, unsaid = [], []
    for mark in columns:
        label, bar = mark.label, mark.form
        if label and label.rect and isinstance(bar, Rect) and _meets(label.rect, plates):
            inside = bar.h >= plan.step.leading * 5 // 4
            y = bar.y if inside else bar.y - plan.step.leading
            upper = replace(
                label, place="inside" if inside else "end", rect=replace(label.rect, y=y)
            )
            free = upper.rect is not None and not _meets(upper.rect, plates)
            mark = replace(mark, label=upper if free else None)
            unsaid += [] if free else [f"{plan.categories[mark.category]} {label.words}"]
        made.append(mark)
    if unsaid:
        ctx.problems.add("combo-unsaid", plan.values.mark, names=tuple(unsaid))
    return made


def _point(
    ctx: Context, plan: Plan, c: int, colour: Token, taken: Sequence[Rect], named: bool
) -> ChartMark:
    """A point of the line, its value above it, or below where a column's value stands there."""
    value, words = plan.scale.values[0][c], plan.scale.words(0, c, True)
    what = f"{plan.values.series[0]} {plan.categories[c]}".strip()
    words = f"{plan.series[0]} {words}" if named else words
    place: Place = "above"
    dot, rect, lift = None, None, 0
    if value is not None:
        band = plan.bands[c]
        dot = Dot(band.x + band.w // 2, plan.at(value))
        away = POINT + plan.step.leading // 2
        lift = _rise(ctx, plan, c, dot, words)
        rect = place_beside(ctx, dot.x, dot.y - away - lift, words, plan.step)
        under = place_beside(ctx, dot.x, dot.y + away, words, plan.step)
        room = under.bottom <= plan.plot.bottom and not _meets(under, taken)
        if room and _meets(rect, taken):
            rect, place, lift = under, "below", 0
    ink: Token = "primary" if colour == "primary" else "ink"
    label = said(
        plan,
        0,
        c,
        name=Name("value", of=what),
        place=place,
        ink=ink,
        rect=rect,
        words=words,
        named=named,
        nudge=-lift,
    )
    return ChartMark(
        series=0,
        category=c,
        value=value,
        colour=colour,
        name=Name("dot", of=what),
        form=dot,
        label=label,
        figure=plan.values.points[0][c].figure,
    )


def _rise(ctx: Context, plan: Plan, c: int, dot: Dot, words: str) -> int:
    """How far the line rises from a point as far as the words over it reach, which stand so much
    higher."""
    half = widest(ctx, [words], plan.step, True) // 2 + pt(2)
    row, band = plan.scale.values[0], plan.bands[c].w
    near = (row[n] for n in (c - 1, c + 1) if 0 <= n < len(row))
    rises = [(dot.y - plan.at(v)) * min(half, band) // band for v in near if v is not None]
    # What is free between a point and its words takes up the first of it.
    return max(0, max(rises, default=0) - POINT // 2)


def _meets(one: Rect, others: Sequence[Rect]) -> bool:
    return any(map(one.crosses, others))


def _written(ctx: Context, plan: Plan, mark: ChartMark) -> tuple[TextBox, ...]:
    """The value of a point on a plate, which columns and line do not show through."""
    label = mark.label
    if label is None or label.rect is None:
        return ()

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(label.words, plan.step, bold=True, colour=label.ink, align="center"),)

    wide = widest(ctx, [label.words], plan.step, True) + pt(6)
    rect = label.rect
    plate = Rect(rect.x + (rect.w - wide) // 2, rect.y, wide, rect.h)
    return (set_box(ctx, Wanted(label.name, plate, make, anchor="middle", fill="white")),)


def _side(plan: Plan) -> Side:
    return Side(number_format=plan.scale.plain, major=plan.axis.major, grounded=plan.axis.low == 0)


def _titles(ctx: Context, plan: Plan, upon: Plan, colours: tuple[Token, ...]) -> tuple[Item, ...]:
    """What columns and line measure, above the plot, each beside the colour of its marks.

    They stand beside the chart and not in it: of titles of axes within, applications keep neither
    the place nor the colour.
    """
    frame = plan.frame
    # Percent stands with every value.
    unit, other = (own.scale.unit.replace("%", "") for own in (plan, upon))
    names = [measured(ctx, series, unit) for series in plan.values.series]
    names.append(measured(ctx, upon.values.series[0], other) or upon.scale.unit)
    step = fitting(ctx, ["".join(names)], frame.w * 3 // 5 - pt(30) * len(names), among=_KEYS)
    step = step or DECK["source"]
    row = Rect(frame.x, frame.y, frame.w, step.leading)
    return legend(ctx, list(zip(names, colours, strict=False)), row, step)
