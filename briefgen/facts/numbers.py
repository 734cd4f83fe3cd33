"""Turn a written number with its unit into both, in Chinese and in English."""

from __future__ import annotations

import re

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.units import UNITS
from briefgen.facts.english_units import ENGLISH_CURRENCIES, ENGLISH_MONEY, ENGLISH_UNITS
from briefgen.facts.forms import Number
from briefgen.facts.numerals import (
    ARABIC,
    CHINESE,
    ENGLISH,
    MONEY_SCALES,
    Numeral,
    english_numeral,
    numeral,
)
from briefgen.facts.units import OF_A_SHARE, divided, ending, known
from briefgen.patterns import pattern
from briefgen.record import replace

NUMERAL = rf"(?:{ARABIC}|{CHINESE})"
_ENGLISH = pattern(
    rf"(?P<minus>[-−])?(?P<money>(?:{'|'.join(map(re.escape, ENGLISH_MONEY))})\s?)?"
    r"(?P<rank>top )?"
    rf"(?P<sign>[-−])?(?P<number>\.\d+|{ENGLISH})(?P<short>[mkbt](?![A-Za-z]))?"
    rf"(?P<unit>[\s-]?[%‰°a-zμ][a-z²³°/ .-]*)?",
    re.IGNORECASE,
)
# What may be the name of a unit that is not known: a noun, not a scale, a numeral or a sign.
NOUN = pattern(r"(?![一二两三四五六七八九十百千万亿零点几数])(?:[^\W\d_]|[²³/·]){1,12}(?<!/)")
_ENGLISH_NOUN = pattern(
    r"(?P<number>[-−]?[\d.,]+(?: (?:million|billion|trillion|thousand))?) "
    r"(?P<noun>[A-Za-z][A-Za-z-]*(?: [A-Za-z-]+){0,2})"
)


def chinese_number(core: str) -> Number | None:
    """The number with a known unit that Chinese writes, or None."""
    sign = "-" if core[:1] in ("-", "−", "负") else ""
    body = core[len(sign) :]
    if body[:1] in _FIRSTS and (found := _unit_first(body)):
        return found
    body = body.replace("元每", "元/") if "元每" in body else body
    digits, name = ending(body)
    number = numeral(digits)
    while number is None and name:
        # 个百分点 and 点, 人次 and 次: the longest name that leaves a number.
        digits, name = digits + name[:1], name[1:]
        number = numeral(digits) if name == "" or known(name) else None
    if number is None:
        return _tenths(body) if "成" in body else None
    if sign:
        number = replace(number, value=-number.value, digits=sign + number.digits)
    if not name and BARE_MONEY.search(body):
        name = "元"
    return Number(number, name)


# 3200亿, 一亿二: what counts in 亿 and names no unit counts money.
BARE_MONEY = pattern(r"亿[\d一二三四五六七八九]?$")
_TENTHS = pattern(r"([一二两三四五六七八九])成([一二三四五六七八九半])")


def _tenths(body: str) -> Number | None:
    """三成五: 35 %."""
    match = _TENTHS.fullmatch(body)
    whole = numeral(match[1]) if match else None
    part = numeral(match[2].replace("半", "五")) if match else None
    if whole is None or part is None:
        return None
    value = whole.value * 10 + part.value
    return Number(Numeral(value, f"{value}"), "%")


def _unit_first(body: str) -> Number | None:
    """A number behind its unit or what it is of each: 港币5亿元, 人次101.5亿, 每公斤20元."""
    if money := _MONEY_BEFORE.fullmatch(body) if body[0] in _MONEY_FIRST else None:
        return _paid(money[1], money[2])
    if body[0] in _FOR and (each := _for_each(body.removeprefix("每"))):
        return each
    said = _UNIT_FIRST.fullmatch(body) if body[0] in _UNITS_FIRST else None
    number = numeral(said["number"]) if said else None
    unit = said["unit"] if said else ""
    unit = "元" if unit in PAID_BEHIND else unit
    return Number(number, unit) if number and (unit != "元" or "万" in body) else None


def _paid(name: str, rest: str) -> Number | None:
    """港币5亿元, HK$120亿: money that is named before its number."""
    number = numeral(rest.removesuffix("元"))
    base = ENGLISH_MONEY.get(name) or UNITS[name].base
    return Number(number, base) if number else None


_MONEY_NAMES = [name for name, unit in UNITS.items() if unit.kind == "money" and len(name) > 1]
_MONEY_FIRST = {name[0] for name in (*ENGLISH_MONEY, *_MONEY_NAMES)}
_MONEY_BEFORE = pattern(
    rf"({'|'.join(map(re.escape, [*ENGLISH_MONEY, *_MONEY_NAMES]))})"
    rf"((?:{ARABIC}|{CHINESE})[十百千万亿]*[万亿]元?|{NUMERAL}元)"
)


def _for_each(body: str) -> Number | None:
    """每公斤20元: a number with a divisor that stands before it."""
    match = _EACH.fullmatch(body)
    if not match:
        return None
    number = chinese_number(match[2])
    name = f"{number.unit}/{match[1]}" if number else ""
    return replace(number, unit=name) if number and known(name) else None


_EACH = pattern(
    rf"([^\d{'零一二三四五六七八九'}]{{1,6}}?)((?:{'|'.join(_MONEY_NAMES)})?{NUMERAL}.*)"
)
# 每公斤20元, 呎1.5万元 (of 呎价).
_FOR = ("每", "呎", "尺", "吨", "斤", "亩", "日")
# 诊疗人次101.5亿, 户数12万: units that stand before their numbers.
UNIT_FIRST = (
    "(?:人次|架次|艘次|车次|班次|辆次|列次|例次|场次|件次|人|户|件|辆|台|例|艘|架|起|套|宗|头|股)"
)
# The last characters of words behind which a number counts money: 降价45万, 斥资800万, 获利120万.
PAID_BEHIND = tuple("价资利赚蚀款费买入")
_UNITS_FIRST = frozenset("人架艘车班辆列例场件户台起套宗头股") | {*PAID_BEHIND}
_FIRSTS = _UNITS_FIRST | _MONEY_FIRST | {*_FOR}
_UNIT_FIRST = pattern(
    rf"(?P<unit>{UNIT_FIRST}|[{''.join(PAID_BEHIND)}])(?P<number>{ARABIC}[十百千万亿]*)"
)


def english_number(core: str) -> Number | None:
    """The number with a known unit that English writes, or None."""
    if " per " in core or core.endswith(OF_A_SHARE):
        at = core.rfind(" per ")
        at = next((core.rindex(of) for of in OF_A_SHARE if core.endswith(of)), at)
        if not core.startswith(" per cent", at):
            return _english_each(core[:at], core[at + 1 :])
    match = None if has_hanzi(core) else _ENGLISH.fullmatch(core)
    if match is None:
        return None
    scale = MONEY_SCALES.get((match["short"] or "").lower(), "")
    if scale and not match["money"]:
        return None
    number = english_numeral(f"{match['number']} {scale}" if scale else match["number"])
    if number is None:
        return None
    if match["minus"] or match["sign"]:
        number = replace(number, value=-number.value, digits="-" + number.digits)
    behind = (match["unit"] or "").strip().removeprefix("-")
    if match["money"]:
        money = match["money"].strip()
        name = ENGLISH_MONEY.get(money) or ENGLISH_MONEY[money.upper()]
        return None if behind else Number(number, name, english=True)
    if match["rank"]:
        return Number(number, "强", english=True) if not behind else None
    if not behind:
        return Number(number, "", english=True)
    name = ENGLISH_UNITS.get(behind) or ENGLISH_CURRENCIES.get(behind) or ""
    return Number(number, name, english=True) if name else None


def _english_each(core: str, divisor: str) -> Number | None:
    each, number = divided(divisor), english_number(core)
    name = f"{number.unit}/{each}" if number and each else ""
    return replace(number, unit=name) if number and known(name) else None


def opaque_number(core: str) -> Number | None:
    """A number with a noun of its own behind it: 2400万标准盒, 1,250 delegates."""
    if match := _ENGLISH_NOUN.fullmatch(core):
        number = english_number(match["number"])
        return replace(number, unit=match["noun"]) if number else None
    for at in range(len(core) - 1, 0, -1):
        if NOUN.fullmatch(core, at):
            counted = numeral(core[:at].strip())
            if counted:
                return Number(counted, core[at:])
    return None
