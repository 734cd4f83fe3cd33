"""Turn new bytes for somebody's file into that file, unless it has changed meanwhile; and back.

A file is replaced only where it still is what was read, in one step, with the mode that it had.
What it held before is kept in the project's `.briefgen/undo/`, the last 50 times, so that it can be
put back: in the order last to first, and again only where the file is as it was left.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefgen.machine.files import not_replaced, prepare, staged, sync, write_all
from briefgen.machine.paths import resolved
from briefgen.machine.reasons import reason
from briefgen.machine.remembered import HOME, alone, as_json, digest
from briefgen.problems import MachineError, Mark, Problem
from briefgen.record import Record

_UNDO, _REDO, _MOST = "undo", "redo", 50
# How much of a hash tells two versions of a file apart for a person.
_SHORT = 8


class Write(Record):
    """A write that can be undone: its number, the file as seen from the project, the hashes of what
    it held before and after."""

    number: int
    file: str
    before: str
    after: str


def read_for_writing(root: Path, file: str) -> tuple[Path, bytes]:
    """A file of the project (as seen from its root), and what it holds. Raises MachineError where
    it is outside of the project, or cannot be read or written."""
    path = resolved(root / file)
    if not path.is_relative_to(resolved(root)):
        raise MachineError.of("write-outside", file=file)
    try:
        data = path.read_bytes()
        if not path.stat().st_mode & stat.S_IWRITE or not os.access(path, os.W_OK):
            raise MachineError.of("write-protected", file=file)
    except OSError as error:
        raise MachineError.of("cannot-read", path=str(path), why=reason(error)) from error
    return path, data


def rewrite(root: Path, file: str, read: str, data: bytes) -> None:
    """Replace a file of the project, whose hash was `read` when it was looked at.

    Raises MachineError where it is another one now, and where it cannot be written; then nothing
    has changed.
    """
    path, found = read_for_writing(root, file)
    if digest(found) != read:
        raise MachineError([_changed(file, read, digest(found))])
    if found == data:
        return
    with _journal(root) as folder:
        # Known before it is done: what was not done is seen by the hash.
        _note(folder, file, found, digest(data))
        _replace(path, file, read, data)
        again = folder.parent / _REDO
        for each in _writes(again):
            _drop(again, each)


def undo(root: Path) -> Write:
    """Put back what the last write replaced; what was written. Raises MachineError where there is
    none, and where the file has changed since; then nothing has changed."""
    if done := _put_back(root, _UNDO, _REDO):
        return done
    raise MachineError.of("nothing-to-undo")


def redo(root: Path) -> Write:
    """Put back what the last undoing replaced, as long as nothing else was written since. Raises
    MachineError where there is none, and where the file has changed; then nothing has changed."""
    if done := _put_back(root, _REDO, _UNDO):
        return done
    raise MachineError.of("nothing-to-redo")


def _put_back(root: Path, kept: str, other: str) -> Write | None:
    """Take the last write that is kept in one folder back, and keep what that replaces in the
    other; None where there is none."""
    with _journal(root) as undone:
        folder, opposite = undone.parent / kept, undone.parent / other
        for write in reversed(_writes(folder)):
            path, found = read_for_writing(root, write.file)
            if digest(found) == write.before:
                _drop(folder, write)  # it was never done, or somebody undid it by hand
                continue
            if digest(found) != write.after:
                raise MachineError([_changed(write.file, write.after, digest(found))])
            _note(opposite, write.file, found, write.before)
            _replace(path, write.file, write.after, (folder / _kept(write)).read_bytes())
            _drop(folder, write)
            return write
    return None


def _note(folder: Path, file: str, found: bytes, after: str) -> None:
    """Keep what a file holds before it is written; of many writes the last."""
    prepare((folder / "journal",))
    writes = _writes(folder)
    number = writes[-1].number + 1 if writes else 1
    about = {"file": file, "before": digest(found), "after": after}
    kept = folder / f"{number:06d}.json"
    write_all({folder / f"{number:06d}.before": found, kept: as_json(about)})
    for old in writes[: max(0, len(writes) + 1 - _MOST)]:
        _drop(folder, old)


def undoable(root: Path) -> Write | None:
    """The write that `undo` would take back; None where there is none."""
    writes = _writes(root / HOME / _UNDO)
    return writes[-1] if writes else None


def _changed(file: str, read: str, found: str) -> Problem:
    return Problem.of(
        "changed-meanwhile", Mark(file), file=file, read=read[:_SHORT], found=found[:_SHORT]
    )


@contextmanager
def _journal(root: Path) -> Iterator[Path]:
    """The folder that remembers writes, which no other run uses meanwhile."""
    folder = resolved(root) / HOME / _UNDO
    prepare((folder / "journal",))
    with alone(folder.parent):
        yield folder


def _writes(folder: Path) -> list[Write]:
    """The writes that are remembered, the first first; what is damaged is none."""
    found = []
    for path in sorted(folder.glob("*.json")):
        with suppress(OSError, ValueError, KeyError, TypeError):
            said = json.loads(path.read_bytes())
            names = (str(said[key]) for key in ("file", "before", "after"))
            write = Write(int(path.stem), *names)
            if (folder / _kept(write)).is_file():
                found.append(write)
    return found


def _kept(write: Write) -> str:
    return f"{write.number:06d}.before"


def _drop(folder: Path, write: Write) -> None:
    for name in (_kept(write), f"{write.number:06d}.json"):
        with suppress(OSError):
            (folder / name).unlink()


def _replace(path: Path, file: str, read: str, data: bytes) -> None:
    """Put new bytes in the place of a file, in one step, if it is still the one that was read."""
    prepare((path,))
    mode = stat.S_IMODE(path.stat().st_mode)
    with staged({path: data}) as made:
        with suppress(OSError):
            os.chmod(made[path], mode)
        found = digest(path.read_bytes())
        if found != read:
            raise MachineError([_changed(file, read, found)])
        try:
            os.replace(made[path], path)
        except OSError as problem:
            raise MachineError([not_replaced(path, problem)]) from problem
    sync((path,))
