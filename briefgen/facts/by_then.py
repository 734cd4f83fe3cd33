"""Turn a word of time and what stands around it into the time that is meant: the same of the year
before, the year in which a text speaks, or that by which something is to be done."""

from __future__ import annotations

import re

from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern

# A day on one of the first lines, and hardly anything beside it: 2031年5月6日 某局.
DATELINE = pattern(
    r"(?:[^\n]*\n){0,2}[^\n\d，。]{0,12}(?P<year>20\d\d)(?:年|-)(?P<month>1[0-2]|0?[1-9])(?:月|-)"
    r"\d{1,2}日?[^\n\d，。]{0,16}\n"
)
# What tells that something is done; and that it is to be by then.
_DONE, _BEFORE = pattern(r"[已了]"), pattern("[之以]?前")


def same_time(text: SourceText, match: re.Match[str], period: str = "去年") -> str:
    """The period of a word of time that opens a sentence about the same time of the year before
    (去年同期，全区投资28亿元); without one, what says that it is none."""
    end = match.end()
    if match["relative"] != "去年" or not text.matching.startswith("同期", end):
        return period if text.matching[end : end + 2] != "同期" else ""
    begin, _ = text.bounds(match.start(), end)
    opens = not text.matching[begin : match.start()].strip()
    if opens and text.matching[end + 2 : end + 3] in ("，", ","):
        return f"{period or '去年'}同期"
    return ""


def told_in(match: re.Match[str], said: tuple[int, str], year: int) -> int:
    """The year that a part of a year is of: the one that its paragraph says last. But a whole year
    or its end is none to come of which only a month was named (2034年5月开园，力争全年…): it is the
    one in which it is told."""
    paragraph, part = said
    whole = (match["bare"] or "").startswith(("全年", "年末", "年底"))
    return min(paragraph, year) if whole and year and "月" in part else paragraph


def is_by_then(match: re.Match[str], near: str) -> bool:
    """Whether a time is the end of the year or of a month by which what follows is to be done:
    nobody says that it is."""
    bare, near = match["bare"] or "", near.partition("。")[0]
    before = bare.startswith("年底") or (bare.endswith(("底", "末")) and _BEFORE.match(near))
    return bool(before) and not _DONE.search(near)
