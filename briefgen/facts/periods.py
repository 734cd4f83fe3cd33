"""Turn a word of time into the period that it says: 2025年前三季度, year ended March 31, 2026."""

from __future__ import annotations

import re

from briefgen.facts.calendar import MONTHS
from briefgen.patterns import pattern

_PART = (
    r"(?:[首前]三季度?|首季度?(?!度)|第?[一二三四]季度|第[一二三四1-4]季|\d{1,2}(?:[-—至~～]\d{1,2})?月(?:份|[末底])?|[首前](?:\d{1,2}|[两兩二三四五六七八九十]+)[个個]月|[上下]半年|前三季度|全年"
    r"|年?[末底](?:[之以]?前)?|年?初)?"
)
_SPAN = (
    r"(?:这|過去|过去|近|(?<![提目以之学學])前)(?:\d{1,2}|[一二三四五六七八九十]+)年"
    r"|[\"“]?十[一二三四五]五[\"”]?(?:时期|期间)"
)
_NUMERALS = "零〇○一二三四五六七八九"
TIMES = pattern(
    r"(?P<school>(?:19|20)\d\d ?[-—–~～至/] ?(?:(?:19|20)\d\d|\d\d)(?:学年|學年))"
    rf"|(?P<fiscal>(?:20\d\d|二[零〇○][{_NUMERALS}]{{2}})[/／-](?:\d\d|[{_NUMERALS}]{{2}}|[{_NUMERALS}])?(?:财政|財政)?年度"
    rf"|二[零〇○][{_NUMERALS}]{{2}}至[{_NUMERALS}]{{1,2}}(?:财政|財政)?年度)"
    rf"|(?P<spoken>二[零〇○][{_NUMERALS}]{{2}})年(?P<smonth>首?十?[一二三四五六七八九]?[个個]?月)?"
    r"|(?P<years>(?:19|20)\d\d年?[-—～至到](?:19|20)\d\d年)"
    rf"|(?P<year>(?:19|20)\d\d)年(?P<part>{_PART})|(?P<relative>今年|去年|本年)(?P<rpart>{_PART})"
    rf"|(?P<span>{_SPAN})|(?P<bare>(?:首季度?|第?[一二三四]季度|第[一二三四1-4]季)|[上下]半年|前三季度|[首前]三季"
    r"|\d{1,2}[-—至~～]\d{1,2}月份?|(?<!\d)\d{1,2}月(?:份|[末底])|(?<![\d个個第年月.])(?:1[0-2]|[1-9])月(?!\d(?!\d?日)|[份末底初中上下旬亮球饼票租供薪息，至到—-])|全年|年末"
    r"|(?<![\d去前今明上同当往每次后下半])年底[之以]?前)"
    r"|(?:the )?(?:(?i:fiscal) )?(?P<quarter>(?i:first|second|third"
    r"|fourth)) (?i:quarter)(?:,? of)?(?: (?i:fiscal))?(?: (?i:year))?"
    r" (?P<of>20\d\d)"
    r"|(?:(?i:fiscal) )?(?P<its>20\d\d) (?P<one>first|second|third|fourth)[- ]quarter"
    r"|(?i:full|fiscal)[- ]year (?P<full>20\d\d)|\b[Ff]iscal (?P<fiscally>20\d\d)"
    r"|(?<=[aA]s of |[aA]s at )(?P<day>(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}[,，]) ?20\d\d)\b"
    r"|(?P<short>[HQ][1-4] ?(?:[Ff]iscal |FY ?)?20\d\d|FY ?(?:20)?\d\d)"
    r"|(?P<ended>(?:\w+-week )?(?:fiscal )?(?:year|quarter|half[- ]year|half|period|"
    r"(?:three|six|nine|twelve) months|\w+ weeks) (?:ended|to) "
    r"(?:\d{1,2} [A-Z][a-z]+ 20\d\d|[A-Z][a-z]+ \d{1,2}[,，] ?20\d\d))"
    rf"|(?<=\b[Ii]n )(?P<month>(?:{'|'.join(MONTHS)}) 20\d\d)\b"
    r"|\b(?:[Ii]n|[Dd]uring|[Ff]or) (?P<plain>20\d\d(?:[/–]\d\d)?)\b"
)
DAY = pattern(r"\d{1,2}日")
QUARTERS = {"first": "Q1", "second": "Q2", "third": "Q3", "fourth": "Q4"}


def period_of(match: re.Match[str], year: int) -> str:
    """The period that a word of time says; `year` is the one it is said in, 0 if not known."""
    if match["years"]:
        return re.sub("年?[-—–～至到]", "—", match["years"])
    if match["school"]:
        return match["school"].replace(" ", "")
    if match["fiscal"] or match["spoken"]:
        said = match[0].removesuffix(match["smonth"] or "")
        said = _in_digits(said).replace("／", "/").replace("至", "/")
        return re.sub(r"(?:财政|財政)?年度$", "年度", said) + _month(match)
    if match["year"]:
        return f"{match['year']}年{_tidy(match['part'])}"
    if match["relative"]:
        past = match["relative"] == "去年"
        return f"{year - past}年{_tidy(match['rpart'])}" if year else ""
    if match["bare"]:
        if match["bare"].startswith("年底"):
            return f"{year}年底" if year else ""
        if match["bare"] in ("全年", "年末"):
            return f"{year}{match['bare'].lstrip('全')}" if year else ""
        return (f"{year}年" if year else "") + _tidy(match["bare"])
    if match["quarter"]:
        return f"{QUARTERS[match['quarter'].lower()]} {_fiscal(match)}{match['of']}"
    if match["one"]:
        return f"{QUARTERS[match['one']]} {_fiscal(match)}{match['its']}"
    if year_of := match["full"] or match["fiscally"]:
        return f"{_fiscal(match)}{year_of}"
    said = (
        match["span"]
        or match["short"]
        or match["ended"]
        or match["plain"]
        or match["day"]
        or match["month"]
    )
    said = re.sub(r"[Ff]iscal (?=\d)", "FY", said) if match["short"] else said
    return said.replace("，", ", ").replace(",  ", ", ")


def _fiscal(match: re.Match[str]) -> str:
    """What a year of a company's own is marked with: FY2026 need not be 2026."""
    return "FY" if "fiscal" in match[0].lower() else ""


def _month(match: re.Match[str]) -> str:
    """The month that a year in numerals goes on with: 11月 of 二零一三年十一月."""
    said = (match["smonth"] or "").replace("個", "个")
    digits = said.strip("首个月")
    if not digits:
        return ""
    tens = 10 * digits.startswith("十")
    month = tens + max(0, "零一二三四五六七八九".find(digits.removeprefix("十") or "零"))
    return f"前{month}个月" if said.startswith("首") else f"{month}月"


def begins(bare: str) -> int:
    """The month in which a part of a year begins, 1 where it says none.

    >>> begins("第四季"), begins("9月份"), begins("下半年")
    (10, 9, 7)
    """
    if bare.startswith("下"):
        return 7
    if month := re.match(r"\d{1,2}(?=月)", bare):
        return int(month[0])
    quarter = re.search(r"[一二三四1-4](?=季)", bare.translate(_ORDINALS))
    first = bare.startswith(("首", "前"))
    return "一二三四".index(quarter[0]) * 3 + 1 if quarter and not first else 1


def _in_digits(words: str) -> str:
    """Years in digits: 2019 for 二零一九."""
    return words.translate({ord(c): str(max(0, at - 2)) for at, c in enumerate(_NUMERALS)})


def named(match: re.Match[str]) -> int:
    """The year that a word of time names itself, 0 where it names none."""
    if match["span"]:
        # What was so in the last years is over.
        return 1 if match["span"][0] in "近過过" else last_year(match["span"])
    said = match["year"] or _in_digits(
        (match["fiscal"] or match["spoken"] or match["school"] or "")[:4]
    )
    return int(said) if said.isdecimal() else 0


def _tidy(part: str) -> str:
    if part.removesuffix("度") in ("首三季", "前三季"):
        return "前三季度"
    part = part.replace("首季度", "首季").replace("首季", "一季度")
    part = part.removesuffix("份").removeprefix("第").removeprefix("全年")
    if part.endswith(("个月", "個月")):
        return f"前{part[1:-2].replace('两', '二').replace('兩', '二')}个月"
    if part.endswith("季"):
        part = f"{part[0].translate(_ORDINALS)}季度"
    return re.sub(r"[-至~～]", "—", part)


_ORDINALS = str.maketrans("1234", "一二三四")


def last_year(span: str) -> int:
    """The last year of a five-year plan: 2010 for “十一五”; 0 for another span."""
    number = _FIVE_YEARS.search(span)
    return 2005 + 5 * "一二三四五".find(number[1]) + 5 if number else 0


_FIVE_YEARS = pattern(r"十([一二三四五])五")
