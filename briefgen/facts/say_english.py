"""Turn a quantity into what English says of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.units import Unit
from briefgen.facts import directions, qualifiers
from briefgen.facts.calendar import Date
from briefgen.facts.english_units import plural
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
from briefgen.facts.numerals import ENGLISH_SCALES, Numeral, grouped, tidy, write_english
from briefgen.facts.two_units import Span
from briefgen.facts.units import renamed, unit_of
from briefgen.record import replace

MINUS = "−"
_FOLDS = {2: "doubled", 4: "quadrupled", 8: "up eightfold", 16: "up sixteenfold"}
_TIMES = "zero one two three four five six seven eight nine ten".split()
_BELOW = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_OF = {
    "全国": "China",
    "国内": "China",
    "全球": "the world",
    "世界": "the world",
    "全世界": "the world",
    "国际": "the world",
    "亚洲": "Asia",
    "全省": "the province",
    "省内": "the province",
    "全市": "the city",
    "市内": "the city",
    "全区": "the district",
    "全县": "the county",
    "中部": "central China",
    "西部": "western China",
    "东部": "eastern China",
    "东北": "north-east China",
    "行业": "the industry",
    "同行业": "the industry",
    "全行业": "the industry",
    "同类城市": "cities of its kind",
}


def display(
    quantity: Quantity, written: Written, precision: int | None, signed: bool, month_first: bool
) -> Display:
    """What English says; `written` is how the quantity is written."""
    match written:
        case Number():
            return _number(quantity, written, precision, signed)
        case Range():
            return _range(quantity, written, signed, month_first)
        case Multiple(times, said):
            shown = _framed(quantity, signed, _multiple(quantity, times, said), noun=False)
            return _bounded(shown)
        case Date():
            return _dated(_framed(quantity, signed, written.english(month_first)), written)
        case Span():
            return _framed(quantity, signed, *written.english())
        case Ratio(terms):
            return _framed(quantity, signed, ":".join(term.digits for term in terms))
        case Portion(part, unit):
            return _framed(quantity, signed, *_portion(part, unit))
        case Rank(rank, of, top):
            return _framed(quantity, signed, _rank(rank, of, top))
        case Inexact():
            return _framed(
                quantity, signed, *_inexact(written, renamed(unit_of(written.unit), quantity.named))
            )


# Said before a target.
TARGETED = "a target of "
# What is planned, expected or aimed at: said before a number, before a time, and behind it.
_MODALS = {
    "planned ": ("planned for ", " (planned)"),
    "an expected ": ("expected in ", " (expected)"),
    TARGETED: ("targeted for ", " (target)"),
}


def _dated(shown: Display, date: Date) -> Display:
    """A time with what is to happen then: planned for May 2026, expected on 3 May 2026."""
    for before, (when, _) in _MODALS.items():
        said = when.replace(" in ", " on ") if date.day else when
        shown = replace(shown, before=shown.before.replace(before, said))
    return shown


def said_behind(shown: Display) -> Display:
    """A number whose plan or target is said behind it, for use after a noun: exports over 7 million
    (target)."""
    for before, (_, behind) in _MODALS.items():
        if before in shown.before:
            left = shown.before.replace(before, "")
            return replace(shown, before=left, after=shown.after + behind)
    return shown


_UP_TO = "up to "
_LENGTHS = frozenset("米 公里 千米 厘米 毫米 海里 英里".split())


def _is_within(quantity: Quantity) -> bool:
    """Whether a bound says how near or how soon: within 400 m, within three days."""
    near = quantity.qualifier.endswith(("以内", "之内", "within"))
    return near and (quantity.unit in _LENGTHS or unit_of(quantity.unit).kind == "time")


def _framed(
    quantity: Quantity, signed: bool, number: str, unit: str = "", noun: bool = True
) -> Display:
    """Words with what qualifies them and the direction that they go."""
    before, after = _words(quantity, signed, rounded=False, noun=noun)
    return Display(before, number, unit, after)


def _words(quantity: Quantity, signed: bool, rounded: bool, noun: bool = True) -> tuple[str, str]:
    word = directions.WORDS.get(quantity.direction)
    if word is None or signed:
        before, after = qualifiers.english(quantity.qualifier, rounded, noun)
        if before == _UP_TO and _is_within(quantity):
            return "within ", after
        return before, after
    before, after = qualifiers.english(quantity.qualifier, rounded, noun=False)
    return word.english + before, after


def _number(quantity: Quantity, written: Number, precision: int | None, signed: bool) -> Display:
    number = written.numeral
    unit = renamed(unit_of(written.unit), quantity.named)
    value = number.value if unit.kind == "time" else written.value
    falls = value < 0 or (quantity.value is not None and quantity.value < 0)
    amount = abs(value)
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
        if amount == number.value and unit.factor == 1:
            digits = _as_given(digits, scale, number)
    if precision is not None:
        magnitude = ENGLISH_SCALES.get(scale, Decimal(1))
        exact_shown = amount / magnitude
        digits = grouped(exact_shown, precision)
        rounded = rounded or Decimal(digits.replace(",", "")) != exact_shown
    before, after = _words(quantity, signed, rounded)
    if unit.english == " times" and amount == 2 and precision is None and not falls:
        before = before.replace("over ", "more than ")
        return Display(before, "twice", "", after)
    minus = MINUS if falls and (signed or not quantity.direction) else ""
    behind = (f" {scale}" if scale else "") + plural(unit.english, amount == 1)
    if unit.before:
        return Display(before + minus + money_sign(quantity, unit), digits, behind, after)
    return Display(before, minus + digits, behind, after)


def _as_given(digits: str, scale: str, number: Numeral) -> str:
    """The digits of a number in a scale: those that the source has where it has the same one."""
    same = scale and ENGLISH_SCALES.get(scale) == number.magnitude
    return grouped(number.value / number.magnitude, number.places) if same else digits


def _range(quantity: Quantity, written: Range, signed: bool, month_first: bool) -> Display:
    low, high = written.low, written.high
    if isinstance(low, Date) or isinstance(high, Date):
        assert isinstance(low, Date)
        assert isinstance(high, Date)
        return _framed(quantity, signed, _dates(low, high, month_first))
    unit = renamed(unit_of(high.unit), quantity.named)
    values = [n.numeral.value if unit.kind == "time" else n.value for n in (low, high)]
    about = False
    if unit.metric != 1:
        exact = [Fraction(value) * unit.metric for value in values]
        places = metric_places(exact[1])
        values = [tidy(round_fraction(each, places)) for each in exact]
        about = any(Fraction(value) != each for value, each in zip(values, exact, strict=True))
    (one, scale), (other, end) = map(write_english, values)
    if scale != end and end:
        one, scale = grouped(tidy(values[0] / ENGLISH_SCALES[end])), end
    before, after = _words(quantity, signed, rounded=about)
    sign = unit.english if unit.english in ("%", "‰") else ""
    behind = (f" {end}" if end else "") + unit.english
    # −3% to −1%: a dash between would be read as one more minus.
    link = " to " if min(values) < 0 else "–"
    shown = f"{one}{sign}{link}{other}".replace("-", MINUS)
    return Display(before + money_sign(quantity, unit), shown, behind, after)


def money_sign(quantity: Quantity, unit: Unit) -> str:
    """What stands before money: the sign that it is written with, which its readers know, of those
    of one currency alone; else the currency's code."""
    sign = _SIGNS.get(unit.before, "")
    return sign if sign and quantity.written.lstrip("-−").startswith(sign) else unit.before


_SIGNS = {"USD ": "US$", "GBP ": "£", "EUR ": "€"}


def _dates(low: Date, high: Date, month_first: bool) -> str:
    """From one date to another, without what they share: 3–8 June 2025, 2021–2025."""
    first, last = low.english(month_first), high.english(month_first)
    if low.unit in ("年", "财年"):
        return f"{first}–{last}"
    if not month_first and (low.year, low.month) == (high.year, high.month) and low.day:
        return f"{low.day}–{last}"
    return f"{first} to {last}"


def _bounded(shown: Display) -> Display:
    """A multiple with what qualifies it at its place: up about 1.8 times, more than doubled."""
    said = shown.before.strip()
    if shown.number.startswith("up ") and said in _CLOSE:
        return replace(shown, before="", number=f"up {said} {shown.number.removeprefix('up ')}")
    if said == "over":
        return replace(shown, before="more than ")
    return shown


_CLOSE = frozenset({"about", "over", "nearly", "under", "at least", "up to", "as much as"})


def _multiple(quantity: Quantity, times: Decimal, said: str) -> str:
    if not has_hanzi(quantity.written):
        return quantity.written
    if said == "fold" or times == 2:
        return _FOLDS[int(times)]
    if said == "to":
        return f"up to {_count(times)} times"
    more = times - 1
    by = f"{_count(more)}fold" if more == int(more) and more <= 10 else f"{more:f} times"
    return f"up {by} ({_count(times)} times)"


def _count(value: Decimal) -> str:
    whole = value == int(value) and value <= 10
    return _TIMES[int(value)] if whole else f"{value:f}"


def _portion(part: Fraction, name: str) -> tuple[str, str]:
    unit = unit_of(name)
    if name:
        noun = plural(unit.english, True).strip()
        if part == Fraction(1, 2):
            article = "an" if noun[0] in "aeh" and noun != "hectare" else "a"
            return "half", f" {article} {noun}"
        return f"{float(part):g}", unit.english
    below = _BELOW.get(part.denominator)
    if not below or part.numerator > 10:
        return f"{part.numerator}/{part.denominator:,}", ""
    if part == Fraction(1, 2):
        return "half", ""
    many = "s" * (part.numerator > 1)
    return f"{_TIMES[part.numerator]} {below}{many}", ""


def _rank(rank: int, of: str, top: bool) -> str:
    of = _OF.get(of, "" if has_hanzi(of) else of)
    if top:
        return f"top {rank}" + (f" in {of}" if of else "")
    ending = "th" if rank % 100 in (11, 12, 13) else _ENDINGS.get(rank % 10, "th")
    return f"{rank}{ending}" + (f" in {of}" if of else "")


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _inexact(written: Inexact, unit: Unit) -> tuple[str, str]:
    """Tens, hundreds, thousands of what is counted; of 十几万 that it is over 100,000."""
    if not has_hanzi(written.about):
        unit_name = "percent" if written.unit == "%" else written.unit
        return written.about, f" {unit_name}" if unit_name else ""
    noun = unit.english
    if not written.few:
        digits, scale = write_english(written.least)
        if "来" in written.about:
            return f"some {digits}", (f" {scale}" if scale else "") + noun
        return f"over {unit.before}{digits}", (f" {scale}" if scale else "") + noun
    if written.about[0] not in "数几好":
        digits, scale = write_english(written.least)
        return f"some {unit.before}{digits}", (f" {scale}" if scale else "") + noun
    words = _POWERS.get(written.least.adjusted(), "many")
    what = _MONEY.get(unit.before.strip(), unit.before.strip()) if unit.before else noun.strip()
    return words, f" of {what}" if what else ""


_POWERS = {
    1: "dozens",
    2: "hundreds",
    3: "thousands",
    4: "tens of thousands",
    5: "hundreds of thousands",
    6: "millions",
    7: "tens of millions",
    8: "hundreds of millions",
    9: "billions",
    10: "tens of billions",
    11: "hundreds of billions",
    12: "trillions",
    13: "tens of trillions",
}
_MONEY = {
    "$": "dollars",
    "RMB": "yuan",
    "USD": "US dollars",
    "HKD": "Hong Kong dollars",
    "EUR": "euros",
}


def metric_places(value: Fraction) -> int:
    """Decimals of a converted measure: about four significant digits."""
    return 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2


def round_fraction(value: Fraction, places: int) -> Decimal:
    """An exact fraction to `places` decimals, half to even."""
    return Decimal(round(value * 10**places)).scaleb(-places)
