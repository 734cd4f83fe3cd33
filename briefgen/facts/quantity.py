"""Turn a written quantity into an exact decimal with its unit, and back, in each language."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.units import CURRENCIES
from briefgen.facts import directions, qualifiers, say_chinese, say_english
from briefgen.facts.calendar import Date
from briefgen.facts.forms import (
    Display,
    Inexact,
    Multiple,
    Number,
    Portion,
    Quantity,
    QuantityError,
    Range,
    Rank,
    Ratio,
    Termed,
    Written,
    amount,
    is_charted,
)
from briefgen.facts.forms import Form as ValueForm
from briefgen.facts.near import near
from briefgen.facts.numerals import Numeral, plain, tidy, traditional
from briefgen.facts.parse import parse
from briefgen.facts.two_units import Span
from briefgen.facts.unit_before import WEIGHING
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import replace

__all__ = [
    "Display",
    "Form",
    "Quantity",
    "QuantityError",
    "amount",
    "display",
    "in_currency",
    "in_form",
    "is_charted",
    "number_of",
    "read",
    "step",
    "written_as",
]


# In full, as number and unit alone, or with a sign.
Form = Literal["", "number", "signed"]


@lru_cache(maxsize=2048)
def read(text: str, qualifier: str = "", currency: str = "", opaque: bool = False) -> Quantity:
    """The quantity that `text` writes: 3万亿元, 百个, 4年零8个月, 翻一番, 5%, 下降4.6%, 三分之一 …

    Chinese (simplified, traditional, full-width) and English (RMB 3 trillion) are read alike.
    Qualifiers may be given apart, or stand around the number (超3200亿元, 600亿元以上), and a fall
    is said by its word (下降4.6%) or its sign (-4.6%). A bare 亿 or 万亿 counts 元, as in economic
    prose (2600亿基建); what else is counted names its counter. `currency` (ISO 4217) is what 元 and
    $ are in the source; with `opaque` a noun that is no known unit is one of its own.

    Raises QuantityError for anything that is not exactly one quantity.
    """
    core = _WIDE_COMMA.sub(",", plain(text.strip()))
    core = _NEGATIVE.sub("-", core)
    core = _shares_and_signs(_in_signs(core))
    if has_hanzi(core):
        core = "".join(core.split())
    qualifier = qualifier.strip()
    # In the characters that a source has, too.
    claimed = qualifiers.split(qualifier) or qualifiers.split(plain(qualifier))
    if claimed is None:
        known = near(qualifier)
        raise QuantityError("unknown-qualifier", qualifier=qualifier, known=known)
    try:
        return _read(core, claimed, currency, opaque)
    except QuantityError as error:
        if error.code == "not-a-quantity":
            raise QuantityError("not-a-quantity", text=text) from None
        raise


def _in_signs(core: str) -> str:
    """A number with what English says of it in words as signs: dollars, what it is per, weights."""
    if "dollar" in core:
        core = _DOLLARS.sub(r"\1$\2\3", core)
    if "-p" in core:
        core = core.replace("-percent", " percent").replace("-per cent", " per cent")
    core = core.replace(" per-", " per ")
    if "/" in core:
        core = _BY_SLASH.sub(r"\1 per \2", core)
    if " a" in core:
        core = _OF_ONE.sub(r" per \1", core)
    if " to " in core and core[:1] in "dDfF":
        core = _over_nought(core)
    if "+" in core:
        core = _PLUS.sub("", core)
    if core.endswith(" pounds") and (weighed := _WEIGHED.match(core)):
        core = core[weighed.end() : -len("pounds")] + "lbs"
    return core


def _shares_and_signs(core: str) -> str:
    """The same with what it is of each behind it, and with signs for what is below nothing."""
    if core.endswith(" EPS"):
        core = f"{core.removesuffix(' EPS')} per share"
    if core.startswith(("per ", "EPS ", "/share ", "shares ")):
        core = _SHARE_FIRST.sub(r"\2 \1", core)
        core = _EACH.sub(" per share", core)
    if " cent" in core:
        core = _COINS.sub(r"\2 \1 cents", core)
    if "(" in core:
        core = _ACCOUNT.sub(r"-\1\2", _SIGNED.sub(r"\1(\2)", core))
        core = _TO_ACCOUNT.sub(r"\1-\2\3", core)
    return core


def _over_nought(core: str) -> str:
    """A range that words say to be below nothing and over it, in signs: down 1% to up 2%."""
    ends = [_END.fullmatch(end) for end in core.split(" to ")]
    if len(ends) != _TWO or None in ends:
        return core
    signed = []
    for end in ends:
        assert end
        digits = f"{end['digits']}%" if end["digits"] else "0%"
        signed.append("-" * ((end["word"] or "").lower() == "down") + digits)
    low, high = sorted(signed, key=lambda each: Decimal(each[:-1]))
    return f"{low} to {high}"


_WIDE_COMMA = pattern(r"(?<=\d)，(?=\d{3})")
_NEGATIVE = pattern(r"^[Nn]egative (?=[^a-z])")
_TWO = 2
_END = pattern(
    r"(?i:flat|(?P<word>up|down)? ?(?:about )?(?P<digits>\d+(?:\.\d+)?) ?(?:%|per ?cent))"
)


def _read(core: str, claimed: tuple[str, ...], currency: str, opaque: bool) -> Quantity:
    whole = _whole(core, opaque)
    found: tuple[str, ...] = ()
    direction = ""
    if whole is None:
        found, core = qualifiers.strip(core)
        direction, core = directions.strip(core)
        closer, core = qualifiers.strip(core)
        found += (*closer, *qualifiers.inside(core))
        core = qualifiers.without_inside(core)
        if found:
            # 约占三成, 过半: what stands between a word and its number, and the half of what.
            core = "一半" if core == "半" else core.lstrip("占为")
    core = _in_dollars(core, currency)
    written = whole or parse(core, opaque)
    words = (*claimed, *(word for word in found if word not in claimed))
    joined = (" " if "".join(words).isascii() else "").join(words)
    made = replace(_quantity(written, core), qualifier=joined, direction=direction)
    made = in_currency(made, currency) if currency else made
    return _directed(_unsure(made))


def _whole(core: str, opaque: bool) -> Written | None:
    """What a text is where its first word belongs to it: 增加三倍, 全国第4位, 上 of nothing."""
    try:
        written = parse(core, opaque)
    except QuantityError as error:
        if error.code == "no-such-day":
            raise
        return None
    return written if isinstance(written, Multiple | Rank) else None


def _in_dollars(core: str, currency: str) -> str:
    """A sum in bare dollars with the sign of the source's currency, where that is known."""
    if "$" not in core or not core.lstrip("-−").startswith("$"):
        return core
    signs = {"USD": "US$", "HKD": "HK$", "TWD": "NT$", "SGD": "S$", "CAD": "C$", "AUD": "A$"}
    return _BARE_DOLLAR.sub(lambda _: signs.get(currency, "$"), core)


_YUAN = pattern(r"元(?=/|$|[-–—―~～至到])")
# The words for what a sum is of may stand before it: per share … $0.29.
_SHARE_FIRST = pattern(r"^(per (?:\w+ )*?share|EPS|/share|shares(?= [A-Z]{0,3}[$€£¥])) ?(.+)$")
_EACH = pattern(r" (?:EPS|/share|(?<=\d )shares)$")
# 1.2 billion dollars: of which country, the source says.
_BY_SLASH = pattern(
    r"(\$ ?[\d.,]+[a-z]?(?: [a-z]+)?)/(oz|lbs?|t|tonne|ton|barrel|bbl|kg|MWh|kWh|day|share)$"
)
_OF_ONE = pattern(r" an? (day|week|month|year|hour|barrel|tonne|ton|kilogram)$")
_DOLLARS = pattern(r"^([-−]?)([\d.,]+(?: [a-z]+)?) dollars?(?=$| (?:per|a) )(.*)$")
# Pounds of what is made or moved are a weight: production … 19.7 million pounds.
_WEIGHED = pattern(rf"(?i:{WEIGHING}) (?=[\d.])")
# HK91.75 cents are so many of Hong Kong's.
_COINS = pattern(r"^(HK|US) ?([\d.,]+) cents?(?![a-z])")
_PLUS = pattern(r"(?<![\w)])\+(?=[\d$€£])")
# What is below nothing: $(12.3) million, (4.5)%.
_SIGNED = pattern(r"^\(([A-Z]{0,3}[$€£¥]) ?([\d.,]+)\)")
_ACCOUNT = pattern(r"^([^\d(]{0,4})\(([\d.,]+(?: ?[A-Za-z]+)?)\)")
_TO_ACCOUNT = pattern(r"( to |[-–—])([A-Z]{0,3}[$€£¥]?)\(([\d.,]+(?: ?[A-Za-z]+)?)\)")
# What says itself that it is in renminbi, whatever the source counts in.
_IS_RMB = pattern(r"人民币|[A-Za-z¥]")
_BARE_DOLLAR = pattern(r"(?<![A-Za-z])\$")


def in_currency(quantity: Quantity, currency: str) -> Quantity:
    """A quantity of bare 元, or of 元 for each (元/吨), in the currency of its source (ISO 4217);
    any other as it is."""
    name = CURRENCIES.get(currency, "元")
    paid, slash, each = quantity.unit.partition("/")
    if paid != "元" or name == "元" or _IS_RMB.search(quantity.written):
        return quantity
    written = _YUAN.sub(name, quantity.written)
    written += "" if written.endswith(name) or "/" in written else name
    return replace(quantity, unit=name + slash + each, written=written)


def _unsure(quantity: Quantity) -> Quantity:
    """上千万: the number is of that size, and no more is known of it."""
    if "inexact" not in qualifiers.senses(quantity.qualifier) or quantity.form != "number":
        return quantity
    return replace(quantity, form="inexact", value=None)


def _directed(quantity: Quantity) -> Quantity:
    """A fall is negative. Raises QuantityError for a fall of less than nothing."""
    if not quantity.direction or quantity.value is None:
        return quantity
    if quantity.value < 0:
        raise QuantityError("not-a-quantity", text=quantity.direction + quantity.written)
    return replace(quantity, value=quantity.value * directions.sign(quantity.direction))


def _quantity(written: Written, core: str) -> Quantity:
    match written:
        case Date():
            return Quantity(written.value, written.unit, core, form="date")
        case Span():
            unit = unit_of(written.pair.unit)
            return Quantity(Decimal(written.count) * unit.factor, unit.base, core)
        case Number(_, name):
            unit = unit_of(name)
            form: ValueForm = "rank" if unit.kind == "rank" else "number"
            return Quantity(
                written.value, unit.base, core, form="multiple" if name == "倍" else form
            )
        case Range(low, _):
            unit_name = low.unit if isinstance(low, Date) else unit_of(low.unit).base
            return Quantity(None, unit_name, core, form="range")
        case Ratio():
            return Quantity(None, "", core, form="ratio")
        case Portion(part, name):
            return _portion(part, name, core)
        case Multiple(times):
            return Quantity(times, "倍", core, form="multiple")
        case Rank(rank):
            return Quantity(Decimal(rank), "位", core, form="rank")
        case Inexact(_, name):
            return Quantity(None, unit_of(name).base, core, form="inexact")


def _portion(part: Fraction, name: str, core: str) -> Quantity:
    unit = unit_of(name)
    exact = part * unit.factor
    divides = 10**12 % exact.denominator == 0
    value = tidy(Decimal(exact.numerator) / exact.denominator) if divides else None
    return Quantity(value, unit.base, core, form="number" if name else "fraction")


def display(
    quantity: Quantity, language: str, precision: int | None = None, signed: bool = False
) -> Display:
    """How `quantity` reads in a language (BCP 47: "zh-Hans", "zh-Hant", "zh-HK", "en", "en-US").

    Nothing is rounded but 亩 in English (to hectares: whole ones from 100, one decimal from 10, two
    below) and what `precision` (decimals of the shown number) cuts off; then half to even, and
    the display says 约 or about unless the qualifier does. A fall is said by its word, or where
    `signed` by a minus (U+2212).
    """
    return _display(quantity, language, precision, signed)


def in_form(quantity: Quantity, language: str, form: Form, lead: str = "") -> str:
    """A quantity as a text writes it: in full; as number and unit alone, without its qualifier and
    its direction, but with its currency; or with a sign. In English `lead`, the words before it,
    decides whether a plan or a target is said before the number or behind it."""
    shown = display(quantity, language, signed=form == "signed")
    if form != "number":
        follows = _NOUN_BEFORE.search(lead) if lead and language.startswith("en") else None
        return str(say_english.said_behind(shown) if follows else shown)
    unit = unit_of(quantity.unit)
    money = say_english.money_sign(quantity, unit) if language.startswith("en") else ""
    minus = say_english.MINUS if shown.before.endswith(say_english.MINUS + money) else ""
    return minus + money * shown.before.endswith(money) + shown.number + shown.unit


# A word after which no noun with its article goes on: exports | a target of 7 million.
_NOUN_BEFORE = pattern(
    r"(?<![\w’'])(?!(?:an?|the|and|or|but|to|in|on|at|by|with|from|for|as|than|is|are|was|were|be|been"
    r"|has|have|had|into|towards?|against|over|under|about|above|below|set|sets|plus|via|per"
    r"|reach\w*|exceed\w*|remains?|becomes?|totals?|equals?|means?|needs?|wants?|shows?|sees?"
    r"|announced|faces?|includ\w+|given|gives?|on)\s*$)[\w’'%)]+\s+$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def _display(quantity: Quantity, language: str, precision: int | None, signed: bool) -> Display:
    written = written_as(quantity)
    if language.startswith("en"):
        month_first = language == "en-US"
        return say_english.display(quantity, written, precision, signed, month_first)
    shown = say_chinese.display(quantity, written, precision, signed)
    if language != "zh-Hans":
        before, after = (_term(part, quantity, language) for part in (shown.before, shown.after))
        number, unit = (traditional(part, language) for part in (shown.number, shown.unit))
        return Display(before, number, unit, after)
    return shown


def _term(words: str, quantity: Quantity, language: str) -> str:
    """What stands around a number in traditional characters: 只 that means only stays as it is."""
    own = dict(quantity.terms) if isinstance(quantity, Termed) else {}
    return own.get(words) or traditional(words, language, counts=False)


def written_as(quantity: Quantity) -> Written:
    """What a quantity is written as."""
    return parse(quantity.written, opaque=True)


def number_of(quantity: Quantity) -> Numeral | None:
    """The number that a quantity is written with; None of a date, a span of time, a doubling."""
    written = written_as(quantity)
    if not isinstance(written, Number) or quantity.form in ("rank", "inexact"):
        return None
    numeral = written.numeral
    falls = quantity.value is not None and quantity.value < 0 < numeral.value
    return replace(numeral, value=-numeral.value, digits="-" + numeral.digits) if falls else numeral


def step(quantity: Quantity) -> Decimal:
    """The value of the last digit shown, in the base unit: 0.1亿元 for 11.5亿元, 0.1 for 23.3%."""
    match written_as(quantity):
        case Number(numeral, unit):
            return numeral.magnitude.scaleb(-numeral.places) * unit_of(unit).factor
        case _:
            return Decimal(1)
