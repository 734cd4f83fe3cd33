"""Turn what a slide says below a title that says it too into what tells more than the title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed, without
from briefgen.drafting.claims import is_headed
from briefgen.drafting.tree import words_of
from briefgen.drafting.verbs import HANGS
from briefgen.drafting.wording import TELLS, balanced, sentences
from briefgen.patterns import pattern
from briefgen.record import replace

_LISTS, _LEAST = ("bullets", "summary"), 2
# Columns that a point may say beyond its title.
_MORE = 24


def unrepeated(card: Card) -> Card:
    """A slide without the points that its title says whole: in the stead of one stands more of its
    sentence, or nothing where enough others are left; rows that say less than others are
    points."""
    text = card.fields.get("text")
    if (
        card.kind == "text"
        and isinstance(text, str)
        and not (card.files or "figure" in card.fields)
    ):
        alone = len(sentences(text)) == 1 and says_whole(text.rstrip("。."), card.title, False)
        return replace(card, kind="statement", fields={}) if alone else card
    if card.kind not in _LISTS or card.closes:
        return card
    lead = card.fields.get("lead")
    if lead and says_whole(lead, card.title, False):
        fields = {name: value for name, value in card.fields.items() if name != "lead"}
        card = replace(card, fields=fields)
    points = listed(card.fields, "points")
    kept = list(_kept(card, points))
    if kept == list(points) or len(kept) < _LEAST:
        return card
    return _of_one_form(card, kept) if card.kind == "summary" else _with(card, kept)


def _kept(card: Card, points: Sequence[Value]) -> Iterator[Value]:
    """The points that the title does not say, and more of the sentence of one that it does."""
    # Behind its heading a number is proved by the point that it is from.
    headed = is_headed(card.title, card.topic)
    claim = bare_claim(card.title)
    for each in points:
        if not says_whole(each, card.title, headed) and not says_whole(each, claim, headed):
            yield each
        elif longer := more_of(each, claim, card):
            yield longer


def _of_one_form(card: Card, kept: Sequence[Value]) -> Card:
    """A slide of rows with what is kept of them: rows that have heads, else points."""
    rows = [each for each in kept if isinstance(each, Mapping)]
    if len(rows) == len(kept):
        # Two rows leave a slide empty.
        return _with(card, kept) if len(rows) > _LEAST else card
    if rows:
        gone = [each for each in kept if each not in rows]
        return card if len(rows) < _LEAST else without(card, "points", rows, gone)
    long = len(kept) <= _LEAST or any(cells(str(each)) > _ROW for each in kept)
    return _with(replace(card, kind="bullets") if long else card, kept)


def _with(card: Card, points: Sequence[Value]) -> Card:
    return replace(card, fields={**card.fields, "points": points})


# Columns of a row that is one line.
_ROW = 84
# in Q2 2025: of when an English title is, behind its sentence.
_PERIOD = pattern(
    r" (?:in|on) (?:the )?(?:Q[1-4] |FY ?|(?:(?:three|six|nine) months to [A-Z][a-z]{2}"
    r"|first (?:three|six|nine) months|full year) )(?:19|20)\d\d$"
)
# Where a sentence may end, what is a date in it, and how long it may be.
_ENDS = pattern(r",(?=\s)(?!\s(?:19|20)\d\d)|;|\.(?=\s|$)")
_DATE = pattern(r"(?:[A-Z][a-z]{2,8} \d{1,2},? )?(?:19|20)\d\d|Q[1-4]")
_NUMBERS, _LONGEST = pattern(r"\d"), 150


def bare_claim(title: str) -> str:
    """An English title without the period behind its sentence."""
    return _PERIOD.sub("", title)


def more_of(value: Value, claim: str, card: Card) -> str:
    """So much of the sentence that a title is of as tells another number than the title; "" where
    it has none, and in Chinese."""
    said = str(value.get("head", "")) if isinstance(value, Mapping) else str(value)
    if has_hanzi(said):
        return ""
    whole = (each for block in card.blocks for each in sentences(words_of(block)))
    sentence = next((each for each in whole if claim in each), "")
    for match in _ENDS.finditer(sentence, sentence.find(claim) + len(claim)):
        longer = sentence[: match.start()]
        if cells(longer) > _LONGEST:
            break
        if (
            _NUMBERS.findall(_DATE.sub("", longer[len(said) :]))
            and balanced(longer)
            and not HANGS.search(longer)
        ):
            return longer
    return ""


def says_whole(point: Value, title: str, headed: bool) -> bool:
    """Whether a title says a point, or all of it but a few words; of one behind a heading that."""
    said = str(point.get("head", "")) if isinstance(point, Mapping) else str(point)
    more = isinstance(point, Mapping) and point.get("text")
    if headed and (TELLS.search(said) or more):
        return False
    if not has_hanzi(title):
        said = _AT.sub("", said)
    return (not more and len(said) > 6 and said in title) or title in said[: len(title) + _MORE]


_AT = pattern(r" (?:for|during|in|of) the [a-z -]{4,24}(?:quarter|half|months|year)[^,]*$")
