"""Turn what was found to say what a number counts into a record of it."""

from __future__ import annotations

from briefgen.patterns import pattern
from briefgen.record import Record, replace


class Label(Record):
    """What a number counts ("" where nothing says it), and whether that is in doubt: in a list,
    or because the words name no subject of their own (`vague`)."""

    text: str
    sure: bool = True
    vague: bool = False


def weighed(label: Label) -> Label:
    """A label with whether it names a subject: not 产值 alone, nor what is to be done (推动…)."""
    vague = label.text in _VAGUE or label.text.startswith(_ACTIONS)
    vague = vague or bool(_SCRAP.match(label.text))
    return replace(label, vague=True) if vague else label


_VAGUE = frozenset(
    "产值 产量 销量 规模 总量 数量 项目 企业 单位 面积 年度 全年 目标 任务 金额 增速 占比 "
    "當中 当中 未来 未來 过去 過去 期间 期間 每秒 指标 相应 相應 单位 單位 调整 調整 覆盖 "
    "连接 連接 可提供 两者 当中增速 "
    "當中增速 单位增速 單位增速".split()
)
# What is left of a question or condition names no subject.
_SCRAP = pattern(
    r"(?:[会會有是能]否|如果|包括|[来來]自|列明|[评評]估[结結]果|[该該]比率|超[过過]|大幅|消除$|[^（(]*[)）])"
    r"|.*(?:[虽雖]然|包括|提供|[应應]分配|(?<!存)在)$"
)
_ACTIONS = tuple(
    "推动 推進 推进 抓好 做好 加快 支持 促进 力促 深化 强化 扎实 全力 加大 积极 着力 争取".split()
)
