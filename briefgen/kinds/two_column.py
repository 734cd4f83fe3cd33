"""Turn any two of points, text, picture, table, chart and figures into two columns."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import set_growing
from briefgen.parts.half import CONTENT, Half, drawn, wanted
from briefgen.parts.points import LOOKS, NORMAL
from briefgen.parts.status import statuses
from briefgen.parts.text import Wanted, para, set_boxes
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# The gap between the columns; a head, and the space below its rule.
_GAP, _HEAD, _BELOW = pt(40), pt(40), pt(14)
# The first placeholder of each column's content, and that of its head.
_SLOTS, _HEADS = (1, 9), (17, 18)


class TwoColumn(Record):
    """Two columns, each of one thing: points, text, a picture, a table, a chart or figures."""

    left: Annotated[Half, Doc("{head} and one of points, text, image, table, chart, figures.")]
    right: Annotated[Half, Doc("The same.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: TwoColumn, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    halves = {"left": fields.left, "right": fields.right}
    for side, half in halves.items():
        if len(half.held) != 1:
            count = len(half.held)
            ctx.problems.add("half-not-one", half.mark, keys=CONTENT, count=count, side=side)
            return (framed(ctx, slide, "title-only", (), note=fields.note),)
    ids = [cell.figure.id for half in halves.values() for cell in half.figures]
    area = ctx.canvas.noted if fields.note or ids else ctx.canvas.body
    items = _columns(ctx, slide, (fields.left, fields.right), area)
    marks = statuses(ctx, ids)
    return (framed(ctx, slide, "title-only", items, note=fields.note, marks=marks),)


def _columns(ctx: Context, slide: Slide, halves: tuple[Half, Half], area: Rect) -> list[Item]:
    """Both columns below their heads; running texts of both in one step."""
    columns = ctx.canvas.equal(area, 2, _GAP)
    heads = [
        _head(half.head, at, slot)
        for half, at, slot in zip(halves, columns, _HEADS, strict=True)
        if half.head
    ]
    # Figures have a rule of their own at their top, which stands for that of the head.
    tops = [_HEAD if half.figures else _HEAD + _BELOW for half in halves]
    places = [at.inset(0, top if heads else 0, 0, 0) for at, top in zip(columns, tops, strict=True)]
    texts = [
        text if heads else replace(text, anchor="middle")
        for half, at, slot in zip(halves, places, _SLOTS, strict=True)
        if (text := wanted(half, at, slot))
    ]
    set_texts = {box.name: box for box in set_growing(ctx, texts, len(LOOKS), NORMAL)}
    set_heads = {box.name: box for box in set_boxes(ctx, heads, 2)}
    items: list[Item] = []
    for number, (half, at, place, slot) in enumerate(
        zip(halves, columns, places, _SLOTS, strict=True), 1
    ):
        if head := set_heads.get(Name("column-head", number)):
            line, y = Stroke("ink", pt(1.5)), at.y + _HEAD
            items.append(head)
            if not half.figures:
                items.append(Rule(Name("heading-rule", number), at.x, y, at.right, y, line))
        if body := set_texts.get(Name("column", slot)):
            items.append(body)
        items += drawn(ctx, slide, half, place, slot)
    return items


def _head(text: Text, at: Rect, slot: int) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, DECK[("head", "body")[level]], bold=True, short=short),)

    return Wanted(
        Name("column-head", _HEADS.index(slot) + 1),
        Rect(at.x, at.y, at.w, _HEAD),
        make,
        slot=Slot("body", slot),
        anchor="middle",
        lines=1,
        mark=text.mark,
    )


KIND = Kind(
    name="two-column",
    fields=TwoColumn,
    compose=compose,
    called=Named("两栏", "兩欄", "Two columns"),
)
