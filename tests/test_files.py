"""Writing outputs: whole or not at all."""

import errno
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from outlines import OUTLINE, TOPICS, made_in, project

from briefgen.cli import main
from briefgen.machine.files import write_all
from briefgen.problems import MachineError


def test_writes_and_replaces(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.pdf"
    write_all({target: b"one"})
    write_all({target: b"two"})
    assert target.read_bytes() == b"two"
    assert [p.name for p in target.parent.iterdir()] == ["a.pdf"]


def test_nothing_is_written_when_one_target_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(MachineError, match=r"b\.pdf is not a file"):
        write_all({tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new"})
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights on Windows")
def test_never_writes_through_a_link(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"mine")
    (tmp_path / "a.pdf").symlink_to(precious)
    with pytest.raises(MachineError, match="symbolic link"):
        write_all({tmp_path / "a.pdf": b"new"})
    assert precious.read_bytes() == b"mine"


def test_an_interruption_leaves_no_temporary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all({tmp_path / "a.txt": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"old"


def test_many_files_are_written_where_few_may_be_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, main = os.fsync, threading.main_thread()

    def fsync(handle: int) -> None:
        if threading.current_thread() is not main:
            raise OSError(errno.EMFILE, "Too many open files")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    files = {tmp_path / f"{number}.txt": b"whole" for number in range(20)}
    write_all(files)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == files


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot write"):
        write_all({tmp_path / f"{'a' * 240}.pptx": b""})
    assert not list(tmp_path.iterdir())


def test_the_next_build_removes_what_a_killed_one_left(tmp_path: Path) -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                          capture_output=True, text=True, check=True).stdout.strip()  # fmt: skip
    stale = tmp_path / f".briefgen-a.pdf.{gone}.tmp"
    stale.write_bytes(b"half")
    write_all({tmp_path / "a.pdf": b"whole"})
    assert not stale.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(MachineError, match="cannot make the folder"):
        write_all({tmp_path / "out" / "a.pdf": b"x"})


# ── a build whose files cannot be written ───────────────


def no_rename(monkeypatch: pytest.MonkeyPatch) -> None:
    """No output can take its place, nor any other: the record of them can."""
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if target.suffix != ".json":
            raise PermissionError(errno.EACCES, "Permission denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)


def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Full when the second file is synced: the first is already there whole, and has to go. A
    system tells of it only once."""
    real, synced = os.fsync, []

    def fsync(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)


def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a user who is not its owner: who runs the tests may be root, and write anywhere."""
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK and real(path, mode))


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, dict[str, bytes]]:
    """A project that was built, and has changed since; what the build wrote."""
    outline = project(tmp_path, OUTLINE + TOPICS)
    main_exits(0, outline)
    outline.write_text(outline.read_text("utf-8").replace("示例", "新例"), "utf-8")
    return outline, made_in(tmp_path / "out")


def main_exits(code: int, outline: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", str(outline), "-a", "base", "-j", "1"])
    assert ended.value.code == code


@pytest.mark.slow
@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            no_rename,
            r"cannot replace \S*demo\.pdf: there is no permission \(hint: .*\) "
            r"\[not-replaced\]; cannot replace \S*demo\.pptx: there is no permission \(hint: .*\)",
        ),
        (full_disk, r"cannot write \S*demo\.(pdf|pptx): the disk is full \(hint: .*\)"),
        (read_only, r"cannot write into \S*out: no permission \(hint: .*\)"),
    ],
)
def test_what_cannot_be_written_is_told_in_a_line_and_harms_nothing(
    built: tuple[Path, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], spoil: Callable[[pytest.MonkeyPatch], None], told: str,
) -> None:  # fmt: skip
    outline, before = built
    capsys.readouterr()
    with monkeypatch.context() as spoiled:
        spoil(spoiled)
        main_exits(3, outline)
    said = capsys.readouterr()
    assert re.fullmatch(rf"briefgen: {told} \[[a-z-]+\]\n", said.err)
    assert said.out == ""
    assert made_in(outline.parents[1] / "out") == before
    main_exits(0, outline)
    assert made_in(outline.parents[1] / "out").keys() == before.keys()
    assert made_in(outline.parents[1] / "out") != before


def test_a_folder_in_the_place_of_a_file_stays(
    built: tuple[Path, dict[str, bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    outline, before = built
    out = outline.parents[1] / "out"
    (out / "demo.pdf").unlink()
    (out / "demo.pdf").mkdir()
    (out / "demo.pdf/mine.txt").write_text("mine")
    capsys.readouterr()
    main_exits(3, outline)
    assert re.fullmatch(
        r"briefgen: \S*demo\.pdf is not a file \(hint: remove it and build again\) "
        r"\[target-is-no-file\]\n",
        capsys.readouterr().err,
    )
    assert (out / "demo.pptx").read_bytes() == before["demo.pptx"]
    assert list(made_in(out)) == ["demo.pptx"]
    assert list(made_in(out / "demo.pdf")) == ["mine.txt"]


@pytest.mark.skipif(os.name == "nt", reason="no limits of this kind on Windows")
def test_a_file_that_the_system_cuts_short_leaves_nothing(tmp_path: Path) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS)
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "from briefgen.cli import main; main(sys.argv[1:])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", str(outline), "-a", "base", "-f", "deck"],
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 3
    told = (
        r"briefgen: cannot write \S*demo\.pptx: the file is larger .*\(hint: .*\) \[not-written\]\n"
    )
    assert re.fullmatch(told, done.stderr)
    assert made_in(tmp_path / "out") == {}


def test_what_another_build_is_writing_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / f".briefgen-b.pdf.{os.getppid()}.tmp"
    other.write_bytes(b"half")
    write_all({tmp_path / "a.pdf": b"whole"})
    assert made_in(tmp_path) == {"a.pdf": b"whole", other.name: b"half"}
