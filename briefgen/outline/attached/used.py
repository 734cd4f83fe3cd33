"""Turn the cells of data files that a deck shows into what is told of each file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.brief.model import Brief
from briefgen.outline.attached.spans import spans
from briefgen.record import Record


class Shown(Record):
    """What is shown of a data file: the names of its columns, the rows as a reader finds them, and
    the ids of its cells."""

    file: str
    columns: tuple[str, ...]
    rows: str
    ids: tuple[str, ...]


def shown_of(brief: Brief, ids: Sequence[str]) -> Iterator[Shown]:
    """What is shown of the files that the ids of cells lead to, each file once."""
    found: dict[str, list[str]] = {}
    cells = brief.attached.cells
    for id in ids:
        if id in cells:
            found.setdefault(cells[id].mark.file, []).append(id)
    for file, own in found.items():
        tables = (table for data, table in brief.attached.data.items() if data.file == file)
        columns = dict.fromkeys(datum.text for table in tables for datum in table.header[1:])
        rows = spans(sorted({cells[id].mark.line for id in own}))
        yield Shown(file=file, columns=tuple(columns), rows=rows, ids=tuple(own))
