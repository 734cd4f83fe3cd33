"""Turn the bytes of a CSV or XLSX file into rows of cells, each with the place it stands at.

CSV is RFC 4180 in UTF-8, with or without a byte order mark; commas, semicolons or tabs part its
fields. Of XLSX the stored values are read: no macro is run, no link followed, no formula computed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from briefgen.brief.model import Datum
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.decode import check_characters, decode
from briefgen.patterns import pattern
from briefgen.problems import Mark, Phrase, Problems, phrase

Rows = tuple[tuple[Datum, ...], ...]

# What a slide shows comes from a small table; more than this is a database.
MAX_BYTES = 5_000_000
MAX_UNPACKED = 50_000_000
MAX_MEMBERS = 1_000
MAX_ROWS, MAX_COLUMNS = 5_000, 200

_QUOTED = pattern(r'"((?:[^"]|"")*)"')
_OLE = b"\xd0\xcf\x11\xe0"


@lru_cache(maxsize=16)
def read_rows(data: bytes, file: str, sheet: str, at: Mark) -> tuple[Rows | None, tuple[Any, ...]]:
    """The rows of a file that are not blank, and the problems found; None where it is unreadable.

    `file` is its name for marks, whose ending says what it is; `sheet` the sheet of a workbook
    ("" for the first); `at` is where the outline names the file. One file of several slides or
    audiences is read once.
    """
    problems = Problems()
    ending = file.rpartition(".")[2].lower()
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1e6:.1f}"
        problems.add("data-too-large", at, file=file, size=size, most=MAX_BYTES // 10**6)
        return None, tuple(problems)
    if ending == "xlsx":
        rows = _xlsx(data, file, sheet, at, problems)
    elif ending in ("csv", "tsv", "txt"):
        rows = _csv(data, file, problems)
    else:
        problems.add("data-format", at, file=file)
        rows = None
    if rows is None:
        return None, tuple(problems)
    kept = tuple(row for row in rows if any(datum.text for datum in row))
    if len(kept) > MAX_ROWS:
        problems.add("data-too-many-rows", at, file=file, most=MAX_ROWS)
        return None, tuple(problems)
    return kept, tuple(problems)


def _csv(data: bytes, file: str, problems: Problems) -> Rows | None:
    text = decode(data, file, problems)
    if text is None:
        return None
    found = Problems()
    rows = tuple(_records(text, file, found))
    problems.extend(found)
    return None if found.fatal else rows


def _records(text: str, file: str, problems: Problems) -> Iterator[tuple[Datum, ...]]:
    """The records of a CSV text; a field may run over several lines."""
    parting = max(",;\t", key=text.partition("\n")[0].count)
    plain = re.compile(f"[^{parting}\n]*")
    at, line, start = 0, 1, 0
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
        record.append(Datum(_tidy(words), mark, str(mark)))
        breaks = text.count("\n", at, end)
        if breaks:
            line, start = line + breaks, text.rfind("\n", at, end) + 1
        if text[end : end + 1] != parting:
            yield tuple(record)
            record = []
            line, start = line + 1, end + 1
            if end + 1 >= len(text):
                return
        at = end + 1


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _xlsx(data: bytes, file: str, sheet: str, at: Mark, problems: Problems) -> Rows | None:
    if why := _unfit(data):
        problems.add("bad-workbook", at, file=file, why=why)
        return None
    # Imported here: it takes longer than all of a small deck, and most outlines have no workbook.
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            names = [each.title for each in book.worksheets]
            if not names or (sheet and sheet not in names):
                offer = nearest(sheet, names)
                problems.add("unknown-sheet", at, file=file, sheet=sheet, offer=offer)
                return None
            chosen = book[sheet or names[0]]
            # The extent that a file states of itself may be wrong, and is not needed.
            chosen.reset_dimensions()
            return _cells(
                chosen.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS),
                file,
                chosen.title,
                problems,
            )
    except MemoryError:
        raise
    except Exception as error:  # a damaged file may fail anywhere in the library
        said = str(error).partition("\n")[0][:80] or type(error).__name__
        why = phrase("unreadable-workbook", why=said)
        problems.add("bad-workbook", at, file=file, why=why)
        return None


def _unfit(data: bytes) -> Phrase | None:
    """Why a workbook is not opened at all; None where it may be."""
    import zipfile

    if data.startswith(_OLE):
        return phrase("has-a-password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_UNPACKED:
                return phrase("unpacks-to-more", most=MAX_UNPACKED // 10**6)
            if any(m.filename.lower().endswith("vbaproject.bin") for m in members):
                return phrase("holds-macros")
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    with package.open(member) as part:
                        if b"<!DOCTYPE" in part.read(2_000):
                            return phrase("has-a-doctype")
    except MemoryError:
        raise
    except Exception:  # a damaged package may fail anywhere: zlib.error, EOFError, struct.error …
        return phrase("no-workbook")
    return None


def _cells(rows: Iterable[tuple[Any, ...]], file: str, sheet: str, problems: Problems) -> Rows:
    from openpyxl.utils import get_column_letter

    made: list[tuple[Datum, ...]] = []
    for number, row in enumerate(rows, 1):
        out = []
        for index, cell in enumerate(row, 1):
            mark = Mark(file, number, index)
            name = f"{sheet}!{get_column_letter(index)}{number}"
            words = _words(cell.value, getattr(cell, "number_format", "") or "")
            said = _tidy(check_characters(words, mark, problems))
            out.append(Datum(said, mark, place=f"{file}:{name}", cell=name))
        made.append(tuple(out))
    return tuple(made)


def _words(value: object, number_format: str) -> str:
    """A stored value as it is read: numbers to the 15 digits that a spreadsheet keeps."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        exact = Decimal(f"{value:.15g}")
        if "%" in number_format:
            return f"{(exact * 100).normalize():f}%"
        return f"{exact:f}"
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value)
