"""Turn a quantity into the fields by which other programs know what it is.

Each form has a fixed set of them; `value`, an exact decimal in the base unit, stands where one is.

    number, date   value                 fraction   numerator, denominator
    range          low, high             multiple   times
    ratio          terms                 rank       rank, of
    inexact        about
"""

from __future__ import annotations

from typing import Any

from briefgen.facts import directions
from briefgen.facts.forms import Multiple, Portion, Quantity, Range, Rank, Ratio
from briefgen.facts.quantity import written_as


def described(quantity: Quantity) -> dict[str, Any]:
    """The form of a quantity and what is exact of it, decimals as strings."""
    fields: dict[str, Any] = {"form": quantity.form}
    if quantity.value is not None:
        fields["value"] = format(quantity.value, "f")
    return fields | _of_form(quantity)


def _of_form(quantity: Quantity) -> dict[str, Any]:
    sign = directions.sign(quantity.direction)
    written = written_as(quantity)
    match written:
        case Range(low, high):
            ends = sorted((low.value * sign, high.value * sign))
            return {"low": format(ends[0], "f"), "high": format(ends[1], "f")}
        case Ratio(terms):
            return {"terms": [format(term.value, "f") for term in terms]}
        case Portion(part) if quantity.form == "fraction":
            return {"numerator": part.numerator * sign, "denominator": part.denominator}
        case Multiple(times):
            return {"times": format(times, "f")}
        case Rank(rank, of):
            return {"rank": rank, "of": of}
    if quantity.form == "multiple" and quantity.value is not None:
        return {"times": format(quantity.value, "f")}
    if quantity.form == "rank" and quantity.value is not None:
        return {"rank": int(quantity.value), "of": ""}
    if quantity.form == "inexact":
        unit = quantity.unit
        about = quantity.written.removesuffix(unit) if unit else quantity.written
        # 上千万: its own word is the qualifier.
        return {"about": ("上" if set(about) <= set("百千万亿") else "") + about}
    return {}
