"""Compiled modules in one file: loaded from it as from their own, while they are current."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

import briefgen

OWN = Path(briefgen.__file__).parent
ASKED = ("-v", "-m", "briefgen", "explain", "unknown-key")
FROM_ONE = "# <briefgen.compiled._Loader object"


class Package:
    """A copy of the package's modules, and what a command of it says."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "briefgen"
        copytree(OWN, self.root, ignore=ignore_patterns("__pycache__", "assets"))
        for each in OWN.glob("assets"):
            (self.root / each.name).symlink_to(each)

    def run(self, *options: str, **more: str) -> tuple[str, int]:
        """What it prints, and how many modules came from the file of all."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        done = subprocess.run(
            [sys.executable, *options, *ASKED], capture_output=True, text=True, encoding="utf-8",
            env={**kept, "PYTHONPATH": str(self.root.parent), "PYTHONUTF8": "1", **more},
            cwd=self.root.parent, check=True,
        )  # fmt: skip
        return done.stdout, done.stderr.count(FROM_ONE)

    @property
    def files(self) -> list[Path]:
        return sorted(self.root.glob("__pycache__/compiled.*.modules*"))


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return Package(tmp_path)


@pytest.mark.slow
def test_modules_are_loaded_from_one_file_as_long_as_they_are_current(package: Package) -> None:
    said, none = package.run()
    assert (none, len(package.files)) == (0, 1)
    again, many = package.run()
    assert again == said
    assert many > 50
    # A module that has changed is taken from its source, and all is kept anew.
    changed = package.root / "messages" / "entry.py"
    words = 'print("changed")\n'
    changed.write_text(changed.read_text("utf-8") + words, "utf-8")
    for _ in range(2):
        other, found = package.run()
        assert other == f"changed\n{said}"
        assert found >= many - 1
    # One that is gone is gone: with its source it is not found any more.
    changed.unlink()
    with pytest.raises(subprocess.CalledProcessError) as failed:
        package.run()
    assert "entry" in failed.value.stderr


@pytest.mark.slow
def test_a_file_of_modules_that_is_damaged_is_as_none(package: Package) -> None:
    said, _ = package.run()
    (file,) = package.files
    whole = file.read_bytes()
    for bad in (b"", b"none at all", whole[:4], whole[: len(whole) // 2], whole + b"x"):
        file.write_bytes(bad)
        assert package.run() == (said, 0)
        assert package.run()[1] > 50
    file.unlink()
    assert package.run(PYTHONDONTWRITEBYTECODE="1") == (said, 0)
    assert package.files == []
    # A folder that was moved tells its own path.
    package.run()
    package.root.parent.joinpath("moved").mkdir()
    package.root = package.root.rename(package.root.parent / "moved" / "briefgen")
    (package.root / "messages" / "entry.py").touch()
    assert package.run()[0] == said
