"""Turn what short rules left of a clause into a label that says what its number is of, and whose.

A label that begins or ends amid a phrase, or is but a verb or a noun, takes its clause
(`own/core.py`); what only comes of something (惠及, 涉及开支, 名额) is said with that
(`own/deeds.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import CLAUSE, any_of, split
from briefgen.facts.inventory import Stated
from briefgen.facts.label_lists import SHORT
from briefgen.facts.labels_behind import counts, noun_behind
from briefgen.facts.numerals import plain
from briefgen.facts.own.core import CLAUSE_BEHIND, MODAL, cut_out, led, together, until
from briefgen.facts.own.deeds import (
    A_DEED,
    COMES_OF,
    DEEDS,
    DO,
    DO_LAST,
    LONGEST,
    OBJECT,
    SCRAP,
    VERBS,
    heading_of,
    last_deed,
    owner_of,
)
from briefgen.facts.own.measures import GROWN, MEASURE_AT_END, whose_of
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.typography.segment import word_ends


def whole(
    words: str, text: SourceText, run: Sequence[Stated], at: int, earlier: str, before: str
) -> str:
    """A label that says too little, or begins or ends amid a phrase, in the words of its clause;
    `earlier` is the label of the number before in its sentence, `before` what was told of last in
    its paragraph. Any other as it is."""
    item = run[at]
    kind = unit_of(item.quantity.unit).kind
    begin, stop = text.bounds(item.place.start, item.place.end)
    last = run[at - 1].place.end if at else begin
    own = CLAUSE.split(text.matching[last : item.place.start])[-1]
    if item.quantity.form != "rank" and earlier and at and _went_to(own, run[at - 1], item):
        return _at_level(words, own, run[at - 1], kind, earlier)
    if (moved := _MOVED.search(own)) and not words.endswith(moved["what"]):
        return moved["what"]
    after = text.matching[item.place.end : stop]
    behind = until(after, run, at)
    words = _that(words, earlier or before)
    where = (text, run, at, begin, item.place.start - len(own))
    if kind == "share" or item.quantity.form not in ("number", "range", "inexact"):
        words = _without_then(words, earlier, where)
        if text.matching.startswith(("其中", "当中"), begin):
            words = _of_whole(words, before)
        return _of_share(words, own, behind, earlier)
    if kind == "time" and not (SCRAP.search(words) or own.endswith(_LASTS)):
        goes_on = DO_LAST.search(words) and len(behind) <= OBJECT and behind[:1] not in _WITHIN
        return words + behind if goes_on else words
    words = _spent(own, behind, kind) or _own_words(words, own, behind, after, item, earlier)
    lent = _lent(words, own, item)
    if not (lent or COMES_OF.fullmatch(words)):
        return MODAL.sub("", words)
    return _with_owner(words, where, before, lent)


def _went_to(own: str, last: Stated, item: Stated) -> bool:
    """Whether a number is what the last one went to: 由50间小学扩展至110间小学."""
    begun = last.before.endswith(("由", "从", "由原有", "由现有"))
    alike = begun and own.startswith(noun_behind(item))
    return bool(_TO.fullmatch(own) or (alike and _NOUN_TO.fullmatch(own)))


def _at_level(words: str, own: str, last: Stated, kind: str, earlier: str) -> str:
    """The label of what something went to, by that of the number it went from, or by."""
    base = GROWN.sub("", earlier)
    if last.quantity.unit in ("个百分点", "个千分点") and own.startswith(("至", "到")):
        return _BY_POINTS.sub("", base)
    return base if kind != "share" else words


_Where: TypeAlias = tuple[SourceText, Sequence[Stated], int, int, int]
_LASTS, _WITHIN = ("为期", "长达"), "前后内来间以"


def _spent(own: str, behind: str, kind: str) -> str:
    """What a sum or time alone comes of: 涉及23亿元, 为期四个月; "" where a clause says more."""
    if kind == "time":
        return "为期" if own.endswith(_LASTS) else ""
    spends = _SPENDS.fullmatch(own) if kind == "money" and not behind else None
    if spends is None:
        return ""
    what = "" if spends["verb"].endswith(("款", "资")) else "款项"
    return f"{'每年' * ('每年' in own)}{spends['verb']}{what}"


def _with_owner(words: str, where: _Where, before: str, lent: bool) -> str:
    """What only comes of something with that, where anything says what that is."""
    headed = heading_of(where[0], where[1][where[2]])
    told = owner_of(*where, bool(_SUBJECT_S.search(words)))
    owner = (words.endswith("名额") and headed) or told or headed or last_deed(before)
    owner = GROWN.sub("", owner)
    owner = "" if lent and not A_DEED.search(owner) else _MEASURE_END.sub("", owner)
    other = owner and words not in owner and owner not in words and owner[-2:] != words[-2:]
    return _joined(owner, words) if other and not COMES_OF.fullmatch(owner) else words


def _own_words(words: str, own: str, behind: str, after: str, item: Stated, earlier: str) -> str:
    """A label in the words of its own clause, where it says less than that does."""
    paid = unit_of(item.quantity.unit).kind == "money"
    words = _counted(words, own, behind, item, earlier)
    core = cut_out(own, together(behind, after), item, earlier)
    if core and _says_less(words, own, behind, core, item):
        words = core
    if paid and _DOES_ALONE.fullmatch(words) and (why := _WHAT_FOR.match(after)):
        words += why["what"]
    words = GROWN.sub("", words) if _UP_TO_ALL.search(own) else words
    words = _OF_UNITS.sub("", re.sub("^受惠(?:人数)?(?=开支)", "", words))
    words = re.sub("^或[^，]{1,4}受惠$", "受惠人数", words)
    return _SINCE.sub("", _IN_ALL.sub("", words))


def _says_less(words: str, own: str, behind: str, core: str, item: Stated) -> bool:
    """Whether a label is but a part of what its clause says, which is `core`."""
    if SCRAP.search(words) or _DOES_ALONE.fullmatch(words) or _LAND.fullmatch(words):
        return True
    paid, counted = unit_of(item.quantity.unit).kind == "money", counts(item)
    plainly = behind.replace('"', "")
    told = plainly[1:4] in words or MEASURE_AT_END.search(words)
    does, short = bool(DO.search(own)), len(words) <= SHORT
    return (
        _only_noun(words, own, item)
        or _partly(words, core, item)
        or (does and counted and CLAUSE_BEHIND.match(behind) is not None)
        or (does and paid and plainly.startswith("的") and not told)
        or (len(words) <= SHORT + 1 and words in core and _OF_EACH.match(core) is not None)
        or bool(behind and DO_LAST.search(words) and not words.startswith(DEEDS))
        or (
            does and counted and words.endswith("增量") and _FURTHER_NOUN.match(plainly) is not None
        )
        or (short and _fares(words, core))
    )


def _fares(words: str, core: str) -> bool:
    """Whether a clause says that those it counts have a good of it, and their label does not."""
    return core.endswith("受惠") and "受惠" not in words


def _that(words: str, told: str) -> str:
    """A label with what 该行业 or 其 in it stands for."""
    that = _THAT.match(words)
    whose = whose_of(GROWN.sub("", told)) if that else ""
    return f"{whose}{that['rest']}" if that and whose else words


def _without_then(words: str, earlier: str, where: _Where) -> str:
    """A share's label that begins with what it comes after, of what its sentence is about."""
    words = _ALIKE.sub("", words)
    if not _THEN.match(words):
        return words
    grown = GROWN.search(words)
    base = GROWN.sub("", earlier) or owner_of(*where, True)
    return base + (grown[0] if grown else "") if base else words


def _of_whole(words: str, before: str) -> str:
    """How a part of places grew, with what was measured of all: 其中，北京上涨0.1%."""
    place = _PLACE_GROWN.fullmatch(words)
    measured = MEASURE_AT_END.search(GROWN.sub("", before)) if place else None
    if place and MEASURE_AT_END.search(place["place"]):
        return words
    return f"{place['place']}{measured[0]}增速" if place and measured else words


def _of_share(words: str, own: str, behind: str, earlier: str) -> str:
    """The label of a share without what only leads to it, and with what it is of."""
    if DO_LAST.search(words) and behind.startswith("的") and len(behind) <= OBJECT:
        what = behind[1:]
        return words if what in words or what[:2] in words else words + what
    if _PACE.match(behind) and words and not words.endswith(("增速", "幅", "率")):
        return f"{words}{behind[:2]}"
    if _AS_MUCH.match(own) and _AS_MUCH.match(words) and earlier:
        return f"{GROWN.sub('', earlier)}{words}"
    return _without_lead(words) if _LEAD_ALONE.match(words) else words


def _counted(words: str, own: str, behind: str, item: Stated, earlier: str) -> str:
    """What is counted, where a measure before its number or a service behind it says that."""
    words = _grown(words, item, earlier)
    if not counts(item):
        return words
    if measured := _measure(own, words, item):
        return measured
    if _NOTHING_ELSE.fullmatch(own) and behind.startswith("提供"):
        return behind
    if SCRAP.match(words) and (shorter := led(words)) != words:
        return shorter if not SCRAP.search(shorter) and len(shorter) > SHORT else words
    return words


def _partly(words: str, core: str, item: Stated) -> bool:
    """Whether a sum has but a part of what its clause says it is."""
    paid = unit_of(item.quantity.unit).kind == "money"
    return paid and bool(COMES_OF.fullmatch(words)) and len(core) > len(words) + 2


def _without_lead(words: str) -> str:
    cut = _LEAD_ALONE.sub("", words)
    return cut if len(cut) > SHORT else words


def _measure(own: str, words: str, item: Stated) -> str:
    """What a count is that its clause names by a measure: 总房屋需求为4万个单位."""
    noun, verb = split(own)
    noun = _DATES.sub("", (noun or led(verb)).rstrip("为共达至到"))
    named = noun_behind(item)
    measured = _MEASURED.search(noun) and named and words.endswith(named) and noun not in named
    return noun if measured and len(noun) <= LONGEST else ""


def _only_noun(words: str, own: str, item: Stated) -> bool:
    """Whether a label is but the noun behind its number, though its clause says more."""
    if not words:
        return counts(item)
    bare = item.behind.lstrip("的").startswith(words) and len(words) <= SHORT
    paid = unit_of(item.quantity.unit).kind == "money"
    return bool(bare and (counts(item) or paid) and (DO.search(own) or "包括" in own))


def _lent(words: str, own: str, item: Stated) -> bool:
    """Whether a label is a short noun alone, which its clause says nothing more of."""
    bare = (
        "、" not in own
        and 0 < len(words) <= SHORT
        and counts(item)
        and item.behind.startswith(words)
    )
    return bare and bool(_NOTHING_ELSE.fullmatch(own))


def _grown(words: str, item: Stated, earlier: str) -> str:
    """How much more of a measure there was, which its noun alone does not say: 较之前增加3万个."""
    base = GROWN.sub("", words)
    if base != words and len(base) <= SHORT and counts(item) and _MEASURED.search(earlier):
        return earlier + words[len(base) :]
    return words


def _joined(owner: str, words: str) -> str:
    """What comes of something with that, as far as a label goes."""
    most = LONGEST - len(words)
    if len(owner) > most:
        ends = [end for end in sorted(word_ends(plain(owner))) if len(owner) - end <= most]
        owner = owner[ends[0] :].lstrip("的和及与、") if ends else ""
    return owner + words if len(owner) > SHORT - 2 else words


_NOTHING_ELSE = pattern(
    r"(?:\W|约|近|逾|超过|共|合共|最多|至少|可|将|会|预计|估计|让|供|惠及|为|每年)*"
)
_DATES = pattern(r"^[\d/／至\-年度]+")
# 扩展至110间: what was told of before.
_TO = pattern(
    r"(?:其?后|进一步|再|则|并|会|将)*(?:扩展|扩大|增加?|提升|提高|上调|下调|减少?|上?升"
    r"|下?降|压缩|延长|缩短|调整|调高|调低)?"
    r"[至到](?:约|近|逾|超过|接近|大约|最多|至少)*"
)
# 失业率上升0.1个百分点至3.2%: what it came to has not risen so much.
_BY_POINTS = pattern(
    r"(?:提[高升]|回升|上[升涨调]|增[加长]|扩大|下[降跌调滑]|降低|回落|减少|放缓|收窄)$"
)
# 将供应目标定于4万个.
_MOVED = pattern(
    rf"[将把](?P<what>{LETTER}{{2,14}}?)(?:定[于为在]|设[于定为]+|压缩[至到]"
    rf"|维持[于在])(?:约|近|逾|超过)*$"
)
_NOUN_TO = pattern(rf"{LETTER}{{1,8}}?{_TO.pattern}")
_AS_MUCH = pattern(r"相[等当]于(?!.*[年月日]$)")
_WHAT_FOR = pattern(
    r"[，,](?:包括|以便?|用以|用[于来作]|作[为]?)?(?P<what>(?:备|支[持援]|加强|优化|资助|协助"
    r"|鼓励|提升|推[动行广展]|购[置买]|采购"
    r"|兴建|发展|扩[大展]|落实|改善|设立|应付|应对|进行|举办|增[加设聘]|提供|延[长续]"
    r"|开[展办设]|培[训育]|强化|深化|让|为)"
    r"[^，。；;：:\d]{2,18})(?=[，。；;]|$)"
)
_SINCE = pattern(r"(?<=..)(?:截至|截止)[^，]{1,8}$")
# 4万个单位的供应目标, 5幅用地的面积: how many there are is no part of what is told.
_OF_UNITS = pattern(r"^(?:单位|名额|用地|项目)的(?=\S\S)")
_MEASURE_END = pattern(r"(?:数目|总数|数字|总面积)$")
_MEASURED = pattern(r"(?:总数|数目|需求|目标|[^质重大少]量|人数|人次|名额)$")
_LAND = pattern(
    r"土地|用地|海域|农地|棕地|(?:非?经常|额外|一次过)*(?:资金|拨款|盈余|赤字)|需求|目标"
)
_SUBJECT_S = pattern(r"[客货车流]量$|面积$|造价$")
_FURTHER_NOUN = pattern(rf"(?![至到]){LETTER}{{2}}")
_OF_EACH = pattern(rf"每[名人户个间月年所家]|{any_of(VERBS)}")
# What a sum is for is told before: 涉及23亿元.
_SPENDS = pattern(
    r"(?:\W|预计|估计|每年|亦|并|也|会|将|约|总共|合共|共|另|料|预料|因此)*(?P<verb>涉及"
    r"|涉款|涉资|耗资|需耗?|花费)"
    r"(?:每年|约|超过|逾|合共|共|近|达|额外|大约|接近)*"
)
# 增加名额至每年400个: what it comes to, and not what is added.
_UP_TO_ALL = pattern(
    r"(?:增加|提升|提高|增|减少|减)[^，]{2,16}[至到](?:每[年月日])?(?:约|近|逾|最多)?$"
)
_THAT = pattern(
    r"(?:该|此|有关|上述)(?:行业|公司|集团|地区|类别|机构|业务|部门|市场|界别)的?(?P<rest>.+)"
)
_THEN = pattern(r"(?:继(?!续|承)|随(?!身|机)|今次|再|进一步|其后|同样).{0,8}?")
_PLACE_GROWN = pattern(rf"(?P<place>{LETTER}{{2,4}})增速")
_ALIKE = pattern(r"(?:同样|亦|也)(?=(?:实质|名义)?增速$|$)")
_PACE = pattern(r"(?:升|增|跌|降|涨)幅")
_LEAD_ALONE = pattern(r"(?:就如|例如|譬如|以及|因此|换言之|事实上)")
_DOES_ALONE = pattern(
    rf"(?:(?:向|为|给)[^，]{{1,8}})?(?:额外|每年|再|共|合共|每月)*(?:{any_of(VERBS)}|派|拨|发放)"
)
_IN_ALL = pattern(r"^(?:合共|总共|共)(?=\S{4})")
