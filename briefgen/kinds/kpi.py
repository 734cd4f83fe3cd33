"""Turn two to six figures into numerals between hairlines, one of them a slide's hero."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Cell, Ref, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.figure_table import GAP, closing, figure_columns, figure_rows, figure_stack
from briefgen.parts.figure_words import COLUMNS, ROWS, STACK
from briefgen.parts.frame import clear, framed
from briefgen.parts.hero import digits_of, hero
from briefgen.parts.kpi import Numeral
from briefgen.parts.proof import proof
from briefgen.parts.spread import spread
from briefgen.parts.status import statuses
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Slot, Table
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.typography.text import Paragraph

# The columns of the twelve that a hero takes, or takes where it would be small, or the others fill
# no more of their own (in 1/100); and the gap between them.
_HERO, _LEAST, _APART = (6, 7, 8), 45, pt(16)
# The digits of a hero that are not small.
_GREAT = pt(56)
# Digits are large from this size on.
_LARGE = pt(40)
# So many leave a place empty in rows of three.
_ODD = 5
# So many beside a hero stand below each other with their words below them.
_STACKED = 3
# The placeholders of a sentence above figures, and of the first on the hero's panel.
_LEAD, _PANEL = 1, 2


class Kpi(Record):
    """Two to six figures of equal rank on a slide, more on several; one may be emphasised."""

    figures: Annotated[
        tuple[Cell, ...], Length(2, 18), Doc("Figures' ids, or {figure, label, note}.")
    ]
    emphasis: Annotated[
        Ref | None, Doc("The figure that is set largest, on a panel of its own.")
    ] = None
    lead: Annotated[Text | None, Doc("A sentence above them.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Kpi, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    return spread(
        ctx, slide, fields.figures, 6, lambda ctx, slide, cells: _page(ctx, slide, fields, cells)
    )


def _page(ctx: Context, slide: Slide, fields: Kpi, shown: Sequence[Cell]) -> Page:
    area = clear(ctx, slide, ctx.canvas.noted)
    items: list[Item] = []
    if fields.lead:
        lead = fields.lead

        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            return (para(lead, down("body", level), strong="ink", short=short),)

        band = Rect(area.x, area.y, area.w, pt(60))
        items.append(
            set_box(
                ctx, Wanted(Name("lead"), band, make, slot=Slot("body", _LEAD), mark=lead.mark), 2
            )
        )
        area = area.inset(0, pt(68), 0, 0)
    first = fields.emphasis.id if fields.emphasis else ""
    # A panel is the accent of its slide.
    led = any(cell.figure.id == first for cell in shown)
    said = "" if led else proof(slide, (cell.figure.id for cell in shown))
    numerals = [
        Numeral(cell.figure.id, cell.label, cell.note, cell.figure.id == said) for cell in shown
    ]
    # One that is listed again stands beside itself.
    leading = next((each for each in numerals if each.figure == first), None)
    others = [each for each in numerals if each is not leading]
    marks = statuses(ctx, [each.figure for each in numerals])
    if leading:
        # Where all are alike, the word stands with the one that leads, and needs no key; what has
        # all been reached needs no sign beside the others either.
        if marks == ("achieved",):
            others = [replace(each, bare=True) for each in others]
        items += _led(ctx, leading, others, area, len(marks) == 1)
        marks = marks if len(marks) > 1 else ()
    else:
        if marks == ("achieved",):
            # A sign that all share tells none of them from another.
            numerals, marks = [replace(each, bare=True) for each in numerals], ()
        tables = _equals(ctx, numerals, area)
        items += (*tables, *closing(tables[-1], area))
    return framed(ctx, slide, "title-only", items, note=fields.note, marks=marks)


def _led(
    ctx: Context, first: Numeral, others: Sequence[Numeral], area: Rect, told: bool
) -> tuple[Item, ...]:
    """A hero, with the word of its status where that is `told`, and the figures beside it. The
    panel is wider where their words are few."""
    made: list[tuple[int, tuple[Item, ...], Problems]] = []
    for count in _HERO:
        problems = Problems()
        trial = replace(ctx, problems=problems)
        left, right = ctx.canvas.beside(area, count, 12 - count)
        panel = hero(trial, first, left, _PANEL, told=told)
        right = right if ctx.canvas.narrow else right.inset(_APART, 0, 0, 0)
        beside = _others(trial, others, right, digits_of(panel[0]))
        taken = -1 if problems.fatal else _emptiest(beside)
        made.append((taken, (*panel, beside, *closing(beside, right)), problems))
        if taken >= _LEAST and digits_of(panel[0]) >= _GREAT:
            best = made[-1]
            break
    else:
        best = max(made, key=lambda each: each[0])
    _, items, problems = best
    ctx.problems.extend(problems)
    return items


def _others(ctx: Context, items: Sequence[Numeral], area: Rect, most: int) -> Table:
    """The figures beside a hero, smaller than its digits are: a row each, a single one large."""
    limit = most * 4 // 5
    if len(items) == 1:
        scales = [scale for scale in COLUMNS if scale.digits.size <= limit]
        return figure_columns(ctx, items, area, scales=scales or COLUMNS[-1:])
    if len(items) <= _STACKED and not ctx.canvas.narrow:
        problems = Problems()
        scales = [scale for scale in (*ROWS[1:4], *STACK) if scale.digits.size <= limit]
        stack = figure_stack(replace(ctx, problems=problems), items, area, scales=scales or STACK)
        if not problems.fatal:
            return stack
    scales = [scale for scale in ROWS if scale.digits.size <= limit] or list(ROWS[-1:])
    lines, told = 2 if len(items) == 2 else 1, Problems()
    rows = figure_rows(replace(ctx, problems=told), items, area, lines=lines, scales=scales)
    if told.fatal and not ctx.chinese:
        return figure_rows(ctx, items, area, lines=lines, scales=scales, above=True)
    ctx.problems.extend(told)
    return rows


def _equals(ctx: Context, items: Sequence[Numeral], area: Rect) -> tuple[Table, ...]:
    """Figures of equal rank: two or three side by side, four so or in a square, where they stand
    larger, six in rows of three, and five in rows of two and of three. Three are in a square too
    where they would be small."""
    count = len(items)
    if ctx.canvas.narrow:
        return (figure_rows(ctx, items, area, lines=2 if count <= 4 else 1),)
    if count == _ODD:
        return _two_and_three(ctx, items, area)
    made: list[tuple[int, Table, Problems]] = []
    for deep in (1,) if count < 3 else (1, 2) if count < 5 else (2,):
        if count == 3 and made and made[0][0] >= _LARGE:
            break
        problems = Problems()
        table = figure_columns(replace(ctx, problems=problems), items, area, deep=deep)
        made.append((-1 if problems.fatal else _largest(table), table, problems))
    _, table, problems = max(made, key=lambda each: each[0])
    ctx.problems.extend(problems)
    return (table,)


def _two_and_three(ctx: Context, items: Sequence[Numeral], area: Rect) -> tuple[Table, ...]:
    """Five figures, all of one size: two above three, so that no place is empty."""
    upper, lower = area.rows(2, 0)
    below = figure_columns(ctx, items[2:], lower, filled=True)
    scales = [scale for scale in COLUMNS if scale.digits.size <= _largest(below)]
    above = figure_columns(ctx, items[:2], upper, scales=scales, filled=True)
    return above, replace(below, name=Name("key-figures", 2), rule_top=below.rule)


def _largest(table: Table) -> int:
    """The size of the digits of a table (EMU)."""
    texts = [each for row in table.cells for cell in row for each in cell.paragraphs]
    return max(run.style.size for each in texts for run in each.runs)


def _emptiest(table: Table) -> int:
    """How much of its place's width the emptiest figure of a table takes, in 1/100: its numeral and
    its label with the gap between them where they stand side by side, else the wider of them."""
    stacked = table.cells[0][0].anchor == "bottom" or len(table.columns) == 1
    shares: list[int] = []
    step = 1 if stacked else 2
    for row, cells in enumerate(table.cells):
        if stacked and row % 2 == 0:
            continue
        for at in range(0, len(cells), step):
            pair = (table.cells[row - 1][at], cells[at]) if stacked else cells[at : at + 2]
            widths = [max((line.width for line in cell.lines), default=0) for cell in pair]
            taken = max(widths) if stacked else sum(widths) and sum(widths) + GAP
            place = sum(table.columns[at : at + step]) - pair[-1].insets[2]
            if taken:
                shares.append(taken * 100 // place)
    return min(shares, default=100)


KIND = Kind(name="kpi", fields=Kpi, compose=compose, called=Named("数字", "數字", "Figures"))
