"""Turn four things into the fields of a two-by-two, with what their sides mean; SWOT among them."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Alone, Doc, Length, Says
from briefgen.brief.model import Slide, Text, words
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import levelled, room_from, set_spread
from briefgen.parts.text import Wanted, label, para, set_in
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.markers import Bullet
from briefgen.typography.text import Paragraph

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
_GAP, _EDGE = pt(12), pt(24)
# What the sides mean stands in a strip at the left and below; what is most of it has an arrow.
_SIDE, _FOOT = (pt(64), pt(96), pt(128)), pt(32)
_AXIS = Stroke("ink2", pt(1))
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
    across: Annotated[Text | None, Doc("What grows from left to right.")] = None
    up: Annotated[Text | None, Doc("What grows from below.")] = None
    highlight: Annotated[int, Doc("The field that matters most, from 1.")] = 0
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None
    highlight_mark: Mark = NOWHERE


def compose(fields: Matrix, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    if fields.highlight not in range(5):
        ctx.problems.add("matrix-no-field", fields.highlight_mark, number=fields.highlight)
    area = ctx.canvas.over(fields.note is not None)
    items: list[Item] = []
    inner = area.inset(
        _side(ctx, fields.up) if fields.up else 0, 0, 0, _FOOT if fields.across else 0
    )
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
    items += _sides(ctx, fields, area, inner)
    return (framed(ctx, slide, "title-only", items, note=fields.note),)


def _side(ctx: Context, up: Text) -> int:
    """The width of the strip at the left: as its words need, in few steps, since matrices that have
    the same share a layout."""
    lines = set_in(ctx, (para(up, DECK["caption"]),), _SIDE[-1] * 9).lines
    wide = max((line.width for line in lines), default=0) * 11 // 10 + pt(20)
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


def _sides(ctx: Context, fields: Matrix, area: Rect, inner: Rect) -> list[Item]:
    """What grows to the right, and what grows upwards: an arrow, and its words at the middle."""
    items: list[Item] = []
    if fields.across:
        y = inner.bottom + pt(6)
        items.append(Rule(Name("axis", 1), inner.x, y, inner.right, y, _AXIS, arrow=True))
        place = Rect(inner.x, y + pt(1), inner.w, area.bottom - y - pt(1))
        items.append(_said(ctx, fields.across, place, 5, "center"))
    if fields.up:
        x = inner.x - pt(10)
        items.append(Rule(Name("axis", 2), x, inner.bottom, x, inner.y, _AXIS, arrow=True))
        place = Rect(area.x, inner.y, x - pt(8) - area.x, inner.h)
        items.append(_said(ctx, fields.up, place, 6, "right"))
    return items


def _said(ctx: Context, text: Text, place: Rect, slot: int, align: str) -> Item:
    side = align == "right"
    return label(
        ctx,
        Name("text", slot),
        place,
        text,
        DECK["caption"],
        colour="ink2",
        align="right" if side else "center",
        anchor="middle" if side else "top",
        slot=Slot("body", slot),
    )


KIND = Kind(
    name="matrix",
    fields=Matrix,
    compose=compose,
    called=Named("四象限", "四象限", "Matrix"),
)
