"""Marks within texts: which signs are marks, and which are printed as they stand and told.

A sentence is given with what is shown of it: ⟦b 重点⟧ strong, ⟦e 重点⟧ stressed (and so bold),
⟦i GDP⟧ slanted, ⟦^ 2⟧ raised, ⟦_ 2⟧ lowered, ⟦→ADDRESS words⟧ a link, ⟦#1 [1]⟧ the mark of a
footnote.
"""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import OUTLINE, TOPICS, brief, loaded, project
from rows import every
from tellings import assert_told

from briefgen.brief.marks import Doubt, read
from briefgen.brief.places import finder
from briefgen.brief.wording import Look, Segment, Text
from briefgen.scene.links import is_address

STRESS = {"": "", "bold": "e", "slanted": "i"}
A = "https://a.cn/x"


def shown(segments: tuple[Segment, ...]) -> str:
    made = ""
    for each in segments:
        look = each.look or Look()
        signs = "b" * look.strong + STRESS[look.stress]
        signs += f"#{look.note}" if look.note else {1: "^", 0: "", -1: "_"}[look.rise]
        signs += f"→{look.link}" if look.link else ""
        made += f"⟦{signs} {each.text}⟧" if signs else each.text
    return made


def parsed(written: str, brackets: bool = True) -> tuple[str, tuple[Doubt, ...]]:
    segments, doubts = read((Segment(written),), brackets)
    return shown(segments), doubts


MARKED = [
    # Emphasis beside punctuation and hanzi, where CommonMark's flanking rules find none.
    ("**增长5%。**全市", "⟦b 增长5%。⟧全市"),
    ("**重点：**先", "⟦b 重点：⟧先"),
    ("力争**增长5%**左右", "力争⟦b 增长5%⟧左右"),
    ("全市**“六个新广州”**建设", "全市⟦b “六个新广州”⟧建设"),
    ("**《意见》**印发", "⟦b 《意见》⟧印发"),
    ("**关键**：先试点后推广", "⟦b 关键⟧：先试点后推广"),
    ("必须**年底前**完成", "必须⟦b 年底前⟧完成"),
    ("**（一）**总体", "⟦b （一）⟧总体"),
    ("（**重点**）", "（⟦b 重点⟧）"),
    ("增长**5%**，回落**2%**。", "增长⟦b 5%⟧，回落⟦b 2%⟧。"),
    ("2024**年**1**月**", "2024⟦b 年⟧1⟦b 月⟧"),
    ("**全部**", "⟦b 全部⟧"),
    ("The **whole** city", "The ⟦b whole⟧ city"),
    ("un**frigging**believable", "un⟦b frigging⟧believable"),
    ("由*市级*牵头", "由⟦e 市级⟧牵头"),
    ("*GDP* per capita", "⟦i GDP⟧ per capita"),
    ("*GDP增长*较快", "⟦e GDP增长⟧较快"),
    ("长*宽*高", "长⟦e 宽⟧高"),
    ("（*试行*）", "（⟦e 试行⟧）"),
    ("***十分***重要", "⟦be 十分⟧重要"),
    ("***a** b*", "⟦bi a⟧⟦i  b⟧"),
    ("*a **b** c*", "⟦i a ⟧⟦bi b⟧⟦i  c⟧"),
    ("**a *b* c**", "⟦b a ⟧⟦bi b⟧⟦b  c⟧"),
    ("**甲**\n**乙**", "⟦b 甲⟧\n⟦b 乙⟧"),
    # Raised and lowered.
    ("CO~2~ 排放", "CO⟦_ 2⟧ 排放"),
    ("PM~2.5~浓度", "PM⟦_ 2.5⟧浓度"),
    ("(CH)~4~", "(CH)⟦_ 4⟧"),
    ("单位 m^3^", "单位 m⟦^ 3⟧"),
    ("每立方米 10^-6^ 克", "每立方米 10⟦^ −6⟧ 克"),
    ("Ca^2+^", "Ca⟦^ 2+⟧"),
    ("x^2^+y^2^", "x⟦^ 2⟧+y⟦^ 2⟧"),
    ("the 5^th^ plan", "the 5⟦^ th⟧ plan"),
    ("见注^[1]^", "见注⟦^ [1]⟧"),
    ("(a)^n^", "(a)⟦^ n⟧"),
    ("**CO**~2~", "⟦b CO⟧⟦_ 2⟧"),
    ("**CO~2~排放**", "⟦b CO⟧⟦b_ 2⟧⟦b 排放⟧"),
    # Links, and addresses as they stand.
    (f"详见[公报]({A})。", f"详见⟦→{A} 公报⟧。"),
    ("[公报](https://a.cn/a_(b))", "⟦→https://a.cn/a_(b) 公报⟧"),
    (f"**[公报]({A})**", f"⟦b→{A} 公报⟧"),
    (f"[**公**报]({A})", f"⟦b→{A} 公⟧⟦→{A} 报⟧"),
    (f"[https://b.cn]({A})", f"⟦→{A} https://b.cn⟧"),
    ("[来信](mailto:a@b.cn)", "⟦→mailto:a@b.cn 来信⟧"),
    ("[热线](tel:020-12345)", "⟦→tel:020-12345 热线⟧"),
    ("见[下一页](topic-air)", "见⟦→page:topic-air 下一页⟧"),
    ("[数据](https://例子.cn/数据)", "⟦→https://例子.cn/数据 数据⟧"),
    (f"详见 {A} 公告", f"详见 ⟦→{A} {A}⟧ 公告"),
    (f"（{A}）。", f"（⟦→{A} {A}⟧）。"),
    (f"({A}).", f"(⟦→{A} {A}⟧)."),
    (f"见{A}，", f"见⟦→{A} {A}⟧，"),
    ("https://a.cn/~x/*", "⟦→https://a.cn/~x/ https://a.cn/~x/⟧*"),
    (f"<{A}>", f"⟦→{A} {A}⟧"),
    ("a.b@c.cn、d@e.com", "⟦→mailto:a.b@c.cn a.b@c.cn⟧、⟦→mailto:d@e.com d@e.com⟧"),
    ("拨tel:02012345", "拨⟦→tel:02012345 tel:02012345⟧"),
    # Footnotes.
    ("产值[^1]增长", "产值⟦#1 [1]⟧增长"),
    ("产值[^1][^12]", "产值⟦#1 [1]⟧⟦#12 [12]⟧"),
    (f"{A}[^2]", f"⟦→{A} {A}⟧⟦#2 [2]⟧"),
    ("**产值**[^1]", "⟦b 产值⟧⟦#1 [1]⟧"),
    # A backslash takes the meaning of a sign away.
    (r"\*不是\*", "*不是*"),
    (r"\**是*", "*⟦e 是⟧"),
    (r"CO\~2\~", "CO~2~"),
    (r"\[1](x)", "[1](x)"),
    (r"user\@host.cn", "user@host.cn"),
    (r"\`code\`", "`code`"),
]

# What is no mark and does not look like one.
PLAIN = [
    "3~5年、6~8个",
    "3~5~8",
    "约~5天",
    "2*3*4",
    "2 * 3 * 4",
    "3*x",
    "数据*",
    "*为初步数",
    "[1] 统计局",
    "（见[附表]）",
    "^_^",
    "a_b_c",
    "A~B",
    "@全体",
    "1 < 2",
    r"C:\temp",
    "第#1号",
    "5 > 3",
]

# What looks like a mark and is none: its sign, and the code that is told.
LITERAL = [
    ("**未闭合", "**", "mark-literal"),
    ("未闭合**", "**", "mark-literal"),
    ("** 空格 **", "**", "mark-literal"),
    ("****", "**", "mark-literal"),
    ("5*强调*", "*", "mark-literal"),
    ("*强调*5", "*", "mark-literal"),
    ("**甲\n乙**", "**", "mark-literal"),
    ("`逐项`销号", "`", "mark-literal"),
    ("~~删去~~", "~~", "mark-literal"),
    ("__下划__", "__", "mark-literal"),
    ("水~2~", "~", "mark-literal"),
    ("5%^1^", "^", "mark-literal"),
    ("10^-6", "^", "mark-literal"),
    ("1^2", "^", "mark-literal"),
    ("x^一二三^", "^", "mark-literal"),
    ("<b>粗</b>", "<b>", "mark-literal"),
    ("一行<br>两行", "<br>", "mark-literal"),
    ("# 标题", "#", "mark-literal"),
    ("![图](a.png)", "![", "mark-literal"),
    ("[附件](略)", "](", "mark-literal"),
    ("[1](2)", "](", "mark-literal"),
    ("产值[^注]", "[^", "mark-literal"),
    ("产值[^0]", "[^", "mark-literal"),
    ("[公报]（https://a.cn）", "]（", "mark-literal"),
    ("＊＊重点＊＊", "＊＊", "mark-literal"),
    ("[x](javascript:alert(1))", "](", "link-refused"),
    ("[x](file:///etc/passwd)", "](", "link-refused"),
    ("[x](//host/share)", "](", "link-refused"),
    (r"[x](\\host\share)", "](", "link-refused"),
    ("[x](ms-word:ofe|u|x)", "](", "link-refused"),
    ("[x](data:text/html,x)", "](", "link-refused"),
    ("[x](https://)", "](", "link-refused"),
]


@every(("written", "expected"), MARKED)
def test_marks_are_read_whatever_stands_beside_them(written: str, expected: str) -> None:
    made, doubts = parsed(written)
    assert made == expected
    assert not doubts


@every("written", PLAIN)
def test_ordinary_signs_are_no_marks(written: str) -> None:
    assert parsed(written) == (written, ())


@every(("written", "sign", "code"), LITERAL)
def test_what_only_looks_like_a_mark_stays_and_is_told(written: str, sign: str, code: str) -> None:
    segments, doubts = read((Segment(written),), True)
    assert "".join(each.text for each in segments) == written
    assert doubts[0].sign == sign
    assert doubts[0].code == code
    assert not any(each.look and each.look.link.startswith("page") for each in segments)


def test_in_other_languages_the_number_of_a_footnote_stands_alone() -> None:
    assert parsed("growth[^1] of", brackets=False)[0] == "growth⟦#1 1⟧ of"


def test_no_mark_is_read_in_what_a_figure_wrote() -> None:
    segments = (Segment("约**", ""), Segment("3*5~8*亿元", "gdp"), Segment("**左右"))
    made, doubts = read(segments, True)
    assert shown(made) == "约⟦b 3*5~8*亿元⟧左右"
    assert [each.figure for each in made] == ["", "gdp", ""]
    assert not doubts


def test_a_digit_outside_an_asterisk_may_be_a_figures() -> None:
    made, _ = read((Segment("5", "a"), Segment("*"), Segment("6", "b"), Segment("*7")), True)
    assert shown(made) == "5*6*7"


@given(st.text("*^~[]()` a1国。\\<>_#@:/\n", max_size=40))
def test_any_text_keeps_its_words(written: str) -> None:
    """What is left out are signs of marks, and where links lead."""
    segments, _ = read((Segment(written),), True)
    made = "".join(each.text for each in segments)
    rest = iter(written.replace("-", "−"))
    assert all(char in rest for char in made)
    assert re.findall("[国。]", made)[:1] == re.findall("[国。]", written)[:1] or "](" in written


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["*", "**a ", "[", "[a](", "*a **b", "~2", "^2", "(", "https://a)", "a@", "<b", "\\"]
)
def test_time_goes_by_length(piece: str) -> None:
    def seconds(count: int) -> float:
        """The least of several times: what other processes do makes it more, never less."""
        times = []
        for _ in range(3):
            begin = process_time()
            read((Segment(piece * count),), True)
            times.append(process_time() - begin)
        return min(times)

    assert seconds(8000) < 30 * max(seconds(800), 0.002)


@pytest.mark.parametrize(
    ("look", "words", "plain"),
    [
        (Look(rise=1), "−6", "⁻⁶"),
        (Look(rise=-1), "2", "₂"),
        (Look(rise=1), "th", "th"),
        (Look(rise=1, note="1"), "[1]", ""),
        (Look(strong=True), "重点", "重点"),
    ],
)
def test_texts_without_runs_lose_the_marks_and_keep_the_words(
    look: Look, words: str, plain: str
) -> None:
    assert str(Text((Segment("甲"), Segment(words, look=look)))) == "甲" + plain


@pytest.mark.parametrize("target", ["https://a.cn", "http://a.cn", "mailto:a@b.cn", "tel:+86-20"])
def test_what_may_be_linked_is_what_files_may_open(target: str) -> None:
    assert is_address(target)
    assert f"→{target} " in parsed(f"[x]({target})")[0]


# ── In an outline ────────────────────────────────────────────────────────────


def lead(folder: Path, written: str) -> Text:
    made = brief(folder, OUTLINE + TOPICS + f"page:\n  lead: '{written}'\n")
    assert made.page.lead is not None
    return made.page.lead


def test_figures_and_marks_stand_within_each_other(tmp_path: Path) -> None:
    text = lead(tmp_path, "**产值{output}**，[{firms}企业](https://a.cn)")
    assert shown(text.segments) == (
        "⟦b 产值⟧⟦b 超3200亿元⟧，⟦→https://a.cn 1.3万家⟧⟦→https://a.cn 企业⟧"
    )
    assert text.figures == ("output", "firms")


def test_a_text_without_a_sign_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("briefgen.brief.marks.read", refuse)
    assert str(lead(tmp_path, "产值{output}，3-5年；（一）")) == "产值超3200亿元，3-5年；（一）"


def test_a_sign_that_is_no_mark_is_told_at_its_place(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + "page:\n  lead: 产值{output}`逐项`销号\n")
    problem = assert_told("mark-literal", loaded(path)[1])
    assert problem.severity == "warning"
    line = path.read_text("utf-8").splitlines()[problem.mark.line - 1]
    assert line[problem.mark.column - 1 :].startswith("`逐项`")


def test_a_number_behind_marks_is_told_at_its_place(tmp_path: Path) -> None:
    text = lead(tmp_path, "**重点**[数据](https://a.cn/77)，CO~2~ 77万吨")
    at = str(text).index("77")
    assert (
        finder(text)(at, "77").column == len("  lead: '**重点**[数据](https://a.cn/77)，CO~2~ ") + 1
    )


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("label: {zh: '产值{x}', en: Output}", "figure-in-name"),
        ("label: {zh: '产值{', en: Output}", "lone-brace"),
    ],
)
def test_braces_in_names_are_told(tmp_path: Path, where: str, code: str) -> None:
    outline = OUTLINE.replace("label: {zh: 产值, en: Output}", where)
    assert_told(code, loaded(project(tmp_path, outline + TOPICS))[1])


def test_braces_in_the_title_of_a_source_are_told(tmp_path: Path) -> None:
    outline = OUTLINE.replace("title: 报道", "title: '报道{x}'")
    assert_told("figure-in-name", loaded(project(tmp_path, outline + TOPICS))[1])


@pytest.mark.parametrize(
    "field", ["head: '甲{nothing}', text: 乙", "head: 甲, text: '乙{nothing}'"]
)
def test_braces_on_cards_are_told(tmp_path: Path, field: str) -> None:
    deck = f"deck:\n  - {{kind: cards, title: 卡, cards: [{{{field}}}, {{head: 丙, text: 丁}}]}}\n"
    assert_told("unknown-figure", loaded(project(tmp_path, OUTLINE + TOPICS + deck))[1])


def test_names_lose_the_marks_and_doubled_braces(tmp_path: Path) -> None:
    outline = OUTLINE.replace(
        "label: {zh: 产值, en: Output}", "label: {zh: '**CO~2~**{{t}}[^1]', en: Output}"
    )
    made = brief(tmp_path, outline + TOPICS)
    assert made.figures["output"].label["zh-Hans"] == "CO₂{t}"


def test_where_a_link_leads_is_not_translated(tmp_path: Path) -> None:
    written = "[发展](https://a.cn/发展)与 https://a.cn/x"
    path = project(
        tmp_path, OUTLINE + TOPICS + f"page: {{lead: '{written}'}}\n", hk="language: zh-Hant"
    )
    made, _ = loaded(path, "hk")
    assert made
    assert made.page.lead
    assert shown(made.page.lead.segments).startswith("⟦→https://a.cn/发展 發展⟧與")


def test_a_link_to_a_slide_that_is_not_there_is_told(tmp_path: Path) -> None:
    deck = "deck:\n  - {kind: cover, id: c}\n  - {kind: cover, id: d, only: [x]}\n"
    page = "page: {lead: '[甲](c)[乙](d)[丙](none)'}\n"
    path = project(tmp_path, OUTLINE + TOPICS + deck + page, x="name: 甲", y="name: 乙")
    made, found = loaded(path, "y")
    assert made
    assert made.page.lead
    assert shown(made.page.lead.segments) == "⟦→page:c 甲⟧乙丙"
    assert assert_told("link-nowhere", found).severity == "warning"
    assert assert_told("link-not-here", found).severity == "note"
