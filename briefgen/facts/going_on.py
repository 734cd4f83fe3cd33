"""Turn a clause that goes on with what its sentence said before into what its number counts.

Growth is said once, and then how it compares (增长5.6%，高于全省1.1个百分点，居全省第4位), or the
same change in another unit (增加15.4%，即669亿元).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts import directions
from briefgen.facts.clause_subject import TIME
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern
from briefgen.record import replace

_GROWTH = "增速"
_LONGEST = 16
# 比去年同期低1.6个百分点, 较原预测高出7.39个百分点; the way is left to the number where it says it.
_THAN = pattern(
    rf"[比较較](?P<than>(?!重|例){LETTER}{{2,8}}?)(?:要|还|還|再|分别|分別)?"
    r"(?P<way>(?<![提新升])高|(?<![降减減])低|[快慢多]|回落|回升|提升|提高|上升|下降|扩大|收窄|放缓|(?<!减)少|(?<!缩)[减減]|增加|减少|減少)(?:出|了|约|約)*$"
)
_AGAINST = pattern(
    rf"(?P<way>高于|高於|低于|低於|快于|快於|慢于|慢於|高出|超出)(?P<than>{LETTER}{{2,10}})$"
)
# 高于世界3.9%的年均增速; 比2020年上升4位.
_OF_THAT = pattern(rf"的(?P<noun>{LETTER}{{2,6}})")
_MOVED = pattern(r"上升|提升|前移|跃升|躍升|下降|后移")
_TEMPO = pattern(r"\d{1,2}月(?:份)?|(?:19|20)\d\d年(?:度)?")
_MORE = pattern(
    r"(?P<of>同比|按年|较上年|較上年|比上年)?(?P<more>[多少][增减減]|多出)(?:了|约|約)*$"
)
_SAME = pattern(r"[，,\s]*(?:即|或|也就是|亦即)(?:约|約|逾|超过|超過)?")
_TOPIC = pattern(rf"[^，]*?(?P<topic>{LETTER}{{2,6}})(?:方面|領域|领域)$")


def goes_on(clause: str, noun: str, subject: str, before: Label | None, item: Stated) -> str:
    """What a number counts whose clause names no measure of its own, "" where it does; `subject` is
    what the sentence is about, `before` the label of the number before."""
    grown = growth_of(before.text) if before and not noun else ""
    unit = item.quantity.unit
    if item.quantity.form == "rank":
        return f"{grown}排名" if grown else ""
    if unit in ("个百分点", "个千分点"):
        base = subject if noun else grown or subject
        return _compared(base, item, again=bool(grown)) if base else ""
    if unit == "%":
        return _of_that(item)
    if grown and _SAME.fullmatch(clause):
        return f"{grown.removesuffix(_GROWTH)}变动" if _fell(item) else _risen(grown)
    if unit == "位" and before and not noun:
        return _places(before, item)
    more = _MORE.search(item.before + item.quantity.direction)
    if more and subject and not item.quantity.direction:
        return f"{subject.removesuffix('增量')}{more['of'] or ''}{more['more']}"
    return ""


def _of_that(item: Stated) -> str:
    """What a rate is that another is above or below: 高于世界3.9%的年均增速."""
    against, what = _AGAINST.search(item.before), _OF_THAT.match(item.behind)
    if against is None or what is None:
        return ""
    return _TEMPO.sub("", against["than"]).removeprefix("同期") + what["noun"]


def _places(before: Label, item: Stated) -> str:
    """By how many places a rank moved: 升至第10位，比2020年上升4位."""
    if not before.text.endswith("排名"):
        return ""
    way = _MOVED.search(item.before)
    return before.text + (way[0] if way else "变动")


def growth_of(words: str) -> str:
    """The growth that a label is of, "" where it is of none."""
    at = words.find(_GROWTH)
    rest = words[at + len(_GROWTH) :]
    going = not rest or rest[0] in "比较較高低快慢排提上回扩收下加放"
    return words[: at + len(_GROWTH)] if at > 0 and going else ""


def _risen(grown: str) -> str:
    return f"{grown.removesuffix(_GROWTH)}增量"


def _fell(item: Stated) -> bool:
    return directions.sign(item.quantity.direction) < 0


def _compared(base: str, item: Stated, again: bool) -> str:
    """What is compared by so many points: 增速比上年同期, 增速高于全省."""
    words = item.before
    if against := _AGAINST.search(words):
        return f"{base}{against['way']}{_TEMPO.sub('', against['than'])}"
    than = _THAN.search(words) or _THAN.search(words + item.quantity.direction)
    if than is None or (len(than["way"]) > 1 and not again):
        return ""
    whom = _TEMPO.sub("", than["than"])
    way = "" if item.quantity.direction else than["way"]
    return f"{base}比{whom}{way}" if whom else ""


def topic(clauses: Sequence[str]) -> str:
    """What the clause before says that all is about (内需方面), "" where it says no such thing."""
    match = _TOPIC.match(clauses[-2]) if len(clauses) > 1 else None
    return match["topic"] if match else ""


def of_parts(text: SourceText, run: Sequence[Stated], labels: Sequence[Label]) -> list[Label]:
    """The labels of one sentence's numbers, where two parts of different wholes are called alike
    each with its whole: 住户贷款…，其中，短期贷款…；企业贷款…，其中，短期贷款…."""
    counted = Counter(label.text for label in labels)
    made = list(labels)
    if not any(count > 1 for count in counted.values()):
        return made
    last = text.bounds(run[0].place.start, run[0].place.end)[0]
    whole, within = "", False
    for at, (item, label) in enumerate(zip(run, labels, strict=True)):
        lead = text.matching[last : item.place.start]
        last = item.place.end
        lead = lead.replace(";", "；")
        if "；" in lead:
            whole, within = "", False
        if "其中" in lead.rpartition("；")[2] and at:
            whole, within = whole or made[at - 1].text, True
        base = _plain(label.text)
        of = _plain(whole)
        if (
            within
            and counted[label.text] > 1
            and len(base) > _NOUN
            and base[-_NOUN:] == of[-_NOUN:]
        ):
            longer = of[:-_NOUN] + label.text
            if len(longer) <= _LONGEST + _NOUN and not base.startswith(of[:-_NOUN]):
                made[at] = replace(label, text=longer)
    return made


def of_owners(text: SourceText, run: Sequence[Stated], labels: Sequence[Label]) -> list[Label]:
    """The labels of one sentence's numbers, where several of its parts measure the same of each
    its own: 8号线由甲至乙，线路长27.4公里；9号线由丙至丁，线路长23.7公里."""
    counted = Counter(label.text for label in labels)
    begin, _ = text.bounds(run[0].place.start, run[0].place.end)
    made, parts = list(labels), set[int]()
    owners: dict[int, str] = {}
    for at, (item, label) in enumerate(zip(run, labels, strict=True)):
        head = max(text.matching.rfind(end, begin, item.place.start) for end in "；;") + 1 or begin
        if counted[label.text] < _NOUN or len(label.text) > _SHORT:
            continue
        if head not in owners:
            match = _OWNER.match(text.matching, head, item.place.start)
            told = match and match["who"].endswith(("表示", "指出", "介绍", "介紹", "认为", "認為"))
            own = (
                match
                and not told
                and not any(head <= each.place.start < match.end() for each in run)
            )
            owners[head] = match["who"] if match and own else ""
        parts.add(head)
        if owners[head] and not label.text.startswith(owners[head]):
            made[at] = replace(label, text=owners[head] + label.text)
    return made if len(parts) > 1 else list(labels)


def of_places(text: SourceText, run: Sequence[Stated], labels: Sequence[Label]) -> list[Label]:
    """The labels of one sentence's numbers, trade alone (进出口, 出口增速) with the place that its
    paragraph names last before it."""
    made = list(labels)
    for at, (item, label) in enumerate(zip(run, labels, strict=True)):
        if not _TRADE.fullmatch(label.text):
            continue
        line = text.matching.rfind("\n", 0, item.place.start) + 1
        begin = max(line, item.place.start - _FAR)
        *_, place = (None, *_TRADING.finditer(text.matching, begin, item.place.start))
        if place:
            where = TIME.sub("", place["where"]).lstrip("占佔")
            made[at] = replace(label, text=where + label.text)
    return made


_TRADE = pattern(
    r"(?:外[贸貿])?(?:进出口|進出口|出口|进口|進口)(?:总?[额额]|總額)?(?:增速|占比|增量)?"
)
_TRADING = pattern(
    r"(?:^|[，。；：、]|季度|月份?|(?<=年))(?P<where>(?:我国|我國|全国|全國|我[省市]|全[省市])"
    rf"|{LETTER}{{2,6}}?(?:地区|地區|大湾区|大灣區|[省市]))"
    r"(?=外[贸貿]|进出口|進出口|内地|內地|与|對|对|[货貨]物)"
)
_FAR = 160
_OWNER = pattern(
    r"(?:[^，；]*其中[，：]?|[^，；]*包括[：]?)?(?P<who>[^，；。由从位起全总]{2,10}?)(?:由|从|位于|全长|总长|起点|，)"
)
_NOUN, _SHORT = 2, 5


def _plain(words: str) -> str:
    return words.removesuffix("增量").removesuffix(_GROWTH)
