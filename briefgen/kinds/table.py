"""Turn rows of texts into a table slide, or several where it is too long for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Data, Slide, Text
from briefgen.kinds.base import Kind
from briefgen.parts.cells import read_cells
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.spread import spread
from briefgen.parts.table import Grid, natural_widths, table
from briefgen.patterns import pattern
from briefgen.record import Record
from briefgen.scene.items import Page
from briefgen.scene.layouts import BODY_NOTED
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK

# A number with its sign and its unit, or what stands for none.
_NUMBER = pattern(r"[-+−±]?\d[\d,.]*\s?[%‰％\w/·²³]{0,6}|[-–—−]{1,2}|")
# Rows that a slide holds at the size of dense text.
_MOST = 7


class Table(Record):
    """A header and rows of up to five cells; the first column stands out.

    Seven rows fill a slide; more go on further slides, under the same header.
    """

    header: Annotated[tuple[Text, ...], Length(2, 5), Doc("A few words for each column.")] = ()
    rows: Annotated[
        tuple[tuple[Text, ...], ...], Length(1, 42), Doc("Rows of cells, one for each column.")
    ] = ()
    data: Annotated[Data | None, Doc("Columns of a CSV or XLSX file, instead of rows.")] = None
    widths: Annotated[
        tuple[int, ...],
        Length(0, 5),
        Doc("The columns' widths relative to each other, [3, 5]; else as wide as their words."),
    ] = ()
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Table, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    header, rows = read_cells(ctx, slide, fields.header, fields.rows, fields.data)
    count = len(header)
    for row in rows:
        if len(row) != count:
            mark = row[0].mark if row else slide.mark
            ctx.problems.add("table-row-length", mark, cells=len(row), columns=count)
            return (framed(ctx, slide, "title-only", ()),)
    if not rows:
        return (framed(ctx, slide, "title-only", ()),)
    widths = fields.widths or natural_widths(
        ctx, header, rows, BODY_NOTED.w, DECK["body"], bold=(0,)
    )
    if len(widths) != count:
        ctx.problems.add("table-widths", slide.mark, widths=len(widths), columns=count)
        widths = (1,) * count

    numeric = [i for i in range(1, count) if all(_is_number(row[i]) for row in rows)]

    def page(ctx: Context, slide: Slide, rows: Sequence[tuple[Text, ...]]) -> Page:
        alt = ctx.say(f"表格：{slide.title}", f"Table: {slide.title}")
        grid = Grid(
            name=Name("table"),
            header=header,
            rows=rows,
            widths=widths,
            alt=alt,
            bold=(0,),
            right=numeric,
            mark=slide.mark,
        )
        made = table(ctx, grid, BODY_NOTED, (DECK["body"], DECK["dense"]))
        return framed(ctx, slide, "title-only", (made,), note=fields.note)

    return spread(ctx, slide, rows, _MOST, page)


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
