"""What becomes of marks, placeholders, quotes and dates in texts, and of simplified words in
traditional Chinese, for more of them than anybody would write, as hashes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from prints import held

from briefgen.brief.dates import spoken_date
from briefgen.brief.english import Country, English
from briefgen.brief.hant import Region, Traditional
from briefgen.brief.marks import read
from briefgen.brief.placeholders import has_braces, is_neutral, pieces
from briefgen.brief.places import blanked, finder, written_at
from briefgen.brief.serial import serial
from briefgen.brief.wording import Segment, Text, words
from briefgen.machine.assets import shipped
from briefgen.problems import Mark

MARKED = """\
**关键**：按期完成
**a** *b* ***c*** **d*e*f**
*斜体 italic* 和*字*
CO~2~、H~2~O、m^2^、10^-6^、x^n^~i~
初步数[^1]，另见[^2]。[^10]
见[公报](https://www.example.gov.cn/a_(b)?c=d)。
见[第二张](second)与[空]()、[](x)、[开(a
https://www.example.gov.cn/notes。
（https://www.example.gov.cn/a_(b)）、https://a.cn…… https://a.cn/).
mailto:a@b.cn，someone@example.org；tel:+86-20-123
www.example.org 与 example.org/path
转义\\\\*星\\\\*、\\\\[括号\\\\]、\\\\~、\\\\^、\\\\\\\\
**没有结束 *也没有 ~一个 ^一个
* 列表 * 乘 3*4*5 a*b 5~6 5~6~7 2^3 ^ ~
**粗[链接](https://a.cn)体** [**粗**链](https://a.cn)
[甲[乙]](https://a.cn) [a](b c) [a](<b c>) ![图](a.png)
****  ** ** ____ __a__ _b_ `c` <d> &amp;
“引用**里面**”、‘单*引*号’
一行
第二行 **跨
行** 结束
""".splitlines()
HELD_BRACES = """\
产值{output}，同比{growth}
{output:number}与{output:unit} {output:label}
{{字面}} {a}{b} {a b} {} { a } {a:b:c} {A} {a-b_c}
{未结束 和 }多余 {{a} {a}}
100% {a}% 无
""".splitlines()
QUOTED = """\
He said “yes” and ‘no’, it’s the ’90s.
“One, ‘two’ three.” “Four” (“five”).
On 21 February 2024 and February 21, 2024; May 2024; 1 May.
colour, centre, organisation, programme and labour; metres and kilometres
3 October 2023 to 28 December 2023, “28 December”
“Unclosed and ‘unclosed
A 5′ 6″ man’s dogs’ “‘nested’”
""".splitlines()
REGIONS: tuple[Region, ...] = ("hk", "mo", "tw")
COUNTRIES: tuple[Country, ...] = ("gb", "us")
DATES = ("2024", "2024-02", "2024-02-21", "2023-12-01", "2024-11-30", "", "2024-2")
ROWS = "123 124 一二三 12十 23 1 AB ①② 十百".split()
LONGER = (
    "01 02",
    "1. 2.",
    "（一） （二）",
    "第一 第二",
    "十 十一",
    "1） 2）",
    "1、 2、",
    "9 10 11",
)


def marks() -> Iterator[tuple[str, bytes]]:
    for at, line in enumerate(MARKED):
        found: list[object] = []
        for brackets in (True, False):
            found.append(read((Segment(line),), brackets))
            half = len(line) // 2
            parts = (Segment(line[:half]), Segment("3家", figure="f"), Segment(line[half:]))
            found.append(read(parts, brackets))
        made, _ = read((Segment(line),), True)
        text = Text(tuple(made), Mark("a.yaml", 3, 5), raw=line)
        found += [str(text), text.shown, text.marked, text.lines, text.figures, blanked(text)]
        place = finder(text)
        shown = str(text)
        found += [place(start, shown[start : start + 2]) for start in range(len(shown))]
        found += [written_at(text, word) for word in ("a", "*", "公报", "例", "1")]
        yield f"{at}", repr(found).encode()


def braces() -> Iterator[tuple[str, bytes]]:
    for at, line in enumerate((*HELD_BRACES, *MARKED)):
        found = [repr(list(pieces(line))), has_braces(line), is_neutral(line)]
        yield f"{at}", repr(found).encode()


def voices() -> Iterator[tuple[str, bytes]]:
    for line, country in product((*QUOTED, *MARKED), COUNTRIES):
        yield f"{country} {line[:24]}", English(country)(line).encode()
    for date, language in product(DATES, ("zh-Hans", "zh-Hant", "en")):
        try:
            said = spoken_date(date, language)
        except ValueError as error:
            said = repr(error)
        yield f"date {date} {language}", said.encode()
    for row in (*map(list, ROWS), *map(str.split, LONGER)):
        yield f"serial {row}", repr(serial([[words(each)] for each in row])).encode()


def traditional() -> Iterator[tuple[str, bytes]]:
    lines = (shipped("seeds") / "guangzhou-six.txt").read_text("utf-8").splitlines()
    lines += [
        "后来头发干了，里程碑里面",
        "“台湾”‘软件’，出租车与鼠标、信息、网络",
        "皇后之后，万只表面",
    ]
    for region, corner in product(REGIONS, (True, False)):
        convert = Traditional(region, corner)
        yield f"{region} {corner}", "\n".join(map(convert, lines)).encode()


HELD = {"marks": marks, "braces": braces, "voices": voices, "traditional": traditional}


@pytest.mark.parametrize("what", HELD)
def test_words_become_what_they_became(what: str, update: bool) -> None:
    held(f"wording-{what}", HELD[what](), update)
