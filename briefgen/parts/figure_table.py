"""Turn figures into ruled tables without boxes: a numeral with what it is, and since when.

Three arrangements, each a native table that a person can add a figure to:

- `figure_rows`: a figure a row, the numeral beside its label; in one column or several
- `figure_columns`: a figure a column, large, the label and the period below it
- `figure_stack`: figures below each other in a narrow column, each label in the row below

Words stand at the top of their rows. The last may be as high as its words, and what is left of the
place is room for another: `closing` draws the rule at its foot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, chain

from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.figure_words import (
    COLUMNS,
    ROWS,
    STACK,
    Make,
    Scale,
    described,
    labelled,
    level,
    planned,
    shown,
)
from briefgen.parts.kpi import Numeral
from briefgen.parts.text import Wanted, easing, height_in, lines_in, set_boxes, set_in
from briefgen.problems import Mark
from briefgen.record import Record
from briefgen.scene.items import Anchor, Cell, Rule, Stroke, Table, TextBox
from briefgen.scene.names import Name
from briefgen.scene.room import TALLER
from briefgen.typography.paragraph import place
from briefgen.typography.text import Paragraph

# The gap between columns; what stands above and below the words of a row.
GAP, _OVER, _EDGE = pt(20), pt(10), pt(4)
_TOP, _HAIR = Stroke("ink", pt(1.5)), Stroke("line", pt(0.75))
# How much taller lines may become in other faces than Latin ones were planned in.
_TALLER_LATIN = 1.04
# At most this share of a row's width is for its numeral, and this one of a column's height, where
# there is one row of columns, where there are several, and where labels there take two lines (in
# 1/100).
_MOST = 62
_UPPER, _UPPER_OF_MANY, _UPPER_OF_LONG = 60, 58, 50
# For the room of another row, and to lie even, digits are smaller, not by more, labels not under.
_LEAST, _LEGIBLE = 0.6, pt(16)
# Rows lie even that are so far apart, in 1/100 of their share of the height.
_EVEN = 88


class _Place(Record):
    """A cell to be set: of which figure, where, how, with how much above its words, and which of
    its paragraphs take one line."""

    item: Numeral
    rect: Rect
    make: Make
    above: int = _OVER
    anchor: Anchor = "top"
    whole: tuple[int, ...] = ()


class _Plan(Record):
    """A table as it is at one scale: the widths of its columns, the heights of its rows, and their
    cells."""

    scale: Scale
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[_Place | None, ...], ...]
    even: bool = True


# The plan at a scale, with room for another row or without it; None where that does not fit.
_Arrange = Callable[[Scale, bool], _Plan | None]


def figure_rows(
    ctx: Context,
    items: Sequence[Numeral],
    rect: Rect,
    *,
    columns: int = 1,
    lines: int = 1,
    scales: Sequence[Scale] = ROWS,
    above: bool = False,
) -> Table:
    """A figure a row, in `columns` from top to bottom: the numeral, and beside it its label above
    period and note. At the first of `scales` at which labels take at most so many `lines`. What
    qualifies a numeral stands `above` it, so that their column is narrower, or where it may."""
    deep = -(-len(items) // columns)
    lots = rect.columns(columns, GAP)
    numbers = [shown(ctx, item, rect.h if above else rect.h // deep) for item in items]
    words = [described(ctx, item) for item in items]
    labels = [labelled(ctx, item) for item in items]

    def arrange(scale: Scale, another: bool, most: int) -> _Plan | None:
        made = [number(scale, False) for number in numbers]
        wide = max(planned(ctx, one) for number in made for one in number) + GAP
        beside = lots[0].w - wide
        if most and (
            wide * 100 > lots[0].w * _MOST
            or any(lines_in(ctx, one(scale, False), beside) > most for one in labels)
        ):
            return None
        wide = min(wide, lots[0].w * _MOST // 100)
        tall = [height_in(ctx, number, wide) for number in made]
        said = [height_in(ctx, one(scale, False), lots[0].w - wide) for one in words]
        needed = _needed(ctx, max(*tall, *said))
        heights = _heights(deep, rect.h, needed, needed if another else 0)
        if heights is None:
            if most:
                return None
            heights = _even(deep, rect.h)
        rows = []
        for at, (y, high) in enumerate(zip(_tops(rect.y, heights), heights, strict=True)):
            row: list[_Place | None] = []
            for n, lot in zip(range(at, columns * deep, deep), lots, strict=True):
                if n < len(items):
                    left = Rect(lot.x, y, wide, high), numbers[n], tall[n]
                    right = Rect(lot.x + wide, y, lot.w - wide, high), words[n], said[n]
                    row += _beside(items[n], left, right)
                else:
                    row += (None, None)
            rows.append(tuple(row))
        widths = [wide, lots[0].w - wide + GAP] * columns
        widths[-1] = rect.w - sum(widths[:-1])
        return _Plan(scale, tuple(widths), heights, tuple(rows), _is_even(heights, rect.h))

    plan = _chosen(scales, lambda scale, another: arrange(scale, another, lines))
    if plan is None and ctx.house:
        words = [described(ctx, item, flush=True) for item in items]
    plan = plan or _chosen(scales, lambda scale, another: arrange(scale, another, lines + 1))
    plan = plan or arrange(scales[-1], False, 0)
    assert plan
    return _table(ctx, items, rect, plan)


def closing(table: Table, rect: Rect) -> tuple[Rule, ...]:
    """The rule at the foot of the place of a table that leaves room for another row."""
    if table.rect.bottom >= rect.bottom:
        return ()
    return (Rule(Name("rule"), rect.x, rect.bottom, rect.right, rect.bottom, _HAIR),)


def _beside(
    item: Numeral, left: tuple[Rect, Make, int], right: tuple[Rect, Make, int]
) -> tuple[_Place, _Place]:
    """A numeral and its words, each with its place and its height, on one middle."""
    (one, number, tall), (other, words, said) = left, right
    return (
        _Place(item, one, number, _OVER + max(0, said - tall) // 2, whole=(0, 1, 2)),
        _Place(item, other, words, _OVER + max(0, tall - said) // 2),
    )


def figure_columns(
    ctx: Context,
    items: Sequence[Numeral],
    rect: Rect,
    *,
    deep: int = 1,
    scales: Sequence[Scale] = COLUMNS,
    filled: bool = False,
) -> Table:
    """A figure a column, in `deep` rows of them: numerals on one line, and below it their labels,
    periods and notes. Two rows fill the place, and one that is to be `filled`."""
    across, band = -(-len(items) // deep), rect.h // deep
    lots = rect.columns(across, GAP)
    share = _UPPER if deep == 1 else _share(ctx, items, lots[0].w)
    usual = [shown(ctx, item, band * share // 100, deep == 1) for item in items]
    leveled = level(ctx, items, usual, lots[0].w)
    words = [described(ctx, item) for item in items]

    def arrange(scale: Scale, another: bool, forced: bool = False) -> _Plan | None:
        numbers = leveled(scale)
        made = [number(scale, False) for number in numbers]
        tall = _needed(ctx, max(height_in(ctx, one, lots[0].w) for one in made), _EDGE)
        said = max(height_in(ctx, one(scale, False), lots[0].w) for one in words)
        low = _needed(ctx, said, _EDGE)
        # The bands share what the last words, and as many again, leave of the height.
        high = band
        if another:
            high = min(band, (rect.h - 2 * low) * 100 // (share + 100 * (deep - 1)))
        # Numerals and words together stand in the middle of their band, or above it.
        upper = max(tall, min(high * share // 100, (high + tall - low) // 2))
        fits = tall <= upper and low <= high - upper if deep > 1 or not another else tall <= upper
        # Where the face of traditional characters is absent, another has wider digits.
        spare = scale.digits.size // 2 if ctx.language == "zh-Hant" else 0
        wide = max(planned(ctx, one) for number in made for one in number) + spare > lots[0].w
        if (not fits or wide) and not forced:
            return None
        last = low if another else high - upper
        heights = (*(upper, high - upper) * (deep - 1), upper, last)
        rows = []
        for at, (y, tallness) in enumerate(zip(_tops(rect.y, heights), heights, strict=True)):
            own = range(at // 2 * across, (at // 2 + 1) * across)
            places = [Rect(lot.x, y, lot.w, tallness) for lot in lots]
            rows.append(
                tuple(
                    None
                    if n >= len(items)
                    else _Place(items[n], place, words[n], _EDGE)
                    if at % 2
                    else _Place(items[n], place, numbers[n], _EDGE, "bottom", (0, 1, 2))
                    for n, place in zip(own, places, strict=True)
                )
            )
        widths = [lot.w + GAP for lot in lots]
        widths[-1] = rect.w - sum(widths[:-1])
        return _Plan(scale, tuple(widths), heights, tuple(rows))

    plan = _chosen(scales, arrange, (deep, filled) == (1, False))
    plan = plan or arrange(scales[-1], False, forced=True)
    assert plan
    return _table(ctx, items, rect, plan, tuple(range(0, 2 * deep, 2)))


def _share(ctx: Context, items: Sequence[Numeral], width: int) -> int:
    labels = [labelled(ctx, item)(ROWS[1], False) for item in items]
    long = any(lines_in(ctx, label, width) > 1 for label in labels)
    return _UPPER_OF_LONG if long else _UPPER_OF_MANY


def figure_stack(
    ctx: Context,
    items: Sequence[Numeral],
    rect: Rect,
    *,
    scales: Sequence[Scale] = STACK,
) -> Table:
    """Figures below each other in a column of some 200 to 280 pt, each in two rows: its numeral,
    then label, period and note. Figures but the last are of equal height. To leave room for another
    row, what qualifies a numeral stands before it, and period and note behind the labels, where
    there is width for them."""
    count = len(items)

    def arrange(scale: Scale, another: bool) -> _Plan | None:
        ways = ((False, False), (True, False), (True, True)) if another else ((False, False),)
        tried = (*((*way, _OVER) for way in ways), (*ways[0], _EDGE))
        return next(filter(None, (closely(scale, another, *way) for way in tried)), None)

    def closely(
        scale: Scale, another: bool, inline: bool, joined: bool, above: int, forced: bool = False
    ) -> _Plan | None:
        numbers = [shown(ctx, item, 0 if inline else rect.h // count) for item in items]
        words = [described(ctx, item, joined=joined, flush=not ctx.chinese) for item in items]
        tall = _needed(ctx, _highest(ctx, numbers, scale, rect.w), above)
        low = _needed(ctx, _highest(ctx, words, scale, rect.w), 0)
        heights = _heights(count, rect.h, tall + low, low if another else 0)
        lines = [number(scale, False)[0] for number in numbers]
        lines += [one(scale, False)[0] for one in words] if joined else []
        if heights is None or any(planned(ctx, one) > rect.w for one in lines):
            if not forced:
                return None
            heights = _even(count, rect.h)
        halves = tuple(chain.from_iterable((tall, high - tall) for high in heights))
        cells = chain.from_iterable(zip(numbers, words, strict=True))
        rows = tuple(
            (
                _Place(
                    items[at // 2],
                    Rect(rect.x, y, rect.w, high),
                    make,
                    0 if at % 2 else above,
                    whole=() if at % 2 else (0,),
                ),
            )
            for at, (y, high, make) in enumerate(
                zip(_tops(rect.y, halves), halves, cells, strict=True)
            )
        )
        return _Plan(scale, (rect.w,), halves, rows, _is_even(heights, rect.h))

    plan = _chosen(scales, arrange) or closely(scales[-1], False, False, False, _EDGE, forced=True)
    assert plan
    return _table(ctx, items, rect, plan, tuple(range(0, 2 * count, 2)))


def _highest(ctx: Context, makes: Sequence[Make], scale: Scale, width: int) -> int:
    return max(height_in(ctx, make(scale, False), width) for make in makes)


def _chosen(scales: Sequence[Scale], arrange: _Arrange, growing: bool = True) -> _Plan | None:
    """The plan at the first scale at which it has room for another row and its rows lie even, or at
    which it has room, unless digits become much smaller for that; else, or if the table is not
    `growing`, at the first at which it fits."""
    first = next((plan for scale in scales if (plan := arrange(scale, False))), None)
    if first is None or not growing:
        return first
    least, legible = first.scale.digits.size * _LEAST, min(_LEGIBLE, first.scale.label.size)
    near = (s for s in scales if s.digits.size >= least and s.label.size >= legible)
    roomy = filter(None, (arrange(scale, True) for scale in near))
    best = next(roomy, first)
    return next((plan for plan in chain((best,), roomy) if plan.even), best)


def _needed(ctx: Context, height: int, above: int = _OVER) -> int:
    """The height of a row whose words are so high, in faces of taller lines too."""
    return round(height * (TALLER if ctx.chinese else _TALLER_LATIN)) + above + _EDGE


def _heights(count: int, height: int, needed: int, another: int) -> tuple[int, ...] | None:
    """The heights of so many rows that need so much each: even ones, or with room for another, so
    high, the last as high as needed, and the others as far apart as that allows. None where there
    is too little height."""
    if not another:
        return _even(count, height) if needed * count <= height else None
    if needed * count + another > height:
        return None
    pitch = min(height // count, (height - needed - another) // max(1, count - 1))
    return (*(pitch,) * (count - 1), needed)


def _is_even(heights: Sequence[int], height: int) -> bool:
    """Whether rows are about as far apart as if they shared all of the height: what is left below
    the last then looks like what is left below each."""
    return heights[0] * len(heights) * 100 >= height * _EVEN


def _even(count: int, height: int) -> tuple[int, ...]:
    return tuple(row.h for row in Rect(0, 0, 0, height).rows(count, 0))


def _tops(y: int, heights: Sequence[int]) -> list[int]:
    """Where rows begin."""
    return [y + above for above in accumulate(heights[:-1], initial=0)]


def _table(
    ctx: Context, items: Sequence[Numeral], rect: Rect, plan: _Plan, unruled: tuple[int, ...] = ()
) -> Table:
    """The cells of a plan."""
    if sum(plan.heights) < rect.h:
        unruled += (len(plan.heights) - 1,)
    wanted = [
        Wanted(
            Name("figure", items.index(spot.item) + 1),
            spot.rect,
            _at(spot.make, plan.scale),
            insets=(0, spot.above, 0, _EDGE),
            one_line=spot.whole,
            mark=_mark(ctx, spot.item),
        )
        for spot in filter(None, chain(*plan.rows))
    ]
    boxes = iter(set_boxes(ctx, wanted))
    cells = [
        tuple(
            _cell(ctx, next(boxes), spot, width) if spot else Cell(paragraphs=(), lines=())
            for spot, width in zip(row, plan.widths, strict=True)
        )
        for row in plan.rows
    ]
    said = ctx.say("、", ", ").join(str(item.label or ctx.label(item.figure)) for item in items)
    return Table(
        name=Name("key-figures"),
        rect=Rect(rect.x, rect.y, rect.w, sum(plan.heights)),
        columns=plan.widths,
        heights=plan.heights,
        cells=tuple(cells),
        alt=ctx.say(f"关键数字：{said}", f"Key figures: {said}"),
        header=False,
        rule=_HAIR,
        rule_top=_TOP,
        unruled=unruled,
    )


def _mark(ctx: Context, item: Numeral) -> Mark:
    """Where the words of a figure are written: its own label, else the ledger."""
    return item.label.mark if item.label else ctx.figure(item.figure).mark


def _at(make: Make, scale: Scale) -> Callable[[int, bool], tuple[Paragraph, ...]]:
    return lambda level, short: make(scale, short)


def _cell(ctx: Context, box: TextBox, at: _Place, width: int) -> Cell:
    """The cell of a set text, whose column may be wider than the text's place."""
    insets = (0, at.above, 0, _EDGE)
    if ctx.house and not at.whole:
        insets = easing(ctx, box.paragraphs, at.rect, insets)
    text = set_in(ctx, box.paragraphs, at.rect.w - insets[2])
    return Cell(
        paragraphs=box.paragraphs,
        lines=place(text, at.rect, insets, at.anchor),
        anchor=at.anchor,
        insets=(0, at.above, width - at.rect.w + insets[2], _EDGE),
        mark=box.mark,
    )
