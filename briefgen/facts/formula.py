"""Turn the formula of a derived figure into its exact value and unit.

    sum     = product (("+" | "-") product)*
    product = factor (("*" | "/") factor)*
    factor  = "-" factor | "(" sum ")" | number | figure id

Figure ids hold hyphens, so a minus between two ids needs a space before it. A percentage counts
as one hundredth, so that shares can be multiplied and compared without a factor of 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from briefgen.facts.quantity import Quantity
from briefgen.facts.units import CALENDAR, is_counter
from briefgen.patterns import pattern
from briefgen.problems import Phrase, UnfitError, phrase
from briefgen.record import Record, State

_TOKEN = pattern(r"\s*(?:(\d+(?:\.\d+)?(?![\w-]))|([a-z0-9]+(?:-[a-z0-9]+)*)|([-+*/()]))")
_MAX_DEPTH = 40
PERCENT = frozenset({"%", "个百分点"})


class FormulaError(UnfitError):
    """A formula that cannot be worked out; whoever tells it names the figure it is of."""


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
            if unit != other_unit:
                raise FormulaError(
                    "formula-adds-unlike", one=unit_or_none(unit), other=unit_or_none(other_unit)
                )
            value += sign * other
        return value, unit

    def product(self, depth: int) -> tuple[Fraction, str]:
        value, unit = self.factor(depth)
        while self.peek() in ("*", "/"):
            times = self.tokens[self.at] == "*"
            self.at += 1
            other, other_unit = self.factor(depth)
            if not times and not other:
                raise FormulaError("formula-divides-by-zero")
            value = value * other if times else value / other
            unit = _times(unit, other_unit) if times else _over(unit, other_unit)
        return value, unit

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
            if quantity.unit in CALENDAR:
                raise FormulaError("formula-of-dates", id=token)
            if quantity.unit in PERCENT:
                return Fraction(quantity.value) / 100, ""
            return Fraction(quantity.value), quantity.unit
        if re.fullmatch(r"\d+(?:\.\d+)?", token):
            return Fraction(token), ""
        if not token:
            raise FormulaError("formula-breaks-off")
        if token in "+*/)":
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


def _times(unit: str, other: str) -> str:
    """The unit of a product: one of the two has to be a pure number or a count."""
    if not other or is_counter(other):
        return unit or other
    if is_counter(unit):
        return other
    raise FormulaError("formula-multiplies-units", one=unit, other=other)


def _over(unit: str, other: str) -> str:
    """The unit of a quotient: a share of like things, or so much for each thing counted."""
    if unit == other:
        return ""
    if is_counter(other):
        return unit
    raise FormulaError("formula-divides-units", one=unit_or_none(unit), other=other)
