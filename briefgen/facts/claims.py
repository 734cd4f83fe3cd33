"""Turn a figure's claim, and the number as the source states it, into where the two disagree."""

from __future__ import annotations

from briefgen.facts import qualifiers
from briefgen.facts.figures import Figure
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import Quantity
from briefgen.facts.scan import Found
from briefgen.facts.units import CALENDAR, is_counter
from briefgen.patterns import pattern
from briefgen.problems import Part
from briefgen.record import Record

# Words that make a plan of everything that follows them in the clause.
_PLANS = pattern(r"力争|争取|计划|预计|预期|有望|(?<![模虚])拟")
# Senses that may stand farther from the number; and those that lose nothing by being left out.
_LOOSE = frozenset({"modal", "each", "only", "total"})
_SILENT = frozenset({"each", "total"})


class Fault(Record):
    """A disagreement: its code in the catalogue, and the parts that its message names."""

    code: str
    parts: tuple[tuple[str, Part], ...]


def same(quantity: Quantity, found: Found) -> bool:
    """Whether a figure's quantity is the one that was found in the text."""
    other = found.quantity
    if quantity.unit in CALENDAR:
        # A year may be taken from a full date: 2023年 stands in 2023年12月28日.
        written = plain(quantity.written)
        return (quantity.unit, quantity.value) == (other.unit, other.value) or (
            other.unit in CALENDAR
            and (found.text.startswith(written) or found.text.endswith(written))
        )
    # 翻一番 doubles what there is, 2倍 may add two more of it: both are 2 times, and differ.
    if quantity.value != other.value or ("番" in quantity.written) != ("番" in other.written):
        return False
    return quantity.unit == other.unit or (
        not (quantity.unit and other.unit) and is_counter(quantity.unit) and is_counter(other.unit)
    )


def qualifier_faults(
    figure: Figure, region: str, found: Found, numbers: tuple[Found, ...]
) -> list[Fault]:
    """What is wrong with a figure's qualifier, given its number as found in `region`.

    `numbers` are all numbers of `region`: a plan's word governs only the first one behind it.
    """
    flat = plain(region)
    beside = qualifiers.beside(flat, found.start, found.end)
    present = (*beside, *(qualifiers.split(found.quantity.qualifier) or ()))
    claimed = qualifiers.split(figure.quantity.qualifier) or ()
    faults = []
    for word in claimed:
        loose = qualifiers.WORDS[word].sense in _LOOSE and plain(word) in flat[: found.start]
        if not loose and not qualifiers.agree(word, present):
            parts: tuple[tuple[str, Part], ...] = (("word", word), ("number", found.text))
            faults.append(Fault("qualifier-not-in-quote", parts))
    for word in present:
        sense = qualifiers.WORDS[word].sense
        if sense in _SILENT or any(qualifiers.agree(claim, (word,)) for claim in claimed):
            continue
        # 达 says no more than that the value is reached.
        code = "reach-unsaid" if sense == "reach" else "qualifier-missing"
        parts = (("word", word), ("number", found.text), ("id", figure.id))
        faults.append(Fault(code, parts))
    since = max((item.end for item in numbers if item.end <= found.start), default=0)
    plan = _PLANS.search(flat, since, found.start)
    said = "modal" in qualifiers.senses(figure.quantity.qualifier)
    if plan and not said and plan[0] not in present:
        parts = (("word", plan[0]), ("number", found.text), ("id", figure.id))
        faults.append(Fault("plan-unsaid", parts))
    return faults
