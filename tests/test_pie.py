"""Pies: rows that together are all of a thing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import composing
import pytest
from outlines import OUTLINE, TOPICS, brief

from briefgen.problems import NOWHERE, Problem, Problems
from briefgen.render.pptx import render
from briefgen.scene.items import Chart, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk
from briefgen.theme.load import load_theme, theme_ids


def composed(folder: Path, fields: str, theme: str = "lingnan") -> tuple[Scene, list[Problem]]:
    own = load_theme(theme, NOWHERE, Problems())
    deck = f"deck:\n- {{kind: pie, title: 占比, {fields}}}\n"
    return composing.composed(brief(folder, OUTLINE + TOPICS + deck), theme=own)


def chart(scene: Scene) -> Chart:
    (found,) = [item for item in walk(scene.pages[0].items) if isinstance(item, Chart)]
    return found


def words(scene: Scene) -> str:
    found = [item for item in walk(scene.pages[0].items) if isinstance(item, TextBox)]
    return "\n".join(p.text for box in found for p in box.paragraphs)


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems if problem.severity != "note"}


@pytest.mark.parametrize("theme", theme_ids())
def test_six_rows_are_six_parts_of_what_they_add_up_to(tmp_path: Path, theme: str) -> None:
    rows = "[[甲, 30], [乙, 25], [丙, 20], [丁, 12], [戊, 8], [其他, 5]]"
    scene, problems = composed(tmp_path, f"header: [产业, 增加值（亿元）], rows: {rows}", theme)
    assert not codes(problems)
    made = chart(scene)
    assert made.categories == ("甲", "乙", "丙", "丁", "戊", "其他")
    assert sum(value or Decimal(0) for value in made.series[0].values) == 100
    assert len(set(made.series[0].colours)) == 6
    assert "合计（推算）" in words(scene)
    assert render(scene)


def test_shares_are_shares_of_a_hundred(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, "rows: [[甲, 50%], [乙, 30%]]")
    assert not codes(problems)
    assert chart(scene).categories == ("甲", "乙", "其余（推算）")
    said = words(scene)
    assert "占50%" not in said
    assert "其余（推算）" in said
    scene, problems = composed(tmp_path, "rows: [[甲, 50.2%], [乙, 50.1%]]")
    assert not codes(problems)
    assert chart(scene).categories == ("甲", "乙")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("rows: [[甲, 80%], [乙, 30%]]", "parts-exceed"),
        ("figures: [output, firms]", "mixed-units"),
        ("rows: [[甲, '{output}'], [乙, 3亿元]]", "not-a-part"),
        ("rows: [[甲, -3亿元], [乙, 3亿元]]", "chart-value-negative"),
        ("rows: [[甲, 很多], [乙, 3亿元]]", "chart-no-number"),
    ],
)
def test_what_is_no_whole_is_told(tmp_path: Path, fields: str, code: str) -> None:
    _, problems = composed(tmp_path, fields)
    assert code in codes(problems)


@pytest.mark.parametrize("whole", ["7.13亿元", "7.15亿元"])
def test_rounded_parts_are_a_whole_that_differs_in_its_last_digit(
    tmp_path: Path, whole: str
) -> None:
    rows = f"[[合计, {whole}], [甲, 1.25亿元], [乙, 3.18亿元], [丙, 2.71亿元]]"
    scene, problems = composed(tmp_path, f"rows: {rows}, whole: 合计")
    assert not codes(problems)
    assert chart(scene).categories == ("甲", "乙", "丙")
    _, problems = composed(tmp_path, f"rows: {rows.replace(whole, '7.10亿元')}, whole: 合计")
    assert codes(problems) == {"parts-exceed"}
    scene, problems = composed(tmp_path, f"rows: {rows.replace(whole, '7.50亿元')}, whole: 合计")
    assert len(chart(scene).categories) == 4


def test_a_pie_with_its_whole_is_a_donut(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, "rows: [[合计, 10亿元], [甲, 6亿元]], whole: 合计")
    assert not codes(problems)
    assert chart(scene).categories == ("甲", "其余（推算）")
