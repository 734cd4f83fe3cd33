"""Turn what a Chinese sentence sets its own growth beside into labels of those numbers.

比全省（7.7%）和全国平均水平（7.0%）分别高0.7、1.4个百分点: of whom each number in brackets is, and
how far the growth of the sentence's own subject is from each.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import TIME, split
from briefgen.facts.going_on import growth_of
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.patterns import pattern
from briefgen.record import State, field

_GROWTH = "增速"
_NAME = 4
_AGAINST = pattern(
    rf"(?:高于|低于|快于|慢于|高於|低於)(?P<noun>(?:\d{{1,2}}月份?)?{LETTER}{{2,12}})(?:[（(]|的)$"
)
_THAN = pattern(rf"[比较較](?P<noun>{LETTER}{{2,10}})[（(]$")
_AND = pattern(rf"^[）)](?:和|与|與|及|、|以及)(?P<noun>{LETTER}{{2,10}})[（(]$")
_LEVEL = pattern(r"(?:平均)?水平$|平均$|整体$")
_HERE = pattern(r"^(?:全[市省县区州]|我[市省县区州])")
_WAY = pattern(r"[）)]?(?:分别|分別|均|又)?(?P<way>高|低|快|慢)?(?:出|了)?$")


class Beside(State):
    """What the growth of a sentence has been set beside so far."""

    base: str = ""
    whom: list[str] = field(default_factory=list)

    def other(self, clause: str, subject: str, before: Label | None) -> tuple[str, str]:
        """The label of a number that the sentence's own is compared with, "" of any other; and what
        stands before it in its clause."""
        match = _AGAINST.search(clause) or _THAN.search(clause)
        match = match or (_AND.search(clause) if self.whom else None)
        if match is None:
            return "", ""
        own = (
            split(clause[: match.start()])[0].rstrip("远遠略大幅") if clause[0] not in "）)" else ""
        )
        noun = TIME.sub("", match["noun"])
        whom = _LEVEL.sub("", noun)
        grown = growth_of(before.text) if before and not own and not self.whom else ""
        if own == _GROWTH and subject:
            grown = subject.removesuffix(_GROWTH) + _GROWTH
        self.base = grown or self.base
        if not self.base:
            return (subject + noun if len(noun) <= _NAME and subject else noun), own
        self.whom.append(whom)
        return f"{whom}{_HERE.sub('', self.base)}", own

    def apart(self, clause: str, group: Sequence[Stated]) -> list[Label]:
        """The labels of how far the sentence's own growth is from each of those beside it, empty
        where some numbers are nothing of the sort."""
        way = _WAY.fullmatch(clause)
        if way is None or len(self.whom) != len(group) or group[0].quantity.unit != "个百分点":
            return []
        said = "" if group[0].quantity.direction else (way["way"] or "高于")
        made = [
            Label(f"{self.base}高于{whom}" if said == "高于" else f"{self.base}比{whom}{said}")
            for whom in self.whom
        ]
        self.whom.clear()
        return made
