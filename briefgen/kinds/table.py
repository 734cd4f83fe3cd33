"""Turn rows of texts into a table slide, or several where it is too long for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from briefgen.kinds.base import Kind
from briefgen.outline.model import Slide, Text
from briefgen.outline.rules import Length
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.table import Grid, table
from briefgen.scene.items import Page
from briefgen.scene.layouts import BODY_NOTED
from briefgen.theme.model import DECK


@dataclass(frozen=True)
class Table:
    """A header and up to seven rows of up to five cells; the first column stands out."""

    header: Annotated[tuple[Text, ...], Length(2, 5)]
    rows: Annotated[tuple[tuple[Text, ...], ...], Length(1, 7)]
    widths: Annotated[tuple[int, ...], Length(0, 5)] = ()
    note: Text | None = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, Table)
    count = len(fields.header)
    for row in fields.rows:
        if len(row) != count:
            ctx.problems.error(
                "table-shape",
                f"this row has {len(row)} cells, the header has {count}",
                row[0].mark if row else slide.mark,
                "give every row one cell for each column",
            )
            return (framed(ctx, slide, "title-only", ()),)
    widths = fields.widths or (1,) * count
    if len(widths) != count:
        ctx.problems.error("table-shape", f"{len(widths)} widths for {count} columns", slide.mark)
        widths = (1,) * count
    alt = ctx.say(f"表格：{slide.title}", f"Table: {slide.title}")
    grid = Grid(
        ctx.say("表格", "Table"), fields.header, fields.rows, widths, alt, bold=(0,),
        mark=slide.mark,
    )  # fmt: skip
    made = table(ctx, grid, BODY_NOTED, (DECK["body"], DECK["dense"]))
    return (framed(ctx, slide, "title-only", (made,), note=fields.note),)


KIND = Kind("table", Table, compose)
