"""Turn a formula that a chart works out for itself into a figure: of what, by how much."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from briefgen.facts import qualifiers
from briefgen.facts.figures import Figure
from briefgen.facts.formula import FormulaError, evaluate, ids
from briefgen.facts.numerals import plain, tidy, write_chinese
from briefgen.facts.qualifiers import OPEN
from briefgen.facts.quantity import Quantity
from briefgen.patterns import pattern
from briefgen.record import replace

# A share is told to a tenth of a percent; of what is given as over or about so much, to a percent.
_TENTH, _WHOLE = Decimal("0.1"), Decimal(1)
_DIGITS = pattern(r"\d[\d,]*(?:\.\d+)?")


def is_open(quantity: Quantity) -> bool:
    """Whether a quantity leaves open how much it is exactly: over 200, about 5%."""
    return bool(qualifiers.senses(quantity.qualifier) & OPEN)


def share(part: Decimal, whole: Decimal, *, vague: bool) -> Quantity:
    """What share of a whole a part is, in percent, as something worked out; of what is `vague` in
    whole percents, and about so much."""
    exact = part * 100 / whole
    told = exact.quantize(_WHOLE if vague else _TENTH, ROUND_HALF_EVEN)
    about = "约" if vague or told != exact else ""
    # 33.0% beside 27.1%: what was rounded keeps its place.
    digits = told if about else tidy(told)
    return Quantity(tidy(told), "%", f"{digits:f}%", about)


def worked(formula: str, figures: Mapping[str, Figure]) -> Figure | None:
    """The figure of a share (“part / whole”) or of what parts leave of a whole (“whole - part”)
    that no ledger has; its id is its formula. None where the formula is of something else."""
    known = [figures[id] for id in ids(formula) if id in figures]
    if len(known) < 2 or len(known) < len(ids(formula)):
        return None
    quantities = {each.id: each.quantity for each in known}
    try:
        made = evaluate(formula, quantities)
    except FormulaError:
        return None
    value = Decimal(made.value.numerator) / Decimal(made.value.denominator)
    first, last = known[0], known[-1]
    if "/" in formula:
        vague = any(map(is_open, quantities.values()))
        quantity = share(value, Decimal(1), vague=vague)
        names = _REST_SHARE if formula.startswith("(") else _SHARE
    else:
        quantity = _written_like(first.quantity, value)
        first, last, names = last, first, _REST
    label = {
        language: names[language == "en"].format(part=_in(first, language), whole=whole)
        for language, whole in last.label.items()
    }
    return Figure(
        id=formula,
        quantity=quantity,
        kind="derived",
        label=label,
        formula=formula,
        period=last.period,
    )


def _written_like(whole: Quantity, value: Decimal) -> Quantity:
    """Another value, written in the scale and the unit of a whole."""
    written = plain(whole.written)
    number = _DIGITS.search(written)
    if number and whole.value and (digits := Decimal(number[0].replace(",", ""))):
        said = tidy(value * digits / whole.value)
        written = f"{written[: number.start()]}{said:f}{written[number.end() :]}"
    else:
        written = "".join(write_chinese(value)) + whole.unit
    return replace(whole, value=value, qualifier="", direction="", written=written)


_SHARE = ("{part}占比", "{part}, share")
_REST_SHARE = ("{whole}，其余占比", "{whole}, share of the rest")
_REST = ("{whole}，其余", "{whole}, rest")


def _in(figure: Figure, language: str) -> str:
    return figure.label.get(language) or next(iter(figure.label.values()), "")
