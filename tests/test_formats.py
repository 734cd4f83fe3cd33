"""The table of formats: what is in it is all that the program knows of a format."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner, Result
from outlines import DECK, OUTLINE, TOPICS, made_in, project
from scenes import META, THEME

from briefgen.build import Request, build
from briefgen.cli import briefgen
from briefgen.formats import FORMATS, USUAL
from briefgen.record import replace
from briefgen.render.markdown import render
from briefgen.scene.scene import Scene

ROOT = Path(__file__).resolve().parents[1]
SECRET = "内部测算显示缺口较大，须另行筹措"

# A format of one module and one entry: what its slides say, a line each.
TRIAL = """
import sys
from pathlib import Path

from briefgen import formats
from briefgen.scene.walk import paragraphs


def render(scene):
    said = (p.text for page in scene.pages for p in paragraphs(page.items))
    notes = (note for page in scene.pages for note in page.notes)
    return "\\n".join((*said, *notes)).encode()


sys.modules["trial"] = sys.modules[__name__]
formats.FORMATS = {
    **formats.FORMATS,
    "text": formats.Format(
        name="text", about="the words alone", endings=("-words.txt",), counts="slides",
        composer="briefgen.pages.deck", renderer="trial", notes=True,
    ),
}
from briefgen.cli import main

main()
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefgen, [str(a) for a in arguments])


def words(text: str) -> str:
    return " ".join(text.split())


def test_names_are_those_of_the_table() -> None:
    assert {name: each.name for name, each in FORMATS.items()} == {name: name for name in FORMATS}
    assert set(USUAL) <= set(FORMATS)


def test_the_help_says_what_each_format_is() -> None:
    told = words(run("build", "--help").stdout)
    assert f"[{'|'.join(FORMATS)}]" in told
    for name, each in FORMATS.items():
        assert f"{name} {each.about} ({each.file('NAME')})" in told


def test_the_reference_names_each_format_with_its_file() -> None:
    readme = (ROOT / "content" / "REFERENCE.md").read_text("utf-8")
    for name, each in FORMATS.items():
        (row,) = (line for line in readme.splitlines() if line.startswith(f"| `{name}` | "))
        assert each.about in row
        press = (True,) if len(each.endings) > 1 else ()
        for file in (each.file("<slug>", press=press) for press in (False, *press)):
            assert f"`{file}`" in row


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["trace", "--help"]])
def test_help_imports_no_page_and_no_renderer(arguments: list[str]) -> None:
    code = dedent(
        """
        import sys
        from briefgen.cli import main
        try:
            main(sys.argv[1:])
        finally:
            print([name for name in sys.modules if name.startswith(("briefgen.", "yaml", "PIL"))])
        """
    )
    told = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = told.stdout.splitlines()[-1]
    assert "'briefgen.formats'" in loaded
    for late in ("render", "pages", "build", "outline", "kinds", "scene", "theme", "typography"):
        assert f"'briefgen.{late}" not in loaded
    assert "yaml" not in loaded
    assert "PIL" not in loaded


@pytest.mark.parametrize(
    ("options", "idle"),
    [
        (["-f", "deck", "--press"], "--press changes nothing in deck (hint: it is for brief)"),
        (["-f", "md", "-f", "png", "--attach"], "--attach changes nothing in md and png"),
        (["-f", "handout", "--landscape"], "--landscape changes nothing in handout"),
        (["-f", "deck", "--paper", "a3"], "it is for brief and handout"),
    ],
)
def test_an_option_that_changes_nothing_is_wrong_usage(
    tmp_path: Path, options: list[str], idle: str
) -> None:
    done = run("build", project(tmp_path), *options)
    assert done.exit_code == 2
    assert idle in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_option_is_taken_by_the_format_that_it_is_for(tmp_path: Path) -> None:
    done = run("build", project(tmp_path), "-f", "deck", "--handout", "4", "--paper", "letter")
    assert done.exit_code == 0, done.output
    made = list(made_in(tmp_path / "out"))
    assert made == ["demo-handout.pdf", "demo.pptx"]


def test_the_summary_counts_as_the_table_says(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + DECK)
    formats = ("md", "handout", "brief")
    (line,) = build(Request(path, ("base",), formats)).lines
    assert (line.slides, line.pages) == (6, 1)
    (line,) = build(Request(path, ("base",), ("handout",))).lines
    assert (line.slides, line.pages) == (None, 6)


def test_trace_tells_of_the_formats_asked_for(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + DECK)
    asked = ["--in", "md", "--in", "png", "--in", "handout"]
    rows = json.loads(run("trace", path, "output", "--format", "json", *asked).stdout)
    uses = [(use["output"], use["file"], use["page"]) for use in rows[0]["used_in"]]
    assert uses == [
        *(("md", "demo.md", page) for page in (1, 2, 3, 4)),
        *(("png", f"demo-{page:02d}.png", page) for page in (1, 2, 3, 4)),
        *(("handout", "demo-handout.pdf", page) for page in (1, 2, 3, 4)),
    ]
    told = run("trace", path, "--in", "md", "--in", "brief").stdout
    assert "md 1 2 3 4, brief" in told
    assert run("trace", path, "--in", "pdf").exit_code == 2


def test_a_file_for_each_page_and_one_for_a_press() -> None:
    brief, png = FORMATS["brief"], FORMATS["png"]
    assert [brief.file("a"), brief.file("a", press=True)] == ["a.pdf", "a-press.pdf"]
    assert [png.file("a", 3), png.file("a", 12)] == ["a-03.png", "a-12.png"]
    scene = Scene(width=1, height=1, pages=(), theme=THEME, meta=META)
    assert FORMATS["md"].render(scene, "a") == {"a.md": render(scene)}
    # A document has no ending of its own for a press.
    assert list(FORMATS["md"].render(replace(scene, bleed=1), "a")) == ["a.md"]


def trial(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The program with one more entry in its table."""
    return subprocess.run(
        [sys.executable, "-c", TRIAL, *map(str, arguments)],
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


@pytest.mark.slow
def test_a_format_is_one_module_and_one_entry(tmp_path: Path) -> None:
    notes = f"notes: {{text: '产值{{output}}，{SECRET}', only: [cadre]}}"
    deck = DECK.replace("title: 谢谢}", f"title: 谢谢, {notes}}}")
    path = project(tmp_path, OUTLINE + TOPICS + deck, cadre="name: 干部", public="name: 公众")

    told = words(trial(tmp_path, "build", "--help").stdout)
    assert "|text]" in told
    assert "text the words alone (NAME-words.txt)" in told

    done = trial(tmp_path, "build", path, "-f", "text", "-f", "brief", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert {Path(file).name for file in report["files"]} == {
        "demo.pdf", "demo-words.txt", "demo-public.pdf", "demo-public-words.txt",
        "demo-cadre.pdf", "demo-cadre-words.txt",
    }  # fmt: skip
    assert [(line["slides"], line["pages"]) for line in report["audiences"]] == [(6, 1)] * 3
    kept = (tmp_path / "out/demo-cadre-words.txt").read_text("utf-8")
    assert SECRET in kept
    assert SECRET not in (tmp_path / "out/demo-public-words.txt").read_text("utf-8")

    idle = trial(tmp_path, "build", path, "-f", "text", "--press")
    assert idle.returncode == 2
    assert "--press changes nothing in text" in idle.stderr

    traced = trial(tmp_path, "trace", path, "output", "-a", "cadre", "--in", "text",
                   "--format", "json")  # fmt: skip
    uses = json.loads(traced.stdout)[0]["used_in"]
    assert [(use["file"], use["page"], use["blocks"]) for use in uses][-1] == (
        "demo-cadre-words.txt", 6, ["备注"],
    )  # fmt: skip


@pytest.mark.slow
def test_a_new_format_of_text_is_verified(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + DECK)
    done = trial(tmp_path, "build", path, "-f", "text", "--verify", "--strict")
    assert done.returncode == 0, done.stderr
    careless = TRIAL.replace("(*said, *notes)", '[p for p in said if p != "谢谢"]')
    done = subprocess.run(
        [sys.executable, "-c", careless, "build", str(path), "-f", "text", "--verify"],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "demo-words.txt: “谢谢” of the outline is missing" in done.stderr


@pytest.mark.slow
def test_a_leak_in_a_new_format_is_found(tmp_path: Path) -> None:
    notes = f"notes: {{text: '{SECRET}', only: [cadre]}}"
    deck = DECK.replace("title: 谢谢}", f"title: 谢谢, {notes}}}")
    path = project(tmp_path, OUTLINE + TOPICS + deck, cadre="name: 干部", public="name: 公众")
    careless = TRIAL.replace("(*said, *notes)", f'(*said, *notes, "{SECRET}")')
    done = subprocess.run(
        [sys.executable, "-c", careless, "build", str(path), "-f", "text", "-a", "public"],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "but stands in demo-public-words.txt: its text" in done.stderr
    assert not (tmp_path / "out").exists()
