"""The command line as a person meets it: exit codes, messages, JSON, files."""

import json
import os
import pkgutil
import shutil
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from itertools import takewhile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from outlines import made_in
from pptx import Presentation

from briefgen import cli
from briefgen.cli import briefgen, main
from briefgen.kinds import kinds

ROOT = Path(__file__).resolve().parents[1]
MINIMAL = Path(__file__).parent / "cases" / "minimal"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefgen, [str(a) for a in arguments])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project of its own, to be changed by a test."""
    folder = tmp_path / "project"
    shutil.copytree(MINIMAL, folder, ignore=shutil.ignore_patterns("*.txt"))
    shutil.copy(MINIMAL / "source.txt", folder)
    return folder


def test_every_command_is_found_where_it_stands() -> None:
    for found in pkgutil.iter_modules(cli.__path__, "briefgen.cli."):
        if not found.name.endswith("__main__"):
            import_module(found.name)
    context = click.Context(briefgen)
    assert sorted(briefgen.commands) == briefgen.list_commands(context)


def test_build_writes_deck_and_brief(project: Path) -> None:
    done = run("build", project / "outline.yaml")
    assert done.exit_code == 0, done.output
    made = list(made_in(project / "out"))
    assert made == ["park.pdf", "park.pptx"]


@pytest.mark.slow
def test_pictures_are_numbered_from_one(project: Path) -> None:
    done = run("build", project / "outline.yaml", "-f", "png", "-f", "deck")
    assert done.exit_code == 0, done.output
    slides = len(Presentation(str(project / "out/park.pptx")).slides)
    made = sorted(path.name for path in (project / "out").glob("*.png"))
    assert made == [f"park-{number:02d}.png" for number in range(1, slides + 1)]


def test_build_tells_json(project: Path) -> None:
    done = run("build", project / "outline.yaml", "--json", "-f", "brief")
    told = json.loads(done.stdout)
    assert [Path(file).name for file in told["files"]] == ["park.pdf"]
    assert told["problems"] == []
    assert told["seconds"] > 0


def test_an_error_is_told_with_its_place_and_nothing_is_written(project: Path) -> None:
    outline = project / "outline.yaml"
    text = outline.read_text("utf-8").replace("effort: 全力保障用地", "efort: 全力保障用地")
    outline.write_text(text, "utf-8")
    done = run("build", outline)
    assert done.exit_code == 1
    assert "outline.yaml:17:5: error" in done.stderr
    assert "did you mean “effort”?" in done.stderr
    assert "Traceback" not in done.output
    assert not (project / "out").exists()


def test_check_finds_a_changed_number(project: Path) -> None:
    outline = project / "outline.yaml"
    outline.write_text(
        outline.read_text("utf-8").replace("value: 30亿元", "value: 31亿元"), "utf-8"
    )
    done = run("check", outline, "--json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)["problems"]
    assert [(p["line"], p["severity"]) for p in found] == [(12, "error")]


def test_a_missing_character_is_named(project: Path) -> None:
    outline = project / "outline.yaml"
    outline.write_text(outline.read_text("utf-8").replace("name: 用地", "name: 用😀地"), "utf-8")
    done = run("check", outline)
    assert done.exit_code == 1
    assert "outline.yaml:16:" in done.stderr
    assert "U+1F600" in done.stderr


def test_all_problems_come_at_once(project: Path) -> None:
    outline = project / "outline.yaml"
    text = outline.read_text("utf-8")
    text = text.replace("figures: [area]", "figures: [aera]").replace(
        "goal: 投入到位", "gaol: 投入到位"
    )
    outline.write_text(text, "utf-8")
    done = run("check", outline)
    assert "did you mean “area”?" in done.stderr
    assert "did you mean “goal”?" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "nowhere.yaml"],
        ["build", "--format", "docx"],
        ["frobnicate"],
        ["build", "-j", "0"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_unknown_audience_is_wrong_usage(project: Path) -> None:
    done = run("build", project / "outline.yaml", "-a", "nobody")
    assert done.exit_code == 2
    assert "there are: base" in done.stderr


def test_what_cannot_be_written_is_three(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "out").write_text("in the way")
    with pytest.raises(SystemExit) as ended:
        main(["build", str(project / "outline.yaml")])
    assert ended.value.code == 3
    assert "out" in capsys.readouterr().err


def test_trace_answers_for_every_figure(project: Path) -> None:
    done = run("trace", project / "outline.yaml", "--format", "json")
    rows = {row["id"]: row for row in json.loads(done.stdout)}
    assert rows["area"]["value"] == "120000"
    assert rows["area"]["display"] == "约12万平方米"
    assert (rows["area"]["line"], rows["area"]["column"]) == (1, 9)
    assert rows["money"]["used_in"]


def test_tables_show_words_as_they_are(project: Path) -> None:
    """Brackets are no markup, and nothing of a source is obeyed by a terminal."""
    source = project / "source.txt"
    source.write_text(
        source.read_text("utf-8") + "另有[/em]企业5家[blink]，\x1b[2Jx\x07共6家。\n", "utf-8"
    )
    outline = project / "outline.yaml"
    text = outline.read_text("utf-8")
    deck = 'deck:\n  - {id: end, kind: closing, title: "[/u] [link=x]x[/link]"}\n'
    outline.write_text(text + deck, "utf-8")
    shown = run("figures", outline)
    assert shown.exit_code == 0, shown.output
    joined = "".join(shown.stdout.split())
    assert "[/em]" in joined
    assert "[blink]" in joined
    assert "\x1b" not in shown.stdout
    assert "\\u001b[2Jx\\u0007" in joined
    shown = run("audiences", outline)
    assert shown.exit_code == 0, shown.output
    assert "[/u] [link=x]x[/link]" in shown.stdout


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
def test_a_terminal_obeys_nothing_of_a_source(project: Path) -> None:
    source, outline = project / "source.txt", project / "outline.yaml"
    source.write_text(source.read_text("utf-8").replace("30亿元", "30亿元\x1b]0;x\x07"), "utf-8")
    for form in ("csv", "json", "html"):
        ours, theirs = os.openpty()
        done = subprocess.Popen(
            [sys.executable, "-m", "briefgen", "trace", str(outline), "--format", form],
            stdout=theirs, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        os.close(theirs)
        told = b""
        with suppress(OSError):  # so a terminal's end is told on Linux
            while part := os.read(ours, 65536):
                told += part
        os.close(ours)
        assert done.wait() == 0, done.stderr and done.stderr.read()
        assert b"30" in told
        assert b"\x1b" not in told


def test_schema_is_json_schema() -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"brief", "figures", "topics", "deck", "page"} <= set(schema["properties"])


def test_kinds_and_themes_are_listed() -> None:
    lines = run("kinds").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [*kinds()]
    assert max(map(len, lines)) <= 125
    assert "lingnan" in run("themes").stdout


def test_a_theme_that_cannot_be_read_is_told_beside_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "content" / "themes"
    (own / "ours.yaml").mkdir(parents=True)
    (own / "theirs.yaml").write_text("name: {zh: 他们, en: Theirs}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = run("themes")
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "lingnan",
        "neutral",
        "pearl-river",
        "print-mono",
        "theirs",
    ]
    (said,) = done.stderr.splitlines()
    assert said.startswith("content/themes/ours.yaml: error: ")


def test_a_kind_is_listed_with_what_its_fields_say() -> None:
    lines = run("kinds", "--fields").stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("quote "))
    fields = list(takewhile(lambda line: line.startswith(" " * 14), lines[at + 1 :]))
    said = " " * 14 + "attribution  text, optional: Whose words they are."
    assert said in fields
    assert len(fields) == 4
    told = json.loads(run("kinds", "--json", "--fields").stdout)
    assert told["quote"]["fields"]["attribution"] == "Whose words they are."


@pytest.mark.parametrize("command", ["check", "build", "trace", "audiences"])
def test_commands_stop_at_the_same_error(project: Path, command: str) -> None:
    outline = project / "outline.yaml"
    text = outline.read_text("utf-8")
    outline.write_text(text + "brief: {title: 又一个}\n", "utf-8")
    done = run(command, outline)
    assert done.exit_code == 1
    assert done.stdout == ""
    line = text.count("\n") + 1
    assert f"outline.yaml:{line}:1: error: “brief” stands twice" in done.stderr


@pytest.mark.slow
def test_new_makes_a_project_that_builds_anywhere(tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    assert run("new", folder, "--reference").exit_code == 0
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "briefgen.cli", "build", "-a", "investor"],
        cwd=folder, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = set(made_in(folder / "out"))
    assert names == {"guangzhou-six-investor.pptx", "guangzhou-six-investor.pdf"}


def test_new_leaves_a_full_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    with pytest.raises(SystemExit) as ended:
        main(["new", str(tmp_path)])
    assert ended.value.code == 3
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("build", project / "outline.yaml", "-o", tmp_path / name)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in sorted(files)}
        for name in ("one", "two")
        if (files := [each for each in (tmp_path / name).rglob("*") if each.is_file()])
    )
    assert one == two
    assert Path(".briefgen/written.json") in one


def test_entries_for_missing_numbers_name_their_source_where_there_are_two(project: Path) -> None:
    outline = project / "outline.yaml"
    (project / "other.txt").write_text("新增就业3万人。", "utf-8")
    text = outline.read_text("utf-8")
    news = "news: {file: source.txt, title: 园区动工, publisher: 晚报}"
    outline.write_text(
        text.replace(news, f"{news}\n  other: {{file: other.txt, title: 他}}"), "utf-8"
    )
    made = run("figures", outline, "--yaml").stdout
    entry = made[: made.index("3万人")].rpartition("\n  ")[2]
    assert made.count("source: other") == 1
    assert "source: other" in made[made.index(entry) :]
    assert made.count("source: news") == made.count("quote:") - 1
