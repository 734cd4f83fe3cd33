"""Turn a text into the quantities that are written in it, each with its place.

A pattern finds where a number may begin and what it is made of; units are looked up behind it; and
`parse` says what the words are worth. What a number takes from its neighbours (the unit of a list,
the word for its direction) is read last, and every part keeps its own place in the text: written
back from them by rule (`rebuilt`) it is the same quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefgen.chinese.hanzi import LETTER
from briefgen.facts import directions, two_units
from briefgen.facts.beginnings import Form, named, together
from briefgen.facts.calendar import ENGLISH_DATE
from briefgen.facts.forms import QuantityError
from briefgen.facts.found import Found, Span, rebuilt
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import read
from briefgen.facts.reader import Reader
from briefgen.facts.scan_chinese import chinese_dates, chinese_forms
from briefgen.facts.scan_english import english_forms
from briefgen.patterns import compiled, pattern
from briefgen.record import replace

__all__ = ["Found", "scan", "scan_each"]

# Years of the calendar of Taiwan, in sources that count in its money: 105年, 106年11月.
_TAIWAN_YEAR = (
    r"(?<![\d.,])(?:[89]\d|1[0-4]\d)年(?![期来前以间内后代多余资半]|[的之]久)"
    r"(?:\d{1,2}月(?:\d{1,2}日)?)?"
)


def forms(taiwan: bool = False) -> tuple[Form, ...]:
    """What may be a quantity, in Chinese or English; those before others are tried first."""
    return (
        *([("taiwan_year", "0", _TAIWAN_YEAR)] if taiwan else []),
        *chinese_dates(),
        ("english_span", "0", two_units.ENGLISH),
        ("english_date", "a0", rf"(?<![\dA-Za-z.]){ENGLISH_DATE}"),
        *english_forms(),
        *chinese_forms(),
    )


@cache
def _pattern(taiwan: bool = False) -> re.Pattern[str]:
    return compiled(together(forms(taiwan)))


@lru_cache(maxsize=2048)
def scan(text: str, names: tuple[str, ...] = (), currency: str = "") -> tuple[Found, ...]:
    """Every quantity that `text` writes, in order, in Chinese or English.

    Chinese numerals need a unit, or a scale of 亿: 十五运会 and 三轴 are no quantities. `names` are
    units besides those that are known, `currency` (ISO 4217) what 元 and $ are in this text.
    """
    if not _WIDE.search(text) and not _SPELT.search(text.lower()):
        return ()
    return tuple(scan_each(text, names, currency))


# Without digits or hanzi a text states no quantity but in these words (`english_forms`).
_WIDE = pattern("[\\d\u2e80-\U0010ffff]")
_SPELT = pattern(
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty"
    "|forty|fifty|half|third|quarter|fifth|ninth|doubl|trebl|tripl|quadrupl|dozen|several"
    "|hundred|thousand|illion|fold"
)


def scan_each(text: str, names: tuple[str, ...] = (), currency: str = "") -> Iterator[Found]:
    """`scan` of a long text, one after the other: no more are held than can belong together."""
    flat = plain(text)
    some: list[Found] = []
    for one in _found(Reader(flat, names, currency), _pattern(currency == "TWD")):
        parted = len(some) >= _SOME and _PARTED.search(flat, some[-1].end, one.start)
        if parted or len(some) >= _MANY:
            yield from _joined(flat, some)
            some.clear()
        some.append(one)
    yield from _joined(flat, some)


# After so many numbers the next are read apart, at the first sign over which no list goes on; and
# after so many more where none is.
_SOME, _MANY = 256, 4096
_PARTED = pattern("[。；;.]")


def _found(reader: Reader, matcher: re.Pattern[str]) -> Iterator[Found]:
    """What stands in a text, each as it is read alone."""
    flat, at = reader.flat, 0
    last: Found | None = None
    while match := matcher.search(flat, at):
        at = max(match.end(), match.start() + 1)
        one = reader.found(named(match.lastgroup), match)
        if one is not None:
            one = last = _of_share_too(flat, last, one) if last else one
            at = reader.last = max(at, one.end)
            yield one


def _joined(flat: str, found: list[Found]) -> list[Found]:
    """The same with what they take from one another."""
    return _closed(flat, list(_directed(flat, _listed(flat, found))))


def _of_share_too(flat: str, last: Found, found: Found) -> Found:
    """A sum that one of a share is compared with, in brackets: 12.0p per share (2023: 14.5p)."""
    unit = last.quantity.unit
    alike = unit.endswith("/股") and found.quantity.unit == unit.removesuffix("/股")
    if not alike or not _IN_BRACKETS.fullmatch(flat, last.end, found.start):
        return found
    *_, share = (None, *_SHARE.finditer(flat, max(0, last.start - _SHARE_FAR), found.start))
    if share is None:
        return found
    spans = (Span("unit", *share.span()), *found.spans)
    try:
        quantity = read(rebuilt(flat, spans))
    except QuantityError:
        return found
    return replace(found, quantity=quantity, spans=spans)


_SHARE_FAR = 160
_IN_BRACKETS = pattern(r"\*? ?\((?:[^()\d]|(?:19|20)?\d\d|\([^()]*\)|[HQ][1-4]){1,28}:? ?$")
_SHARE = pattern(r"\bper (?:(?:fully|diluted|basic|common|ordinary) )*share\b|\bEPS\b")


def _listed(flat: str, found: list[Found]) -> list[Found]:
    """The same with what the members of a list take from its end: 提高0.9、5.9个百分点."""
    made = list(found)
    for at in range(len(made) - 2, -1, -1):
        one, other = made[at], made[at + 1]
        if not _shares(flat, one, other):
            continue
        scale = next((s for s in other.spans if s.role == "scale"), None)
        unit = next((s for s in other.spans if s.role == "unit"), None)
        scaled = scale is not None and not any(s.role == "scale" for s in one.spans)
        own = tuple(s for s in one.spans if s.role != "unit")
        spans = own + ((scale,) if scale and scaled else ()) + ((unit,) if unit else ())
        try:
            quantity = read(rebuilt(flat, spans), opaque=True)
        except QuantityError:
            continue
        made[at] = replace(one, quantity=quantity, spans=spans)
    return [each for each in made if not _is_mark(flat, each)]


# 高于全国0.7、全省2.3个百分点: what the next is compared with may stand between.
_NAMED = pattern(rf"、{LETTER}{{2,4}}")
_BETWEEN = pattern(r"、|[和与及或]|,\s?|，| and | or ")
_MARK = pattern(r"(?:^|[。；:：!?\n])\s?$")


def _shares(flat: str, one: Found, other: Found) -> bool:
    """Whether a number without a unit is in one list with the next, which has one."""
    unit = one.quantity.unit
    # 13.1个和13.0个百分点: the first has the beginning of its unit.
    between = flat[one.end : other.start]
    short = not unit or (unit == "个" and other.quantity.unit[:1] == "个" and "，" not in between)
    bare = one.quantity.form == "number" and short and one.text[-1:] != "亿"
    ends = other.quantity.form in ("number", "multiple") and bool(other.quantity.unit)
    # Aged 6 to 17 and $300: a sign before a number is of that alone.
    ends = ends and other.quantity.unit != unit and other.text[:1] not in "$£€¥"
    went = between == " to " and other.quantity.unit in ("%", "个百分点")
    went = went and flat.endswith("from ", 0, one.start)
    points = not unit and other.quantity.unit == "个百分点" and _NAMED.fullmatch(between)
    listed = points or went or _BETWEEN.fullmatch(between)
    return bool(bare and ends and listed) and not _is_mark(flat, one)


def _is_mark(flat: str, found: Found) -> bool:
    """Whether a number is the mark of an item: 1、2025年完成；2. 建设."""
    return bool(
        _ITEM.fullmatch(found.text)
        and flat[found.end : found.end + 1] in ("、", ".")
        and _MARK.search(flat, max(0, found.start - 2), found.start)
    )


_ITEM = pattern(r"\d{1,2}")


def _directed(flat: str, found: list[Found]) -> Iterator[Found]:
    """The same with their directions, which the first member of a list hands on."""
    last: Found | None = None
    for each in found:
        if last and _goes_on(flat, last, each):
            each = replace(each, leader=last.leader if last.leader >= 0 else last.start)
        directed = _with_direction(flat, each, last)
        yield directed
        last = last if directed.quantity.form == "date" else directed


def _closed(flat: str, found: list[Found]) -> list[Found]:
    """The same with where their lists end: 分别增长7%、8%左右 qualifies both."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        first = one.start if one.leader < 0 else one.leader
        if other.leader == first and flat[max(0, first - _EACH_FAR) : first].find("分别") >= 0:
            found[at] = replace(one, final=other.end if other.final < 0 else other.final)
    return found


# So far before the first member of a list may stand that each has its own.
_EACH_FAR = 12
_FALLING = frozenset({"number", "range", "fraction", "inexact"})
_LISTED = _FALLING | {"multiple"}


def _with_direction(flat: str, found: Found, last: Found | None) -> Found:
    quantity = found.quantity
    below = quantity.value is not None and quantity.value < 0
    below = below or (quantity.form == "range" and bool(_BELOW.match(found.text)))
    if quantity.form not in _FALLING or below:
        return found
    word, begin, stop = directions.before(flat, found.start)
    if last and last.quantity.direction and not word and _carries(flat, last, found):
        span = next(s for s in last.spans if s.role == "direction")
        word, begin, stop = last.quantity.direction, span.start, span.end
    if not word:
        word, begin, stop = directions.behind(flat, found.end)
    if not word:
        return found
    value = quantity.value
    if value is not None:
        value *= directions.sign(word)
    spans = (Span("direction", begin, stop), *found.spans)
    return replace(found, quantity=replace(quantity, value=value, direction=word), spans=spans)


def _carries(flat: str, last: Found, found: Found) -> bool:
    """Whether a number is of the direction that the last one has: it says the same again, is in its
    list, or goes on with by (decreased by $62 million for the quarter, and by $342 million)."""
    if _is_same(flat, last, found) or found.leader >= 0:
        return True
    alike = last.quantity.unit == found.quantity.unit
    goes_on = alike and bool(_AND_FROM.fullmatch(flat, last.end, found.start))
    return goes_on or bool(_AND_BY.search(flat, last.end, found.start))


# A range that begins below nothing: $(0.15) to $(0.05).
_BELOW = pattern(r"[A-Z]{0,3}[$€£¥]?[-−(]")


def _is_same(flat: str, last: Found, found: Found) -> bool:
    """Whether a number says in another unit what the last one said: 815千公顷(1222万亩); decreased
    $13.5 million, or 10%."""
    between, behind = flat[last.end : found.start], flat[found.end : found.end + 1]
    if last.quantity.unit == found.quantity.unit:
        return False
    if last.quantity.direction == "亏损" and _OF_SALES.match(flat, found.end):
        return False  # a loss of $54.6 million, or 14% of revenue
    again = "or " in between or "或" in between or "即" in between
    return (between.strip(), behind) == ("(", ")") or bool(again and _OR.fullmatch(between))


_AND_BY = pattern(r"[^.;\n]{0,90}\band by (?:about |nearly |over )?$")
# Down 24 percent from Q2 and 56 percent from the year before.
_AND_FROM = pattern(r" (?:from|in|for) [^.;，]{1,28} and $")
_OF_SALES = pattern(r" of (?:total |net )?[a-z]")
_OR = pattern(
    r"(?:(?: net| operating)? loss(?:es)?)?"
    r"(?:，?\s?\(?or |，?即|或)(?:about |nearly |over |约|近|逾|超过?)?"
)


def _goes_on(flat: str, last: Found, found: Found) -> bool:
    """Whether a number is the next member of a list that the last one is in."""
    alike = last.quantity.unit == found.quantity.unit and bool(found.quantity.unit)
    counted = last.quantity.form in _LISTED and found.quantity.form in _LISTED
    return alike and counted and bool(_BETWEEN.fullmatch(flat[last.end : found.start]))
