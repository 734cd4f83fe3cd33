"""Turn dated events into a timeline: a road through the page, or down it where they are many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, TypeAlias

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Event, Slide, Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.charts.drawing import widest
from briefgen.parts.charts.times import apart_unevenly, backwards, not_to_scale
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import set_clean
from briefgen.parts.spread import spread
from briefgen.parts.status import Status, status_mark, statuses_of
from briefgen.parts.text import Wanted, para, set_boxes
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Rule, Shape, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.spacing import script_boundaries
from briefgen.typography.text import Align, Paragraph

# Dates, and words, from the largest; and the sizes of the date of what stands out, which is as
# large as its place allows.
_SIZES = (
    (DECK["title"], DECK["lead"]),
    (DECK["lead"], DECK["lead"]),
    (DECK["head"], DECK["head"]),
    (DECK["body"], DECK["body"]),
    (DECK["dense"], DECK["dense"]),
    (DECK["dense"], DECK["small"]),
)
_KEYS = (step(44, 52), step(40, 48), step(36, 44), DECK["title"], DECK["lead"], DECK["head"])
# The road runs through the middle; words stand this far from it, and from each other. So many
# events stand along it.
_APART, _GAP = pt(26), pt(36)
_ACROSS, _CLEAN = 6, 4
_NODE, _LARGE, _LAST = pt(16), pt(26), pt(200)
_MORE = 40  # hundredths by which the last has more room than one; others have that of two
# Two events have each a half of the width: their dates above the road, which runs at so much of the
# height, in 1/100, and below it what happens then. The sizes of both, from the largest.
_PAIR, _HIGH, _HALVES = 2, 56, pt(40)
_PAIR_STEPS = (
    (step(60, 72), DECK["large"]),
    (step(48, 58), DECK["large"]),
    (step(44, 52), DECK["lead"]),
    (DECK["title"], DECK["head"]),
    (DECK["title"], DECK["body"]),
)
_LINE, _LEADER = pt(4), pt(1)
_WIDER = 4  # of so many parts of an em digits may stand apart from hanzi
_CLEAR = pt(13)  # from a dashed road to the middle of a sign


# Down the page: the most of the width that dates have, and that on a narrow canvas; how far they
# stand from the road and words from them, the most events of a slide, and the placeholder of their
# first words, behind those of dates. So many and more stand in two columns.
_DATES, _BESIDE, _DOWN, _WORDS_AT = (0.34, 0.38), pt(22), 10, 11
_APART_DOWN, _SPARE, _TWO, _BETWEEN = pt(16), pt(8), 6, pt(32)
# Dates and words from the largest; rows are no higher than this.
_DOWN_STEPS = (
    (DECK["title"], DECK["lead"]),
    (DECK["lead"], DECK["head"]),
    (DECK["head"], DECK["body"]),
    (DECK["body"], DECK["dense"]),
    (DECK["dense"], DECK["small"]),
)
_ROW = pt(86)
# The sizes of a date and of words.
_Pair: TypeAlias = tuple[Step, Step]


class Timeline(Record):
    """Two or more dated events along a road, more than six down the page; `target: yes` marks a
    goal, `key: yes` what stands out. Distances are not to scale."""

    events: Annotated[tuple[Event, ...], Length(2, 36), Doc("{when, what, target, key}, in order.")]
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
    events = fields.events
    wrong = backwards([str(event.when) for event in events])
    if wrong is not None:
        when = events[wrong].when
        ctx.problems.add("events-out-of-order", when.mark, when=str(when))
    if apart_unevenly([str(event.when) for event in events]):
        fields = replace(fields, note=not_to_scale(ctx, fields.note, slide.mark))
    if len(events) <= _ACROSS and not ctx.canvas.narrow:
        found = Problems()
        page = _across(fields, slide, replace(ctx, problems=found))
        if not found.fatal:
            ctx.problems.extend(found)
            return (page,)

    def down(ctx: Context, slide: Slide, part: Sequence[Event]) -> Page:
        items = _down(ctx, part, _lit(slide, events))
        return framed(ctx, slide, "title-only", items, note=fields.note, marks=_passed(ctx, part))

    return spread(ctx, slide, events, _DOWN, down)


def _across(fields: Timeline, slide: Slide, ctx: Context) -> Page:
    """The road through the page."""
    if len(fields.events) == _PAIR:
        return _two(fields, slide, ctx)
    stops = _stops(ctx, fields.events, ctx.canvas.noted)
    lit = _lit(slide, fields.events)
    steps = _steps(ctx, stops)
    boxes = set_clean(
        ctx, [_words(stop, lit, steps) for stop in stops], len(steps), among=min(_CLEAN, len(steps))
    )
    items = [*_road(ctx, stops, lit, _middle(ctx.canvas.noted)), *boxes]
    marks = _passed(ctx, fields.events)
    return framed(ctx, slide, "title-only", items, note=fields.note, marks=marks)


def _steps(ctx: Context, stops: Sequence[_Stop]) -> Sequence[tuple[Step, Step, Step]]:
    """The sizes of the date of what stands out, of other dates, and of words, at which every date
    has its line, in a face that is wider too."""

    def wide(stop: _Stop, size: Step) -> int:
        when = str(stop.event.when)
        apart = len(script_boundaries(when)) * size.size // _WIDER if ctx.chinese else 0
        return widest(ctx, [when], size, True) + apart

    def fits(size: Step, key: bool) -> bool:
        own = (each for each in stops if each.event.key == key)
        return all(wide(each, size) <= each.area.w for each in own)

    found = [
        (next((k for k in _KEYS if k.size > date.size and fits(k, True)), date), date, words)
        for date, words in _SIZES
        if fits(date, False)
    ]
    return found or [(date, date, words) for date, words in _SIZES[-1:]]


def _two(fields: Timeline, slide: Slide, ctx: Context) -> Page:
    """Two events, large: each with its date above the road and below it what happens then."""
    body, lit = ctx.canvas.noted, _lit(slide, fields.events)
    road = body.y + body.h * _HIGH // 100
    stops: list[_Stop] = []
    wanted: list[Wanted] = []
    for number, (event, lot) in enumerate(
        zip(fields.events, body.columns(_PAIR, _HALVES), strict=True), 1
    ):
        above = Rect(lot.x, body.y, lot.w, road - _APART - body.y)
        below = Rect(lot.x, road + _APART, lot.w, body.bottom - road - _APART)
        stops.append(_Stop(number, event, lot.x, True, above))
        when = _date(number, event, above, event is lit, _PAIR_STEPS, "left")
        then = _happens(number, event, below, _PAIR_STEPS)
        wanted += [replace(when, anchor="bottom", lines=1), replace(then, anchor="top")]
    boxes = set_clean(ctx, wanted, len(_PAIR_STEPS), among=3)
    items = [*_road(ctx, stops, lit, road, led=False), *boxes]
    marks = _passed(ctx, fields.events)
    return framed(ctx, slide, "title-only", items, note=fields.note, marks=marks)


def _lit(slide: Slide, events: Sequence[Event]) -> Event | None:
    """The event in the accent: the one that the title names alone, else the only one that stands
    out."""
    said = frozenset(slide.title.figures)
    named = [
        event for event in events if said.intersection((*event.when.figures, *event.what.figures))
    ]
    keys = [event for event in events if event.key]
    if len(named) == 1:
        return named[0]
    return keys[0] if len(keys) == 1 else None


def _passed(ctx: Context, events: Sequence[Event]) -> Sequence[Status]:
    """What the signs of the events say, where any lies ahead."""
    passed = set(statuses_of(ctx, events))
    return [each for each in _ORDER if each in passed] if passed - {"achieved"} else []


_ORDER: tuple[Status, ...] = ("achieved", "target", "plan")


def _middle(body: Rect) -> int:
    """At which height the road runs."""
    return body.y + body.h // 2


def _stops(ctx: Context, events: Sequence[Event], body: Rect) -> list[_Stop]:
    """The events at equal distances: above the road and below it."""
    above = _above(events)
    # The last event has no other's room to go on into, and so much as its words need.
    count = len(events)
    need = widest(ctx, [str(events[-1].what)], _SIZES[0][1]) * 5 // 4
    last = max(_LAST, min(need, body.w * (100 + _MORE) // (count * 100 + _MORE)))
    pitch = (body.w - last) // (count - 1)
    road, places = _middle(body), [body.x + n * pitch for n in range(count)]
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


def _above(events: Sequence[Event]) -> list[bool]:
    """Which events stand above the road: what stands out, the others below. Where that says
    nothing, or one event would stand by itself, they take turns, so that each has the room of two;
    that one is above where it stands out."""
    keys = [event.key for event in events]
    if min(keys.count(True), keys.count(False)) > 1:
        return keys
    lone = keys.count(True) == 1
    first = keys.index(lone) if len(set(keys)) == 2 else 0
    return [((n - first) % 2 == 0) == (lone or len(set(keys)) == 1) for n in range(len(events))]


def _words(stop: _Stop, lit: Event | None, every: Sequence[tuple[Step, Step, Step]]) -> Wanted:
    """The date, and below it what happens then, at the first of `every` step that fits."""
    event = stop.event
    colour: Token = "primary" if event is lit else "ink"

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        steps = every[level]
        date = steps[0] if event.key else steps[1]
        return (
            para(event.when, date, bold=True, colour=colour, short=short),
            para(event.what, steps[2], strong="ink", short=short, level=1),
        )

    return Wanted(
        Name("event", stop.number),
        stop.area,
        make,
        slot=Slot("body", stop.number),
        anchor="bottom" if stop.above else "top",
        one_line=(0,),
        mark=event.what.mark,
    )


def _road(
    ctx: Context, stops: Sequence[_Stop], lit: Event | None, road: int, *, led: bool = True
) -> list[Item]:
    """The road as far as it is gone, dashed from there on to an arrow at the end of the body; at
    each event a node and, where it is `led` to them, a line to its words."""
    own = statuses_of(ctx, [stop.event for stop in stops])
    gone = [stop for stop, each in zip(stops, own, strict=True) if each == "achieved"]
    here = gone[-1].x + _NODE // 2 if gone else stops[0].x
    items: list[Item] = []
    if gone:
        line = Stroke("primary", _LINE)
        items.append(Rule(Name("time-axis"), stops[0].x, road, here, road, line))
    ahead = Stroke("primary", _LINE, dashed=len(gone) < len(stops))
    end = ctx.canvas.noted.right
    items.append(Rule(Name("time-axis-ahead"), here, road, end, road, ahead, arrow=True))
    for stop in stops:
        middle = stop.x + _NODE // 2
        end = stop.area.bottom + pt(4) if stop.above else stop.area.y - pt(4)
        leader = Stroke("primary" if stop.event is lit else "ink2", _LEADER)
        if led:
            items.append(Rule(Name("leader", stop.number), middle, road, middle, end, leader))
        items.append(_node(ctx, stop.number, stop.event, own[stop.number - 1], middle, road))
    return items


def _down(ctx: Context, events: Sequence[Event], lit: Event | None) -> list[Item]:
    """Roads down the page, two beside each other where events are many: at each sign the date, and
    right of it what happens then."""
    area, many = ctx.canvas.noted, len(events) >= _TWO and not ctx.canvas.narrow
    lots = area.columns(2, _BETWEEN) if many else (area,)
    each = -(-len(events) // len(lots))
    high = min(_ROW, area.h // each)
    steps = _DOWN_STEPS[many:]
    beside = _LARGE // 2 + _BESIDE
    dates = widest(ctx, [str(event.when) for event in events], steps[0][0], True)
    wide = min(dates + _SPARE, round((lots[0].w - beside) * _DATES[ctx.canvas.narrow]))
    own = statuses_of(ctx, events)
    items: list[Item] = []
    wanted = []
    for n, lot in enumerate(lots):
        first, x = n * each, lot.x + _LARGE // 2
        middles = []
        for number, event in enumerate(events[first : first + each], first + 1):
            row = Rect(lot.x, lot.y + (number - 1 - first) * high, lot.w, high)
            left = Rect(x + _BESIDE, row.y, wide, row.h)
            right = Rect(
                left.right + _APART_DOWN, row.y, row.right - left.right - _APART_DOWN, row.h
            )
            wanted += [
                replace(_date(number, event, left, event is lit, steps, "left"), lines=2),
                _happens(number, event, right, steps),
            ]
            middles.append(row.y + row.h // 2)
        items += _road_down(ctx, events, own, first, x, middles)
    return [*items, *set_boxes(ctx, wanted, len(steps))]


def _road_down(
    ctx: Context,
    events: Sequence[Event],
    own: Sequence[Status],
    first: int,
    x: int,
    middles: Sequence[int],
) -> list[Item]:
    """A road down the page from the event `first`: dashed from the last that is achieved, with the
    signs of the events."""
    line = Stroke("primary", _LINE)
    items: list[Item] = []
    gone = [n for n, each in enumerate(own) if each == "achieved"]
    here = gone[-1] if gone else 0
    # From sign to sign, so that dashes begin alike.
    for number, (above, below) in enumerate(pairwise(middles), first):
        if number < here:
            items.append(Rule(Name("time-axis", number + 1), x, above, x, below, line))
        else:
            ends, ahead = (above + _CLEAR, below - _CLEAR), replace(line, dashed=True)
            items.append(Rule(Name("time-axis-ahead", number + 1), x, ends[0], x, ends[1], ahead))
    items += [
        _node(ctx, first + n + 1, events[first + n], own[first + n], x, y)
        for n, y in enumerate(middles)
    ]
    return items


def _date(
    number: int, event: Event, place: Rect, lit: bool, steps: Sequence[_Pair], align: Align
) -> Wanted:
    colour: Token = "primary" if lit else "ink"

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = steps[level][0]
        return (para(event.when, step, bold=True, colour=colour, align=align, short=short),)

    return Wanted(
        Name("moment", number),
        place,
        make,
        slot=Slot("body", number),
        anchor="middle",
        mark=event.when.mark,
    )


def _happens(number: int, event: Event, place: Rect, steps: Sequence[_Pair]) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = steps[level][1]
        return (para(event.what, step, bold=event.key, strong="ink", short=short),)

    return Wanted(
        Name("event", number),
        place,
        make,
        slot=Slot("body", _WORDS_AT + number - 1),
        anchor="middle",
        mark=event.what.mark,
    )


def _node(ctx: Context, number: int, event: Event, own: Status, x: int, y: int) -> Shape:
    """The sign of an event on the road: full where it is achieved, hollow where it lies ahead, a
    triangle where it is planned."""
    size = _LARGE if event.key else _NODE
    name, line = Name("node", number), Stroke("primary", _LINE)
    if own == "plan":
        # A triangle has less inside than a ring of its width.
        size = size * 3 // 2
        place = Rect(x - size // 2, y - size // 2, size, size)
        made = status_mark(ctx, own, place, colour="primary", number=number)
        return replace(made, name=name, fill="white", alt="")
    place = Rect(x - size // 2, y - size // 2, size, size)
    fill: Token = "primary" if own == "achieved" else "white"
    return Shape(name=name, rect=place, geometry="ellipse", fill=fill, stroke=line)


KIND = Kind(
    name="timeline", fields=Timeline, compose=compose, called=Named("时间轴", "時間軸", "Timeline")
)
