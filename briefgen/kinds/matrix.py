"""Turn four things into the fields of a two-by-two, with what their sides mean; SWOT among them."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Alone, Doc, Length, Says
from briefgen.brief.model import Segment, Slide, Text, words
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import levelled, room_from, set_spread
from briefgen.parts.text import Wanted, label, para, set_in
from briefgen.patterns import pattern
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Anchor, Item, Page, Rule, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.markers import Bullet
from briefgen.typography.text import Align, Paragraph

# Head and points, from the largest, and the space above a point.
_STEPS = (
    (DECK["large"], DECK["head"], pt(14)),
    (DECK["lead"], DECK["head"], pt(10)),
    (DECK["head"], DECK["body"], pt(8)),
    (DECK["head"], DECK["body"], pt(3)),
    (DECK["body"], DECK["dense"], pt(6)),
    (DECK["dense"], DECK["small"], pt(4)),
    (DECK["dense"], DECK["small"], pt(1)),
)
_NORMAL, _SMALL = 2, 5
# By so many steps points are spread.
_SPREAD = 2
# What the sides mean is as large as most points.
_SIZE = DECK["body"]
_GAP, _EDGE = pt(12), pt(24)
# What the sides mean stands in a strip at the left and below; what is most of it has an arrow.
_SIDE, _FOOT = (pt(64), pt(96), pt(128)), pt(37)
# An arrow is so far from the fields, and what it says from it.
_AXIS, _OFF, _APART = Stroke("ink2", pt(1)), pt(6), pt(6)
# "Cost: low → high" says what is at the two ends of its arrow.
_ENDS = pattern(r"\s*(.*?)\s*[:：]\s*(\S[^→:：]*?)\s*(?:→|->|=>)\s*([^→:：]*\S)\s*")
# The heads of a SWOT, in the order in which they are read.
_SWOT = (
    ("优势", "Strengths"),
    ("劣势", "Weaknesses"),
    ("机会", "Opportunities"),
    ("威胁", "Threats"),
)


class Field(Record):
    """One of the four fields: its head, and what stands in it; either of them alone."""

    head: Annotated[Text | None, Alone("words"), Doc("What it is called; of a SWOT by itself.")] = (
        None
    )
    points: Annotated[tuple[Text, ...], Length(1, 5), Alone("list"), Doc("What stands in it.")] = ()
    mark: Mark = NOWHERE


class Matrix(Record, kw_only=True):
    """Four fields, two by two: a SWOT, or what two questions lead to."""

    fields: Annotated[
        tuple[Field, ...],
        Length(4, 4),
        Says(),
        Doc("From the upper left to the lower right: a head, points, or {head, points}."),
    ]
    swot: Annotated[
        bool, Doc("Whether they are strengths, weaknesses, opportunities, threats.")
    ] = False
    across: Annotated[
        Text | None, Doc("What grows from left to right, as cost, or cost: low → high.")
    ] = None
    up: Annotated[Text | None, Doc("What grows from below.")] = None
    highlight: Annotated[int, Doc("The field that matters most, from 1.")] = 0
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None
    highlight_mark: Mark = NOWHERE


def compose(fields: Matrix, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    if fields.highlight not in range(5):
        ctx.problems.add("matrix-no-field", fields.highlight_mark, number=fields.highlight)
    area = ctx.canvas.over(fields.note is not None)
    items: list[Item] = []
    across, up = (_said(text) if text else None for text in (fields.across, fields.up))
    inner = area.inset(_side(ctx, up) if up else 0, 0, 0, _FOOT if across else 0)
    rects = [at for row in inner.rows(2, _GAP) for at in row.columns(2, _GAP)]
    wanted = []
    for number, (field, at) in enumerate(zip(fields.fields, rects, strict=True), 1):
        head = field.head
        if head is None and fields.swot:
            head = words(ctx.say(*_SWOT[number - 1]), field.mark)
        if head is None and not field.points:
            ctx.problems.add("matrix-empty-field", field.mark, number=number)
            continue
        wanted.append(_field(number, head, field, at, number == fields.highlight))
    # Words that are hard to read make no room for more.
    start = room_from(ctx, wanted, _SMALL + 1)
    start = len(_STEPS) if start > _SMALL else start
    items += levelled(
        ctx, set_spread(ctx, wanted, len(_STEPS), _NORMAL, start=start, furthest=_SPREAD)
    )
    items += _sides(ctx, across, up, area, inner)
    return (framed(ctx, slide, "title-only", items, note=fields.note),)


class _Said(Record):
    """What an arrow says: what grows along it, and what stands at its two ends, if that is said."""

    name: Text
    ends: tuple[Text, ...] = ()


def _said(text: Text) -> _Said:
    """What is written of an arrow; its ends only where they are plain words."""
    plain = len(text.segments) == 1 and not (text.figures or text.marked or text.short)
    match = _ENDS.fullmatch(str(text)) if plain else None
    if match is None:
        return _Said(text)
    name, *ends = (replace(text, segments=(Segment(part),)) for part in match.groups())
    return _Said(name, tuple(ends))


def _side(ctx: Context, up: _Said) -> int:
    """The width of the strip at the left: as its words need, in few steps, since matrices that have
    the same share a layout."""
    every = tuple(para(text, _SIZE) for text in (up.name, *up.ends))
    lines = set_in(ctx, every, _SIDE[-1] * 9).lines
    wide = max((line.width for line in lines), default=0) * 11 // 10 + _OFF + _APART
    return next((side for side in _SIDE if wide <= side), _SIDE[-1])


def _field(number: int, head: Text | None, field: Field, at: Rect, lit: bool) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        first, running, gap = _STEPS[level]
        made = []
        if head:
            colour: Token = "primary" if lit else "ink"
            made.append(para(head, first, bold=True, colour=colour, short=short))
        made += [
            para(
                point,
                running,
                strong="ink",
                short=short,
                before=gap,
                marker=Bullet(),
                level=1,
            )
            for point in field.points
        ]
        return tuple(made)

    return Wanted(
        Name("card", number),
        at,
        make,
        slot=Slot("body", number),
        insets=(_EDGE, pt(10), _EDGE, pt(10)),
        anchor="middle",
        fill="surface2" if lit else "surface",
        stroke=Stroke("primary", pt(2.5)) if lit else None,
        mark=head.mark if head and head.mark.line else field.mark,
    )


def _sides(
    ctx: Context, across: _Said | None, up: _Said | None, area: Rect, inner: Rect
) -> list[Item]:
    """What grows to the right, and what grows upwards: an arrow, its words at the middle, and what
    it grows from and to at its ends."""
    items: list[Item] = []
    if across:
        y = inner.bottom + _OFF
        items.append(Rule(Name("axis", 1), inner.x, y, inner.right, y, _AXIS, arrow=True))
        foot = Rect(inner.x, y + pt(1), inner.w, area.bottom - y - pt(1))
        left, middle, right = foot.columns(3, 0)
        items.append(_label(ctx, across.name, middle if across.ends else foot, 1, "center"))
        for number, (end, at) in enumerate(zip(across.ends, (left, right), strict=False), 3):
            items.append(_label(ctx, end, at, number, "right" if at is right else "left"))
    if up:
        x = inner.x - _OFF
        items.append(Rule(Name("axis", 2), x, inner.bottom, x, inner.y, _AXIS, arrow=True))
        side = Rect(area.x, inner.y, x - _APART - area.x, inner.h)
        upper, middle, lower = side.rows(3, 0)
        items.append(_label(ctx, up.name, middle if up.ends else side, 2, "right", "middle"))
        for number, (end, at) in enumerate(zip(up.ends, (lower, upper), strict=False), 5):
            anchor: Anchor = "top" if at is upper else "bottom"
            items.append(_label(ctx, end, at, number, "right", anchor))
    return items


def _label(
    ctx: Context, text: Text, place: Rect, number: int, align: Align, anchor: Anchor = "top"
) -> Item:
    """Words beside an arrow; what it is called has a place in the layout."""
    slot = Slot("body", 4 + number) if number <= 2 else None
    return label(
        ctx,
        Name("text", number),
        place,
        text,
        _SIZE,
        colour="ink2",
        align=align,
        anchor=anchor,
        slot=slot,
    )


KIND = Kind(
    name="matrix",
    fields=Matrix,
    compose=compose,
    called=Named("四象限", "四象限", "Matrix"),
)
