"""Turn a beginning, its changes and what comes of them into a waterfall."""

from __future__ import annotations

from decimal import Decimal

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.drawing import (
    BETWEEN,
    HAIRLINE,
    along,
    beside,
    caption,
    category_labels,
    category_step,
    fitting,
    ink,
    outline,
    spoken,
    unit_words,
)
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.scene.items import Chart, Item, Place, Rule, Series, Shape, Stroke
from briefgen.theme.model import DECK, Step

GAP = 40
TOTAL, RISE, FALL = "primary", "chart2", "muted"


def waterfall_chart(ctx: Context, name: str, values: Values, rect: Rect) -> tuple[Item, ...]:
    """The first and the last value as columns from zero, the changes between them as steps.

    The changes must lead from the one to the other, and never below zero.
    """
    scale = scaled(ctx, values)
    if scale is None or not _adds_up(ctx, values, scale):
        return ()
    count = len(values.categories)
    wide = round(rect.w / count / (1 + GAP / 200))
    step, bare = fitting(ctx, _words(scale, False), wide, True), False
    if step is None and not scale.sign:
        step, bare = fitting(ctx, _words(scale, True), wide, True), True
    if step is None:
        ctx.problems.error(
            "overflow", f"{name}: the labels are wider than the columns", values.mark,
            "show fewer of them, or leave claim and points out for the whole width",
        )  # fmt: skip
        step = DECK["source"]
    if not bare:
        return (_steps(ctx, name, values, scale, rect, step, bare),)
    head = Rect(rect.x, rect.y, rect.w, DECK["source"].leading)
    frame = Rect(rect.x, head.bottom + pt(8), rect.w, rect.bottom - head.bottom - pt(8))
    chart = _steps(ctx, name, values, scale, frame, step, bare)
    return (chart, caption(ctx, head, unit_words(ctx, scale.unit)))


def _adds_up(ctx: Context, values: Values, scale: Scale) -> bool:
    first, *changes, last = (value or Decimal(0) for value in scale.values[0])
    reached = first
    for change, point, name in zip(
        changes, values.points[0][1:], values.categories[1:], strict=False
    ):
        reached += change
        if reached < 0:
            ctx.problems.error(
                "negative", f"with “{name}” the sum falls below zero", point.mark,
                "show the changes as columns",
            )  # fmt: skip
            return False
    if reached != last or first < 0:
        ctx.problems.error(
            "does-not-add-up",
            f"“{values.categories[0]}” and the changes make {reached:f}{scale.unit}, "
            f"“{values.categories[-1]}” is {last:f}{scale.unit}",
            values.points[0][-1].mark,
            "give every change; what is not known by name is a change of its own, such as 其他",
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


def _steps(
    ctx: Context, name: str, values: Values, scale: Scale, frame: Rect, step: Step, bare: bool
) -> Chart:
    numbers = [value or Decimal(0) for value in scale.values[0]]
    count = len(numbers)
    last = count - 1
    words = _words(scale, bare)
    name_step, lines = category_step(ctx, values.categories, frame.w // count - pt(6))
    under, over = name_step.leading * lines + pt(8), step.leading + pt(4)
    plot = Rect(frame.x, frame.y + over, frame.w, frame.h - over - under)
    feet: list[Decimal] = []
    level = Decimal(0)
    for c, number in enumerate(numbers):
        feet.append(Decimal(0) if c in (0, last) else min(level, level + number))
        level = number if c in (0, last) else level + number
    top = max(foot + abs(number) for foot, number in zip(feet, numbers, strict=True))
    colours = [
        TOTAL if c in (0, last) else RISE if number >= 0 else FALL
        for c, number in enumerate(numbers)
    ]
    drawn: list[Item] = []
    bands = plot.columns(count, 0)
    for c, band in enumerate(bands):
        wide = round(band.w / (1 + GAP / 100))
        low = plot.bottom - along(feet[c], Decimal(0), top, plot.h)
        y = plot.bottom - along(feet[c] + abs(numbers[c]), Decimal(0), top, plot.h)
        bar = Rect(band.x + (band.w - wide) // 2, y, wide, low - y)
        what = values.categories[c]
        drawn += (
            Shape(f"柱 {what}", bar, fill=colours[c], stroke=outline(ctx, colours[c]) or BETWEEN),
            beside(
                ctx, f"值 {what}", bar.x + wide // 2, y - step.leading // 2, words[c], step,
                colour=ink(colours[c]),
            ),
        )  # fmt: skip
    drawn.append(Rule("轴", plot.x, plot.bottom, plot.right, plot.bottom, Stroke("ink2", HAIRLINE)))
    names = [Rect(b.x + pt(2), plot.bottom + pt(6), b.w - pt(4), under - pt(6)) for b in bands]
    drawn += category_labels(ctx, values.categories, names, name_step)
    told = spoken(ctx, list(zip(values.categories, _words(scale, False), strict=True)))
    return Chart(
        name, frame, plot, "stack", values.categories,
        _native(ctx, values, scale, feet, words, bare), scale.plain, scale.unit, Decimal(0), top,
        GAP, step.size, name_step.size, ctx.say(f"瀑布图：{told}", f"Waterfall: {told}"),
        tuple(drawn),
    )  # fmt: skip


def _native(
    ctx: Context, values: Values, scale: Scale, feet: list[Decimal], words: list[str], bare: bool
) -> tuple[Series, ...]:
    """The stack that a waterfall is in an application: an unseen foot, rise or fall or total, and
    above them an unseen piece of the same size that carries the label.

    The foot, the last total and the labels are formulas, so that whoever edits a rise or a fall
    in the workbook (columns C and D) moves all that follows.
    """
    numbers = [value or Decimal(0) for value in scale.values[0]]
    last = len(numbers) - 1
    steps = range(len(numbers))

    def only(wanted: str) -> tuple[Decimal | None, ...]:
        kinds = (
            "total" if c in (0, last) else "rise" if numbers[c] >= 0 else "fall" for c in steps
        )
        sizes = (abs(number) for number in numbers)
        return tuple(
            size if kind == wanted else None for size, kind in zip(sizes, kinds, strict=True)
        )

    def level(row: int) -> str:
        return f"B{row}+C{row}+E{row}"

    # Rows of the workbook begin with 2, below the headings.
    foot = tuple(f"{level(c + 1)}-D{c + 2}" if 0 < c < last else "" for c in steps)
    end = tuple(level(c + 1) if c == last else "" for c in steps)
    label = tuple(f"C{c + 2}+D{c + 2}+E{c + 2}" for c in steps)
    codes = []
    for c in steps:
        code = scale.code(0, c, bare)
        sign = "" if c in (0, last) else "+" if numbers[c] >= 0 else "−"
        codes.append(f'"{sign}"{code}' if sign else code)
    hidden: tuple[Place, ...] = ("none",)
    return (
        Series(ctx.say("底", "Foot"), tuple(feet), ("",), places=hidden, formulas=foot),
        Series(ctx.say("增加", "Rise"), only("rise"), (RISE,), places=hidden),
        Series(ctx.say("减少", "Fall"), only("fall"), (FALL,), places=hidden),
        Series(ctx.say("合计", "Total"), only("total"), (TOTAL,), places=hidden, formulas=end),
        Series(
            ctx.say("标签", "Label"), tuple(abs(number) for number in numbers), ("",),
            tuple(point.figure for point in values.points[0]), tuple(codes), ("base",),
            tuple("primary" if c in (0, last) else "ink" for c in steps), formulas=label,
        ),
    )  # fmt: skip
