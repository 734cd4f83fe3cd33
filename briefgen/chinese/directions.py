"""Turn a word that says which way a number goes (下降, 亏损, 收窄 …) into its sign and its English.

A fall is negative: 下降4.6% is −4.6 %. A narrowing is a change of a fall, not a fall itself; it
keeps its word and its sign. Rises need no word of their own: 增长5% is 5 %.
"""

from __future__ import annotations

from briefgen.record import Record


class Direction(Record):
    """A word for a direction: the sign that it gives, and what English says before the number."""

    text: str
    sign: int
    english: str


def _words(names: str, sign: int, english: str) -> list[Direction]:
    return [Direction(name, sign, english) for name in names.split()]


DIRECTIONS = (
    *_words(
        "下降 下滑 减少 降低 跌 下跌 压减 削减 减收 回落 减 降 缩减 缩小 压缩 压降 减幅 降幅 跌幅 "
        "下修 调降 "
        "萎缩 负增长 负成长 年减 月减 季减 拉低 负向拉动 下调 调减 调低 少 放缓 缩短 减产 下挫 "
        "缩水 收缩 滑落 净减少 "
        "少增 倒退 挫 蒸发 流失 净流出 贬值 贬 低 减价 降价 劈价 跌价 让价",
        -1,
        "down ",
    ),
    *_words("亏损 净亏损 净亏 亏 蚀 亏蚀", -1, "a loss of "),
    *_words("逆差 赤字", -1, "a deficit of "),
    *_words("收窄", 1, "narrowed by "),
)
# English words before a number, and the Chinese word of the same meaning.
ENGLISH_DIRECTIONS = {
    "down": "下降",
    "down by": "下降",
    "fell": "下降",
    "fell by": "下降",
    "fallen by": "下降",
    "falling by": "下降",
    "fall of": "下降",
    "a fall of": "下降",
    "dropped": "下降",
    "dropped by": "下降",
    "a drop of": "下降",
    "drop of": "下降",
    "declined": "下降",
    "declined by": "下降",
    "a decline of": "下降",
    "decline of": "下降",
    "decreased": "下降",
    "decreased by": "下降",
    "a decrease of": "下降",
    "decrease of": "下降",
    "reduced by": "下降",
    "a reduction of": "下降",
    "reduction of": "下降",
    "cut by": "下降",
    "shrank": "下降",
    "shrank by": "下降",
    "contracted by": "下降",
    "lower by": "下降",
    "slipped": "下降",
    "slipped by": "下降",
    "a loss of": "亏损",
    "loss of": "亏损",
    "loss": "亏损",
    "losses": "亏损",
    "losses of": "亏损",
    "a deficit of": "逆差",
    "deficit of": "逆差",
    "deficit at": "逆差",
    "deficit": "逆差",
    "narrowed by": "收窄",
    "lower": "下降",
    "fewer": "减少",
    "less": "减少",
    "decline": "下降",
    "decrease": "下降",
    "drop": "下降",
    "fall": "下降",
    "reduction": "下降",
    "contraction": "下降",
    "slump": "下降",
    "plunge": "下降",
    "dip": "下降",
    "cut": "下降",
}
# Verbs of a fall in all their forms: dropping 25.6 percent, slumped by 3%.
_VERBS = (
    "dropping falling declining decreasing shrinking contracting slumping slumped plunging plunged "
    "contracted compressed deteriorated "
    "tumbling tumbled sliding slid sinking sank dipping dipped easing eased retreating retreated "
    "plummeting plummeted slipping shed shedding receded slowing slowed weakened "
    "weakening softened moderated worsened"
)
ENGLISH_DIRECTIONS |= {
    f"{verb}{by}": "下降"
    for verb in (*_VERBS.split(), "edged down", "trending down")
    for by in ("", " by")
}
# Base forms of verbs, which alone may be nouns: will contract by 3%, could fall by 5%.
ENGLISH_DIRECTIONS |= {
    f"{verb} by": "下降"
    for verb in "fall drop decline decrease shrink contract slump plunge tumble slide sink dip "
    "ease retreat slip recede slow weaken soften".split()
}
ENGLISH_DIRECTIONS |= dict.fromkeys(
    "declines decreases drops falls reductions contractions slumps cuts".split(), "下降"
)
ENGLISH_DIRECTIONS |= {
    "slower": "放缓",
    "weaker": "下降",
    "smaller": "减少",
    "cheaper": "下降",
}
# Words for a rise: what must not stand before a fall.
RISES = (
    "增长 增加 上升 提高 上涨 增幅 涨幅 增速 提升 扩大 攀升 上调 增 涨 升 多 净增 回升 反弹 走高"
    " 上修"
).split()
