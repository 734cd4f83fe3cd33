"""Files for each row of a table: what a row gives, what is wrong with one, and what a later run
makes again."""

from __future__ import annotations

import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pypdf
import pytest
import xlsxwriter
from click.testing import CliRunner, Result
from pptx import Presentation
from prints import mostly_slow
from tellings import assert_told

from briefgen.build import load
from briefgen.cli import briefgen
from briefgen.machine import guard
from briefgen.machine.journal import NAME, journal
from briefgen.merging import merge as merging
from briefgen.merging import run as running
from briefgen.merging.make import Batch
from briefgen.merging.merge import merge
from briefgen.merging.run import Order
from briefgen.merging.table import open_table
from briefgen.outline.load import Project
from briefgen.problems import ContentError, MachineError, Problem, Problems
from briefgen.request import Request

OUTLINE = """\
brief: {title: "{区}读书报告", slug: report, date: 2031-01}
sources:
  survey: {title: 读者普查, file: survey.txt}
figures:
  visits: {value: "{到馆}", unit: 万人次, kind: actual, label: 到馆读者}
  readers: {value: 120万人, kind: actual, label: 全市读者, quote: 全市读者120万人}
topics:
  - {id: a, name: 阅览, effort: 延长开放, goal: 全年无休, summary: "{区}全年接待{visits}。{说明}"}
  - {id: b, name: 借阅, effort: 通借通还, goal: 一证通行, summary: "与全市{readers}共享。"}
page: {lead: "{说明}", figures: [visits]}
"""
HEAD = ("区", "到馆", "说明")
ROWS = (
    ("东城", "12.5", "第一馆开到晚上9点。"),
    ("西城", "8", "新馆{x}按**原样**开放。"),
    ("南城", "6.25", "流动书车进社区。"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "content").mkdir(parents=True)
    (folder / "content/outline.yaml").write_text(OUTLINE, "utf-8")
    (folder / "survey.txt").write_text("全市读者120万人。", "utf-8")
    return folder


def table(path: Path, rows: Sequence[Sequence[str]] = ROWS, head: Sequence[str] = HEAD) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((head, *rows))
    return path


def order(project: Path, rows: Path, **more: object) -> Order:
    own = {key: more.pop(key) for key in ("name", "sheet", "select") if key in more}
    given = {"formats": ("brief",), "jobs": 1, **more}
    request = Request(project / "content/outline.yaml", **given)  # type: ignore[arg-type]
    return Order(request=request, table=rows, **own)  # type: ignore[arg-type]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefgen, [str(a) for a in arguments])


def made_in(out: Path) -> dict[str, bytes]:
    """What was made in a folder, and its lists, without the journal."""
    files = (path for path in out.rglob("*") if path.is_file() and ".briefgen" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(files)}


def listed(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def words(path: Path) -> str:
    text = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return "".join(text.split())


# ------------------------------------------------------------------------------ what a row gives


def test_each_row_has_its_words_and_figures_in_its_own_files(project: Path) -> None:
    done = merge(order(project, table(project / "t.csv")))
    assert (done.made, done.kept, done.failed) == (3, 0, 0)
    assert done.out == project / "out/t"
    said = words(done.out / "report-东城.pdf")
    assert "东城读书报告" in said
    assert "12.5万人次" in said
    assert "西城" not in said


def test_a_cell_is_words_and_never_a_mark_or_a_placeholder(project: Path) -> None:
    done = merge(order(project, table(project / "t.csv")))
    assert "新馆{x}按**原样**开放" in words(done.out / "report-西城.pdf")
    assert done.warnings == {}  # a number in a cell stands on its row: nobody typed it


@pytest.mark.slow
def test_a_row_gives_the_bytes_that_a_build_of_its_outline_gives(project: Path) -> None:
    done = merge(order(project, table(project / "t.csv"), formats=("deck", "brief")))
    outline = project / "content/outline.yaml"
    text = OUTLINE.replace("slug: report", "slug: report-南城")
    for name, cell in zip(HEAD, ROWS[2], strict=True):
        text = text.replace(f"{{{name}}}", cell)
    text = text.replace("label: 到馆读者", "label: 到馆读者, source: table")
    text = text.replace("figures:\n", "  table: {title: t.csv}\nfigures:\n", 1)
    outline.write_text(text, "utf-8")
    assert run("build", outline, "-a", "base").exit_code == 0
    for ending in ("pdf", "pptx"):
        own = done.out / f"report-南城.{ending}"
        assert own.read_bytes() == (project / f"out/report-南城.{ending}").read_bytes()


def test_a_figure_by_row_is_proven_by_its_cell(project: Path) -> None:
    rows = open_table(table(project / "t.csv"), "t.csv", "").rows()
    row = next(row for row, _ in rows if not isinstance(row, Problem))
    outline, problems = project / "content/outline.yaml", Problems()
    from briefgen.kinds import kinds

    read = Project.read(outline, problems).brief("", kinds(), problems, row)
    assert read
    place = read.ledger.proofs["visits"].place
    assert place
    assert (place.file, place.line, place.column) == ("t.csv", 2, 4)
    assert place.sentence == "区 东城，到馆 12.5，说明 第一馆开到晚上9点。"
    assert read.brief.figures["visits"].source == "table"
    assert read.ledger.proofs["readers"].place.file == "survey.txt"  # type: ignore[union-attr]


def test_a_figure_may_name_its_source_and_quote_by_row(project: Path) -> None:
    outline = project / "content/outline.yaml"
    own = 'label: 到馆读者, source: "{出处}", quote: "{原句}"'
    outline.write_text(OUTLINE.replace("label: 到馆读者", own), "utf-8")
    (project / "survey.txt").write_text("全市读者120万人。到馆12.5万人次。", "utf-8")
    rows = [
        ("东城", "12.5", "一", "survey", "到馆12.5万人次"),
        ("西城", "13", "二", "survey", "到馆12.5万人次"),
        ("南城", "6", "三", "nowhere", ""),
    ]
    done = merge(order(project, table(project / "t.csv", rows, (*HEAD, "出处", "原句"))))
    assert (done.made, done.failed) == (1, 2)
    codes = [each["briefgen:code"] for each in listed(done.out / "failed.csv")]
    assert codes == ["value-not-in-quote", "unknown-source"]


def test_a_table_is_named_as_a_source_only_where_a_figure_stands_on_it(project: Path) -> None:
    rows, outline = table(project / "t.csv"), project / "content/outline.yaml"
    assert "t.csv" in words(merge(order(project, rows)).out / "report-东城.pdf")
    own = OUTLINE.replace("label: 到馆读者", "label: 到馆读者, source: own")
    own = own.replace("figures:\n", "  own: {title: 年报附表}\nfigures:\n", 1)
    outline.write_text(own, "utf-8")
    said = words(merge(order(project, rows)).out / "report-东城.pdf")
    assert "t.csv" not in said
    assert "年报附表" in said


def test_data_and_charts_are_by_row(project: Path) -> None:
    outline = project / "content/outline.yaml"
    deck = """\
deck:
  - kind: bar
    title: "{区}的分馆"
    data: {file: "data/{区}.csv", rows: ["{分馆}", 合计]}
  - kind: column
    title: 两年
    unit: 万人次
    header: [年, 到馆]
    rows: [[去年, "{到馆}"], [今年, "9"]]
    unchecked: 示例
"""
    outline.write_text(OUTLINE + deck, "utf-8")
    (project / "data").mkdir()
    for name, value in (("东城", 4), ("西城", 3)):
        text = f"馆,到馆（万人次）\n{name}一馆,{value}\n另馆,1\n合计,9\n"
        (project / f"data/{name}.csv").write_text(text, "utf-8")
    rows = [(*ROWS[0], "东城一馆"), (*ROWS[1], "西城一馆")]
    done = merge(order(project, table(project / "t.csv", rows, (*HEAD, "分馆")), formats=("deck",)))
    assert (done.made, done.failed) == (2, 0), done.failures
    show = Presentation(str(done.out / "report-西城.pptx"))
    charts = [shape.chart for slide in show.slides for shape in slide.shapes if shape.has_chart]
    assert list(charts[0].plots[0].categories) == ["西城一馆", "合计"]
    assert list(charts[0].plots[0].series[0].values) == [3, 9]
    assert list(charts[1].plots[0].series[0].values) == [8, 9]


def test_the_audience_may_be_named_by_row(project: Path) -> None:
    folder = project / "content/audiences"
    folder.mkdir()
    (folder / "school.yaml").write_text("name: 学校\nbrief: {subtitle: 给学校}\n", "utf-8")
    rows = [(*ROWS[0], "school"), (*ROWS[1], "base"), (*ROWS[2], "nobody")]
    rows_file = table(project / "t.csv", rows, (*HEAD, "读者"))
    done = merge(order(project, rows_file, audiences=("{读者}",)))
    assert [name for name in made_in(done.out) if name.endswith("pdf")] == [
        "report-东城-school.pdf",
        "report-西城.pdf",
    ]
    assert "给学校" in words(done.out / "report-东城-school.pdf")
    assert_told("no-audience", [done.failures[0]])


def test_rows_are_selected_by_line_and_by_cell(project: Path) -> None:
    rows = table(project / "t.csv")
    assert merge(order(project, rows, select=("3-4",))).made == 2
    assert merge(order(project, rows, select=("区=东城", "区=西城"))).made == 1
    whole = merge(order(project, rows))
    assert (whole.made, whole.kept) == (0, 3)
    assert len(listed(merge(order(project, rows, select=("2",))).manifest)) == 3


def test_names_of_files_may_have_folders_and_line_numbers(project: Path) -> None:
    done = merge(order(project, table(project / "t.csv"), name="{区}/{line}-报告"))
    assert set(made_in(done.out)) >= {"东城/2-报告.pdf", "manifest.csv"}


# ------------------------------------------------------------------------------------- tables


def xlsx(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("各区")
        for at, name in enumerate(HEAD):
            sheet.write(0, at, name)
        for number, row in enumerate(ROWS, 1):
            for at, cell in enumerate(row):
                sheet.write(number, at, float(cell) if at == 1 else cell)
        sheet.write_row(4, 0, ["北城"])
        sheet.write_formula(4, 1, "=B2*2", None, 25)
        sheet.write(4, 2, "公式有结果。")
    return path


def database(path: Path) -> Path:
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE districts (区 TEXT, 到馆 REAL, 说明 TEXT)")
    base.executemany("INSERT INTO districts VALUES (?, ?, ?)", ROWS)
    base.commit()
    base.close()
    return path


def test_csv_in_gb18030_xlsx_and_sqlite_give_the_same(project: Path) -> None:
    plain = merge(order(project, table(project / "a.csv"), name="{区}"))
    legacy = project / "b.csv"
    text = (project / "a.csv").read_text("utf-8")
    legacy.write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    others = [legacy, xlsx(project / "c.xlsx"), database(project / "d.sqlite")]
    expected = words(plain.out / "东城.pdf").replace("a.csv", "")
    for path in others:
        done = merge(order(project, path, name="{区}"))
        assert done.failed == 0, done.failures
        assert words(done.out / "东城.pdf").replace(path.name, "") == expected
    assert "25万人次" in words(project / "out/c/北城.pdf")


def test_quoted_fields_run_over_lines_and_a_bad_row_keeps_its_line(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('甲,乙\n"一\n二",2\n3\n4,5,6\n"a"b,7\n8,9\n', "utf-8")
    found = [each for each, _ in open_table(path, "t.csv", "").rows()]
    rows = [each for each in found if not isinstance(each, Problem)]
    assert [(row.line, row.cells["甲"].text) for row in rows] == [(2, "一 二"), (7, "8")]
    wrong = [(each.mark.line, each.code) for each in found if isinstance(each, Problem)]
    assert wrong == [(4, "merge-row-short"), (5, "merge-row-long"), (6, "bad-csv")]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("t.csv", b"", "merge-empty"),
        ("t.csv", b"\n,\n", "merge-empty"),
        ("t.csv", "甲,乙,甲\n1,2,3\n".encode(), "merge-column-twice"),
        ("t.csv", "甲,乙\n".encode("utf-16"), "merge-utf-16"),
        ("t.csv", "甲,乙\n".encode() + b"\xff\xff\n", "merge-encoding"),
        ("t.csv", (",".join(map(str, range(500))) + "\n").encode(), "merge-too-wide"),
        ("t.xls", b"x", "merge-format"),
        ("t.xlsx", b"no workbook", "bad-workbook"),
        ("t.db", b"no data base, but long enough to be taken for one" * 40, "merge-database"),
    ],
)
def test_a_table_that_cannot_be_used_is_told(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ContentError) as caught:
        list(open_table(path, name, "").rows())
    assert_told(code, caught.value)
    assert {problem.mark.file for problem in caught.value.problems} == {name}


def test_sheets_and_tables_are_named(tmp_path: Path) -> None:
    book, base = xlsx(tmp_path / "t.xlsx"), database(tmp_path / "t.db")
    assert open_table(book, "t.xlsx", "各区").columns == HEAD
    assert open_table(base, "t.db", "districts").columns == HEAD
    for path, sheet, code in (
        (book, "各县", "unknown-sheet"),
        (base, "district", "merge-no-table"),
        (table(tmp_path / "t.csv"), "one", "merge-no-sheets"),
    ):
        with pytest.raises(ContentError) as caught:
            open_table(path, path.name, sheet)
        assert_told(code, caught.value)
    other = sqlite3.connect(base)
    other.execute("CREATE TABLE more (x)")
    other.commit()
    other.close()
    with pytest.raises(ContentError) as caught:
        open_table(base, "t.db", "")
    assert_told("merge-tables", caught.value)


def test_bytes_in_a_database_and_formulas_without_a_result_fail_alone(tmp_path: Path) -> None:
    base = sqlite3.connect(tmp_path / "t.db")
    base.execute("CREATE TABLE t (甲, 乙)")
    base.executemany("INSERT INTO t VALUES (?, ?)", [(b"\0", 1), ("二", None)])
    base.commit()
    base.close()
    first, second = (each for each, _ in open_table(tmp_path / "t.db", "t.db", "").rows())
    assert isinstance(first, Problem)
    assert_told("merge-blob", [first])
    assert not isinstance(second, Problem)
    assert second.cells["乙"].text == ""
    with xlsxwriter.Workbook(str(tmp_path / "t.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["甲"])
        sheet.write_formula(1, 0, "=1+1", None, "")
        sheet.write_formula(2, 0, "=1/0", None, "#DIV/0!")
        sheet.write(3, 0, "三")
    found = [each for each, _ in open_table(tmp_path / "t.xlsx", "t.xlsx", "").rows()]
    codes = [each.code if isinstance(each, Problem) else each.line for each in found]
    assert codes == ["formula-unsaved", "cell-error", 4]


def test_a_quotation_mark_that_is_never_closed_ends_no_table(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = ["甲,乙", '"open,1', *(f"{n},x" for n in range(1500))]
    path.write_text("\n".join(rows), "utf-8")
    found = [each for each, _ in open_table(path, "t.csv", "").rows()]
    wrong = [each for each in found if isinstance(each, Problem)]
    assert [each.mark.line for each in wrong] == [2]
    assert_told("merge-quote-open", [wrong[0]])
    assert len(found) > 400


@pytest.mark.slow
def test_a_quarter_of_a_million_rows_is_read_in_the_same_memory(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("编号,说明\n")
        file.writelines(f"{n},第{n}行的说明文字\n" for n in range(250_000))
    script = (
        "import resource, sys\nfrom pathlib import Path\n"
        "from briefgen.merging.table import open_table\n"
        "t = open_table(Path(sys.argv[1]), 't.csv', '')\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "count = 0\n"
        "for row, share in t.rows():\n"
        "    count += 1\n"
        "    if count == 1000: early = peak()\n"
        "print(count, peak() - early)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, path], capture_output=True, text=True, check=True
    )
    count, grown = map(int, done.stdout.split())
    assert count == 250_000
    # In KiB: to keep a word of each row would take four times as much.
    assert grown < 4_000


# ---------------------------------------------------------------------------- what is wrong


@pytest.mark.slow
def test_a_bad_row_is_listed_with_its_line_and_stops_no_other(project: Path) -> None:
    rows = [ROWS[0], ("西城", "许多", "新馆。"), ("南城/北城", "1", "x"), ROWS[2]]
    done = run(
        "merge", project / "content/outline.yaml", table(project / "t.csv", rows), "-f", "brief"
    )
    assert done.exit_code == 1
    assert "t.csv:3:4: error: “许多万人次” is not one quantity" in done.stderr
    assert "2 rows made, 0 unchanged, 2 failed" in done.stderr
    out = project / "out/t"
    failed = listed(out / "failed.csv")
    assert [(each["区"], each["briefgen:line"]) for each in failed] == [
        ("西城", "3"),
        ("南城/北城", "4"),
    ]
    assert failed[1]["briefgen:code"] == "merge-name-character"
    assert not list(project.glob("**/北城*"))


def test_a_row_that_failed_is_tried_again(project: Path) -> None:
    rows = [ROWS[0], ("西城", "许多", "新馆。")]
    path = table(project / "t.csv", rows)
    assert merge(order(project, path)).failed == 1
    again = merge(order(project, path))
    assert (again.made, again.kept, again.failed) == (0, 1, 1)
    table(path, [ROWS[0], ("西城", "8", "新馆。")])
    mended = merge(order(project, path))
    assert (mended.made, mended.kept, mended.failed) == (1, 1, 0)
    assert not (mended.out / "failed.csv").exists()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("../x", "merge-name-character"),
        ("a\\b", "merge-name-character"),
        ("a:b", "merge-name-character"),
        ("", "merge-name-empty"),
        ("..", "merge-name-unfit"),
        ("con", "merge-name-unfit"),
        ("x.", "merge-name-unfit"),
        ("长" * 80, "merge-name-long"),
    ],
)
def test_a_cell_that_is_no_name_of_a_file_is_told(project: Path, cell: str, code: str) -> None:
    rows = table(project / "t.csv", [(cell, "1", "说明")])
    done = merge(order(project, rows, name="{区}"))
    assert (done.made, done.failed) == (0, 1)
    assert_told(code, [done.failures[0]])
    assert done.failures[0].mark.line == 2


def test_rows_of_one_name_are_told_and_the_first_has_it(project: Path) -> None:
    rows = [ROWS[0], ("Ab", "1", "一"), ("aB", "2", "二"), ("东城", "3", "三")]
    done = merge(order(project, table(project / "t.csv", rows)))
    assert (done.made, done.failed) == (2, 2)
    assert [(each.code, each.mark.line) for each in done.failures] == [
        ("merge-name-twice", 4),
        ("merge-name-twice", 5),
    ]
    assert_told("merge-name-twice", [done.failures[0]])
    assert "12.5万人次" in words(done.out / "report-东城.pdf")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": "{地区}"}, "merge-name-column"),
        ({"name": "../{区}"}, "merge-name-pattern"),
        ({"name": "/{区}"}, "merge-name-pattern"),
        ({"select": ("first",)}, "merge-select"),
        ({"select": ("地区=东城",)}, "merge-select-column"),
    ],
)
def test_what_is_asked_for_wrongly_is_told(
    project: Path, given: dict[str, object], code: str
) -> None:
    with pytest.raises(ContentError) as caught:
        merge(order(project, table(project / "t.csv"), **given))
    assert_told(code, caught.value)
    assert not (project / "out").exists()


def test_columns_that_the_table_lacks_are_told_once_before_anything_is_made(project: Path) -> None:
    path = table(project / "t.csv", [row[:2] for row in ROWS], HEAD[:2])
    with pytest.raises(ContentError) as caught:
        merge(order(project, path))
    told = [each for each in caught.value.problems if each.code == "merge-no-column"]
    assert {each.mark.line for each in told} == {8, 10}
    assert_told("merge-no-column", [told[0]])


def test_the_keys_of_an_audience_are_no_figures_that_a_place_may_name(project: Path) -> None:
    audiences = project / "content" / "audiences"
    audiences.mkdir()
    (audiences / "own.yaml").write_text(
        "brief: {title: '{set}{value}{branches}{visits}'}\n"
        "figures:\n  set: {visits: {label: 读者}}\n"
        "  add:\n    - figure: {id: branches, value: 4家, kind: actual, label: 分馆}\n",
        "utf-8",
    )
    with pytest.raises(ContentError) as caught:
        merge(order(project, table(project / "t.csv"), audiences=("own",)))
    lost = [dict(each.parts)["name"] for each in caught.value.problems]
    assert lost == ["set", "value"]


def test_an_outline_that_names_no_column_is_told(project: Path) -> None:
    outline = project / "content/outline.yaml"
    plain = "brief: {title: 报告}\ntopics: [{id: a, name: 阅览, summary: 全年无休。}]\n"
    outline.write_text(plain, "utf-8")
    done = merge(order(project, table(project / "t.csv")))
    assert_told("merge-no-place", [next(iter(done.problems))])


@pytest.mark.parametrize("form", ["deck", "brief"])
def test_a_label_that_a_row_leaves_empty_fails_it(project: Path, form: str) -> None:
    outline = project / "content/outline.yaml"
    outline.write_text(OUTLINE.replace("label: 全市读者", 'label: "{馆长}"'), "utf-8")
    head, rows = (*HEAD, "馆长"), [(*ROWS[0], "林女士"), (*ROWS[1], " ")]
    done = merge(order(project, table(project / "t.csv", rows, head), formats=(form,)))
    assert (done.made, done.failed) == (1, 1)
    assert_told("empty", [done.failures[0]])


def test_a_text_that_a_row_leaves_empty_fails_it(project: Path) -> None:
    rows = [("东城", "1", ""), ROWS[1]]
    done = merge(order(project, table(project / "t.csv", rows)))
    assert (done.made, done.failed) == (1, 1)
    assert_told("row-says-nothing", [done.failures[0]])


def test_strict_fails_rows_with_warnings(project: Path) -> None:
    outline = project / "content/outline.yaml"
    outline.write_text(OUTLINE.replace("全年接待", "在7个馆接待"), "utf-8")
    rows = table(project / "t.csv")
    told = merge(order(project, rows))
    assert {code: count for code, (count, _) in told.warnings.items()} == {"untraced-number": 3}
    assert {each["problems"] for each in listed(told.manifest)} == {"untraced-number"}
    assert merge(order(project, rows, strict=True)).failed == 3


@pytest.mark.slow
def test_a_message_of_a_merge_is_told_in_chinese_too(project: Path) -> None:
    rows = table(project / "t.csv", [("东城", "许多", "x")])
    outline = project / "content/outline.yaml"
    done = run("merge", outline, rows, "-f", "brief", "--lang", "zh")
    assert "t.csv:2:4: 错误" in done.stderr
    assert "1 行失败" in done.stderr
    assert "不是一个量" in listed(project / "out/t/failed.csv")[0]["briefgen:problem"]
    help_page = run("merge", "--help", "--lang", "zh").output
    assert "为表格 TABLE" in help_page
    assert "Make " not in help_page


# ----------------------------------------------------------------------------- a later run


def test_a_second_run_makes_only_what_is_missing_or_changed(project: Path) -> None:
    path = table(project / "t.csv")
    first = merge(order(project, path))
    before = made_in(first.out)
    assert merge(order(project, path)).kept == 3
    assert made_in(first.out) == before
    (first.out / "report-东城.pdf").unlink()
    table(path, [ROWS[0], ("西城", "9", "新馆。"), ROWS[2]])
    again = merge(order(project, path))
    assert (again.made, again.kept) == (2, 1)
    assert made_in(first.out)["report-东城.pdf"] == before["report-东城.pdf"]
    assert "9万人次" in words(first.out / "report-西城.pdf")


@pytest.mark.parametrize("file", ["content/outline.yaml", "survey.txt"])
def test_what_the_rows_are_made_from_makes_all_again_where_it_changes(
    project: Path, file: str
) -> None:
    path = table(project / "t.csv")
    merge(order(project, path))
    changed = project / file
    changed.write_text(changed.read_text("utf-8") + "\n", "utf-8")
    assert merge(order(project, path)).made == 3


def test_rows_that_are_gone_are_told(project: Path) -> None:
    path = table(project / "t.csv")
    merge(order(project, path))
    table(path, ROWS[:2])
    done = merge(order(project, path))
    assert (done.kept, done.left) == (2, 1)
    assert len(listed(done.manifest)) == 2


def test_an_edited_file_stays_and_its_new_version_stands_beside_it(project: Path) -> None:
    path = table(project / "t.csv")
    out = merge(order(project, path)).out
    edited = out / "report-东城.pdf"
    edited.write_bytes(b"mine")
    kept = merge(order(project, path))
    assert (kept.made, edited.read_bytes()) == (0, b"mine")
    assert [each["state"] for each in listed(kept.manifest)] == ["edited", "made", "made"]
    table(path, [("东城", "13", "改了。"), *ROWS[1:]])
    done = merge(order(project, path))
    assert edited.read_bytes() == b"mine"
    assert "13万人次" in words(out / "report-东城.new.pdf")
    assert [each.code for each in done.problems] == ["edited-kept"]
    replaced = merge(order(project, path, overwrite=True))
    assert "13万人次" in words(edited)
    assert (out / "report-东城.edited-1.pdf").read_bytes() == b"mine"
    assert replaced.made == 1


def test_the_manifest_says_what_is_on_disk(project: Path) -> None:
    done = merge(order(project, table(project / "t.csv"), formats=("deck", "brief")))
    for each in listed(done.manifest):
        data = (done.out / each["file"]).read_bytes()
        assert each["sha256"] == sha256(data).hexdigest()
        assert int(each["bytes"]) == len(data)
        assert each["state"] == "made"
        if each["file"].endswith("pptx"):
            slides = Presentation(str(done.out / each["file"])).slides
            assert int(each["pages"]) == len(slides)
        else:
            assert each["pages"] == "1"


def test_a_damaged_journal_is_begun_anew(project: Path) -> None:
    path = table(project / "t.csv")
    done = merge(order(project, path))
    (done.out / ".briefgen" / NAME).write_bytes(b"no data base at all" * 100)
    assert merge(order(project, path)).made == 3


def test_where_the_disk_is_full_the_run_ends_and_the_next_goes_on(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(project / "t.csv")
    monkeypatch.setattr(running, "BATCH", 1)
    real, calls = guard.staged, []

    def full(files: dict[Path, bytes], lasting: bool = True) -> object:
        calls.append(files)
        if len(calls) > 1:
            raise MachineError.of("not-written", path="x", why="disk full")
        return real(files, lasting)

    monkeypatch.setattr(guard, "staged", full)
    with pytest.raises(MachineError, match="disk full"):
        merge(order(project, path))
    monkeypatch.setattr(guard, "staged", real)
    again = merge(order(project, path))
    assert (again.made, again.kept) == (2, 1)


# ----------------------------------------------------------------------- in several processes


@pytest.fixture(
    params=mostly_slow(["threads", "fork", "spawn", "own fork", "own spawn"], "threads", "fork")
)
def through(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Executor | None]:
    """What does the rows: somebody's executor, or processes of our own."""
    how = request.param
    if how.startswith("own"):
        if how == "own fork" and not hasattr(os, "fork"):
            pytest.skip("this system does not fork")
        monkeypatch.setenv("BRIEFGEN_START", how.removeprefix("own "))
        yield None
        return
    if how == "threads":
        with ThreadPoolExecutor(1) as executor:
            yield executor
        return
    if how == "fork" and not hasattr(os, "fork"):
        pytest.skip("this system does not fork")
    with ProcessPoolExecutor(2, mp_context=get_context(how)) as executor:
        yield executor


@pytest.mark.slow
def test_any_executor_gives_the_same_bytes(
    project: Path, tmp_path: Path, through: Executor | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(f"第{n}区", str(n + 1), f"第{n}句。") for n in range(6)]
    path = table(project / "t.csv", [*rows, ("坏", "许多", "x")])
    alone = merge(order(project, path, out=tmp_path / "one"))
    monkeypatch.setattr(running, "BATCH", 2)
    done = merge(order(project, path, out=tmp_path / "two", jobs=2), executor=through)
    assert (done.made, done.failed) == (6, 1)
    assert made_in(tmp_path / "one") == made_in(tmp_path / "two")
    assert alone.made == 6


def _killing(batch: Batch) -> object:
    """A worker that dies of one row."""
    if any(work.name == "report-南城" for work in batch.works):
        os.kill(os.getpid(), signal.SIGKILL)
    from briefgen.merging.make import made

    return made(batch)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_row_that_kills_its_worker_fails_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "made", _killing)
    done = merge(order(project, table(project / "t.csv"), jobs=2))
    assert (done.made, done.failed) == (2, 1)
    assert_told("worker-killed", [done.failures[0]])
    assert done.failures[0].mark.line == 4


def started(project: Path, rows: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "briefgen", "merge", str(project / "content/outline.yaml")]
    return subprocess.Popen(
        [*command, str(rows), "-f", "brief", *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_killed_at_any_time_and_run_again_it_gives_the_same_bytes(
    project: Path, tmp_path: Path
) -> None:
    rows = [(f"第{n}区", str(n + 1), f"第{n}句。") for n in range(150)]
    path = table(project / "t.csv", [*rows, ("坏", "许多", "x")])
    whole = merge(order(project, path, out=tmp_path / "whole"))
    assert whole.made == 150
    out, kills = tmp_path / "killed", 0
    for delay in (0.5, 0.8, 1.1, 1.4):
        running = started(project, path, "-o", str(out), "-j", "2")
        time.sleep(delay)
        kills += running.poll() is None
        running.kill()
        running.wait()
    assert kills
    done = started(project, path, "-o", str(out), "-j", "2")
    assert done.wait() == 1  # the row that fails
    expected, found = made_in(tmp_path / "whole"), made_in(out)
    assert found == expected


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_an_interruption_keeps_what_was_made_and_says_how_to_go_on(project: Path) -> None:
    rows = [(f"第{n}区", str(n + 1), f"第{n}句。") for n in range(3000)]
    path = table(project / "t.csv", rows)
    running = started(project, path, "-j", "2")
    out = project / "out/t"
    until = time.monotonic() + 60
    while not list(out.glob("*.pdf")) and time.monotonic() < until:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert b"the same command goes on from there" in told
    made = len(list(out.glob("*.pdf")))
    assert 0 < made < 3000
    assert not list(out.rglob(".briefgen-*"))
    with journal(out, "x") as noted:
        assert sum(len(entry.files) for entry in noted.entries(True)) == 0  # about something else


def test_without_dask_it_is_told_how_to_get_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    outline, rows = project / "content/outline.yaml", table(project / "t.csv")
    done = run("merge", outline, rows, "--dask", "x")
    assert isinstance(done.exception, MachineError)
    problem = assert_told("no-dask", done.exception)
    assert "pip install 'briefgen[dask]'" in problem.advice("zh")


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_makes_every_row_once(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed", reason="dask is not installed")
    rows = [(f"第{n}区", str(n + 1), f"第{n}句。") for n in range(120)]
    path = table(project / "t.csv", rows)
    alone = merge(order(project, path, out=tmp_path / "one"))
    monkeypatch.setattr(running, "BATCH", 4)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        pids = list(client.run(os.getpid).values())
        killed: list[int] = []

        def told(progress: running.Progress) -> None:
            if progress.made > 10 and not killed:
                killed.append(pids[0])
                os.kill(pids[0], signal.SIGKILL)

        request = order(project, path, out=tmp_path / "two", jobs=2)
        done = merge(request, told, client.get_executor())
    assert killed
    assert (done.made, done.failed) == (120, 0)
    assert made_in(tmp_path / "one") == made_in(tmp_path / "two")
    assert alone.made == 120
    assert len(listed(done.manifest)) == 120


def test_json_says_what_was_done(project: Path) -> None:
    rows = table(project / "t.csv", [ROWS[0], ("西城", "许多", "x")])
    done = run("merge", project / "content/outline.yaml", rows, "-f", "brief", "--json")
    told = json.loads(done.stdout)
    assert (told["made"], told["failed"], done.exit_code) == (1, 1, 1)
    assert told["failures"][0]["code"] == "not-a-quantity"
    assert Path(told["manifest"]).is_file()


@pytest.mark.slow
def test_a_build_of_many_audiences_is_the_same_in_spawned_processes(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outline = project / "content/outline.yaml"
    text = OUTLINE
    for name, cell in zip(HEAD, ROWS[2], strict=True):
        text = text.replace(f"{{{name}}}", cell)
    text = text.replace("label: 到馆读者", "label: 到馆读者, source: own")
    outline.write_text(text.replace("sources:\n", "sources:\n  own: {title: 自填}\n"), "utf-8")
    folder = project / "content/audiences"
    folder.mkdir()
    for n in range(4):
        (folder / f"a{n}.yaml").write_text(f"brief: {{subtitle: 第{n}种}}\n", "utf-8")
    assert load(Request(outline)).problems.fatal is False
    assert run("build", outline, "-j", "1", "-o", tmp_path / "one").exit_code == 0
    monkeypatch.setenv("BRIEFGEN_START", "spawn")
    assert run("build", outline, "-j", "3", "-o", tmp_path / "two").exit_code == 0
    assert made_in(tmp_path / "one") == made_in(tmp_path / "two")


ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT"


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(f"{ENDLESS} x AS 区, '1' AS 到馆, 'a' AS 说明 FROM c", marks=pytest.mark.slow),
        "SELECT zeroblob(1000000000) AS 区, '1' AS 到馆, 'a' AS 说明",
        "SELECT printf('%.*c', 900000000, 'x') AS 区, '1' AS 到馆, 'a' AS 说明",
        "SELECT hex(randomblob(900)) AS 区, '1' AS 到馆, 'a' AS 说明",
        "SELECT missing AS 区 FROM nowhere",
        "SELECT group_concat(sql) AS 区, '1' AS 到馆, 'a' AS 说明 FROM pragma_database_list",
    ],
)
def test_a_view_of_a_hostile_database_ends_and_is_told(project: Path, view: str) -> None:
    path = project / "t.db"
    with closing(sqlite3.connect(path)) as base:
        base.execute(f"CREATE VIEW v AS {view}")
        base.commit()
    before = path.read_bytes()
    start = time.process_time()
    with pytest.raises(ContentError) as raised:
        merge(order(project, path))
    assert_told("merge-database", raised.value)
    assert time.process_time() - start < 20
    assert path.read_bytes() == before
