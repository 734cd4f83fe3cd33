"""Turn comparable figures into a bar chart beside the claim it proves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from briefgen.geometry import pt
from briefgen.kinds.base import Kind
from briefgen.outline.model import Ref, Slide, Text
from briefgen.outline.rules import Length
from briefgen.parts.chart import Bars, bar_chart
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.side import side
from briefgen.scene.items import Item, Page
from briefgen.scene.layouts import BODY_NOTED, column
from briefgen.theme.model import DECK


@dataclass(frozen=True)
class Bar:
    """Two to eight figures of one unit as bars from zero, one highlighted, and what they show."""

    figures: Annotated[tuple[Ref, ...], Length(2, 8)]
    highlight: Ref | None = None
    claim: Text | None = None
    points: Annotated[tuple[Text, ...], Length(0, 4)] = ()
    note: Text | None = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, Bar)
    beside = bool(fields.claim or fields.points)
    area = column(0, 8, BODY_NOTED) if beside else BODY_NOTED
    bars = Bars(
        ctx.say("条形图", "Bar chart"),
        [ref.id for ref in fields.figures],
        fields.highlight.id if fields.highlight else "",
        mark=fields.figures[0].mark,
    )
    chart = bar_chart(ctx, bars, area.inset(0, pt(4), 0, pt(4)), DECK["dense"], DECK["head"])
    items: list[Item] = [chart] if chart else []
    if beside:
        items += side(ctx, fields.claim, fields.points, column(8, 4, BODY_NOTED), slide.mark)
    return (framed(ctx, slide, "side", items, note=fields.note),)


KIND = Kind("bar", Bar, compose)
