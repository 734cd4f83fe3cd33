"""Turn what was written into a folder into a record of it, by which edited files are known.

The record is `.briefgen/written.json` in the folder itself, so that it is found whichever outline
is built there, and goes along when the folder is moved, copied or kept in a repository. It holds
the SHA-256 of what was written under each name: the last, and the one before, so that a build that
was killed half-way leaves nothing unknown. Same files, same bytes.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from briefgen.machine.files import not_replaced, prepare, staged
from briefgen.problems import MachineError
from briefgen.record import State

HOME, NAME = ".briefgen", "written.json"
_ABOUT = "SHA-256 of what briefgen wrote here; what differs was edited, and is not overwritten."
_VERSION, _KEPT = 1, 2


def digest(data: bytes) -> str:
    """By what bytes are known again."""
    return sha256(data).hexdigest()


def as_json(said: object) -> bytes:
    """What is kept, to be read again. A name whose bytes are not UTF-8, as archives of other
    systems leave them, stands in it by escapes, which JSON has too."""
    told = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    return told.encode("utf-8", "backslashreplace") + b"\n"


class Written(Protocol):
    """What is known of the files that were written into a folder."""

    def knows(self, name: str, found: str) -> bool: ...

    def has(self, name: str) -> bool: ...

    def beginning(self, stem: str) -> tuple[str, ...]: ...

    def keep(self, name: str, now: str) -> None: ...

    def forget(self, name: str) -> None: ...

    def save(self) -> None: ...


class Remembered(State):
    """What builds wrote into `folder`: hashes by name, the last first."""

    folder: Path
    hashes: dict[str, tuple[str, ...]]
    saved: bytes = b""

    def knows(self, name: str, found: str) -> bool:
        """Whether bytes of this hash were written under this name."""
        return found in self.hashes.get(name, ())

    def has(self, name: str) -> bool:
        """Whether anything was written under this name."""
        return name in self.hashes

    def beginning(self, stem: str) -> tuple[str, ...]:
        """The names that begin like this, sorted."""
        return tuple(name for name in sorted(self.hashes) if name.startswith(stem))

    def keep(self, name: str, now: str) -> None:
        """Bytes of this hash are, or are about to be, what was written last under this name."""
        before = (each for each in self.hashes.get(name, ()) if each != now)
        self.hashes[name] = (now, *before)[:_KEPT]

    def forget(self, name: str) -> None:
        """There is no such file any more."""
        self.hashes.pop(name, None)

    def save(self) -> None:
        """Write the record, whole or not at all, where it has changed. Raises MachineError."""
        said = {"about": _ABOUT, "version": _VERSION, "files": self.hashes}
        data = as_json(said)
        if data == self.saved:
            return
        path = self.folder / HOME / NAME
        with staged({path: data}) as made:
            try:
                os.replace(made[path], path)
            except OSError as problem:
                raise MachineError([not_replaced(path, problem)]) from problem
        self.saved = data


def written_in(folder: Path) -> tuple[str, ...]:
    """The names under which builds wrote into a folder, and that are still there, sorted."""
    names = _read(folder).hashes
    return tuple(name for name in sorted(names) if (folder / name).is_file())


@contextmanager
def remembered(folder: Path) -> Iterator[Remembered]:
    """The record of a folder, which no other build reads or writes meanwhile, where the system can
    see to that. One that is missing or damaged knows nothing. Raises MachineError where there is no
    room for it."""
    home = folder / HOME
    prepare((home / NAME,))
    with alone(home):
        yield _read(folder)


def _read(folder: Path) -> Remembered:
    try:
        saved = (folder / HOME / NAME).read_bytes()
        said = json.loads(saved)
        hashes = {str(name): tuple(map(str, each)) for name, each in said["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Remembered(folder, {})
    known = said.get("version") == _VERSION
    return Remembered(folder, hashes, saved) if known else Remembered(folder, {})


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Wait for other runs that write into the folder; not for those of another machine."""
    if sys.platform == "win32":
        import msvcrt

        with (home / "lock").open("ab") as handle:
            with suppress(OSError):
                msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
            yield
        return
    import fcntl

    handle = os.open(home, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
