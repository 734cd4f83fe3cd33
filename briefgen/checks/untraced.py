"""Turn the texts of a brief into the numbers in them that no figure of the ledger stands for.

A number may be written by a placeholder, be a date of the outline itself, stand in words that were
found in a source, or belong to one of the outline's `names`. Any other was typed by hand, and
nobody can say where it comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from briefgen.brief.dates import spoken_date
from briefgen.brief.model import Brief, Slide, Text, words
from briefgen.brief.places import blanked, finder
from briefgen.brief.resolve import map_texts, texts_of
from briefgen.brief.roles import Quotation, quotations, serials
from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.authored import numbers as numbers_in
from briefgen.facts.claims import same
from briefgen.facts.inventory import Stated, inventory
from briefgen.facts.ledger import Ledger
from briefgen.facts.quantity import Quantity, QuantityError, display, read
from briefgen.facts.scan import Found
from briefgen.facts.sources import SourceText
from briefgen.facts.units import CALENDAR
from briefgen.outline.nearest import nearest
from briefgen.patterns import pattern
from briefgen.problems import Phrase, Problems, phrase
from briefgen.record import replace

_OMISSION = pattern(r"…+|\.{3,}")
_OUTER = '“”"「」『』'
_MAX_NAMED = 3


def check_untraced(brief: Brief, ledger: Ledger, problems: Problems) -> None:
    """Warn of every number typed by hand, with the figures of that value as the hint.

    `brief` is resolved, `ledger` its proven ledger. Verbatim words (of a slide that names their
    source) that the source does not hold are errors. Each number is told at its line and column.
    """
    found = {
        quotation.text
        for slide in brief.deck
        for quotation in quotations(slide.fields)
        if _stands(quotation, slide, brief, ledger, problems)
    }
    found |= {text for slide in brief.deck for text in serials(slide.fields)}
    dates = _own_dates(brief)
    # The numbers of the sources are read once, and only where some number is to be told.
    stated = cache(lambda: [each for text in ledger.texts.values() for each in inventory(text)])
    for text in _written(brief, found):
        if numbers := list(_by_hand(text, brief.voice.names, dates)):
            place = finder(text)
            for number in numbers:
                offer = _offer(brief, stated, number, "add-number")
                mark = place(number.start, number.text)
                problems.add("untraced-number", mark, number=number.text, offer=offer)
    for text in _wordings(brief):
        for number in _by_hand(text, brief.voice.names, dates):
            known = any(equal(figure.quantity, number) for figure in brief.figures.values())
            if not known and not _in_sources(number, dates, stated()):
                offer = _offer(brief, stated, number, "add-number-to-ledger")
                problems.add("untraced-number", text.mark, number=number.text, offer=offer)


def _in_sources(number: Found, dates: Sequence[Quantity], stated: Iterable[Stated]) -> bool:
    """Whether the sources state a number that the ledger says in its own words, or the year of a
    time: of 2025年一季度 they may say each apart."""
    quantities = [*dates, *(item.quantity for item in stated)]
    if years := _YEARS.findall(number.text):
        said = {y for each in quantities for y in _YEARS.findall(each.written)}
        return number.quantity.unit in {*CALENDAR, ""} and said >= set(years)
    return any(equal(quantity, number) for quantity in quantities)


_YEARS = pattern(r"(?:19|20)\d\d(?!\d)")


def equal(quantity: Quantity, number: Found) -> bool:
    """Whether a number in a text has the value and unit of `quantity`.

    A number without a unit may leave out a counter (1.3万), or be a year in English (2035).
    """
    if quantity.unit in CALENDAR or number.quantity.unit in CALENDAR:
        one, other = (quantity.unit, quantity.value), (number.quantity.unit, number.quantity.value)
        return one == other or (one == ("年", other[1]) and not other[0])
    return same(quantity, number) and bool(quantity.unit or not number.quantity.unit)


def _stands(
    quotation: Quotation, slide: Slide, brief: Brief, ledger: Ledger, problems: Problems
) -> bool:
    """Whether a slide's words stand in their source; a translation cannot, and is left alone."""
    text = quotation.text
    known = [source.id for source in brief.sources]
    id = quotation.source or (known[0] if len(known) == 1 else "")
    if id not in known:
        offer = nearest(id, known) or phrase("add-sources")
        problems.add("words-without-source", slide.mark, offer=offer)
        return False
    source = ledger.texts.get(id)
    if source is None or _translated(text, source, brief):
        return False
    for wording in (text, *((text.short,) if text.short else ())):
        missing = next((part for part in _parts(wording) if not source.find(part)), "")
        if missing:
            offer = source.goes_on(missing)
            told = {"slide": slide.id, "file": source.file}
            problems.add("words-not-in-source", wording.mark, **told, offer=offer)
            return False
    return True


def _parts(text: Text) -> list[str]:
    """The words of a quotation between the author's omissions, without marks around the whole."""
    pieces = (piece.strip() for piece in _OMISSION.split(str(text).strip().strip(_OUTER)))
    return [piece for piece in pieces if piece]


def _translated(text: Text, source: SourceText, brief: Brief) -> bool:
    if brief.language != brief.voice.languages[0]:
        return True
    return has_hanzi(source.matching) and not has_hanzi(str(text))


def _written(brief: Brief, verbatim: set[Text]) -> Sequence[Text]:
    """The author's texts, shorter wordings too, without the date, what the version is marked as
    (第2稿, 2024年2月送审稿) and what a source says itself."""
    nothing = words("")
    deck = map_texts(brief.deck, lambda text: nothing if text in verbatim else text)
    return texts_of(replace(brief, date_text=nothing, stamp=None, deck=deck))


def _wordings(brief: Brief) -> Iterator[Text]:
    """What the ledger and the sources say in words of their own, in the audience's language."""
    for figure in brief.figures.values():
        for wording in (figure.label, figure.period, figure.scope):
            if wording and (said := wording.get(brief.language)):
                yield words(said, figure.mark)
    for source in brief.sources:
        for wording in (source.title, source.publisher, source.author):
            if wording and (said := wording.get(brief.language)):
                yield words(said, source.mark)


def _by_hand(text: Text, names: tuple[str, ...], dates: Sequence[Quantity]) -> Iterator[Found]:
    """The numbers of a text that no figure wrote, and that are no date of the outline's own."""
    for number in numbers_in(blanked(text), names):
        if not any(equal(date, number) for date in dates):
            yield number


def _own_dates(brief: Brief) -> list[Quantity]:
    """The dates that the outline gives of itself and of its sources."""
    dates = []
    for date in (brief.date, *(source.date for source in brief.sources)):
        try:
            dates.append(read(spoken_date(date, "zh-Hans")))
        except QuantityError:
            continue  # no date given
    return dates


def _offer(
    brief: Brief, stated: Callable[[], list[Stated]], number: Found, otherwise: str
) -> Phrase:
    """What to do about a number: write a figure, or take what a source states into the ledger."""
    alike = [figure for figure in brief.figures.values() if equal(figure.quantity, number)]
    if alike:
        shown = (display(figure.quantity, brief.tag) for figure in alike[:_MAX_NAMED])
        each = (
            phrase("figure-for", id=figure.id, shown=str(words))
            for figure, words in zip(alike, shown, strict=False)
        )
        return phrase("write-figures", figures=tuple(each))
    place = next((each.place for each in stated() if equal(each.quantity, number)), None)
    if place:
        # Drafts leave out dates, of which a text has many.
        dated = number.quantity.unit in CALENDAR
        key = "date-is-stated" if dated else "number-is-stated"
        return phrase(key, place=f"{place.file}:{place.line}")
    return phrase(otherwise)
