"""Turn what a list with 分别 is of into what each of its members is of.

收入和支出分别增长5%和6%: the n-th subject gets the n-th number.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.patterns import pattern
from briefgen.typography.segment import word_ends

LIST = pattern(r"[、和与及與]|以及")
# A member of so few characters may lack what the last one says for all.
SHORT = 4
_SECTORS = 3
# 牛羊出栏分别增长: of one, then of the other.
_PAIR = pattern(r"牛羊|猪牛|猪羊|男女|进出口|收支")
_PAIRED = {"进出口": ("进口", "出口"), "收支": ("收入", "支出"), "男女": ("男性", "女性")}
# 甲、乙、丙三区产值: how many there are is no part of what each has.
_BOTH_OF = pattern(
    r"(?<=\w)(?:[两兩二三四五六七八九]|\d{1,2})[个個]?(?P<of>[区區县縣省地国國]|市|[项項]|[类類]|家)(?P<what>\w{2,6})$"
)
_BOTH, _TWO = pattern(r"产销(?P<what>量)(?:数[字据])?$"), 2
_ACHIEVED = pattern(rf"分[别別](?:实现|實現|完成|达成|達成)(?P<noun>{LETTER}{{3,10}})$")
_MEASURE = pattern(
    r"(?:进出口|進出口|出口|进口|進口|投资|產量|产量|销量|銷量|产值|增加值|收入|支出|出栏|存栏|出欄|存欄)(?:[总總]?[额額])?$"
)
_OF_SO_MANY = pattern(rf"(?<={LETTER})(?:[两兩二三四五六七八九十]|\d+)[个個]?{LETTER}{{1,4}}$")


def subjects(subject: str, count: int) -> list[str]:
    """The subjects of a list's members, each with what the last one says for all; none where they
    are not as many as `count`."""
    if subject.startswith("三次产业") and count == _SECTORS:
        return [f"第{each}{subject[2:]}" for each in "一二三"]
    subject = _BOTH_OF.sub(r"\g<what>", subject)
    names = [name for name in subject.split("、") if name]
    if len(names) != count:
        names = [name for name in LIST.split(subject) if name]
    if names and subject.startswith("城乡居民") and count == _TWO:
        rest = subject.removeprefix("城乡居民")
        return [f"城镇居民{rest}", f"农村居民{rest}"]
    if len(names) == 1 and count == _TWO and (pair := _PAIR.match(subject)):
        rest = subject[pair.end() :]
        return [f"{each}{rest}" for each in _PAIRED.get(pair[0], tuple(pair[0]))]
    if (both := _BOTH.search(subject)) and len(names) == 1 and count == _TWO:
        # 产销量分别为: what is made, then what is sold.
        return [subject[: both.start()] + each + both["what"] for each in ("产", "销")]
    return [_completed(name, names) for name in names] if len(names) == count else []


def achieved(names: Sequence[str], clause: str) -> list[str]:
    """Who had so much, each with what: 香洲、金湾两个区分别实现生产总值863亿元、351亿元. None where
    the clause says no such thing, or the names do not differ."""
    what = _ACHIEVED.search(clause)
    if what is None or len(set(names)) != len(names):
        return []
    return [_OF_SO_MANY.sub("", name) + what["noun"] for name in names]


def _completed(name: str, names: Sequence[str]) -> str:
    """A short member of a list with what its last one says for all: 第一、二、三产业增加值."""
    last = names[-1]
    if name == last and not names[0].startswith("第"):
        return name
    if names[0].startswith("第"):
        return f"第{name.removeprefix('第')[:1]}{last.removeprefix('第')[1:]}"
    if name.endswith("岁") and (of := last.rpartition("岁及以上")[2]) != last:
        return name + of  # 0-17岁、60岁及以上户籍人口
    if name in ("内", "內", "外") and len(last) > _TWO:
        return name + last[1:]  # 内、外贸吞吐量
    head, _, what = last.partition("的")
    if what and "的" not in name and head and len(name) <= len(head) + SHORT:
        return f"{name}的{what}"  # 输往美国、英国的出口货量
    # 对美国、东盟出口; 人参、食用菌全产业链产值: what follows the last one's own noun.
    own, mine = min(word_ends(last), default=0), len(name.lstrip("对對自从從向"))
    if len(last) - own >= _TWO and own <= SHORT and abs(own - mine) <= 1:
        return name + last[own:]
    measure = _MEASURE.search(last)
    if measure and len(last) > len(measure[0]) and not _MEASURE.search(name):
        return name + measure[0]  # 高新技术产品、新三样产品出口
    return name if len(name) >= SHORT or len(last) < len(name) + _TWO else name + last[len(name) :]
