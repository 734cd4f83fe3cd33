"""Turn cells that are the figure of a target or a plan into cells that show it as such.

The sign stands before the figure, so that digits keep their edge in columns that stand to the
right. A figure whose own qualifier says it (力争, 预计) needs no sign.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Segment, Text
from briefgen.facts import qualifiers
from briefgen.parts.cells import Row
from briefgen.parts.context import Context
from briefgen.parts.status import Status, sign, status, statuses
from briefgen.record import replace


def aimed(ctx: Context, rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Status, ...]]:
    """The rows with the signs of targets and plans, and which of the two there are."""
    ids: list[str] = []

    def cell(text: Text) -> Text:
        id = _aim(ctx, text)
        if not id:
            return text
        ids.append(id)
        mark = Segment(f"{sign(status(ctx.figure(id)))} ")
        return replace(text, segments=(mark, *text.segments))

    marked = tuple(tuple(cell(text) for text in row) for row in rows)
    return marked, statuses(ctx, ids)


def _aim(ctx: Context, text: Text) -> str:
    """The figure that a cell is, where it is one of a target or a plan and does not say so."""
    if len(text.figures) != 1 or any(not s.figure and s.plain.strip() for s in text.segments):
        return ""
    figure = ctx.figure(text.figures[0])
    said = "modal" in qualifiers.senses(figure.quantity.qualifier)
    return figure.id if status(figure) in ("target", "plan") and not said else ""
