"""Turn points of one or two levels into a list, and a lead into the panel beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import clear, framed
from briefgen.parts.growing import (
    is_on_one_line,
    levelled,
    lowered,
    room_from,
    set_clean,
    set_growing,
    set_spread,
)
from briefgen.parts.points import (
    LOOKS,
    NORMAL,
    Look,
    Numbers,
    Point,
    called,
    headed,
    is_led_in,
    led_in,
    listed,
)
from briefgen.parts.spread import LEAST, spread
from briefgen.parts.text import Make, Wanted, lines_in, para
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.canvas import GUTTER
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, step
from briefgen.typography.text import Paragraph

# Points on one slide; so many characters make up for what is free behind each.
_MOST, _A_LINE = 10, 20
_LONG = 150  # characters of a point that may stand alone on a page
# Few words stand on a panel, so far from its edges; a lead stands on one of four columns.
_EDGES = (pt(36), pt(14), pt(32), pt(14))
_HALF_EDGES = (pt(32), pt(20), pt(24), pt(20))
_LEAD_EDGES = (pt(24), pt(24), pt(24), pt(24))
# Above a long list it stands on a band, of a line or of two.
_BANDS, _BAND_EDGES = (pt(48), pt(80)), (pt(24), pt(6), pt(24), pt(6))
# So many points with points below them may stand side by side, each in a panel.
_PANELS, _PANEL_EDGES = 4, (pt(24), pt(24), pt(20), pt(20))
# In panels points stand a little apart, and may be spread by so many steps.
_IN_PANELS = (
    Look(DECK["large"], pt(40), DECK["lead"], pt(14)),
    Look(DECK["large"], pt(40), DECK["head"], pt(20)),
    Look(DECK["large"], pt(24), DECK["head"], pt(18)),
    *LOOKS[3:],
)
_SPREAD = 3
# From so many points on they may stand in two columns, so far apart.
_FOR_TWO, _BETWEEN = 4, pt(64)
_LEAD_STEPS = tuple(DECK[name] for name in ("display", "title", "lead", "head", "body"))
_OVER: tuple[Literal["head", "lead", "title"], ...] = ("head", "lead", "title")
_LEAST_LEAD = 3
_LEAD_LINES = 3  # the most that a lead in its two largest steps has
# Few short points are calls: the sizes, the most lines of one, and the edges of its panel.
_CALLS = (step(26, 36), step(26, 34), DECK["lead"], step(24, 32))
_CALL_LINES, _CALL_EDGES = 3, (pt(24), pt(20), pt(24), pt(20))


class Bullets(Record):
    """A plain list of points, each perhaps with points below it; ten fill a slide, more go on."""

    points: Annotated[
        tuple[Point, ...],
        Length(1, 40),
        Says(ordered="numbered"),
        Doc("The points: a text each, or {text, points}."),
    ]
    lead: Annotated[Text | None, Doc("What the points add up to, in a panel beside them.")] = None
    numbered: Annotated[Numbers, Doc("yes for 1. and (1); 一、 for 一、 and （一）.")] = "no"
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Bullets, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = replace(fields, points=led_in(fields.points))
    numbered = list(enumerate(fields.points, 1))
    area = ctx.canvas.over(fields.note is not None)

    def page(ctx: Context, slide: Slide, points: Sequence[tuple[int, Point]]) -> Page:
        place = clear(ctx, slide, area)
        items = _led(ctx, fields, fields.lead, points, place) if fields.lead else ()
        items = items or _list(ctx, fields, points, place)
        return framed(ctx, slide, "title-only", items, note=fields.note)

    # A point with points below it is a list by itself, and so is one as long as a paragraph.
    alone = all(point.points or len(str(point.text)) >= _LONG for point in fields.points[:-1])
    least = 1 if alone else LEAST
    weigh = None if least == LEAST else _weight
    return spread(ctx, slide, numbered, _MOST, page, least=least, weigh=weigh)


def _weight(numbered: tuple[int, Point]) -> int:
    """How long a point is with those below it, each of which is a line at least."""
    _, point = numbered
    return sum(len(str(text)) + _A_LINE for text in (point.text, *point.points))


def _led(
    ctx: Context, fields: Bullets, lead: Text, points: Sequence[tuple[int, Point]], area: Rect
) -> Sequence[Item]:
    """The lead beside its list; above it where it fits so alone, and where points stand larger in
    panels below it."""
    panel, place = ctx.canvas.beside(area, 4, 8, heights=(3, 9))
    place = place if ctx.canvas.narrow else place.inset(pt(16), 0, 0, 0)
    told = Problems()
    trial = replace(ctx, problems=told)
    beside = (_lead(trial, lead, panel, 3), *_list(trial, fields, points, place))
    size = room_from(ctx, [_wanted(fields, points, place)], len(LOOKS))
    bands = _BANDS if (told.fatal or size > NORMAL) and not ctx.canvas.narrow else ()
    for band in bands:
        if above := _led_above(ctx, fields, points, area, band, 0 if told.fatal else size):
            return above
    ctx.problems.extend(told)
    return beside


def _led_above(
    ctx: Context,
    fields: Bullets,
    points: Sequence[tuple[int, Point]],
    area: Rect,
    high: int,
    than: int,
) -> Sequence[Item]:
    """The lead on a band so high above its points: in panels in a larger step `than` that of the
    list beside it, or as a list where that is none; nothing where they do not fit so."""
    if fields.lead is None:
        return ()
    band, below = area.inset(0, 0, 0, area.h - high), area.inset(0, high + pt(20), 0, 0)
    found = Problems()
    trial = replace(ctx, problems=found)
    steps = len(LOOKS)
    boxes: Sequence[TextBox] = ()
    if than:
        ways = _panels(ctx, replace(fields, lead=None), points, below)
        start = room_from(ctx, ways, steps) if ways else steps
        if start < min(than, steps - 1):
            boxes = set_spread(trial, ways, steps, NORMAL, start=start, furthest=_SPREAD)
    elif room_from(ctx, alone := [_wanted(fields, points, below)], steps) < steps:
        boxes = set_spread(trial, alone, steps, NORMAL)
    # Its place is none of those of the panels.
    slot = _PANELS + 1 if than else 3
    size = boxes[0].paragraphs[0].runs[0].style.size if boxes else 0
    above = _lead(trial, fields.lead, band, slot, _BAND_EDGES, size)
    if not boxes or found.fatal:
        return ()
    ctx.problems.extend(found)
    return (above, *boxes)


def _list(
    ctx: Context, fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> Sequence[Item]:
    """The points in the first form in which they fit: as calls, as panels, as one list or two; what
    fits in none is told as it is in one list. A list that goes on has one form on all its pages."""
    whole = len(points) == len(fields.points)
    for form in (_as_calls, _as_panels, _as_one, _as_two) if whole else (_as_plain, _as_two):
        told = Problems()
        items = form(replace(ctx, problems=told), fields, points, place)
        if items and not told.fatal:
            ctx.problems.extend(told)
            return items
    return set_spread(ctx, [_wanted(fields, points, place)], len(LOOKS), NORMAL)


def _wanted(
    fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect, slot: int = 1
) -> Wanted:
    # Points are of one rank on all pages and in both columns.
    heads = any(point.points for point in fields.points)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return listed(points, LOOKS[level], fields.numbered, short, heads)

    mark = points[0][1].text.mark
    return Wanted(Name("body", slot), place, make, slot=Slot("body", slot), mark=mark)


def _as_calls(
    ctx: Context, fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> Sequence[Item]:
    """A panel for each of few points without any below them, if all are short enough to stand on
    it as calls."""
    calls, last = _calls(ctx, fields, points, place), len(_CALLS) - 1
    start = room_from(ctx, calls, len(_CALLS)) if calls else last
    if start >= last:
        return ()
    boxes = set_growing(ctx, calls, len(_CALLS), last, start)
    if len({box.rect.y for box in boxes}) == 1:  # in a square panels fill their place
        boxes = lowered(ctx, boxes, place)[0]
    return levelled(ctx, boxes)


def _as_panels(
    ctx: Context, fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> Sequence[Item]:
    """A panel for each point, where the list does not stand larger."""
    panels, steps = _panels(ctx, fields, points, place), len(LOOKS)
    one = (_wanted(fields, points, place),)
    if not panels:
        return ()
    start = room_from(ctx, panels, steps)
    if start > room_from(ctx, one, steps):
        return ()
    boxes = set_spread(ctx, panels, steps, NORMAL, start=start, furthest=_SPREAD)
    return lowered(ctx, boxes, place)[0]


def _as_one(
    ctx: Context, fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> Sequence[Item]:
    """The list as one placeholder: of few words on a panel, large; none where two stand larger."""
    one, steps = _wanted(fields, points, place), len(LOOKS)
    if fields.lead:
        return set_spread(ctx, [replace(one, anchor="middle")], steps, NORMAL)
    panel = [replace(one, anchor="middle", insets=_EDGES, fill="surface")]
    at = room_from(ctx, panel, NORMAL + 2)
    if at <= NORMAL:
        # Lines that take less than half a panel fill two.
        two = _paneled(ctx, fields, points, place) if len(points) >= _FOR_TWO else ()
        fill = two and is_on_one_line(ctx, two, at) and room_from(ctx, two, steps) <= at
        # What is larger without a panel has none.
        large = LOOKS[room_from(ctx, [one], NORMAL)].step.size > LOOKS[at].step.size
        return () if fill else set_spread(ctx, [one] if large else panel, steps, NORMAL)
    if len(points) >= _FOR_TWO and not ctx.canvas.narrow:
        two = _halves(fields, points, place)
        if room_from(ctx, [one], steps) > room_from(ctx, two, steps):
            return ()
    return set_spread(ctx, [one], steps, NORMAL)


def _as_plain(
    ctx: Context, fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> Sequence[Item]:
    """The list as one placeholder without a ground, in the usual size."""
    one = _wanted(fields, points, place)
    usual = replace(one, make=lambda level, short: one.make(level + NORMAL, short))
    return set_spread(ctx, [usual], len(LOOKS) - NORMAL)


def _as_two(
    ctx: Context, fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> Sequence[Item]:
    """The list as two placeholders side by side, of few words on panels."""
    if len(points) < 2 or ctx.canvas.narrow:
        return ()
    two, steps = _halves(fields, points, place), len(LOOKS)
    paneled = _paneled(ctx, fields, points, place)
    if room_from(ctx, paneled, NORMAL) < NORMAL:
        return levelled(ctx, set_spread(ctx, paneled, steps, NORMAL))
    boxes, middle = set_spread(ctx, two, steps, NORMAL), place.x + place.w // 2
    last = max(line.baseline for box in boxes for line in box.lines)
    foot = min(place.bottom, last + boxes[0].paragraphs[0].leading // 4)
    line = Rule(Name("divider"), middle, place.y, middle, foot, Stroke("line", pt(1)))
    return (*boxes, line)


def _paneled(
    ctx: Context, fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> Sequence[Wanted]:
    """The list in two panels side by side; none on a narrow canvas, and of a single point."""
    if len(points) < 2 or ctx.canvas.narrow:
        return ()
    return [
        replace(each, rect=ground, anchor="middle", insets=_HALF_EDGES, fill="surface")
        for each, ground in zip(
            _halves(fields, points, place), place.columns(2, GUTTER), strict=True
        )
    ]


def _halves(
    fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> tuple[Wanted, Wanted]:
    left, right = place.columns(2, _BETWEEN)
    at = _turn([1 + len(point.points) for _, point in points])
    return _wanted(fields, points[:at], left), _wanted(fields, points[at:], right, 2)


def _calls(
    ctx: Context, fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> Sequence[Wanted]:
    """A panel for each of few points without any below them."""
    deep = any(point.points or is_led_in(point) for _, point in points)
    few = 1 < len(points) <= _PANELS and not deep
    # A template has a place of its own for a list.
    if fields.lead or not few or ctx.canvas.narrow or ctx.house:
        return ()
    cells = ctx.canvas.equal(place, len(points), GUTTER)
    if len(points) == _PANELS:
        cells = tuple(each for row in place.rows(2, GUTTER) for each in row.columns(2, GUTTER))

    def wanted(slot: int, number: int, point: Point, at: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            return called(number, point, _CALLS[level], fields.numbered, short)

        panel = _panel(slot, point, at, make, _CALL_EDGES)
        return replace(panel, anchor="middle", lines=_CALL_LINES)

    every = enumerate(zip(points, cells, strict=True), 1)
    return [wanted(slot, number, point, at) for slot, ((number, point), at) in every]


def _panels(
    ctx: Context, fields: Bullets, points: Sequence[tuple[int, Point]], place: Rect
) -> Sequence[Wanted]:
    """A panel for each point, side by side, where all have points below them and are few."""
    few = 1 < len(points) <= _PANELS and all(point.points for _, point in points)
    if fields.lead or not few:
        return ()

    def wanted(slot: int, number: int, point: Point, at: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            return headed(number, point, _IN_PANELS[level], fields.numbered, short)

        return _panel(slot, point, at, make, _PANEL_EDGES)

    columns = ctx.canvas.equal(place, len(points), GUTTER)
    every = enumerate(zip(points, columns, strict=True), 1)
    return [wanted(slot, number, point, at) for slot, ((number, point), at) in every]


def _panel(
    slot: int, point: Point, at: Rect, make: Make, edges: tuple[int, int, int, int]
) -> Wanted:
    """The panel of a point."""
    return Wanted(
        Name("card", slot),
        at,
        make,
        slot=Slot("body", slot),
        insets=edges,
        fill="surface",
        mark=point.text.mark,
    )


def _turn(weights: Sequence[int]) -> int:
    """How many items stand in the first of two columns, so that the taller is as low as can be."""
    ends = range(1, len(weights))
    return min(ends, key=lambda end: (max(sum(weights[:end]), sum(weights[end:])), -end))


def _lead(
    ctx: Context,
    lead: Text,
    place: Rect,
    slot: int,
    edges: tuple[int, int, int, int] = _LEAD_EDGES,
    over: int = 0,
) -> Item:
    """What the points add up to, on a panel of its own; `over` points of this size it is the next
    step larger at the most."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(lead, _LEAD_STEPS[level], bold=True, colour="primary", short=short),)

    want = Wanted(
        Name("lead"),
        place,
        make,
        slot=Slot("body", slot),
        anchor="middle",
        insets=edges,
        fill="surface",
        mark=lead.mark,
    )
    width = place.w - edges[0] - edges[2]
    calls = (n for n in (0, 1) if lines_in(ctx, make(n, False), width) <= _LEAD_LINES)
    first = next(calls, 2)
    most = next((size for name in _OVER if (size := DECK[name].size) > over), 0) if over else 0
    while most and first < _LEAST_LEAD and _LEAD_STEPS[first].size > most:
        first += 1
    large = replace(want, make=lambda level, short: make(level + first, short))
    steps, usual = len(_LEAD_STEPS) - first, max(0, 3 - first)
    return set_clean(ctx, (large,), steps, usual)[0]


KIND = Kind(
    name="bullets",
    fields=Bullets,
    compose=compose,
    called=Named("要点列表", "要點列表", "Bullets"),
)
