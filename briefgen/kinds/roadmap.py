"""Turn work on several lines over several phases into a roadmap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Slide, Text
from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.rows import rule_below
from briefgen.parts.text import Wanted, down, para, set_boxes
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Geometry, Group, Item, Page, Slot, Stroke
from briefgen.scene.layouts import ROADMAP_PHASES
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.typography.text import Paragraph

_LANE = pt(132)
_HEAD = pt(44)
_GAP = pt(8)
_NAME = pt(32)
# The outlines of what is done, whose ground alone is faint, and of a goal.
_BEGUN, _AIMED = Stroke("muted", pt(0.75)), Stroke("primary", pt(1.5), dashed=True)


class Task(Record):
    """A piece of work, and the phases that it takes."""

    text: Annotated[Text, Doc("What is done, up to 30 characters a phase.")]
    phase: Annotated[int, Doc("The phase in which it begins, counted from 1.")]
    until: Annotated[int, Doc("The phase in which it ends, where that is a later one.")] = 0
    target: Annotated[bool, Doc("Whether it is a goal, not yet begun.")] = False
    mark: Mark = NOWHERE

    @property
    def last(self) -> int:
        return self.until or self.phase


class Lane(Record):
    """One line of work."""

    name: Annotated[Text, Doc("Its name, up to 10 characters.")]
    tasks: Annotated[tuple[Task, ...], Length(1, 4), Doc("{text, phase, until}, in order.")]


class Roadmap(Record):
    """One to four lines of work over two to four phases; a piece of work may span several."""

    phases: Annotated[tuple[Text, ...], Length(2, 4), Doc("The phases, first to last.")]
    lanes: Annotated[tuple[Lane, ...], Length(1, 4), Doc("The lines of work: {name, tasks}.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Roadmap, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    if not _sound(fields, ctx):
        return (framed(ctx, slide, "title-only", ()),)
    area = ctx.canvas.noted if fields.note else ctx.canvas.body
    count = len(fields.lanes)
    narrow = ctx.canvas.narrow
    grid = area if narrow else area.inset(_LANE + _GAP, 0, 0, 0)
    columns = grid.columns(len(fields.phases), _GAP)
    high = min(area.h, _HEAD + count * (pt(132) + _GAP))
    below = Rect(area.x, area.y + _HEAD + _GAP, area.w, high - _HEAD - _GAP)
    lots = below.rows(count, _GAP)
    # Names of lanes stand beside their work, or where there is no room for that above it.
    labels = [replace(lot, h=_NAME) if narrow else replace(lot, w=_LANE) for lot in lots]
    rows = [lot.inset(0, _NAME + _GAP // 2, 0, 0) if narrow else lot for lot in lots]
    heads = [
        _box(
            Name("phase", n), Rect(c.x, area.y, c.w, _HEAD), text, "surface2", "ink", "pentagon", 1
        )
        for n, (text, c) in enumerate(zip(fields.phases, columns, strict=True), 1)
    ]
    names = [
        _box(
            Name("lane", n),
            at,
            lane.name,
            "primary",
            "white",
            lines=1 if narrow else 3,
        )
        for n, (lane, at) in enumerate(zip(fields.lanes, labels, strict=True), 1)
    ]
    places = [
        (number, task, _span(columns, task, row))
        for number, (lane, row) in enumerate(zip(fields.lanes, rows, strict=True), 1)
        for task in lane.tasks
    ]
    tasks = [_task(task, rect, lane) for lane, task, rect in places]
    items: list[Item] = [Group(Name("phases"), set_boxes(ctx, heads, 3))]
    done = list(zip(places, set_boxes(ctx, tasks, 3), strict=True))
    for number, (name, row) in enumerate(zip(set_boxes(ctx, names, 3), rows, strict=True), 1):
        items += [name, *(box for (lane, _, _), box in done if lane == number)]
        if number < count:
            items.append(rule_below(number, row, _GAP))
    return (framed(ctx, slide, "title-only", items, note=fields.note),)


def _sound(fields: Roadmap, ctx: Context) -> bool:
    """Whether every piece of work stands in phases that there are, and none on another."""
    sound = True
    count = len(fields.phases)
    for lane in fields.lanes:
        taken: set[int] = set()
        for task in lane.tasks:
            if not 1 <= task.phase <= task.last <= count:
                ctx.problems.add(
                    "roadmap-no-phase", task.mark, first=task.phase, last=task.last, count=count
                )
                sound = False
                continue
            span = set(range(task.phase, task.last + 1))
            if span & taken:
                name, where = str(lane.name), min(span & taken)
                ctx.problems.add("roadmap-two-tasks", task.mark, lane=name, phase=where)
                sound = False
            taken |= span
    return sound


def _span(columns: Sequence[Rect], task: Task, row: Rect) -> Rect:
    left, right = columns[task.phase - 1], columns[task.last - 1]
    return Rect(left.x, row.y, right.right - left.x, row.h)


def _box(
    name: Name,
    rect: Rect,
    text: Text,
    fill: Fill,
    colour: Token,
    geometry: Geometry = "rect",
    lines: int = 2,
) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = down("body", level)
        return (para(text, size, bold=True, colour=colour, short=short),)

    inner = (pt(12), 0, pt(26) if geometry == "pentagon" else pt(8), 0)
    return Wanted(
        name,
        rect,
        make,
        anchor="middle",
        insets=inner,
        geometry=geometry,
        fill=fill,
        lines=lines,
        mark=text.mark,
    )


def _task(task: Task, rect: Rect, lane: int) -> Wanted:
    """A piece of work in its phases; a goal has a dashed outline instead of a ground."""
    slot = Slot("body", (lane - 1) * ROADMAP_PHASES + task.phase)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(task.text, down("body", level), strong="ink", short=short),)

    return Wanted(
        Name("task", lane, within=task.phase),
        rect,
        make,
        slot=slot,
        anchor="middle",
        insets=(pt(12), pt(6), pt(10), pt(6)),
        fill="" if task.target else "surface",
        stroke=_AIMED if task.target else _BEGUN,
        mark=task.text.mark,
    )


KIND = Kind(
    name="roadmap", fields=Roadmap, compose=compose, called=Named("路线图", "路線圖", "Roadmap")
)
