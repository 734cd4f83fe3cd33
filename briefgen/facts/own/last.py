"""Turn what is left of a Chinese label into one that stands alone, or into one that is in doubt.

A share that its predicate follows is said with that (当中九成已计划设立总部), a verb with who does
it and with its object behind the number. What then still begins or ends amid a phrase names
nothing, and is told as vague.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import BRACKETS, CLAUSE, TIME, any_of, split
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.label_lists import SHORT
from briefgen.facts.labels_behind import counts, noun_behind
from briefgen.facts.numerals import plain
from briefgen.facts.own.again import again, fall_to, of_index
from briefgen.facts.own.core import led
from briefgen.facts.own.deeds import DO, LONGEST, SCRAP, VERBS
from briefgen.facts.own.measures import GROWN, MEASURE_AT_END
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import replace
from briefgen.typography.segment import word_ends

_SAYS, _WHOSE, _MEASURE = 22, 14, 8
_TWO = ("topic", "measure")
_COUNTED_KINDS = ("counter", "opaque", "measure")
_RUNS = ("连跌", "连升", "连涨", "连降", "连续")


def last_words(
    text: SourceText, run: Sequence[Stated], labels: Sequence[Label], before: str
) -> list[Label]:
    """The labels of one sentence's numbers, as they stand; `before` is what the last number of
    their paragraph was of."""
    begin, stop = text.bounds(run[0].place.start, run[0].place.end)
    made: list[Label] = []
    last, whole = begin, ("", "")
    for at, (item, label) in enumerate(zip(run, labels, strict=True)):
        own = CLAUSE.split(text.matching[last : item.place.start])[-1]
        after = text.matching[item.place.end : stop]
        earlier = made[-1].text if made else before
        whom = noun_behind(run[at - 1]) if at and counts(run[at - 1]) else ""
        lead = text.matching[begin : item.place.start]
        whole = _topical(label.text, lead, own) if not at else whole
        if whole[0] and label.text.startswith(whole[0]):
            label = replace(label, text=whole[1] + label.text.removeprefix(whole[0]))
        there = _beside(own, after, item, run[:at], earlier)
        told = _answered(own, after, item, whom)
        there = there or (told if told != f"{label.text}的比例" else "")
        words = there or _own(label.text, own, after, lead, item, earlier)
        words, vague = _vetted(words, own, after, lead, item, earlier)
        words = of_index(words, item, made)
        head = None if vague else _HEADS.match(text.matching, begin, item.place.start)
        words = _headed(words, head["head"]) if head else words
        if made and _unlike(words, run[at - 1], item, made[-1].text):
            words, vague = _clause(own, after, lead, item) or words, True
            vague = words == made[-1].text
        changed = words != label.text
        vague = vague or (label.vague and not changed)
        made.append(replace(label, text=words, vague=vague) if changed or vague else label)
        last = item.place.end
    return made


def _headed(words: str, head: str) -> str:
    """A short label behind the heading of its sentence."""
    return head + words if head not in words and len(words) <= _WHOSE else words


def _unlike(words: str, other: Stated, item: Stated, said: str) -> bool:
    """Whether a number has the label of one before it that measures something else: a price, and
    then an area."""
    kinds = [unit_of(each.quantity.unit).kind for each in (other, item)]
    return words == said and kinds[0] != kinds[1] and "measure" in kinds and "share" not in kinds


def _vetted(
    words: str, own: str, after: str, lead: str, item: Stated, earlier: str
) -> tuple[str, bool]:
    """A label, or all of its clause where it is part of a phrase, and whether it is in doubt."""
    vague = bool(words) and _amid(words)
    if vague and len(said := _clause(own, after, lead, item)) > len(words):
        words, vague = said, False
    denied = own.endswith(_RUNS) or _DENIED.search(own) or _POINTS.match(after)
    rated = _RATE_END.search(words) and unit_of(item.quantity.unit).kind in _COUNTED_KINDS
    vague = vague or bool(words and (denied or rated))
    # A growth or change is of what was told before.
    base = GROWN.sub("", earlier)
    base = "" if len(base) < SHORT or _amid(base) else base
    if vague and _ALONE_CHANGED.fullmatch(words) and base:
        words, vague = base + words, False
    if base and (than := _THAN.match(words)):
        words, vague = f"{base}{than['rest'] or '增幅'}", own.endswith(("少", "低"))
    more = _MORE_BY.search(own) and _COUNTS_UP.search(item.quantity.unit)
    if more and not vague and not words.endswith(("增量", "增加", "增幅")):
        words += "增量"
    return words, vague


def _topical(words: str, lead: str, own: str) -> tuple[str, str]:
    """A measure alone, and with what the clause before it is about: 内地投资者南向买卖港股，在今年
    首三季的平均每日成交额达380亿元."""
    clauses = CLAUSE.split(lead)
    when = TIME.match(own.removeprefix("在"))
    alone = when and len(clauses) == len(_TWO) and words in own and MEASURE_AT_END.search(words)
    topic = _trimmed(led(TIME.sub("", BRACKETS.sub("", clauses[0])).strip())) if alone else ""
    fits = SHORT <= len(topic) <= _WHOSE and len(words) <= _MEASURE
    if not fits or _ODD.search(topic) or _amid(topic) or _SPOKEN.search(topic):
        return "", ""
    return words, topic + words


def _beside(own: str, after: str, item: Stated, before: Sequence[Stated], earlier: str) -> str:
    """What a number is by the one before it, or by the words right beside it."""
    return (
        again(own, item, before, earlier)
        or fall_to(own)
        or _and_of(own, after, item)
        or _listed(own, item, earlier)
        or _come_to(own, before, earlier)
        or _lacking(own, after)
    )


def _lacking(own: str, after: str) -> str:
    """What there is too little or too much of: 商业用地会有355万平方米的盈余."""
    lack = _LACK.match(after)
    noun = _trimmed(split(led(own))[0]) if lack else ""
    return noun + lack["of"] if lack and len(noun) >= SHORT and not _amid(noun) else ""


def _come_to(own: str, before: Sequence[Stated], earlier: str) -> str:
    """What has come to a number is what the number before it was of: 增加到现时合共3,300只."""
    base = _trimmed(GROWN.sub("", earlier))
    noun = noun_behind(before[-1]) if before and counts(before[-1]) else ""
    came = _CAME_TO.fullmatch(own.removeprefix(noun))
    if came is None or len(base) < SHORT or _amid(base):
        return ""
    return base + (came["noun"] or "" if came["noun"] != base[-2:] else "")


def _and_of(own: str, after: str, item: Stated) -> str:
    """What a further sum is of, as the noun behind it says: 92亿元的捐款和49亿元的补助金."""
    paid = unit_of(item.quantity.unit).kind == "money" and _JOINT.fullmatch(own)
    named = _OBJECT.match(after) if paid else None
    return named["noun"] if named else ""


def _own(words: str, own: str, after: str, lead: str, item: Stated, earlier: str) -> str:
    """A label without what leads to it, with its object, and with who does it."""
    words = _with_object(_trimmed(words), own, BRACKETS.sub("", after))
    if _TIME_ALONE.fullmatch(words):
        words = _timed(after, item, earlier)
    words = _each(own, words) or _from(own, lead) or words
    paid = unit_of(item.quantity.unit).kind == "money"
    base = GROWN.sub("", earlier)
    spent = paid and _INVOLVES.search(own) and (_amid(words) or _INVOLVES.fullmatch(words))
    if spent and SHORT <= len(base) <= _WHOSE and not _amid(base):
        return base if base.endswith("涉及款项") else f"{base}涉及款项"
    return _with_subject(words, own, lead) if _DOES.match(words) else words


def _timed(after: str, item: Stated, earlier: str) -> str:
    """What a number is of which its clause says but when: 首季度1.63亿人次出入境，按年升15.3%."""
    if unit_of(item.quantity.unit).kind == "share":
        return f"{GROWN.sub('', earlier)}增速" if earlier else ""
    noun = _NOUN_BEHIND.match(after)
    return f"{noun['noun']}{'人次' * (item.quantity.unit == '人次')}" if noun else ""


def _clause(own: str, after: str, lead: str, item: Stated) -> str:
    """All of a number's clause without the number; "" where that too says too little."""
    if item.quantity.form != "number":
        return ""
    head = led(BRACKETS.sub("", TIME.sub("", own)).replace('"', ""))
    after = BRACKETS.sub("", after)
    head = _FILLED.sub("", _trimmed(_COUNTED.sub("", head)).rstrip("有"))
    tail = re.split(r"[\"「」『』“”，。；;、,:：\d（(]|(?:以及|及|和|与)(?=约|近|逾|\d)", after)[0]
    tail = re.sub("^(?:多|以上|左右)", "", tail).rstrip("的等")
    whole = _HEAD_NOUN.match(tail)
    tries = [head + tail, whole["noun"] if whole else "", head]
    if unit_of(item.quantity.unit).kind == "share":
        tries = [head] if not tail and not item.quantity.direction else []
    for words in tries:
        words = _with_subject(words, own, lead) if _DOES.match(words) else words
        fits = SHORT <= len(words) <= LONGEST and not _ODD.search(words)
        if fits and not _amid(words):
            return words
    return ""


def _answered(own: str, after: str, item: Stated, whom: str) -> str:
    """What a share do that their clause says nothing of but that: 当中九成已计划设立总部."""
    share = unit_of(item.quantity.unit).kind == "share" or item.quantity.form == "fraction"
    if not share or item.quantity.direction:
        return ""
    if not _ALONE.fullmatch(TIME.sub("", BRACKETS.sub("", own))):
        return ""
    told = _PREDICATE.match(BRACKETS.sub("", after))
    if told is None:
        return ""
    does = told["does"]
    if len(does) > _SAYS:
        ends = [end for end in sorted(word_ends(plain(does))) if end <= _SAYS]
        does = does[: ends[-1]] if ends else does[:_SAYS]
    whom = "" if whom in does or len(whom) > _WHOSE // 2 else whom
    return f"{does}的{whom}比例" if len(does) > SHORT - 1 else ""


def _listed(own: str, item: Stated, earlier: str) -> str:
    """A noun of one character in a list of things with their counts: 饭盒6800个、水65000支."""
    own = own.rpartition("、")[2]
    alone = counts(item) and len(own) == 1 and re.fullmatch(LETTER, own) and own not in _NO_NOUNS
    return own if alone and earlier and not noun_behind(item) else ""


def _trimmed(words: str) -> str:
    """A label without what only leads to it or from it: who said it, when, and words that point."""
    while (cut := _LEADS.sub("", words, count=1)) != words and len(cut) > 1:
        words = cut
    cut = _TRAILS.sub("", _AT_FIRST.sub("", words))
    return cut if len(cut) > 1 else words


def _with_object(words: str, own: str, after: str) -> str:
    """A label that ends in its clause's verb, with its object: 承租了八千呎的楼面."""
    abuts = len(words) > 1 and _FILLED.sub("", own).endswith(words[-2:])
    named = _OBJECT.match(after) if abuts and not _NOUN_ALREADY.search(words) else None
    if named is None or named["noun"][:2] in words or len(words + named["noun"]) > LONGEST:
        return words
    return f"{words}的{named['noun']}"


def _from(own: str, lead: str) -> str:
    """What goes from so many on, as the clause before says: 延长扣除年期，由15个年度增至20个."""
    clauses = CLAUSE.split(lead)
    if not _FROM_ALONE.fullmatch(own) or len(clauses) < 2:
        return ""
    noun = _CHANGES.sub("", led(TIME.sub("", BRACKETS.sub("", clauses[-2]))))
    return noun if SHORT - 1 < len(noun) <= _SAYS and not (_ODD.search(noun) or _amid(noun)) else ""


def _each(own: str, words: str) -> str:
    """What costs so much of each: 泊车收费亦由每节2元."""
    each = _OF_EACH.search(own) if _EACH_ALONE.fullmatch(words) else None
    return f"{each['each']}{each['noun']}" if each else ""


def _with_subject(words: str, own: str, lead: str) -> str:
    """What is done with who does it, where its clause says so: 60多家企业可带来…投资."""
    for clause in CLAUSE.split(lead)[-2:]:
        if example := _EXAMPLE.search(clause):
            return example["noun"] + words
    plainly = led(_COUNTED.sub("", TIME.sub("", BRACKETS.sub("", own))).strip())
    noun = _UNTIL.split(_trimmed(split(plainly)[0]))[0]
    if _SPOKEN.search(plainly) or not 1 < len(noun) <= _WHOSE or SCRAP.search(noun) or _amid(noun):
        return words
    doing = DO.search(noun) or _DOES.match(noun) or _SOME_VERB.search(noun)
    said = noun in words or words[:SHORT] in noun or noun.endswith(words[:2])
    return words if said or doing or len(noun + words) > LONGEST else noun + words


def _amid(words: str) -> bool:
    """Whether a label begins or ends amid a phrase, or names nothing of its own."""
    return bool(_BEGINS_AMID.match(words) or _ENDS_AMID.search(words) or _NOTHING.fullmatch(words))


_NO_NOUNS = frozenset("的和及与共有约近逾超达至到为由在是于其每再另又并则更约")
_ALONE = pattern(
    r"(?:\W|而|但|则|其中|当中|另外?|更|亦|也|还|有|约|大约|近|逾|超过|至少|最少|最多"
    r"|仅|只|便|就|达|多达"
    r"|高达|接近|结果|发现|显示|整体|合共|共)*"
)
_PREDICATE = pattern(
    rf"(?!的?(?:增|升|跌|降|减|涨|股|权|利率|税|以[上下内]|左右|或|至|到|和|及|与|、|机会|概率|回报"
    rf"|份额|水平|比重|折扣|资助|津贴|目标|速度|幅))"
    rf"[的是]?(?:已经?|均|都|为|来自)?(?P<does>{LETTER}{{4,40}})"
)
_LEADS = pattern(
    rf"^(?:(?!受访|市民|居民|企业|家长|长者|学生){LETTER}{{1,4}}(?:称|表示|指出"
    rf"|认为)(?:消息指)?(?:即使|如果|若)?(?=..)|消息指"
    r"|上[周星]期?|上周[一二三四五六日]?|本周|今[天日次]|昨[天日]|现时|现在|目前|最近"
    r"|近日|日前|至今|如今"
    r"|[这是]次|[他她它]们(?!的)|我们|我(?![国市区县省校院们军党州镇村])|当中|其中"
    r"|并(?!购|网|轨)|亦|也|更|则|就(?!业|学|医|读|诊)|便(?!利|民)"
    r"|至上周[一二三四五六日]?的?|的(?!士)|[,，、\W]|主要(?!是)"
    r"|透过(?=[^，]{2,12}(?:批出|拨出|派发|推行))"
    r"|其后|随后|又|初步|(?:预计|估计|料)(?=..)|有?一[家名个位间所](?=..)|约?半间"
    r"|之[内前后间]|其(?!余|他|中|次)|\d{1,2}日)"
)
_AT_FIRST = pattern(r"(?<=..)由(?:最初|当初|原先|原来|十年前|开始时)[^，]{0,10}$")
_TRAILS = pattern(
    r"(?:(?<=..)(?:其后)?[更拟亦也再并]|(?<=..)(?:将会?"
    r"|(?<![机议社协监委工商学晚酒宴大峰博基展与参开聚集盛运])会|一度|至今|初步|仍"
    r"|已经?|所|共|只|仅|便|就|则"
    r"|涉及约?|指|称|进行|[低高]开|[低高]见|收报|曾经?|就曾|亦不过|不过|只可|最高|必然|竟然|更会|更加|额外|而已|大约|合共|最多|最少|至少|可达|估计"
    r"|预计|来自|由|从|于|在|每))+$"
)
_FILLED = pattern(r"(?:了|约|近|逾|超过?|共|合共|达|高达|接近|大约|最多|至少|多)+$")
_OBJECT = pattern(rf"的(?P<noun>{LETTER}{{2,12}})(?=[，。；、,;:：]|$)")
_NOUN_ALREADY = pattern(
    r"(?:金额|人数|数目|比例|比率|比重|开支|支出|收入|投资|价|费|费用|款|率|额|量|值"
    r"|价值|规模|面积)$"
)
_FROM_ALONE = pattern(r"(?:由|从)(?:现时|目前|原有|现行|原来|约)*")
_CHANGES = pattern(r"^(?:建议|计划|拟|会|将)*(?:延长|增加|提高|调高|降低|减少|扩大|上调|下调|放宽)")
_EACH_ALONE = pattern(rf"(?:上调至|上升至|增至|加至|下调至|减至)?每{LETTER}{{1,3}}")
_OF_EACH = pattern(
    rf"(?P<noun>{LETTER}{{2,12}}?)(?:亦|也|则|将|会|拟|就"
    rf"|现时)*[由从为是](?P<each>每{LETTER}{{1,3}})$"
)
_MORE_VERBS = (
    "带来 帮助 造成 审阅 运用 获 获得 节省 吸引 惠及 覆盖 申请 完成 承租 租用 筹得 "
    "引入 引进 服务 接受 "
    "协助 促成 签署 签订 参与 出席 投入 选择 计划 打算 面对 拥有 持有 占用 使用 更可 "
    "涉款 涉及 预留 "
    "达成 进行 举行 开设 涵盖 支持 支援 补贴 津贴 缴付 支付 拖欠 出售 售出 租出 成功 累计 累积 合共"
)
_DOES = pattern(
    rf"(?:可|能|会|将|已|并)*(?:{any_of(VERBS)}|{any_of(_MORE_VERBS)})(?!额|率|者|人数|费|款)"
)
_COUNTED = pattern(
    rf"^.*\d[多余]?(?:[万亿千百]+)?(?:[个家间名位只宗所项幅座栋条件人元周点]|港元"
    rf"|美元)?(?={LETTER}{{2}})"
)
_SPOKEN = pattern(r"(?:宣布|表示|指出?|说|公布|认为|透露|看|强调|回应|补充|称|[后时前])$")
_EXAMPLE = pattern(rf"(?P<noun>(?:(?!的){LETTER}){{2,10}})为例$")
_UNTIL = pattern(
    r"(?:预计|估计|预期|可望|有望|可|将|会(?![议员])|已|能(?!源)|拟|为(?=[^，]{1,4}$))"
)
_SOME_VERB = pattern(r"作出|[是有被把将]|实报|遭|等$|以及|截至|前者|后者|累积|累计")
_INVOLVES = pattern(r"(?:涉及|涉款|涉资)(?:约|近|逾|超过|合共|共|达)*$")
_HEAD_NOUN = pattern(
    rf"(?P<noun>{LETTER}{{2,6}}的{LETTER}{{2,8}}?)(?=推介|介绍|提供|参与|参加|出席|$)"
)
# 四分一厘 is a quarter of a point of interest, and no quarter.
_ODD = pattern(r"\d|[^\w、]")
_POINTS = pattern(r"厘(?!米)")
_JOINT = pattern(r"(?:和|及|与|以及|、)(?:约|近|逾|超过|另外)*")
_LACK = pattern(rf"{LETTER}{{0,4}}的(?P<of>短缺|盈余|缺口|赤字|差额)(?=[，。；、]|$)")
_CAME_TO = pattern(
    r"(?P<noun>[升跌增降]幅)?(?:其后|随后|亦|则|再|会|将)*(?:逐步|进一步)?(?:增加|上升"
    r"|扩展|扩大|减少|下降|增|升"
    r"|减|降|跌)[至到]"
    r"(?:现时|目前|今年|现在)?[^，\d]{0,8}"
)
_TIME_ALONE = pattern(r"(?:[首前第]?[一二三四]?季度?|首季度?|[上下]半年|全年|\d{1,2}月)(?:增速)?")
_NOUN_BEHIND = pattern(rf"的?(?P<noun>{LETTER}{{2,8}})(?=[，。；、]|$)")
# 比十年前首月增长21倍，占成交总额的6.7%: of what was told before.
_THAN = pattern(r"(?:比(?![例率重亚利])|较)[^，]{2,10}?(?P<rest>占.+比重)?$")
# Of a rate no area or count is one.
_RATE_END = pattern(r"(?<!概)(?:率|比例|比重|占比)$")
_MORE_BY = pattern(r"(?:按年|按月|按季|同比|较[^，]{1,8})(?:增加?|上升|升|多)(?:约|近|逾|超过)*$")
_COUNTS_UP = pattern(r"(?:元|个|人|宗|辆|张|间|户|币|人次)$")
# 教育：（经常开支预算为786亿元，…）: what all in the brackets is of.
_HEADS = pattern(rf"\W*(?P<head>{LETTER}{{2,8}})[：:] ?(?=[（(])")
_DENIED = pattern(r"(?:并非|不是|而非|并不是|没有|并无|非)$")
_ALONE_CHANGED = pattern(r"(?:增速|增幅|升幅|跌幅|增长|占比)")
_BEGINS_AMID = pattern(
    r"(?:的(?!士)|至(?!尊)|于|向|令|使|由(?!于)|从|被|把|将(?!军)|与(?!会|民)|和(?!解"
    r"|平)|及|或|但|而|并(?!购|网)"
    r"|也|亦|更|则|又|只|仅|我(?![国市区县省校院们军党州镇村])|他|她|它|这|那|该|此"
    r"|每[^，]{1,2}$|据|按(?!揭|金)|例如|如(?!意)|因|若(?!干)"
    r"|当(?!局|地|年|日|值)|透过|通过|随着|除|至今|连同|以(?=一|平均|每)|对(?!外|冲"
    r"|口)|不(?!动产|良|合|足)"
    r"|有(?!关|效|机|限|轨|色|线)|可(?![再支持编转用])|会(?![员议计展])|在(?!建|校|职"
    r"|线|岗|囚|押|园|册|读|籍|役|营|售|研)|单以|就(?!业|学|医|读|诊)"
    r"|一个人|何|继(?!续|承|任)|即使|即(?!时|日|场)|假设|只有|根据|如果|是(?!次)|都|才|跟|同意|[^，]{1,3}(?<![恒科国沪深期])指$)"
)
_ENDS_AMID = pattern(
    r"(?:的|于|在|是|为|称|约|更|拟|至|由|从|每|把|被|向|与|及|和|或|以|将"
    r"|(?<![机议社协监委工商学晚酒宴大峰博基展与参开聚集盛运])会|可|已|仅|只|有|共"
    r"|并非|而是|不是"
    r"|一度|初步|其后|至今|认为|表示|指出|[^增]加|派|涉及|造成|区内|当中|其中|包括"
    r"|例如|[由从]每.|分别|承租|推介|一家|如|且|最少获|再|令|让"
    r"|占|达至|只是|不|没|较|获|因|透过|通过|(?<![面导转方去走流朝取意志])向.{1,2}"
    r"|每人|为例|自|来自|连同|部分)$"
)
_NOTHING = pattern(
    r"(?:企业|潜力|数据|他们|业内人士|收市|半日|初步|项目|工程|计划|服务|人士|市民"
    r"|居民|公司|集团|涉及企业|带来投资"
    r"|帮助企业|审阅|运用|申请|批出|派发|拨款|撥款|累积申请|获资助|资助|惠及|增加|减少"
    r"|有关支出|以金钱计算|额外|保守|方案下"
    r"|数字|情况|时间|问题|部分|其余|余下|合共|总额|金额|费用|款项|名额"
    rf"|{LETTER}{{0,6}}(?:政府|当局|集团|公司))(?:增速)?"
)
