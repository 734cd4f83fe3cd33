"""Turn the rows of a table that is set as plain lines, a year in front of each, into what they say.

學年 參加計劃的學校數目 (佔全港百分比) 取得認證學校數目
2009-2010 171間 (26.6%) 22間 (包括16間基本和6間進階)
"""

from __future__ import annotations

import re

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.inventory import Stated
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern
from briefgen.record import Record

_HEAD = pattern(r"\s*(?P<unit>[学學财財]?(?:政)?年(?:度|份|期)?)\s+(?P<rest>\D+)$")
_ROW = pattern(r"\s*(?P<year>(?:19|20)\d\d(?: ?[-–—/] ?(?:19|20)?\d\d)?)(?:[学學]?年度?)?\s+(?=\d)")
_COLUMN = pattern(r"(?P<name>[^\s(（]+)(?:\s*[(（][^()（）]*[)）])?")
_BRACKETS = pattern(r"[(（][^()（）]*[)）]?")
_NUMBER = pattern(r"\d[\d,.]*")
_COUNT = pattern(r"[数數](?:目|量)?$")
_KIND = pattern(rf"(?P<noun>(?:(?![和及与與]){LETTER}){{2,8}})")
# So many rows are looked at for the head of one.
_MOST = 30


class YearRow(Record):
    """What a number of such a row counts, the year of its row, and where that holds its numbers."""

    label: str
    period: str
    start: int
    end: int


def year_row(text: SourceText, item: Stated) -> YearRow | None:
    """What the row of a plain table says of a number in it, None where it stands in none."""
    words, at = text.text, text.offsets[item.place.start]
    begin = words.rfind("\n", 0, at) + 1
    row = _ROW.match(words, begin)
    head = _head(words, begin) if row else None
    if row is None or head is None or row.end() > at:
        return None
    left = words[row.end() : at]
    columns = [match["name"] for match in _COLUMN.finditer(head["rest"])]
    bracketed = len(re.findall(r"[(（]", left)) > len(re.findall(r"[)）]", left))
    place = len(_NUMBER.findall(_BRACKETS.sub("", left))) - bracketed
    if not 0 <= place < len(columns):
        return None
    unit = head["unit"] if head["unit"] in ("学年", "學年") else "年"
    label = columns[place]
    if bracketed:
        kind = _KIND.match(item.behind)
        what = "占比" if item.quantity.unit == "%" else f"（{kind['noun']}）" if kind else ""
        label = _COUNT.sub("", label) + what
    stop = words.find("\n", at)
    start = text.offsets.first_from(row.end(), len(text.matching))
    end = text.offsets.first_from(stop if stop >= 0 else len(words), len(text.matching))
    return YearRow(label, row["year"].replace(" ", "") + unit, start, end)


def _head(words: str, begin: int) -> re.Match[str] | None:
    """The head above a row that begins at a place."""
    for _ in range(_MOST):
        if begin <= 0:
            return None
        end, begin = begin - 1, words.rfind("\n", 0, begin - 1) + 1
        if not _ROW.match(words, begin, end + 1):
            return _HEAD.match(words[begin:end].rstrip())
    return None
