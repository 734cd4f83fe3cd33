"""Turn rows of texts into a table: native cells, and the same cells drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefgen.brief.model import Text
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import para, set_in
from briefgen.problems import NOWHERE, Mark, phrase
from briefgen.record import Record
from briefgen.scene.items import Anchor, Cell, Stroke, Table
from briefgen.scene.names import Name
from briefgen.scene.room import MORE, TALLER
from briefgen.theme.model import DECK, Step
from briefgen.typography.paragraph import place
from briefgen.typography.text import Align, Paragraph

INSETS = (pt(8), pt(5), pt(8), pt(5))
# How many times as high as they need to be rows become where there is room.
_MOST_SPARE = 3

# Relative widths of columns, at each step of the type scale where they are not the same at all.
Widths = Sequence[int] | Callable[[Step], Sequence[int]]

# What a cell says: a text, paragraphs, or what makes its paragraphs at a step of the type scale.
Words = Text | str | tuple[Paragraph, ...] | Callable[[Step], tuple[Paragraph, ...]]


class Grid(Record, kw_only=True):
    """What a table shows: a header row, rows of cells, and the columns' relative widths.

    The columns in `bold` (by index) are set bold, those in `right` against their right edge, as
    numbers are compared. Without `even` rows are as high as they need to be.
    `pad` is what stays free above and below the words of a cell (EMU).
    """

    name: Name
    header: Sequence[Text | str]
    rows: Sequence[Sequence[Words]]
    widths: Widths
    alt: str
    bold: Sequence[int] = ()
    right: Sequence[int] = ()
    even: bool = True
    pad: int = INSETS[1]
    mark: Mark = NOWHERE


def table(ctx: Context, grid: Grid, rect: Rect, steps: Sequence[Step]) -> Table:
    """The table at the first of `steps` at which it is no taller than `rect`.

    A step down is noted. In a deck that step is preferred at which somebody can add a row, and some
    words in every cell, and the table is no taller than `rect` then. Where there is room, rows are
    of one height, and share out what is left. No ground and no vertical lines: the header is told
    by its rule.
    """
    made, least, edges = _at_fitting_step(ctx, grid, rect.w, rect.h, steps)
    columns = [right - left for left, right in pairwise(edges)]
    another = ctx.medium == "deck"
    heights = _shared_out(least, rect.h, another) if grid.even else least
    cells: list[tuple[Cell, ...]] = []
    y = rect.y
    for number, (row, height) in enumerate(zip(made, heights, strict=True)):
        areas = [Rect(rect.x + x, y, w, height) for x, w in zip(edges, columns, strict=False)]
        anchor: Anchor = "middle" if number else "bottom"
        cells.append(
            tuple(
                _cell(ctx, said, area, anchor, grid.pad)
                for (said, *_), area in zip(row, areas, strict=True)
            )
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
        rule_head=Stroke("ink", pt(1.5)),
    )


def heights_of_rows(
    ctx: Context, grid: Grid, width: int, step: Step
) -> tuple[list[int], list[int]]:
    """The heights that the header and each row need in a table `width` wide, and those that they
    would need with some words more in each cell that has many, all EMU."""
    made = _at_step(ctx, grid, _edges(grid, width, step), step)
    return _heights(made, grid.pad), _grown(made, grid.pad)


def _edges(grid: Grid, width: int, step: Step) -> list[int]:
    """Where columns begin and end in a table `width` wide, from its left edge."""
    widths = grid.widths(step) if callable(grid.widths) else grid.widths
    total = sum(widths)
    return [width * sum(widths[:i]) // total for i in range(len(widths) + 1)]


# A cell's paragraphs; their height; and their height with some words more.
_Made = tuple[tuple[Paragraph, ...], int, int]


def _heights(rows: Sequence[Sequence[_Made]], pad: int) -> list[int]:
    return [max(height for _, height, _ in row) + 2 * pad for row in rows]


def _grown(rows: Sequence[Sequence[_Made]], pad: int) -> list[int]:
    return [max(height for _, _, height in row) + 2 * pad for row in rows]


def _at_fitting_step(
    ctx: Context, grid: Grid, width: int, most: int, steps: Sequence[Step]
) -> tuple[list[list[_Made]], list[int], list[int]]:
    """The rows at the first step at which they are no taller than `most`, their heights, and the
    edges of their columns."""
    fitting: list[tuple[int, list[list[_Made]], list[int], list[int]]] = []
    made: list[list[_Made]] = []
    heights: list[int] = []
    edges: list[int] = []
    for level, step in enumerate(steps):
        edges = _edges(grid, width, step)
        made = _at_step(ctx, grid, edges, step)
        heights = _heights(made, grid.pad)
        if sum(heights) > most:
            continue
        fitting.append((level, made, heights, edges))
        another = sum(heights) + max(heights[1:], default=0)
        if ctx.medium == "print" or max(another, sum(_grown(made, grid.pad))) <= most:
            break
    if not fitting:
        line = steps[-1].leading if ctx.medium == "print" else round(steps[-1].leading * TALLER)
        over = (sum(heights) - most) // line + 1
        ctx.problems.add("table-too-tall", grid.mark, name=grid.name, lines=over)
        return made, heights, edges
    if down := fitting[0][0]:
        how = (phrase("steps-down", count=down),)
        ctx.problems.add("fitted", grid.mark, name=grid.name, how=how)
    return fitting[-1][1:]


def _at_step(ctx: Context, grid: Grid, edges: Sequence[int], step: Step) -> list[list[_Made]]:
    columns = [right - left for left, right in pairwise(edges)]
    aligns: list[Align] = ["right" if i in grid.right else "left" for i in range(len(columns))]
    head = [
        _head(ctx, text, step, w, align)
        for text, w, align in zip(grid.header, columns, aligns, strict=True)
    ]
    rows = [
        [
            _body(ctx, text, step, w, i in grid.bold, align)
            for i, (text, w, align) in enumerate(zip(row, columns, aligns, strict=True))
        ]
        for row in grid.rows
    ]
    return [head, *rows]


def _shared_out(least: Sequence[int], room: int, another: bool) -> list[int]:
    """The heights of rows that need at least so much each, where they have so much together: as
    even as they can be, and all of the room, up to _MOST_SPARE times what they need; but for the
    room of `another` row."""
    head, body = least[0], list(least[1:])
    tallest = max(body, default=0)
    even = [tallest] * len(body)
    heights = even if head + sum(even) <= room else body
    spare = room - head - sum(heights) - (tallest if another else 0)
    if spare <= 0 or not heights:
        return [head, *heights]
    share = spare // (len(heights) + another)
    return [head, *(h + min(share, h * (_MOST_SPARE - 1)) for h in heights)]


def _cell(ctx: Context, said: Sequence[Paragraph], area: Rect, anchor: Anchor, pad: int) -> Cell:
    insets = (INSETS[0], pad, INSETS[2], pad)
    text = set_in(ctx, said, area.w - INSETS[0] - INSETS[2])
    return Cell(
        paragraphs=text.paragraphs,
        lines=place(text, area, insets, anchor),
        anchor=anchor,
        insets=insets,
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
        lines = (set_in(ctx, paragraphs, width).lines for paragraphs, *_ in made)
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


def _head(ctx: Context, text: Text | str, step: Step, width: int, align: Align = "left") -> _Made:
    small = DECK["small"] if ctx.medium == "deck" and step.size > DECK["small"].size else step
    made = (para(text, small, bold=True, colour="ink2", align=align),)
    return _measured(ctx, made, width)


def _body(
    ctx: Context,
    text: Words,
    step: Step,
    width: int,
    bold: bool,
    align: Align = "left",
) -> _Made:
    if callable(text):
        made = text(step)
    elif isinstance(text, tuple):
        made = text
    else:
        made = (para(text, step, bold=bold, strong="" if bold else "ink", align=align),)
    return _measured(ctx, made, width)


def _measured(ctx: Context, made: tuple[Paragraph, ...], width: int) -> _Made:
    """A cell's text with its height; in a deck, whose rows grow with their text, that in a face of
    taller lines, and with some more words at the end of a text that has so many."""
    room = width - INSETS[0] - INSETS[2]
    text = set_in(ctx, made, room)
    if ctx.medium == "print" or not made:
        return made, text.height, text.height
    height = round(text.height * TALLER)
    last = made[-1]
    if sum(len(paragraph.text) for paragraph in made) < MORE or not text.lines:
        return made, height, height
    size = max(run.style.size for run in last.runs)
    more = MORE * (size if ctx.chinese else size // 2)
    lines = -(-max(0, text.lines[-1].width + more - room) // max(room - size, size))
    return made, height, height + round(lines * last.leading * TALLER)
