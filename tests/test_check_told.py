"""`check` as a linter: the line of each problem with a mark below it, annotations, and --watch."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from outlines import OUTLINE, project
from rows import every

from briefgen.chinese.hanzi import cells
from briefgen.cli import briefgen
from briefgen.cli.excerpt import clipped, excerpt
from briefgen.problems import Mark, Problem

DECK = """\
deck:
  - {id: cover, kind: cover}
  - id: yields
    kind: table
    title: 各镇收成
    header: [镇, 亩产, 面积]
    rows:
      - [东镇, 431公斤, 2.7万亩]
      - [西镇, 428公斤, 3.9万亩]
"""


def run(folder: Path, *options: str, deck: str = DECK, **env: str) -> Result:
    path = project(folder, OUTLINE + deck)
    return CliRunner(env={"COLUMNS": "80", **env}).invoke(briefgen, ["check", str(path), *options])


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Each line that is shown, and the mark below it, both without their number and bar."""
    lines = text.splitlines()
    for line, below in pairwise(lines):
        if re.match(r" +\d+ \| ", line) and re.match(r" +\| +\^+$", below):
            yield line.partition("| ")[2], below.partition("| ")[2]


def marked(line: str, below: str) -> str:
    """The characters of a line that a terminal shows above the mark."""
    column, found = 0, ""
    for char in line:
        if below[column : column + 1] == "^":
            found += char
        column += cells(char)
    return found


def test_the_mark_stands_below_the_words_behind_hanzi(tmp_path: Path) -> None:
    told = run(tmp_path, "--all", "--lang", "zh").stderr
    found = [marked(*each) for each in pairs(told)]
    assert [each for each in found if each[:1].isdigit()] == [
        "431公斤",
        "2.7万亩",
        "428公斤",
        "3.9万亩",
    ]


def test_a_group_shows_its_first_place_alone(tmp_path: Path) -> None:
    told = run(tmp_path, "--lang", "zh").stderr
    assert [marked(*each) for each in pairs(told) if "公斤" in each[0]] == ["431公斤"]


def test_a_long_line_is_shown_around_the_place(tmp_path: Path) -> None:
    points = f"[{'长' * 90}, 收了5.5吨{'后' * 90}]"
    long = f"deck:\n  - {{id: a, kind: bullets, title: 题, points: {points}}}\n"
    told = run(tmp_path, "--all", "--lang", "zh", deck=long).stderr
    line, below = next(each for each in pairs(told) if "5.5吨" in each[0])
    assert line[0] + line[-1] == "……"
    assert marked(line, below) == "5.5吨"
    assert all(cells(line) <= 80 for line in told.splitlines() if re.match(r" +(\d+ )?\| ", line))


@every("room", [10, 25, 40, 200])
@every("line", ["a" * 100, "长" * 100, "a长" * 50, "\t长\ta" * 20], ids="latw")
@every("at", [0, 3, 50, 79, 80])
def test_the_place_is_always_in_the_room(line: str, at: int, room: int) -> None:
    before, shown, long = clipped(line, at, 4, room)
    assert cells(shown) <= room
    assert before + min(long, 1) <= room + 1
    assert marked(shown, " " * before + "^" * long) in line.expandtabs(4) or "\t" in line


def test_a_tab_reaches_its_stop_and_a_direction_mark_is_written_out() -> None:
    assert clipped("a\tbc", 2, 2, 40) == (4, "a   bc", 2)
    assert clipped("甲\u202e乙", 2, 1, 40) == (8, "甲\\u202e乙", 2)


def test_an_accent_of_its_own_takes_no_column() -> None:
    assert clipped("x\u0332: y", 4, 1, 40)[0] == 3


def test_a_file_that_is_no_text_or_gone_shows_no_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("名称,数\n".encode("gb18030"))
    for mark in (Mark("a.csv", 1, 1), Mark("none.yaml", 1, 1), Mark("a.csv", 9, 1), Mark("a.csv")):
        assert excerpt(Problem.of("out-of-memory", mark), tmp_path) == []


def test_a_stopped_build_shows_the_lines_too(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + DECK.replace("header:", "haeder:"))
    told = CliRunner().invoke(briefgen, ["build", str(path)]).stderr
    assert "haeder" in [marked(*each) for each in pairs(told)]


# GitHub's annotations


def test_github_has_each_finding_at_its_place(tmp_path: Path) -> None:
    done = run(
        tmp_path, "--format", "github", "--lang", "zh", GITHUB_WORKSPACE=str(tmp_path.parent)
    )
    lines = done.stdout.splitlines()
    typed = [line for line in lines if "title=untraced-number" in line]
    assert len(typed) == 4
    assert typed[0].startswith(
        f"::warning file={tmp_path.name}/content/outline.yaml,line=26,col=14,endColumn=19,title="
    )
    assert any(line.startswith("::notice ") for line in lines)
    assert done.stderr == ""
    assert done.exit_code == 0


def test_github_escapes_what_would_end_a_command(tmp_path: Path) -> None:
    deck = 'deck:\n  - {id: a, kind: bullets, "ti::tle,100%\\n": 题, points: [甲]}\n'
    done = run(tmp_path, "--format", "github", "--lang", "en", deck=deck)
    errors = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert errors
    assert all(re.match(r"::error [^:]*::", line) for line in errors)
    assert any("ti::tle,100%25" in line for line in errors)
    assert "%0A" in errors[0]
    assert done.exit_code == 1


@every(
    "parts, wanted",
    [
        ({}, "::error title=x::甲"),
        ({"file": "o.yaml"}, "::error file=IN/o.yaml,title=x::甲"),
        ({"file": "../../../o.yaml"}, "::error file=../../../o.yaml,title=x::甲"),
        (
            {"file": "a/o.yaml", "line": 2, "column": 5},
            "::error file=IN/a/o.yaml,line=2,col=5,title=x::甲",
        ),
        ({"line": 2, "column": 5, "end_column": 5}, "::error line=2,col=5,title=x::甲"),
        ({"line": 2, "column": 5, "end_column": 6}, "::error line=2,col=5,endColumn=6,title=x::甲"),
        ({"column": 5, "end_column": 6}, "::error title=x::甲"),
        ({"severity": "warning", "hint": "乙"}, "::warning title=x::甲%0A乙"),
        ({"severity": "note", "hint": "乙\r\n丙\r丁"}, "::notice title=x::甲%0A乙%0A丙%0A丁"),
        ({"code": "a:b,c%d\n"}, "::error title=a%3Ab%2Cc%25d%0A::甲"),
        ({"message": "100%,：:"}, "::error title=x::100%25,：:"),
    ],
)
def test_each_line_for_github_to_the_character(
    parts: dict[str, object], wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefgen.answers.findings import bare
    from briefgen.cli.github import commands
    from briefgen.record import replace

    plain = dict.fromkeys(("line", "column", "end_column"), 0)
    (one,) = bare([Problem.of("out-of-memory")])
    one = replace(one, file="", code="x", message="甲", hint="", **plain)
    for inside in (tmp_path, None):
        monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent) if inside else "")
        monkeypatch.chdir(tmp_path)
        said = list(commands([replace(one, **parts)], tmp_path / "in" if inside else Path("in")))
        name = f"{tmp_path.name}/in" if inside else "in"
        assert said == [wanted.replace("IN", name)]


def test_a_file_name_with_a_colon_stays_one_property() -> None:
    from briefgen.answers.findings import bare
    from briefgen.cli.github import commands

    problem = Problem.of("out-of-memory", Mark("a:b,c%.yaml", 2, 3))
    (line,) = commands(bare([problem]), None)
    assert line.startswith("::error file=a%3Ab%2Cc%25.yaml,line=2,col=3,title=out-of-memory::")


@pytest.mark.parametrize(
    ("options", "both"),
    [
        (("--json", "--format", "github"), "--json and --format github"),
        (("--watch", "--json"), "--watch and --json"),
        (("--watch", "--format", "github"), "--watch and --format github"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    tmp_path: Path, options: tuple[str, ...], both: str
) -> None:
    done = run(tmp_path, *options, "--lang", "en")
    assert done.exit_code == 2
    assert both in done.stderr


def test_format_json_is_json(tmp_path: Path) -> None:
    assert run(tmp_path, "--format", "json").stdout == run(tmp_path, "--json").stdout


# Watching


@contextmanager
def watching(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "briefgen", "check", str(path), "--watch", "--lang", "zh"]
    surroundings = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=surroundings) as run:
        try:
            yield run
        finally:
            run.kill()


def until(run: subprocess.Popen[bytes], words: str, seconds: float = 60) -> str:
    """What is told until these words are."""
    assert run.stderr is not None
    told, end = b"", time.monotonic() + seconds
    while words.encode() not in told:
        assert time.monotonic() < end, told.decode()
        if select.select([run.stderr], [], [], 0.2)[0]:
            told += os.read(run.stderr.fileno(), 65536)
    return told.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_watch_checks_again_on_each_save_and_ends_with_130(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + DECK)
    with watching(path) as run:
        assert "4 个警告" in until(run, "Ctrl+C")
        path.write_text(OUTLINE + DECK.replace("header:", "haeder:"), "utf-8")
        told = until(run, "Ctrl+C")
        assert "outline.yaml 有改动" in told
        assert "haeder" in told
        assert "1 个错误" in told
        source = path.parent.parent / "seeds" / "article.txt"
        source.write_text("改写了。\n", "utf-8")
        path.unlink()
        assert "outline.yaml" in until(run, "Ctrl+C")
        path.write_text(OUTLINE + DECK, "utf-8")
        assert "quote" in until(run, "Ctrl+C")
        before = Path(f"/proc/{run.pid}/stat")
        if before.exists():
            ticks = [int(each) for each in before.read_text().rpartition(")")[2].split()[11:13]]
            time.sleep(2)
            after = [int(each) for each in before.read_text().rpartition(")")[2].split()[11:13]]
            # Looking at the files of a project again and again is hardly any work.
            assert sum(after) - sum(ticks) <= 0.15 * 2 * os.sysconf("SC_CLK_TCK")
        run.send_signal(signal.SIGINT)
        run.wait(20)
        assert run.returncode == 130
