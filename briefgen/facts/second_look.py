"""Turn a number that was read, and the words around it, into what the reader did not use.

A proof must not look with the eye that erred. Nothing here asks the reader again: the characters
beside a number and between its parts are looked at for themselves, by lists of their own. What is
found is told as a doubt, once a figure, and a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.facts.figures import Figure
from briefgen.facts.found import Found
from briefgen.facts.quoted import Region
from briefgen.facts.units import CALENDAR, unit_of
from briefgen.patterns import pattern
from briefgen.problems import Phrase, phrase

# What may stand behind a number and its unit without belonging to it.
_CLOSING = pattern(r"(?:及?以上|及?以下|左右|上下|以内|之内|[多余强]|级)*")
_GOES_ON = pattern(r"·?(?:[^\W\d_]|/)+")
_NO_NOUN = pattern(r"[的了和与及或、，。；：在是为以等]")
# Units that go on: what is read as the first of the two may be their whole.
_LONGER = frozenset(
    "人次 亩次 辆次 台次 架次 例次 家次 场次 户次 周年 吨公里 人公里 平方公里 瓦时 个百分点 度电 "
    "人天 人年 人日 元人民币 年级 公里/ 元/ 吨/ 克/ 头/ 米/".split()
)
_JOINED_BEHIND = pattern(
    r"\s?(?:[-~～—–―/]|至|到|[:：∶比]|、)\s?[\d一二三四五六七八九十百千]|[\d]|\s[\d]{3}(?!\d)"
)
_JOINED_BEFORE = pattern(
    r"(?:[\d%‰一二三四五六七八九十百千万亿元]\s?(?:[-~～—–―/:：∶比]|至)|[\d一二三四五六七八九]\s?|[.．])$"
)
_SAID_EACH = pattern(r"[每均]|(?i:\b(?:per|each|every|an?)\b)")
_EACH = pattern(r"每[^\W\d_]{1,4}$")
# 数百 and 数10万 are of a size alone; 总数1093551个 is exact.
_VAGUE_BEFORE, _ROUND = pattern(r"[几数]$"), pattern(r"10+(?![\d.])|\D")
# 交易量1.2亿: what is counted there need not be money.
_COUNTED = pattern(r"[^\W\d_]{0,3}[量数次](?:约|近|达到?|超过?|为|共|至|到|突破)*$")
_FALLS = pattern(
    r"下降|下滑|减少|降低|下跌|[^涨升止连]跌|压减|削减|减收|回落|亏损|负增长|逆差|赤字|拉低|负向|缩减|萎缩|压降|"
    r"降幅|跌幅|减幅|净流出|缩短|下调|\b(?:fell|down|dropped|declined|decreased|loss(?:es)?|deficit|"
    r"reduc\w+|lower|shrank)\b"
)
_RISES = pattern(
    r"增|涨|升|提高|扩大|达|扭亏|\b(?:up|rose|grew|increase\w*|gain\w*|growth|reach\w*|to)\b"
)
_CAME_TO = pattern(r"(?:到|至|为|\bto\b)\s*(?:约|近|超过?|不足|about |nearly |over )?$")
# Fell from 14%, and by how much is said behind.
_BEGAN = pattern(r"(?:[从由從]|\bfrom)\s*(?:约|近|超过?|不足|about |nearly |over )?$")
_RATES = pattern(r"年均|月均|日均|周均|人均|户均|亩均|\b(?:per|a|each) (?:year|day|month|head)\b")
_COUNTING = frozenset("0123456789一二三四五六七八九十百千万亿两半几数%‰")


def doubt(figure: Figure, around: Region, found: Found) -> Phrase | None:
    """What makes the reading of a figure doubtful, if anything does: the first of all reasons.

    Of one that somebody has looked at (sure: yes), or is still to look at (sure: no), none is told.
    """
    if figure.sure is not None or found.quantity.unit in CALENDAR:
        return None
    return next(_doubts(figure, around, found), None)


def _doubts(figure: Figure, around: Region, found: Found) -> Iterator[Phrase]:
    flat = around.flat
    since = max((n.end for n in around.numbers if n.end <= found.start), default=0)
    before = flat[max(since, around.clause if found.start >= around.clause else 0) : found.start]
    yield from _behind(figure, flat, found)
    yield from _joined(around, flat, found)
    if _VAGUE_BEFORE.search(before) and _ROUND.match(found.text):
        yield phrase("look-before", words=before[-1:] + found.text)
    if each := _each(figure, found, before):
        yield phrase("look-before", words=each + found.text)
    if found.guessed and not figure.unit_given and (count := _COUNTED.search(before)):
        yield phrase("look-before", words=count[0] + found.text)
    yield from _unused(around, flat, found)
    yield from _falls(found, before)
    yield from _rates(figure, before)


def _each(figure: Figure, found: Found, before: str) -> str:
    """What a sum is of each (每平方米2万至3万元), where neither its unit nor its label says so."""
    each = _EACH.search(before)
    paid = unit_of(found.quantity.unit).kind == "money"
    said = any(_SAID_EACH.search(label) for label in figure.label.values())
    return each[0] if each and paid and not said else ""


def _behind(figure: Figure, flat: str, found: Found) -> Iterator[Phrase]:
    """A noun or a divisor behind a number whose unit is not known, or was guessed, or goes on."""
    if found.quantity.form not in ("number", "inexact", "range"):
        return
    closing = _CLOSING.match(flat, found.end)
    end = closing.end() if closing else found.end
    goes_on = _GOES_ON.match(flat, end)
    if not goes_on:
        return
    words = goes_on[0]
    bare = not found.quantity.unit or found.guessed
    known = figure.unit_given or any(words[:2] in label for label in figure.label.values())
    if bare and not known and not _NO_NOUN.match(words):
        yield phrase("look-behind", words=words[:6])
    elif words.startswith("·"):
        yield phrase("look-behind", words=words[:4])
    elif found.quantity.unit and not figure.unit_given:
        last = next((s for s in reversed(found.spans) if s.role == "unit"), None)
        unit = flat[last.start : last.end] if last and last.end == found.end else ""
        if any(f"{unit[-n:]}{words[:m]}" in _LONGER for n in (1, 2) for m in (1, 2)):
            yield phrase("look-behind", words=words[:4])


def _joined(around: Region, flat: str, found: Found) -> Iterator[Phrase]:
    """Another number that a sign joins to this one, and that the reader has not taken with it."""
    if found.quantity.form in ("range", "ratio"):
        return
    behind = _JOINED_BEHIND.match(flat, found.end)
    listed = found.leader >= 0 or any(
        n.leader in (found.start, found.leader) for n in around.numbers if n.leader >= 0
    )
    apart = _is_apart(around, found, found.end, found.end + 3)
    if behind and not apart and not (listed and behind[0].lstrip().startswith("、")):
        yield phrase("look-joined", words=flat[found.start : found.end + 8])
    before = _JOINED_BEFORE.search(flat[max(0, found.start - 6) : found.start])
    if before and not _is_apart(around, found, found.start - 2, found.start + 1):
        yield phrase("look-joined", words=flat[max(0, found.start - 6) : found.end])


def _is_apart(around: Region, found: Found, begin: int, end: int) -> bool:
    """Whether the number next to one was read in a unit of another kind: 下降2%至33亿元 says by how
    much, and to what."""
    kind = unit_of(found.quantity.unit).kind
    others = (n for n in around.numbers if n is not found)
    edges = (n for n in others if begin <= n.start < end or begin <= n.end < end)
    beside = next((unit_of(n.quantity.unit).kind for n in edges if n.quantity.unit), kind)
    return bool(found.quantity.unit) and {kind, beside} == {"share", "money"}


def _unused(around: Region, flat: str, found: Found) -> Iterator[Phrase]:
    """Digits, numerals and scales between the parts of a number that no number has used."""
    if not found.spans:
        return
    # What a number is of each may stand far before it: 每千人口医疗机构床位数7.2张.
    near = [s for s in found.spans if s.role != "unit" or s.end >= found.start]
    first, last = min(s.start for s in near), max(s.end for s in found.spans)
    used = {at for n in around.numbers for s in n.spans for at in range(s.start, s.end)}
    used |= {at for n in around.numbers for at in range(n.start, n.end)}
    left = [at for at in range(first, last) if at not in used and flat[at] in _COUNTING]
    if left:
        yield phrase("look-unused", words=flat[left[0] : left[-1] + 1])


def _falls(found: Found, before: str) -> Iterator[Phrase]:
    value = found.quantity.value
    if found.quantity.direction or (value is not None and value <= 0):
        return
    if found.quantity.form in ("rank", "multiple", "ratio"):
        return
    *_, fall = (None, *_FALLS.finditer(before))
    went = _RISES.search(before, fall.end()) if fall else None
    if fall and not went and not _CAME_TO.search(before) and not _BEGAN.search(before):
        yield phrase("look-fall", word=fall[0])


# What says of a figure that it is so much of each, in either language.
_SAYS_RATE = pattern(
    r"均|每| per |(?i:\b(?:daily|weekly|monthly|yearly|annual|annually|average|mean)\b)"
    r"|\ba (?:day|week|month|year|head|person|household)\b|\bof each\b"
)


def _rates(figure: Figure, before: str) -> Iterator[Phrase]:
    *_, rate = (None, *_RATES.finditer(before))
    labels = figure.label.values()
    # An audience's label in another language is a translation of one that was looked at.
    if rate and not any(label.isascii() == rate[0].isascii() for label in labels):
        return
    said = [figure.quantity.qualifier, *figure.label.values(), *(figure.period or {}).values()]
    if rate and len(before) - rate.end() <= 8 and not any(map(_SAYS_RATE.search, said)):
        yield phrase("look-rate", word=rate[0])
