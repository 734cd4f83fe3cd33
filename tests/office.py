"""LibreOffice, where it is on this machine: files into what it makes of them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needed = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine")
# What it frees it soon takes again; to give it back to the system between is a sixth of its time.
_KEPT = {
    "MALLOC_TOP_PAD_": str(64 << 20),
    "MALLOC_TRIM_THRESHOLD_": str((1 << 31) - 1),
    "MALLOC_MMAP_THRESHOLD_": str(1 << 30),
}


def converted(files: Sequence[Path], to: str, folder: Path, **surroundings: str) -> list[Path]:
    """Files as it saves them in another form, in one start of it with a profile of its own; only
    with these surroundings where some are given."""
    assert SOFFICE
    command = [
        SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", to, "--outdir", str(folder), *map(str, files),
    ]  # fmt: skip
    environment = {**(surroundings or os.environ), **_KEPT}
    subprocess.run(command, check=True, capture_output=True, timeout=400, env=environment)
    return [folder / f"{path.stem}.{to.partition(':')[0]}" for path in files]
