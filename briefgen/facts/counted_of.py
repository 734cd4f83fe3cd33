"""Turn a subject, and the words from its verb on, into what is counted of it.

That is its growth, its share, its place, or by how many points it moved.
"""

from __future__ import annotations

import re

from briefgen.chinese.clauses import RATES
from briefgen.chinese.hanzi import LETTER
from briefgen.facts.inventory import Stated
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern

_GROWN = pattern(
    r"缩小|縮小|增[长長加幅速]|[增升高](?:近|逾|约|約|超[过過]?)?$|提[高升]|上[升涨漲]|扩大|下[降滑跌]|[减減]少|高出|降[低幅]?|跌|涨|漲|收[缩縮]|回落|同比|环比|按年|成[长長]"
)
_UP = pattern(
    r"(?<![提晋晉回直推])(?:[升涨漲](?![到至为為值])|上[调調])(?:了|约|約|近|逾|超[过過]?)*$"
)
_CAME_TO = pattern(r"[高升加降低少][到至为為]|[增减減]至|控制|保持")
_POINTS = pattern(
    r"(?P<verb>提高|提升|回升|上升|增加|加快|扩大|下降|降低|回落|减少|放缓|收窄|拉动|贡献|增长|上涨|上调|下调|下滑"
    r"|增長|上漲|上修|下修|貢獻|拉動|增加|上調|下調|減少|放緩|擴大|縮小|缩小|改善)"
)
_AGAINST = pattern(rf"(?P<words>(?:高于|高於|低于|低於|快于|慢于|高出){LETTER}{{2,10}})")
_RATES = tuple(RATES.split())


def counted_of(subject: str, verb: str, item: Stated) -> str:
    """The subject with what is counted of it: its growth, its share, its place …"""
    unit, form = item.quantity.unit, item.quantity.form
    verb += item.quantity.direction
    if not subject:
        return ""
    if form == "rank" or (unit_of(unit).kind != "share" and form != "fraction"):
        subject = subject.removesuffix("占比")
    if form == "rank":
        ranked = subject.removesuffix("数量") or subject
        return ranked if ranked.endswith(("排名", "位次")) else f"{ranked}排名"
    if form == "fraction" and re.search(r"(?<![应應])[占佔]", verb):
        return subject if subject.endswith(_RATES) else f"{subject}占比"
    if form == "fraction" and _UP.search(verb):
        return f"{subject}增速"
    if (unit == "倍" or form == "multiple") and _UP.search(verb):
        return f"{subject}升幅"
    if unit in ("个百分点", "个千分点"):
        return subject + _by_points(subject, verb)
    if unit in ("%", "‰"):
        return _of_share(subject, verb, item)
    evenly = "平均" if verb.startswith("平均") and "均" not in subject else ""
    return evenly + subject + _moved(subject, verb, item)


def _of_share(subject: str, verb: str, item: Stated) -> str:
    """What so many per cent are of a subject: its share, or how fast it grew."""
    if re.search(r"(?<![应應])[占佔]|比重|相[当當][于於]", verb):
        return subject if subject.endswith(_RATES) else f"{subject}占比"
    subject = re.sub(r"(?<=\w\w)(?:跌幅|降幅)$", "", subject) if "跌" in verb else subject
    grown = bool(_GROWN.search(verb)) and not _CAME_TO.search(verb)
    grown = grown or bool(OF_GROWTH.match(item.behind) or _IN_BRACKETS.search(item.before))
    evenly = "平均" if verb.startswith("平均") and "均" not in subject else ""
    if not grown or subject.endswith(_PACES):
        return subject + evenly
    mean = _MEAN.search(item.before)
    subject = subject.removesuffix("占比")  # what grew by per cent is no share
    pace = next((each for each in _AT_PACES if each in verb), mean[0] if mean else evenly)
    return f"{subject}{pace}增速"


def _moved(subject: str, verb: str, item: Stated) -> str:
    """What a number says that was added to a subject, or rose; a fall brings its word along:
    小麦 减少1.7万亩."""
    if item.quantity.form != "number":
        return ""
    if re.search(r"增[加長长收支产產](?![到至])|新增$|(?<![出])多$", verb):
        return "增量"
    return "升幅" if _UP.search(verb) and not subject.endswith("幅") else ""


def _by_points(subject: str, verb: str) -> str:
    """What is said of a subject that moved by so many points: 提高, 年均提高, 高于全国."""
    if against := _AGAINST.search(verb):
        return against["words"]
    said = _POINTS.search(verb)
    if said and said["verb"] == "收窄" and not subject.endswith("幅"):
        return "降幅收窄"
    pace = "年均" if said and verb.startswith("年均", max(0, said.start() - 2)) else ""
    return pace + said["verb"] if said else ""


# How growth is counted, which its label says too: 私人消费开支实质增速.
_AT_PACES = tuple("环比 環比 按月 按季 年均 实际 實際 实质 實質 名义 名義".split())
# 百货公司货品（上升6.2%）.
_IN_BRACKETS = pattern(
    r"[（(](?:[^（()），；]{0,8})?(?:增[长長加]|上[升涨漲]|下[降跌]|[升增涨漲跌降])(?:约|約|近|逾|超[过過])?$"
)
# 两年平均增长6.0%.
_MEAN = pattern(r"[两兩二三四五六七八九十\d]+年平均")
_PACES = ("增速", "增幅", "降幅", "跌幅", "涨幅", "升幅", "增长率")
# Of 3%的升幅 the noun behind says what it is.
OF_GROWTH = pattern(
    r"(?:增[长長]|[升跌增涨漲降]幅)$|(?:[、和与及與][\d.]+%)*的(?:快速|较快|平稳|两位数|高速|實質|实质|实际|實際)?(?:速度|升幅|增幅|涨幅|漲幅|跌幅|降幅|增长|增長)"
)
