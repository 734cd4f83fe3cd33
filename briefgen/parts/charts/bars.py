"""Turn values into horizontal bars that start at zero, each with its own label."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.aimed import ahead
from briefgen.parts.charts.annotate import NOTHING, Notes
from briefgen.parts.charts.axis import unmarked
from briefgen.parts.charts.drawing import HAIRLINE, ink, spoken, widest
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.lying import GAP_FOR_NOTE, hollow, lane, lying_notes
from briefgen.parts.charts.marks import ChartMark, charted, said, shape, written
from briefgen.parts.charts.plan import Plan, numbers
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.parts.text import label, para, set_in
from briefgen.record import replace
from briefgen.scene.items import Chart, Item, Rule, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import Step

# The space between bars in percent of a bar's width, and the width that none exceeds.
_GAP, _THICKEST = 60, pt(72)
# How far names stand from the bars, how far labels do from their ends.
_NAME_APART, _APART = pt(12), pt(8)
# The least that is printed of a label.
_LEAST = pt(9)
# The share of the width in percent that names take at most.
NAMES = 40
# Labels beyond the ends of bars take no more of the width beside the names than this.
_LABELS = 0.6


def shrinking(size: Step) -> list[Step]:
    """A step of a printed page's labels, and smaller ones: those that are too wide beside their
    bars are rather smaller than broken."""
    smaller = (Step(size.size * n // 10, size.leading * n // 10) for n in (8, 7))
    return [size, *(each for each in smaller if each.size >= _LEAST)]


def bar_chart(
    ctx: Context,
    name: Name,
    values: Values,
    highlight: int | None,
    rect: Rect,
    name_steps: Sequence[Step],
    value_steps: Sequence[Step],
    *,
    bare: bool = False,
    notes: Notes = NOTHING,
    share: int = NAMES,
) -> tuple[Item, ...]:
    """Horizontal bars in the order given, the category to the left, the value in the bar's end or
    beyond it; and what is noted at them. The steps are tried from the first.

    A `bare` label leaves out the unit, which is said elsewhere; names take up to a `share` of the
    width in percent.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    plan = _plan(ctx, name, values, scale, rect, name_steps, value_steps, bare, notes, share)
    marks = _marks(ctx, plan, highlight)
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
                plan.name_step,
                align="right",
                anchor="middle",
            ),
            *written(ctx, plan, mark),
        )
    zero = plan.at(Decimal(0))
    drawn.append(
        Rule(Name("axis"), zero, plan.plot.y, zero, plan.plot.bottom, Stroke("ink2", HAIRLINE))
    )
    levels, outlines = hollow(ctx, plan, marks, notes)
    pairs = [(what, scale.words(0, c)) for c, what in enumerate(plan.categories)]
    told = spoken(ctx, [*pairs, *((level.name, level.said) for level in notes.levels)])
    alt = ctx.say(f"条形图：{told}", f"Bar chart: {told}")
    chart: Chart = charted(ctx, plan, marks, (*drawn, *outlines), alt, levels)
    if levels:
        chart = replace(chart, overlap=100)
    return (chart, *lying_notes(ctx, plan, marks, notes))


def _plan(
    ctx: Context,
    name: Name,
    values: Values,
    scale: Scale,
    rect: Rect,
    name_steps: Sequence[Step],
    value_steps: Sequence[Step],
    bare: bool,
    notes: Notes,
    share: int,
) -> Plan:
    """Names take up to their share of the width; labels beyond the ends as much as they need."""
    names, count = values.categories, len(values.categories)
    name_step = next(
        (s for s in name_steps if widest(ctx, names, s) <= rect.w * 3 // 10), name_steps[-1]
    )
    left = min(rect.w * share // 100, widest(ctx, names, name_step) + _NAME_APART + pt(6))
    strip = notes.strip(name_steps[-1])
    band = (rect.h - strip) // count
    thick = _thick(band, notes)
    within = rect.w - left - lane(ctx, notes, band - thick)
    words = [scale.words(0, c, bare) for c in range(count)]
    most = round(within * _LABELS)
    # On a printed page bars are thinner than their numbers are high.
    high = rect.h if ctx.medium == "print" else thick * 2 // 3
    step = next(
        (s for s in value_steps if s.size <= high and _needed(ctx, words, s) <= most),
        value_steps[-1],
    )
    room = min(_room(ctx, words, step), most)
    every = [*numbers(scale), *(level.value for level in notes.targets)]
    plan = Plan(
        name=name,
        kind="bar",
        values=values,
        scale=scale,
        categories=names,
        series=(values.series[0] or scale.unit,),
        frame=rect,
        plot=Rect(rect.x + left, rect.y + strip, within, rect.h - strip),
        axis=unmarked(every, True),
        step=step,
        name_step=name_step,
        bare=bare,
        ahead=ahead(ctx, values),
        gap=round((band - thick) * 100 / thick),
    )
    left_out = any(
        value is not None and value < 0 and not _inside(ctx, plan, c)
        for c, value in enumerate(scale.values[0])
    )
    if left_out:
        # Labels beyond bars that go left stand within the plot, before its names.
        below = min(Decimal(room) * 7 / (5 * within), Decimal("0.4"))
        plan = replace(plan, axis=unmarked(every, True, below))
    return replace(plan, plot=replace(plan.plot, w=_width(ctx, plan, words, room)))


def _room(ctx: Context, words: Sequence[str], step: Step) -> int:
    """What labels take beyond the ends of bars, with what is free on both sides of them."""
    return widest(ctx, words, step, bold=True) * 9 // 8 + 2 * _APART


def _needed(ctx: Context, words: Sequence[str], step: Step) -> int:
    """The least that labels beyond the ends of bars take; in a deck what they are given, since its
    recipients' faces may be wider."""
    if ctx.medium == "deck":
        return _room(ctx, words, step)
    return widest(ctx, words, step, bold=True) + _APART


def _thick(band: int, notes: Notes) -> int:
    """How thick a bar is in its band; brackets need some room between bars."""
    thick = min(round(band * 100 / (100 + _GAP)), _THICKEST)
    if notes.brackets and band - GAP_FOR_NOTE >= pt(22):
        thick = min(thick, band - GAP_FOR_NOTE)
    return thick


def _width(ctx: Context, plan: Plan, words: Sequence[str], room: int) -> int:
    """How wide the plot may be, for labels beyond the ends of bars to stand within the frame."""
    wide = plan.plot.w
    ends = [
        plan.at(value) - plan.plot.x
        for c, value in enumerate(plan.scale.values[0])
        if value is not None and value >= 0 and not _inside(ctx, plan, c)
    ]
    over = max([0, *(end + room - wide for end in ends)])
    # In a narrower plot the ends lie further to the left only in proportion.
    least = wide - min(room, _needed(ctx, words, plan.step))
    return min([wide - over, *(wide * least // end for end in ends if end > 0)])


def _inside(ctx: Context, plan: Plan, c: int) -> bool:
    """Whether the label of a bar stands within it: a printed page keeps them at the ends."""
    value = plan.scale.values[0][c] or Decimal(0)
    length = abs(plan.at(value) - plan.at(Decimal(0)))
    words = plan.scale.words(0, c, plan.bare)
    if ctx.medium == "print" or (0, c) in plan.ahead:
        return False
    return length >= widest(ctx, [words], plan.step, True) + 3 * _APART


def _tall(ctx: Context, words: str, step: Step, room: int, band: int) -> int:
    """How high a label is that printed pages set on several lines, no higher than its band."""
    lines = set_in(ctx, (para(words, step, bold=True),), max(room, pt(1))).lines
    return (
        step.leading if len(lines) < 2 else max(step.leading, min(len(lines) * step.leading, band))
    )


def _marks(ctx: Context, plan: Plan, highlight: int | None) -> tuple[ChartMark, ...]:
    zero = plan.at(Decimal(0))
    marks = []
    for c, band in enumerate(plan.bands):
        what, value = plan.categories[c], plan.scale.values[0][c]
        colour: Token = "primary" if highlight in (None, c) else "muted"
        thick = round(band.h / (1 + plan.gap / 100))
        end = plan.at(value or Decimal(0))
        bar = Rect(min(zero, end), band.y + (band.h - thick) // 2, abs(end - zero), thick)
        left, inside = value is not None and value < 0, _inside(ctx, plan, c)
        words = plan.scale.words(0, c, plan.bare)
        room = widest(ctx, [words], plan.step, True) * 5 // 4 + pt(6)
        high = plan.step.leading
        if inside:
            start = bar.x + _APART if left else bar.right - _APART - room
        else:
            start = bar.x - _APART - room if left else bar.right + _APART
            room = min(room, plan.frame.right - start)
            high = _tall(ctx, words, plan.step, room, band.h)
        marks.append(
            ChartMark(
                series=0,
                category=c,
                value=value,
                colour=colour,
                base="primary" if highlight is None else "muted",
                name=Name("bar", of=what),
                form=bar,
                label=said(
                    plan,
                    0,
                    c,
                    name=Name("value", of=what),
                    place="inside" if inside else "end",
                    ink=ctx.theme.readable(colour) if inside else ink(colour),
                    rect=Rect(start, bar.y + (bar.h - high) // 2, room, high),
                    align="left" if left == inside else "right",
                ),
                figure=plan.values.points[0][c].figure,
            )
        )
    return tuple(marks)
