"""Turn a beginning, its changes and what comes of them into a waterfall."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.axis import unmarked
from briefgen.parts.charts.drawing import LARGE, ink, place_beside, spoken
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.marks import (
    ChartMark,
    MarkLabel,
    axis,
    charted,
    drawn,
    names_below,
)
from briefgen.parts.charts.plan import Plan, label_step, upright_plot
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import on_part
from briefgen.parts.context import Context
from briefgen.scene.items import Item
from briefgen.scene.names import Name
from briefgen.theme.model import Step

_GAP = 40
# The series of the stack that a waterfall is in an application: an unseen foot; a rise, a fall or
# a total; and above what is too low for its label an unseen piece of the same size that carries it.
_FOOT, _RISE, _FALL, _TOTAL, _LABEL = range(5)
_COLOURS: Mapping[int, Token] = {_RISE: "chart1", _FALL: "muted", _TOTAL: "ink2"}


def waterfall_chart(
    ctx: Context, name: Name, values: Values, rect: Rect, *, bare: bool = False
) -> tuple[Item, ...]:
    """The first and the last value as columns from zero, the changes between them as steps.

    The changes must lead from the one to the other, and never below zero. A `bare` label leaves out
    the unit, which is said elsewhere.
    """
    scale = scaled(ctx, values)
    if scale is None or not _adds_up(ctx, values, scale):
        return ()
    width = round(rect.w / len(values.categories) / (1 + _GAP / 200))
    step = label_step(ctx, name, values, width, _words(scale, bare), LARGE[-2:])
    plan = _plan(ctx, name, values, scale, rect, step, bare)
    marks = [mark for c in range(len(plan.categories)) for mark in _step_marks(ctx, plan, c)]
    items = (*drawn(ctx, plan, marks), axis(plan, plan.plot.bottom), *names_below(ctx, plan))
    told = spoken(ctx, list(zip(plan.categories, _words(scale, False), strict=True)))
    return (charted(ctx, plan, marks, items, ctx.say(f"瀑布图：{told}", f"Waterfall: {told}")),)


def _adds_up(ctx: Context, values: Values, scale: Scale) -> bool:
    first, *changes, last = (value or Decimal(0) for value in scale.values[0])
    reached = first
    for change, point, name in zip(
        changes, values.points[0][1:], values.categories[1:], strict=False
    ):
        reached += change
        if reached < 0:
            ctx.problems.add("waterfall-below-zero", point.mark, name=name)
            return False
    if reached != last or first < 0:
        ctx.problems.add(
            "does-not-add-up",
            values.points[0][-1].mark,
            first=values.categories[0],
            last=values.categories[-1],
            reached=f"{reached:f}{scale.unit}",
            stated=f"{last:f}{scale.unit}",
        )
        return False
    return True


def _words(scale: Scale, bare: bool) -> list[str]:
    """The labels: totals as they are, changes with their sign."""
    numbers = scale.values[0]
    last = len(numbers) - 1
    made = []
    for c, number in enumerate(numbers):
        words = scale.words(0, c, bare)
        value = number or Decimal(0)
        sign = "" if c in (0, last) else "−" if value < 0 else "+"
        made.append(sign + words.replace("-", "", 1))
    return made


def _feet(scale: Scale) -> list[Decimal]:
    """The lower end of each column or step."""
    numbers = _numbers(scale)
    level = numbers[0]
    feet = [Decimal(0)]
    for number in numbers[1:-1]:
        feet.append(min(level, level + number))
        level += number
    return [*feet, Decimal(0)]


def _numbers(scale: Scale) -> list[Decimal]:
    return [value or Decimal(0) for value in scale.values[0]]


def _plan(
    ctx: Context, name: Name, values: Values, scale: Scale, frame: Rect, step: Step, bare: bool
) -> Plan:
    over = step.leading + pt(4)
    plot, name_step, under = upright_plot(ctx, values.categories, frame, over)
    tops = [foot + abs(n) for foot, n in zip(_feet(scale), _numbers(scale), strict=True)]
    bounds = unmarked(tops, True)
    # The pieces that carry labels are as large as what they say, and stand on top of it.
    tall = step.leading * (bounds.high - bounds.low) / plot.h
    labelled = [top + abs(n) for top, n in zip(tops, _numbers(scale), strict=True) if abs(n) < tall]
    return Plan(
        name=name,
        kind="stack",
        values=values,
        scale=scale,
        categories=values.categories,
        series=(
            ctx.say("底", "Foot"),
            ctx.say("增加", "Rise"),
            ctx.say("减少", "Fall"),
            ctx.say("合计", "Total"),
            ctx.say("标签", "Label"),
        ),
        frame=frame,
        plot=plot,
        axis=unmarked([*tops, *labelled], True),
        step=step,
        name_step=name_step,
        bare=bare,
        under=under,
        gap=_GAP,
    )


def _step_marks(ctx: Context, plan: Plan, c: int) -> tuple[ChartMark, ...]:
    """The five marks of one column or step, of which a reader sees one and the label above it.

    The foot, the last total and the labels are formulas, so that whoever edits a rise or a fall
    in the workbook (columns C and D) moves all that follows.
    """
    number, foot = _numbers(plan.scale)[c], _feet(plan.scale)[c]
    last, size = len(plan.categories) - 1, abs(number)
    kind = _TOTAL if c in (0, last) else _RISE if number >= 0 else _FALL
    band, top = plan.bands[c], plan.at(foot + size)
    wide = round(band.w / (1 + _GAP / 100))
    bar = Rect(band.x + (band.w - wide) // 2, top, wide, plan.at(foot) - top)
    inside = bar.h >= plan.step.leading
    # Rows of the workbook begin with 2, below the headings.
    row = c + 2
    level = f"B{row - 1}+C{row - 1}+E{row - 1}"
    label = _label(ctx, plan, c, bar, _COLOURS[kind], inside)

    def visible(series: int) -> ChartMark:
        seen = series == kind
        return ChartMark(
            series=series,
            category=c,
            value=size if seen else None,
            colour=_COLOURS[series],
            name=Name("upright-bar", of=plan.categories[c]),
            form=bar if seen else None,
            label=label if seen and inside else None,
            figure=plan.values.points[0][c].figure if seen else "",
            formula=level if series == _TOTAL and c == last else "",
        )

    return (
        ChartMark(
            series=_FOOT,
            category=c,
            value=foot,
            colour="",
            formula=f"{level}-D{row}" if 0 < c < last else "",
        ),
        *(visible(series) for series in (_RISE, _FALL, _TOTAL)),
        ChartMark(
            series=_LABEL,
            category=c,
            value=None if inside else size,
            colour="",
            label=None if inside else label,
            formula="" if inside else f"C{row}+D{row}+E{row}",
        ),
    )


def _label(ctx: Context, plan: Plan, c: int, bar: Rect, colour: Token, inside: bool) -> MarkLabel:
    """The value of a step with its sign, in its middle, or above it; what is above has a series of
    sizes, which have none."""
    words, code = _words(plan.scale, plan.bare)[c], plan.scale.code(0, c, plan.bare)
    change = 0 < c < len(plan.categories) - 1
    sign = "+" if _numbers(plan.scale)[c] >= 0 else "−"
    y = bar.y + bar.h // 2 if inside else bar.y - plan.step.leading // 2
    return MarkLabel(
        name=Name("value", of=plan.categories[c]),
        words=words,
        code=f'"{sign}"{code}' if change else code,
        place="center" if inside else "base",
        ink=on_part(ctx, colour) if inside else ink(colour),
        rect=place_beside(ctx, bar.x + bar.w // 2, y, words, plan.step),
    )
