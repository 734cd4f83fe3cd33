"""Turn the words before a number into the one that makes a plan of it: 力争, is expected to."""

from __future__ import annotations

from briefgen.facts.shares import of_plan
from briefgen.patterns import pattern

# 争取国债资金97亿元: what was obtained, and is aimed at no more.
OBTAINED = r"(?!到|得|了|[^，。]{0,8}(?:国债|债券|资金|贷款|试点|名额|支持))"
# 预期寿命, 计划金额, 预测值 and 主要预期目标 are nouns.
_PLANS = pattern(
    rf"力争|争取{OBTAINED}|确保(?!了)|(?<![五年])计划(?!金额|总预算|预算|总?开支|生育|单列|经济|外|书|数|内|的|和|、|下|中|已|会|會|惠|涉|共|包括|包含|提供|设有|获|獲|让|讓|令|[\"」』])|预计"
    r"|(?<![原较于])预期(?!寿命|目标|值|收益|效果|性)|有望"
    r"|(?<![模虚])拟(?!人|合|态)"
    r"|(?<![比较原于月])(?:预测|预估|(?<!临时)(?<!修订)估计)(?![值数的期性中报模所由从和、，。]|[上下]修|[上下]?调)"
)
_TO_BE = "expected|projected|forecast(?:ed)?|anticipated|estimated|planned|targeted|predicted"
_ENGLISH_PLANS = pattern(
    # Is expected to reach 5%, was put below what is expected; but not as expected.
    rf"\b(?<!than )(?<! as )(?P<said>{_TO_BE})(?= (?:to|at|in|by|for)\b)"
    rf"|\b(?P<of>{_TO_BE})(?= (?:[A-Za-z-]+ ){{1,6}}of (?:about |around |over |approximately )?$)"
    r"|\b(?P<noun>forecasts?|projections?|estimates?|guidance|outlook)"
    r"(?= (?:[A-Za-z-]+ ){0,4}of (?:about |around |over |approximately )?$)"
    r"|\b(?P<shown>guidance|outlook)(?= (?:indicates?|calls|implies|assumes)\b)"
    r"|\b(?P<doing>expects?|expecting|anticipates?|anticipating|forecasts|forecasting|projecting"
    r"|predicts|predicting|targeting|estimates(?= that )|(?:plans?|planning|aims?|aiming) to"
    r"|forecast(?= (?:the|that|a|growth|global) )"
    r"|(?<!than )(?:expected|predicted)(?= (?:an?|the|that|(?:[a-z]+ ){1,3}to) ))\b"
    r"|\b(?P<set>targets?)(?= (?:was|is|are|were|of|for|to|at|set)\b)"
)
# 为公务员房屋配额计划预留: a programme that something is done for.
_NAMED = pattern(
    r"(?:为|為|向|透过|透過|通过|通過|根据|根據|按|推行|优化|優化|配合)[^，。；\d]{2,16}$"
)
# 输入劳工计划航空业第三轮批出: done under a programme, and intended no more.
_OF_OTHERS = pattern(r"[^，。；]{0,16}(?:批出|获批|已|录得|接获|收到)")
# What the next number of the same plan follows: 4.8% this year and 4.5% next year; and by 2.2%.
_GOES_ON = pattern(
    r"[^.;，]{0,40}?\band (?:be )?"
    r"(?:(?:to|by|at|of|a further|about|around|nearly|over|more than|up to) ?)*$"
)
_FROM = pattern(r"(?:\b(?:from|the)|[\"’]s) (?:(?:about|around|nearly|over|some) )?$")
_FROM_TO = pattern(r"[^.;，]{0,40}? to (?:(?:about|around|nearly|over|some) )?$")
# 预期由697亿元下降至406亿元: a plan of what it comes to, since the other is known.
_FROM_HERE = pattern(r"[由从從][^，。；]{0,16}$")
_TO_THERE = pattern(r"[^，。；]{1,12}?[升降增减減高低大小加少缩縮扩擴长長宽寬调調][至到为為]")
_CAME_FROM = pattern(r"[由从][^，。；]{2,40}[升降增减高低大小加少缩扩][至到为][^，。；]{0,16}$")
# Net income of $7.9 million to $8.4 million, or $0.28 to $0.30 per share: the same said again.
_AGAIN = pattern(r"，? ?\bor (?:about |around |nearly |over |approximately )?$")
_AGAIN_ENDS = ("or ", *(f"or {word} " for word in "about around nearly over approximately".split()))
_FURTHER = (_GOES_ON, _FROM_TO, _AGAIN)


def planned(flat: str, clause: int, since: int, start: int) -> str:
    """The word that makes a plan of the number at `start`, or "".

    It stands behind the last number of the clause, which ended at `since`, or in English at the
    head of what joins both. What a plan begins at (from 4.4% to 4.3%) is none,
    nor is what is known already (the 5% line).
    """
    if begins_at(flat, start, clause):
        return ""
    if came := _CAME_FROM.search(flat, max(clause, start - 64), start):
        since = min(since, max(clause, came.start() - 16))
    for match in _PLANS.finditer(flat, since, start):
        if match[0] == "计划" and (
            of_plan(flat, match.end(), start)
            or _NAMED.search(flat, clause, match.start())
            or _OF_OTHERS.match(flat, match.end(), start)
        ):
            continue
        return match[0]
    if flat.find(" ", clause, start) < 0:
        return ""
    if flat.endswith(_AGAIN_ENDS, 0, start) and (again := _AGAIN.search(flat, start - 24, start)):
        # What is said again in another unit is of the same plan, a comma before it.
        before = again.start()
        clause = max(flat.rfind(mark, 0, before) for mark in "，;。\n") + 1
        clause = max(clause, flat.rfind(". ", 0, before) + 1)
    *_, match = (None, *_ENGLISH_PLANS.finditer(flat, clause, start))
    if match is None or _FROM.search(flat, since, start):
        return ""
    apart = match.end() < since
    if apart and not any(form.fullmatch(flat, since, start) for form in _FURTHER):
        return ""
    return match[0].lower()


def begins_at(flat: str, start: int, since: int = 0) -> bool:
    """Whether the number at `start` is what something comes from: 由三年延长至五年."""
    came = _FROM_HERE.search(flat, max(since, start - 20), start)
    return bool(came and _TO_THERE.match(flat, start))


def says_when(flat: str, start: int, end: int) -> bool:
    """Whether a span of time says when, so that a plan's word before it is of what follows:
    预测未来5年的开支达1150亿元."""
    return bool(_WHEN_BEFORE.search(flat, max(0, start - 4), start) or _DURING.match(flat, end))


_WHEN_BEFORE = pattern(r"(?:未来|今后|过去|接下来|近|最近|往后)$")
_DURING = pattern(r"(?:期)?[内间]")
