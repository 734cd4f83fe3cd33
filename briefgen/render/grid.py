"""Turn a table into where its cells are and where rules go under its rows."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, pairwise

from briefgen.geometry import Rect
from briefgen.scene.items import Table


def rects_of(table: Table) -> list[list[Rect]]:
    """Where the cells are, row by row."""
    xs = list(accumulate(table.columns, initial=table.rect.x))
    ys = list(accumulate(table.heights, initial=table.rect.y))
    return [
        [
            Rect(xs[x], ys[y], xs[x + cell.span[0]] - xs[x], ys[y + cell.span[1]] - ys[y])
            for x, cell in enumerate(row)
        ]
        for y, row in enumerate(table.cells)
    ]


def open_below(
    table: Table, row: int, owners: Mapping[tuple[int, int], tuple[int, int]]
) -> list[tuple[int, int]]:
    """From where to where a rule goes under a row: past no cell that goes on in the next one."""
    xs = list(accumulate(table.columns, initial=table.rect.x))
    spans: list[tuple[int, int]] = []
    for column, (x1, x2) in enumerate(pairwise(xs)):
        if owners.get((row + 1, column), (row + 1, column))[0] <= row:
            continue
        if spans and spans[-1][1] == x1:
            spans[-1] = spans[-1][0], x2
        else:
            spans.append((x1, x2))
    return spans
