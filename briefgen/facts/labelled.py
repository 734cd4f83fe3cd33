"""Turn an author's text into the places whose digits name something, and count nothing.

Telephones and postcodes, numbers of documents and standards, addresses, marks of items, PM2.5: who
reads them adds nothing up.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefgen.facts.numerals import plain
from briefgen.patterns import compiled

# Digits in groups, as telephones are written; at least seven in all.
_CALLED = r"\+?\(?\d[\d ()\-—–转]{3,18}\d"
# More digits, or what they would count.
_NO_UNIT = r"(?![\d.万亿部户个台次元条%％])"
# What is told apart by number in English, and what makes an amount of the number behind it.
_NAMED = (
    "annex|appendix|article|berth|block|building|bus(?: "
    "line)?|chapter|class|clause|cycleway|district|exit|"
    "figure|flight|form|gate|goal|grade|group|highway|item|level|line|model|option|page|part|phase|"
    "pier|plant|platform|question|room|route|rule|scenario|schedule|section|stage|step|table|"
    "terminal|tier|type|unit|version|volume|zone"
)
_AMOUNT = (
    "per ?cent|percentage|(?:m|b|tr)illion|thousand|hundred|km|kilomet\\w+|m|met(?:re|er)s?|"
    "miles?|tons?|tonnes?|kg|ha|hectares?|years?|months?|weeks?|days?|hours?|people|times|pp|bps|"
    "yuan|dollars?"
)
_PARTS = (
    # Telephones: of mobiles, with an area, of services, with a country; and after the word for one.
    rf"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{{4}}[- ]?\d{{4}}{_NO_UNIT}",
    rf"(?<![\d.])\(?0\d{{2,3}}\)?[-—– ]\d{{3,4}}[- ]?\d{{4}}(?:[-转]\d{{1,5}})?{_NO_UNIT}",
    rf"(?<![\d.])[48]00[- ]\d{{3,4}}[- ]?\d{{3,4}}{_NO_UNIT}",
    rf"(?<!\d)\+\d{{1,3}}[ -]\(?\d[\d ()-]{{5,}}\d{_NO_UNIT}",
    r"(?:电话|手机|座机|热线|专线|传真|总机|分机|短信|微信|QQ|客服)[号码]*[:：]?\s?"
    rf"{_CALLED}{_NO_UNIT}",
    rf"(?i:\b(?:tel|phone|fax|mobile|hotline|call|ext)\b\.?:?\s?){_CALLED}{_NO_UNIT}",
    r"(?<!\d)\d{3,6}(?=(?:政务|政务服务|便民|便民服务|市民|市民服务|服务|举报|投诉|监督|客服)?"
    r"(?:热线|专线))",
    r"(?:邮编|邮政编码|邮码|(?i:postcode|zip code|zip))[:：]?\s?\d{5,6}(?!\d)",
    # Documents: 津政发[2026]3号, 第12号令, 附件2; standards: GB/T 9704-2012, ISO 9001:2015.
    r"[\u4e00-\u9fff]{0,10}[〔\[(【](?:19|20)\d\d[〕\])】]\s?第?\d+号",
    r"第?\d+号(?=文|令|公告|决议|议案|提案)",
    r"(?:附件|附表|附录|附图|图表|专栏|(?:(?<![\u4e00-\u9fff])|(?<=[见如按据]))[图表注])\s?"
    r"\d{1,2}(?:[-—.]\d{1,2})?(?![\d%％个人次项家名万亿元])",
    r"(?<![A-Za-z])(?:GB|GB/T|ISO|IEC|IEEE|RFC|HJ|JGJ|DB ?\d\d|T/[A-Z]+)(?:/[A-Z]+)?[ -]?\d+"
    r"(?:[-.:]\d+)*",
    r"(?:文号|编号|批号|证号|单号|案号|No\.)[:：]?\s?[\w\-/]*\d[\w\-/]*",
    # Addresses, in the web and of versions.
    r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+",
    r"(?<![A-Za-z])[Vv](?:ersion |er\. ?)?\d+(?:\.\d+)+",
    # What stands at the head of an item: 1. (1) 1、; no decimal.
    r"^\s*(?:\(\d{1,2}\)|\d{1,2}(?:\)|、(?!\d{1,2}[月日个])|\.(?!\d)))",
    # Names with digits.
    r"PM ?(?:2\.5|10)(?!\d)",
    # All day long: 24小时借阅, 24-hour; but done 24小时内, in 24 hours.
    r"(?<![用时需超约近到过达长足\d.])(?:7\s?[×xX*]\s?)?24小时"
    r"(?=[\u4e00-\u9fff])(?![内后前以之左至到的就即可完办降滴连累是为])|全天24小时"
    r"|7\s?[×xX*]\s?24(?:小时)?|开放24小时|(?i:\b24-hours?\b(?! (?:limit|deadline|notice))|24/7)",
    # Places: 3楼, 12号线, 201室.
    r"(?<![\d.])\d{1,4}(?=号?楼(?![宇房])|号(?:线|厅|馆|门|院|机|井|台|车)|会议室|教室|单元|室(?![内外温]))",
    # Line 8, phase 1, Lines 8, 10 and 11: one of several that are told apart by number.
    rf"(?i:\b(?:{_NAMED})(?:s \d{{1,4}}(?:, \d{{1,4}})*,? (?:and|or|to|&)| no\.?)? \d{{1,4}}"
    rf"(?:[-/–]\d{{1,4}})?)(?![\d%‰]|[.,]\d| ?(?:{_AMOUNT})\b)",
    # 二十届四次会议, 十八届三中全会.
    r"[一二三四五六七八九十百]+届(?:[一二三四五六七八九十]+(?:次|中)(?:全会|全体会议|会议|常委会)?)?",
)


@cache
def _pattern() -> re.Pattern[str]:
    return compiled("|".join(_PARTS), re.MULTILINE)


@lru_cache(maxsize=64)
def labels(text: str) -> tuple[tuple[int, int], ...]:
    """Where in a text digits and numerals name something.

    >>> labels("电话：0571-8765 4321，增长3%")
    ((0, 17),)
    """
    flat = plain(text)
    return tuple(match.span() for match in _pattern().finditer(flat))
