"""Turn dated events into a timeline slide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.model import Event, Slide, Text
from briefgen.outline.rules import Length
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.timeline import Look, timeline
from briefgen.scene.items import Page
from briefgen.scene.layouts import BODY_NOTED
from briefgen.theme.model import DECK

LOOK = Look(
    when=(DECK["head"], DECK["dense"]),
    what=(DECK["dense"], DECK["small"]),
    axis=pt(72),
    node=pt(16),
    gap=pt(12),
    card=pt(10),
)


@dataclass(frozen=True)
class Timeline:
    """Two to six dated events; `target: yes` marks a goal. Distances are not to scale."""

    events: Annotated[tuple[Event, ...], Length(2, 6)]
    note: Text | None = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, Timeline)
    high = min(BODY_NOTED.h, pt(272))
    top = BODY_NOTED.y + (BODY_NOTED.h - high) // 3
    area = Rect(BODY_NOTED.x, top, BODY_NOTED.w, high)
    items = timeline(ctx, fields.events, area, LOOK)
    return (framed(ctx, slide, "timeline", items, note=fields.note),)


KIND = Kind("timeline", Timeline, compose)
