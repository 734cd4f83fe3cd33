"""However a run ends, it ends in one line and the right exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from outlines import made_in

MODULE = '''
"""Turn a slide into whatever its words ask for."""
import os, signal, sys, time
from pathlib import Path
from typing import Annotated

from briefgen.plugin import Doc, Kind, Record, Text, fill, framed, slot


class Odd(Exception):
    """Cannot be made again of its arguments."""

    def __init__(self, one, other):
        super().__init__("odd")


class Lost:
    def __del__(self):
        raise KeyboardInterrupt


class Trap(Record):
    """A slide that fails."""

    does: Annotated[Text, Doc("What it does.")]


def later(problem):
    """Let the program fail by itself, when the slide is done."""
    def fail(*arguments):
        raise problem
    import briefgen.build
    briefgen.build.check_terms = fail


def wait():
    Path(f"{os.getpid()}.waits").touch()
    time.sleep(60)


def compose(fields, slide, ctx):
    exec(compile(str(fields.does), "words", "exec"))
    at = slot(ctx.layouts["content"], "body", 1)
    return (framed(ctx, slide, "content", (fill(ctx, at, fields.does),)),)


KIND = Kind(name="trap", fields=Trap, compose=compose)
'''
POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX streams and signals")


def environment(folder: Path, **more: str) -> dict[str, str]:
    return {"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "PATH": os.environ["PATH"], **more}


def run(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefgen", *arguments], capture_output=True, text=True,
        encoding="utf-8", cwd=folder, timeout=60, env=environment(folder, **more), check=False,
    )  # fmt: skip


def shell(folder: Path, line: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """A line of bash, in which `briefgen` is this one."""
    command = f'briefgen() {{ "{sys.executable}" -m briefgen "$@"; }}; {line}'
    return subprocess.run(
        ["bash", "-c", command], capture_output=True, cwd=folder, timeout=60, check=False,
        env=environment(folder, **more),
    )  # fmt: skip


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A folder in which slides can fail as they like."""
    (tmp_path / "traps.py").write_text(MODULE, "utf-8")
    info = tmp_path / "traps-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: traps\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[briefgen.kinds]\ntrap = traps:KIND\n")
    return tmp_path


def outline(folder: Path, does: str) -> str:
    text = "brief: {slug: demo, title: 示例}\ndeck:\n"
    text += f"  - {{id: trap, kind: trap, title: 一页, does: '{does}'}}\n"
    (folder / "outline.yaml").write_text(text, "utf-8")
    return "outline.yaml"


FAULT = "briefgen: this is a fault of the program, or of a slide kind that was added to it"
ENDS = {
    "MemoryError()": (3, "briefgen: there is not enough memory"),
    "RecursionError()": (3, "briefgen: something is nested deeper"),
    'PermissionError(13, "Permission denied", "themes")': (
        3, "briefgen: cannot use themes: there is no permission",
    ),
    'OSError(5, "Input/output error")': (3, "briefgen: the machine got in the way: Input/output"),
    'KeyError("x")': (3, FAULT),
    'ValueError("a\\nb" + "c" * 9000)': (3, FAULT),
    'ValueError("\\x1b]0;title")': (3, FAULT),
    "EOFError()": (3, FAULT),
    "Odd(1, 2)": (3, FAULT),
    "BrokenPipeError()": (3, ""),
    "KeyboardInterrupt()": (130, "briefgen: interrupted"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("raised", ENDS)
def test_every_failure_has_its_code_and_its_line(trap: Path, raised: str, jobs: str) -> None:
    code, line = ENDS[raised]
    path = outline(trap, f"later({raised})")
    done = run(trap, "build", path, "-f", "deck", "-f", "handout", "-j", jobs)
    assert done.returncode == code, done.stderr
    assert done.stderr.startswith(line), done.stderr
    assert len(done.stderr.splitlines()) == (1 if line else 0)
    assert len(done.stderr) < 700
    assert "\x1b" not in done.stderr
    assert not (trap / "out").exists()


CHINESE = {
    "KeyboardInterrupt()": (130, "briefgen: 已中断\n"),
    "MemoryError()": (3, "briefgen: 内存不够（提示："),
    'OSError(28, "No space left on device", "out")': (
        3, "briefgen: 无法使用 out：磁盘已满 [machine-refuses-file]\n",
    ),
    'OSError(28, "No space left on device")': (
        3, "briefgen: 无法完成操作：磁盘已满 [machine-refuses]\n",
    ),
    'KeyError("x")': (3, "briefgen: 这是程序本身（或外加的页面类型）的错"),
    'exit("words")': (3, "briefgen: 无法完成操作：words [machine-refuses]\n"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("raised", CHINESE)
def test_a_failure_is_told_in_chinese(trap: Path, raised: str) -> None:
    code, line = CHINESE[raised]
    words = raised if raised.startswith("exit") else f"later({raised})"
    path = outline(trap, words.replace("'", "''"))
    for done in (
        run(trap, "build", path, "-f", "deck", "-j", "1", "--lang", "zh"),
        run(trap, "build", path, "-f", "deck", "-j", "1", LC_ALL="zh_CN.UTF-8"),
    ):
        assert done.returncode == code, done.stderr
        assert done.stderr.startswith(line), done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_traceback_is_shown_to_those_who_ask(trap: Path, jobs: str) -> None:
    path = outline(trap, 'raise KeyError("x")')
    build = ("build", path, "-f", "deck", "-f", "handout", "-j", jobs)
    asked = run(trap, "--debug", *build)
    for done in (asked, run(trap, *build, BRIEFGEN_DEBUG="1")):
        assert done.returncode == 3
        assert "Traceback (most recent call last)" in done.stderr
        assert "in compose" in done.stderr
        last = done.stderr.splitlines()[-1]
        assert last.startswith("briefgen: outline.yaml:3:5: error: the slide kind “trap” of traps")
    assert "Traceback" not in run(trap, *build, BRIEFGEN_DEBUG="0").stderr


def test_what_cannot_be_raised_is_not_shown_either(trap: Path) -> None:
    done = run(trap, "build", outline(trap, "Lost()"), "-f", "deck", "-j", "1")
    assert done.returncode == 130
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["build", "nowhere.yaml"], 2), (["nothing"], 2), (["build", "-x"], 2), (["--help"], 0),
     (["--version"], 0), (["kinds"], 0), (["new", "/proc/nothing"], 3), (["--debug", "themes"], 0)],
)  # fmt: skip
def test_usage_and_help_are_as_they_were(tmp_path: Path, arguments: list[str], code: int) -> None:
    done = run(tmp_path, *arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == bool(code)


@POSIX
def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").symlink_to("/proc/self/mem")  # a regular file that gives an error
    done = run(tmp_path, "check", "outline.yaml")
    assert done.returncode == 3
    assert done.stderr.startswith("briefgen: cannot read /proc/")
    assert len(done.stderr.splitlines()) == 1


STREAMS = {
    "briefgen schema | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}": (3, b""),
    "briefgen --help | true; exit ${PIPESTATUS[0]}": (3, b""),
    "briefgen kinds >/dev/full": (3, b"briefgen: the machine got in the way: the disk is full"),
    "briefgen --help >/dev/full": (3, b"briefgen: the machine got in the way: the disk is full"),
    "briefgen check nowhere.yaml 2>/dev/full": (2, b""),
    "briefgen build outline.yaml -o out >&-": (0, b""),
    "briefgen build outline.yaml -o out 2>&-": (0, b""),
    "briefgen build outline.yaml -o out <&- >&- 2>&-": (0, b""),
}


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("line", STREAMS)
def test_streams_that_are_closed_full_or_not_read(tmp_path: Path, line: str) -> None:
    text = "brief: {slug: demo, title: 示例}\ndeck:\n  - {id: end, kind: closing, title: 谢谢}\n"
    text += "page: {lead: 一句话}\n"
    (tmp_path / "outline.yaml").write_text(text, "utf-8")
    code, told = STREAMS[line]
    done = shell(tmp_path, line)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == code if code != 2 else done.returncode in (2, 3)
    if code:
        assert done.stderr.startswith(told)
        assert len(done.stderr.splitlines()) == (1 if told else 0)
    if "-o out" in line:
        assert sorted(Path(name).suffix for name in made_in(tmp_path / "out")) == [".pdf", ".pptx"]


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-8"])
def test_a_terminal_that_cannot_show_a_character(tmp_path: Path, encoding: str) -> None:
    text = "sources:\n  a: {file: a.txt, title: 报道}\nbrief: {slug: demo, title: 示例 “é” 🙂}\n"
    (tmp_path / "outline.yaml").write_text(text, "utf-8")
    (tmp_path / "a.txt").write_text("去年全市产值3200亿元 🙂。", "utf-8")
    for arguments in ("figures outline.yaml", "check outline.yaml", "kinds"):
        done = shell(tmp_path, f"briefgen {arguments}", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert b"Traceback" not in done.stderr
        assert done.returncode in (0, 1)
        assert done.stdout or arguments.startswith("check")
    done = shell(
        tmp_path, "briefgen figures outline.yaml --json", PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )
    assert json.loads(done.stdout)[0]["sentence"] == "去年全市产值3200亿元 🙂。"


def waiting(folder: Path, count: int) -> list[int]:
    """The processes that have come to the slide that waits."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        found = [int(path.stem) for path in folder.glob("*.waits")]
        if len(found) == count:
            return found
        time.sleep(0.02)
    raise AssertionError("no process has come to the slide")


def gone(pid: int) -> bool:
    """Whether a process has ended; one whose parent has not looked yet has."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("number", "everyone", "code", "told"),
    [
        (signal.SIGINT, True, 130, "briefgen: interrupted\n"),
        (signal.SIGINT, False, 130, "briefgen: interrupted\n"),
        (signal.SIGTERM, False, 143, ""),
        (signal.SIGHUP, True, 129, ""),
    ],
)
def test_a_signal_ends_every_process_and_leaves_nothing(
    trap: Path, number: signal.Signals, everyone: bool, code: int, told: str, jobs: int
) -> None:
    path = outline(trap, "wait()")
    process = subprocess.Popen(
        [sys.executable, "-m", "briefgen", "build", path, "-f", "deck", "-f", "handout",
         "-j", str(jobs)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=trap, env=environment(trap),
        start_new_session=True,
    )  # fmt: skip
    try:
        pids = waiting(trap, jobs)
        (os.killpg if everyone else os.kill)(process.pid, number)
        out, err = process.communicate(timeout=10)
        assert process.returncode == code, err
        assert (out, err) == ("", told)
        assert all(map(gone, pids))
        assert not (trap / "out").exists()
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.slow
@POSIX
def test_a_worker_that_is_killed_is_told(trap: Path) -> None:
    path = outline(trap, 'os.getppid() == int(os.environ["SHELL_PID"]) or os.kill(os.getpid(), 9)')
    done = shell(
        trap, f"export SHELL_PID=$$; briefgen build {path} -f deck -f handout -j 2; exit $?"
    )
    assert done.returncode == 3, done.stderr
    assert done.stderr.startswith(b"briefgen: a worker process was killed")


@pytest.mark.slow
@POSIX
def test_without_more_processes_or_pipes_the_work_is_done_in_one(tmp_path: Path) -> None:
    text = "brief: {slug: demo, title: 示例}\ndeck:\n  - {id: end, kind: closing, title: 谢谢}\n"
    text += "page: {lead: 一句话}\n"
    (tmp_path / "outline.yaml").write_text(text, "utf-8")
    done = shell(tmp_path, "ulimit -n 7; briefgen build outline.yaml -j 8")
    assert done.returncode == 0, done.stderr
    assert len(made_in(tmp_path / "out")) == 2


def test_garbage_is_looked_for_as_before_by_whoever_calls_a_build_from_python(
    tmp_path: Path,
) -> None:
    """The command's own process is over soon; another's may live on with our cycles and its own."""
    code = (
        "import atexit, gc, sys; sys.argv = ['briefgen', '--version'];"
        "before = gc.get_threshold();"
        "from briefgen.cli import briefgen; briefgen(['--version'], standalone_mode=False);"
        "print(gc.get_threshold() == before, gc.get_freeze_count());"
        "seldom = lambda: gc.get_threshold()[0] > 10 * before[0];"
        "atexit.register(lambda: print(seldom(), gc.get_freeze_count() > 0));"
        "from briefgen.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1::2] == ["True 0", "True True"]
