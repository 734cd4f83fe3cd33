"""Turn a table of very few rows into one that stands near the middle of its slide."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.geometry import pt
from briefgen.parts.context import Context
from briefgen.parts.table import Grid, table
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.items import Table
from briefgen.theme.model import Step

# Tables of so few rows stand so much down what is free above and below them, in hundredths, in
# such steps.
_FEW, _DOWN, _STEP = 3, 40, pt(12)


def low_table(ctx: Context, grid: Grid, steps: Sequence[Step]) -> Table | None:
    """A table of very few rows near the middle of its place, with room for a row more below it;
    None where there are more, or its place is a template's."""
    place = ctx.canvas.noted
    if len(grid.rows) > _FEW or ctx.house or ctx.canvas.narrow:
        return None
    quiet = replace(ctx, problems=Problems())
    head, *rows = table(quiet, replace(grid, tallest=1), place, steps).heights
    # As high as leaves a row below it where it stands so much down what is left.
    below, many = 100 - _DOWN, len(rows)
    tallest = (place.h - head) * below // (100 + many * below)
    if max(rows) > tallest:
        return None
    lower = replace(grid, tallest=tallest)
    high = sum(table(quiet, lower, place, steps).heights)
    above = (place.h - high) * _DOWN // 100 // _STEP * _STEP
    return table(ctx, lower, place.inset(0, above, 0, 0), steps)
