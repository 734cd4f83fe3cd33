"""Turn dated events into a timeline slide: a road through the page, events above and below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Event, Slide, Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.status import Status
from briefgen.parts.text import Wanted, para, set_boxes, set_in
from briefgen.record import Record
from briefgen.scene.canvas import Canvas
from briefgen.scene.items import Item, Page, Rule, Shape, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# The date of what stands out, other dates, and words; from the largest.
_STEPS = (
    (DECK["title"], DECK["head"], DECK["body"]),
    (DECK["lead"], DECK["body"], DECK["dense"]),
    (DECK["head"], DECK["dense"], DECK["small"]),
)
# The road runs through the middle; words stand this far from it, and from each other.
_APART, _GAP = pt(26), pt(20)
_NODE, _LARGE = pt(14), pt(22)
# How far words stand from the edge where the road runs down; the middle of a node below their top.
_BESIDE, _DOWN = pt(44), pt(16)
_LINE, _LEADER = pt(3), pt(1)


class Timeline(Record):
    """Two to six dated events along a road; `target: yes` marks a goal, `key: yes` what stands out.
    Distances are not to scale."""

    events: Annotated[tuple[Event, ...], Length(2, 6), Doc("{when, what, target, key}, in order.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


class _Stop(Record):
    """An event at its place: its number from 1, where it is on the road, whether it stands above,
    and where its words stand."""

    number: int
    event: Event
    x: int
    above: bool
    area: Rect


def compose(fields: Timeline, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    narrow = ctx.canvas.narrow
    stops = (_rows if narrow else _stops)(fields.events, ctx.canvas.noted)
    first = _first(ctx, stops)
    boxes = set_boxes(ctx, [_words(stop, first) for stop in stops], len(_STEPS) - first)
    items = [*(_road_down if narrow else _road)(stops, ctx.canvas), *boxes]
    passed: set[Status] = {"target" if event.target else "achieved" for event in fields.events}
    marks = [each for each in _ORDER if each in passed] if "target" in passed else []
    return (framed(ctx, slide, "title-only", items, note=fields.note, marks=marks),)


_ORDER: tuple[Status, ...] = ("achieved", "target")


def _middle(body: Rect) -> int:
    """At which height the road runs."""
    return body.y + body.h // 2


def _stops(events: Sequence[Event], body: Rect) -> list[_Stop]:
    """The events at equal distances. What stands out stands above, the others below; where that
    says nothing, they take turns, so that each has the room of two."""
    told = {event.key for event in events}
    above = [event.key if len(told) == 2 else n % 2 == 0 for n, event in enumerate(events)]
    road, pitch = _middle(body), body.w // len(events)
    places = [body.x + n * pitch for n in range(len(events))]
    stops = []
    for n, (event, x) in enumerate(zip(events, places, strict=True)):
        others = (places[m] for m in range(n + 1, len(events)) if above[m] == above[n])
        right = next(others, body.right + _GAP) - _GAP
        # No wider than two, or the words of few events would run far past them.
        width = min(right - x, 2 * pitch - _GAP, pt(420))
        top = body.y if above[n] else road + _APART
        height = road - _APART - body.y
        stops.append(_Stop(n + 1, event, x, above[n], Rect(x, top, width, height)))
    return stops


def _rows(events: Sequence[Event], body: Rect) -> list[_Stop]:
    """The events below each other, where the road runs down the page."""
    rows = body.rows(len(events), _GAP)
    return [
        _Stop(n, event, row.x + _LARGE // 2, False, row.inset(_BESIDE, 0, 0, 0))
        for n, (event, row) in enumerate(zip(events, rows, strict=True), 1)
    ]


def _first(ctx: Context, stops: Sequence[_Stop]) -> int:
    """The first step at which no date is broken; where they are at all of them, the largest."""
    for level in range(len(_STEPS)):
        dates = ((_date(stop.event, level, short=False), stop.area.w) for stop in stops)
        if all(len(set_in(ctx, (date,), width).lines) == 1 for date, width in dates):
            return level
    return 0


def _date(event: Event, level: int, *, short: bool) -> Paragraph:
    key, others, _ = _STEPS[level]
    colour: Token = "primary" if event.key else "ink"
    return para(event.when, key if event.key else others, bold=True, colour=colour, short=short)


def _words(stop: _Stop, first: int) -> Wanted:
    """The date, and below it what happens then."""
    event = stop.event

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        *_, words = _STEPS[first + level]
        what = para(event.what, words, strong="ink", short=short, level=1)
        return _date(event, first + level, short=short), what

    return Wanted(
        Name("event", stop.number),
        stop.area,
        make,
        slot=Slot("body", stop.number),
        anchor="bottom" if stop.above else "top",
        mark=event.what.mark,
    )


def _road(stops: Sequence[_Stop], canvas: Canvas) -> list[Item]:
    """The road as far as it is gone, dashed from there on to the edge of the page; at each event a
    node and a line to its words."""
    road = _middle(canvas.noted)
    gone = [stop for stop in stops if not stop.event.target]
    here = gone[-1].x + _NODE // 2 if gone else stops[0].x
    items: list[Item] = []
    if gone:
        line = Stroke("primary", _LINE)
        items.append(Rule(Name("time-axis"), stops[0].x, road, here, road, line))
    ahead = Stroke("primary", _LINE, dashed=len(gone) < len(stops))
    items.append(Rule(Name("time-axis-ahead"), here, road, canvas.width, road, ahead))
    for stop in stops:
        middle = stop.x + _NODE // 2
        end = stop.area.bottom + pt(4) if stop.above else stop.area.y - pt(4)
        leader = Stroke("primary" if stop.event.key else "ink2", _LEADER)
        items.append(Rule(Name("leader", stop.number), middle, road, middle, end, leader))
        items.append(_node(stop, middle, road))
    return items


def _road_down(stops: Sequence[_Stop], canvas: Canvas) -> list[Item]:
    """The same from top to bottom, on to the foot of the page."""
    ways = [stop.area.y + _DOWN for stop in stops]
    gone = [y for stop, y in zip(stops, ways, strict=True) if not stop.event.target]
    here, x = (gone or ways)[-1 if gone else 0], stops[0].x
    items: list[Item] = []
    if len(gone) > 1:
        line = Stroke("primary", _LINE)
        items.append(Rule(Name("time-axis"), x, ways[0], x, here, line))
    ahead = Stroke("primary", _LINE, dashed=len(gone) < len(stops))
    items.append(Rule(Name("time-axis-ahead"), x, here, x, canvas.noted.bottom, ahead))
    return [*items, *(_node(stop, x, y) for stop, y in zip(stops, ways, strict=True))]


def _node(stop: _Stop, x: int, y: int) -> Shape:
    """An event on the road: a disc, or of what is aimed at a ring."""
    size = _LARGE if stop.event.key else _NODE
    return Shape(
        name=Name("node", stop.number),
        rect=Rect(x - size // 2, y - size // 2, size, size),
        geometry="ellipse",
        fill="white" if stop.event.target else "primary",
        stroke=Stroke("primary", _LINE),
    )


KIND = Kind(
    name="timeline", fields=Timeline, compose=compose, called=Named("时间轴", "時間軸", "Timeline")
)
