"""Turn what a sentence compares a number with into the period of that.

Compared with $51.8 million, from $9.8 million, 上年同期4.8亿元: such a number is not of the time
that its sentence is about. Its own stands behind it (for the third quarter of 2023), or is a year
before (a year earlier, 上年同期); where neither is said nothing is known of it.
"""

from __future__ import annotations

import re

from briefgen.facts.periods import TIMES, period_of
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern
from briefgen.record import Record

_AGAINST = pattern(
    r"\b(?:compar(?:ed|es|ing) (?:with|to)|(?:versus|vs\.?)(?! (?:the )?prior year )"
    r"|(?<!as )against)\s"
)
# To $10.2 million from $9.8 million, up from net sales of $9.8 million.
_FROM = pattern(
    r"(?:[^.;；]{0,3}|[^.;；\d]*[,，]|.*\b(?:up|down|increase|decrease|growth|improvement|decline|increased|decreased|rose|fell|grew|improved"
    r"|declined)) ?from "
    r"(?:an? |the )?(?:[a-z-]+ ){0,4}\(?(?:[A-Z]{2,3})?[$€£¥]?"
)
# What ends what is compared with: another clause, or a verb.
_BREAK = pattern(
    r"[;；]|[,，](?! ?(?:or|for|in)\b)|\b(?:while|which|was|were|rose|fell|grew|increased"
    r"|decreased|declined"
    r"|is|are|has|had|will)\b|\band (?![$€£¥\d])"
)
# So many characters of a sentence are looked at on each side of a number.
_NEAR = 400
_DIGITS = pattern(r"(?<=\d)[,，] ?(?=\d)")
_EARLIER = pattern(
    r"\b(?:prior|previous|last|preceding)[- ](?:fiscal )?year\b|\byear[- ](?:earlier|ago)\b"
    r"|\ba year (?:earlier|ago|before)\b"
)
_A_YEAR = pattern(r"(?P<lead>(?:[HQ][1-4] )?(?:FY ?)?)(?P<year>20\d\d)(?P<rest>(?:年[^年—-]*)?)")
# 上年同期净利润为4.8亿元, 比上年同期的4.8亿元; not 比上年同期增长5%.
_LAST_YEAR = pattern(
    r"(?P<than>[比较較与與由从從自])?(?:上年度?|上一年度?|去年)(?P<same>同期)?(?P<rest>[^，。；,;：:\d()（）]{0,12})$"
)
_THAN = pattern(r"[比较較](?P<when>\s*(?:19|20)\d\d[^，。；的]{1,14})的\s*$")
_OF_ITSELF = pattern(r"(?:的|为|為|是|约|約|仅|僅|只有)*")
_PLAINLY = pattern(
    r"(?:上年度?|上一年度?)(?P<end>末?)(?!同期)[^增降升减減提长長涨漲跌回扩擴收末底初]{2,}"
    r"(?:结余|結餘|余额|餘額|总额|總額|收入|支出|数|人口)[为為]?"
)
_MOVED = pattern(r"[增降升减減提长長涨漲跌回扩擴收末底初]")


# A 15.9% increase compared to the prior year, or 13.9% in constant currency: the same, no other.
_SAID_BESIDE = pattern(
    r"(?:the |last |same )*(?:[a-z]+[- ]){0,4}(?:year|period|quarter|month)s?"
    r"(?:[，,] ?(?:or|and)| to) [^\d]{0,12}$"
)


class Compared(Record):
    """The period of what a number is compared with; "" where nobody says it."""

    period: str
    # Whether it is of a year earlier, whichever that is.
    earlier: bool = False

    @property
    def sure(self) -> bool:
        """Whether the sentence says it."""
        return bool(self.period)


def compared(text: SourceText, start: int, last: int, held: str) -> Compared | None:
    """Of the number that begins at `start` the period, where its sentence compares another with it;
    None where it does not. `last` is where the number before ended, `held` the period that the
    sentence is about."""
    begin, stop = text.bounds(start, start + 1)
    begin, stop = max(begin, start - _NEAR), min(stop, start + _NEAR)
    lead = text.matching[begin:start]
    if match := _LAST_YEAR.search(lead):
        return _last_year(match, held)
    if than := _THAN.search(lead):
        # 较2010—2011学年的21.4%略低
        match = TIMES.fullmatch(than["when"].strip())
        return Compared(period_of(match, 0)) if match else None
    against = list(_AGAINST.finditer(lead))
    came = text.matching[max(begin, last) : start]
    told = against and _SAID_BESIDE.match(lead[against[-1].end() :])
    if against and not told and not _BREAK.search(_DIGITS.sub("", lead[against[-1].end() :])):
        since = begin + against[-1].start()
    elif last > begin and _FROM.fullmatch(came):
        since = last
    else:
        return None
    behind = _DIGITS.sub(lambda comma: "·" * len(comma[0]), text.matching[start:stop])
    end = _BREAK.search(behind)
    passage = text.matching[since : start + end.start() if end else stop]
    if said := _said(passage):
        return Compared(said)
    earlier = bool(_EARLIER.search(passage))
    return Compared(_before(held) if earlier else "", earlier)


def _said(passage: str) -> str:
    """The period that a passage names itself."""
    match = next((each for each in TIMES.finditer(passage) if not each["span"]), None)
    return period_of(match, 0) if match else ""


def _last_year(match: re.Match[str], held: str) -> Compared | None:
    """A year before the time that a sentence is about."""
    rest = match["rest"]
    if plain := _PLAINLY.fullmatch(lead := match[0]):
        # 上年保险基金结余2348亿元: not 上年增长5%.
        held = _before(held)
        held = held if held.endswith("末") or not plain["end"] or not held else f"{held}末"
        return Compared(held) if lead and held else None
    itself = _OF_ITSELF.fullmatch(rest)
    if _MOVED.search(rest) or (match["than"] and not itself):
        return None
    return Compared(_before(held)) if match["same"] or (match["than"] and itself) else None


def _before(period: str) -> str:
    """A period a year earlier, "" where that is not a plain one: the fiscal quarter ended on a day
    a year before may end on another."""
    match = _A_YEAR.fullmatch(period)
    return f"{match['lead']}{int(match['year']) - 1}{match['rest']}" if match else ""
