"""What prints nothing says nothing, wherever somebody writes it; and tables of odd sizes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from briefgen.chinese.seen import is_blank, without_unseen
from briefgen.cli import briefgen
from briefgen.drafting.project import drafted
from briefgen.drafting.read import read_document
from briefgen.merging.table import open_table
from briefgen.problems import ContentError, Problem, UnfitError

# Fillers of Hangul, a pattern of Braille without dots, variation selectors, tags, joiners, marks of
# direction, a vowel of Khmer that is not seen, a soft hyphen, spaces.
UNSEEN = (
    "\u3164\u115f\u1160\uffa0\u2800\ufe00\ufe0f\U000e0100\U000e0041\u200b\u2060\u034f\u061c\u17b4"
    "\u180e\u00ad\u3000\u00a0\u2003\ufff9"
)
HEAD = "brief: {slug: a, title: 题}\n"


def checked(tmp_path: Path, outline: str) -> str:
    (tmp_path / "outline.yaml").write_text(outline, "utf-8")
    return CliRunner().invoke(briefgen, ["check", str(tmp_path / "outline.yaml")]).output


@given(st.text(alphabet=UNSEEN))
def test_what_prints_nothing_is_blank_and_one_letter_is_not(text: str) -> None:
    assert is_blank(text)
    assert not is_blank(text + "字")
    assert not is_blank("." + text)
    assert without_unseen(f"甲{text}乙").replace("\u3000", "").split() in (["甲乙"], ["甲", "乙"])


@pytest.mark.parametrize("char", UNSEEN)
@pytest.mark.parametrize(
    ("outline", "code"),
    [
        ("brief: {slug: a, title: '@'}\ndeck: [{kind: cover}]\n", "[empty]"),
        (HEAD + "deck: [{id: a, kind: text, title: 题, text: '@'}]\n", "[empty-item]"),
        (HEAD + "deck: [{id: a, kind: bullets, title: 题, points: [甲, '@']}]\n", "[empty-item]"),
        (
            HEAD + "sources: {s: {file: s.txt, title: 文}}\ndeck: [{kind: cover}]\n",
            "[source-empty]",
        ),
    ],
)
def test_a_blank_text_is_told(tmp_path: Path, char: str, outline: str, code: str) -> None:
    (tmp_path / "s.txt").write_text(char, "utf-8")
    assert code in checked(tmp_path, outline.replace("@", char))


@pytest.mark.parametrize("char", UNSEEN)
def test_a_cell_of_what_prints_nothing_is_an_empty_cell(tmp_path: Path, char: str) -> None:
    rows = f"header: [甲, '{char}'], rows: [['{char}', 丙], [丁, '{char}']]"
    outline = f"{HEAD}deck: [{{id: a, kind: table, title: 题, {rows}}}]\n"
    assert "error" not in checked(tmp_path, outline)


@pytest.mark.parametrize("char", UNSEEN)
def test_nothing_is_drafted_of_what_prints_nothing(tmp_path: Path, char: str) -> None:
    path = tmp_path / "d.md"
    path.write_text(f"# {char}\n\n{char}\n\n- {char}\n", "utf-8")
    with pytest.raises(UnfitError, match=r"draft-(no-words|empty)"):
        drafted(read_document(path), path.name)


def test_rows_and_names_of_what_prints_nothing_are_blank(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("甲,乙\n\u3164,\u2800\n城,\u3164\n城\u200b,乡\n", "utf-8")
    found = [each for each, _ in open_table(tmp_path / "t.csv", "t.csv", "").rows()]
    assert [each.line for each in found if not isinstance(each, Problem)] == [3, 4]
    (tmp_path / "o.yaml").write_text("brief: {slug: a, title: '{甲}'}\ndeck: [{kind: cover}]\n")
    given_ = ["merge", str(tmp_path / "o.yaml"), str(tmp_path / "t.csv"), "--name", "{甲}"]
    told = CliRunner().invoke(briefgen, [*given_, "-f", "md", "-o", str(tmp_path / "out")]).output
    assert "t.csv:4:1" in told
    assert "[merge-name-twice]" in told


def codes(path: Path) -> list[str]:
    """What becomes of the rows of a table: the code of what is wrong with each, or "made"."""
    rows = open_table(path, path.name, "").rows()
    return [each.code if isinstance(each, Problem) else "made" for each, _ in rows]


def test_a_record_of_any_length_is_told_at_its_line_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    long = ["a," * 900_000, '"' + "字" * 1_200_000 + '",b', "\u3000," + "b" * 200_000, "c,d"]
    path.write_text("\n".join(["甲,乙", *long]), "utf-8")
    found = [each for each, _ in open_table(path, "t.csv", "").rows()]
    wrong = [(each.mark.line, each.code) for each in found if isinstance(each, Problem)]
    assert wrong == [(2, "merge-record-long"), (3, "merge-record-long"), (4, "merge-cell-long")]
    assert len(found) == 4


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("甲" + ",b" * 300_000, "merge-too-wide"),
        ("甲" + ",b" * 900_000, "merge-record-long"),
        ("甲," + "b" * 2_000, "merge-cell-long"),
    ],
)
def test_a_head_of_any_length_is_told(tmp_path: Path, head: str, code: str) -> None:
    (tmp_path / "t.csv").write_text(f"{head}\n1,2\n", "utf-8")
    with pytest.raises(ContentError) as raised:
        open_table(tmp_path / "t.csv", "t.csv", "")
    (problem,) = raised.value.problems
    assert problem.code == code
    assert problem.mark.line == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_every_way(tmp_path: Path, end: str) -> None:
    # So many that ends of two characters lie across blocks, whichever way these fall.
    (tmp_path / "t.csv").write_bytes(
        ("甲,乙" + end + end.join(["a,b", "", "cc,d"] * 150_000)).encode()
    )
    assert codes(tmp_path / "t.csv") == ["made"] * 300_000


@pytest.mark.parametrize("name", ["t.csv", "t.db", "t.xlsx"])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX alone has pipes by name")
def test_a_pipe_is_no_table(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(ContentError) as raised:
        open_table(tmp_path / name, name, "")
    assert [each.code for each in raised.value.problems] == ["merge-no-file"]


def test_a_table_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "o.yaml").write_text(f"{HEAD}deck: [{{kind: cover}}]\n", "utf-8")
    done = CliRunner().invoke(briefgen, ["merge", str(tmp_path / "o.yaml"), "nope.csv"])
    assert done.exit_code == 2
    assert "option-not-there" in str(done.exception) + done.output


def test_odd_values_of_a_database_fail_their_rows_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    odd = [float("inf"), b"\0\1", "x\0y", "字" * 200_000, float("nan"), 2**63 - 1]
    with closing(sqlite3.connect(path)) as base:
        base.execute("create table t(name, v)")
        base.executemany("insert into t values('a', ?)", [(each,) for each in odd])
        base.execute("insert into t values('a', cast(x'fffe41' as text))")
        base.commit()
    assert codes(path) == [
        "merge-infinite",
        "merge-blob",
        "control-character",
        "merge-cell-long",
        "made",
        "made",
        "lost-character",
    ]


def test_what_cells_make_of_a_text_has_an_end(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"甲,乙\na,{'字' * 6_000}\n", "utf-8")
    (tmp_path / "o.yaml").write_text(
        f"{HEAD}deck: [{{id: a, kind: text, title: '{{甲}}', text: '{{乙}}{{乙}}'}}]\n", "utf-8"
    )
    given_ = ["merge", str(tmp_path / "o.yaml"), str(tmp_path / "t.csv"), "-f", "deck"]
    told = CliRunner().invoke(briefgen, [*given_, "-o", str(tmp_path / "out")]).output
    assert "o.yaml:2:" in told
    assert "[text-too-long]" in told


@pytest.mark.parametrize("name", ["/".join(["{甲}"] * 40), "{甲}{甲}"])
def test_a_name_of_any_length_fails_its_row_and_is_told_short(tmp_path: Path, name: str) -> None:
    (tmp_path / "t.csv").write_text(f"甲\n{'n' * 150}\nb\n", "utf-8")
    (tmp_path / "o.yaml").write_text("brief: {slug: a, title: '{甲}'}\ndeck: [{kind: cover}]\n")
    given_ = ["merge", str(tmp_path / "o.yaml"), str(tmp_path / "t.csv"), "--name", name]
    told = CliRunner().invoke(briefgen, [*given_, "-f", "md", "-o", str(tmp_path / "out")]).output
    assert "t.csv:2:" in told
    assert "[merge-name-long]" in told
    assert "n" * 30 not in told
    assert "1 row made" in told
