"""Turn a path that an outline names into the file it leads to."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from briefgen.machine.reasons import reason
from briefgen.problems import MachineError


def resolved(path: Path) -> Path:
    """The path with its links followed. Raises OSError where they lead round in a circle."""
    try:
        return path.resolve()
    except RuntimeError as error:  # so up to Python 3.12; later it is told when the file is opened
        raise OSError(errno.ELOOP, "its links lead round in a circle", str(path)) from error


def name_in_words(path: Path) -> str:
    """A file's name as a text. Bytes that are not UTF-8, as an archive of another system leaves
    them, are most often Chinese in the encoding of Windows; what is no text at all is left out."""
    name = path.name.encode("utf-8", "surrogateescape")
    with suppress(UnicodeDecodeError):
        return name.decode()
    return name.decode("gb18030", "ignore")


def files_of(folder: Path, ending: str) -> list[Path]:
    """What a folder holds with this ending, sorted; nothing where there is no such folder. Raises
    MachineError where it may not be read: what it holds must not seem not to be there."""
    try:
        names = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as problem:
        raise MachineError.of("cannot-read", path=str(folder), why=reason(problem)) from problem
    return sorted(folder / name for name in names if os.path.normcase(name).endswith(ending))


# Where a project's outline stands, the first that is there.
_OUTLINES = (
    "content/outline.yaml",
    "content/outline.yml",
    "content/deck.md",
    "content/outline.md",
    "outline.yaml",
    "outline.yml",
    "deck.md",
)


def outline_in(path: Path) -> Path:
    """The outline of a project's folder, be it there or not; any other path is one itself."""
    if not path.is_dir():
        return path
    there = (path / name for name in _OUTLINES if (path / name).is_file())
    return next(there, path / _OUTLINES[0])
