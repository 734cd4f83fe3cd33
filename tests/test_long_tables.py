"""Tables as offices make them: many rows and columns, numbers, sums, cells over several others."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from composing import composed
from outlines import OUTLINE, TOPICS, loaded, project
from pptx import Presentation
from pypdf import PdfReader

from briefgen.build import Request, build, check
from briefgen.geometry import in_pt, pt
from briefgen.problems import Problem
from briefgen.scene.items import Page, Table, TextBox

HEAD = "deck:\n- id: t\n  kind: table\n  title: 表\n"


def made(folder: Path, fields: str) -> tuple[tuple[Page, ...], list[Problem]]:
    brief, found = loaded(project(folder, OUTLINE + TOPICS + HEAD + fields))
    assert brief is not None, found
    scene, problems = composed(brief)
    return scene.pages, list(problems)


def tables(pages: tuple[Page, ...]) -> list[Table]:
    return [item for page in pages for item in page.items if isinstance(item, Table)]


def words(table: Table) -> list[list[str]]:
    return [["".join(p.text for p in cell.paragraphs) for cell in row] for row in table.cells]


def sizes(table: Table) -> set[float]:
    return {
        in_pt(run.style.size)
        for row in table.cells[1:]
        for cell in row
        for p in cell.paragraphs
        for run in p.runs
    }


def aligns(table: Table, column: int) -> list[str]:
    return [row[column].paragraphs[0].align for row in table.cells if row[column].paragraphs]


def grid(rows: int, columns: int, cell: str = "内容") -> str:
    head = ", ".join(f"列{'甲乙丙丁戊己庚辛壬'[i]}" for i in range(columns))
    lines = "".join(f"  - [{', '.join([cell] * columns)}]\n" for _ in range(rows))
    return f"  header: [{head}]\n  rows:\n{lines}"


# How much fits


@pytest.mark.parametrize(
    "title", ["表", "关于本市各区主要指标完成情况的详细对照与分析说明及有关问题的若干建议表"]
)
def test_fifteen_rows_of_eight_columns_fit_above_the_note(tmp_path: Path, title: str) -> None:
    fields = grid(15, 8) + "  note: 单位：万元。\n"
    text = OUTLINE + TOPICS + HEAD.replace("title: 表", f"title: {title}") + fields
    brief, _ = loaded(project(tmp_path, text))
    assert brief is not None
    scene, problems = composed(brief)
    assert not [each for each in problems if each.severity == "error"]
    (page,) = scene.pages
    (table,) = tables(scene.pages)
    assert sizes(table) == {12}
    assert all(20.5 <= in_pt(height) < 22 for height in table.heights)
    note = next(
        item
        for item in page.items
        if isinstance(item, TextBox) and "单位" in "".join(p.text for p in item.paragraphs)
    )
    assert table.rect.bottom <= note.rect.y


@pytest.mark.parametrize(
    ("rows", "size", "pages"),
    [(3, 24, 1), (8, 16, 1), (9, 16, 1), (12, 14, 1), (13, 12, 1), (15, 12, 1), (16, 16, 2)],
)
def test_words_are_as_large_as_their_rows_allow(
    tmp_path: Path, rows: int, size: float, pages: int
) -> None:
    found, problems = made(tmp_path, grid(rows, 4))
    assert not [each for each in problems if each.severity == "error"]
    assert [sizes(table) for table in tables(found)] == [{size}] * pages


def test_few_rows_are_never_small(tmp_path: Path) -> None:
    """They go on another slide instead."""
    found, _ = made(tmp_path, grid(8, 2, "各区同题共答、同台竞技，" * 8))
    assert len(found) > 1
    assert all(min(sizes(table)) >= 16 for table in tables(found))


def test_a_row_of_two_lines_counts_as_two(tmp_path: Path) -> None:
    long = "各区同题共答同台竞技形成合力" * 2
    rows = "".join(f"  - [甲{n}, {long if n < 2 else '乙'}, 丙, 丁, 戊, 己]\n" for n in range(15))
    fields = "  header: [一, 二, 三, 四, 五, 六]\n  widths: [1, 1, 1, 1, 1, 1]\n  rows:\n" + rows
    found, _ = made(tmp_path, fields)
    heights = [in_pt(height) for table in tables(found) for height in table.heights[1:]]
    assert max(heights) > min(heights)
    lines = [max(len(c.lines) for c in row) for t in tables(found) for row in t.cells[1:]]
    assert sum(lines) > 15
    assert len(found) == 2


def test_eight_columns_are_the_most(tmp_path: Path) -> None:
    _, problems = made(tmp_path, grid(2, 9))
    (problem,) = [each for each in problems if each.severity == "error"]
    assert "the table has 9 columns, where 8 fit" in problem.message


def test_rows_that_go_on_are_of_one_size_and_height(tmp_path: Path) -> None:
    found, _ = made(tmp_path, grid(32, 3) + "  rows_per_slide: 12\n")
    shown = tables(found)
    assert [len(table.cells) - 1 for table in shown] == [12, 12, 8]
    assert len({frozenset(sizes(table)) for table in shown}) == 1
    assert max(shown[2].heights[1:]) <= max(shown[0].heights[1:])
    assert all(words(table)[0] == ["列甲", "列乙", "列丙"] for table in shown)


def test_a_last_slide_has_two_rows_at_least(tmp_path: Path) -> None:
    found, _ = made(tmp_path, grid(21, 3) + "  rows_per_slide: 10\n")
    assert [len(table.cells) - 1 for table in tables(found)] == [10, 9, 2]


@pytest.mark.parametrize("number", ["1", "16", "-3", "0"])
def test_another_number_of_rows_is_refused(tmp_path: Path, number: str) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + HEAD + grid(4, 2) + f"  rows_per_slide: {number}\n")
    found = [str(p) for p in check(Request(path, ("base",), formats=("deck",)))]
    assert any("a slide of a table has 2 to 15 rows" in each for each in found)


# Columns


def test_numbers_stand_to_the_right_with_their_headings(tmp_path: Path) -> None:
    fields = (
        "  header: [区, 产值（亿元）, 增速（%）, 截止, 说明]\n"
        "  rows: [[甲区, '1234.56', '+5.2', 6月底前, 3个先行], [乙区, '98.7', '-12.35', 7月, 二],"
        " [丙区, —, '0', 8月, 三]]\n"
    )
    (table,) = tables(made(tmp_path, fields)[0])
    assert [set(aligns(table, i)) for i in range(5)] == [
        {"left"}, {"right"}, {"right"}, {"left"}, {"left"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "counted", [("1", "2", "3"), ("一", "二", "三"), ("（1）", "（2）", "（3）"), ("①", "②", "③")]
)
def test_a_column_that_counts_the_rows_is_known(tmp_path: Path, counted: tuple[str, ...]) -> None:
    rows = ", ".join(f"['{n}', 任务{c}, 单位]" for n, c in zip(counted, "甲乙丙", strict=True))
    fields = f"  header: [序号, 任务, 牵头]\n  rows: [{rows}]\n"
    path = project(tmp_path, OUTLINE + TOPICS + HEAD + fields)
    found = check(Request(path, ("base",), formats=("deck",)))
    assert not [each for each in found if each.code == "untraced-number"]
    brief, _ = loaded(path)
    assert brief is not None
    (table,) = tables(composed(brief)[0].pages)
    assert set(aligns(table, 0)) == {"center"}
    bold = [[run.style.bold for p in c.paragraphs for run in p.runs] for c in table.cells[1]]
    assert bold == [[False], [True], [False]]
    assert table.columns[0] < table.columns[1]


def test_a_column_of_other_numbers_is_told(tmp_path: Path) -> None:
    fields = "  header: [级, 数]\n  rows: [['1', 甲], ['2', 乙], ['7', 丙]]\n"
    path = project(tmp_path, OUTLINE + TOPICS + HEAD + fields)
    found = check(Request(path, ("base",), formats=("deck",)))
    assert [each.code for each in found].count("untraced-number") == 3


def test_columns_are_chosen_to_be_bold_or_coloured(tmp_path: Path) -> None:
    fields = "  header: [区, 产值, 增速]\n  bold: [产值]\n  coloured: ['3']\n"
    fields += "  rows: [[甲, 1家, 2%], [乙, 2家, 3%]]\n"
    (table,) = tables(made(tmp_path, fields)[0])
    row = [cell.paragraphs[0].runs[0].style for cell in table.cells[1]]
    assert [style.bold for style in row] == [False, True, False]
    assert [style.colour for style in row] == ["ink", "ink", "primary"]
    (plain,) = tables(made(tmp_path, fields.replace("[产值]", "[]"))[0])
    assert not any(c.paragraphs[0].runs[0].style.bold for c in plain.cells[1])
    problems = made(tmp_path, fields.replace("[产值]", "[产植]"))[1]
    assert "the table has no column “产植”" in "\n".join(map(str, problems))


# Sums


TOTAL = "  header: [区, 企业（家）, 占比]\n  rows: [[甲, '30', 40%%], [乙, '45', 60%%]%s]\n%s"


@pytest.mark.parametrize(
    "fields",
    [TOTAL % ("", "  total: [合计, '75', 100%]\n"), TOTAL % (", [合计, '75', 100%]", "")],
)
def test_a_sum_is_ruled_off_and_bold(tmp_path: Path, fields: str) -> None:
    found, problems = made(tmp_path, fields)
    assert not [each for each in problems if each.code == "table-total"]
    (table,) = tables(found)
    assert words(table)[-1] == ["合计", "75", "100%"]
    assert all(cell.paragraphs[0].runs[0].style.bold for cell in table.cells[-1])
    assert table.below(2) == table.rule_total
    assert table.below(1) == table.rule


def test_a_sum_that_is_another_is_told(tmp_path: Path) -> None:
    problems = made(tmp_path, TOTAL % ("", "  total: [合计, '76', 100%]\n"))[1]
    assert [str(each) for each in problems if each.code == "table-total"] == [
        "content/outline.yaml:42:15: warning: the rows of “企业（家）” do not add up to 76 "
        "(hint: mend a row or the sum)"
    ]


def test_rounded_rows_may_miss_their_sum_by_their_rounding(tmp_path: Path) -> None:
    fields = "  header: [区, 产值]\n  rows: [[甲, 1.4亿元], [乙, 2.4亿元], [丙, 3.4亿元]]\n"
    assert not [
        p for p in made(tmp_path, fields + "  total: [合计, 7.3亿元]\n")[1] if "total" in p.code
    ]
    assert [
        p for p in made(tmp_path, fields + "  total: [合计, 8.3亿元]\n")[1] if "total" in p.code
    ]


def test_a_sum_stands_on_the_last_slide_alone(tmp_path: Path) -> None:
    rows = "".join(f"  - [区{n}, '2']\n" for n in range(20))
    fields = "  header: [区, 企业（家）]\n  total: [合计, '40']\n  rows:\n" + rows
    first, second = tables(made(tmp_path, fields)[0])
    assert first.rule_total is None
    assert second.rule_total is not None
    assert words(second)[-1] == ["合计", "40"]


# Cells over several others


SPANS = (
    "  header: [区域, 指标, 2023年, <]\n"
    "  rows: [[东部, 产值, 甲, 乙], [^, 投资, 丙, <], [西部, <, 丁, 戊], [^, <, 己, 庚]]\n"
)


def test_cells_go_over_several_columns_and_rows(tmp_path: Path) -> None:
    found, problems = made(tmp_path, SPANS)
    assert not [each for each in problems if each.severity == "error"]
    (table,) = tables(found)
    spans = {
        (y, x): cell.span
        for y, row in enumerate(table.cells)
        for x, cell in enumerate(row)
        if cell.span != (1, 1)
    }
    assert spans == {(0, 2): (2, 1), (1, 0): (1, 2), (2, 2): (2, 1), (3, 0): (2, 2)}
    assert words(table)[4] == ["", "", "己", "庚"]


def test_both_outputs_have_them(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + HEAD + SPANS)
    request = Request(
        path, ("base",), formats=("deck", "handout"), out=tmp_path / "out", verify=True
    )
    deck, handout = sorted(build(request).written, key=lambda each: each.suffix, reverse=True)
    (table,) = (s.table for s in Presentation(str(deck)).slides[0].shapes if s.has_table)
    merged = {
        (y, x): (cell.span_width, cell.span_height)
        for y, row in enumerate(table.rows)
        for x, cell in enumerate(row.cells)
        if cell.is_merge_origin
    }
    assert merged == {(0, 2): (2, 1), (1, 0): (1, 2), (2, 2): (2, 1), (3, 0): (2, 2)}
    assert [c.is_spanned for c in table.rows[4].cells] == [True, True, False, False]
    reader = PdfReader(io.BytesIO(handout.read_bytes()))
    attributes = [
        (obj.get("/S"), dict(obj["/A"].get_object()))
        for number in range(1, len(reader.xref[0]) + 1)
        if isinstance(obj := reader.get_object(number), dict)
        and obj.get("/S") in ("/TD", "/TH")
        and "/A" in obj
    ]
    over = sorted(
        (str(kind), own.get("/ColSpan", 1), own.get("/RowSpan", 1))
        for kind, own in attributes
        if "/ColSpan" in own or "/RowSpan" in own
    )
    assert over == [("/TD", 1, 2), ("/TD", 2, 1), ("/TD", 2, 2), ("/TH", 2, 1)]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("[[^, 甲], [乙, 丙]]", "“^” has no cell that it could go on from"),
        ("[[甲, 乙], [<, 丙]]", "“<” has no cell that it could go on from"),
        ("[[甲, <], [^, 乙]]", "the cells that go on from “甲” are no rectangle"),
    ],
)
def test_what_is_no_cell_is_told_at_its_place(tmp_path: Path, rows: str, message: str) -> None:
    problems = made(tmp_path, f"  header: [一, 二]\n  rows: {rows}\n")[1]
    (problem,) = [each for each in problems if each.severity == "error"]
    assert message in problem.message
    assert problem.mark.line == (OUTLINE + TOPICS + HEAD).count("\n") + 2


def test_a_cell_that_goes_on_on_the_next_slide_says_its_words_again(tmp_path: Path) -> None:
    rows = "  - [东部, 甲]\n" + "  - [^, 乙]\n" * 19
    first, second = tables(made(tmp_path, "  header: [一, 二]\n  rows:\n" + rows)[0])
    assert words(first)[1][0] == words(second)[1][0] == "东部"
    assert first.cells[1][0].span == second.cells[1][0].span == (1, 10)


@pytest.mark.slow
def test_no_row_lies_below_its_slide_at_any_number(tmp_path: Path) -> None:
    for number in (2, 7, 17, 31, 46, 90, 150):
        folder = tmp_path / str(number)
        folder.mkdir()
        found, problems = made(folder, grid(number, 5))
        assert not [each for each in problems if each.severity == "error"]
        assert sum(len(table.cells) - 1 for table in tables(found)) == number
        for table in tables(found):
            assert table.rect.bottom <= pt(466)
            assert len(table.cells) >= 3
