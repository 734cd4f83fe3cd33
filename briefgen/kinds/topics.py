"""Turn all topics into one map: effort, goal, leading figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from typing import Annotated, TypeVar

from briefgen.brief.hints import Cells, Doc, Length
from briefgen.brief.model import Slide, Text, Topic
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.figure_words import planned
from briefgen.parts.frame import framed
from briefgen.parts.spread import spread
from briefgen.parts.status import sign, status, statuses
from briefgen.parts.table import Grid, heights_of_rows, natural_widths, table
from briefgen.parts.table_words import Words
from briefgen.parts.text import height_in, para
from briefgen.record import Record, replace
from briefgen.scene.items import Group, Item, Page, Table
from briefgen.scene.motifs import drawn, pane
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.text import Paragraph, Run, Style

T = TypeVar("T")

# Topics that fill a slide.
_MOST = 8
# The sizes of a row's words, whose lines are close to each other, and what stands above and below.
_LARGE, _DENSE, _PAD = step(18, 22), step(16, 21), pt(3)
# What is tried in turn: sizes, and whether efforts are in their short wording.
_TRIES = ((_LARGE, False), (_LARGE, True), (_DENSE, False))
# The pane of a topic: its side, and how far the words stand from its left edge.
_PANE, _BESIDE = pt(26), pt(40)
# The narrowest that what a figure is may be, and what stands free at the edges of a cell.
_LABEL, _EDGES = pt(96), pt(16)
# Widths of labels that are tried are so far apart.
_TRIED = pt(8)

# What a column says of a topic.
_Sized = Callable[[Step], tuple[Paragraph, ...]]
_Make = Callable[[Topic], tuple[Paragraph, ...]]


class Topics(Record):
    """All topics, a row each: the effort (else the name), the goal it leads to, its first figure;
    columns that would be empty are left out. Eight fill a slide; more go on further slides."""

    header: Annotated[
        tuple[Text, ...], Length(0, 3), Cells(), Doc("Other words for effort, goal and figure.")
    ] = ()
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Topics, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    said: tuple[Text | str, ...] = fields.header or (
        ctx.say("举措", "Effort")
        if any(str(t.effort) for t in ctx.brief.topics)
        else ctx.say("专题", "Topic"),
        ctx.say("目标", "Goal"),
        ctx.say("标志性数字", "Leading figure"),
    )
    if len(said) < 3:
        said = (*said, *("",) * (3 - len(said)))
    # The figure and what it is stand in columns of their own: numerals on one edge.
    full = _full(ctx.brief.topics)
    header = full.of(*said, "")
    # On a narrow canvas the two stand in one.
    merged = full.all and ctx.canvas.narrow

    def page(ctx: Context, slide: Slide, topics: Sequence[Topic]) -> Page:
        marked = drawn(ctx.theme, len(ctx.brief.topics))
        left = _BESIDE if marked else 0
        area = ctx.canvas.noted.inset(left, 0, 0, 0)

        def grid(short: bool) -> Grid:
            rows = [full.of(*_cells(ctx, topic, short)) for topic in topics]
            if merged:
                pairs = zip(rows, topics, strict=True)
                rows = [(*row[:-2], _both(ctx, topic)) for row, topic in pairs]
            return Grid(
                name=Name("topics"),
                header=header[:-1] if merged else header,
                rows=rows,
                widths=cache(
                    partial(_widths, ctx, header, area.w, short)
                    if full.all
                    else partial(natural_widths, ctx, header, rows, area.w, bold=(full.bold,))
                ),
                alt=ctx.say(f"表格：{slide.title}", f"Table: {slide.title}"),
                bold=(full.bold,),
                right=(1 + full.goals,) if full.figures else (),
                pad=_PAD,
                mark=slide.mark,
            )

        made = _fitting(ctx, grid, area)
        items: list[Item] = [made]
        if marked:
            items.append(_panes(ctx, topics, made))
        shown = [topic.figures[0].id for topic in topics if topic.figures]
        marks = statuses(ctx, shown)
        return framed(ctx, slide, "title-only", items, note=fields.note, marks=marks)

    return spread(ctx, slide, ctx.brief.topics, _MOST, page)


class _Full(Record):
    """Which columns say anything: what is done always does, by the topic's name at the least."""

    goals: bool
    figures: bool

    @property
    def all(self) -> bool:
        return self.goals and self.figures

    @property
    def bold(self) -> int:
        """The column that is set bold: the goals, where there are any."""
        return int(self.goals)

    def of(self, *row: T) -> tuple[T, ...]:
        """Those of the four cells of a row that stand in these columns."""
        there = (True, self.goals, self.figures, self.figures)
        return tuple(cell for cell, has in zip(row, there, strict=True) if has)


def _full(topics: Sequence[Topic]) -> _Full:
    return _Full(
        goals=any(str(topic.goal) for topic in topics),
        figures=any(topic.figures for topic in topics),
    )


def _cells(ctx: Context, topic: Topic, short: bool) -> tuple[Words, ...]:
    shown: tuple[Words, ...] = partial(_figure, ctx, topic), partial(_label, ctx, topic)
    return _effort(topic, short), topic.goal, *shown


def _both(ctx: Context, topic: Topic) -> _Sized:
    """A topic's figure, and below it what that is, at the right as the figure."""

    def made(size: Step) -> tuple[Paragraph, ...]:
        below = (replace(p, align="right", level=1) for p in _label(ctx, topic, size))
        return (*_figure(ctx, topic, size), *below)

    return made


def _effort(topic: Topic, short: bool) -> Text:
    """What is done, else what the topic is called."""
    said = topic.effort if str(topic.effort) else topic.name
    return said.short if short and said.short else said


def _fitting(ctx: Context, grid: Callable[[bool], Grid], area: Rect) -> Table:
    """The table in the first way in which there is room for another row, and for more words in all
    of them; on a template, whose columns are narrow, in the one that breaks words in fewest rows.
    """
    if ctx.house and (able := list(_whole(ctx, grid, area))):
        _, size, short = min(able, key=lambda each: each[0])
        return table(ctx, grid(short), area, (size,))
    for size, short in _TRIES[:-1]:
        own = grid(short)
        needed, grown = heights_of_rows(ctx, own, area.w, size)
        if max(sum(needed) + max(needed[1:], default=0), sum(grown)) <= area.h:
            return table(ctx, own, area, (size,))
    size, short = _TRIES[-1]
    return table(ctx, grid(short), area, (size,))


def _whole(
    ctx: Context, grid: Callable[[bool], Grid], area: Rect
) -> Iterator[tuple[int, Step, bool]]:
    """The ways in which a table has room for another row, and how many rows have broken words."""
    for size, short in (*_TRIES, (_DENSE, True)):
        own = grid(short)
        needed, _ = heights_of_rows(ctx, own, area.w, size)
        if sum(needed) + max(needed[1:], default=0) <= area.h:
            yield sum(each >= 2 * (own.pad + size.leading) for each in needed[1:]), size, short


def _panes(ctx: Context, topics: Sequence[Topic], made: Table) -> Group:
    """Before each row its topic's pane of the window."""
    every = list(ctx.brief.topics)
    panes: list[Item] = []
    y = made.rect.y + made.heights[0]
    for topic, height in zip(topics, made.heights[1:], strict=True):
        square = Rect(ctx.canvas.noted.x, y + (height - _PANE) // 2, _PANE, _PANE)
        panes.append(pane(ctx.theme, square, every.index(topic) + 1, len(every)))
        y += height
    return Group(Name("topic-panes"), tuple(panes))


def _figure(ctx: Context, topic: Topic, size: Step) -> tuple[Paragraph, ...]:
    """A topic's first figure: whether it is achieved or aimed at, and how much."""
    if not topic.figures:
        return (para("—", size, colour="ink2", align="right"),)
    id = topic.figures[0].id
    mark = sign(status(ctx.figure(id)))
    runs = (
        Run(f"{mark} ", Style(size.size, False, "ink2")),
        Run(str(ctx.shown(id)), Style(size.size, True, "ink"), id),
    )
    return (Paragraph(runs, size.leading, "right"),)


def _label(ctx: Context, topic: Topic, size: Step) -> tuple[Paragraph, ...]:
    """What a topic's first figure is."""
    label = ctx.label(topic.figures[0].id) if topic.figures else ""
    return (para(label, DECK["caption"], colour="ink2"),)


def _widths(
    ctx: Context, header: Sequence[Text | str], width: int, short: bool, size: Step
) -> tuple[int, ...]:
    """The widths of the columns (EMU), alike on all pages: figures on one line, labels up to a
    fifth, the others as wide as they want. Where that is too much, those at which the rows together
    are lowest."""
    topics = ctx.brief.topics
    made: tuple[_Make, ...] = (
        lambda topic: (para(_effort(topic, short), size),),
        lambda topic: (para(topic.goal, size, bold=True),),
        partial(_figure, ctx, size=size),
        partial(_label, ctx, size=size),
    )

    def widest(make: _Make, head: Text | str) -> int:
        said = [para(head, size, bold=True)] if head else []
        return max(planned(ctx, p) for p in chain(said, *map(make, topics))) + _EDGES

    effort, goal, figure, label = map(widest, made, header)
    # Applications set hanzi and digits further apart than is planned.
    figure += figure // 12 if ctx.chinese else 0
    whole, label = label, min(label, width // 5)
    if ctx.canvas.narrow:
        figure = max(figure, label)
        goal = min(goal, (width - figure) * 2 // 5)
        return width - figure - goal, goal, figure
    spare = width - figure - label - goal - effort
    if spare >= 0:
        # What is left is for whole labels first.
        more = min(spare, whole - label)
        return effort + spare - more, goal, figure, label + more

    def shared(label: int) -> tuple[int, ...]:
        left = width - figure - label
        share = max(min(effort, left - min(goal, left // 2)), left - goal)
        return share, left - share, figure, label

    rows = [[make(topic) for make in made] for topic in topics]

    @cache
    def height(row: int, column: int, width: int) -> int:
        return height_in(ctx, rows[row][column], width - _EDGES)

    best, least = shared(_LABEL), 0
    for label in range(_LABEL, max(_LABEL, width // 4) + 1, _TRIED):
        widths, high = shared(label), 0
        for row in range(len(rows)):
            high += max([height(row, column, each) for column, each in enumerate(widths)])
            if least and high >= least:
                break
        else:
            best, least = widths, high
    return best


KIND = Kind(
    name="topics", fields=Topics, compose=compose, called=Named("专题总览", "專題總覽", "Topics")
)
