"""Turn rows of texts into a table: native cells, and the same cells drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefgen.brief.model import Text
from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import para, set_in
from briefgen.problems import NOWHERE, Mark, phrase
from briefgen.record import Record
from briefgen.scene.items import Cell, Stroke, Table
from briefgen.scene.names import Name
from briefgen.theme.model import Step
from briefgen.typography.paragraph import place
from briefgen.typography.text import Paragraph

INSETS = (pt(8), pt(5), pt(8), pt(5))

# What a cell says: a text, paragraphs, or what makes its paragraphs at a step of the type scale.
Words = Text | str | tuple[Paragraph, ...] | Callable[[Step], tuple[Paragraph, ...]]


class Grid(Record, kw_only=True):
    """What a table shows: a header row, rows of cells, and the columns' relative widths.

    The columns in `bold` (by index) are set bold in the primary colour.
    """

    name: Name
    header: Sequence[Text | str]
    rows: Sequence[Sequence[Words]]
    widths: Sequence[int]
    alt: str
    bold: Sequence[int] = ()
    mark: Mark = NOWHERE


def table(ctx: Context, grid: Grid, rect: Rect, steps: Sequence[Step]) -> Table:
    """The table at the first of `steps` at which it is no taller than `rect`.

    A step down is noted. Where there is room, rows are of one height; what is left is shared out to
    them: at most twice as high as they need to be, the header half again.
    """
    total = sum(grid.widths)
    edges = [rect.w * sum(grid.widths[:i]) // total for i in range(len(grid.widths) + 1)]
    columns = [right - left for left, right in pairwise(edges)]
    made, least = _at_fitting_step(ctx, grid, columns, rect.h, steps)
    heights = _shared_out(least, rect.h)
    cells: list[tuple[Cell, ...]] = []
    y = rect.y
    for number, (row, height) in enumerate(zip(made, heights, strict=True)):
        areas = [Rect(rect.x + x, y, w, height) for x, w in zip(edges, columns, strict=False)]
        fill: Fill = "primary" if number == 0 else ""
        cells.append(
            tuple(_cell(ctx, said, area, fill) for (said, _), area in zip(row, areas, strict=True))
        )
        y += height
    return Table(
        name=grid.name,
        rect=Rect(rect.x, rect.y, rect.w, sum(heights)),
        columns=tuple(columns),
        heights=tuple(heights),
        cells=tuple(cells),
        alt=grid.alt,
        header=True,
        rule=Stroke("line", pt(0.75)),
        rule_head=Stroke("primary", pt(1.5)),
    )


# A cell's paragraphs and their height.
_Made = tuple[tuple[Paragraph, ...], int]


def _at_fitting_step(
    ctx: Context, grid: Grid, columns: Sequence[int], most: int, steps: Sequence[Step]
) -> tuple[list[list[_Made]], list[int]]:
    """The rows at the first step at which they are no taller than `most`, and their heights."""
    made: list[list[_Made]] = []
    heights: list[int] = []
    for level, step in enumerate(steps):
        made = _at_step(ctx, grid, columns, step)
        heights = [max(height for _, height in row) + INSETS[1] + INSETS[3] for row in made]
        if sum(heights) <= most:
            if level:
                how = (phrase("steps-down", count=level),)
                ctx.problems.add("fitted", grid.mark, name=grid.name, how=how)
            return made, heights
    over = (sum(heights) - most) // steps[-1].leading + 1
    ctx.problems.add("table-too-tall", grid.mark, name=grid.name, lines=over)
    return made, heights


def _at_step(ctx: Context, grid: Grid, columns: Sequence[int], step: Step) -> list[list[_Made]]:
    head = [_head(ctx, text, step, w) for text, w in zip(grid.header, columns, strict=True)]
    rows = [
        [
            _body(ctx, text, step, w, i in grid.bold)
            for i, (text, w) in enumerate(zip(row, columns, strict=True))
        ]
        for row in grid.rows
    ]
    return [head, *rows]


def _shared_out(least: Sequence[int], room: int) -> list[int]:
    """The heights of rows that need at least so much each, where they have so much together."""
    even = [least[0], *[max(least[1:], default=0)] * (len(least) - 1)]
    heights = even if sum(even) <= room else list(least)
    share = (room - sum(heights)) // len(heights)
    if share <= 0:
        return heights
    return [h + min(share, h if row else h // 2) for row, h in enumerate(heights)]


def _cell(ctx: Context, said: Sequence[Paragraph], area: Rect, fill: Fill) -> Cell:
    text = set_in(ctx, said, area.w - INSETS[0] - INSETS[2])
    return Cell(
        paragraphs=text.paragraphs,
        lines=place(text, area, INSETS, "middle"),
        fill=fill,
        anchor="middle",
        insets=INSETS,
    )


def natural_widths(
    ctx: Context,
    header: Sequence[Text | str],
    rows: Sequence[Sequence[Words]],
    width: int,
    step: Step,
    bold: Sequence[int] = (),
) -> tuple[int, ...]:
    """The widths (EMU) that columns want at a step of the type scale, in a table `width` wide.

    Where all fit on one line they share what is left in proportion; else those that want less than
    an equal share get it, and the others share the rest.
    """
    edge = INSETS[0] + INSETS[2]
    wants = []
    for i, name in enumerate(header):
        made = [_head(ctx, name, step, width)]
        made += [_body(ctx, row[i], step, width, i in bold) for row in rows]
        lines = (set_in(ctx, paragraphs, width).lines for paragraphs, _ in made)
        # Lines of a deck are planned with a reserve that their own width does not show.
        wants.append(max(line.width for own in lines for line in own) * 108 // 100 + edge)
    if sum(wants) <= width:
        return tuple(want * width // sum(wants) for want in wants)
    got: dict[int, int] = {}
    left = width
    for i in sorted(range(len(wants)), key=lambda i: wants[i]):
        got[i] = min(wants[i], left // (len(wants) - len(got)))
        left -= got[i]
    return tuple(got[i] for i in range(len(wants)))


def _head(
    ctx: Context, text: Text | str, step: Step, width: int
) -> tuple[tuple[Paragraph, ...], int]:
    made = (para(text, step, bold=True, colour="white"),)
    return made, set_in(ctx, made, width - INSETS[0] - INSETS[2]).height


def _body(
    ctx: Context,
    text: Words,
    step: Step,
    width: int,
    bold: bool,
) -> tuple[tuple[Paragraph, ...], int]:
    if callable(text):
        made = text(step)
    elif isinstance(text, tuple):
        made = text
    else:
        colour: Token = "primary" if bold else "ink"
        made = (para(text, step, bold=bold, colour=colour, strong="" if bold else "primary"),)
    return made, set_in(ctx, made, width - INSETS[0] - INSETS[2]).height
