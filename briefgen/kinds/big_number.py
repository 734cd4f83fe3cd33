"""Turn one figure into the slide's whole message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Measure, Ref, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.hero import LABEL, large
from briefgen.parts.kpi import Numeral
from briefgen.parts.text import Make, Wanted, lines_in, para, set_box, set_boxes
from briefgen.record import Record, replace
from briefgen.scene.canvas import column
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, step
from briefgen.typography.text import Paragraph

# How high the list below a figure is, so that each point has room for another line, and how far it
# reaches below the body.
_LIST, _FURTHER = pt(106), pt(8)
# What a sentence stands clear of digits that are set higher elsewhere.
_AIR = pt(14)
# The columns of the twelve that each point takes where there is one, are two or three.
_COLUMNS = (8, 6, 4)


_STEPS = ((step(18, 22), step(18, 22)), (step(16, 21), step(16, 20)), (step(16, 21), step(14, 18)))


class BigNumber(Record):
    """One figure, set very large, with up to three points below it."""

    figure: Annotated[Ref, Doc("The figure's id.")]
    label: Annotated[Text | None, Doc("A label here, instead of the ledger's.")] = None
    text: Annotated[Text | None, Doc("A sentence above it.")] = None
    points: Annotated[
        tuple[Measure, ...], Length(0, 3), Says(), Doc("What follows: {head, text}.")
    ] = ()
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: BigNumber, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    area, below = ctx.canvas.noted, _list(ctx, len(fields.points))
    if fields.points:
        area = replace(area, h=below.y - pt(6) - area.y)
    said = _sentence(ctx, fields.text) if fields.text else None
    room = said.rect.h + _AIR if said else 0
    shown = Numeral(fields.figure.id, fields.label)
    items: list[Item] = [*large(ctx, shown, area, 5, alone=not fields.points, below=room)]
    items += [said] if said else []
    items += _points(ctx, fields.points)
    return (framed(ctx, slide, "title-only", items, note=fields.note),)


def _list(ctx: Context, count: int) -> Rect:
    """Where what follows from the figure stands."""
    body = ctx.canvas.noted
    high = _LIST * count if ctx.canvas.narrow else _LIST
    return Rect(body.x, body.bottom + _FURTHER - high, body.w, high)


def _sentence(ctx: Context, text: Text) -> TextBox:
    """The sentence below the label, on one line or, where it is long, on two."""
    one, two = DECK["body"], DECK["dense"]
    top = ctx.canvas.noted.inset(0, LABEL, 0, 0)
    long = lines_in(ctx, (para(text, two),), top.w) > 1

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, two if level else one, strong="ink", short=short),)

    place = Rect(top.x, top.y, top.w, one.leading * (2 if long else 1) * 5 // 4)
    want = Wanted(Name("text"), place, make, slot=Slot("body", 4), mark=text.mark)
    return set_box(ctx, want, 2)


def _points(ctx: Context, points: Sequence[Measure]) -> tuple[Item, ...]:
    """What follows from the figure, in columns under hairlines."""
    if not points:
        return ()
    area = _list(ctx, len(points))
    each = _COLUMNS[len(points) - 1]
    columns = [column(number * each, each, area) for number in range(len(points))]
    if ctx.canvas.narrow:
        columns = list(area.rows(len(points), 0))
    wanted = [
        Wanted(
            Name("point", number),
            place.inset(0, pt(7), 0, 0),
            _making(point),
            slot=Slot("body", number),
            mark=point.head.mark,
        )
        for number, (point, place) in enumerate(zip(points, columns, strict=True), 1)
    ]
    rules = [
        Rule(Name("rule", number), each.x, each.y, each.right, each.y, Stroke("ink", pt(0.75)))
        for number, each in enumerate(columns, 1)
    ]
    return (*rules, *set_boxes(ctx, wanted, len(_STEPS), 1))


def _making(point: Measure) -> Make:
    """The head of a point and what it means, at each step."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        head, text = _STEPS[level]
        said = para(point.head, head, bold=True, short=short)
        means = para(point.text, text, strong="ink", short=short, before=pt(2), level=1)
        return (said, means) if means.runs else (said,)

    return make


KIND = Kind(
    name="big-number",
    fields=BigNumber,
    compose=compose,
    called=Named("大数字", "大數字", "Big number"),
)
