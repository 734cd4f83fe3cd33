"""Turn figures and the targets that they are to reach into bars on a track: each row to scale.

A track is as long as its own target; a bar that has passed it goes beyond. What is left is worked
out, and said so, where both figures are exact: of what is over or about a value, nobody knows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.graphic import Graphic
from briefgen.brief.model import Segment, Text
from briefgen.colours import Token
from briefgen.facts.numerals import write_chinese
from briefgen.facts.quantity import amount, display, read
from briefgen.geometry import Rect
from briefgen.parts.context import Context
from briefgen.parts.graphics.drawing import Drawing, Label, Point, Scale, width_of
from briefgen.parts.text import label
from briefgen.record import Record
from briefgen.scene.items import Item, Rule, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import Step
from briefgen.typography.text import Align

LEAST, MOST = 1, 7
# The highest bar, in 1/100 of a bead: between words, and below all of them.
_BAR, _LOW_BAR = 120, 70


class _Row(Record):
    """A row's point, its words for where it is and where it is to be, and what is left ("" where
    that is not known)."""

    point: Point
    now: str
    goal: str
    left: str


def draw(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> Drawing:
    """A row for each figure: its name above the bar, value and target below it; where rows are
    low, all of these above the bar."""
    rows = [_row(ctx, point) for point in points]
    gap = scale.gap // 3
    room = rect.h // len(rows)
    name, note = _steps(ctx, rows, rect.w, room, scale)
    low = note is None
    words = name.leading + gap + (note.leading if note else 0) + gap
    bar = scale.bead * (_LOW_BAR if low else _BAR) // 100
    high = min(bar, max(scale.bead // 6, room - words - gap))
    tall = words + high
    apart = max(0, min(3 * scale.gap, (rect.h - len(rows) * tall) // max(1, len(rows) - 1)))
    top = rect.y + max(0, (rect.h - len(rows) * tall - (len(rows) - 1) * apart) // 2)
    marks: list[Item] = []
    labels = []
    for number, row in enumerate(rows, 1):
        line = Rect(rect.x, top + (number - 1) * (tall + apart), rect.w, name.leading)
        track = Rect(rect.x, line.bottom + gap, rect.w, high)
        marks += _bar(ctx, row, number, track, scale)
        if note is None:
            line = _beside(ctx, row, number, line, name, marks)
        else:
            below = Rect(rect.x, track.bottom + gap, rect.w, note.leading)
            marks += _told(ctx, row, number, below, note)
        named = Point(text=row.point.text, note=None if low else row.point.note)
        labels.append(Label(point=named, number=number, rect=line, inline=True))
    said = ctx.say("；", "; ").join(_spoken(ctx, row) for row in rows)
    return Drawing(marks=tuple(marks), labels=tuple(labels), said=said, schematic=False)


def _steps(
    ctx: Context, rows: Sequence[_Row], width: int, room: int, scale: Scale
) -> tuple[Step, Step | None]:
    """The steps of names, and of values below the bars: None where these stand beside the names,
    in low rows whose words all fit on one line."""
    gap, least = 2 * (scale.gap // 3), scale.bead // 3
    name, note = scale.names[0], scale.notes[0]
    if name.leading + note.leading + gap + least <= room:
        return name, note
    name, close = scale.names[-2], scale.names[-1]
    fits = all(
        width_of(ctx, row.point.text, name) + width_of(ctx, _both(ctx, row), name, False) <= width
        for row in rows
    )
    if fits or 2 * close.leading + gap + least // 2 > room:
        return name, None
    return close, scale.notes[-1]


def _both(ctx: Context, row: _Row) -> Text:
    """Value and target on one line."""
    goal = ctx.say("，", ", ") + _aim(ctx, row)
    return Text((Segment(row.now, row.point.figure), Segment(goal, row.point.target)))


def _beside(
    ctx: Context, row: _Row, number: int, line: Rect, step: Step, marks: list[Item]
) -> Rect:
    """Value and target at the right of a line; what they leave of it to the name."""
    text = _both(ctx, row)
    wide = width_of(ctx, text, step, False)
    place = Rect(line.right - wide, line.y, wide, line.h)
    marks.append(
        label(ctx, Name("value", number), place, text, step, colour="ink2", align="right", lines=1)
    )
    return Rect(line.x, line.y, line.w - wide, line.h)


def _row(ctx: Context, point: Point) -> _Row:
    now, goal = ctx.figure(point.figure).quantity, ctx.figure(point.target).quantity
    left = ""
    if not now.qualifier and not goal.qualifier and amount(goal) > amount(now):
        digits, scale = write_chinese(amount(goal) - amount(now))
        rest = display(read(f"{digits}{scale}{now.unit}"), ctx.brief.tag)
        left = ctx.say(f"还差{rest}（推算）", f"{rest} to go (derived)")
    return _Row(point, str(ctx.shown(point.figure)), str(ctx.shown(point.target)), left)


def _spoken(ctx: Context, row: _Row) -> str:
    left = ctx.say(f"，{row.left}", f", {row.left}") if row.left else ""
    return ctx.say(
        f"{row.point.text}：{row.now}，{_aim(ctx, row)}{left}",
        f"{row.point.text}: {row.now}, {_aim(ctx, row)}{left}",
    )


def _aim(ctx: Context, row: _Row) -> str:
    """A target, called so where it does not say that by itself (a target of 100 km)."""
    called = ctx.say("目标", "target")
    return row.goal if called in row.goal else called + ctx.say("", " ") + row.goal


def _bar(ctx: Context, row: _Row, number: int, track: Rect, scale: Scale) -> tuple[Item, ...]:
    now = amount(ctx.figure(row.point.figure).quantity)
    goal = amount(ctx.figure(row.point.target).quantity)
    most = max(now, goal)
    reached = round(track.w * now / most)
    aim = track.x + round(track.w * goal / most)
    # A plan is outlined as what it is, and not filled.
    dashed = Stroke("ink2", scale.thin, dashed=True)
    whole = Shape(
        Name("track", number), Rect(track.x, track.y, aim - track.x, track.h), stroke=dashed
    )
    filled: Token = "primary"
    bar = Shape(Name("reached", number), Rect(track.x, track.y, reached, track.h), fill=filled)
    flag = Stroke("ink", scale.thin * 2)
    over = scale.gap // 3
    aimed = Rule(Name("graphic-aim", number), aim, track.y - over, aim, track.bottom + over, flag)
    return whole, bar, aimed


def _told(ctx: Context, row: _Row, number: int, place: Rect, step: Step) -> tuple[Item, ...]:
    """Value, rest and target below the bar; the rest only where there is room for it."""
    goal = _aim(ctx, row)
    first, last = width_of(ctx, row.now, step), width_of(ctx, goal, step, False)
    items: list[Item] = [
        _words(
            ctx,
            Name("value", number),
            Rect(place.x, place.y, first, place.h),
            row.now,
            row.point.figure,
            step,
            "left",
            bold=True,
        ),
        _words(
            ctx,
            Name("goal", number),
            Rect(place.right - last, place.y, last, place.h),
            goal,
            row.point.target,
            step,
            "right",
        ),
    ]
    between = Rect(place.x + first, place.y, place.w - first - last, place.h)
    if row.left and width_of(ctx, row.left, step, False) <= between.w:
        name = Name("rest", number)
        items.append(_words(ctx, name, between, row.left, "", step, "center"))
    return tuple(items)


def _words(
    ctx: Context,
    name: Name,
    place: Rect,
    words: str,
    figure: str,
    step: Step,
    align: Align,
    bold: bool = False,
) -> Item:
    text = Text((Segment(words, figure),))
    colour: Token = "ink" if bold else "ink2"
    return label(ctx, name, place, text, step, bold=bold, colour=colour, align=align, lines=1)
