"""Turn a word that qualifies a number (超, 约, 力争, 以上 …) into its place and its English."""

from __future__ import annotations

from typing import Literal

from briefgen.record import Record

Sense = Literal[
    "bound", "about", "modal", "each", "only", "reach", "total", "scale", "rate", "inexact", "when"
]
Position = Literal["before", "inside", "after"]


class Word(Record):
    """One qualifying word: what it means, where Chinese puts it, and its English."""

    text: str
    sense: Sense
    position: Position = "before"
    english: str = ""
    english_after: str = ""


def _words(
    names: str, sense: Sense, english: str, after: str = "", position: Position = "before"
) -> list[Word]:
    return [Word(name, sense, position, english, after) for name in names.split()]


QUALIFIERS = (
    *_words("超 超过 逾 突破 破 高于 多于 大于 超出 过 跨过 迈过 跨越", "bound", "over "),
    *_words("不低于 不少于 至少 不小于 最少 不下 不下于", "bound", "at least "),
    *_words("低于 少于 不足 不到 未满 小于 未达 未超", "bound", "under "),
    *_words("不超过 不多于 不高于 至多 最多 最高", "bound", "up to "),
    *_words(">", "bound", "over "),
    *_words("≥ ≧", "bound", "at least "),
    *_words("<", "bound", "under "),
    *_words("≤ ≦", "bound", "up to "),
    *_words("高达 多达", "bound", "as much as "),
    *_words("近 接近 将近 逼近", "about", "nearly "),
    *_words("约 大约 约为 大概 大致", "about", "about "),
    # English says no more with “reaching” than with the number.
    *_words("达 达到", "reach", ""),
    *_words("力争 争取 目标 确保", "modal", "a target of ", " (target)"),
    *_words("计划 拟", "modal", "planned ", " (planned)"),
    *_words("预计 预期 有望 预测 预估", "modal", "an expected ", " (expected)"),
    *_words("估计", "modal", "an estimated ", " (estimated)"),
    *_words("均 都 分别", "each", "each "),
    *_words("每", "each", "every "),
    *_words("仅 仅用 只 只有 只用 仅有", "only", "only "),
    *_words("共 合共 共计 总计 合计 累计 一共", "total", "a total of "),
    *_words("折合 约合", "total", "equivalent to "),
    *_words("不等", "total", "", ", as the case may be", "after"),
    *_words("连续", "total", "", " in a row"),
    *_words("初步核算 初步统计 初步测算", "total", "", " (preliminary)"),
    *_words("按可比价格 按可比价", "total", "", " at comparable prices"),
    *_words("按不变价格 按不变价", "total", "", " at constant prices"),
    *_words("按当年价格 按现价 按现行价格", "total", "", " at current prices"),
    *_words("按可比口径 同口径", "total", "", " like for like"),
    *_words("年均", "rate", "", " a year on average"),
    *_words("月均", "rate", "", " a month on average"),
    *_words("日均", "rate", "", " a day on average"),
    *_words("周均", "rate", "", " a week on average"),
    *_words("人均", "rate", "", " per head"),
    *_words("户均", "rate", "", " per household"),
    *_words("亩均", "rate", "", " per mu"),
    *_words("上", "inexact", "some "),
    *_words("以上 及以上 或以上", "bound", "", " or more", "after"),
    *_words("以下 以内 之内", "bound", "up to ", "", "after"),
    *_words("及以下 或以下", "bound", "", " or less", "after"),
    *_words("（含）以上 以上（含）", "bound", "", " or more", "after"),
    *_words("（含）以下 以下（含） （含）以内", "bound", "", " or less", "after"),
    *_words("左右 上下", "about", "about ", "", "after"),
    *_words("级", "scale", "", "-scale", "after"),
    *_words("前 以前 之前", "when", "before ", "", "after"),
    *_words("年底 底 年末 末", "when", "the end of ", "", "after"),
    *_words("年初 初", "when", "early ", "", "after"),
    *_words("多 余", "bound", "over ", "", "inside"),
)
