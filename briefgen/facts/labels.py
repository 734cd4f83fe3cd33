"""Turn the clause around a number into the few words that say what it counts.

The subject stands before the number, without the verb that leads to it; where a clause begins with
its verb, the subject of the clause before is carried on (财政收入61.4亿元，同比下降11.2%). In lists
with 分别 the n-th subject gets the n-th number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from briefgen.chinese.clauses import (
    BARE_VERBS,
    LEADS,
    OF_SOMETHING,
    STOPS,
    TAILS,
    TIMES,
    VERBS,
)
from briefgen.chinese.hanzi import LETTER, has_hanzi
from briefgen.facts.counted_of import counted_of
from briefgen.facts.english_labels import english_labels
from briefgen.facts.going_on import goes_on, of_parts, topic
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label, weighed
from briefgen.facts.label_lists import LIST, SHORT, achieved, subjects
from briefgen.facts.numerals import plain
from briefgen.facts.owners import Said, owned
from briefgen.facts.sources import SourceText
from briefgen.facts.tables import row_of
from briefgen.facts.units import unit_of
from briefgen.facts.year_rows import year_row
from briefgen.patterns import pattern
from briefgen.record import replace
from briefgen.typography.segment import word_ends

_LONGEST = 16


def _any(words: str) -> str:
    """The pattern of any of some words, the longest first."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


_TIME = pattern(
    r"(?:在|于|於)?(?:(?:19|20)\d\d ?[-–—] ?(?:(?:19|20)\d\d|\d\d)(?:学年|學年)的?"
    r"|(?:20\d\d|二[零〇○][零〇○一二三四五六七八九]{2})[-／/](?:\d\d|[零〇○一二三四五六七八九]{2})年度的?"
    r"|二[零〇○][零〇○一二三四五六七八九]{2}年(?:[一二三四五六七八九十]+月)?(?:[一二三四五六七八九十]+日)?(?:止(?:年度|[^，]{1,3}月))?[年底末初]*|(?:19|20)\d\d(?:[-–—～/至](?:(?:19|20)\d\d|\d\d))?年(?:度起?|\d{1,2}月份?|[一二三四]季度|[上下]半年|[年末底初])?"
    r"|\d{1,2}[-—至~～]\d{1,2}月份?|\d{1,2}月(?:份|[末底])?|第?[一二三四1-4]季度?|(?<![\d.])[一二两三四五六七八九十\d]+年[间間来來]?"
    rf"|[“\"]?十[一二三四]五[”\"]?(?:时期|期间|期間|時期|[末初]|以来|以來)|{_any(TIMES)})(?:以来|以來)?"
)
_BRACKETS = pattern(r"[（(][^（）()]*[）)]?|\[\d+\]?|[“”\"「」『』]")
# 卫生人员168.2万人（其中卫生技术人员141.2万人）: a clause of its own, though in brackets.
_OPENED = pattern(r"^[（(](?=[^（）()]+$)")
_LEAD = pattern(
    rf"^(?:{_any(LEADS)}|{LETTER}{{2,4}}社{LETTER}{{0,6}}日?电|[分从從按][^，]{{1,8}}[看来來]|[一二三四五六七八九十]+[、是]|按[^，]{{1,6}}计算|按[^，]{{0,4}}(?:价格?|口径)|[^\w]|的(?!士))+"
)
_VERB = pattern(
    rf"(?:{_any(VERBS)}|比(?=[上去年前全\d收扩提下增减加回分末初降少多高低约累预預]|同期|原)|由(?=[负正])|居(?!民|住)|[从由](?=时))"
)
_TAIL = pattern(rf"(?:{_any(TAILS)}|(?:新增|新建|完成)(?=$)|[^\w])+$")
_OF_SOMETHING = pattern(_any(OF_SOMETHING))
_BARE_VERB = pattern(rf"(?:(?:{_any(BARE_VERBS)})[、和及与]?)+$")
_BEHIND = pattern(rf"[的为是]?(?P<noun>{LETTER}{{2,14}})")
_STOP = pattern(_any(STOPS))


def labels(text: SourceText, stated: Sequence[Stated]) -> list[Label]:
    """The label of each number, in order."""
    made: list[Label] = []
    subject, said = "", Said()
    for bounds, items in groupby(
        stated, key=lambda item: text.bounds(item.place.start, item.place.end)
    ):
        sentence = text.matching[slice(*bounds)]
        run = list(items)
        row = row_of(text, run[0].place.start)
        if row:
            made += [Label(_of_row(row.label, row.above))] * len(run)
            continue
        if not has_hanzi(sentence):
            made += english_labels(text, run)
            continue
        # 其中，三季度增长5.8%: of what, the sentence before has said.
        parts = bool(_PARTS.match(sentence))
        found, subject = _chinese(text, run, subject if parts else "", subject)
        found, said = owned(text, run, of_parts(text, run, found), said)
        rows = [year_row(text, item) for item in run]
        found = [Label(row.label) if row else one for row, one in zip(rows, found, strict=True)]
        made += map(weighed, found)
    return made


_PARTS = pattern(r"(?:其中|分(?:季度|月|阶段|階段)[看来來]|[从從]环比[看来來]|[从從]環比[看来來])")


def _of_row(label: str, above: str) -> str:
    """What a row of a table says that it counts: its first cell, and of what, where it is but the
    kind of what stands above (Basic, of earnings per share)."""
    said = _BRACKETS.sub("", label).strip(" :：—–-·•*")
    if has_hanzi(said):
        return _cut(said)
    if said.lower() in ("basic", "diluted", "total", "other") and above:
        said = f"{above.strip(' :')}, {said}"
    # UK & ROI stays, REVENUE is Revenue.
    shout = said.isupper() and any(len(word) > _NAME for word in said.split())
    return said.capitalize() if shout else said


# So many capitals may be a name.
_NAME = 4


def _chinese(
    text: SourceText, run: Sequence[Stated], subject: str, before: str
) -> tuple[list[Label], str]:
    """Labels of the numbers of one sentence, whose subject the one before may have named, as it has
    what a growth alone is of (第二季升幅为3.1%); and what it names itself."""
    made: list[Label] = []
    verb = ""
    last = text.bounds(run[0].place.start, run[0].place.end)[0]
    for group in _groups(text, run):
        clauses = _clauses(text, last, group[0])
        last = group[-1].place.end
        if beside := _BESIDE.search(clauses[-1]):
            # 高于全国平均水平（-8.4%）9.2个百分点: what is compared with, and by how much.
            subject, verb = _own(clauses[-1][: beside.start()]) or subject, clauses[-1]
            made.append(Label(_against(beside["noun"], subject)))
            continue
        noun, own = _named(clauses, before)
        verb = own if clauses[-1].strip(")） ") else verb
        whole = _whole(noun, subject or before, clauses, group[0]) if noun else ""
        whole = whole or _whole(noun, subject, clauses, group[0])
        # 总量 is of the subject, and not what the next clause is about.
        subject = subject if noun != whole and subject else whole or subject
        if len(group) > 1:
            listed = _of_list(whole or subject, verb, group)
            made += _of_each(listed, clauses[-1], verb, group, [] if noun else made)
            continue
        further = goes_on(clauses[-1], noun, whole or subject, made[-1] if made else None, group[0])
        said = further or _of_one(whole, whole or subject, verb, group[0], clauses[-1])
        if made and made[-1].text != noun and made[-1].text.endswith(noun) and noun:
            behind = _behind(group[0]) if _counts(group[0]) else ""
            said = made[-1].text.removesuffix(noun) + behind if behind else said  # 欧洲24国200城
        about = topic(clauses) if noun else ""
        if about and about not in said and len(said) <= SHORT + 2:
            said = about + said
        made.append(Label(_cut(said)))
        if not whole and _counts(group[0]) and said and said == _behind(group[0]):
            subject = said  # 5个园区获批，数量居全省第一
        subject = _carried(subject, said, group[0])
    return made, subject


def _named(clauses: Sequence[str], before: str) -> tuple[str, str]:
    """The subject that the last of some clauses names, and the words from its verb on: its own, the
    one that a clause turns to before it, or what the sentence `before` told of."""
    noun, verb = _split(clauses[-1])
    if not noun and len(clauses) > 1 and _NEXT.match(clauses[-2]):
        noun = _split(clauses[-2])[0]
    return before if before and _AS_SAID.fullmatch(noun) else noun, verb


def _of_each(
    listed: list[Label], clause: str, verb: str, group: Sequence[Stated], made: Sequence[Label]
) -> list[Label]:
    """Labels of a list with 分别: with what each achieved, where its clause says so, or of the
    subjects `made` before it, where it names none."""
    if each := achieved([label.text for label in listed], clause):
        listed = [replace(one, text=_cut(t)) for one, t in zip(listed, each, strict=True)]
    if not listed[0].sure and (each := _in_turn(made, group)):
        # 收入、产值、投资 had each a number of their own: 较2015年分别增长5%、6%和7%.
        return [Label(_cut(counted_of(s, verb, i))) for s, i in zip(each, group, strict=True)]
    return listed


def _carried(subject: str, said: str, item: Stated) -> str:
    """The subject that the next clause may go on with: a share, until another unit is counted."""
    if said.endswith("占比"):
        return said
    shared = unit_of(item.quantity.unit).kind == "share"
    return subject if shared else subject.removesuffix("占比")


def _in_turn(made: Sequence[Label], group: Sequence[Stated]) -> list[str]:
    """The subjects of the numbers before a list that has as many."""
    before = [label.text for label in made[-len(group) :]]
    whole = len(set(before)) == len(group) and all(before)
    return before if whole and len(made) == len(group) else []


def _whole(noun: str, subject: str, clauses: Sequence[str], item: Stated) -> str:
    """The noun of a clause: with what it is of (总量), or of an earlier clause that has no number
    of its own, where nothing else says what is counted."""
    if noun and subject and _OF_SOMETHING.fullmatch(noun):
        return subject.removesuffix(noun) + noun
    if len(noun) <= _NAME // 2 and subject.endswith(noun) and noun:
        return _SO_FAR.sub("", subject)  # 班列累计开行1.3万列，其中8月开行1653列
    if noun or subject or (_counts(item) and _behind(item)):
        return noun
    return next((found for each in reversed(clauses) if (found := _split(each)[0])), "")


# 该比率较上年略低: it is what the sentence before has told of.
_AS_SAID = pattern(r"[该該此](?:比率|比例|比重|数字|數字|指标|指標|数目|數目)")
# 其次是财产净收入，达12517元，占…: what a clause without a number turns to.
_NEXT = pattern(r"(?:其次|再次|最后|最後|随后|隨後|第[二三四])[是为為]")


def _counts(item: Stated) -> bool:
    return item.quantity.form != "rank" and unit_of(item.quantity.unit).kind in (
        "counter",
        "opaque",
    )


def _of_one(noun: str, subject: str, verb: str, item: Stated, clause: str = "") -> str:
    """What one number counts: its subject, or the noun behind it where only a verb leads to it."""
    leads = _BARE_VERB.search(noun)
    money = unit_of(item.quantity.unit).kind == "money"
    paid = money and bool(noun)
    if (not noun or leads) and (_counts(item) or paid) and (behind := _behind(item)):
        return (noun if leads and leads[0] == noun and not paid else "") + behind
    if noun and item.quantity.unit in _CLASSIFIERS and (behind := _behind(item)):
        return _joined(noun, behind)
    if money and (behind := _behind(item)):
        if clause.endswith("的") and noun and len(noun + behind) <= _LONGEST:
            return noun + behind  # 涉及关爱共享计划的112亿元开支
        if _GOT.search(clause):
            return behind  # 录得168亿元的综合盈余
    sold = _SOLD.match(item.behind) if money and subject.endswith(_HOMES) else None
    if sold:
        return "成交价" if sold["sold"] else "购入价"
    if noun.endswith(("等", "中", "在")) and _counts(item) and (behind := _behind(item)):
        return behind  # 天楹辽源等5个项目
    said = counted_of(subject, verb, item)
    return said or ("人口" if item.quantity.unit.endswith("人口") else "")


def _of_list(subject: str, verb: str, group: Sequence[Stated]) -> list[Label]:
    """What the numbers of a list with 分别 count: the noun behind the last, or each its subject."""
    behind = _behind(group[-1]) if not subject or _BARE_VERB.search(subject) else ""
    return [Label(_cut(behind))] * len(group) if behind else _shared(subject, verb, group)


# Words that only count what stands behind: 铺画了82条运行线路.
_CLASSIFIERS = frozenset("个 家 条 项 座 所 处 名 位 户 种 类 台 辆 艘 架 间 幢 栋 只 头 趟 批 场".split())
_GOT = pattern(r"(?:錄得|录得|取得|获得|獲得|收到|賺取)(?:约|約|近|逾|超[过過])?$")
_VERBAL = pattern(r"(?:已|共|累计|累計).*$")
_MOST_JOINED = 12


_SO_FAR = pattern(r"累[计計](?=..$)")


def _joined(noun: str, behind: str) -> str:
    """The noun behind a number with what leads to it, where both are short: 中欧班列运行线路."""
    longer = _VERBAL.sub("", noun) + behind
    fits = len(longer) <= _MOST_JOINED and not noun.endswith(("等", "中", "在"))
    return longer if fits and behind not in noun else behind


# 面积52平方米的单位以300万元成交: the sum is no area.
_HOMES = ("面积", "面積", "單位", "单位", "樓盤", "业主", "業主", "买家", "買家", "價後", "价后")
_SOLD = pattern(r"(?P<sold>成交|售出|沽出|易手|卖出|賣出)|购入|購入|买入|買入")
# A number in brackets behind the noun that it belongs to.
_BESIDE = pattern(rf"(?:高于|低于|快于|慢于|高於|低於)(?P<noun>(?:\d{{1,2}}月份?)?{LETTER}{{2,12}})(?:[（(]|的)$")


def _own(lead: str) -> str:
    """The subject that stands before what something is compared with."""
    return _split(lead)[0].rstrip("远遠略大幅")


def _against(noun: str, subject: str) -> str:
    """What a number is that another is compared with: 高于全国平均水平的5.1%; 高於8月預測的2.91%."""
    whom = _TIME.sub("", noun)
    return subject + whom if len(whom) <= _NAME and subject else whom


def _turns(text: SourceText, group: Sequence[Stated], item: Stated) -> bool:
    """Whether a number goes on a list whose clause has 分别 farther off: 分别比上年提高1和2个点."""
    between = text.matching[group[-1].place.end : item.place.start]
    if not LIST.fullmatch(between):
        return False
    first = group[0].place
    begin, _ = text.bounds(first.start, first.end)
    own = _CLAUSE.split(text.matching[begin : first.start])[-1]
    return "分别" in own or "分別" in own


def _groups(text: SourceText, run: Sequence[Stated]) -> list[list[Stated]]:
    """The numbers of a sentence; those of one list with 分别 are together."""
    groups: list[list[Stated]] = []
    for item in run:
        each = any(word in item.quantity.qualifier for word in ("分别", "分別"))
        unit = item.quantity.unit
        listed = groups and groups[-1][-1].quantity.unit == unit
        both = each and listed and "分" in groups[-1][-1].quantity.qualifier
        if both or (listed and _turns(text, groups[-1], item)):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _clauses(text: SourceText, last: int, item: Stated) -> list[str]:
    """The clauses before a number, back to the number before it; its own is the last. A clause of
    nothing but words of time is none of its own."""
    words = text.matching[last : item.place.start]
    *earlier, own = _CLAUSE.split(words)
    if own.endswith("、"):
        earlier, own = [*earlier, own], ""
    earlier = [clause for clause in earlier if clause.strip()]
    if earlier and own.strip(" 、的") and not _TIME.sub("", own).strip(" 、的"):
        own = earlier.pop()
    return [*earlier, own]


_CLAUSE = pattern(r"[，；：;]|,(?!\d{3})|:(?!\d)")


def _split(lead: str) -> tuple[str, str]:
    """The subject of a clause, and the words from its verb on; dates and brackets are no part."""
    words = _BRACKETS.sub("", _OPENED.sub("", _TIME.sub("", lead)))
    while (cut := _LEAD.sub("", words, count=1)) != words:
        words = cut
    words = re.sub(r".*\d+(?:[年天]|[个個]月|小[时時]|[%‰]|[个個]?百分[点點])", "", words)
    verb = _VERB.search(words)
    noun = words[: verb.start()] if verb else words
    noun = _FORESEEN.sub("", noun)
    noun = _ENDED.sub("", _TAIL.sub("", re.sub(r"[\d.]+$", "", noun)))
    noun = _DONE.sub("", _LEAD.sub("", noun)) if len(noun) > 1 else ""
    return (noun if len(noun) > 1 else ""), words[len(noun) :]


# 房委会预计本年度的盈余: who foresees it is no part of what it is.
_FORESEEN = pattern(
    rf"^{LETTER}{{1,8}}?(?:预计|預計|预测|預測|估计|估計|预期|預期)(?![为為将將达達可会會至到在的值数數])"
    rf"(?={LETTER}{{3}})"
)
_ENDED = pattern(r"(?:[、和与與]|(?<![惠涉普])及)+$")
# 全市实现生产总值: the verb says nothing of what is counted.
_DONE = pattern(rf"(?:实现|實現|完成)(?={LETTER}{{2}})")


def _shared(subject: str, verb: str, group: Sequence[Stated]) -> list[Label]:
    """Labels of a list with 分别: of each subject the number at its place."""
    names = subjects(subject, len(group))
    if not names:
        return [Label(_cut(counted_of(subject, verb, item)), sure=False) for item in group]
    return [Label(_cut(counted_of(n, verb, item))) for n, item in zip(names, group, strict=True)]


def _behind(item: Stated) -> str:
    """The noun behind a number: 340家产值超亿元企业."""
    match = _BEHIND.match(plain(item.behind))
    if match is None:
        return ""
    noun = _DONE.sub("", item.behind[match.start("noun") : match.end("noun")])
    if noun[:2] in ("受惠", "受益") and unit_of(item.quantity.unit).kind == "counter":
        return f"{noun[:2]}人数"
    stop = _STOP.search(noun)
    noun = noun[: stop.start()] if stop else noun
    noun = _AND_MORE.sub("", noun)
    return noun if len(noun) > 1 else ""


# 14.7万个公营房屋单位及约4.4万个私营房屋单位: what the next number counts is another.
_AND_MORE = pattern(r"(?:[、和与與及](?:[約约近逾]|超[過过])?)+$")


def _cut(label: str) -> str:
    """A label that is too long without its first words."""
    if len(label) <= _LONGEST:
        return label
    if "、" in label:
        # 物流中心进出口额 of two that are named; but the whole of 电力、热力、燃气供应业增加值.
        first, _, last = label.rpartition("、")
        if len(first) > SHORT < len(last) <= _LONGEST and "、" not in first:
            return last
        if len(label) <= _LONGEST + SHORT:
            return label
    # 单位通过公共网络实现的商品零售额 is a part of 商品零售额.
    if SHORT <= len(way := label.rpartition("通过")[2]) <= _LONGEST and "的" in way:
        return way
    if SHORT <= len(own := label.rpartition("的")[2]) <= _LONGEST and "的" in label:
        return own  # 以劳动密集型产业为主的加工贸易进出口
    ends = [
        end
        for end in sorted(word_ends(plain(label)))
        if len(label) - end <= _LONGEST
        and not label.startswith(("及", "和", "等", "、", "的"), end)
    ]
    return _LEAD.sub("", label[ends[0] :] if ends else label[-_LONGEST:])
