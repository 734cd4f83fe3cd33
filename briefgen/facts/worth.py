"""Turn a number that a source states into whether a brief may show it.

What no deck shows is left out: dates, spans of time, sizes that only name a class (亿元以上项目).
"""

from __future__ import annotations

from briefgen.facts.calendar import YEAR
from briefgen.facts.english_units import ENGLISH_NOUNS
from briefgen.facts.inventory import Stated
from briefgen.facts.numerals import plain
from briefgen.facts.units import CALENDAR, unit_of
from briefgen.patterns import pattern

# 亿元以上项目, 超千亿企业: the size names a class of what is counted elsewhere.
_BARE_SCALE = pattern(r"[十百千万亿]+(?:元|美元|吨|亩|斤)?")
_CLASS = pattern(
    r"(?:及?以上|及?以下|级|以内)?(?:的|规模)?[^\W\d]{0,6}(?:项目|企业|产业|集群|城市"
    r"|工程|园区|大关|台阶)"
)
_FIRST = pattern(r"(?:首[个個家座批]|唯一|第[一二三四五六七八九十\d]+[个個家座])$")
# 这两艘船, 以一个4人家庭为例, 未来3个学年, 前一百位的企业.
_POINTED = pattern(r"[这這该該那]$|以一[個个名户戶所间間家][^，。]*$")
_RANKED = pattern(
    r"前[\d一二三四五六七八九十百]+[位名强家]的|\d[个個][学學]年|\d+市(?=进出口|進出口|外)"
    r"|\d+[个個](?:大中|主要)城市(?=[^\W\d])"
)
_SUCH = pattern(r"的[^\W\d]{0,4}(?:项目|項目|企业|企業|产业|產業|工程|园区|園區)")
_ABOVE = pattern(r"(?:或|及)?以[上下]的[^\W\d]{2}")
_NATIONS = pattern(r"[^\W\d]{0,4}(?:国家|國家|国|企业|企業|城市|省份|地区|地區|品牌)")
_AMONG = pattern(r"在(?:全[国國省市县縣球]|省内|国内)?$")
_OF_THEM = pattern(r"(?:县|縣|市|区|區|城市|国家|國家|地区|地區|省份)[^，。；\d]{0,6}中")
_SPAN = pattern(
    r"(?:近|该|該|头|过往|過往|往后|往後|頭|事隔|时隔|時隔|相隔|未来|未來|過去|过去|前"
    r"|后|今后|这|每|last|next|past|previous|first|for|over|within|current|same"
    r"|another)\s?"
    r"(?:the )?(?:year )?$"
)
# 再奋斗五年, 攻坚克难的三年: years in numerals are a time, and measure none.
_YEARS = pattern(r"[零〇○一二两三四五六七八九十]+年")
_DURING = pattern(
    r"[间間来來内內期]|[之以]?[前后後](?![期三两兩])|平均|累计|累計"
    r"|[增升跌涨漲降](?:幅|\d|近|约|約|逾|超)|[增成][长長]|下[降跌]|上[升涨漲]"
)
# 创38年新高, 是六季以来最高: since when, and no measure.
_RECORD = pattern(
    r"(?:以?[来來]|[单單][季月]|同期|的)*(?:新高|新低|高位|低位|最[高低快大好差多少])"
)
_COUNTED_BEHIND = pattern(r"的\d+(?:[个個家项項]|余|多)")
# 三大产业, 五个方面: numerals that only number what a text lists.
_ENUMERATED = pattern(
    r"[一二两三四五六七八九十]{1,2}(?:[个項项大条種种类類件批次步级位方组名届层区區县縣省国國])?"
)
_FLAT = pattern(r"\d|[低中高]层|[低中高]層|单位|單位|室")
_BEGINNING = pattern(
    r"(?:统计|統計)(?:起点|起點|口径|口徑|范围|範圍)[^，。；]{0,24}$|起征点[^，。；]{0,8}$"
)
# 向年满18岁的居民派发: to whom.
_OF_AGE = pattern(r"(?:[年未][满滿]|已[满滿])$")
_ROUND = pattern(r"1(?:0{1,3}|0{0,2}[,，]000|[,，]000[,，]000)(?: million)?")
_UP_TO = pattern(r"(?:初生|出生|[岁歲周]|\d)[至到]\s*$")
# In only five years, a 45-year low: when, and since when.
# 10年医院发展计划: a name.
_PROGRAMME = pattern(r"[^\W\d]{2,8}(?:计划|計劃|规划|規劃|方案)|[^\W\d]{0,6}(?:圈|交通网)")
_WITHIN = pattern(
    r"\b(?:in|within|over|for|after|nearly|almost|every|than) (?:only |just |about |nearly |the )*$"
)
_LOWS = pattern(
    r" (?:(?:record )?(?:lows?|highs?|peaks?)|old|ago|earlier|later|after|before|in a row"
    r"|(?:of age )?(?:and|or) (?:older|over|above|under|younger)|of age)\b|-old"
)
# 輪候三年或以上人士: who, and not how long.
_WHO = pattern(r"(?:的)?(?:人士|申请者|申請者|居民|员工|員工|学生|學生|者)")
# How old some are is no figure; how old they become, or must be, is one.
_AGE = pattern(
    r"寿命|壽命|年[龄齡]|平均|中位|[门門][槛檻]|下限|上限|[调調]至"
    r"|[升提降延放][高低宽寬至]|[由从從]\d"
)
_WORD = pattern(r"(?:及?以[上下])?(?:的|[^\W\d])")
_NOUN = pattern(r" (?P<noun>[a-z]+)")
# Two important markets: a numeral that only numbers what a text names.
_SMALL = pattern(r"(?i:two|three|four)")
_SHORT = 12
# A child aged 12, young adults age 18 to 24: who, and no figure.
_AGED = pattern(r"\b(?:aged?|ages|turning|turned)(?: (?:about|between|of|\d+ (?:to|and)))* $")
_OF_AGE_BEHIND = pattern(
    r" (?:to|and|or) (?:\d+|older|younger|over|under|above)\b|[,.;)]|$| [a-z]+ly\b| who\b"
)
# HK$4 per 15 minutes; over the last 15 trading days.
_PER = pattern(r"\b(?:per|every|each) $")
_SPAN_OF_DAYS = pattern(r"[个個]?(?:交易日|工作[天日]|星期|月|季度|[学學]年|[学學]期)")
# A 42% chance of more than 10,000 deaths: what the chance is of.
_LIKELY = pattern(
    r"\b(?:chance|probability|likelihood|risk|odds) of (?:(?:more|fewer|less) than |over )?$"
)
_OCCASION = pattern(
    r"(?:酒[会會]|晚宴|慶|庆|[纪紀]念|大[会會]|校慶|校庆|典[礼禮]|[讚赞]|研討|研讨)"
)
_NO_NOUNS = frozenset("to and or of in at on who were was is are by for from than with".split())


def is_worth(item: Stated) -> bool:
    """Whether a number is one that a brief may show."""
    quantity = item.quantity
    unit = unit_of(quantity.unit)
    if quantity.unit in CALENDAR or (quantity.form == "date"):
        return False
    if (unit.kind == "time" and _is_a_time(item)) or _names(item) or _is_a_size(item):
        return False
    if quantity.form == "rank" and _ranks_nothing(item):
        return False
    # 330千伏线路, 3.5微米铜箔 are names of what they are.
    if quantity.unit in ("千伏", "微米", "纳米") and not quantity.qualifier and item.behind:
        return False
    # Billions of dollars: so much is no figure in English.
    if quantity.form == "inexact" and item.text.isascii():
        return False
    # 九成按揭 is the name of a loan.
    if unit.kind == "share" and item.behind.startswith(("按揭", "按保", "首期", "首付")):
        return False
    # 世界500强 names companies, and ranks none.
    if quantity.unit == "强" or _is_passing(item):
        return False
    # 年营业收入超1000亿元的2个: the bound names what is counted.
    if quantity.qualifier and _COUNTED_BEHIND.match(item.behind):
        return False
    small = _ENUMERATED.fullmatch(plain(item.text)) and unit.kind in ("counter", "opaque")
    return not small and not _is_bare(item)


def _ranks_nothing(item: Stated) -> bool:
    """Whether a rank says how much something matters (摆在第一位的任务), or names those that have
    it (全球前三位出口国家)."""
    matters = item.before.endswith(("作为", "作為", "放在", "摆在", "擺在"))
    return matters or ("前" in item.text and bool(_NATIONS.match(item.behind)))


def _is_passing(item: Stated) -> bool:
    """Whether a number tells an age, how often something is charged, or what is celebrated."""
    quantity = item.quantity
    if _SMALL.fullmatch(item.text) and not quantity.unit and quantity.form == "number":
        return True
    # 《67笔记》 is a name, 双过半 a saying.
    if item.before.endswith(("《", "〈")):
        return True
    if unit_of(quantity.unit).kind == "share" and item.before.endswith(("双", "雙")):
        return quantity.form == "fraction"
    if item.before.endswith("首") and unit_of(quantity.unit).kind in ("counter", "opaque"):
        return True
    ages = item.text.isdecimal() or (quantity.form == "range" and len(item.text) < _SHORT)
    aged = not quantity.unit and ages and _AGED.search(item.before)
    if aged and ("age" in aged[0].lower() or _OF_AGE_BEHIND.match(item.behind)):
        return True
    if _LIKELY.search(item.before):
        return True
    if _PER.search(item.before) and unit_of(quantity.unit).kind == "time":
        return True
    if quantity.unit in ("个", "個") and _SPAN.search(item.before):
        return bool(_SPAN_OF_DAYS.match(item.behind))
    return item.text.endswith(("周年", "週年")) and bool(_OCCASION.match(item.behind))


def _is_bare(item: Stated) -> bool:
    """Whether nothing says what a number of digits alone counts: a year, an age."""
    if item.quantity.unit or item.quantity.form != "number" or not item.text.isdecimal():
        return False
    found = _NOUN.match(item.behind)
    noun = found["noun"] if found and found["noun"] not in _NO_NOUNS else ""
    return not noun or bool(YEAR.fullmatch(item.text) and noun not in ENGLISH_NOUNS)


def _is_a_size(item: Stated) -> bool:
    """Whether a number only says how large or fast something is that is named or counted elsewhere:
    亿元以上项目, 成为首个300亿元园区, 时速350公里的高铁."""
    quantity = item.quantity
    paid = unit_of(quantity.unit).kind == "money"
    classed = _CLASS.match(_behind(item))
    bounded = paid and quantity.qualifier.endswith(("以上", "以下"))
    first = paid and not quantity.qualifier and _FIRST.search(item.before)
    if classed and (bounded or first or _BARE_SCALE.fullmatch(plain(item.text))):
        return True
    if item.behind.startswith("的") and item.before.endswith(("时速", "時速")):
        return True
    # 1億元以上的住宅物業交易, 收入7.5億歐元或以上的企業: above what it is counted at all.
    if paid and bounded and _ABOVE.match(_behind(item)):
        return True
    # 等投资超10亿元的重大项目; 在全省91个县中.
    if paid and quantity.qualifier and _SUCH.match(item.behind):
        return True
    if _AMONG.search(item.before) and _OF_THEM.match(item.behind):
        return True
    if _POINTED.search(item.before) or _RANKED.match(item.text + item.behind):
        return True
    # 统计起点由50万元提高到500万元: what is counted at all, and none of it.
    return bool(paid and _BEGINNING.search(item.before))


def _is_a_time(item: Stated) -> bool:
    """Whether a span of time says when, and measures nothing."""
    years = _YEARS.fullmatch(plain(item.text)) and not item.quantity.qualifier
    if _WITHIN.search(item.before) or _LOWS.match(item.behind) or _PROGRAMME.match(item.behind):
        return True
    ended = item.behind.startswith((" ended", " ending", " quarter", "-quarter", " fiscal"))
    if item.quantity.qualifier.endswith("以上") and _WHO.match(item.behind):
        return True
    record = _RECORD.match(item.behind)
    return bool(years or ended or record or _SPAN.search(item.before) or _DURING.match(item.behind))


def _names(item: Stated) -> bool:
    """Whether a number names what is counted elsewhere: 65岁及以上老年人, 3期5座中层单位; or of how
    many others so many are: 24,110 admissions per 100,000 population."""
    quantity = item.quantity
    if item.before.endswith(" per ") and _ROUND.fullmatch(item.text):
        return True
    if quantity.unit in ("座", "期", "层"):
        return bool(_FLAT.match(plain(item.behind)))
    bound = quantity.form == "range" or quantity.qualifier.endswith(("以上", "以下"))
    bound = bound or bool(_UP_TO.search(item.before) or _OF_AGE.search(item.before))
    listed = not item.behind and not item.before.strip(" 、")
    aged = quantity.unit in ("岁", "歲")
    if aged and not (_AGE.search(item.before) or _AGE.match(item.behind)):
        return True
    return aged and bound and (listed or bool(_WORD.match(item.behind.lstrip("的或以上"))))


def _behind(item: Stated) -> str:
    """The words behind a number, with those that qualify it there."""
    after = [w for w in ("以上", "以下", "以内", "级") if item.quantity.qualifier.endswith(w)]
    return "".join(after) + item.behind
