"""Turn the bytes of a workbook into one sheet's cells, as somebody sees them who opens it.

Only what shows cells is read; no macro is run, no link followed, no formula computed. openpyxl,
which reads decks' workbooks back, knows no Strict files, does not say what a number format shows,
and tells of hidden rows only where it holds the whole workbook in memory.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import IO

from briefgen.outline.attached.parts import (
    TRUE,
    Opened,
    StopError,
    Text,
    WorkbookError,
    parts,
    relations,
    unescaped,
    walk,
    walked,
)
from briefgen.outline.attached.ranges import LAST_COLUMN, Box, bits, by_row, place_of, under
from briefgen.outline.attached.shown import BUILT_IN, GENERAL, shown_number, shown_text
from briefgen.problems import UnfitError
from briefgen.record import Record, State, field

_OLE = b"\xd0\xcf\x11\xe0"


class SheetCell(Record):
    """A cell that is seen, by the words it shows; `unsaved`: its formula has no stored value."""

    row: int
    column: int
    words: str
    unsaved: bool = False


class Seen(Record, kw_only=True):
    """A sheet as it is seen. Rows and columns count from 1.

    `merged` has, by each of its rows, the ranges of cells that are one. Of what nobody sees there
    are the rows and columns that hold something, the words in them, and the sheets before this
    one. `cut` says that there are more rows than were asked for.
    """

    name: str
    cells: tuple[SheetCell, ...]
    merged: Mapping[int, Sequence[Box]] = field(default_factory=dict)
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    hidden_words: frozenset[str] = frozenset()
    hidden_sheets: tuple[str, ...] = ()
    cut: bool = False


class NoSheetError(UnfitError):
    """There is no sheet of this name, or nobody sees it; `names` are those that are seen."""

    def __init__(self, code: str, names: Sequence[str]) -> None:
        super().__init__(code)
        self.names = names


class _Sheet(Record):
    name: str
    part: str
    hidden: bool


def read_sheet(data: bytes, sheet: str, rows: int, columns: int) -> Seen:
    """The sheet of this name (the first that is seen where it is ""), up to so many rows; one
    that shows words in more columns is refused. Raises WorkbookError and NoSheetError."""
    if data.startswith(_OLE):
        raise WorkbookError("has-a-password")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except MemoryError:
        raise
    except Exception:  # a damaged package may fail anywhere: EOFError, struct.error …
        raise WorkbookError("no-workbook") from None
    try:
        with package:
            return _read(parts(package), sheet, rows, columns)
    except (MemoryError, WorkbookError, NoSheetError):
        raise
    except Exception as error:  # zlib.error, ExpatError, BadZipFile, ValueError …
        said = str(error).partition("\n")[0][:80] or type(error).__name__
        raise WorkbookError("unreadable-workbook", why=said) from None


class Streamed(Record):
    """A sheet that is read a row at a time: its name, and each row that is seen, with its cells."""

    name: str
    rows: Iterator[tuple[int, Sequence[SheetCell]]]


def stream_sheet(file: IO[bytes], sheet: str, columns: int, most: int) -> Streamed:
    """The sheet of this name, as `read_sheet` finds it, of a workbook that unpacks to `most` bytes,
    without what only its end says: merged cells. Raises WorkbookError and NoSheetError."""
    if file.read(len(_OLE)) == _OLE:
        raise WorkbookError("has-a-password")
    try:
        opened = parts(zipfile.ZipFile(file), most)
        chosen, show, _ = _found(opened, sheet)
    except (MemoryError, WorkbookError, NoSheetError):
        raise
    except Exception:
        raise WorkbookError("no-workbook") from None
    return Streamed(chosen.name, _stream(opened, chosen, show, columns))


def _stream(
    opened: Opened, chosen: _Sheet, show: _Show, columns: int
) -> Iterator[tuple[int, Sequence[SheetCell]]]:
    reading = _Reading(show=show, rows=_EVERY, columns=columns)
    try:
        for _ in walked(opened, chosen.part, reading.start, reading.end, reading.words):
            yield from reading.drained(ended=False)
        yield from reading.drained(ended=True)
    except (MemoryError, WorkbookError):
        raise
    except Exception as error:
        said = str(error).partition("\n")[0][:80] or type(error).__name__
        raise WorkbookError("unreadable-workbook", why=said) from None


# More rows than any sheet has.
_EVERY = 1 << 30


def _found(opened: Opened, sheet: str) -> tuple[_Sheet, _Show, tuple[_Sheet, ...]]:
    """The sheet of this name, how its values are shown, and the hidden sheets before it."""
    main = relations(opened, "").get("officeDocument", {})
    book = next(iter(main.values()), "xl/workbook.xml")
    related = relations(opened, book)
    sheets, from_1904 = _sheets(opened, book, related.get("worksheet", {}))
    seen = [each for each in sheets if not each.hidden]
    chosen = next((each for each in sheets if each.name == sheet), None) if sheet else None
    if chosen is None and not sheet and seen:
        chosen = seen[0]
    if chosen is None or chosen.hidden:
        raise NoSheetError(
            "hidden-sheet" if chosen else "unknown-sheet",
            [each.name for each in seen],
        )
    strings = _strings(opened, next(iter(related.get("sharedStrings", {}).values()), ""))
    formats = _formats(opened, next(iter(related.get("styles", {}).values()), ""))
    show = _Show(strings=strings, formats=formats, from_1904=from_1904)
    return chosen, show, tuple(sheets[: sheets.index(chosen)] if not sheet else ())


def _read(opened: Opened, sheet: str, rows: int, columns: int) -> Seen:
    chosen, show, hidden_before = _found(opened, sheet)
    reading = _Reading(show=show, rows=rows, columns=columns)
    walk(opened, chosen.part, reading.start, reading.end, reading.words)
    return reading.seen(chosen.name, tuple(each.name for each in hidden_before))


def _sheets(opened: Opened, book: str, parts: Mapping[str, str]) -> tuple[list[_Sheet], bool]:
    """The worksheets in the order of their tabs; whether days count from 1904."""
    sheets: list[_Sheet] = []
    from_1904 = False

    def start(element: str, given: Mapping[str, str]) -> None:
        nonlocal from_1904
        if element == "workbookPr":
            from_1904 = given.get("date1904", "") in TRUE
        elif element == "sheet" and given.get("id", "") in parts:
            hidden = given.get("state", "visible") != "visible"
            sheets.append(_Sheet(unescaped(given.get("name", "")), parts[given["id"]], hidden))

    walk(opened, book, start)
    return sheets, from_1904


def _strings(opened: Opened, part: str) -> list[str]:
    """The shared strings: all runs of each, without what says how it is pronounced."""
    strings: list[str] = []
    text = Text()

    def start(element: str, given: Mapping[str, str]) -> None:
        if element == "si":
            text.clear()
        text.start(element)

    def end(element: str) -> None:
        text.end(element)
        if element == "si":
            strings.append(text.said)

    walk(opened, part, start, end, text.words)
    return strings


def _formats(opened: Opened, part: str) -> list[str]:
    """The number format of each cell style, by its index."""
    codes = dict(BUILT_IN)
    styles: list[int] = []
    inside: list[str] = []

    def start(element: str, given: Mapping[str, str]) -> None:
        if element == "numFmt" and inside[-1:] == ["numFmts"]:
            codes[int(given["numFmtId"])] = given.get("formatCode", GENERAL)
        elif element == "xf" and inside[-1:] == ["cellXfs"]:
            styles.append(int(given.get("numFmtId", "0")))
        inside.append(element)

    def end(element: str) -> None:
        inside.pop()

    walk(opened, part, start, end)
    return [codes.get(number, GENERAL) for number in styles]


class _Show(Record):
    """What turns a stored value into what is seen: strings, formats by style, the first day."""

    strings: Sequence[str]
    formats: Sequence[str]
    from_1904: bool

    def words(self, kind: str, style: int, raw: str) -> str:
        """What is seen of a value of the type `kind` (ST_CellType, 18.18.11)."""
        code = self.formats[style] if style < len(self.formats) else GENERAL
        if kind == "s":
            return shown_text(self.strings[int(raw)], code)
        if kind in ("str", "inlineStr"):
            return shown_text(raw if kind == "inlineStr" else unescaped(raw), code)
        if kind == "b":
            return "TRUE" if raw.strip() in TRUE else "FALSE"
        if kind == "e":
            return raw
        number = _days(raw, self.from_1904) if kind == "d" else Decimal(f"{float(raw):.15g}")
        return (
            raw
            if number is None or not number.is_finite()
            else shown_number(
                number, "yyyy-mm-dd" if kind == "d" and code == GENERAL else code, self.from_1904
            )
        )


def _days(raw: str, from_1904: bool) -> Decimal | None:
    """The days that a date of ISO 8601 is after the first; None where it is none."""
    from datetime import datetime

    try:
        at = datetime.fromisoformat(raw.strip().removesuffix("Z"))
    except ValueError:
        return None
    past = at - (datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30))
    return Decimal(past.days) + Decimal(past.seconds) / 86_400


class _Reading(State):
    """A sheet while it is read."""

    show: _Show
    rows: int
    columns: int
    _row: int = 0
    _column: int = 0
    _kind: str = ""
    _style: int = 0
    _formula: bool = False
    _value: list[str] = field(default_factory=list)
    _in_value: bool = False
    _inline: Text = field(default_factory=Text)
    _hidden_row: bool = False
    _cut: bool = False
    # A bit for each, as a column may be named any number of times.
    _hidden_columns: int = 0
    _cells: list[SheetCell] = field(default_factory=list)
    _hidden: list[SheetCell] = field(default_factory=list)
    _merged: list[Box] = field(default_factory=list)

    def start(self, element: str, given: Mapping[str, str]) -> None:
        self._inline.start(element)
        if element == "c":
            self._cell(given)
        elif element == "row":
            self._row = int(given.get("r", self._row + 1))
            self._column = 0
            if self._row > self.rows:
                self._cut = True
                raise StopError
            self._hidden_row = given.get("hidden", "") in TRUE or _nothing(given.get("ht"))
        elif element == "f":
            self._formula = True
        elif element == "v":
            self._in_value = True
        elif element == "col" and (given.get("hidden", "") in TRUE or _nothing(given.get("width"))):
            first, last = int(given["min"]), min(int(given["max"]), LAST_COLUMN)
            self._hidden_columns |= bits(first, last)
        elif element == "mergeCell":
            corner, _, other = given.get("ref", "").partition(":")
            (top, left), (bottom, right) = place_of(corner), place_of(other or corner)
            if (top, left) != (bottom, right):
                self._merged.append((top, left, bottom, right))

    def _cell(self, given: Mapping[str, str]) -> None:
        place = given.get("r")
        self._column = place_of(place)[1] if place else self._column + 1
        self._kind = given.get("t", "n")
        self._style = int(given.get("s", "0"))
        self._formula = False
        self._value.clear()
        self._inline.clear()

    def words(self, words: str) -> None:
        if self._in_value:
            self._value.append(words)
        else:
            self._inline.words(words)

    def end(self, element: str) -> None:
        self._inline.end(element)
        if element == "v":
            self._in_value = False
        if element != "c":
            return
        raw = "".join(self._value)
        if self._kind == "inlineStr":
            raw = self._inline.said
        words = self.show.words(self._kind, self._style, raw) if raw else ""
        unsaved = self._formula and not raw and self._kind != "str"
        seen = not (self._hidden_row or self._in_hidden_column(self._column))
        if self._column > self.columns:
            if words and seen:
                raise WorkbookError("holds-more-columns", most=self.columns)
        elif words or unsaved:
            kept = self._hidden if self._hidden_row else self._cells
            kept.append(SheetCell(self._row, self._column, words, unsaved))

    def seen(self, name: str, hidden_sheets: tuple[str, ...]) -> Seen:
        """What was read, without what lies below a merged cell."""
        merged = by_row(self._merged, self.rows, self.columns)
        shown = [cell for cell in self._cells if not self._in_hidden_column(cell.column)]
        unseen = [cell for cell in self._cells if self._in_hidden_column(cell.column)]
        return Seen(
            name=name,
            cells=tuple(
                cell for cell in shown if not under(cell.row, cell.column, merged.get(cell.row, ()))
            ),
            merged=merged,
            hidden_rows=tuple(sorted({cell.row for cell in self._hidden})),
            hidden_columns=tuple(sorted({cell.column for cell in unseen})),
            hidden_words=frozenset(cell.words for cell in (*self._hidden, *unseen)),
            hidden_sheets=hidden_sheets,
            cut=self._cut,
        )

    def drained(self, ended: bool) -> Iterator[tuple[int, Sequence[SheetCell]]]:
        """The rows that were read whole, each with its cells that are seen; they are forgotten."""
        self._hidden.clear()
        whole = [cell for cell in self._cells if ended or cell.row < self._row]
        self._cells = self._cells[len(whole) :]
        for row, cells in groupby(whole, lambda cell: cell.row):
            shown = [cell for cell in cells if not self._in_hidden_column(cell.column)]
            if shown:
                yield row, shown

    def _in_hidden_column(self, column: int) -> bool:
        return bool(self._hidden_columns >> column & 1)


def _nothing(size: str | None) -> bool:
    return size is not None and float(size) == 0
