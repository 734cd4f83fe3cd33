"""Turn a quantity into what Chinese says of it (GB/T 15835 for digits and numerals)."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts import qualifiers
from briefgen.facts.calendar import Date
from briefgen.facts.forms import (
    Display,
    Inexact,
    Multiple,
    Number,
    Portion,
    Quantity,
    Range,
    Rank,
    Ratio,
    Written,
)
from briefgen.facts.numerals import CHINESE_SCALES, Numeral, write_chinese
from briefgen.facts.two_units import Span
from briefgen.facts.units import chinese_name, unit_of
from briefgen.patterns import pattern

MINUS = "−"
_FIRST = pattern(r"\d+|[一二三四五六七八九十两]+")
_FOLDS = {2: "一", 4: "两", 8: "三", 16: "四"}
_DIGITS = "零一二三四五六七八九"


def display(quantity: Quantity, written: Written, precision: int | None, signed: bool) -> Display:
    """What simplified Chinese says; `written` is how the quantity is written."""
    before, _, after = qualifiers.chinese(quantity.qualifier)
    if quantity.direction and not signed:
        lead, close = qualifiers.around(quantity.qualifier)
        before = lead + quantity.direction + close
    match written:
        case Date():
            return Display(before, *written.chinese(), after)
        case Span():
            # In the numerals of the source, where it is Chinese: 十年零两个月.
            if has_hanzi(quantity.written) and (first := _FIRST.match(quantity.written)):
                return Display(before, first[0], quantity.written[first.end() :], after)
            return Display(before, *written.chinese(), after)
        case Number():
            return _number(quantity, written, before, precision)
        case Range():
            return _range(quantity, written, before, after)
        case Ratio(terms):
            return Display(before, "∶".join(term.digits for term in terms), "", after)
        case Inexact(about, unit):
            if unit == "%" and (decade := _DECADE.fullmatch(about)):
                lead, behind, more = _DECADES[decade[1]]
                return Display(before + lead, f"{int(decade[2]) + more}", f"%{behind}", after)
            shown = _INEXACT.get(about.lower(), about)
            return Display(before, shown, _name(unit) if unit else "", after)
        case Multiple(said="by") if (grown := _GROWN.match(quantity.written)) and before:
            # 增长约1.8倍: how far stands between the verb and its number.
            lead, close = qualifiers.around(quantity.qualifier)
            rest = quantity.written[grown.end() :]
            return Display(lead, grown[0] + close + rest, "", after)
        case Multiple() | Portion() | Rank():
            return Display(before, _in_words(quantity, written), "", after)


# The low, mid and high 40s of per cent.
_DECADE = pattern(r"(low|mid|high) (\d\d)s")
_DECADES = {"low": ("", "出头", 0), "mid": ("", "左右", 5), "high": ("近", "", 10)}
_GROWN = pattern(r"[^\d一二两三四五六七八九十]+")


def _number(quantity: Quantity, written: Number, before: str, precision: int | None) -> Display:
    _, inside, after = qualifiers.chinese(quantity.qualifier)
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
    digits = digits.lstrip("-")
    if (quantity.value is not None and quantity.value < 0 and quantity.direction not in before) or (
        quantity.value is not None and quantity.value < 0 and not quantity.direction
    ):
        digits = MINUS + digits
    if name == "$":
        digits, name = f"{MINUS}${digits[1:]}" if digits.startswith(MINUS) else f"${digits}", ""
    shown = _name(name)
    if inside and not scale and not digits.endswith("0") and number.value < 10:
        # 两倍多, 5年多, 两个多月; 30多家.
        of = "个" if shown.startswith("个") and len(shown) > 1 else shown
        return Display(before, digits, of + inside + shown.removeprefix(of), after)
    if inside and scale and not digits.endswith("0"):
        return Display(before, digits, scale + inside + shown, after)
    return Display(before, digits, (inside + scale if inside else scale) + shown, after)


def _name(name: str) -> str:
    """What Chinese calls a unit: signs of measures in words (km² is 平方公里)."""
    if name in ("km", "ha", "m", "cm", "mm") or name.endswith("m²"):
        return unit_of(name).base
    return chinese_name(name) or name


def _range(quantity: Quantity, written: Range, before: str, after: str) -> Display:
    """A range as its source writes it; signs become those of GB/T 15834, ～ and of dates —."""
    low, high = written.low, written.high
    if isinstance(low, Date) or isinstance(high, Date):
        words = quantity.written
        return Display(
            before, words.replace(written.link, _link(written.link, dated=True)), "", after
        )
    link = _link(written.link)
    unit, sign = ("", "$") if high.unit == "$" else (_name(high.unit), "")
    if low.english or high.english:
        (one, scale), (other, end) = (
            write_chinese(low.numeral.value),
            write_chinese(high.numeral.value),
        )
        first = sign + one + (scale if scale != end or sign else "") + unit * (unit in ("%", "‰"))
        shown = (first + link + sign + other).replace("-", MINUS)
        return Display(before, shown, end + unit, after)
    first, last = _shown(low.numeral), _shown(high.numeral)
    scale = high.numeral.scale
    if low.numeral.scale == scale:
        first = low.numeral.digits.replace("-", MINUS)
    if unit in ("%", "‰"):
        first += unit
    return Display(before, first + link + last.removesuffix(scale), scale + unit, after)


def _shown(number: Numeral) -> str:
    return number.digits.replace("-", MINUS) + number.scale


def _link(link: str, dated: bool = False) -> str:
    if link in ("至", "到"):
        return link
    return "—" if dated else "～"


def _in_words(quantity: Quantity, written: Multiple | Portion | Rank) -> str:
    """A doubling, a fraction or a rank: as a Chinese source writes it, else made."""
    if has_hanzi(quantity.written) and not isinstance(written, Multiple):
        return quantity.written
    match written:
        case Multiple(times, said):
            if said == "fold" and not quantity.written.startswith("倍") and int(times) in _FOLDS:
                return f"翻{_FOLDS[int(times)]}番"
            if has_hanzi(quantity.written):
                return quantity.written
            return f"增长{times - 1:f}倍" if said == "by" else f"增至{times:f}倍"
        case Portion(part):
            if part.denominator == 2 and part.numerator == 1:
                return "一半"
            return f"{_numeral(part.denominator)}分之{_numeral(part.numerator)}"
        case Rank(rank, _, top):
            return f"前{rank}" if top else f"第{rank}位"


def _numeral(value: int) -> str:
    return _DIGITS[value] if value < 10 else f"{value}"


_INEXACT = {
    "dozens": "数十",
    "scores": "数十",
    "tens": "数十",
    "hundreds": "数百",
    "thousands": "数千",
    "tens of thousands": "数万",
    "hundreds of thousands": "数十万",
    "millions": "数百万",
    "tens of millions": "数千万",
    "hundreds of millions": "数亿",
    "billions": "数十亿",
    "tens of billions": "数百亿",
    "hundreds of billions": "数千亿",
    "several hundred": "数百",
    "several thousand": "数千",
    "several million": "数百万",
}
