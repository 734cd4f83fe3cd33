"""Turn values over time into lines, or into an area."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from typing import Literal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.annotate import NOTHING, Notes
from briefgen.parts.charts.apart import kept_apart
from briefgen.parts.charts.axis import lifted, marked, unmarked
from briefgen.parts.charts.drawing import (
    SERIES,
    TICK_STEP,
    category_step,
    fitting,
    gridlines,
    ink,
    place_beside,
    spoken,
    widest,
)
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.marks import (
    ChartMark,
    Dot,
    MarkLabel,
    axis,
    charted,
    names_below,
    said,
    shape,
    written,
)
from briefgen.parts.charts.plan import Plan, numbers
from briefgen.parts.charts.soundness import evenly_spaced
from briefgen.parts.charts.strokes import strokes
from briefgen.parts.charts.upright import beside, lanes, levels, upright_notes
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.patterns import pattern
from briefgen.record import replace
from briefgen.scene.items import POINT, Item, Place
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step

# A line of at most so many points has a label at each.
LABELLED = 8
# With more, its points are too near each other to be seen as points.
_DOTTED = 12
# What is left below a plot without names: too little for an application to write them.
_UNNAMED = pt(6)
# The most of its height that is free below a line with values below zero.
_DEEP = Decimal("0.4")
# How far labels stand right of their points, and how much lower where the line leaves upwards.
_APART, _LOWER = pt(9), pt(5)

# What does not go on in another line: 2001, 2001年, Q3, Sept.
_RESERVED = 118
_WHOLE = pattern(r"[A-Za-z]*\d[\d.]*[年月日]?|[A-Za-z]+")

LineKind = Literal["line", "area"]


def line_chart(
    ctx: Context,
    name: Name,
    kind: LineKind,
    values: Values,
    highlight: int | None,
    rect: Rect,
    *,
    bare: bool = False,
    named: bool = True,
    notes: Notes = NOTHING,
) -> tuple[Item, ...]:
    """Lines over categories: one with its values at its points, or several named at their ends.

    An area stands on zero. A line may begin above it; then its axis is shown. A `bare` label leaves
    out the unit, which is said elsewhere; where moments are not `named`, what stands below does.
    """
    scale = scaled(ctx, values) if evenly_spaced(ctx, values) else None
    if scale is None:
        return ()
    step = _step_at_points(ctx, scale, rect.w - beside(ctx, notes), bare)
    plan = _plan(ctx, name, kind, values, scale, rect, step, bare, named, notes)
    if not named:
        plot = plan.plot.inset(0, 0, 0, _UNNAMED - plan.under)
        plan = replace(plan, plot=plot, under=_UNNAMED)
    lines = _marks(ctx, plan, highlight, at_points=step is not None)
    return _chart(ctx, plan, lines, notes)


def _step_at_points(ctx: Context, scale: Scale, width: int, bare: bool) -> Step | None:
    """The step of labels at every point; None where there are too many for that, or lines."""
    count = len(scale.values[0])
    if len(scale.values) > 1 or count > LABELLED:
        return None
    words = [scale.words(0, c, bare) for c in range(count)]
    return fitting(ctx, words, width // (count + 1), True)


def _plan(
    ctx: Context,
    name: Name,
    kind: LineKind,
    values: Values,
    scale: Scale,
    frame: Rect,
    at_points: Step | None,
    bare: bool,
    named: bool,
    notes: Notes,
) -> Plan:
    """Ticks left of the plot where there are many points or the axis does not begin at zero: else
    what lines say at their points or ends is enough. What they say at their ends stands right of
    it, and what levels say."""
    every = [*numbers(scale), *(level.value for level in notes.levels)]
    grounded = kind == "area"
    few = len(values.categories) <= _DOTTED
    # A panel over another has its moments where that has them, and says enough at its points.
    bare_axis = not named and at_points is not None
    shown = not bare_axis and ((at_points is None and not few) or (not grounded and lifted(every)))
    count, step = len(values.categories), at_points or DECK["dense"]
    # What a point below zero says stands below it, clear of the line at zero.
    below = min(Decimal(step.leading + 3 * POINT) / frame.h, _DEEP)
    axis = marked(every, grounded) if shown else unmarked(every, grounded, below)
    ticks = axis.ticks if shown else ()
    left = widest(ctx, scale.ticks(ticks)[1], TICK_STEP) + pt(12) if shown else 0
    width = frame.w - left - beside(ctx, notes)
    if at_points is None and not notes.levels:
        # The last point stands half a band before the plot's end.
        words = [_at_end(values, scale, s, bare) for s in range(len(values.series))]
        right = widest(ctx, words, step, True) + pt(16)
        width = min(width, (width - right) * 2 * count // (2 * count - 1))
    name_step, rows, skip = _names(ctx, values.categories, width // count)
    under, over = name_step.leading * rows + pt(8), step.leading + pt(6) + lanes(notes)
    return Plan(
        name=name,
        kind=kind,
        values=values,
        scale=scale,
        categories=values.categories,
        series=tuple(series or scale.unit for series in values.series),
        frame=frame,
        plot=Rect(frame.x + left, frame.y + over, width, frame.h - over - under),
        axis=axis,
        grounded=grounded,
        step=step,
        name_step=name_step,
        bare=bare,
        under=under,
        ticks=ticks,
        skip=skip,
        dots=count <= _DOTTED or any(_is_alone(row) for row in scale.values),
    )


def _names(ctx: Context, names: Sequence[str], band: int) -> tuple[Step, int, int]:
    """The step of the names under bands so wide, their lines, and which of them are shown."""
    step, rows = category_step(ctx, names, band - pt(4))
    # A year is one word, however narrow its band; digits are planned with a reserve.
    whole = [part for name in names for part in _WHOLE.findall(name)]
    fit = not whole or widest(ctx, whole, step) * _RESERVED // 100 <= band - pt(2)
    if fit and widest(ctx, names, step) <= rows * band:
        return step, rows, 1
    # Too many for their bands: some of them, each with the room of its neighbours.
    step = DECK["source"]
    return step, 1, ceil((widest(ctx, names, step) + pt(10)) / band)


def _at_end(values: Values, scale: Scale, s: int, bare: bool) -> str:
    """What a line says at its end: its value, after its name where there are several."""
    name = values.series[s] if len(values.series) > 1 else ""
    return f"{name} {scale.words(s, _last(scale.values[s]), bare)}".strip()


def _marks(
    ctx: Context, plan: Plan, highlight: int | None, *, at_points: bool
) -> list[list[ChartMark]]:
    """The marks of each line, with a label at every point or at the last."""
    rows = plan.scale.values
    ends = [_last(row) for row in rows]
    heights = [plan.at(row[end] or Decimal(0)) for row, end in zip(rows, ends, strict=True)]
    placed = kept_apart(heights, plan.step.leading, plan.frame.y, plan.plot.bottom)
    made = []
    for s, row in enumerate(rows):
        colour, line = _colour(len(rows), s, highlight), []
        for c, value in enumerate(row):
            band = plan.bands[c]
            dot = Dot(band.x + band.w // 2, plan.at(value)) if value is not None else None
            label = None
            if at_points:
                label = _label_at(ctx, plan, c, dot, ink(colour))
            elif c == ends[s] and dot:
                label = _label_beside(ctx, plan, s, dot, placed[s] - dot.y, ink(colour))
            line.append(
                ChartMark(
                    series=s,
                    category=c,
                    value=value,
                    colour=colour,
                    name=Name("dot", of=plan.values.series[s]),
                    form=dot,
                    label=label,
                    figure=plan.values.points[s][c].figure,
                )
            )
        made.append(line)
    return made


def _colour(count: int, s: int, highlight: int | None) -> Token:
    if highlight is not None:
        return "primary" if s == highlight else "muted"
    return "primary" if count == 1 else SERIES[s]


def _label_at(ctx: Context, plan: Plan, c: int, dot: Dot | None, colour: Token) -> MarkLabel:
    """The label of a point of the only line: above it, or below where the line dips."""
    step, words = plan.step, plan.scale.words(0, c, plan.bare)
    what = Name("value", of=f"{plan.values.series[0]} {plan.categories[c]}".strip())
    if dot is None:
        return said(plan, 0, c, name=what, place="above", ink=colour, rect=None)
    dips = _is_dip(plan.scale.values[0], c)
    if dips and dot.y >= plan.plot.bottom - step.leading - POINT:
        if 3 * _rises(ctx, plan, c, dot, words) > POINT:
            # Beside it, and lower: a label above would cross the line.
            return _label_beside(ctx, plan, 0, dot, _LOWER, colour, c)
        dips = False
    place: Place = "below" if dips else "above"
    away = POINT + step.leading // 2
    rect = place_beside(ctx, dot.x, dot.y + (away if dips else -away), words, step)
    return said(plan, 0, c, name=what, place=place, ink=colour, rect=rect)


def _label_beside(
    ctx: Context, plan: Plan, s: int, dot: Dot, nudge: int, colour: Token, at: int | None = None
) -> MarkLabel:
    """A label right of a point: of the last one (with the line's name), or of the one `at`."""
    many = len(plan.series) > 1
    c = _last(plan.scale.values[s]) if at is None else at
    words = plan.scale.words(s, c, plan.bare)
    if at is None:
        words = _at_end(plan.values, plan.scale, s, plan.bare)
    return said(
        plan,
        s,
        c,
        name=Name("value", of=f"{plan.values.series[s]} {plan.categories[c]}".strip()),
        place="right",
        ink=colour,
        align="left",
        words=words,
        named=many,
        nudge=nudge,
        rect=place_beside(ctx, dot.x + _APART, dot.y + nudge, words, plan.step, "left"),
    )


def _chart(
    ctx: Context, plan: Plan, lines: Sequence[Sequence[ChartMark]], notes: Notes
) -> tuple[Item, ...]:
    words = plan.scale.ticks(plan.ticks)[1]
    items = list(gridlines(ctx, plan.plot, plan.ticks, words, TICK_STEP))
    ground = plan.plot.bottom if plan.kind == "area" else None
    for name, line in zip(plan.values.series, lines, strict=True):
        items += strokes(name, line, ground)
        if plan.dots:
            items += (dot for mark in line for dot in shape(ctx, plan, mark))
        items += (label for mark in line for label in written(ctx, plan, mark))
    across, level_lines = levels(ctx, plan, notes)
    names = names_below(ctx, plan, pt(1)) if plan.under > _UNNAMED else ()
    items += (axis(plan, plan.plot.bottom), *names, *level_lines)
    marks = [mark for line in lines for mark in line]
    pairs = [
        (
            f"{plan.values.series[mark.series]} {plan.categories[mark.category]}".strip(),
            plan.scale.words(mark.series, mark.category),
        )
        for mark in marks
        if mark.value is not None
    ]
    told = spoken(ctx, [*pairs, *((level.name, level.said) for level in notes.levels)])
    alt = (
        ctx.say(f"折线图：{told}", f"Line chart: {told}")
        if plan.kind == "line"
        else ctx.say(f"面积图：{told}", f"Area chart: {told}")
    )
    chart = charted(ctx, plan, marks, items, alt, across)
    return (chart, *upright_notes(ctx, plan, marks, notes))


def _is_dip(row: Sequence[Decimal | None], at: int) -> bool:
    """Whether a line goes down to a point and up from it, so that a label above would cross it."""
    value = row[at]
    beside = [row[i] for i in (at - 1, at + 1) if 0 <= i < len(row) and row[i] is not None]
    return (
        value is not None and len(beside) == 2 and all(b > value for b in beside if b is not None)
    )


def _rises(ctx: Context, plan: Plan, c: int, dot: Dot, words: str) -> int:
    """How far a line rises from a dip as far as the words of its label reach."""
    half = widest(ctx, [words], plan.step, bold=True) // 2
    found = [
        (dot.y - plan.at(value)) * half // max(1, plan.bands[c].w)
        for i in (c - 1, c + 1)
        if (value := plan.scale.values[0][i]) is not None
    ]
    return max(found, default=0)


def _is_alone(row: Sequence[Decimal | None]) -> bool:
    """Whether a value has gaps on both sides, so that no line leads to it."""
    known = [False, *(value is not None for value in row), False]
    return any(
        here and not (before or after)
        for before, here, after in zip(known, known[1:], known[2:], strict=False)
    )


def _last(row: Sequence[Decimal | None]) -> int:
    """The last place that has a value."""
    return max((i for i, value in enumerate(row) if value is not None), default=0)
