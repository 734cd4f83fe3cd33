"""Turn the clause around a number into the few words that say what it counts.

The subject stands before the number, without the verb that leads to it; where a clause begins with
its verb, the subject of the clause before is carried on (财政收入61.4亿元，同比下降11.2%). In lists
with 分别 the n-th subject gets the n-th number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from briefgen.chinese.hanzi import LETTER, has_hanzi
from briefgen.facts.english_labels import english_labels
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.numerals import plain
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.typography.segment import word_ends

_LONGEST = 16
_TIME = pattern(
    r"(?:在|于|於)?(?:每[天年月日]|(?:19|20)\d\d年(?:\d{1,2}月份?|[一二三四]季度|[上下]半年|[年末底初])?|\d{1,2}[-—至~～]\d{1,2}月份?|\d{1,2}月份?"
    r"|第?[一二三四]季度|[上下]半年|前三季度|今年|去年|本年|当年|全年[計计]?|目前|年末|年底|期末|期内|本财年|本財年|去年|第[一二三四]季(?!度)"
    r"|[一二三四五六七八九十\d]+年[间間来來]?|[“\"]?十[一二三四]五[”\"]?(?:时期|期间|期間|時期))"
)
_BRACKETS = pattern(r"[（(][^（）()]*[）)]?|[“”\"「」『』]")
# What a clause begins with and no label does.
_LEAD = pattern(
    r"^(?:其中|[一二三四五六七八九十]+、|这也是|这是|也是|將|有望|[一二三四五六七八九十]是|同时|同時|此外|另外|截至|预计|預計|预期|力争|争取|确保|实现|實現|达成|累计|共计|合计|并|且|以及|和|与|使|让"
    r"|但|而|因此|尽管|儘管|虽然|雖然|政府|当局|當局|期内|期內|到|在|由|从|将|为|了|已|仍|按[^，]{1,6}计算|[^\w]|的(?!士))+"
)
# Where the verb of a clause begins: what is before is its subject.
_VERB = pattern(
    r"(?:同比|环比|環比|按年|较|較|比(?=[上去年前全\d收扩提下增减加回]|同期|原)|由(?=[负正])|高于|高於|低于|低於|快于|慢于|高出|占|佔|介乎|供应|供應|保持|较快|较大|持续|呈|提升[到至]|提高[到至]|上升[到至]|增加[到至]|降低?[到至]"
    r"|控制在|稳定在|保持在|提高到|增加到|增至|升至|降至|提高至|达到|達到|分别|分別|约为|重拾|有所|处于|處於|陷入|受控|跃居|位居|稳居|居(?!民|住)|列|排名)"
)
_TAIL = pattern(
    r"(?:同口径|连续|連續|跨越|首次|接近|年均|平均|实现|實現|暴|名义|名義|实际|實際|实质|實質|大幅|显著|顯著|微|大|急|仅|僅|再|又|均|都|已经|已|约|約|近|超过|超過|超|逾|突破|达|達"
    r"|为|為|是|有|至|到|由|从|了|的|负|負|增长|增長|增加|提高|上升|提升|上涨|上漲|扩大|加快|增|涨|漲|下降|减少|減少|降低|下滑|下跌"
    r"|压减|回落|收窄|收縮|收缩|缩短|拉动|拉動|贡献|新增(?=$)|降|跌|减|减|仍|錄得|录得|完成(?=$)|将|將|力争|计划|計劃|预计|預計"
    r"|[与與]?原[先本来來]|全省|全国|全國|实施|實施|新建(?=$)|[^\w])+$"
)
_GROWN = pattern(
    r"(?:增[长長加幅速]|提[高升]|上[升涨漲]|扩大|下[降滑跌]|[减減]少|降[低幅]?|跌|涨|漲|收[缩縮]|回落|同比|环比|按年)"
)
_POINTS = pattern(
    r"(?P<verb>提高|提升|上升|增加|加快|扩大|下降|降低|回落|减少|放缓|收窄|拉动|贡献)"
)
_AGAINST = pattern(rf"(?P<words>(?:高于|高於|低于|低於|快于|慢于|高出){LETTER}{{2,10}})")
# Nouns that say nothing without what they are of.
_OF_SOMETHING = pattern(r"(?:总量|总数|总额|规模|数量|增速|增幅|降幅|跌幅|涨幅|比重|占比|均价)")
_RATES = ("率", "增速", "增幅", "降幅", "跌幅", "涨幅", "比重", "占比", "强度", "比例")
_LIST = pattern(r"[、和与及與]|以及")
# Verbs that lead to what is counted, and say nothing of it.
_BARE_VERB = pattern(
    r"(?:新增|新建|改造|建成|完成|引进|培育|实施|发放|投入|安排|惠及|受惠|改扩建|新建改扩建|谋划|推进|开展|组织|带动|会有|會有|再多|撥予|拨予|发行|提供|形成|興建|兴建|提供|建设|發放|預留|预留|斥資)+$"
)
_BEHIND = pattern(rf"的?(?P<noun>{LETTER}{{2,14}})")
_STOP = pattern(
    r"中(?:的|有)|[从由经從經]|增[长長加]|下[降跌]|分别|实现|完成|达到?|占|为|被|将|在|受惠|以上|以下|左右|以内|的"
)


def labels(text: SourceText, stated: Sequence[Stated]) -> list[Label]:
    """The label of each number, in order."""
    made: list[Label] = []
    for bounds, items in groupby(
        stated, key=lambda item: text.bounds(item.place.start, item.place.end)
    ):
        sentence = text.matching[slice(*bounds)]
        run = list(items)
        made += _chinese(text, run) if has_hanzi(sentence) else english_labels(text, run)
    return made


def _chinese(text: SourceText, run: Sequence[Stated]) -> list[Label]:
    """Labels of the numbers of one sentence."""
    made: list[Label] = []
    subject = verb = ""
    last = text.bounds(run[0].place.start, run[0].place.end)[0]
    for group in _groups(run):
        item = group[0]
        clauses = _clauses(text, last, item)
        last = group[-1].place.end
        if beside := _BESIDE.search(clauses[-1]):
            # 高于全国平均水平（-8.4%）9.2个百分点: what is compared with, and by how much.
            made.append(Label(beside["noun"]))
            subject, verb = _split(clauses[-1])[0] or subject, clauses[-1]
            continue
        if clauses[-1].strip(")） "):
            noun, verb = _split(clauses[-1])
        else:
            noun = ""
        counts = unit_of(item.quantity.unit).kind in ("counter", "opaque")
        if not noun and not subject and not (counts and _behind(item)):
            noun = next((n for clause in reversed(clauses) if (n := _split(clause)[0])), "")
        if noun and _OF_SOMETHING.fullmatch(noun) and subject:
            noun = subject.removesuffix(noun) + noun
        subject = noun or subject
        if len(group) > 1:
            behind = _behind(group[-1]) if not subject or _BARE_VERB.search(subject) else ""
            if behind:
                made += [Label(_cut(behind))] * len(group)
            else:
                made += _shared(subject, verb, group)
            continue
        said = _told(subject, verb, item)
        leads = _BARE_VERB.search(noun)
        if not noun or leads:
            behind = _behind(item)
            kind = unit_of(item.quantity.unit).kind
            counted = kind in ("counter", "opaque") or (kind == "money" and bool(noun))
            lead = noun if leads and leads[0] == noun and kind != "money" else ""
            said = lead + behind if behind and counted else said
        if not said and item.quantity.unit.endswith("人口"):
            said = "人口"
        made.append(Label(_cut(said)))
        if said.endswith("占比"):
            subject = said
    return made


# A number in brackets behind the noun that it belongs to.
_BESIDE = pattern(rf"(?:高于|低于|快于|慢于|高於|低於)(?P<noun>{LETTER}{{2,12}})[（(]$")


def _groups(run: Sequence[Stated]) -> list[list[Stated]]:
    """The numbers of a sentence; those of one list with 分别 are together."""
    groups: list[list[Stated]] = []
    for item in run:
        each = any(word in item.quantity.qualifier for word in ("分别", "分別"))
        unit = item.quantity.unit
        listed = groups and groups[-1][-1].quantity.unit == unit
        if each and listed and "分" in groups[-1][-1].quantity.qualifier:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _clauses(text: SourceText, last: int, item: Stated) -> list[str]:
    """The clauses before a number, back to the number before it; its own is the last. A clause of
    nothing but words of time is none of its own."""
    words = text.matching[last : item.place.start]
    *earlier, own = _CLAUSE.split(words)
    earlier = [clause for clause in earlier if clause.strip()]
    if earlier and own.strip(" 、的") and not _TIME.sub("", own).strip(" 、的"):
        own = earlier.pop()
    return [*earlier, own]


_CLAUSE = pattern(r"[，；：;]|,(?!\d{3})|:(?!\d)")


def _split(lead: str) -> tuple[str, str]:
    """The subject of a clause, and the words from its verb on; dates and brackets are no part."""
    words = _BRACKETS.sub("", _TIME.sub("", lead))
    while (cut := _LEAD.sub("", words, count=1)) != words:
        words = cut
    words = re.sub(r".*\d+(?:[年天]|[个個]月|小[时時]|[%‰]|[个個]?百分[点點])", "", words)
    verb = _VERB.search(words)
    noun = words[: verb.start()] if verb else words
    noun = _TAIL.sub("", noun)
    noun = _DONE.sub("", _LEAD.sub("", noun)) if len(noun) > 1 else ""
    return (noun if len(noun) > 1 else ""), words[len(noun) :]


# 全市实现生产总值: the verb says nothing of what is counted.
_DONE = pattern(rf"(?:实现|實現|完成)(?={LETTER}{{2}})")


def _told(subject: str, verb: str, item: Stated) -> str:
    """The subject with what is counted of it: its growth, its share, its place …"""
    unit, form = item.quantity.unit, item.quantity.form
    verb += item.quantity.direction
    if not subject:
        return ""
    if form == "rank":
        subject = subject.removesuffix("占比")
        return subject if subject.endswith(("排名", "位次")) else f"{subject}排名"
    if unit == "个百分点":
        against = _AGAINST.search(verb)
        said = _POINTS.search(verb)
        if said and said["verb"] == "收窄" and not subject.endswith("幅"):
            return f"{subject}降幅收窄"
        return subject + (against["words"] if against else said["verb"] if said else "")
    if unit in ("%", "‰"):
        if re.search(r"[占佔]|比重", verb):
            return subject if subject.endswith(_RATES) else f"{subject}占比"
        subject = re.sub(r"(?<=\w\w)(?:跌幅|降幅)$", "", subject) if "跌" in verb else subject
        grown = _GROWN.search(verb) and not re.search(r"[高升加降][到至]|增至|控制|保持", verb)
        if not grown or subject.endswith(("增速", "增幅", "降幅", "跌幅", "涨幅", "增长率")):
            return subject
        return f"{subject}环比增速" if re.search(r"环比|環比", verb) else f"{subject}增速"
    # A fall brings its word along: 小麦 减少1.7万亩.
    risen = re.search(r"增加(?!到|至)|多$", verb) and item.quantity.form == "number"
    return f"{subject}增量" if risen else subject


def _shared(subject: str, verb: str, group: Sequence[Stated]) -> list[Label]:
    """Labels of a list with 分别: of each subject the number at its place."""
    names = [name for name in subject.split("、") if name]
    if len(names) != len(group):
        names = [name for name in _LIST.split(subject) if name]
    if names and subject.startswith("城乡居民") and len(group) == 2:
        rest = subject.removeprefix("城乡居民")
        names = [f"城镇居民{rest}", f"农村居民{rest}"]
    elif len(names) == len(group):
        names = [_completed(name, names) for name in names]
    if len(names) != len(group):
        return [Label(_cut(_told(subject, verb, item)), sure=False) for item in group]
    return [Label(_cut(_told(n, verb, item))) for n, item in zip(names, group, strict=True)]


def _completed(name: str, names: Sequence[str]) -> str:
    """A short member of a list with what its last one says for all: 第一、二、三产业增加值."""
    last = names[-1]
    if name == last and not names[0].startswith("第"):
        return name
    if names[0].startswith("第"):
        return f"第{name.removeprefix('第')[:1]}{last.removeprefix('第')[1:]}"
    shared = len(name) <= 3 and len(last) >= len(name) + 2
    return name + last[len(name) :] if shared else name


def _behind(item: Stated) -> str:
    """The noun behind a number: 340家产值超亿元企业."""
    match = _BEHIND.match(plain(item.behind))
    if match is None:
        return ""
    noun = item.behind[match.start("noun") : match.end("noun")]
    if noun[:2] in ("受惠", "受益") and unit_of(item.quantity.unit).kind == "counter":
        return f"{noun[:2]}人数"
    stop = _STOP.search(noun)
    noun = noun[: stop.start()] if stop else noun
    return noun if len(noun) > 1 else ""


def _cut(label: str) -> str:
    """A label that is too long without its first words."""
    if len(label) <= _LONGEST:
        return label
    ends = [end for end in sorted(word_ends(label)) if len(label) - end <= _LONGEST]
    return _LEAD.sub("", label[ends[0] :] if ends else label[-_LONGEST:])
