"""Every figure of the reference ledger is guarded: one digit changed anywhere, and `check` fails.

Changed in turn are the value in the ledger, the number in its quote, and the number in the source.
Each change has to become an error at the line of that figure, and of no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from briefgen.build import BASE, Loaded, Request, load
from briefgen.facts.claims import same
from briefgen.facts.figures import Figure
from briefgen.facts.inventory import inventory
from briefgen.facts.ledger import Ledger, check
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import QuantityError, read
from briefgen.facts.scan import scan
from briefgen.outline.model import Brief
from briefgen.problems import Problem, Problems

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
# What a digit or numeral is changed into; the first that leaves a number of another value is taken.
CHANGED = str.maketrans("0123456789", "1234567890") | str.maketrans(
    "一二两三四五六七八九十百千万亿", "两三三四五六七八九八百千万亿万"
)


@cache
def loaded() -> Loaded:
    made = load(Request(REFERENCE, (BASE,)))
    assert not made.problems.fatal
    return made


def brief() -> Brief:
    return loaded().briefs[BASE]


@cache
def ledger() -> Ledger:
    return loaded().project.prove(brief().figures, brief().sources, Problems())


def checked(figures: Mapping[str, Figure], source: bytes | None = None) -> list[Problem]:
    """The errors of a ledger against the sources, or against a changed source."""
    problems = Problems()
    check(figures, brief().sources, lambda f: source or loaded().project.source(f), problems)
    return [problem for problem in problems if problem.severity == "error"]


def lines(figure: Figure) -> range:
    """The lines of the figure's entry in the ledger's file."""
    starts = sorted(each.mark.line for each in brief().figures.values())
    following = [line for line in starts if line > figure.mark.line]
    return range(figure.mark.line, following[0] if following else figure.mark.line + 20)


def mutations(number: str) -> list[tuple[int, str]]:
    """Every digit or numeral of a written number: its place, and what it is changed into."""
    return [
        (at, changed)
        for at, char in enumerate(number)
        if (changed := char.translate(CHANGED)) != char
    ]


def another(written: str, figure: Figure) -> str:
    """The written number with its first digit changed that gives another quantity."""
    for at, char in mutations(written):
        changed = written[:at] + char + written[at + 1 :]
        try:
            if read(changed).value != figure.quantity.value:
                return changed
        except QuantityError:
            continue
    raise AssertionError(f"no digit of {written} can be changed")


FIGURES = tuple(brief().figures.values())
QUOTED = tuple(figure for figure in FIGURES if figure.quote)


def test_the_ledger_is_sound_and_large() -> None:
    assert checked(brief().figures) == []
    assert len(FIGURES) > 60
    assert len(QUOTED) > 58


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_a_digit_of_the_value(figure: Figure) -> None:
    written = another(figure.quantity.written, figure)
    changed = replace(figure, quantity=read(written, figure.quantity.qualifier))
    errors = checked({**brief().figures, figure.id: changed})
    own = [error for error in errors if error.mark.line in lines(figure)]
    assert [error.mark.line for error in own] == [figure.value_mark.line]
    assert own[0].code in ("value-not-in-quote", "formula-value")
    # What is derived from it no longer holds either; nothing else is touched.
    derived = [each for each in FIGURES if figure.id in each.formula]
    others = [error for error in errors if error not in own]
    assert all(any(error.mark.line in lines(each) for each in derived) for error in others)


def in_quote(figure: Figure) -> tuple[int, str]:
    """Where the figure's number stands in its own quote, and how it is written there."""
    found = next(found for found in scan(figure.quote) if same(figure.quantity, found))
    return found.start, figure.quote[found.start : found.end]


@pytest.mark.parametrize("figure", QUOTED, ids=lambda figure: figure.id)
def test_a_digit_of_the_quote(figure: Figure) -> None:
    start, number = in_quote(figure)
    at, char = mutations(plain(number))[0]
    at += start
    changed = replace(figure, quote=figure.quote[:at] + char + figure.quote[at + 1 :])
    (error,) = checked({**brief().figures, figure.id: changed})
    assert error.code == "quote-not-found"
    assert (error.mark.file, error.mark.line) == ("content/figures.yaml", figure.quote_mark.line)


@pytest.mark.parametrize("figure", QUOTED, ids=lambda figure: figure.id)
def test_a_digit_of_the_source(figure: Figure) -> None:
    text = ledger().texts["ycwb"]
    place = ledger().proofs[figure.id].place
    assert place is not None
    start, number = in_quote(figure)
    at, char = mutations(plain(number))[0]
    # The quote may hold characters that its source writes otherwise: count in the matching text.
    at = place.start + len("".join(figure.quote[: start + at].split()))
    offset = text.offsets[at]
    assert text.text[offset] == number[mutations(plain(number))[0][0]]
    source = text.text[:offset] + char + text.text[offset + 1 :]
    errors = checked(brief().figures, source.encode())
    standing = [
        each
        for each in QUOTED
        if (its := ledger().proofs[each.id].place) is not None and its.start <= at < its.end
    ]
    assert figure in standing
    told = {error.mark.line for error in errors if error.mark.file == "content/figures.yaml"}
    assert told == {each.quote_mark.line for each in standing}
    # Were an erratum damaged, it would be told in its own place.
    assert {error.code for error in errors} <= {"quote-not-found", "erratum-unmatched"}


def test_every_number_of_the_source_is_guarded() -> None:
    """Numbers that no quote holds are names or the dates of others: no figure is lost with them."""
    held = [proof.place for proof in ledger().proofs.values() if proof.place]
    loose = [
        item.text
        for item in inventory(ledger().texts["ycwb"], brief().names)
        if not any(p.start <= item.place.start and item.place.end <= p.end for p in held)
    ]
    assert sorted(set(loose)) == ["2024年一季度"]
