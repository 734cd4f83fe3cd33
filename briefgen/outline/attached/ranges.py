"""Turn references such as B3 and the ranges of a sheet into the rows and columns that they mean."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.outline.attached.parts import WorkbookError
from briefgen.patterns import pattern

# The top, left, bottom and right of a range of cells.
Box = tuple[int, int, int, int]
_REFERENCE = pattern(r"([A-Z]{1,3})([0-9]+)")
# Of any sheet (ECMA-376, 18.3.1.13): XFD.
LAST_COLUMN = 16_384


def bits(first: int, last: int) -> int:
    """A bit for each column from the first to the last."""
    return (2 << last) - (1 << first) if 0 < first <= last else 0


def by_row(merged: Sequence[Box], rows: int, columns: int) -> dict[int, list[Box]]:
    """The merged cells that lie in each row, of so many rows and columns. No program merges cells
    twice: there are not more of them in a row than columns. Raises WorkbookError."""
    found: dict[int, list[Box]] = {}
    taken: dict[int, int] = {}
    for box in merged:
        top, left, bottom, right = box
        own = bits(left, min(right, columns))
        for row in range(top, min(bottom, rows) + 1) if own else ():
            if taken.get(row, 0) & own:
                raise WorkbookError("merges-cells-twice", row=row)
            taken[row] = taken.get(row, 0) | own
            found.setdefault(row, []).append(box)
    return found


def under(row: int, column: int, merged: Sequence[Box]) -> bool:
    """Whether the cell at a place lies in a merged one of its row, and is not its first."""
    return any(
        left <= column <= right and (row, column) != (top, left) for top, left, _, right in merged
    )


def place_of(reference: str) -> tuple[int, int]:
    """Row and column, from 1, of a reference such as B3."""
    match = _REFERENCE.fullmatch(reference.replace("$", "").upper())
    if match is None:
        raise WorkbookError("no-workbook")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column
