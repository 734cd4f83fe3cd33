"""Turn the clauses before one that something comes of into what that is.

What is done to what (新增社区客厅), what heads the item of a list, or what was told of last: of
that are 惠及1300个住户 and 涉及23亿元.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import BRACKETS, CLAUSE, TIME, any_of, split
from briefgen.facts.inventory import Stated
from briefgen.facts.label_lists import SHORT
from briefgen.facts.own.measures import whose_of
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern


def last_deed(before: str) -> str:
    """What was told of last in a paragraph, where it is something that others may come of."""
    return before if A_DEED.search(before) and not _DIGIT.search(before) else ""


def heading_of(text: SourceText, item: Stated) -> str:
    """What heads the paragraph or list's item of a number: 扩展试行计划——明年…, "" where nothing
    does."""
    line = text.lines[item.place.line - 1] if item.place.line <= len(text.lines) else 0
    start = bisect_left(text.offsets, line, 0, item.place.start)
    named = _HEADED.match(text.matching, start, item.place.start)
    return named["name"].strip('"') if named else ""


def owner_of(
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
        clause = _FROM_TO.sub("", clause)
        plainly = _CUT.sub("", BRACKETS.sub("", TIME.sub("", clause))).replace('"', "")
        if (
            len(plainly) < SHORT - 1
            or _SPOKEN.search(plainly)
            or COMES_OF.match(plainly)
            or _EFFECT.search(plainly)
        ):
            continue
        if said := _object(plainly, measured):
            return said
    return ""


def _object(clause: str, measured: bool) -> str:
    """What a clause does to what, or what it is about: that alone has what is `measured`."""
    does = [*DO.finditer(clause)]
    if measured and 2 < len(noun := split(clause)[0]) <= OBJECT + SHORT:
        return whose_of(noun) or noun
    for match in reversed(does):
        rest = clause[match.end() :].lstrip("的了")
        if rest == "¥":
            return f"{match[0]}款项"
        rest = rest.replace("¥", "").lstrip("的")
        rest = _WENT.sub("", rest)
        what = rest.rpartition("的")[2] if len(rest) > OBJECT else rest
        if 2 <= len(what) <= OBJECT and not SCRAP.search(what) and not _DIGIT.search(what):
            return match[0] + what
    noun = re.split("由(?=.{2,8}(?:负责|执行|营办|管理))", split(clause.replace("¥", ""))[0])[0]
    noun = whose_of(noun) or noun
    told = 2 < len(noun) <= OBJECT + SHORT and not noun.endswith(_SUMS)
    return noun if told and not (SCRAP.search(noun) or _DIGIT.search(noun)) else ""


# 服务点由31间扩展至70间: the point is what went.
_FROM_TO = pattern(r"[由从][^，]{0,8}#[^，]{1,14}[到至为][^，]{0,4}#.*$")
LONGEST, OBJECT = 28, 14
VERBS = (
    "派发 发放 批出 拨出 增拨 注资 预留 动用 斥资 投放 投入 推出 推行 增加 新增 增设 扩展 "
    "扩大 优化 提升 提高 兴建 建成 落成 招募 招收 资助 支援 提供 收回 收取 征收 觅得 供应 "
    "处理 接获 接待 购买 购置 采购 发行 聘请 培训 创造 设立 成立 宽减 豁免 延长 举办 开办 "
    "重建 改建 扩建 推展 建造 改造 录得 检获 缉获 拘捕"
)
DO = pattern(
    rf"(?:{any_of(VERBS)}|(?<![委指选特分])派(?![出对遣员生驻系]))"
    r"(?![商者局署会费权])"
)
DO_LAST = pattern(rf"(?:{any_of(VERBS)})(?:约|近|逾|超过|共)?$")
DEEDS = tuple(VERBS.split())
_SPOKEN = pattern(r"(?:宣布|表示|指出?|说|公布|认为|透露|看|强调|[后时前])$")
A_DEED = pattern(
    rf"(?:计划|项目|措施|服务|工程|基金|中心|方案|活动|(?:{any_of(VERBS)})(?!值))"
    r"(?!.*(?:[率额价]|比例|比率|上限|开支|占比|增速)$)"
)
# What is not said but of something else.
COMES_OF = pattern(
    r"(?:预计|估计|每年|可|将|会|额外|总|所|有关|当中|合共|共|可以|能)*"
    r"(?:涉及?的?(?:额外|财政|经常|总|非经常)*(?:开支|款项|金额|拨款|承担额?|资金"
    r"|费用)?(?:为?每年)?|涉款|涉资|耗资款项|需款项|料涉资金"
    r"|(?:额外|经常|总|每年|工程|行政|营运)*(?:开支|支出|费用|成本)(?:每年)?|(?:总|工程)?造价"
    r"|(?:服务|津贴|学员|增加|新增|总)?名额|受惠(?:人数|[^，的]{2,5})?|[^，]{0,6}(?:可|会"
    r"|将)?受惠|(?:惠及|服务(?![业券费站点商员网局量])|覆盖|接待)[^，]{0,8}"
    r"|(?:每[^，]{1,4})?(?:资助|津贴)?(?:额|上限)|每月?获?资助|(?:平均|每日|每年|总|日均"
    r"|年度|全年|单日)*(?:[乘旅访载]客|货运|车流)量|每?[年月日]?提供服务|(?:增加"
    r"|可?提供)?(?:宿位|床位|学位|病床|泊位|车位|座位)"
    r"|(?:可|能)?(?:提供|兴建|容纳|服务|创造|新增|增加)[^，]{0,6}(?:单位|宿位|名额|学位|床位"
    r"|病床|职位|岗位|就业机会|泊位|车位"
    r"|长者|学生|儿童|人次|住户|家庭|旅客)"
    r"|(?:楼面)?面积|年期|为期)"
)
_DIGIT = pattern(r"\d")
_SUMS = ("收入", "支出", "开支", "预算", "人口", "盈余", "赤字")
_EFFECT = pattern(r"受惠|惠及|涉及|涉款|为期")
_WENT = pattern(r"(?:[从由].*|[增减升降提调][高加升低至到].*|至|到)$")
SCRAP = pattern(
    r"[,;，；。:：#]|^(?:起(?!重)|就如|令|以及|因此|向(?!量)|用(?![水电地户气热药量工品])|把"
    r"|将(?!军)|包括|与(?!.*有关)|跟(?!.*有关)"
    r"|为(?!期)|由(?!于)|如(?!意)|若(?!干)|可(?![再支持编动转用靠能])|会(?![展员议计])"
    r"|有(?![效机关限色轨线])|这些|当中"
    r"|所(?!得|有)|但|并(?![购网])|亦|则|便(?!利|民)|只|才(?!能)|最终|视乎|预计|估计"
    r"|[^，]{0,4}因此|达至|配合|数字|[他她]们?[指说称]|用其中|又(?=[会将拟计])|同样|预料|料可|共花|今次|是次"
    r"|结果|至于|[^，的]{2,8}?(?:又|亦|再)?(?:说|表示|指出|宣布|透露)"
    r"|分(?![布类共析红期店级层散数行支]))"
    r"|(?<!增)(?<!变)(?:可能|预计|估计|将会|会有|每年|大幅|只有|由增至约?|由|最终)$"
)
_CUT = pattern(r"(?:约|近|逾|接近|超过|合共|共|达|最多|总额)?(?:#的?|(?=¥))")
# (ii)扩展社区客厅试行计划-明年…; 乐龄科技:….
_HEADED = pattern(
    r"\W*(?:(?:[ivx]{1,4}|[一二三四五六七八九十]{1,3}|\d{1,2}|[a-h])[)）.、])?\W*"
    rf"(?:扩大|优化|扩展|推出|推行|设立|加强)?(?P<name>(?:{LETTER}|[\"、A-Za-z]){{3,26}}?)"
    r"(?:\([^()]{1,8}\)(?:[^，。\W\d]{2,10})?)?(?:--|-(?=[^\W\d])|:)"
)
