"""Turn dated events into a timeline: along the page where it is wide, else down it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefgen.brief.model import Event, Text
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import (
    Block,
    heading,
    heading_height,
    height_of,
    on_one_line,
    text_box,
)
from briefgen.pages.onepager.plan import Plan
from briefgen.parts.context import Context
from briefgen.parts.status import statuses_of
from briefgen.parts.text import para, set_in, unbroken
from briefgen.record import Record
from briefgen.scene.items import Item, Rule, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.typography.text import Align, Paragraph

_NODE = mm(2.2)
# How far right of the dates the events stand, their axis between them; and how far right of the
# axis they stand where the dates are above them.
_AXIS, _BESIDE = mm(6.5), mm(4)
# From this width on the axis runs along the page.
WIDE = mm(130)
# How far apart events stand at least and, down the page, at most; and above and below the axis.
_LEAST, _MOST, _APART, _ROUND = mm(1.5), mm(6), mm(4), mm(1.5)


class _Moment(Record):
    """An event: when, what, and whether it lies ahead."""

    event: Event
    date: Paragraph
    what: Paragraph


def timeline(ctx: Context, plan: Plan, events: Sequence[Event], width: int) -> Block:
    """Dates, nodes on an axis, and what happens; what lies ahead is hollow."""
    above = _moments(plan, events, "left")
    lane = (width + _APART) // len(events) - _APART
    said = [text for each in above for text in (each.date, each.what)]
    if width >= WIDE and len(events) > 1 and unbroken(ctx, said, lane):
        return _along(ctx, plan, above, width)
    beside = _moments(plan, events, "right")
    when = _date_width(ctx, [each.date for each in beside], width)
    room = width - when - _AXIS
    if all(on_one_line(ctx, each.what, room) for each in beside):
        return _beside(ctx, plan, beside, width, when)
    return _stacked(ctx, plan, above, width)


def _moments(plan: Plan, events: Sequence[Event], align: Align) -> list[_Moment]:
    label, short = plan.density.label, plan.short
    return [
        _Moment(
            event,
            para(event.when, label, bold=True, align=align, short=short),
            para(event.what, label, strong="ink", short=short),
        )
        for event in events
    ]


def _beside(ctx: Context, plan: Plan, moments: Sequence[_Moment], width: int, when: int) -> Block:
    """Down the page, the dates left of the axis."""
    leading = plan.density.label.leading

    def draw(rect: Rect, y: int, gap: int) -> tuple[Item, ...]:
        nodes: list[int] = []
        boxes: list[Item] = []
        for each in moments:
            nodes.append(y + leading // 2)
            boxes += _boxes(
                ctx,
                each,
                Rect(rect.x, y, when, leading),
                Rect(rect.x + when + _AXIS, y, rect.w - when - _AXIS, leading),
            )
            y += leading + gap
        return _axis(ctx, moments, [(rect.x + when + mm(3), node) for node in nodes], 0) + tuple(
            boxes
        )

    return _down(ctx, plan, moments, width, leading * len(moments), draw)


def _stacked(ctx: Context, plan: Plan, moments: Sequence[_Moment], width: int) -> Block:
    """Down the page, the dates above what happens."""
    leading, room = plan.density.label.leading, width - _BESIDE
    tall = [leading + height_of(ctx, (each.what,), room) for each in moments]

    def draw(rect: Rect, y: int, gap: int) -> tuple[Item, ...]:
        nodes: list[int] = []
        boxes: list[Item] = []
        for each, height in zip(moments, tall, strict=True):
            nodes.append(y + leading // 2)
            x = rect.x + _BESIDE
            date, what = Rect(x, y, room, leading), Rect(x, y + leading, room, height - leading)
            boxes += _boxes(ctx, each, date, what)
            y += height + gap
        return _axis(ctx, moments, [(rect.x + _NODE // 2, node) for node in nodes], 0) + tuple(
            boxes
        )

    return _down(ctx, plan, moments, width, sum(tall), draw)


def _down(
    ctx: Context,
    plan: Plan,
    moments: Sequence[_Moment],
    width: int,
    tall: int,
    body: Callable[[Rect, int, int], tuple[Item, ...]],
) -> Block:
    """A block of events below each other that need so much height without what is between them."""
    head = _title(ctx, plan)
    flex = round(mm(20) * plan.density.spare)
    steps = max(1, len(moments) - 1)

    def draw(rect: Rect) -> tuple[Item, ...]:
        made, y = heading(ctx, Name("timeline"), head, plan.density, rect)
        gap = max(0, min((rect.bottom - y - tall) // steps, _MOST + flex))
        return (*made, *body(rect, y, gap))

    return Block(
        height=heading_height(ctx, head, plan.density, width) + tall + _LEAST * steps,
        draw=draw,
        stretch=(_MOST - _LEAST) * steps,
        share=27,
        named="timeline-is",
        mark=moments[-1].event.what.mark,
        flex=flex * steps,
    )


def _along(ctx: Context, plan: Plan, moments: Sequence[_Moment], width: int) -> Block:
    """Along the page: dates above the axis, what happens below it."""
    head = _title(ctx, plan)
    lane = (width + _APART) // len(moments) - _APART
    above = max(height_of(ctx, (each.date,), lane) for each in moments)
    below = max(height_of(ctx, (each.what,), lane) for each in moments)
    tall = above + below + _NODE + 2 * _ROUND

    def draw(rect: Rect) -> tuple[Item, ...]:
        made, y = heading(ctx, Name("timeline"), head, plan.density, rect)
        y += max(0, min(rect.bottom - y - tall, rect.h)) // 2
        axis = y + above + _ROUND + _NODE // 2
        boxes: list[Item] = []
        nodes: list[tuple[int, int]] = []
        for area, each in zip(rect.columns(len(moments), _APART), moments, strict=True):
            nodes.append((area.x + _NODE // 2, axis))
            high = height_of(ctx, (each.date,), lane)
            date = Rect(area.x, y + above - high, area.w, high)
            what = Rect(area.x, axis + _NODE // 2 + _ROUND, area.w, below)
            boxes += _boxes(ctx, each, date, what)
        return (*made, *_axis(ctx, moments, nodes, rect.right), *boxes)

    return Block(
        height=heading_height(ctx, head, plan.density, width) + tall,
        draw=draw,
        stretch=mm(5),
        share=20,
        named="timeline-is",
        mark=moments[-1].event.what.mark,
        flex=mm(24) if plan.density.spare < 1 else mm(4),
    )


def _title(ctx: Context, plan: Plan) -> Text | str:
    title: Text | str = ctx.brief.page.timeline_title or ctx.say("时间线", "Timeline")
    return plan.says(title) if isinstance(title, Text) else title


def _boxes(ctx: Context, each: _Moment, date: Rect, what: Rect) -> tuple[Item, ...]:
    on, event = str(each.event.when), each.event
    return (
        text_box(ctx, Name("moment", of=on), date, (each.date,), mark=event.when.mark),
        text_box(ctx, Name("event", of=on), what, (each.what,), mark=event.what.mark),
    )


def _axis(
    ctx: Context, moments: Sequence[_Moment], nodes: Sequence[tuple[int, int]], end: int
) -> tuple[Item, ...]:
    """The axis through the nodes, dashed where it leads to what lies ahead; with an `end` it goes
    on to there."""
    lines: list[Item] = []
    own = statuses_of(ctx, [each.event for each in moments])
    targets = [each != "achieved" for each in own]
    stops = [*nodes, (end, nodes[-1][1])] if end else list(nodes)
    for number, ((x1, y1), (x2, y2)) in enumerate(pairwise(stops)):
        ahead = targets[min(number + 1, len(targets) - 1)]
        stroke = Stroke("primary", pt(1), dashed=ahead)
        lines.append(Rule(Name("time-axis", number + 1), x1, y1, x2, y2, stroke))
    return (*lines, *_nodes(ctx, moments, nodes))


def _nodes(
    ctx: Context, moments: Sequence[_Moment], nodes: Sequence[tuple[int, int]]
) -> tuple[Shape, ...]:
    own = statuses_of(ctx, [each.event for each in moments])
    return tuple(
        Shape(
            Name("node", of=str(each.event.when)),
            Rect(x - _NODE // 2, y - _NODE // 2, _NODE, _NODE),
            geometry="ellipse",
            fill="primary" if status == "achieved" else "white",
            stroke=Stroke("primary", pt(1)),
        )
        for each, status, (x, y) in zip(moments, own, nodes, strict=True)
    )


def _date_width(ctx: Context, dates: Sequence[Paragraph], width: int) -> int:
    """The least width in which every date stays on one line, if that leaves enough."""
    most = width * 2 // 5
    lines = [line for date in dates for line in set_in(ctx, (date,), most).lines]
    return min(most, max((line.width for line in lines), default=0) + pt(1))
