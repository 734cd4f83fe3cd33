"""Turn quantities of one unit into values on one scale, and what their labels say.

A chart has one axis: 3万亿元 and 7000亿元 stand on it as 30000 and 7000, in 亿元.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from briefgen.chinese.units import Unit
from briefgen.facts import qualifiers
from briefgen.facts.numerals import CHINESE_SCALES, ENGLISH_SCALES, decimals, tidy, traditional
from briefgen.facts.quantity import (
    Quantity,
    QuantityError,
    amount,
    number_of,
)
from briefgen.facts.say_english import metric_places, round_fraction
from briefgen.facts.units import CALENDAR, renamed, unit_of
from briefgen.problems import phrase
from briefgen.record import Record


class Around(Record):
    """What a chart's label says around its number: with the unit, and without it."""

    before: str
    after: str
    bare_before: str
    bare_after: str


class Scaled(Record):
    """Values of one unit on one scale for a chart's axis.

    `unit` says scale and unit in words (亿元, RMB bn); `format_code` is the number format of
    the labels (ECMA-376 Part 1, 18.8.31), `digits` that of the number alone. `around` holds for
    each value its own qualifier and the unit; `affixes` is what stands before and behind a number
    that has no qualifier. One on the scale is `worth` so much in the base unit.
    """

    values: tuple[Decimal, ...]
    unit: str
    format_code: str
    digits: str = "General"
    around: tuple[Around, ...] = ()
    affixes: tuple[str, str] = ("", "")
    worth: Fraction = Fraction(1)


def common_scale(quantities: Sequence[Quantity], language: str) -> Scaled:
    """`quantities` of one unit on the largest scale on which none of them falls below 1; in English
    0.1, where most are above it: RMB bn 2.53, 1.24 and 0.76, as running text has the first two; in
    Chinese 亿, where the largest is told in it.

    There is at least one. Where all share one qualifier the labels' format says it too. Raises
    QuantityError when units differ or are dates, which no axis can hold.
    """
    return _common_scale(tuple(quantities), language)


@lru_cache(maxsize=128)
def _common_scale(quantities: tuple[Quantity, ...], language: str) -> Scaled:
    base, *others = sorted({quantity.unit for quantity in quantities})
    if others:
        named = (base or phrase("no-unit"), *others)
        raise QuantityError("mixed-units", units=named)
    if base in CALENDAR:
        raise QuantityError("mixed-dates")
    english = language == "en"
    english_name = next((quantity.named for quantity in quantities if quantity.named), "")
    unit = renamed(unit_of(base), english_name)
    values = _told(quantities, unit, english)
    scale, magnitude = _axis_scale(quantities, values, unit, english)
    scaled = tuple(tidy(value / magnitude) for value in values)
    affixes = _axis_words(unit, base, scale, language)
    around = tuple(
        _around(q.qualifier, value, affixes[:2], scale, language)
        for q, value in zip(quantities, scaled, strict=True)
    )
    prefix, suffix, words = map(traditional, affixes) if language == "zh-Hant" else affixes
    plain = prefix, suffix
    if len({quantity.qualifier for quantity in quantities}) == 1:
        prefix, suffix = around[0].before, around[0].after
    digits = _digits(quantities, scaled, english)
    code = (f'"{prefix}"' if prefix else "") + digits + (f'"{suffix}"' if suffix else "")
    metric = unit.metric if english else Fraction(1)
    return Scaled(scaled, words, code, digits, around, plain, Fraction(magnitude) / metric)


def _told(quantities: Sequence[Quantity], unit: Unit, english: bool) -> list[Decimal]:
    """The values in the unit that the language names: English has hectares for 亩."""
    values = [amount(quantity) for quantity in quantities]
    if not english or unit.metric == 1:
        return values
    exact = [Fraction(value) * unit.metric for value in values]
    places = max(metric_places(value) for value in exact)
    return [round_fraction(value, places) for value in exact]


def _digits(quantities: Sequence[Quantity], scaled: Sequence[Decimal], english: bool) -> str:
    """The number format of the digits.

    `#,##0.##` would leave a bare point behind whole numbers; General shows what there is.
    Chinese writes 2600亿 without separators, as its running text does.
    """
    whole = "#,##0" if english else "0"
    if places := _common_places(quantities, scaled):
        return f"{whole}.{'0' * places}"
    return whole if all(value == value.to_integral_value() for value in scaled) else "General"


# The most decimals that a label may need for a scale to be taken, as running text writes them.
_AXIS_PLACES = {True: 3, False: 2}


# And where some fall below 1.
_SHORT_PLACES = 2
# And in 亿, of which none is less than a part in so many.
_LARGE_PLACES, _LEAST_OF = 3, 100

# What is larger is not read digit by digit.
_READABLE = Decimal(10**7)
# What all are written on in Chinese, and the scale that English has by itself.
_SAME = {"百万": "million", "十亿": "billion", "万亿": "trillion"}


def _axis_scale(
    quantities: Sequence[Quantity], values: Sequence[Decimal], unit: Unit, english: bool
) -> tuple[str, Decimal]:
    """The scale all are written on; else the largest that leaves none below 1 or long."""
    none = ("", Decimal(1))
    if unit.kind in ("share", "time", "rank"):
        return none
    numbers = [number_of(quantity) for quantity in quantities]
    written = {number.scale if number else "" for number in numbers}
    scale = written.pop()
    if not written and english and scale in _SAME:
        return _SAME[scale], ENGLISH_SCALES[_SAME[scale]]
    if not written and not english and scale in CHINESE_SCALES:
        return scale, CHINESE_SCALES[scale]
    if found := _of_most(values) if english else _of_largest(values):
        return found
    least = min((abs(value) for value in values if value), default=Decimal(1))
    scales: dict[str, Decimal] = ENGLISH_SCALES if english else CHINESE_SCALES
    fitting = [(name, worth) for name, worth in scales.items() if least >= worth] or [none]
    for name, worth in fitting:
        if all(decimals(tidy(value / worth)) <= _AXIS_PLACES[english] for value in values):
            return name, worth
    # Numbers that are written out in full, and can be read so, stay so: 999,999 is no 99.9999万.
    full = scale == "" and not written and max(map(abs, values)) < _READABLE
    return none if full else fitting[0]


def _of_most(values: Sequence[Decimal]) -> tuple[str, Decimal] | None:
    """The scale in English of most values, where the least is a tenth of it and all are short."""
    sizes = sorted(abs(value) for value in values if value)
    for name, worth in ENGLISH_SCALES.items():
        if sizes and worth > sizes[0] >= worth / 10 and sizes[len(sizes) // 2] >= worth:
            short = all(decimals(value / worth) <= _SHORT_PLACES for value in values)
            return (name, worth) if short else None
    return None


def _of_largest(values: Sequence[Decimal]) -> tuple[str, Decimal] | None:
    """亿 in Chinese where the largest is read in it, and all are short there: 3.035 and 2.936, not
    30350 and 29360 in 万."""
    sizes = [abs(value) for value in values if value]
    worth = CHINESE_SCALES["亿"]
    if not sizes or not worth <= max(sizes) < CHINESE_SCALES["万亿"]:
        return None
    told = min(sizes) * _LEAST_OF >= worth
    short = all(decimals(tidy(value / worth)) <= _LARGE_PLACES for value in values)
    return ("亿", worth) if told and short else None


def _common_places(quantities: Sequence[Quantity], scaled: Sequence[Decimal]) -> int:
    """How many decimals all are written with, where they are shown as written: 6.2%, 1.0%."""
    numbers = [number_of(quantity) for quantity in quantities]
    places = {number.places if number else 0 for number in numbers}
    alike = all(
        number is not None and number.value / number.magnitude == value
        for number, value in zip(numbers, scaled, strict=True)
    )
    return places.pop() if alike and len(numbers) > 1 and len(places) == 1 else 0


def _around(
    qualifier: str, value: Decimal, affixes: tuple[str, str], scale: str, language: str
) -> Around:
    """A qualifier and a unit in the order of the language: 超…亿元, …多家, over RMB … bn."""
    prefix, suffix = affixes
    if language == "en":
        before, after = qualifiers.english(qualifier, False)
        return Around(before + prefix, suffix + after, before, after)
    before, inside, after = qualifiers.chinese(qualifier)
    unit = inside + suffix
    if inside and scale and value % 10:
        unit = scale + inside + suffix.removeprefix(scale)
    made = (before + prefix, unit + after, before, inside + after)
    if language == "zh-Hant":
        words = (traditional(before, counts=False), traditional(inside + after, counts=False))
        return Around(
            words[0] + traditional(prefix),
            traditional(unit) + traditional(after, counts=False),
            *words,
        )
    return Around(*made)


def _axis_words(unit: Unit, base: str, scale: str, language: str) -> tuple[str, str, str]:
    """What a label says before and behind its number, and the axis's unit in words."""
    if language != "en":
        return "", scale + base, scale + base
    short = {"trillion": " tn", "billion": " bn", "million": " m"}.get(scale, "")
    if unit.before:
        behind = short + unit.english
        return unit.before, behind, unit.before.strip() + behind
    behind = (f" {scale}" if scale else "") + unit.english
    return "", behind, behind.strip()
