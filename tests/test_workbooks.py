"""Workbooks as somebody sees them: number formats, hidden things, headings, Strict files."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import outlines
import pytest
from rows import every
from test_data import AT, book, loaded, repacked, told, values

from briefgen.brief.model import Brief, DataTable
from briefgen.outline.attached.sheets import read_table
from briefgen.outline.attached.shown import shown_number, shown_text
from briefgen.problems import Problem

SHOWN = (
    # Digits
    ("0.0512345678901234", "0.0%", "5.1%"),
    ("1234.56789012345", "#,##0.0", "1,234.6"),
    ("-0.0271828182845", "0.0%", "-2.7%"),
    ("2.5", "0", "3"),
    ("-2.5", "0", "-3"),
    ("0.285", "0.00", "0.29"),
    ("-0.04", "0.0", "0.0"),
    ("5", "0.##", "5"),
    ("5", "00000", "00005"),
    ("13912345678", "000 0000 0000", "139 1234 5678"),
    ("0", "#", ""),
    ("0.5", "#.0", "0.5"),
    # Without a format
    ("33.3333333333333", "General", "33.33333333"),
    ("0.3", "General", "0.3"),
    ("123456789012", "General", "123456789012"),
    ("8.2", "G/通用格式", "8.2"),
    ("8.2", 'General"家"', "8.2家"),
    # Scaled
    ("12345", '0\\.0,"万"', "1.2万"),
    ("1234567", '0.00,,"百万"', "1.23百万"),
    ("1234567", "#,##0,", "1,235"),
    ("123456", "0.00E+00", "123000"),
    ("1.5", "# ?/?", "1 1/2"),
    # Below zero, zero, conditions, colours, brackets
    ("-1234.5", "#,##0.00;(#,##0.00)", "-1,234.50"),
    ("-1234.5", "0.0;[Red]0.0", "-1234.5"),
    ("-1234.5", "0.0;[红色]0.0", "-1234.5"),
    ("-2.5", '"升"0.0%;"降"0.0%', "降250.0%"),
    ("0.025", "+0.0%;-0.0%", "+2.5%"),
    ("-3.2", '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "-3.20"),
    ("0", "0.0;-0.0;\\-", "-"),
    ("12345", '[>=10000]0.0,"千";0', "12.3千"),
    ("-5", '[>=10000]0.0,"千";0', "-5"),
    ("5", ";;;", ""),
    # Money
    ("1234.5", "[$¥-804]#,##0.00", "¥1,234.50"),
    ("1234.5", '"$"#,##0.00', "$1,234.50"),
    # Dates and times
    ("45054", "yyyy-mm-dd", "2023-05-08"),
    ("45054", "yyyy/m/d", "2023/5/8"),
    ("45054", 'yyyy"年"m"月"', "2023年5月"),
    ("45054", 'yyyy"年"m"月"d"日";@', "2023年5月8日"),
    ("45054", '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二三年五月八日"),
    ("45054", "[$-409]d\\-mmm\\-yy;@", "8-May-23"),
    ("45054", "mmmm d, yyyy", "May 8, 2023"),
    ("45054", "[$-804]aaaa;@", "星期一"),
    ("45054", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2023年5月8日"),
    ("45054.75", "yyyy/m/d h:mm AM/PM", "2023/5/8 6:00 PM"),
    ("45054.75", '上午/下午h"时"mm"分"', "下午6时00分"),
    ("1.5", "[h]:mm", "36:00"),
    ("0.0000116", "mm:ss.0", "00:01.0"),
    ("61", "yyyy-mm-dd", "1900-03-01"),
)


@every(("stored", "code", "words"), SHOWN)
def test_a_number_is_shown_by_its_format(stored: str, code: str, words: str) -> None:
    assert " ".join(shown_number(Decimal(stored), code).split()) == words


def test_days_may_count_from_1904() -> None:
    assert shown_number(Decimal(43592), "yyyy-mm-dd", from_1904=True) == "2023-05-08"


@pytest.mark.parametrize(("last", "from_1904"), [(2_958_465, False), (2_957_003, True)])
def test_the_last_day_is_shown_and_none_after_it(last: int, from_1904: bool) -> None:
    """As a sheet does, that shows ##### then."""
    assert shown_number(Decimal(last), "yyyy-mm-dd", from_1904) == "9999-12-31"
    assert "9999" not in shown_number(Decimal(last + 1), "yyyy-mm-dd", from_1904)


def test_words_are_shown_by_the_fourth_part_of_a_format() -> None:
    assert shown_text("天河", '0;-0;0;@"区"') == "天河区"
    assert shown_text("天河", ";;;") == ""
    assert shown_text("天河", "0.0%") == "天河"


def changed(content: bytes, name: str, *pairs: tuple[str, str]) -> bytes:
    """A workbook with words of one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        assert any(name in member for member in old.namelist())
        for member in old.namelist():
            text = old.read(member)
            text = text if b"&#" not in text else _plain(text)
            if name in member:
                for before, after in pairs:
                    assert before.encode() in text, before
                    text = text.replace(before.encode(), after.encode())
            new.writestr(member, text)
    return out.getvalue()


def _plain(text: bytes) -> bytes:
    """XML with hanzi in UTF-8 for their numbers."""
    return re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), text.decode()).encode()


def saved(made: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def sheet_of(
    *rows: tuple[object, ...],
) -> tuple[openpyxl.Workbook, openpyxl.worksheet.worksheet.Worksheet]:
    made = openpyxl.Workbook()
    made.active.title = "表"
    for row in rows:
        made.active.append(row)
    return made, made.active


def table(brief: Brief | None) -> DataTable:
    assert brief is not None
    (found,) = brief.attached.data.values()
    return found


def cells(brief: Brief | None) -> list[list[str]]:
    return [[datum.text for datum in row] for row in table(brief).rows]


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_values_are_those_that_cells_show(tmp_path: Path) -> None:
    made, sheet = sheet_of(
        ("月份", "产值（亿元）", "增速"),
        (datetime(2023, 4, 1), 18.0499, 0.061234),
        (datetime(2023, 5, 1), 1 / 3, -0.02718),
    )
    for row in (2, 3):
        sheet.cell(row, 1).number_format = 'yyyy"年"m"月"'
        sheet.cell(row, 2).number_format = "0.0"
        sheet.cell(row, 3).number_format = "0.00%"
    brief, problems = loaded(tmp_path, "data/d.xlsx", saved(made), "月份, 产值, 增速")
    assert problems == []
    assert cells(brief) == [["2023年4月", "18.0", "6.12%"], ["2023年5月", "0.3", "-2.72%"]]
    assert values(brief)["data/d.xlsx:表!B3"] == (Decimal(30_000_000), "元")
    assert values(brief)["data/d.xlsx:表!C3"] == (Decimal("-2.72"), "%")


def test_a_plus_sign_is_shown_and_counts(tmp_path: Path) -> None:
    made, sheet = sheet_of(("区", "增速"), ("天河", 0.052), ("越秀", -0.01))
    for row in (2, 3):
        sheet.cell(row, 2).number_format = "+0.0%;-0.0%"
    brief, problems = loaded(tmp_path, "data/d.xlsx", saved(made), "区, 增速")
    assert problems == []
    assert list(values(brief).values()) == [(Decimal("5.2"), "%"), (Decimal("-1.0"), "%")]


def test_digits_that_nobody_chose_are_told(tmp_path: Path) -> None:
    made, _ = sheet_of(("区", "产值（亿元）"), ("天河", 100 / 3), ("越秀", 2))
    found = told(tmp_path, "data/d.xlsx", saved(made))
    assert "data/d.xlsx:2:2: warning: 表!B2 is shown with all its digits: 33.33333333" in found


def test_hidden_rows_are_left_out_and_told(tmp_path: Path) -> None:
    made, sheet = sheet_of(
        ("区", "产值（亿元）"), ("海珠", 7), ("停报区", 999), ("番禺", 5), ("旧", 1)
    )
    sheet.row_dimensions[3].hidden = True
    content = changed(saved(made), "sheet1", ('<row r="5"', '<row r="5" ht="0" customHeight="1"'))
    brief, problems = loaded(tmp_path, "data/d.xlsx", content)
    assert [row[0] for row in cells(brief)] == ["海珠", "番禺"]
    (problem,) = problems
    assert problem.code == "data-hidden"
    assert "rows 3, 5 of 表" in str(problem)
    found = told(tmp_path, "data/d.xlsx", saved(made), more=", rows: [海珠, 停报区]")
    assert "error: the row “停报区” of data/d.xlsx is hidden" in found


def test_hidden_rows_reach_no_output(tmp_path: Path) -> None:
    from briefgen.build import Request, build

    made, sheet = sheet_of(("区", "产值（亿元）"), ("海珠", 7), ("停报区", 999), ("番禺", 5))
    sheet.row_dimensions[3].hidden = True
    path = outlines.project(
        tmp_path,
        outlines.OUTLINE
        + "deck:\n  - {id: a, kind: bar, title: 产值, data: {file: d.xlsx, columns: [区, 产值]}}\n",
    )
    (tmp_path / "d.xlsx").write_bytes(saved(made))
    (made_file,) = build(Request(path, ("base",), formats=("deck",))).written
    with zipfile.ZipFile(made_file) as deck:
        for name in deck.namelist():
            data = deck.read(name)
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(data)) as inner:
                    data = b"".join(inner.read(each) for each in inner.namelist())
            assert "停报".encode() not in data, name
            assert b">999<" not in data, name


def test_hidden_columns_are_left_out_and_told(tmp_path: Path) -> None:
    made, sheet = sheet_of(("区", "内部口径", "产值（亿元）"), ("海珠", 1, 7), ("番禺", 2, 5))
    sheet.column_dimensions["B"].hidden = True
    brief, problems = loaded(tmp_path, "data/d.xlsx", saved(made))
    assert cells(brief) == [["海珠", "7"], ["番禺", "5"]]
    assert "columns B of 表" in str(problems[0])
    found = told(tmp_path, "data/d.xlsx", saved(made), "区, 内部口径")
    assert "error: the column “内部口径” of data/d.xlsx is hidden" in found


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_left_out_and_told(tmp_path: Path, state: str) -> None:
    made, _ = sheet_of(("区", "产值（亿元）"), ("海珠", 99), ("番禺", 98))
    more = made.create_sheet("公布")
    for row in (("区", "产值（亿元）"), ("海珠", 7), ("番禺", 5)):
        more.append(row)
    made["表"].sheet_state = state
    made.active = 1
    brief, problems = loaded(tmp_path, "data/d.xlsx", saved(made))
    assert cells(brief) == [["海珠", "7"], ["番禺", "5"]]
    assert "the sheets before it: 表" in str(problems[0])
    found = told(tmp_path, "data/d.xlsx", saved(made), more=", sheet: 表")
    assert "error: the sheet “表” of data/d.xlsx is hidden" in found


def test_a_title_above_the_headings_is_no_heading(tmp_path: Path) -> None:
    made, sheet = sheet_of(
        ("2023年各区主要指标",),
        (None, None, "单位：亿元"),
        ("区", "产值", "税收"),
        ("海珠", 7, 2),
        ("番禺", 5, 1),
    )
    sheet.merge_cells("A1:C1")
    brief, problems = loaded(tmp_path, "data/d.xlsx", saved(made), "区, 产值, 税收")
    assert codes(problems) == ["unit-above"]
    assert set(values(brief).values()) == {(Decimal(n) * 10**8, "元") for n in (7, 2, 5, 1)}


def test_headings_over_several_columns_go_before_theirs(tmp_path: Path) -> None:
    made, sheet = sheet_of(
        ("区", "产值（亿元）", None, "税收（万元）", None),
        (None, "2022年", "2023年", "2022年", "2023年"),
        ("海珠", 7, 8, 70, 80),
        ("番禺", 5, 6, 50, 60),
    )
    for box in ("A1:A2", "B1:C1", "D1:E1"):
        sheet.merge_cells(box)
    columns = "区, 产值 2023年, 税收（万元）2023年"
    brief, problems = loaded(tmp_path, "data/d.xlsx", saved(made), columns)
    assert problems == []
    assert [datum.text for datum in table(brief).header] == ["区", "产值 2023年", "税收 2023年"]
    assert values(brief)["data/d.xlsx:表!C3"] == (Decimal(8) * 10**8, "元")
    assert values(brief)["data/d.xlsx:表!E4"] == (Decimal(60) * 10**4, "元")
    found = told(tmp_path, "data/d.xlsx", saved(made), "区, 2023年")
    assert "data/d.xlsx has 2 columns called “2023年”" in found


def test_the_row_of_headings_may_be_said(tmp_path: Path) -> None:
    content = "表一,各区\n,指标\n区,产值（亿元）\n海珠,7\n番禺,5\n".encode()
    brief, problems = loaded(tmp_path, "data/d.csv", content, more=", header_row: 3")
    assert problems == []
    assert cells(brief) == [["海珠", "7"], ["番禺", "5"]]
    found = told(tmp_path, "data/d.csv", content, more=", header_row: 30")
    assert "content/outline.yaml:23:60: error: data/d.csv has nothing in row 30" in found
    found = told(tmp_path, "data/d.csv", content, "区, 产量")
    assert "header_row: 2" in found


def test_a_blank_heading_is_the_one_above_where_the_row_is_said(tmp_path: Path) -> None:
    content = "区,产值（亿元）,\n,2022年,2023年\n海珠,7,8\n番禺,5,6\n".encode()
    brief, problems = loaded(tmp_path, "data/d.csv", content, "区, 2022年", more=", header_row: 2")
    assert problems == []
    assert values(brief)["data/d.csv:3:4"] == (Decimal(7) * 10**8, "元")


def test_strict_files_are_read(tmp_path: Path) -> None:
    made, sheet = sheet_of(
        ("月", "产值（亿元）"), (datetime(2023, 4, 1), 7), (datetime(2023, 5, 1), 5)
    )
    sheet.cell(2, 1).number_format = sheet.cell(3, 1).number_format = "yyyy-mm-dd"
    content = saved(made)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = changed(content, "xl/w", (main, "http://purl.oclc.org/ooxml/spreadsheetml/main"))
    content = changed(content, "xl/styles", (main, "http://purl.oclc.org/ooxml/spreadsheetml/main"))
    old = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    new = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    content = changed(content, "rels", (old, new))
    content = changed(content, "xl/workbook.xml", (old, new))
    brief, problems = loaded(tmp_path, "data/d.xlsx", content, "月, 产值")
    assert problems == []
    assert cells(brief) == [["2023-04-01", "7"], ["2023-05-01", "5"]]


def test_escapes_of_characters_are_read(tmp_path: Path) -> None:
    made, _ = sheet_of(("区", "产值（亿元）"), ("海珠CR", 7), ("aLITERAL", 5))
    pairs = ("CR", "_x000D_\n（全区）"), ("LITERAL", "_x005F_x000D_b")
    brief, problems = loaded(tmp_path, "data/d.xlsx", changed(saved(made), "sheet1", *pairs))
    assert problems == []
    assert [row[0] for row in cells(brief)] == ["海珠 （全区）", "a_x000D_b"]


def shared(content: bytes, strings: str) -> bytes:
    """A workbook whose cell A2 is the first of these shared strings."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    related = f'<Relationship Type="{kind}" Target="/xl/SharedStrings.xml" Id="s"/></Relationships>'
    content = changed(content, "workbook.xml.rels", ("</Relationships>", related))
    content = changed(content, "sheet1", ('r="A2" t="inlineStr"', 'r="A2" t="s"'))
    content = changed(content, "sheet1", ("<is><t>东京</t></is>", "<v>0</v>"))
    return repacked(
        content, "xl/sharedStrings.xml", f'<sst xmlns="{main}">{strings}</sst>'.encode()
    )


def test_shared_strings_are_read_without_how_they_are_pronounced(tmp_path: Path) -> None:
    spoken = "<rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/>"
    content = shared(
        book(("区", "产值（亿元）"), ("东京", 7), ("大阪", 5)),
        f"<si><r><t>东</t></r><r><rPr><b/></rPr><t>京</t></r>{spoken}</si>",
    )
    brief, problems = loaded(tmp_path, "data/d.xlsx", content)
    assert problems == []
    assert cells(brief)[0] == ["东京", "7"]


def test_errors_and_formulas_without_a_value_are_told(tmp_path: Path) -> None:
    content = book(("区", "产值（亿元）"), ("海珠", "#DIV/0!"), ("番禺", "=1+1"), ("南沙", 3))
    found = told(tmp_path, "data/d.xlsx", content)
    assert "data/d.xlsx:2:2: error: 表!B2 shows the error #DIV/0!" in found
    assert "data/d.xlsx:3:2: warning: the formula in 表!B3 has no stored value" in found


def test_a_value_below_a_merged_cell_is_not_seen(tmp_path: Path) -> None:
    content = changed(
        book(("区", "产值（亿元）"), ("海珠", 7), ("番禺", 5)),
        "sheet1",
        ("</sheetData>", '</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>'),
    )
    brief, _ = loaded(tmp_path, "data/d.xlsx", content)
    assert cells(brief) == [["海珠", "7"], ["番禺", ""]]


def test_a_document_type_is_refused_in_whatever_encoding(tmp_path: Path) -> None:
    content = book(("区", "产值"), ("海珠", 7))
    evil = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            same = old.read(member)
            new.writestr(member, evil.encode("utf-16") if "sheet1" in member else same)
    found = told(tmp_path, "data/d.xlsx", out.getvalue())
    assert "has a document type declaration" in found


# Brackets in headings


@pytest.mark.parametrize("unit", ["GWh·天", "亿吨节", "RMB billion p.a."])
def test_a_bracket_that_is_no_unit_stays_in_its_heading_and_is_told(
    tmp_path: Path, unit: str
) -> None:
    content = f"区,流量（{unit}）\n海珠,7\n番禺,5\n".encode()
    brief, problems = loaded(tmp_path, "data/d.csv", content, f"区, 流量（{unit}）")
    assert table(brief).header[1].text == f"流量（{unit}）"
    assert codes(problems) == ["heading-unit"]
    assert problems[0].mark.line == 1


def test_a_bracket_over_values_with_units_is_none(tmp_path: Path) -> None:
    content = "区,产值（可比价）\n海珠,7亿元\n番禺,5亿元\n".encode()
    assert loaded(tmp_path, "data/d.csv", content, "区, 产值（可比价）")[1] == []


# Commas


@pytest.mark.parametrize("number", ["0,125", "1,250", "2,375", "12,5"])
def test_a_comma_that_may_stand_before_decimals_is_refused(tmp_path: Path, number: str) -> None:
    content = f"区;产值（亿元）\n海珠;{number}\n番禺;5\n".encode()
    brief, problems = loaded(tmp_path, "data/d.csv", content)
    assert brief is None
    assert [str(p.mark) for p in problems] == ["data/d.csv:2:4"]
    assert codes(problems) == ["decimal-or-thousands"]


@pytest.mark.parametrize("parting", [",", "\t"])
@pytest.mark.parametrize("number", ["0,125", "1,25"])
def test_thousands_come_in_threes_and_do_not_begin_with_0(
    tmp_path: Path, number: str, parting: str
) -> None:
    content = f'区{parting}产值（亿元）\n海珠{parting}"{number}"\n番禺{parting}5\n'.encode()
    assert codes(loaded(tmp_path, "data/d.csv", content)[1]) == ["decimal-or-thousands"]


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("0,125", "0.125"),
        ("1,250", "1.25"),
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("-2,5", "-2.5"),
    ],
)
def test_a_decimal_comma_that_is_said_is_read(tmp_path: Path, number: str, value: str) -> None:
    content = f"区;产值（亿元）;增速\n海珠;{number};3,5%\n番禺;5;1%\n".encode()
    brief, problems = loaded(
        tmp_path, "data/d.csv", content, "区, 产值, 增速", more=', decimal: ","'
    )
    assert problems == []
    found = values(brief)
    assert found["data/d.csv:2:4"] == (Decimal(value) * 10**8, "元")
    assert found[f"data/d.csv:2:{5 + len(number)}"] == (Decimal("3.5"), "%")


def test_what_is_no_number_with_a_decimal_comma_is_told(tmp_path: Path) -> None:
    content = "区;产值（亿元）\n海珠;1,234.5\n番禺;31.12.2023\n".encode()
    problems = loaded(tmp_path, "data/d.csv", content, more=', decimal: ","')[1]
    assert codes(problems) == ["no-decimal-comma"]
    assert problems[0].mark.line == 2


def test_commas_of_thousands_are_read_where_a_number_says_so(tmp_path: Path) -> None:
    content = "区;产值（亿元）\n海珠;1,250\n番禺;1,250.5\n".encode()
    brief, problems = loaded(tmp_path, "data/d.csv", content)
    assert problems == []
    assert values(brief)["data/d.csv:2:4"] == (Decimal(1250) * 10**8, "元")
    content = "区;产值（亿元）\n海珠;1,250\n番禺;980\n".encode()
    brief, problems = loaded(tmp_path, "data/d.csv", content, more=', decimal: "."')
    assert problems == []
    assert values(brief)["data/d.csv:2:4"] == (Decimal(1250) * 10**8, "元")


def test_a_written_value_with_a_comma_behind_0_is_refused(tmp_path: Path) -> None:
    text = outlines.OUTLINE.replace("value: 3200亿元", "value: '0,125亿元'")
    path = outlines.project(tmp_path, text + outlines.TOPICS)
    assert "“0,125亿元” is not one quantity" in "\n".join(map(str, outlines.loaded(path)[1]))


# What is small on disk and large in memory, or is read again for each of its cells

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADINGS = '<row r="1"><c t="str"><v>区</v></c><c t="str"><v>产值</v></c></row>'
SEVEN = '<col min="7" max="9" hidden="1"/>'
AGAIN = f"<cols>{SEVEN * 90_000}</cols>"
FAR = '<cols><col min="2" max="999999999" hidden="1"/></cols>'


def sheet(rows: str, before: str = "", behind: str = "") -> tuple[str, str]:
    parts = f"{before}<sheetData>{HEADINGS}{rows}</sheetData>{behind}"
    return "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}">{parts}</worksheet>'


def filled(count: int) -> str:
    return f"<row>{'<c><v>1</v></c>' * 100}</row>" * (count // 100)


def merges(*ranges: str) -> str:
    return f"<mergeCells>{''.join(f'<mergeCell ref={each!r}/>' for each in ranges)}</mergeCells>"


ROWS, SOUNDS, NAMES = range(2, 4_990), "<rPh/>" * 480_000, list(map(str, range(60_000)))
STAIRS = [f"{'CD'[n % 2]}{n}:{'CD'[n % 2]}{n + 1}" for n in range(1, 4_900)]
UNFOLDED: dict[str, tuple[Callable[[], tuple[str, str]], int | str]] = {
    "cells merged again": (
        lambda: sheet(filled(30_000), behind=merges(*["C9:E9"] * 90_000)),
        "has merged cells that lie over each other in row 9",
    ),
    "all merged": (lambda: sheet(filled(30_000), behind=merges("A1:XFD1048576", "B2")), 1),
    "headings without end": (lambda: sheet(filled(30_000), behind=merges(*STAIRS)), 301),
    "hidden again": (
        lambda: sheet(filled(30_000), AGAIN),
        301,
    ),
    "hidden far away": (lambda: sheet(filled(30_000), FAR), 301),
    "one cell at the end of each row": (
        lambda: sheet("".join(f'<row r="{n}"><c r="GR{n}"><v>1</v></c></row>' for n in ROWS)),
        4_989,
    ),
    "a cell far below": (lambda: sheet('<row r="812345"><c><v>1</v></c></row>'), "more than 5000"),
    "rows of nothing": (lambda: sheet("<row/>" * 480_000), "more than 5000"),
    "sounds of words": (
        lambda: ("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"><si>{SOUNDS}</si></sst>'),
        2,
    ),
    "digits": (lambda: sheet(f"<row><c/><c><v>{'7' * 5_000_000}</v></c></row>"), 2),
    "exponents": (lambda: sheet("<row><c><v>1e99999999</v></c><c><v>-3e-9999999</v></c></row>"), 2),
    "names of names": (
        lambda: sheet("".join(f'<x xmlns:y{n}="z{n}"/>' for n in range(150_000))),
        1,
    ),
    "attributes": (lambda: sheet(f"<row {' '.join(f'y{n}=%r' % n for n in NAMES)}/>"), 1),
}


@pytest.mark.slow
@every("what", UNFOLDED)
def test_a_small_workbook_is_read_or_refused_in_time(tmp_path: Path, what: str) -> None:
    made, expected = UNFOLDED[what]
    part, markup = made()
    data = repacked(book(("区", "产值"), ("海珠", 7)), part, markup.encode())
    assert len(data) < 1_000_000
    start = time.process_time()
    found = told(tmp_path, "data/d.xlsx", data) if isinstance(expected, str) else ""
    rows, _ = read_table(data, "d.xlsx", "", AT)
    read_table.cache_clear()
    assert time.process_time() - start < 5
    if isinstance(expected, str):
        assert expected in found, found
    else:
        assert rows
        assert len(rows.rows) == expected
