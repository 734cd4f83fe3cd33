"""Turn the formula of a derived figure into a proof that it gives the value."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from briefgen.facts import qualifiers
from briefgen.facts.claims import Proof, at
from briefgen.facts.figures import Figure
from briefgen.facts.formula import (
    PERCENT,
    SHARES,
    FormulaError,
    Result,
    evaluate,
    unit_or_none,
)
from briefgen.facts.quantity import Quantity, step
from briefgen.facts.units import is_counter
from briefgen.problems import Problems, phrase


def derived(
    figure: Figure,
    figures: Mapping[str, Figure],
    quantities: Mapping[str, Quantity],
    ways_back: Mapping[str, tuple[str, ...]],
    problems: Problems,
) -> Proof | None:
    mark = at(figure.formula_mark, figure)
    if way := ways_back.get(figure.id):
        problems.add("formula-circle", mark, id=figure.id, way=" → ".join(way))
        return None
    try:
        result = evaluate(figure.formula, quantities)
    except FormulaError as problem:
        problem.tell(problems, mark, figure=figure.id)
        return None
    return Proof(figure.id, None, result.ids) if _gives(figure, result, figures, problems) else None


def _gives(
    figure: Figure, result: Result, figures: Mapping[str, Figure], problems: Problems
) -> bool:
    """Whether a formula's result is the value of its figure, to the digits shown.

    Where it is, the figure still has to say that it is rounded, and what its inputs leave open.
    """
    value = result.value * SHARES.get(figure.quantity.unit, 1)
    if not (_unit_given(figure, result, problems) and _value_given(figure, value, problems)):
        return False
    _rounding_said(figure, value, problems)
    _bounds_said(figure, result, figures, problems)
    return True


def _unit_given(figure: Figure, result: Result, problems: Problems) -> bool:
    """A share or a multiple is a bare number, and things are counted by any counter. What lies
    between two percentages is percentage points, and never a percentage."""
    unit = figure.quantity.unit
    bare = "" if unit in SHARES or unit == "倍" else unit
    if unit in PERCENT and result.unit in PERCENT:
        if unit == result.unit:
            return True
    elif result.unit in SHARES or result.unit == "倍":
        if not bare:
            return True
    elif (
        bare == result.unit
        or (is_counter(bare) and is_counter(result.unit))
        or (bare.startswith(f"{result.unit}/") and is_counter(bare.partition("/")[2]))
    ):
        return True
    got, wanted = unit_or_none(result.unit), unit_or_none(unit)
    mark = at(figure.value_mark, figure)
    problems.add("formula-unit", mark, id=figure.id, got=got, wanted=wanted)
    return False


def _value_given(figure: Figure, value: Fraction, problems: Problems) -> bool:
    quantity, shown = figure.quantity, _shown(figure.quantity, value)
    if quantity.value is not None and shown == Fraction(quantity.value):
        return True
    mark, got = at(figure.value_mark, figure), _decimal(shown)
    parts = {"id": figure.id, "written": quantity.written}
    if quantity.value is None:
        form = phrase(f"form-{quantity.form}")
        problems.add("formula-form", mark, **parts, form=form)
    elif Fraction(quantity.value) == _half_up(quantity, value):
        problems.add("formula-rounding", mark, **parts, got=got, exact=_decimal(value))
    else:
        problems.add("formula-value", mark, **parts, got=got, value=f"{quantity.value:f}")
    return False


def _half_up(quantity: Quantity, value: Fraction) -> Fraction:
    """A value to the digits that the quantity shows, as schools round: half away from nought."""
    last = Fraction(step(quantity))
    steps = floor(abs(value) / last + Fraction(1, 2)) * last
    return steps if value >= 0 else -steps


def _rounding_said(figure: Figure, value: Fraction, problems: Problems) -> None:
    quantity = figure.quantity
    if _shown(quantity, value) != value and "about" not in qualifiers.senses(quantity.qualifier):
        problems.add("rounding-unsaid", at(figure.value_mark, figure), id=figure.id)


def _bounds_said(
    figure: Figure, result: Result, figures: Mapping[str, Figure], problems: Problems
) -> None:
    """What is worked out from bounds and estimates is one itself, and says so."""
    if qualifiers.senses(figure.quantity.qualifier):
        return
    bounds = tuple(id for id in result.ids if _open(figures[id].quantity))
    if bounds:
        mark = at(figure.value_mark, figure)
        problems.add("derived-unqualified", mark, id=figure.id, ids=bounds)


def _shown(quantity: Quantity, value: Fraction) -> Fraction:
    """A value to the digits that the quantity shows."""
    last = Fraction(step(quantity))
    # round() of a Fraction rounds half to even, as the ledger promises.
    return round(value / last) * last


def _open(quantity: Quantity) -> bool:
    return bool({"bound", "about"} & qualifiers.senses(quantity.qualifier))


def _decimal(value: Fraction) -> str:
    return f"{float(value):.12g}" if value.denominator != 1 else str(value.numerator)
