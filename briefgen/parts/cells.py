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
    if bool(rows) == bool(data) or (rows and not header):
        ctx.problems.error(
            "missing", "the table has no rows" if not rows and not data else "the table's rows are "
            "given twice, or without a header",
            slide.mark, "write header: and rows:, or data: {file, columns}",
        )  # fmt: skip
        return (), ()
    if not data:
        return header, rows
    table = ctx.brief.data.get(data)
    if table is None:
        return (), ()
    if header and len(header) != len(table.header):
        ctx.problems.error(
            "table-shape", f"{len(header)} names for {len(table.header)} columns", header[0].mark,
            "give a name for each column",
        )  # fmt: skip
        return (), ()
    named = header or tuple(_cell(ctx, datum) for datum in table.header)
    return named, tuple(tuple(_cell(ctx, datum) for datum in row) for row in table.rows)


def _cell(ctx: Context, datum: Datum) -> Text:
    if datum.figure:
        return Text((Segment(str(ctx.shown(datum.figure)), datum.figure),), datum.mark)
    if ctx.language == "en" and has_hanzi(datum.text):
        ctx.problems.error(
            "missing-translation", f"the audience reads English, “{datum.text}” is Chinese",
            datum.mark, "give this audience a file in English, with “set:”, or drop the slide",
        )  # fmt: skip
    return words(ctx.brief.in_script(datum.text), datum.mark)
