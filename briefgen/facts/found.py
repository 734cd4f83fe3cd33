"""Turn a number that was found in a text into a record of which parts of the text gave it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from briefgen.facts import qualifiers
from briefgen.facts.forms import Quantity
from briefgen.facts.numerals import plain
from briefgen.facts.scan_english import CONVERTED
from briefgen.facts.units import CALENDAR, unit_of
from briefgen.patterns import pattern
from briefgen.record import Record

Role = Literal["number", "scale", "unit", "link", "qualifier", "direction"]


class Span(Record):
    """What a part of a text gave to a number, at `start:end`."""

    role: Role
    start: int
    end: int


class Found(Record):
    """A quantity as it stands at `start:end` of the text.

    `spans` are the parts of the text that gave it; they may lie outside, where a list shares its
    unit or a word says its direction. `guessed` says that 元 was read behind a bare 亿 before words
    that may be a noun of their own.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    spans: tuple[Span, ...] = ()
    guessed: bool = False
    # Where the list begins that it is a further member of; -1: it is none.
    leader: int = -1
    # Where a list with 分别 ends, whose last member is qualified for all behind it; -1: none.
    final: int = -1

    def beside(self, text: str) -> tuple[str, ...]:
        """The qualifying words of the number in the text that it was found in; a list's stand
        before its first member."""
        dated = self.quantity.unit in CALENDAR
        timed = dated or unit_of(self.quantity.unit).kind == "time"
        own = qualifiers.beside(text, self.start, self.end, timed, dated)
        if self.final >= 0 and (after := qualifiers.behind(text, self.final)):
            own = (*own, after)
        if self.leader < 0 or any(qualifiers.WORDS[w].position == "before" for w in own):
            return own
        return (*qualifiers.beside(text, self.leader, self.leader, timed), *own)


def rebuilt(text: str, spans: Iterable[Span]) -> str:
    """The words of a number's parts, put together by rule: its direction, then all else."""
    ordered = sorted(spans, key=lambda span: (span.role != "direction", span.start))
    joined = ""
    for span in ordered:
        word = plain(text[span.start : span.end]).strip()
        if span.role == "direction" and word == "below":
            word = "lower"  # what is 5% below: before a number it bounds
        if word == "$" and CONVERTED.search(text, max(0, span.start - 32), span.start):
            word = "US$"
        apart = _DIGIT.search(joined) and _WORD.match(word)
        apart = apart or (_LETTER.search(joined) and _NEXT.match(word))
        joined += (" " if apart else "") + word
    return tight(joined)


_DIGIT, _WORD = pattern(r"\d$"), pattern(r"[A-Za-z]{3}|a ")
_LETTER, _NEXT = pattern(r"[A-Za-z]$"), pattern(r"[A-Za-z\d$€£¥(-]")


def tight(written: str) -> str:
    """A number as it is read: without the blanks and wide commas that group its digits."""
    written = re.sub(r"(?<=\d)[ ，,](?=\d{3}(?!\d))", "", written) if "，" in written else written
    return _APART.sub(r"\1", written)


def number_spans(flat: str, start: int, end: int) -> tuple[Span, ...]:
    """The digits of a number and its scale."""
    match = _SCALED.match(flat, start, end)
    if match and match.end() == end and match.end(1) < end:
        return Span("number", start, match.end(1)), Span("scale", match.end(1), end)
    return (Span("number", start, end),)


def parts_of(flat: str, start: int, end: int) -> tuple[Span, ...]:
    """The number, scale and unit of what was found as a whole: RMB 3.2 billion, 120 km."""
    match = _ENGLISH_PARTS.fullmatch(flat, start, end)
    if not match:
        return (Span("number", start, end),)
    roles: tuple[tuple[Role, int], ...] = (("unit", 1), ("number", 2), ("scale", 3), ("unit", 4))
    return tuple(
        Span(role, *match.span(group)) for role, group in roles if match[group] is not None
    )


_ENGLISH_PARTS = pattern(
    r"([A-Za-z.]*[$€£¥₩₹₽฿]|RMB|[A-Z]{3})?\s?([-−]?\d[\d,]*(?:\.\d+)?)"
    r"\s?([Tt]rillion|[Bb]illion|[Mm]illion|[Tt]housand|hundred|crore|lakh|tn|bn|mn|[mkbt])?(?![A-Za-z])"
    r"[\s-]?([%‰°A-Za-zμ][A-Za-z²³°/ .-]*)?"
)
_APART = pattern(r"(?<=\d) ?(\.) ?(?=\d)|(?<=\d) (?=\d{3}(?:\D|$))")
_SCALED = pattern(r"(负?[-−+]?[\d.,，  ]*\d)([十百千万亿]+)")
