"""Turn lines that a parser of YAML reads otherwise than their author into what they were meant as.

A dash without its space, a wide dash or space of a Chinese keyboard, a quotation mark that nothing
closes, and a # that cuts a text: YAML has a meaning for some of these, or complains of the line
below. They are looked for in the lines themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.chinese.hanzi import HANZI
from briefgen.patterns import pattern
from briefgen.record import Record

# Spaces that YAML takes for characters of a word: of Chinese keyboards, and of web pages.
_WIDE_SPACE = pattern(r"[ \t]*(?P<at>[\u3000\u00a0\u2002-\u2007]+)[ \u3000\u00a0]*\S")
# A dash of another width, where an item of a list begins.
_WIDE_DASH = pattern(r"[ ]*(?P<at>[－—–‐−])(?!—)\s*\S")
_ITEM = rf"(?:[{HANZI}\u3000“《{{\"']|[A-Za-z_][\w-]*:(?:\s|$))"
_NO_SPACE = pattern(rf"[ ]*(?P<at>-){_ITEM}")
# A value that begins with a quotation mark.
_OPENED = pattern(r"[ ]*(?:- )*(?:[\w-]+:[ ]+)?(?P<at>[\"'])(?P<rest>.*)")


_SURE = pattern(rf"-[{HANZI}\u3000“《]|－\s*\S")


class Slip(Record):
    """What seems to be wrong with a line: a code of the catalogue, and the place, from 0."""

    code: str
    line: int
    column: int


_SLIPS = (
    ("yaml-wide-space", _WIDE_SPACE),
    ("yaml-wide-dash", _WIDE_DASH),
    ("yaml-item-space", _NO_SPACE),
)


def slip(lines: Sequence[str], first: int, last: int) -> Slip | None:
    """The first slip in these lines, from 0, the last one included."""
    for number in range(max(0, first), min(last + 1, len(lines))):
        for code, form in _SLIPS:
            if match := form.match(lines[number]):
                return Slip(code, number, match.start("at"))
    return None


def open_quote(lines: Sequence[str], last: int) -> Slip | None:
    """The nearest line above `last`, or itself, that opens a quotation mark and does not close it,
    where a line below ends it by chance."""
    for number in range(min(last, len(lines) - 1), -1, -1):
        match = _OPENED.match(lines[number])
        if match and not _closed(match["at"], match["rest"]):
            below = lines[number + 1 : last + 1]
            if any(match["at"] in line for line in below):
                return Slip("yaml-open-quote", number, match.start("at"))
    return None


def _closed(quote: str, rest: str) -> bool:
    """Whether the rest of a line has the closing mark."""
    bare = rest.replace("''", "") if quote == "'" else re.sub(r"\\.", "", rest)
    return quote in bare


def is_list(lines: Sequence[str]) -> bool:
    """Whether the lines of a text, which begins its first line, were meant as items of a list. A
    single one may begin with a dash of its own."""
    if len(lines) == 1:
        return bool(_SURE.match(lines[0].lstrip()))
    return all(_WIDE_DASH.match(line) or _SURE.match(line.lstrip()) for line in lines)


def lines_cut(text: str) -> frozenset[int]:
    """The lines of a file, from 0, in which a # may cut a text."""
    if " #" not in text:
        return frozenset()
    return frozenset(n for n, line in enumerate(text.split("\n")) if " #" in line)


def cut_by_comment(behind: str) -> str:
    """What stands behind a text in its line and was cut off as a comment, though it seems to be
    part of it: a # with hanzi right behind."""
    words = behind.strip()
    joined = words.startswith("#") and words[1:2].strip("#! \t") != ""
    chinese = any("\u3400" <= char <= "\u9fff" for char in words)
    return words if joined and chinese and behind[0] in " \t" else ""
