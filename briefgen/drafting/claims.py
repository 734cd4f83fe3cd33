"""Turn the headings of slides into titles that say what the slides say, in the source's own words.

A heading that only names its subject is followed by the clause that its slide has to tell, the
first with a number; where both are too long for a title, that clause stands alone. A heading that
says something itself stays.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed
from briefgen.drafting.wording import TELLS, TITLE, claims_in, sentences
from briefgen.patterns import pattern
from briefgen.record import replace

# A title of words alone that has so many columns says something, where it has two clauses.
_SAYS = 24
# Columns of an English title, which takes two lines.
_ENGLISH = 84
# What is told of a point by the rest of it has so many columns at least; points of a slide.
_REST, _POINTS = 20, 2
_NUMBER = pattern(r"\d")
_TWO = pattern(r"[，,；;]")
_VERB = pattern(
    r"\b(?:is|are|was|were|rose|fell|grew|will|has|have|reports?|announces?|raises?|(?!ended)\w{3,}ed)\b"
)
_KINDS = ("bullets", "text", "summary", "two-column")


def concluded(cards: Sequence[Card]) -> Iterator[Card]:
    """The slides under titles that say what they tell, where their own words make one; none is
    called as another is."""
    taken = {card.title for card in cards}
    for card in cards:
        said = list(_said(card)) if card.kind in _KINDS else []
        found = entitled(card.title, said, taken)
        if not found:
            yield card
            continue
        taken.add(found)
        yield _under(card, found)


def entitled(topic: str, said: Sequence[str], taken: Container[str] = ()) -> str:
    """The title that sentences make below a heading; "" where they make none, or the heading says
    something itself.

    >>> entitled("农业", ["全年粮食总产量119.4万吨，比上年增长2.6%。"])
    '农业：全年粮食总产量119.4万吨，比上年增长2.6%'
    """
    if _says(topic):
        return ""
    telling = [each for each in said if TELLS.search(each)]
    joint = "：" if has_hanzi(topic) else ": "
    room = TITLE - cells(topic) - cells(joint)
    most = TITLE if has_hanzi(topic) else _ENGLISH
    for claim in (claim for each in telling for claim in claims_in(each, most)):
        if not TELLS.search(claim):
            continue
        repeats = _repeats(topic, claim)
        both = topic + joint + claim
        if cells(claim) <= room and not repeats and both not in taken:
            return both
        if claim not in taken and (repeats or cells(topic) > _SAYS):
            return claim
    alone = (claim for each in telling[:2] for claim in claims_in(each, most))
    return next((each for each in alone if TELLS.search(each) and each not in taken), "")


def _says(title: str) -> bool:
    """Whether a title says something by itself."""
    if TELLS.search(title):
        return True
    if has_hanzi(title):
        return cells(title) >= _SAYS and bool(_TWO.search(title))
    return bool(_VERB.search(title)) and bool(_NUMBER.search(title))


def _repeats(title: str, claim: str) -> bool:
    """Whether a claim says what the title names."""
    words, said = title.casefold(), claim.casefold()
    if words in said:
        return True
    return said[: len(words) // 2 + 1] in words if not has_hanzi(title) else False


def _said(card: Card) -> Iterator[str]:
    """The sentences that a slide shows, in order."""
    yield from _sentences(card.fields.get("lead", ""))
    yield from _sentences(card.fields.get("text", ""))
    points = listed(card.fields, "points")
    yield from (each for point in points for each in _sentences(point))


def _sentences(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield from sentences(value)
    elif isinstance(value, Mapping):
        yield from _sentences(value.get("text", ""))
    else:
        yield from (each for one in value if isinstance(one, str) for each in sentences(one))


def _under(card: Card, title: str) -> Card:
    """A slide under another title: a point that the title says whole does not stand below it."""
    notes = card.notes
    if card.title not in title and card.title not in notes:
        notes = "\n".join(filter(None, (card.title, notes)))
    plain = replace(card.plain, title=title, notes=notes) if card.plain else None
    card = replace(card, title=title, notes=notes, plain=plain, topic=card.title)
    points = listed(card.fields, "points")
    kept = [point for point in points if not (isinstance(point, str) and _is_said(point, title))]
    if card.kind != "bullets" or len(kept) == len(points) or len(kept) < _POINTS:
        return card
    return replace(card, fields={**card.fields, "points": kept})


def _is_said(point: str, title: str) -> bool:
    """Whether a title says all of a point that is worth saying."""
    claim = next((each for each in claims_in(point, _ENGLISH) if title.endswith(each)), "")
    return bool(claim) and cells(point) - cells(claim) < _REST
