"""Turn the page's timeline into an axis: what was reached to the left, what lies ahead dashed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise, product

from briefgen.brief.model import Event, Text
from briefgen.geometry import Rect
from briefgen.pages.onepager.block import Block, text_box
from briefgen.pages.picture.figures import (
    LADDER,
    fitting_role,
    is_plain,
    sat,
    value,
    valued,
)
from briefgen.pages.picture.halves import halved
from briefgen.pages.picture.measure import height_of, lines_of, natural, on_one_line
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.scale import Role
from briefgen.pages.picture.topics import columns_of
from briefgen.parts.context import Context
from briefgen.parts.status import Status, status_mark, statuses_of
from briefgen.parts.text import para, unbroken
from briefgen.record import Record, replace
from briefgen.scene.items import Group, Item, Rule, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.typography.paragraph import first_baseline
from briefgen.typography.text import Paragraph

# The side of a node, the axis' stroke, and how far apart events stand at least, in ems.
_NODE, _LINE, _APART = 1.2, 0.16, 0.6
# The least width of an event's words in ems, and the share of a page on which dates stand beside.
_WORDS, _DATES = 6.5, 30
# How far the axis stands below its title, in ems.
_UNDER = 0.5


class _Moment(Record):
    """An event: its date; its value, if its words begin or end with one; the words."""

    event: Event
    when: Paragraph
    value: Paragraph | None
    what: Paragraph | None

    def words(self) -> tuple[Paragraph, ...]:
        return tuple(each for each in (self.value, self.what) if each)


def axis(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The events in order, across the page where their values fit side by side, else down it."""
    events = ctx.brief.page.timeline if plan.shows("timeline") else ()
    if not events:
        return None
    across = None if plan.long else _across(ctx, plan, events, width)
    made = across or _down(ctx, plan, events, width)
    title = ctx.brief.page.timeline_title if plan.shows("timeline-title") else None
    return _titled(ctx, plan, title, made, width) if title else made


def _titled(ctx: Context, plan: Plan, title: Text, under: Block, width: int) -> Block:
    """The axis under its title."""
    head = para(plan.says(title), plan.scale.step("head"), bold=True, keep=not ctx.chinese)
    high = height_of(ctx, (head,), width)
    above = high + plan.scale.em(_UNDER)

    def draw(rect: Rect) -> tuple[Item, ...]:
        place = Rect(rect.x, rect.y, rect.w, high)
        box = text_box(ctx, Name("conclusion", of=str(title)), place, (head,), mark=title.mark)
        return (box, *under.draw(rect.inset(0, above, 0, 0)))

    return replace(under, height=under.height + above, draw=draw)


def _moments(ctx: Context, plan: Plan, events: Sequence[Event], role: Role) -> list[_Moment]:
    """The events' texts, their values at one size; a value that would be the only one among several
    events stands in its words."""
    scale = plan.scale
    moments = []
    found = [valued(ctx, event) for event in events]
    said = sum(bool(event.what.figures) for event in events)
    if (len(events) > 2 or said > 1) and sum(bool(id) for id, _ in found) == 1:
        found = [("", None)] * len(events)
    for event, (id, rest) in zip(events, found, strict=True):
        when = para(plan.says(event.when), scale.label, bold=True)
        if id:
            plain = is_plain(ctx, event, id)
            number: Paragraph | None = value(ctx, id, scale, role, plain=plain)
            what = para(rest, scale.label, colour="ink2") if rest else None
        else:
            number = None
            text, head = plan.says(event.what), scale.step("head")
            what = para(text, head, bold=True, keep=not ctx.chinese)
        moments.append(_Moment(event, when, number, what))
    return moments


def _tracks(
    ctx: Context, plan: Plan, events: Sequence[Event], width: int
) -> tuple[list[_Moment], list[int], int] | None:
    """The events, how wide each is, and how far they are apart: on equal tracks, of which a long
    value takes two; an even number of tracks stands on the page's columns. Values are rather
    smaller than on two tracks, but not as small as words. None where no size of them fits."""
    column, step = columns_of(plan, width, 2)
    large, small = LADDER[:-1], LADDER[-1:]
    for more, role in (*product((0, 1), large), *product((0, 1), small)):
        count = len(events) + more
        apart = plan.scale.em(_APART) if count % 2 else step - column
        track = (width - (count - 1) * apart) // count
        if track < plan.scale.em(_WORDS):
            continue
        moments = _moments(ctx, plan, events, role)
        spans = [_span(ctx, each, track, apart) for each in moments]
        if 0 not in spans and sum(spans) == count:
            return moments, [n * track + (n - 1) * apart for n in spans], apart
    return None


def _span(ctx: Context, moment: _Moment, track: int, apart: int) -> int:
    """How many tracks an event takes, one or two, so that its value stands on one line, its date on
    two at most, and no number in its words is parted; 0 where these are too few."""
    for count in (1, 2):
        wide = count * track + (count - 1) * apart
        if moment.value is None:
            told = moment.what is None or unbroken(ctx, (moment.what,), wide)
        else:
            told = on_one_line(ctx, moment.value, wide)
        if told and lines_of(ctx, moment.when, wide) <= (1 if ctx.chinese else 2):
            return count
    return 0


def _across(ctx: Context, plan: Plan, events: Sequence[Event], width: int) -> Block | None:
    scale = plan.scale
    found = _tracks(ctx, plan, events, width)
    if found is None:
        return None
    moments, widths, apart = found
    moments = [
        replace(each, what=halved(ctx, each.what, w)) if each.what else each
        for each, w in zip(moments, widths, strict=True)
    ]
    when = max(height_of(ctx, (each.when,), w) for each, w in zip(moments, widths, strict=True))
    node, gap = scale.em(_NODE), scale.em(0.45)
    # The first lines of all stand on one baseline.
    bases = [first_baseline(each.words()[0]) for each in moments]
    lowered = [max(bases) - each for each in bases]
    every = list(zip(moments, widths, lowered, strict=True))
    tall = max(low + height_of(ctx, each.words(), w) for each, w, low in every)
    height = when + gap + node + gap + tall

    def draw(rect: Rect) -> tuple[Item, ...]:
        items: list[Item] = []
        x, y = rect.x, rect.y + when + gap + node // 2
        nodes: list[tuple[Event, int]] = []
        for each, w, low in every:
            on = str(each.event.when)
            # Dates stand on the axis, whatever lines they take.
            high = height_of(ctx, (each.when,), w)
            place = Rect(x, rect.y + when - high, w, high)
            mark = each.event.when.mark
            own: list[Item] = [text_box(ctx, Name("moment", of=on), place, (each.when,), mark=mark)]
            top = y + node // 2 + gap + low
            for words in each.words():
                high = height_of(ctx, (words,), w)
                place = Rect(x, top, w, high)
                name = Name("value" if words is each.value else "event", of=on)
                own.append(text_box(ctx, name, place, (words,), mark=each.event.what.mark))
                top += high
            items.append(Group(Name("event", of=on), tuple(own)))
            nodes.append((each.event, x))
            x += w + apart
        return (*_drawn(ctx, plan, nodes, y, rect.right), *items)

    return Block(height=height, draw=draw, share=16, named="timeline-is", mark=events[-1].what.mark)


def _drawn(
    ctx: Context, plan: Plan, nodes: Sequence[tuple[Event, int]], y: int, end: int
) -> tuple[Item, ...]:
    """The line from node to node and on to the end, dashed to what lies ahead and beyond it, and
    the nodes."""
    side, width = plan.scale.em(_NODE), plan.scale.em(_LINE)
    items: list[Item] = []
    own = statuses_of(ctx, [event for event, _ in nodes])
    lies = [each != "achieved" for each in own]
    stops = [*nodes, (nodes[-1][0], end)]
    for ((_, x), (_, right)), ahead in zip(pairwise(stops), [*lies[1:], lies[-1]], strict=True):
        name = Name("time-axis-ahead") if ahead else Name("time-axis")
        stroke = Stroke("primary", width, dashed=ahead)
        items.append(Rule(name, x + side, y, right, y, stroke))
    for number, ((_, x), each) in enumerate(zip(nodes, own, strict=True), 1):
        items.append(_node(ctx, each, Rect(x, y - side // 2, side, side), number))
    return tuple(items)


def _node(ctx: Context, own: Status, place: Rect, number: int) -> Shape:
    """The mark of an event on the axis: reached, a target, or planned."""
    return status_mark(ctx, own, place, colour="primary", number=number)


# A paragraph, and where it stands beside the others of its event.
_Placed = tuple[Paragraph, Rect]


def _down(ctx: Context, plan: Plan, events: Sequence[Event], width: int) -> Block:
    """The events one below the other: date, node, value and words."""
    scale = plan.scale
    side, gap = scale.em(_NODE), scale.em(0.7)
    dates = [para(plan.says(e.when), scale.label, bold=True) for e in events]
    most = width * _DATES // 100
    when = max(natural(ctx, each, most) for each in dates) + scale.em(0.1)
    left = when + gap + side + gap
    ids = [id for id, _ in map(partial(valued, ctx), events) if id]
    role = fitting_role(ctx, ids, scale, width - left)
    moments = _moments(ctx, plan, events, role)
    rows = [_beside(ctx, plan, each, width - left) for each in moments]
    # Where the first line of an event stands, by which its date and its node stand too.
    firsts = [first_baseline(row[0][0]) for row in rows]
    heights = [max(place.bottom for _, place in row) for row in rows]
    least, most = scale.roomy(0.35, 0.8), scale.em(1.2)
    steps = max(1, len(events) - 1)
    height = sum(heights) + least * (len(events) - 1)

    def draw(rect: Rect) -> tuple[Item, ...]:
        between = least + min(most, max(0, rect.h - height) // steps)
        items: list[Item] = []
        nodes: list[tuple[Event, int]] = []
        y = rect.y
        for each, row, first, high in zip(moments, rows, firsts, heights, strict=True):
            on = str(each.event.when)
            moment = Name("moment", of=on)
            own: list[Item] = [sat(ctx, moment, each.when, rect.x, when, y + first)]
            for words, place in row:
                at = Rect(rect.x + left + place.x, y + place.y, place.w, place.h)
                name = Name("value" if words is each.value else "event", of=on)
                own.append(text_box(ctx, name, at, (words,), mark=each.event.what.mark))
            items.append(Group(Name("event", of=on), tuple(own)))
            nodes.append((each.event, y + first - scale.em(0.37)))
            y += high + between
        return (*_upright(ctx, plan, nodes, rect.x + when + gap + side // 2), *items)

    return Block(
        height=height,
        draw=draw,
        stretch=most * (len(events) - 1),
        share=20,
        named="timeline-is",
        mark=events[-1].what.mark,
    )


def _beside(ctx: Context, plan: Plan, moment: _Moment, width: int) -> list[_Placed]:
    """An event's value and its words: beside it on its line where they fit there, else below."""
    if moment.value is None or moment.what is None:
        words = moment.value or moment.what
        assert words
        return [(words, Rect(0, 0, width, height_of(ctx, (words,), width)))]
    own = natural(ctx, moment.value, width) + plan.scale.em(0.1)
    tall = height_of(ctx, (moment.value,), width)
    gap = plan.scale.em(0.7)
    room = width - own - gap
    if room > 0 and natural(ctx, moment.what, room) < room:
        first = first_baseline(moment.value)
        top = first - first_baseline(moment.what)
        beside = Rect(own + gap, top, room, moment.what.leading)
        return [(moment.value, Rect(0, 0, own, tall)), (moment.what, beside)]
    below = Rect(0, tall, width, height_of(ctx, (moment.what,), width))
    return [(moment.value, Rect(0, 0, width, tall)), (moment.what, below)]


def _upright(
    ctx: Context, plan: Plan, nodes: Sequence[tuple[Event, int]], x: int
) -> tuple[Item, ...]:
    """The line down through the nodes, dashed from the last that was reached, and the nodes."""
    side, width = plan.scale.em(_NODE), plan.scale.em(_LINE)
    items: list[Item] = []
    own = statuses_of(ctx, [event for event, _ in nodes])
    for ((_, y), (_, below)), each in zip(pairwise(nodes), own[1:], strict=True):
        ahead = each != "achieved"
        name = Name("time-axis-ahead") if ahead else Name("time-axis")
        stroke = Stroke("primary", width, dashed=ahead)
        items.append(Rule(name, x, y + side // 2, x, below - side // 2, stroke))
    for number, ((_, y), each) in enumerate(zip(nodes, own, strict=True), 1):
        place = Rect(x - side // 2, y - side // 2, side, side)
        items.append(_node(ctx, each, place, number))
    return tuple(items)
