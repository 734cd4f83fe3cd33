"""Turn comparable figures into a bar chart: a native chart and the same chart drawn.

Honest by rule: bars start at zero, all figures have one unit, each bar carries its own value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefgen.facts.quantity import QuantityError, Scaled, common_scale
from briefgen.geometry import Rect, pt
from briefgen.outline.model import Text
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.problems import NOWHERE, Mark
from briefgen.scene.items import Chart, Item, Rule, Series, Shape, Stroke
from briefgen.theme.model import Step

# The share of a category's band that its bar fills: gapWidth is the rest in percent of the bar.
GAP = 70


@dataclass(frozen=True, slots=True)
class Bars:
    """What a bar chart shows: ids of ledger figures in order, one of them perhaps the point."""

    name: str
    figures: Sequence[str]
    highlight: str = ""
    labels: Sequence[Text] = ()
    mark: Mark = NOWHERE


def scaled(ctx: Context, figures: Sequence[str], mark: Mark) -> Scaled | None:
    """The figures on one scale, or None with a problem when their units differ."""
    try:
        return common_scale([ctx.figure(id).quantity for id in figures], ctx.language)
    except QuantityError as problem:
        ctx.problems.error(
            "mixed-units",
            f"these figures cannot share one axis: {problem}",
            mark,
            "chart figures of one unit only",
        )
        return None


def bar_chart(
    ctx: Context, bars: Bars, rect: Rect, category_step: Step, value_step: Step
) -> Chart | None:
    """Horizontal bars in the order given, the category to the left, the value at the bar's end."""
    scale = scaled(ctx, bars.figures, bars.mark)
    if scale is None:
        return None
    names = [str(text) for text in bars.labels] or [str(ctx.label(id)) for id in bars.figures]
    values = [str(ctx.shown(id)) for id in bars.figures]
    name_width = min(rect.w * 2 // 5, _widest(ctx, names, category_step) + pt(14))
    value_width = _widest(ctx, values, value_step, bold=True) + pt(14)
    plot = Rect(rect.x + name_width, rect.y, rect.w - name_width - value_width, rect.h)
    top = max(scale.values)
    bands = plot.rows(len(names), 0)
    colours = tuple(
        "primary" if id == bars.highlight or not bars.highlight else "muted" for id in bars.figures
    )
    drawn: list[Item] = []
    for band, name, value, words, colour in zip(
        bands, names, scale.values, values, colours, strict=True
    ):
        thick = round(band.h / (1 + GAP / 100))
        bar = Rect(
            plot.x, band.y + (band.h - thick) // 2, int(plot.w * value / top) if top else 0, thick
        )
        drawn += (
            Shape(
                f"条 {name}", bar, fill=colour,
                stroke=Stroke("ink2", pt(0.75)) if colour == "muted" else None,
            ),
            label(
                ctx, f"类 {name}", Rect(rect.x, band.y, name_width - pt(8), band.h), name,
                category_step, align="right", anchor="middle",
            ),
            label(
                ctx, f"值 {name}", Rect(bar.right + pt(6), band.y, value_width, band.h), words,
                value_step, bold=True, colour="primary" if colour == "primary" else "ink",
                anchor="middle",
            ),
        )  # fmt: skip
    drawn.append(Rule("轴", plot.x, plot.y, plot.x, plot.bottom, Stroke("ink2", pt(0.75))))
    series = Series(scale.unit, tuple(scale.values), colours, tuple(bars.figures))
    spoken = "；".join(f"{n} {v}" for n, v in zip(names, values, strict=True))
    return Chart(
        bars.name,
        rect,
        plot,
        "bar",
        tuple(names),
        (series,),
        scale.format_code,
        scale.unit,
        Decimal(0),
        top,
        GAP,
        value_step.size,
        category_step.size,
        ctx.say(f"条形图：{spoken}", f"Bar chart: {spoken.replace('；', '; ')}"),
        tuple(drawn),
    )


def part_whole_chart(
    ctx: Context,
    name: str,
    whole: str,
    parts: Sequence[str],
    rest: Text | None,
    rect: Rect,
    step: Step,
    mark: Mark,
) -> Chart | None:
    """One stacked bar: the parts of a stated whole, and what is left of it."""
    scale = scaled(ctx, (whole, *parts), mark)
    if scale is None:
        return None
    total, shares = scale.values[0], list(scale.values[1:])
    left = total - sum(shares, Decimal(0))
    if left < 0:
        ctx.problems.error("parts-exceed", "the parts add up to more than the whole", mark)
        return None
    names = [str(ctx.label(id)) for id in parts]
    shown = [str(ctx.shown(id)) for id in parts]
    ids = list(parts)
    if left:
        shares.append(left)
        names.append(str(rest) if rest else ctx.say("其余", "Rest"))
        shown.append("")
        ids.append("")
    colours = ["primary", "chart3", "chart4"][: len(parts)] + ["surface2"] * bool(left)
    bar_height = rect.h // 2
    band = Rect(rect.x, rect.y + (rect.h - bar_height) // 2, rect.w, bar_height)
    drawn: list[Item] = []
    x = band.x
    for part_name, part, words, colour in zip(names, shares, shown, colours, strict=True):
        width = int(band.w * part / total)
        piece = Rect(x, band.y, width, band.h)
        dark = colour != "surface2"
        drawn.append(Shape(f"段 {part_name}", piece, fill=colour, stroke=Stroke("white", pt(1))))
        if words:
            drawn.append(
                label(
                    ctx, f"值 {part_name}", piece, words, step, bold=True, align="center",
                    anchor="middle", colour="white" if dark else "ink",
                )
            )  # fmt: skip
        x += width
    series = tuple(
        Series(part_name, (value,), (colour,), (id,))
        for part_name, value, colour, id in zip(names, shares, colours, ids, strict=True)
    )
    spoken = "；".join(f"{n} {v}".strip() for n, v in zip(names, shown, strict=True))
    return Chart(
        name, rect, rect, "stacked", (str(ctx.label(whole)),), series, scale.format_code,
        scale.unit, Decimal(0), total, 100, step.size, step.size,
        ctx.say(
            f"堆积条形图：{ctx.shown(whole)}中，{spoken}",
            f"Stacked bar of {ctx.shown(whole)}: {spoken}",
        ),
        tuple(drawn),
    )  # fmt: skip


def legend_of(ctx: Context, chart: Chart, rect: Rect, step: Step) -> tuple[Item, ...]:
    """Swatches with the series' names, left to right in one row."""
    items: list[Item] = []
    x, side = rect.x, step.size * 3 // 4
    for series in chart.series:
        swatch = Rect(x, rect.y + (rect.h - side) // 2, side, side)
        width = _widest(ctx, [series.name], step) + pt(8)
        items.append(
            Shape(
                f"色块 {series.name}",
                swatch,
                fill=series.colours[0],
                stroke=Stroke("ink2", pt(0.5)),
            )
        )
        items.append(
            label(
                ctx, f"段名 {series.name}", Rect(x + side + pt(6), rect.y, width, rect.h),
                series.name, step, colour="ink2", anchor="middle",
            )
        )  # fmt: skip
        x += side + width + pt(20)
    return tuple(items)


def _widest(ctx: Context, texts: Sequence[str], step: Step, bold: bool = False) -> int:
    """The advance of the widest text, with room for a recipient's wider digits (EMU)."""
    face = ctx.fonts.bold if bold else ctx.fonts.regular
    widest = max(sum(face.advance(char) for char in text) for text in texts)
    return round(widest * step.size / 1000 * (1.08 if ctx.medium == "deck" else 1.0))
