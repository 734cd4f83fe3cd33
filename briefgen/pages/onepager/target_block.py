"""Turn targets into tables side by side, one for each time until which they are to be reached."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefgen.brief.model import Ref, Text
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import Block, heading, heading_height, height_of, on_one_line
from briefgen.pages.onepager.measure import columns, grid
from briefgen.pages.onepager.plan import Plan
from briefgen.parts.aims import under_title
from briefgen.parts.context import Context
from briefgen.parts.text import para, set_in
from briefgen.record import Record
from briefgen.scene.items import Cell, Item, Stroke, Table
from briefgen.scene.names import Name
from briefgen.theme.model import Step
from briefgen.typography.paragraph import place
from briefgen.typography.text import Paragraph, Run, Style

_INSETS = (0, pt(3), 0, pt(3))
# How far what a target is stands from its value.
_APART = pt(8)
_STRETCH = mm(1.2)


class _Part(Record):
    """Targets of one time, as far as they stand in one column."""

    period: str
    refs: tuple[Ref, ...]


class _Lanes(Record):
    """The tables, column by column, and what they need: a row's height and that of the highest."""

    lanes: tuple[tuple[_Part, ...], ...]
    row: int
    tall: int


def targets(ctx: Context, plan: Plan, width: int) -> Block | None:
    """What is aimed at, how much, until when; the values stand below each other."""
    page, density = ctx.brief.page, plan.density
    if not page.targets:
        return None
    title: Text | str = page.targets_title or ctx.say("目标与任务", "Targets")
    head = plan.says(title) if isinstance(title, Text) else title
    made = _lanes(ctx, plan, width)
    rows = max(sum(1 + len(part.refs) for part in lane) for lane in made.lanes)
    top = heading_height(ctx, head, density, width)

    def draw(rect: Rect) -> tuple[Item, ...]:
        items, y = heading(ctx, Name("goal"), head, density, rect)
        row = made.row + max(0, rect.bottom - y - made.tall) // rows
        room = Rect(rect.x, y, rect.w, rect.bottom - y)
        for lane, area in zip(
            made.lanes, columns(room, len(made.lanes), density.text), strict=True
        ):
            at = area.y
            for part in lane:
                name = Name("targets", len(items) - 1)
                items += (_table(ctx, plan, part, Rect(area.x, at, area.w, 0), row, name),)
                at += row * (1 + len(part.refs))
        return items

    return Block(
        height=top + made.tall,
        draw=draw,
        stretch=rows * _STRETCH,
        share=25,
        named="targets-are",
        mark=page.targets[0].mark,
        flex=round(made.tall * 0.8 * density.spare),
    )


def _lanes(ctx: Context, plan: Plan, width: int) -> _Lanes:
    """The targets in as many columns as the topics have, if each of them stays on one line."""
    refs, body = ctx.brief.page.targets, plan.density.body
    times = [
        _Part(period, tuple(each)) for period, each in groupby(refs, lambda r: ctx.period(r.id))
    ]
    names = [_name(ctx, plan, ref) for ref in refs]
    value = _widest(ctx, [_value(ctx, ref.id, body) for ref in refs], width)
    room, across = width, 1
    for across in range(min(max(2, plan.density.across), len(refs)), 0, -1):
        room = grid(width, across, plan.density.text)[0] - _APART - value
        if all(on_one_line(ctx, name, room) for name in names):
            break
    lines = max(height_of(ctx, (name,), room) for name in names)
    row = lines + _INSETS[1] + _INSETS[3]
    lanes = _split(times, across)
    tall = max(sum(1 + len(part.refs) for part in lane) for lane in lanes) * row
    return _Lanes(lanes, row, tall)


def _split(times: Sequence[_Part], across: int) -> tuple[tuple[_Part, ...], ...]:
    """The targets in so many columns at most, in their order, the highest as low as can be.

    What goes on in the next column has its time above it there too.
    """
    rows = sum(1 + len(part.refs) for part in times)
    for most in range(max(2, -(-rows // across)), rows + 1):
        lanes: list[tuple[_Part, ...]] = [()]
        free = most
        for part in times:
            rest = part.refs
            while rest:
                if free < 2:
                    lanes.append(())
                    free = most
                now, rest = rest[: free - 1], rest[free - 1 :]
                lanes[-1] = (*lanes[-1], _Part(part.period, now))
                free -= 1 + len(now)
        if len(lanes) <= across:
            break
    return tuple(lanes)


def _table(ctx: Context, plan: Plan, part: _Part, rect: Rect, row: int, name: Name) -> Table:
    """The targets of one time as a table; `rect` is where it begins and how wide it is."""
    note, body = plan.density.note, plan.density.body
    period = part.period or ctx.say("指标", "Target")
    how_much = para(ctx.say("数值", "Value"), note, colour="ink2", align="right")
    values = [_value(ctx, ref.id, body) for ref in part.refs]
    wide = _widest(ctx, [how_much, *values], rect.w)
    rows = [(para(period, note, bold=True, colour="ink2"), how_much)]
    rows += [(_name(ctx, plan, ref), value) for ref, value in zip(part.refs, values, strict=True)]
    cells: list[tuple[Cell, ...]] = []
    for number, (left, right) in enumerate(rows):
        area = Rect(rect.x, rect.y + number * row, rect.w - wide, row)
        beside = Rect(area.right, area.y, wide, row)
        cells.append((_cell(ctx, left, area), _cell(ctx, right, beside)))
    told = ctx.brief.page.targets_title or ctx.say("目标与任务", "Targets")
    return Table(
        name=name,
        rect=Rect(rect.x, rect.y, rect.w, row * len(rows)),
        columns=(rect.w - wide, wide),
        heights=(row,) * len(rows),
        cells=tuple(cells),
        alt=ctx.say(f"表格：{told}，{period}", f"Table: {told}, {period}"),
        header=True,
        rule=Stroke("line", pt(0.75)),
        rule_head=Stroke("ink", pt(1)),
    )


def _cell(ctx: Context, said: Paragraph, area: Rect) -> Cell:
    text = set_in(ctx, (said,), area.w)
    return Cell(
        paragraphs=text.paragraphs,
        lines=place(text, area, _INSETS, "middle"),
        anchor="middle",
        insets=_INSETS,
    )


def _name(ctx: Context, plan: Plan, ref: Ref) -> Paragraph:
    return para(ctx.label(ref.id), plan.density.body, short=plan.short)


def _value(ctx: Context, id: str, size: Step) -> Paragraph:
    """A target's value in one size, its qualifier light."""
    shown = ctx.shown(id)
    light, strong = Style(size.size, colour="ink2"), Style(size.size, True)
    parts = (
        (shown.before, light),
        (shown.number, strong),
        (shown.unit, strong),
        (shown.after, light),
    )
    runs = tuple(Run(text, style, id) for text, style in parts if text)
    made = Paragraph(runs, size.leading, "right")
    return under_title(made, ctx.brief.page.targets_title)


def _widest(ctx: Context, said: Sequence[Paragraph], width: int) -> int:
    """How wide the widest of some short texts is (EMU)."""
    lines = (line for each in said for line in set_in(ctx, (each,), width).lines)
    return min(width // 2, max((line.width for line in lines), default=0) + pt(1))
