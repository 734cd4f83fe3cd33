"""Turn a number that was read, and words apart from it, into what they make of it: so much a day,
of one share, for each so many, by weight, below nothing."""

from __future__ import annotations

from typing import Protocol

from briefgen.facts.found import Found, Span
from briefgen.facts.scan_chinese import MONEY_FIRST, MONEY_NAME
from briefgen.facts.scan_english import TO_EPS
from briefgen.facts.unit_before import (
    a_day_before,
    each_before,
    field_before,
    share_before,
    speed_before,
    weighed_before,
)
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern


class Made(Protocol):
    """What reads a text: it gives what some words are, if they are a quantity."""

    flat: str

    def made(
        self, written: str, start: int, end: int, spans: tuple[Span, ...] = ()
    ) -> Found | None: ...


def divided(reader: Made, found: Found | None) -> Found | None:
    """A number with what it is of each, where this stands farther before it: 每吨价格下调100元,
    每千人口医师3.7人, 呎价约1.5万元."""
    if found is None or found.quantity.form not in ("number", "range"):
        return found
    unit, flat = unit_of(found.quantity.unit), reader.flat
    if unit.base in ("吨", "立方米") and (daily := a_day_before(flat, found.start)):
        words = f"{flat[found.start : found.end]}/日"
        return reader.made(words, found.start, found.end, (daily, *found.spans)) or found
    if unit.base == "公里" and (hourly := speed_before(flat, found.start)):
        words = f"{flat[found.start : found.end]}/小时"
        return reader.made(words, found.start, found.end, (hourly, *found.spans)) or found
    if unit.base in ("公斤", "斤", "吨") and (field := field_before(flat, found.start)):
        words = f"{flat[found.start : found.end]}/亩"
        return reader.made(words, found.start, found.end, (field, *found.spans)) or found
    paid = unit.kind == "money" or unit.base in _COINS
    if not (paid or unit.kind == "counter") or "/" in unit.base or not unit.base:
        return found
    each = each_before(flat, found.start, paid)
    if each is None:
        return found
    said = flat[found.start : found.end]
    if said[0] in MONEY_FIRST and (money := MONEY_NAME.match(said)):
        # 每股盈利为港币0.63元
        said = said[money.end() :].removesuffix("元") + money[0]
    words = f"{said}/{flat[each.start : each.end].lstrip('每个')}"
    return reader.made(words, found.start, found.end, (each, *found.spans)) or found


def of_a_share(reader: Made, found: Found | None) -> Found | None:
    """A sum that is of one share by the words before it: earnings per share were $0.29."""
    paid = found is not None and bool(_ONE_SUM.search(found.text))
    each = None
    if found and paid and (eps := TO_EPS.match(reader.flat, found.end)):
        # $0.08 to EPS, an 80 cent loss per share
        begin = eps.end() - 3 if eps[0].endswith("EPS") else eps.start() + eps[0].index("per ")
        each = Span("unit", begin, eps.end())
    elif found and paid:
        each = share_before(reader.flat, found.start)
    if found is None or each is None:
        return found
    said = reader.flat[each.start : each.end]
    words = f"{found.text} {'per share' if said in ('EPS', '/share', 'shares') else said}"
    return reader.made(words, found.start, found.end, (*found.spans, each)) or found


def weighed(reader: Made, found: Found | None) -> Found | None:
    """An amount in pounds, as a weight where the words before it are of one."""
    if found is None or not found.text.endswith(" pounds"):
        return found
    word = weighed_before(reader.flat, found.start)
    if word is None:
        return found
    words = f"{reader.flat[word.start : word.end]} {found.text}"
    return reader.made(words, found.start, found.end, (word, *found.spans)) or found


def negative(reader: Made, found: Found | None) -> Found | None:
    """A number with the word that says in English that it is below nothing."""
    if found is None or not (begin := found.start - len(_NEGATIVE[0])) >= 0:
        return found
    if not reader.flat.startswith(_NEGATIVE, begin):
        return found
    return reader.made(reader.flat[begin : found.end], begin, found.end) or found


_NEGATIVE = ("negative ", "Negative ")
_ONE_SUM = pattern(r"(?:[\d)]|(?<!p)[pP]|cents?|pence|euros?|yuan)$")
_COINS = ("便士", "美分", "港仙")
