"""Turn tasks and the periods that they take into a table with a bar in each row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Slide, Text, Word
from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.nearest import nearest
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.spread import spread
from briefgen.parts.table import Grid, table
from briefgen.parts.text import Wanted, down, para, set_boxes, set_in
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record
from briefgen.scene.items import Group, Item, Page, Rule, Shape, Stroke, Table
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# Tasks on one slide; the widths of the columns of names and of one period, against each other.
_MOST, _NAMES, _PERIODS = 10, 26, 74
_STEPS = tuple(DECK[name] for name in ("body", "dense", "small"))
# How high a bar is in its row, and the side of the sign of a moment.
_BAR, _MOMENT = pt(22), pt(18)
_INSET = pt(4)


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
        blank = [""] * len(fields.periods)
        share = max(1, _PERIODS * 10 // len(fields.periods))
        grid = Grid(
            name=Name("table"),
            header=("", *fields.periods),
            rows=[(row.task.name, *blank) for row in part],
            widths=(_NAMES * 10, *(share for _ in fields.periods)),
            alt=ctx.say(f"进度表：{slide.title}", f"Schedule: {slide.title}"),
            bold=(0,),
            mark=slide.mark,
        )
        made = table(ctx, grid, area, _STEPS)
        drawn = _bars(ctx, made, part)
        told = ctx.say("；", "; ").join(_told(ctx, fields.periods, row) for row in part)
        items: list[Item] = [made, Group(Name("gantt"), tuple(drawn), told)]
        return framed(ctx, slide, "title-only", items, note=fields.note)

    return spread(ctx, slide, rows, _MOST, page)


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


def _bars(ctx: Context, made: Table, rows: Sequence[_Row]) -> list[Item]:
    """A bar over the periods of each task, or the sign of a moment; hairlines between periods."""
    edges = [made.rect.x, *(made.rect.x + each for each in accumulate(made.columns))]
    tops = [made.rect.y, *(made.rect.y + each for each in accumulate(made.heights))]
    items: list[Item] = [
        Rule(Name("grid-line", n), x, tops[1], x, tops[-1], Stroke("line", pt(0.75)))
        for n, x in enumerate(edges[1:-1], 1)
    ]
    words: list[Wanted] = []
    for number, row in enumerate(rows, 1):
        colour: Token = "primary" if row.task.key else "muted"
        middle = (tops[number] + tops[number + 1]) // 2
        left, right = edges[row.first + 1] + _INSET, edges[row.last + 2] - _INSET
        if row.task.moment:
            half = _MOMENT // 2
            place = Rect(right - _MOMENT, middle - half, _MOMENT, _MOMENT)
            items.append(Shape(Name("milestone", number), place, geometry="ellipse", fill=colour))
            continue
        place = Rect(left, middle - _BAR // 2, right - left, _BAR)
        items.append(Shape(Name("span", number), place, fill=colour))
        if row.task.text:
            words.append(_said(ctx, number, row.task.text, place, edges[-1], colour))
    return [*items, *set_boxes(ctx, words, 1)]


def _said(ctx: Context, number: int, text: Text, bar: Rect, end: int, colour: Fill) -> Wanted:
    """Words on a bar, or right of it where it is too short for them."""
    step = DECK["small"]
    wide = max(
        (line.width for line in set_in(ctx, (para(text, step),), bar.w * 9).lines), default=0
    )
    within = wide * 11 // 10 + pt(12) <= bar.w
    place = bar.inset(pt(6), 0, pt(2), 0)
    if not within:
        place = Rect(bar.right + pt(6), bar.y, max(end - bar.right - pt(6), pt(20)), bar.h)
    ink = ctx.theme.readable(colour or "muted") if within else "ink"

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, down("small", level), colour=ink, short=short),)

    return Wanted(Name("text", number), place, make, anchor="middle", lines=1, mark=text.mark)


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
