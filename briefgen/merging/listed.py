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
from typing import IO, Any

from briefgen.brief.row import Row
from briefgen.machine.files import prepare
from briefgen.machine.reads import hashed
from briefgen.machine.reasons import reason
from briefgen.merging.journal import Entry, File, Journal
from briefgen.messages.entry import Tongue
from briefgen.problems import MachineError, Problem
from briefgen.record import State, field

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

    @property
    def begun(self) -> bool:
        """Whether anything was written."""
        return self._file is not None

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


class Failed(State):
    """The rows that fail: their number, and the first of what is wrong with them."""

    journal: Journal
    columns: tuple[str, ...]
    tongue: Tongue
    count: int = 0
    first: list[Problem] = field(default_factory=list)

    def add(self, line: int, problems: Sequence[Problem], row: Row | None) -> None:
        """A row failed."""
        self.count += 1
        told = [each for each in problems if each.severity == "error"] or list(problems)
        cells = [row.cells[name].text if row else "" for name in self.columns]
        codes = " ".join(dict.fromkeys(each.code for each in told))
        said = "\n".join(dict.fromkeys(each.told(self.tongue) for each in told))
        self.journal.keep_failed(line, cells, codes, said)
        if len(self.first) < FIRST:
            self.first.append(told[0])


def write_failed(out: Path, journal: Journal, columns: tuple[str, ...]) -> Path | None:
    """Write the list of rows that failed: their cells as they are in the table, so that the list
    can be mended and merged itself, their lines, and what is wrong; none where none failed."""
    made = _List(out / FAILED)
    try:
        for line, cells, codes, said in journal.failed():
            if not made.begun:
                made.write((*columns, "briefgen:line", "briefgen:code", "briefgen:problem"))
            made.write((*cells, line, codes, said))
        made.place()
    except BaseException:
        made.drop()
        raise
    return made.path if made.begun else None


def write_manifest(out: Path, journal: Journal, every: bool) -> Path:
    """Write the list of every file of this run, or of `every` run so far, each read again: its
    line, SHA-256, size, slides or pages, state (`made`, or `edited` or `missing` where it is not as
    it was made), warnings."""
    made = _List(out / MANIFEST)
    try:
        made.write(("line", "file", "sha256", "bytes", "pages", "state", "problems"))
        for entry in journal.entries(every):
            for file in entry.files:
                made.write(_line(out, entry, file))
        made.place()
    except BaseException:
        made.drop()
        raise
    return made.path


def _line(out: Path, entry: Entry, file: File) -> tuple[object, ...]:
    path = out / file.place
    found = hashed(str(path))
    state = "made" if found == file.hash else "edited" if found else "missing"
    size = path.stat().st_size if found else 0
    warnings = " ".join(entry.warnings)
    return entry.line, file.place, found, size, file.pages, state, warnings
