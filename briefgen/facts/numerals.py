"""Turn written numbers into exact decimals, and decimals into written numbers.

Chinese numerals and scales (三万亿, 1.3万, 百万, 两百零五), digits with separators and in
full-width forms, and the English scale words. Scales are those of GB/T 15835: 万 10⁴, 亿 10⁸.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal

from briefgen.record import Record

# Traditional and simplified forms, only of the characters that numbers, units and qualifiers use.
_HANS = "万亿亩个级约过计划预于达仅辆条项种类顷吨岁两点强间场"
_HANT = "萬億畝個級約過計劃預於達僅輛條項種類頃噸歲兩點強間場"
_HANS += "栋户处层时钟争拟少连续钱业师员厘余们艘届则镑岛"
_HANT += "棟戶處層時鐘爭擬少連續錢業師員釐餘們艘屆則鎊島"
_TO_HANT = str.maketrans(_HANS, _HANT)
# Full-width forms (U+FF01–FF5E) stand 0xFEE0 above ASCII. The comma ， is left alone: in running
# text it ends a clause and does not group digits.
_PLAIN: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
_PLAIN |= str.maketrans(_HANT, _HANS) | {0x3000: 0x20, 0x3007: ord("零"), 0x00A0: 0x20}

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
# So many significant digits stay exact when multiplied by any scale in decimal's 28 digits.
_MAX_DIGITS = 20

# No group of thousands begins with 0: 0,125 is a decimal comma, or a slip.
ARABIC = r"(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
# 千 may begin a unit of its own: 千瓦, 千米, 千克.
_SCALES = r"(?:[十百万亿]|千(?![瓦米克]))"
CHINESE = rf"(?:[零一二两三四五六七八九点]|{_SCALES})+"
NUMBER = rf"(?:{ARABIC}{_SCALES}*(?:\d+[百千万])*|{CHINESE})"

ENGLISH_SCALES = {
    "trillion": Decimal(10**12),
    "billion": Decimal(10**9),
    "million": Decimal(10**6),
}
_ENGLISH_WORDS = ENGLISH_SCALES | {
    "thousand": Decimal(1000),
    "tn": Decimal(10**12),
    "bn": Decimal(10**9),
    "mn": Decimal(10**6),
}
ENGLISH = rf"{ARABIC}(?:\s*(?:{'|'.join(_ENGLISH_WORDS)})\b)?"
CHINESE_SCALES = {"万亿": Decimal(10**12), "亿": Decimal(10**8), "万": Decimal(10**4)}


class Numeral(Record):
    """A number as written: `digits` before its `scale`, worth `value`.

    `places` is the count of decimals shown, `magnitude` what the scale is worth. A scale that
    stands alone (百, 百万) is itself the digits.
    """

    value: Decimal
    digits: str
    scale: str = ""
    magnitude: Decimal = Decimal(1)
    places: int = 0


def plain(text: str) -> str:
    """`text` with half-width digits and letters and simplified scales; as long as before."""
    return text.translate(_PLAIN)


def traditional(text: str) -> str:
    """A number, unit or qualifier in traditional characters; nothing else is converted."""
    return text.translate(_TO_HANT)


def tidy(value: Decimal) -> Decimal:
    """`value` without the zeros that a multiplication left behind its point."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def grouped(value: Decimal, places: int | None = None) -> str:
    """`value` with thousands separators; `places` decimals, or as many as it has."""
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    return f"{value:,f}"


def numeral(text: str) -> Numeral | None:
    """The number that `text` (plain, nothing around it) writes in Chinese prose, or None."""
    match = re.fullmatch(rf"({ARABIC})({_SCALES}*)", text)
    if match:
        digits, scale = match.groups()
        magnitude = _scale(scale)
        number = Decimal(digits.replace(",", ""))
        if magnitude is None or len(number.as_tuple().digits) > _MAX_DIGITS:
            return None
        value = tidy(number * magnitude) if scale else number
        return Numeral(value, digits, scale, magnitude, _places(digits))
    value_or_none = _compound(text) if len(text) <= _MAX_DIGITS else None
    if value_or_none is None:
        return None
    for scale, magnitude in CHINESE_SCALES.items():
        digits = text.removesuffix(scale)
        # Only plain digits are split from their scale: 三万亿 is 三 + 万亿, 百万 stays whole.
        if digits != text and digits and not set(digits) & (_TENS.keys() | {"万", "亿"}):
            places = len(digits.partition("点")[2])
            return Numeral(value_or_none, digits, scale, magnitude, places)
    return Numeral(value_or_none, text)


def english_numeral(text: str) -> Numeral | None:
    """The number that `text` writes in English (13,000; 1.65 million), or None."""
    match = re.fullmatch(rf"({ARABIC})\s*([a-z]*)", text.lower())
    if not match or (match[2] and match[2] not in _ENGLISH_WORDS):
        return None
    number = Decimal(match[1].replace(",", ""))
    if len(number.as_tuple().digits) > _MAX_DIGITS:
        return None
    magnitude = _ENGLISH_WORDS.get(match[2], Decimal(1))
    value = tidy(number * magnitude) if match[2] else number
    return Numeral(value, match[1], match[2], magnitude, _places(match[1]))


def write_english(value: Decimal) -> tuple[str, str]:
    """Digits and scale word of `value`: ("1.65", "million"), ("13,000", "").

    A scale word is used where it leaves at most three decimals, so that nothing is rounded.
    """
    for word, magnitude in ENGLISH_SCALES.items():
        if abs(value) >= magnitude:
            scaled = tidy(value / magnitude)
            if _decimals(scaled) <= 3:
                return grouped(scaled), word
    return grouped(value), ""


def write_chinese(value: Decimal) -> tuple[str, str]:
    """Digits and scale of `value`: ("3", "万亿"), ("2600", "亿"), ("78", "")."""
    for scale, magnitude in CHINESE_SCALES.items():
        if abs(value) >= magnitude:
            scaled = tidy(value / magnitude)
            if _decimals(scaled) <= 4:
                return f"{scaled:f}", scale
    return f"{value:f}", ""


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])


def _scale(text: str) -> Decimal | None:
    """What a run of scale characters after digits is worth: 万亿 10¹², 千万 10⁷; None if absurd."""
    match = re.fullmatch(r"([十百千]?)(万?)(亿?)", text)
    if not match:
        return None
    worth = _TENS.get(match[1], 1) * (10**4 if match[2] else 1) * (10**8 if match[3] else 1)
    return Decimal(worth)


def _compound(text: str) -> Decimal | None:
    """The value of a number with several scales (1亿2000万, 三千二百亿, 二百零五, 三点五亿)."""
    for char, magnitude in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = text.rpartition(char)
        if not found:
            continue
        if char in head or (tail and ("." in head or "点" in head)):
            return None
        high = _compound(head) if head else Decimal(1)
        low = _compound(tail) if tail else Decimal(0)
        if high is None or low is None or low >= magnitude:
            return None
        return tidy(high * magnitude + low)
    match = re.fullmatch(rf"({ARABIC})([十百千]?)", text)
    if match:
        return tidy(Decimal(match[1].replace(",", "")) * _TENS.get(match[2], 1))
    whole, point, fraction = text.partition("点")
    if point:
        below = "".join(str(_DIGITS.get(char, "x")) for char in fraction)
        above = _below_myriad(whole)
        return Decimal(f"{above}.{below}") if above is not None and below.isdecimal() else None
    section = _below_myriad(text)
    return None if section is None else Decimal(section)


def _below_myriad(text: str) -> int | None:
    """The value of Chinese digits below 10,000 (三千二百, 十二, 两百零五, 百), or None."""
    total, digit, last, gap = 0, None, 10_000, False
    for char in text:
        if char == "零":
            if digit is not None:
                return None
            if len(text) == 1:
                return 0
            gap = True
        elif char in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[char]
        elif char in _TENS and _TENS[char] < last:
            # 十 and a leading 百 or 千 stand for one of themselves: 十二, 百个, 千家.
            if digit is None and total and not (char == "十" and gap):
                return None
            last = _TENS[char]
            total += (1 if digit is None else digit) * last
            digit, gap = None, False
        else:
            return None
    if digit is not None:
        # 三百五 is 350 to some and 305 to nobody: only 三百零五 and 三百五十 are certain.
        if last > 10 and last < 10_000 and not gap:
            return None
        total += digit
    return total if text else None
