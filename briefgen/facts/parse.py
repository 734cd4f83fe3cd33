"""Turn a written quantity, without what qualifies it, into the number or range … that it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from briefgen.facts.calendar import YEAR, Date, read_date
from briefgen.facts.forms import (
    Inexact,
    Multiple,
    Number,
    QuantityError,
    Range,
    Rank,
    Ratio,
    Written,
)
from briefgen.facts.numbers import NOUN, NUMERAL, chinese_number, english_number, opaque_number
from briefgen.facts.numerals import english_numeral, numeral, plain
from briefgen.facts.portions import portion
from briefgen.facts.spoken import in_digits
from briefgen.facts.two_units import read_span
from briefgen.facts.units import known
from briefgen.patterns import pattern
from briefgen.record import replace

# Words between the ends of a range.
LINK = "[-–—―~至到]"
# Among whom somebody has a rank.
RANK_OF = (
    "全国|全球|世界|全世界|亚洲|全省|全市|全区|全县|国内|中部|西部|东部|东北|省内|市内|同行业|行业|"
    "同类城市|全行业|国际"
)
_STANDS = "稳居|跃居|位居|高居|居|位列|名列|排名|列|排在|排|跃升至|升至|保持|继续保持|第"
_RANK = pattern(
    rf"(?:{_STANDS})?(?P<of>{RANK_OF})?(?:前(?P<top>\d+|[一二三四五六七八九十百]+)(?:强|位|名)?"
    r"|第(?P<rank>\d+|[一二三四五六七八九十百]+)(?:大|位|名)?|(?P<first>首位|榜首|之首))"
)
_ENGLISH_RANK = pattern(
    r"(?:ranked |No\. ?)?(?P<rank>\d+)(?:st|nd|rd|th)(?: in (?P<of>[A-Za-z ]+))?"
    r"|(?:No\. ?|#)(?P<no>\d+)"
    r"|(?:in )?the top (?P<top>\d+)(?: in (?P<set>[A-Za-z ]+))?",
    re.IGNORECASE,
)
_GROW = "(?:升幅|增幅|涨幅)[为达]?|增长|增加|提高|扩大|上升|提升|上涨|升值|高出|多出|增|涨|多"
_ABOUT = "大?约|将?近|超过|超|逾|不到|不足"
# 翻一番, 翻了两番, 翻倍, 倍增; 增加三倍, 增长1.5倍, 涨了一倍, 增加一倍半; 增加到三倍, 为原来的3倍.
MULTIPLE = (
    r"翻了?(?:[一两二三四]番|一?倍|番)|倍增"
    rf"|(?:{_GROW})了?(?:{_ABOUT})?(?:(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍半?)"
    rf"|(?:{_GROW}|扩大)(?:到|至|为|成)(?:原来的)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍"
)
_MULTIPLE = pattern(
    r"(?:翻了?(?:(?P<folds>[一两二三四])番|一?倍|番)|(?P<double>倍增))"
    rf"|(?P<by>{_GROW})了?(?P<more>\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍(?P<half>半)?"
    rf"|(?:{_GROW})(?:到|至|为|成)(?:原来的)?(?P<to>\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍"
)
_FOLDS = {None: 2, "一": 2, "两": 4, "二": 4, "三": 8, "四": 16}
_ENGLISH_MULTIPLES = {
    "doubled": 2,
    "doubling": 2,
    "twofold": 2,
    "twice": 2,
    "tripled": 3,
    "trebled": 3,
    "threefold": 3,
    "quadrupled": 4,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
    "sixteenfold": 16,
}
_UP = pattern(r"up (\w+fold|\d+(?:\.\d+)? times)(?: \(([\d.]+|\w+) times\))?", re.IGNORECASE)
# 十几, 几十, 数百, 三四十, 二十来: counts of which only the size is known.
INEXACT = (
    r"(?:(?:数|好?几)[十百千万亿]+(?:[万亿]+)?|(?:[\d一二三四五六七八九]*[十百千万])+几[万亿]*"
    r"|(?<![一二三四五六七八九])(?:一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)[十百千万亿]*"
    r"|(?:\d+|[一二三四五六七八九]?十)来[万亿]*)"
)
_INEXACT = pattern(INEXACT)
_FIRST = pattern(r"[\d一二两三四五六七八九]")
_VAGUE = pattern(
    r"(dozens|scores|(?:tens of |hundreds of )?(?:thousands|millions|billions)|tens|hundreds"
    r"|several (?:hundred|thousand|million))(?: of)?(?: ([a-z]+))?",
    re.IGNORECASE,
)
# Gross margin in the low 40 percents.
_DECADE = pattern(
    r"(low|mid|high)[- ]([1-9]0)s?[- ]?(?:per ?cents?|%)(?:[- ]range)?", re.IGNORECASE
)
_POWERS = {
    "dozens": 10,
    "scores": 10,
    "tens": 10,
    "hundreds": 100,
    "hundred": 100,
    "thousands": 10**3,
    "thousand": 10**3,
    "millions": 10**6,
    "million": 10**6,
    "billions": 10**9,
}


@lru_cache(maxsize=8192)
def parse(core: str, opaque: bool = False) -> Written:
    """What a written quantity without qualifiers is. With `opaque` a noun behind the number that is
    no known unit is one of its own.

    Raises QuantityError for anything that is not exactly one quantity.
    """
    written = core
    core = plain(core)
    try:
        date = read_date(core)
    except ValueError:
        raise QuantityError("no-such-day", text=written) from None
    found: Written | None = date or read_span(core)
    for form in _FORMS:
        if found is not None:
            return found
        found = form(core)
    if found is None and opaque:
        found = opaque_number(core)
    if found is None:
        raise QuantityError("not-a-quantity", text=written)
    return found


def _rank(core: str) -> Rank | None:
    ranked = not core.isascii() and any(mark in core for mark in "第前首")
    if ranked and (match := _RANK.fullmatch(core)):
        number = numeral("一" if match["first"] else match["top"] or match["rank"])
        return Rank(int(number.value), match["of"] or "", bool(match["top"])) if number else None
    said = core.isascii() and (core[:1] == "#" or any(mark in core for mark in _RANKING))
    if said and (match := _ENGLISH_RANK.fullmatch(core)):
        of = match["of"] or match["set"] or ""
        number = numeral(match["rank"] or match["no"] or match["top"])
        return Rank(int(number.value), of, bool(match["top"])) if number else None
    return None


_RANKING = ("st", "nd", "rd", "th", "No", "no", "top", "Top")


def _multiple(core: str) -> Multiple | None:
    if ("倍" in core or "番" in core) and (match := _MULTIPLE.fullmatch(core)):
        if match["more"]:
            more = numeral(match["more"])
            half = Decimal("0.5") if match["half"] else 0
            return Multiple(more.value + half + 1, "by") if more else None
        if match["to"]:
            times = numeral(match["to"])
            return Multiple(times.value, "to") if times else None
        return Multiple(Decimal(_FOLDS[match["folds"]]), "fold")
    if said := _ENGLISH_MULTIPLES.get(core.lower()):
        return Multiple(Decimal(said), "fold" if said in (2, 4) else "to")
    if up := _UP.fullmatch(core):
        word = up[1].lower()
        so_much = Decimal(_ENGLISH_MULTIPLES.get(word) or word.removesuffix(" times"))
        doubled = not up[2] and so_much in (8, 16)
        return Multiple(so_much, "fold") if doubled else Multiple(so_much + 1, "by")
    return None


def _spoken(core: str) -> Number | None:
    """Four years, five million: a small number in English words."""
    digits = in_digits(core) if core[:1].isalpha() and core.isascii() else core
    return english_number(digits) if digits != core else None


def _range(core: str) -> Range | None:
    """Two numbers with a sign between them; what the first lacks is the second's."""
    if core[:1] in _FOR_EACH and (each := _EACH_FIRST.match(core)):
        spread = _range(core[each.end() :])
        unit = f"{spread.high.unit}/{each['of']}" if spread else ""
        if spread is None or isinstance(spread.low, Date) or not known(unit):
            return None
        low, high = (replace(end, unit=unit) for end in (spread.low, spread.high))
        return Range(low, high, spread.link)
    for link in _LINK.finditer(core):
        before, behind = core[: link.start()], core[link.end() :]
        if before[1:3] == "分之" and (tenths := _hundredths(before, behind)):
            return Range(*tenths, link[0])
        if not before or not behind or not _ENDS.search(before) or not _BEGINS.match(behind):
            continue
        found = _dates(before, behind) or _numbers(before, behind, link[0], _counts(before, behind))
        if found:
            low, high = found
            return Range(low, high, link[0].strip())
    return None


def _hundredths(before: str, behind: str) -> tuple[Number, Number] | None:
    """百分之一至二, 百分之三到百分之五."""
    low = portion(before)
    high = portion(behind if behind[1:3] == "分之" else before[:3] + behind)
    if not (isinstance(low, Number) and isinstance(high, Number)) or low.unit != high.unit:
        return None
    return (low, high) if low.value < high.value else None


_FOR_EACH = tuple("每呎尺吨斤亩")
_EACH_FIRST = pattern(
    rf"(?:每|(?=[呎尺吨斤亩]))(?P<of>[^\d零一二三四五六七八九]{{1,6}}?)(?=\d|{NUMERAL})"
)
_LINK = pattern(rf"\s?{LINK}\s?| to | and ")
_ENDS = pattern(r"[\w%‰℃]$")
_BEGINS = pattern(r"[-−]?(?:[\d一二两三四五六七八九十百千$€£¥]|RMB|US|HK)")


def _dates(before: str, behind: str) -> tuple[Date, Date] | None:
    try:
        low, high = read_date(before), read_date(behind)
        if low is None and behind.endswith("年"):
            low = read_date(before + "年")
        if low is None and (month := _MONTHS.fullmatch(before)) and behind.endswith("月"):
            low = read_date(before + "月")
            high = read_date(f"{month[1]}年{behind}")
        if low and high is None and low.day and behind.endswith("日"):
            start = f"{low.year}年" if low.year else ""
            high = read_date(f"{start}{low.month}月{behind}")
        if low and high and low.year and not high.year and low.unit != high.unit:
            high = read_date(f"{low.year}年{behind}")
    except ValueError:
        return None
    if low and high and low.unit == high.unit and low.value < high.value:
        return low, high
    return None


_MONEY_FIRST = pattern(r"[A-Z]*[$€£¥₩₹₽฿]|RMB ?")
_MONTHS = pattern(r"([12]\d{3})年\d{1,2}")


def _counts(before: str, behind: str) -> bool:
    """Whether two bare numbers may count the same: 5 to 7, 12-15; no years."""
    digits = before.isdecimal() and behind.isdecimal()
    return digits and not (YEAR.fullmatch(before) and YEAR.fullmatch(behind))


def _numbers(before: str, behind: str, link: str, bare: bool) -> tuple[Number, Number] | None:
    money = None if before[0].isdecimal() else _MONEY_FIRST.match(before)
    said = behind
    if money and behind[0].isdecimal():
        # $2.3-2.4 billion: what is paid is said once.
        behind = money[0] + behind
    high = chinese_number(behind) or english_number(behind)
    low = chinese_number(before) or english_number(before)
    if high is None or low is None or not (high.unit or high.numeral.scale or bare):
        return None
    low = _of_kind(low, high, before)
    if low.unit and low.unit != high.unit and not high.unit.startswith(f"{low.unit}/"):
        return None
    # $2.41-$2.49 billion: the scale is of both, though each has its sign.
    signed = high.english and not before[0].isdecimal() and before[-1].isdecimal()
    low = replace(_scaled(low, high) if signed or not low.unit else low, unit=high.unit)
    # Between $0.06 and $0.04.
    turned = link == " and " and money is not None and behind == said and high.value < low.value
    # Growth of -2% to -4%: the smaller loss may be said first.
    turned = turned or high.value < low.value < 0
    low, high = (high, low) if turned else (low, high)
    return (low, high) if low.value < high.value else None


def _of_kind(low: Number, high: Number, before: str) -> Number:
    """The low end of a range with the unit that it has beside the high one."""
    if low.unit == "元" and "亿" in before and "元" not in before:
        # 1亿—2亿美元, 1亿5到2亿港元: 元 is read behind a bare 亿 only where nothing else is said.
        return replace(low, unit="")
    if (low.unit, high.unit) == ("成", "%") and (tenths := numeral(f"{low.value}")):
        # 一成至一成半: tenths with a half are said in hundredths.
        return Number(tenths, "%")
    return low


def _scaled(low: Number, high: Number) -> Number:
    """The low end of a range with the scale that is said behind the high one: 2至3万."""
    scale = high.numeral.scale
    if low.numeral.scale or not scale or not low.numeral.digits:
        return low
    read = english_numeral if high.english and scale.isascii() else numeral
    scaled = read(low.numeral.digits + (" " if scale.isascii() else "") + scale)
    fits = scaled and scaled.value < high.numeral.value
    return replace(low, numeral=scaled) if scaled and fits else low


def _ratio(core: str) -> Ratio | None:
    parts = _COLON.split(core)
    if len(parts) < 2:
        return None
    terms = [numeral(part) for part in parts]
    if any(term is None or term.scale for term in terms):
        return None
    return Ratio(tuple(term for term in terms if term))


_COLON = pattern(r"\s?[:∶比]\s?")


def _inexact(core: str) -> Inexact | None:
    match = _INEXACT.match(core)
    if match:
        about, unit = match[0], core[match.end() :]
        if unit and not known(unit) and not NOUN.fullmatch(unit):
            return None
        return _size(about, unit)
    if decade := _DECADE.fullmatch(core):
        return Inexact(f"{decade[1].lower()} {decade[2]}s", "%", Decimal(decade[2]), few=False)
    if vague := _VAGUE.fullmatch(core):
        least = Decimal(1)
        for word in vague[1].lower().replace(" of", "").split():
            least *= _POWERS.get(word, 1)
        return Inexact(vague[1], vague[2] or "", least)
    return None


def _size(about: str, unit: str) -> Inexact | None:
    """How large an inexact count is: what 数百 (a few hundred) or 十几 (ten and more) begin at."""
    some = about.replace("好", "").replace("来", "")
    few = some[:1] in "数几"
    first = some[1:] if few else some.replace("几", "")
    if not few and len(first) > 1 and set(first[:2]) <= set("一二两三四五六七八九"):
        # 三四十: the lower one.
        first = first[0] + first[2:]
    least = numeral(first)
    return Inexact(about, unit, least.value, few) if least else None


_FORMS: tuple[Callable[[str], Written | None], ...] = (
    chinese_number,
    _rank,
    _multiple,
    english_number,
    _spoken,
    portion,
    _inexact,
    _range,
    _ratio,
)
