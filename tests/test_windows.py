"""What is otherwise on Windows, put in its place here: no fork, a Chinese console, lines that end
in CR LF, files that another program holds, names that no file may have."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from outlines import DECK, OUTLINE, TOPICS, loaded, project

from briefgen.cli import briefgen

ROOT = Path(__file__).parents[1]
# Run before anything of briefgen is there, as the first module of a process.
NO_FORK = "import os\nif hasattr(os, 'fork'): del os.fork\n"
HELD = """
import os, pathlib
def held(*args, **more):
    raise PermissionError(13, "The process cannot access the file")
real = os.replace, os.unlink
def replace(one, other, **more):
    (held if str(other).endswith(ENDINGS) else real[0])(one, other)
def unlink(path, *args, **more):
    (held if str(path).endswith(ENDINGS) else real[1])(path)
os.replace = os.rename = replace
os.unlink = os.remove = unlink
"""
RUN = "import sys\nfrom briefgen.cli import main\nmain(sys.argv[1:])\n"


def run(folder: Path, before: str, *arguments: str, **more: str) -> tuple[int, str, str]:
    """Exit code and what a command prints, on a Chinese console of Windows."""
    surroundings = {
        **os.environ,
        "PYTHONIOENCODING": "cp936",
        "PYTHONUTF8": "0",
        "PYTHONPATH": str(ROOT),
        "BRIEFGEN_LANG": "en",
        "COLUMNS": "200",
        **more,
    }
    done = subprocess.run(
        [sys.executable, "-c", before + RUN, *arguments],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        check=False,
        timeout=300,
    )
    said = done.stdout.decode("cp936"), done.stderr.decode("cp936")
    assert "Traceback" not in "".join(said)
    return done.returncode, *said


def told(folder: Path, *arguments: str) -> tuple[int, str]:
    """Exit code and complaints of a command in this process, where nothing of a console matters."""
    with contextlib.chdir(folder):
        done = CliRunner().invoke(briefgen, [*arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stderr


def content(folder: Path, ends: bytes = b"\n") -> Path:
    """The reference content, its lines ending in this."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
        for path in (folder / name).rglob("*"):
            if path.suffix in (".yaml", ".txt", ".md", ".csv"):
                path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", ends))
    return folder


def made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is made of the reference content on this system."""
    folder = content(tmp_path_factory.mktemp("here"))
    assert run(folder, "", "build", "-j", "1")[0] == 0
    return made(folder / "out")


@pytest.mark.slow
def test_without_fork_on_a_chinese_console_lines_in_cr_lf_make_the_same_bytes(
    tmp_path: Path, here: dict[str, bytes]
) -> None:
    folder = content(tmp_path, b"\r\n")
    assert b"\r\n" in (folder / "content" / "outline.yaml").read_bytes()
    assert any(b"\r\n" in path.read_bytes() for path in (folder / "seeds").rglob("*.txt"))
    code, out, err = run(folder, NO_FORK, "build", "-j", "2")
    assert code == 0, err
    assert made(folder / "out") == here
    assert len([line for line in out.splitlines() if line.endswith((".pptx", ".pdf"))]) == len(here)


@pytest.mark.slow
def test_checks_figures_and_traces_are_the_same_with_cr_lf(tmp_path: Path) -> None:
    told, pages = [], []
    for name, ends in (("unix", b"\n"), ("dos", b"\r\n")):
        (tmp_path / name).mkdir()
        folder = content(tmp_path / name, ends)
        # What all audiences are made of is held by the bytes of their files.
        two = ("-a", "base", "-a", "overseas")
        commands = (["check", "--strict", *two], ["figures"], ["audiences", *two])
        told.append([run(folder, NO_FORK, *each) for each in commands])
        run(folder, NO_FORK, "trace", "--format", "html", "-a", "base", "-o", "trace.html")
        pages.append((folder / "trace.html").read_bytes())
    assert told[0] == told[1]
    assert pages[0] == pages[1]
    assert told[0][0][0] == 0


ROWS = "城市,产值\r\n广州,3200亿元\r\n深圳,3300亿元\r\n"
PLACE = (
    DECK.replace("{id: cover, kind: cover}", "{id: cover, kind: cover, title: '{城市}'}")
    + "  - {id: row, kind: text, title: '{城市}怎么样', text: '产值{产值}。'}\n"
)


@pytest.mark.slow
def test_merge_makes_the_same_without_fork(tmp_path: Path) -> None:
    outs = []
    for name, before in (("fork", ""), ("none", NO_FORK)):
        folder = tmp_path / name
        folder.mkdir()
        outline = project(folder, OUTLINE + TOPICS + PLACE)
        (folder / "rows.csv").write_bytes(ROWS.encode("gb18030"))
        arguments = ("merge", str(outline), "rows.csv", "--name", "{城市}", "-f", "deck")
        code, _, err = run(folder, before, *arguments, "-j", "2", "-o", "made")
        assert code == 0, err
        outs.append({name: data for name, data in made(folder / "made").items() if "." in name})
    assert outs[0] == outs[1]
    assert {"广州.pptx", "深圳.pptx"} <= outs[0].keys()


@pytest.mark.slow
def test_the_preview_starts_without_fork(tmp_path: Path) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS + DECK)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", NO_FORK + RUN, "preview", str(outline), "--port", str(port)]
    environment = {**os.environ, "PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0"}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, "--no-open"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as shown:
        assert shown.stdout
        try:
            first = shown.stdout.readline().decode("cp936")
        finally:
            shown.terminate()
            shown.wait(30)
    assert re.search(rf"http://127\.0\.0\.1:{port}/\S+", first), first


def held(*endings: str) -> str:
    return f"ENDINGS = {endings!r}\n{HELD}"


@pytest.mark.slow
def test_a_file_that_another_program_holds_stays_and_the_new_one_is_put_beside_it(
    tmp_path: Path,
) -> None:
    project(tmp_path, OUTLINE + TOPICS + DECK)
    (tmp_path / "out").mkdir()
    assert run(tmp_path, "", "build", "-f", "deck", "-a", "base")[0] == 0
    before = made(tmp_path / "out")
    outline = tmp_path / "content" / "outline.yaml"
    outline.write_text(outline.read_text("utf-8").replace("示例", "又一版"), "utf-8")
    code, _, err = run(tmp_path, held("demo.pptx"), "build", "-f", "deck", "-a", "base")
    assert code == 0
    assert "demo.new.pptx" in err
    assert "close it if it is open in PowerPoint" in err
    after = made(tmp_path / "out")
    assert after["demo.pptx"] == before["demo.pptx"] != after["demo.new.pptx"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tongue", "said"),
    [
        ("en", r"cannot replace \S*demo\.pptx: .*close it if it is open in PowerPoint"),
        ("zh", r"无法替换 \S*demo\.pptx：.*正在 PowerPoint 或阅读器里打开，请关闭"),
    ],
)
def test_where_nothing_may_be_put_it_is_told_which_file_to_close(
    tmp_path: Path, tongue: str, said: str
) -> None:
    project(tmp_path, OUTLINE + TOPICS + DECK)
    assert run(tmp_path, "", "build", "-f", "deck", "-a", "base")[0] == 0
    before = made(tmp_path / "out")
    outline = tmp_path / "content" / "outline.yaml"
    outline.write_text(outline.read_text("utf-8").replace("示例", "又一版"), "utf-8")
    arguments = ("build", "-f", "deck", "-a", "base")
    code, _, err = run(tmp_path, held(".pptx"), *arguments, BRIEFGEN_LANG=tongue)
    assert code == 3
    assert re.search(said, err), err
    assert made(tmp_path / "out") == before


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_names_that_windows_keeps_are_refused_for_files(tmp_path: Path, name: str) -> None:
    outline = OUTLINE.replace("slug: demo", f"slug: {name}")
    assert outline != OUTLINE
    codes = [each.code for each in loaded(project(tmp_path, outline + DECK + TOPICS))[1]]
    assert codes == ["reserved-name"]
    (tmp_path / "content" / "audiences").mkdir(exist_ok=True)
    (tmp_path / "content" / "audiences" / f"{name}.yaml").write_text("deck: {}\n", "utf-8")
    assert "bad-audience-name" in [
        each.code for each in loaded(tmp_path / "content" / "outline.yaml")[1]
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["NUL", "aux.pptx", "报告.", "报告 ", "COM1.x", "a:b", "x\\y", "../x", "what?"]
)
def test_names_of_rows_that_no_system_takes_are_refused(tmp_path: Path, name: str) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS + PLACE)
    rows = tmp_path / "rows.csv"
    rows.write_text(f"城市,产值,名\n广州,3200亿元,好\n深圳,3300亿元,{name}\n", "utf-8")
    arguments = ("merge", str(outline), "rows.csv", "--name", "{名}", "-f", "md", "-o", "bare")
    code, err = told(tmp_path, *arguments)
    fits = name.endswith(" ")  # blanks around a cell are no part of it
    assert code == (0 if fits else 1), err
    assert fits or re.search(r"rows\.csv:3.*\[merge-name-(unfit|character)\]", err), err


@pytest.mark.parametrize("written", ["..\\seeds\\a.txt", "seeds\\a.txt", "C:\\a.txt"])
def test_backslashes_in_paths_are_told_or_taken(tmp_path: Path, written: str) -> None:
    outline = OUTLINE.replace("file: seeds/article.txt", f"file: '{written}'")
    assert outline != OUTLINE
    (tmp_path / "seeds").mkdir(exist_ok=True)
    (tmp_path / "seeds" / "a.txt").write_text("一句话。", "utf-8")
    found = loaded(project(tmp_path, outline + TOPICS + DECK))[1]
    (one,) = [each for each in found if "/" in each.hint or "slash" in each.message]
    assert one.mark.line > 0


@pytest.mark.slow
def test_a_path_over_260_characters_is_written_or_told(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["很长的文件夹名" * 4] * 4, "a" * 100)
    project(tmp_path, OUTLINE + TOPICS + DECK)
    assert len(str(deep)) > 260
    arguments = ("build", "-f", "deck", "-a", "base", "-o", str(deep))
    assert run(tmp_path, "", *arguments)[0] == 0
    assert (deep / "demo.pptx").is_file()
    code, _, err = run(tmp_path, "", *arguments[:-1], str(tmp_path / ("很" * 100)))
    assert code == 3
    assert "too long" in err


@pytest.mark.slow
def test_no_output_takes_the_name_of_another(tmp_path: Path) -> None:
    own = "brief: {subtitle: 给别人}\n"
    project(tmp_path, OUTLINE + TOPICS + DECK, handout=own, guests=own, **{"guests-press": own})
    code, err = told(tmp_path, "build", "-f", "brief", "-f", "handout")
    assert code == 1
    assert not (tmp_path / "out").exists()
    assert "one name: demo-handout.pdf (base: handout, handout: brief) " in err
    code, err = told(tmp_path, "build", "-f", "brief", "--press")
    assert (code, (tmp_path / "out").exists()) == (0, True), err
    # What does not meet is made: a newspaper is an audience like any other.
    out = {path.name for path in (tmp_path / "out").glob("*.pdf")}
    names = ("", "-handout", "-guests", "-guests-press")
    assert out == {f"demo{name}-press.pdf" for name in names}
    code, err = told(tmp_path, "check", "-a", "handout")
    assert code == 0, err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("Ab", "aB"), 1),
        (("caf\u00e9", "cafe\u0301"), 1),
        (("STRASSE", "stra\u00dfe"), 1),
        (("甲", "甲-handout"), 1),
        (("甲-handout", "甲"), 1),
        (("甲", "甲-其他"), 0),
    ],
)
def test_rows_whose_files_would_have_one_name_are_told(
    tmp_path: Path, rows: tuple[str, str], code: int
) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS + PLACE)
    lines = "".join(f"{each},3200亿元\n" for each in rows)
    (tmp_path / "rows.csv").write_text("城市,产值\n" + lines, "utf-8")
    arguments = ("merge", str(outline), "rows.csv", "--name", "{城市}", "-o", "made")
    found, err = told(tmp_path, *arguments, "-f", "brief", "-f", "handout")
    assert found == code, err
    assert code == ("[merge-name-twice]" in err)
