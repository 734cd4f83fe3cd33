"""Turn what became of rows into two lists: failed.csv, and manifest.csv, each a row a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefgen.brief.row import Row
from briefgen.machine.journal import Entry, File, Journal
from briefgen.machine.lists import Listed
from briefgen.machine.reads import hashed
from briefgen.messages.entry import Tongue
from briefgen.problems import Problem
from briefgen.record import State, field

FAILED, MANIFEST = "failed.csv", "manifest.csv"
# So many failures are told where they happen; all of them stand in the list.
FIRST = 20


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
    made = Listed(out / FAILED)
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
    made = Listed(out / MANIFEST)
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
