"""Turn rows of the outline, or columns of a data file, into the texts of a table's cells."""

from __future__ import annotations

from briefgen.brief.model import Data, Datum, Segment, Slide, Text, words
from briefgen.chinese.hanzi import has_hanzi
from briefgen.parts.context import Context

Row = tuple[Text, ...]


def read_cells(
    ctx: Context, slide: Slide, header: Row, rows: tuple[Row, ...], data: Data | None
) -> tuple[Row, tuple[Row, ...]]:
    """The header and the rows of a table slide; empty, with a problem, where they are not given.

    Of a file, values read as figures do in the audience's language; `header` may rename columns.
    """
    if not rows and not data:
        ctx.problems.add("table-without-rows", slide.mark)
        return (), ()
    if rows and data:
        ctx.problems.add("table-rows-twice", slide.mark)
        return (), ()
    if rows and not header:
        ctx.problems.add("table-without-header", slide.mark)
        return (), ()
    if not data:
        return header, rows
    table = ctx.brief.attached.data.get(data)
    if table is None:
        return (), ()
    if header and len(header) != len(table.header):
        counts = {"names": len(header), "columns": len(table.header)}
        ctx.problems.add("table-header-length", header[0].mark, **counts)
        return (), ()
    named = header or tuple(_cell(ctx, datum) for datum in table.header)
    return named, tuple(tuple(_cell(ctx, datum) for datum in row) for row in table.rows)


def _cell(ctx: Context, datum: Datum) -> Text:
    if datum.figure:
        return Text((Segment(str(ctx.shown(datum.figure)), datum.figure),), datum.mark)
    if ctx.language == "en" and has_hanzi(datum.text):
        ctx.problems.add("cell-untranslated", datum.mark, text=datum.text)
    return words(ctx.brief.in_script(datum.text), datum.mark)
