"""Turn things with two measures each into points between two axes, with their names beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.axis import Axis, marked
from briefgen.parts.charts.drawing import (
    TICK_STEP,
    along,
    beside,
    fitting,
    place_beside,
    spoken,
    widest,
)
from briefgen.parts.charts.labels import Scale
from briefgen.parts.charts.plan import numbers
from briefgen.parts.charts.titles import axis_title, measured
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.record import Record, replace
from briefgen.scene.items import SPOT, Chart, Item, Place, Rule, Series, Shape, Side, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, DeckStep, Step
from briefgen.typography.text import Align

# What the titles of the axes take, above the plot and at the right of the strip below it.
_TITLE, _TICKS, _FOOT = pt(34), pt(22), pt(22)
# What is free between the upper title and the plot: for half of what the last mark says.
_ABOVE = pt(12)
# The placeholders of the titles, behind those of claim, subtitle and points.
_TITLES_AT = (4, 5)
_NAMES: tuple[DeckStep, ...] = ("dense", "small", "source")
_CLEAR = pt(3)
# How far a name keeps from the points of others, the widest that leaves all a place, and from their
# names.
_OTHERS, _NAMES_APART = (pt(10), pt(7), pt(4)), pt(1)
# Where a name may stand, in the order in which it is tried: beside its point, above or below it, or
# beside it and so many lines lower, in tenths.
_PLACES: tuple[tuple[Place, int], ...] = (
    ("right", 0),
    ("above", 0),
    ("left", 0),
    ("below", 0),
    ("right", -6),
    ("left", 6),
    ("right", 6),
    ("left", -6),
)


class _Spot(Record):
    """A point: its middle, its name's place and how much lower than that it is (EMU), and where it
    is drawn (None: nowhere)."""

    x: int
    y: int
    place: Place = "none"
    rect: Rect | None = None
    nudge: int = 0


def scatter_chart(
    ctx: Context,
    name: Name,
    values: Values,
    scales: tuple[Scale, Scale],
    lit: int | None,
    rect: Rect,
) -> tuple[Item, ...]:
    """The points, those that are not `lit` muted, on axes that are marked and titled."""
    axes = tuple(marked(numbers(scale), False) for scale in scales)
    across, up = axes[0], axes[1]
    words = scales[1].ticks(up.ticks)[1]
    left = widest(ctx, words, TICK_STEP) + pt(12)
    # What the last mark says is as far beyond the plot as within it.
    last = widest(ctx, scales[0].ticks(across.ticks)[1][-1:], TICK_STEP) // 2 + pt(4)
    plot = rect.inset(left, _TITLE, max(pt(12), last), _TICKS + _FOOT)
    step, spots = _named(ctx, values, scales, (across, up), plot)
    colours: list[Token] = ["primary" if lit in (None, at) else "muted" for at in range(len(spots))]
    unnamed = [n for n, spot in zip(values.categories, spots, strict=True) if not spot.rect]
    if unnamed:
        ctx.problems.add("scatter-unnamed", values.mark, names=tuple(unnamed))
    items = [
        *_side(ctx, plot, up, words),
        *_foot(ctx, plot, across, scales[0]),
        *_drawn(ctx, values, spots, colours, step, lit),
    ]
    told = _told(ctx, values, scales)
    chart = Chart(
        name=name,
        # The titles stand beside the chart, and not on it.
        rect=rect.inset(0, _TITLE - _ABOVE, 0, _FOOT),
        plot=plot,
        kind="scatter",
        categories=values.categories,
        series=_series(values, scales, spots, colours, lit),
        number_format=scales[0].plain,
        unit=scales[0].unit,
        low=up.low,
        high=up.high,
        major=up.major,
        grounded=up.low == 0,
        gap=0,
        label_size=step.size,
        category_size=step.size,
        alt=ctx.say(f"散点图：{told}", f"Scatter chart: {told}"),
        drawn=tuple(items),
        ticks=up.ticks,
        tick_size=TICK_STEP.size,
        sides=tuple(
            Side(
                number_format=scale.plain,
                tick_format=scale.ticks(own.ticks)[0],
                major=own.major,
                grounded=own.low == 0,
            )
            for scale, own in zip(scales, (across, up), strict=True)
        ),
    )
    left_out = _left_out(ctx, values, scales, spots, rect, plot)
    return (chart, *_titles(ctx, values, scales, rect, plot), *left_out)


def _told(ctx: Context, values: Values, scales: tuple[Scale, Scale]) -> str:
    """Each name with both its measures, in words."""
    pairs = [
        (name, f"{scales[0].words(0, at)}{ctx.say('，', ', ')}{scales[1].words(0, at)}")
        for at, name in enumerate(values.categories)
    ]
    return spoken(ctx, pairs)


def _series(
    values: Values,
    scales: tuple[Scale, Scale],
    spots: Sequence[_Spot],
    colours: Sequence[Token],
    lit: int | None,
) -> tuple[Series, ...]:
    """Both measures as columns of the workbook; what is seen of the points is the second's."""
    made = []
    for s, scale in enumerate(scales):
        made.append(
            Series(
                name=values.series[s] or scale.unit,
                values=scale.values[0],
                colours=tuple(colours),
                figures=tuple(point.figure for point in values.points[s]),
                formats=tuple(scale.code(0, c) for c in range(len(spots))),
                places=tuple(spot.place for spot in spots),
                nudges=tuple(spot.nudge for spot in spots),
                inks=tuple(_ink(lit, at) for at in range(len(spots))),
                base="primary" if lit is None else "muted",
                form="second" if s else "",
            )
        )
    return tuple(made)


def _ink(lit: int | None, at: int) -> Token:
    return "primary" if lit == at else "ink"


def _named(
    ctx: Context,
    values: Values,
    scales: tuple[Scale, Scale],
    axes: tuple[Axis, Axis],
    plot: Rect,
) -> tuple[Step, list[_Spot]]:
    """The points with their names in the first size in which all have room, else in that in which
    most have."""
    largest = fitting(ctx, values.categories, plot.w // 3, among=_NAMES) or DECK["source"]
    tried = []
    for step in (DECK[each] for each in _NAMES):
        if step.size > largest.size:
            continue
        for clear in _OTHERS:
            spots = _spots(ctx, values, scales, axes, plot, step, clear)
            tried.append((sum(spot.rect is None for spot in spots), step, spots))
            if not tried[-1][0]:
                return step, spots
    _, step, spots = min(tried, key=lambda each: each[0])
    return step, spots


def _spots(
    ctx: Context,
    values: Values,
    scales: tuple[Scale, Scale],
    axes: tuple[Axis, Axis],
    plot: Rect,
    step: Step,
    clear: int,
) -> list[_Spot]:
    """The points, each with its name where it covers no other name and keeps clear of all other
    points."""
    middles: list[tuple[int, int]] = []
    for at in range(len(values.categories)):
        right, above = (scale.values[0][at] or Decimal(0) for scale in scales)
        middles.append(
            (
                plot.x + along(right, axes[0].low, axes[0].high, plot.w),
                plot.bottom - along(above, axes[1].low, axes[1].high, plot.h),
            )
        )
    places = [
        _places(ctx, at, name, middles, plot, step, clear)
        for at, name in enumerate(values.categories)
    ]
    made: dict[int, _Spot] = {}
    left = set(range(len(middles)))
    while left:
        # The name with the fewest places left comes first, at that which takes fewest of others.
        at = min(left, key=lambda n: (not places[n], len(places[n]), n))
        left.discard(at)
        if not places[at]:
            continue
        taking = [_taken(spot, places, left) for spot in places[at]]
        made[at] = best = places[at][taking.index(min(taking))]
        for n in left:
            places[n] = [spot for spot in places[n] if not _covers(best, spot)]
    return [made.get(at, _Spot(x, y)) for at, (x, y) in enumerate(middles)]


def _places(
    ctx: Context,
    at: int,
    name: str,
    middles: Sequence[tuple[int, int]],
    plot: Rect,
    step: Step,
    clear: int,
) -> list[_Spot]:
    """Where the name of a point may stand: clear of every other point, so that it is read as that
    of none but its own."""
    (x, y), half = middles[at], SPOT // 2 + clear
    others = [
        Rect(a - half, b - half, 2 * half, 2 * half) for n, (a, b) in enumerate(middles) if n != at
    ]
    made = []
    for place, lower in _PLACES:
        nudge = step.leading * lower // 10
        rect = _at(ctx, x, y, name, step, place)
        rect = replace(rect, y=rect.y + nudge)
        within = plot.x <= rect.x and rect.right <= plot.right + pt(12) and _inside(rect, plot)
        if within and not any(map(rect.crosses, others)):
            made.append(_Spot(x, y, place, rect, nudge))
    return made


def _covers(one: _Spot, other: _Spot) -> bool:
    """Whether two names would touch."""
    if one.rect is None or other.rect is None:
        return False
    edge = -_NAMES_APART
    return one.rect.inset(edge, edge, edge, edge).crosses(other.rect)


def _taken(spot: _Spot, places: Sequence[Sequence[_Spot]], left: Iterable[int]) -> int:
    """How many places of those that are `left` a name would take."""
    return sum(_covers(spot, each) for n in left for each in places[n])


def _at(ctx: Context, x: int, y: int, name: str, step: Step, place: Place) -> Rect:
    """Where a name stands beside a point: as wide as it is."""
    wide, high, away = widest(ctx, [name], step), step.leading, SPOT // 2 + _CLEAR
    if place == "right":
        return Rect(x + away, y - high // 2, wide, high)
    if place == "left":
        return Rect(x - away - wide, y - high // 2, wide, high)
    top = y - away - high if place == "above" else y + away
    return Rect(x - wide // 2, top, wide, high)


def _inside(rect: Rect, plot: Rect) -> bool:
    return rect.y >= plot.y - pt(8) and rect.bottom <= plot.bottom


def _drawn(
    ctx: Context,
    values: Values,
    spots: Sequence[_Spot],
    colours: Sequence[Token],
    step: Step,
    lit: int | None,
) -> list[Item]:
    items: list[Item] = []
    half = SPOT // 2
    for at, (name, spot, colour) in enumerate(zip(values.categories, spots, colours, strict=True)):
        rect = Rect(spot.x - half, spot.y - half, SPOT, SPOT)
        items.append(Shape(Name("dot", of=name), rect, geometry="ellipse", fill=colour))
        if spot.rect:
            align: Align = "center"
            x = spot.x
            if spot.place in ("right", "left"):
                align = "left" if spot.place == "right" else "right"
                x = spot.rect.x if spot.place == "right" else spot.rect.right
            place = place_beside(ctx, x, spot.rect.y + spot.rect.h // 2, name, step, align, False)
            items.append(
                label(
                    ctx,
                    Name("value", of=name),
                    place,
                    name,
                    step,
                    colour=_ink(lit, at),
                    align=align,
                    anchor="middle",
                )
            )
    return items


def _side(ctx: Context, plot: Rect, axis: Axis, words: Sequence[str]) -> list[Item]:
    """The line left of the plot, and what it says at its marks: names at the points tell more than
    a grid would."""
    ends = (plot.x, plot.y, plot.x, plot.bottom)
    items: list[Item] = [Rule(Name("axis", 2), *ends, Stroke("ink2", pt(0.75)))]
    for tick, said in zip(axis.ticks, words, strict=True):
        y = plot.bottom - along(tick, axis.low, axis.high, plot.h)
        name, x = Name("tick", of=said), plot.x - pt(6)
        items.append(
            beside(ctx, name, x, y, said, TICK_STEP, align="right", bold=False, colour="ink2")
        )
    return items


def _foot(ctx: Context, plot: Rect, axis: Axis, scale: Scale) -> list[Item]:
    """The line below the plot, and what it says at its marks."""
    ends = (plot.x, plot.bottom, plot.right, plot.bottom)
    items: list[Item] = [Rule(Name("axis"), *ends, Stroke("ink2", pt(0.75)))]
    words = scale.ticks(axis.ticks)[1]
    for tick, said in zip(axis.ticks, words, strict=True):
        x, y = plot.x + along(tick, axis.low, axis.high, plot.w), plot.bottom + _TICKS // 2
        name = Name("tick", of=f"x {said}")
        items.append(beside(ctx, name, x, y, said, TICK_STEP, bold=False, colour="ink2"))
    return items


def _left_out(
    ctx: Context,
    values: Values,
    scales: tuple[Scale, Scale],
    spots: Sequence[_Spot],
    rect: Rect,
    plot: Rect,
) -> list[Item]:
    """The names that have no room at their points, with where these are, in the strip below the
    plot; none where they are too many for a line."""
    bare = [at for at, spot in enumerate(spots) if not spot.rect]
    said = ctx.say("、", "; ").join(
        f"{values.categories[at]} ({scales[0].words(0, at, True)}, {scales[1].words(0, at, True)})"
        for at in bare
    )
    said = ctx.say("未标名：", "Not named: ") + said
    title = widest(ctx, [measured(ctx, values.series[0], scales[0].unit)], DECK["caption"])
    room = plot.w - title - pt(60)
    if not bare or widest(ctx, [said], DECK["source"]) > room:
        return []
    place = Rect(plot.x, rect.bottom - _FOOT, room, _FOOT)
    name = Name("text", _TITLES_AT[1] + 1)
    return [label(ctx, name, place, said, DECK["source"], colour="ink2", anchor="middle")]


def _titles(
    ctx: Context, values: Values, scales: tuple[Scale, Scale], rect: Rect, plot: Rect
) -> list[Item]:
    """What is measured upwards, above the plot at the left; and to the right, below it at the
    right end."""
    top = Rect(rect.x, rect.y, rect.w, _TITLE - _ABOVE)
    foot = Rect(rect.x, rect.bottom - _FOOT, plot.right - rect.x, _FOOT)
    said = [measured(ctx, values.series[s], scale.unit) for s, scale in enumerate(scales)]
    made: list[Item] = []
    for place, words, align, at, arrow in (
        (top, said[1], "left", _TITLES_AT[0], "↑ "),
        (foot, said[0], "right", _TITLES_AT[1], "→ "),
    ):
        side: Align = "right" if align == "right" else "left"
        made.append(axis_title(ctx, f"{arrow}{words}", place, side, at))
    return made
