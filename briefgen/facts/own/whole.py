"""Turn what short rules left of a clause into a label that says what its number is of, and whose.

A clause with its number cut out says what it counts (觅得约350公顷土地 is 觅得土地). What only comes of
something (惠及, 涉及开支, 名额) is said with that: what the clause before does, what heads the item of a
list, or what was told of last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import BRACKETS, CLAUSE, TIME, any_of, split
from briefgen.facts.inventory import Stated
from briefgen.facts.label_lists import SHORT
from briefgen.facts.labels_behind import counts, noun_behind
from briefgen.facts.numerals import plain
from briefgen.facts.own.measures import GROWN, MEASURE_AT_END, whose_of
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.typography.segment import word_ends

_LONGEST, _OBJECT = 28, 14


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
    if item.quantity.form != "rank" and earlier and at and _TO.fullmatch(own):
        return GROWN.sub("", earlier) if kind != "share" else words
    if (moved := _MOVED.search(own)) and moved["what"] not in words:
        return moved["what"]
    after = text.matching[item.place.end : stop]
    behind = _until(after, run, at)
    words = _that(words, earlier or before)
    where = (text, run, at, begin, item.place.start - len(own))
    if kind == "share" or item.quantity.form not in ("number", "range", "inexact"):
        words = _without_then(words, earlier, where)
        if text.matching.startswith(("其中", "当中"), begin):
            words = _of_whole(words, before)
        return _of_share(words, own, behind, earlier)
    spends = _SPENDS.fullmatch(own) if kind == "money" and not behind else None
    lasts = kind == "time" and own.endswith(("为期", "长达"))
    if spends or lasts:
        verb = spends["verb"] if spends else ""
        verb += "款项" * (verb[-1:] not in ("款", "资"))
        words = f"{'每年' * ('每年' in own)}{verb}" if spends else "为期"
    elif kind == "time" and not _SCRAP.search(words):
        goes_on = (
            _DO_LAST.search(words) and len(behind) <= _OBJECT and behind[:1] not in "前后内来间以"
        )
        return words + behind if goes_on else words
    else:
        words = _own_words(words, own, behind, after, item, earlier)
    lent = _lent(words, own, item)
    if not (lent or _COMES_OF.fullmatch(words)):
        return _MODAL.sub("", words)
    headed = _headed(text, item)
    told = _owner(*where, bool(_SUBJECT_S.search(words)))
    owner = (words.endswith("名额") and headed) or told or headed or _of(before)
    owner = GROWN.sub("", owner)
    owner = "" if lent and not _A_DEED.search(owner) else _MEASURE_END.sub("", owner)
    other = owner and words not in owner and owner not in words and owner[-2:] != words[-2:]
    return _joined(owner, words) if other and not _COMES_OF.fullmatch(owner) else words


def _own_words(words: str, own: str, behind: str, after: str, item: Stated, earlier: str) -> str:
    """A label in the words of its own clause, where it says less than that does."""
    paid = unit_of(item.quantity.unit).kind == "money"
    words = _counted(words, own, behind, item, earlier)
    core = _core(own, _together(behind, after), item, earlier)
    little = _SCRAP.search(words) or _DOES_ALONE.fullmatch(words) or _LAND.fullmatch(words)
    alone = _only_noun(words, own, item) or _partly(words, core, item)
    alone = alone or (counts(item) and bool(_CLAUSE_BEHIND.match(behind)) and _DO.search(own))
    plainly = behind.replace('"', "")
    told = plainly[1:4] in words or MEASURE_AT_END.search(words) is not None
    alone = alone or (paid and plainly.startswith("的") and not told and _DO.search(own))
    alone = alone or (len(words) <= SHORT + 1 and words in core and bool(_OF_EACH.match(core)))
    alone = alone or (behind and _DO_LAST.search(words) and not words.startswith(_DEEDS))
    if not little and core.endswith("受惠") and "受惠" not in words and len(words) <= SHORT:
        alone = True
    words = core if core and (little or alone) else words
    if paid and _DOES_ALONE.fullmatch(words) and (why := _WHAT_FOR.match(after)):
        words += why["what"]
    words = GROWN.sub("", words) if _UP_TO_ALL.search(own) else words
    words = _OF_UNITS.sub("", re.sub("^受惠(?:人数)?(?=开支)", "", words))
    words = re.sub("^或[^，]{1,4}受惠$", "受惠人数", words)
    return _SINCE.sub("", _IN_ALL.sub("", words))


def _together(behind: str, after: str) -> str:
    """The words behind a number of a list whose last member says what becomes of all: 105艘船与6个
    商户受惠."""
    joint = len(behind) <= _OBJECT and after[len(behind) : len(behind) + 1] != "，"
    all_of = _ALL_OF.match(after) if joint and behind.endswith(("与", "和", "及", "、")) else None
    return f"{behind[:-1]}{all_of['done']}" if all_of else behind


def _that(words: str, told: str) -> str:
    """A label with what 该行业 or 其 in it stands for."""
    that = _THAT.match(words)
    whose = whose_of(GROWN.sub("", told)) if that else ""
    return f"{whose}{that['rest']}" if that and whose else words


def _without_then(
    words: str, earlier: str, where: tuple[SourceText, Sequence[Stated], int, int, int]
) -> str:
    """A share's label that begins with what it comes after, of what its sentence is about."""
    words = _ALIKE.sub("", words)
    if not _THEN.match(words):
        return words
    grown = GROWN.search(words)
    base = GROWN.sub("", earlier) or _owner(*where, True)
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
    if _DO_LAST.search(words) and behind.startswith("的") and len(behind) <= _OBJECT:
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
    if _SCRAP.match(words) and (shorter := _led(words)) != words:
        return shorter if not _SCRAP.search(shorter) and len(shorter) > SHORT else words
    return words


def _partly(words: str, core: str, item: Stated) -> bool:
    """Whether a sum has but a part of what its clause says it is."""
    paid = unit_of(item.quantity.unit).kind == "money"
    return paid and bool(_COMES_OF.fullmatch(words)) and len(core) > len(words) + 2


def _without_lead(words: str) -> str:
    cut = _LEAD_ALONE.sub("", words)
    return cut if len(cut) > SHORT else words


def _measure(own: str, words: str, item: Stated) -> str:
    """What a count is that its clause names by a measure: 总房屋需求为4万个单位."""
    noun, verb = split(own)
    noun = _DATES.sub("", (noun or _led(verb)).rstrip("为共达至到"))
    named = noun_behind(item)
    measured = _MEASURED.search(noun) and named and words.endswith(named) and noun not in named
    return noun if measured and len(noun) <= _LONGEST else ""


def _only_noun(words: str, own: str, item: Stated) -> bool:
    """Whether a label is but the noun behind its number, though its clause says more."""
    if not words:
        return counts(item)
    bare = item.behind.lstrip("的").startswith(words) and len(words) <= SHORT
    paid = unit_of(item.quantity.unit).kind == "money"
    return bool(bare and (counts(item) or paid) and (_DO.search(own) or "包括" in own))


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


def _led(words: str) -> str:
    """Words without what only leads to them."""
    while (cut := _HEAD.sub("", words, count=1)) != words:
        words = cut
    return words


def _of(before: str) -> str:
    """What was told of last in a paragraph, where it is something that others may come of."""
    return before if _A_DEED.search(before) and not _DIGIT.search(before) else ""


def _joined(owner: str, words: str) -> str:
    """What comes of something with that, as far as a label goes."""
    most = _LONGEST - len(words)
    if len(owner) > most:
        ends = [end for end in sorted(word_ends(plain(owner))) if len(owner) - end <= most]
        owner = owner[ends[0] :].lstrip("的和及与、") if ends else ""
    return owner + words if len(owner) > SHORT - 2 else words


def _until(behind: str, run: Sequence[Stated], at: int) -> str:
    """The words behind a number to the end of its clause, or the next number."""
    if at + 1 < len(run):
        behind = behind[: max(0, run[at + 1].place.start - run[at].place.end)]
    own = CLAUSE.split(behind)[0].strip("。 ")
    if own == behind and at + 1 < len(run) and _DO_LAST.search(own):
        # 预留两亿元在五年内推展十项设施: what is done stands behind the next number.
        return own + noun_behind(run[at + 1])
    return own


def _core(own: str, behind: str, item: Stated, earlier: str) -> str:
    """A clause with its number cut out, without the words that only lead to it."""
    head = BRACKETS.sub("", TIME.sub("", own)).replace('"', "").strip()
    head = _TAIL.sub("", _led(head))
    if _JOINT.fullmatch(own):
        # 涉及60公顷用地及200公顷海域: the verb is that of all.
        done = _VERB.match(earlier)
        head = done[0] if done else ""
    tail = TIME.sub("", BRACKETS.sub("", behind)).replace('"', "").lstrip("的")
    tail = _END.sub("", _PAST.sub("", tail))
    if counts(item) and len(tail) > _OBJECT:
        first = of = _CHOICE.split(tail)[0]
        if _CLAUSE_BEHIND.match(tail):
            of = tail.rpartition("的")[2]
        first = of if 1 < len(of) <= SHORT + 2 else first
        tail = first if SHORT < len(first) <= _OBJECT else noun_behind(item)
    elif len(tail) > _OBJECT and "的" in tail:
        tail = tail.rpartition("的")[2]
    head = "" if tail and tail in head else head
    if len(head) + len(tail) > _LONGEST:
        of = head.rpartition("的")[2]
        does = [*_DO.finditer(head)]
        head = of if SHORT < len(of) < _OBJECT else head[does[-1].start() :] if does else ""
    made = _MODAL.sub("", head + tail)
    fits = 2 < len(made) <= _LONGEST and not _UNREAD.search(made)
    return made if fits else ""


def _headed(text: SourceText, item: Stated) -> str:
    """What heads the paragraph or list's item of a number: 扩展试行计划——明年…, "" where nothing
    does."""
    line = text.lines[item.place.line - 1] if item.place.line <= len(text.lines) else 0
    start = bisect_left(text.offsets, line, 0, item.place.start)
    named = _HEADED.match(text.matching, start, item.place.start)
    return named["name"].strip('"') if named else ""


def _owner(
    text: SourceText, run: Sequence[Stated], at: int, begin: int, start: int, measured: bool
) -> str:
    """What a sentence says before a clause that something comes of, "" where nothing does."""
    words, last = "", begin
    for one in run[:at]:
        paid = unit_of(one.quantity.unit).kind == "money"
        words += text.matching[last : one.place.start] + ("¥" if paid else "#")
        last = one.place.end
    words += text.matching[last:start] if start > last else ""
    told = words.rstrip(";；，, ")
    for clause in reversed(CLAUSE.split(re.split("[;；]", told)[-1])):
        plainly = _CUT.sub("", BRACKETS.sub("", TIME.sub("", clause))).replace('"', "")
        if (
            len(plainly) < SHORT - 1
            or _SPOKEN.search(plainly)
            or _COMES_OF.match(plainly)
            or _EFFECT.search(plainly)
        ):
            continue
        if said := _object(plainly, measured):
            return said
    return ""


def _object(clause: str, measured: bool) -> str:
    """What a clause does to what, or what it is about: that alone has what is `measured`."""
    does = [*_DO.finditer(clause)]
    if measured and 2 < len(noun := split(clause)[0]) <= _OBJECT + SHORT:
        return whose_of(noun) or noun
    for match in reversed(does):
        rest = clause[match.end() :].lstrip("的了")
        if rest == "¥":
            return f"{match[0]}款项"
        rest = rest.replace("¥", "").lstrip("的")
        rest = _WENT.sub("", rest)
        what = rest.rpartition("的")[2] if len(rest) > _OBJECT else rest
        if 2 <= len(what) <= _OBJECT and not _SCRAP.search(what) and not _DIGIT.search(what):
            return match[0] + what
    noun = re.split("由(?=.{2,8}(?:负责|执行|营办|管理))", split(clause.replace("¥", ""))[0])[0]
    noun = whose_of(noun) or noun
    told = 2 < len(noun) <= _OBJECT + SHORT and not noun.endswith(_SUMS)
    return noun if told and not (_SCRAP.search(noun) or _DIGIT.search(noun)) else ""


_VERBS = (
    "派发 发放 批出 拨出 增拨 注资 预留 动用 斥资 投放 投入 推出 推行 增加 新增 增设 扩展 扩大 优化 提升 提高 "
    "兴建 建成 落成 招募 招收 资助 支援 提供 收回 收取 征收 觅得 供应 处理 接获 接待 购买 购置 采购 发行 聘请 "
    "培训 创造 设立 成立 宽减 豁免 延长 举办 开办 重建 改建 扩建 推展 建造 改造 录得"
)
_DO = pattern(
    rf"(?:{any_of(_VERBS)}|(?<![委指选特分])派(?![出对遣员生驻系])|(?<![^\W\d]{{3}})[推增设](?=[^，]{{3}}))"
    r"(?![商者局署会费权])"
)
_DO_LAST = pattern(rf"(?:{any_of(_VERBS)})(?:约|近|逾|超过|共)?$")
_VERB = pattern(rf"涉及|{any_of(_VERBS)}")
_JOINT = pattern(r"[^，]{0,8}(?:以?及|和|与|、|另有?)(?:约|近|逾|超过|共)*")
_CHOICE = pattern(r"或|由|以便|以及|，|(?<=[^，]{4})[获将会可能在](?![得展员])")
_DEEDS = tuple(_VERBS.split())
_CLAUSE_BEHIND = pattern(
    r"(?:涉及|领取|[有无]|照顾|符合|合资格|[为供]|位于|属|来自|从事|与|受).*的"
)
_NOTHING_ELSE = pattern(
    r"(?:\W|约|近|逾|超过|共|合共|最多|至少|可|将|会|预计|估计|让|供|惠及|为|每年)*"
)
_DATES = pattern(r"^[\d/／至\-年度]+")
_SPOKEN = pattern(r"(?:宣布|表示|指出?|说|公布|认为|透露|看|强调|[后时前])$")
_UNREAD = pattern(r"[,;，；。:：#]|(?:可能|预计|估计|将会|只有|由)$")
# 扩展至110间: what was told of before.
_TO = pattern(
    r"(?:其?后|进一步|再|则|并|会|将)*(?:扩展|扩大|增加?|提升|提高|上调|下调|减少?|上?升|下?降|压缩|延长|缩短|调整|调高|调低)?"
    r"[至到](?:约|近|逾|超过|接近|大约|最多|至少)*"
)
# 将供应目标定于4万个.
_MOVED = pattern(
    rf"[将把](?P<what>{LETTER}{{2,14}}?)(?:定[于为在]|设[于定为]+|压缩[至到]|维持[于在])(?:约|近|逾|超过)*$"
)
_AS_MUCH = pattern(r"相[等当]于(?!.*[年月日]$)")
_WHAT_FOR = pattern(
    r"[，,](?:以便?|用以|用[于来作]|作[为]?)?(?P<what>(?:备|支[持援]|加强|优化|资助|协助|鼓励|提升|推[动行广展]|购[置买]|采购"
    r"|兴建|发展|扩[大展]|落实|改善|设立|应付|应对|进行|举办|增[加设聘]|提供|延[长续]|开[展办设]|培[训育]|强化|深化|让|为)"
    r"[^，。；;：:\d]{2,18})(?=[，。；;]|$)"
)
_SINCE = pattern(r"(?<=..)(?:截至|截止)[^，]{1,8}$")
# 4万个单位的供应目标, 5幅用地的面积: how many there are is no part of what is told.
_OF_UNITS = pattern(r"^(?:单位|名额|用地|项目)的(?=\S\S)")
_MEASURE_END = pattern(r"(?:数目|总数|数字|总面积)$")
_MEASURED = pattern(r"(?:总数|数目|需求|目标|[^质重大少]量|人数|人次|名额)$")
_A_DEED = pattern(
    rf"(?:计划|项目|措施|服务|工程|基金|中心|方案|活动|(?:{any_of(_VERBS)})(?!值))"
    r"(?!.*(?:[率额价]|比例|比率|上限|开支|占比|增速)$)"
)
_LAND = pattern(
    r"土地|用地|海域|农地|棕地|(?:非?经常|额外|一次过)*(?:资金|拨款|盈余|赤字)|需求|目标"
)
# What is not said but of something else.
_COMES_OF = pattern(
    r"(?:预计|估计|每年|可|将|会|额外|总|所|有关|当中|合共|共|可以|能)*"
    r"(?:涉及?的?(?:额外|财政|经常|总|非经常)*(?:开支|款项|金额|拨款|承担额?|资金|费用)?(?:为?每年)?|涉款|涉资|耗资款项|需款项|料涉资金"
    r"|(?:额外|经常|总|每年|工程|行政|营运)*(?:开支|支出|费用|成本)(?:每年)?|(?:总|工程)?造价"
    r"|(?:服务|津贴|学员|增加|新增|总)?名额|受惠(?:人数|[^，的]{2,5})?|[^，]{0,6}(?:可|会|将)?受惠|(?:惠及|服务(?!业)|覆盖|接待)[^，]{0,8}"
    r"|(?:每[^，]{1,4})?(?:资助|津贴)?(?:额|上限)|每月?获?资助|(?:平均|每日|每年|总|日均|年度|全年|单日)*(?:[乘旅访载]客|货运|车流)量|每?[年月日]?提供服务|(?:增加|可?提供)?(?:宿位|床位|学位|病床|泊位|车位|座位)"
    r"|(?:可|能)?(?:提供|兴建|容纳|服务|创造|新增|增加)[^，]{0,6}(?:单位|宿位|名额|学位|床位|病床|职位|岗位|就业机会|泊位|车位"
    r"|长者|学生|儿童|人次|住户|家庭|旅客)"
    r"|(?:楼面)?面积|年期|为期)"
)
_SUBJECT_S = pattern(r"[客货车流]量$|面积$|造价$")
_OF_EACH = pattern(rf"每[名人户个间月年所家]|{any_of(_VERBS)}")
_DIGIT = pattern(r"\d")
_SUMS = ("收入", "支出", "开支", "预算", "人口", "盈余", "赤字")
_EFFECT = pattern(r"受惠|惠及|涉及|涉款|为期")
# What a sum is for is told before: 涉及23亿元.
_SPENDS = pattern(
    r"(?:\W|预计|估计|每年|亦|并|也|会|将|约|总共|合共|共|另|料|预料|因此)*(?P<verb>涉及|涉款|涉资|耗资|需耗?|花费)"
    r"(?:每年|约|超过|逾|合共|共|近|达|额外|大约|接近)*"
)
# 增加名额至每年400个: what it comes to, and not what is added.
_UP_TO_ALL = pattern(
    r"(?:增加|提升|提高|增|减少|减)[^，]{2,16}[至到](?:每[年月日])?(?:约|近|逾|最多)?$"
)
_ALL_OF = pattern(r"[^，。;]{0,40}?(?P<done>受惠|受影响|获批|获资助)(?=[，。;]|$)")
_THAT = pattern(
    r"(?:该|此|有关|上述)(?:行业|公司|集团|地区|类别|机构|业务|部门|市场|界别)的?(?P<rest>.+)"
)
_THEN = pattern(r"(?:继(?!续|承)|随(?!身|机)|今次|再|进一步|其后|同样).{0,8}?")
_PLACE_GROWN = pattern(rf"(?P<place>{LETTER}{{2,4}})增速")
_ALIKE = pattern(r"(?:同样|亦|也)(?=(?:实质|名义)?增速$|$)")
_PACE = pattern(r"(?:升|增|跌|降|涨)幅")
_WENT = pattern(r"(?:[从由].*|[增减升降提调][高加升低至到].*|至|到)$")
_LEAD_ALONE = pattern(r"(?:就如|例如|譬如|以及|因此|换言之|事实上)")
_SCRAP = pattern(
    r"[,;，；。:：#]|^(?:起(?!重)|就如|令|以及|因此|向(?!量)|用(?![水电地户气热药量工品])|把|将(?!军)|包括|与(?!.*有关)|跟(?!.*有关)"
    r"|为(?!期)|由(?!于)|如(?!意)|若(?!干)|可(?![再支持编动转用靠能])|会(?![展员议计])|有(?![效机关限色轨线])|这些|当中"
    r"|所(?!得|有)|但|并(?![购网])|亦|则|便(?!利|民)|只|才(?!能)|最终|视乎|预计|估计"
    r"|[^，]{0,4}因此|达至|配合|数字|[他她]们?[指说称]|用其中|同样|预料|料可|共花|今次|是次|结果|至于|[^，的]{2,8}?(?:又|亦|再)?(?:说|表示|指出|宣布|透露)|分(?![布类共析红期店级层散数行支]))"
    r"|(?<!增)(?<!变)(?:可能|预计|估计|将会|会有|每年|大幅|只有|由增至约?|由|最终)$"
)
_DOES_ALONE = pattern(
    rf"(?:(?:向|为|给)[^，]{{1,8}})?(?:额外|每年|再|共|合共|每月)*(?:{any_of(_VERBS)}|派|拨|发放)"
)
_IN_ALL = pattern(r"^(?:合共|总共|共)(?=\S{4})")
_HEAD = pattern(
    r"^(?:[^\w\"]+|[一二三四五六七八九十]+是|此外|另外|同时|因此|所以|而且|当中|其中|包括|以及|及|和|与|而(?!家)|但|并|亦|也|又|则"
    r"|便|就如|如|若计及|若(?!干)|至于|再(?!生)|先(?!导|进)|预计|估计|预期|预料|料|可望|有望|我们|我(?=[会将已在于再])|(?:政府|当局|港府)?用其中|会?分为?$"
    r"|视乎[^，]{0,6}(?=每|额|增)"
    rf"|(?:政府|当局|局方|港府)(?=会|将|已|再|拟|预|计划|建议|用|{any_of(_VERBS)})"
    r"|[^，]{0,8}包括(?=[^，]{2})|[他她]们?(?:又|亦|再)?(?:指出?|说|表示|称|认为)|[^，的]{2,8}?(?:又|亦|再|并|也|续)?(?:说|表示|指出|认为|透露|宣布|提到)(?=[^，]{2})"
    r"|计划(?=[向于在将以])|(?:将会?|会(?![展员议计])|已经?|可以?(?![再持])|拟|令|使|让|为(?!期)|有(?![效机关限色轨线])|起|于(?!是)"
    r"|在(?=[^，]{1,8}(?:设立|提供|增设|兴建))))"
)
_TAIL = pattern(
    r"(?:约|近|逾|接近|超过|超|合共|共有?|总共|达到?|至|到|为|了|的|最多|至少|不少于|不多于|多达|高达|仅|只有|另有|有|每年"
    r"|估计|预计|大约|已|最终|以|[^\w])+$"
)
_MODAL = pattern(
    r"(?<=[^，]{2})(?:预计|估计|已?将会|将(?!军)|会(?=[启推提增设惠])|每年(?=$)|仅(?=[建完]))"
)
_PAST = pattern(r"^(?:多|或?以[上下]|左右)(?:的)?")
_END = pattern(r"(?:每年|等|的|及|和|与|、|以|约|近|共|\W)+$")
_CUT = pattern(r"(?:约|近|逾|接近|超过|合共|共|达|最多|总额)?(?:#的?|(?=¥))")
# (ii)扩展社区客厅试行计划-明年…; 乐龄科技:….
_HEADED = pattern(
    r"\W*(?:(?:[ivx]{1,4}|[一二三四五六七八九十]{1,3}|\d{1,2}|[a-h])[)）.、])?\W*"
    rf"(?:扩大|优化|扩展|推出|推行|设立|加强)?(?P<name>(?:{LETTER}|[\"、A-Za-z]){{3,26}}?)"
    r"(?:\([^()]{1,8}\)(?:[^，。\W\d]{2,10})?)?(?:--|-(?=[^\W\d])|:)"
)
