"""Turn the labels of a sentence's lists into ones that say what all of their members share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import BRACKETS, TIME
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.own.measures import GROWN
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import replace


def added(words: str, clauses: Sequence[str], item: Stated, made: Sequence[Label]) -> str:
    """A label of what was added to something: 增加水稻种植面积26万亩、蔬菜16万亩."""
    if (
        unit_of(item.quantity.unit).kind not in ("measure", "money")
        or words.endswith("量")
        or _MORE.match(words)
    ):
        return words
    own = BRACKETS.sub("", TIME.sub("", clauses[-1])).lstrip(":： ")
    more = _MORE.match(own)
    goes_on = len(clauses) == 1 and own.startswith("、") and made and made[-1].text.endswith("增量")
    return f"{words}增量" if words and words in own and (more or goes_on) else words


def seen_as(
    text: SourceText, begin: int, run: Sequence[Stated], labels: Sequence[Label]
) -> list[Label]:
    """The labels of a sentence that says first by what it looks (从八大类价格看，食品下降1.9%)."""
    looks = _LOOKS.match(text.matching, begin, run[0].place.start)
    what = (looks["what"] or looks["pace"]) if looks else ""
    return [
        replace(label, text=f"{label.text.removesuffix('增速')}{what}增速")
        if what and label.text.endswith("增速") and what not in label.text
        else label
        for label in labels
    ]


def total(words: str, clauses: Sequence[str], made: Sequence[Label]) -> str:
    """What something was raised to, without what it was raised by: 增加4000张至1.6万张; and the
    whole that it came to: 增加1000张服务券至总数7000张."""
    if clauses[-1].startswith(("至", "到")) and len(clauses) == 1 and made:
        return _RAISED_BY.sub("", words) if _RAISED_BY.search(made[-1].text) else words
    return _TO_ALL.sub(r"\1", words)


_RAISED_BY = pattern(r"(?:增量|增速|升幅|[上下][调調]|变动)$")
_TO_ALL = pattern(r"[至到](总[数额量人])")


def in_brackets(
    text: SourceText, run: Sequence[Stated], labels: Sequence[Label], before: str
) -> list[Label]:
    """The labels of a list whose first member, or the sentence `before`, says what is measured of
    all: 首饰的销货数量上升13%。其次为服装（上升7%）；…."""
    first = _MEASURED_OF.fullmatch(labels[0].text) or _MEASURED_OF.fullmatch(before)
    made = list(labels)
    last, _ = text.bounds(run[0].place.start, run[0].place.end)
    for at in range(len(run) if first else 0):
        lead, last = text.matching[last : run[at].place.start], run[at].place.end
        named = _IN_BRACKETS.search(lead)
        if first and named and made[at].text == f"{named['name']}增速":
            made[at] = replace(made[at], text=f"{named['name']}{first['what']}增速")
    return made


_MEASURED_OF = pattern(rf".+?(?P<what>的?{LETTER}{{2,4}}[量额值数]|价格)增速")
_IN_BRACKETS = pattern(
    rf"(?:^|[；;，:：]|以?及|和)(?:其次[为是]|以及)?(?P<name>(?!其次|以及)(?:{LETTER}|、){{2,20}})"
    rf"[（(](?:{LETTER}{{2,4}})?(?:上升|下跌|下降|增长|上涨)?$"
)


def in_turn(text: SourceText, run: Sequence[Stated], labels: Sequence[Label]) -> list[Label]:
    """The labels of lists with 分别 that name no subjects: those of as many numbers before."""
    made, at = list(labels), 0
    while at < len(made):
        end = at
        while end < len(made) and not made[end].sure and made[end].text == made[at].text:
            end += 1
        size = end - at
        before = [label.text for label in made[max(0, at - size) : at]]
        alike = {item.quantity.unit for item in run[max(0, at - size) : at]}
        joints = [
            text.matching[one.place.end : other.place.start].startswith(("、", "和", "；", "，"))
            for one, other in pairwise(run[max(0, at - size) : at])
        ]
        if size > 1 and len({*before}) == size and len(alike) == 1 and all(joints):
            grown = run[at].quantity.unit == "%"
            for place, name in enumerate(before, at):
                made[place] = Label(f"{GROWN.sub('', name)}增速" if grown else name)
        at = max(end, at + 1)
    return made


_MORE = pattern(r"(?:增加|新增|扩种|扩大)(?![值额量至到])")
_LOOKS = pattern(
    r"(?:从|按|分)[^，。]{0,12}?(?P<what>价格|用电量|零售额|增加值|出口额?|利润|投资|产量"
    r"|销售额)[^，。]{0,3}看[，：]|从(?P<pace>环比|同比)看[，：]"
)
