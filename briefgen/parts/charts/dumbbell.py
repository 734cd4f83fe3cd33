"""Turn pairs of values into two points over each category, with a line between them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.axis import Axis, lifted, marked, unmarked
from briefgen.parts.charts.difference import DERIVED, Difference
from briefgen.parts.charts.drawing import (
    STEPS,
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
from briefgen.parts.charts.marks import ChartMark, Dot, MarkLabel, axis, charted, said, written
from briefgen.parts.charts.plan import Plan, label_step, numbers
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.scene.items import PAIR, PAIR_LINE, PAIR_LIT, Group, Helper, Item, Place, Rule, Shape
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, DeckStep, Step
from briefgen.typography.text import Align

# What was first; and what comes second, where it is not the point.
_BEFORE: Token = "muted"
_AFTER: Token = "ink2"
# Steps of labels where there are few pairs.
_FEW: tuple[DeckStep, ...] = ("lead", "head", "body")
# How far labels stand from the middle of their points.
_APART = PAIR_LIT // 2 + pt(2)


def dumbbell_chart(
    ctx: Context,
    name: Name,
    values: Values,
    highlight: int | None,
    rect: Rect,
    differences: bool = False,
) -> tuple[Item, ...]:
    """Two points for each category, of the first and the second series, and what lies between.

    With `differences` each category says by how much the second differs from the first, marked as
    derived; in an application it follows the values. Where all values are far from zero the axis
    begins above it, and says so.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    every = numbers(scale)
    high = lifted(every)
    axis = marked(every, False) if high else unmarked(every, True)
    left = widest(ctx, scale.ticks(axis.ticks)[1], TICK_STEP) + pt(12) if high else 0
    count = len(values.categories)
    room = (rect.w - left) // count - pt(6)
    words = [scale.words(s, c, True) for s in (0, 1) for c in range(count)]
    # Few points have large labels.
    among = (*(_FEW if count <= 4 else ()), *STEPS)
    step = label_step(ctx, name, values, room, words, among)
    told = Difference(scale, True) if differences else None
    named = _named(ctx, values, scale, highlight, step, room)
    key, frame = _key(ctx, rect, values, highlight, told, named is None)
    plan = _plan(ctx, name, values, scale, frame, left, axis, step, told)
    marks = _marks(ctx, plan, highlight, named)
    drawn = _drawn(ctx, plan, marks, told, highlight is not None)
    return (charted(ctx, plan, marks, drawn, _alt(ctx, plan, told)), *key)


def _named(
    ctx: Context, values: Values, scale: Scale, highlight: int | None, step: Step, room: int
) -> int | None:
    """The pair whose labels say what both points are: the one that stands out, else the first;
    None where it has no room for that, or lacks a point."""
    c = highlight or 0
    words = [f"{values.series[s]} {scale.words(s, c, True)}" for s in (0, 1)]
    known = all(row[c] is not None for row in scale.values) and all(values.series)
    return c if known and widest(ctx, words, step, True) <= room else None


def _key(
    ctx: Context,
    rect: Rect,
    values: Values,
    highlight: int | None,
    told: Difference | None,
    whole: bool,
) -> tuple[tuple[Item, ...], Rect]:
    """A row that says what both points are, where the `whole` of it is needed, and what differs;
    and what is left below it."""
    step = DECK["caption"]
    # A face with taller lines has room in it, too.
    row = Rect(rect.x, rect.y, rect.w, step.leading * 13 // 10)
    entries: list[tuple[str, Token | None]] = []
    if whole:
        after: Token = "primary" if highlight is None else _AFTER
        entries += [(values.series[0], _BEFORE), (values.series[1], after)]
    if told:
        entries.append((f"{DERIVED} {ctx.say('差额（推算）', 'Difference (derived)')}", None))
    if not entries:
        return (), rect
    items: list[Item] = []
    x = row.x
    for words, colour in entries:
        if colour:
            dot = Rect(x, row.y + (row.h - PAIR) // 2, PAIR, PAIR)
            items.append(Shape(Name("swatch", of=words), dot, "ellipse", fill=colour))
            x = dot.right + pt(6)
        place = Rect(x, row.y, widest(ctx, [words], step) * 5 // 4 + pt(4), row.h)
        name = Name("segment-name", of=words)
        items.append(label(ctx, name, place, words, step, colour="ink2", anchor="middle"))
        x = place.right + pt(20)
    top = row.bottom + pt(4)
    return (Group(Name("series-key"), tuple(items)),), Rect(rect.x, top, rect.w, rect.bottom - top)


def _plan(
    ctx: Context,
    name: Name,
    values: Values,
    scale: Scale,
    frame: Rect,
    left: int,
    axis: Axis,
    step: Step,
    told: Difference | None,
) -> Plan:
    """Labels above the plot and within it; below it the names, and the differences below these."""
    names, width = values.categories, frame.w - left
    changes = tuple(told.words(c) for c in range(len(names))) if told else ()
    room = width // len(names) - pt(8)
    name_step, rows = category_step(ctx, names, room)
    if told:
        own = fitting(ctx, changes, room) or DECK["source"]
        name_step = min(name_step, own, key=lambda step: step.size)
    under = name_step.leading * (rows + bool(told)) + pt(8)
    over = step.leading + _APART
    return Plan(
        name=name,
        kind="pairs",
        values=values,
        scale=scale,
        categories=names,
        series=values.series,
        frame=frame,
        plot=Rect(frame.x + left, frame.y + over, width, frame.h - over - under),
        axis=axis,
        grounded=axis.low <= 0,
        step=step,
        name_step=name_step,
        bare=True,
        under=under,
        ticks=axis.ticks if axis.low > 0 else (),
        helpers=(*_reaches(ctx, scale), *(_labels(ctx, names, told) if told else ())),
        labelled=told is not None,
    )


def _reaches(ctx: Context, scale: Scale) -> tuple[Helper, Helper]:
    """How far each second value is above its first, and how far below."""
    rises: list[Decimal | str | None] = []
    falls: list[Decimal | str | None] = []
    for before, after in zip(*scale.values, strict=True):
        change = Decimal(0) if before is None or after is None else after - before
        rises.append(max(change, Decimal(0)))
        falls.append(max(-change, Decimal(0)))
    rows = range(2, len(rises) + 2)
    up = tuple(f"IF(COUNT(B{r}:C{r})=2,MAX(C{r}-B{r},0),0)" for r in rows)
    down = tuple(f"IF(COUNT(B{r}:C{r})=2,MAX(B{r}-C{r},0),0)" for r in rows)
    return (
        Helper(ctx.say("升", "Rise"), tuple(rises), up),
        Helper(ctx.say("降", "Fall"), tuple(falls), down),
    )


def _labels(ctx: Context, names: Sequence[str], told: Difference) -> tuple[Helper]:
    """Each name with its difference on a line below it."""
    words = tuple(f"{name}\n{told.words(c)}".strip() for c, name in enumerate(names))
    heading = ctx.say("名称与差额", "Name and difference")
    return (Helper(heading, words, tuple(told.formula(c) for c in range(len(names)))),)


def _marks(ctx: Context, plan: Plan, highlight: int | None, named: int | None) -> list[ChartMark]:
    """Both points of each category: the upper one's value above it, the lower one's below."""
    made = []
    for s in (0, 1):
        for c, band in enumerate(plan.bands):
            value, other = plan.scale.values[s][c], plan.scale.values[1 - s][c]
            lit = highlight in (None, c)
            colour: Token = ("primary" if lit else _AFTER) if s else _BEFORE
            dot = Dot(band.x + band.w // 2, plan.at(value)) if value is not None else None
            upper = value is not None and (other is None or (value, s) > (other, 1 - s))
            words = _label(ctx, plan, s, c, dot, upper, ink(colour), c == named) if dot else None
            made.append(
                ChartMark(
                    series=s,
                    category=c,
                    value=value,
                    colour=colour,
                    base=("primary" if highlight is None else _AFTER) if s else _BEFORE,
                    name=Name("dot", of=f"{plan.series[s]} {plan.categories[c]}".strip()),
                    form=dot,
                    label=words,
                    figure=plan.values.points[s][c].figure,
                )
            )
    return made


def _label(
    ctx: Context, plan: Plan, s: int, c: int, dot: Dot, upper: bool, colour: Token, named: bool
) -> MarkLabel:
    """A value above or below its point; beside it where there is no room below."""
    step, words = plan.step, plan.scale.words(s, c, plan.bare)
    words = f"{plan.series[s]} {words}" if named else words
    away = _APART + step.leading // 2
    place: Place = "above" if upper else "below"
    rect = place_beside(ctx, dot.x, dot.y + (-away if upper else away), words, step)
    align: Align = "center"
    if not upper and rect.bottom > plan.plot.bottom:
        place, align = "right", "left"
        rect = place_beside(ctx, dot.x + _APART, dot.y, words, step, "left")
    what = Name("value", of=f"{plan.values.series[s]} {plan.categories[c]}".strip())
    return said(
        plan,
        s,
        c,
        name=what,
        place=place,
        ink=colour,
        rect=rect,
        align=align,
        words=words,
        named=named,
    )


def _drawn(
    ctx: Context, plan: Plan, marks: Sequence[ChartMark], told: Difference | None, lit: bool
) -> list[Item]:
    items = list(gridlines(ctx, plan.plot, plan.ticks, plan.scale.ticks(plan.ticks)[1], TICK_STEP))
    count = len(plan.categories)
    for before, after in zip(marks[:count], marks[count:], strict=True):
        ends = [mark.form for mark in (before, after) if isinstance(mark.form, Dot)]
        if len(ends) == 2:
            (one, other), what = ends, plan.categories[before.category]
            items.append(Rule(Name("pair", of=what), one.x, one.y, other.x, other.y, PAIR_LINE))
    for mark in marks:
        if isinstance(mark.form, Dot) and mark.colour:
            side = PAIR_LIT if lit and mark.colour == "primary" else PAIR
            place = Rect(mark.form.x - side // 2, mark.form.y - side // 2, side, side)
            items.append(Shape(mark.name, place, "ellipse", fill=mark.colour))
        items += written(ctx, plan, mark)
    items.append(axis(plan, plan.plot.bottom))
    step = plan.name_step
    for c, (what, band) in enumerate(zip(plan.categories, plan.bands, strict=True)):
        place = Rect(band.x + pt(2), plan.plot.bottom + pt(6), band.w - pt(4), plan.under - pt(6))
        own = label(ctx, Name("category", of=what), place, what, step, align="center")
        items.append(own)
        if told and told.words(c):
            top = place.y + step.leading * len(own.lines)
            place = Rect(place.x, top, place.w, place.bottom - top)
            name = Name("difference", of=what)
            items.append(label(ctx, name, place, told.words(c), step, align="center"))
    return items


def _alt(ctx: Context, plan: Plan, told: Difference | None) -> str:
    gap, scale = ctx.say("，", ", "), plan.scale
    pairs = []
    for c, what in enumerate(plan.categories):
        known = [s for s in (0, 1) if scale.values[s][c] is not None]
        parts = [f"{plan.series[s]} {scale.words(s, c)}" for s in known]
        if told and len(known) == 2:
            parts.append(ctx.say("差额", "difference") + " " + told.bare(c))
        pairs.append((what, gap.join(parts)))
    every = spoken(ctx, pairs)
    return ctx.say(f"哑铃图：{every}", f"Dumbbells: {every}")
