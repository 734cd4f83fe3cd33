"""Turn the slides of a draft into its last one: what each of its parts told, in a row each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed
from briefgen.drafting.clauses import telling_clause, weighs
from briefgen.drafting.moments import periods_in
from briefgen.drafting.wording import TELLS, TITLE, balanced, claims_in, sentences
from briefgen.patterns import pattern
from briefgen.record import Record

# Rows of it; from so many slides on a draft has one.
_ROWS, _SLIDES = range(3, 5), 5
# Columns of what a row tells, and of the head above it.
_CLAIM, _ENGLISH, _HEAD = 68, 110, 28
_NAMED = "：", ": "
# Columns of one finding that is the title.
_ALONE = 72


class Told(Record):
    """What a slide tells: its topic ("" where the claim alone is its title), and the claim."""

    topic: str
    claim: str


def summed(cards: Sequence[Card], subject: str) -> Card | None:
    """The last slide of a draft: the main numbers of slides far apart from each other, under what
    the whole is called if that tells something, else under the first of them."""
    if len(cards) < _SLIDES:
        return None
    told = list({each.claim: each for card in cards for each in _told(card)}.values())
    own = TELLS.search(subject) and not subject.endswith("…")
    chosen = _across(told, _ROWS.stop - 1)
    chinese = has_hanzi(subject)
    mark = "小结：" if chinese else "In short: "
    room = (TITLE if chinese else _ENGLISH) - cells(mark)
    both = [] if own else _findings(told, room)
    rest = _without(chosen if own else _across(told, _ROWS.stop + len(both)), both)
    if len(rest) not in _ROWS or len(told) < _ROWS.start:
        return None
    title = mark + ("；" if chinese else "; ").join(both) if both else mark.rstrip("：: ")
    if own:
        title = mark + subject if cells(subject) <= room else subject
    headed = all(each.topic and cells(each.topic) <= _most(each.topic) for each in rest)
    rows: list[Value] = [_row(each, headed) for each in rest]
    return Card(kind="summary", title=title, fields={"points": rows}, settled=True, closes=True)


def _findings(told: Sequence[Told], room: int) -> list[str]:
    """The two claims that sum up the whole, else the one that does, short if it can be."""
    if both := _both(_ranked(told, room // 2), room):
        return both
    return (_ranked(told, min(room, _ALONE)) or _ranked(told, room))[:1]


def _without(told: Sequence[Told], said: Sequence[str]) -> list[Told]:
    """So many of them as there are rows, without what the title says."""
    left = [each for each in told if not any(claim in each.claim for claim in said)]
    return _across(left, _ROWS.stop - 1)


def _ranked(told: Sequence[Told], room: int) -> list[str]:
    """What can be said in so many columns, in the order in which it sums up the whole."""
    short = [each for each in (_short(each.claim, room) for each in told) if each]
    # What weighs the most leads, and what has no heading in it.
    short.sort(key=lambda each: (-weighs(each), any(joint in each for joint in _NAMED)))
    # What lies ahead is what an audience takes along; what has been stands below it.
    ahead = [each for each in short if _AHEAD.search(each) and weighs(each) >= _HEAVY]
    return [*ahead[:1], *(each for each in short if each not in ahead[:1])]


def _both(short: Sequence[str], room: int) -> list[str]:
    """The two claims that sum up the whole in one title, of another thing each; none where there
    are no two."""
    heavy = [each for each in short if weighs(each) > _HEAVY]
    for at, first in enumerate(heavy):
        begins = 4 if has_hanzi(first) else 12
        for other in heavy[at + 1 :]:
            fits = cells(first) + cells(other) + 2 <= room
            if fits and other[:begins] != first[:begins]:
                return [first, other]
    return []


_HEAVY = 2
_AHEAD = pattern(
    r"力争|目标|到20\d\d年|左右|以上|[Ee]xpect|[Gg]uidance|[Oo]utlook|[Ff]orecast|will\b"
)


def _short(claim: str, room: int) -> str:
    """What is told in so many columns: all of it, or the clause of it that tells a number."""
    clause = telling_clause(claim, room)
    if clause or cells(claim) > room:
        return clause
    return claim


def _told(card: Card) -> Iterator[Told]:
    """What a slide tells with a number: its title, else the first clause that it shows."""
    if card.kind in ("section", "image") or (card.kind == "table" and not card.topic):
        return
    if card.kind == "table":
        yield Told("", card.title)
        return
    joint = _NAMED[0] if has_hanzi(card.title) else _NAMED[1]
    topic, found, claim = card.title.partition(joint)
    if not balanced(topic):
        topic, found, claim = "", "", card.title
    if found and next(periods_in(topic), None):
        yield Told("", card.title)
    elif found and TELLS.search(claim):
        yield Told(topic, claim)
    elif TELLS.search(card.title):
        yield Told("", card.title)
    else:
        points = [_words(each) for each in listed(card.fields, "points")]
        said = [each for line in (card.passage, *points) for each in sentences(line)]
        most = _CLAIM if has_hanzi(card.title) else _ENGLISH
        claims = (
            each
            for one in said
            for each in (*claims_in(one, most), telling_clause(one, most))
            if TELLS.search(each)
        )
        if claim := next(claims, ""):
            yield Told(card.title, claim)


def _words(point: Value) -> str:
    """What a point says; a row by its text."""
    if isinstance(point, Mapping):
        return str(point.get("text", ""))
    return point if isinstance(point, str) else ""


def _across(told: Sequence[Told], most: int) -> list[Told]:
    """So many of them, the first and others as far apart as can be."""
    if len(told) <= most:
        return list(told)
    ends = [at * len(told) // most for at in range(most + 1)]
    return [told[start] for start, _ in pairwise(ends)]


def _most(topic: str) -> int:
    return _HEAD if has_hanzi(topic) else 2 * _HEAD


def _row(told: Told, headed: bool) -> Value:
    """A row: all of them have heads, or none has."""
    return {"head": told.topic, "text": told.claim} if headed else told.claim
