"""What holds of every text at every width: random texts, and a real newspaper article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.geometry import pt
from briefgen.machine.assets import shipped
from briefgen.typography.fit import Setting
from briefgen.typography.fonts import load_fonts
from briefgen.typography.paragraph import set_text
from briefgen.typography.text import Align, Line, Paragraph, Run, SetText, Style

FONTS = load_fonts()
EM = pt(10)
Medium = Literal["deck", "print"]

# The rules as a proofreader knows them, written down here by themselves.
NOT_AT_START = "，。、；：！？）》」』】”’…—％%·‰℃"
NOT_AT_END = "（《「『【“‘"
NUMBERS = ["超3200亿元", "1.3万家", "2035年", "2月21日", "100公里", "约12万平方米", "不低于6%"]
NUMBERS += ["突破3万亿元", "3000多亿元", "20余万人次", "4年零8个月", "第3届", "6.0", "24小时"]
NUMBERS += ["5.5个百分点", "1万亿元", "50个", "3%"]
WORDS = ["GDP", "5G", "AI", "high-tech", "Guangzhou", "RMB 3 trillion", "U.S.", "Nansha’s"]
HAN = "广州市以二次创业奋进姿态全力干出高质量发展新气象的了和与大会强调共建动能"

hanzi = st.text(HAN, min_size=1, max_size=9)
number = st.tuples(hanzi, st.sampled_from(NUMBERS), hanzi).map("".join)
quoted = st.tuples(st.sampled_from(["“”", "《》", "（）", "「」"]), hanzi).map(
    lambda pair: pair[0][0] + pair[1] + pair[0][1]
)
latin = st.tuples(st.sampled_from(WORDS), st.sampled_from(HAN)).map("".join)
phrase = st.one_of(hanzi, number, quoted, latin)
stop = st.sampled_from([*"，。、；：！？·", "——", "……", "。”", "", " ", ""])
natural = st.lists(st.tuples(phrase, stop).map("".join), min_size=1, max_size=14).map("".join)
# Anything a keyboard can do, in no order at all.
wild = st.text(HAN + NOT_AT_START + NOT_AT_END + "aZ09 .,-/'\u00a0\u00ad\n\u3000é①", max_size=60)
medium = st.sampled_from(["deck", "print"])


def setting(
    text: str, ems: float, how: Medium, *, align: Align = "left", title: bool = False
) -> SetText:
    paragraph = Paragraph((Run(text, Style(EM)),), pt(15), align, keep_breaks=title)
    return set_text([paragraph], round(ems * EM), FONTS, medium=how)


def cuts(lines: list[str]) -> set[int]:
    found, at = set(), 0
    for line in lines[:-1]:
        at += len(line)
        found.add(at)
    return found


def prohibited(lines: list[str]) -> list[str]:
    """The lines that start with a mark that may not, or end with one."""
    return [line for line in lines[1:] if line[0] in NOT_AT_START] + [
        line for line in lines[:-1] if line.rstrip()[-1:] in tuple(NOT_AT_END)
    ]


@pytest.mark.slow
@settings(max_examples=150)
@given(
    st.one_of(natural, wild),
    st.floats(3, 60),
    medium,
    st.sampled_from(["left", "justify"]),
    st.booleans(),
)
def test_lines_are_the_text_and_stay_in_their_box(
    text: str, ems: float, how: Medium, align: Align, title: bool
) -> None:
    made = setting(text, ems, how, align=align, title=title)
    assert "".join(line.text for line in made.lines) == text
    assert made == setting(text, ems, how, align=align, title=title)
    for line in made.lines:
        assert line.width <= round(ems * EM)
        for span in line.spans:
            assert span.adjust == () or len(span.adjust) == len(span.text)
            advances = sum(FONTS.regular.measure(span.text)) * EM // 1000
            assert span.width == advances + sum(span.adjust)


@pytest.mark.slow
@settings(max_examples=150)
@given(natural, st.floats(6, 60), medium, st.booleans())
def test_no_mark_stands_where_it_may_not(text: str, ems: float, how: Medium, title: bool) -> None:
    lines = [line.text for line in setting(text, ems, how, title=title).lines]
    assert prohibited(lines) == []


@pytest.mark.slow
@settings(max_examples=150)
@given(natural, st.floats(13, 60), medium, st.booleans())
def test_no_number_parts_from_its_unit(text: str, ems: float, how: Medium, title: bool) -> None:
    split = cuts([line.text for line in setting(text, ems, how, title=title).lines])
    for written in (*NUMBERS, *(word for word in WORDS if "-" not in word)):
        for found in re.finditer(re.escape(written), text):
            assert not split & set(range(found.start() + 1, found.end()))


@settings(max_examples=100)
@given(natural, st.floats(5, 60), st.booleans())
@pytest.mark.slow
def test_planned_lines_fit_in_other_faces_too(text: str, ems: float, title: bool) -> None:
    """In a face whose Latin is 5 % wider, and where 0.235 em is added between the scripts."""
    western = re.compile(r"[!-~’]+")
    for line in setting(text, ems, "deck", title=title).lines:
        shown = line.text.rstrip()
        latin = sum(FONTS.regular.width(part) for part in western.findall(shown))
        if FONTS.regular.width(shown) == latin:
            continue  # a single word: nothing narrower can be planned
        assert line.width * 1000 + latin * EM * 5 // 100 <= ems * EM * 1000
        if "-" not in text:  # a word that breaks at its hyphen shares its reserve
            meetings = len(re.findall(r"[一-鿿](?=[!-~])|[!-~](?=[一-鿿])", shown))
            assert line.width * 1000 + meetings * EM * 235 <= ems * EM * 1000


def stretched(text: str, line: Line) -> Iterator[tuple[str, str, int]]:
    """Each pair of neighbours in a line, and what stands between them beyond their own advances."""
    shown = "".join(span.text for span in line.spans)
    added = [
        more for span in line.spans for more in (span.adjust or (0,) * len(span.text))
    ]  # fmt: skip
    for before, after, more in zip(shown, shown[1:], added, strict=False):
        if before.strip() and after.strip():
            yield before, after, more


@settings(max_examples=150)
@given(natural, st.integers(8, 48))
@pytest.mark.slow
def test_a_paragraph_is_justified_in_all_of_its_lines_or_in_none(text: str, ems: int) -> None:
    """Either every line but the last is as wide as the box, or the paragraph is set as if it were
    ragged, line by line."""
    made = setting(text, ems, "print", align="justify").lines
    full = [abs(line.width - ems * EM) <= 2 for line in made[:-1]]
    assert all(full) or made == setting(text, ems, "print").lines


@settings(max_examples=200)
@given(natural, st.integers(8, 48))
@pytest.mark.slow
def test_justified_lines_open_by_three_percent_and_give_up_no_more_than_blank_halves(
    text: str, ems: int
) -> None:
    ragged = {
        (before, after): more
        for line in setting(text, 400, "print").lines
        for before, after, more in stretched(text, line)
    }
    for line in setting(text, ems, "print", align="justify").lines:
        assert line.width <= ems * EM
        for before, after, more in stretched(text, line):
            own = more - ragged.get((before, after), more)
            assert own <= EM * 3 // 100 + 1
            halves = (before in "，、；：”）》」』】’") + (after in "“（《「『【‘")
            space = EM // 16 + 1 if not halves else 0
            assert own >= -halves * EM // 2 - space - 1, (before, after, own)


@settings(max_examples=200)
@given(
    st.lists(st.tuples(hanzi, st.sampled_from(NUMBERS)), min_size=1, max_size=8),
    st.integers(10, 40),
)
@pytest.mark.slow
def test_no_number_is_pulled_apart_or_pushed_together(
    parts: list[tuple[str, str]], ems: int
) -> None:
    """Within a number with its qualifier and unit, characters stand as they stand anywhere."""
    text = "，".join(f"{words}{number}" for words, number in parts) + "。"
    (alone,) = setting(text, 1000, "print").lines
    own = [more for _, _, more in stretched(text, alone)]
    spans = [
        m.span() for number in {n for _, n in parts} for m in re.finditer(re.escape(number), text)
    ]
    inside = {at for a, b in spans for at in range(a, b - 1)}
    at = 0
    for line in setting(text, ems, "print", align="justify").lines:
        for number, (_, _, more) in enumerate(stretched(text, line)):
            if at + number in inside:
                assert more == own[at + number]
        at += len(line.text)


def test_lines_of_hanzi_alone_are_full_where_the_measure_is_a_whole_number_of_them() -> None:
    for ems in range(8, 30):
        text = (HAN * 5)[: ems * 4 + 5]
        made = setting(text, ems, "print", align="justify").lines
        assert len(made) == 5
        assert all(line.width == ems * EM for line in made[:-1])
        assert not any(span.adjust for line in made for span in line.spans)


def test_equals_are_justified_all_or_none() -> None:
    fits = Paragraph((Run(HAN * 3, Style(EM)),), pt(15), "justify")
    never = Paragraph((Run("Guangzhou " * 12, Style(EM)),), pt(15), "justify")
    own = Setting(FONTS, "print")
    assert {p.align for p in own.alike([fits, fits], 12 * EM)} == {"justify"}
    assert {p.align for p in own.alike([fits, never], 12 * EM)} == {"left"}


@settings(max_examples=60)
@given(st.text(HAN, min_size=2, max_size=80), st.integers(4, 30))
def test_plain_hanzi_take_as_few_lines_as_can_be(text: str, ems: int) -> None:
    lines = [line.text for line in setting(text, ems, "print").lines]
    assert len(lines) == -(-len(text) // ems)
    assert len(lines) == 1 or len(lines[-1]) > 1


ARTICLE = (shipped("seeds") / "guangzhou-six.txt").read_text(encoding="utf-8")
PARAGRAPHS = [line.strip() for line in ARTICLE.splitlines() if line.strip()]
MEASURED = re.compile(
    r"(?:超过|超|约|不低于|突破|达到|达|近|第)?\d+(?:\.\d+)?[多余]?[%％]?[百千万亿]*"
    r"(?:元|公里|平方米|家|个|项|年|月\d+日|月|日|人次|人|条|座|米|吨|%|届|倍)?"
)


@pytest.mark.parametrize("how", ["deck", "print"])
@pytest.mark.slow
def test_the_article_at_forty_widths(how: Medium) -> None:
    assert sum(len(MEASURED.findall(p)) for p in PARAGRAPHS) > 50
    for ems in range(8 + (how == "deck"), 48, 2):
        for text in PARAGRAPHS:
            made = setting(text, ems, how, align="justify")
            lines = [line.text for line in made.lines]
            split = cuts(lines)
            assert "".join(lines) == text
            assert prohibited(lines) == []
            assert all(line.width <= ems * EM for line in made.lines)
            for number in MEASURED.finditer(text):
                assert not split & set(range(number.start() + 1, number.end())), number[0]
            if len(lines) > 1:
                assert len(re.sub(r"[\W_]", "", lines[-1])) > 1, lines[-2:]
