"""Turn a source into the list of numbers it states, and tell which the ledger does not cover."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from briefgen.chinese.seen import is_blank
from briefgen.facts import qualifiers
from briefgen.facts.claims import is_time, same
from briefgen.facts.figures import Figure
from briefgen.facts.ledger import Ledger
from briefgen.facts.numerals import plain
from briefgen.facts.offsets import Spans
from briefgen.facts.plans import planned
from briefgen.facts.quantity import Quantity
from briefgen.facts.scan import Found, scan_each
from briefgen.facts.sources import Place, SourceText
from briefgen.facts.tables import told
from briefgen.facts.uncounted import SET_PHRASES, any_of, is_article
from briefgen.facts.units import CALENDAR
from briefgen.patterns import pattern
from briefgen.problems import UnfitError
from briefgen.record import Record, replace

# A short expression in quotation marks is a name: “三个全面”, “1+N”, “一区一策”.
_QUOTED = pattern(r'"([^"。！？；，]{1,8})"')
_NUMERAL_CODE = pattern(r"[\dA-Za-z+.\-]+")
# So many names that a text itself has in quotation marks are looked for without them.
_MOST_QUOTED = 500
# “七比三” is what it says.
_RATIO = pattern(r"[一二三四五六七八九十]+比[一二三四五六七八九十]+")
_CHINESE_DIGIT = pattern(r"[一二两三四五六七八九十百千万亿]")

# What a numeral that states nothing is: a name that the outline gives, a set phrase, a name in
# quotation marks, an article, the number of a heading.
Aside = Literal["given", "phrase", "quoted", "article", "heading"]


# An article states hundreds of numbers, a yearbook thousands; each is listed with its sentence.
MOST_NUMBERS = 10_000


class Stated(Record):
    """A number that a source states: with the qualifier beside it, its place and its clause.

    `before` and `behind` are the words of the clause around number and qualifier.
    """

    quantity: Quantity
    text: str
    place: Place
    before: str
    behind: str


def inventory(
    text: SourceText, names: Iterable[str] = (), units: Iterable[str] = ()
) -> tuple[Stated, ...]:
    """Every number that states a quantity or a date in `text`, in order; `units` are those that the
    outline has of its own. Raises UnfitError where there are more than `MOST_NUMBERS`.

    Left out are ordinals, numbers of headings, set phrases, the article 一, and what is part of
    `names` or of a name in quotation marks.
    """
    found = tuple(islice(stated_in(text, names, units), MOST_NUMBERS + 1))
    if len(found) > MOST_NUMBERS:
        raise UnfitError("source-too-many-numbers", most=MOST_NUMBERS, line=found[-1].place.line)
    return found


def stated_in(
    text: SourceText, names: Iterable[str] = (), units: Iterable[str] = ()
) -> Iterator[Stated]:
    """`inventory` one after the other, for who keeps few of them."""
    aside = Spans.of((start, end) for start, end, _ in set_aside(text, names))
    flat, last, listed = plain(text.matching), 0, 0
    around, sentence = (0, 0), ""
    for found in told(text, scan_each(flat, tuple(units), text.currency)):
        if not aside.touch(found.start, found.end) and not counts_nothing(found, text):
            # What makes a plan of a list stands before its first member.
            listed = listed if found.leader >= 0 else last
            # The numbers of a sentence have it in common.
            if around != (bounds := text.bounds(found.start, found.end)):
                around, sentence = bounds, text.words(*bounds)
            yield _stated(found, text, flat, listed, sentence)
        # A date between does not part a plan's word from its number.
        last = last if is_time(flat, found) else found.end


def in_name(item: Stated, text: SourceText, names: Iterable[str]) -> bool:
    """Whether a number of the source is part of one of `names`."""
    return any(
        start <= item.place.start and item.place.end <= end
        for name in names
        for start, end in text.spans(name)
    )


def coverage(
    stated: Sequence[Stated], figures: Mapping[str, Figure], ledger: Ledger
) -> tuple[tuple[str, ...], ...]:
    """For each of `stated`, the figures of its value whose proven quote it stands in.

    A figure covers one number: of two 1800亿 in one quote each needs its own. Only a date is the
    same day wherever the source says it.
    """
    covered: list[list[str]] = [[] for _ in stated]
    for id, proof in ledger.proofs.items():
        if proof.place is None:
            continue
        quantity, place = figures[id].quantity, proof.place
        found = [i for i, item in enumerate(stated) if _states(item, quantity, place)]
        if found and quantity.unit not in CALENDAR:
            found = [min(found, key=lambda i: len(covered[i]))]
        for i in found:
            covered[i].append(id)
    return tuple(map(tuple, covered))


def _states(item: Stated, quantity: Quantity, quote: Place) -> bool:
    """Whether a number is this quantity, and stands in the quote or is the same date."""
    if item.place.file != quote.file:
        return False
    if quote.start <= item.place.start and item.place.end <= quote.end:
        return same(quantity, Found(0, len(item.text), item.text, item.quantity))
    return quantity.unit in CALENDAR and (quantity.unit, quantity.value) == (
        item.quantity.unit,
        item.quantity.value,
    )


def set_aside(text: SourceText, names: Iterable[str]) -> Iterator[tuple[int, int, Aside]]:
    """The places of names and set phrases in a text, each with what it is; `names` are given."""
    given = {text.form(name) for name in names if not is_blank(name)}
    quoted = set[str]()
    for match in _QUOTED.finditer(text.squeezed):
        words = match[1]
        # “三万亿之城” is a name that states a quantity; so is whatever counts in 亿.
        if _CHINESE_DIGIT.search(words) and "亿" not in words and not _RATIO.fullmatch(words):
            if len(quoted) < _MOST_QUOTED:
                quoted.add(words)
            elif words not in quoted:
                yield (*text.spanned(*match.span()), "quoted")
        elif _NUMERAL_CODE.fullmatch(words):
            yield (*text.spanned(*match.span()), "quoted")
    for match in re.finditer(any_of({*given, *quoted, *SET_PHRASES}), text.squeezed):
        why: Aside = "given" if match[0] in given else "quoted" if match[0] in quoted else "phrase"
        yield (*text.spanned(*match.span()), why)


def counts_nothing(found: Found, text: SourceText) -> Aside | None:
    """Why a number is none: it is an article, a nought or an ordinal, or the number of a
    heading."""
    if is_article(found):
        return "article"
    offset = text.offsets[found.start]
    line = text.text.rfind("\n", 0, offset) + 1
    if _HEADING.fullmatch(text.text, line, offset) and not found.quantity.unit:
        return "heading"
    return None


_HEADING = pattern(r"#[#\s]*")


def _qualified(quantity: Quantity, words: tuple[str, ...]) -> Quantity:
    """A quantity with the words that stand beside it, each once."""
    own = qualifiers.split(quantity.qualifier) or ()
    joined = (*words, *(word for word in own if word not in words))
    gap = " " if "".join(joined).isascii() else ""
    return replace(quantity, qualifier=gap.join(joined))


def _stated(found: Found, text: SourceText, flat: str, last: int, sentence: str) -> Stated:
    begin, end = text.clause(found.start, found.end)
    region = text.matching[begin:end]
    start, stop = found.start - begin, found.end - begin
    words = found.beside(flat)
    lead = found.leader if found.leader >= 0 else found.start
    clause = text.clause(lead, lead)[0]
    plan = planned(flat, clause, max(last, clause), lead)
    modal = any(qualifiers.WORDS[word].sense == "modal" for word in words)
    if plan and not modal and not is_time(flat, found):
        words = (plan, *words)
    quantity = _qualified(found.quantity, words)
    before = region[:start]
    for word in reversed(words):
        before = before.removesuffix("了").removesuffix(word)
    behind = region[stop:]
    for word in words:
        behind = behind.removeprefix(word)
    said = text.matching[found.start : found.end]
    place = text.place(found.start, found.end, sentence)
    own = text.stand_ins.of
    return Stated(quantity, said, place, own(before), own(behind))
