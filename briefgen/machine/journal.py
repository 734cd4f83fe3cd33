"""Turn what was made of each row into a journal, by which a later run makes only what is missing.

The journal is `.briefgen/merge.sqlite` in the folder that is written into. It holds for each row,
by the name of its files, the hash of what it was made from, and the SHA-256 of every file, the last
and the one before: whatever ends a run, each row is either made and known, or made again. Files are
not synced one by one; those that a power cut leaves empty are made again. Nothing is kept in
memory, whatever the number of rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from briefgen.machine.files import prepare
from briefgen.machine.reasons import as_said
from briefgen.machine.remembered import HOME, alone
from briefgen.problems import MachineError
from briefgen.record import Record, State

NAME = "merge.sqlite"
_VERSION = "1"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS said (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS content (path TEXT PRIMARY KEY, hash TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, now TEXT, before TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rows (
    key TEXT PRIMARY KEY, name TEXT, line INTEGER, hash TEXT, run INTEGER,
    files TEXT, warnings TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failed (line INTEGER, cells TEXT, codes TEXT, said TEXT);
CREATE INDEX IF NOT EXISTS by_line ON rows (run, line);
"""


class File(NamedTuple):
    """A file that was made: where it belongs and where it stands in the folder (another place where
    it must not take the first), its SHA-256, its slides or pages."""

    target: str
    place: str
    hash: str
    pages: int


class Entry(Record):
    """What was made of a row: its line, the name of its files, these files, and the codes of its
    warnings."""

    line: int
    name: str
    files: tuple[File, ...]
    warnings: tuple[str, ...] = ()


class Journal(State):
    """The journal of a folder while a run reads and writes it."""

    base: sqlite3.Connection
    folder: Path
    run: int

    def content(self) -> dict[str, str]:
        """The files that rows were made from, each with its hash."""
        return dict(self.base.execute("SELECT path, hash FROM content"))

    def keep_content(self, read: Mapping[str, str]) -> None:
        """Rows were made from these files too. One that is known stays as it was read first: where
        it has changed meanwhile, the next run sees that."""
        self.base.executemany("INSERT OR IGNORE INTO content VALUES (?, ?)", read.items())

    def start_anew(self) -> None:
        """What rows were made from has changed: every row is to be made again."""
        self.base.execute("UPDATE rows SET hash = ''")
        self.base.execute("DELETE FROM content")

    def claim(self, key: str, name: str, line: int, near: Iterable[str] = ()) -> int:
        """Note that this run makes files of this name for a row; the line of another row of this
        run that has it already, or the key of one that is `near`, else 0."""
        for each in (key, *near):
            asked = "SELECT run, line FROM rows WHERE key = ?"
            known = self.base.execute(asked, (each,)).fetchone()
            if known and known[0] == self.run and known[1] != line:
                return int(known[1])
        self.base.execute(
            "INSERT INTO rows VALUES (?, ?, ?, '', ?, '[]', '[]') "
            "ON CONFLICT (key) DO UPDATE SET run = excluded.run, line = excluded.line",
            (key, name, line, self.run),
        )
        return 0

    def made(self, key: str, hash: str) -> Entry | None:
        """What was made of a row, where it was made from the same."""
        found = self.base.execute(
            "SELECT line, name, files, warnings FROM rows WHERE key = ? AND hash = ?",
            (key, hash),
        ).fetchone()
        return _entry(found) if found else None

    def keep(self, key: str, hash: str, entry: Entry) -> None:
        """A row was made, and its files are in their places."""
        self.base.execute(
            "UPDATE rows SET hash = ?, name = ?, files = ?, warnings = ? WHERE key = ?",
            (
                hash,
                entry.name,
                json.dumps(entry.files, ensure_ascii=False),
                json.dumps(entry.warnings),
                key,
            ),
        )

    def entries(self, every: bool) -> Iterator[Entry]:
        """What was made of the rows of this run, or of every run, in the order of their lines."""
        found = self.base.execute(
            "SELECT line, name, files, warnings FROM rows "
            "WHERE run >= ? AND hash <> '' ORDER BY line, name",
            (0 if every else self.run,),
        )
        yield from map(_entry, found)

    def keep_failed(self, line: int, cells: Sequence[str], codes: str, said: str) -> None:
        """A row of this run failed."""
        values = (line, json.dumps(cells, ensure_ascii=False), codes, said)
        self.base.execute("INSERT INTO failed VALUES (?, ?, ?, ?)", values)

    def failed(self) -> Iterator[tuple[int, list[str], str, str]]:
        """The rows of this run that failed, in the order of their lines."""
        found = self.base.execute("SELECT line, cells, codes, said FROM failed ORDER BY line, said")
        for line, cells, codes, said in found:
            yield int(line), json.loads(cells), codes, said

    def left(self) -> int:
        """How many rows of earlier runs were made, and are not in this one."""
        sql = "SELECT count(*) FROM rows WHERE run < ? AND files <> '[]'"
        return int(self.base.execute(sql, (self.run,)).fetchone()[0])

    def save(self) -> None:
        """What was noted is kept, whatever happens then."""
        self.base.commit()


def _entry(found: Sequence[object]) -> Entry:
    line, name, files, warnings = found
    return Entry(
        line=int(str(line)),
        name=str(name),
        files=tuple(File(*each) for each in json.loads(str(files))),
        warnings=tuple(json.loads(str(warnings))),
    )


class Folder(State):
    """What the journal knows of the files in one folder (see `machine.remembered.Written`)."""

    journal: Journal
    folder: Path

    def _path(self, name: str) -> str:
        return (self.folder / name).relative_to(self.journal.folder).as_posix()

    def _known(self, name: str) -> tuple[str, str] | None:
        sql = "SELECT now, before FROM files WHERE path = ?"
        found: tuple[str, str] | None
        found = self.journal.base.execute(sql, (self._path(name),)).fetchone()
        return found

    def knows(self, name: str, found: str) -> bool:
        return found in (self._known(name) or ())

    def has(self, name: str) -> bool:
        return self._known(name) is not None

    def beginning(self, stem: str) -> tuple[str, ...]:
        first = self._path(stem)
        sql = "SELECT path FROM files WHERE path >= ? AND path < ? ORDER BY path"
        found = self.journal.base.execute(sql, (first, first + "\U0010ffff"))
        return tuple(path.rpartition("/")[2] for (path,) in found)

    def keep(self, name: str, now: str) -> None:
        known = self._known(name)
        if known and known[0] == now:
            return
        before = known[0] if known else ""
        values = (self._path(name), now, before)
        self.journal.base.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", values)

    def forget(self, name: str) -> None:
        self.journal.base.execute("DELETE FROM files WHERE path = ?", (self._path(name),))

    def save(self) -> None:
        self.journal.save()


@contextmanager
def journal(out: Path, about: str) -> Iterator[Journal]:
    """The journal of a folder, for a run that is about `about` (whatever changes every row); no
    other run has it meanwhile. Raises MachineError where there is no room for it."""
    home = out / HOME
    prepare((home / NAME,))
    with alone(home):
        base = _opened(home / NAME)
        try:
            said = dict(base.execute("SELECT key, value FROM said"))
            run = int(said.get("run", "0")) + 1
            base.execute("INSERT OR REPLACE INTO said VALUES ('run', ?)", (str(run),))
            base.execute("DELETE FROM failed")
            made = Journal(base, out, run)
            if said.get("about") != about:
                made.start_anew()
                base.execute("INSERT OR REPLACE INTO said VALUES ('about', ?)", (about,))
            made.save()
            yield made
        except sqlite3.Error as problem:
            path = str(home / NAME)
            raise MachineError.of("not-written", path=path, why=as_said(str(problem))) from problem
        finally:
            base.close()


def _opened(path: Path) -> sqlite3.Connection:
    """The data base; one that is damaged, or of another version, is begun anew."""
    try:
        base = _connected(path)
        if base is not None:
            return base
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorcode not in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            why = as_said(str(problem))
            raise MachineError.of("not-written", path=str(path), why=why) from problem
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    base = _connected(path)
    assert base is not None
    return base


def _connected(path: Path) -> sqlite3.Connection | None:
    """The data base in a file; None where it is of another version."""
    base = sqlite3.connect(path)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        base.executescript(_SCHEMA)
        base.execute("INSERT OR IGNORE INTO said VALUES ('version', ?)", (_VERSION,))
        version = base.execute("SELECT value FROM said WHERE key = 'version'").fetchone()
    except sqlite3.Error:
        base.close()
        raise
    if version == (_VERSION,):
        return base
    base.close()
    return None
