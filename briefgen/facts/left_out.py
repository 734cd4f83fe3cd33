"""Turn a source into the numerals that no list of its numbers has, each with the reason why.

The numerals are looked for here by a pattern of their own, which knows no units: what is neither a
number of the list nor told here is not written with digits or numerals.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from briefgen.facts.inventory import Aside, Stated, counts_nothing, set_aside
from briefgen.facts.numerals import plain
from briefgen.facts.passed import PASSED, Passed, passed
from briefgen.facts.scan import scan_each
from briefgen.facts.sources import Place, SourceText
from briefgen.patterns import pattern
from briefgen.record import Record

Why = Passed | Aside | Literal["ordinal", "bare", "unproved"]


class LeftOut(Record):
    """A numeral of a source that is no number of its list, with the words it is part of."""

    words: str
    place: Place
    why: Why


# Single numerals are parts of words (统一, 一些) where nothing is counted by them.
_NUMERAL = pattern(
    r"第?\d[\d.,]*\d|第?\d|第[一二三四五六七八九十百千]+|[一二两三四五六七八九十百千万亿零]{2,}"
)


def left_out(
    text: SourceText, stated: Sequence[Stated], names: Iterable[str]
) -> tuple[LeftOut, ...]:
    """The numerals of a source that are in none of `stated` (its listed numbers, in order), in
    their order; `names` are those that its outline gives."""
    flat = plain(text.matching)
    ends = [item.place.end for item in stated]
    reasons = sorted(_reasons(text, flat, names), key=lambda each: (each[0], -each[1]))
    longest = max((end - start for start, end, _ in reasons), default=0)
    made: list[LeftOut] = []
    at = 0
    for match in _NUMERAL.finditer(flat):
        start, end = match.span()
        nearest = bisect_left(ends, start + 1)
        listed = nearest < len(stated) and stated[nearest].place.start < end
        if listed or start < at:
            continue
        begin, at, why = _reason(reasons, longest, start, end)
        made.append(LeftOut(text.words(begin, at), text.place(begin, at), why))
    return tuple(made)


def _reason(
    reasons: Sequence[tuple[int, int, Why]], longest: int, start: int, end: int
) -> tuple[int, int, Why]:
    """The first of the places that a numeral touches, of which the longest is known; else it
    stands for nothing."""
    first = bisect_left(reasons, start - longest, key=lambda each: each[0])
    last = bisect_left(reasons, end, first, key=lambda each: each[0])
    near = (reasons[at] for at in range(first, last))
    return next((each for each in near if start < each[1]), (start, end, "bare"))


def _reasons(text: SourceText, flat: str, names: Iterable[str]) -> Iterator[tuple[int, int, Why]]:
    """The places of a text whose numerals count nothing, each with the reason."""
    yield from set_aside(text, names)
    for match in PASSED.finditer(flat):
        yield (*match.span(), passed(flat, *match.span()))
    for match in _ORDINAL.finditer(flat):
        yield (*match.span(), "ordinal")
    for found in scan_each(text.matching, currency=text.currency):
        if why := counts_nothing(found, text):
            yield found.start, found.end, why


_ORDINAL = pattern(r"第[\d一二三四五六七八九十百千]+")
