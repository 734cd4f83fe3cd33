"""Turn paths into their bytes, and note which files a project's content was read from.

Whoever makes something again only where its content changed asks which files it was made from.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from briefgen.record import State, field


class Noted(State):
    """The files that were read while somebody wanted to know, by their paths, with their hashes."""

    wanted: bool = False
    files: dict[str, str] = field(default_factory=dict)


NOTED = Noted()


def read(path: Path) -> bytes:
    """The bytes of a file. Raises OSError."""
    return noted(path, path.read_bytes())


def noted(path: Path, data: bytes) -> bytes:
    """Bytes that were read from a file, which is noted where somebody wants to know."""
    if NOTED.wanted:
        NOTED.files[str(path)] = sha256(data).hexdigest()
    return data


def taken() -> dict[str, str]:
    """The files that were read since this was asked last, each with its hash."""
    found = dict(NOTED.files)
    NOTED.files.clear()
    return found


def hashed(path: str) -> str:
    """The hash of a file as it is now; "" where it cannot be read."""
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""
