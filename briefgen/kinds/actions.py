"""Turn what is to be done into a table: what, who, until when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Cells, Dated, Doc, Length
from briefgen.brief.model import Slide, Text
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.spread import spread
from briefgen.parts.table import Grid, table
from briefgen.record import Record
from briefgen.scene.items import Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK

_MOST = 6


class Action(Record):
    """One thing to be done."""

    item: Annotated[Text, Doc("What is to be done, up to 40 characters.")]
    owner: Annotated[Text, Doc("Who does it.")]
    due: Annotated[Text, Dated(), Doc("Until when.")]


class Actions(Record):
    """What is to be done, by whom and until when; six on a slide, more on further slides."""

    items: Annotated[tuple[Action, ...], Length(1, 36), Doc("The most urgent first.")]
    header: Annotated[
        tuple[Text, ...], Length(0, 3), Cells(), Doc("Other words for item, owner and due.")
    ] = ()
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Actions, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    if fields.header and len(fields.header) != 3:
        ctx.problems.add("actions-header", fields.header[0].mark, count=len(fields.header))
        return (framed(ctx, slide, "title-only", ()),)
    own = (ctx.say("事项", "Action"), ctx.say("责任单位", "Owner"), ctx.say("时限", "Due"))
    header: tuple[Text | str, ...] = ("#", *(fields.header or own))
    rows = list(enumerate(fields.items, 1))

    def page(ctx: Context, slide: Slide, part: Sequence[tuple[int, Action]]) -> Page:
        cells = [(str(number), act.item, act.owner, act.due) for number, act in part]
        alt = ctx.say(f"任务表：{slide.title}", f"Actions: {slide.title}")
        grid = Grid(
            name=Name("actions"),
            header=header,
            rows=cells,
            widths=(5, 55, 22, 18),
            alt=alt,
            bold=(0,),
            mark=slide.mark,
        )
        made = table(ctx, grid, ctx.canvas.noted, (DECK["body"], DECK["dense"]))
        return framed(ctx, slide, "title-only", (made,), note=fields.note)

    return spread(ctx, slide, rows, _MOST, page)


KIND = Kind(
    name="actions", fields=Actions, compose=compose, called=Named("任务", "任務", "Actions")
)
