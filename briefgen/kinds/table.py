"""Turn rows of texts into a table slide, or several where it is too long for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Data, Slide, Text, words
from briefgen.kinds.base import Kind
from briefgen.parts.cells import Row, read_cells
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.spark import Spark, chosen_of, spark_lines, sparked
from briefgen.parts.spread import spread
from briefgen.parts.table import Grid, natural_widths, table
from briefgen.patterns import pattern
from briefgen.record import Record, replace
from briefgen.scene.items import Page
from briefgen.scene.layouts import BODY_NOTED
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK

# A number with its sign and its unit, or what stands for none.
_NUMBER = pattern(r"[-+−±]?\d[\d,.]*\s?[%‰％\w/·²³]{0,6}|[-–—−]{1,2}|")
# Rows that a slide holds at the size of dense text.
_MOST = 7
# Columns that it holds, whatever is drawn.
_COLUMNS = 5
# A column of lines is as wide as so many hanzi.
_LINE = 13


class Table(Record):
    """A header and rows of up to five cells; the first column stands out.

    Seven rows fill a slide; more go on further slides, under the same header. Columns of numbers
    over time may be drawn as a line in each row.
    """

    header: Annotated[tuple[Text, ...], Length(2, 28), Doc("A few words for each column.")] = ()
    rows: Annotated[
        tuple[tuple[Text, ...], ...], Length(1, 42), Doc("Rows of cells, one for each column.")
    ] = ()
    data: Annotated[Data | None, Doc("Columns of a CSV or XLSX file, instead of rows.")] = None
    widths: Annotated[
        tuple[int, ...],
        Length(0, 5),
        Doc("The columns' widths relative to each other, [3, 5]; else as wide as their words."),
    ] = ()
    spark: Annotated[
        Spark | None, Doc("Columns to be drawn as a line in each row: {columns, head, unit}.")
    ] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Table, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    header, rows = read_cells(ctx, slide, fields.header, fields.rows, fields.data)
    count = len(header)
    for row in rows:
        if len(row) != count:
            mark = row[0].mark if row else slide.mark
            ctx.problems.add("table-row-length", mark, cells=len(row), columns=count)
            return (framed(ctx, slide, "title-only", ()),)
    made = sparked(ctx, fields.spark, header, rows) if rows and fields.spark else None
    if not rows or (fields.spark and not made):
        return (framed(ctx, slide, "title-only", ()),)
    if made:
        header, rows, count = made.header, made.rows, len(made.header)
    if count > _COLUMNS:
        ctx.problems.add("table-too-wide", slide.mark, columns=count, most=_COLUMNS)
        return (framed(ctx, slide, "title-only", ()),)
    at = made.at if made else None
    widths = fields.widths or natural_widths(
        ctx, header, _measured(rows, at), BODY_NOTED.w, DECK["body"], bold=(0,)
    )
    if len(widths) != count:
        ctx.problems.add("table-widths", slide.mark, widths=len(widths), columns=count)
        widths = (1,) * count
    lines: Sequence[Values | None] = made.lines if made else (None,) * len(rows)

    numeric = [i for i in range(1, count) if i != at and all(_is_number(row[i]) for row in rows)]

    def page(ctx: Context, slide: Slide, part: Sequence[tuple[Row, Values | None]]) -> Page:
        grid = Grid(
            name=Name("table"),
            header=header,
            rows=[row for row, _ in part],
            widths=widths,
            alt=ctx.say(f"表格：{slide.title}", f"Table: {slide.title}"),
            bold=(0,),
            right=numeric,
            mark=slide.mark,
        )
        drawn = table(ctx, grid, BODY_NOTED, (DECK["body"], DECK["dense"]))
        own = [values for _, values in part if values]
        sparks = spark_lines(ctx, drawn, at, own) if at is not None else ()
        return framed(ctx, slide, "title-only", (drawn, *sparks), note=fields.note)

    return spread(ctx, slide, tuple(zip(rows, lines, strict=True)), _MOST, page)


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


def _is_number(text: Text) -> bool:
    """Whether a cell holds one figure, a bare number, or a dash for none."""
    segments = [segment for segment in text.segments if segment.text.strip()]
    if len(segments) == 1 and segments[0].figure:
        return True
    return bool(_NUMBER.fullmatch(str(text).strip()))


KIND = Kind(
    name="table",
    fields=Table,
    compose=compose,
    called=Named("表格", "表格", "Table"),
)
