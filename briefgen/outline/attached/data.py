"""Turn the data files that slides name into tables, and their values into figures with a place.

A value of a file needs no entry in the ledger: the file is what it stands on, and the cell is
where a reader finds it. Its id is that place, `data/output.csv:3:2` or `data/output.xlsx:2023!B3`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefgen.brief.model import Brief, Data, DataTable, Datum
from briefgen.brief.roles import each_in
from briefgen.facts.figures import Figure
from briefgen.facts.quantity import Quantity, QuantityError, read
from briefgen.machine.reasons import reason
from briefgen.outline.attached.sheets import Rows, read_rows
from briefgen.outline.nearest import nearest
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems
from briefgen.record import replace

# How tables say that there is no value; “…” and “-” are those of statistical yearbooks.
MISSING = frozenset({"", "-", "–", "—", "——", "…", "……", "..."})
_BRACKETS = pattern(r"^(?P<name>.*?)\s*[(（\[](?P<unit>[^()（）\[\]]+)[)）\]]\s*$")
_MAX_NAMED = 12


def with_data(brief: Brief, read_file: Callable[[str], bytes], problems: Problems) -> Brief:
    """The brief with the data files of its slides read; what is wrong with them is collected.

    `read_file` gives the bytes of a file by its path in the project, and raises OSError.
    """
    tables: dict[Data, DataTable] = {}
    cells: dict[str, Figure] = {}
    for slide in brief.deck:
        for data in each_in(slide.fields, Data):
            table = None if data in tables else _table(data, read_file, cells, problems)
            if table:
                tables[data] = table
    if not tables:
        return brief
    return replace(brief, attached=replace(brief.attached, data=tables, cells=cells))


def heading(words: str) -> tuple[str, str]:
    """A column's name and the unit it says in brackets: 产值（亿元） is 产值 and 亿元."""
    match = _BRACKETS.match(words)
    if match and measured("1", match["unit"]) is not None:
        return match["name"], match["unit"]
    return words, ""


def measured(words: str, unit: str) -> Quantity | None:
    """The quantity that a cell states, in `unit` where it names none; None where it is none."""
    try:
        found = read(words)
        return found if found.unit or not unit else read(words + unit)
    except QuantityError:
        return None


def _table(
    data: Data, read_file: Callable[[str], bytes], cells: dict[str, Figure], problems: Problems
) -> DataTable | None:
    at = _first(data.file_mark, data.mark)
    try:
        content = read_file(data.file)
    except OSError as error:
        problems.add("data-unreadable", at, file=data.file, why=reason(error))
        return None
    rows, found = read_rows(content, data.file, data.sheet, _first(data.sheet_mark, at))
    problems.extend(found)
    if rows is None:
        return None
    if len(rows) < 2:
        problems.add("data-no-rows", Mark(data.file, 1, 1), file=data.file)
        return None
    if data.unit and measured("1", data.unit) is None:
        problems.add("data-unit", data.unit_mark, unit=data.unit)
        return None
    columns = _columns(data, rows[0], problems)
    chosen = _rows(data, rows, columns[0], problems) if columns else None
    if columns is None or chosen is None:
        return None
    names = [heading(rows[0][index].text) for index in columns]
    out = []
    for row in chosen:
        picked = [_at(row, index) for index in columns]
        quote = "，".join(datum.text for datum in picked)
        for i, datum in enumerate(picked[1:], 1):
            quantity = _value(datum, names[i][1] or data.unit)
            if quantity:
                picked[i] = replace(datum, figure=datum.place)
                label = f"{picked[0].text} {names[i][0]}"
                labels = dict.fromkeys(("zh-Hans", "zh-Hant", "en"), label)
                cells[datum.place] = Figure(
                    id=datum.place,
                    quantity=quantity,
                    kind="actual",
                    label=labels,
                    quote=quote,
                    mark=datum.mark,
                )
        out.append(tuple(picked))
    head = tuple(
        replace(rows[0][index], text=name) for index, (name, _) in zip(columns, names, strict=True)
    )
    return DataTable(head, tuple(out))


def _value(datum: Datum, unit: str) -> Quantity | None:
    return None if datum.text in MISSING else measured(datum.text, unit)


def _columns(data: Data, head: Sequence[Datum], problems: Problems) -> list[int] | None:
    """Where the named columns stand; a heading is named with or without its unit."""
    found: list[int] = []
    for name in data.columns:
        at = [i for i, each in enumerate(head) if each.text == name] or [
            i for i, each in enumerate(head) if each.text and heading(each.text)[0] == name
        ]
        if len(at) == 1:
            found.append(at[0])
        elif at:
            again = head[at[1]].mark
            problems.add("column-twice", again, file=data.file, count=len(at), name=name)
        else:
            named = [each.text for each in head if each.text][:_MAX_NAMED]
            place, offer = _first(data.columns_mark, data.mark), nearest(name, named)
            problems.add("unknown-column", place, file=data.file, name=name, offer=offer)
    return found if len(found) == len(data.columns) else None


def _rows(data: Data, rows: Rows, column: int, problems: Problems) -> Rows | None:
    """The rows that are shown: all of them, or those named."""
    by_name: dict[str, list[tuple[Datum, ...]]] = {}
    for row in rows[1:]:
        by_name.setdefault(_at(row, column).text, []).append(row)
    chosen: list[tuple[Datum, ...]] = []
    for name in data.rows or by_name:
        alike = by_name.get(name, [])
        if not alike:
            offer = nearest(name, [each for each in by_name if each][:_MAX_NAMED])
            problems.add("unknown-row", data.rows_mark, file=data.file, name=name, offer=offer)
        elif not name:
            at = _at(alike[-1], column).mark
            problems.add("row-without-name", at, column=rows[0][column].text)
        elif len(alike) > 1:
            at, first = _at(alike[-1], column).mark, rows[0][column].text
            problems.add("row-twice", at, count=len(alike), name=name, column=first)
        else:
            chosen.append(alike[0])
    return tuple(chosen) if len(chosen) == len(data.rows or by_name) else None


def _at(row: Sequence[Datum], index: int) -> Datum:
    """A cell of a row that may be shorter than the header."""
    if index < len(row):
        return row[index]
    last = row[-1].mark
    mark = Mark(last.file, last.line, last.column + 1)
    return Datum("", mark, str(mark))


def _first(*marks: Mark) -> Mark:
    """The first place that is known."""
    return next((mark for mark in marks if mark.line), marks[-1])


def shown_of(brief: Brief, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The files that the ids of cells lead to, each once, with the rows as a reader finds them."""
    lines: dict[str, list[int]] = {}
    for id in ids:
        if id in brief.attached.cells:
            mark = brief.attached.cells[id].mark
            lines.setdefault(mark.file, []).append(mark.line)
    for file, found in lines.items():
        yield file, _spans(sorted(set(found)))


def _spans(lines: Sequence[int]) -> str:
    """Line numbers as a reader writes them: 2–5, 7."""
    spans: list[list[int]] = []
    for line in lines:
        if spans and line == spans[-1][1] + 1:
            spans[-1][1] = line
        else:
            spans.append([line, line])
    return ", ".join(f"{a}–{b}" if b > a else str(a) for a, b in spans)
