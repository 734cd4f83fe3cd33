"""Turn cells of a table that go on from others into cells over several columns and rows.

`^` goes on from the cell above, `<` from the one to the left. What goes on from one cell has to be
a rectangle, as it has in every table.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text, words
from briefgen.parts.context import Context
from briefgen.parts.table import Place
from briefgen.record import Record

ABOVE, LEFT = "^", "<"


class Spanned(Record):
    """The cells of a table, header first, those that go on from others without words; and over how
    many columns and rows each of the others goes, where these are more than one."""

    rows: tuple[tuple[Text, ...], ...]
    spans: dict[Place, tuple[int, int]]


def spanned(ctx: Context, rows: Sequence[Sequence[Text]]) -> Spanned | None:
    """The table of these rows, header first; None, with a problem, where its cells go on from none
    or are no rectangle."""
    owner: dict[Place, Place] = {}
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            said = str(text).strip()
            if said not in (ABOVE, LEFT):
                owner[y, x] = y, x
                continue
            before = (y - 1, x) if said == ABOVE else (y, x - 1)
            # The header is no cell of the first row's.
            if before not in owner or (said == ABOVE and y == 1):
                ctx.problems.add("table-span-from-none", text.mark, sign=said)
                return None
            owner[y, x] = owner[before]
    spans: dict[Place, tuple[int, int]] = {}
    for y, x in {first for at, first in owner.items() if at != first}:
        parts = [at for at, first in owner.items() if first == (y, x)]
        wide = 1 + max(column for _, column in parts) - x
        tall = 1 + max(row for row, _ in parts) - y
        if len(parts) < wide * tall:
            ctx.problems.add("table-span-no-rectangle", rows[y][x].mark, words=str(rows[y][x]))
            return None
        spans[y, x] = wide, tall
    cells = tuple(
        tuple(text if owner[y, x] == (y, x) else words("", text.mark) for x, text in enumerate(row))
        for y, row in enumerate(rows)
    )
    return Spanned(cells, spans)


def begun_anew(rows: Sequence[Sequence[Text]], start: int, end: int) -> list[tuple[Text, ...]]:
    """The rows from `start` to `end` for a page of their own: what goes on from a cell of an
    earlier page says its words again."""
    part = [tuple(row) for row in rows[start:end]]
    if not part or not start:
        return part
    first = list(part[0])
    for column, text in enumerate(first):
        row = start
        while row and str(rows[row][column]).strip() == ABOVE:
            row -= 1
        if row < start:
            first[column] = rows[row][column] if str(text).strip() == ABOVE else text
    return [tuple(first), *part[1:]]
