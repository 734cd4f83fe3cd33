"""Turn what became of rows into two lists: failed.csv, and manifest.csv, each a row a line.

Both are CSV in UTF-8 with a byte order mark, as Excel and WPS open it. A list is written beside its
place, and put there when it is whole.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from briefgen.brief.row import Row
from briefgen.machine.files import prepare
from briefgen.machine.reads import hashed
from briefgen.machine.reasons import reason
from briefgen.merging.journal import Entry, Journal
from briefgen.problems import MachineError, Problem

FAILED, MANIFEST = "failed.csv", "manifest.csv"
# So many failures are told where they happen; all of them stand in the list.
FIRST = 20


class _List:
    """A list that is being written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None
        self._writer: Any = None

    @property
    def _beside(self) -> Path:
        return self.path.with_name(f".briefgen-{self.path.name}.part")

    def write(self, values: Sequence[object]) -> None:
        """Write a line. Raises MachineError."""
        try:
            if self._file is None:
                prepare((self.path,))
                self._file = self._beside.open("w", encoding="utf-8-sig", newline="")
                self._writer = csv.writer(self._file, lineterminator="\n")
            self._writer.writerow(values)
        except OSError as problem:
            raise self._refused(problem) from problem

    def place(self) -> None:
        """Put it in its place; where nothing was written, none is there any more."""
        try:
            if self._file is None:
                self.path.unlink(missing_ok=True)
                return
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            os.replace(self._beside, self.path)
        except OSError as problem:
            raise self._refused(problem) from problem

    def drop(self) -> None:
        """It will not be whole."""
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
            self._beside.unlink(missing_ok=True)

    def _refused(self, problem: OSError) -> MachineError:
        return MachineError.of("not-written", path=str(self.path), why=reason(problem))


class Failed:
    """The list of rows that failed: their lines, what is wrong, and their cells as they are in the
    table, so that the list can be mended and merged itself."""

    def __init__(self, out: Path, columns: tuple[str, ...]) -> None:
        self._list, self._columns = _List(out / FAILED), columns
        self.path, self.count = out / FAILED, 0
        self.first: list[Problem] = []

    def __enter__(self) -> Failed:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        # What failed until the run was ended is of use too.
        if kind is None or self.count:
            with suppress(*((MachineError,) if kind else ())):
                self._list.place()
        else:
            self._list.drop()

    def add(self, line: int, problems: Sequence[Problem], row: Row | None) -> None:
        """A row failed."""
        told = [each for each in problems if each.severity == "error"] or list(problems)
        if not self.count:
            self._list.write((*self._columns, "briefgen:line", "briefgen:code", "briefgen:problem"))
        self.count += 1
        cells = [row.cells[name].text if row else "" for name in self._columns]
        codes = " ".join(dict.fromkeys(each.code for each in told))
        said = "; ".join(dict.fromkeys(str(each) for each in told))
        self._list.write((*cells, line, codes, said))
        if len(self.first) < FIRST:
            self.first.append(told[0])


def write_manifest(out: Path, journal: Journal, every: bool) -> Path:
    """Write the list of every file of this run, or of `every` run so far, each read again: its
    line, SHA-256, size, slides or pages, state (`made`, or `edited` or `missing` where it is not as
    it was made), warnings."""
    made = _List(out / MANIFEST)
    try:
        made.write(("line", "file", "sha256", "bytes", "pages", "state", "problems"))
        for entry in journal.entries(every):
            for name, expected in entry.files.items():
                made.write(_line(out, entry, name, expected))
        made.place()
    except BaseException:
        made.drop()
        raise
    return made.path


def _line(out: Path, entry: Entry, name: str, expected: str) -> tuple[object, ...]:
    path = out / name
    found = hashed(str(path))
    state = "made" if found == expected else "edited" if found else "missing"
    with suppress(OSError):
        size = path.stat().st_size
        codes = " ".join(dict.fromkeys(code for code, _ in entry.problems))
        return entry.line, name, found, size, entry.pages, state, codes
    return entry.line, name, "", 0, entry.pages, state, ""
