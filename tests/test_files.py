"""Writing outputs: whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
