"""Turn the parts of a stated whole into a stacked bar, or stacked columns."""

from __future__ import annotations

from collections.abc import Sequence
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
    legend,
    outline,
    spoken,
    unit_words,
    widest,
)
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import part_colours, stated
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.scene.items import Chart, Item, Rule, Series, Shape, Stroke
from briefgen.theme.model import DECK, Step


def part_whole_chart(
    ctx: Context, name: str, values: Values, rect: Rect, step: Step
) -> tuple[Chart, str] | None:
    """One stacked bar of what `shares` gave for one whole, and the whole in words."""
    scale = scaled(ctx, values)
    if scale is None:
        return None
    count = len(values.series) - 1
    numbers = [scale.values[s][0] or Decimal(0) for s in range(count)]
    total = scale.values[count][0] or Decimal(0)
    colours = part_colours(values)
    bar_height = rect.h // 2
    band = Rect(rect.x, rect.y + (rect.h - bar_height) // 2, rect.w, bar_height)
    drawn: list[Item] = []
    series, told = [], []
    start = Decimal(0)
    for s in range(count):
        x = band.x + along(start, Decimal(0), total, band.w)
        start += numbers[s]
        piece = Rect(x, band.y, band.x + along(start, Decimal(0), total, band.w) - x, band.h)
        words = scale.words(s, 0) if stated(values, s) else ""
        fits = bool(words) and widest(ctx, [words], step, True) <= piece.w
        colour = colours[s]
        drawn.append(
            Shape(
                f"段 {values.series[s]}", piece, fill=colour,
                stroke=outline(ctx, colour) or BETWEEN,
            )
        )  # fmt: skip
        if fits:
            drawn.append(
                label(
                    ctx, f"值 {values.series[s]}", piece, words, step, bold=True, align="center",
                    anchor="middle", colour=ctx.theme.readable(colour),
                )
            )  # fmt: skip
        told.append((values.series[s], words))
        series.append(_piece(ctx, values, scale, s, colour, (fits,), False))
    said, whole = spoken(ctx, told), scale.words(count, 0)
    chart = Chart(
        name, rect, rect, "stacked", values.categories, tuple(series), scale.plain, scale.unit,
        Decimal(0), total, 100, step.size, step.size,
        ctx.say(f"堆积条形图：{whole}中，{said}", f"Stacked bar of {whole}: {said}"),
        tuple(drawn),
    )  # fmt: skip
    return chart, whole


def stacked_chart(ctx: Context, name: str, values: Values, rect: Rect) -> tuple[Item, ...]:
    """A stacked column for each category of what `shares` gave, its whole above it."""
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    count, many = len(values.series) - 1, len(values.categories)
    colours = part_colours(values)
    gap = 60
    wide = round(rect.w / many / (1 + gap / 100))

    def words_of(bare: bool) -> list[str]:
        return [scale.words(s, c, bare) for s in range(count + 1) for c in range(many)]

    step, bare = fitting(ctx, words_of(False), wide, True), False
    if step is None and not scale.sign:
        step, bare = fitting(ctx, words_of(True), wide, True), True
    if step is None:
        ctx.problems.error(
            "overflow", f"{name}: the labels are wider than the columns", values.mark,
            "show fewer of them, or leave claim and points out for the whole width",
        )  # fmt: skip
        step = DECK["source"]
    head = Rect(rect.x, rect.y, rect.w, DECK["small"].leading)
    pairs = list(zip(values.series[:count], colours, strict=True))
    items = list(legend(ctx, pairs, head, DECK["small"]))
    if bare:
        items.append(caption(ctx, head, unit_words(ctx, scale.unit)))
    frame = Rect(rect.x, head.bottom + pt(8), rect.w, rect.bottom - head.bottom - pt(8))
    chart = _stack(ctx, name, values, scale, colours, frame, gap, (step, bare))
    return (chart, *items)


def _stack(
    ctx: Context,
    name: str,
    values: Values,
    scale: Scale,
    colours: Sequence[str],
    frame: Rect,
    gap: int,
    labels: tuple[Step, bool],
) -> Chart:
    step, bare = labels
    count, many = len(values.series) - 1, len(values.categories)
    wholes = [value or Decimal(0) for value in scale.values[count]]
    top = max(wholes)
    name_step, lines = category_step(ctx, values.categories, frame.w // many - pt(6))
    under, over = name_step.leading * lines + pt(8), step.leading + pt(4)
    plot = Rect(frame.x, frame.y + over, frame.w, frame.h - over - under)
    bands = plot.columns(many, 0)
    fits = [[False] * many for _ in range(count)]
    drawn: list[Item] = []
    for c, band in enumerate(bands):
        wide = round(band.w / (1 + gap / 100))
        x, start = band.x + (band.w - wide) // 2, Decimal(0)
        for s in range(count):
            value = scale.values[s][c] or Decimal(0)
            below = plot.bottom - along(start, Decimal(0), top, plot.h)
            start += value
            y = plot.bottom - along(start, Decimal(0), top, plot.h)
            piece = Rect(x, y, wide, below - y)
            what = f"{values.series[s]} {values.categories[c]}".strip()
            drawn.append(
                Shape(f"段 {what}", piece, fill=colours[s],
                      stroke=outline(ctx, colours[s]) or BETWEEN)
            )  # fmt: skip
            fits[s][c] = stated(values, s) and piece.h >= step.size * 13 // 10
            if fits[s][c]:
                drawn.append(
                    beside(
                        ctx, f"值 {what}", x + wide // 2, y + piece.h // 2,
                        scale.words(s, c, bare), step, colour=ctx.theme.readable(colours[s]),
                    )
                )  # fmt: skip
        drawn.append(
            beside(
                ctx, f"合计 {values.categories[c]}", x + wide // 2,
                plot.bottom - along(wholes[c], Decimal(0), top, plot.h) - step.leading // 2,
                scale.words(count, c, bare), step,
            )
        )  # fmt: skip
    drawn.append(Rule("轴", plot.x, plot.bottom, plot.right, plot.bottom, Stroke("ink2", HAIRLINE)))
    feet = [Rect(b.x + pt(2), plot.bottom + pt(6), b.w - pt(4), under - pt(6)) for b in bands]
    drawn += category_labels(ctx, values.categories, feet, name_step)
    series = [_piece(ctx, values, scale, s, colours[s], tuple(fits[s]), bare) for s in range(count)]
    whole = Series(
        values.series[count], scale.values[count], ("",),
        tuple(p.figure for p in values.points[count]), scale.codes(count, bare), ("base",),
        ("ink",),
    )  # fmt: skip
    told = [
        (f"{category}{ctx.say('', ' ')}{values.series[s]}", scale.words(s, c))
        for c, category in enumerate(values.categories)
        for s in (count, *range(count))
        if scale.values[s][c]
    ]
    return Chart(
        name, frame, plot, "stack", values.categories, (*series, whole), scale.plain, scale.unit,
        Decimal(0), top, gap, step.size, name_step.size,
        ctx.say(f"堆积柱形图：{spoken(ctx, told)}", f"Stacked columns: {spoken(ctx, told)}"),
        tuple(drawn),
    )  # fmt: skip


def _piece(
    ctx: Context, values: Values, scale: Scale, s: int, colour: str, fits: tuple[bool, ...],
    bare: bool,
) -> Series:  # fmt: skip
    """A series of pieces, labelled within where the label fits."""
    return Series(
        values.series[s], scale.values[s], (colour,),
        tuple(point.figure for point in values.points[s]), scale.codes(s, bare),
        tuple("center" if fit else "none" for fit in fits), (ctx.theme.readable(colour),),
    )  # fmt: skip
