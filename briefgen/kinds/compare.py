"""Turn two sides into a comparison, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Slide, Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.column_heads import HEADS, set_column_heads
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import lowered, room_from, set_clean, set_spread
from briefgen.parts.text import Wanted, para
from briefgen.record import Record
from briefgen.scene.canvas import GUTTER
from briefgen.scene.items import Item, Page, Rule, Shape, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step
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
    (DECK["dense"], pt(2)),
    (DECK["small"], pt(3)),
)
_NORMAL = 4
# The gap between the sides, in whose middle they are parted, and the heads.
_GAP, _HEAD = pt(48), pt(40)
_SIDES = ("none", "left", "right")
# From the edges of a panel to its words; the steps of few words on panels, and by how many steps
# they are spread there.
_EDGE, _SPREAD = pt(24), 4
_LARGE: tuple[tuple[Step, int], ...] = (
    (DECK["lead"], pt(26)),
    (DECK["lead"], pt(14)),
    (DECK["lead"], pt(8)),
    (DECK["head"], pt(24)),
)


class Side(Record):
    """One side: its head and its points."""

    head: Annotated[Text, Doc("What this side is called.")]
    points: Annotated[tuple[Text, ...], Length(1, 10), Doc("What there is to say of it.")]


class Compare(Record):
    """Two sides of a matter, of equal rank or one chosen, and what follows from them."""

    left: Annotated[Side, Says(), Doc("One side: {head, points}.")]
    right: Annotated[Side, Says(), Doc("The other side: {head, points}.")]
    highlight: Annotated[
        Literal["none", "left", "right"], Doc("The side that is chosen, or proves the title.")
    ] = "none"
    conclusion: Annotated[Text | None, Doc("What follows, in a line or two at the foot.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Compare, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    area = ctx.canvas.noted if fields.note else ctx.canvas.body
    items: list[Item] = []
    if fields.conclusion:
        from briefgen.parts.conclusion import conclusion  # few have one

        panel, area = conclusion(ctx, fields.conclusion, area, 5)
        items.append(panel)
    return (
        framed(ctx, slide, "title-only", [*_sides(ctx, fields, area), *items], note=fields.note),
    )


def _sides(ctx: Context, fields: Compare, area: Rect) -> list[Item]:
    """Both sides with their heads under rules of one look: neither is ranked above the other, but
    where one is chosen. Sides of few words stand on panels, which end soon below them, if nothing
    follows."""
    # What follows at the foot takes the room of wide gaps.
    steps = tuple(each for each in _STEPS if each != _APART or not fields.conclusion)
    normal = _NORMAL - len(_STEPS) + len(steps)
    # Panels end above a note, plain columns on its line.
    raised = area if fields.conclusion or not fields.note else ctx.canvas.over(note=True)
    grounds = ctx.canvas.equal(raised, 2, GUTTER)
    edges = (_EDGE, _EDGE // 2, _EDGE, _EDGE // 2)
    few = _numbered(fields, tuple(ground.inset(*edges) for ground in grounds))
    large = [_points(*each, _LARGE) for each in few]
    # All of them are for few words: none is the smallest, for what is long as it is.
    panels = room_from(ctx, large, len(_LARGE) + 1) < len(_LARGE)
    grounded = panels or _stand_over(ctx, fields, few, steps)
    sides = few if grounded else _numbered(fields, ctx.canvas.equal(area, 2, _GAP))
    if panels:
        bodies = set_spread(ctx, large, len(_LARGE) + 1, len(_LARGE) - 1, furthest=_SPREAD)
        # What follows stands below panels that are as high as they can be.
        if not fields.conclusion:
            bodies, raised = lowered(ctx, bodies, raised)
            grounds = ctx.canvas.equal(raised, 2, GUTTER)
            sides = _numbered(fields, tuple(ground.inset(*edges) for ground in grounds))
    elif grounded:
        # Points that are smaller there stand further apart.
        wanted = [_points(*each, steps) for each in sides]
        start = room_from(ctx, wanted, len(steps))
        bodies = set_spread(ctx, wanted, len(steps), start, start=start, furthest=_SPREAD)
    else:
        wanted = [_points(*each, steps) for each in sides]
        bodies = set_clean(ctx, wanted, len(steps), normal)
    lit = _SIDES.index(fields.highlight)
    heads = set_column_heads(ctx, [_head(*each, lit) for each in sides], bodies)
    middle = area.x + area.w // 2
    parting = Rule(
        Name("divider"), middle, area.y + _HEAD, middle, area.bottom, Stroke("line", pt(1))
    )
    items: list[Item] = []
    if grounded:
        items += [_ground(number, ground, lit) for number, ground in enumerate(grounds, 1)]
    for (number, _, at), head, body in zip(sides, heads, bodies, strict=True):
        under, line = at.y + _HEAD, Stroke(_ink(number, lit), pt(1.5))
        items += (
            head,
            Rule(Name("heading-rule", number), at.x, under, at.right, under, line),
            body,
        )
    return items if ctx.canvas.narrow or grounded else [*items, parting]


def _stand_over(
    ctx: Context,
    fields: Compare,
    sides: Sequence[tuple[int, Side, Rect]],
    steps: Sequence[tuple[Step, int]],
) -> bool:
    """Whether sides of many words stand on panels too: over one of what follows, that their words
    begin where its words do."""
    if not fields.conclusion or ctx.canvas.narrow or ctx.house:
        return False
    return room_from(ctx, [_points(*each, steps) for each in sides], len(steps)) < len(steps)


def _numbered(fields: Compare, places: Sequence[Rect]) -> list[tuple[int, Side, Rect]]:
    return list(zip((1, 2), (fields.left, fields.right), places, strict=True))


def _ground(number: int, at: Rect, lit: int) -> Shape:
    """The panel of a side; what is chosen stands out."""
    if number != lit:
        return Shape(Name("ground", number), at, fill="surface")
    outline = Stroke("primary", pt(1.25))
    return Shape(Name("ground", number), at, fill="surface2", stroke=outline)


def _ink(number: int, lit: int) -> Token:
    return "primary" if number == lit else "ink"


def _head(number: int, side: Side, at: Rect, lit: int) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        colour = _ink(number, lit)
        return (para(side.head, HEADS[level], bold=True, colour=colour, short=short),)

    return Wanted(
        Name("column-head", number),
        Rect(at.x, at.y, at.w, _HEAD),
        make,
        slot=Slot("body", number + 2),
        lines=1,
        mark=side.head.mark,
    )


def _points(number: int, side: Side, at: Rect, steps: Sequence[tuple[Step, int]]) -> Wanted:
    def make(level: int, short: bool) -> Sequence[Paragraph]:
        size, gap = steps[level]
        # One point alone is no list.
        mark = Bullet() if len(side.points) > 1 else None
        return [
            para(point, size, strong="ink", short=short, before=gap, marker=mark)
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


KIND = Kind(
    name="compare", fields=Compare, compose=compose, called=Named("对比", "對比", "Comparison")
)
