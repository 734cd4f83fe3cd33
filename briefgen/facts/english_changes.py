"""Turn the words that move an English number into the change that its label says.

Which increased gross margin by 2.6 percentage points; saw an increase of 21 per cent; grew from
$7.5 million to $10 million, or 32 %.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.facts import directions
from briefgen.facts.inventory import Stated
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern


def changed_by(own: str, lead: str, fillers: Sequence[str], item: Stated) -> str:
    """The change of what a verb before it moved by so much (which increased gross margin by 2.6
    percentage points), and of a rate by so many points; "" for what is no such change."""
    if saw := _SAW.search(lead):
        return f"{saw['noun']} {'decrease' if saw['fell'] else 'growth'}"
    base = CUT_CHANGE.sub("", own)
    points = item.quantity.unit in POINTS
    if not base or not (points or [*fillers[-1:]] == ["by"]):
        return ""
    moved = _MOVES.search(lead) if [*fillers[-1:]] == ["by"] else None
    if moved and (moved["noun"].lower().endswith(base.lower()) or base.endswith(moved["noun"])):
        fell = moved["fell"] or directions.sign(item.quantity.direction) < 0
        return f"{_of_whom(own, moved)}{moved['noun']} {'decrease' if fell else 'increase'}"
    share = _AS_SHARE.match(item.behind) if points else None
    base += share[0] if share else ""
    if not points or not (share or A_RATE.search(base)):
        return ""
    way = _WAY.search(" ".join(fillers) + item.behind[:_NEXT_WORD])
    fell = directions.sign(item.quantity.direction) < 0 or (way and way["fell"])
    return f"{base} {'decrease' if fell else 'increase' if way else 'change'}"


def moved_by(own: str, lead: str, fillers: Sequence[str]) -> str:
    """What a sentence goes on about whose verb moved something: the company decreased its costs by
    5 %, and these it is about."""
    moved = _MOVES.search(lead) if [*fillers[-1:]] == ["by"] else None
    if moved is None or not own.endswith(moved["noun"]):
        return own
    return f"{_of_whom(own, moved)}{moved['noun']}"


def came_to_a_rate(text: SourceText, item: Stated) -> bool:
    """Whether a rate says once more how a sum moved: grew from $7.5m to $10m, or 32%."""
    begin, _ = text.bounds(item.place.start, item.place.end)
    rate = item.quantity.unit == "%" and not item.behind.startswith(" of ")
    moved = _GREW.search(text.matching, begin, item.place.start)
    return bool(rate and moved)


_GREW = pattern(r"\b(?:grew|rose|fell|increased|decreased|declined|dropped) from [^;]{1,40} to ")


def _of_whom(own: str, moved: re.Match[str]) -> str:
    """Who moved something, before what it was: Acme Biogas increased its revenues."""
    who = own.removesuffix(moved["noun"]).strip().rpartition(" ")[0]
    return "" if not who or who.lower() in WHO else f"{who} "


WHO = frozenset("company group bank firm we it they which that management".split())
POINTS = ("个百分点", "个基点")
_AS_SHARE = pattern(r" as an? (?:percent|percentage|share|proportion) of (?:total |net )*[a-z]+")
_NEXT_WORD = 15
CUT_CHANGE = pattern(r" (?:growth|increase|decrease|change)$")
A_RATE = pattern(r"(?i:\b(?:margin|rate|ratio|yield|share|percentage)s?\b)")
_MOVES = pattern(
    r"\b(?:(?:increas|rais|boost|improv|lift|expand|benefit)(?:e[ds]?|ed|s|ing)"
    r"|(?P<fell>(?:decreas|reduc|lower|compress|dilut|cut|hurt)(?:e[ds]?|ed|s|ing)?"
    r"|(?:negatively|adversely) (?:affected|impacted))) (?:(?:the|its|our) )?"
    r"(?P<noun>[A-Za-z-]+(?: [A-Za-z-]+){0,4}) by (?:(?:about|approximately|nearly|around) )*$"
)
# Wholesale revenues saw a substantial increase of 21 per cent.
_SAW = pattern(
    r"(?P<noun>[A-Za-z-]+(?: [A-Za-z-]+){0,4}) (?:saw|posted|recorded|experienced|showed"
    r"|enjoyed) an? "
    r"(?:[a-z]+ )?(?:increase|growth|rise|improvement|(?P<fell>decrease|decline|drop|fall"
    r"|reduction))"
    r" of (?:(?:about|approximately|nearly|around) )*$"
)
_WAY = pattern(
    r"\b(?:up|rose|increas\w+|improv\w+|grew|higher|expan\w+|(?P<fell>down|fell|decreas\w+|declin\w+"
    r"|lower|drop\w*|contract\w+))\b"
)
