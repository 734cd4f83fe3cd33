"""Turn dated events into a timeline that runs down the page."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Event, Text
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import (
    Block,
    heading,
    heading_height,
    height_of,
    text_box,
)
from briefgen.pages.onepager.plan import Plan
from briefgen.parts.context import Context
from briefgen.parts.text import para, set_in
from briefgen.scene.items import Item, Rule, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.typography.text import Paragraph

_NODE = mm(2.2)
# How far right of the dates the events stand, their axis between them.
AXIS = mm(6.5)


def timeline(ctx: Context, plan: Plan, events: Sequence[Event], width: int) -> Block:
    """Dates, nodes on an axis, and what happens, from top to bottom; what lies ahead is hollow."""
    density, page = plan.density, ctx.brief.page
    title: Text | str = page.timeline_title or ctx.say("时间线", "Timeline")
    head = plan.says(title) if isinstance(title, Text) else title
    dates = [
        para(
            event.when, density.label, bold=True, colour="primary", align="right", short=plan.short
        )
        for event in events
    ]
    happens = [
        para(event.what, density.label, strong="primary", short=plan.short) for event in events
    ]
    when = date_width(ctx, dates, width)
    axis, left = when + mm(3), when + AXIS
    heights = [
        max(height_of(ctx, (date,), when), height_of(ctx, (what,), width - left))
        for date, what in zip(dates, happens, strict=True)
    ]
    top = heading_height(ctx, head, density, width)
    least, most = mm(1.5), mm(6)
    flex = round(mm(20) * density.spare)
    steps = max(1, len(events) - 1)

    def draw(rect: Rect) -> tuple[Item, ...]:
        made, y = heading(ctx, Name("timeline"), head, density, rect)
        spare = rect.bottom - y - sum(heights)
        gap = max(0, min(spare // steps, most + flex))
        nodes: list[int] = []
        boxes: list[Item] = []
        for number, event in enumerate(events):
            height, on = heights[number], str(event.when)
            nodes.append(y + density.label.leading // 2)
            day = Rect(rect.x, y, when, height)
            what = Rect(rect.x + left, y, rect.w - left, height)
            boxes += (
                text_box(ctx, Name("moment", of=on), day, (dates[number],), mark=event.when.mark),
                text_box(ctx, Name("event", of=on), what, (happens[number],), mark=event.what.mark),
            )
            y += height + gap
        x = rect.x + axis
        line = Rule(Name("time-axis"), x, nodes[0], x, nodes[-1], Stroke("primary", pt(1)))
        return (*made, line, *_nodes(events, x, nodes), *boxes)

    return Block(
        height=top + sum(heights) + least * steps,
        draw=draw,
        stretch=(most - least) * steps,
        share=27,
        named="timeline-is",
        mark=events[-1].what.mark,
        flex=flex * steps,
    )


def _nodes(events: Sequence[Event], x: int, nodes: Sequence[int]) -> tuple[Shape, ...]:
    return tuple(
        Shape(
            Name("node", of=str(event.when)),
            Rect(x - _NODE // 2, centre - _NODE // 2, _NODE, _NODE),
            geometry="ellipse",
            fill="white" if event.target else "primary",
            stroke=Stroke("primary", pt(1)),
        )
        for event, centre in zip(events, nodes, strict=True)
    )


def date_width(ctx: Context, dates: Sequence[Paragraph], width: int) -> int:
    """The least width in which every date stays on one line, if that leaves enough."""
    most = width * 2 // 5
    lines = [line for date in dates for line in set_in(ctx, (date,), most).lines]
    return min(most, max((line.width for line in lines), default=0) + pt(1))
