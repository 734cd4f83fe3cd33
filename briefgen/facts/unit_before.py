"""Turn the words before a number into the unit that they give it, or what it is of each.

Units mostly stand behind their numbers. Some stand before (诊疗人次101.5亿, 户数达12万), and so
does what a sum is of, though a noun and a verb stand between (每吨价格下调100元, 呎价约1.5万元,
每千人口医师3.7人, earnings per share were $0.29, compared to $0.16). A cheap look tells most
numbers apart, before any pattern is compiled.
"""

from __future__ import annotations

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.found import Span
from briefgen.facts.numbers import UNIT_FIRST
from briefgen.facts.scan_chinese import OF_EACH
from briefgen.patterns import pattern

# Words of what is made, moved or weighed, and so in pounds as a weight.
WEIGHING = (
    r"produc(?:tion|es?|ed|ing)|output|mined|milled|recovered|shipped|shipments?|shipping|weigh(?:s|ed|ing)"
    r"|harvest(?:s|ed)?|catch|caught|landed|tonnage|stockpiles?|collected|recycled|weight"
)
# How far before its number words may stand: a unit, what a sum is of in Chinese, and in English.
_NEAR, _FARTHEST, _FARTHER = 24, 40, 160


def unit_before(flat: str, start: int) -> Span | None:
    """The unit that stands before the number at a place: 人次101.5亿."""
    begin = max(0, start - _NEAR)
    lead = flat[begin:start]
    if not ("数" in lead or "次" in lead or "口" in lead):
        return None
    match = _UNIT.search(flat, begin, start)
    return Span("unit", *match.span("unit")) if match else None


def price_before(flat: str, start: int) -> Span | None:
    """The word that says of a number without a unit that it is money: 降价45万."""
    begin = max(0, start - _NEAR)
    named = any(flat.find(mark, begin, start) >= 0 for mark in "价资利赚蚀款亏购买费")
    match = _PRICED.search(flat, begin, start) if named else None
    return Span("unit", match.end("price") - 1, match.end("price")) if match else None


def counts_before(flat: str, start: int) -> bool:
    """Whether what a number counts is named before it, and need not be money: 交易量1.2亿."""
    begin = max(0, start - _NEAR)
    named = any(flat.find(mark, begin, start) >= 0 for mark in "量数次")
    return named and bool(_COUNT.search(flat, begin, start))


def each_before(flat: str, start: int, paid: bool) -> Span | None:
    """What the number at a place is of each, in its clause before it; sums (`paid`) may be of one
    of what is measured, counts of so many alone."""
    lead = flat[max(0, start - _FARTHEST) : start]
    if "每" not in lead and "价" not in lead:
        return None
    begin = max(flat.rfind(mark, 0, start) for mark in "，。；;：\n!?(") + 1
    if (
        paid
        and flat[start - 1 : start] in tuple("至到年约近逾")
        and _WENT_TO.fullmatch(flat, begin, start)
    ):
        # 呎价由1.6万元，跌至1.5万元: the clause before says of what.
        begin = max(flat.rfind("，", 0, begin - 1), flat.rfind("。", 0, begin - 1)) + 1
    begin = max(begin, start - _FARTHEST)
    if not any(flat.find(mark, begin, start) >= 0 for mark in _MARKS):
        return None
    match = _OF_EACH.search(flat, begin, start)
    if match is None or not (paid or match["many"]):
        return None
    return Span("unit", *match.span("price" if match["price"] else "each"))


def a_day_before(flat: str, start: int) -> Span | None:
    """The word by which what is treated is so much a day: 日处理能力4200万吨."""
    begin = max(0, start - _NEAR)
    match = _DAILY.search(flat, begin, start) if flat.find("日", begin, start) >= 0 else None
    return Span("unit", *match.span("day")) if match else None


def field_before(flat: str, start: int) -> Span | None:
    """The word by which a weight is of one 亩: 夏粮亩产319公斤."""
    begin = max(0, start - _NEAR)
    match = _HARVEST.search(flat, begin, start) if flat.find("亩产", begin, start) >= 0 else None
    return Span("unit", *match.span("field")) if match else None


def share_before(flat: str, start: int) -> Span | None:
    """The words by which a sum is of one share: per diluted share were $0.29."""
    begin = max(0, start - _FARTHER)
    if _LARGE.match(flat, start):
        return None
    named = any(flat.find(words, begin, start) >= 0 for words in (" per ", "EPS ", " share"))
    named = named or flat.find("/share", begin, start) >= 0
    match = _SHARE.search(flat, begin, start) if named else None
    if match is None and _PRICE_OF.search(flat, begin, start):
        # Repurchased 110,269 shares at an average price of $67.10.
        *_, match = (None, *_COUNTED_SHARES.finditer(flat, begin, start))
    if named and match is None and _SMALL.match(flat, start):
        # Diluted earnings per share increased slightly to $1.47 for the quarter, up from $1.46.
        *_, match = (None, *_OF_SHARES.finditer(flat, begin, start))
        match = match if match and not _OTHERWISE.search(flat, match.end(), start) else None
    return Span("unit", *match.span("share")) if match else None


def speed_before(flat: str, start: int) -> Span | None:
    """The word by which a distance is one of an hour: 最高运营时速为80公里."""
    match = _SPEED.search(flat, max(0, start - 12), start)
    return Span("unit", match.start("hour"), match.end("hour")) if match else None


_SPEED = pattern(
    r"(?P<hour>[时時])速(?:为|為|达到?|達到?|可达|可達|是|约|約|近|超过?|超過?|在|至|到)*$"
)


def weighed_before(flat: str, start: int) -> Span | None:
    """The word of the sentence before a number by which pounds are a weight, if it has one."""
    begin = max(0, start - _FARTHER)
    begin = max(begin, flat.rfind("\n", begin, start), flat.rfind(". ", begin, start))
    *_, match = (None, *_WEIGHED.finditer(flat, begin, start))
    return Span("unit", *match.span()) if match else None


_WEIGHED = pattern(
    rf"(?i:\b(?:{WEIGHING})\b)"
    r"(?!.*(?:[£€]|\b(?:paid|pays?|costs?|spen[dt]|worth|earn|fined?|raised|sold for)))"
)
# $517,000 is of no share.
_LARGE = pattern(r"[A-Z]{0,3}[$€£¥]\(?\d{1,3}(?:,\d{3})+(?!\.\d)")
_SHARE = pattern(
    r"(?P<share>(?:per|(?<=\d )a|(?<=cents )a)"
    r" (?:(?:fully|diluted|basic|common|ordinary) )*share|\bEPS|/share)\*?(?: \([A-Z]+\))?(?: |，)"
    r"(?:(?:a|the|of|loss|losses|profit|income|earnings|net|year ago|year-ago|prior-year|but|cents"
    r"|were|was|is|are|be|of|to|at|from|and|or|between|about|approximately|over|nearly|by|up"
    r"|down|rose|fell|increased|decreased|grew|declined|compared|with|versus|expected|period"
    r"|quarter|in the prior year|[+-]?[\d.]+(?:%| per ?cent)"
    r"|[A-Z]{0,2}[$€£¥]\(?[\d.]*\d\)?(?: [mb]illion)?"
    r"|based on [\d.，,]+(?: million| billion)?(?: [a-z-]+){0,6} shares(?: outstanding)?)"
    r"(?: |，|-)+)*$"
)
_PRICE_OF = pattern(r"\baverage (?:purchase )?(?:price|cost) of (?:approximately |about )?$")
_COUNTED_SHARES = pattern(r"\b(?P<share>shares)\b")
_OF_SHARES = pattern(r"\b(?P<share>per (?:(?:fully|diluted|basic|common|ordinary) )*share|EPS)\b")
# A sum that may be of one share; and what says that it is another: a sentence, an amount, a price.
_SMALL = pattern(
    r"[A-Z]{0,3}[$€£]\(?\d{1,3}\.\d\d(?![\d%])(?! ?(?:m|b|bn|million|billion)\b)"
    r"|\d+(?:\.\d+)? ?(?:[pP]|pence|(?:HK |US )?cents?|euros?|yuan)\b"
)
_OTHERWISE = pattern(
    r"[.;](?!\d)|\b(?:million|billion|revenues?|sales|cash|price[sd]?|closed|closing|trading|stock"
    r"|cost|fee|debt|per)\b"
)
# 日处理污水能力由3万吨提升到5万吨, 日产水泥5000吨.
_DAILY = pattern(
    rf"(?<![\d今昨明即本节假工生次当同向中])(?P<day>日)(?:污水|垃圾)?"
    rf"(?:处理|供|制水|净化|焚烧|净水|输|产|加工|生产|吞吐|排放|提取|消纳)"
    rf"{LETTER}{{0,12}}(?:[由从][^，。；日]{{1,12}}[到至为]|[一二三四两\d.]+[万千]?(?:吨|立方米)[到至、和])?{LETTER}{{0,3}}$"
)
_HARVEST = pattern(rf"(?P<field>亩)产(?!值){LETTER}{{0,5}}$")
_MARKS = ("每", *(f"{unit}价" for unit in "呎尺吨斤亩"))
_WENT_TO = pattern(r"(?:微|大|略|急|回)?[升跌增减降落]价?[至到](?:[今去]年)?[约近逾]?")
_BETWEEN = rf"(?:(?!每){LETTER}|-){{0,10}}"
_MOVED = "(?:下降|上升|下跌|上涨|增加|减少|提高|增长|[升跌])[\\d.]+%"
_FROM_TO = rf"(?:{_BETWEEN}(?:[由从][^每]{{1,16}}|{_MOVED})[至到](?:[今去]年)?)?"
_OF_EACH = pattern(
    rf"(?P<each>每个?(?:(?P<many>[十百千万]+(?:人口|人|户|名))|{'|'.join(OF_EACH)}))"
    rf"(?(many)(?!每){LETTER}[^每]{{0,30}}|{_FROM_TO}{_BETWEEN})$"
    rf"|(?P<price>[呎尺吨斤亩])价{_FROM_TO}{LETTER}{{0,4}}$"
)
_LEADS = (
    r"(?:总数|总计|合计|共计|共|达到|达|约|近|超过|超|突破|接近|逾|为|已|是|至|到|增[长加][至到]|"
    r"将|可|预计|有望|由|从|[由从]\d[\d.]*[万亿]*(?:[增减提升降]|增[加长]|减少|提高|上升|下降)[至到])*$"
)
_UNIT = pattern(rf"(?P<unit>{UNIT_FIRST})(?:(?<=次)|数|口|次数){_LEADS}")
_PRICED = pattern(
    r"(?P<price>价|[斥耗涉出注集融投]资|[获盈]利|[净实]?赚|亏?蚀|[罚捐拨]款|花费|购买|购入)"
    r"(?:约|近|逾|超过?|达|为|由|至|到|了)*$"
)
_COUNT = pattern(rf"[量数次]{_LEADS}")
