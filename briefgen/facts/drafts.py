"""Turn a number that a source states into a draft of its ledger entry: label, kind and quote.

A heading says what a part of a report is about: what was done (工作回顾), what is aimed at
(工作安排, 主要目标), what is planned (规划). The clause says what is counted; where it begins with
its verb, the subject is that of the clause before: 财政收入61.4亿元，同比下降11.2%.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.figures import Figure, Kind
from briefgen.facts.inventory import Stated
from briefgen.facts.sources import SourceText
from briefgen.facts.units import CALENDAR, is_counter
from briefgen.patterns import pattern
from briefgen.record import Record

UNNAMED = "（待写）"
_TARGET = pattern(r"力争|争取|确保|预期目标|目标|到20\d\d年")
_PLAN = pattern(r"计划|预计|预期|有望|将|拟|规划")
_HEADING = pattern(
    r"(?m)^[#\s]*(?P<words>[^\n。；，]{2,30})\s*$|(?P<said>主要预期目标是|预期目标为)"
)
_DONE = pattern(r"回顾|完成情况|工作总结|主要成绩|成就")
_AIMED = pattern(r"工作安排|重点工作|主要目标|预期目标|工作任务|总体要求|目标任务")
_PLANNED = pattern(r"规划|远景|展望|思路")
# What stands between a subject and its number, and is no part of the label.
_VERBS = (
    "同比 环比 比上年 较上年 比去年 较去年 同口径 实际 名义 增长 下降 增加 减少 提高 降低 上升 "
    "下滑 压减 降 跌 下跌 增 减 缩短 压缩 达到 达 为 约 超过 超 突破 完成 实现 累计 共 共计 "
    "已 已经 至 到 分别 均 仅 近 了 再 又 将 预计 力争 计划 拟 有 是 占 约占 逾"
).split()
_TAIL = pattern(rf"(?:{'|'.join(sorted(_VERBS, key=len, reverse=True))})+$")
_LEAD = pattern(
    r"^(?:其中|同时|此外|另外|全年|今年|去年|截至目前|目前|当年|并|且|以及|和|与|使|让|\W|20\d\d年|到|在|由|从)+"
)
_GROWS = pattern(r"(?:增长|下降|增加|减少|提高|降低|上升|下滑|增速|收窄|回落)\D{0,4}$")
_LONGEST = 12
_SHORTEST_QUOTE = 8
_PAIRS = ("（）", "()", "“”", "「」", "《》", '""')


class Draft(Record, kw_only=True):
    """The draft of an entry. `sure` is whether nothing about it is doubtful; one that is not
    `whole` needs a person before it is an entry at all."""

    id: str
    stated: Stated
    label: str
    kind: Kind
    quote: str
    source: str = ""
    sure: bool = True
    whole: bool = True

    @property
    def figure(self) -> Figure:
        """The figure that the entry would make."""
        return Figure(
            id=self.id,
            quantity=self.stated.quantity,
            kind=self.kind,
            label={"zh-Hans" if has_hanzi(self.label) else "en": self.label},
            source=self.source,
            quote=self.quote,
        )


def kinds(text: SourceText, stated: Iterable[Stated]) -> list[Kind]:
    """Of each number, whether it is done, aimed at or planned: by its clause, else its heading."""
    starts: list[int] = [0]
    found: list[Kind] = ["actual"]
    for match in _HEADING.finditer(text.text):
        words = match["words"] or match["said"]
        if kind := _kind_of_heading(words):
            starts.append(match.start())
            found.append(kind)
    made: list[Kind] = []
    for item in stated:
        lead = item.before + item.quantity.qualifier
        section = found[bisect_right(starts, text.offsets[item.place.start]) - 1]
        if _TARGET.search(lead):
            section = "target"
        elif _PLAN.search(lead) and section == "actual":
            section = "plan"
        made.append(section)
    return made


def _kind_of_heading(words: str) -> Kind | None:
    forms: tuple[tuple[re.Pattern[str], Kind], ...] = (
        (_DONE, "actual"),
        (_AIMED, "target"),
        (_PLANNED, "plan"),
    )
    return next((kind for form, kind in forms if form.search(words)), None)


def labels(stated: Iterable[Stated]) -> list[str]:
    """What each number counts, in a few words of its clause, or of the clause before."""
    made: list[str] = []
    subject, sentence = "", ""
    for item in stated:
        if item.place.sentence != sentence:
            subject, sentence = "", item.place.sentence
        own = _subject(item.before)
        behind = re.sub(r"^的|^\W+|[\d\W].*", "", item.behind)[:_LONGEST]
        growth = "增速" if item.quantity.unit == "%" and _GROWS.search(item.before) else ""
        if is_counter(item.quantity.unit) and behind and not own:
            made.append(behind)
        elif own:
            subject = own
            made.append(_grown(own, growth))
        elif growth and subject:
            made.append(_grown(subject, growth))
        elif behind and item.quantity.unit not in CALENDAR:
            made.append(behind)
        else:
            made.append(subject or behind or UNNAMED)
    return made


def _subject(before: str) -> str:
    """The noun that a clause has before its number, without adverbs and verbs; "" for none."""
    words = re.sub(r".*[\d、]", "", before)
    if not has_hanzi(words):
        words = re.sub(r".*[\d]", "", before)
        named = " ".join(re.findall(r"[A-Za-z][A-Za-z-]+", words)[-4:])
        return named[-40:]
    words = _LEAD.sub("", words)
    while cut := _TAIL.search(words):
        words = words[: cut.start()]
    words = re.sub(r"^\W+|\W+$", "", words)
    return words[-_LONGEST:] if len(words) > 1 else ""


def _grown(subject: str, growth: str) -> str:
    return subject if subject.endswith(("增速", "增长率", "增幅")) else subject + growth


def quote(text: SourceText, item: Stated) -> str:
    """The shortest clause that holds a number, as the source reads: longer where it would say too
    little, or would part brackets or quotation marks."""
    start, end = item.place.start, item.place.end
    first, last = text.bounds(start, end)
    begin, stop = text.clause(start, end)
    while begin > first and stop - begin < _SHORTEST_QUOTE:
        begin, _ = text.clause(max(first, begin - 2), begin - 1)
    words = text.words(begin, stop)
    while not _balanced(words) and (begin > first or stop < last):
        begin = text.clause(max(first, begin - 2), max(first + 1, begin - 1))[0]
        stop = text.clause(min(last - 1, stop + 1), min(last, stop + 2))[1] if stop < last else last
        words = text.words(begin, stop)
    return words.strip(" ，、；：:;,。.")


def _balanced(words: str) -> bool:
    for pair in _PAIRS:
        if pair[0] == pair[1]:
            if words.count(pair[0]) % 2:
                return False
        elif words.count(pair[0]) != words.count(pair[1]):
            return False
    return True
