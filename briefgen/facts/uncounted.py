"""Turn a numeral and the words around it into whether it counts anything.

What counts as a number is the same for sources and for an author's own texts: quantities and
dates, in digits or numerals; not ordinals, set phrases, the article 一 (一个缩影) or the digits of
a code (5G, EH216-S).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.facts.scan import Found
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern

# Set phrases whose numeral counts nothing. What is a name only in one text (二次创业) is given by
# the outline, or found by its quotation marks.
_PHRASES = (
    "五位一体 三位一体 四位一体 一体两翼 千家万户 万家灯火 万人空巷 千人一面 百年大计 百年未有 "
    "百年之 千年之 千年大计 四个全面 三个代表 五个一 四个意识 四个自信 两个维护 两个确立 "
    "两个一百年 三个务必 一个中心 两手抓 三下乡 十个手指 五花八门 三番五次 四面八方 "
    "一个个 一条龙 一家人 八项规定 两个大局 三个面向 一个国家两种制度 百家争鸣 百家讲坛 三农 "
    "四个现代化 二人转 二口恶英 二恶英 二噁英 "
    "两个市场 两个基本点 两个毫不动摇 三个区分开来 三大攻坚战 五个必由之路 六个必须坚持 "
    "四个伟大 五大发展理念 五级书记 两不愁三保障 四不两直 三会一课 两学一做 三严三实 四下基层 "
    "三权分置 三支一扶 三个一批 双百行动 九年义务教育 九年一贯制 五大洲 四大洋 八小时之外 四个革命 "
    "四个最严 三个统筹 一个确保 两个结合 两个先行 两个健康 五个文明 十个明确 六个坚持"
)
SET_PHRASES = tuple(_PHRASES.split())
# 一 with a counter is an article (一个缩影, 一批企业), and so are 一天 and 一步.
_MEASURED = pattern(r"[.$€£¥%]")
_ARTICLE = pattern(r"一[^\d十百千万亿%成]*")


def any_of(names: Iterable[str]) -> str:
    """The pattern of any of these names, the longest first."""
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


def apart(found: Found, taken: Iterable[tuple[int, int]]) -> bool:
    """Whether a number touches none of the places that are taken."""
    return not any(start < found.end and found.start < end for start, end in taken)


def within(found: Found, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a number lies wholly in one of these places."""
    return any(start <= found.start and found.end <= end for start, end in places)


def is_article(found: Found) -> bool:
    """Whether a number is an article, a nought, or a quarter of no year: an ordinal."""
    quantity = found.quantity
    exact = quantity.form in ("fraction", "multiple", "range", "inexact")
    if exact or quantity.direction or "半" in found.text:
        return False
    if quantity.value == 0:
        # $0.00 per share and 0.0% were measured; 零事故 and 0 of something were not.
        return unit_of(quantity.unit).kind == "counter" or not _MEASURED.search(found.text)
    return bool(_ARTICLE.fullmatch(found.text) or quantity.unit == "季度")
