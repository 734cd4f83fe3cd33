"""Turn steps that begin again after the last into a ring of them, and their words around it."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Measure, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.charts.apart import kept_apart
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import set_growing
from briefgen.parts.text import Wanted, label, para
from briefgen.record import Record
from briefgen.scene.items import Anchor, Group, Item, Page, Rule, Shape, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Align, Paragraph

_STEPS = (
    (DECK["head"], DECK["dense"]),
    (DECK["body"], DECK["dense"]),
    (DECK["dense"], DECK["small"]),
)
# The circle of a step; the room between it and its words; the width of these; the arrows.
_NODE, _APART, _WIDE, _TALL = pt(52), pt(16), pt(262), pt(112)
_ARROW = Stroke("muted", pt(2.25))
_CENTRE = 7


class Cycle(Record):
    """Three to six steps in a ring, each leading to the next and the last to the first."""

    steps: Annotated[
        tuple[Measure, ...], Length(3, 6), Doc("In their order: a text each, or {head, text}.")
    ]
    centre: Annotated[Text | None, Doc("What it is all about, in the middle.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Cycle, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    area = ctx.canvas.noted if fields.note else ctx.canvas.body
    count = len(fields.steps)
    middle = area.x + area.w // 2, area.y + area.h // 2
    radius = area.h // 2 - _NODE // 2
    turns = [_turn(n, count) for n in range(count)]
    spots = [(_at(middle, radius, turn), turn) for turn in turns]
    nodes: list[Item] = []
    for number, ((x, y), _) in enumerate(spots, 1):
        rect = Rect(x - _NODE // 2, y - _NODE // 2, _NODE, _NODE)
        nodes.append(Shape(Name("bead", number), rect, geometry="ellipse", fill="primary"))
        nodes.append(
            label(
                ctx, Name("ordinal", number), rect, str(number), DECK["head"],
                bold=True, colour="white", align="center", anchor="middle",
            )
        )  # fmt: skip
    arrows = [_arrow(n, middle, radius, turns) for n in range(count)]
    told = ctx.say("、", ", ").join(str(step.head) for step in fields.steps)
    alt = ctx.say(f"循环：{told}，再回到开头", f"Cycle: {told}, and again")
    items: list[Item] = [Group(Name("cycle"), (*arrows, *nodes), alt)]
    items += _around(ctx, fields.steps, [spot for spot, _ in spots], area, middle[0])
    if fields.centre:
        side = radius * 5 // 4
        place = Rect(middle[0] - side // 2, middle[1] - side // 3, side, side * 2 // 3)
        items.append(_centre(ctx, fields.centre, place))
    return (framed(ctx, slide, "title-only", items, note=fields.note),)


def _turn(number: int, count: int) -> float:
    """Where a step stands on the ring, as a share of the turn from the top: none at the top or at
    the foot itself, since its words stand beside it."""
    return (number + 0.5) / count


def _at(middle: tuple[int, int], radius: int, turn: float) -> tuple[int, int]:
    angle = 2 * pi * turn
    return round(middle[0] + radius * sin(angle)), round(middle[1] - radius * cos(angle))


def _arrow(number: int, middle: tuple[int, int], radius: int, turns: Sequence[float]) -> Rule:
    """The way from one step to the next, between their circles."""
    (x1, y1), (x2, y2) = (
        _at(middle, radius, turn) for turn in (turns[number], turns[(number + 1) % len(turns)])
    )
    far = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    cut = (_NODE / 2 + pt(6)) / far
    dx, dy = round((x2 - x1) * cut), round((y2 - y1) * cut)
    return Rule(Name("link", number + 1), x1 + dx, y1 + dy, x2 - dx, y2 - dy, _ARROW, arrow=True)


def _around(
    ctx: Context,
    steps: Sequence[Measure],
    spots: Sequence[tuple[int, int]],
    area: Rect,
    middle: int,
) -> Sequence[Item]:
    """The words of each step beside its circle, on the side where that is."""
    wanted: list[Wanted] = []
    for left in (False, True):
        own = [n for n, (x, _) in enumerate(spots) if (x < middle) == left]
        high = min(_TALL, area.h // max(1, len(own)) - pt(8))
        tops = kept_apart([spots[n][1] for n in own], high + pt(8), area.y, area.bottom)
        for n, y in zip(own, tops, strict=True):
            edge = spots[n][0] + (-1 if left else 1) * (_NODE // 2 + _APART)
            place = (
                Rect(area.x, y - high // 2, edge - area.x, high)
                if left
                else Rect(edge, y - high // 2, area.right - edge, high)
            )
            wide = min(place.w, _WIDE)
            place = Rect(place.right - wide if left else place.x, place.y, wide, place.h)
            # At the foot of the ring they end where the circle does.
            low = y < spots[n][1] - pt(4)
            anchor: Anchor = "bottom" if low else "middle"
            wanted.append(_words(n + 1, steps[n], place, "right" if left else "left", anchor))
    wanted.sort(key=lambda want: want.name.number)
    return set_growing(ctx, wanted, len(_STEPS))


def _words(number: int, step: Measure, place: Rect, align: Align, anchor: Anchor) -> Wanted:
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
        anchor=anchor,
        insets=(0, 0, 0, pt(10) if anchor == "bottom" else 0),
        mark=step.head.mark,
    )


def _centre(ctx: Context, text: Text, place: Rect) -> Item:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = DECK[("lead", "head", "body", "dense")[level]]
        return (para(text, size, bold=True, colour="primary", align="center", short=short),)

    want = Wanted(
        Name("hub-name"), place, make, slot=Slot("body", _CENTRE), anchor="middle", mark=text.mark
    )
    return set_growing(ctx, (want,), 4)[0]


KIND = Kind(name="cycle", fields=Cycle, compose=compose, called=Named("循环", "循環", "Cycle"))
