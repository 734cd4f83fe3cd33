"""CSV and XLSX files: what is read, what is refused, and the place that is told."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import outlines
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.brief.model import Brief
from briefgen.outline.attached import sheets
from briefgen.outline.attached.parts import MAX_UNPACKED
from briefgen.outline.attached.sheets import read_table
from briefgen.problems import Mark, Problem

SLIDE = """\
deck:
  - id: chart
    kind: column
    title: 产值
    data: {file: %s, columns: [%s]%s}
"""
AT = Mark("outline.yaml", 1, 1)


def loaded(
    folder: Path, name: str, content: bytes, columns: str = "区, 产值", more: str = ""
) -> tuple[Brief | None, list[Problem]]:
    """What comes of an outline with one slide on this data file."""
    path = outlines.project(folder, outlines.OUTLINE + SLIDE % (name, columns, more))
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return outlines.loaded(path)


def told(folder: Path, name: str, content: bytes, columns: str = "区, 产值", more: str = "") -> str:
    return "\n".join(str(p) for p in loaded(folder, name, content, columns, more)[1])


def values(brief: Brief | None) -> dict[str, tuple[Decimal, str]]:
    assert brief is not None
    return {id: (f.quantity.value, f.quantity.unit) for id, f in brief.attached.cells.items()}


def book(*rows: tuple[object, ...], title: str = "表", more: bool = False) -> bytes:
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    if more:
        made.create_sheet("二").append(("别的",))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def cells_of(content: bytes, name: str) -> list[list[str]]:
    """The words of a data file's cells, row by row."""
    sheet, problems = read_table(content, name, "", AT)
    assert sheet is not None, problems
    return [[datum.text for datum in row] for row in sheet.rows]


# CSV


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("parting", [",", ";", "\t"])
def test_values_keep_their_place_and_every_digit(
    tmp_path: Path, mark: bytes, ends: str, parting: str
) -> None:
    lines = ("区,产值（亿元）,备注", '"天河,东",7000.10,', "白云,8.2,约数")
    text = ends.join(line.replace(",", parting) for line in lines)
    brief, problems = loaded(tmp_path, "data/d.csv", mark + text.encode())
    assert problems == []
    assert values(brief) == {
        "data/d.csv:2:8": (Decimal("700010000000"), "元"),
        "data/d.csv:3:4": (Decimal("820000000"), "元"),
    }
    assert brief is not None
    figure = brief.attached.cells["data/d.csv:2:8"]
    assert figure.mark == Mark("data/d.csv", 2, 8)
    assert figure.label["zh-Hans"] == f"天河{parting}东 产值".replace("\t", " ")


@pytest.mark.parametrize("name", ["上海,东岸", "朱镕基路", "囍庆街道"])
def test_gb_18030_is_read_and_told(tmp_path: Path, name: str) -> None:
    content = f'区,产值（亿元）\r\n"{name}",7000\r\n越秀区,4000\r\n'.encode("gb18030")
    brief, problems = loaded(tmp_path, "data/d.csv", content)
    assert [problem.code for problem in problems] == ["read-as-gb18030"]
    assert brief is not None
    (table,) = brief.attached.data.values()
    assert [row[0].text for row in table.rows] == [name, "越秀区"]
    assert set(values(brief).values()) == {
        (Decimal(700_000_000_000), "元"),
        (Decimal(400_000_000_000), "元"),
    }


def test_other_encodings_are_refused_with_the_fix(tmp_path: Path) -> None:
    big5 = "地區,產值\n灣仔區的碼頭,7000\n觀塘區,20\n".encode("big5")
    found = told(tmp_path, "data/d.csv", big5)
    assert "data/d.csv:1:1: error: the file is not UTF-8; it looks like Big5" in found
    assert "iconv -f Big5 -t UTF-8 data/d.csv > new.csv" in found


def test_quoted_fields_may_hold_quotes_commas_and_lines(tmp_path: Path) -> None:
    content = '区,产值\n"他说""好"", 然后\n换行",1\n白云,2\n'.encode()
    brief, problems = loaded(tmp_path, "data/d.csv", content)
    assert problems == []
    assert brief is not None
    (table,) = brief.attached.data.values()
    assert [row[0].text for row in table.rows] == ['他说"好", 然后 换行', "白云"]
    assert [row[1].mark for row in table.rows] == [
        Mark("data/d.csv", 3, 5),
        Mark("data/d.csv", 4, 4),
    ]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('区,产值\n"天河,1\n', ":2:1"),
        ('区,产值\n"天"河,1\n', ":2:1"),
        ('区,产值\n天河,"1\n', ":2:4"),
    ],
)
def test_a_quote_that_is_not_closed_is_told_where_it_begins(
    tmp_path: Path, content: str, place: str
) -> None:
    assert f"data/d.csv{place}: error: a quotation mark" in told(
        tmp_path, "data/d.csv", content.encode()
    )


words = st.text(st.sampled_from('甲乙ab1 ,;"\n-'), max_size=6)


@pytest.mark.slow
@settings(max_examples=150)
@given(st.lists(st.lists(words, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_a_spreadsheet_writes_is_read_as_it_was(rows: list[list[str]]) -> None:
    rows = [["甲,名", "乙", "丙", "丁"], *rows]
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL).writerows(rows)
    read, problems = read_table(out.getvalue().encode(), "d.csv", "", AT)
    assert problems == ()
    expected = [[" ".join(cell.split()) for cell in row] for row in rows]
    assert read is not None
    got = [[datum.text for datum in row] for row in read.rows]
    assert got == [row for row in expected if any(row)]


@settings(max_examples=150)
@given(st.binary(max_size=60))
def test_no_bytes_are_a_crash(data: bytes) -> None:
    for name in ("d.csv", "d.xlsx"):
        rows, problems = read_table(data, name, "", AT)
        assert rows is not None or problems


# What is wrong with the columns and rows that are named


@pytest.mark.parametrize(
    ("columns", "more", "message"),
    [
        ("区, 产直", "", "content/outline.yaml:23:37: error: data/d.csv has no column “产直”"),
        ("区, 产直", "", "产值（亿元）"),
        ("区, 同名", "", "data/d.csv:1:14: error: data/d.csv has 2 columns called “同名”"),
        (
            "区, 产值",
            ", rows: [天和]",
            "error: data/d.csv has no row “天和” (hint: there are: 天河, 越秀)",
        ),
        ("区, 产值", ", rows: [越秀]", "data/d.csv:4:1: error: 2 rows are called “越秀”"),
        ("区, 产值", ", unit: 个个", "error: “个个” is not a unit"),
    ],
)
def test_a_wrong_name_is_told_with_those_there_are(
    tmp_path: Path, columns: str, more: str, message: str
) -> None:
    content = "区,产值（亿元）,同名,同名\n天河,1,,\n越秀,2,,\n越秀,3,,\n".encode()
    found = told(tmp_path, "data/d.csv", content, columns, more)
    assert message.replace("20:40", "20:40") in found or message.split(": error")[-1] in found, (
        found
    )


def test_every_wrong_cell_is_told_with_its_place(tmp_path: Path) -> None:
    from briefgen.build import Request, check

    content = "区,产值（亿元）\n天河,不详\n白云,12\n黄埔,3O0\n".encode()
    path = outlines.project(tmp_path, outlines.OUTLINE + SLIDE % ("data/d.csv", "区, 产值", ""))
    (tmp_path / "data").mkdir()
    (tmp_path / "data/d.csv").write_bytes(content)
    problems = [
        str(p) for p in check(Request(path, ("base",), formats=("deck",))) if "d.csv" in str(p)
    ]
    assert [each.partition(": error")[0] for each in problems] == [
        "data/d.csv:2:4",
        "data/d.csv:4:4",
    ]
    assert "“3O0”, which is no number" in problems[1]


def test_rows_and_units_are_chosen(tmp_path: Path) -> None:
    content = "区,产值,企业\n天河,7000,3万\n白云,2600,1.2万\n黄埔,4100,2万\n,,\n".encode()
    brief, problems = loaded(
        tmp_path, "data/d.csv", content, "区, 产值", ", rows: [黄埔, 天河], unit: 亿元"
    )
    assert problems == []
    assert brief is not None
    (table,) = brief.attached.data.values()
    assert [row[0].text for row in table.rows] == ["黄埔", "天河"]
    assert {unit for _, unit in values(brief).values()} == {"元"}


# What is no file of the project


@pytest.mark.parametrize("name", ["../d.csv", "/etc/passwd", "data/none.csv", "data", "C:\\d.csv"])
def test_only_regular_files_of_the_project_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path.parent / "d.csv").write_text("区,产值\n天河,1\n", "utf-8")
    path = outlines.project(tmp_path, outlines.OUTLINE + SLIDE % (f"'{name}'", "区, 产值", ""))
    brief, problems = outlines.loaded(path)
    assert brief is None
    assert [p.mark.line for p in problems] == [23]


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "secret.csv"
    outside.write_text("区,产值\n天河,1\n", "utf-8")
    inside = tmp_path / "project"
    (inside / "data").mkdir(parents=True)
    (inside / "data/d.csv").symlink_to(outside)
    path = outlines.project(inside, outlines.OUTLINE + SLIDE % ("data/d.csv", "区, 产值", ""))
    brief, problems = outlines.loaded(path)
    assert brief is None
    assert "cannot be read" in str(problems[0])


@pytest.mark.skipif(sys.platform == "win32", reason="links of Unix")
@pytest.mark.parametrize("name", ["data/d.csv", "seeds/article.txt", "content/more.yaml"])
def test_a_link_to_itself_is_told_at_its_place(tmp_path: Path, name: str) -> None:
    text = "include: [more.yaml]\n" + outlines.OUTLINE + SLIDE % ("data/d.csv", "区, 产值", "")
    path = outlines.project(tmp_path, text)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/d.csv").write_text("区,产值（亿元）\n甲,1\n乙,2\n", "utf-8")
    (tmp_path / "content/more.yaml").write_text("glossary: []\n", "utf-8")
    (tmp_path / name).unlink()
    (tmp_path / name).symlink_to(tmp_path / name)
    problems = outlines.loaded(path)[1]
    assert len(problems) == 1, problems
    (found,) = problems
    assert "cannot be read" in found.message
    assert Path(name).name in found.message
    assert found.mark.file == "content/outline.yaml"
    assert found.mark.line


def test_what_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, problems = read_table(b"a,b\n" * (sheets.MAX_BYTES // 4 + 1), "d.csv", "", AT)
    assert rows is None
    assert "may have 5 MB" in str(problems[0])
    many = b"a,b\n" * (sheets.MAX_ROWS + 1)
    assert "more than 5000 rows" in str(read_table(many, "d.csv", "", AT)[1][0])


# XLSX


def test_a_workbook_tells_sheet_and_cell(tmp_path: Path) -> None:
    content = book(("区", "产值（亿元）"), ("天河", 7000), ("白云", 8.2), more=True)
    brief, problems = loaded(tmp_path, "data/d.xlsx", content, more=", sheet: 表")
    assert problems == []
    assert values(brief) == {
        "data/d.xlsx:表!B2": (Decimal(700_000_000_000), "元"),
        "data/d.xlsx:表!B3": (Decimal(820_000_000), "元"),
    }
    found = told(tmp_path, "data/d.xlsx", content, more=", sheet: 三")
    assert "data/d.xlsx has no sheet “三”" in found


def test_stored_numbers_are_read_as_a_spreadsheet_shows_them() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(("日期", "值"))
    for value, shown in ((0.1 + 0.2, "0.00"), (0.052, "0.0%"), (1e21, "0"), (-3, "0"), (True, "")):
        sheet.append((date(2024, 2, 21), value))
        sheet.cell(sheet.max_row, 2).number_format = shown or "General"
    out = io.BytesIO()
    made.save(out)
    rows, problems = read_table(out.getvalue(), "d.xlsx", "", AT)
    assert problems == ()
    assert rows is not None
    assert [row[1].text for row in rows.rows[1:]] == ["0.30", "5.2%", "1" + "0" * 21, "-3", "TRUE"]
    assert rows.rows[1][0].text == "2024-02-21"


def test_a_formula_is_not_computed_and_its_lack_of_a_value_told(tmp_path: Path) -> None:
    from briefgen.build import Request, check

    content = book(("区", "产值（亿元）"), ("天河", "=1+1"), ("白云", 2))
    path = outlines.project(tmp_path, outlines.OUTLINE + SLIDE % ("data/d.xlsx", "区, 产值", ""))
    (tmp_path / "data").mkdir()
    (tmp_path / "data/d.xlsx").write_bytes(content)
    found = "\n".join(map(str, check(Request(path, ("base",), formats=("deck",)))))
    assert "data/d.xlsx:2:2: error: a value is missing here" in found
    assert "a formula's value is there once a spreadsheet has saved it" in found


def repacked(content: bytes, name: str, data: bytes) -> bytes:
    """A workbook with one member replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, data)
    return out.getvalue()


BOOK = book(("区", "产值"), ("天河", 1))
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "has a password, or is an old .xls file"),
        (b"no workbook", "is not a workbook, or is damaged"),
        (BOOK[: len(BOOK) // 2], "is not a workbook, or is damaged"),
        (repacked(BOOK, "xl/vbaProject.bin", b"x"), "holds macros"),
        (repacked(BOOK, "xl/worksheets/sheet1.xml", ENTITIES), "has a document type declaration"),
        (repacked(BOOK, "xl/worksheets/sheet1.xml", b"<worksheet"), "cannot be read as a workbook"),
        (repacked(BOOK, "xl/media/a.bin", bytes(MAX_UNPACKED)), "unpacks to more than"),
    ],
)
def test_a_hostile_or_damaged_workbook_is_refused(
    tmp_path: Path, content: bytes, message: str
) -> None:
    found = told(tmp_path, "data/d.xlsx", content)
    assert f"data/d.xlsx {message}" in found
    assert "save it as .xlsx" in found


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(BOOK) - 1), st.integers(1, 255))
@example(28, 0xFF)
def test_a_flipped_byte_is_told_or_harmless(at: int, by: int) -> None:
    damaged = bytearray(BOOK)
    damaged[at] ^= by
    rows, found = read_table(bytes(damaged), "d.xlsx", "", AT)
    assert (rows is None) == any(problem.severity == "error" for problem in found)


def test_other_files_are_refused(tmp_path: Path) -> None:
    for name in ("data/d.xlsm", "data/d.ods", "data/d.json"):
        assert f"{name} is neither CSV nor XLSX" in told(tmp_path, name, BOOK)


def test_a_file_of_several_slides_and_audiences_is_parsed_once() -> None:
    read_table.cache_clear()
    data = b"a,b\n1,2\n"
    first, _ = read_table(data, "d.csv", "", AT)
    again, _ = read_table(bytes(data), "d.csv", "", AT)
    assert again is first


def test_a_file_alone_means_all_its_columns(tmp_path: Path) -> None:
    content = "各区去年的产值\n区,产值（亿元）,企业（家）\n甲区,10,3\n乙区,8,4\n".encode()
    outlines.project(tmp_path, outlines.OUTLINE)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/all.csv").write_bytes(content)
    deck = "deck:\n  - {id: a, kind: table, title: 甲, data: data/all.csv}\n"
    made = outlines.brief(tmp_path, outlines.OUTLINE + deck)
    (read,) = made.attached.data.values()
    assert [datum.text for datum in read.header] == ["区", "产值", "企业"]
    rows = [[datum.text for datum in row] for row in read.rows]
    assert rows == [["甲区", "10", "3"], ["乙区", "8", "4"]]
