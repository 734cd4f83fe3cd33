"""Turn what is noted at horizontal bars into series of theirs, or into shapes over them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.annotate import Bracket, Callout, Level, Notes
from briefgen.parts.charts.drawing import place_beside, widest
from briefgen.parts.charts.marks import ChartMark
from briefgen.parts.charts.overlay import DASHED, NOTE, THIN, callout_box, group, pill, pill_width
from briefgen.parts.charts.plan import Plan
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, label, para, set_box
from briefgen.scene.items import LEVEL, Group, Item, Place, Rule, Series, Shape
from briefgen.scene.names import Name
from briefgen.typography.text import Paragraph

# What a bracket needs between two bars, and how far it stands from them.
GAP_FOR_NOTE, _AWAY = pt(38), pt(4)
# The widest lane that callouts have beside the bars.
_LANE = pt(180)


def lane(ctx: Context, notes: Notes, gap: int) -> int:
    """The width of the room right of the bars for what does not fit between them (EMU)."""
    wide = _callouts(ctx, notes)
    if gap < GAP_FOR_NOTE and notes.brackets:
        wide += max(pill_width(ctx, each.said) + pt(16) for each in notes.brackets)
    return wide


def _callouts(ctx: Context, notes: Notes) -> int:
    """The width of the lane of the callouts."""
    texts = [str(callout.text) for callout in notes.callouts]
    return min(_LANE, widest(ctx, texts, NOTE, True) * 9 // 8 + pt(40)) if texts else 0


def hollow(
    ctx: Context, plan: Plan, marks: Sequence[ChartMark], notes: Notes
) -> tuple[tuple[Series, ...], tuple[Item, ...]]:
    """The targets as dashed outlines behind which the bars fill up: as native series, drawn."""
    series: list[Series] = []
    items: list[Item] = []
    for level in notes.targets:
        at = _emptiest(plan)
        count = len(plan.categories)
        beyond = (plan.scale.values[0][at] or Decimal(0)) < level.value
        place: Place = "end" if beyond else "base"
        ink: Token = "ink" if beyond else ctx.theme.readable(marks[at].colour or "white")
        series.append(
            Series(
                name=level.name,
                values=(level.value,) * count,
                colours=("",),
                figures=(level.figure,) * count,
                formats=(level.code,) * count,
                places=tuple(place if c == at else "none" for c in range(count)),
                inks=(ink,) * count,
                named=(True,) * count,
                form="outline",
                label_size=NOTE.size,
            )
        )
        for mark in marks:
            bar = mark.form
            if isinstance(bar, Rect):
                rect = Rect(plan.at(Decimal(0)), bar.y, 0, bar.h)
                rect = Rect(rect.x, rect.y, plan.at(level.value) - rect.x, rect.h)
                items.append(Shape(Name("target-outline"), rect, stroke=LEVEL))
        items.append(_level_label(ctx, plan, level, marks[at], ink, beyond))
    return tuple(series), tuple(items)


def _emptiest(plan: Plan) -> int:
    """The shortest bar: beyond it there is most room."""
    values = [value or Decimal(0) for value in plan.scale.values[0]]
    return values.index(min(values))


def _level_label(
    ctx: Context, plan: Plan, level: Level, mark: ChartMark, ink: Token, beyond: bool
) -> Item:
    assert isinstance(mark.form, Rect)
    x = plan.at(level.value) if beyond else mark.form.x
    y = mark.form.y + mark.form.h // 2
    words = (level.name, level.said)
    rect = place_beside(ctx, x + pt(8), y, "\n".join(words), NOTE, "left")

    def make(down: int, short: bool) -> tuple[Paragraph, ...]:
        return tuple(para(each, NOTE, bold=True, colour=ink) for each in words)

    return set_box(ctx, Wanted(Name("value", of=level.name), rect, make, anchor="middle"))


def lying_notes(
    ctx: Context, plan: Plan, marks: Sequence[ChartMark], notes: Notes
) -> tuple[Group, ...]:
    """What is drawn over the bars, as one group of shapes."""
    items: list[Item] = []
    told: list[str] = []
    for level in notes.averages:
        items += _average(ctx, plan, level)
        told.append(f"{level.name} {level.said}")
    for bracket in notes.brackets:
        items += _bracket(ctx, plan, marks, bracket, notes)
        told.append(bracket.said)
    for callout in notes.callouts:
        items += _callout(ctx, plan, marks[callout.at], callout, _callouts(ctx, notes))
        told.append(str(callout.text))
    return group(ctx, items, told)


def _average(ctx: Context, plan: Plan, level: Level) -> tuple[Item, ...]:
    x = plan.at(level.value)
    words = f"{level.name} {level.said}"
    rect = place_beside(ctx, x, plan.frame.y + NOTE.leading // 2, words, NOTE)
    right = max(0, rect.right - plan.frame.right)
    rect = Rect(rect.x - right, rect.y, rect.w, rect.h)
    return (
        Rule(Name("average-line"), x, rect.bottom, x, plan.plot.bottom, LEVEL),
        label(
            ctx,
            Name("average"),
            rect,
            words,
            NOTE,
            bold=True,
            align="right" if right else "center",
            anchor="middle",
        ),
    )


def _bracket(
    ctx: Context, plan: Plan, marks: Sequence[ChartMark], bracket: Bracket, notes: Notes
) -> tuple[Item, ...]:
    """A line from the end of the shorter bar to that of the longer, in the gap beside the shorter;
    where the gap is too narrow, right of all bars. What it says stands in the line, or where that
    is too short for it, behind it, or below it beyond the shorter bar."""
    one, other = sorted((bracket.first, bracket.second), key=lambda at: _end(marks[at]))
    short, long = _bar(marks[one]), _bar(marks[other])
    gap = plan.bands[0].h - short.h
    if gap < GAP_FOR_NOTE - pt(1):
        return _beside(ctx, plan, marks, bracket, notes)
    below = other > one
    y = short.bottom + gap // 2 if below else short.y - gap // 2
    near = short.bottom + _AWAY if below else short.y - _AWAY
    far = long.y - _AWAY if below else long.bottom + _AWAY
    x1, x2 = short.right, long.right
    wide = pill_width(ctx, bracket.said)
    inside = wide + pt(12) <= x2 - x1
    left, at = x1 + (x2 - x1 - wide) // 2 if inside else x2 + pt(8), y
    if left + wide > plan.frame.right:
        # Beyond the shorter bar no value comes, whatever the longer one becomes.
        left, at = _beyond(ctx, plan, marks[one]) + pt(4), short.y + short.h // 2
    if left + wide > plan.frame.right or (at != y and _called_out(notes, one)):
        left, at = x1 - pt(8) - wide, y
    tick = pt(8) if below else pt(-8)
    return (
        Rule(Name("bracket"), x1, near, x1, y + tick, THIN),
        Rule(Name("bracket"), x2, far, x2, y - tick, DASHED),
        Rule(Name("bracket"), x1, y, x2, y, THIN),
        *pill(ctx, bracket.said, left, at, bracket.figure),
    )


def _called_out(notes: Notes, at: int) -> bool:
    """Whether a callout stands beyond a bar."""
    return any(callout.at == at for callout in notes.callouts)


def _beside(
    ctx: Context, plan: Plan, marks: Sequence[ChartMark], bracket: Bracket, notes: Notes
) -> tuple[Item, ...]:
    wide = pill_width(ctx, bracket.said)
    left = plan.frame.right - wide
    x = left + wide // 2
    ends = []
    for at in (bracket.first, bracket.second):
        bar, start = _bar(marks[at]), _beyond(ctx, plan, marks[at])
        if _called_out(notes, at):
            start = _callout_x(ctx, plan, marks[at]) + _callouts(ctx, notes) - pt(24)
        ends.append((start, bar.y + bar.h // 2))
    (x1, y1), (x2, y2) = ends
    return (
        Rule(Name("bracket"), x1, y1, x, y1, THIN),
        Rule(Name("bracket"), x2, y2, x, y2, THIN),
        Rule(Name("bracket"), x, y1, x, y2, THIN),
        *pill(ctx, bracket.said, left, (y1 + y2) // 2, bracket.figure),
    )


def _callout(
    ctx: Context, plan: Plan, mark: ChartMark, callout: Callout, lane: int
) -> tuple[Item, ...]:
    start, x = _beyond(ctx, plan, mark), _callout_x(ctx, plan, mark)
    bar = _bar(mark)
    y = bar.y + bar.h // 2
    right = min(x + lane, plan.frame.right)
    area = Rect(x, y - NOTE.leading, right - x, 2 * NOTE.leading)
    return (
        Rule(Name("leader"), start, y, x - pt(4), y, THIN),
        callout_box(ctx, callout.text, area, "left"),
    )


def _beyond(ctx: Context, plan: Plan, mark: ChartMark) -> int:
    """Where there is nothing any more beyond a bar and its label."""
    end = _bar(mark).right + _AWAY
    if mark.label and mark.label.place == "end":
        end += pt(12) + widest(ctx, [mark.label.words], plan.step, True)
    return end


def _callout_x(ctx: Context, plan: Plan, mark: ChartMark) -> int:
    return max(_beyond(ctx, plan, mark) + pt(20), plan.plot.right + pt(4))


def _bar(mark: ChartMark) -> Rect:
    assert isinstance(mark.form, Rect)
    return mark.form


def _end(mark: ChartMark) -> int:
    return _bar(mark).right
