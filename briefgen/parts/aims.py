"""Turn cells that are the figure of a target or a plan into cells that show it as such.

The sign stands before the figure, so that digits keep their edge in columns that stand to the
right. A column whose head says what its figures are (目标, Target), and one in which each of them
says so by its own qualifier (力争, 预计), need no signs; where one figure has a sign, the others of
its column have theirs too.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.heads import says
from briefgen.brief.model import Segment, Text
from briefgen.facts import qualifiers
from briefgen.facts.say_english import TARGETED
from briefgen.parts.cells import Row
from briefgen.parts.context import Context
from briefgen.parts.status import Status, sign, status, statuses
from briefgen.patterns import pattern
from briefgen.record import replace
from briefgen.typography.text import Paragraph, Run

# What is more than the name of a thing.
_CLAUSE = pattern(r"[，。；：、,;:.()（）\d]|\S+(?: \S+){3}|[^\s\x00-\x7f]{6}")


def under_title(made: Paragraph, title: Text | str | None) -> Paragraph:
    """A figure below a title that says of all that they are targets, without the words that say it
    of this one: under Targets, “a target of 65%” is 65%, and 目标65% under 2030年目标."""
    if not (title is None or says(str(title), "target")):
        return made
    text = made.text.lower()
    said = next((each for each in (TARGETED, "目标", "目標") if text.startswith(each)), "")
    left, runs = len(said), list[Run]()
    for run in made.runs:
        runs += [replace(run, text=run.text[left:])] if run.text[left:] or not run.text else []
        left = max(0, left - len(run.text))
    return replace(made, runs=tuple(runs)) if said else made


def aimed(
    ctx: Context, header: Row, rows: Sequence[Row]
) -> tuple[tuple[Row, ...], tuple[Status, ...]]:
    """The rows below a header with the signs of targets and plans, and which of the two there
    are."""
    ids: list[str] = []
    made = [list(row) for row in rows]
    for column, head in enumerate(header):
        aims = {
            number: figure
            for number, row in enumerate(rows)
            if column < len(row) and (figure := _aim(ctx, row[column], str(head)))
        }
        if all(_says_so(ctx, figure) for figure in aims.values()):
            continue
        for number, figure in aims.items():
            mark = Segment(f"{sign(status(ctx.figure(figure)))} ")
            text = rows[number][column]
            made[number][column] = replace(text, segments=(mark, *text.segments))
        ids += aims.values()
    return tuple(map(tuple, made)), statuses(ctx, ids)


def _aim(ctx: Context, text: Text, head: str) -> str:
    """The figure that a cell is, where it is one of a target or a plan and the head of its column
    does not say so; "" otherwise."""
    if len(text.figures) != 1 or not _counted(text):
        return ""
    what = status(ctx.figure(text.figures[0]))
    if (what != "target" and what != "plan") or says(head, what):
        return ""
    return text.figures[0]


def _counted(text: Text) -> bool:
    """Whether a cell is a figure, or one with the name of what it counts behind it."""
    said = [s for s in text.segments if s.plain.strip()]
    return bool(said[0].figure) and not any(_CLAUSE.search(s.plain) for s in said if not s.figure)


def _says_so(ctx: Context, figure: str) -> bool:
    """Whether the qualifier of a figure says that it is aimed at."""
    return "modal" in qualifiers.senses(ctx.figure(figure).quantity.qualifier)
