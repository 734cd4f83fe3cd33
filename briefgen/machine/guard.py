"""Turn made files into files on disk, without losing what somebody wrote into an earlier one.

A file is replaced where it is as a build wrote it. One that was edited since, that is open in
another program, or write-protected, stays, and what was made now is put beside it: `NAME.new.pptx`.
When it is asked for, an edited file is replaced, and kept as `NAME.edited-1.pptx`. What cannot be
written for another reason stops everything before any file is touched (`files`).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from itertools import count
from pathlib import Path

from briefgen.machine.files import not_replaced, prepare, staged, sync
from briefgen.machine.origin import untouched
from briefgen.machine.reasons import reason
from briefgen.machine.remembered import Written, digest, remembered
from briefgen.patterns import pattern
from briefgen.problems import MachineError, Mark, Part, Problem
from briefgen.record import Record

# What Office and LibreOffice lay beside a file that they have open.
_LOCKS = ("~${name}", "~${rest}", ".~lock.{name}#")


class Put(Record):
    """What was put on disk: for each file where it stands now, and what is to be told of that."""

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]


class _Step(Record, kw_only=True):
    """What becomes of one file: what was made for `target`, the `place` where it goes, whether it
    is `there` already, where what stands there is kept (`aside`), what is told of it (`code`)."""

    target: Path
    data: bytes
    place: Path
    there: bool = False
    aside: Path | None = None
    code: str = ""
    parts: tuple[tuple[str, Part], ...] = ()

    def told(self, root: Path) -> Problem:
        """What is told, of the file as it is seen from `root`."""
        return Problem.of(self.code, Mark(_shown(self.target, root)), **dict(self.parts))


def put(
    files: Mapping[Path, bytes],
    *,
    root: Path,
    overwrite: bool = False,
    remember: Callable[[Path], AbstractContextManager[Written]] = remembered,
    lasting: bool = True,
) -> Put:
    """Write every file, each to its place or beside what must stay there.

    With `overwrite` edited files are replaced and kept under another name. What is told names files
    as they are seen from `root`. Raises MachineError before anything is written where a folder or a
    target is not fit to be written; and at the end, where a file could be put nowhere. `remember`
    opens what is known of a folder; `lasting` as in `files.staged`.
    """
    prepare(files)
    with ExitStack() as stack:
        folders = sorted({path.parent for path in files})
        records = {folder: stack.enter_context(remember(folder)) for folder in folders}
        steps = [_step(path, data, records[path.parent], overwrite) for path, data in files.items()]
        to_write = {step.place: step.data for step in steps if not step.there}
        with staged(to_write, lasting) as made:
            for step in steps:
                records[step.target.parent].keep(step.place.name, digest(step.data))
            for record in records.values():
                record.save()
            done, failed = _placed(steps, made, records)
        for step in done:
            _tidy(step, records[step.target.parent])
        for record in records.values():
            record.save()
    if lasting:
        sync(files)
    if failed:
        raise MachineError(failed)
    told = tuple(step.told(root) for step in done if step.code)
    return Put(tuple(step.place for step in done), told)


def _step(path: Path, data: bytes, record: Written, overwrite: bool) -> _Step:
    """What is to become of one file."""
    found = _content(path)
    if found == data or not path.exists():
        return _Step(target=path, data=data, place=path, there=found == data)
    known = found is not None and _known(path, found, record)
    if not known and not overwrite:
        code = "edited-kept" if record.has(path.name) else "unknown-kept"
        return _beside(path, data, record, code, kept=_free(path, "edited").name)
    if lock := _lock(path):
        return _beside(path, data, record, "open-kept", lock=lock)
    if _protected(path):
        return _beside(path, data, record, "protected-kept")
    if known:
        return _Step(target=path, data=data, place=path)
    aside = _free(path, "edited")
    parts = (("kept", aside.name),)
    return _Step(
        target=path, data=data, place=path, aside=aside, code="edited-replaced", parts=parts
    )


def _known(path: Path, found: bytes, record: Written) -> bool:
    """Whether a file is as a build wrote it: under its name, or beside it, and then moved there."""
    name, mine = path.name, digest(found)
    if record.knows(name, mine):
        return True
    if any(record.knows(other.name, mine) for other in _news(path, record)):
        return True
    return not record.has(name) and untouched(found)


def _beside(path: Path, data: bytes, record: Written, code: str, /, **parts: Part) -> _Step:
    """The file stays; what was made now goes beside it, over nothing that was edited."""
    for number in count(1):
        place = _named(path, "new", number)
        found = None if place.is_symlink() else _content(place)
        if found == data:
            break
        if found is None:
            if not os.path.lexists(place):
                break
        elif _idle(place, found, record):
            break
    told = (*parts.items(), ("new", place.name))
    there = found == data
    return _Step(target=path, data=data, place=place, there=there, code=code, parts=told)


def _idle(path: Path, found: bytes, record: Written) -> bool:
    """Whether a file that a build put beside another is as it was put there, and nobody's."""
    known = record.knows(path.name, digest(found))
    return known and not _lock(path) and not _protected(path)


def _placed(
    steps: Sequence[_Step], made: Mapping[Path, Path], records: Mapping[Path, Written]
) -> tuple[list[_Step], list[Problem]]:
    """Put each file in its place, or where it is refused that, beside it; and what could not be."""
    done, failed = [], []
    for step in steps:
        try:
            if not step.there:
                _rename(made[step.place], step)
        except OSError as problem:
            record = records[step.target.parent]
            try:
                done.append(_refused(step, made[step.place], record, problem))
            except OSError:
                failed.append(not_replaced(step.target, problem))
        else:
            done.append(step)
    return done, failed


def _rename(temporary: Path, step: _Step) -> None:
    """Put one file in its place. What is kept from there is never without a name."""
    if step.aside is None:
        os.replace(temporary, step.place)
        return
    try:
        os.link(step.place, step.aside)
    except OSError:  # the disk knows no second names
        os.rename(step.place, step.aside)
        try:
            os.replace(temporary, step.place)
        except OSError:
            os.rename(step.aside, step.place)
            raise
        return
    try:
        os.replace(temporary, step.place)
    except OSError:
        step.aside.unlink()
        raise


def _refused(step: _Step, temporary: Path, record: Written, problem: OSError) -> _Step:
    """The system holds on to a file, as Windows does to one that is open: go beside it. Raises
    OSError where that is refused too."""
    if step.place != step.target:
        raise problem
    beside = _beside(step.target, step.data, record, "held-kept", why=reason(problem))
    if not beside.there:
        os.replace(temporary, beside.place)
    record.keep(beside.place.name, digest(step.data))
    return beside


def _tidy(step: _Step, record: Written) -> None:
    """Remove what earlier builds put beside a file, and nobody edited or has open."""
    for other in _news(step.target, record):
        found = _content(other)
        if other == step.place:
            continue
        if found is None:
            record.forget(other.name)
        elif _idle(other, found, record):
            with suppress(OSError):
                other.unlink()
                record.forget(other.name)


_NTH = pattern(r"(?:-\d+)?")


def _news(path: Path, record: Written) -> list[Path]:
    """What builds put beside a file, by their record."""
    start, ending = f"{path.stem}.new", path.suffix
    near = [name for name in record.beginning(start) if name.endswith(ending)]
    return [
        path.with_name(name)
        for name in near
        if _NTH.fullmatch(name[len(start) :].removesuffix(ending))
    ]


def _free(path: Path, word: str) -> Path:
    """The first name beside a file that nothing has."""
    names = (_named(path, word, number) for number in count(1))
    return next(each for each in names if not os.path.lexists(each))


def _named(path: Path, word: str, number: int) -> Path:
    """The name of a file with a word before its ending: demo.new.pptx, demo.edited-1.pptx."""
    counted = word if word == "new" and number == 1 else f"{word}-{number}"
    return path.with_name(f"{path.stem}.{counted}{path.suffix}")


def _content(path: Path) -> bytes | None:
    """What a file holds; None where there is none, or it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _lock(path: Path) -> str:
    """The name of the file by which another program says that it has this one open, or ""."""
    names = (each.format(name=path.name, rest=path.name[2:]) for each in _LOCKS)
    return next((each for each in names if path.with_name(each).exists()), "")


def _protected(path: Path) -> bool:
    """Whether somebody took the right to change a file away, even from its owner."""
    return not path.stat().st_mode & stat.S_IWRITE


def _shown(path: Path, root: Path) -> str:
    """A path as it is told: within `root` from there."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return str(path)
