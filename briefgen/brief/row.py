"""Turn a row of a table into what an outline says with it: `{column}` is the cell of that column.

A text takes a cell as it takes a figure, as a piece of its own: what stands in a cell is words, and
never a mark or a placeholder. Whatever else an outline says (ids, files, values of figures) takes
the characters of the cell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.brief.model import Datum
from briefgen.brief.placeholders import Placeholder, pieces
from briefgen.brief.wording import Segment, Text
from briefgen.chinese.seen import is_blank
from briefgen.facts.figures import Figure
from briefgen.facts.quantity import QuantityError, read
from briefgen.patterns import pattern
from briefgen.problems import Problems
from briefgen.record import Record, replace

# A column of a table, as a text names it.
COLUMN = pattern(r"\{([^{}\n]+)\}")


class Row(Record):
    """A row of a table: where it stands, and its cells by the names of their columns."""

    file: str
    line: int
    cells: Mapping[str, Datum]

    def filled(self, text: str, doubled: bool = False) -> str:
        """Characters with every `{column}` replaced by its cell, the cell's own braces doubled
        where that is asked for; other braces stay."""
        if "{" not in text:
            return text

        def cell(found: re.Match[str]) -> str:
            datum = self.cells.get(found[1].strip())
            if datum is None:
                return found[0]
            said = datum.text
            return said.replace("{", "{{").replace("}", "}}") if doubled else said

        return COLUMN.sub(cell, text)

    def column_of(self, text: str) -> str:
        """The first column that characters name; "" where they name none."""
        found = (match[1].strip() for match in COLUMN.finditer(text))
        return next((name for name in found if name in self.cells), "")

    @property
    def words(self) -> str:
        """What the row says, as a reader of its table sees it."""
        return "，".join(f"{name} {cell.text}" for name, cell in self.cells.items() if cell.text)


def named_in(text: str) -> tuple[str, ...]:
    """What the placeholders of a text name, in order."""
    if "{" not in text:
        return ()
    return tuple(piece.id for piece in pieces(text) if isinstance(piece, Placeholder))


# So many characters may a row's cells add to a text.
_MOST = 10_000


def told_of_row(
    row: Row, text: Text, segments: tuple[Segment, ...], problems: Problems
) -> tuple[Segment, ...]:
    """The pieces of a text that a row fills; of which its cells leave nothing, or make too much of
    it, is told. Of what is too long its first piece is left, which is soon read."""
    if all(is_blank(each.text) for each in segments):
        columns = named_in(str(text))
        problems.add("row-says-nothing", text.mark, columns=columns, line=row.line)
    length = sum(len(each.text) for each in segments)
    if length <= len(str(text)) + _MOST:
        return segments
    problems.add("text-too-long", text.mark, length=length, most=_MOST)
    return (replace(segments[0], text=segments[0].text[:24]),)


def segment(row: Row, column: str) -> tuple[Segment, Figure | None]:
    """A cell as a piece of a text; with the figure that it is, where it states a quantity."""
    cell = row.cells[column]
    figure = figure_of(row, column)
    numbers = figure is not None or any(map(str.isnumeric, cell.text))
    return Segment(cell.text, cell.place if figure else "", given=numbers), figure


def figure_of(row: Row, column: str) -> Figure | None:
    """The figure that a cell states, under its place; None where it states no quantity with its
    unit: a bare number has that of the words around it, or of its chart."""
    cell = row.cells[column]
    if not any(map(str.isnumeric, cell.text)):
        return None
    try:
        quantity = read(cell.text)
    except QuantityError:
        return None
    if not quantity.unit:
        return None
    label = dict.fromkeys(("zh-Hans", "zh-Hant", "en"), column)
    return Figure(
        id=cell.place,
        quantity=quantity,
        kind="actual",
        label=label,
        quote=row.words,
        mark=cell.mark,
    )
