"""Turn what stands around a noun into a part of its label.

A size stands before what it is of (10万吨铝基材料项目), what becomes of it behind it
(2万个单位将在明年落成).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import TIME, split
from briefgen.facts.inventory import Stated
from briefgen.facts.own.measures import AT_VERB, CUT, HERE_ALONE, MEASURE, QUALIFIED
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern


def sized(clauses: Sequence[str], item: Stated, behind: str) -> str:
    """What a size is of that stands before its noun: 10万吨铝基材料项目, 总投资近2000亿元的基地."""
    kind = unit_of(item.quantity.unit).kind
    part = QUALIFIED.sub("", clauses[-1].rpartition("、")[2])
    part = re.sub(r".*[^\W\d]{2}的(?=\d|$)", "", part)
    part = _LEADS_TO.sub("", part)
    of_it = _OF_SIZE.match(behind) if kind in ("money", "measure") else None
    if of_it and (MEASURE.fullmatch(part) or part in _WORTH):
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


def to_be(behind: str) -> str:
    """What will be done by or with things as part of their noun: 明年落成单位 of
    单位将在明年落成; "" where the words behind their number say no such thing."""
    said = _TO_BE.fullmatch(behind)
    if said is None:
        return ""
    if said["done"]:
        when = "" if re.search(r"\d", said["when"] or "") else said["when"] or ""
        return f"{when}{said['done']}{said['noun']}"
    rest = said["rest"]
    return said["noun"] if CUT.search(rest) or len(rest) > _MOST else f"{rest}的{said['noun']}"


_MOST = 12
_DONE = "落成|竣工|建成|完工|投产|投用|开业|开工|动工|入伙|通车|启用|交付|推出|开放"
_TO_BE = pattern(
    rf"(?P<noun>{LETTER}{{2,8}}?)[也亦都均]?"
    rf"(?:(?:预计|有望|可望)?(?:即?将(?![军来])会?|[会可](?=[在于]|陆续|{_DONE}))|预计|有望|可望)"
    rf"(?:(?:[在于]?(?P<when>{TIME.pattern})|陆续|全部)*(?P<done>{_DONE})|[在于]?(?P<rest>.{{2,}}))"
)
_OF_SIZE = pattern(
    rf"的(?P<noun>(?:{LETTER}|[、／/]){{2,18}}?(?:项目|措施|基金|贷款|合约|合同|基地|工程|企业|园区|集群|电站|中心|大桥"
    rf"|高速|产业园|公园|车间|工厂))"
)
_PROJECT = pattern(
    rf"(?P<noun>{LETTER}{{2,16}}?(?:等?项目|等?工程|机组|电站|生产线|产线|装置|基地"
    rf"|线路))(?!数|量|个)"
)
_ATTACHED = pattern(rf"(?P<noun>{LETTER}{{2,10}}?)(?:[和及、，。；]|$)")
_YEARLY = pattern(r"(?:年产能?|日产|年处理|日处理|总产能|设计产能|年发电)$")
_WORTH = ("总值", "造价", "总造价", "涉资", "合约价值")
_SHORT_OWNER = 8
# 宣布推出总值240亿元的基金: who offers it is no part of how large it is.
_LEADS_TO = pattern(r".*(?:推出|宣布|公布|签订|签署|推行|建造|兴建|设立|成立)(?=总[值额投]|[投造])")
