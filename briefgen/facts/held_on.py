"""Turn a source into the year that it speaks in: what its 今年 and 去年 are counted from.

A report held in February 2013 is about 2012 in its headings, and its 去年 is 2012: years that a
text is about say nothing of when it was said.
"""

from __future__ import annotations

from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern

# Where the day stands that a text was given on: at its head, or on a line that is little else.
_HEAD, _LINE = 400, 24
_DAY = pattern(r"(?P<year>(?:19|20)\d\d)\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
# A report on a year counts from that, whenever it comes out.
_OF_A_YEAR = pattern(r"年报|年報|年度报告|年度報告|中期报告|中期報告|业绩|業績|招股")


def spoken_in(text: SourceText, year: int) -> int:
    """The year that a text speaks in: `year` is that of its date (0: not known). 0 where nothing
    says it: no date, more than one, or a report on a year of its own."""
    if _OF_A_YEAR.search(text.text, 0, _HEAD):
        return 0
    if year:
        return year
    found = set[str]()
    for match in _DAY.finditer(text.text):
        begin = text.text.rfind("\n", 0, match.start()) + 1
        end = text.text.find("\n", match.end())
        line = (len(text.text) if end < 0 else end) - begin
        if match.start() < _HEAD or line <= _LINE:
            found.add(match["year"])
    return int(found.pop()) if len(found) == 1 else 0
