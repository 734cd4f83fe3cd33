"""Turn the leading figures into cells on the page's columns: the numeral, and what it is.

One of them proves the page's headline. It alone is coloured, and where the others do not fill
their rows it has a cell as high as two of theirs, and the size of the title.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Ref, Text, words
from briefgen.colours import Token
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import (
    Block,
    height_of,
    label_edge,
    mark_before,
    on_one_line,
    text_box,
)
from briefgen.pages.onepager.measure import columns
from briefgen.pages.onepager.plan import Plan
from briefgen.pages.onepager.shown import leading
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.patterns import pattern
from briefgen.record import Record
from briefgen.scene.items import Group, Item, Rule, Stroke
from briefgen.scene.names import Name
from briefgen.typography.segment import inside_terms
from briefgen.typography.text import Paragraph, Run, Style

# The size of its numerals, and that which they may have to stand side by side (see `numeral`).
_USUAL, _SMALLER = 1, 2
# A currency between a qualifier and the number, in a language with spaces.
_CURRENCY = pattern(r"(?<![^ ])[A-Z]*[A-Z$€£¥] ?\Z")
_ABOVE, _BELOW, _BETWEEN = pt(4), pt(3), mm(2)


class _Cell(Record):
    """A cell of the strip: its column and row, how many of each it covers, and what it says."""

    column: int
    row: int
    wide: int = 1
    high: int = 1
    texts: tuple[Paragraph, ...] = ()


class _Cells(Record):
    """The cells of a strip on so many columns; its rows are `tall` at least (EMU)."""

    across: int
    down: int
    cells: tuple[_Cell, ...]
    tall: int

    @property
    def height(self) -> int:
        return self.down * self.tall + (self.down - 1) * _BETWEEN


def strip(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The strip, on as many columns as the topics have where its numerals allow it."""
    refs = leading(ctx)
    if not refs:
        return None
    proof = proving(ctx, refs)
    made = _fitting(ctx, plan, refs, proof, width)

    def draw(rect: Rect) -> tuple[Item, ...]:
        rows = rect.rows(made.down, _BETWEEN)
        lanes = columns(rect, made.across, plan.density.text)
        items: list[Item] = []
        for ref, cell in zip(_ordered(refs, proof, made), made.cells, strict=True):
            first, last = lanes[cell.column], lanes[cell.column + cell.wide - 1]
            top, end = rows[cell.row], rows[cell.row + cell.high - 1]
            area = Rect(first.x, top.y, last.right - first.x, end.bottom - top.y)
            items += _drawn(ctx, plan, made, ref, cell, area, ref.id == proof)
        return (Group(Name("key-figures"), tuple(items)),)

    return Block(
        height=made.height,
        draw=draw,
        stretch=round(made.down * mm(3.5) * min(plan.density.wider, 1.5)),
        share=12,
        named="figures-are",
        mark=refs[0].mark,
        flex=made.down * (mm(18) if plan.density.spare < 1 else mm(4)),
    )


def _drawn(
    ctx: Context, plan: Plan, made: _Cells, ref: Ref, cell: _Cell, area: Rect, proves: bool
) -> tuple[Item, ...]:
    """A cell under its line."""
    large, spare = _is_large(cell, made.cells), area.h - made.tall
    stroke = Stroke("primary", pt(1.5)) if proves else Stroke("muted", pt(0.75))
    line = Rule(Name("heading-rule", of=ref.id), area.x, area.y, area.right, area.y, stroke)
    box = text_box(
        ctx,
        Name("figure", of=ref.id),
        area,
        cell.texts,
        anchor="middle" if large else "top",
        one_line=tuple(n for n, each in enumerate(cell.texts) if _counts(each)),
        mark=ref.mark,
        insets=(0, _ABOVE if large else _ABOVE + spare // 3, 0, _BELOW),
    )
    return line, *mark_before(ctx, box, ref.id, plan.density.label), box


def _fitting(ctx: Context, plan: Plan, refs: Sequence[Ref], proof: str, width: int) -> _Cells:
    """The cells on as many columns as keep every numeral on one line; on two, three and more of
    them smaller, before they stand below each other with half of the page empty."""
    most = min(max(plan.density.across, 2), len(refs), 3) if len(refs) > 1 else 1
    tried = [(across, _USUAL) for across in range(most, 1, -1)]
    # Words in a language with spaces are all as large as the digits. Larger sheets have room.
    page = ctx.brief.page
    small = page.orientation == "portrait" and page.paper != "a3"
    smaller = [(2, _SMALLER)] if len(refs) > 2 and small and not ctx.chinese else []
    for across, at in (*tried, *smaller, (1, _USUAL)):
        made = _cells(ctx, plan, refs, proof, width, across, at)
        if made:
            return made
    made = _cells(ctx, plan, refs, proof, width, 1, _USUAL, must=True)
    assert made
    return made


def _cells(
    ctx: Context,
    plan: Plan,
    refs: Sequence[Ref],
    proof: str,
    width: int,
    across: int,
    at: int,
    must: bool = False,
) -> _Cells | None:
    """The cells on so many columns, their numerals `at` a size; None where one would not stay on
    one line."""
    placed = _placed(len(refs), across)
    down = max(cell.row + cell.high for cell in placed)
    lanes = columns(Rect(0, 0, width, 0), across, plan.density.text)
    cells: list[_Cell] = []
    tall = 0
    bare = _Cells(across, down, placed, 0)
    for ref, cell in zip(_ordered(refs, proof, bare), placed, strict=True):
        room = lanes[cell.wide - 1].right - lanes[0].x
        texts = _said(ctx, plan, ref.id, room, ref.id == proof, _is_large(cell, placed), at, must)
        if not must and not all(on_one_line(ctx, each, room) for each in texts if _counts(each)):
            return None
        cells.append(
            _Cell(column=cell.column, row=cell.row, wide=cell.wide, high=cell.high, texts=texts)
        )
        own = height_of(ctx, texts, room) + _ABOVE + _BELOW
        tall = max(tall, -(((cell.high - 1) * _BETWEEN - own) // cell.high))
    return _Cells(across, down, tuple(cells), tall)


def _counts(paragraph: Paragraph) -> bool:
    """Whether a paragraph of a cell is its numeral."""
    return any(run.figure for run in paragraph.runs)


def _is_large(cell: _Cell, cells: Sequence[_Cell]) -> bool:
    """Whether a cell is larger than the others, or the only one."""
    return cell.high > 1 or cell.wide > 1 or len(cells) == 1


def _placed(count: int, across: int) -> tuple[_Cell, ...]:
    """The cells of `count` figures, row by row; where they do not fill the rows, the first is as
    high as two, or as wide as the columns."""
    if across == 1 or count % across == 0:
        return tuple(_Cell(n % across, n // across) for n in range(count))
    missing = -count % across
    if missing == 1:
        first = _Cell(0, 0, 1, 2)
        free = [(c, r) for r in range(-(-count // across)) for c in range(across)]
        taken = {(0, 0), (0, 1)}
        rest = [each for each in free if each not in taken]
        return (first, *(_Cell(c, r) for c, r in rest))
    return (_Cell(0, 0, across), *(_Cell(n % across, 1 + n // across) for n in range(count - 1)))


def _ordered(refs: Sequence[Ref], proof: str, made: _Cells) -> list[Ref]:
    """The figures in the order of their cells: the one that proves has the cell that is larger."""
    first = made.cells[0]
    if not _is_large(first, made.cells):
        return list(refs)
    return sorted(refs, key=lambda ref: ref.id != proof)


def _said(
    ctx: Context, plan: Plan, id: str, width: int, proves: bool, large: bool, at: int, must: bool
) -> tuple[Paragraph, ...]:
    """What a cell says: the numeral and what it is; in a large cell its period stands above."""
    density = plan.density
    colour: Token = "primary" if proves else "ink"
    if not large:
        return (
            fitting(ctx, plan, id, colour, width, at)
            if must
            else numeral(ctx, plan, id, colour, at),
            _label(ctx, plan, named(ctx, id), len(ctx.period(id)), width),
        )
    period, name = ctx.period(id), ctx.label(id)
    above = (para(period, density.body, colour="ink2"),) if period else ()
    shown = fitting(ctx, plan, id, colour, width, 0)
    return (*above, shown, _label(ctx, plan, name, 0, width))


def fitting(
    ctx: Context, plan: Plan, id: str, colour: Token, width: int, first: int | None = None
) -> Paragraph:
    """The numeral at the first size from `first` on at which it stays on one line of a width (EMU);
    without `first` in the size of figures, whether it does or not."""
    if first is None:
        return numeral(ctx, plan, id, colour)
    made = [numeral(ctx, plan, id, colour, at) for at in range(first, 5)]
    return next((each for each in made if on_one_line(ctx, each, width)), made[-1])


def numeral(ctx: Context, plan: Plan, id: str, colour: Token, at: int = 1) -> Paragraph:
    """A figure: its digits large, scale and unit smaller, the qualifier smaller still. They are set
    in the page's sizes, from the title's (`at` 0) or that of figures (1) down.

    Hanzi stand higher than digits of the same size, so one that has no digits is set in the size
    of a unit throughout; the words of a language with spaces are all as large as the digits.
    """
    density, shown = plan.density, ctx.shown(id)
    steps = (density.title, density.figure, density.headline, density.head, density.body)
    large, unit = steps[at], steps[min(at + 1, len(steps) - 1)]
    tallest = large
    if not any(char.isdigit() for char in shown.number):
        large = unit = large if at == 0 else unit
    elif not ctx.chinese:
        unit = large
    qualifier, currency = shown.before, ""
    if found := _CURRENCY.search(shown.before):
        qualifier, currency = shown.before[: found.start()], found[0]
    little = Style(min(density.head.size, large.size), False, "ink2")
    own = Style(unit.size, True, colour)
    parts = (
        (qualifier, little),
        (currency, own),
        (shown.number, Style(large.size, True, colour)),
        (shown.unit, own),
        (shown.after, little),
    )
    # Without words, so that figures of other sizes beside it stand on the same line.
    strut = Run("", Style(tallest.size, True, colour))
    runs = [Run(text, style, id) for text, style in parts if text]
    return Paragraph((*runs, strut), tallest.leading)


def _label(ctx: Context, plan: Plan, name: Text, period: int, width: int) -> Paragraph:
    """What a figure is; where it takes two lines, broken after its period or at a term's edge."""
    size = plan.density.label
    edge = label_edge(size)
    made = para(name, size, colour="ink2", short=plan.short, edge=edge)
    if not ctx.chinese or on_one_line(ctx, made, width):
        return made
    text = str(name)
    inside = inside_terms(text, ctx.brief.voice.lexicon)
    # Where a term begins or ends is better than anywhere else between characters.
    best = sorted(
        (
            at != period and text[at - 1] != "、",
            at - 1 not in inside and at + 1 not in inside,
            max(at, len(text) - at),
            at,
        )
        for at in range(2, len(text) - 1)
        if at not in inside and _parts(text[at - 1], text[at])
    )
    for *_, at in best:
        halves = [para(half, size, edge=edge) for half in (text[:at], text[at:])]
        if all(on_one_line(ctx, half, width) for half in halves):
            return para(f"{text[:at]}\n{text[at:]}", size, colour="ink2", edge=edge)
    return made


def _parts(before: str, after: str) -> bool:
    """Whether a line may end between two characters of a label."""
    return (
        after not in "、，；：。）”》"
        and before not in "（“《"
        and not (before.isascii() or after.isascii())
    )


def proving(ctx: Context, refs: Sequence[Ref]) -> str:
    """The figure that proves the headline: the first of it that the strip shows, else its first."""
    said = ctx.brief.page.headline
    ids = [segment.figure for segment in said.segments] if said else []
    shown = {ref.id for ref in refs}
    return next((id for id in ids if id in shown), refs[0].id)


def named(ctx: Context, id: str) -> Text:
    """What a figure is, with its period in front where it has one."""
    period, name = ctx.since(id), str(ctx.label(id))
    mark = ctx.figure(id).mark
    if not period or period in name:
        return words(name, mark)
    return words(ctx.dated(id, name), mark)
