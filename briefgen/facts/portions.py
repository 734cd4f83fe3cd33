"""Turn a written part of a whole into its exact share: 三分之一, 百分之五, 一半, two-thirds."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from briefgen.facts.forms import Number, Portion
from briefgen.facts.numbers import NUMERAL
from briefgen.facts.numerals import Numeral, numeral
from briefgen.patterns import pattern

_CARDINALS = "one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_PORTION = pattern(rf"(?P<below>{NUMERAL})分之(?P<above>{NUMERAL})")
# 三分一, as Hong Kong says it.
_SHORT = pattern(r"[三四五]分[一二三四]")
_HALVES = pattern(
    rf"(?P<half>(?:一半|半数)(?:儿)?|半)(?P<of>个?小时|年|个?月|天|日|公里|斤)?"
    rf"|(?P<count>{NUMERAL})(?:个半(?P<behind>小时|月)|(?P<unit>年|天|小时|倍)半)"
)
_UNDER_TEN = "|".join(_CARDINALS[:9])
ENGLISH_PORTION = (
    rf"(?:(?:{_UNDER_TEN})(?: in | out of |-in-)(?:every )?(?:{_UNDER_TEN}|ten)"
    r"|(?<![#.\d] )(?<![#.\d])[1-9](?: out of (?:every )?| in every | in (?=10\b))"
    r"(?:10|[2-9])(?![\d.,%]\d)(?= [a-z])(?! (?:years|months|weeks|days|hours|minutes|million|per))"
    r"|(?<![#.\d] )(?<![#.\d])1 in (?:every )?(?!(?:19|20)\d\d\b)(?!1\b)\d{1,4}(?![\d.,%]\d)"
    r"(?! (?:years|months|weeks|days|hours|minutes|seasons|cities|countries|million|per))"
    r"|(?:an? |one[- ]|two[- ]|three[- ]|four[- ]|five[- ])"
    r"(?:half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)|half)"
)
_ENGLISH_PORTION = pattern(
    r"(?:(?P<above>an?|one|two|three|four|five|six|seven|eight|nine)[- ])?"
    r"(?P<below>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?",
    re.IGNORECASE,
)


def portion(core: str) -> Number | Portion | None:
    """The part of a whole that is written, or None."""
    if core in ("百分百", "百分之百"):
        return Number(Numeral(Decimal(100), "100"), "%")
    if _SHORT.fullmatch(core):
        core = core.replace("分", "分之")
    if "分之" in core and (match := _PORTION.fullmatch(core)):
        below, above = numeral(match["below"]), numeral(match["above"])
        if below is None or above is None or not below.value:
            return None
        sign = {"百": "%", "千": "‰"}.get(match["below"])
        if sign:
            # 百分之五 is written 5% (GB/T 15835): 五% is no Chinese.
            digits = f"{above.value}"
            return Number(Numeral(above.value, digits, places=len(digits.partition(".")[2])), sign)
        return Portion(Fraction(above.value) / Fraction(below.value))
    if signs := _SLASH.fullmatch(core):
        return Portion(Fraction(int(signs[1]), int(signs[2])))
    return _english_portion(core) if core.isascii() else _halves(core)


_SLASH = pattern(r"([1-9])/([2-9]|10)")


def _halves(core: str) -> Portion | None:
    match = _HALVES.fullmatch(core)
    if match is None:
        return None
    half = Fraction(1, 2)
    if match["half"]:
        of = (match["of"] or "").removeprefix("个")
        return Portion(half, "个月" if of == "月" else of)
    count = numeral(match["count"])
    if count is None or count.value != count.value.to_integral_value():
        return None
    unit = match["behind"] or match["unit"]
    return Portion(Fraction(count.value) + half, "个月" if unit == "月" else unit)


_ONE_IN = pattern(r"([1-9]) (?:in|out of) (?:every )?([1-9]\d{0,3})")
_IN = pattern(r" out of (?:every )?|-in-(?:every )?| in every ")


def _english_portion(core: str) -> Portion | None:
    if ones := _ONE_IN.fullmatch(core):
        part = Fraction(int(ones[1]), int(ones[2]))
        return Portion(part) if part < 1 else None
    one, of, other = _IN.sub(" in ", core.lower()).partition(" in ")
    if of and one in _CARDINALS and other in _CARDINALS:
        return Portion(Fraction(_CARDINALS.index(one) + 1, _CARDINALS.index(other) + 1))
    match = _ENGLISH_PORTION.fullmatch(core)
    if match is None or not (match["above"] or match["below"].lower() == "half"):
        return None
    above = (match["above"] or "a").lower()
    count = 1 if above in ("a", "an") else _CARDINALS.index(above) + 1
    return Portion(Fraction(count, _ORDINALS[match["below"].lower()]))
