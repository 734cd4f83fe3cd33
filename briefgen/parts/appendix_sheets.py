"""Turn the entries of an appendix into tables, one for each slide that it takes.

There are many ways to set them: figures, and what they are, in columns of their own or before their
sentences; words of several sizes. The fewest slides count first, then how well lines end, then the
size of the words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, islice, pairwise

from briefgen.brief.model import Slide
from briefgen.geometry import Rect, pt
from briefgen.parts.appendix import AtSize, Entry, Listed, Row, joined
from briefgen.parts.context import Context
from briefgen.parts.table import Grid, Place, heights_of_rows
from briefgen.parts.table_words import INSETS
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.layouts import sources_top
from briefgen.scene.names import Name
from briefgen.scene.room import TALLER
from briefgen.theme.model import Step, step

# What the first column may have of the width of the first two, in 1/100, and has where that saves a
# slide; and the least that a last line in them should hold, in characters.
_SHARES, _USUAL, _LONE = range(38, 52), 45, 4
# The most that figures, and what they are, may have of the width in columns of their own.
_FIGURES, _LABELS = 20, 26
# The column of the words that figures stand on, where figures have one of their own.
_SENTENCE = 2
# What stands free at both sides of a cell.
_EDGES = INSETS[0] + INSETS[2]
# The narrowest and the widest of the last column, which holds the numbers of slides.
_NUMBERS = (pt(84), pt(140))
# The sizes of the words, and what stands above and below those of a row: the most that takes no
# further slide.
_TYPES, _PADS = (step(14, 18), step(13, 16), step(12, 15)), (pt(5), pt(4), pt(3), pt(2))
# What stands there at the smallest size, where it saves a slide.
_LEAST = pt(1)
# The most that rows become where pages have room left.
_TALLEST = pt(44)


def on_sheets(ctx: Context, slide: Slide, entries: Sequence[Entry]) -> tuple[Step, list[Grid]]:
    """The size of the words, and the tables of all entries in order, on as few slides as it takes;
    one without rows where there are no entries."""
    heights, grid, sheets = _sheets(ctx, slide, *_listed(ctx, slide, entries))
    tables = [_filled(grid, sheet) for sheet in sheets]
    lowest = _lowest(ctx, heights, grid.pad, [len(each.rows) for each in tables])
    return heights.size, [replace(each, lowest=lowest) for each in tables]


def sheet_area(ctx: Context) -> Rect:
    """The table stands higher than other bodies, below a title of one line."""
    body = ctx.canvas.body
    return body.inset(0, sources_top(ctx.canvas) - body.y, 0, 0)


def _room(ctx: Context) -> int:
    """How far it may go down when somebody adds to its texts: to what is below."""
    # On a template the note stands below the table, and rows are higher in some faces.
    foot = ctx.canvas.noted.bottom if ctx.house else ctx.canvas.footer.y - pt(2)
    return foot - sources_top(ctx.canvas)


def _grid(ctx: Context, slide: Slide, made: AtSize, share: int = 0) -> Grid:
    """All entries as one table, whose last column is as wide as the numbers of slides on a line.
    Figures and what they are stand in columns of their own, as wide as these; where one column
    holds both, it has `share` of its and the sentences' width, in 1/100, or what suits the
    words."""
    header = (ctx.say("原句", "Sentence"), ctx.say("页", "Slides"))
    least, most = _NUMBERS
    last = min(max(least, made.widest(-1)), most)
    left = ctx.canvas.body.w - last
    apart = not made.wide or len(made.wide[0]) > len(header) + 1
    if apart:
        first: tuple[str, ...] = (ctx.say("数字", "Figure"), ctx.say("指标", "What it is"))
        own = [made.widest(0), min(made.widest(1), left * _LABELS // 100)]
        widths: tuple[int, ...] = (*own, left - sum(own))
    else:
        first = (ctx.say("数字与指标", "Figure and what it is"),)
        widths = _split(made, left, share)
    grid = Grid(
        name=Name("evidence"),
        header=(*first, *header),
        rows=(),
        widths=(*widths, last),
        alt=ctx.say("数字与报道原句对照表", "Figures and the sentences they stand on"),
        right=(0, 3) if apart else (2,),
        mark=slide.mark,
        even=False,
        pad=0,
    )
    return _filled(grid, made.entries)


def _filled(grid: Grid, entries: Sequence[tuple[Row, ...]]) -> Grid:
    """The table of some entries: the words that several figures stand on go over all their rows."""
    rows: list[Row] = []
    spans: dict[Place, tuple[int, int]] = {}
    for own in entries:
        if len(own) > 1:
            spans[len(rows) + 1, _SENTENCE] = (1, len(own))
        rows += own
    return replace(grid, rows=rows, spans=spans)


def _listed(ctx: Context, slide: Slide, entries: Sequence[Entry]) -> tuple[Listed, list[_Way]]:
    """All entries, and these at the smallest size: with figures in a column of their own where each
    has room on one line there, unless one row for each sentence saves a slide."""
    listed, close = Listed(ctx, entries), Listed(ctx, [joined(ctx, each) for each in entries])
    if not ctx.canvas.narrow and _is_slim(ctx, listed):
        least = _ways(ctx, slide, listed, _TYPES[-1])
        pages = _pages(least)
        if pages < 2 or _filled_pages(ctx, listed) >= pages or _fewest(ctx, slide, close) >= pages:
            return listed, least
    return close, _ways(ctx, slide, close, _TYPES[-1])


def _is_slim(ctx: Context, listed: Listed) -> bool:
    """Whether each figure has room on one line in a column of its own."""
    return listed.at(_TYPES[-1]).widest(0) * 100 <= ctx.canvas.body.w * _FIGURES


def _pages(ways: Sequence[_Way]) -> int:
    """The fewest pages that any of these takes."""
    return min(len(sheets) for *_, sheets in ways)


def _split(made: AtSize, width: int, share: int) -> tuple[int, int]:
    """The widths of what figures are and of sentences: of their `share`, or those at which the
    fewest lines hold hardly a word, the fewest figures may be parted from their units, and rows
    take the fewest lines."""
    lone = _LONE * made.size.size

    def cost(share: int) -> tuple[int, int, int]:
        places = [width * share // 100 - _EDGES, width - width * share // 100 - _EDGES]
        short = parted = lines = 0
        for row in made.wide:
            pairs = list(zip(row[:2], places, strict=True))
            (figures, place), *_ = pairs
            parted += figures[0] > place
            lines += max(most // place for (most, _), place in pairs)
            short += sum(own > place and own % place < lone for (_, own), place in pairs)
        return short, parted, lines

    first = width * (share or min(_SHARES, key=cost)) // 100
    return first, width - first


def _lowest(ctx: Context, of: _Heights, pad: int, counts: Sequence[int]) -> int:
    """The height at which rows of all pages lie even, which have so many each: the most at which
    each page still has room for another row, and for some words more in its cells. 0 where there is
    none."""
    area, room, size = sheet_area(ctx), _room(ctx), of.size
    ends = list(accumulate(counts, initial=1))
    heights = [
        tuple([high + 2 * pad for high in (each[0], *each[a:b])] for each in (of.now, of.later))
        for a, b in pairwise(ends)
    ]

    def fits(high: int) -> bool:
        return all(
            now[0] + sum(max(high, each) for each in now[1:]) <= area.h
            and now[0] + sum(max(high, each) for each in (*now[1:], max(now[1:]))) <= room
            and later[0] + sum(max(high, each) for each in later[1:]) <= room - 2 * size.leading
            for now, later in heights
            if now[1:]
        )

    return next(filter(fits, range(_TALLEST, size.leading, -pt(1))), 0)


def _fewest(ctx: Context, slide: Slide, listed: Listed) -> int:
    """On how many pages all entries stand at the smallest size."""
    made, area, room = listed.at(_TYPES[-1]), sheet_area(ctx), _room(ctx)
    heights = _heights(ctx, _grid(ctx, slide, made, _USUAL), made)
    return len(_cut(made.entries, heights, _LEAST, room, area.h, room))


def _filled_pages(ctx: Context, listed: Listed) -> int:
    """The same, or fewer: where one row for each sentence takes as many lines as its words fill."""
    made, area, room = listed.at(_TYPES[-1]), sheet_area(ctx), _room(ctx)
    # A line that is broken loses the space there.
    free = made.size.size - _EDGES
    left = area.w - _NUMBERS[0]
    figures, sentences = left * _USUAL // 100 + free, left - left * _USUAL // 100 + free
    line, rows = _line(ctx, made.size), iter(made.wide)
    now = [line]
    for each in made.entries:
        own = list(islice(rows, len(each)))
        wide = sum([figure + label for (_, figure), (_, label), *_ in own])
        now.append(max(-(-wide // figures), -(-own[0][_SENTENCE][1] // sentences)) * line)
    high = _Heights(made.size, now, now, [1] * len(made.entries))
    return len(_cut(made.entries, high, _LEAST, room, area.h, room))


def _line(ctx: Context, size: Step) -> int:
    """The least that a line of a row takes."""
    return size.leading if ctx.medium == "print" else round(size.leading * TALLER) - 1


def _lone(grid: Grid, made: AtSize) -> int:
    """How many sentences of a table end with hardly a word on a line of its own."""
    widths = () if callable(grid.widths) else grid.widths
    place = (*widths, 0)[len(grid.header) - 2] - _EDGES
    long = (row[-2][1] for row in made.wide)
    return sum(own > place and own % place < _LONE * made.size.size for own in long)


class _Heights(Record):
    """The heights (EMU) of the header and each row at a size, and with some more words in cells;
    and how many rows each entry has."""

    size: Step
    now: Sequence[int]
    later: Sequence[int]
    counts: Sequence[int]


def _heights(ctx: Context, grid: Grid, made: AtSize) -> _Heights:
    quiet = replace(ctx, problems=Problems())
    now, later = heights_of_rows(quiet, grid, sheet_area(ctx).w, made.size)
    # On a template, which is smaller, rows have no room for words that nobody has added yet.
    return _Heights(made.size, now, now if ctx.house else later, list(map(len, made.entries)))


_Sheet = tuple[tuple[Row, ...], ...]
# The heights of the rows at a size, the table of all entries, and these on pages.
_Way = tuple[_Heights, Grid, list[_Sheet]]


def _sheets(ctx: Context, slide: Slide, listed: Listed, least: Sequence[_Way]) -> _Way:
    """The heights of the rows at the size of the words, the table of all entries, and these on as
    few pages as they need, in order, as even as they can be. A page has room for some more words
    in its cells."""
    area, room = sheet_area(ctx), _room(ctx)
    heights, grid, fewest = _chosen(ctx, slide, listed, least)
    entries = listed.at(heights.size).entries
    limits = range(room // 4, room, heights.size.leading)

    def cut(limit: int) -> list[_Sheet]:
        return _cut(entries, heights, grid.pad, limit, area.h, room)

    # The higher pages may be, the fewer it takes.
    at = bisect_left(limits, -len(fewest), key=lambda limit: -len(cut(limit)))
    even = cut(limits[at]) if at < len(limits) else fewest
    return heights, grid, even or [()]


def _chosen(ctx: Context, slide: Slide, listed: Listed, least: Sequence[_Way]) -> _Way:
    """The way on the fewest pages with the fewest lone words, in the largest words there are of
    those, as far apart as they may be; `least` are those at the smallest size."""

    def rank(way: _Way) -> tuple[int, int]:
        return len(way[2]), _lone(way[1], listed.at(way[0].size))

    apart = len(least[0][1].header) > _SENTENCE + 1
    if not apart and min(map(rank, least)) >= (2, 0):
        # Columns of their own are as wide as their words; others may be wider than these want.
        least = [*least, *_ways(ctx, slide, listed, _TYPES[-1], _USUAL)]
    best = _pages(least)
    found: list[_Way] = []
    for size in _TYPES[:-1]:
        if not _takes_more(ctx, listed, least[0][0], size, best, apart=apart):
            found += _ways(ctx, slide, listed, size)
        if found and min(map(rank, found)) <= (best, 0):
            break
    return min((*found, *least), key=rank)


def _ways(ctx: Context, slide: Slide, listed: Listed, size: Step, share: int = 0) -> list[_Way]:
    """All entries at a size, with what stands above and below the words of a row."""
    made = listed.at(size)
    grid = _grid(ctx, slide, made, share)
    heights, area, room = _heights(ctx, grid, made), sheet_area(ctx), _room(ctx)
    pads = _PADS if size != _TYPES[-1] else (*_PADS, _LEAST)
    return [
        (heights, replace(grid, pad=pad), _cut(made.entries, heights, pad, room, area.h, room))
        for pad in pads
    ]


def _takes_more(
    ctx: Context, listed: Listed, least: _Heights, size: Step, pages: int, *, apart: bool
) -> bool:
    """Whether entries in larger words than the least take more than so many pages: `apart` those
    take no fewer lines, else, at any widths of the columns, as many as the words fill."""
    area, room, small = sheet_area(ctx), _room(ctx), least.size
    made = listed.at(small)
    if apart:
        now = [high * size.leading // small.leading - 1 for high in least.now]
    else:
        line = _line(ctx, size)
        # A line that is broken loses the space there.
        left = (area.w - _NUMBERS[0] - 2 * _EDGES) * small.size // size.size + small.size
        now = [0, *(-(-sum(own for _, own in row[:2]) // left) * line for row in made.wide)]
    high = _Heights(size, now, now, least.counts)
    return len(_cut(made.entries, high, _PADS[-1], room, area.h, room)) > pages


def _cut(
    entries: Sequence[tuple[Row, ...]],
    heights: _Heights,
    pad: int,
    most: int,
    high: int,
    room: int,
) -> list[_Sheet]:
    """The entries on pages that are no higher than `high`, nor with more words than `most`, nor
    with another row than there is `room` for."""
    sheets: list[list[tuple[Row, ...]]] = []
    now = later = tallest = most
    below = [each + 2 * pad for each in heights.now]
    longer = [each + 2 * pad for each in heights.later]
    ends = accumulate(heights.counts, initial=1)
    for each, (first, last) in zip(entries, pairwise(ends), strict=True):
        own, more = below[first:last], sum(longer[first:last])
        now, later, tallest = now + sum(own), later + more, max(tallest, *own)
        if now > high or later > most or now + tallest > room:
            sheets.append([])
            now, later, tallest = below[0] + sum(own), longer[0] + more, max(own)
        sheets[-1].append(each)
    return [tuple(sheet) for sheet in sheets]
