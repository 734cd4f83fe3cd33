"""Turn English words into the quotation marks, dates and sheet of a country.

    gb    ‘outer “inner” quotes’, 28 December 2023, A4
    us    “outer ‘inner’ quotes,” December 28, 2023, Letter

Without a country, words stay as they are written, dates are those of gb and the sheet is A4.
Apostrophes and quotation marks are curly, however they were typed. Spelling is the author's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from briefgen.facts.calendar import MONTHS
from briefgen.patterns import pattern
from briefgen.record import Record

Country = Literal["gb", "us"]

# The tag of each country's written language (BCP 47), as office applications know it.
TAGS: Mapping[str, str] = {"gb": "en-GB", "us": "en-US"}
# Quotation marks by depth: the outer ones, those within them, and so on in turn.
_MARKS: Mapping[str, tuple[str, str]] = {"gb": ("‘’", "“”"), "us": ("“”", "‘’")}
# The usual sheet of office printers, where it is not A4.
PAPERS: Mapping[Country, Literal["letter"]] = {"us": "letter"}
_MONTH = "|".join(MONTHS)
_DAY_FIRST = pattern(rf"\b(\d{{1,2}}) ({_MONTH})(?: ([12]\d{{3}}))?\b")
_MONTH_FIRST = pattern(rf"\b({_MONTH}) (\d{{1,2}})(?:, ([12]\d{{3}}))?\b")
# In the United States full stops and commas stand before a closing mark.
_STOP_BEHIND = pattern("([’”]+)([.,])(?!\\d)")
# What is typed straight: pairs of quotation marks, single ones around words, and apostrophes, but
# no feet and inches, and nothing in code.
_STRAIGHT = pattern(
    r"`[^`\n]*`|(?<![\d\w])\"(?P<double>[^\"\n]+)(?<!\s)\"(?!\w)"
    r"|(?<![\w'])'(?P<single>[^\W\d][^'\n]*(?:'\w[^'\n]*)*)(?<=[\w.,!?])'(?!\w)"
    r"|(?<!\d)'(?!\s)|(?<=[^\W\d])'|(?<=\d)'(?=[^\W\d])"
)


def curly(words: str) -> str:
    """English words with curly apostrophes and quotation marks for straight ones.

    >>> curly("The city's 'second start-up', the states' own")
    'The city’s ‘second start-up’, the states’ own'
    """
    return _STRAIGHT.sub(_curled, words) if "'" in words or '"' in words else words


def _curled(match: re.Match[str]) -> str:
    if match["double"]:
        return f"“{curly(match['double'])}”"
    if match["single"]:
        return f"‘{curly(match['single'])}’"
    return match[0] if match[0][0] == "`" else "’"


class English(Record):
    """How English words are written in a country."""

    country: Country

    def __call__(self, words: str) -> str:
        """The words with the country's quotation marks and dates.

        >>> English("gb")("On December 28, 2023 the “second start-up” began.")
        'On 28 December 2023 the ‘second start-up’ began.'
        """
        if self.country == "us":
            words = _DAY_FIRST.sub(_month_first, words)
        else:
            words = _MONTH_FIRST.sub(_day_first, words)
        if not any(mark in words for mark in "“‘"):
            return words
        made = _quoted(words, _MARKS[self.country])
        return _STOP_BEHIND.sub(r"\2\1", made) if self.country == "us" else made


def english_tag(english: English | None) -> str:
    """The tag of English words that are written like this, or as they stand (BCP 47)."""
    return TAGS[english.country] if english else "en"


def _month_first(match: re.Match[str]) -> str:
    day, month, year = match.groups()
    return f"{month} {day}" + (f", {year}" if year else "")


def _day_first(match: re.Match[str]) -> str:
    month, day, year = match.groups()
    return f"{day} {month}" + (f" {year}" if year else "")


def _quoted(words: str, marks: tuple[str, str]) -> str:
    """The words with each pair of curly quotes as its depth has it; apostrophes stay."""
    made, open_ones = list(words), list[int]()
    closing = {at: begin for begin in _openings(words) if (at := _closing(words, begin)) > 0}
    begins = set(closing.values())
    for at in range(len(words)):
        if at in begins:
            made[at] = marks[len(open_ones) % 2][0]
            open_ones.append(at)
        elif at in closing and open_ones:
            open_ones.pop()
            made[at] = marks[len(open_ones) % 2][1]
    return "".join(made)


def _openings(words: str) -> list[int]:
    return [at for at, mark in enumerate(words) if mark in "“‘"]


def _closing(words: str, begin: int) -> int:
    """Where the quote that begins at `begin` ends; -1 where it does not.

    A single mark behind a letter and before another is an apostrophe; behind an s it may be one
    (the firms’ land), and is taken for one where a better end follows.
    """
    if words[begin] == "“":
        return _partner(words, begin)
    ends = [
        at
        for at in range(begin + 1, len(words))
        if words[at] == "’" and not words[at + 1 : at + 2].isalpha()
    ]
    later = words.find("‘", begin + 1)
    ends = [at for at in ends if later < 0 or at < later] or ends
    return next((at for at in ends if words[at - 1] != "s"), ends[0] if ends else -1)


def _partner(words: str, begin: int) -> int:
    """The double mark that closes the one at `begin`, over those between."""
    depth = 0
    for at in range(begin, len(words)):
        depth += (words[at] == "“") - (words[at] == "”")
        if depth == 0:
            return at
    return -1
