"""Turn the titles of slides into titles that their slides prove: by a number that stands there.

Where a title tells a number that its slide does not show, the sentence that it is from stands first
on the slide; where there is no room for it, the title tells a number that is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed, retitled, without
from briefgen.drafting.claims import entitled
from briefgen.drafting.clauses import follows, told, weighs
from briefgen.drafting.rowed import row_of
from briefgen.drafting.tree import words_of
from briefgen.drafting.wording import LINE, TELLS, claims_in, sentences
from briefgen.patterns import pattern

# Where the points of a slide stand; columns of one that proves a title, and points of a slide.
_POINTS: Mapping[str, str] = {"bullets": "points", "summary": "points", "cards": "cards"}
_PROOF, _MOST = 110, 4
_ENGLISH_LINE = 66
_NUMBER = pattern(r"\d[\d,]*(?:\.\d+)?")
# A year, a day, a quarter, the number of a plan: no number that a title tells.
_DATE = pattern(
    r"(?:19|20)\d\d(?:[-—](?:19|20)?\d\d)?|\d{1,2}(?:[-—]\d{1,2})?[年月日]|Q[1-4]|FY\d+|[1-4][QH]"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}"
)


def proved(cards: Sequence[Card]) -> Iterator[Card]:
    """The slides of points, each under a title of which it shows the number."""
    taken = {card.title for card in cards}
    for card in cards:
        field = _POINTS.get(card.kind, "")
        if card.closes or not field or not _missing(card.title, _shown(card)):
            yield card
            continue
        shown = _with_proof(card, field)
        found = _another(card, taken) if shown is card else ""
        if found:
            taken.add(found)
            shown = retitled(card, found)
        yield shown


def _numbers(words: str) -> set[str]:
    return {*_NUMBER.findall(_DATE.sub(" ", words))}


def proves(title: str, shown: str) -> bool:
    """Whether words show every number that a title tells."""
    return not _missing(title, shown)


def _missing(title: str, shown: str) -> set[str]:
    """The numbers that a title tells and its slide does not."""
    return _numbers(title) - _numbers(shown)


def _shown(card: Card) -> str:
    return "\n".join(_words(each) for value in card.fields.values() for each in _flat(value))


def _flat(value: Value) -> Iterator[Value]:
    if isinstance(value, str | Mapping):
        yield value
    else:
        yield from value


def _words(value: Value) -> str:
    if isinstance(value, str):
        return value
    inner = value.values() if isinstance(value, Mapping) else value
    return "\n".join(_words(each) for each in inner)


def _another(card: Card, taken: set[str]) -> str:
    """The title that what a slide shows makes below its heading; "" for none that weighs as much as
    any number."""
    said = [each for line in _shown(card).split("\n") for each in sentences(line)]
    said = sorted((each for each in said if weighs(each)), key=lambda each: -weighs(each))
    found = entitled(card.topic, said, taken) if card.topic else ""
    if not found:
        most = LINE if has_hanzi(card.title) else _ENGLISH_LINE
        claims = (claim for each in said for claim in claims_in(each, most))
        found = next((each for each in claims if TELLS.search(each) and each not in taken), "")
    return found if found and not _missing(found, _shown(card)) else ""


def _so_far(said: str, numbers: set[str]) -> str:
    """The clauses of a Chinese sentence up to those that tell numbers, and what hangs on them."""
    clauses = _CLAUSES.split(said)
    found = [at for at, each in enumerate(clauses) if numbers & _numbers(each)]
    if not found or not has_hanzi(said):
        return said
    end = found[-1] + 1
    while end < len(clauses) and follows(clauses[end]):
        end += 1
    return _upto(said, end)


def _upto(said: str, count: int) -> str:
    """The first clauses of a sentence, as they are joined in it."""
    ends = [match.start() for match in _CLAUSES.finditer(said)]
    return said[: ends[count - 1]] if count <= len(ends) else said


_CLAUSES = pattern(r"[，；]")


def _with_proof(card: Card, field: str) -> Card:
    """A slide with the sentence that its title is from before its points, in the stead of that
    which tells least where there are many."""
    numbers = _missing(card.title, _shown(card))
    text = "\n".join((card.passage, card.notes, *map(words_of, card.blocks)))
    source = (each for each in sentences(text) if numbers <= _numbers(each))
    proofs = (_so_far(told(each, _PROOF), numbers) for each in source)
    proof = next((each for each in proofs if numbers <= _numbers(each)), "")
    points = list(listed(card.fields, field))
    if not proof or cells(proof) > _PROOF + 8 or not points:
        return card
    row = row_of(proof)
    rows = all(isinstance(each, Mapping) for each in points)
    if field == "cards" or (rows and row is None):
        return card
    gone: list[Value] = []
    if len(points) >= _MOST:
        least = min(range(len(points)), key=lambda at: (weighs(_words(points[at])), -at))
        gone = [points.pop(least)]
    first: Value = row.fields if rows and row else proof
    return without(card, field, [first, *points], gone)
