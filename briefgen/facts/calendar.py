"""Turn written dates into values, and say them in each language.

A date's value is its digits in order: 2023年12月28日 is 20231228 of the unit 年月日 (year, month,
day), 2023年4月 is 202304 of 年月, 2月21日 is 221 of 月日, 2024年一季度 is 20241 of 年季. A span
of years and months is counted in months.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from briefgen.facts.numerals import numeral
from briefgen.patterns import pattern
from briefgen.record import Record

_MONTH_NAMES = (
    "January February March April May June July August September October November December"
)
MONTHS = tuple(_MONTH_NAMES.split())
_ORDINALS = ("first", "second", "third", "fourth")
_CHINESE_DIGITS = "零一二三四五六七八九"

# A year of our time, without a word that says so.
YEAR = pattern(r"(?:19|20)\d\d")
_YEAR = r"(?:1\d|2\d)\d\d|[一二][零一二三四五六七八九]{3}"
DATE = (
    rf"(?:(?:{_YEAR})年(?:\d{{1,2}}月(?:\d{{1,2}}日)?|第?[一二三四1-4]季度)?"
    r"|\d{1,2}月\d{1,2}日|第?[一二三四]季度|[12]\d\d\d财年)"
)
# Jan., Sept 9: the names that are shortened, and read alone.
_SHORT = {name[:3]: at for at, name in enumerate(MONTHS, 1)} | {"Sept": 9}
_NAMES = {name: at for at, name in enumerate(MONTHS, 1)} | _SHORT
_MONTH = "|".join((*MONTHS, *(rf"{name}\.?" for name in sorted(_SHORT, key=len, reverse=True))))
ENGLISH_DATE = (
    rf"(?:\d{{1,2}} (?:{_MONTH})(?: [12]\d{{3}})?|(?:{_MONTH}) (?:\d{{1,2}}[,，] ?)?[12]\d{{3}}"
    # A day of a month; but not may 5 percent, nor March 10%.
    rf"|(?:{_MONTH}) (?:[12]\d|3[01]|[1-9])"
    r"(?![\d%‰]|[.,]\d| ?(?:per ?cent|percentage|million|billion))"
    rf"|(?:the )?(?:{'|'.join(_ORDINALS)}) quarter of [12]\d{{3}}"
    r"|Q[1-4](?:[ /][12]\d{3})?|FY ?[12]\d{3})(?!\d)"
)
_DATE = pattern(
    rf"(?:(?P<year>{_YEAR})年)?(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?"
    r"|第?(?P<quarter>[一二三四1-4])季度)?"
)
_ENGLISH_DATE = pattern(rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH})(?: (?P<year>[12]\d{{3}}))?")
_MONTH_FIRST = pattern(rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:[,，] ?(?P<year>[12]\d{{3}}))?")
_ENGLISH_QUARTER = pattern(
    rf"(?:the )?(?P<quarter>{'|'.join(_ORDINALS)}) quarter(?: of (?P<year>[12]\d{{3}}))?"
)
_IN_YEAR = pattern(
    r"(?:in|by|of|since|from|until|during|to|year|between|and|through|before|after|mid|end)"
    r" (?P<year>[12]\d{3})",
    re.IGNORECASE,
)
_QUARTER = pattern(r"Q(?P<quarter>[1-4])(?:[ /](?P<year>[12]\d{3}))?")
_FISCAL = pattern(r"FY ?(?P<fiscal>[12]\d{3})|(?P<year>[12]\d{3})财年")


# Words that begin the name of a time and have a capital at the head of a line alone.
_TIMES = frozenset(
    "First Second Third Fourth Last This Next Full Whole End Early Late Mid By Since As From Half"
    " Year Same Current Coming Past Previous The Over During Within Until Before After At In"
    " Between To Start Beginning Opening Close Middle Around Through Today Now Up".split()
)
# What ends with these goes before a name without a sign: 2025年, “十四五”期间, 春节前后.
_TIMED = pattern(r".*(?:[年月日时時季底末初前后後内內中来來起間间期度旬周週夜晨][”」』]?|[”」』])")


def in_running(words: str) -> str:
    """The name of a time as it stands within a line: first three quarters, but May 2024.

    >>> in_running("First three quarters"), in_running("June 2025")
    ('first three quarters', 'June 2025')
    """
    first = words.replace("-", " ").split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first in _TIMES else words


def goes_before(words: str) -> bool:
    """Whether a Chinese time goes before what happened then as one name: 2025年投资, but not
    “十四五”收官里程.

    >>> goes_before("上半年"), goes_before("“十四五”收官")
    (True, False)
    """
    return bool(_PERIOD.fullmatch(words) or _TIMED.fullmatch(words))


_PERIOD = pattern(
    rf"(?P<as>截至|截止)?(?P<to>[到至])?(?:(?P<year>{_YEAR})年度?|(?P<near>[今本去上明]年))?"
    r"(?:(?P<part>上半年|下半年|前三季度|前三季|全年)|第?(?P<quarter>[一二三四1-4])季度"
    r"|前(?P<months>[2-9二三四五六七八九]|1[01]|十一?)个月"
    r"|(?:(?P<first>1[0-2]|0?[1-9])月?[-—–~～至到])?(?P<month>1[0-2]|0?[1-9])月份?)?"
    r"(?P<same>同期)?(?P<end>年?[底末])?(?:(?P<by>(?:之|以)?前)|(?P<since>以来|以來))?"
)
_NEAR = {"今": "this", "本": "this", "去": "last", "上": "last", "明": "next"}
_PARTS = {
    "上半年": "first half",
    "下半年": "second half",
    "前三季度": "first three quarters",
    "前三季": "first three quarters",
    "全年": "whole year",
}
_NAMED = ("year", "near", "part", "quarter", "months", "month")
_COUNTED = "zero one two three four five six seven eight nine ten eleven".split()


def period_in_english(words: str) -> str:
    """A part of a year, its end, or the time until then, as English says it; "" where `words` are
    nothing of the sort.

    >>> period_in_english("2027年底前"), period_in_english("2025年上半年")
    ('by the end of 2027', 'the first half of 2025')
    >>> period_in_english("前三季度"), period_in_english("今年1至10月")
    ('the first three quarters', 'January to October of this year')
    >>> period_in_english("2021年以来"), period_in_english("今年以来")
    ('since 2021', 'this year to date')
    >>> period_in_english("2023年7月31日"), period_in_english("2024年2月18日前")
    ('31 July 2023', 'before 18 February 2024')
    """
    if day := _DAY.fullmatch(words):
        return f"before {_day(day)}" if day["by"] else _day(day)
    match = _PERIOD.fullmatch(words)
    # 年底前 alone says of no year.
    if not match or not any(match[part] for part in _NAMED):
        return ""
    said = _part_in_english(match)
    if match["year"] or match["near"]:
        year = str(_digits(match["year"])) if match["year"] else f"{_NEAR[match['near'][0]]} year"
        between = " " if match["month"] and match["year"] else " of "
        said = f"{said.removesuffix(' year')}{between}{year}" if said else year
    if match["same"]:
        said = f"the same period {'' if match['near'] else 'of '}{said}"
    if match["end"]:
        said = f"the end of {said}"
    if match["as"]:
        return f"as of {said}"
    if match["since"]:
        return f"{said} to date" if said == "this year" else f"since {said}"
    # 2027年前 is over when 2027 begins; 2027年底前 may last as long as 2027.
    before = "by" if match["end"] or match["to"] else "before"
    return f"{before} {said}" if match["by"] or match["to"] else said


_DAY = pattern(
    r"(?P<year>[12]\d{3})年(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日(?P<by>之?前|以前)?"
)


def _day(match: re.Match[str]) -> str:
    return Date(int(match["year"]), int(match["month"]), int(match["day"])).english()


_BARE = pattern(
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}),? )?(?P<year>[12]\d{{3}})"
    r"(?:(?P<over>/)(?P<to>\d{4}|\d{2})|[-–—](?P<until>[12]\d{3}))?"
)


_FISCAL_YEAR = pattern(r"(?:FY ?|(?i:fiscal (?:year )?))(20\d\d)")


def period_in_chinese(words: str) -> str:
    """A year, years, or a day or month of one, as Chinese says them; "" where `words` are nothing
    of the sort.

    >>> [period_in_chinese(words) for words in ("2024", "2023/24", "2021–2025", "5 March 2026")]
    ['2024年', '2023/24年度', '2021—2025年', '2026年3月5日']
    >>> period_in_chinese("FY2018"), period_in_chinese("fiscal year 2023")
    ('2018财年', '2023财年')
    """
    if fiscal := _FISCAL_YEAR.fullmatch(words):
        return f"{fiscal[1]}财年"
    match = _BARE.fullmatch(words)
    if not match:
        return ""
    year = match["year"]
    if match["month"]:
        month = f"{year}年{MONTHS.index(match['month']) + 1}月"
        return f"{month}{match['day']}日" if match["day"] else month
    if match["over"]:
        return f"{words}年度"
    return f"{year}—{match['until']}年" if match["until"] else f"{year}年"


def _part_in_english(match: re.Match[str]) -> str:
    """The part of a year that is meant: March, January to October, the first quarter."""
    if match["month"]:
        month = MONTHS[int(match["month"]) - 1]
        return f"{MONTHS[int(match['first']) - 1]} to {month}" if match["first"] else month
    if match["months"] and (count := numeral(match["months"])):
        return f"the first {_COUNTED[int(count.value)]} months"
    if match["quarter"]:
        return f"the {_ORDINALS[_digits(match['quarter']) - 1]} quarter"
    return f"the {_PARTS[match['part']]}" if match["part"] else ""


_LENGTHS = {"上半年": 6, "下半年": 6, "前三季度": 9, "前三季": 9, "全年": 12}


def months_in(words: str) -> int:
    """How many months a part of a year lasts that begins and ends with a month; 0 where `words`
    are nothing of the sort.

    >>> [months_in(words) for words in ("2025年1—8月", "前三季度", "上半年", "2025年", "今年5月")]
    [8, 9, 6, 0, 0]
    """
    match = _PERIOD.fullmatch(words)
    if not match:
        return 0
    if match["first"]:
        return max(0, int(match["month"]) - int(match["first"]) + 1)
    if match["months"] and (count := numeral(match["months"])):
        return int(count.value)
    return 3 if match["quarter"] else _LENGTHS.get(match["part"], 0)


def at_head(words: str) -> str:
    """The name of a time as it stands at the head of a line, with a capital and no article.

    >>> at_head("the third quarter of 2025")
    'Third quarter of 2025'
    """
    said = words.removeprefix("the ")
    return said[:1].upper() + said[1:]


class Date(Record):
    """A point in time, as exact as it was written: 0 where a part is not said."""

    year: int = 0
    month: int = 0
    day: int = 0
    quarter: int = 0
    fiscal: bool = False

    @property
    def unit(self) -> str:
        if self.fiscal:
            return "财年"
        if self.quarter:
            return "年季" if self.year else "季度"
        if self.day:
            return "年月日" if self.year else "月日"
        return "年月" if self.month else "年"

    @property
    def value(self) -> Decimal:
        if self.quarter:
            return Decimal(self.year * 10 + self.quarter)
        value = self.year
        for part in (self.month, self.day):
            value = value * 100 + part if part else value
        return Decimal(value)

    def chinese(self) -> tuple[str, str]:
        """The date as number and unit: ("2035", "年"); a longer date is a number as a whole."""
        if self.unit in ("年", "财年"):
            return str(self.year), self.unit
        year = f"{self.year}年" if self.year else ""
        if self.quarter:
            return f"{year}{_CHINESE_DIGITS[self.quarter]}季度", ""
        return f"{year}{self.month}月" + (f"{self.day}日" if self.day else ""), ""

    def english(self, month_first: bool = False) -> str:
        """The date as it is said in English: 28 December 2023; with `month_first` as in the United
        States, December 28, 2023."""
        if self.fiscal:
            return f"FY{self.year}"
        if self.quarter:
            of = f" of {self.year}" if self.year else ""
            return f"the {_ORDINALS[self.quarter - 1]} quarter{of}"
        if month_first and self.day:
            year = f", {self.year}" if self.year else ""
            return f"{MONTHS[self.month - 1]} {self.day}{year}"
        parts = (
            str(self.day or ""),
            MONTHS[self.month - 1] if self.month else "",
            str(self.year or ""),
        )
        return " ".join(part for part in parts if part)


def read_date(text: str) -> Date | None:
    """The date that `text` (plain) writes in Chinese or English, or None.

    Raises ValueError for a date that no calendar has (13月, 2月30日).
    """
    if fiscal := _FISCAL.fullmatch(text):
        return Date(int(fiscal["fiscal"] or fiscal["year"]), fiscal=True)
    forms = (_DATE, _ENGLISH_DATE, _MONTH_FIRST, _ENGLISH_QUARTER, _QUARTER, _IN_YEAR)
    match = next((found for form in forms if (found := form.fullmatch(text))), None)
    if not match or not text:
        return None
    parts = match.groupdict()
    month = (parts.get("month") or "").removesuffix(".")
    quarter = parts.get("quarter") or ""
    date = Date(
        _digits(parts.get("year") or ""),
        _NAMES[month] if month in _NAMES else int(month or 0),
        int(parts.get("day") or 0),
        _ORDINALS.index(quarter) + 1 if quarter in _ORDINALS else _digits(quarter),
    )
    if not date.year and not date.day and not date.quarter:
        return None
    if date.month or parts.get("month"):
        # A day without its year may be 29 February: try it in a leap year.
        datetime.date(date.year or 2024, date.month, date.day or 1)
    return date


def _digits(text: str) -> int:
    """A year or quarter in Arabic or one-by-one Chinese digits (二零三五) as an integer."""
    if text.isascii():
        return int(text or 0)
    return int("".join(str(_CHINESE_DIGITS.index(char)) for char in text))
