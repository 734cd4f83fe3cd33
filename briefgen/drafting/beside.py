"""Turn a few sentences under a title that tells a figure into that, large, and them beside it."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.bars import Counted
from briefgen.drafting.cards import Card, Value, listed, whole_of
from briefgen.drafting.clauses import follows, refers, weighs
from briefgen.drafting.notable import trifling
from briefgen.drafting.untold import bare_claim, more_of, says_whole
from briefgen.drafting.wording import TELLS, point
from briefgen.facts.drafts import Draft
from briefgen.record import replace

# Sentences beside a figure, points of a slide that can be these, and columns of all of them.
_MOST, _POINTS, _ROOM, _EACH = 3, 3, 340, 170
# What an amount weighs that can lead.
_HEAVY = 2


def beside(card: Card, counted: Sequence[Counted]) -> Card | None:
    """A slide of few sentences as the figure of its title beside them; None where that tells none
    that can stand alone, or they are many."""
    points = listed(card.fields, "points")
    few = card.kind == "text" or (card.kind == "bullets" and len(points) <= _POINTS)
    led = _led(card.title, counted)
    if not few or led is None or "lead" in card.fields:
        return None
    own, draft = led
    first = more_of(own.sentence, bare_claim(card.title), card) or own.sentence
    others = [each.sentence for each in counted if each is not own and _stands(each.sentence)]
    said: list[Value] = []
    # What the title says whole stands there.
    said_above = first == own.sentence and says_whole(point(first), card.title, False)
    for each in others if said_above and others else (first, *others):
        words = point(each, _EACH)
        room = sum(cells(str(one)) for one in said) + cells(words)
        if room <= (_ROOM * 2 // 3 if has_hanzi(words) else _ROOM) and len(said) < _MOST:
            said.append(words)
    fields: dict[str, Value] = {"text": said, "figure": draft.id}
    return replace(card, kind="text", fields=fields, notes=whole_of(card), plain=card)


def _stands(sentence: str) -> bool:
    return bool(TELLS.search(sentence)) and not refers(sentence) and not follows(sentence)


def _led(title: str, counted: Sequence[Counted]) -> tuple[Counted, Draft] | None:
    """The sentence that a title is of, with the figure that both tell."""
    for each in counted:
        for draft in each.drafts:
            own = draft.stated.text
            told = own in title and weighs(f"{draft.label} {own}") >= _HEAVY
            plain = draft.quantity.form == "number" and not draft.quantity.direction
            if told and plain and not trifling(draft) and draft.label[:4] in title:
                return each, draft
    return None
