"""Turn categories that all end alike into what tells them apart, and the words that they share.

铁路货运量增速, 公路货运量增速 and 民航货运量增速 are 铁路, 公路 and 民航 of a chart of 货运量增速,
which its subtitle says: short names stand beside marks, and nobody reads the same words thrice.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefgen.chinese.hanzi import has_hanzi
from briefgen.parts.charts.values import Values
from briefgen.record import replace
from briefgen.typography.segment import line_ends

# How many hanzi, or letters, are worth being said once; and how many have to be left.
_SHARED, _LETTERS, _LEFT = 3, 5, 2
# What describes the words behind it, and ends no name: 全国铁路营业里程 beside 高铁里程.
_DESCRIBE = (
    *"营业 營業 经营 經營 运营 營運 通车 通車 覆盖 覆蓋 建筑 建築 占地 佔地".split(),
    *"种植 種植 播种 播種".split(),
    *"注册 註冊 登记 登記 常住 户籍 戶籍 可支配 人均 户均 年均 月均 日均 平均 累计 累計".split(),
    *"新增 实际 實際 规划 規劃 计划 計劃 预计 預計 在建 新建 已建 建成 完成 实现 實現".split(),
    *"处理 處理 装机 裝機 使用 利用 全部 主要 其中 总 總 的 和 与 與 及".split(),
)
# What no English name may end with.
_OPEN = frozenset("and at by for from in of on or per the to with".split())


def named_once(values: Values) -> Values:
    """The values with the words that all categories end with as the name of the series, where this
    has none; the same values where there are no such words."""
    if len(values.series) != 1 or values.series[0] or len(values.categories) < 2:
        return values
    shared = _shared(values.categories)
    if not shared:
        return values
    told = tuple(each.removesuffix(shared).rstrip() for each in values.categories)
    name = shared.strip()
    return replace(values, categories=told, series=(name,), series_keys=((name,),))


def _shared(names: Sequence[str]) -> str:
    """The words with which all names end, none of which is then empty or a torn word."""
    if not all(map(has_hanzi, names)):
        return "" if any(map(has_hanzi, names)) else _shared_words(names)
    backwards = zip(*(reversed(each) for each in names), strict=False)
    alike = sum(1 for _ in takewhile(lambda chars: len(set(chars)) == 1, backwards))
    ends = [line_ends(each) for each in names]
    for length in range(alike, _SHARED - 1, -1):
        cuts = [len(each) - length for each in names]
        if all(cut >= _LEFT and cut in own for cut, own in zip(cuts, ends, strict=True)):
            # Where all do, that is what tells them apart: 计划投资额 and 实际投资额.
            describe = {each[:-length].endswith(_DESCRIBE) for each in names}
            return "" if len(describe) > 1 else names[0][-length:]
    return ""


def _shared_words(names: Sequence[str]) -> str:
    apart = [each.split(" ") for each in names]
    count = min(map(len, apart)) - 1
    # One word alone is what others go with: Central and Inner are no London.
    while count > 1:
        tails = {tuple(words[-count:]) for words in apart}
        left = {words[-count - 1].lower().rstrip(",") for words in apart}
        if len(tails) == 1 and not left & _OPEN:
            shared = " ".join(apart[0][-count:])
            return f" {shared}" if len(shared) >= _LETTERS and shared[0].isalpha() else ""
        count -= 1
    return ""
