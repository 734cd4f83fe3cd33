"""Turn two English counts with a word or sign between them into one range: 5 to 7 projects.

Without a unit nothing says that both count the same. So what stands around them must: a noun
behind or “between” before, and no word of a change, which would say from what to what.
"""

from __future__ import annotations

from briefgen.facts.numerals import english_numeral
from briefgen.patterns import pattern

# Words that a range of counts does not follow.
_NO_LEAD = pattern(
    r"(?i:\b(?:from|by|up|down|rose|fell|grew|dropped|cut|lower|higher|increas\w+|declin\w+"
    r"|decreas\w+|rais\w+|reduc\w+|improv\w+|pages?|nos?\.|voted?|won|lost|score|ratio of|aged?"
    r"|ages|chapters?|sections?|notes?|days|weeks|hours|grades?|levels?|on)) $"
)
_NOUN = pattern(
    r" (?!of|in|on|at|for|against|with|and|or|to|by|from|as|a|p\.?m|a\.?m|vote)[a-z]{3,}"
)
_YEAR = pattern(r"(?:19|20)\d\d")


def counted(flat: str, start: int, low: str, high: str, end: int, between: bool) -> str:
    """The range from one count to another that ends at `end`, as it is written; "" for none."""
    first, last = english_numeral(low.strip()), english_numeral(high.strip())
    if first is None or last is None or _YEAR.fullmatch(low) or _YEAR.fullmatch(high):
        return ""
    if _NO_LEAD.search(flat, max(0, start - 16), start):
        return ""
    told = between or last.scale or _NOUN.match(flat, end)
    scaled = first.value * (last.magnitude if last.scale and not first.scale else 1)
    return f"{low.strip()} to {high.strip()}" if told and scaled < last.value else ""
