"""Turn the formula of a derived figure into its exact value and unit.

    sum     = product (("+" | "-") product)*
    product = power (("*" | "/") power)*
    power   = factor ("^" factor)?
    factor  = "-" factor | "(" sum ")" | number | figure id

Figure ids hold hyphens, so a minus between two ids needs a space before it. A percentage counts
as one hundredth, so that shares can be multiplied and compared without a factor of 100; what lies
between two of them is counted in percentage points. Years can be subtracted, and a power of a pure
number taken: (b / a) ^ (1 / 5) - 1 is growth a year over five.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal
from fractions import Fraction

from briefgen.facts.forms import TAKEN, Portion, Quantity
from briefgen.facts.quantity import written_as
from briefgen.facts.units import is_counter, known
from briefgen.patterns import pattern
from briefgen.problems import Phrase, UnfitError, phrase
from briefgen.record import Record, State

_TOKEN = pattern(r"\s*(?:(\d+(?:\.\d+)?(?![\w-]))|([a-z0-9]+(?:-[a-z0-9]+)*)|([-+*/()^]))")
_MAX_DEPTH = 40
# Numbers, ids and signs of a formula; characters of one of them; what comes out is less than this.
MOST_TOKENS, MOST_SIGNS, MOST = 200, 60, 10**30
# Bits of a numerator or denominator on the way.
_MOST_BITS = 10_000
PERCENT = frozenset({"%", "个百分点"})
# What one of a share is of the whole.
SHARES = {"%": 100, "个百分点": 100, "‰": 1000, "个基点": 10000}
_YEARS = "年"
# Powers are worked out to so many digits, which is more than any figure shows.
_EXACT = Context(prec=50)
_MOST_POWER = 100


class FormulaError(UnfitError):
    """A formula that cannot be worked out; whoever tells it names the figure it is of."""


class Result(Record):
    """An exact value in the base unit `unit` ("" for a pure number), and the ids it used."""

    value: Fraction
    unit: str
    ids: tuple[str, ...]


def _held(value: Fraction) -> Fraction:
    """A value on the way. Raises FormulaError where it has more digits than anything counts."""
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > _MOST_BITS:
        raise FormulaError("formula-too-large")
    return value


def ids(formula: str) -> tuple[str, ...]:
    """The figure ids that a formula names, in order."""
    return tuple(match[2] for match in _TOKEN.finditer(formula) if match[2])


def evaluate(formula: str, quantities: Mapping[str, Quantity]) -> Result:
    """The exact value of `formula` over `quantities`.

    Raises FormulaError for a syntax error, an unknown id, units that do not go together, a
    division by zero, or a formula nested too deeply.
    """
    tokens = _tokens(formula)
    if len(tokens) > MOST_TOKENS or any(len(each) > MOST_SIGNS for each in tokens):
        raise FormulaError("formula-too-long", tokens=MOST_TOKENS, signs=MOST_SIGNS)
    parser = _Parser(tokens, quantities)
    value, unit = parser.sum(0)
    if abs(value) >= MOST:
        raise FormulaError("formula-too-large")
    if parser.at < len(parser.tokens):
        raise FormulaError("formula-unexpected", token=parser.tokens[parser.at])
    return Result(value, unit, tuple(dict.fromkeys(ids(formula))))


def _tokens(formula: str) -> list[str]:
    tokens, at, text = [], 0, formula.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise FormulaError("formula-bad-sign", found=text[at:].strip()[:12])
        tokens.append(match[0].strip())
        at = match.end()
    return tokens


class _Parser(State):
    tokens: list[str]
    quantities: Mapping[str, Quantity]
    at: int = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def sum(self, depth: int) -> tuple[Fraction, str]:
        if depth > _MAX_DEPTH:
            raise FormulaError("formula-too-deep")
        value, unit = self.product(depth)
        while self.peek() in ("+", "-"):
            sign = 1 if self.tokens[self.at] == "+" else -1
            self.at += 1
            other, other_unit = self.product(depth)
            value, unit = _plus(value, unit, sign * other, other_unit, sign)
        return value, unit

    def product(self, depth: int) -> tuple[Fraction, str]:
        value, unit = self.power(depth)
        while self.peek() in ("*", "/"):
            times = self.tokens[self.at] == "*"
            self.at += 1
            other, other_unit = self.power(depth)
            if not times and not other:
                raise FormulaError("formula-divides-by-zero")
            value = _held(value * other if times else value / other)
            unit = _times(unit, other_unit) if times else _over(unit, other_unit)
        return value, unit

    def power(self, depth: int) -> tuple[Fraction, str]:
        value, unit = self.factor(depth)
        if self.peek() != "^":
            return value, unit
        self.at += 1
        exponent, of = self.factor(depth)
        if _pure(unit) or _pure(of):
            one = unit_or_none(_pure(unit) or _pure(of))
            raise FormulaError("formula-power-of-unit", unit=one)
        if abs(exponent) > _MOST_POWER or (value <= 0 and exponent != int(exponent)) or not value:
            raise FormulaError("formula-no-power")
        return _held(_raised(value, exponent)), ""

    def factor(self, depth: int) -> tuple[Fraction, str]:
        token = self.peek()
        self.at += 1
        if token == "-":
            if depth > _MAX_DEPTH:
                raise FormulaError("formula-too-deep")
            value, unit = self.factor(depth + 1)
            return -value, unit
        if token == "(":
            value, unit = self.sum(depth + 1)
            if self.peek() != ")":
                raise FormulaError("formula-open-bracket")
            self.at += 1
            return value, unit
        quantity = self.quantities.get(token)
        if quantity is not None:
            return _of(token, quantity)
        if re.fullmatch(r"\d+(?:\.\d+)?", token):
            return Fraction(token), ""
        if not token:
            raise FormulaError("formula-breaks-off")
        if token in "+*/)^":
            raise FormulaError("formula-unexpected", token=token)
        raise FormulaError("formula-unknown-figure", id=token, offer=self.offer(token))

    def offer(self, id: str) -> Phrase:
        """What was probably meant by an id that no figure has."""
        hyphens = (at for at, sign in enumerate(id) if sign == "-")
        if any(id[:at] in self.quantities for at in hyphens):
            return phrase("spaces-around-minus")
        return near(id, self.quantities) or phrase("use-figure-ids")


def near(id: str, known: Iterable[str]) -> Phrase | None:
    """The id that was probably meant, if one is like it."""
    # difflib takes some milliseconds to import, and most ledgers have no mistakes.
    from difflib import get_close_matches

    close = get_close_matches(id, list(known), n=1)
    return phrase("did-you-mean", name=close[0]) if close else None


def unit_or_none(unit: str) -> Phrase | str:
    """A unit in a message, or that there is none."""
    return unit or phrase("a-pure-number")


def _of(id: str, quantity: Quantity) -> tuple[Fraction, str]:
    """What a formula takes of a figure, by its form."""
    taken = TAKEN[quantity.form].formula
    if taken == "years" and quantity.unit != _YEARS:
        raise FormulaError("formula-of-dates", id=id)
    if taken == "exact":
        written = written_as(quantity)
        if isinstance(written, Portion):
            return (written.part if not quantity.direction else -written.part), ""
    if not taken or quantity.value is None:
        raise FormulaError("formula-of-form", id=id, form=phrase(f"form-{quantity.form}"))
    value = Fraction(quantity.value)
    return value / SHARES.get(quantity.unit, 1), quantity.unit


def _plus(
    value: Fraction, unit: str, other: Fraction, other_unit: str, sign: int
) -> tuple[Fraction, str]:
    """A sum. What two percentages differ by is percentage points, two years years."""
    units = {unit, other_unit}
    if unit == other_unit == _YEARS and sign < 0:
        return (value + other) * 12, "个月"
    if units == {_YEARS}:
        raise FormulaError("formula-adds-unlike", one=_YEARS, other=_YEARS)
    if unit == other_unit:
        return value + other, "个百分点" if unit == "%" and sign < 0 else unit
    if units == PERCENT:
        return value + other, "%"
    if not any(map(_pure, units)):
        return value + other, ""
    raise FormulaError(
        "formula-adds-unlike", one=unit_or_none(unit), other=unit_or_none(other_unit)
    )


def _raised(value: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator == 1:
        return value**exponent.numerator
    base = _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    power = _EXACT.divide(Decimal(exponent.numerator), Decimal(exponent.denominator))
    return Fraction(_EXACT.power(base, power))


def _pure(unit: str) -> str:
    """A unit in a product: shares are pure numbers."""
    return "" if unit in SHARES or unit == "倍" else unit


def _times(unit: str, other: str) -> str:
    """The unit of a product: one of the two has to be a pure number or a count."""
    unit, other = _pure(unit), _pure(other)
    if not other or is_counter(other):
        return unit or other
    if is_counter(unit):
        return other
    raise FormulaError("formula-multiplies-units", one=unit, other=other)


def _over(unit: str, other: str) -> str:
    """The unit of a quotient: a share of like things, or so much for each thing counted."""
    unit, other = _pure(unit), _pure(other)
    if unit == other:
        return ""
    if is_counter(other):
        return unit
    ratio = known(f"{unit}/{_NAMED.get(other, other)}")
    if ratio and unit:
        return ratio.base
    raise FormulaError("formula-divides-units", one=unit_or_none(unit), other=other)


# Units whose base is not what a divisor is called by.
_NAMED = {"天": "日"}
