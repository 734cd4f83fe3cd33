"""Turn several series into small charts beside each other, all to one scale."""

from __future__ import annotations

from decimal import Decimal
from math import ceil
from typing import Literal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.axis import Axis, unmarked
from briefgen.parts.charts.drawing import fitting, ink, place_beside, spoken, widest
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
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.record import Record, replace
from briefgen.scene.items import Chart, Item, Place
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, DeckStep, Step
from briefgen.typography.text import Align

SmallForm = Literal["columns", "lines"]

# How many panels stand side by side, by how many there are; and the space between them.
_ACROSS = (1, 1, 2, 3, 2, 3, 3, 4, 4, 3)
_BETWEEN = (pt(32), pt(16))
# The space between columns, in percent of a column's width.
_GAP = 45
# Steps of headings, of labels, and of the names below, in panels that are large, and small.
_LARGE: tuple[Step, Step, Step] = (DECK["body"], DECK["dense"], DECK["caption"])
_SMALL: tuple[Step, Step, Step] = (DECK["dense"], DECK["source"], DECK["source"])
_HEADINGS: tuple[DeckStep, ...] = ("body", "dense", "small")
# A panel from this height on is large; labels right of points stand so far from them.
_HIGH, _APART = pt(140), pt(9)


class Lit(Record):
    """What stands out: a panel, a moment of every panel, or nothing (None, None)."""

    panel: int | None = None
    moment: int | None = None


class _Look(Record, kw_only=True):
    """What all panels have in common: their form, axis (of the least and the greatest value of
    all), and steps, at which moments they say their values, and whether they name these below."""

    form: SmallForm
    axis: Axis
    ends: tuple[Decimal, Decimal]
    steps: tuple[Step, Step, Step]
    told: tuple[int, ...]
    right: int
    skip: int
    named: bool
    lit: Lit


def small_multiples(
    ctx: Context, values: Values, form: SmallForm, lit: Lit, rect: Rect
) -> tuple[Item, ...]:
    """A chart for each series, with its name as heading, in up to three rows.

    All have one scale. It is kept by a series that nobody sees and
    that is the same in all of them, and by no bound of an axis: a value that is edited to a larger
    one is not cut, and its panel shows by its other values that it has grown.
    """
    scale = scaled(ctx, values) if form == "columns" or evenly_spaced(ctx, values) else None
    if scale is None:
        return ()
    places = _grid(rect, len(values.series))
    look = _look(ctx, values, scale, form, lit, places[0])
    return tuple(_panel(ctx, values, scale, look, s, place) for s, place in enumerate(places))


def _down(count: int) -> int:
    """How many rows so many panels take."""
    return ceil(count / _ACROSS[count])


def _grid(rect: Rect, count: int) -> list[Rect]:
    across = _ACROSS[count]
    rows = rect.rows(_down(count), _BETWEEN[1])
    return [cell for row in rows for cell in row.columns(across, _BETWEEN[0])][:count]


def _look(
    ctx: Context, values: Values, scale: Scale, form: SmallForm, lit: Lit, place: Rect
) -> _Look:
    """Every column says its value where all have room for that, else the last and the one that
    stands out do; so do lines."""
    count, many = len(values.categories), len(values.series)
    steps = _LARGE if place.h >= _HIGH else _SMALL
    names = fitting(ctx, values.series, place.w * 9 // 10, True, _HEADINGS) or DECK["small"]
    steps = (min(steps[0], names, key=lambda step: step.size), *steps[1:])
    band = place.w // count
    words = [scale.words(s, c, True) for s in range(many) for c in range(count)]
    all_told = form == "columns" and widest(ctx, words, steps[1], True) <= band
    if form == "columns" and not all_told and widest(ctx, words, DECK["source"], True) <= band:
        steps, all_told = (steps[0], DECK["source"], steps[2]), True
    last = tuple(dict.fromkeys((lit.moment, count - 1))) if lit.moment is not None else (count - 1,)
    told = tuple(range(count)) if all_told else tuple(c for c in last if c is not None)
    ends = [scale.words(s, count - 1, True) for s in range(many)]
    right = widest(ctx, ends, steps[1], True) + _APART if form == "lines" else 0
    # Three rows leave no room for names under each: they are said once, above.
    named = _down(many) < 3
    room = (place.w - right) // count - pt(8)
    name_step = fitting(ctx, values.categories, room) if named else None
    if name_step:
        steps = (steps[0], steps[1], min(name_step, steps[2], key=lambda step: step.size))
    every = numbers(scale)
    share = Decimal(steps[1].leading) / (place.h // 2)
    return _Look(
        form=form,
        axis=unmarked(every, True, share),
        ends=(min(*every, Decimal(0)), max(*every, Decimal(0))),
        steps=steps,
        told=told,
        right=right,
        # Names that have no room below their bands: the first and the last of them.
        skip=1 if name_step else max(1, count - 1),
        named=named,
        lit=lit,
    )


def _panel(ctx: Context, values: Values, scale: Scale, look: _Look, s: int, place: Rect) -> Chart:
    plan = _plan(ctx, values.only([s]), scale.only(s), look, s, place)
    marks = _marks(ctx, plan, look, s)
    seen = marks[: len(plan.categories)]
    head = Rect(place.x, place.y, place.w, look.steps[0].leading)
    name = values.series[s]
    items: list[Item] = [
        label(ctx, Name("panel", of=name), head, name, look.steps[0], bold=True, lines=1)
    ]
    if look.form == "lines":
        items += strokes(name, seen)
    for mark in seen:
        if look.form == "columns":
            items += shape(ctx, plan, mark)
        elif mark.label and mark.form:
            colour: Token = "primary" if mark.label.ink == "primary" else mark.colour or "ink2"
            items += shape(ctx, plan, replace(mark, colour=colour))
        items += written(ctx, plan, mark)
    items.append(axis(plan, plan.at(Decimal(0))))
    if look.named:
        items += names_below(ctx, plan)
    pairs = [
        (what, plan.scale.words(0, c))
        for c, what in enumerate(plan.categories)
        if plan.scale.values[0][c] is not None
    ]
    told = spoken(ctx, pairs)
    return charted(ctx, plan, marks, items, ctx.say(f"小图，{name}：{told}", f"{name}: {told}"))


def _plan(ctx: Context, values: Values, scale: Scale, look: _Look, s: int, place: Rect) -> Plan:
    heading, step, name_step = look.steps
    above = look.form == "columns" or len(look.told) > 1
    over = heading.leading + pt(4) + (step.leading if above else 0)
    under = name_step.leading + pt(6) if look.named else pt(4)
    name = values.series[0]
    return Plan(
        name=Name("small-chart", s + 1, of=name),
        kind="small-columns" if look.form == "columns" else "small-lines",
        values=values,
        scale=scale,
        categories=values.categories,
        series=(name, ctx.say("共同比例（不显示）", "Shared scale (unseen)")),
        frame=place,
        plot=Rect(place.x, place.y + over, place.w - look.right, place.h - over - under),
        axis=look.axis,
        step=step,
        name_step=name_step,
        bare=True,
        under=under,
        gap=_GAP,
        overlap=100,
        skip=look.skip,
        dots=False,
        heading_step=heading,
    )


def _marks(ctx: Context, plan: Plan, look: _Look, s: int) -> list[ChartMark]:
    """The marks of a panel, and those of the series that keeps the scale: its greatest and its
    least value are the same in every panel."""
    made = []
    for c, band in enumerate(plan.bands):
        value = plan.scale.values[0][c]
        lit = s == look.lit.panel or c == look.lit.moment or look.lit == Lit()
        colour = _colour(look, s, c)
        form: Rect | Dot | None = None
        if value is not None:
            form = _column(plan, band, value) if look.form == "columns" else _dot(plan, band, value)
        told = form is not None and c in look.told
        made.append(
            ChartMark(
                series=0,
                category=c,
                value=value,
                colour=colour,
                name=Name(
                    "upright-bar" if look.form == "columns" else "dot", of=plan.categories[c]
                ),
                form=form,
                label=_label(ctx, plan, look, c, form, ink("primary" if lit else "muted"))
                if told and form
                else None,
                figure=plan.values.points[0][c].figure,
            )
        )
    kept = (look.ends[1], look.ends[0] if look.ends[0] < 0 else None)
    made += [
        ChartMark(series=1, category=c, value=kept[c] if c < 2 else None, colour="")
        for c in range(len(plan.categories))
    ]
    return made


def _colour(look: _Look, s: int, c: int) -> Token:
    quiet: Token = "muted" if look.form == "columns" else "ink2"
    if look.lit == Lit() or s == look.lit.panel:
        return "primary"
    return "primary" if look.form == "columns" and c == look.lit.moment else quiet


def _column(plan: Plan, band: Rect, value: Decimal) -> Rect:
    zero, end = plan.at(Decimal(0)), plan.at(value)
    wide = round(band.w / (1 + _GAP / 100))
    return Rect(band.x + (band.w - wide) // 2, min(zero, end), wide, abs(end - zero))


def _dot(plan: Plan, band: Rect, value: Decimal) -> Dot:
    return Dot(band.x + band.w // 2, plan.at(value))


def _label(
    ctx: Context, plan: Plan, look: _Look, c: int, form: Rect | Dot, colour: Token
) -> MarkLabel:
    """At the end of a column; right of the last point of a line, above another."""
    step, words = plan.step, plan.scale.words(0, c, True)
    align: Align = "center"
    place: Place
    if isinstance(form, Rect):
        below = (plan.scale.values[0][c] or 0) < 0
        y = form.bottom + step.leading // 2 if below else form.y - step.leading // 2
        place, rect = "end", place_beside(ctx, form.x + form.w // 2, y, words, step)
    elif c == len(plan.categories) - 1:
        place, align = "right", "left"
        rect = place_beside(ctx, form.x + _APART, form.y, words, step, "left")
    else:
        away = _APART + step.leading // 2
        place, rect = "above", place_beside(ctx, form.x, form.y - away, words, step)
    what = Name("value", of=f"{plan.series[0]} {plan.categories[c]}")
    return said(plan, 0, c, name=what, place=place, ink=colour, rect=rect, align=align)
