"""Turn the first rows of a table into its columns: where headings stand, their names and units.

Headings stand in the first row that holds those an outline names; what is above is a title, and a
line such as 单位：亿元 there is the unit of what names none. Headings of two or more rows are
found by the merged cells of a workbook: 产值 over 2022年 and 2023年 makes three names of each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefgen.brief.model import Data, Datum
from briefgen.outline.attached.cells import bracket_of, heading
from briefgen.outline.attached.sheets import Rows, Sheet
from briefgen.outline.nearest import nearest
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems
from briefgen.record import Record

_UNIT_LINE = pattern(r"(?i)(?:单位|單位|unit)\s*[:：]\s*(?P<unit>[^()（）；;，,]+)")
_JOINTS = pattern(r"[\s/·|｜、—-]+")
# Headings are looked for in so many rows that are not blank.
_SEARCHED = 12
# So many rows of headings stand one below the other.
_MOST_HIGH = 20
_MAX_NAMED = 12


class Column(Record):
    """A column that an outline names: where it is (from 0), its heading, name and unit.

    `bracket` is what the heading says in brackets, where that is no unit that is known.
    """

    index: int
    datum: Datum
    name: str
    unit: str = ""
    bracket: str = ""


class Headed(Record):
    """The columns that are shown, the rows below their headings, and the unit of what names none
    as a line above them says it."""

    columns: tuple[Column, ...]
    rows: Rows
    unit: str = ""


def headed(data: Data, sheet: Sheet, at: Mark, problems: Problems) -> Headed | None:
    """The columns that `data` names, in a table; None, with problems, where they are not there.

    `at` is where the outline names the columns.
    """
    rows = sheet.rows
    if data.header_row is not None:
        found = [i for i, row in enumerate(rows) if row[0].mark.line == data.header_row]
        if not found:
            problems.add("no-header-row", data.header_row_mark, file=data.file, row=data.header_row)
            return None
        tried = found
    else:
        # One cell alone is a title, and no row of headings.
        tried = [i for i, row in enumerate(rows) if sum(bool(d.text) for d in row) > 1][:_SEARCHED]
    for start in tried:
        last = _last(sheet, start)
        named = _named(sheet, start, last, data.header_row is not None)
        columns = [_matching(name, named) for name in data.columns] or [[each] for each in named]
        if len(columns) > 1 and all(len(each) == 1 for each in columns) and last + 1 < len(rows):
            unit = _unit_above(rows[:start])
            return Headed(tuple(each[0].column for each in columns), rows[last + 1 :], unit)
    if not tried or tried[0] + 1 >= len(rows):
        problems.add("data-no-rows", Mark(data.file, 1, 1), file=data.file)
        return None
    _tell(data, sheet, tried[0], at, problems)
    return None


class _Named(Record):
    """A column and the names that it may be called by, compared without blanks and strokes."""

    column: Column
    keys: frozenset[str]


def _last(sheet: Sheet, start: int) -> int:
    """The last of the rows of headings that begin with row `start`."""
    rows = sheet.rows
    numbers = [row[0].mark.line for row in rows]
    last = start
    while last + 1 < min(len(rows), start + _MOST_HIGH):
        here, below = numbers[last], numbers[last + 1]
        boxes = [box for box in sheet.merged.get(here, ()) if box[0] >= numbers[start]]
        if any(bottom >= below for _, _, bottom, _ in boxes):
            last += 1
            continue
        groups = [(left, right) for top, left, _, right in boxes if top == here and left < right]
        covered = {i for left, right in groups for i in range(left - 1, right)}
        row = rows[last + 1]
        others = [datum for i, datum in enumerate(row) if datum.text and i not in covered]
        # Below a heading of several columns stand their own, and beside these nothing.
        if not groups or others or not all(cell_at(row, i).text for i in covered):
            break
        last += 1
    return last


def _named(sheet: Sheet, start: int, last: int, chosen: bool) -> list[_Named]:
    """The columns of a table, with what each may be called. Where the outline has `chosen` the row
    of headings, those of the rows above go before them."""
    rows = sheet.rows[start : last + 1]
    if chosen:
        above = sheet.rows[max(0, start - _MOST_HIGH) : start]
        rows = (*(row for row in above if sum(bool(d.text) for d in row) > 1), *rows)
    paths = [_path(sheet, rows, index) for index in range(max(len(row) for row in rows))]
    leaves = [path[-1].text for path in paths if path]
    return [
        _called(index, path, leaves.count(path[-1].text) > 1)
        for index, path in enumerate(paths)
        if path
    ]


def _path(sheet: Sheet, rows: Rows, index: int) -> list[Datum]:
    """The headings over a column from above, each once."""
    path: list[Datum] = []
    for row in rows:
        datum = _covering(sheet, row, index)
        if datum.text and datum not in path:
            path.append(datum)
    return path


def _called(index: int, path: Sequence[Datum], alike: bool) -> _Named:
    """A column by the headings over it; where the last is `alike` another's, by all of them."""
    pairs = [heading(datum.text) for datum in path]
    unit = next((unit for _, unit in reversed(pairs) if unit), "")
    name = " ".join(name for name, _ in pairs) if alike else pairs[-1][0]
    bracket = "" if unit else bracket_of(path[-1].text)
    keys = {path[-1].text, pairs[-1][0]}
    for first in range(len(path) - 1):
        keys.add("".join(datum.text for datum in path[first:]))
        keys.add("".join(name for name, _ in pairs[first:]))
    return _Named(Column(index, path[-1], name, unit, bracket), frozenset(map(_key, keys)))


def _matching(name: str, named: Sequence[_Named]) -> list[_Named]:
    """The columns that a name means; the words of a heading as they stand go before its parts."""
    exact = [each for each in named if each.column.datum.text == name]
    return exact or [each for each in named if _key(name) in each.keys]


def _key(name: str) -> str:
    return _JOINTS.sub("", name)


def _covering(sheet: Sheet, row: Sequence[Datum], index: int) -> Datum:
    """The cell that is seen in a column of a row: its own, or the merged one that covers it."""
    own = cell_at(row, index)
    if own.text:
        return own
    line = row[0].mark.line
    for top, left, _, right in sheet.merged.get(line, ()):
        if left <= index + 1 <= right:
            at = bisect_left(sheet.rows, top, key=lambda each: each[0].mark.line)
            first = sheet.rows[at] if at < len(sheet.rows) else row
            return cell_at(first, left - 1) if first[0].mark.line == top else own
    return own


def _unit_above(rows: Rows) -> str:
    for row in rows:
        for datum in row:
            if found := _UNIT_LINE.search(datum.text):
                return found["unit"].strip()
    return ""


def _tell(data: Data, sheet: Sheet, start: int, at: Mark, problems: Problems) -> None:
    """Why the columns that are named are not found."""
    named = _named(sheet, start, _last(sheet, start), data.header_row is not None)
    known = [each.column.datum.text for each in named][:_MAX_NAMED]
    row = sheet.rows[start][0].mark.line
    for name in data.columns:
        found = _matching(name, named)
        if len(found) > 1:
            again = found[1].column.datum.mark
            problems.add("column-twice", again, file=data.file, count=len(found), name=name)
        elif not found and name in sheet.hidden:
            problems.add("hidden-column", at, file=data.file, name=name)
        elif not found:
            offer = nearest(name, known)
            problems.add("unknown-column", at, file=data.file, name=name, offer=offer, row=row)


def cell_at(row: Sequence[Datum], index: int) -> Datum:
    """A cell of a row that may be shorter than the header."""
    if index < len(row):
        return row[index]
    last = row[-1].mark
    mark = Mark(last.file, last.line, last.column + 1)
    return Datum("", mark, str(mark))
