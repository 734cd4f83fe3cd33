"""Every figure of the reference ledger is guarded: one digit changed anywhere, and `check` fails.

Changed in turn are the value in the ledger, the number in its quote, and the number in the source.
Each change has to become an error at the line of that figure, and of no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from prints import mostly_slow
from rows import every

from briefgen.brief.model import Brief
from briefgen.build import BASE, Loaded, Request, load
from briefgen.facts.claims import same
from briefgen.facts.figures import Figure
from briefgen.facts.inventory import in_name, inventory
from briefgen.facts.ledger import Ledger, check
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import Quantity, QuantityError, read
from briefgen.facts.scan import scan
from briefgen.problems import Problem, Problems
from briefgen.record import replace

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
# What a digit or numeral may be changed into, in the order it is tried.
DIGITS, NUMERALS, SCALES = "0123456789", "一两三四五六七八九", "百千万亿十"


@cache
def loaded() -> Loaded:
    made = load(Request(REFERENCE, (BASE,)))
    assert not made.problems.fatal
    return made


def brief() -> Brief:
    return loaded().briefs[BASE]


@cache
def ledger() -> Ledger:
    return loaded().reads[BASE].ledger


def checked(figures: Mapping[str, Figure], source: bytes | None = None) -> list[Problem]:
    """The errors of a ledger against the sources, or against a changed source."""
    problems = Problems()
    check(figures, brief().sources, lambda f: source or loaded().project.source(f), problems)
    return [problem for problem in problems if problem.severity == "error"]


def mutations(number: str) -> Iterator[str]:
    """The number with each digit or numeral in turn changed into others of its kind."""
    for at, char in enumerate(number):
        for kind in (DIGITS, NUMERALS, SCALES):
            if char in kind:
                turned = kind[kind.index(char) + 1 :] + kind[: kind.index(char)]
                yield from (number[:at] + other + number[at + 1 :] for other in turned)


def others(figure: Figure) -> list[Quantity]:
    """What the value becomes when a digit is changed: for each place the first other number."""
    written = plain(figure.quantity.written)
    found: dict[int, Quantity] = {}
    for changed in mutations(written):
        at = next(i for i, char in enumerate(changed) if char != written[i])
        try:
            quantity = read(changed, figure.quantity.qualifier)
        except QuantityError:
            continue
        if (quantity.value, quantity.unit) != (figure.quantity.value, figure.quantity.unit):
            found.setdefault(at, quantity)
    return list(found.values())


FIGURES = tuple(brief().figures.values())
QUOTED = tuple(figure for figure in FIGURES if figure.quote)


def test_the_ledger_is_sound_and_large() -> None:
    assert checked(brief().figures) == []
    assert len(FIGURES) > 60
    assert len(QUOTED) > 58


@pytest.mark.slow
@pytest.mark.parametrize(
    "figure", mostly_slow(FIGURES, *FIGURES[::6]), ids=lambda figure: figure.id
)
def test_a_digit_of_the_value(figure: Figure) -> None:
    derived = [each for each in FIGURES if figure.id in each.formula]
    changes = others(figure)
    assert changes
    for quantity in changes:
        errors = checked({**brief().figures, figure.id: replace(figure, quantity=quantity)})
        own = [error for error in errors if error.mark.line == figure.value_mark.line]
        assert len(own) == 1, quantity.written
        # What is derived from it holds no longer either, and a number that it took from another
        # figure is told at both; nothing else is touched.
        rest = [error for error in errors if error not in own]
        allowed = {each.value_mark.line for each in derived}
        assert all(
            error.mark.line in allowed or error.code == "number-claimed-twice" for error in rest
        )


def in_quote(figure: Figure) -> tuple[int, str]:
    """Where the figure's number stands in its own quote, and how it is written there."""
    found = next(found for found in scan(figure.quote) if same(figure.quantity, found))
    return found.start, figure.quote[found.start : found.end]


@pytest.mark.slow
@every("figure", QUOTED, ids=lambda figure: figure.id)
def test_a_digit_of_the_quote(figure: Figure) -> None:
    start, number = in_quote(figure)
    number_changed = next(mutations(number))
    quote = figure.quote[:start] + number_changed + figure.quote[start + len(number) :]
    (error,) = checked({**brief().figures, figure.id: replace(figure, quote=quote)})
    assert error.code == "quote-not-found"
    assert (error.mark.file, error.mark.line) == ("content/figures.yaml", figure.quote_mark.line)


@pytest.mark.slow
@pytest.mark.parametrize("figure", QUOTED, ids=lambda figure: figure.id)
def test_a_digit_of_the_source(figure: Figure) -> None:
    text = ledger().texts["ycwb"]
    place = ledger().proofs[figure.id].place
    assert place is not None
    start, number = in_quote(figure)
    changed = next(mutations(number))
    within = next(i for i, char in enumerate(changed) if char != number[i])
    at = place.start + len("".join(figure.quote[: start + within].split()))
    offset = text.offsets[at]
    assert text.text[offset] == number[within]
    source = text.text[:offset] + changed[within] + text.text[offset + 1 :]
    errors = checked(brief().figures, source.encode())
    standing = [
        each
        for each in QUOTED
        if (its := ledger().proofs[each.id].place) is not None and its.start <= at < its.end
    ]
    assert figure in standing
    told = {error.mark.line for error in errors}
    assert told == {each.quote_mark.line for each in standing}
    assert {error.code for error in errors} == {"quote-not-found"}


def test_every_number_of_the_source_is_guarded() -> None:
    """No number that the source states stands outside the quotes of the ledger, but for names."""
    held = [proof.place for proof in ledger().proofs.values() if proof.place]
    text = ledger().texts["ycwb"]
    loose = [
        item.text
        for item in inventory(text)
        if not in_name(item, text, brief().voice.names)
        and not any(p.start <= item.place.start and item.place.end <= p.end for p in held)
    ]
    assert loose == []


def test_a_value_borrowed_from_its_neighbour() -> None:
    """万亿引领、千亿支撑: a value that became the next one's still stands in the quote."""
    leading, supporting = brief().figures["cluster-leading"], brief().figures["cluster-supporting"]
    changed = replace(leading, quantity=supporting.quantity)
    errors = checked({**brief().figures, leading.id: changed})
    assert {error.code for error in errors} == {"number-claimed-twice"}
    assert {error.mark.line for error in errors} == {
        leading.value_mark.line,
        supporting.value_mark.line,
    }
    assert "cluster-supporting" in errors[0].message
