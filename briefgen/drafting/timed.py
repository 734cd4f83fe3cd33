"""Turn titles that tell a number without its period into titles that say of when it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card
from briefgen.drafting.moments import has_period, periods_in
from briefgen.drafting.passages import heads as heads_list
from briefgen.drafting.tree import Heading, Paragraph, words_of
from briefgen.drafting.wording import TELLS, sentences
from briefgen.record import replace

_ENGLISH = 84
_TABLES = ("section", "quote", "image")


def timed(cards: Sequence[Card]) -> Iterator[Card]:
    """The slides, with the period before a title that tells a number and names none, where the
    words that it is from name one."""
    taken = {card.title for card in cards}
    for card in cards:
        found = "" if card.kind in _TABLES else _timed(card)
        if found and found not in taken:
            taken.add(found)
            plain = replace(card.plain, title=found) if card.plain else None
            yield replace(card, title=found, plain=plain)
        else:
            yield card


def sentences_with(card: Card) -> Iterator[str]:
    """The sentence that a title is of."""
    words = " ".join(map(words_of, card.blocks))
    return (each for each in sentences(words) if card.title[:40] in each)


def _timed(card: Card) -> str:
    """The title with its period; "" where it needs none, or none is known."""
    if not TELLS.search(card.title) or has_period(card.title) or has_hanzi(card.title):
        return ""
    heads = [
        block.text
        for block in card.blocks
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and heads_list(block.text))
    ]
    for text in (*heads, *sentences_with(card)):
        for name, _ in periods_in(text):
            said = f"{name}: {card.title}"
            return said if cells(said) <= _ENGLISH else ""
    return ""
