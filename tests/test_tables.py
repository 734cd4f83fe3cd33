"""Table slides: of rows or of a file's columns; what is wrong with either is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import composed
from outlines import OUTLINE, TOPICS, loaded, project

from briefgen.build import Request, check
from briefgen.problems import Problem
from briefgen.scene.items import Table

FILE = "区,产值,说明\n天河区,7000亿元,先行\n白云区,3200亿元,追赶\n"
SLIDE = "deck:\n- id: t\n  kind: table\n  title: 各区\n"


def table(folder: Path, fields: str) -> tuple[list[list[str]], list[Problem]]:
    """The words of the table's cells in the composed deck, and what was found."""
    outline = project(folder, OUTLINE + TOPICS + SLIDE + fields)
    (folder / "data").mkdir()
    (folder / "data/d.csv").write_text(FILE, "utf-8")
    brief, found = loaded(outline)
    assert brief is not None, found
    scene, problems = composed(brief)
    tables = [item for item in scene.pages[0].items if isinstance(item, Table)]
    rows = [
        ["".join(run.text for p in cell.paragraphs for run in p.runs) for cell in row]
        for each in tables
        for row in each.cells
    ]
    return rows, [problem for problem in problems if problem.severity != "note"]


def test_a_files_columns_are_a_table_in_the_order_that_is_asked_for(tmp_path: Path) -> None:
    rows, problems = table(tmp_path, "  data: {file: data/d.csv, columns: [产值, 区]}\n")
    assert problems == []
    assert rows == [["产值", "区"], ["7000亿元", "天河区"], ["3200亿元", "白云区"]]


def test_a_header_gives_a_files_columns_other_names(tmp_path: Path) -> None:
    fields = "  header: [哪里, 多少]\n  data: {file: data/d.csv, columns: [区, 产值]}\n"
    rows, problems = table(tmp_path, fields)
    assert problems == []
    assert rows[0] == ["哪里", "多少"]
    assert len(rows) == 3


ROWS = "  rows: [[天河, 先行], [白云, 追赶]]\n"
DATA = "  data: {file: data/d.csv, columns: [区, 产值]}\n"
# What is wrong, the line of the slide that is told (its own is the first), and the words.
WRONG = {
    "nothing": ("", 2, "the table has no rows"),
    "twice": ("  header: [区, 话]\n" + ROWS + DATA, 2, "given twice"),
    "headless": (ROWS, 2, "without a header"),
    "names": ("  header: [区, 产值, 说明]\n" + DATA, 5, "3 names for 2 columns"),
    "short": ("  header: [区, 话]\n  rows: [[天河, 先行], [白云]]\n", 6, "this row has 1 cell,"),
    "widths": ("  header: [区, 话]\n  widths: [1, 2, 1]\n" + ROWS, 2, "3 widths for 2 columns"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, wrong: str) -> None:
    fields, line, told = WRONG[wrong]
    rows, (problem,) = table(tmp_path, fields)
    assert problem.severity == "error"
    assert told in problem.message
    assert problem.mark.file == "content/outline.yaml"
    assert problem.mark.line == (OUTLINE + TOPICS).count("\n") + line
    # Columns are as wide as each other where that is all that is wrong.
    assert bool(rows) == (wrong == "widths")


def test_a_chinese_file_is_no_table_for_readers_of_english(tmp_path: Path) -> None:
    abroad = (
        "language: en\nbrief: {title: Demo}\ntopics: {drop: [first, second]}\n"
        "deck: {set: {t: {title: Districts}}}\n"
    )
    head = OUTLINE.replace("title: 报道", "title: {zh: 报道, en: Report}")
    outline = project(tmp_path, head + TOPICS + SLIDE + DATA, abroad=abroad)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/d.csv").write_text(FILE, "utf-8")
    found = [
        problem
        for problem in check(Request(outline, ("abroad",), ("deck",)))
        if problem.mark.file == "data/d.csv"
    ]
    assert {(problem.code, problem.severity) for problem in found} == {
        ("cell-untranslated", "error")
    }
    assert [(problem.mark.line, problem.mark.column) for problem in found] == [
        (1, 1), (1, 3), (2, 1), (3, 1),
    ]  # fmt: skip
    assert "the audience reads English, “天河区” is Chinese" in found[2].message


def test_a_table_that_is_too_tall_says_by_how_many_lines(tmp_path: Path) -> None:
    """Lines that are added to its longest cell count one for one."""
    told, set_lines = [], []
    for number in (60, 80):
        folder = tmp_path / str(number)
        folder.mkdir()
        cell = "各区同题共答、同台竞技，" * number
        fields = f"  header: [区, 说明]\n  widths: [1, 1]\n  rows: [[天河, {cell}], [白云, 追赶]]\n"
        brief, found = loaded(project(folder, OUTLINE + TOPICS + SLIDE + fields))
        assert brief is not None, found
        scene, problems = composed(brief)
        (problem,) = [each for each in problems if each.code == "table-too-tall"]
        told.append(int(dict(problem.parts)["lines"]))
        tables = [item for page in scene.pages for item in page.items if isinstance(item, Table)]
        set_lines.append(
            max(len(cell.lines) for each in tables for row in each.cells for cell in row)
        )
    assert told[1] - told[0] == set_lines[1] - set_lines[0] >= 10
