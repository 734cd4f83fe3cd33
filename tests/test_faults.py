"""A machine that fails: a full disk, few files, little memory, kills; nothing is torn or left."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import traceback
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import chdir, redirect_stderr, redirect_stdout
from ctypes import CDLL
from io import StringIO
from multiprocessing import get_context
from pathlib import Path

import pytest
from outlines import DECK, OUTLINE, TOPICS, project
from prints import mostly_slow

from briefgen.cli import main

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of POSIX")
FILES = ("demo.pptx", "demo-handout.pdf")


def started(
    folder: Path, *arguments: str, before: Callable[[], None] | None = None, **more: str
) -> subprocess.Popen[str]:
    """A build in a process of its own, which does `before` at its beginning."""
    environment = {**os.environ, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **more}
    return subprocess.Popen(
        [sys.executable, "-m", "briefgen", *arguments],
        cwd=folder,
        env={name: value for name, value in environment.items() if value != "unset"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=before,
        start_new_session=True,
    )


OPTIONS = ("-a", "base", "-f", "deck", "-f", "handout")


def built(folder: Path, before: Callable[[], None] | None = None, **more: str) -> tuple[int, str]:
    with started(folder, "build", *OPTIONS, before=before, **more) as run:
        said = run.communicate(timeout=120)[1]
        return run.returncode, said


def forked(folder: Path, before: Callable[[], None]) -> tuple[int, str]:
    """As `built`, in a process that has imported everything already: for many in turn."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        code = 255
        try:
            os.chdir(folder)
            with open(writing, "w", encoding="utf-8") as said, redirect_stderr(said):
                code = _ended(before)
        finally:
            os._exit(code)
    os.close(writing)
    with open(reading, encoding="utf-8") as stream:
        told = stream.read()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), told


def main_in(folder: Path, *more: str) -> int:
    """The exit code of a build in this process."""
    with chdir(folder), redirect_stdout(StringIO()), pytest.raises(SystemExit) as ended:
        main(["build", *OPTIONS, *more])
    return int(ended.value.code or 0)


def _ended(before: Callable[[], None]) -> int:
    """The exit code of a build in this process."""
    try:
        before()
        with redirect_stdout(StringIO()):
            main(["build", *OPTIONS])
    except SystemExit as ended:
        return int(ended.code or 0)
    except BaseException:
        traceback.print_exc()
    return 255


def limited(which: str, most: int) -> Callable[[], None]:
    def limit() -> None:
        import resource

        if which == "FSIZE":
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(getattr(resource, f"RLIMIT_{which}"), (most, most))

    return limit


@pytest.fixture
def place(tmp_path: Path) -> Path:
    project(tmp_path, OUTLINE + TOPICS + DECK)
    return tmp_path


def whole(folder: Path) -> list[str]:
    """What is torn or left over among the outputs; [] where all is whole."""
    wrong = []
    for path in sorted((folder / "out").rglob("*")):
        if path.name.endswith(".tmp"):
            wrong.append(f"left: {path.name}")
        elif not SOUND.get(path.suffix, Path.exists)(path):
            wrong.append(f"torn: {path.name}")
    return wrong


SOUND: dict[str, Callable[[Path], bool]] = {
    ".pptx": zipfile.is_zipfile,
    ".pdf": lambda path: path.read_bytes().rstrip().endswith(b"%%EOF"),
}


@pytest.mark.slow
def test_a_disk_that_is_full_at_any_byte_harms_nothing(place: Path) -> None:
    assert built(place)[0] == 0
    before = {name: (place / "out" / name).read_bytes() for name in FILES}
    (place / "content" / "outline.yaml").write_text(
        (OUTLINE + TOPICS + DECK).replace("示例", "另一个题目"), "utf-8"
    )
    largest = max(map(len, before.values()))
    for most in (0, 1, 500, *range(4_000, largest, max(1, largest // 5))):
        code, said = built(place, limited("FSIZE", most))
        assert code == 3, (most, said)
        (line,) = said.splitlines()
        assert line.startswith("briefgen: "), line
        assert {name: (place / "out" / name).read_bytes() for name in FILES} == before
        assert whole(place) == []


def filled(place: Path) -> tuple[list[tuple[int, int, str, list[str]]], int]:
    """What comes of builds on a disk that is full at each of fifty bytes (the byte, the exit code,
    what was said, what is not whole), and how large the largest file is."""
    # What a build works out by itself is worked out once, and is there in all that are forked.
    assert main_in(place, "-o", "elsewhere") == 0, "a build on a disk with room"
    largest = max(path.stat().st_size for path in (place / "elsewhere").iterdir() if path.is_file())
    outline, found = place / "content" / "outline.yaml", []
    for count, most in enumerate(random.Random(5).sample(range(largest), 50)):
        # What is there already is not written again.
        words = (OUTLINE + TOPICS + DECK).replace("示例", f"第{count}稿")
        outline.write_text(words, "utf-8")
        found.append((most, *forked(place, limited("FSIZE", most)), whole(place)))
    return found, largest


@pytest.mark.slow
def test_a_disk_that_is_full_at_fifty_bytes_harms_nothing(place: Path) -> None:
    # Forked of a small process: this one is so large that its copies would take most of the time.
    with ProcessPoolExecutor(1, get_context("spawn")) as small:
        found, largest = small.submit(filled, place).result()
    assert len({most for most, *_ in found if most < largest}) == 50
    for most, code, said, not_whole in found:
        assert code in (0, 3), (most, said)
        assert "Traceback" not in said
        assert not_whole == []
    assert sum(code == 3 for _, code, *_ in found) > 40


@pytest.mark.parametrize("most", mostly_slow([6, 9, 14, 24], 14))
def test_with_few_open_files_it_works_or_says_so(place: Path, most: int) -> None:
    code, said = built(place, limited("NOFILE", most))
    assert code in (0, 3), said
    assert "Traceback" not in said
    assert code == 0 or len(said.splitlines()) == 1, said


@pytest.mark.parametrize("megabytes", mostly_slow([90, 120, 200], 120))
def test_with_little_memory_it_works_or_says_so(place: Path, megabytes: int) -> None:
    code, said = built(place, limited("AS", megabytes * 10**6))
    assert code in (0, 3), said
    assert whole(place) == []
    if code:
        assert said.splitlines()[-1].startswith("briefgen: "), said


@pytest.mark.slow
def test_without_a_home_or_a_folder_for_temporary_files(place: Path) -> None:
    code, said = built(place, HOME="unset", TMPDIR="/does/not/exist", PATH="unset", USER="unset")
    assert code == 0, said


@pytest.mark.slow
def test_what_is_written_is_the_same_in_odd_surroundings(place: Path, tmp_path: Path) -> None:
    assert built(place)[0] == 0
    wanted = [(place / "out" / name).read_bytes() for name in FILES]
    ours = tmp_path / "home"
    ours.mkdir()
    for name in (".reportlab_mods", ".reportlab_settings"):
        (ours / name).write_text("raise SystemExit(9)\n", "utf-8")
    for odd in (
        {"HOME": "/dev/null"},
        {"HOME": str(ours)},
        {"SOURCE_DATE_EPOCH": "tomorrow"},
        {"SOURCE_DATE_EPOCH": "9" * 17},
        {"RL_invariant": "x", "RL_pageCompression": "x", "RL_useA85": "1"},
        {"COLUMNS": "9" * 11, "TZ": "../etc"},
    ):
        code, said = built(place, **odd)
        assert code == 0, said
        assert [(place / "out" / name).read_bytes() for name in FILES] == wanted, odd


_BOUNDING_READ, _BOUNDING_DROP, _OVERRIDE, _SEARCH, _SETPCAP = 23, 24, 1, 2, 8


def powerless() -> None:
    """From now on root may read and write what its owner may, as everybody (Linux)."""
    if os.geteuid() == 0:
        for right in (_OVERRIDE, _SEARCH):
            CDLL(None).prctl(_BOUNDING_DROP, right, 0, 0, 0)


def _may_be_powerless() -> bool:
    if not hasattr(os, "geteuid") or os.geteuid():
        return True
    return sys.platform == "linux" and CDLL(None).prctl(_BOUNDING_READ, _SETPCAP, 0, 0, 0) == 1


BUILD = ("build", "-a", "base", "-f", "deck")


@pytest.mark.slow
@pytest.mark.skipif(not _may_be_powerless(), reason="root may write anywhere")
@pytest.mark.parametrize(
    ("kept", "mode", "arguments", "code", "told"),
    [
        ("out", 0o500, BUILD, 3, "out: "),
        ("content/audiences", 0, BUILD, 3, "content/audiences: "),
        ("content/audiences/other.yaml", 0, ("check",), 3, "other.yaml: "),
        ("content/themes", 0, (*BUILD, "--theme", "ours"), 3, "content/themes"),
        ("seeds/article.txt", 0, BUILD, 1, "content/outline.yaml:6:"),
        (".", 0o500, ("new", "made"), 3, " made: "),
        (".", 0o500, ("trace", "-o", "told.html"), 3, "permission"),
        (".", 0o500, ("convert", "-o", "deck.md"), 3, "permission"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else str(value),
)
def test_what_may_not_be_read_or_written_is_named(
    place: Path, kept: str, mode: int, arguments: tuple[str, ...], code: int, told: str
) -> None:
    for name in ("out", "content/themes"):
        (place / name).mkdir()
    (place / "content/audiences/other.yaml").write_text("lead: [firms]\n", "utf-8")
    before = (place / kept).stat().st_mode
    (place / kept).chmod(mode)
    with started(place, *arguments, before=powerless, BRIEFGEN_LANG="en") as run:
        said = run.communicate(timeout=120)[1]
    (place / kept).chmod(before)
    assert run.returncode == code, said
    assert "Traceback" not in said
    assert told in said
    assert list((place / "out").iterdir()) == []


@pytest.mark.slow
def test_a_folder_that_is_renamed_under_a_build_leaves_no_half_of_it(place: Path) -> None:
    assert built(place)[0] == 0
    for wait in (0.1, 0.3, 0.5):
        with started(place, "build", "-a", "base") as run:
            time.sleep(wait)
            away = place / f"away-{wait}"
            (place / "out").rename(away)
            said = run.communicate(timeout=60)[1]
        assert "Traceback" not in said
        assert run.returncode in (0, 3)
        if not (place / "out").exists():
            away.rename(place / "out")
        assert whole(place) == []


def killed(place: Path, count: int, seed: int, within: float = 0.4) -> tuple[int, list[str]]:
    """Kill one of two builders again and again, at any moment of so many seconds; how many were,
    and what is wrong."""
    chance = random.Random(seed)
    text = OUTLINE + TOPICS + DECK
    kills, wrong = 0, []
    assert built(place)[0] == 0
    while kills < count:
        title = f"第{kills}版"
        (place / "content" / "outline.yaml").write_text(text.replace("示例", title), "utf-8")
        runs = [started(place, "build", "-a", "base", "-f", "deck", "-j", "1") for _ in range(2)]
        # A build takes some 0.3 s, of which the last tenth writes.
        time.sleep(chance.uniform(0.03, within))
        for run in chance.sample(runs, 1 + kills % 2):
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
                kills += 1
        for run in runs:
            run.communicate(timeout=60)
        if not (place / "out" / "demo.pptx").is_file():
            wrong.append("vanished")
        wrong += [each for each in whole(place) if each.startswith("torn")]
    code, said = built(place)
    if code:
        wrong.append(said)
    return kills, wrong + whole(place)


@pytest.mark.slow
def test_two_builders_that_are_killed_leave_whole_files(place: Path) -> None:
    kills, wrong = killed(place, 20, seed=1)
    assert kills >= 20
    assert wrong == []
