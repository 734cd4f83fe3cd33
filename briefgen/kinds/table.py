"""Turn rows of texts into a table slide, or several where it is too long for one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Annotated

from briefgen.brief.hints import Cells, Counted, Doc, Headed, Length
from briefgen.brief.model import Data, Slide, Text, words
from briefgen.brief.serial import serial
from briefgen.geometry import pt
from briefgen.kinds.base import Kind
from briefgen.outline.nearest import nearest
from briefgen.parts.aims import aimed
from briefgen.parts.cells import Row, read_cells
from briefgen.parts.charts.values import Values
from briefgen.parts.columns import check_sums, is_sum, numeric
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.low_table import low_table
from briefgen.parts.spans import ABOVE, LEFT, begun_anew, spanned
from briefgen.parts.spark_columns import Spark, chosen_of
from briefgen.parts.spread import LEAST, numbered
from briefgen.parts.table import Grid, Widths, heights_of_rows, natural_widths, table
from briefgen.problems import NOWHERE, Mark, Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step

# Rows that a slide holds at the smallest size; and of how many on a table may be set smaller than
# dense text.
_MOST = 15
_MANY = 9
# What a row keeps free above and below its words where rows have no room to share out.
_PAD = pt(3)
# Rows that a slide holds where lines are drawn in them.
_MOST_DRAWN = 7
# Columns that it holds, whatever is drawn.
_COLUMNS = 8
# A column of lines is as wide as so many hanzi.
_LINE = 13
_LARGE = (DECK["body"], DECK["dense"])
# The size of few short cells; lines of which a row has one more are more than this, in hundredths.
_LARGER, _SAME = DECK["head"], 112
# That of a handful of rows.
_LARGEST, _HANDFUL = DECK["lead"], 4
_SMALL = (DECK["small"], DECK["source"])


class Table(Record):
    """A header and rows of up to eight cells; the first column stands out.

    Fifteen rows fill a slide; more go on further slides, under the same header. Columns of numbers
    stand to the right, a first column that counts the rows steps back, a last row 合计 is ruled
    off. Columns of numbers over time may be drawn as a line in each row.
    """

    header: Annotated[
        tuple[Text, ...], Length(2, 28), Cells(), Doc("A few words for each column.")
    ] = ()
    rows: Annotated[
        tuple[tuple[Text, ...], ...],
        Length(1, 150),
        Counted(),
        Headed("header"),
        Doc("Rows of cells, one for each column; ^ goes on from above, < from the left."),
    ] = ()
    data: Annotated[Data | None, Doc("Columns of a CSV or XLSX file, instead of rows.")] = None
    total: Annotated[
        tuple[Text, ...], Length(0, 28), Cells(), Doc("The cells of a last row that says the sums.")
    ] = ()
    widths: Annotated[
        tuple[int, ...],
        Length(0, 8),
        Doc("The columns' widths relative to each other, [3, 5]; else as wide as their words."),
    ] = ()
    bold: Annotated[
        tuple[str, ...] | None, Doc("Columns in bold, by heading or number; else the first.")
    ] = None
    coloured: Annotated[
        tuple[str, ...], Length(0, 3), Doc("Columns in the theme's colour, by heading or number.")
    ] = ()
    highlight: Annotated[
        tuple[str, ...],
        Length(0, 4),
        Doc("Rows that prove the title, by first words or number: in the theme's colour."),
    ] = ()
    rows_per_slide: Annotated[
        int | None, Doc("So many rows on each slide, 2 to 15; else as many as fit.")
    ] = None
    spark: Annotated[
        Spark | None, Doc("Columns to be drawn as a line in each row: {columns, head, unit}.")
    ] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None
    bold_mark: Mark = NOWHERE
    coloured_mark: Mark = NOWHERE
    highlight_mark: Mark = NOWHERE
    rows_per_slide_mark: Mark = NOWHERE


class _Content(Record, kw_only=True):
    """A table before it is set: its cells, which columns are what, and their lines."""

    header: Row
    rows: tuple[Row, ...]
    lines: Sequence[Values | None]
    # At which column the lines stand.
    at: int | None
    bold: Sequence[int]
    right: Sequence[int]
    centred: Sequence[int]
    coloured: Sequence[int]
    lit: Sequence[int]
    total: bool
    widths: Widths


def compose(fields: Table, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    content = _content(fields, slide, ctx)
    if content is None:
        return (framed(ctx, slide, "title-only", ()),)
    most = _rows_per_slide(ctx, fields)
    if content.at is not None:
        most = min(most, _MOST_DRAWN)
    count, told = len(content.rows), Problems()
    fewest = max(1, -(-count // most))
    pages: tuple[Page, ...] = ()
    for number in range(fewest, max(fewest, count // LEAST) + 1):
        ends = _ends(count, number, fields.rows_per_slide)
        for steps in _steps(ends, content.at is not None):
            found = Problems()
            quiet = replace(ctx, problems=found)
            made = _pages(fields, slide, quiet, content, ends, steps)
            if not pages or not found.fatal:
                pages, told = made, found
            if not found.fatal:
                break
        if not told.fatal or fields.rows_per_slide:
            break
    ctx.problems.extend(told)
    if len(pages) > 1:
        ctx.problems.add("spread", slide.mark, title=str(slide.title), count=len(pages))
    return pages


def _given(fields: Table, slide: Slide, ctx: Context) -> tuple[Row, tuple[Row, ...], bool] | None:
    """Header and rows as they are given, and whether the last says the sums; None, with problems,
    where they are no table."""
    header, rows = read_cells(ctx, slide, fields.header, fields.rows, fields.data)
    if not rows:
        return None
    whole = (*rows, fields.total) if fields.total else rows
    for row in whole:
        if len(row) != len(header):
            mark = row[0].mark if row else slide.mark
            ctx.problems.add("table-row-length", mark, cells=len(row), columns=len(header))
            return None
    if not fields.data and spanned(ctx, (header, *whole)) is None:
        return None
    total = bool(fields.total) or (len(rows) > 2 and is_sum(rows[-1]))
    if total:
        check_sums(ctx, header, whole[:-1], whole[-1])
    return header, whole, total


def _content(fields: Table, slide: Slide, ctx: Context) -> _Content | None:
    """A table slide before it is set; None, with problems, where it is no table."""
    given = _given(fields, slide, ctx)
    if given is None:
        return None
    header, rows, total = given
    counted = serial(rows[:-1] if total else rows)
    at: int | None = None
    lines: Sequence[Values | None] = (None,) * len(rows)
    if fields.spark:
        from briefgen.parts.spark import sparked  # few tables have them

        made = sparked(ctx, fields.spark, header, rows)
        if not made:
            return None
        header, rows, at, lines = made.header, made.rows, made.at, made.lines
    count = len(header)
    if count > _COLUMNS:
        ctx.problems.add("table-too-wide", slide.mark, columns=count, most=_COLUMNS)
        return None
    names = [str(text) for text in header]
    bold = _chosen(ctx, fields.bold or (), names, fields.bold_mark)
    coloured = _chosen(ctx, fields.coloured, names, fields.coloured_mark)
    lit = _rows_lit(ctx, fields, rows)
    if bold is None or coloured is None or lit is None:
        return None
    if fields.bold is None:
        bold = [1 if counted else 0]
    right = [i for i in range(1, count) if i != at and numeric(_bare(rows), i)]
    # With the signs of targets and plans, as they are set.
    signed, _ = aimed(ctx, header, _bare(rows))
    widths: Widths = fields.widths or partial(
        _widths, ctx, header, _measured(signed, at), bold, [0] if counted else [], right
    )
    if fields.widths and len(fields.widths) != count:
        widths = (1,) * count
        ctx.problems.add("table-widths", slide.mark, widths=len(fields.widths), columns=count)
    return _Content(
        header=header,
        rows=rows,
        lines=lines,
        at=at,
        bold=bold,
        right=right,
        centred=[0] if counted else [],
        coloured=coloured,
        lit=lit,
        total=total,
        widths=widths,
    )


def _rows_per_slide(ctx: Context, fields: Table) -> int:
    asked = fields.rows_per_slide
    if asked is None:
        return _MOST
    if not LEAST <= asked <= _MOST:
        mark = fields.rows_per_slide_mark
        ctx.problems.add("table-rows-per-slide", mark, least=LEAST, most=_MOST)
    return min(max(asked, LEAST), _MOST)


def _ends(count: int, pages: int, each: int | None) -> list[int]:
    """Where the rows of each page end: `each` on every page but the last, else shares alike."""
    if each is None:
        return [-(-count * n // pages) for n in range(pages + 1)]
    ends = [*range(0, count, max(each, LEAST)), count]
    if len(ends) > 2 and ends[-1] - ends[-2] < LEAST < each:
        ends[-2] -= LEAST - (ends[-1] - ends[-2])
    return ends


def _steps(ends: Sequence[int], drawn: bool) -> list[tuple[Step, ...]]:
    """The steps at which pages may be set, one set after the other. Pages that go on are of one
    size; smaller ones than that of dense text are for many rows without lines `drawn` in them."""
    many = ends[-1] >= _MANY and not drawn
    if len(ends) == 2:
        return [(*_LARGE, *_SMALL) if many else _LARGE]
    return [_LARGE, *((step,) for step in (_SMALL if many else ()))]


def _pages(
    fields: Table,
    slide: Slide,
    ctx: Context,
    content: _Content,
    ends: Sequence[int],
    steps: Sequence[Step],
) -> tuple[Page, ...]:
    pages = []
    count, tallest = len(ends) - 1, 0
    for number, (start, end) in enumerate(pairwise(ends), 1):
        own = numbered(ctx, slide, number, count)
        rows = begun_anew(content.rows, start, end)
        whole = (content.header, *rows)
        cells = None if fields.data else spanned(ctx, whole)
        header, *body = cells.rows if cells else whole
        shown, aims = aimed(ctx, header, body)
        grid = Grid(
            name=Name("table"),
            header=header,
            rows=shown,
            widths=content.widths,
            alt=ctx.say(f"表格：{own.title}", f"Table: {own.title}"),
            bold=content.bold,
            right=content.right,
            centred=content.centred,
            coloured=content.coloured,
            lit=[row - start for row in content.lit],
            spans=cells.spans if cells else {},
            total=content.total and end == len(content.rows),
            tight=True,
            eased=True,
            pad=_PAD,
            tallest=tallest,
            mark=own.mark,
        )
        if count == 1:
            larger = (_LARGEST, _LARGER) if len(content.rows) <= _HANDFUL else (_LARGER,)
            best = next(
                (each for each in larger if _stands_larger(ctx, grid, steps[0], each)), None
            )
            steps = (best, *steps) if best else steps
        drawn = low_table(ctx, grid, steps) if count == 1 else None
        drawn = drawn or table(ctx, grid, ctx.canvas.noted, steps)
        # Rows of a last page with few are no taller than those before.
        tallest = max(drawn.heights[1:], default=0)
        lines = [values for values in content.lines[start:end] if values]
        sparks: tuple[Item, ...] = ()
        if content.at is not None:
            from briefgen.parts.spark import spark_lines

            sparks = spark_lines(ctx, drawn, content.at, lines)
        pages.append(framed(ctx, own, "title-only", (drawn, *sparks), note=fields.note, marks=aims))
    return tuple(pages)


def _stands_larger(ctx: Context, grid: Grid, usual: Step, larger: Step) -> bool:
    """Whether a table has room for a row more, and for some words in each cell, in a larger size
    too, and no cell has more lines in it than in the usual one."""
    place = ctx.canvas.noted
    if ctx.house or usual.size >= larger.size:
        return False
    heights, grown = heights_of_rows(ctx, grid, place.w, larger)
    least, _ = heights_of_rows(ctx, grid, place.w, usual)
    apart = 2 * grid.pad
    same = all(
        (a - apart) * usual.leading * 100 <= (b - apart) * larger.leading * _SAME
        for a, b in zip(heights, least, strict=True)
    )
    return same and max(sum(heights) + max(heights[1:]), sum(grown)) <= place.h


def _chosen(
    ctx: Context, columns: Sequence[str], names: Sequence[str], mark: Mark
) -> list[int] | None:
    found = chosen_of(columns, names)
    if -1 not in found:
        return found
    name = columns[found.index(-1)]
    ctx.problems.add("table-column", mark, name=name, offer=nearest(name, names))
    return None


def _rows_lit(ctx: Context, fields: Table, rows: Sequence[Row]) -> list[int] | None:
    """The rows to stand out, from 0: by the words of their first or second cell."""
    names = [{str(text).strip() for text in row[:2]} for row in rows]
    found = []
    for said in fields.highlight:
        at = next((n for n, own in enumerate(names) if said in own), -1)
        if at < 0 and said.isdecimal() and 1 <= int(said) <= len(rows):
            at = int(said) - 1
        if at < 0:
            offer = nearest(said, [str(row[0]) for row in rows])
            ctx.problems.add("table-row", fields.highlight_mark, name=said, offer=offer)
            return None
        found.append(at)
    return found


def _widths(
    ctx: Context,
    header: Row,
    rows: Sequence[Row],
    bold: Sequence[int],
    narrow: Sequence[int],
    right: Sequence[int],
    step: Step,
) -> Sequence[int]:
    return natural_widths(ctx, header, rows, ctx.canvas.noted.w, step, bold, narrow, right)


def _bare(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with nothing in cells that go on from others."""
    signs = (ABOVE, LEFT)
    return [tuple(words("") if str(t).strip() in signs else t for t in row) for row in rows]


def without_drawn(fields: Table) -> Table:
    """The fields without the columns that are drawn as lines, which no page has in words."""
    names = [str(text) for text in fields.header]
    drawn = set(chosen_of(fields.spark.columns, names)) if fields.spark else set()
    left = [i for i in range(len(names)) if i not in drawn]
    rows = tuple(tuple(row[i] for i in left if i < len(row)) for row in fields.rows)
    return replace(fields, header=tuple(fields.header[i] for i in left), rows=rows)


def _measured(rows: Sequence[Row], at: int | None) -> Sequence[Row]:
    """The rows, with as many words as a line wants room for in the column of lines."""
    if at is None:
        return rows
    return [(*row[:at], words("线" * _LINE), *row[at + 1 :]) for row in rows]


KIND = Kind(
    name="table",
    fields=Table,
    compose=compose,
    called=Named("表格", "表格", "Table"),
)
