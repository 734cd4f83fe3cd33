"""Turn the head and the rows of a table into ones on grounds of their own, as templates have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.colours import Fill
from briefgen.parts.context import Context
from briefgen.record import replace
from briefgen.typography.text import Paragraph


def in_bands(ctx: Context) -> bool:
    """Whether tables have a head and bands of their own grounds."""
    return ctx.house is not None and ctx.house.tabled and ctx.medium == "deck"


def ground(row: int, cells: Iterable[Sequence[Paragraph]], dressed: bool) -> Fill:
    """The ground of a row, of which the first is the head; none where tables are not `dressed`, nor
    under words that lead somewhere: applications show these in the theme's colour for links."""
    if not dressed:
        return ""
    linked = any(run.link for said in cells for each in said for run in each.runs)
    return "head" if row == 0 else "band" if row % 2 and not linked else ""


_Row = list[tuple[tuple[Paragraph, ...], int, int]]


def headed(rows: Sequence[_Row]) -> list[_Row]:
    """Rows of which the first says what it does in the colour of text on its ground."""
    head, *others = rows
    return [[(tuple(map(_on_head, said)), high, more) for said, high, more in head], *others]


def _on_head(said: Paragraph) -> Paragraph:
    runs = (replace(run, style=replace(run.style, colour="on-head")) for run in said.runs)
    return replace(said, runs=tuple(runs))
