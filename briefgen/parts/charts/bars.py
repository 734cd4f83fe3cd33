"""Turn values into bars or columns that start at zero, each with its own label."""

from __future__ import annotations

from decimal import Decimal
from math import ceil

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.drawing import (
    HAIRLINE,
    along,
    beside,
    caption,
    category_labels,
    category_step,
    fitting,
    ink,
    legend,
    outline,
    shades,
    spoken,
    unit_words,
    widest,
)
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.scene.items import Chart, Item, Rule, Series, Shape, Stroke
from briefgen.theme.model import DECK, Step

# The space between bars, and between the groups of columns, in percent of a bar's width.
GAP, GROUP_GAP = 70, 60
# Columns of one group stand this far apart, in percent of a column's width.
APART = 10


def bar_chart(
    ctx: Context,
    name: str,
    values: Values,
    highlight: int | None,
    rect: Rect,
    name_step: Step,
    value_step: Step,
) -> Chart | None:
    """Horizontal bars in the order given, the category to the left, the value at the bar's end."""
    scale = scaled(ctx, values)
    if scale is None:
        return None
    (numbers,) = ((value or Decimal(0) for value in row) for row in scale.values)
    lengths = list(numbers)
    count = len(lengths)
    words = [scale.words(0, i) for i in range(count)]
    names = values.categories
    name_width = min(rect.w * 2 // 5, widest(ctx, names, name_step) + pt(14))
    room = widest(ctx, words, value_step, bold=True) + pt(14)
    top, bottom = max(*lengths, Decimal(0)), min(*lengths, Decimal(0))
    x, length = rect.x + name_width, rect.w - name_width - room
    low = bottom
    if bottom < 0:
        # Labels of bars that go left stand within the plot, before its names.
        low = _wider(bottom, (top - bottom) * room / max(1, length - room))
    plot = Rect(x, rect.y, length, rect.h)
    zero = plot.x + along(Decimal(0), low, top, plot.w)
    colours = tuple("primary" if highlight in (None, index) else "muted" for index in range(count))
    drawn: list[Item] = []
    for i, band in enumerate(plot.rows(count, 0)):
        thick = round(band.h / (1 + GAP / 100))
        end = plot.x + along(lengths[i], low, top, plot.w)
        bar = Rect(min(zero, end), band.y + (band.h - thick) // 2, abs(end - zero), thick)
        left = lengths[i] < 0
        area = Rect(bar.x - pt(6) - room if left else bar.right + pt(6), band.y, room, band.h)
        drawn += (
            Shape(f"条 {names[i]}", bar, fill=colours[i], stroke=outline(ctx, colours[i])),
            label(
                ctx, f"类 {names[i]}", Rect(rect.x, band.y, name_width - pt(8), band.h), names[i],
                name_step, align="right", anchor="middle",
            ),
            label(
                ctx, f"值 {names[i]}", area, words[i], value_step, bold=True,
                colour=ink(colours[i]), align="right" if left else "left", anchor="middle",
            ),
        )  # fmt: skip
    drawn.append(Rule("轴", zero, plot.y, zero, plot.bottom, Stroke("ink2", HAIRLINE)))
    said = spoken(ctx, list(zip(names, words, strict=True)))
    return Chart(
        name, rect, plot, "bar", names, (_series(values, scale, 0, colours, False),), scale.plain,
        scale.unit, low, top, GAP, value_step.size, name_step.size,
        ctx.say(f"条形图：{said}", f"Bar chart: {said}"), tuple(drawn),
    )  # fmt: skip


def column_chart(
    ctx: Context, name: str, values: Values, highlight: int | None, rect: Rect
) -> tuple[Item, ...]:
    """Upright bars: one series with its values at the bars' ends, or several side by side.

    With one series `highlight` is a category, with several it is a series. Units that do not fit
    above the columns are said once.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    many, count = len(values.series), len(values.categories)
    band = rect.w // count
    gap = GROUP_GAP if many > 1 else GAP
    wide = band / (many + (many - 1) * APART / 100 + gap / 100)
    room = round(wide * (1 + (APART if many > 1 else gap) / 100)) - pt(2)

    def words_of(bare: bool) -> list[str]:
        return [scale.words(s, c, bare) for s in range(many) for c in range(count)]

    step, bare = fitting(ctx, words_of(False), room, True), False
    if step is None and not scale.sign:
        step, bare = fitting(ctx, words_of(True), room, True), True
    if step is None:
        ctx.problems.error(
            "overflow", f"{name}: the labels are wider than the columns", values.mark,
            "show fewer of them, or leave claim and points out for the whole width",
        )  # fmt: skip
        step = DECK["source"]
    items: list[Item] = []
    head = Rect(rect.x, rect.y, rect.w, DECK["small"].leading)
    colours = shades(many, highlight) if many > 1 else ()
    if many > 1:
        pairs = list(zip(values.series, colours, strict=True))
        items += legend(ctx, pairs, head, DECK["small"])
    if bare:
        items.append(caption(ctx, head, unit_words(ctx, scale.unit)))
    top = head.bottom + pt(8) if items else rect.y
    frame = Rect(rect.x, top, rect.w, rect.bottom - top)
    items.insert(0, _columns(ctx, name, values, scale, highlight, frame, gap, (step, bare)))
    return tuple(items)


def _columns(
    ctx: Context,
    name: str,
    values: Values,
    scale: Scale,
    highlight: int | None,
    frame: Rect,
    gap: int,
    labels: tuple[Step, bool],
) -> Chart:
    step, bare = labels
    many, count = len(values.series), len(values.categories)
    numbers = [value for row in scale.values for value in row if value is not None]
    top, bottom = max(*numbers, Decimal(0)), min(*numbers, Decimal(0))
    name_step, lines = category_step(ctx, values.categories, frame.w // count - pt(6))
    under = name_step.leading * lines + pt(8)
    over = step.leading + pt(4)
    plot = Rect(frame.x, frame.y + over, frame.w, frame.h - over - under)
    low = bottom
    if bottom < 0:
        low = _wider(bottom, (top - bottom) * over / max(1, plot.h - over))
    zero = plot.bottom - along(Decimal(0), low, top, plot.h)
    drawn: list[Item] = []
    series = []
    bands = plot.columns(count, 0)
    for s in range(many):
        one = "primary" if highlight is None else ""
        colours = (
            tuple(one or ("primary" if c == highlight else "muted") for c in range(count))
            if many == 1
            else (shades(many, highlight)[s],) * count
        )
        series.append(_series(values, scale, s, colours, bare))
        for c, band in enumerate(bands):
            value = scale.values[s][c]
            if value is None:
                continue
            wide = band.w / (many + (many - 1) * APART / 100 + gap / 100)
            start = band.x + wide * gap / 200 + s * wide * (1 + APART / 100)
            end = plot.bottom - along(value, low, top, plot.h)
            bar = Rect(round(start), min(zero, end), round(wide), abs(end - zero))
            what = f"{values.series[s]} {values.categories[c]}".strip()
            middle = bar.bottom + step.leading // 2 if value < 0 else bar.y - step.leading // 2
            drawn += (
                Shape(f"柱 {what}", bar, fill=colours[c], stroke=outline(ctx, colours[c])),
                beside(
                    ctx, f"值 {what}", bar.x + bar.w // 2, middle, scale.words(s, c, bare), step,
                    colour=ink(colours[c]),
                ),
            )  # fmt: skip
    drawn.append(Rule("轴", plot.x, zero, plot.right, zero, Stroke("ink2", HAIRLINE)))
    feet = [Rect(b.x + pt(2), plot.bottom + pt(6), b.w - pt(4), under - pt(6)) for b in bands]
    drawn += category_labels(ctx, values.categories, feet, name_step)
    told = [
        (f"{series_name} {category}".strip(), scale.words(s, c))
        for s, series_name in enumerate(values.series)
        for c, category in enumerate(values.categories)
        if scale.values[s][c] is not None
    ]
    return Chart(
        name, frame, plot, "column", values.categories, tuple(series), scale.plain, scale.unit,
        low, top, gap, step.size, name_step.size,
        ctx.say(f"柱形图：{spoken(ctx, told)}", f"Column chart: {spoken(ctx, told)}"),
        tuple(drawn), overlap=-APART if many > 1 else 0,
    )  # fmt: skip


def _series(
    values: Values, scale: Scale, index: int, colours: tuple[str, ...], bare: bool
) -> Series:
    """A series whose every bar has its label at its end."""
    points = values.points[index]
    return Series(
        values.series[index] or scale.unit,
        scale.values[index],
        colours,
        tuple(point.figure for point in points),
        scale.codes(index, bare),
        ("end",),
        tuple(ink(colour) for colour in colours),
    )


def _wider(bottom: Decimal, by: Decimal) -> Decimal:
    """A bound below the lowest value that leaves room for its label."""
    return bottom - Decimal(ceil(by * 1000)) / 1000
