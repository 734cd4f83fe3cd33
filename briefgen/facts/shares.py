"""Turn 计划 before a number into whether the number is a share of that plan: 完成年度计划的八成."""

from __future__ import annotations

from briefgen.patterns import pattern

_NOUNS = r"(?:任务|目标|指标|产量|总?投资额?|总[额量]|[数额值量])*"
_BETWEEN = pattern(rf"{_NOUNS}的?(?:大?约|将?近|超过?|逾|不到|不足|达到?|占|为)*")
_SHARE = pattern(
    r"[\d.,]+ ?(?:[%‰]|倍|成(?![员功])|个百分)|百分之|[一二两三四五六七八九十]+(?:成|倍|分之)"
)
_LEAD = pattern(r"(?:完成|实现|占|为|达到?|相当于|超过?)了?[^，。；：、]{0,14}计划$")


def of_plan(text: str, end: int, start: int) -> bool:
    """Whether the number at `start` is a share of the plan whose word ends at `end`.

    So it says what has been done. Without 的 there must stand before it what is done of the plan:
    完成年度计划80%, but 全年计划增长8%.
    """
    between = _BETWEEN.fullmatch(text, end, start)
    if between is None or not _SHARE.match(text, start):
        return False
    return "的" in between[0] or bool(_LEAD.search(text, max(0, end - 24), end))
