"""Turn two numbers with a word or sign between them into one range, or into two: 5 to 7 projects.

Of two English counts without a unit nothing says that both count the same. So what stands around
them must: a noun behind or “between” before, and no word of a change, which would say from what to
what.
"""

from __future__ import annotations

from briefgen.facts.numerals import english_numeral, numeral
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


def moved(flat: str, start: int, end: int, unit: str, other: str) -> bool:
    """Whether a number before 至 says by how much something moved, to what stands behind it:
    缩短一年至5.1年, 增加27亿至490亿. Of sums whose unit is said once, only what is far more
    than the change is what it came to, and nothing that may come, or comes each year, is so."""
    verb = _MOVED.search(flat, max(0, start - _NEAR), start)
    if verb is None:
        return False
    if unit.strip() in ("%", "‰") or (not unit and flat[end - 1] not in "万亿"):
        return bool(unit) and verb[0].startswith("微")
    by, to = numeral(flat[start:end]), numeral(other)
    far = by is not None and to is not None and to.value >= _FAR * by.value
    may = bool(_MAY.search(flat, max(0, verb.start() - _NEAR), start))
    return (far or not may) if unit else (far and not may)


_NEAR, _FAR = 8, 2
_MOVED = pattern(
    r"(?:增加|减少|缩短|延长|提高|降低|[上下]调|扩大|下降|增长"
    r"|微?(?<![新提])[升跌降涨增减])了?[约近逾]?$"
)
_MAY = pattern(r"预[计期料]|估计|每[年月日]|可能?|将|会|拟")
