"""A file of Python as mypy sees it that has briefgen installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

ROOT = Path(__file__).parents[1]


def checked(file: Path, factory: pytest.TempPathFactory) -> str:
    """What `mypy --strict` says of a file. What it knows of briefgen is learnt once in a run."""
    learnt = factory.getbasetemp()
    learnt = learnt.parent if "PYTEST_XDIST_WORKER" in os.environ else learnt
    # Of files of one second and size mypy takes one for the other.
    second = crc32(file.read_bytes())
    os.utime(file, (second, second))
    command = ["-m", "mypy", "--strict", "--cache-dir", str(learnt / "types"), file.name]
    return subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        cwd=file.parent,
        env={"PYTHONPATH": str(ROOT), "MYPYPATH": str(ROOT), "PATH": ""},
    ).stdout
