"""Turn what is noted at columns and lines into level series of theirs, or into shapes over them."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.annotate import Bracket, Callout, Level, Notes
from briefgen.parts.charts.apart import kept_apart
from briefgen.parts.charts.drawing import widest
from briefgen.parts.charts.marks import ChartMark, Dot
from briefgen.parts.charts.overlay import NOTE, THIN, callout_box, group, pill, pill_width
from briefgen.parts.charts.plan import Plan
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, para, set_box
from briefgen.scene.items import LEVEL, POINT, Group, Item, Place, Rule, Series
from briefgen.scene.names import Name
from briefgen.typography.text import Align, Paragraph

# The height of the lane of a bracket and of a callout above the plot, and how far labels of levels
# stand from the plot.
_BRACKET, _CALLOUT, _APART = pt(34), 2 * NOTE.leading + pt(12), pt(8)


def lanes(notes: Notes) -> int:
    """The height of what is noted above the plot (EMU)."""
    return len(notes.brackets) * _BRACKET + (_CALLOUT if notes.callouts else 0)


def beside(ctx: Context, notes: Notes) -> int:
    """The width of what is noted right of the plot (EMU)."""
    words = [each for level in notes.levels for each in (level.name, level.said)]
    return widest(ctx, words, NOTE, True) + pt(16) if words else 0


def levels(ctx: Context, plan: Plan, notes: Notes) -> tuple[tuple[Series, ...], tuple[Item, ...]]:
    """The levels as native series, and as lines across the plot with labels beside it."""
    series: list[Series] = []
    items: list[Item] = []
    count, plot = len(plan.categories), plan.plot
    heights = [plan.at(level.value) for level in notes.levels]
    placed = kept_apart(heights, 2 * NOTE.leading, plan.frame.y, plot.bottom)
    for level, y, at in zip(notes.levels, heights, placed, strict=True):
        hidden: list[Place] = ["none"] * (count - 1)
        series.append(
            Series(
                name=level.name,
                values=(level.value,) * count,
                colours=("ink",),
                figures=(level.figure,) * count,
                formats=(level.code,) * count,
                places=(*hidden, "right"),
                inks=("ink",),
                named=(True,),
                nudges=(*(0,) * (count - 1), at - y),
                form="level",
                label_size=NOTE.size,
                # Its place is beside the last point, half a band before the plot's edge.
                shift=plot.w // count // 2,
            )
        )
        items.append(Rule(Name("level-line", of=level.name), plot.x, y, plot.right, y, LEVEL))
        items.append(_label(ctx, plan, level, at))
    return tuple(series), tuple(items)


def _label(ctx: Context, plan: Plan, level: Level, y: int) -> Item:
    x = plan.plot.right + _APART
    rect = Rect(x, y - NOTE.leading, plan.frame.right - x, 2 * NOTE.leading)

    def make(down: int, short: bool) -> tuple[Paragraph, ...]:
        return tuple(para(words, NOTE, bold=True) for words in (level.name, level.said))

    return set_box(ctx, Wanted(Name("value", of=level.name), rect, make, anchor="middle"))


def upright_notes(
    ctx: Context, plan: Plan, marks: Sequence[ChartMark], notes: Notes
) -> tuple[Group, ...]:
    """Brackets and callouts in their lanes above the plot, as one group of shapes."""
    items: list[Item] = []
    told: list[str] = []
    y = plan.frame.y
    for bracket in notes.brackets:
        items += _bracket(ctx, plan, marks, bracket, y + _BRACKET // 2)
        told.append(bracket.said)
        y += _BRACKET
    passing = [
        _top(plan, marks[at])[0] for each in notes.brackets for at in (each.first, each.second)
    ]
    for callout in notes.callouts:
        items += _callout(ctx, plan, marks[callout.at], callout, y, passing)
        told.append(str(callout.text))
    return group(ctx, items, told)


def _top(plan: Plan, mark: ChartMark) -> tuple[int, int]:
    """The middle of a mark, and the height above it and its label."""
    if isinstance(mark.form, Dot):
        x, y = mark.form.x, mark.form.y - POINT
    else:
        assert isinstance(mark.form, Rect)
        x, y = mark.form.x + mark.form.w // 2, mark.form.y
    label = mark.label
    if label and label.rect and label.place in ("end", "above"):
        y = min(y, label.rect.y)
    return x, y - pt(3)


def _bracket(
    ctx: Context, plan: Plan, marks: Sequence[ChartMark], bracket: Bracket, y: int
) -> tuple[Item, ...]:
    """A line from above one value to above the other, its words in the middle."""
    (x1, y1), (x2, y2) = (_top(plan, marks[at]) for at in (bracket.first, bracket.second))
    wide = pill_width(ctx, bracket.said)
    middle = (x1 + x2) // 2
    left = min(max(plan.frame.x, middle - wide // 2), plan.frame.right - wide)
    return (
        Rule(Name("bracket"), x1, y, x1, max(y1, y + pt(6)), THIN),
        Rule(Name("bracket"), x2, y, x2, max(y2, y + pt(6)), THIN, arrow=True),
        Rule(Name("bracket"), x1, y, x2, y, THIN),
        *pill(ctx, bracket.said, left, y, bracket.figure),
    )


def _callout(
    ctx: Context, plan: Plan, mark: ChartMark, callout: Callout, y: int, passing: Sequence[int]
) -> tuple[Item, ...]:
    """Words above a value, with a line down to it; beside it where a bracket's line comes by."""
    x, top = _top(plan, mark)
    wide = max(pt(96), widest(ctx, [str(callout.text)], NOTE, True) * 9 // 8 + pt(12))
    wide = min(wide, pt(240), plan.frame.w)
    left = x - wide // 2
    align: Align = "center"
    if any(left - pt(4) < each < left + wide + pt(4) for each in passing):
        right = x + pt(8) + wide <= plan.frame.right
        left, align = (x + pt(8), "left") if right else (x - pt(8) - wide, "right")
    left = min(max(plan.frame.x, left), plan.frame.right - wide)
    area = Rect(left, y, wide, 2 * NOTE.leading)
    start = area.bottom + pt(2) if align == "center" else area.y
    return (
        Rule(Name("leader"), x, start, x, max(top, area.bottom + pt(6)), THIN),
        callout_box(ctx, callout.text, area, align),
    )
