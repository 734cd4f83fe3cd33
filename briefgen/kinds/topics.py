"""Turn all topics into one map: effort, goal, leading figure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Slide, Text, Topic
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.spread import spread
from briefgen.parts.table import Grid, natural_widths, table
from briefgen.parts.text import para
from briefgen.record import Record
from briefgen.scene.items import Page
from briefgen.scene.layouts import BODY_NOTED
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Paragraph, Run, Style

# Topics that fill a slide.
_MOST = 8


class Topics(Record):
    """All topics, a row each: the effort, the goal it leads to, its first figure. Eight fill a
    slide; more go on further slides."""

    header: Annotated[
        tuple[Text, ...], Length(0, 3), Doc("Other words for effort, goal and figure.")
    ] = ()
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Topics, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def leading_figure(topic: Topic, step: Step) -> tuple[Paragraph, ...]:
        if not topic.figures:
            return (para("—", step, colour="ink2"),)
        id = topic.figures[0].id
        return (
            Paragraph(
                (
                    Run(str(ctx.shown(id)), Style(step.size, True, "primary"), id),
                    Run(
                        ctx.say("　", "  ") + str(ctx.label(id)),
                        Style(DECK["small"].size, False, "ink2"),
                    ),
                ),
                step.leading,
            ),
        )

    header: tuple[Text | str, ...] = fields.header or (
        ctx.say("全力", "Effort"),
        ctx.say("目标", "Goal"),
        ctx.say("标志性数字", "Leading figure"),
    )

    def page(ctx: Context, slide: Slide, topics: Sequence[Topic]) -> Page:
        rows = [(topic.effort, topic.goal, partial(leading_figure, topic)) for topic in topics]
        widths = natural_widths(ctx, header, rows, BODY_NOTED.w, DECK["body"], bold=(1,))
        grid = Grid(
            name=name, header=header, rows=rows, widths=widths, alt=alt, bold=(1,), mark=slide.mark
        )
        made = table(ctx, grid, BODY_NOTED, (DECK["body"], DECK["dense"]))
        return framed(ctx, slide, "title-only", (made,), note=fields.note)

    name = Name("topics")
    alt = ctx.say(f"表格：{slide.title}", f"Table: {slide.title}")
    return spread(ctx, slide, ctx.brief.topics, _MOST, page)


KIND = Kind(
    name="topics", fields=Topics, compose=compose, called=Named("专题总览", "專題總覽", "Topics")
)
