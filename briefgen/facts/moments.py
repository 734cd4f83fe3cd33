"""Turn a text into the days, months, years and times of day that it names, however it writes them.

2023年12月20日, 2023-12-20, 20 December 2023 and 2023/12/20 are one day; 2023.12 is a month where it
is all of a text. What is left out of one
(its year, its day) is 0; a time of day is hours and minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from briefgen.facts.calendar import MONTHS
from briefgen.facts.numerals import plain
from briefgen.patterns import pattern
from briefgen.record import Record


class Moment(NamedTuple):
    """A day, a month or a year, or a time of day; what is not said is 0, or -1 of the hour."""

    year: int = 0
    month: int = 0
    day: int = 0
    hour: int = -1
    minute: int = 0


class Named(Record):
    """A moment as it stands at `start:end` of a text."""

    start: int
    end: int
    moment: Moment


_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_ENGLISH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_CHINESE_DIGITS = "〇零一二三四五六七八九"
_FORMS = (
    rf"(?<![\d.]){_YEAR}(?P<between>[-/.]){_MONTH}(?P=between){_DAY}(?![\d.])",
    rf"(?<!\d){_YEAR}年{_MONTH}月{_DAY}[日号]",
    rf"(?<!\d){_YEAR}年{_MONTH}月(?!\d)",
    # 2025年1—8月: the first month of a span, whose last one the next form finds.
    rf"(?<![\d.个第])(?:{_YEAR}年)?{_MONTH}(?=[-—–~～至到]{{1,2}}(?:1[0-2]|0?[1-9])月(?!\d))",
    rf"(?<![\d.-]){_YEAR}[-/](?P<month>1[0-2]|0[1-9])(?![\d.%-])",
    # 2019/20, 2023–24: a year of two, by its first.
    r"(?<![\d.-])(?P<year>(?:19|20)(?P<tens>\d)\d)[-/–](?:(?P=tens)[1-9]|\d0)(?![\d.%-])",
    rf"\A{_YEAR}\.{_MONTH}\Z",
    rf"(?<!\d){_MONTH}月{_DAY}[日号]",
    rf"(?<![\d个第]){_MONTH}月(?![\d亮饼球票租供薪均息])",
    rf"(?<![A-Za-z\d])(?:{_DAY} )?(?P<name>{_ENGLISH})\.?(?: {_DAY.replace('day', 'second')},)?"
    rf" {_YEAR}(?!\d)",
    rf"(?<![A-Za-z\d])(?:{_DAY} (?P<name>{_ENGLISH})|(?P<name2>{_ENGLISH})\.?"
    rf" {_DAY.replace('day', 'second')})(?![A-Za-z\d])",
    rf"(?P<han>[一二][{_CHINESE_DIGITS}]{{3}})年",
    rf"(?<![\d.])(?<!\d,){_YEAR}(?:年(?!\d)|(?![\d%]|[.,]\d))",
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:.])",
    r"(?<![\d.])(?P<hour>[01]?\d|2[0-4])[时点](?P<minute>[0-5]\d)?分?(?![\d.钟])",
    rf"(?<![\d.月第每]){_DAY}[日号](?![内均游租后前间以元线楼馆院])",
)
# 12月5日……22日: the month holds for the days behind it, so far and to the end of the paragraph.
_HOLDS = 400
# What parts the ends of a span: the year of 2025年1月至8月 is that of both.
_TO = pattern(r"[-—–~～至到]{1,2}")
_TRACE = pattern(r"\d|年")


def _unnamed(form: str, number: int) -> str:
    """A form with names of its own for its parts."""
    return re.sub(r"\(\?P(<|=)(\w+)", lambda part: f"(?P{part[1]}{part[2]}_{number}", form)


_PATTERN = pattern("|".join(_unnamed(form, number) for number, form in enumerate(_FORMS)))


@lru_cache(maxsize=1024)
def moments(text: str) -> tuple[Named, ...]:
    """The moments that a text names, in order.

    >>> [tuple(each.moment)[:3] for each in moments("2021-03-05至4月9日")]
    [(2021, 3, 5), (2021, 4, 9)]
    >>> [tuple(each.moment)[:3] for each in moments("12月5日通车，22日投用")]
    [(0, 12, 5), (0, 12, 22)]
    >>> [tuple(each.moment)[:3] for each in moments("2025年1—8月")]
    [(2025, 1, 0), (2025, 8, 0)]
    """
    return tuple(named_in(text))


def named_in(text: str) -> Iterator[Named]:
    """`moments` of a long text, one after the other."""
    if not _TRACE.search(text):
        return
    flat, month, since, year = plain(text), 0, 0, 0
    for match in _PATTERN.finditer(flat):
        moment = _moment(match)
        if not moment.year and moment.month and _TO.fullmatch(flat, since, match.start()):
            moment = moment._replace(year=year)
        if moment.month:
            year = moment.year
            month, since = moment.month, match.end()
        elif moment.day and match.start() - since <= _HOLDS:
            held = "\n" not in flat[since : match.start()]
            moment = moment._replace(month=month if held else 0)
        yield Named(match.start(), match.end(), moment)


def _moment(match: re.Match[str]) -> Moment:
    parts = {name.rpartition("_")[0]: said for name, said in match.groupdict().items() if said}
    month = int(parts.get("month", 0))
    if name := parts.get("name") or parts.get("name2"):
        month = next(at for at, full in enumerate(MONTHS, 1) if full.startswith(name[:3]))
    year = int(parts.get("year", 0))
    if han := parts.get("han"):
        year = int("".join(str(max(0, _CHINESE_DIGITS.index(digit) - 1)) for digit in han))
    return Moment(
        year,
        month,
        int(parts.get("day") or parts.get("second") or 0),
        int(parts.get("hour", -1)),
        int(parts.get("minute", 0)),
    )


def stands(moment: Moment, known: Iterable[Moment]) -> bool:
    """Whether a moment is said by one of those that are known: a year by any of its days."""
    if moment.hour >= 0:
        return moment in known
    return any(
        (not moment.year or moment.year == each.year)
        and (not moment.month or moment.month == each.month)
        and (not moment.day or moment.day == each.day)
        for each in known
        if each.hour < 0
    )
