"""Turn the rules of a page into tables, and lines of aligned runs into others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefgen.drafting.pdf_page import Line, Page, Run
from briefgen.record import Record

# How near edges are the same edge, in points.
_NEAR = 3.5
# A cell is so high and wide at least.
_LEAST = 6
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_LONGEST_CELL = 40


class Table(Record):
    """A table on a page: its place and its cells; "<" goes on from the left, "^" from above."""

    x0: float
    y0: float
    x1: float
    y1: float
    rows: tuple[tuple[str, ...], ...]

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


def tables(page: Page) -> tuple[list[Table], list[Run]]:
    """The tables of a page, and the runs that stand in none."""
    found: list[Table] = []
    left = list(page.runs)
    for lines in _grids(page.lines):
        table, inside = _ruled(lines, left)
        if table:
            found.append(table)
            left = [run for run in left if run not in inside]
    aligned, left = _aligned(left)
    return [*found, *aligned], left


def _grids(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines that touch each other, where they make more than one cell."""
    groups: list[list[Line]] = []
    for line in lines:
        touching = [group for group in groups if any(_touch(line, each) for each in group)]
        merged = [line, *(each for group in touching for each in group)]
        groups = [group for group in groups if group not in touching] + [merged]
        if len(groups) > 400:
            return []
    return [group for group in groups if len(group) >= 4]


def _touch(one: Line, other: Line) -> bool:
    return (
        one.x0 - _NEAR <= other.x1
        and other.x0 - _NEAR <= one.x1
        and one.y0 - _NEAR <= other.y1
        and other.y0 - _NEAR <= one.y1
    )


def _edges(values: Iterable[float]) -> list[float]:
    """Places that are apart, in order."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > _LEAST:
            made.append(value)
    return made


def _ruled(lines: Sequence[Line], runs: Sequence[Run]) -> tuple[Table | None, list[Run]]:
    """The table that lines rule, and the runs in it."""
    lying = [line for line in lines if line.lies]
    standing = [line for line in lines if not line.lies]
    xs, ys = _edges(line.x0 for line in standing), _edges(line.y0 for line in lying)
    if len(xs) < 2 or len(ys) < 2:
        return None, []
    # The outer sides may be left open.
    if min(line.x0 for line in lying) < xs[0] - _LEAST * 2:
        xs.insert(0, min(line.x0 for line in lying))
    if max(line.x1 for line in lying) > xs[-1] + _LEAST * 2:
        xs.append(max(line.x1 for line in lying))
    if len(xs) < 3 or len(ys) < 3 or len(xs) > 41 or len(ys) > 200:
        return None, []
    cells, inside = _in_cells(xs, ys, runs)
    if len(cells) < 3:
        return None, []
    rows = _cells(xs, ys, cells, lying, standing)
    kept = [row for row in rows if any(cell not in ("", "<", "^") for cell in row)]
    if len(kept) < 2 or _columns(kept) < 2:
        return None, []
    return Table(xs[0], ys[0], xs[-1], ys[-1], tuple(map(tuple, kept))), inside


_InCells = dict[tuple[int, int], list[Run]]


def _in_cells(
    xs: Sequence[float], ys: Sequence[float], runs: Sequence[Run]
) -> tuple[_InCells, list[Run]]:
    """The runs of each cell by row and column, and all of them."""
    cells: _InCells = {}
    inside: list[Run] = []
    for run in runs:
        if not (xs[0] - _NEAR < run.x0 and run.x1 < xs[-1] + _NEAR * 2):
            continue
        row = _between(ys, run.middle)
        column = _between(xs, min(run.x0 + run.size / 2, (run.x0 + run.x1) / 2))
        if row is not None and column is not None:
            cells.setdefault((row, column), []).append(run)
            inside.append(run)
    return cells, inside


def _cells(
    xs: Sequence[float],
    ys: Sequence[float],
    cells: _InCells,
    lying: Sequence[Line],
    standing: Sequence[Line],
) -> list[list[str]]:
    """The words of each cell; one without a line before it goes on from the left or from above."""
    rows: list[list[str]] = []
    for row, (top, bottom) in enumerate(pairwise(ys)):
        made: list[str] = []
        for column, (left, right) in enumerate(pairwise(xs)):
            words = _words(cells.get((row, column), ()))
            walled = column == 0 or any(
                abs(line.x0 - left) < _LEAST and line.y0 <= (top + bottom) / 2 <= line.y1
                for line in standing
            )
            roofed = row == 0 or any(
                abs(line.y0 - top) < _LEAST and line.x0 <= (left + right) / 2 <= line.x1
                for line in lying
            )
            if not words:
                words = "<" if not walled else "^" if not roofed else ""
            elif not roofed and rows[-1][column] not in ("<", "^"):
                rows[-1][column] = _glue(rows[-1][column], words)
                words = "^"
            made.append(words)
        rows.append(made)
    return rows


def _columns(rows: Sequence[Sequence[str]]) -> int:
    return sum(any(row[i] not in ("", "<", "^") for row in rows) for i in range(len(rows[0])))


def _between(edges: Sequence[float], value: float) -> int | None:
    for at in range(len(edges) - 1):
        if edges[at] - 1 <= value < edges[at + 1] + (1 if at == len(edges) - 2 else 0):
            return at
    return None


def _words(runs: Iterable[Run]) -> str:
    """The runs of a cell, line by line."""
    text = ""
    for run in sorted(runs, key=lambda each: (round(each.middle / 4), each.x0)):
        text = _glue(text, run.text.strip())
    return text


def _glue(text: str, more: str) -> str:
    if not text or not more:
        return text or more
    latin = text[-1].isascii() and more[0].isascii()
    return text + (" " if latin else "") + more


def _aligned(runs: Sequence[Run]) -> tuple[list[Table], list[Run]]:
    """Tables without rules: lines that follow each other, of three short runs or more each, which
    stand in the same columns."""
    rows = _rows(runs)
    found: list[Table] = []
    taken: set[int] = set()
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and _tabular(rows[end]) and _follows(rows, at, end):
            end += 1
        block = rows[at:end]
        columns = _shared(block) if len(block) >= _FEWEST_ROWS else []
        if len(columns) >= _FEWEST_COLUMNS:
            cells = tuple(
                tuple(
                    _words(r for r in row if _column(columns, r) == c) for c in range(len(columns))
                )
                for row in block
            )
            every = [run for row in block for run in row]
            taken |= {id(run) for run in every}
            found.append(
                Table(
                    min(run.x0 for run in every),
                    min(run.y0 for run in every),
                    max(run.x1 for run in every),
                    max(run.y1 for run in every),
                    cells,
                )
            )
        at = max(end, at + 1)
    return found, [run for run in runs if id(run) not in taken]


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: each.middle):
        if rows and abs(rows[-1][0].middle - run.middle) < 0.5 * run.size:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda each: each.x0) for row in rows]


def _tabular(row: Sequence[Run]) -> bool:
    return len(row) >= _FEWEST_COLUMNS and all(len(run.text) <= _LONGEST_CELL for run in row)


def _follows(rows: Sequence[Sequence[Run]], first: int, at: int) -> bool:
    if at == first:
        return True
    last, here = rows[at - 1][0], rows[at][0]
    return here.middle - last.middle < 3 * max(last.size, here.size)


def _shared(rows: Sequence[Sequence[Run]]) -> list[tuple[float, float]]:
    """The columns of rows: the places that their runs cover, where no run covers two."""
    spans: list[list[float]] = []
    for run in sorted((run for row in rows for run in row), key=lambda each: each.x0):
        if spans and run.x0 < spans[-1][1] + 1:
            spans[-1][1] = max(spans[-1][1], run.x1)
        else:
            spans.append([run.x0, run.x1])
    most = max(map(len, rows), default=0)
    return [(a, b) for a, b in spans] if len(spans) >= max(_FEWEST_COLUMNS, most) else []


def _column(columns: Sequence[tuple[float, float]], run: Run) -> int:
    return next((i for i, (a, b) in enumerate(columns) if a - 1 <= run.x0 <= b + 1), 0)
