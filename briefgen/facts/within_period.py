"""Turn the period that a sentence is about into the one of a number in it.

2016年至2023年由1702列增加到1.7万列: each end has its own year; 上月 is the month before.
"""

from __future__ import annotations

from briefgen.facts.inventory import Stated
from briefgen.facts.periods import QUARTERS
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern

# A period of several years.
SPANNED = pattern(r"((?:19|20)\d\d)—((?:19|20)\d\d)年")


def of_number(text: SourceText, item: Stated, period: str, time: tuple[int, int] | None) -> str:
    """The period of a number, of a sentence's `period`, whose words stand at `time`."""
    period = _over(text, item, time, period)
    period = _at_end(text, item, period)
    return _month_before(text, item, period)


def of_both(text: SourceText, begin: int, first: int, last: int, stop: int) -> list[str]:
    """The periods of two numbers that English says for both before them or behind: for the three
    and six months ended June 30, 2025; in 2024 and 2023, respectively."""
    if both := _BOTH_ENDED.search(text.matching, begin, first):
        said = [f"{both[each]} months {both['day']}" for each in ("one", "other")]
        return [each.replace("，", ", ").replace(",  ", ", ") for each in said]
    if turn := _RESPECTIVELY.match(text.matching, last, stop):
        return [_quarter(turn["of"] + turn[year]) for year in ("one", "other")]
    return []


def _quarter(period: str) -> str:
    """A period of English words, its quarter short: third quarter of 2026 is Q3 2026."""
    period = period.replace("，", ", ").replace(",  ", ", ")
    word, _, rest = period.partition(" quarter of ")
    return f"{QUARTERS[word]} {rest.replace('fiscal ', 'FY')}" if rest else period


def _over(text: SourceText, item: Stated, time: tuple[int, int] | None, period: str) -> str:
    """The period of a number: what goes on over a year is of that, though a sentence before it
    tells how much there is at its end (年末有医院19家。门诊量6879万人次)."""
    if not (time and period.endswith("年末")):
        return period
    begin, _ = text.bounds(item.place.start, item.place.end)
    flows = item.quantity.unit == "人次" or _FLOW.search(text.matching, begin, item.place.start)
    within = time[0] >= begin and text.matching.find("，", time[1], item.place.start) < 0
    return period.removesuffix("末") if flows and not within else period


def _at_end(text: SourceText, item: Stated, period: str) -> str:
    """The year of a number that something came from or to over some: 2016年至2023年，由…增加到…."""
    years = SPANNED.fullmatch(period)
    if years is None:
        return period
    begin, end = text.clause(item.place.start, item.place.end)
    lead = text.matching[max(0, item.place.start - 4) : item.place.start]
    if _FROM_HERE.search(lead) and _TO_THERE.match(text.matching, item.place.end, end):
        return f"{years[1]}年"
    came = _CAME.search(text.matching, begin, item.place.start)
    return f"{years[2]}年" if came else period


def _month_before(text: SourceText, item: Stated, period: str) -> str:
    """The month before that of the sentence, where the clause says so: 上月按年跌3.1%."""
    month = _MONTH.fullmatch(period)
    begin, _ = text.clause(item.place.start, item.place.end)
    if month is None or not _LAST_MONTH.search(text.matching, begin, item.place.start):
        return period
    year, before = int(month[1]), int(month[2]) - 1
    return f"{year}年{before}月" if before else f"{year - 1}年12月"


_MONTH = pattern(r"((?:19|20)\d\d)年(\d{1,2})月")
_LAST_MONTH = pattern(r"(?<![比较較与與和])上个?個?月(?!末|底|同期)[^，；。]*$")
_FROM_HERE = pattern(r"[由从從][约約超]?$")
_TO_THERE = pattern(r"[^，。；\d]{0,8}[到至]")
_CAME = pattern(r"[由从從][^，。；]*?\d[^，。；\d]*[到至][约約超逾近过過]*$")
_FLOW = pattern(r"(?:门诊量|住院量|成交[额量]|销售[额量]|产量|发电量)[^，。；]{0,4}$")
# For the three and six months ended June 30, 2025 were $51,146 and $38,340.
_BOTH_ENDED = pattern(
    r"\b(?P<one>three|six|nine) and (?P<other>six|nine|twelve) months "
    r"(?P<day>ended [A-Z][a-z]+ \d{1,2}， ?20\d\d)[^.;，\d]*$"
)
_RESPECTIVELY = pattern(
    r" (?:in|for) (?:the )?(?P<of>(?:first|second|third|fourth) quarter of (?:fiscal )?"
    r"|(?:(?:three|six|nine|twelve) months|year|quarter) ended [A-Z][a-z]+ \d{1,2}， ?|)"
    r"(?P<one>20\d\d) and (?P<other>20\d\d)， ?respectively"
)
