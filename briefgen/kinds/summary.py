"""Turn a claim and its proofs into numbered rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.model import Measure, Slide, Text
from briefgen.outline.rules import Length
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.text import Wanted, down, label, para, set_boxes
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.layouts import BODY, BODY_NOTED
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph


@dataclass(frozen=True)
class Summary:
    """A claim and three to five proofs, as numbered rows."""

    points: Annotated[tuple[Measure, ...], Length(2, 5)]
    note: Text | None = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, Summary)
    area = BODY_NOTED if fields.note else BODY
    rows = area.rows(len(fields.points), pt(12))

    def wanted(number: int, point: Measure, row: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            return (
                para(point.head, down("head", level), bold=True, short=short),
                para(
                    point.text, down("dense", level), colour="ink2", strong="primary",
                    short=short, before=pt(2),
                ),
            )  # fmt: skip

        rect = Rect(row.x + pt(80), row.y, row.w - pt(80), row.h)
        return Wanted(
            f"要点 {number}", rect, make, Slot("body", number), "middle", mark=point.head.mark
        )

    boxes = set_boxes(
        ctx, [wanted(i, p, r) for i, (p, r) in enumerate(zip(fields.points, rows, strict=True), 1)],
        steps=2,
    )  # fmt: skip
    items: list[Item] = []
    for number, (row, box) in enumerate(zip(rows, boxes, strict=True), 1):
        items.append(
            label(
                ctx, f"序号 {number}", Rect(row.x, row.y, pt(64), row.h), f"{number}",
                DECK["numeral"], bold=True, colour="primary", anchor="middle", lines=1,
            )
        )  # fmt: skip
        items.append(box)
        if number < len(rows):
            y = row.bottom + pt(6)
            items.append(Rule(f"线 {number}", row.x, y, row.right, y, Stroke("line", pt(0.75))))
    return (framed(ctx, slide, "rows", items, note=fields.note),)


KIND = Kind("summary", Summary, compose)
