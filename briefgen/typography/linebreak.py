"""Turn text into the places where a line may break, from the strictest rules to the weakest.

The rules are those of UAX #14 (Unicode line breaking) as W3C's Requirements for Chinese Text
Layout (CLREQ, "Prohibition rules for line start and line end") sharpen them for Chinese. What
neither breaks up is a *piece*: a hanzi with the punctuation that clings to it, a Latin word, a
number. On top of that come *atoms*, which a reader takes in at one glance and which are kept
whole wherever the line is wide enough: a number with its qualifier and unit, a figure, a short
title in 《》, a short quotation.

A break *at* n stands before character n.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.qualifiers import QUALIFIERS
from briefgen.chinese.units import DIGIT_COUNTERS, UNITS
from briefgen.patterns import compiled, pattern
from briefgen.record import Record

# CLREQ: closing marks, stops and connectors do not start a line, opening brackets do not end one.
NO_START = "，。、；：！？）》〉」』】〕〗〙〛’”…‥—⸺％%‰℃·・‧°′″々〻ー～,.;:!?)]}．＞］｝＂"
NO_END = "（《〈「『【〔〖〘〚‘“([{＄￥¥$£€＃#№［｛＜"
_SPACE = " \t\u2000-\u2006\u2008-\u200b\u3000\u1680\u205f"
_GLUE = "\u00a0\u2007\u202f\u2060\ufeff"
_WORD = "0-9A-Za-zª²³¹ºµ¼-¾À-ÖØ-öø-\u024f\u0370-\u052f\u1e00-\u1fff⁰-₉Ⅰ-ↈ"
_EXTEND = "\u0300-\u036f\ufe00-\ufe0f\u200d\u20d0-\u20ff\U0001f3fb-\U0001f3ff"


def _any(characters: str) -> str:
    return "[" + re.escape(characters) + "]"


# UAX #14: LB7 (break after spaces only), LB11 (word joiner), LB12 (no-break space), LB13 and LB14
# (closing and opening marks, over spaces as well), LB9 (marks stay with their base), LB28 to LB30
# (letters and digits run together). A hyphen or slash inside a word lets the line break after it,
# unless it joins digits or would leave a stump of one or two letters.
_MID = (
    rf"(?:[!-,.:-@\[-`{{-~’‑]|[-–](?=[0-9])|-(?![{_WORD}]{{3}})|(?<![A-Za-z][A-Za-z])-"
    r"|(?<=[0-9])/(?=[0-9]))"
)
_LATIN = rf"[{_WORD}][{_WORD}{_EXTEND}]*(?:{_MID}+[{_WORD}{_EXTEND}]+)*"
_OTHER = rf".(?:\u200d.|[{_EXTEND}])*"
_CLOSE = rf"(?:{_any(NO_START)}|[-–](?![0-9])|[/~\u00ad])"
_BEFORE = rf"(?:{_any(NO_END)}[{_SPACE}]*)*"
_AFTER = rf"{_CLOSE}*(?:[{_SPACE}]+{_any(NO_START)}+)*[{_SPACE}]*"


def _pieces(core: str) -> re.Pattern[str]:
    return compiled(
        rf"(?:\A[{_SPACE}]+)?{_BEFORE}(?:{core})(?:[{_GLUE}]+(?:{core})?)*{_AFTER}", re.DOTALL
    )


_PIECE = _pieces(rf"[-+−±≥≤≈<>]?{_LATIN}|{_OTHER}")


@cache
def _syllable() -> re.Pattern[str]:
    """Hardly ever needed, so made when it is."""
    return _pieces(_OTHER)


def _one_of(words: Sequence[str]) -> str:
    """A pattern for one of `words`, the longer ones first; the one-letter ones as a class."""
    long = sorted([word for word in words if len(word) > 1], key=len, reverse=True)
    return f"(?:{'|'.join(long)}|[{''.join(word for word in words if len(word) == 1)}])"


# A number with what belongs to it. Besides the qualifiers and units of figures, those that
# administrative and economic writing sets beside numbers; 千 and 兆 before 瓦 are scales here.
# Some qualifiers of one character so often end a word (首都, 船只) that they do not cling; nor do
# those of a plan (计划突破7000亿元), which would make numbers too long for narrow columns.
_LOOSE = "破 都 拟 只 过 上".split()
_QUALIFIERS = [
    *(
        word.text
        for word in QUALIFIERS
        if word.position == "before" and word.sense != "modal" and word.text not in _LOOSE
    ),
    *"力争 多达 第 前 满 每 增 降".split(),
]
_COUNTED = """百分点 瓦时 标准箱 人民币 月份 年度 年代 季度 世纪 工作日 周年 周岁 微克 伏安 度 月
    号线 号楼 号院 号馆 号厅 号门 号机 号井 号文 号令 号
    月底 月末 月初 年底 年末 年初 期 轮 级 赫 版 根 块 步 本 市 县 省 国 点 时 分""".split()
_UNITS = [*(name for name in UNITS if name.isalpha() and has_hanzi(name)), *_COUNTED]
_LATIN_UNITS = [name for name in UNITS if re.fullmatch("[A-Za-zμ°]+[²³]?", name)]
_NUMBER = (
    rf"[-+−±≥≤≈<>]?[0-9０-９](?:[0-9０-９]|[.,:．，](?=[0-9０-９])|(?:[A-Za-z/]+(?![{_WORD}])))*"
)
_SHARE = r"(?:[%％‰℃]|°C)"
_SCALE = r"(?:[多余来几]?[十百千万亿兆]+[多余来几]?|[多余])?"
_UNIT = rf"(?:{_one_of(_UNITS)}|(?:{'|'.join(_LATIN_UNITS)})(?![{_WORD}]))"
# Some count only behind digits: 一段文字.
_COUNTER = _one_of([name for name in _UNITS if name in _COUNTED or name not in DIGIT_COUNTERS])
_QUALIFIER = _one_of(_QUALIFIERS)
_VALUE = rf"{_NUMBER}{_SHARE}?{_SCALE}"
# Bounded, so that no text makes the search quadratic.
_CHINESE = "[〇零一二三四五六七八九十百千万亿两]{1,16}"
_MAGNITUDE = r"(?:trillion|billion|million|thousand|hundred)"
_MEASURE = (
    r"(?:per\s?cent|percentage\spoints?|yuan|kilomet\w+|met(?:er|re)s?|sq\.?\s(?:km|m)|km²?|m²|kg|"
    r"tonnes?|tons?|hectares?|years?|months?|TEUs?|%)"
)
_OF_MEASURE = rf"(?:{_MAGNITUDE}(?:[ \u00a0]{_MEASURE})?|{_MEASURE})(?![{_WORD}])"
# 13 lines, 300 new jobs: what a number counts stands behind it, unless that is another thought.
_JOINING = (
    "and|or|to|in|of|by|at|on|for|from|the|with|as|is|are|was|were|will|than|per|but|when|while"
)
_NOUN = rf"(?!(?:{_JOINING})\b)[a-z]{{2,14}}(?![{_WORD}])"
_OF_TIME = rf"年[零又]{_NUMBER}个月|月(?:份|{_NUMBER}[日号]?)|[时点]{_NUMBER}分"
_CURRENCY = (
    r"(?:RMB|CNY|USD|HKD|EUR|GBP|AUD|NZD|CAD|SGD|TWD|MOP|JPY|KRW|INR|CHF|MYR|THB|IDR|VND|RUB|BRL|"
    r"ZAR|AED|SAR|(?:US|HK|NT|NZ|[ACS])\$|[$€£¥])"
)
_ATOMS = pattern(
    rf"{_QUALIFIER}{{0,3}}(?:"
    + "|".join(
        (
            rf"{_CURRENCY}[ \u00a0]?{_NUMBER}(?:[ \u00a0]{_MAGNITUDE}(?![{_WORD}]))?",
            # 13 February; and within a sentence Route 902, which is a name.
            r"\d{1,2}[ \u00a0][A-Z][a-z]{2,8}(?![a-z])",
            r"(?<=[a-z,] )[A-Z][a-z]{2,10}[ \u00a0]\d{1,4}(?!\d|[,.]\d|%)",
            rf"{_NUMBER}(?:[ \u00a0](?:{_OF_MEASURE}|{_NOUN})|{_OF_TIME})",
            rf"百分之{_CHINESE}",
            rf"(?:{_VALUE}{_UNIT}?[～~至到—–-]+)?{_VALUE}(?:{_UNIT}(?:/{_UNIT})?)?",
            rf"{_CHINESE}(?:点{_CHINESE})?[多余]?{_COUNTER}",
        )
    )
    + rf")|第{_CHINESE}"
)
# What of a figure has to stay together in a language with spaces: from its currency or first digit.
WORTH = pattern(rf"(?:{_CURRENCY} )?[0-9].*")
# A number of more characters than this breaks like other text.
_LONGEST_WORTH = 20
# Book titles and quotations of at most eight characters.
_TERMS = pattern(r"《[^《》]{1,8}》|“[^“”]{1,8}”|「[^「」]{1,8}」|〈[^〈〉]{1,8}〉")

Spans = tuple[tuple[int, int], ...]


class Breaks(Record, dict=True):
    """The breaks of one text (without forced line ends in it), strictest first.

    `atoms` are the breaks that split no number, figure or word; `pieces` those that split no
    word; `syllables` may split a word but part no mark from what it clings to; and as the last
    resort a line may break anywhere. Every level ends with the text's own end. `terms` are the
    short titles and quotations, to be kept whole where the line is wide enough.
    """

    text: str
    figures: Spans = ()

    @cached_property
    def pieces(self) -> tuple[int, ...]:
        return tuple([m.end() for m in _PIECE.finditer(self.text)])

    @cached_property
    def numbers(self) -> Spans:
        """The numbers, each with its qualifier and its unit, and the figures."""
        return tuple([m.span() for m in _ATOMS.finditer(self.text)]) + self.figures

    @cached_property
    def atoms(self) -> tuple[int, ...]:
        return without(self.pieces, self.numbers)

    @cached_property
    def held(self) -> tuple[int, ...]:
        """The pieces' breaks but those within what an application holds together (see `glued`)."""
        return without(self.pieces, stuck(self.text, self.figures))

    @cached_property
    def syllables(self) -> tuple[int, ...]:
        return tuple([m.end() for m in _syllable().finditer(self.text)])

    @cached_property
    def terms(self) -> Spans:
        return tuple([m.span() for m in _TERMS.finditer(self.text)])

    def inside(self, start: int, end: int) -> tuple[tuple[int, ...], int]:
        """The breaks after `start` up to `end` at the strictest level that has any in between.

        The second value says how weak that level is: 1 splits an atom, 2 a word, 3 anything. Of an
        atom, what an application holds together is split as the last.
        """
        end = min(end, len(self.text))
        for weakness, level in ((1, self.held), (1, self.pieces), (2, self.syllables)):
            found = level[bisect_right(level, start) : bisect_right(level, end)]
            if len(found) > 1:
                return found, weakness
        return tuple(range(start + 1, end + 1)), 3


@lru_cache(maxsize=8192)
def glued(text: str, figures: Spans = ()) -> str:
    """`text` with no-break spaces in its numbers (RMB 320 billion, 2 million m²), no longer.

    An application knows of no units; U+00A0 is what it understands (UAX #14, GL). `figures` are the
    spans of characters written from one figure.
    """
    for start, end in stuck(text, figures):
        text = text[:start] + text[start:end].replace(" ", "\u00a0") + text[end:]
    return text


# A text of so many words is no name; its last two stay together where they are no longer than this.
_OF_WORDS, _LONGEST_END = 4, 20


def closed(text: str) -> str:
    """`text` with a no-break space between its last two words, if it has some before them."""
    words = text.rsplit(" ", 2)
    if len(words) < 3 or text.count(" ") + 1 < _OF_WORDS:
        return text
    before, last, end = words
    if not last or not end or len(last) + len(end) > _LONGEST_END:
        return text
    return f"{before} {last}\u00a0{end}"


def stuck(text: str, figures: Spans = ()) -> Spans:
    """The spans of a text whose spaces are no place to break for an application."""
    if " " not in text:
        return ()
    spans = [m.span() for m in _ATOMS.finditer(text)]
    for start, end in figures:
        if worth := WORTH.search(text, start, end):
            spans.append(worth.span())
    return tuple([(start, end) for start, end in spans if end - start <= _LONGEST_WORTH])


def without(breaks: tuple[int, ...], spans: Spans) -> tuple[int, ...]:
    """Those `breaks` that do not fall inside one of `spans`."""
    dropped = {
        point
        for start, end in spans
        for point in breaks[bisect_right(breaks, start) : bisect_left(breaks, end)]
    }
    return tuple([p for p in breaks if p not in dropped]) if dropped else breaks


@lru_cache(maxsize=8192)
def breaks(text: str, figures: Spans = ()) -> Breaks:
    """The breaks of `text`; `figures` are the spans of characters written from one figure."""
    return Breaks(text, figures)
