"""Turn the clause around a number into the few words that say what it counts.

The subject stands before the number, without the verb that leads to it; where a clause begins with
its verb, the subject of the clause before is carried on (财政收入61.4亿元，同比下降11.2%). In lists
with 分别 the n-th subject gets the n-th number.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.clause_subject import (
    BARE_VERB,
    BRACKETS,
    CLAUSE,
    OF_SOMETHING_ALONE,
    clauses_before,
    cut,
    split,
)
from briefgen.facts.counted_of import OF_GROWTH, counted_of
from briefgen.facts.english_labels import english_labels
from briefgen.facts.going_on import goes_on, of_owners, of_parts, of_places, topic
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label, weighed
from briefgen.facts.label_lists import LIST, SHORT, achieved, subjects
from briefgen.facts.labels_behind import counted_behind, counts, noun_behind
from briefgen.facts.numerals import plain
from briefgen.facts.own.last import last_words
from briefgen.facts.own.words import in_own_words
from briefgen.facts.owners import Said, owned
from briefgen.facts.set_beside import Beside
from briefgen.facts.simply import as_written, simply
from briefgen.facts.sources import SourceText
from briefgen.facts.tables import row_of
from briefgen.facts.units import unit_of
from briefgen.facts.year_rows import year_row
from briefgen.patterns import pattern
from briefgen.record import replace
from briefgen.typography.segment import word_ends


def labels(text: SourceText, stated: Sequence[Stated]) -> list[Label]:
    """The label of each number, in order."""
    made: list[Label] = []
    subject, said, line, last_said = "", Said(), -1, ""
    written, (text, stated) = text, simply(text, stated)
    for bounds, items in groupby(
        stated, key=lambda item: text.bounds(item.place.start, item.place.end)
    ):
        sentence = text.matching[slice(*bounds)]
        run = [replace(item, behind=item.behind.lstrip('“"「『')) for item in items]
        row = row_of(written, run[0].place.start)
        # A row whose first cell is but its mark is an item of a list.
        if row and (of_row := _of_row(row.label, row.above)):
            made += [Label(of_row)] * len(run)
            continue
        if not has_hanzi(sentence):
            whose = last_said if line == run[0].place.line else ""
            made += english_labels(text, run, whose)
            line, last_said = run[0].place.line, made[-1].text
            continue
        # 其中，三季度增长5.8%: of what, the sentence before has said.
        parts = bool(_PARTS.match(sentence))
        found, subject = _chinese(text, run, subject if parts else "", subject)
        found = of_places(text, run, found)
        found, said = owned(text, run, of_owners(text, run, of_parts(text, run, found)), said)
        rows = [year_row(written, item) for item in run]
        found = [Label(row.label) if row else one for row, one in zip(rows, found, strict=True)]
        whose = last_said if line == run[0].place.line else ""
        found = last_words(text, run, in_own_words(text, run, found, whose), whose)
        found = [*map(weighed, found)]
        line, last_said = run[0].place.line, found[-1].text
        made += [as_written(each, text, written, bounds) for each in found]
    return made


_PARTS = pattern(r"(?:其中|分(?:季度|月|阶段|階段)[看来來]|[从從]环比[看来來]|[从從]環比[看来來])")


def _of_row(label: str, above: str) -> str:
    """What a row of a table says that it counts: its first cell, and of what, where it is but the
    kind of what stands above (Basic, of earnings per share)."""
    said = BRACKETS.sub("", label).strip(" :：—–-·•*")
    if has_hanzi(said):
        return cut(said)
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
    verb, outer, beside = "", "", Beside()
    last = text.bounds(run[0].place.start, run[0].place.end)[0]
    for group in _groups(text, run):
        clauses = clauses_before(text, last, group[0])
        last = group[-1].place.end
        subject, outer = _out_of_brackets(clauses, subject, outer)
        compared, own = _beside(beside, clauses, subject, made, group)
        if compared:
            subject, verb = own or subject, clauses[-1]
            made += compared
            continue
        noun, own = _named(clauses, before)
        verb = own if clauses[-1].strip(")） ") else verb
        fresh = clauses[bool(made) :]
        whole = _whole(noun, subject or before, clauses, fresh, group[0]) if noun else ""
        whole = whole or _whole(noun, subject, clauses, fresh, group[0])
        # 总量 is of the subject, and not what the next clause is about.
        subject = subject if noun != whole and subject else whole or subject
        if len(group) > 1:
            listed = _of_list(whole or subject, verb, group)
            made += _of_each(listed, clauses[-1], verb, group, [] if noun else made)
            continue
        last_said = made[-1] if made else None
        further = goes_on(clauses[-1], noun, whole or subject, last_said, group[0])
        apart = fresh[-2] if len(fresh) > 1 else ""
        said = further or _of_one(whole, whole or subject, verb, group[0], clauses[-1], apart)
        said = _with_topic(_joined_on(said, noun, last_said, group[0]), noun, clauses)
        made.append(Label(cut(said)))
        named = "" if further else noun_behind(group[0])
        if named and (said.endswith(named) if whole else named[:2] in said):
            subject = said.removesuffix("占比")  # 5个园区获批，数量居全省第一
        subject = _carried(subject, said, group[0])
    return made, subject


def _joined_on(said: str, noun: str, before: Label | None, item: Stated) -> str:
    """What a number counts whose clause has but the noun of the one before: 24个国家200个城市."""
    if not (noun and before and before.text != noun and before.text.endswith(noun)):
        return said
    behind = noun_behind(item) if counts(item) else ""
    return before.text.removesuffix(noun) + behind if behind else said


def _with_topic(said: str, noun: str, clauses: Sequence[str]) -> str:
    """A short label with what the clause before says that all is about: 内需方面，总体贡献…."""
    about = topic(clauses) if noun else ""
    short = about and about not in said and len(said) <= SHORT + 2
    return about + said if short else said


def _beside(
    beside: Beside,
    clauses: Sequence[str],
    subject: str,
    made: Sequence[Label],
    group: Sequence[Stated],
) -> tuple[list[Label], str]:
    """Labels of numbers that the sentence's own are compared with, or of how far they are apart;
    and the subject that their clause names. None where a clause says nothing of the sort."""
    other, own = beside.other(clauses[-1], subject, made[-1] if made else None)
    if other:
        # 高于全国平均水平（-8.4%）9.2个百分点: what is compared with, and by how much.
        return [Label(cut(other))], own
    return [replace(one, text=cut(one.text)) for one in beside.apart(clauses[-1], group)], ""


def _out_of_brackets(clauses: Sequence[str], subject: str, outer: str) -> tuple[str, str]:
    """The subject that a clause may go on with, and that before the brackets which it stands in:
    what those were about is over behind them (75亿元（占总投资的32%），增长103%)."""
    words = "，".join(clauses).replace("（", "(").replace("）", ")")
    opened, closed = words.rfind("("), words.rfind(")")
    if closed > opened and outer:
        subject, outer = outer, ""
    if opened > closed:
        outer = outer or split(words[:opened].rpartition("，")[2])[0] or subject
    return subject, outer


def _named(clauses: Sequence[str], before: str) -> tuple[str, str]:
    """The subject that the last of some clauses names, and the words from its verb on: its own, the
    one that a clause turns to before it, or what the sentence `before` told of."""
    noun, verb = split(clauses[-1])
    parts = clauses[-3:-2] if len(clauses) > _NAME // 2 else ()
    turned = len(clauses) > 1 and (_NEXT.match(clauses[-2]) or [*parts] == ["其中"])
    if not noun and turned:
        noun = split(clauses[-2])[0]
    return before if before and _AS_SAID.fullmatch(noun) else noun, verb


def _of_each(
    listed: list[Label], clause: str, verb: str, group: Sequence[Stated], made: Sequence[Label]
) -> list[Label]:
    """Labels of a list with 分别: with what each achieved, where its clause says so, or of the
    subjects `made` before it, where it names none."""
    if each := achieved([label.text for label in listed], clause):
        listed = [replace(one, text=cut(t)) for one, t in zip(listed, each, strict=True)]
    points = group[0].quantity.unit in ("个百分点", "个千分点")
    if (points or not listed[0].sure) and (each := _in_turn(made, group)):
        # 收入、产值、投资 had each a number of their own: 较2015年分别增长5%、6%和7%.
        return [Label(cut(counted_of(s, verb, i))) for s, i in zip(each, group, strict=True)]
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


def _whole(
    noun: str, subject: str, clauses: Sequence[str], fresh: Sequence[str], item: Stated
) -> str:
    """The noun of a clause: with what it is of (总量), or of an earlier clause that has no number
    of its own, where nothing else says what is counted; those that are `fresh` hold no words that
    stand behind the number before."""
    if noun and subject and OF_SOMETHING_ALONE.fullmatch(noun) and not _told(fresh):
        return subject.removesuffix(noun).removesuffix("增速").removesuffix("占比") + noun
    if noun in _OF_A_PROJECT and subject.endswith(("项目", "工程", "園區", "园区", "企业")):
        return cut(subject + noun)  # 58个重点项目进展顺利，完成投资141.6亿元
    whole_word = len(subject) - len(noun) in {0, *word_ends(plain(subject))}
    if noun and len(noun) <= _NAME // 2 and subject.endswith(noun) and whole_word:
        return _SO_FAR.sub("", subject)  # 班列累计开行1.3万列，其中8月开行1653列
    if noun and OF_SOMETHING_ALONE.fullmatch(noun) and len(fresh) > 1:
        return split(fresh[-2])[0] + noun  # 财政收入有快速增长，增幅居全省第3位
    if noun or subject or (counts(item) and noun_behind(item)):
        return noun
    return next((found for each in reversed(clauses) if (found := split(each)[0])), "")


def _told(clauses: Sequence[str]) -> bool:
    """Whether a clause without a number tells before the last one of what it is."""
    return len(clauses) > 1 and "(" not in clauses[-2] and bool(split(clauses[-2])[0])


_OF_A_PROJECT = ("投资", "总投资", "计划总投资", "投资额", "产值", "总产值")
# 该比率较上年略低: it is what the sentence before has told of.
_AS_SAID = pattern(r"[该該此](?:比率|比例|比重|数字|數字|指标|指標|数目|數目)")
# 其次是财产净收入，达12517元，占…: what a clause without a number turns to.
_NEXT = pattern(r"(?:其次|再次|最后|最後|随后|隨後|第[二三四])[是为為]")


def _of_one(
    noun: str, subject: str, verb: str, item: Stated, clause: str = "", topic_apart: str = ""
) -> str:
    """What one number counts: its subject, or the noun behind it where only a verb leads to it."""
    leads = BARE_VERB.search(noun)
    money = unit_of(item.quantity.unit).kind == "money"
    paid = money and bool(noun or not subject)
    if not noun and counts(item) and (named := _with_owner(topic_apart, item)):
        return named
    if (not noun or leads) and (counts(item) or paid) and (behind := noun_behind(item)):
        return (noun if leads and leads[0] == noun and not paid else "") + behind
    if named := counted_behind(noun, clause, item):
        return named
    sold = _SOLD.match(item.behind) if money and subject.endswith(_HOMES) else None
    if sold:
        return "成交价" if sold["sold"] else "购入价"
    if noun.endswith(("等", "中", "在")) and counts(item) and (behind := noun_behind(item)):
        return behind  # 天楹辽源等5个项目
    said = counted_of(subject, verb, item)
    return said or ("人口" if item.quantity.unit.endswith("人口") else "")


def _with_owner(apart: str, item: Stated) -> str:
    """The short noun behind a number with what the clause before is about: 政府公众停车场项目，合共
    3200个泊车位. "" where they are too long, or one is missing."""
    behind = noun_behind(item) if apart else ""
    whose = split(apart)[0].rpartition("的")[2] if behind else ""
    fits = len(behind) <= _NAME and len(whose + behind) <= _WITH_OWNER
    return whose + behind if whose and fits else ""


def _of_list(subject: str, verb: str, group: Sequence[Stated]) -> list[Label]:
    """What the numbers of a list with 分别 count: the noun behind the last, or each its subject."""
    # 分别实现13%、32%的增长; 分别增长5.3倍和69.5%.
    grown = OF_GROWTH.match(group[-1].behind) or group[0].quantity.written.startswith("增长")
    verb += "增长" * bool(grown)
    behind = noun_behind(group[-1]) if not subject or BARE_VERB.search(subject) else ""
    return [Label(cut(behind))] * len(group) if behind else _shared(subject, verb, group)


_WITH_OWNER = 14
_SO_FAR = pattern(r"累[计計](?=..$)")
# 面积52平方米的单位以300万元成交: the sum is no area.
_HOMES = ("面积", "面積", "單位", "单位", "樓盤", "业主", "業主", "买家", "買家", "價後", "价后")
_SOLD = pattern(r"(?P<sold>成交|售出|沽出|易手|卖出|賣出)|购入|購入|买入|買入")


def _turns(text: SourceText, group: Sequence[Stated], item: Stated) -> bool:
    """Whether a number goes on a list whose clause has 分别 farther off: 分别比上年提高1和2个点."""
    between = text.matching[group[-1].place.end : item.place.start]
    if not LIST.fullmatch(_ABOUT.sub("", between)):
        return False
    first = group[0].place
    begin, _ = text.bounds(first.start, first.end)
    own = CLAUSE.split(text.matching[begin : first.start])[-1]
    return "分别" in own or "分別" in own


def _pairs(text: SourceText, group: Sequence[Stated], item: Stated) -> bool:
    """Whether a number is the second of a pair whose clause has two subjects: 客运量及货运量升幅为
    6.1%及2.4%."""
    counted = counts(item) and item.quantity.unit == group[0].quantity.unit
    paired = item.quantity.unit == "%" or counted
    if len(group) > 1 or not paired or not _joins(text, group[0], item):
        return False
    begin, _ = text.bounds(group[0].place.start, group[0].place.end)
    noun = split(CLAUSE.split(text.matching[begin : group[0].place.start])[-1])[0]
    return len(subjects(noun, 2)) > 1


def _joins(text: SourceText, one: Stated, other: Stated) -> bool:
    """Whether only a sign of a list stands between two numbers."""
    return bool(LIST.fullmatch(_ABOUT.sub("", text.matching[one.place.end : other.place.start])))


# 分别增长7%左右和8%左右.
_ABOUT = pattern(r"^(?:左右|上下|以上|以下|以内|以內)")


_SAID_AGAIN = pattern(r"[分][别別]")


def _groups(text: SourceText, run: Sequence[Stated]) -> list[list[Stated]]:
    """The numbers of a sentence; those of one list with 分别 are together."""
    groups: list[list[Stated]] = []
    for item in run:
        each = any(word in item.quantity.qualifier for word in ("分别", "分別"))
        unit = item.quantity.unit
        listed = groups and groups[-1][-1].quantity.unit == unit
        kinds = groups and unit_of(unit).kind == unit_of(groups[-1][-1].quantity.unit).kind
        both = kinds and "分" in groups[-1][0].quantity.qualifier
        again = bool(groups) and _SAID_AGAIN.search(
            text.matching, groups[-1][-1].place.end, item.place.start
        )
        both = both and not again and ((each and listed) or _joins(text, groups[-1][-1], item))
        if both or (listed and (_turns(text, groups[-1], item) or _pairs(text, groups[-1], item))):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _shared(subject: str, verb: str, group: Sequence[Stated]) -> list[Label]:
    """Labels of a list with 分别: of each subject the number at its place."""
    names = subjects(subject, len(group))
    if not names:
        return [Label(cut(counted_of(subject, verb, item)), sure=False) for item in group]
    return [Label(cut(counted_of(n, verb, item))) for n, item in zip(names, group, strict=True)]
