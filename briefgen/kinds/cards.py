"""Turn two to four matters of equal rank into cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import ICON, Doc, Length
from briefgen.brief.model import Ref, Slide, Text, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.kpi import NUMERALS, numeral
from briefgen.parts.spread import spread
from briefgen.parts.text import Wanted, para, set_boxes
from briefgen.record import Record, replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Item, Page, Shape, Slot
from briefgen.scene.layouts import BODY, BODY_NOTED, GUTTER
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# Numeral, head and text, from the largest: cards of few words stand large.
_STEPS = (
    (NUMERALS[0], DECK["lead"], DECK["head"]),
    (NUMERALS[1], DECK["lead"], DECK["head"]),
    (NUMERALS[0], DECK["head"], DECK["body"]),
    (NUMERALS[1], DECK["head"], DECK["body"]),
    (NUMERALS[2], DECK["head"], DECK["body"]),
    (NUMERALS[2], DECK["body"], DECK["dense"]),
    (NUMERALS[3], DECK["body"], DECK["small"]),
)
_NORMAL = 2


class Card(Record):
    """One matter: its head, a few words, perhaps its figure."""

    head: Annotated[Text, Doc("A few words.")]
    text: Annotated[Text, Doc("What it means, up to 60 characters.")]
    figure: Annotated[Ref | None, Doc("A figure, set large above them.")] = None
    icon: Annotated[str, ICON, Doc("The name of an icon, above them.")] = ""


class Cards(Record):
    """Two to four matters of equal rank as cards, with figures or icons; more go on more slides."""

    cards: Annotated[tuple[Card, ...], Length(2, 12), Doc("{head, text, figure, icon}.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Cards, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def page(ctx: Context, slide: Slide, cards: Sequence[Card]) -> Page:
        items = _row(ctx, cards, BODY_NOTED if fields.note else BODY)
        return framed(ctx, slide, "grid", items, note=fields.note)

    return spread(ctx, slide, fields.cards, 4, page, _without_text)


def _without_text(card: Card) -> tuple[Card, Text]:
    return replace(card, text=words("", card.text.mark)), card.text


def _row(ctx: Context, cards: Sequence[Card], area: Rect) -> list[Item]:
    """The cards side by side."""
    figured = any(card.figure for card in cards)
    drawn = pt(52) if any(card.icon for card in cards) else 0
    high = min(area.h, pt(280 if figured else 240) + drawn)
    rects = Rect(area.x, area.y, area.w, high).columns(len(cards), GUTTER)

    def wanted(number: int, card: Card, rect: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            made: list[Paragraph] = []
            big, head, text = _STEPS[level]
            unit = DECK["dense"] if big in NUMERALS[2:] else DECK["head"]
            if card.figure:
                made.append(numeral(ctx, card.figure.id, big, unit, colour="primary", minor="ink2"))
            elif figured:
                made.append(para(ctx.say("　", "\u00a0"), big))
            made.append(para(card.head, head, bold=True, short=short, before=pt(6), keep=True))
            if not str(card.text):
                return tuple(made)
            made.append(
                para(
                    card.text,
                    text,
                    colour="ink2",
                    strong="primary",
                    short=short,
                    before=pt(12),
                )
            )
            return tuple(made)

        return Wanted(
            Name("card", number),
            rect,
            make,
            slot=Slot("body", number),
            anchor="top",
            insets=(pt(18), pt(24) + drawn, pt(16), pt(16)),
            fill="surface",
            one_line=(0,) if card.figure else (),
            mark=card.head.mark,
        )

    boxes = set_boxes(
        ctx,
        [wanted(i, c, r) for i, (c, r) in enumerate(zip(cards, rects, strict=True), 1)],
        len(_STEPS),
        _NORMAL,
    )
    items: list[Item] = []
    for number, (box, rect, card) in enumerate(zip(boxes, rects, cards, strict=True), 1):
        items.append(box)
        if card.icon:
            place = Rect(rect.x + pt(18), rect.y + pt(24), pt(40), pt(40))
            items.append(icon(card.icon, place, "primary", Name("icon", number)))
        items.append(
            Shape(Name("card-rule", number), Rect(rect.x, rect.y, rect.w, pt(3)), fill="primary")
        )
    return items


KIND = Kind(
    name="cards",
    fields=Cards,
    compose=compose,
    called=Named("卡片", "卡片", "Cards"),
)
