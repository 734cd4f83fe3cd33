"""Turn dated events into a timeline slide."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Event, Slide, Text
from briefgen.geometry import pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.timeline import Look, timeline
from briefgen.record import Record
from briefgen.scene.items import Page
from briefgen.scene.layouts import BODY_NOTED
from briefgen.scene.things import Named
from briefgen.theme.model import DECK

LOOK = Look(
    when=(DECK["lead"], DECK["head"], DECK["head"], DECK["dense"]),
    what=(DECK["head"], DECK["body"], DECK["dense"], DECK["small"]),
    normal=2,
    axis=pt(56),
    node=pt(16),
    gap=pt(12),
    card=pt(10),
    least=pt(140),
)


class Timeline(Record):
    """Two to six dated events; `target: yes` marks a goal. Distances are not to scale."""

    events: Annotated[tuple[Event, ...], Length(2, 6), Doc("{when, what, target}, in order.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Timeline, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    items = timeline(ctx, fields.events, BODY_NOTED, LOOK)
    return (framed(ctx, slide, "timeline", items, note=fields.note),)


KIND = Kind(
    name="timeline", fields=Timeline, compose=compose, called=Named("时间轴", "時間軸", "Timeline")
)
