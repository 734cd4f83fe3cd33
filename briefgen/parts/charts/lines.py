"""Turn values over time into lines or an area, and pairs of values into slopes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import ceil
from typing import Literal

from briefgen.geometry import Rect, bounds, pt
from briefgen.parts.charts.drawing import (
    HAIRLINE,
    SERIES,
    along,
    beside,
    caption,
    category_labels,
    category_step,
    fitting,
    gridlines,
    nice_ticks,
    spoken,
    unit_words,
    widest,
)
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.record import Record
from briefgen.scene.items import LINE, POINT, Chart, Item, Move, Place, Rule, Series, Shape, Stroke
from briefgen.theme.model import DECK, Step

# A line of at most so many points has a label at each.
_LABELLED = 8
# With more, its points are too near each other to be seen as points.
_DOTTED = 12
# A line whose least value is above this share of its greatest is not drawn from zero.
_FLAT = Decimal("0.6")
_YEAR = re.compile(r"(\d{4})\s*年?(?:度)?")
_TINT = "surface2"


def evenly_spaced(ctx: Context, values: Values) -> bool:
    """Whether years follow each other in equal steps; a line over others would lie of its pace."""
    years = [_YEAR.fullmatch(name) for name in values.categories]
    if not all(years):
        return True
    numbers = [int(year[1]) for year in years if year]
    steps = {b - a for a, b in pairwise(numbers)}
    if len(steps) == 1 and min(steps) > 0:
        return True
    ctx.problems.error(
        "uneven-steps",
        f"the years do not follow each other in equal steps: {'、'.join(values.categories)}",
        values.mark,
        "add the years between with - for their values, or show columns",
    )
    return False


def line_chart(
    ctx: Context, name: str, kind: Literal["line", "area"], values: Values,
    highlight: int | None, rect: Rect,
) -> tuple[Item, ...]:  # fmt: skip
    """Lines over categories: one with its values at its points, or several named at their ends.

    An area stands on zero. A line may begin above it; then its axis is shown, and says so.
    """
    scale = scaled(ctx, values) if evenly_spaced(ctx, values) else None
    if scale is None:
        return ()
    one, count = len(values.series) == 1, len(values.categories)
    numbers = [value for row in scale.values for value in row if value is not None]
    least, most = min(numbers), max(numbers)
    lifted = kind == "line" and least > _FLAT * most
    floor = least - (most - least) / 2 if lifted else min(least, Decimal(0))
    ticks = nice_ticks(floor, most if most > floor else floor + 1)
    lifted = lifted and ticks[0] > 0
    words = [scale.words(0, c) for c in range(count)]
    step = fitting(ctx, words, rect.w // (count + 1), True) if count <= _LABELLED else None
    every = one and step is not None
    # Where each point says its value, an axis from zero would say it twice.
    axis = lifted or not every
    items: list[Item] = []
    told = [values.series[0]] if one and values.series[0] else []
    if axis and not scale.sign:
        unit = unit_words(ctx, scale.unit)
        told.append(unit[:1].lower() + unit[1:] if told else unit)
    told += [ctx.say("纵轴不从零开始", "axis does not start at zero")] if lifted else []
    frame = rect
    if told:
        head = Rect(rect.x, rect.y, rect.w, DECK["source"].leading)
        items.append(caption(ctx, head, ctx.say("，", ", ").join(told), "left"))
        frame = Rect(rect.x, head.bottom + pt(6), rect.w, rect.bottom - head.bottom - pt(6))
    plan = _Plan(kind, ticks if axis else (), ticks[0], ticks[-1], step if every else None, lifted)
    return (_lines(ctx, name, values, scale, highlight, frame, plan), *items)


class _Plan(Record):
    """How lines are to be drawn. `every` is the step of the labels at every point, if any."""

    kind: Literal["line", "area"]
    ticks: tuple[Decimal, ...]
    low: Decimal
    high: Decimal
    every: Step | None
    bare: bool


def _lines(
    ctx: Context,
    name: str,
    values: Values,
    scale: Scale,
    highlight: int | None,
    frame: Rect,
    plan: _Plan,
) -> Chart:
    count, many = len(values.categories), len(values.series)
    step = plan.every or DECK["small"]
    bare = plan.bare and not scale.sign
    tick_format, tick_words = scale.ticks(plan.ticks)
    tick_step = DECK["source"]
    left = widest(ctx, tick_words, tick_step) + pt(12) if plan.ticks else 0
    ends = [_last(row) for row in scale.values]
    said = [
        " ".join(filter(None, (values.series[s] if many > 1 else "", scale.words(s, end, bare))))
        for s, end in enumerate(ends)
    ]
    right = 0 if plan.every else widest(ctx, said, step, True) + pt(16)
    # The last point stands half a band before the plot's end.
    width = frame.w - left - right
    width = min(frame.w - left, width * 2 * count // (2 * count - 1)) if right else width
    band = width // count
    name_step, rows = category_step(ctx, values.categories, band - pt(4))
    skip = 1
    if widest(ctx, values.categories, name_step) > rows * band:
        # Too many names for their bands: some of them, each with the room of its neighbours.
        name_step, rows = DECK["source"], 1
        skip = ceil((widest(ctx, values.categories, name_step) + pt(10)) / band)
    under, over = name_step.leading * rows + pt(8), step.leading + pt(6)
    plot = Rect(frame.x + left, frame.y + over, width, frame.h - over - under)
    drawn: list[Item] = list(gridlines(ctx, plot, plan.ticks, tick_words, tick_step))
    bands = plot.columns(count, 0)
    colours = tuple(
        ("primary" if s == highlight else "ink2") if highlight is not None
        else "primary" if many == 1 else SERIES[s]
        for s in range(many)
    )  # fmt: skip

    def at(s: int, c: int) -> tuple[int, int] | None:
        value = scale.values[s][c]
        if value is None:
            return None
        y = plot.bottom - along(value, plan.low, plan.high, plot.h)
        return bands[c].x + bands[c].w // 2, y

    dotted = count <= _DOTTED or any(_is_alone(row) for row in scale.values)
    heights = [(at(s, end) or (0, 0))[1] for s, end in enumerate(ends)]
    placed = spread(heights, step.leading, plot.y - over, plot.bottom)
    series = []
    for s in range(many):
        points = [at(s, c) for c in range(count)]
        line, dots = _line(values.series[s], points, colours[s], plot.bottom, plan.kind)
        drawn += (*line, *(dots if dotted else ()))
        places: list[Place] = ["none"] * count
        nudges = [0] * count
        if plan.every:
            room = plot.bottom - step.leading - POINT
            for c, point in enumerate(points):
                dip = point is not None and _is_dip(scale.values[s], c)
                places[c] = "below" if dip and point and point[1] < room else "above"
                if dip and places[c] == "above":
                    # Beside it, and lower: a label above would cross the line.
                    places[c], nudges[c] = "right", pt(5)
        if not plan.every:
            places[ends[s]] = "right"
            nudges[ends[s]] = placed[s] - heights[s]
        inks = "primary" if colours[s] == "primary" else "ink"
        for c, (point, place) in enumerate(zip(points, places, strict=True)):
            if point is None or place == "none":
                continue
            what = f"值 {values.series[s]} {values.categories[c]}"
            if place in ("above", "below"):
                away = POINT + step.leading // 2
                y = point[1] + (away if place == "below" else -away)
                drawn.append(
                    beside(ctx, what, point[0], y, scale.words(s, c, bare), step, colour=inks)
                )
            else:
                drawn.append(
                    beside(ctx, what, point[0] + pt(9), point[1] + nudges[c],
                           said[s] if c == ends[s] else scale.words(s, c, bare), step, align="left",
                           colour=inks)
                )  # fmt: skip
        series.append(
            Series(
                values.series[s] or scale.unit, scale.values[s], (colours[s],),
                tuple(p.figure for p in values.points[s]), scale.codes(s, bare), tuple(places),
                (inks,), (many > 1,) * count, tuple(nudges),
            )
        )  # fmt: skip
    drawn.append(Rule("轴", plot.x, plot.bottom, plot.right, plot.bottom, Stroke("ink2", HAIRLINE)))
    wide = (skip - 1) * band // 2
    feet = [
        Rect(b.x + pt(1) - wide, plot.bottom + pt(6), b.w - pt(2) + 2 * wide, under - pt(6))
        for b in bands[::skip]
    ]
    drawn += category_labels(ctx, values.categories[::skip], feet, name_step)
    spoken_of = [
        (f"{values.series[s]} {values.categories[c]}".strip(), scale.words(s, c))
        for s in range(many)
        for c in range(count)
        if scale.values[s][c] is not None
    ]
    what = spoken(ctx, spoken_of)
    alt = (
        ctx.say(f"折线图：{what}", f"Line chart: {what}")
        if plan.kind == "line"
        else ctx.say(f"面积图：{what}", f"Area chart: {what}")
    )
    return Chart(
        name, frame, plot, plan.kind, values.categories, tuple(series), scale.plain, scale.unit,
        plan.low, plan.high, 0, step.size, name_step.size, alt, tuple(drawn), ticks=plan.ticks,
        tick_format=tick_format, tick_size=tick_step.size, skip=skip, dots=dotted,
    )  # fmt: skip


def _is_dip(row: Sequence[Decimal | None], at: int) -> bool:
    """Whether a line goes down to a point and up from it, so that a label above would cross it."""
    value = row[at]
    beside = [row[i] for i in (at - 1, at + 1) if 0 <= i < len(row) and row[i] is not None]
    return (
        value is not None and len(beside) == 2 and all(b > value for b in beside if b is not None)
    )


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


def _line(
    name: str,
    points: Sequence[tuple[int, int] | None],
    colour: str,
    floor: int,
    kind: Literal["line", "area"],
) -> tuple[list[Item], list[Item]]:
    """The stretches of a line between its gaps, over their ground if it is an area; its points."""
    stretches: list[list[tuple[int, int]]] = [[]]
    for point in points:
        if point is not None:
            stretches[-1].append(point)
        elif stretches[-1]:
            stretches.append([])
    lines: list[Item] = []
    for stretch in (s for s in stretches if len(s) > 1):
        path = tuple(Move("L" if i else "M", (point,)) for i, point in enumerate(stretch))
        box = bounds([Rect(x, y, 0, 0) for x, y in stretch])
        if kind == "area":
            feet = ((stretch[-1][0], floor), (stretch[0][0], floor))
            ground = (*path, *(Move("L", (foot,)) for foot in feet), Move("Z"))
            whole = Rect(box.x, box.y, box.w, floor - box.y)
            lines.append(Shape(f"面 {name}", whole, path=ground, fill=_TINT))
        lines.append(Shape(f"线 {name}", box, path=path, stroke=Stroke(colour, LINE, round=True)))
    dots: list[Item] = [
        Shape(f"点 {name}", Rect(x - POINT // 2, y - POINT // 2, POINT, POINT), "ellipse",
              fill=colour)
        for x, y in (point for stretch in stretches for point in stretch)
    ]  # fmt: skip
    return lines, dots


def spread(wanted: Sequence[int], apart: int, top: int, bottom: int) -> list[int]:
    """Places as near those wanted as can be that are `apart` from each other, half of that from
    `top` and `bottom`, and in the same order.

    Labels that come too near each other share their distance (isotonic regression: what is
    fitted, without falling, is how far each is below those above it stacked tightly).
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    pools: list[tuple[int, int]] = []
    for rank, index in enumerate(order):
        total, count = wanted[index] - rank * apart, 1
        while pools and pools[-1][0] * count >= total * pools[-1][1]:
            before, many = pools.pop()
            total, count = total + before, count + many
        pools.append((total, count))
    slack = [total // count for total, count in pools for _ in range(count)]
    last = bottom - apart // 2 - (len(wanted) - 1) * apart
    placed = [0] * len(wanted)
    for rank, index in enumerate(order):
        placed[index] = max(top + apart // 2, min(slack[rank], last)) + rank * apart
    return placed


def slope_chart(
    ctx: Context, name: str, values: Values, highlight: int | None, rect: Rect
) -> tuple[Item, ...]:
    """A line from before to after for each series, named and valued at both its ends."""
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    many = len(values.series)
    left = [f"{values.series[s]} {scale.words(s, 0)}" for s in range(many)]
    right = [scale.words(s, 1) for s in range(many)]
    most = rect.w * 2 // 5
    step = fitting(ctx, [*left, *right], most - pt(12), True)
    if step is None:
        ctx.problems.error(
            "overflow", f"{name}: the names are too long to stand beside the lines", values.mark,
            "give shorter names with “labels:”",
        )  # fmt: skip
        step = DECK["source"]
    # Points stand in the middle of two bands, so a quarter of the plot is beside each.
    room = max(rect.w // 4, widest(ctx, [*left, *right], step, True) + pt(12))
    span = rect.w - 2 * room
    plot = Rect(rect.x + room - span // 2, rect.y + pt(8), 2 * span, 0)
    name_step, rows = category_step(ctx, values.categories, span - pt(8))
    under = name_step.leading * rows + pt(8)
    plot = Rect(plot.x, plot.y, plot.w, rect.bottom - under - plot.y)
    numbers = [value for row in scale.values for value in row if value is not None]
    least, top = min(numbers), max(numbers)
    low = least - (top - least) / 4 if least > _FLAT * top else min(least, Decimal(0))
    ticks = nice_ticks(low, top if top > low else low + 1)
    xs = [plot.x + plot.w // 4, plot.x + plot.w * 3 // 4]

    def y_of(s: int, c: int) -> int:
        value = scale.values[s][c] or Decimal(0)
        return plot.bottom - along(value, ticks[0], ticks[-1], plot.h)

    ys = [[y_of(s, c) for s in range(many)] for c in (0, 1)]
    placed = [spread(column, step.leading, rect.y, plot.bottom) for column in ys]
    drawn: list[Item] = []
    for x, column in zip(xs, ys, strict=True):
        drawn.append(Rule("垂线", x, min(column), x, plot.bottom, Stroke("line", HAIRLINE)))
    series = []
    for s in range(many):
        colour = "primary" if highlight in (None, s) else "ink2"
        points = [(xs[c], ys[c][s]) for c in (0, 1)]
        line, dots = _line(values.series[s], points, colour, plot.bottom, "line")
        inks = "primary" if colour == "primary" and highlight is not None else "ink"
        drawn += (
            *line, *dots,
            beside(ctx, f"前 {values.series[s]}", xs[0] - pt(9), placed[0][s], left[s], step,
                   align="right", colour=inks),
            beside(ctx, f"后 {values.series[s]}", xs[1] + pt(9), placed[1][s], right[s], step,
                   align="left", colour=inks),
        )  # fmt: skip
        series.append(
            Series(
                values.series[s], scale.values[s], (colour,),
                tuple(p.figure for p in values.points[s]), scale.codes(s), ("left", "right"),
                (inks,), (True, False), tuple(placed[c][s] - ys[c][s] for c in (0, 1)),
            )
        )  # fmt: skip
    drawn.append(Rule("轴", plot.x, plot.bottom, plot.right, plot.bottom, Stroke("ink2", HAIRLINE)))
    bands = plot.columns(2, 0)
    feet = [Rect(b.x + pt(2), plot.bottom + pt(6), b.w - pt(4), under - pt(6)) for b in bands]
    drawn += category_labels(ctx, values.categories, feet, name_step)
    before, after = values.categories
    told = spoken(
        ctx,
        [
            (values.series[s], f"{before} {scale.words(s, 0)}{ctx.say('，', ', ')}"
             f"{after} {scale.words(s, 1)}")
            for s in range(many)
        ],
    )  # fmt: skip
    return (
        Chart(
            name, rect, plot, "slope", values.categories, tuple(series), scale.plain, scale.unit,
            ticks[0], ticks[-1], 0, step.size, name_step.size,
            ctx.say(f"前后对比图：{told}", f"Before and after: {told}"), tuple(drawn),
        ),
    )  # fmt: skip
