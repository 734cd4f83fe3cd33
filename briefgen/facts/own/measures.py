"""Turn the label of a measure into whose it is: 棚室果蔬类 of 棚室果蔬类播种面积."""

from __future__ import annotations

from briefgen.chinese.clauses import BARE_VERBS
from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import any_of
from briefgen.patterns import pattern

_GROWTH = r"(?:(?:按[年月]|同比|环比|实[际质])?增速|增量|占比|排名|变动|[升跌增降涨]幅)"
# What everything has: of what, the label must say.
MEASURE = pattern(
    r"(?:计划|实际|全年|累计|年|月|日|总|日均|年均|人均|平均|户均|亩均|播种|种植|占地|建筑"
    r"|完成|其|净|新增|预计|实用|折合|每尺|二手|一手|约)*"
    r"(?:投资|产值|总产|产量|产能|面积|收入|支出|利润|销量|销售|营业|金额|资金"
    r"|规模|人数|人口|价格|均价|成本|数量|总量|总数|总额|比重|比例|增加值|贡献率"
    r"|装机|存栏|出栏|单产|交易|成交|长度|里程|速度|时间|参保|费用|开支|薪酬|租金|呎价|尺价"
    r"|楼价|售价|开价|叫价|成交价|购入价|买卖成交|交易量|挂牌价|利息|毛利|利用|使用|完成|合格"
    r"|达标|普及|入住|出租|空置|净利|转化|覆盖|支持率净|支持率|支持度|民望净|民望|评分|反对率|净)"
    r"(?:总?[额量值率]|容量|总?量|总[额量]|额|金额|比例|规模|人数|收入|面积)?"
)
_LEADING_VERB = pattern(rf"^(?:(?:{any_of(BARE_VERBS)})[、和及与]?)+(?={LETTER}{{2}})")
HERE_ALONE = pattern(
    r"(?:(?:我|全|本|该|各)[市省县区国州旗镇村港]|政府|我们|公司|本公司|集团)"
    r"(?:[全着大][力面]|已|共|将|再|也|都|累计)*"
    rf"(?:(?!{MEASURE.pattern})[^\W\d]{{2}}了?)?"
)
_NEXT = pattern(r"^(?:至于|以(?=.{2,10}为例)|(?:就|则|亦|也|另(?!一))(?:有|提及)?)|为例$")
_DOING = pattern(rf"(?<=..)已经?{LETTER}{{0,4}}$")
_NO_OWNER = pattern(rf"(?:全|本|当|今)?年度?(?:计划|目标)?|{LETTER}{{2,4}}(?<![效功汇利税频])率")
_MOVED = pattern(rf"(?:{_GROWTH}|[减增升降跌涨]幅?|升值|贬值)+")
GROWN = pattern(rf"{_GROWTH}(?:提高|比.*|高于.*|低于.*|回落)?$")
# A measure, or how it grew, with nothing that says whose it is.
MEASURED = pattern(rf"(?:{MEASURE.pattern}){_GROWTH}?")
MEASURE_AT_END = pattern(rf"(?:{MEASURE.pattern})$")
AT_VERB = pattern(rf"(?:{any_of(BARE_VERBS)}|开展|获得|收到|推出|取得|录得|批出|拨出)$")
_COMPLETED = pattern(rf"完成(?!率)(?P<what>{MEASURE.pattern})$")
QUALIFIED = pattern(r"(?:约|近|逾|超过?|达到?|至|到|为|了|的|仅|不足|高达|累计|共计?|分别)+$")
CUT = pattern(r"\d|[^\w、\"]")


def whose_of(label: str) -> str:
    """Whose the measure of a label is: 棚室果蔬类 of 棚室果蔬类播种面积."""
    base = _LEADING_VERB.sub("", GROWN.sub("", label))
    measure = MEASURE_AT_END.search(base)
    whose = base[: measure.start()] if measure else base
    whose = _DOING.sub("", _NEXT.sub("", whose.rstrip("的")))
    whose = "" if MEASURE.fullmatch(whose) or _MOVED.fullmatch(whose) else whose
    # A year's plan has no measures of its own, nor has a rate: 年度计划投资, 开工率.
    whose = "" if _NO_OWNER.fullmatch(whose) else whose
    return "" if HERE_ALONE.fullmatch(whose) or len(whose) < 2 else whose


def done(words: str, clause: str) -> str:
    """A label for what a clause says is done: not that of a plan of which no more is said there
    (年度计划投资; 1—2月完成投资), nor a measure alone."""
    said = _COMPLETED.search(clause.rstrip())
    if said is None or not words.endswith(said["what"]):
        return words
    planned = "计划" in words and "计划" not in clause
    return said[0] if planned or words == said["what"] else words
