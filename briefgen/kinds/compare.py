"""Turn two sides into a comparison, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.text import Wanted, para, set_box, set_boxes
from briefgen.record import Record
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.markers import Bullet
from briefgen.typography.text import Paragraph

# Sizes of the points and the space between them: few points stand large and wide apart.
_APART = (DECK["head"], pt(32))
_STEPS: tuple[tuple[Step, int], ...] = (
    (DECK["lead"], pt(26)),
    _APART,
    (DECK["head"], pt(24)),
    (DECK["head"], pt(14)),
    (DECK["body"], pt(12)),
    (DECK["dense"], pt(8)),
)
_NORMAL = 4
# The gap between the sides, in whose middle they are parted; the heads; the conclusion at the foot.
_GAP, _HEAD, _FOOT, _ABOVE_FOOT = pt(48), pt(40), pt(56), pt(16)
# The sizes of the conclusion, whose lines are close to each other where it takes two.
_LAST = (step(20, 25), step(18, 23))


class Side(Record):
    """One side: its head and its points."""

    head: Annotated[Text, Doc("What this side is called.")]
    points: Annotated[tuple[Text, ...], Length(1, 5), Doc("What there is to say of it.")]


class Compare(Record):
    """Two sides of a matter, of equal rank, and what follows from them."""

    left: Annotated[Side, Doc("One side: {head, points}.")]
    right: Annotated[Side, Doc("The other side: {head, points}.")]
    conclusion: Annotated[Text | None, Doc("What follows, in one line at the foot.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Compare, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    area = ctx.canvas.noted if fields.note else ctx.canvas.body
    items: list[Item] = []
    if fields.conclusion:
        high = _FOOT + (_LAST[0].leading if ctx.canvas.narrow else 0)
        foot = Rect(area.x, area.bottom - high, area.w, high)
        items.append(_conclusion(ctx, fields.conclusion, foot))
        area = Rect(area.x, area.y, area.w, area.h - high - _ABOVE_FOOT)
    return (
        framed(ctx, slide, "title-only", [*_sides(ctx, fields, area), *items], note=fields.note),
    )


def _sides(ctx: Context, fields: Compare, area: Rect) -> list[Item]:
    """Both sides with their heads under rules of one look: neither is ranked above the other."""
    columns = ctx.canvas.equal(area, 2, _GAP)
    sides = list(zip((1, 2), (fields.left, fields.right), columns, strict=True))
    # What follows at the foot takes the room of wide gaps.
    steps = tuple(each for each in _STEPS if each != _APART or not fields.conclusion)
    normal = _NORMAL - len(_STEPS) + len(steps)
    wanted = [_points(number, side, at, steps) for number, side, at in sides]
    bodies = set_boxes(ctx, wanted, len(steps), normal)
    heads = set_boxes(ctx, [_head(number, side, at) for number, side, at in sides], 2)
    middle = area.x + area.w // 2
    parting = Rule(
        Name("divider"), middle, area.y + _HEAD, middle, area.bottom, Stroke("line", pt(1))
    )
    rules = [
        Rule(
            Name("heading-rule", number),
            at.x,
            at.y + _HEAD,
            at.right,
            at.y + _HEAD,
            Stroke("ink", pt(1.5)),
        )
        for number, _, at in sides
    ]
    items: list[Item] = []
    for head, body, rule in zip(heads, bodies, rules, strict=True):
        items += (head, rule, body)
    return items if ctx.canvas.narrow else [*items, parting]


def _head(number: int, side: Side, at: Rect) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(side.head, (DECK["head"], DECK["body"])[level], bold=True, short=short),)

    return Wanted(
        Name("column-head", number),
        Rect(at.x, at.y, at.w, _HEAD),
        make,
        slot=Slot("body", number + 2),
        anchor="middle",
        lines=1,
        mark=side.head.mark,
    )


def _points(number: int, side: Side, at: Rect, steps: Sequence[tuple[Step, int]]) -> Wanted:
    def make(level: int, short: bool) -> Sequence[Paragraph]:
        size, gap = steps[level]
        return [
            para(point, size, strong="ink", short=short, before=gap, marker=Bullet())
            for point in side.points
        ]

    top = at.y + _HEAD
    return Wanted(
        Name("column", number),
        Rect(at.x, top, at.w, at.bottom - top),
        make,
        slot=Slot("body", number),
        insets=(0, pt(16), 0, 0),
        mark=side.points[0].mark,
    )


def _conclusion(ctx: Context, text: Text, foot: Rect) -> Item:
    """What follows from both, across the foot."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, _LAST[level], bold=True, colour="primary", short=short),)

    want = Wanted(
        Name("conclusion"),
        foot,
        make,
        slot=Slot("body", 5),
        anchor="middle",
        insets=(pt(20), 0, pt(20), 0),
        fill="surface",
        lines=2 if ctx.canvas.narrow else 1,
        mark=text.mark,
    )
    return set_box(ctx, want, 2)


KIND = Kind(
    name="compare", fields=Compare, compose=compose, called=Named("对比", "對比", "Comparison")
)
