"""Turn an author's text into the list of numbers it writes."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from briefgen.chinese.seen import is_blank
from briefgen.facts.english_units import ENGLISH_UNITS
from briefgen.facts.numerals import CHINESE, numeral, plain
from briefgen.facts.quantity import Quantity, QuantityError, read
from briefgen.facts.scan import Found, scan
from briefgen.facts.uncounted import SET_PHRASES, any_of, apart, is_article, within
from briefgen.facts.units import CALENDAR, is_counter
from briefgen.patterns import compiled, pattern
from briefgen.record import replace

# What an author counts of the talk itself is no figure: 讲三件事, 两句话, 这四个数.
_TALK = (
    "[两兩二三四五六七八九](?:件事|句[话話]|部分|[笔筆][账賬]|"
    "[个個](?:部分|[词詞]|[数數](?![据據])|故事|方面|方向|[问問][题題]))"
)
# A unit of a table or an axis counts nothing: 单位：亿元, （万元）.
_UNIT = r"单位[:为]?\s?[万亿]+\w{1,3}|\([万亿]+\w{1,3}\)"
# What may be a number at all: without any of these there is none.
_TRACE = pattern(r"[\d０-９零〇一二两兩三四五六七八九十百千万萬亿億A-Za-z]")
# Digits are the number of an ordinal behind 第, and a code beside a Latin letter (EH216, 5G); two
# letters behind them are a unit (30MW).
_DIGITS = pattern(
    r"(?<![A-Za-z\d第])(?<![A-Za-z]-)\d+(?:[.,]\d+)*(?![A-Za-z](?![A-Za-z])|\d)"
    # From the first numeral on: whatever follows no fraction ends there from the others on either.
    rf"|(?<![零一二两三四五六七八九点十百千万亿]){CHINESE}分之{CHINESE}"
)
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_ENGLISH_WORDS = _WORDS.split()
_LATIN = pattern("[A-Za-z]{3}")
_SPELT = "|".join(filter(str.isalpha, sorted(ENGLISH_UNITS)))
_ENGLISH = pattern(
    rf"\b({'|'.join(_ENGLISH_WORDS)})\b(?:[ -]({_SPELT})\b)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def numbers(text: str, names: tuple[str, ...] = ()) -> tuple[Found, ...]:
    """Every number that an author's text writes, in order; in English, number words too.

    Left out are the same as of a source, except that quotation marks make no name of a number:
    only `names` do, and only of a number that is wholly in one of them.
    """
    if not _TRACE.search(text):
        return ()
    flat = plain(text)
    taken = [match.span() for match in _pattern().finditer(flat)]
    named = _named(flat, names)
    found: list[Found] = []
    for number in (*scan(text), *_digits(flat), *_english(text)):
        if apart(number, taken) and not within(number, named):
            taken.append((number.start, number.end))
            if not is_article(number):
                found.append(replace(number, text=text[number.start : number.end]))
    return tuple(sorted(found, key=lambda number: number.start))


@cache
def _pattern() -> re.Pattern[str]:
    """What takes its numbers out of an author's text: set phrases, units."""
    return compiled(f"{any_of(SET_PHRASES)}|{_TALK}|{_UNIT}", re.IGNORECASE)


def _named(flat: str, names: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where names stand in a text."""
    return [match.span() for match in _names(names).finditer(flat)] if names else []


@lru_cache(maxsize=8)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    known = {plain(name.strip()) for name in names if not is_blank(name)}
    return re.compile(any_of(known) or "(?!)", re.IGNORECASE)


_BARE = pattern(r"[\d.,%-]*\d[\d.,%-]*")


def is_bare(name: str) -> bool:
    """Whether a name is a number and nothing else, or one with what it measures.

    >>> [is_bare(name) for name in ("5", "12.5%", "三十", "5G", "八项规定", "新十条")]
    [True, True, True, False, False, False]
    """
    flat = plain(name).strip()
    if _BARE.fullmatch(flat) or numeral(flat) is not None:
        return True
    return flat[:1].isdigit() and any(
        (each.start, each.end) == (0, len(flat))
        and not (is_counter(each.quantity.unit) and is_count(each.quantity))
        and each.quantity.unit not in CALENDAR
        for each in scan(flat)
    )


# Larger ones count what nobody sees at a glance.
_MOST_COUNTED = 31


def is_count(quantity: Quantity) -> bool:
    """Whether a quantity is a small whole number, as things on a slide are counted by."""
    value = quantity.value
    whole = value is not None and quantity.form == "number" and value == value.to_integral_value()
    return bool(whole and value is not None and 1 <= value <= _MOST_COUNTED)


def _digits(flat: str) -> Iterator[Found]:
    """Digits and fractions in forms that no figure has (2024.2.21, 1+N, 三分之一)."""
    for match in _DIGITS.finditer(flat):
        nothing = Quantity(Decimal("NaN"), "", match[0])
        yield Found(match.start(), match.end(), match[0], nothing)


def _english(text: str) -> Iterator[Found]:
    """English number words from two to twenty, with the unit behind them (three years)."""
    for match in _ENGLISH.finditer(text) if _LATIN.search(text) else ():
        value = _ENGLISH_WORDS.index(match[1].lower()) + 2
        with contextlib.suppress(QuantityError):
            quantity = read(f"{value} {match[2] or ''}")
            yield Found(match.start(), match.end(), match[0], quantity)
