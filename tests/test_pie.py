"""Pies: rows that together are all of a thing."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from io import BytesIO
from math import hypot
from pathlib import Path

import composing
import pytest
from outlines import OUTLINE, TOPICS, brief, project

from briefgen.problems import NOWHERE, Problem, Problems
from briefgen.render.pptx import render
from briefgen.scene.items import Chart, Table, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import paragraphs, walk
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


@pytest.mark.parametrize("rest", ["[丁, 12], [戊, 8], [己, 5]", "[丁, 15]", "[丁, 4], [戊, 3]"])
def test_names_stand_right_beside_their_parts(tmp_path: Path, rest: str) -> None:
    scene, problems = composed(
        tmp_path, f"header: [品种, 产量（吨）], rows: [[甲, 30], [乙, 25], [丙, 20], {rest}]"
    )
    assert not codes(problems)
    made, items = chart(scene), list(walk(scene.pages[0].items))
    assert not [item for item in items if item.name.kind == "leader"]
    names = [i for i in items if isinstance(i, TextBox) and i.name.kind == "segment-name"]
    assert {box.paragraphs[0].text for box in names} >= {"甲  30", "乙  25", "丙  20"}
    radius, x, y = made.plot.w / 2, made.plot.x + made.plot.w / 2, made.plot.y + made.plot.h / 2
    for box in names:
        at = box.rect
        near = at.x if at.x > x else at.right
        assert radius < hypot(near - x, at.y + at.h / 2 - y) < radius * 1.3
    parts = zipfile.ZipFile(BytesIO(render(scene)))
    assert f'<c:firstSliceAng val="{made.turned}"/>'.encode() in parts.read("ppt/charts/chart1.xml")


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


BARNS = """brief: {slug: barns, title: {zh: 粮仓, en: Barns}}
sources: {s: {file: seeds/article.txt, title: 粮仓报道}}
figures:
  every: {value: 800座, qualifier: QUALIFIER, kind: actual, label: {zh: 粮仓, en: Barns},
    quote: 粮仓TOLD座}
  dry: {value: 300座, kind: actual, parts_of: every, label: {zh: 干燥仓, en: Dry barns},
    quote: 其中干燥仓300座}
deck:
- {kind: part-whole, title: {zh: 干燥仓, en: Dry barns}, total: every, parts: [dry],
  rest: {zh: 普通仓, en: Others}}
- {kind: sources}
- {kind: part-whole, title: {zh: 干燥仓, en: Dry barns}, total: every, parts: [dry],
  subtitle: {zh: 全县的粮仓, en: Barns of the county}, rest: {zh: 普通仓, en: Others}}
"""


@pytest.mark.parametrize(
    ("qualifier", "told", "share", "rest"),
    [
        ("", "800", "占37.5%（推算）", "普通仓，占62.5%（均为推算）"),
        ("达到多", "达到800多", "约占38%（推算）", "普通仓"),
    ],
)
def test_what_is_worked_out_of_parts_is_no_more_exact_than_they_are_and_is_listed(
    tmp_path: Path, qualifier: str, told: str, share: str, rest: str
) -> None:
    text = BARNS.replace("qualifier: QUALIFIER, " * (not qualifier), "")
    path = project(tmp_path, text.replace("QUALIFIER", qualifier).replace("TOLD", told))
    (tmp_path / "seeds/article.txt").write_text(f"粮仓{told}座，其中干燥仓300座。", "utf-8")
    made = composing.sound(path, "deck")
    said = [
        p.text
        for each in walk(made.pages[0].items)
        if isinstance(each, TextBox)
        for p in each.paragraphs
    ]
    assert any(share in each for each in said)
    assert any(each.startswith(rest) for each in said)
    # How much the whole is stands below a subtitle of the author's own as well.
    own = [run for each in paragraphs(made.pages[2].items) for run in each.runs]
    assert [run.text for run in own if run.figure == "every"] == [f"{told}座"]
    cells = [
        ["".join(p.text for p in cell.paragraphs) for cell in row]
        for item in walk(made.pages[1].items)
        if isinstance(item, Table)
        for row in item.cells
    ]
    worked = [row for row in cells if "据原文推算" in row[2]]
    names = [row[:2] for row in worked]
    assert [share.replace("占", "").removesuffix("（推算）"), "干燥仓占比"] in names
    assert (["500座", "粮仓，其余"] in names) == (not qualifier)
    assert (["62.5%", "粮仓，其余占比"] in names) == (not qualifier)
    assert worked[0][3].split("、") == ["1", "3"]


def test_a_share_that_the_ledger_states_is_taken_and_the_whole_is_listed(tmp_path: Path) -> None:
    stated = """  part: {value: 37.52%, kind: actual, label: {zh: 干燥仓占比, en: Share},
    quote: 占37.52%}
deck:"""
    text = BARNS.replace("qualifier: QUALIFIER, ", "").replace("deck:", stated)
    path = project(tmp_path, text.replace("TOLD", "800"))
    (tmp_path / "seeds/article.txt").write_text("粮仓800座，其中干燥仓300座，占37.52%。", "utf-8")
    made = composing.sound(path, "deck")
    assert "干燥仓，占37.52%" in words(made)
    assert {"every", "dry", "part"} <= set(made.pages[0].figures)
