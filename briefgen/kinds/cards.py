"""Turn two to four matters of equal rank into cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.model import Ref, Slide, Text
from briefgen.outline.rules import Length
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.kpi import NUMERALS, numeral
from briefgen.parts.text import Wanted, down, para, set_boxes
from briefgen.scene.items import Item, Page, Shape, Slot
from briefgen.scene.layouts import BODY, BODY_NOTED, GUTTER
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

_TEXT = (DECK["head"], DECK["body"], DECK["dense"], DECK["small"])


@dataclass(frozen=True)
class Card:
    """One matter: its head, a few words, perhaps its figure."""

    head: Text
    text: Text
    figure: Ref | None = None


@dataclass(frozen=True)
class Cards:
    """Two to four matters of equal rank, each with a head, a few words, perhaps a figure."""

    cards: Annotated[tuple[Card, ...], Length(2, 4)]
    note: Text | None = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, Cards)
    area = BODY_NOTED if fields.note else BODY
    count = len(fields.cards)
    figured = any(card.figure for card in fields.cards)
    high = min(area.h, pt(256 if figured else 224))
    rects = Rect(area.x, area.y + (area.h - high) * 2 // 5, area.w, high).columns(count, GUTTER)

    def wanted(number: int, card: Card, rect: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            made: list[Paragraph] = []
            if card.figure:
                big = NUMERALS[min(level + (1 if count == 4 else 0), len(NUMERALS) - 1)]
                made.append(
                    numeral(ctx, card.figure.id, big, DECK["dense"], colour="primary", minor="ink2")
                )
            elif figured:
                made.append(para("　", NUMERALS[min(level + (1 if count == 4 else 0), 3)]))
            made.append(
                para(card.head, down("head", min(level, 1)), bold=True, short=short, before=pt(6))
            )
            made.append(
                para(
                    card.text, _TEXT[min(level, 3)], colour="ink2", strong="primary", short=short,
                    before=pt(12),
                )
            )  # fmt: skip
            return tuple(made)

        return Wanted(
            f"卡片 {number}", rect, make, Slot("body", number), "top",
            (pt(18), pt(24), pt(16), pt(16)), fill="surface",
            one_line=(0,) if card.figure else (), mark=card.head.mark,
        )  # fmt: skip

    boxes = set_boxes(
        ctx,
        [wanted(i, c, r) for i, (c, r) in enumerate(zip(fields.cards, rects, strict=True), 1)],
        4,
    )
    items: list[Item] = []
    for number, (box, rect) in enumerate(zip(boxes, rects, strict=True), 1):
        items.append(box)
        items.append(Shape(f"卡片线 {number}", Rect(rect.x, rect.y, rect.w, pt(3)), fill="primary"))
    return (framed(ctx, slide, "grid", items, note=fields.note),)


KIND = Kind("cards", Cards, compose)
