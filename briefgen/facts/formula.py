"""Turn the formula of a derived figure into its exact value and unit.

    sum     = product (("+" | "-") product)*
    product = factor (("*" | "/") factor)*
    factor  = "-" factor | "(" sum ")" | number | figure id

Figure ids hold hyphens, so a minus between two ids needs a space before it. A percentage counts
as one hundredth, so that shares can be multiplied and compared without a factor of 100.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from briefgen.facts.quantity import Quantity
from briefgen.facts.units import CALENDAR, is_counter
from briefgen.record import Record, State

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?(?![\w-]))|([a-z0-9]+(?:-[a-z0-9]+)*)|([-+*/()]))")
_MAX_DEPTH = 40
PERCENT = frozenset({"%", "个百分点"})


class FormulaError(ValueError):
    """A formula that cannot be worked out; the message says why."""


class Result(Record):
    """An exact value in the base unit `unit` ("" for a pure number), and the ids it used."""

    value: Fraction
    unit: str
    ids: tuple[str, ...]


def ids(formula: str) -> tuple[str, ...]:
    """The figure ids that a formula names, in order."""
    return tuple(match[2] for match in _TOKEN.finditer(formula) if match[2])


def evaluate(formula: str, quantities: Mapping[str, Quantity]) -> Result:
    """The exact value of `formula` over `quantities`.

    Raises FormulaError for a syntax error, an unknown id, units that do not go together, a
    division by zero, or a formula nested too deeply.
    """
    parser = _Parser(_tokens(formula), quantities)
    value, unit = parser.sum(0)
    if parser.at < len(parser.tokens):
        raise FormulaError(f"“{parser.tokens[parser.at]}” is not expected there")
    return Result(value, unit, tuple(dict.fromkeys(ids(formula))))


def _tokens(formula: str) -> list[str]:
    tokens, at, text = [], 0, formula.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise FormulaError(f"“{text[at:].strip()[:12]}” is neither a figure id nor + - * / ( )")
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
            raise FormulaError("it is nested too deeply")
        value, unit = self.product(depth)
        while self.peek() in ("+", "-"):
            sign = 1 if self.tokens[self.at] == "+" else -1
            self.at += 1
            other, other_unit = self.product(depth)
            if unit != other_unit:
                raise FormulaError(f"it adds {unit or 'a number'} and {other_unit or 'a number'}")
            value += sign * other
        return value, unit

    def product(self, depth: int) -> tuple[Fraction, str]:
        value, unit = self.factor(depth)
        while self.peek() in ("*", "/"):
            times = self.tokens[self.at] == "*"
            self.at += 1
            other, other_unit = self.factor(depth)
            if not times and not other:
                raise FormulaError("it divides by zero")
            value = value * other if times else value / other
            unit = _times(unit, other_unit) if times else _over(unit, other_unit)
        return value, unit

    def factor(self, depth: int) -> tuple[Fraction, str]:
        token = self.peek()
        self.at += 1
        if token == "-":
            if depth > _MAX_DEPTH:
                raise FormulaError("it is nested too deeply")
            value, unit = self.factor(depth + 1)
            return -value, unit
        if token == "(":
            value, unit = self.sum(depth + 1)
            if self.peek() != ")":
                raise FormulaError("a closing parenthesis is missing")
            self.at += 1
            return value, unit
        quantity = self.quantities.get(token)
        if quantity is not None:
            if quantity.unit in CALENDAR:
                raise FormulaError(f"{token} is a date")
            if quantity.unit in PERCENT:
                return Fraction(quantity.value) / 100, ""
            return Fraction(quantity.value), quantity.unit
        if re.fullmatch(r"\d+(?:\.\d+)?", token):
            return Fraction(token), ""
        if not token:
            raise FormulaError("it breaks off")
        if token in "+*/)":
            raise FormulaError(f"“{token}” is not expected there")
        hint = "; a minus between ids needs spaces around it" if "-" in token else ""
        raise FormulaError(f"there is no figure {token}{hint}")


def _times(unit: str, other: str) -> str:
    """The unit of a product: one of the two has to be a pure number or a count."""
    if not other or is_counter(other):
        return unit or other
    if is_counter(unit):
        return other
    raise FormulaError(f"it multiplies {unit} by {other}")


def _over(unit: str, other: str) -> str:
    """The unit of a quotient: a share of like things, or so much for each thing counted."""
    if unit == other:
        return ""
    if is_counter(other):
        return unit
    raise FormulaError(f"it divides {unit or 'a number'} by {other}")
