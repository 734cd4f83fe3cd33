"""Turn a figure's claim, and the number as the source states it, into where the two disagree."""

from __future__ import annotations

from briefgen.facts import directions, qualifiers
from briefgen.facts.figures import Figure
from briefgen.facts.forms import Inexact, Multiple, Portion, Range, Rank, Ratio
from briefgen.facts.numerals import plain
from briefgen.facts.plans import planned, says_when
from briefgen.facts.quantity import Quantity, written_as
from briefgen.facts.quoted import Region
from briefgen.facts.scan import Found
from briefgen.facts.sources import Place
from briefgen.facts.units import CALENDAR, is_counter, unit_of
from briefgen.problems import Mark, Part, phrase
from briefgen.record import Record, replace

# Senses that may stand farther from the number; and those that lose nothing by being left out.
# So many characters name what a share is of, between its qualifier and its number.
_OF_WHAT = 6
_LOOSE = frozenset({"modal", "each", "only", "total", "rate", "when"})
_SILENT = frozenset({"each", "total", "rate", "when"})


class Proof(Record):
    """What a figure stands on: the place of its quote, or the ids its formula uses."""

    figure: str
    place: Place | None = None
    inputs: tuple[str, ...] = ()


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
    if not _alike(quantity, other):
        return False
    return quantity.unit == other.unit or (
        not (quantity.unit and other.unit) and is_counter(quantity.unit) and is_counter(other.unit)
    )


def _alike(quantity: Quantity, other: Quantity) -> bool:
    """Whether two quantities have one form and one exact content, whatever they are written with.

    翻一番 doubles what there is, 2倍 may add two more of it: both are 2 times, and differ.
    """
    if quantity.value != other.value or quantity.form != other.form:
        return False
    if quantity.value is not None and quantity.form not in ("multiple", "rank"):
        return True
    return content(quantity) == content(other)


def content(quantity: Quantity) -> tuple[object, ...]:
    """What is exact of a quantity that is no plain number."""
    match written_as(quantity):
        case Range(low, high):
            sign = directions.sign(quantity.direction)
            return low.value * sign, high.value * sign
        case Ratio(terms):
            return tuple(term.value for term in terms)
        case Portion(part):
            return (part * directions.sign(quantity.direction),)
        case Multiple(times, said):
            return times, said
        case Rank(rank, of, top):
            return rank, of, top
        case Inexact(about):
            return about, quantity.direction
        case _:
            return (quantity.written if quantity.value is None else quantity.value,)


def unsaid_fall(quantity: Quantity, found: Found) -> bool:
    """Whether a figure has the number of a fall, and does not say that it is one."""
    falls = found.quantity.direction and directions.sign(found.quantity.direction) < 0
    if not falls or quantity.direction or (quantity.value or 0) < 0:
        return False
    risen = replace(found.quantity, direction="")
    if risen.value is not None:
        risen = replace(risen, value=-risen.value)
    return same(quantity, replace(found, quantity=risen))


def qualifier_faults(figure: Figure, around: Region, found: Found) -> list[Fault]:
    """What is wrong with a figure's qualifier, given its number as found in the words around its
    quote. Each fault names the whole qualifier that is to be written.

    A plan's word governs the first number behind it, and all of the list that this one begins.
    """
    flat = around.flat
    present = (*found.beside(flat), *(qualifiers.split(found.quantity.qualifier) or ()))
    claimed = qualifiers.split(figure.quantity.qualifier) or ()
    clause = around.clause if around.begin <= found.start else 0
    plan = _plan_of(flat, clause, around, found)
    faults: list[tuple[str, str]] = []
    for word in claimed:
        loose = _stands_before(word, flat[clause : found.start], found)
        # $8 million, or $0.28 per share: the plan's word may stand before the quote's clause.
        if not loose and plain(word) != plan and not qualifiers.agree(word, present):
            faults.append(("qualifier-not-in-quote", word))
    for word in present:
        sense = qualifiers.WORDS[word].sense
        # 达到3900多辆: with 多 said, that it is reached need not be.
        counted = sense == "reach" and any(word in ("多", "余", "餘") for word in claimed)
        if (
            counted
            or sense in _SILENT
            or any(qualifiers.agree(claim, (word,)) for claim in claimed)
        ):
            continue
        # 达 says no more than that the value is reached.
        faults.append(("reach-unsaid" if sense == "reach" else "qualifier-missing", word))
    said = "modal" in qualifiers.senses(figure.quantity.qualifier)
    if plan and not said and plan not in present:
        faults.append(("plan-unsaid", plan))
    wanted = _wanted(claimed, present, plan, flat[clause : found.start], found)
    return [
        Fault(code, (("word", word), ("number", found.text), ("id", figure.id), ("write", wanted)))
        for code, word in faults
    ]


def _stands_before(word: str, before: str, found: Found) -> bool:
    """Whether a qualifier may stand that far before a number: a plan's word in its clause, and of a
    share one before what it is of (接近规模六成)."""
    said = plain(word)
    if qualifiers.WORDS[word].sense in _LOOSE:
        return said in before
    share = found.quantity.unit == "%" or found.quantity.form == "fraction"
    _, there, between = before.rpartition(said)
    return share and bool(there) and len(between) <= _OF_WHAT and between.isalpha()


def _plan_of(flat: str, clause: int, around: Region, found: Found) -> str:
    """The word that makes a plan of a number, or of the list that it is in; "" for none."""
    start = found.leader if found.leader >= 0 else found.start
    lead = (
        clause if start >= clause else max(flat.rfind(mark, 0, start) for mark in "，。；：、") + 1
    )
    earlier = (n.end for n in around.numbers if not is_time(flat, n))
    since = max((end for end in earlier if end <= start), default=0)
    return "" if is_time(flat, found) else planned(flat, lead, max(since, lead), start)


def is_time(flat: str, found: Found) -> bool:
    """Whether a number says when, and parts no plan's word from what follows."""
    unit = found.quantity.unit
    timed = unit_of(unit).kind == "time" and says_when(flat, found.start, found.end)
    return unit in CALENDAR or timed


def _wanted(
    claimed: tuple[str, ...], present: tuple[str, ...], plan: str, before: str, found: Found
) -> Part:
    """What to write of all that stands beside a number: the whole qualifier, or none."""
    kept = tuple(
        word for word in claimed if word not in present and _stands_before(word, before, found)
    )
    modal = (plan,) if plan and plan not in (*kept, *present) else ()
    words = dict.fromkeys((*modal, *kept, *present))
    joined = (" " if "".join(words).isascii() else "").join(words)
    return phrase("write-qualifier", qualifier=joined) if joined else phrase("leave-qualifier-out")


def at(mark: Mark, figure: Figure) -> Mark:
    """The place of a key, or of the whole entry where the key's is not known."""
    return mark if mark.file else figure.mark
