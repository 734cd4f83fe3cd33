"""Turn tasks and the periods that they take into a table with a bar in each row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Segment, Slide, Text, Word
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.nearest import nearest
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.spread import spread
from briefgen.parts.table import Grid, natural_widths, table
from briefgen.parts.text import Wanted, lines_in, para, set_boxes, set_in
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Group, Item, Page, Rule, Shape, Stroke, Table
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Align, Paragraph

# Tasks on one slide; the least and the most of the width that their names have, in percent.
_MOST, _NARROW, _WIDE = 10, 16, 36
# What is free beside periods that have no more room.
_CLOSE = pt(2)
_STEPS = tuple(DECK[name] for name in ("head", "body", "dense", "small"))
# How high a bar is at least, in a low row, and at the most; the share of a high row that it takes,
# in percent; and the side of the sign of a moment.
_BAR, _HIGHEST, _TAKEN, _MOMENT = pt(26), pt(48), 54, pt(18)
# A bar is so far from the edges of its periods; words from its ends.
_INSET, _BESIDE = pt(4), pt(6)


class Task(Record):
    """A task: its name, the period in which it begins, and that in which it ends."""

    name: Annotated[Text, Doc("What is done.")]
    start: Annotated[Word, Doc("The period in which it begins: as it is called, or its number.")]
    until: Annotated[Word | None, Doc("The period in which it ends; the same if absent.")] = None
    text: Annotated[Text | None, Doc("A few words on its bar.")] = None
    key: Annotated[bool, Doc("Whether it is what the title is about.")] = False
    moment: Annotated[bool, Doc("Whether it is a moment at the end of its period.")] = False
    mark: Mark = NOWHERE


class Gantt(Record):
    """Two to twelve periods across, and a task in each row with a bar over those that it takes;
    ten fill a slide, more go on."""

    periods: Annotated[
        tuple[Text, ...], Length(2, 12), Doc("Months, quarters: what they are called.")
    ]
    tasks: Annotated[
        tuple[Task, ...], Length(1, 40), Doc("{name, start, until, text, key, moment}.")
    ]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


class _Row(Record):
    """A task with its first and last period, from 0."""

    task: Task
    first: int
    last: int


def compose(fields: Gantt, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    rows = [row for task in fields.tasks if (row := _row(ctx, fields.periods, task))]
    if len(rows) < len(fields.tasks):
        return (framed(ctx, slide, "title-only", (), note=fields.note),)
    area = ctx.canvas.noted if fields.note else ctx.canvas.body

    def page(ctx: Context, slide: Slide, part: Sequence[_Row]) -> Page:
        made = _table(ctx, fields, slide, part, area, ())
        # Words that have no room beside their bar stand behind the name of their task.
        homeless = [n for n, row in enumerate(part) if row.task.text and not _spot(ctx, made, row)]
        if homeless:
            made = _table(ctx, fields, slide, part, area, homeless)
        # What is too tall for the slide was told, and has no bars beyond its foot.
        drawn = _bars(ctx, made, part, homeless) if made.rect.bottom <= area.bottom else []
        told = ctx.say("；", "; ").join(_told(ctx, fields.periods, row) for row in part)
        items: list[Item] = [made, Group(Name("gantt"), tuple(drawn), told)]
        return framed(ctx, slide, "title-only", items, note=fields.note)

    return spread(ctx, slide, rows, _MOST, page)


def _table(
    ctx: Context,
    fields: Gantt,
    slide: Slide,
    part: Sequence[_Row],
    area: Rect,
    homeless: Sequence[int],
) -> Table:
    """The tasks with a cell for each period; those of `homeless` say their words themselves."""
    blank = [""] * len(fields.periods)
    names = [
        _with_words(ctx, row.task) if n in homeless else row.task.name for n, row in enumerate(part)
    ]
    header: tuple[Text | str, ...] = ("", *fields.periods)
    rows: list[tuple[Text | str, ...]] = [(name, *blank) for name in names]

    def widths(step: Step) -> tuple[int, ...]:
        """Names as wide as they are, within limits, and with room for periods on one line; all
        periods alike."""
        wide = natural_widths(ctx, header, rows, area.w * 9, step, (0,), range(len(header)))
        most = min(area.w * _WIDE // 100, area.w - max(wide[1:]) * len(fields.periods))
        name = max(min(wide[0], most), area.w * _NARROW // 100)
        return (name, *((area.w - name) // len(fields.periods) for _ in fields.periods))

    grid = Grid(
        name=Name("table"),
        header=header,
        rows=rows,
        widths=widths,
        side=_side(ctx, fields.periods, area.w * (100 - _NARROW) // 100),
        alt=ctx.say(f"进度表：{slide.title}", f"Schedule: {slide.title}"),
        bold=(0,),
        mark=slide.mark,
    )
    return table(ctx, grid, area, _STEPS)


def _side(ctx: Context, periods: Sequence[Text], width: int) -> int:
    """What stays free beside words in columns that share a width: less where a period would be
    broken."""
    usual = _INSET
    heads = [(para(period, DECK["caption"], bold=True),) for period in periods]
    room = width // len(periods) - 2 * usual
    return usual if all(lines_in(ctx, each, room) == 1 for each in heads) else _CLOSE


def _with_words(ctx: Context, task: Task) -> Text:
    """The name of a task, and its words behind it."""
    said = task.text.segments if task.text else ()
    return replace(
        task.name, segments=(*task.name.segments, Segment(ctx.say("：", ": ")), *said), short=None
    )


def _row(ctx: Context, periods: Sequence[Text], task: Task) -> _Row | None:
    """A task with its periods; None, with a problem, where they are none."""
    names = [str(period) for period in periods]

    def at(word: Word) -> int | None:
        if word.text in names:
            return names.index(word.text)
        if word.text.isdecimal() and 1 <= int(word.text) <= len(names):
            return int(word.text) - 1
        offer = nearest(word.text, names)
        ctx.problems.add("gantt-no-period", word.mark, name=word.text, offer=offer)
        return None

    first = at(task.start)
    last = at(task.until) if task.until else first
    if first is None or last is None:
        return None
    if last < first:
        ctx.problems.add("gantt-ends-before", task.mark, first=names[first], last=names[last])
        return None
    return _Row(task, first, last)


def _bars(ctx: Context, made: Table, rows: Sequence[_Row], homeless: Sequence[int]) -> list[Item]:
    """A bar over the periods of each task, or the sign of a moment, and its words; hairlines
    between periods."""
    edges = _edges(made)
    tops = [made.rect.y, *(made.rect.y + each for each in accumulate(made.heights))]
    items: list[Item] = [
        Rule(Name("grid-line", n), x, tops[1], x, tops[-1], Stroke("line", pt(0.75)))
        for n, x in enumerate(edges[1:-1], 1)
    ]
    words: list[Wanted] = []
    for number, row in enumerate(rows, 1):
        left, right = _ends(edges, row)
        tall = max(_BAR, min(_HIGHEST, made.heights[number] * _TAKEN // 100))
        high = _MOMENT if row.task.moment else tall
        place = Rect(left, (tops[number] + tops[number + 1] - high) // 2, right - left, high)
        colour = _colour(row)
        if row.task.moment:
            items.append(Shape(Name("milestone", number), place, geometry="ellipse", fill=colour))
        else:
            items.append(Shape(Name("span", number), place, fill=colour))
        if row.task.text and number - 1 not in homeless:
            words.append(_said(ctx, number, made, row, place))
    return [*items, *set_boxes(ctx, words)]


def _colour(row: _Row) -> Token:
    return "primary" if row.task.key else "muted"


def _edges(made: Table) -> list[int]:
    """Where the columns of the table begin and end."""
    return [made.rect.x, *(made.rect.x + each for each in accumulate(made.columns))]


def _ends(edges: Sequence[int], row: _Row) -> tuple[int, int]:
    """Where the bar of a task begins and ends, or the sign of a moment."""
    left, right = edges[row.first + 1] + _INSET, edges[row.last + 2] - _INSET
    return (right - _MOMENT, right) if row.task.moment else (left, right)


def _spot(ctx: Context, made: Table, row: _Row) -> tuple[int, int, Align] | None:
    """Where the words of a task begin and end, and against which side: on its bar, right or left
    of it; None where they are too long for either."""
    edges = _edges(made)
    left, right = _ends(edges, row)
    text = para(row.task.text or "", DECK["dense"])
    lines = set_in(ctx, (text,), made.rect.w * 9).lines
    wide = max((line.width for line in lines), default=0) * 11 // 10 + pt(4)
    spots: list[tuple[int, int, Align]] = [
        (right + _BESIDE, edges[-1], "left"),
        (edges[1] + _BESIDE, left - _BESIDE, "right"),
    ]
    if not row.task.moment:
        spots.insert(0, (left + _BESIDE, right - _INSET, "left"))
    return next((spot for spot in spots if wide <= spot[1] - spot[0]), None)


def _said(ctx: Context, number: int, made: Table, row: _Row, bar: Rect) -> Wanted:
    """The words of a task, as high as its bar."""
    start, end, align = _spot(ctx, made, row) or (bar.x, bar.right, "left")
    on_bar = bar.x <= start < bar.right
    ink: Token = ctx.theme.readable(_colour(row)) if on_bar else "ink"
    text = row.task.text or row.task.name

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, DECK["dense"], colour=ink, align=align, short=short),)

    middle = bar.y + bar.h // 2 - _BAR // 2
    place = Rect(start, middle, end - start, _BAR)
    return Wanted(Name("span-text", number), place, make, anchor="middle", lines=1, mark=text.mark)


def _told(ctx: Context, periods: Sequence[Text], row: _Row) -> str:
    """A task and when it is done, in words."""
    first, last = periods[row.first], periods[row.last]
    when = (
        str(first) if row.first == row.last else ctx.say(f"{first}至{last}", f"{first} to {last}")
    )
    return f"{row.task.name}{ctx.say('，', ', ')}{when}"


KIND = Kind(
    name="gantt", fields=Gantt, compose=compose, called=Named("甘特图", "甘特圖", "Gantt chart")
)
