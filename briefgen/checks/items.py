"""Turn a number of a slide into whether it counts what the slide lists: 三项举措."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefgen.brief.model import Text
from briefgen.checks.known import counts
from briefgen.facts.numerals import plain
from briefgen.facts.scan import Found
from briefgen.patterns import pattern
from briefgen.record import Record, field_names

# What is counted by these stands in the world, and not on a slide.
_THINGS = frozenset(
    (
        "人 人次 户 户次 头 只 羽 尾 匹 株 棵 颗 辆 辆次 台 台套 套 艘 艘次 架 架次 班 班次 "
        "列 列次 车次 张 床 床位 瓶 箱 盒 袋 桶 剂 针 票 间 栋 幢 盏 泊位 车位 学位 岗位 件次 "
        "例 例次 亩次"
    ).split()
)
# Counted by these are parts of what is said, whatever follows: 分三步实现.
_PARTS = frozenset("步 点 类 批 层 章 节 篇 组".split())
# Nouns of what may be listed.
_LISTED = frozenset(
    (
        "方面 方向 重点 任务 问题 特点 要点 举措 措施 环节 阶段 步骤 关键 目标 层次 层面 领域 "
        "板块 部分 支柱 工作 行动 工程 抓手 原则 维度 角度 因素 原因 优势 短板 亮点 变化 趋势 "
        "挑战 机遇 要素 条件 内容 主题 指标 数字 图表 案例 例子 建议 意见 结论 选项 方案 章节 "
        "话题 议题 事项 事情 大事 实事 转变 提升 突破 坚持 确保 一批 统筹 结合 到位 类型 类别 "
        "种类 路径 机制 体系 平台 中心 维护 故事 做法 经验 启示"
    ).split()
)
_ENGLISH = frozenset(
    (
        "steps points areas parts pillars goals priorities measures themes questions reasons "
        "lessons phases stages topics tasks factors ways things sections chapters groups "
        "columns rows items cases examples risks options principles levels actions results "
        "findings figures charts facts ideas changes challenges trends drivers moves aims "
        "targets projects initiatives kinds types sorts aspects tracks"
    ).split()
)
_NOUN = pattern(r"(?:大|新|重点|主要|具体|核心|关键)*(?P<noun>[\u4e00-\u9fff]{2})")
_ENGLISH_NOUN = pattern(
    r"[ -](?:(?:key|main|major|new|big|great|core|strategic) )*(?P<noun>[A-Za-z]{3,})"
)


def counts_items(
    number: Found, sizes: Callable[[], frozenset[int]], flat: str, words: Callable[[], str]
) -> bool:
    """Whether a number of a text (`flat`) counts the items of its slide, which has lists of these
    `sizes` and says these `words`: three steps, and 三条线路 where the slide names 线路 again."""
    value = number.quantity.value
    if value is None or not counts(number):
        return False
    # Spans of years are held in months.
    years = number.quantity.unit == "个月" and "月" not in number.text
    if int(value / 12 if years else value) not in sizes():
        return False
    return years or _may_be_items(number, flat, words)


def _may_be_items(number: Found, flat: str, words: Callable[[], str]) -> bool:
    """Whether what is counted may be what a slide lists: it is of no kind of its own, or the slide
    names it elsewhere."""
    unit = number.quantity.unit
    if unit in _PARTS:
        return True
    english = number.text.isascii()
    behind = (_ENGLISH_NOUN if english else _NOUN).match(flat, number.end)
    if behind is None:
        return unit not in _THINGS
    noun = behind["noun"].lower()
    if unit not in _THINGS and noun in (_ENGLISH if english else _LISTED):
        return True
    return plain(words()).lower().count(_stem(noun)) > 1


def _stem(noun: str) -> str:
    return noun[:-3] if noun.endswith("ies") else noun.removesuffix("s")


def sizes_of(value: object) -> frozenset[int]:
    """How long the lists in a slide's fields are, and each list of lists in all."""
    return frozenset(size for size in _sizes(value) if size > 1)


def _sizes(value: object) -> Iterator[int]:
    if isinstance(value, Text):
        return
    if isinstance(value, tuple):
        yield len(value)
        yield sum(len(each) for each in value if isinstance(each, tuple))
        for each in value:
            yield from _sizes(each)
    elif isinstance(value, Record):
        parts = [getattr(value, name) for name in field_names(type(value))]
        # Two columns of three points are six.
        inner = [list(_sizes(part)) for part in parts if isinstance(part, Record)]
        yield sum(max(sizes, default=0) for sizes in inner)
        for part in parts:
            yield from _sizes(part)
