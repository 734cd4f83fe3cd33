"""Turn the bytes of a CSV or XLSX file into rows of cells, each with the place it stands at.

CSV is RFC 4180 in UTF-8, with or without a byte order mark, or in GB 18030, as Chinese Windows
writes it; commas, semicolons or tabs part its fields. Of XLSX that is read what somebody sees who
opens it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefgen.brief.model import Datum
from briefgen.chinese.seen import is_blank
from briefgen.outline.attached.spans import letters, spans
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.decode import check_characters, decode_table
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems, phrase
from briefgen.record import Record, field

if TYPE_CHECKING:
    from briefgen.outline.attached.workbook import Seen, SheetCell

Rows = tuple[tuple[Datum, ...], ...]

# What a slide shows comes from a small table; more than this is a database.
MAX_BYTES = 5_000_000
MAX_ROWS, MAX_COLUMNS = 5_000, 200

_QUOTED = pattern(r'"((?:[^"]|"")*)"')


class Sheet(Record):
    """A table as it was read: its rows that are not blank, each cell with its place.

    `parting` is what parts the fields of a CSV file, "" in a workbook. Of a workbook there are, by
    each of their rows, the merged ranges (top, left, bottom, right, from 1), the words that nobody
    sees, and the places of formulas without a stored value.
    """

    rows: Rows
    parting: str = ""
    merged: Mapping[int, Sequence[tuple[int, int, int, int]]] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    unsaved: frozenset[str] = frozenset()


@lru_cache(maxsize=16)
def read_table(
    data: bytes, file: str, sheet: str, at: Mark
) -> tuple[Sheet | None, tuple[Any, ...]]:
    """What a file holds, and the problems found; None where it is unreadable.

    `file` is its name for marks, whose ending says what it is; `sheet` the sheet of a workbook
    ("" for the first that is seen); `at` is where the outline names the file. One file of several
    slides or audiences is read once.
    """
    problems = Problems()
    ending = file.rpartition(".")[2].lower()
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1e6:.1f}"
        problems.add("data-too-large", at, file=file, size=size, most=MAX_BYTES // 10**6)
        return None, tuple(problems)
    if ending == "xlsx":
        table = _xlsx(data, file, sheet, at, problems)
    elif ending in ("csv", "tsv", "txt"):
        table = _csv(data, file, problems)
    else:
        problems.add("data-format", at, file=file)
        table = None
    if table and len(table.rows) > MAX_ROWS:
        problems.add("data-too-many-rows", at, file=file, most=MAX_ROWS)
        table = None
    elif table and any(datum.text for row in table.rows for datum in row[MAX_COLUMNS:]):
        problems.add("data-too-many-columns", at, file=file, most=MAX_COLUMNS)
        table = None
    return table, tuple(problems)


def _csv(data: bytes, file: str, problems: Problems) -> Sheet | None:
    text = decode_table(data, file, problems)
    if text is None:
        return None
    found = Problems()
    parting = parting_of(text)
    rows = tuple(records(text, parting, file, found))
    problems.extend(found)
    if found.fatal:
        return None
    return Sheet(tuple(row for row in rows if any(datum.text for datum in row)), parting)


def parting_of(text: str) -> str:
    """What parts the fields: of the first lines' the one that the headings hold most of. A title
    that stands above them alone holds none."""
    for line in text.split("\n", 12)[:12]:
        parting = max(",;\t", key=line.count)
        if parting in line:
            return parting
    return ","


def records(
    text: str, parting: str, file: str, problems: Problems, line: int = 1, most: int = 0
) -> Iterator[tuple[Datum, ...]]:
    """The records of a CSV text that begins at a line; a field may run over several lines. One of
    more fields than `most` ends with the first of these, and is the last."""
    plain = re.compile(f"[^{parting}\n]*")
    at, start = 0, 0
    record: list[Datum] = []
    while at <= len(text):
        mark = Mark(file, line, at - start + 1)
        quoted = _QUOTED.match(text, at)
        field = quoted or plain.match(text, at)
        assert field is not None
        words = quoted[1].replace('""', '"') if quoted else field[0]
        end = field.end()
        stray = text[end : end + 1] not in ("", "\n", parting)
        if stray or (not quoted and words.startswith('"')):
            problems.add("bad-csv", mark)
            return
        record.append(Datum(tidy(words), mark, str(mark)))
        breaks = text.count("\n", at, end)
        if breaks:
            line, start = line + breaks, text.rfind("\n", at, end) + 1
        if most and len(record) > most:
            yield tuple(record)
            return
        if text[end : end + 1] != parting:
            yield tuple(record)
            record = []
            line, start = line + 1, end + 1
            if end + 1 >= len(text):
                return
        at = end + 1


def tidy(words: str) -> str:
    """What a cell says, its blanks as one space each; "" where nothing of it is seen."""
    said = " ".join(words.split())
    return "" if is_blank(said) else said


def _xlsx(data: bytes, file: str, sheet: str, at: Mark, problems: Problems) -> Sheet | None:
    # Imported here: most outlines have no workbook.
    from briefgen.outline.attached.parts import WorkbookError
    from briefgen.outline.attached.workbook import NoSheetError, read_sheet

    try:
        seen = read_sheet(data, sheet, MAX_ROWS, MAX_COLUMNS)
    except WorkbookError as error:
        problems.add("bad-workbook", at, file=file, why=error.why)
        return None
    except NoSheetError as error:
        offer = nearest(sheet, error.names)
        problems.add(error.code, at, file=file, sheet=sheet, offer=offer)
        return None
    if seen.cut:
        problems.add("data-too-many-rows", at, file=file, most=MAX_ROWS)
        return None
    _tell_hidden(seen, file, problems)
    found: dict[int, dict[int, SheetCell]] = {}
    for cell in seen.cells:
        found.setdefault(cell.row, {})[cell.column] = cell
    unsaved: set[str] = set()
    rows = []
    for number in sorted(found):
        cells = found[number]
        if not any(cell.words for cell in cells.values()):
            continue
        row = []
        for column in range(1, max(cells) + 1):
            one = cells.get(column)
            mark = Mark(file, number, column)
            if one is None:
                # Of what is blank there may be very much: it has no name of its own.
                row.append(Datum("", mark))
                continue
            name = f"{seen.name}!{letters(column)}{number}"
            place = f"{file}:{name}"
            said = tidy(check_characters(one.words, mark, problems))
            if one.unsaved:
                unsaved.add(place)
            row.append(Datum(said, mark, place=place, cell=name))
        rows.append(tuple(row))
    return Sheet(tuple(rows), "", seen.merged, seen.hidden_words, frozenset(unsaved))


def _tell_hidden(seen: Seen, file: str, problems: Problems) -> None:
    """What nobody sees is left out, which is told once."""
    what = []
    if seen.hidden_sheets:
        what.append(phrase("hidden-sheets", names=seen.hidden_sheets))
    if seen.hidden_rows:
        many, rows = len(seen.hidden_rows), spans(seen.hidden_rows)
        what.append(phrase("hidden-rows", count=many, rows=rows, sheet=seen.name))
    if seen.hidden_columns:
        columns = tuple(letters(each) for each in seen.hidden_columns)
        what.append(phrase("hidden-columns", columns=columns, sheet=seen.name))
    if what:
        line = seen.hidden_rows[0] if seen.hidden_rows else 1
        problems.add("data-hidden", Mark(file, line, 1), file=file, what=tuple(what))
