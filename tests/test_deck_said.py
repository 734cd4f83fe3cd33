"""What slides of a short outline say and how they stand: no mark, word or gap without a reason."""

from __future__ import annotations

from pathlib import Path

import composing
import pytest
from outlines import project

from briefgen.brief.model import words
from briefgen.geometry import pt
from briefgen.parts.columns import numeric
from briefgen.scene.items import Page, Table, TextBox
from briefgen.scene.walk import walk

SOURCE = (
    "全县新建粮仓3座，收储稻谷12.5万吨，烘干能力达到8600吨，计划明年再建粮仓2座，2027年5月投用。"
)
OUTLINE = """\
brief: {slug: barn, title: {zh: 粮仓建设, en: Barns}, language: zh-Hans}
sources:
  news: {file: seeds/article.txt, title: {zh: 粮仓新闻, en: News of barns}}
figures:
  barns: {value: 3座, kind: actual, label: {zh: 新建粮仓, en: New barns}, quote: 新建粮仓3座}
  rice:
    value: 12.5万吨
    kind: actual
    label: {zh: 收储稻谷, en: Rice stored}
    quote: 收储稻谷12.5万吨
  dry:
    value: 8600吨
    qualifier: 达到
    kind: stock
    label: {zh: 烘干能力, en: Drying}
    quote: 烘干能力达到8600吨
  more:
    value: 2座
    qualifier: 计划
    kind: plan
    label: {zh: 再建粮仓, en: More barns}
    quote: 计划明年再建粮仓2座
  open: {value: 2027年5月, kind: plan, label: {zh: 投用, en: Opening}, quote: 2027年5月投用}
deck:
"""


def slide(folder: Path, written: str, audience: str = "base", outline: str = OUTLINE) -> Page:
    path = project(folder, outline + written, english="name: English\nlanguage: en\n")
    (folder / "seeds/article.txt").write_text(SOURCE, "utf-8")
    return composing.sound(path, "deck", "" if audience == "base" else audience).pages[-1]


def boxes(page: Page) -> list[TextBox]:
    return [item for item in walk(page.items) if isinstance(item, TextBox)]


def said(page: Page) -> str:
    return "\n".join(par.text for box in boxes(page) for par in box.paragraphs)


@pytest.mark.parametrize("emphasis", ["", ", emphasis: rice"])
def test_figures_that_were_all_reached_say_so_once(tmp_path: Path, emphasis: str) -> None:
    page = slide(
        tmp_path, f"  - {{kind: kpi, title: 粮仓, figures: [barns, rice, dry]{emphasis}}}\n"
    )
    # Where one leads it says so; of equals none has a sign, for all would have the same.
    assert said(page).count("已实现") == bool(emphasis)


def test_figures_of_two_kinds_have_a_key(tmp_path: Path) -> None:
    page = slide(tmp_path, "  - {kind: kpi, title: 粮仓, figures: [barns, rice, more]}\n")
    assert "● 已实现" in said(page)
    assert "△ 计划" in said(page)


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        (["12%", "7%", "暂无数据"], True),
        (["12%", "not known", "7%", "3%"], True),
        (["12%", "7%", "这一年没有做过统计调查"], False),
        (["12%", "暂无", "暂无"], False),
    ],
)
def test_a_word_for_a_missing_number_leaves_a_column_to_the_right(
    cells: list[str], right: bool
) -> None:
    assert numeric([(words(each),) for each in cells], 0) is right


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        (["143,032", "(365,241)", "$976,270"], True),
        (["($0.12)", "$(1,024)", "(0.7)%"], True),
        (["1.2%", "（3.4%）", "(0.5%)"], True),
        (["(a)", "(b)", "(c)"], False),
        (["508", "(less depreciation and amortization)", "504"], False),
        (["(2024年)", "(2023年)"], False),
    ],
)
def test_numbers_in_the_brackets_of_accounts_are_numbers(cells: list[str], right: bool) -> None:
    assert numeric([(words(each),) for each in cells], 0) is right


@pytest.mark.parametrize("text", ["", ", text: {zh: 办, en: Done}"])
def test_english_names_of_five_steps_are_not_broken_within_a_word(
    tmp_path: Path, text: str
) -> None:
    names = ("Single notice", "Single form", "Single window", "Single network", "Installation")
    steps = ", ".join(f"{{head: {{zh: 一次告知, en: {name}}}{text}}}" for name in names)
    title = "{zh: 先验收后入库, en: The same steps}"
    page = slide(tmp_path, f"  - {{kind: process, title: {title}, steps: [{steps}]}}\n", "english")
    chevrons = [box for box in boxes(page) if box.geometry == "chevron"]
    assert len(chevrons) == 5
    words = {word for name in names for word in name.split()}
    for box in chevrons:
        lines = [line.text.split() for line in box.lines]
        assert {word for line in lines for word in line if word.isalpha()} <= words
        half = box.rect.h / 2
        middle = box.rect.y + half
        for line in box.lines:
            # No letter stands beyond the slope of the point.
            off = max(abs(line.baseline - middle), abs(line.baseline - pt(14) - middle))
            edge = box.rect.right - 0.3 * box.rect.h * off / half
            assert line.x + line.width <= edge, line.text


@pytest.mark.parametrize(
    ("audience", "line"),
    [("base", "单位：座（来源：《粮仓新闻》）"), ("english", "Source: “News of barns”")],
)
def test_a_source_stands_in_brackets_only_behind_other_words(
    tmp_path: Path, audience: str, line: str
) -> None:
    title = "{zh: 粮仓, en: Barns}"
    page = slide(tmp_path, f"  - {{kind: bar, title: {title}, figures: [barns, more]}}\n", audience)
    (head,) = [box for box in boxes(page) if box.name.kind == "subtitle-line"]
    assert "".join(par.text for par in head.paragraphs) == line


@pytest.mark.parametrize(
    ("audience", "line"),
    [
        ("base", ["3座 新建粮仓", "12.5万吨 收储稻谷"]),
        ("english", ["3 New barns", "125,000 tonnes Rice stored"]),
    ],
)
def test_each_number_of_one_sentence_stands_before_its_own_label(
    tmp_path: Path, audience: str, line: list[str]
) -> None:
    both = "quote: 新建粮仓3座，收储稻谷12.5万吨"
    outline = OUTLINE.replace("quote: 新建粮仓3座", f"near: 新建粮仓, {both}")
    outline = outline.replace("quote: 收储稻谷12.5万吨", f"near: 收储稻谷\n    {both}")
    shown = "{id: key, kind: kpi, title: {zh: 粮仓, en: Barns}, figures: [barns, rice, dry]}"
    page = slide(tmp_path, f"  - {shown}\n  - {{id: sources, kind: sources}}\n", audience, outline)
    (table,) = [item for item in walk(page.items) if isinstance(item, Table)]
    rows = [
        " ".join("".join(par.text for par in cell.paragraphs) for cell in row[:2])
        for row in table.cells
    ]
    at = rows.index(line[0])
    assert rows[at : at + 2] == line
    # The sentence stands once, over both.
    assert table.cells[at][2].span == (1, 2)


def test_english_digits_side_by_side_stand_on_one_line_each_with_its_words(tmp_path: Path) -> None:
    outline = OUTLINE.replace("烘干能力达到8600吨", "烘干能力达到8600千瓦时")
    outline = outline.replace("value: 8600吨", "value: 8600千瓦时")
    title = "{zh: 粮仓, en: Barns}"
    path = project(
        tmp_path,
        outline + f"  - {{kind: kpi, title: {title}, figures: [barns, rice, dry, more, open]}}\n",
        english="name: English\nlanguage: en\n",
    )
    (tmp_path / "seeds/article.txt").write_text(SOURCE.replace("8600吨", "8600千瓦时"), "utf-8")
    page = composing.sound(path, "deck", "english").pages[-1]
    tables = [item for item in walk(page.items) if isinstance(item, Table)]
    for row in [row for table in tables for row in table.cells[::2]]:
        cells = [cell for cell in row if cell.lines]
        assert {len(cell.lines) for cell in cells} == {1}
        assert len({cell.lines[-1].baseline for cell in cells}) == 1


def test_what_a_quoted_sentence_quotes_has_single_marks(tmp_path: Path) -> None:
    said_there = "建成“一仓”3座"
    outline = OUTLINE.replace("quote: 新建粮仓3座", f"quote: {said_there}")
    shown = "{id: key, kind: kpi, title: 粮仓, figures: [barns, rice]}"
    written = f"  - {shown}\n  - {{id: sources, kind: sources}}\n"
    path = project(tmp_path, outline + written)
    (tmp_path / "seeds/article.txt").write_text(f"{SOURCE}{said_there}。", "utf-8")
    page = composing.sound(path, "deck").pages[-1]
    (table,) = [item for item in walk(page.items) if isinstance(item, Table)]
    cells = ["".join(par.text for par in row[2].paragraphs) for row in table.cells]
    assert "“建成‘一仓’3座”" in cells


def test_short_words_of_a_process_reach_below_the_middle(tmp_path: Path) -> None:
    steps = ", ".join(
        f"{{head: {h}, text: {t}}}" for h, t in [("验收", "逐仓验收"), ("入库", "分批入库")]
    )
    page = slide(tmp_path, f"  - {{kind: process, title: 先验收后入库, steps: [{steps}]}}\n")
    bodies = [box for box in boxes(page) if box.name.kind == "text" and box.lines]
    lowest = max(line.baseline for box in bodies for line in box.lines)
    assert lowest > 540 * 12700 * 55 // 100


def test_the_one_event_that_stands_out_is_not_alone_above_the_road(tmp_path: Path) -> None:
    events = "".join(
        f"      - {{when: {when}, what: 第{n}批粮仓开工{key}}}\n"
        for n, (when, key) in enumerate(
            [("春天", ""), ("夏天", ", key: yes"), ("秋天", ""), ("冬天", ""), ("来年", "")], 1
        )
    )
    page = slide(tmp_path, f"  - kind: timeline\n    title: 四季\n    events:\n{events}")
    middle = 540 * 12700 // 2
    tops = [box.rect.y < middle for box in boxes(page) if box.name.kind == "event"]
    assert tops == [False, True, False, True, False]


def test_english_sources_say_that_sentences_are_the_originals(tmp_path: Path) -> None:
    written = (
        "  - {id: k, kind: kpi, title: {zh: 粮仓, en: Barns}, figures: [barns, rice]}\n"
        "  - {kind: sources}\n"
    )
    assert "sentences as in the original" in said(slide(tmp_path / "a", written, "english"))
    assert "original" not in said(slide(tmp_path / "b", written))


def test_a_date_at_the_head_of_an_event_has_a_capital(tmp_path: Path) -> None:
    written = (
        "  - kind: timeline\n    title: {zh: 投用, en: Opening}\n    events:\n"
        '      - {when: {zh: 今年, en: This year}, what: {zh: 建仓, en: "Barns {barns}"}}\n'
        '      - {when: "{open}", what: {zh: 投用, en: "Barns {more}"}, target: yes}\n'
    )
    text = said(slide(tmp_path, written, "english"))
    assert "May 2027" in text
    assert "Barns 2 (planned)" in text
