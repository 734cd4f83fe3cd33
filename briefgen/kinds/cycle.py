"""Turn steps that begin again after the last into a ring of them, and their words around it."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin
from typing import Annotated

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Measure, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import set_growing, step_of
from briefgen.parts.rows import ordinal
from briefgen.parts.text import Wanted, label, para
from briefgen.record import Record, replace
from briefgen.scene.items import Group, Item, Page, Rule, Shape, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Align, Paragraph

_STEPS = (
    (DECK["lead"], DECK["head"]),
    (DECK["lead"], DECK["body"]),
    (DECK["head"], DECK["dense"]),
    (DECK["body"], DECK["dense"]),
    (DECK["dense"], DECK["small"]),
)
_NORMAL = 2
# The circle of a step; the room between it and its words, and the share of the body's width that
# these have on each side; what is free above and below the outermost circles for their words.
_NODE, _APART, _SIDE, _FREE = pt(60), pt(16), 0.3, pt(50)
# Words have no more than this above and below the middle of their circle.
_HALF = pt(56)
_ARROW, _LEADER = Stroke("muted", pt(3)), Stroke("line", pt(0.75))
_CENTRE, _TRIANGLE = 7, 3
# An arrow is looked at in so many parts.
_PARTS = 40
# Where the words stand below the ring: how much of the height they take at least, and each of them,
# in 1/100; between two of them, and how far they are from their numbers.
_WORDS, _EACH, _BETWEEN, _BESIDE = 42, 10, pt(8), pt(36)

# A place of a step: the middle of its circle (EMU).
Spot = tuple[int, int]


class Cycle(Record):
    """Three to six steps in a ring, each leading to the next and the last to the first."""

    steps: Annotated[
        tuple[Measure, ...],
        Length(3, 6),
        Says(),
        Doc("In their order: a text each, or {head, text}."),
    ]
    centre: Annotated[Text | None, Doc("What it is all about, in the middle.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Cycle, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    area = ctx.canvas.noted if fields.note else ctx.canvas.body
    narrow = ctx.canvas.narrow
    ring, below = _halves(area, len(fields.steps)) if narrow else (area, area)
    spots = _spots(len(fields.steps), ring, 0 if narrow else _SIDE)
    words, leaders = _list(fields.steps, below) if narrow else _around(fields.steps, spots, area)
    boxes = set_growing(ctx, words, len(_STEPS), _NORMAL)
    size = step_of(boxes, [head for head, _ in _STEPS])
    nodes: list[Item] = []
    for number, (x, y) in enumerate(spots, 1):
        rect = Rect(x - _NODE // 2, y - _NODE // 2, _NODE, _NODE)
        nodes.append(Shape(Name("bead", number), rect, geometry="ellipse", fill="surface2"))
        nodes.append(
            label(
                ctx,
                Name("ordinal", number),
                rect,
                str(number),
                size,
                bold=True,
                colour="primary",
                align="center",
                anchor="middle",
            )
        )
    ways = [(spot, spots[(n + 1) % len(spots)]) for n, spot in enumerate(spots)]
    arrows = [_arrow(n, *way) for n, way in enumerate(ways, 1)]
    told = ctx.say("、", ", ").join(str(step.head) for step in fields.steps)
    alt = ctx.say(f"循环：{told}，再回到开头", f"Cycle: {told}, and again")
    items: list[Item] = [Group(Name("cycle"), (*leaders, *arrows, *nodes), alt), *boxes]
    if narrow:
        items += [ordinal(ctx, w.name.number, _row(w), _BESIDE, DECK["head"]) for w in words]
    if fields.centre:
        items.append(_centre(ctx, fields.centre, _middle(ways), size))
    return (framed(ctx, slide, "title-only", items, note=fields.note),)


def _halves(area: Rect, count: int) -> tuple[Rect, Rect]:
    """Where the ring stands, no wider than high, and below it the words of so many steps."""
    upper = area.inset(0, 0, 0, area.h * max(_WORDS, count * _EACH) // 100)
    below = area.inset(0, upper.h, 0, 0)
    side = max(0, upper.w - upper.h) // 2
    return upper.inset(side, 0, side, 0), below


def _list(steps: Sequence[Measure], area: Rect) -> tuple[list[Wanted], list[Rule]]:
    """The words of the steps below each other, each behind its number."""
    rows = enumerate(zip(steps, area.rows(len(steps), _BETWEEN), strict=True), 1)
    places = [(n, step, row.inset(_BESIDE, 0, 0, 0)) for n, (step, row) in rows]
    return [_words(n, step, place, "left") for n, step, place in places], []


def _row(want: Wanted) -> Rect:
    return want.rect.inset(-_BESIDE, 0, 0, 0)


def _spots(count: int, area: Rect, side: float) -> list[Spot]:
    """The steps clockwise on a ring, none at its very top or foot, since their words stand beside
    them, but for the first of three, whose words have room there; the ring stretched to what the
    words leave of the area, of whose width they have a share on each `side`."""
    shift = 0 if count == _TRIANGLE else 0.25 if count % 2 else 0.5
    turns = [2 * pi * (n + shift) / count for n in range(count)]
    across, down = [sin(turn) for turn in turns], [-cos(turn) for turn in turns]
    wide = area.w - 2 * (round(area.w * side) + _APART + _NODE // 2)
    tall = area.h - 2 * _FREE
    return [
        (area.x + (area.w - wide) // 2 + x, area.y + _FREE + y)
        for x, y in zip(_stretched(across, wide), _stretched(down, tall), strict=True)
    ]


def _stretched(values: Sequence[float], room: int) -> list[int]:
    """Values on a scale that begins with the least and ends with the most of them (EMU)."""
    least, most = min(values), max(values)
    return [round((value - least) / (most - least) * room) for value in values]


def _arrow(number: int, start: Spot, end: Spot) -> Rule:
    """The way from one step to the next, between their circles."""
    (x1, y1), (x2, y2) = start, end
    cut = (_NODE / 2 + pt(6)) / hypot(x2 - x1, y2 - y1)
    dx, dy = round((x2 - x1) * cut), round((y2 - y1) * cut)
    return Rule(Name("link", number), x1 + dx, y1 + dy, x2 - dx, y2 - dy, _ARROW, arrow=True)


def _around(
    steps: Sequence[Measure], spots: Sequence[Spot], area: Rect
) -> tuple[list[Wanted], list[Rule]]:
    """The words of each step beside its circle, on the side where that is, their middle at the
    circle's. Where arrows would cross them all begin on one line, which a line leads to from those
    that are further away."""
    wanted: list[Wanted] = []
    leaders: list[Rule] = []
    xs = [x for x, _ in spots]
    edges = min(xs) - _NODE // 2 - _APART, max(xs) + _NODE // 2 + _APART
    middle = (edges[0] + edges[1]) // 2
    close = [_beside(spot, spots, middle, area) for spot in spots]
    beside = all(_is_clear(place, spots) for place in close)
    for number, (step, (x, y), near_it) in enumerate(zip(steps, spots, close, strict=True), 1):
        left = x < middle - pt(1)
        start, end = (area.x, edges[0]) if left else (edges[1], area.right)
        if beside or abs(x - middle) <= pt(1):
            start, end = near_it.x, near_it.right
        place = replace(near_it, x=start, w=end - start)
        wanted.append(_words(number, step, place, "right" if left else "left"))
        near, far = (x - _NODE // 2, end) if left else (x + _NODE // 2, start)
        if abs(far - near) > _APART:
            gap = pt(-6) if left else pt(6)
            leaders.append(Rule(Name("leader", number), near + gap, y, far - gap, y, _LEADER))
    return wanted, leaders


def _beside(spot: Spot, spots: Sequence[Spot], middle: int, area: Rect) -> Rect:
    """The place right beside a circle, as high as leaves room to the words of others."""
    x, y = spot
    left = x < middle - pt(1)
    others = [abs(b - y) for a, b in spots if (a < middle) == left and b != y]
    half = min(_HALF, y - area.y, area.bottom - y, *(other // 2 - pt(4) for other in others))
    away = _NODE // 2 + _APART
    start, end = (area.x, x - away) if left else (x + away, area.right)
    return Rect(start, y - half, end - start, 2 * half)


def _is_clear(place: Rect, spots: Sequence[Spot]) -> bool:
    """Whether no arrow crosses a place."""
    ways = [(spot, spots[(n + 1) % len(spots)]) for n, spot in enumerate(spots)]
    return not any(
        place.x <= x1 + (x2 - x1) * n // _PARTS <= place.right
        and place.y <= y1 + (y2 - y1) * n // _PARTS <= place.bottom
        for (x1, y1), (x2, y2) in ways
        for n in range(_PARTS + 1)
    )


def _middle(ways: Sequence[tuple[Spot, Spot]]) -> Rect:
    """The place within the ring that no arrow touches."""
    x = sum(start[0] for start, _ in ways) // len(ways)
    y = sum(start[1] for start, _ in ways) // len(ways)
    free = min(
        abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / hypot(x2 - x1, y2 - y1)
        for (x1, y1), (x2, y2) in ways
    )
    half, tall = round(free * 0.72), round(free * 0.52)
    return Rect(x - half, y - tall, 2 * half, 2 * tall)


def _words(number: int, step: Measure, place: Rect, align: Align) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        head, text = _STEPS[level]
        said = para(step.head, head, bold=True, align=align, short=short)
        means = para(step.text, text, align=align, strong="ink", short=short, level=1, before=pt(2))
        return (said, means) if means.runs else (said,)

    return Wanted(
        Name("point", number),
        place,
        make,
        slot=Slot("body", number),
        anchor="middle",
        mark=step.head.mark,
    )


def _centre(ctx: Context, text: Text, place: Rect, largest: Step) -> Item:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = (largest, *(DECK[each] for each in ("head", "body", "dense")))[level]
        return (para(text, size, bold=True, colour="primary", align="center", short=short),)

    want = Wanted(
        Name("hub-name"), place, make, slot=Slot("body", _CENTRE), anchor="middle", mark=text.mark
    )
    return set_growing(ctx, (want,), 4)[0]


KIND = Kind(name="cycle", fields=Cycle, compose=compose, called=Named("循环", "循環", "Cycle"))
