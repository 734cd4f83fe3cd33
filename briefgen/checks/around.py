"""Turn the words around a `{figure}` in a text into where they contradict or repeat it.

A figure brings its qualifier, its unit and its direction along. A text that says them once more
(超超3200亿元, 28万人人), says others (不足超3200亿元), or says the other direction (增长下降4.6%)
misleads, though each number is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from briefgen.brief.model import Brief, Text
from briefgen.brief.places import FIGURE, finder
from briefgen.brief.resolve import texts_of
from briefgen.chinese.compounds import NOT_BEFORE
from briefgen.chinese.qualifiers import Word
from briefgen.facts import directions, qualifiers
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import Form, Quantity, in_form
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.problems import Problems
from briefgen.record import Record

# In full is looked for first: it may read like the others.
_FORMS: tuple[Form, ...] = ("", "number", "signed")
_EXACT = frozenset({"bound", "about", "scale", "inexact"})
_FILLED = r"(?:了|约|近|超过?|达到?|逾|又)?"
_RISEN = pattern(
    rf"(?:{'|'.join(directions.RISE_WORDS)}){_FILLED}$"
    r"|\b(?:up|rose|grew|increased|climbed|jumped|growth of|a rise of|an increase of)(?: by)?$"
)
_FALLEN = pattern(
    "(?:下降|下滑|减少|降低|下跌|压减|削减|减收|回落|亏损|负增长|逆差|赤字|缩减|缩短|压缩"
    rf"|降幅|跌幅|减幅){_FILLED}$"
    r"|\b(?:down|fell|dropped|declined|decreased|a fall of|a decline of|a loss of)(?: by)?$"
)
# More characters than a word for a direction has, with what may stand behind it.
_CLOSE = 24
_GROWTH = pattern(r"增长|增速|增幅|涨幅|growth|increase", 2)
# 20 or more more places
_MORE = pattern(r"\s*(?:more|or more)\b")
# 2026年年底: the year's own end.
_OF_YEAR = "底初中末度均报内会"


class _Place(Record):
    """A figure in a text: the words before and behind it, and how it is written."""

    quantity: Quantity
    labels: tuple[str, ...]
    said: str
    before: str
    after: str
    form: Form


def check_around(brief: Brief, problems: Problems) -> None:
    """Warn of every figure whose text repeats its qualifier or unit, or contradicts it.

    `brief` is resolved.
    """
    for text in texts_of(brief):
        if not text.figures:
            continue
        where = None
        for start, id, place in _places(brief, text):
            for code, word in _faults(place):
                where = where or finder(text)
                problems.add(code, where(start, FIGURE), id=id, word=word, shown=place.said)


def _places(brief: Brief, text: Text) -> Iterator[tuple[int, str, _Place]]:
    """The figures of a text: where each stands, its id, and what is around it."""
    language = text.language or brief.tag
    said = [FIGURE if segment.figure else segment.plain for segment in text.segments]
    at = 0
    for index, segment in enumerate(text.segments):
        figure = brief.figures.get(segment.figure)
        if figure:
            form = _form(figure.quantity, language, segment.text)
            before, after = "".join(said[:index]), "".join(said[index + 1 :])
            labels = tuple(figure.label.values())
            place = _Place(figure.quantity, labels, segment.text, before, after, form)
            yield at, figure.id, place
        at += len(said[index])


def _form(quantity: Quantity, language: str, said: str) -> Form:
    return next((form for form in _FORMS if in_form(quantity, language, form) == said), "")


@lru_cache(maxsize=1024)
def _faults(place: _Place) -> tuple[tuple[str, str], ...]:
    """Codes of the catalogue, each with the word of the text that it is about; one of a kind."""
    looks = (_qualified(place), _measured(place), _directed(place))
    return tuple(fault for look in looks for fault in islice(look, 1))


def _qualified(place: _Place) -> Iterator[tuple[str, str]]:
    before = plain(place.before)
    flat = before + plain(place.said) + plain(place.after)
    start, end = len(before), len(before) + len(place.said)
    named = qualifiers.split(place.quantity.qualifier) or ()
    own = [qualifiers.WORDS[word] for word in named]
    for name in qualifiers.beside(flat, start, end):
        word = qualifiers.WORDS[name]
        if any(_same(each, word) for each in own):
            if place.form != "number":
                yield "around-twice", name
        elif word.sense in _EXACT:
            yield "around-other", name
    if place.said.endswith(" or more") and _MORE.match(place.after):
        yield "around-twice", "more"
    for word in own:
        # 两倍多多, 2030年前前: what stands behind its number, or within it.
        behind = word.position != "before" and flat.startswith(plain(word.text), end)
        if behind and place.said.endswith(word.text):
            yield "around-twice", word.text


def _same(one: Word, other: Word) -> bool:
    return one.text == other.text or bool(one.english and one.english == other.english)


def _measured(place: _Place) -> Iterator[tuple[str, str]]:
    unit = unit_of(place.quantity.unit)
    after, said = plain(place.after[:4]), plain(place.said)
    name = next((said[-n:] for n in (3, 2, 1) if _is_unit(said[-n:], place)), "")
    behind = after[len(name) : len(name) + 1]
    longer = (*NOT_BEFORE.get(name, ""), *(_OF_YEAR if name == "年" else ""))
    if name and after.startswith(name) and behind not in longer:
        yield "around-unit", name
    money = unit.before.strip()
    if money and place.said.startswith(money) and place.before.rstrip().endswith(money):
        yield "around-unit", money
    words = unit.english.strip()
    if len(words) > 1 and place.said.endswith(words) and place.after.lstrip().startswith(words):
        yield "around-unit", words


def _is_unit(words: str, place: _Place) -> bool:
    """Whether a figure ends with its unit in these words."""
    written, unit = plain(place.quantity.written), plain(place.quantity.unit)
    in_years = words == "年" and written.endswith("年")
    return bool(words) and not words[0].isdigit() and (words == unit or in_years)


def _directed(place: _Place) -> Iterator[tuple[str, str]]:
    quantity = place.quantity
    before = plain(place.before).rstrip()
    close = before[-_CLOSE:]
    risen, fallen = _RISEN.search(close), _FALLEN.search(close)
    falls = bool(quantity.value is not None and quantity.value < 0) or (
        directions.sign(quantity.direction) < 0
    )
    if risen and quantity.form == "multiple" and place.said.startswith(directions.RISE_WORDS):
        yield "around-twice", risen[0]
    elif not falls:
        labels = place.labels
        counted = quantity.form in ("number", "range") and not quantity.direction
        if fallen and counted and not any(directions.FALLS.search(label) for label in labels):
            yield "around-direction", fallen[0]
    elif risen and place.form != "signed":
        yield "around-direction", risen[0]
    elif fallen and place.form != "number":
        yield "around-twice", fallen[0]
    elif (place.form == "number" and not _says_fall(before, place)) or _bare(place):
        yield "fall-bare", place.said


def _says_fall(before: str, place: _Place) -> bool:
    whole = f"{plain(place.before)}{plain(place.said)}"
    if directions.behind(whole + plain(place.after), len(whole))[0]:
        return True  # a 2% decrease in price
    sentence = before[max(before.rfind(stop) for stop in "。；！？\n") + 1 :]
    return bool(directions.FALLS.search(sentence) or directions.ENGLISH_FALLS.search(sentence))


def _bare(place: _Place) -> bool:
    """Whether a fall with its word stands alone, as in a cell, where its label speaks of growth."""
    alone = place.form == "" and not (place.before + place.after).strip()
    grows = any(_GROWTH.search(label) for label in place.labels)
    return alone and grows and bool(place.quantity.direction)
