"""Turn what Chinese writes of quantities into the patterns by which they are found."""

from __future__ import annotations

from briefgen.chinese.hanzi import LETTER
from briefgen.facts import two_units
from briefgen.facts.beginnings import Form
from briefgen.facts.calendar import DATE
from briefgen.facts.numerals import CHINESE, SCALES
from briefgen.facts.parse import INEXACT, MULTIPLE, RANK_OF
from briefgen.facts.passed import PASSED_FORMS
from briefgen.patterns import pattern

_DIGITS = (
    r"(?:[1-9]\d{0,2}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?"
    rf"|\d{{1,3}}(?: \d{{3}})+(?=[%‰]|{LETTER}| [a-z])(?:\.\d+)?"
    rf"|\d+ \. ?\d+(?=[%‰]|{LETTER})|\d+(?:\.\d+)?)"
)
# 1亿2000万, 1万5: what stands behind a scale.
_BEHIND_SCALE = (
    rf"(?:(?:[1-9]\d{{0,2}}(?:[,，]\d{{3}})+|\d+(?:\.\d+)?){SCALES}+)*"
    r"(?:(?<=[万亿])\d(?![\d.,年月日])|(?<=万)(?:\d{4}|\d,\d{3})(?![\d,年]))?"
)
NUMBER = rf"(?:{_DIGITS}(?:{SCALES}+{_BEHIND_SCALE})?|{CHINESE})"
_SIGNED = (
    rf"(?:(?<![A-Za-z\d.])|(?<=GDP)|(?<=[ (]c\.)|(?<=[ (]c))(?:负(?=\d)|[-−+])?{NUMBER}"
    r"(?:[多余](?!云)[百千万亿]*)?"
)
_HALF = (
    r"一半|半数|(?<![上下大多过])半(?:个?小时|年(?!报)|个月|天)|(?<=[过超])半(?![年月天路途程径成生])"
    r"|(?:\d+|[一二两三四五六七八九十]+)(?:个半(?:小时|月)|(?:年|天|小时|倍)半(?!年))"
)
_SIMPLE = rf"(?:\d+(?:\.\d+)?|{CHINESE})"
_PORTION = (
    r"(?<![\d/.])[1-9]/(?:[2-9]|10)(?=的|以上|以下|左右|多|[，。；;]| of )"
    r"|(?<!第)[三四五]分[一二三四](?![钟球扣之点])"
    rf"|(?:百|千)分之{_SIMPLE}[至到](?:百分之|千分之)?{_SIMPLE}(?!分之)|{_SIMPLE}分之{_SIMPLE}|百分百|[一二两三四五六七八九]成[一二三四五六七八九半](?![年月天个])"
)
_STANDS = (
    "稳居|跃居|位居|高居|居|位列|名列|列|排名|排在|排|跃升至|升至|进入|跻身|挺进|保持|总量|规模"
)
_ORDINAL = r"(?:\d++|[一二三四五六七八九十百]++)"
# 全球规模第一: what is ranked may stand directly before; 总量第一季度 and 规模第一批 say when.
RANKED = tuple(
    "规模 总量 产量 销量 份额 占有率 增速 增幅 数量 排名 总数 产值 实力 保有量 出口量".split()
)
LAST_OF_RANKED = "".join(sorted({noun[-1] for noun in RANKED} - {"名"}))
_RANK = (
    rf"(?:{RANK_OF})(?:前{_ORDINAL}(?![\d年个天月季次批届])(?:强|位|名)?|第{_ORDINAL}(?:大|位|名)?"
    r"|[之首榜][首位])(?![次个届季方梯批阶轮]|产业|书记)"
    rf"|(?<=[列居排名至入身登获夺联持])(?:第{_ORDINAL}(?:位|名)?|前{_ORDINAL}(?:强|位|名)?"
    r"|[首榜][位首])(?![次个届季年月天批轮])"
    rf"|[第前]{_ORDINAL}[位名]|前{_ORDINAL}强"
    rf"|(?<=[{LAST_OF_RANKED}])第{_ORDINAL}(?![次个届季方梯批阶产大时年步期章条轮])"
)
_YEAR = r"(?:1\d|2\d)\d\d"
_LINK = r"[-–—―~～至到]"
_DATES = (
    rf"(?<![\d.]){_YEAR}(?:{_LINK}{_YEAR}年|年{_LINK}{_YEAR}年)"
    rf"|(?<![\d.])(?:{_YEAR}年)?\d{{1,2}}月\d{{1,2}}日?{_LINK}(?:\d{{1,2}}月)?\d{{1,2}}日"
    rf"|(?<![\d.]){_YEAR}年\d{{1,2}}月?{_LINK}\d{{1,2}}月"
)
_TERM = r"\d+(?:\.\d+)?"
_RATIO = (
    rf"(?<![\d.:∶]){_TERM}(?:[:∶]{_TERM})+(?![\d:∶%])"
    rf"|(?<![\d.])(?:{_TERM}|{CHINESE})比(?:{_TERM}|{CHINESE})(?![\d.年月日个名家万亿千百%℃])"
)
# 网上百家, 以上千: the place or the bound before, and not what is about so many.
_NO_UP = "跃登踏以路线网会海陆水马加晚早身手础地之赶跟迈送抵关世天历"
# What a sum may be of each, though a noun stands between (每吨价格下调100元).
OF_EACH = (
    "公斤 公吨 千克 斤 吨标准煤 吨 亩 公顷 平方米 立方米 平方公里 公里 千瓦时 度 股 桶 "
    "平方英尺 平方呎 方呎 呎 户 人 头 只 辆 张 件 台"
).split()
_DIVISORS = [
    *OF_EACH,
    *"小时 天 日 年 月 万人 套 间 个 条 次 班 株 箱 瓶".split(),
]
_INEXACT = rf"(?<![\d.A-Za-z]){INEXACT}|(?<![{_NO_UP}])上(?=[百千万亿])[百千万亿]+"
_EACH = rf"每(?:{'|'.join(_DIVISORS)})(?=\d|{CHINESE})"

# Money that is named before its number.
MONEY_FIRST, MONEY_NAME = (
    tuple("人港新台澳美欧英日"),
    pattern(r"人民币|港币|新台币|台币|澳门币|美金|欧元|英镑|日元"),
)
MONEY_BEFORE = pattern(r"(?:人民币|港币|新台币|台币|澳门币|美金|欧元|英镑|日元)$")


def chinese_dates() -> list[Form]:
    """The forms of dates and spans of time by name, what is longer first."""
    return [
        ("dates", "0", _DATES),
        ("date", "0中", rf"(?<![\d.]){DATE}"),
        ("span", "0中", two_units.CHINESE),
    ]


def chinese_forms() -> list[Form]:
    """All other forms by name, what is longer first, with what is passed over."""
    return [
        *[("passed", begins, form) for begins, form in PASSED_FORMS],
        ("multiple", "中", MULTIPLE),
        ("rank", "中", _RANK),
        # An ordinal is none: what follows 第 is passed over as a whole (第二十届).
        ("ordinal", "中", f"第{_SIMPLE}"),
        ("ratio", "0中", _RATIO),
        ("portion", "0中", _PORTION),
        ("half", "0中", _HALF),
        ("inexact", "0中", _INEXACT),
        ("each", "中", _EACH),
        ("number", "0$中", _SIGNED),
    ]


def is_rank(flat: str, start: int, end: int) -> bool:
    """Whether a rank is one: 居全国首位, not 全国首位女航天员; 规模第一, not 质量第一."""
    if flat.endswith(("首位", "榜首"), start, end):
        return flat[start - 1 : start] in tuple("居列登获夺联持")
    bare = flat[start] == "第" and flat[start - 1 : start] in tuple(LAST_OF_RANKED)
    return not bare or flat[end - 1] in "位名" or flat.endswith(RANKED, 0, start)
