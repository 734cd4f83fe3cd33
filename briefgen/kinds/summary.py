"""Turn a claim and its proofs into numbered rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Measure, Segment, Slide, Text, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import clear, framed
from briefgen.parts.rows import ordinal, rule_below
from briefgen.parts.spread import spread
from briefgen.parts.text import Wanted, para, set_boxes
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Slot
from briefgen.scene.layouts import two_columns
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step
from briefgen.typography.markers import Bullet
from briefgen.typography.text import Paragraph

# Points in one column; as many again stand in a second one beside it, four each.
_ONE, _MOST = 5, 8
# Between two rows.
_GAP = pt(12)

# Head and text, from the largest.
_STEPS = (
    (DECK["lead"], DECK["head"]),
    (DECK["head"], DECK["body"]),
    (DECK["head"], DECK["dense"]),
    (DECK["body"], DECK["small"]),
)
_NORMAL = 1


class Proof(Measure):
    """One proof, and perhaps what it consists of."""

    points: Annotated[
        tuple[Measure, ...], Length(1, 5), Doc("The points below it: a text each, or {head, text}.")
    ] = ()


class Summary(Record):
    """A claim and its proofs as numbered rows: five in one column, eight in two; more go on
    further slides."""

    points: Annotated[
        tuple[Proof, ...],
        Length(2, 15),
        Says(sum_up=True),
        Doc("The proofs: a text each, or {head, text, points}."),
    ]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Summary, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    numbered = list(enumerate(fields.points, 1))

    def page(ctx: Context, slide: Slide, points: Sequence[tuple[int, Proof]]) -> Page:
        area = ctx.canvas.noted if fields.note else ctx.canvas.body
        items = _rows(ctx, points, clear(ctx, slide, area))
        return framed(ctx, slide, "title-only", items, note=fields.note)

    return spread(ctx, slide, numbered, _MOST, page, _without_text)


def _without_text(numbered: tuple[int, Proof]) -> tuple[tuple[int, Proof], Text]:
    number, point = numbered
    return (number, replace(point, text=words("", point.text.mark))), point.text


def _rows(ctx: Context, points: Sequence[tuple[int, Proof]], area: Rect) -> list[Item]:
    """A row for each point: its number, its head, its text."""
    one = len(points) <= _ONE
    half = -(-len(points) // 2)
    rows = area.rows(len(points), _GAP) if one else two_columns(ctx.canvas, area, half)
    rows = rows[: len(points)]
    indent, numeral = (pt(64), DECK["title"]) if one else (pt(48), DECK["title"])

    def wanted(number: int, point: Proof, row: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            size, running = _STEPS[level]
            head = para(point.head, size, bold=True, short=short)
            text = para(point.text, running, strong="ink", short=short, before=pt(2), level=1)
            below = [_below(ctx, each, running, short) for each in point.points]
            return (head, *((text,) if text.runs else ()), *below)

        rect = row.inset(indent, 0, 0, 0)
        slot = Slot("body", number - points[0][0] + 1)
        return Wanted(
            Name("point", number), rect, make, slot=slot, anchor="middle", mark=point.head.mark
        )

    boxes = set_boxes(
        ctx, [wanted(n, p, r) for (n, p), r in zip(points, rows, strict=True)], len(_STEPS), _NORMAL
    )
    items: list[Item] = []
    for (number, _), row, box in zip(points, rows, boxes, strict=True):
        items += [ordinal(ctx, number, row, indent - pt(16), numeral), box]
        if row.bottom + _GAP <= area.bottom and row is not rows[-1]:
            items.append(rule_below(number, row, _GAP))
    return items


def _below(ctx: Context, point: Measure, step: Step, short: bool) -> Paragraph:
    """A point of the second level: its head and what it means in one."""
    head, text = (each.short or each if short else each for each in (point.head, point.text))
    colon = (Segment(ctx.say("：", ": ")),) if str(text) else ()
    said = Text((*head.segments, *colon, *text.segments), head.mark)
    mark = Bullet("–")
    return para(said, step, colour="ink2", strong="ink2", before=pt(2), marker=mark, level=2)


KIND = Kind(
    name="summary",
    fields=Summary,
    compose=compose,
    called=Named("要点", "要點", "Points"),
)
