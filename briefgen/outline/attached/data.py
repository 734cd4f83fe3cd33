"""Turn the data files that slides name into tables, and their values into figures with a place.

A value of a file needs no entry in the ledger: the file is what it stands on, and the cell is
where a reader finds it. Its id is that place, `data/output.csv:3:2` or `data/output.xlsx:2023!B3`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefgen.brief.model import Brief, Data, DataTable, Datum
from briefgen.facts.figures import Figure
from briefgen.facts.quantity import Quantity
from briefgen.machine.reasons import reason
from briefgen.outline.attached.cells import MISSING, measured
from briefgen.outline.attached.commas import with_points
from briefgen.outline.attached.headings import Column, Headed, cell_at, headed
from briefgen.outline.attached.sheets import Rows, Sheet, read_table
from briefgen.outline.nearest import nearest
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems
from briefgen.record import replace

_MAX_NAMED = 12
# More decimals than anybody reads: nobody chose how many a cell shows.
_LONG = pattern(r"\d\.\d{6,}")


def with_data(
    brief: Brief, asked: Iterable[Data], read_file: Callable[[str], bytes], problems: Problems
) -> Brief:
    """The brief with the data files that its slides ask for; what is wrong is collected.

    `read_file` gives the bytes of a file by its path in the project, and raises OSError.
    """
    tables: dict[Data, DataTable] = {}
    cells: dict[str, Figure] = {}
    for data in asked:
        table = None if data in tables else _table(data, read_file, cells, problems)
        if table:
            tables[data] = table
    if not tables:
        return brief
    return replace(brief, attached=replace(brief.attached, data=tables, cells=cells))


def _table(
    data: Data, read_file: Callable[[str], bytes], cells: dict[str, Figure], problems: Problems
) -> DataTable | None:
    at = _first(data.file_mark, data.mark)
    try:
        content = read_file(data.file)
    except OSError as error:
        problems.add("data-unreadable", at, file=data.file, why=reason(error))
        return None
    sheet, found = read_table(content, data.file, data.sheet, _first(data.sheet_mark, at))
    problems.extend(found)
    if sheet is None:
        return None
    if data.unit and measured("1", data.unit) is None:
        problems.add("data-unit", data.unit_mark, unit=data.unit)
        return None
    made = headed(data, sheet, _first(data.columns_mark, data.mark), problems)
    chosen = _rows(data, sheet, made, problems) if made else None
    if made is None or chosen is None:
        return None
    if sheet.parting:
        _tell_short(data, made, chosen, problems)
    picked = [[cell_at(row, column.index) for column in made.columns] for row in chosen]
    faults = Problems()
    picked = with_points(picked, data.decimal, sheet.parting, faults)
    problems.extend(faults)
    if faults.fatal:
        return None
    unit = data.unit or _unit_of_all(data, made, picked, problems)
    out = []
    for row in picked:
        quote = "，".join(datum.text for datum in row)
        for i, datum in enumerate(row[1:], 1):
            _tell_doubtful(datum, sheet, problems)
            column = made.columns[i]
            quantity = _value(datum, column.unit or unit)
            if quantity:
                row[i] = replace(datum, figure=datum.place)
                label = f"{row[0].text} {column.name}"
                labels = dict.fromkeys(("zh-Hans", "zh-Hant", "en"), label)
                cells[datum.place] = Figure(
                    id=datum.place,
                    quantity=quantity,
                    kind="actual",
                    label=labels,
                    quote=quote,
                    mark=datum.mark,
                )
        out.append(tuple(row))
    head = tuple(replace(column.datum, text=column.name) for column in made.columns)
    return DataTable(head, tuple(out))


def _tell_short(
    data: Data, made: Headed, rows: Sequence[Sequence[Datum]], problems: Problems
) -> None:
    """A row of a CSV file that ends before its last column may have lost a cell in its middle."""
    wide = max(column.index for column in made.columns) + 1
    for row in rows:
        if len(row) < wide:
            name, mark = row[0].text, row[0].mark
            problems.add("row-short", mark, file=data.file, name=name, cells=len(row), columns=wide)


def _value(datum: Datum, unit: str) -> Quantity | None:
    return None if datum.text in MISSING else measured(datum.text, unit)


def _unit_of_all(
    data: Data, made: Headed, rows: Sequence[Sequence[Datum]], problems: Problems
) -> str:
    """The unit that a line above the headings gives to bare numbers, and what is told of it, and of
    brackets in headings that are no unit."""
    bare: list[Column] = []
    for i, column in enumerate(made.columns[1:], 1):
        values = [_value(row[i], "") for row in rows]
        if not column.unit and any(value and not value.unit for value in values):
            bare.append(column)
    if not bare:
        return ""
    names = tuple(column.name for column in bare)
    if made.unit and measured("1", made.unit) is not None:
        mark = bare[0].datum.mark
        problems.add("unit-above", mark, file=data.file, unit=made.unit, names=names)
        return made.unit
    if made.unit:
        problems.add("no-unit-above", bare[0].datum.mark, unit=made.unit, names=names)
    for column in bare:
        if column.bracket:
            mark, heading = column.datum.mark, column.datum.text
            problems.add("heading-unit", mark, heading=heading, unit=column.bracket)
    return ""


def _tell_doubtful(datum: Datum, sheet: Sheet, problems: Problems) -> None:
    """What a workbook's cell shows otherwise than somebody wants to read it."""
    if not datum.cell:
        return
    if datum.place in sheet.unsaved:
        problems.add("formula-unsaved", datum.mark, cell=datum.cell)
    elif datum.text.startswith("#") and datum.text.rstrip("!?").isupper():
        problems.add("cell-error", datum.mark, cell=datum.cell, words=datum.text)
    elif _LONG.search(datum.text):
        problems.add("many-decimals", datum.mark, cell=datum.cell, words=datum.text)


def _rows(data: Data, sheet: Sheet, made: Headed, problems: Problems) -> Rows | None:
    """The rows that are shown: all of them, or those named."""
    column = made.columns[0]
    by_name: dict[str, list[tuple[Datum, ...]]] = {}
    for row in made.rows:
        by_name.setdefault(cell_at(row, column.index).text, []).append(row)
    chosen: list[tuple[Datum, ...]] = []
    for name in data.rows or by_name:
        alike = by_name.get(name, [])
        if not alike and name in sheet.hidden:
            problems.add("hidden-row", data.rows_mark, file=data.file, name=name)
        elif not alike:
            offer = nearest(name, [each for each in by_name if each][:_MAX_NAMED])
            problems.add("unknown-row", data.rows_mark, file=data.file, name=name, offer=offer)
        elif not name:
            at = cell_at(alike[-1], column.index).mark
            problems.add("row-without-name", at, column=column.datum.text)
        elif len(alike) > 1:
            at, first = cell_at(alike[-1], column.index).mark, column.datum.text
            problems.add("row-twice", at, count=len(alike), name=name, column=first)
        else:
            chosen.append(alike[0])
    return tuple(chosen) if len(chosen) == len(data.rows or by_name) else None


def _first(*marks: Mark) -> Mark:
    """The first place that is known."""
    return next((mark for mark in marks if mark.line), marks[-1])
