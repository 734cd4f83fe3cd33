"""Columns and a line of two units: two native axes over one workbook."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import composing
import pytest
from lxml import etree
from openpyxl import load_workbook
from outlines import OUTLINE, TOPICS, brief

from briefgen.checks.verify import verify
from briefgen.problems import Problem, Problems
from briefgen.render.pptx import render
from briefgen.scene.items import Chart, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ROWS = (
    "header: [年, 产值（亿元）, 增速（%）], "
    'rows: [["2021", 100, 5], ["2022", 110, 10], ["2023", 121, 10]], panels: no'
)
THREE = "header: [年, 甲（亿元）, 乙（亿元）, 率（%）], "
THREE += "rows: [[前年, 100, 40, -5], [去年, 110, 45, 28]]"


def composed(folder: Path, fields: str) -> tuple[Scene, list[Problem]]:
    deck = f"deck:\n- {{kind: combo, title: 产值与增速, {fields}}}\n"
    return composing.composed(brief(folder, OUTLINE + TOPICS + deck))


def chart(scene: Scene) -> Chart:
    (found,) = [item for item in walk(scene.pages[0].items) if isinstance(item, Chart)]
    return found


def native(scene: Scene) -> tuple[etree._Element, ZipFile]:
    archive = ZipFile(BytesIO(render(scene)))
    return etree.fromstring(archive.read("ppt/charts/chart1.xml")), archive


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems if problem.severity != "note"}


def test_columns_and_line_have_axes_of_their_own(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, ROWS)
    assert not codes(problems)
    root, _ = native(scene)
    bars, line = root.find(f".//{C}barChart"), root.find(f".//{C}lineChart")
    ids = [[each.get("val") for each in plot.findall(f"{C}axId")] for plot in (bars, line)]
    assert not set(ids[0]) & set(ids[1])
    values = {each.find(f"{C}axId").get("val"): each for each in root.iter(f"{C}valAx")}
    assert set(values) == {ids[0][1], ids[1][1]}
    assert values[ids[1][1]].find(f"{C}crosses").get("val") == "max"
    # No end but zero is written: what somebody edits is never cut off.
    assert [each.get("val") for each in root.iter(f"{C}min")] == ["0", "0"]
    assert not list(root.iter(f"{C}max"))


def test_the_workbook_has_both_with_their_own_formats(tmp_path: Path) -> None:
    _, archive = native(composed(tmp_path, ROWS)[0])
    book = load_workbook(BytesIO(archive.read("ppt/embeddings/workbook1.xlsx")))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert [row[1:] for row in rows] == [("产值", "增速"), (100, 0.05), (110, 0.1), (121, 0.1)]
    formats = [cell.number_format for cell in book.worksheets[0][2][1:]]
    assert "亿元" in formats[0]
    assert formats[1] == "0%"


def said_on(scene: Scene) -> list[str]:
    """The paragraphs of the first page."""
    boxes = [box for box in walk(scene.pages[0].items) if isinstance(box, TextBox)]
    return [paragraph.text for box in boxes for paragraph in box.paragraphs]


def test_columns_and_line_say_at_their_marks_what_they_are(tmp_path: Path) -> None:
    scene, _ = composed(tmp_path, ROWS)
    bars, line = chart(scene).series
    assert bars.named == (True, False, False)
    assert line.named == (False, False, True)
    said = said_on(scene)
    assert "单位：亿元，2021—2023" in said
    assert not any("左轴" in each for each in said)
    assert "增速 2022 10%" in chart(scene).alt


def test_names_too_long_for_their_marks_stand_above_the_plot(tmp_path: Path) -> None:
    scene, _ = composed(tmp_path, ROWS.replace("产值", "全市规模以上工业企业的总产值"))
    assert not any(any(series.named) for series in chart(scene).series)
    said = said_on(scene)
    assert "全市规模以上工业企业的总产值（亿元）" in said
    assert "增速" in said


def test_what_is_written_is_what_was_meant(tmp_path: Path) -> None:
    read = brief(tmp_path, OUTLINE + TOPICS + f"deck:\n- {{kind: combo, title: 甲, {THREE}}}\n")
    scene, problems = composing.composed(read)
    assert not codes(problems)
    held = Problems()
    verify({"x.pptx": render(scene)}, read, scene, held)
    assert list(held) == []


def test_the_line_is_the_series_that_is_named(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, ROWS + ", line: 产值")
    assert not codes(problems)
    assert [(each.name, each.form) for each in chart(scene).series] == [
        ("增速", ""),
        ("产值", "second"),
    ]


def test_the_accent_is_on_what_the_title_is_about(tmp_path: Path) -> None:
    for highlight, accent in (
        ("", "增速"),
        (", highlight: 增速", "增速"),
        (", highlight: 产值", "产值"),
    ):
        scene, _ = composed(tmp_path, ROWS + highlight)
        lit = [each.name for each in chart(scene).series if "primary" in each.colours]
        assert lit == [accent]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (ROWS + ", line: 别的", "unknown-highlight"),
        (ROWS + ", highlight: 别的", "unknown-highlight"),
        ("header: [年, 产值（亿元）], rows: [[2021, 1], [2022, 2]]", "chart-too-few"),
        (ROWS.replace("100", "-100"), "chart-value-negative"),
        (ROWS.replace("100", "很多"), "chart-no-number"),
        (THREE.replace("乙（亿元）", "乙（家）"), "mixed-units"),
    ],
)  # fmt: skip
def test_what_is_no_combination_is_told(tmp_path: Path, fields: str, code: str) -> None:
    scene, problems = composed(tmp_path, fields)
    assert code in codes(problems)
    assert render(scene)


def test_a_chart_of_two_units_is_told_of_the_kind_that_draws_them(tmp_path: Path) -> None:
    deck = f"deck:\n- {{kind: grouped, title: 产值与增速, {ROWS.removesuffix(', panels: no')}}}\n"
    _, problems = composing.composed(brief(tmp_path, OUTLINE + TOPICS + deck))
    (told,) = [problem for problem in problems if problem.code == "mixed-units"]
    assert "kind: combo" in str(told.hint)


def test_a_part_without_any_value_is_told_at_its_place(tmp_path: Path) -> None:
    header, rows = "header: [年, 产值（亿元）, 增速（%）]", '[["前年", 98, -], ["去年", 103, -]]'
    for fields in (f"{header}, rows: {rows}", f"{header}, line: 产值, rows: {rows}, panels: yes"):
        _, problems = composed(tmp_path, fields)
        assert codes(problems) == {"chart-all-empty"}
        assert problems[0].mark.column > 1
