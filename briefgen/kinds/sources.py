"""Turn the figures that a deck shows into the list of the sentences they stand on: an appendix."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import accumulate, pairwise
from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Segment, Slide, Text, words
from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.figures import Source
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.attached.data import Shown, shown_of
from briefgen.parts.context import Context, in_language
from briefgen.parts.figure_words import natural, planned
from briefgen.parts.frame import framed
from briefgen.parts.spread import numbered_title, page_id
from briefgen.parts.table import INSETS, Grid, heights_of_rows, table
from briefgen.parts.text import para
from briefgen.parts.trail import grounds, rows_in_words
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Page
from briefgen.scene.layouts import sources_top
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import Step, step
from briefgen.typography.text import Paragraph, Run, Style

# What the figures read and are, the words they stand on, and on which slides they are, at a size.
Entry = Callable[[Step], tuple[tuple[Paragraph, ...], ...]]

# What the first column may have of the width of the first two, in 1/100, and has where that saves a
# slide; and the least that a last line in them should hold, in characters.
_SHARES, _USUAL, _LONE = range(38, 52), 45, 4
# The narrowest and the widest of the last column, which holds the numbers of slides.
_NUMBERS = (pt(84), pt(140))
# The sizes of the words, and what stands above and below those of a row: the most that takes no
# further slide.
_TYPES, _PADS = (step(14, 18), step(13, 16), step(12, 15)), (pt(5), pt(4), pt(3), pt(2))
# What stands there at the smallest size, where it saves a slide.
_LEAST = pt(1)
# The most that rows become where pages have room left.
_TALLEST = pt(44)
# What stands between the numbers of slides: as wide as a digit.
_BETWEEN = "\u2002"
# How many columns of a data file are named.
_COLUMNS = 3


class Sources(Record):
    """Every figure of the deck with its quote and its slides, generated; split over as many slides
    as it takes."""

    note: Annotated[Text | None, Doc("Instead of the sources' titles, in one line.")] = None


def compose(fields: Sources, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    title = slide.title
    if not str(title):
        title = words(_titled(ctx), slide.mark)
    shown = [id for id in ctx.shown_elsewhere if id in ctx.brief.figures]
    entries = [_entry(ctx, ids, ground) for ground, ids in grounds(ctx, shown).items()]
    entries += [_file_entry(ctx, each) for each in shown_of(ctx.brief, ctx.shown_elsewhere)]
    # An appendix is in no section of the talk.
    own = replace(ctx, sections=())
    heights, grid, counts = _sheets(own, slide, entries)
    grid = replace(grid, lowest=_lowest(own, heights, grid.pad, counts))
    pages = []
    for number, (begin, end) in enumerate(pairwise(accumulate(counts, initial=0)), 1):
        rows = replace(grid, rows=grid.rows[begin:end])
        name = numbered_title(ctx, title, number, len(counts)) if len(counts) > 1 else title
        pages.append(
            framed(
                own,
                slide,
                "sources",
                (table(own, rows, _area(ctx), (heights.size,)),) if rows.rows else (),
                note=_note(ctx, fields),
                name=name,
                id=page_id(slide.id, number),
                eyebrow=words(ctx.say("附录", "Appendix")),
            )
        )
    return tuple(pages)


def _area(ctx: Context) -> Rect:
    """The table stands higher than other bodies, below a title of one line."""
    body = ctx.canvas.body
    return body.inset(0, sources_top(ctx.canvas) - body.y, 0, 0)


def _room(ctx: Context) -> int:
    """How far it may go down when somebody adds to its texts: to what is below."""
    # On a template the note stands below the table, and rows are higher in some faces.
    foot = ctx.canvas.noted.bottom if ctx.house else ctx.canvas.footer.y - pt(2)
    return foot - sources_top(ctx.canvas)


class _Cells(Record):
    """All entries at a size: their rows; for each, how wide its first two cells are as they are
    planned and as they are drawn; and how wide the last column is, its numbers on a line."""

    size: Step
    rows: Sequence[tuple[tuple[Paragraph, ...], ...]]
    wide: Sequence[Sequence[tuple[int, int]]]
    last: int


def _cells(ctx: Context, entries: Sequence[Entry], size: Step) -> _Cells:
    rows = [entry(size) for entry in entries]
    wide = [[(planned(ctx, cell[0]), natural(ctx, cell[0])) for cell in row[:2]] for row in rows]
    least, most = _NUMBERS
    last = (planned(ctx, line) + INSETS[0] + INSETS[2] for *_, cell in rows for line in cell)
    return _Cells(size, rows, wide, min(max((least, *last)), most))


def _grid(ctx: Context, slide: Slide, cells: _Cells, share: int) -> Grid:
    """All entries as one table; the first column has `share` of the first two's width, in 1/100, or
    what suits the words."""
    header = (
        ctx.say("数字与指标", "Figure and what it is"),
        ctx.say("原句", "Sentence"),
        ctx.say("页", "Slides"),
    )
    return Grid(
        name=Name("evidence"),
        header=header,
        rows=cells.rows,
        widths=(*_split(cells, ctx.canvas.body.w - cells.last, share), cells.last),
        alt=ctx.say("数字与报道原句对照表", "Figures and the sentences they stand on"),
        right=(2,),
        mark=slide.mark,
        even=False,
        pad=0,
    )


def _split(cells: _Cells, width: int, share: int) -> tuple[int, int]:
    """The widths of what figures are and of sentences: of their `share`, or those at which the
    fewest lines hold hardly a word, and rows take the fewest lines."""
    edges, lone = INSETS[0] + INSETS[2], _LONE * cells.size.size

    def cost(share: int) -> tuple[int, int]:
        places = [width * share // 100 - edges, width - width * share // 100 - edges]
        short = lines = 0
        for row in cells.wide:
            pairs = list(zip(row, places, strict=True))
            lines += max(most // place for (most, _), place in pairs)
            short += sum(own > place and own % place < lone for (_, own), place in pairs)
        return short, lines

    first = width * (share or min(_SHARES, key=cost)) // 100
    return first, width - first


def _lowest(ctx: Context, of: _Heights, pad: int, counts: Sequence[int]) -> int:
    """The height at which rows of all pages lie even, which have so many each: the most at which
    each page still has room for another row, and for some words more in its cells. 0 where there is
    none."""
    area, room, size = _area(ctx), _room(ctx), of.size
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


class _Heights(Record):
    """The heights (EMU) of the header and each row at a size, and with some more words in cells."""

    size: Step
    now: Sequence[int]
    later: Sequence[int]


def _sheets(
    ctx: Context, slide: Slide, entries: Sequence[Entry]
) -> tuple[_Heights, Grid, list[int]]:
    """The heights of the rows at the size of the words, the table of all entries, and how many of
    these are on each of as few pages as they need, as even as they can be. A page has room for some
    more words in its cells."""
    quiet = replace(ctx, problems=Problems())
    found: list[tuple[_Heights, Grid, list[int]]] = []
    area, room = _area(ctx), _room(ctx)
    cells_at = cache(partial(_cells, ctx, entries))
    for size, share in (*((size, 0) for size in _TYPES), (_TYPES[-1], _USUAL)):
        grid = _grid(ctx, slide, cells_at(size), share)
        now, later = heights_of_rows(quiet, grid, area.w, size)
        # On a template, which is smaller, rows have no room for words that nobody has added yet.
        heights = _Heights(size, now, now if ctx.house else later)
        pads = _PADS if size != _TYPES[-1] else (*_PADS, _LEAST)
        found += (
            (heights, replace(grid, pad=pad), _cut(heights, pad, room, area.h, room))
            for pad in pads
        )
        if any(len(cut) < 2 for *_, cut in found):
            break
    heights, grid, fewest = min(found, key=lambda made: len(made[2]))
    limits = range(room // 4, room, heights.size.leading)

    def cut(limit: int) -> list[int]:
        return _cut(heights, grid.pad, limit, area.h, room)

    # The higher pages may be, the fewer it takes.
    at = bisect_left(limits, -len(fewest), key=lambda limit: -len(cut(limit)))
    even = cut(limits[at]) if at < len(limits) else fewest
    return heights, grid, even or [0]


def _cut(of: _Heights, pad: int, most: int, high: int, room: int) -> list[int]:
    """How many rows are on each page: it is no higher than `high`, nor with more words than `most`,
    nor with another row than there is `room` for."""
    counts: list[int] = []
    now = later = tallest = most
    header, *rows = zip(of.now, of.later, strict=True)
    for own, longer in rows:
        own, longer = own + 2 * pad, longer + 2 * pad
        now, later, tallest = now + own, later + longer, max(tallest, own)
        if now > high or later > most or now + tallest > room:
            counts.append(0)
            now, later, tallest = header[0] + 2 * pad + own, header[1] + 2 * pad + longer, own
        counts[-1] += 1
    return counts


def _entry(ctx: Context, ids: Sequence[str], ground: str) -> Entry:
    """What the figures read and are, the words they stand on, and their slides. Figures of one
    label stand before it, any other before its own."""
    labelled: dict[str, list[str]] = {}
    for id in ids:
        labelled.setdefault(in_language(ctx.figure(id).label, ctx.language), []).append(id)

    def made(size: Step) -> tuple[tuple[Paragraph, ...], ...]:
        strong, plain = Style(size.size, True, "ink"), Style(size.size, False, "ink2")
        said: list[Run] = []
        for label, alike in labelled.items():
            numbers: list[Run] = []
            for id in alike:
                numbers += [Run(ctx.say("、", ", "), plain)] if numbers else []
                numbers.append(Run(str(ctx.shown(id)), strong, id))
            said += [Run(ctx.say("；", "; "), plain)] if said else []
            said += _named(ctx, numbers, label, size)
        return (
            (Paragraph(tuple(said), size.leading),),
            (para(ground, size, colour="ink2"),),
            (_pages(ctx, ids, size),),
        )

    return made


def _named(ctx: Context, numbers: Sequence[Run], what: str, size: Step) -> tuple[Run, ...]:
    """Numbers, or a file, and behind them what they are."""
    return (*numbers, Run(ctx.say("　", "  ") + what, Style(size.size, False, "ink")))


def _pages(ctx: Context, ids: Sequence[str], size: Step) -> Paragraph:
    """The numbers of the slides that show any of the figures, each leading to its slide."""
    style = Style(size.size, False, "primary")
    found = dict.fromkeys(page for id in ids for page in ctx.shown_on.get(id, ()))
    runs: list[Run] = []
    for id, number in sorted(found, key=lambda page: page[1]):
        # A space alone: no line begins with a comma where an application breaks it.
        runs += [Run(_BETWEEN, style)] if runs else []
        runs.append(Run(str(number), style, link=f"page:{id}"))
    return Paragraph(tuple(runs), size.leading, "right")


def _file_entry(ctx: Context, shown: Shown) -> Entry:
    """What the columns of a data file are called, the rows that are shown of it, and on which
    slides."""
    named, rows = shown.file, rows_in_words(ctx, shown.rows)
    # The words of a file are in one language.
    if shown.columns and any(map(has_hanzi, shown.columns)) == ctx.chinese:
        rows = f"{named}{ctx.say('，', ', ')}{rows}"
        named = ctx.say("、", ", ").join(shown.columns[:_COLUMNS])
        if shown.columns[_COLUMNS:]:
            named += ctx.say("等", " and others")

    def made(size: Step) -> tuple[tuple[Paragraph, ...], ...]:
        strong = (Run(named, Style(size.size, True, "ink")),)
        said = _named(ctx, strong, ctx.say("数据文件", "Data file"), size)
        return (
            (Paragraph(said, size.leading),),
            (para(rows, size, colour="ink2"),),
            (_pages(ctx, shown.ids, size),),
        )

    return made


def _titled(ctx: Context) -> str:
    """What the list is called; it promises no more than it has."""
    figures = (ctx.brief.figures[id] for id in ctx.shown_elsewhere if id in ctx.brief.figures)
    if ctx.brief.let_off or any(not each.quote and not each.formula for each in figures):
        return ctx.say("数字出处", "Where the figures come from")
    return ctx.say("每个数字都有出处", "Every figure and the sentence it stands on")


def _note(ctx: Context, fields: Sources) -> Text | None:
    """The sources by name, or what the author says instead; and how many numbers that somebody
    typed were not checked."""
    note = fields.note if fields.note and str(fields.note) else _publisher(ctx)
    if note and not ctx.chinese and _in_chinese(ctx):
        note = replace(note, segments=(*note.segments, Segment("; sentences as in the original")))
    off = ctx.brief.let_off
    if not off:
        return note
    numbers = "number" if off == 1 else "numbers"
    said = ctx.say(f"另有{off}个手写的数未核对", f"{off} {numbers} typed by hand not checked")
    if note is None:
        return words(said)
    more = Segment(ctx.say("；", "; ") + said)
    return replace(note, segments=(*note.segments, more))


def _in_chinese(ctx: Context) -> bool:
    """Whether any sentence of the list is in Chinese."""
    ids = (id for id in ctx.shown_elsewhere if id in ctx.brief.figures)
    return any(has_hanzi(ctx.quote(id)) for id in ids)


def _publisher(ctx: Context) -> Text | None:
    """The sources by name."""
    named = [_named_source(ctx, source) for source in ctx.brief.sources]
    return words(ctx.say("来源：", "Source: ") + ctx.say("；", "; ").join(named)) if named else None


def _named_source(ctx: Context, source: Source) -> str:
    publisher, title = (
        in_language(each, ctx.language) for each in (source.publisher, source.title)
    )
    if ctx.chinese:
        return f"{publisher}《{title}》" + ("（本单位数据）" if source.own else "")
    between = ", " if publisher else ""
    own = " (own data)" if source.own else ""
    return f"{publisher}{between}{ctx.brief.quoted(title)}{own}"


KIND = Kind(
    name="sources",
    fields=Sources,
    compose=compose,
    title="optional",
    generated=True,
    called=Named("出处", "出處", "Sources"),
)
