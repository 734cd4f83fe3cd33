"""Turn a path that an outline names into the file it leads to."""

from __future__ import annotations

import errno
from pathlib import Path


def resolved(path: Path) -> Path:
    """The path with its links followed. Raises OSError where they lead round in a circle."""
    try:
        return path.resolve()
    except RuntimeError as error:  # so up to Python 3.12; later it is told when the file is opened
        raise OSError(errno.ELOOP, "its links lead round in a circle", str(path)) from error
