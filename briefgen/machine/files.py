"""Turn bytes in memory into files on disk, or leave what was there untouched.

Each file is written beside its target under a temporary name, synced, and renamed over it, so a
build that fails or is killed never harms an older output. Nothing is written before every target
has been found writable, and never through a symbolic link.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from unicodedata import normalize

from briefgen.machine.reasons import reason
from briefgen.problems import MachineError, Problem

# Temporaries of a killed build are recognised, and removed by the next, by this.
_PREFIX, _SUFFIX = ".briefgen-", ".tmp"
# So many files are made to last at a time.
_LANES = 4


def key_of(name: str) -> str:
    """By what names are one file on a system that tells neither large letters from small ones nor
    Unicode's forms of one character apart."""
    return normalize("NFC", normalize("NFC", name).casefold())


def clash(names: Iterable[str]) -> tuple[str, ...]:
    """The first two of these names that are one file on some system (one, where they are the same
    name), () where none are."""
    known: dict[str, str] = {}
    for name in names:
        if key_of(name) in known:
            return tuple(dict.fromkeys((known[key_of(name)], name)))
        known[key_of(name)] = name
    return ()


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, or none that could not be; raises MachineError saying which and why."""
    prepare(files)
    with staged(files) as made:
        for path, temporary in made.items():
            try:
                os.replace(temporary, path)
            except OSError as problem:
                raise MachineError([not_replaced(path, problem)]) from problem
    sync(files)


def prepare(paths: Iterable[Path]) -> None:
    """Make the folders of targets, free of what a killed build left; raises MachineError where one
    of them cannot be written into, or a target is something that must not be replaced."""
    paths = tuple(paths)
    for folder in sorted({path.parent for path in paths}):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise MachineError.of(
                "folder-not-made", folder=str(folder), why=reason(problem)
            ) from problem
        _clear(folder)
    for path in paths:
        _refuse(path)


@contextmanager
def staged(files: Mapping[Path, bytes], lasting: bool = True) -> Iterator[dict[Path, Path]]:
    """The files as temporaries beside their targets, whole and synced, by target; those that were
    not put in their places meanwhile go at the end. Raises MachineError where one cannot be
    written. Where they need not be `lasting`, a power cut may leave them empty."""
    made: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            # Known before it is there, so that it goes whatever happens meanwhile.
            made[path] = path.with_name(f"{_PREFIX}{path.name}.{os.getpid()}{_SUFFIX}")
            _fill(made[path], path, data)
        if lasting:
            _flush(made)
        yield made
    finally:
        for temporary in made.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def not_replaced(path: Path, problem: OSError) -> Problem:
    """What is told where the system does not let a file take its place."""
    return Problem.of("not-replaced", path=str(path), why=reason(problem))


def sync(paths: Iterable[Path]) -> None:
    """Make the renames of these files last through a power cut, where the system can."""
    for folder in {path.parent for path in paths}:
        _sync(folder)


def _refuse(path: Path) -> None:
    """Raise where the target is something that must not be replaced."""
    if path.is_symlink():
        raise MachineError.of("target-is-a-link", path=str(path))
    if path.exists() and not path.is_file():
        raise MachineError.of("target-is-no-file", path=str(path))
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise MachineError.of("folder-not-writable", folder=str(path.parent))


def _fill(temporary: Path, path: Path, data: bytes) -> None:
    """Write what is to become `path`."""
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError as problem:
        raise _not_written(path, problem) from problem


def _flush(made: Mapping[Path, Path]) -> None:
    """Make the contents of temporaries, by target, last through a power cut: of many together, as
    the system writes them in a tenth of the time that it takes for one after the other."""
    failed: dict[Path, BaseException] = {}

    def attempt(paths: Iterable[Path]) -> None:
        for path in paths:
            try:
                _flushed(made[path])
            except BaseException as problem:  # told where all are done
                failed[path] = problem

    lanes = [tuple(made)[lane::_LANES] for lane in range(min(_LANES, len(made)))]
    threads = [Thread(target=attempt, args=(lane,)) for lane in lanes] if len(made) > 1 else []
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for path in failed if threads else made:
        try:
            # Fewer files may be open than there are; a failure to write is told only once.
            if path in failed and getattr(failed[path], "errno", None) != errno.EMFILE:
                raise failed[path]
            _flushed(made[path])
        except OSError as problem:
            raise _not_written(path, problem) from problem


def _flushed(temporary: Path) -> None:
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())


def _not_written(path: Path, problem: OSError) -> MachineError:
    return MachineError.of("not-written", path=str(path), why=reason(problem))


def _clear(folder: Path) -> None:
    """Remove temporaries whose build is no longer running."""
    for stale in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        pid = stale.name[: -len(_SUFFIX)].rpartition(".")[2]
        if pid.isdigit() and _running(int(pid)):
            continue
        with suppress(OSError):
            stale.unlink()


def _running(pid: int) -> bool:
    if pid == os.getpid() or os.name == "nt":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
