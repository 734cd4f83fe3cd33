"""Turn the compiled modules of the package into one file, from which a command loads them.

A build imports 350 modules: to look for each, to open and to read it takes longer than to load
what is in it. So what Python keeps of them in `__pycache__`, a file for each, is kept there in one
file as well, and by the same rules: for one version of Python, where Python itself writes there,
and a module is taken from it only if its source is of the time and size that it was compiled from
(PEP 552; `importlib` checks that as ever). What is not there, or not so, is imported as ever, and
is in the file for the next process. Only the command line asks for it, which is alone in its
process.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from mmap import ACCESS_READ, mmap
from types import ModuleType
from typing import NamedTuple

_ROOT = os.path.dirname(__file__)
_WITHIN = f"{__name__.rpartition('.')[0]}."
# How many bytes the length of a file's head takes.
_HEAD = 4
# What may go wrong with a file that is damaged, of another Python, or not there.
_WRONG = (OSError, ValueError, TypeError, EOFError, LookupError)


class _Place(NamedTuple):
    """Where a module's source is (from the package's folder on), whether it is a package, and where
    its compiled file begins and ends in the file of all."""

    source: str
    package: bool
    start: int
    end: int


class _Loader(SourceFileLoader):
    """Loads a module as ever, but that its compiled file is there already. It is `stale` if that
    was not used: the source is read then, too."""

    def __init__(self, fullname: str, path: str, kept: memoryview) -> None:
        super().__init__(fullname, path)
        self.kept: memoryview | None = kept
        self.stale = False

    def get_data(self, path: str) -> bytes:
        kept, self.kept = self.kept, None
        if kept is not None and path.endswith(".pyc"):
            # Only slices of it are looked at, which a view has as bytes have.
            return kept  # type: ignore[return-value]
        self.stale = True
        return super().get_data(path)


class _Finder:
    """Finds the package's modules in the file of all."""

    def __init__(self, data: memoryview, places: Mapping[str, _Place]) -> None:
        self.data, self.places = data, places

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        place = self.places.get(fullname)
        if place is None:
            return None
        source = os.path.join(_ROOT, place.source)
        folders = [os.path.dirname(source)] if place.package else None
        loader = _Loader(fullname, source, self.data[place.start : place.end])
        return spec_from_file_location(
            fullname, source, loader=loader, submodule_search_locations=folders
        )


def _file() -> str:
    """Where compiled modules are kept. Raises OSError where Python keeps nothing."""
    own = __spec__.cached if __spec__ else None
    if not own:
        raise OSError
    return own.removesuffix("pyc") + "modules"


def find() -> None:
    """Have modules that are imported from now on be loaded from the file of earlier processes."""
    with suppress(*_WRONG), open(_file(), "rb") as file:
        data = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        start = _HEAD + int.from_bytes(data[:_HEAD], "little")
        version, length, found = marshal.loads(data[_HEAD:start])
        # One that is cut off would fail in the middle of a module.
        if version == sys.version and length == len(data) - start:
            places = {name: _Place(*place) for name, place in found.items()}
            sys.meta_path.insert(0, _Finder(data[start:], places))


def keep() -> None:
    """Keep the modules that were imported in another way; to be called at the end of a process."""
    if not sys.dont_write_bytecode:
        with suppress(*_WRONG):
            _add()


def _add() -> None:
    finder = next((each for each in sys.meta_path if isinstance(each, _Finder)), None)
    specs = [module.__spec__ for name, module in sys.modules.items() if name.startswith(_WITHIN)]
    known = finder.places if finder else {}
    stale = any(isinstance(s.loader, _Loader) and s.loader.stale for s in specs if s)
    new = [spec for spec in specs if spec and (stale or spec.name not in known)]
    if not new:
        return
    # Where one is of another time than its source, others that were not asked for may be, too.
    old = dict(finder.places) if finder and not stale else {}
    parts = [bytes(finder.data)] if finder and old else []
    at = sum(map(len, parts))
    for spec in new:
        if spec.origin and spec.cached and os.path.exists(spec.cached):
            with open(spec.cached, "rb") as file:
                parts.append(file.read())
            package = spec.submodule_search_locations is not None
            source = os.path.relpath(spec.origin, _ROOT)
            old[spec.name] = _Place(source, package, at, at + len(parts[-1]))
            at += len(parts[-1])
    places = {name: tuple(place) for name, place in old.items()}
    _write(marshal.dumps((sys.version, at, places)), parts)


def _write(head: bytes, parts: Sequence[bytes]) -> None:
    # Others may read or write it at this moment.
    path, own = _file(), f"{_file()}.{os.getpid()}"
    with open(own, "wb") as file:
        file.write(b"".join((len(head).to_bytes(_HEAD, "little"), head, *parts)))
    try:
        os.replace(own, path)
    except OSError:
        os.unlink(own)  # another process reads it
