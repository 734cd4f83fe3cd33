"""Turn what stands before a Chinese number into what it is: the same again, a fall, an index."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern


def again(own: str, item: Stated, before: Sequence[Stated], earlier: str) -> str:
    """A sum in brackets that is the one before them in another currency: 1000元（约277港元）."""
    paid = bool(before) and all(
        unit_of(one.quantity.unit).kind == "money" for one in (before[-1], item)
    )
    other = paid and before[-1].quantity.unit != item.quantity.unit
    return earlier if other and _CONVERTED.fullmatch(own) else ""


def fall_to(own: str) -> str:
    """What a fall has narrowed or widened to: 楼价按年跌幅收窄至4.5%."""
    fall = _FALL_TO.search(own)
    return f"{fall['noun']}{fall['fall']}" if fall else ""


def of_index(words: str, item: Stated, made: Sequence[Label]) -> str:
    """The label of points: that of the index that they are points of."""
    if item.quantity.unit != "点" or _OF_INDEX.search(words):
        return words
    return next((each.text for each in made if _OF_INDEX.search(each.text)), words)


_CONVERTED = pattern(r"(?:[^，]{0,4}币)?[（(](?:大?约|折合|即|相当于|等于|近|逾|约合)*")
_FALL_TO = pattern(
    rf"(?:(?<=\d)[个個])?(?P<noun>{LETTER}{{2,20}}?)(?:按年|按月|按季|同比"
    rf"|环比)?的?(?P<fall>跌幅|降幅|减幅)"
    r"(?:大幅|略为|进一步)?(?:收窄|扩大|缩小|放缓|收缩)[至到为]$"
)
# 跌409点: of the index that the sentence names first.
_OF_INDEX = pattern(r"指|股|市场|分数|得分")
