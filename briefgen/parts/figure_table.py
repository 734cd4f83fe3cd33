"""Turn figures into ruled tables without boxes: a numeral with what it is, and since when.

Three arrangements, each a native table that a person can add a figure to:

- `figure_rows`: a figure a row, the numeral beside its label; in one column or several
- `figure_columns`: a figure a column, large, the label and the period below it
- `figure_stack`: a figure a row in a narrow column, the label below the numeral
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from briefgen.brief.model import Segment, Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.kpi import Numeral, measure, numeral, qualifier, qualifier_size
from briefgen.parts.status import sign, status
from briefgen.parts.text import Wanted, para, set_boxes, set_in
from briefgen.problems import Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Anchor, Cell, Stroke, Table, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.fit import Setting
from briefgen.typography.paragraph import RESERVE_LINE, place
from briefgen.typography.text import Paragraph, Run, Style


class Scale(Record):
    """The type of a figure: its digits, its label, and its period and note."""

    digits: Step
    label: Step
    note: Step


ROWS = (
    Scale(step(72, 72), DECK["head"], DECK["small"]),
    Scale(step(56, 58), DECK["body"], DECK["small"]),
    Scale(step(44, 46), DECK["body"], DECK["small"]),
    Scale(step(36, 40), DECK["dense"], DECK["small"]),
    Scale(step(30, 34), DECK["dense"], DECK["small"]),
    Scale(step(24, 28), step(14, 18), step(14, 18)),
)
COLUMNS = (
    Scale(step(128, 128), DECK["head"], DECK["small"]),
    Scale(step(112, 112), DECK["head"], DECK["small"]),
    Scale(step(88, 88), DECK["head"], DECK["small"]),
    *ROWS,
)
STACK = (
    Scale(step(36, 40), DECK["dense"], DECK["small"]),
    Scale(step(30, 34), DECK["dense"], DECK["small"]),
    Scale(step(26, 30), DECK["small"], DECK["small"]),
    Scale(step(22, 26), DECK["small"], DECK["small"]),
)

# The signs of the status are as large as a slide's furniture, in 1/100 of this em apart.
_SIGN, _APART = pt(12), 40
GAP, _EDGE = pt(20), pt(4)
_TOP, _HAIR = Stroke("ink", pt(1.5)), Stroke("line", pt(0.75))
# A row grows with its text, and a face may be of taller lines: what is kept for that above and
# below a text, in 1/100 of its place, where faces are Chinese and where they are Latin.
_RESERVE, _RESERVE_LATIN = 9, 2
# At most this share of a row's width is for its numeral, and this one of a column's height, where
# there is one row of columns, where there are several, and where labels there take two lines (in
# 1/100).
_MOST = 62
_UPPER, _UPPER_OF_MANY, _UPPER_OF_LONG = 60, 58, 50
# The height from which a numeral may have its qualifier above it.
_HIGH = pt(80)

# What makes the paragraphs of a cell at a scale, in the author's short wording or not.
_Make = Callable[[Scale, bool], tuple[Paragraph, ...]]


class _Place(Record):
    """A cell to be set: of which figure, where, how, and which of its paragraphs take one line."""

    item: Numeral
    rect: Rect
    make: _Make
    anchor: Anchor = "middle"
    whole: tuple[int, ...] = ()


def figure_rows(
    ctx: Context,
    items: Sequence[Numeral],
    rect: Rect,
    *,
    columns: int = 1,
    lines: int = 1,
    scales: Sequence[Scale] = ROWS,
) -> Table:
    """A figure a row, in `columns` from top to bottom: the numeral, and beside it its label above
    period and note. At the first of `scales` at which labels take at most so many `lines`."""
    deep = -(-len(items) // columns)
    lots = rect.columns(columns, GAP)
    heights = [row.h for row in rect.rows(deep, 0)]
    level, wide = _level(ctx, items, lots[0].w, heights[0], scales, lines)
    rows: list[list[_Place | None]] = []
    for at, row in enumerate(rect.rows(deep, 0)):
        places: list[_Place | None] = []
        for number, lot in enumerate(lots):
            if at + number * deep >= len(items):
                places += [None, None]
                continue
            item = items[at + number * deep]
            left = Rect(lot.x, row.y, wide, row.h)
            right = Rect(left.right, row.y, lot.w - wide, row.h)
            places += [_numeral(ctx, item, left), _Place(item, right, _described(ctx, item))]
        rows.append(places)
    widths = [wide, lots[0].w - wide + GAP] * columns
    widths[-1] = rect.w - sum(widths[:-1])
    return _table(ctx, items, rect, widths, heights, rows, scales[level:])


def figure_columns(
    ctx: Context,
    items: Sequence[Numeral],
    rect: Rect,
    *,
    deep: int = 1,
    scales: Sequence[Scale] = COLUMNS,
) -> Table:
    """A figure a column, in `deep` rows of them: numerals on one line, and below it their labels,
    periods and notes."""
    across = -(-len(items) // deep)
    lots = rect.columns(across, GAP)
    share = _UPPER if deep == 1 else _share(ctx, items, lots[0].w)
    rows: list[list[_Place | None]] = []
    heights: list[int] = []
    for number, band in enumerate(rect.rows(deep, 0)):
        upper = band.h * share // 100
        heights += (upper, band.h - upper)
        own = items[number * across : (number + 1) * across]
        tops = [Rect(lot.x, band.y, lot.w, upper) for lot in lots]
        feet = [Rect(lot.x, band.y + upper, lot.w, band.h - upper) for lot in lots]
        spare: list[_Place | None] = [None] * (across - len(own))
        rows += (
            [
                *(
                    _numeral(ctx, *pair, "bottom", deep == 1)
                    for pair in zip(own, tops, strict=False)
                ),
                *spare,
            ],
            [*(_below(ctx, *pair) for pair in zip(own, feet, strict=False)), *spare],
        )
    widths = [lot.w + GAP for lot in lots]
    widths[-1] = rect.w - sum(widths[:-1])
    unruled = tuple(range(0, 2 * deep, 2))
    return _table(ctx, items, rect, widths, heights, rows, scales, unruled)


def _share(ctx: Context, items: Sequence[Numeral], width: int) -> int:
    labels = [_labelled(ctx, item)(ROWS[1], False) for item in items]
    long = any(len(set_in(ctx, label, width).lines) > 1 for label in labels)
    return _UPPER_OF_LONG if long else _UPPER_OF_MANY


def figure_stack(
    ctx: Context,
    items: Sequence[Numeral],
    rect: Rect,
    *,
    scales: Sequence[Scale] = STACK,
) -> Table:
    """A figure a row in a column of some 200 to 280 pt: the numeral above its label, period and
    note. Rows are of equal height."""
    areas = rect.rows(len(items), 0)
    rows: list[list[_Place | None]] = []
    for item, area in zip(items, areas, strict=True):
        number, said = _shown(ctx, item, area.h), _described(ctx, item)

        def make(
            scale: Scale, short: bool, number: _Make = number, said: _Make = said
        ) -> tuple[Paragraph, ...]:
            return (*number(scale, short), *said(scale, short))

        rows.append([_Place(item, area, make, whole=(0,))])
    heights = [area.h for area in areas]
    return _table(ctx, items, rect, [rect.w], heights, rows, scales)


def _numeral(
    ctx: Context, item: Numeral, area: Rect, anchor: Anchor = "middle", column: bool = False
) -> _Place:
    return _Place(item, area, _shown(ctx, item, area.h, column), anchor, (0, 1, 2))


def _below(ctx: Context, item: Numeral, area: Rect) -> _Place:
    return _Place(item, area, _described(ctx, item), "top")


def _shown(ctx: Context, item: Numeral, height: int, column: bool = False) -> _Make:
    """The figure itself; what qualifies it above where there is height enough, in a `column` of its
    own and in English, whose words are wide."""
    inline = height < _HIGH or (ctx.chinese and not column)
    return lambda scale, short: lines_of(
        ctx, item, scale.digits, colour="ink", minor="ink2", qualified=inline
    )


def lines_of(
    ctx: Context,
    item: Numeral,
    digits: Step,
    *,
    colour: Token,
    minor: Token,
    qualified: bool = True,
) -> tuple[Paragraph, ...]:
    """The figure, and where it takes many words, what it measures on a line of its own; with
    `qualified` false what qualifies it, too. So wider digits fit."""
    size = qualifier_size(digits.size)
    small = Step(size, size * 5 // 4)
    said = [
        numeral(
            ctx,
            item.figure,
            digits,
            colour=colour,
            minor=minor,
            qualified=qualified,
            measured=False,
        )
    ]
    if not qualified and (before := qualifier(ctx, item.figure)):
        said[0] = replace(said[0], before=digits.size // 10)
        said.insert(0, para(before, small, colour=minor))
    if measured := measure(ctx, item.figure):
        said.append(para(measured, small, bold=True, colour=colour))
    return tuple(said)


def _labelled(ctx: Context, item: Numeral) -> _Make:
    """What the figure is, after the sign of its status."""

    def make(scale: Scale, short: bool) -> tuple[Paragraph, ...]:
        said = para(item.label or ctx.label(item.figure), scale.label, short=short)
        mark = Style(_SIGN, True, spacing=_SIGN * _APART // 100)
        return (replace(said, runs=(Run(sign(status(ctx.figure(item.figure))), mark), *said.runs)),)

    return make


def _further(ctx: Context, item: Numeral) -> _Make:
    """Its period and its note."""

    def make(scale: Scale, short: bool) -> tuple[Paragraph, ...]:
        further = noted(ctx, item)
        if further is None:
            return ()
        said = para(further, scale.note, colour="ink2", short=short)
        return (replace(said, margin=_SIGN * (100 + _APART) // 100),)

    return make


def _described(ctx: Context, item: Numeral) -> _Make:
    label, further = _labelled(ctx, item), _further(ctx, item)
    return lambda scale, short: (*label(scale, short), *further(scale, short))


def noted(ctx: Context, item: Numeral) -> Text | None:
    """The figure's period, where neither its label nor its note says it, and the note."""
    period, note = ctx.period(item.figure), item.note
    if (
        not period
        or period in str(item.label or ctx.label(item.figure))
        or period in str(note or "")
    ):
        return note
    between = ctx.say("，", "; ") if note else ""
    rest = note.segments if note else ()
    mark = note.mark if note else ctx.figure(item.figure).mark
    return Text((Segment(period + between), *rest), mark)


def _level(
    ctx: Context,
    items: Sequence[Numeral],
    width: int,
    height: int,
    scales: Sequence[Scale],
    most: int,
) -> tuple[int, int]:
    """The scale at which labels beside their numerals take at most so many lines, else one more;
    and the width (EMU) of the numerals there, with the gap behind them."""
    found: tuple[int, int] | None = None
    for level, scale in enumerate(scales):
        shown = [
            paragraph for item in items for paragraph in _shown(ctx, item, height)(scale, False)
        ]
        wide = max(planned(ctx, paragraph) for paragraph in shown) + GAP
        if wide * 100 > width * _MOST:
            continue
        labels = [_labelled(ctx, item)(scale, False) for item in items]
        lines = max(len(set_in(ctx, label, width - wide).lines) for label in labels)
        if lines <= most:
            return level, wide
        if lines == most + 1 and found is None:
            found = level, wide
    return found or (len(scales) - 1, width * _MOST // 100)


def planned(ctx: Context, paragraph: Paragraph) -> int:
    """The width (EMU) of a box in which a paragraph stands on one line, in whichever face."""
    setting = Setting(ctx.fonts, ctx.medium, ctx.language)
    reserve = RESERVE_LINE if ctx.medium == "deck" else 0
    return setting.flow(paragraph.runs).places[-1] // (1000 - reserve) + pt(1)


def _table(
    ctx: Context,
    items: Sequence[Numeral],
    rect: Rect,
    widths: Sequence[int],
    heights: Sequence[int],
    rows: Sequence[Sequence[_Place | None]],
    scales: Sequence[Scale],
    unruled: tuple[int, ...] = (),
) -> Table:
    """The cells, all at the first of `scales` at which each fits its place."""
    spots = list(filter(None, chain(*rows)))
    wanted = [
        Wanted(
            Name("figure", items.index(spot.item) + 1),
            spot.rect,
            _at(spot.make, scales),
            insets=_reserved(ctx, spot.rect.h),
            one_line=spot.whole,
            mark=_mark(ctx, spot.item),
        )
        for spot in spots
    ]
    boxes = iter(set_boxes(ctx, wanted, len(scales), normal=len(scales) - 1))
    cells = [
        tuple(
            _cell(ctx, next(boxes), spot, width) if spot else Cell(paragraphs=(), lines=())
            for spot, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]
    said = ctx.say("、", ", ").join(str(item.label or ctx.label(item.figure)) for item in items)
    return Table(
        name=Name("key-figures"),
        rect=rect,
        columns=tuple(widths),
        heights=tuple(heights),
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


def _at(make: _Make, scales: Sequence[Scale]) -> Callable[[int, bool], tuple[Paragraph, ...]]:
    return lambda level, short: make(scales[level], short)


def _reserved(ctx: Context, height: int) -> tuple[int, int, int, int]:
    share = _RESERVE if ctx.chinese else _RESERVE_LATIN
    spare = _EDGE + (height - 2 * _EDGE) * share // 100
    return 0, spare, 0, spare


def _cell(ctx: Context, box: TextBox, at: _Place, width: int) -> Cell:
    """The cell of a set text, whose column may be wider than the text's place."""
    insets = (0, _EDGE, 0, _EDGE)
    text = set_in(ctx, box.paragraphs, at.rect.w)
    return Cell(
        paragraphs=box.paragraphs,
        lines=place(text, at.rect, insets, at.anchor),
        anchor=at.anchor,
        insets=(0, _EDGE, width - at.rect.w, _EDGE),
        mark=box.mark,
    )
