"""What is read of tables for a merge, what their rows are called, and which are asked for, as
hashes: tables of many forms and faults, patterns, selections. What is right of it other tests say;
this holds that none of it changes unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import xlsxwriter
from outlines import project
from prints import held

from briefgen.build import load
from briefgen.merging.names import checked_pattern, name_of, selection, unnamed
from briefgen.merging.placed import check_columns
from briefgen.merging.table import Table, open_table
from briefgen.problems import BriefgenError, Problem, Problems, UnfitError
from briefgen.request import Request

WIDE = ",".join(f"列{n}" for n in range(401))
TABLES = {
    "plain.csv": '站,客流,备注\n东站,1200,\n西站,"8,5",直达\n',
    "tabs.tsv": "站\t客流\n东站\t1200\n西站\t85\n",
    "marks.txt": "站;客流;份额\n东站;1.200,5;3,5%\n西站;85;40%\n",
    "blank.csv": "\n\n  ,\n站,客流\n\n东站,1\n,\n西站,2\n\n",
    "short.csv": "站,客流,备注\n东站,1\n西站,2,x,\n南站,3,x,y\n北站,4,x\n",
    "unnamed.csv": "站,,备注\n东站,1,x\n",
    "twice.csv": "站,客流,站,客流\n东站,1,2,3\n",
    "quotes.csv": '站,说明\n"东\n站","说""好"""\n西站,"开着\n南站,后面\n',
    "head.csv": '站,"说明\n东站,1\n',
    "within.csv": '站,说明\n东"站",1\n"西站"x,2\n',
    "signs.csv": "站,说明\n东\x07站,1\n西站,\u202e反\n南站,ﷺ\u200b\n",
    "wide.csv": WIDE + "\n1\n",
    "empty.csv": "",
    "none.csv": "\n,,\n \n",
    "only.csv": "站,客流\n",
    "last.csv": "站,客流\r\n东站,1\r\n西站,2",
    "long.csv": "站,说明\n" + '甲,"' + "\n" * 1003 + "\n乙,2\n",
    "deck.docx": "x",
}
BYTES = {
    "gb.csv": "站,客流\n东站,一千\n".encode("gb18030"),
    "bom.csv": b"\xef\xbb\xbf" + "站,客流\n东站,1\n".encode(),
    "utf16.csv": "站,客流\n".encode("utf-16"),
    "torn.csv": "站,客流\n东站,1\n".encode() + b"\xff\xff\n\x81",
}


def workbook(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        first, second = book.add_worksheet("甲"), book.add_worksheet("乙")
        for row, cells in enumerate((("站", "客流", "比"), ("东站", 1200.5, 0.25), (), ("西站",))):
            first.write_row(row + 1, 0, cells)
        first.write(5, 2, "#DIV/0!")
        first.write_formula(6, 1, "=1+1", value="")
        first.write(7, 4, "出界")
        first.write_boolean(8, 0, True)
        second.write_row(0, 0, ("站",))


def database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as base:
        base.execute("CREATE TABLE 站 (名, 客流)")
        rows = (("东站", 1.5), (None, 2), (b"x", 3), ("  ", None), ("西\x07站", 4))
        base.executemany("INSERT INTO 站 VALUES (?, ?)", rows)
        base.execute('CREATE VIEW "全" AS SELECT 名 FROM 站')
        base.commit()


def read(path: Path, sheet: str = "") -> Iterator[str]:
    """The columns of a table, and each row with its places, or what is wrong with it."""
    try:
        table = open_table(path, path.name, sheet)
        yield repr(table.columns)
        for found, share in table.rows():
            said = found.told("en") if isinstance(found, Problem) else repr(found)
            yield f"{said} {share:.3f}" if path.suffix != ".xlsx" else said
    except BriefgenError as error:
        yield from (each.told("en") for each in error.problems)


def tables(folder: Path) -> Iterator[tuple[str, bytes]]:
    for name, text in TABLES.items():
        (folder / name).write_bytes(text.encode())
    for name, data in BYTES.items():
        (folder / name).write_bytes(data)
    workbook(folder / "book.xlsx")
    database(folder / "base.db")
    for path in sorted(folder.iterdir()):
        for sheet in (
            ("", "乙", "全", "站", "无") if path.suffix in (".xlsx", ".db") else ("", "甲")
        ):
            yield f"{path.name} {sheet}", "\n".join(read(path, sheet)).encode()


def test_what_is_read_of_tables(tmp_path: Path, update: bool) -> None:
    held("merging-tables", tables(tmp_path), update)


PATTERNS = (
    "{站}", "{ 站 }-{line}", "甲/{站}/{客流}", "{站}.报告", " {站} ", "{无}", "../{站}", "/{站}",
    "{站}/", "", ".{站}", "{站}.", "con", "con.{站}", "甲\\{站}", "a*{站}", "{站}" * 90, "x{站",
)  # fmt: skip
CELLS = (
    "东站", "", " ", "a/b", "CON", "com1.x", ".藏", "尾.", "e\u0301", "长" * 70, "长" * 59 + "ab",
    "?", "a\tb", "lpt9", "nul",
)  # fmt: skip


def tried(made: Callable[[], object]) -> bytes:
    try:
        return repr(made()).encode()
    except (BriefgenError, UnfitError) as error:
        found = getattr(error, "problems", None)
        return "\n".join(each.told("en") for each in found or [Problem.of(str(error))]).encode()


def names(folder: Path) -> Iterator[tuple[str, bytes]]:
    (folder / "t.csv").write_text("站,客流\n" + "".join(f'"{each}",7\n' for each in CELLS), "utf-8")
    table = open_table(folder / "t.csv", "t.csv", "")
    rows = [row for row, _ in table.rows() if not isinstance(row, Problem)]
    for number, written in enumerate(PATTERNS):
        made = tried(lambda written=written: checked_pattern(written, table.columns))
        yield f"pattern {number}", made
        if made.startswith(b"'"):
            for row in rows:
                try:
                    said = name_of(checked_pattern(written, table.columns), row)
                except UnfitError as error:
                    said = unnamed(row, error).told("zh")
                yield f"pattern {number} line {row.line}", said.encode()
    for number, given in enumerate(SELECTED):
        try:
            wanted = selection(given, table.columns)
            said = repr([row.line for row in rows if wanted.takes(row)])
            said += repr([wanted.takes_line(line) for line in range(20)])
        except BriefgenError as error:
            said = "\n".join(each.told("en") for each in error.problems)
        yield f"selection {number}", said.encode()


SELECTED: tuple[tuple[str, ...], ...] = (
    (), ("2",), ("2-4",), ("2 – 4，9",), ("4-2",), ("3~3", "站=a/b"), ("站=东站",),
    ("客流=7", "站=?"),
    ("站=东站", "站= CON "), ("无=1",), ("x",), ("",), ("2-",), ("2,,3",),
    (" 站 =东站", "2"), ("站=",),
)  # fmt: skip


def test_what_rows_are_called_and_which_are_asked_for(tmp_path: Path, update: bool) -> None:
    held("merging-names", names(tmp_path), update)


PLACED = """\
brief: {title: '{站}的{客流}'}
figures:
  a: {value: '{客流}', unit: 人, kind: actual, label: 客流}
topics: [{id: t, name: '{站名}', effort: '{a}', goal: '{b}', summary: '{a}与{c}'}]
"""
OTHERS = {
    "figures": "figures: {set: {b: {value: 3家}}}\nbrief: {title: '{c}'}\n",
    "items": "figures:\n  add:\n    - {after: a, figure: {id: c, value: 3家}}\n"
    "    - figure: {id: b, value: 4家}\n    - x\n",
    "bare": "brief: {title: 题}\n",
}


def placed(folder: Path) -> Iterator[tuple[str, bytes]]:
    path = project(folder, PLACED, **OTHERS)
    loaded = load(Request(path, ("base",)))
    for columns in (("站", "客流"), ("站名",), ("d",)):
        for audiences in ((), ("base",), *((name,) for name in OTHERS), ("{站}",), ("none",)):
            problems = Problems()
            check_columns(
                loaded.project, audiences, Table("t.csv", columns, lambda: iter(())), problems
            )
            said = "\n".join(each.told("en") for each in problems)
            yield f"{'-'.join(columns)} {' '.join(audiences)}", said.encode()


def test_which_places_name_no_column(tmp_path: Path, update: bool) -> None:
    held("merging-placed", placed(tmp_path), update)
