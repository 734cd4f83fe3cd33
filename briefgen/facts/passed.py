"""Turn a text into the places of its numerals that count nothing: names, marks, clocks, telephones.

What stands here is passed over by whoever reads the numbers of a source, and by rule: a name that
is one in this text alone (二次创业) is given by the outline, or found by its quotation marks.
"""

from __future__ import annotations

from typing import Literal

from briefgen.chinese.hanzi import LETTER
from briefgen.patterns import pattern

# What a numeral that counts nothing is part of.
Passed = Literal["document", "day", "name", "mark", "code", "everybody"]

_HAN = "[一二两三四五六七八九十]"
# No numeral is longer; without an end each place of a long run of them would be tried to its end.
_SOME = _HAN + "{1,12}"
# The order counts: what is longer comes first.
_PASSED: tuple[tuple[Passed, str, str], ...] = (
    # Numbers of documents, telephones, hot lines, post codes; addresses of mail and web.
    ("document", "$", r"[〔\[(][12]\d{3}[〕\])]第?\d+号"),
    (
        "document",
        "a中",
        r"(?:电话|热线|传真|邮编|邮政编码|手机|总机|客服|Tel|Phone|Fax)"
        r"\w{0,2}[:： ]{0,2}[+\d][\d\- ()]{4,}",
    ),
    ("document", "0", r"(?<![\d.])(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|[48]00-\d{3}-\d{4})(?!\d)"),
    ("document", "a$", r"\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\(\d{3}\) ?\d{3}-\d{4}\b"),
    ("document", "0", r"(?<!\d)\d{3,6}(?:热线|平台|短号|便民)"),
    ("document", "a0$中", r"[\w.]{1,64}@[\w.]+|(?:https?://|www\.)[^\s，。]+"),
    # Dates and clocks that are written with signs; hours.
    ("day", "0", r"(?<!\d)[12]\d{3}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?!\d)"),
    ("day", "0", r"(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?!的?比)"),
    ("day", "0", r"(?<!\d)\d{1,2}[时点](?:\d{1,2}分?|半|整|许|钟)(?![\d.])"),
    (
        "day",
        "中",
        r"(?:上午|下午|凌晨|清晨|早上|早晨|晚上|晚间|傍晚|中午|夜间|今晚|当晚)\d{1,2}[时点]",
    ),
    ("day", "a0", r"\b[HQ][1-4][ /]?(?:FY ?)?\d{2,4}\b|\b[1-4][HQ] ?\d{2,4}\b|\bFY ?\d\d\b"),
    # Years that straddle two, those from one to another, and days of a month.
    (
        "day",
        "0",
        r"(?<![\d.])(?:19|20)\d\d(?:/(?:19|20)?\d\d(?:年度)?"
        r"|\s?[-–]\s?(?:19|20)\d\d(?![年\d])|[-–]\d\d(?=[ )，.;:至到]|$))"
        r"(?!\d|[.,]\d|[%/])",
    ),
    ("day", "0", r"(?<!\d)(?:19|20)\d\d ?[-—–~～/至] ?\d\d(?:年度|[学學财財]年|年)(?!\d)"),
    (
        "day",
        "0",
        r"(?<![近续續期时時满滿共每用隔历歷\d.年月])(?:[12]\d|3[01]|[1-9])日(?![均元内內后後前游吨噸/])",
    ),
    ("day", "0中", rf"(?<=[本上当當次]月)\d{{1,2}}日|{_HAN}{{1,2}}月{_HAN}{{1,3}}日"),
    # Reigns of other calendars are not read.
    ("day", "中", r"(?:平成|昭和|令和|大正|明治|民国|民國)(?:\d+|元|" + _SOME + ")年"),
    # Months without a year, decades, centuries, generations.
    (
        "day",
        "0",
        r"(?<!\d)(?<!\d年)\d{1,2}(?:[-—~～至、到]\d{1,2})?月(?:份|底|初|中旬|上旬|下旬|末)?(?!\d)",
    ),
    # 周二起, 上周六单日; but 每周五次, 一周三场.
    (
        "day",
        "中",
        rf"(?<!{_HAN})(?<![每\d])(?:周|週|星期|礼拜|禮拜)[一二三四五六](?![次场場班节節轮輪天个個])",
    ),
    ("day", "中", rf"[首前](?:\d+|{_SOME})(?:季度?|[个個]月)(?![度期])"),
    ("day", "0", r"(?<!\d)(?:\d{2}|\d{4})年代|(?<!\d)\d{1,2}世纪"),
    ("day", "0", r"(?<!\d)\d{2}后(?=[、，。创青人群返选新一])"),
    ("day", "中", rf"(?:[上下]|前|后)半年|半年报|第?{_HAN}季报|{_SOME}世纪"),
    # Assemblies, plans, numbers of other things: 二十届, 三年行动, 4号线, 附件2, PM2.5, 1+N.
    (
        "name",
        "中",
        rf"{_HAN}{{0,12}}十{_HAN}{{0,12}}届|{_HAN}中全会|{_SOME}大(?=[报精召以闭提代和、，。])",
    ),
    ("name", "0中", rf"第?(?:{_SOME}|\d{{1,4}})个五年(?:规划|计划)?"),
    (
        "name",
        "0中",
        rf"(?:{_SOME}|\d{{1,4}})年(?:规划|計劃|计划|行动|行動|攻坚|方案|纲要|义务教育|義務教育|一贯制)",
    ),
    # Of so many each: 每千人口床位, 万元产值能耗, 每10股派3.2元.
    ("name", "中", r"每\d+股"),
    (
        "name",
        "中",
        rf"每[十百千万]+(?={LETTER})|(?<![\d.十百千万])"
        r"(?:[万亿]元(?=国内|國內|地区|地區|GDP|工业|工業|产值|生产)"
        r"|万人(?=口?(?:有效|发明|高价值|拥有|专利)))",
    ),
    (
        "name",
        "a",
        r"\bper 1(?:,?000|0,?000|00,?000) (?:yuan|RMB)(?: \((?:US)?[$\d][^()]{1,20}\))?"
        r"|\bPM (?:2\.5|10)\b",
    ),
    # Standards of accounts.
    (
        "code",
        "a",
        r"\b(?:HKFRS|HKAS|IFRS|IFRIC|IAS|ASC|ASU|SFAS|FRS) ?\d{1,4}(?:-\d+)*(?!\d|\.\d|%)",
    ),
    (
        "name",
        "a",
        r"\b(?:[Tt]ier|[Ll]evel|[Pp]hase|Stage|Grade|Class|Category|Gate|Terminal|Zone|Route|Flight|Block)"
        r" \d{1,3}(?!\d|[.,]\d|%| ?(?:per|million|billion|thousand)\b)",
    ),
    ("code", "0", r"(?<![\d.])(?:480|720|1080|1440|2160)[pPi](?![A-Za-z])"),
    ("name", "0", r"(?<![\d.])\d+号(?:线|楼|院|文|令|公告|门|馆|地块|泊位|机|井)?"),
    (
        "mark",
        "a中",
        r"(?:附件|附表|附图|专栏|(?<!"
        + LETTER
        + r")[图表注]|(?<=[见如])[图表]|脚注|Table|Figure|Fig\.|Note"
        r"|Section|Page|Chapter|Exhibit|Item|Rule) ?\d+(?:[.-]\d+)*(?!\.\d|[\d%])"
        r"(?! ?(?:million|billion|per))",
    ),
    # 开放24小时借阅服务: always, and not for a day.
    (
        "name",
        "0",
        rf"(?<![\d.])24小时(?={LETTER}{{0,4}}(?:服务|服務|营业|營業|值守|开放|開放|热线|在线|自助|值班|便利))",
    ),
    # 500千伏输变电工程, 时速350公里的高铁: of a kind, not of an amount.
    (
        "name",
        "0",
        r"(?<![\d.])\d+(?:千伏|[kK][vV])(?=输变电|輸變電|变电|變電|线路|線路|输电|輸電|电网|電網|配)",
    ),
    ("name", "0中", rf"(?<![\d.])\d+路(?=公交|车|巴士|[，。、])|(?:{_HAN}|\d{{1,4}})个一批"),
    # What a row of a table counts in: 粮食产量（万吨）.
    ("mark", "$", rf"\([百千万亿]+{LETTER}{{1,5}}\)"),
    ("mark", "$", r"\[\d{1,3}\]|(?<![|\t] )(?<![|\t])\(\d{1,2}\)|\(" + _HAN + r"{1,3}\)"),
    ("code", "0", r"(?<![\d.])\d+(?:[·+×xX]\d+)+(?!\d)|(?<![\d.])\d+\+[A-Z]\b"),
    (
        "code",
        "a",
        r"(?<![A-Za-z])(?!RMB|c\.?(?=\d)|USD?\b|HKD?\b|CNY|EUR|GBP|JPY|MOP|TWD|top|No\b)[A-Za-z]+[-.]?\d+"
        r"(?:\.\d+)?(?![\d%,])[A-Za-z]*(?![A-Za-z\d])(?! ?[万亿]*[美港]?元)",
    ),
    # Everybody, and not 10¹² of them.
    ("everybody", "中", rf"亿万(?={LETTER})"),
)
# What each begins with (`beginnings`), and its form.
PASSED_FORMS = tuple((begins, form) for _, begins, form in _PASSED)
PASSED = pattern("|".join(f"(?:{form})" for _, form in PASSED_FORMS))
_EACH = tuple((why, pattern(form)) for why, _, form in _PASSED)


def passed(text: str, start: int, end: int) -> Passed:
    """What the numeral of a place that `PASSED` has found is part of; `text` is plain."""
    return next(
        why for why, form in _EACH if (match := form.match(text, start)) and match.end() == end
    )
