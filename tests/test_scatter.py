"""Points between two measures: each a native series from its own row, with its name beside it."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from itertools import combinations
from pathlib import Path
from zipfile import ZipFile

import composing
import pytest
from lxml import etree
from openpyxl import load_workbook
from outlines import OUTLINE, TOPICS, brief

from briefgen.checks.verify import verify
from briefgen.parts.charts.axis import automatic
from briefgen.problems import Problem, Problems
from briefgen.render.pptx import render
from briefgen.scene.items import Chart, Shape, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ROWS = "header: [区, 人口（万人）, 产值（亿元）], "
ROWS += "rows: [[东区, 12, 300], [西区, 30, 410], [新区, 8, 520], [北区, 22, 180]]"


def composed(folder: Path, fields: str) -> tuple[Scene, list[Problem]]:
    deck = f"deck:\n- {{kind: scatter, title: 人口与产值, {fields}}}\n"
    return composing.composed(brief(folder, OUTLINE + TOPICS + deck))


def chart(scene: Scene) -> Chart:
    (found,) = [item for item in walk(scene.pages[0].items) if isinstance(item, Chart)]
    return found


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems if problem.severity != "note"}


def test_each_point_is_a_series_from_its_row(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, ROWS)
    assert not codes(problems)
    with ZipFile(BytesIO(render(scene))) as archive:
        root = etree.fromstring(archive.read("ppt/charts/chart1.xml"))
        book = load_workbook(BytesIO(archive.read("ppt/embeddings/workbook1.xlsx")))
    assert [[each.text for each in series.iter(f"{C}f")] for series in root.iter(f"{C}ser")] == [
        [f"Sheet1!${column}${row}" for column in "ABC"] for row in range(2, 6)
    ]
    assert list(book.worksheets[0].iter_rows(min_row=2, values_only=True))[2] == ("新区", 8, 520)
    assert [each.get("val") for each in root.iter(f"{C}showSerName")].count("1") == 4
    assert not list(root.iter(f"{C}max"))


def test_what_is_written_is_what_was_meant(tmp_path: Path) -> None:
    read = brief(tmp_path, OUTLINE + TOPICS + f"deck:\n- {{kind: scatter, title: 甲, {ROWS}}}\n")
    scene, _ = composing.composed(read)
    held = Problems()
    verify({"x.pptx": render(scene)}, read, scene, held)
    assert list(held) == []


def test_native_and_drawn_have_the_same_scales(tmp_path: Path) -> None:
    """No end is fixed but zero: an application finds the same ones from its marks' distance."""
    scene, _ = composed(tmp_path, ROWS)
    made = chart(scene)
    with ZipFile(BytesIO(render(scene))) as archive:
        root = etree.fromstring(archive.read("ppt/charts/chart1.xml"))
    majors = [Decimal(each.get("val")) for each in root.iter(f"{C}majorUnit")]
    axes = [
        automatic([value for value in series.values if value is not None], major, False)
        for series, major in zip(made.series, majors, strict=True)
    ]
    assert (axes[1].low, axes[1].high) == (made.low, made.high)
    dots = [i for i in made.drawn if isinstance(i, Shape) and i.name.kind == "dot"]
    for dot, x, y in zip(dots, made.series[0].values, made.series[1].values, strict=True):
        middle = dot.rect.x + dot.rect.w / 2, dot.rect.y + dot.rect.h / 2
        assert x is not None
        assert y is not None
        across = (middle[0] - made.plot.x) / made.plot.w
        up = (made.plot.bottom - middle[1]) / made.plot.h
        assert across == pytest.approx(float(x / axes[0].high), abs=0.005)
        assert up == pytest.approx(float(y / axes[1].high), abs=0.005)


def test_the_axes_say_what_they_measure_and_the_point_stands_out(tmp_path: Path) -> None:
    scene, _ = composed(tmp_path, ROWS + ", highlight: 新区")
    said = [
        paragraph.text
        for box in walk(scene.pages[0].items)
        if isinstance(box, TextBox)
        for paragraph in box.paragraphs
    ]
    assert {"↑ 产值（亿元）", "→ 人口（万人）"} <= set(said)
    assert chart(scene).series[1].colours == ("muted", "muted", "primary", "muted")
    assert "新区 8万人，520亿元" in chart(scene).alt


def test_names_stand_on_no_other_name_or_are_told(tmp_path: Path) -> None:
    rows = ", ".join(f"[第{n}个很长的区名, {10 + n // 9}, {300 + n % 3}]" for n in range(20))
    scene, problems = composed(
        tmp_path, f"header: [区, 人口（万人）, 产值（亿元）], rows: [{rows}]"
    )
    assert not codes(problems)
    boxes = [
        item
        for item in chart(scene).drawn
        if isinstance(item, TextBox) and item.name.kind == "value"
    ]
    (told,) = [problem for problem in problems if problem.code == "scatter-unnamed"]
    missing = next(part for name, part in told.parts if name == "names")
    assert isinstance(missing, tuple)
    assert len(boxes) + len(missing) == 20
    lines = [
        (line.x, box.rect.y, line.x + line.width, box.rect.bottom)
        for box in boxes
        for line in box.lines
    ]
    for a, b in combinations(lines, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_each_name_is_that_of_the_nearest_point(tmp_path: Path) -> None:
    rows = ", ".join(f"[第{n}站, {100 + 45 * n}, {240 + 9000 // (15 + 9 * n)}]" for n in range(18))
    scene, problems = composed(tmp_path, f"header: [站, 面积（亩）, 客流（人）], rows: [{rows}]")
    assert not codes(problems)
    made = chart(scene)
    dots = {i.name.of: i.rect for i in made.drawn if isinstance(i, Shape) and i.name.kind == "dot"}
    named = [i for i in made.drawn if isinstance(i, TextBox) and i.name.kind == "value"]
    assert len(named) == len(dots) == 18
    for box in named:
        (line,) = box.lines
        middle = line.x + line.width // 2, box.rect.y + box.rect.h // 2
        apart = {
            name: max(abs(at.x + at.w // 2 - middle[0]) - line.width // 2, 0)
            + abs(at.y + at.h // 2 - middle[1])
            for name, at in dots.items()
        }
        assert min(apart, key=lambda name: apart[name]) == box.name.of
    # What stands lower or higher than beside its point does so in the file too.
    assert any(made.series[1].nudges)
    with ZipFile(BytesIO(render(scene))) as archive:
        root = etree.fromstring(archive.read("ppt/charts/chart1.xml"))
    moved = [each for each in root.iter(f"{C}dLbl") if each.find(f"{C}layout") is not None]
    assert len(moved) == sum(map(bool, made.series[1].nudges))


def test_names_without_room_are_said_below_with_their_measures(tmp_path: Path) -> None:
    close = ", ".join(f"[名称很长的第{n}个泊位, {50 + n % 3}, {40 + n // 3}]" for n in range(9))
    far = "[远处, 900, 800]"
    scene, problems = composed(
        tmp_path, f"header: [位, 长（米）, 船（艘）], rows: [{close}, {far}]"
    )
    (told,) = [problem for problem in problems if problem.code == "scatter-unnamed"]
    assert told
    said = [
        paragraph.text
        for box in walk(scene.pages[0].items)
        if isinstance(box, TextBox)
        for paragraph in box.paragraphs
    ]
    below = [each for each in said if each.startswith("未标名：")]
    left = next(part for name, part in told.parts if name == "names")
    assert isinstance(left, tuple)
    assert len(below) == (1 if len(left) < 4 else 0)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (
            "rows: [[甲, 1家, 2家], [乙, 1家, 2家]], header: [区, 甲（家）, 乙（家）]",
            "chart-too-few",
        ),
        ("rows: [[甲, 1家], [乙, 1家], [丙, 2家]]", "chart-too-few"),
        (ROWS.replace("300", "-"), "chart-value-missing"),
        (ROWS.replace("300", "很多"), "chart-no-number"),
        (ROWS.replace("西区", "东区"), "chart-name-twice"),
        (ROWS + ", highlight: 别的", "unknown-highlight"),
    ],
)
def test_what_is_no_scatter_is_told(tmp_path: Path, fields: str, code: str) -> None:
    scene, problems = composed(tmp_path, fields)
    assert code in codes(problems)
    assert render(scene)
