"""Turn rows of texts into a table: native cells, and the same cells drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise

from briefgen.brief.model import Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.banded import ground, headed, in_bands
from briefgen.parts.context import Context
from briefgen.parts.rows import shared_out
from briefgen.parts.table_words import INSETS, Made, Words, body_cell, head_cell
from briefgen.parts.text import easing, lines_in, set_in
from briefgen.problems import NOWHERE, Mark, phrase
from briefgen.record import Record, field, replace
from briefgen.scene.items import Anchor, Cell, Stroke, Table
from briefgen.scene.names import Name
from briefgen.scene.room import TALLER
from briefgen.theme.model import DECK, Step
from briefgen.typography.paragraph import place
from briefgen.typography.text import Align, Paragraph

# What stays free besides between numbers at a right edge and words that begin behind them.
_GUTTER = pt(24)

# Below the size of dense text rows are tight, and their lines as high as planned in whichever face:
# what is free above and below the words at each size (EMU).
_TIGHT = {DECK["small"].size: round(pt(2.75)), DECK["source"].size: round(pt(2.25))}

# A place in a table by row (the header is the first) and column, from 0.
Place = tuple[int, int]

# Relative widths of columns, at each step of the type scale where they are not the same at all.
Widths = Sequence[int] | Callable[[Step], Sequence[int]]


class Grid(Record, kw_only=True):
    """What a table shows: a header row, rows of cells, and the columns' relative widths.

    The columns in `bold` (by index) are set bold, those in `right` against their right edge, as
    numbers are compared; those in `centred` in their middle, quietly, as numbers of rows are;
    those in `coloured` in the theme's colour. Of `lit` rows (from 0) the cells in such columns are,
    and bold, and in no other row; without any such column all of the row is. Without `even` rows
    are as high as they need to be. `pad` is what stays free above and below the words of a cell
    (EMU), `side` what does at their sides; where it may be `tight`, less does at steps below that
    of dense text. Cells that are `eased` are narrower where a line would end badly, and words in
    them stand further from numbers before them. `spans` says over how many columns and rows a cell
    goes, by where it stands; with `total` the last row is a sum. Rows that share out room become no
    higher than `tallest`, others at least as high as `lowest`, where that is said.
    """

    name: Name
    header: Sequence[Words]
    rows: Sequence[Sequence[Words]]
    widths: Widths
    alt: str
    bold: Sequence[int] = ()
    right: Sequence[int] = ()
    centred: Sequence[int] = ()
    coloured: Sequence[int] = ()
    lit: Sequence[int] = ()
    spans: Mapping[Place, tuple[int, int]] = field(default_factory=dict)
    total: bool = False
    even: bool = True
    tight: bool = False
    eased: bool = False
    tallest: int = 0
    lowest: int = 0
    pad: int = INSETS[1]
    side: int = INSETS[0]
    mark: Mark = NOWHERE


def table(ctx: Context, grid: Grid, rect: Rect, steps: Sequence[Step]) -> Table:
    """The table at the first of `steps` at which it is no taller than `rect`.

    A step down is noted. In a deck that step is preferred at which somebody can add a row, and some
    words in every cell, and the table is no taller than `rect` then. Where there is room, rows are
    of one height, and share out what is left. No ground and no vertical lines: the header is told
    by its rule.
    """
    step, made, least, edges = _at_fitting_step(ctx, grid, rect.w, rect.h, steps)
    columns = [right - left for left, right in pairwise(edges)]
    another = ctx.medium == "deck" and not _is_tight(grid, step)
    least = [least[0], *(max(each, grid.lowest) for each in least[1:])]
    heights = shared_out(least, rect.h, another, grid.tallest) if grid.even else least
    ys = [rect.y, *(rect.y + below for below in accumulate(heights))]
    exact, dressed = _is_tight(grid, step), in_bands(ctx)
    # Some applications add the rules to what a row needs.
    pad = _pad(grid, step) - (pt(0.75) if exact else 0)
    cells: list[tuple[Cell, ...]] = []
    for number, row in enumerate(made):
        anchor: Anchor = "middle" if number or dressed else "bottom"
        out, fill = [], ground(number, (said for said, *_ in row), dressed)
        for column, (said, *_) in enumerate(row):
            wide, tall = span = grid.spans.get((number, column), (1, 1))
            x, y = rect.x + edges[column], ys[number]
            area = Rect(x, y, rect.x + edges[column + wide] - x, ys[number + tall] - y)
            # On a fill, words keep away from its edges.
            first, last = column == 0, column + wide == len(columns) and column in grid.right
            left = 0 if first and not dressed else grid.side + _gutter(grid, column)
            edge = 0 if last and not dressed else grid.side
            cell = _cell(ctx, said, area, anchor, (left, pad, edge, pad), grid.eased)
            out.append(replace(cell, span=span, exact=exact, fill=fill))
        cells.append(tuple(out))
    return Table(
        name=grid.name,
        rect=Rect(rect.x, rect.y, rect.w, sum(heights)),
        columns=tuple(columns),
        heights=tuple(heights),
        cells=tuple(cells),
        alt=grid.alt,
        header=True,
        rule=Stroke("line", pt(0.75)),
        rule_head=None if dressed else Stroke("ink", pt(1.5)),
        rule_total=Stroke("ink", pt(0.75)) if grid.total else None,
    )


def heights_of_rows(
    ctx: Context, grid: Grid, width: int, step: Step
) -> tuple[list[int], list[int]]:
    """The heights that the header and each row need in a table `width` wide, and those that they
    would need with some words more in each cell that has many, all EMU."""
    made = _at_step(ctx, grid, _edges(grid, width, step), step)
    return _heights(grid, made, step), _heights(grid, made, step, grown=True)


def _edges(grid: Grid, width: int, step: Step) -> list[int]:
    """Where columns begin and end in a table `width` wide, from its left edge."""
    widths = grid.widths(step) if callable(grid.widths) else grid.widths
    total = sum(widths)
    return [width * sum(widths[:i]) // total for i in range(len(widths) + 1)]


def _is_apart(right: Sequence[int], column: int) -> bool:
    """Whether the words of a column would touch the numbers before them."""
    return column - 1 in right and column not in right


def _gutter(grid: Grid, column: int) -> int:
    return _GUTTER if grid.eased and _is_apart(grid.right, column) else 0


def _is_tight(grid: Grid, step: Step) -> bool:
    return grid.tight and step.size in _TIGHT


def _pad(grid: Grid, step: Step) -> int:
    return _TIGHT[step.size] if _is_tight(grid, step) else grid.pad


def _heights(
    grid: Grid, rows: Sequence[Sequence[Made]], step: Step, grown: bool = False
) -> list[int]:
    """The heights that rows need; with `grown`, those with some words more in every cell. What a
    cell over several rows needs beyond theirs is given to the last of them."""
    pad = _pad(grid, step)
    needs = [[2 * pad + (each[2] if grown else each[1]) for each in row] for row in rows]
    tall = {place: span[1] for place, span in grid.spans.items() if span[1] > 1}
    heights = [
        max(
            (need for column, need in enumerate(row) if (number, column) not in tall),
            default=2 * pad,
        )
        for number, row in enumerate(needs)
    ]
    for (row, column), many in tall.items():
        lacking = needs[row][column] - sum(heights[row : row + many])
        heights[row + many - 1] += max(0, lacking)
    return heights


class _Fit(Record):
    """A table at a step: its rows, their heights, and the edges of its columns."""

    step: Step
    made: list[list[Made]]
    heights: list[int]
    edges: list[int]


def _at_fitting_step(
    ctx: Context, grid: Grid, width: int, most: int, steps: Sequence[Step]
) -> tuple[Step, list[list[Made]], list[int], list[int]]:
    """The rows at the first step at which they are no taller than `most`, their heights, and the
    edges of their columns."""
    fitting: list[tuple[int, _Fit]] = []
    tried: list[_Fit] = []
    for level, step in enumerate(steps):
        if fitting and _is_tight(grid, step):
            # Nobody reads smaller words for the sake of a row that may be added.
            break
        edges = _edges(grid, width, step)
        made = _at_step(ctx, grid, edges, step)
        tried.append(_Fit(step, made, _heights(grid, made, step), edges))
        heights = tried[-1].heights
        if sum(heights) > most or not (level + 1 == len(steps) or _whole(ctx, grid, tried[-1])):
            continue
        fitting.append((level, tried[-1]))
        another = sum(heights) + max(heights[1:], default=0)
        grown = sum(_heights(grid, made, step, grown=True))
        if ctx.medium == "print" or max(another, grown) <= most:
            break
    if not fitting:
        found = tried[-1]
        line = steps[-1].leading if ctx.medium == "print" else round(steps[-1].leading * TALLER)
        over = (sum(found.heights) - most) // line + 1
        ctx.problems.add("table-too-tall", grid.mark, name=grid.name, lines=over)
        return found.step, found.made, found.heights, found.edges
    if down := fitting[0][0]:
        how = (phrase("steps-down", count=down),)
        ctx.problems.add("fitted", grid.mark, name=grid.name, how=how)
    found = fitting[-1][1]
    if ctx.house and not grid.spans:
        found = _unbroken(ctx, grid, width, most, found, steps)
    return found.step, found.made, found.heights, found.edges


def _unbroken(
    ctx: Context, grid: Grid, width: int, most: int, fit: _Fit, steps: Sequence[Step]
) -> _Fit:
    """A table as it fits, or a step smaller where that has every cell on one line, and this has
    not: on a template columns are narrower than a size is meant for."""
    every, at = range(len(fit.edges) - 1), steps.index(fit.step) + 1
    if at == len(steps) or _is_tight(grid, steps[at]) or _whole(ctx, grid, fit, every):
        return fit
    edges = _edges(grid, width, steps[at])
    made = _at_step(ctx, grid, edges, steps[at])
    lower = _Fit(steps[at], made, _heights(grid, made, steps[at]), edges)
    return lower if sum(lower.heights) <= most and _whole(ctx, grid, lower, every) else fit


def _whole(ctx: Context, grid: Grid, fit: _Fit, columns: Sequence[int] | None = None) -> bool:
    """Whether each number stands on one line; a number that is broken is read as two. With
    `columns`, whether each paragraph in these does."""
    for column in grid.right if columns is None else columns:
        free = 2 * grid.side + (0 if columns is None else _gutter(grid, column))
        room = fit.edges[column + 1] - fit.edges[column] - free
        for row in fit.made[1:]:
            if lines_in(ctx, row[column][0], room) > max(1, len(row[column][0])):
                return False
    return True


def _at_step(ctx: Context, grid: Grid, edges: Sequence[int], step: Step) -> list[list[Made]]:
    columns, tight = range(len(edges) - 1), _is_tight(grid, step)
    aligns: list[Align] = [
        "right" if i in grid.right else "center" if i in grid.centred else "left" for i in columns
    ]
    rows = []
    for number, row in enumerate((grid.header, *grid.rows)):
        made = []
        for i, (text, align) in enumerate(zip(row, aligns, strict=True)):
            wide, _ = grid.spans.get((number, i), (1, 1))
            width = edges[i + wide] - edges[i] + 2 * (INSETS[0] - grid.side)
            width -= _gutter(grid, i)
            # A heading over several columns stands in their middle.
            align = "center" if wide > 1 and not number else align
            if not number and not callable(text) and not isinstance(text, tuple):
                made.append(head_cell(ctx, text, step, width, align, tight))
                continue
            lit = number - 1 in grid.lit and (i in grid.coloured or not grid.coloured)
            bold = lit or i in grid.bold or (grid.total and number == len(grid.rows))
            accent = lit or (i in grid.coloured and not grid.lit)
            colour: Token = "primary" if accent else "ink"
            colour = "ink2" if i in grid.centred and not bold else colour
            made.append(body_cell(ctx, text, step, width, bold, align, colour, tight))
        rows.append(made)
    return headed(rows) if in_bands(ctx) else rows


def _cell(
    ctx: Context,
    said: Sequence[Paragraph],
    area: Rect,
    anchor: Anchor,
    insets: tuple[int, int, int, int],
    eased: bool = False,
) -> Cell:
    text = set_in(ctx, said, area.w - insets[0] - insets[2])
    if (ctx.house or eased) and said and ctx.medium == "deck":
        insets = easing(ctx, said, area, insets, len(text.lines))
        text = set_in(ctx, said, area.w - insets[0] - insets[2])
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
    narrow: Sequence[int] = (),
    right: Sequence[int] = (),
) -> tuple[int, ...]:
    """The widths (EMU) that columns want at a step of the type scale, in a table `width` wide.
    Numbers stand in those in `right`.

    Where all fit on one line they share what is left in proportion, but for the `narrow` ones; else
    those that want less than an equal share get it, and the others share the rest by how long
    their cells are at the mean.
    """
    edge = INSETS[0] + INSETS[2]
    wants, means, bare = [], [], []
    for i, name in enumerate(header):
        made = [head_cell(ctx, name, step, width)]
        made += [body_cell(ctx, row[i], step, width, i in bold) for row in rows]
        lines = (set_in(ctx, paragraphs, width).lines for paragraphs, *_ in made)
        # Lines of a deck are planned with a reserve that their own width does not show.
        longest = [max((line.width for line in own), default=0) for own in lines]
        free = edge + (_GUTTER if _is_apart(right, i) else 0)
        wants.append(max(longest) * 108 // 100 + free)
        bare.append(max(longest) * 105 // 100 + free)
        means.append(sum(longest) // len(longest) + free)
    if ctx.house and sum(bare) <= width < sum(wants):
        wants = bare
    if sum(wants) <= width:
        fixed = sum(wants[i] for i in narrow)
        wide, given = width - fixed, sum(wants) - fixed
        return tuple(want if i in narrow else want * wide // given for i, want in enumerate(wants))
    got: dict[int, int] = {}
    left = width
    columns = sorted(range(len(wants)), key=lambda i: wants[i])
    while columns and wants[columns[0]] <= left // len(columns):
        first = columns.pop(0)
        # A column that gets what it wants has a little to spare: its words were measured whole.
        got[first] = wants[first] + (wants[first] - edge) // 50
        left -= got[first]
    # None of the long ones becomes so narrow that its words stand below each other.
    least = left // (2 * len(columns)) if columns else 0
    spare, weight = left - least * len(columns), sum(means[i] for i in columns)
    got |= {i: least + spare * means[i] // weight for i in columns}
    return tuple(got[i] for i in range(len(wants)))
