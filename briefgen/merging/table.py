"""Turn a table (CSV, XLSX, SQLite) into its rows, one after another, none kept.

The first row that is not blank holds the columns' names. A row that cannot be used is a problem at
its line, and the next one follows. What makes the whole table unusable is raised.
"""

from __future__ import annotations

import codecs
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from math import isinf
from pathlib import Path
from typing import IO, TypeAlias

from briefgen.brief.model import Datum
from briefgen.brief.row import Row
from briefgen.machine.reasons import as_said, reason
from briefgen.outline.attached.parts import WorkbookError
from briefgen.outline.attached.sheets import parting_of, records, tidy
from briefgen.outline.attached.spans import letters
from briefgen.outline.attached.workbook import NoSheetError, SheetCell, stream_sheet
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.decode import check_characters
from briefgen.problems import ContentError, MachineError, Mark, Part, Problem, Problems
from briefgen.record import Record

MAX_COLUMNS = 400
# A workbook of a million rows unpacks to a few hundred million bytes.
MAX_UNPACKED = 4_000_000_000
# The lines of one record, and its characters: more lines are a quotation mark that nobody closed.
MAX_LINES, MAX_RECORD = 1_000, 1_000_000
# The characters of a cell, and of a column's name.
MAX_CELL, _MAX_NAME = 100_000, 1_000
_BLOCK = 1 << 20

# A row, or what is wrong with one; and the share of the table that was read by then.
Found: TypeAlias = "tuple[Row | Problem, float]"
Cells: TypeAlias = "tuple[Datum, ...] | Problem"


class Table(Record):
    """A table: its name in messages, its columns, and its rows, which may be asked for again."""

    file: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Found]]


def open_table(path: Path, file: str, sheet: str) -> Table:
    """The table in a file, by its ending; `file` is its name in marks, `sheet` the sheet of a
    workbook or the table of a database ("": the first). Raises ContentError and MachineError."""
    ending = path.suffix.lower()
    read = _READERS.get(ending)
    if read is None:
        raise _told("merge-format", file, file=file)
    if not os.path.isfile(path):
        # A pipe or a device would be waited for without end.
        raise _told("merge-no-file", file, file=file)
    if sheet and read is _csv:
        raise _told("merge-no-sheets", file, file=file, sheet=sheet)

    def every() -> Iterator[tuple[Cells, float]]:
        try:
            yield from read(path, file, sheet)
        except OSError as problem:
            raise MachineError.of("cannot-read", path=str(path), why=reason(problem)) from problem

    head = next((one for one, _ in every() if isinstance(one, Problem) or _says(one)), None)
    if head is None:
        raise ContentError([Problem.of("merge-empty", Mark(file, 1), file=file)])
    if isinstance(head, Problem):
        raise ContentError([head])
    columns = _columns(head, file)

    def rows() -> Iterator[Found]:
        below = False
        for one, share in every():
            if isinstance(one, Problem):
                yield one, share
            elif _says(one):
                if below:
                    yield _row(one, columns, file), share
                below = True

    return Table(file, tuple(name for name in columns if name), rows)


def _says(cells: tuple[Datum, ...]) -> bool:
    return any(cell.text for cell in cells)


def _columns(head: tuple[Datum, ...], file: str) -> tuple[str, ...]:
    """The names of the columns, "" for one without. Raises ContentError for one that is there
    twice."""
    if len(head) > MAX_COLUMNS:
        raise _told("merge-too-wide", file, file=file, most=MAX_COLUMNS)
    for cell in head:
        if len(cell.text) > _MAX_NAME:
            length = len(cell.text)
            told = Problem.of("merge-cell-long", cell.mark, length=length, most=_MAX_NAME)
            raise ContentError([told])
    names = tuple(cell.text for cell in head)
    twice = [cell for at, cell in enumerate(head) if cell.text and cell.text in names[:at]]
    if twice:
        raise ContentError(
            [Problem.of("merge-column-twice", cell.mark, name=cell.text) for cell in twice]
        )
    return names


def _row(cells: tuple[Datum, ...], columns: tuple[str, ...], file: str) -> Row | Problem:
    first = cells[0].mark
    long = next((cell for cell in cells if len(cell.text) > MAX_CELL), None)
    if long:
        count = len(long.text)
        return Problem.of("merge-cell-long", long.mark, length=count, most=MAX_CELL)
    beyond = [cell for cell in cells[len(columns) :] if cell.text]
    if beyond:
        count, wide = len(cells), len(columns)
        return Problem.of("merge-row-long", beyond[0].mark, cells=count, columns=wide)
    if len(cells) < len(columns) and not first.file.lower().endswith(_PADDED):
        count, wide = len(cells), len(columns)
        return Problem.of("merge-row-short", first, cells=count, columns=wide)
    empty = (Datum("", first, str(first)),) * (len(columns) - len(cells))
    named = zip(columns, (*cells, *empty), strict=False)
    return Row(file, first.line, {name: cell for name, cell in named if name})


# Where cells at the end of a row are left out if they are empty.
_PADDED = (".xlsx", ".xlsm")


def _csv(path: Path, file: str, _: str) -> Iterator[tuple[Cells, float]]:
    codec, count = _codec(path, file)
    with path.open("rb") as raw:
        lines = _lines(raw, codec)
        ahead = list(islice(lines, 12))
        parting = parting_of("".join(ahead))
        held, begun = "", 1
        for number, line in enumerate(chain(ahead, lines), 1):
            if not held and line.isspace():
                continue
            begun = begun if held else number
            held += line
            whole = held.count('"') % 2 == 0
            if len(held) > MAX_RECORD:
                yield _too_long(file, begun), number / count
                held = ""
            elif whole:
                yield from _one(held, parting, file, begun, number / count)
                held = ""
            elif number - begun > MAX_LINES:
                yield Problem.of("merge-quote-open", Mark(file, begun, 1)), number / count
                held = ""
        if held:
            yield Problem.of("merge-quote-open", Mark(file, begun, 1)), 1.0


def _too_long(file: str, line: int) -> Problem:
    return Problem.of("merge-record-long", Mark(file, line, 1), most=f"{MAX_RECORD:,}")


def _one(
    text: str, parting: str, file: str, line: int, share: float
) -> Iterator[tuple[Cells, float]]:
    """The record in these lines, or what is wrong with it."""
    found = Problems()
    text = check_characters(text, Mark(file, line, 1), found)
    record = next(records(text.removesuffix("\n"), parting, file, found, line, MAX_COLUMNS), ())
    if len(record) > MAX_COLUMNS:
        found.add("merge-too-wide", record[-1].mark, file=file, most=MAX_COLUMNS)
    if worst := next((each for each in found if each.severity == "error"), None):
        yield worst, share
    elif record:
        yield record, share


def _lines(raw: IO[bytes], codec: str) -> Iterator[str]:
    """The lines of a file, each with "\\n" at its end; of one that is too long, more than a record
    may have, and not all."""
    decoder, held = codecs.getincrementaldecoder(codec)("replace"), ""
    cut = ""
    while block := raw.read(_BLOCK):
        held = held[: MAX_RECORD + 1] + cut + decoder.decode(block)
        # What ends a line may be two characters, of which this block has the first.
        held, cut = (held[:-1], "\r") if held.endswith("\r") else (held, "")
        *whole, held = held.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for line in whole:
            yield line + "\n"
    if held:
        yield held


def _codec(path: Path, file: str) -> tuple[str, int]:
    """What a CSV file is written in, UTF-8 or GB 18030, and how many lines it has. Raises
    ContentError for neither."""
    with path.open("rb") as raw:
        head = raw.read(2)
        if head in (b"\xff\xfe", b"\xfe\xff"):
            raise ContentError([Problem.of("merge-utf-16", Mark(file, 1, 1), file=file)])
    line = 0
    for codec in ("utf-8-sig", "gb18030"):
        decoder, line = codecs.getincrementaldecoder(codec)(), 1
        with path.open("rb") as raw:
            try:
                while block := raw.read(_BLOCK):
                    decoder.decode(block)
                    line += block.count(b"\n")
                decoder.decode(b"", True)
            except UnicodeDecodeError as error:
                line += block.count(b"\n", 0, max(error.start, 0))
            else:
                return codec, line
    raise ContentError([Problem.of("merge-encoding", Mark(file, line, 1), file=file)])


def _xlsx(path: Path, file: str, sheet: str) -> Iterator[tuple[Cells, float]]:
    size = max(path.stat().st_size, 1)
    with path.open("rb") as raw:
        try:
            streamed = stream_sheet(raw, sheet, MAX_COLUMNS, MAX_UNPACKED)
            for number, cells in streamed.rows:
                yield _sheet_row(number, cells, file, streamed.name), raw.tell() / size
        except WorkbookError as error:
            raise _told("bad-workbook", file, file=file, why=error.why) from error
        except NoSheetError as error:
            offer = nearest(sheet, error.names)
            raise _told(error.code, file, file=file, sheet=sheet, offer=offer) from error


def _told(code: str, file: str, /, **parts: Part) -> ContentError:
    return ContentError([Problem.of(code, Mark(file), **parts)])


def _sheet_row(number: int, cells: Sequence[SheetCell], file: str, name: str) -> Cells:
    found = Problems()
    by_column: dict[int, SheetCell] = {cell.column: cell for cell in cells}
    row = []
    for column in range(1, max(by_column) + 1):
        one, mark = by_column.get(column), Mark(file, number, column)
        place = f"{name}!{letters(column)}{number}"
        said = tidy(check_characters(one.words, mark, found)) if one else ""
        if one and one.unsaved:
            found.tell("formula-unsaved", mark, "error", cell=place)
        elif one and said.startswith("#") and said.rstrip("!?").isupper():
            found.add("cell-error", mark, cell=place, words=said)
        row.append(Datum(said, mark, f"{file}:{place}", cell=place))
    return next((each for each in found if each.severity == "error"), tuple(row))


def _sqlite(path: Path, file: str, sheet: str) -> Iterator[tuple[Cells, float]]:
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as error:
        raise _told("merge-database", file, file=file, said=as_said(str(error))) from error
    # What is no UTF-8 is a fault of its row.
    base.text_factory = lambda data: data.decode("utf-8", "replace")
    work = _bounded(base)
    try:
        name = _table_of(base, file, sheet)
        quoted = '"' + name.replace('"', '""') + '"'
        (count,) = base.execute(f"SELECT count(*) FROM {quoted}").fetchone()
        found = base.execute(f"SELECT * FROM {quoted}")
        head = [column[0] for column in found.description]
        yield _values(head, file, 0, head, name), 0.0
        for number, values in enumerate(found, 1):
            work.clear()
            yield _values(values, file, number, head, name), number / count
    except sqlite3.Error as error:
        raise _told("merge-database", file, file=file, said=as_said(str(error))) from error
    finally:
        base.close()


# A database holds code too: a view may ask for rows without an end, or for a value of any length.
_MOST_VALUE = 20_000_000
# So many steps of its machine, some seconds, between one row and the next.
_STEPS, _MOST_STEPS = 1_000_000, 60


# Functions that load code, or take as long as they are told to in one step.
_UNFIT = frozenset({"load_extension", "printf", "format", "randomblob", "zeroblob"})
_READING = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)


def _allowed(action: int, one: str | None, other: str | None, *rest: object) -> int:
    """Whether a database may do what it asks for: read, and no more."""
    fits = action in _READING and not (action == sqlite3.SQLITE_FUNCTION and other in _UNFIT)
    return sqlite3.SQLITE_OK if fits else sqlite3.SQLITE_DENY


def _bounded(base: sqlite3.Connection) -> list[None]:
    """Let what a database runs end: what it holds must not call what changes or reads elsewhere.
    The list grows with the work; whoever has a row clears it."""
    work: list[None] = []

    def too_much() -> bool:
        work.append(None)
        return len(work) > _MOST_STEPS

    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_VALUE)
    base.execute("PRAGMA trusted_schema = OFF")
    base.set_authorizer(_allowed)
    base.set_progress_handler(too_much, _STEPS)
    return work


def _table_of(base: sqlite3.Connection, file: str, sheet: str) -> str:
    """The table, or view, of this name; the only one where none is named."""
    every = [
        name
        for (name,) in base.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE "
            "'sqlite_%' ORDER BY name"
        )
    ]
    if sheet and sheet not in every:
        raise _told("merge-no-table", file, file=file, name=sheet, offer=nearest(sheet, every))
    if not every:
        raise _told("merge-empty", file, file=file)
    if not sheet and len(every) > 1:
        raise _told("merge-tables", file, file=file, names=tuple(every))
    return sheet or every[0]


def _values(
    values: Sequence[object], file: str, number: int, head: Sequence[str], table: str
) -> Cells:
    found, row = Problems(), []
    for at, value in enumerate(values, 1):
        mark = Mark(file, number, at)
        if isinstance(value, bytes):
            found.add("merge-blob", mark, column=head[at - 1])
        elif isinstance(value, float) and isinf(value):
            found.add("merge-infinite", mark, column=head[at - 1])
        said = "" if value is None or isinstance(value, bytes) else str(value)
        said = tidy(check_characters(said, mark, found))
        place = f"{table}!{number}:{at}"
        row.append(Datum(said, mark, f"{file}:{place}", cell=place))
    return next((each for each in found if each.severity == "error"), tuple(row))


_READERS: dict[str, Callable[[Path, str, str], Iterator[tuple[Cells, float]]]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".txt": _csv,
    ".xlsx": _xlsx,
    ".xlsm": _xlsx,
    ".db": _sqlite,
    ".sqlite": _sqlite,
    ".sqlite3": _sqlite,
}
