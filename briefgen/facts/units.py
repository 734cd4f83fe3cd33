"""Turn the name of a unit into the unit: known, with a divisor, or kept as it is written."""

from __future__ import annotations

from functools import lru_cache

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.units import UNITS, Unit
from briefgen.facts.english_units import (
    ENGLISH_CURRENCIES,
    ENGLISH_NOUNS,
    ENGLISH_UNITS,
    plural,
)
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
    worth = numeral(scale) if scale else None
    plain = scale.isdecimal() and scale[:1] in ("1", "0")
    many = worth is not None and (not plain or worth.value >= _MANY)
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
        words = words or _PER.get(name.lstrip(_SCALED), "")
    if scale and (worth := numeral(scale)):
        # Of what is not known there are so many all the same: 21 per 100.
        return f" per {worth.value:,f} {_PLURALS.get(words, words)}".rstrip()
    return " per " + (plural(words, True) or "unit")


_PLURALS = {"person": "people", "household": "households"}
_PER = {
    "人": "person",
    "人口": "person",
    "名": "person",
    "位": "person",
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
        # Of each of what is of each there is nothing.
        number, above = (head, "") if "/" in head else ending(head)
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


def is_counter(base: str) -> bool:
    """Whether a base unit only counts things, so that its values are pure numbers."""
    return unit_of(base).kind == "counter"


def chinese_name(noun: str) -> str:
    """How Chinese says what English counts by, "" where it is not known or is Chinese already."""
    return "" if has_hanzi(noun) else ENGLISH_NOUNS.get(noun.lower(), "")


def renamed(unit: Unit, english: str) -> Unit:
    """An opaque unit or a counter with its English name: 63 trips for 63趟."""
    return (
        replace(unit, english=f" {english}")
        if english and unit.kind in ("opaque", "counter")
        else unit
    )


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
    if text.startswith(" a", at) and (each := _OF_ONE.match(text, at)):
        return each[0]
    if text.startswith("/", at) and (each := _BY_SLASH.match(text, at)):
        return each[0]
    if not text.startswith((" per ", " per-"), at):
        return ""
    if match := _SO_MANY.match(text, at) or _SHARE.match(text, at):
        return match[0]
    divisor = _english_at(text, at + 4)
    return text[at : at + 4 + len(divisor)] if divisor[:1] in (" ", "-") and divisor else ""


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
# $69/oz, US$480/t.
_BY_SLASH = pattern(
    r"/(?:oz|lbs?|t|tonne|ton|barrel|bbl|kg|MWh|kWh|day|share|head|person)(?![A-Za-z])"
)
# Less than $1.9 a day; but $5 million a year ago.
_OF_ONE = pattern(
    r" an? (?:day|week|month|year|hour|barrel|tonne|ton|kilogram)(?![\w-]| (?:ago|earlier|before"
    r"|later|after|prior|from|on average))"
)
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
