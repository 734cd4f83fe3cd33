"""Turn two to four matters of equal rank into cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import ICON, Doc, Length, Says
from briefgen.brief.model import Ref, Slide, Text, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import levelled, lowered, set_clean, set_growing
from briefgen.parts.proof import proof
from briefgen.parts.spread import spread
from briefgen.parts.status import sign, status, statuses
from briefgen.parts.text import Make, Wanted, para, set_boxes
from briefgen.record import Record, replace
from briefgen.scene.canvas import GUTTER
from briefgen.scene.icons import icon
from briefgen.scene.items import Item, Page, Slot, TextBox
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, step
from briefgen.typography.text import Paragraph, Run, Style

# Head, text and figure, from the largest: cards of few words stand large. A figure is the largest.
_STEPS = (
    (DECK["lead"], DECK["head"], step(56, 64)),
    (DECK["lead"], DECK["head"], step(48, 57)),
    (DECK["head"], DECK["body"], step(40, 48)),
    (DECK["head"], DECK["body"], step(36, 43)),
    (DECK["head"], DECK["dense"], step(36, 43)),
    (DECK["head"], DECK["body"], step(28, 34)),
    (DECK["body"], DECK["dense"], step(24, 29)),
    (DECK["body"], DECK["small"], step(20, 25)),
)
_NORMAL = 5
_ALL = (len(_STEPS), _NORMAL)
# Head and text of cards that have nothing else.
_LARGEST = (DECK["large"], step(22, 31))
# The edges of a card; the side of its icon, in low cards and in high ones; and what parts head,
# text and figure.
_EDGE, _NEAR, _SQUARE, _LARGER = pt(24), pt(12), pt(64), pt(96)
# The placeholder of what follows, behind those of cards.
_CONCLUSION = 9
# So many stand in a square.
_SQUARED = 4
_BELOW_HEAD, _ABOVE_FIGURE = pt(8), pt(12)


class Card(Record):
    """One matter: its head, a few words, perhaps its figure."""

    head: Annotated[Text, Doc("A few words.")]
    text: Annotated[Text, Doc("What it means, up to 60 characters.")] = words("")
    figure: Annotated[Ref | None, Doc("A figure, below them.")] = None
    value: Annotated[Text | None, Doc("A value in words, large below the head: 136人.")] = None
    icon: Annotated[str, ICON, Doc("The name of an icon, above them.")] = ""


class _Look(Record):
    """Which figure is in the accent, and whether figures have the signs of their status."""

    proof: str
    signed: bool


class Cards(Record):
    """Two to four matters of equal rank as cards, with figures or icons; more go on more slides."""

    cards: Annotated[
        tuple[Card, ...], Length(2, 12), Says(), Doc("{head, text, figure, value, icon}.")
    ]
    conclusion: Annotated[Text | None, Doc("What follows, in a line or two at the foot.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Cards, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def page(ctx: Context, slide: Slide, cards: Sequence[Card]) -> Page:
        ids = [card.figure.id for card in cards if card.figure]
        marks = statuses(ctx, ids)
        # What has been achieved is said as it is; what is aimed at, with its sign.
        marks = () if marks == ("achieved",) else marks
        look = _Look(proof(slide, ids), bool(marks))
        area = ctx.canvas.noted if fields.note or marks else ctx.canvas.body
        foot: list[Item] = []
        if fields.conclusion:
            from briefgen.parts.conclusion import conclusion  # few have one

            panel, area = conclusion(ctx, fields.conclusion, area, _CONCLUSION)
            foot.append(panel)
        items = [*_row(ctx, cards, area, look, followed=bool(fields.conclusion)), *foot]
        return framed(ctx, slide, "title-only", items, note=fields.note, marks=marks)

    return spread(ctx, slide, fields.cards, 4, page, _without_text)


def _without_text(card: Card) -> tuple[Card, Text]:
    return replace(card, text=words("", card.text.mark)), card.text


def _row(
    ctx: Context, cards: Sequence[Card], area: Rect, look: _Look, *, followed: bool
) -> list[Item]:
    """The cards side by side, as high as their place where something stands in them or they are
    `followed` by a conclusion, else as their words need; four in a square."""
    drawn = any(card.icon for card in cards)
    rects = ctx.canvas.equal(area, len(cards), GUTTER)
    if len(cards) == _SQUARED and not ctx.canvas.narrow:
        rects = tuple(each for row in area.rows(2, GUTTER) for each in row.columns(2, GUTTER))
    placed = list(zip(range(1, len(cards) + 1), cards, rects, strict=True))
    # Low cards have their icons beside their words.
    square = len(cards) == _SQUARED or ctx.canvas.narrow
    side = _SQUARE if square else _LARGER
    wanted = [_card(ctx, n, card, at, drawn and side, square, look) for n, card, at in placed]
    # Low cards need room for more words; high ones have it.
    if not square and not any(card.icon or card.figure for card in cards):
        valued = any(card.value for card in cards)
        boxes = _words_alone(ctx, wanted, area, followed=followed, valued=valued)
    else:
        boxes = _squared(ctx, cards, wanted) if square else set_boxes(ctx, wanted, *_ALL)
    items: list[Item] = []
    for (number, card, at), box in zip(placed, boxes, strict=True):
        items.append(box)
        if card.icon:
            low = (at.h - side) // 2 if square else _EDGE
            place = Rect(at.x + _EDGE, at.y + low, side, side)
            items.append(icon(card.icon, place, "ink2", Name("icon", number)))
    return items


def _squared(ctx: Context, cards: Sequence[Card], wanted: Sequence[Wanted]) -> tuple[TextBox, ...]:
    """Low cards, whose heads begin on one line where they stand side by side."""
    plain = not any(card.icon or card.figure or card.value for card in cards)
    first = [replace(want, make=_larger(want.make)) for want in wanted] if plain else wanted
    boxes = set_growing(ctx, first, len(_STEPS) + plain, _NORMAL + plain)
    lines = dict.fromkeys(want.rect.y for want in wanted)
    rows = [[box for box in boxes if box.rect.y == y] for y in lines]
    return tuple(box for row in rows for box in levelled(ctx, row))


def _words_alone(
    ctx: Context, wanted: Sequence[Wanted], area: Rect, *, followed: bool, valued: bool
) -> tuple[TextBox, ...]:
    """Words that have nothing beside them: in the middle of their cards, large; values lead."""
    larger = 0 if valued else 1
    first = [
        replace(want, make=_larger(want.make) if larger else want.make, anchor="middle")
        for want in wanted
    ]
    boxes = set_clean(ctx, first, len(_STEPS) + larger, _NORMAL + larger, among=1 + larger)
    return levelled(ctx, boxes if followed else lowered(ctx, boxes, area)[0])


def _larger(make: Make) -> Make:
    """The paragraphs of a card, which may be a step larger than the largest of others."""

    def made(level: int, short: bool) -> Sequence[Paragraph]:
        if level:
            return make(level - 1, short)
        head, text = _LARGEST
        return [
            replace(
                each,
                leading=size.leading,
                before=each.before * 2,
                runs=tuple(replace(r, style=replace(r.style, size=size.size)) for r in each.runs),
            )
            for each, size in zip(make(0, short), (head, text), strict=False)
        ]

    return made


def _card(
    ctx: Context, number: int, card: Card, at: Rect, side: int, beside: bool, look: _Look
) -> Wanted:
    """The words of a card below the place of its icon, which is `side` high, or `beside` that."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        head, text, figure = _STEPS[level]
        # By a figure the words are of one size: it leads.
        head = text if card.figure or card.value else head
        made = [para(card.head, head, bold=True, short=short)]
        if card.value:
            made.append(para(card.value, figure, bold=True, before=_BELOW_HEAD, level=2))
        if str(card.text):
            made.append(
                para(card.text, text, strong="ink", short=short, before=_BELOW_HEAD, level=1)
            )
        if card.figure:
            id = card.figure.id
            style = Style(figure.size, True, "primary" if id == look.proof else "ink")
            mark = (Run(f"{sign(status(ctx.figure(id)))} ", style),) if look.signed else ()
            run = Run(str(ctx.shown(id)), style, id)
            made.append(Paragraph((*mark, run), figure.leading, before=_ABOVE_FIGURE, level=2))
        return tuple(made)

    apart = side + pt(16) if side else 0
    below = (_EDGE, _EDGE + apart, _EDGE, _EDGE)
    around = (_EDGE + apart, _NEAR, _EDGE, _NEAR) if beside else below
    last = 1 + bool(str(card.text))
    return Wanted(
        Name("card", number),
        at,
        make,
        slot=Slot("body", number),
        insets=around,
        anchor="middle" if beside else "top",
        fill="surface",
        one_line=(1,) if card.value else (last,) if card.figure else (),
        mark=card.head.mark,
    )


KIND = Kind(
    name="cards",
    fields=Cards,
    compose=compose,
    called=Named("卡片", "卡片", "Cards"),
)
