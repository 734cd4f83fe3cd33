"""Turn a size that stands before its noun into what it is of: 10万吨铝基材料项目."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import split
from briefgen.facts.inventory import Stated
from briefgen.facts.own_measures import AT_VERB, CUT, HERE_ALONE, MEASURE, QUALIFIED
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern


def sized(clauses: Sequence[str], item: Stated, behind: str) -> str:
    """What a size is of that stands before its noun: 10万吨铝基材料项目, 总投资近2000亿元的基地."""
    kind = unit_of(item.quantity.unit).kind
    part = QUALIFIED.sub("", clauses[-1].rpartition("、")[2])
    part = re.sub(r".*[^\W\d]{2}的(?=\d|$)", "", part)
    of_it = _OF_SIZE.match(behind) if kind in ("money", "measure") else None
    if of_it and MEASURE.fullmatch(part):
        return of_it["noun"] + part
    if kind != "measure":
        return ""
    yearly = _YEARLY.search(part)
    made = _PROJECT.match(item.behind) or (_ATTACHED.match(item.behind) if yearly else None)
    if made is None:
        return ""
    if yearly:
        return made["noun"] + yearly[0]
    doing = HERE_ALONE.fullmatch(part) or AT_VERB.search(part.rstrip("了")) or split(part)[1]
    whose = "" if CUT.search(part) or len(part) > _SHORT_OWNER or doing else part
    return whose + made["noun"]


_OF_SIZE = pattern(
    rf"的(?P<noun>(?:{LETTER}|、){{2,18}}?(?:项目|基地|工程|企业|园区|集群|电站|中心|大桥"
    rf"|高速|产业园|公园|车间|工厂))"
)
_PROJECT = pattern(
    rf"(?P<noun>{LETTER}{{2,16}}?(?:等?项目|等?工程|机组|电站|生产线|产线|装置|基地"
    rf"|线路))(?!数|量|个)"
)
_ATTACHED = pattern(rf"(?P<noun>{LETTER}{{2,10}}?)(?:[和及、，。；]|$)")
_YEARLY = pattern(r"(?:年产能?|日产|年处理|日处理|总产能|设计产能|年发电)$")
_SHORT_OWNER = 8
