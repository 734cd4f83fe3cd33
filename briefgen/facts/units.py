"""Turn the name of a unit into the unit: known, with a divisor, or kept as it is written."""

from __future__ import annotations

from functools import lru_cache

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.units import UNITS, Unit
from briefgen.facts.numerals import numeral
from briefgen.patterns import pattern
from briefgen.record import replace

_LONGEST = max(map(len, UNITS))
_SCALED = "10十百千万亿"

# Units of points in time; their values are digits in order (28 December 2023 is 20231228).
CALENDAR = frozenset({"年", "年月", "年月日", "月日", "年季", "季度", "财年"})


@lru_cache(maxsize=1024)
def unit_of(name: str) -> Unit:
    """The unit of this name. One that is not known is opaque: it is kept and shown as written, and
    goes together with nothing but itself."""
    return known(name) or Unit(name, "opaque", f" {name}" if name else "")


@lru_cache(maxsize=1024)
def known(name: str) -> Unit | None:
    """The unit of this name where it is known, or is known for each of what is (元/吨, 张/万人,
    例/10万); a number may be of so many without a unit of its own (14.3/10万)."""
    unit = UNITS.get(name)
    if unit or "/" not in name:
        return unit
    one, _, other = name.partition("/")
    scale = "" if other in UNITS else other[: len(other) - len(other.lstrip(_SCALED))]
    above, below = UNITS.get(one), UNITS.get(other.removeprefix(scale))
    if other == "度" and above and above.kind == "money":
        other, below = "千瓦时", UNITS["千瓦时"]
    many = scale and (scale[0] not in "10" or not scale.isdecimal() or int(scale) >= _MANY)
    if above is None or below is None or above.kind in ("share", "rank") or not (one or many):
        return None
    if not other or (scale and not many):
        return None
    base = f"{_alias(one)}/{scale}{_alias(other.removeprefix(scale))}"
    if not one:
        return Unit(base, "share", _each(below, other, scale))
    metric, each = above.metric / (below.metric if not scale else 1), _each(below, other, scale)
    return Unit(base, "measure", above.english + each, 1, metric, above.before)


# 14.3/100000; what is divided by less is a fraction, or a date.
_MANY = 1000


def _alias(name: str) -> str:
    """The name by which a unit with others of the same meaning is known."""
    return UNITS[name].base if UNITS[name].factor == 1 else name


def _each(unit: Unit, name: str, scale: str) -> str:
    """What English says for a divisor: “ per tonne”, “ per 10,000 people”."""
    words = unit.english.strip() if unit.kind != "money" else unit.before.strip()
    if unit.kind == "counter" and name.lstrip(_SCALED):
        words = words or _PER.get(name.lstrip(_SCALED), "unit")
    if scale and (worth := numeral(scale)):
        return f" per {worth.value:,f} {_PLURALS.get(words, words)}".rstrip()
    return " per " + plural(words, True)


_PLURALS = {"person": "people", "household": "households"}
_PER = {
    "人": "person",
    "人口": "person",
    "头": "head",
    "户": "household",
    "家": "company",
    "次": "time",
    "人次": "visit",
    "张": "sheet",
    "辆": "vehicle",
    "台": "unit",
    "床": "bed",
    "只": "head",
    "班": "class",
}


def starting(text: str, at: int = 0, names: tuple[str, ...] = ()) -> str:
    """The longest unit that `text` has at a place, "" where it has none; `names` count as well."""
    for name in names:
        if text.startswith(name, at):
            return name
    name = _known_at(text, at)
    if text.startswith("/", at + len(name)):
        divisor = _divisor(text, at + len(name) + 1)
        if divisor and known(f"{name}/{divisor}"):
            return f"{name}/{divisor}"
    return name


def ending(text: str) -> tuple[str, str]:
    """A written number and the unit that it ends with ("" where it ends with none)."""
    head, slash, tail = text.rpartition("/")
    if slash:
        number, above = ending(head)
        if known(f"{above}/{tail}"):
            return number, f"{above}/{tail}"
        return text, ""
    for length in range(min(_LONGEST, len(text)), 0, -1):
        if text[-length:] in UNITS:
            return text[:-length], text[-length:]
    return text, ""


def _known_at(text: str, at: int) -> str:
    for length in range(min(_LONGEST, len(text) - at), 0, -1):
        name = text[at : at + length]
        if name in UNITS and not (name.isascii() and name.isalpha() and _letter(text, at + length)):
            return name
    return ""


def _divisor(text: str, at: int) -> str:
    stop = at
    while not (name := _known_at(text, stop)) and text[stop : stop + 1] in tuple(_SCALED):
        stop += 1
    goes_on = text[stop : stop + 1].isdecimal() or text[stop : stop + 1] in ("/", ".")
    return "" if goes_on else text[at:stop] + name


def _letter(text: str, at: int) -> bool:
    return text[at : at + 1].isascii() and text[at : at + 1].isalpha()


def plural(english: str, one: bool) -> str:
    """The English unit, in the singular for exactly one."""
    if not one:
        return english
    if english.endswith("ies"):
        return english[:-3] + "y"
    return english[:-1] if english.endswith("s") and english not in _NO_PLURAL else english


_NO_PLURAL = frozenset({" gross tons", " Gbps", " Mbps", " FLOPS", " PFLOPS", " EFLOPS", " ms"})


def is_counter(base: str) -> bool:
    """Whether a base unit only counts things, so that its values are pure numbers."""
    return unit_of(base).kind == "counter"


# What English puts before and behind a number, back to the unit: for reading. A bare $ is known
# only by the currency of its source.
ENGLISH_MONEY = {
    unit.before.strip(): unit.base for unit in UNITS.values() if unit.kind == "money"
} | {
    "CNY": "元",
    "CN¥": "元",
    "¥": "元",
    "US$": "美元",
    "HK$": "港元",
    "MOP$": "澳门元",
    "NT$": "新台币",
    "€": "欧元",
    "£": "英镑",
    "S$": "新加坡元",
    "C$": "加元",
    "A$": "澳元",
    "₩": "韩元",
    "Rs": "卢比",
    "Rs.": "卢比",
    "₹": "卢比",
    "₽": "卢布",
    "฿": "泰铢",
}
# Money named behind its number.
ENGLISH_CURRENCIES = {
    "yuan": "元",
    "renminbi": "元",
    "RMB": "元",
    "CNY": "元",
    "US dollars": "美元",
    "U.S. dollars": "美元",
    "USD": "美元",
    "Hong Kong dollars": "港元",
    "HKD": "港元",
    "patacas": "澳门元",
    "New Taiwan dollars": "新台币",
    "euros": "欧元",
    "euro": "欧元",
    "EUR": "欧元",
    "pounds": "英镑",
    "pounds sterling": "英镑",
    "GBP": "英镑",
    "yen": "日元",
    "JPY": "日元",
    "won": "韩元",
    "roubles": "卢布",
    "rubles": "卢布",
    "rupees": "卢比",
    "Singapore dollars": "新加坡元",
    "Canadian dollars": "加元",
    "Australian dollars": "澳元",
    "Swiss francs": "瑞士法郎",
    "baht": "泰铢",
    "ringgit": "林吉特",
}
ENGLISH_UNITS: dict[str, str] = {}
for _name, _unit in UNITS.items():
    if _unit.kind not in ("money", "rank", "counter") and _unit.metric == 1:
        for _word in {_unit.english.strip(), plural(_unit.english.strip(), True)} - {""}:
            ENGLISH_UNITS.setdefault(_word, _name)
# 2.5 million shares are counted as customers are, by a noun; only $0.89 is per share.
del ENGLISH_UNITS["shares"], ENGLISH_UNITS["share"]
ENGLISH_UNITS |= {
    "percent": "%",
    "per cent": "%",
    "percentage point": "个百分点",
    "pp": "个百分点",
    "bps": "个基点",
    "bp": "个基点",
    "kilometres": "公里",
    "kilometers": "公里",
    "kilometre": "公里",
    "kilometer": "公里",
    "metres": "米",
    "meters": "米",
    "square metres": "平方米",
    "square meters": "平方米",
    "sq m": "平方米",
    "square kilometres": "平方公里",
    "square feet": "平方英尺",
    "square foot": "平方英尺",
    "square kilometers": "平方公里",
    "sq km": "平方公里",
    "cubic metres": "立方米",
    "cubic meters": "立方米",
    "tons": "吨",
    "metric tons": "吨",
    "ton": "吨",
    "kilograms": "公斤",
    "kilowatt-hours": "千瓦时",
    "megawatts": "兆瓦",
    "gigawatts": "吉瓦",
    "kilowatts": "千瓦",
    "p": "便士",
    "x": "倍",
    "US cents": "美分",
    "US cent": "美分",
    "mu": "亩",
    "minute": "分钟",
    "degrees Celsius": "℃",
    "TEUs": "标准箱",
    "nautical mile": "海里",
    "basis point": "个基点",
    "person-days": "人天",
    "year": "年",
    "annum": "年",
    "month": "个月",
    "day": "天",
    "week": "周",
    "hour": "小时",
    "second": "秒",
}
# Nouns that English counts by, and how Chinese says each.
ENGLISH_NOUNS = {
    "people": "人",
    "persons": "人",
    "residents": "名居民",
    "customers": "名客户",
    "employees": "名员工",
    "users": "名用户",
    "students": "名学生",
    "workers": "名工人",
    "patients": "名患者",
    "members": "名成员",
    "passengers": "人次",
    "visitors": "人次",
    "units": "件",
    "vehicles": "辆",
    "cars": "辆",
    "aircraft": "架",
    "ships": "艘",
    "vessels": "艘",
    "companies": "家公司",
    "enterprises": "家企业",
    "firms": "家企业",
    "businesses": "家企业",
    "stores": "家门店",
    "shops": "家门店",
    "branches": "家分支机构",
    "hospitals": "家医院",
    "schools": "所学校",
    "universities": "所大学",
    "jobs": "个岗位",
    "households": "户",
    "families": "户家庭",
    "homes": "套住房",
    "flats": "套住房",
    "countries": "个国家",
    "cities": "个城市",
    "projects": "个项目",
    "sites": "处",
    "shares": "股",
    "patents": "件专利",
    "orders": "份订单",
    "flights": "班次",
    "rooms": "间",
    "beds": "张床位",
    "transactions": "笔交易",
}


def chinese_name(noun: str) -> str:
    """How Chinese says what English counts by, "" where it is not known or is Chinese already."""
    return "" if has_hanzi(noun) else ENGLISH_NOUNS.get(noun.lower(), "")


def renamed(unit: Unit, english: str) -> Unit:
    """An opaque unit with its English name."""
    return replace(unit, english=f" {english}") if english and unit.kind == "opaque" else unit


_ENGLISH_NAMES = ENGLISH_CURRENCIES | ENGLISH_UNITS
_LONGEST_ENGLISH = max(map(len, _ENGLISH_NAMES))
_FIRST_ENGLISH = frozenset(name[0] for name in _ENGLISH_NAMES)


# What says behind a sum that it is of one share, besides “per share”.
OF_A_SHARE = (" a share", " a diluted share", " a common share", " par value")


def english_unit(text: str, at: int) -> str:
    """The longest unit with an English name that `text` has at a place, as it stands there: with
    the blank or hyphen before it, and what it is per; "" where there is none."""
    name = _english_at(text, at)
    many = _SO_MANY.match(text, at) if not name and text.startswith(" per ", at) else None
    return name + per(text, at + len(name)) if name else many[0] if many else ""


def per(text: str, at: int) -> str:
    """The divisor that English has at a place (“ per tonne”), "" where there is none."""
    if text.startswith(OF_A_SHARE, at):
        return next(words for words in OF_A_SHARE if text.startswith(words, at))
    if not text.startswith(" per ", at):
        return ""
    if match := _SO_MANY.match(text, at) or _SHARE.match(text, at):
        return match[0]
    each = _english_at(text, at + 4)
    return f" per{each}" if each.startswith(" ") else ""


def divided(behind: str) -> str:
    """The divisor of a name in English (“per tonne”, “per 100,000 people”), "" if not known."""
    if many := _SO_MANY.fullmatch(f" {behind}"):
        name = _SCALES[many["many"].replace(",", "")]
        return name + "人" * bool(many["of"])
    if _SHARE.fullmatch(f" {behind}") or f" {behind}" in OF_A_SHARE:
        return "股"
    return ENGLISH_UNITS.get(behind[4:], "") if behind.startswith("per ") else ""


_SO_MANY = pattern(
    r" per (?P<many>1,?000,?000|100,?000|10,?000|1,?000|thousand|million)"
    r"(?P<of> (?:people|population|persons|inhabitants|residents))?(?![\w,])"
)
_SCALES = {
    "1000": "千",
    "thousand": "千",
    "10000": "万",
    "100000": "10万",
    "1000000": "百万",
    "million": "百万",
}
_SHARE = pattern(r" per (?:(?:diluted|basic|common|ordinary|fully) )*share\b")


def _english_at(text: str, at: int) -> str:
    gap = text[at : at + 1] if text[at : at + 1] in (" ", "-") else ""
    begin = at + len(gap)
    if text[begin : begin + 1] not in _FIRST_ENGLISH:
        return ""
    for length in range(min(_LONGEST_ENGLISH, len(text) - begin), 0, -1):
        name = text[begin : begin + length]
        if name == "x" and gap:
            return ""  # 3 x 4
        if name in _ENGLISH_NAMES and (name in "%‰" or not _letter(text, begin + length)):
            return gap + name
    return ""
