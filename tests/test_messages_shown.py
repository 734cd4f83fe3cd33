"""Messages of charts and of slides of one kind: provoked, and their examples run."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import told
from outlines import DECK, OUTLINE, TOPICS, project
from tellings import assert_told, examples

from briefgen.build import check
from briefgen.messages import catalogue, charts, kinds
from briefgen.outline.folder import BASE
from briefgen.problems import Problem
from briefgen.request import Request

TWO = "{value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元}"
TEN = "{value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}"


@pytest.mark.slow
@pytest.mark.parametrize("code", examples(charts.MESSAGES | kinds.MESSAGES))
def test_the_examples_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    message = catalogue()[code]
    assert assert_told(code, told(tmp_path / "wrong", message.wrong)).mark.line
    right = told(tmp_path / "right", message.right)
    assert code not in {each.code for each in right}
    assert [str(each) for each in right if each.severity == "error"] == []


def problems(folder: Path, slide: str, figures: str = "") -> list[Problem]:
    """The problems of an outline of this one slide."""
    text = OUTLINE + figures + "deck:\n  - {id: it, title: 题, " + slide + "}\n"
    return list(check(Request(project(folder, text), (BASE,), ("deck",))))


def test_a_part_that_the_ledger_does_not_state_is_told(tmp_path: Path) -> None:
    figures = f"  two: {TWO}\n  ten: {TEN}\n"
    found = problems(tmp_path, "kind: donut, total: ten, parts: [two]", figures)
    problem = assert_told("not-a-part", found)
    assert problem.told("zh") == (
        "content/outline.yaml:22:57: 错误：没有写明“two”是“ten”的一部分，"
        "而堆积图和占比图会让人这样理解（提示：来源里这样说，就在台账的这个数字下写"
        "“parts_of: ten”；否则改用条形图对比）"
    )


def test_a_part_of_a_whole_in_rows_is_told(tmp_path: Path) -> None:
    rows = "rows: [[一, '{two}', 10亿元], [二, '{two}', 10亿元]]"
    slide = f"kind: stacked, whole: 合计, header: [区, 甲, 合计], {rows}"
    problem = assert_told("not-a-part", problems(tmp_path, slide, f"  two: {TWO}\n"))
    assert "a part of “this whole”" in problem.message
    assert "“two”是这个总量的一部分" in problem.sentence("zh")


def test_figures_of_different_periods_are_told(tmp_path: Path) -> None:
    figures = "".join(
        f"  {id}: {text.replace('label', f'period: {year}年, label')}\n"
        for id, text, year in (("two", TWO, 2022), ("ten", TEN, 2023))
    )
    problem = assert_told(
        "mixed-periods", problems(tmp_path, "kind: bar, figures: [two, ten]", figures)
    )
    assert problem.sentence("zh").endswith("时期不同（2022年、2023年）")


def test_a_cell_of_a_file_that_is_no_number_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.csv").write_text("项目,家数（家）\n甲,1\n乙,若干\n", "utf-8")
    data = "data: {file: data/a.csv, columns: [项目, 家数]}"
    problem = assert_told("data-no-number", problems(tmp_path, f"kind: bar, {data}"))
    assert "“若干”不是数" in problem.sentence("zh")


def test_labels_that_are_too_wide_are_told(tmp_path: Path) -> None:
    rows = ", ".join(f"[月{n}, {n}23456789.123亿元]" for n in range(1, 13))
    slide = f"kind: column, claim: 一句话, points: [甲], rows: [{rows}]"
    assert_told("chart-labels-too-wide", problems(tmp_path, slide))


def test_names_that_do_not_fit_beside_their_lines_are_told(tmp_path: Path) -> None:
    name = "粤港澳大湾区国际科技创新中心" * 8
    slide = f"kind: change, header: [区, 前, 后], rows: [[{name}, 1家, 2家], [乙, 3家, 4家]]"
    assert_told("chart-names-too-long", problems(tmp_path, slide))


def test_a_link_that_runs_through_another_thing_is_told(tmp_path: Path) -> None:
    nodes = ", ".join(f"{{id: {id}, name: {id}}}" for id in "abc")
    links = ", ".join(f"{{start: {a}, end: {b}}}" for a, b in ("ab", "bc", "ac"))
    slide = f"kind: schematic, nodes: [{nodes}], links: [{links}]"
    assert assert_told("schematic-crossing", problems(tmp_path, slide)).severity == "warning"


def test_a_sound_deck_has_none_of_these(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + DECK)
    found = {each.code for each in check(Request(path, (BASE,), ("deck",)))}
    assert not found & (charts.MESSAGES.keys() | kinds.MESSAGES.keys())
