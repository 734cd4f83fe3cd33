"""Turn what sources, brief and ledger say into which dates and counts may stand in a text bare.

A date, a time of day or a small count that is said there needs no figure: it is no number that
anybody would look up. Nor does what counts the items of its own slide (`checks/items.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain

from briefgen.brief.dates import spoken_date
from briefgen.brief.model import Brief
from briefgen.checks.stated import Sources
from briefgen.facts.authored import is_count, numbers
from briefgen.facts.calendar import MONTHS, months_in
from briefgen.facts.claims import same
from briefgen.facts.figures import Figure
from briefgen.facts.ledger import Ledger
from briefgen.facts.moments import Moment, Named, moments, named_in, stands
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import Quantity, read
from briefgen.facts.scan import Found
from briefgen.facts.units import CALENDAR, unit_of
from briefgen.patterns import pattern
from briefgen.record import Record

# So many characters around a count are held against the source.
_AROUND = 2
# A date that stands so early in a source is that of what it tells.
_DATELINE = 120
_MONTH = pattern(rf"\b(?:{'|'.join(MONTHS)})\b")
_WORDED = pattern(r"[一二两兩三四五六七八九十俩]+[^\d]*|[A-Za-z -]+")
_COUNTING = frozenset({"counter", "time", "opaque"})


class Known(Record):
    """What is said beside a text: the dates of the outline itself, all moments, the quantities of
    the outline and of the sources, the sources' words, and the names whose numbers count nothing;
    each is asked for only when some number is to be judged."""

    dates: Callable[[], tuple[Quantity, ...]]
    moments: Callable[[], frozenset[Moment]]
    quantities: Callable[[], tuple[Quantity, ...]]
    sources: Sources
    words: Callable[[], str]
    names: Callable[[], tuple[str, ...]]


def known_of(brief: Brief, ledger: Ledger, sources: Sources) -> Known:
    """What a brief, its ledger and its sources say."""

    texts = ledger.texts.items()
    dates = {source.id: source.date for source in brief.sources}

    @cache
    def words() -> str:
        return "\n".join(plain(text.stand_ins.of(text.matching)) for text in ledger.texts.values())

    @cache
    def said() -> tuple[str, ...]:
        return (*_of_brief(brief), *_of_ledger(brief))

    @cache
    def own() -> tuple[Quantity, ...]:
        dates = (brief.date, *(source.date for source in brief.sources))
        return tuple(read(spoken_date(date, "zh-Hans")) for date in dates if date)

    @cache
    def named() -> frozenset[Moment]:
        own = (each.moment for text in (*said(), *_of_data(brief)) for each in moments(text))
        of_sources = chain(*(_of_source(text.text, dates.get(id, "")) for id, text in texts))
        return frozenset(chain(own, of_sources))

    @cache
    def quantities() -> tuple[Quantity, ...]:
        written = (number.quantity for text in said() for number in numbers(text))
        figures = (figure.quantity for figure in brief.figures.values())
        lasting = {months_in(each) for text in said() for each in text.split()} - {0}
        return (*figures, *written, *(read(f"{count}个月") for count in sorted(lasting)))

    @cache
    def names() -> tuple[str, ...]:
        # A date is no name, but where a source has it as one: as a name it would be held true.
        return tuple(
            name
            for name in brief.voice.names
            if not moments(name) or not words() or plain(name.strip()) in words()
        )

    return Known(own, named, quantities, sources, words, names)


def _of_brief(brief: Brief) -> Iterator[str]:
    """What the outline's `brief:` says, and its sources' names and dates."""
    own = (brief.title, brief.subtitle, brief.organisation, brief.author, brief.footer)
    yield from (str(text) for text in (*own, brief.date_text, brief.audience_name))
    yield brief.date
    if brief.stamp:
        yield str(brief.stamp.text)
    for source in brief.sources:
        yield source.date
        for wording in (source.title, source.publisher, source.author or {}):
            yield from wording.values()


def _of_source(text: str, date: str) -> Iterator[Moment]:
    """The moments of a source; where the source has a date, or else its dateline, what it says
    without a year is of that year too. A day that stands alone is of the month of the source's
    first day, that of its dateline, or of the one before where that is later."""
    every = tuple(named_in(text))
    line = (each.moment for each in every if each.start < _DATELINE)
    whole = (each.year for each in line if each.year and each.month and each.day)
    year = int(date[:4]) if date[:4].isdigit() else next(whole, 0)
    first = Moment()
    for each in every:
        moment = each.moment
        if not first.day and moment.month and moment.day:
            first = moment
        if first.day and moment.day and not moment.month:
            yield moment._replace(month=first.month)
            if moment.day > first.day:
                yield moment._replace(month=first.month - 1 or 12)
        yield moment
        if year and moment.month and not moment.year:
            yield moment._replace(year=year)
    # Between April and June: months of that year.
    named = {match[0] for match in _MONTH.finditer(text)} if year else ()
    yield from (Moment(year, MONTHS.index(month) + 1) for month in named)


def _of_data(brief: Brief) -> Iterator[str]:
    for table in brief.attached.data.values():
        yield from (datum.text for row in (table.header, *table.rows) for datum in row)


def _of_ledger(brief: Brief) -> Iterator[str]:
    for figure in brief.figures.values():
        yield figure.quantity.written
        for wording in (figure.label, figure.period or {}, figure.scope or {}):
            yield from wording.values()


def is_known(number: Found, text: str, named: tuple[Named, ...], known: Known) -> bool:
    """Whether a number of a text is a date, a time or a count that is said elsewhere.

    `named` are the moments of the text that the number lies in. Where no source is held beside the
    outline, nothing could say otherwise of its dates.
    """
    if named and not known.words():
        return True
    if named:
        return all(stands(each.moment, known.moments()) for each in named)
    if not counts(number):
        return False
    if _WORDED.fullmatch(number.text):
        said = any(same(each, number) for each in known.quantities())
        return said or known.sources.states(number)
    flat, start, end = plain(text), number.start, number.end
    before, behind = flat[max(0, start - _AROUND) : end], flat[start : end + _AROUND]
    around = [each for each in (before, behind) if len(each) == end - start + _AROUND]
    return any(each in known.words() for each in around)


def counts(number: Found) -> bool:
    """Whether a number counts a few things: 三条, 6项, Three, ten years; not a bare 5."""
    unit = number.quantity.unit
    if not unit and number.text.isascii() and number.text.isdigit():
        return False
    small = is_count(number.quantity) or bool(
        _WORDED.fullmatch(number.text) and unit_of(unit).kind == "time"
    )
    return small and (not unit or unit_of(unit).kind in _COUNTING) and unit not in CALENDAR


def dated(number: Found, named: Iterable[Named]) -> tuple[Named, ...]:
    """The moments that a number is part of; () where it counts something too (2020户)."""
    own = tuple(each for each in named if each.start < number.end and number.start < each.end)
    if not own or number.quantity.unit not in {*CALENDAR, ""}:
        return ()
    left = [
        number.text[at - number.start]
        for at in range(number.start, number.end)
        if not any(each.start <= at < each.end for each in own)
    ]
    return () if any(char.isdigit() for char in left) else own


def agrees(figure: Figure, words: str) -> bool:
    """Whether words speak of what a figure is about: they share two hanzi, or a long word, with
    its label."""
    said = plain(words).lower()
    return any(part in said for label in figure.label.values() for part in _parts(label))


def _parts(label: str) -> Iterator[str]:
    flat = plain(label).lower()
    yield from _LATIN.findall(flat)
    for run in _HANZI.findall(flat):
        yield from (run[at : at + 2] for at in range(len(run) - 1))


_LATIN = pattern(r"[a-z]{4,}")
_HANZI = pattern(r"[\u4e00-\u9fff]{2,}")
