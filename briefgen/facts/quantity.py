"""Turn a written quantity into an exact decimal with its unit, and back, in each language."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.units import UNITS
from briefgen.facts import qualifiers
from briefgen.facts.calendar import Date, Span, read_date, read_span
from briefgen.facts.numerals import (
    CHINESE_SCALES,
    ENGLISH,
    ENGLISH_SCALES,
    Numeral,
    english_numeral,
    grouped,
    numeral,
    plain,
    tidy,
    traditional,
    write_chinese,
    write_english,
)
from briefgen.facts.units import (
    ENGLISH_MONEY,
    ENGLISH_UNITS,
    LONGEST_FIRST,
    plural,
)
from briefgen.patterns import pattern
from briefgen.problems import UnfitError
from briefgen.record import Record, replace


class Quantity(Record):
    """An exact value as a source states it.

    `value` is in the base unit (3万亿元 is Decimal 3000000000000 of 元). `written` is the source's
    own way of writing number, scale and unit. `qualifier` is 超, 约, 力争 … as the source says it.
    """

    value: Decimal
    unit: str
    written: str
    qualifier: str = ""


class Display(Record):
    """A quantity in words for a reader: what stands before the number, the number, its unit
    (with the scale), and what stands after. Joined, the four are the quantity in running text."""

    before: str
    number: str
    unit: str
    after: str = ""

    def __str__(self) -> str:
        return self.before + self.number + self.unit + self.after


class QuantityError(UnfitError):
    """A text that is not one quantity, or quantities that do not go together."""


class Number(Record):
    """A number with its unit ("" where it has none), and whether English words write it."""

    numeral: Numeral
    unit: str = ""
    english: bool = False


class Fold(Record):
    """What something has become: twice what it was (翻一番), four `times` (翻两番) …"""

    times: int


# What a quantity can be written as.
_Written: TypeAlias = Number | Date | Span | Fold

_FOLD = pattern(r"翻(?:([一两二三四])?番|倍)")
# By its times: how often it doubled, and how English says so.
_FOLDS = {
    2: ("一", "doubled"),
    4: ("两", "quadrupled"),
    8: ("三", "up eightfold"),
    16: ("四", "up sixteenfold"),
}
_ENGLISH = pattern(
    rf"(?P<money>(?:{'|'.join(re.escape(word) for word in ENGLISH_MONEY)})\s?)?(?P<rank>top )?"
    rf"(?P<sign>[-−])?(?P<number>{ENGLISH})(?P<unit>\s?[%‰°a-zμ][a-z²³°/ C]*)?",
    re.IGNORECASE,
)


def read(text: str, qualifier: str = "") -> Quantity:
    """The quantity that `text` writes: 3万亿元, 1.3万家, 百个, 4年零8个月, 翻一番, 5%, 2035年 …

    Chinese (simplified, traditional, full-width) and English (RMB 3 trillion) are read alike.
    Qualifiers may be given apart, or stand around the number (超3200亿元, 600亿元以上). A bare 亿
    or 万亿 counts 元, as in economic prose (2600亿基建); what else is counted names its counter.

    Raises QuantityError for anything that is not exactly one quantity.
    """
    core = re.sub(r"(?<=\d)，(?=\d{3})", ",", plain(text.strip()))
    if has_hanzi(core):
        core = re.sub(r"\s+", "", core)
    qualifier = qualifier.strip()
    claimed = qualifiers.split(qualifier)
    if claimed is None:
        raise QuantityError("unknown-qualifier", qualifier=qualifier)
    found, core = qualifiers.strip(core)
    found += qualifiers.inside(core)
    core = qualifiers.without_inside(core)
    # 百分之五 is written 5% (GB/T 15835): 五% is no Chinese.
    share = numeral(core.removeprefix("百分之")) if core.startswith("百分之") else None
    core = f"{share.value}%" if share else core
    words = (*claimed, *(word for word in found if word not in claimed))
    joined = (" " if "".join(words).isascii() else "").join(words)
    return replace(_quantity(core, text), qualifier=joined)


def display(quantity: Quantity, language: str, precision: int | None = None) -> Display:
    """How `quantity` reads in a language (BCP 47: "zh-Hans", "zh-Hant", "zh-HK", "en", "en-US").

    Nothing is rounded but 亩 in English (to hectares: whole ones from 100, one decimal from 10, two
    below) and what `precision` (decimals of the shown number) cuts off; then half to even, and
    the display says 约 or about unless the qualifier does.
    """
    return _display(quantity, language, precision)


@lru_cache(maxsize=8192)
def _display(quantity: Quantity, language: str, precision: int | None) -> Display:
    written = _parse(quantity.written)
    if language.startswith("en"):
        return _english(quantity, written, precision, month_first=language == "en-US")
    shown = _chinese(quantity, written, precision)
    if language != "zh-Hans":
        parts = (shown.before, shown.number, shown.unit, shown.after)
        return Display(*(traditional(part) for part in parts))
    return shown


def number_of(quantity: Quantity) -> Numeral | None:
    """The number that a quantity is written with; None of a date, a span of time, a doubling."""
    written = _parse(quantity.written)
    return written.numeral if isinstance(written, Number) else None


def step(quantity: Quantity) -> Decimal:
    """The value of the last digit shown, in the base unit: 0.1亿元 for 11.5亿元, 0.1 for 23.3%."""
    match _parse(quantity.written):
        case Number(numeral, unit):
            return numeral.magnitude.scaleb(-numeral.places) * UNITS[unit].factor
        case Date() | Span() | Fold():
            return Decimal(1)


def _quantity(core: str, text: str) -> Quantity:
    written = _parse(core, text)
    match written:
        case Date():
            return Quantity(written.value, written.unit, core)
        case Span():
            return Quantity(Decimal(written.years * 12 + written.months), "个月", core)
        case Fold(times):
            return Quantity(Decimal(times), "倍", core)
        case Number(numeral, name):
            unit = UNITS[name]
            value = numeral.value if unit.factor == 1 else tidy(numeral.value * unit.factor)
            return Quantity(value, unit.base, core)


@lru_cache(maxsize=8192)
def _parse(core: str, text: str = "") -> _Written:
    """What a written quantity without qualifiers is; `text` is what to name in an error."""
    core = plain(core)
    try:
        date = read_date(core)
    except ValueError:
        raise QuantityError("no-such-day", text=text or core) from None
    found = date or read_span(core) or _fold(core) or _chinese_number(core) or _english_number(core)
    if found is None:
        raise QuantityError("not-a-quantity", text=text or core)
    return found


def _fold(core: str) -> Fold | None:
    match = _FOLD.fullmatch(core)
    often = (match[1] or "一").replace("二", "两") if match else ""
    for times, (chinese, english) in _FOLDS.items():
        if often == chinese or core.lower() == english:
            return Fold(times)
    return None


def _chinese_number(core: str) -> Number | None:
    sign = "-" if core[:1] in "-−负" else ""
    body = core[1:] if sign and core else core
    for name in (*(n for n in LONGEST_FIRST if body.endswith(n)), ""):
        number = numeral(body.removesuffix(name))
        if number is None:
            continue
        if sign:
            number = replace(number, value=-number.value, digits=sign + number.digits)
        if not name and body.endswith("亿"):
            name = "元"
        return Number(number, name)
    return None


def _english_number(core: str) -> Number | None:
    match = _ENGLISH.fullmatch(core)
    number = english_numeral(match["number"]) if match else None
    if match is None or number is None:
        return None
    if match["sign"]:
        number = replace(number, value=-number.value, digits="-" + number.digits)
    if match["money"]:
        name = ENGLISH_MONEY[match["money"].strip().upper()]
    elif match["rank"]:
        name = "强"
    else:
        behind = (match["unit"] or "").strip()
        if behind and behind not in ENGLISH_UNITS:
            return None
        name = ENGLISH_UNITS.get(behind, "")
    return Number(number, name, english=True)


def _chinese(quantity: Quantity, written: _Written, precision: int | None) -> Display:
    before, _, after = qualifiers.chinese(quantity.qualifier)
    match written:
        case Date():
            return Display(before, *written.chinese(), after)
        case Span():
            # In the numerals of the source, where it is Chinese: 十年零两个月.
            words = quantity.written if has_hanzi(quantity.written) else written.chinese()
            years, rest = words.split("年")
            return Display(before, years, "年" + rest, after)
        case Fold(times):
            often, _ = _FOLDS[times]
            return Display(before, f"翻{often}番", "", after)
        case Number():
            return _number_in_chinese(quantity, written, precision)


def _number_in_chinese(quantity: Quantity, written: Number, precision: int | None) -> Display:
    before, inside, after = qualifiers.chinese(quantity.qualifier)
    number, name = written.numeral, written.unit
    digits, scale = number.digits, number.scale
    if written.english:
        digits, scale = write_chinese(number.value)
    if precision is not None:
        magnitude = CHINESE_SCALES.get(scale, number.magnitude)
        exact = number.value / magnitude
        cut = exact.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_EVEN)
        digits = f"{cut:f}"
        if cut != exact and "about" not in qualifiers.senses(quantity.qualifier):
            before += "约"
    if name == "km" or name.endswith("m²"):
        name = UNITS[name].base
    if inside and scale and not digits.endswith("0"):
        return Display(before, digits, scale + inside + name, after)
    return Display(before, digits, (inside + scale if inside else scale) + name, after)


def _english(
    quantity: Quantity, written: _Written, precision: int | None, month_first: bool
) -> Display:
    match written:
        case Date():
            before, after = qualifiers.english(quantity.qualifier, False)
            return Display(before, written.english(month_first), "", after)
        case Span():
            before, after = qualifiers.english(quantity.qualifier, False)
            return Display(before, *written.english(), after)
        case Fold(times):
            before, after = qualifiers.english(quantity.qualifier, False, noun=False)
            _, words = _FOLDS[times]
            return Display(before, words, "", after)
        case Number():
            return _number_in_english(quantity, written, precision)


def _number_in_english(quantity: Quantity, written: Number, precision: int | None) -> Display:
    number = written.numeral
    unit = UNITS[written.unit]
    amount = number.value if unit.kind == "time" else quantity.value
    rounded = False
    if unit.metric != 1:
        exact = Fraction(amount) * unit.metric
        places = metric_places(exact)
        amount = tidy(round_fraction(exact, places))
        rounded = Fraction(amount) != exact
    if number.magnitude == 1 and not rounded and unit.metric == 1 and unit.factor == 1:
        digits, scale = write_english(amount)
        if not scale:
            digits = grouped(amount, number.places)
    else:
        digits, scale = write_english(amount)
    if precision is not None:
        magnitude = ENGLISH_SCALES.get(scale, Decimal(1))
        exact_shown = amount / magnitude
        digits = grouped(exact_shown, precision)
        rounded = rounded or Decimal(digits.replace(",", "")) != exact_shown
    before, after = qualifiers.english(quantity.qualifier, rounded)
    behind = f" {scale}" if scale else ""
    if unit.kind in ("money", "rank"):
        return Display(before + unit.english, digits, behind, after)
    return Display(before, digits, behind + plural(unit.english, amount == 1), after)


def metric_places(value: Fraction) -> int:
    """Decimals of a converted measure: about four significant digits."""
    return 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2


def round_fraction(value: Fraction, places: int) -> Decimal:
    """An exact fraction to `places` decimals, half to even."""
    return Decimal(round(value * 10**places)).scaleb(-places)
