"""Turn a claim and its proofs into numbered rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.model import Measure, Slide, Text, words
from briefgen.outline.rules import Doc, Length
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.spread import spread
from briefgen.parts.text import Wanted, down, label, para, set_boxes
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.layouts import BODY, BODY_NOTED
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

_MOST = 5


@dataclass(frozen=True)
class Summary:
    """A claim and three to five proofs as numbered rows; more go on further slides."""

    points: Annotated[tuple[Measure, ...], Length(2, 15), Doc("The proofs: {head, text}.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, Summary)
    numbered = list(enumerate(fields.points, 1))

    def page(ctx: Context, slide: Slide, points: Sequence[tuple[int, Measure]]) -> Page:
        area = BODY_NOTED if fields.note else BODY
        items = _rows(ctx, points, area)
        return framed(ctx, slide, "rows", items, note=fields.note)

    return spread(ctx, slide, numbered, _MOST, page, _without_text)


def _without_text(numbered: tuple[int, Measure]) -> tuple[tuple[int, Measure], Text]:
    number, point = numbered
    return (number, replace(point, text=words("", point.text.mark))), point.text


def _rows(ctx: Context, points: Sequence[tuple[int, Measure]], area: Rect) -> list[Item]:
    """A row for each point: its number, its head, its text."""
    rows = area.rows(len(points), pt(12))

    def wanted(number: int, point: Measure, row: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            head = para(point.head, down("head", level), bold=True, short=short)
            text = para(
                point.text, down("dense", level), colour="ink2", strong="primary",
                short=short, before=pt(2),
            )  # fmt: skip
            return (head, text) if text.runs else (head,)

        rect = Rect(row.x + pt(80), row.y, row.w - pt(80), row.h)
        slot = Slot("body", number - points[0][0] + 1)
        return Wanted(f"要点 {number}", rect, make, slot, "middle", mark=point.head.mark)

    boxes = set_boxes(ctx, [wanted(n, p, r) for (n, p), r in zip(points, rows, strict=True)], 2)
    items: list[Item] = []
    for (number, _), row, box in zip(points, rows, boxes, strict=True):
        items.append(
            label(
                ctx, f"序号 {number}", Rect(row.x, row.y, pt(64), row.h), f"{number}",
                DECK["numeral"], bold=True, colour="primary", anchor="middle", lines=1,
            )
        )  # fmt: skip
        items.append(box)
        if row is not rows[-1]:
            y = row.bottom + pt(6)
            items.append(Rule(f"线 {number}", row.x, y, row.right, y, Stroke("line", pt(0.75))))
    return items


KIND = Kind("summary", Summary, compose)
