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
from briefgen.parts.spread import spread
from briefgen.parts.text import Wanted, para, set_boxes
from briefgen.record import Record, replace
from briefgen.scene.canvas import GUTTER
from briefgen.scene.icons import icon
from briefgen.scene.items import Item, Page, Shape, Slot
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph, Run, Style

# Head, text and figure, from the largest: cards of few words stand large.
_STEPS = (
    (DECK["title"], DECK["lead"], DECK["head"]),
    (DECK["lead"], DECK["head"], DECK["head"]),
    (DECK["head"], DECK["body"], DECK["body"]),
    (DECK["body"], DECK["dense"], DECK["dense"]),
    (DECK["body"], DECK["small"], DECK["small"]),
)
_NORMAL = 2
# The edges of a card, the side of its icon's square and of the icon in it, and what parts head,
# text and figure.
_EDGE, _SQUARE, _ICON = pt(24), pt(64), pt(36)
_BELOW_HEAD, _ABOVE_FIGURE = pt(8), pt(14)


class Card(Record):
    """One matter: its head, a few words, perhaps its figure."""

    head: Annotated[Text, Doc("A few words.")]
    text: Annotated[Text, Doc("What it means, up to 60 characters.")] = words("")
    figure: Annotated[Ref | None, Doc("A figure, below them.")] = None
    icon: Annotated[str, ICON, Doc("The name of an icon, above them.")] = ""


class Cards(Record):
    """Two to four matters of equal rank as cards, with figures or icons; more go on more slides."""

    cards: Annotated[tuple[Card, ...], Length(2, 12), Doc("{head, text, figure, icon}.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Cards, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def page(ctx: Context, slide: Slide, cards: Sequence[Card]) -> Page:
        items = _row(ctx, cards, ctx.canvas.noted if fields.note else ctx.canvas.body)
        return framed(ctx, slide, "title-only", items, note=fields.note)

    return spread(ctx, slide, fields.cards, 4, page, _without_text)


def _without_text(card: Card) -> tuple[Card, Text]:
    return replace(card, text=words("", card.text.mark)), card.text


def _row(ctx: Context, cards: Sequence[Card], area: Rect) -> list[Item]:
    """The cards side by side, as high as the body."""
    drawn = any(card.icon for card in cards)
    rects = ctx.canvas.equal(area, len(cards), GUTTER)
    placed = list(zip(range(1, len(cards) + 1), cards, rects, strict=True))
    boxes = set_boxes(
        ctx, [_card(ctx, n, card, at, drawn) for n, card, at in placed], len(_STEPS), _NORMAL
    )
    items: list[Item] = []
    for (number, card, at), box in zip(placed, boxes, strict=True):
        items.append(box)
        if card.icon:
            square = Rect(at.x + _EDGE, at.y + _EDGE, _SQUARE, _SQUARE)
            inset = (_SQUARE - _ICON) // 2
            inner = square.inset(inset, inset, inset, inset)
            items.append(Shape(Name("icon-ground", number), square, fill="white"))
            items.append(icon(card.icon, inner, "primary", Name("icon", number)))
    return items


def _card(ctx: Context, number: int, card: Card, at: Rect, drawn: bool) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        head, text, figure = _STEPS[level]
        made = [para(card.head, head, bold=True, short=short)]
        if str(card.text):
            made.append(
                para(card.text, text, strong="ink", short=short, before=_BELOW_HEAD, level=1)
            )
        if card.figure:
            shown = str(ctx.shown(card.figure.id))
            run = Run(shown, Style(figure.size, True, "primary"), card.figure.id)
            made.append(Paragraph((run,), figure.leading, before=_ABOVE_FIGURE, level=2))
        return tuple(made)

    # An icon stands above the words, or in a wide card beside them.
    room = _SQUARE + pt(16) if drawn else 0
    left, top = (room, 0) if ctx.canvas.narrow else (0, room)
    return Wanted(
        Name("card", number),
        at,
        make,
        slot=Slot("body", number),
        insets=(_EDGE + left, _EDGE + top, _EDGE, _EDGE),
        fill="surface",
        mark=card.head.mark,
    )


KIND = Kind(
    name="cards",
    fields=Cards,
    compose=compose,
    called=Named("卡片", "卡片", "Cards"),
)
