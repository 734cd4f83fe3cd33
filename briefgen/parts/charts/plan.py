"""Turn a chart's values and its room into a plan: what is decided before any mark is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from math import ceil

from briefgen.colours import Fill
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.drawing import (
    along,
    caption,
    category_step,
    fitting,
    legend,
    unit_words,
)
from briefgen.parts.charts.labels import Scale
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.record import Record
from briefgen.scene.items import ChartKind, Item
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step

# Kinds of chart whose values go to the right; those of all others go upwards.
_LYING = frozenset({"bar", "stacked"})


class Plan(Record, kw_only=True):
    """What was decided of a chart: both its faces are made by it.

    Values lie between `low` and `high` over `plot`, inside `frame` (EMU). `series` and
    `categories` are the names in the chart's own order, which need not be that of `values`.
    Labels are set at `step`, without their unit where `bare`; names at `name_step`, those of
    upright charts in a strip `under` the plot, every `skip`th of them. `gap`, `overlap`, `ticks`,
    `dots` and `hole` are as in `scene.items.Chart`.
    """

    name: Name
    kind: ChartKind
    values: Values
    scale: Scale
    categories: tuple[str, ...]
    series: tuple[str, ...]
    frame: Rect
    plot: Rect
    low: Decimal
    high: Decimal
    step: Step
    name_step: Step
    bare: bool = False
    under: int = 0
    gap: int = 0
    overlap: int = 0
    ticks: tuple[Decimal, ...] = ()
    skip: int = 1
    dots: bool = True
    hole: int = 0

    def at(self, value: Decimal) -> int:
        """Where a value lies on the page: its x in charts of lying bars, its y in others."""
        if self.kind in _LYING:
            return self.plot.x + along(value, self.low, self.high, self.plot.w)
        return self.plot.bottom - along(value, self.low, self.high, self.plot.h)

    @property
    def bands(self) -> tuple[Rect, ...]:
        """The part of the plot that each category has."""
        count = len(self.categories)
        return self.plot.rows(count, 0) if self.kind in _LYING else self.plot.columns(count, 0)


def reach(scale: Scale) -> tuple[Decimal, Decimal]:
    """The least and the greatest of all values and zero: bars stand on it."""
    numbers = [value for row in scale.values for value in row if value is not None]
    return min(*numbers, Decimal(0)), max(*numbers, Decimal(0))


def lowered(low: Decimal, high: Decimal, room: int, length: int) -> Decimal:
    """The lower bound of an axis: below `low`, if bars go below zero, with room for their labels.

    `room` and `length` are those of a label and of the plot (EMU).
    """
    if low >= 0:
        return low
    by = (high - low) * room / max(1, length - room)
    return low - Decimal(ceil(by * 1000)) / 1000


def upright_plot(
    ctx: Context, names: Sequence[str], frame: Rect, step: Step
) -> tuple[Rect, Step, int]:
    """The plot of upright bars: below room for a label, above the strip of names; the step of
    these, and the strip's height."""
    name_step, lines = category_step(ctx, names, frame.w // len(names) - pt(6))
    under, over = name_step.leading * lines + pt(8), step.leading + pt(4)
    return Rect(frame.x, frame.y + over, frame.w, frame.h - over - under), name_step, under


def label_step(
    ctx: Context,
    name: Name,
    values: Values,
    scale: Scale,
    width: int,
    words: Callable[[bool], Sequence[str]],
) -> tuple[Step, bool]:
    """The step at which every label is as narrow as `width`, and whether they are bare for that.

    `words` gives the labels with their units, or bare. Where they fit in no way, a problem.
    """
    step = fitting(ctx, words(False), width, True)
    if step is not None:
        return step, False
    bare = not scale.sign
    step = fitting(ctx, words(True), width, True) if bare else None
    if step is None:
        ctx.problems.add("chart-labels-too-wide", values.mark, name=name)
    return step or DECK["source"], bare


def under_head(
    ctx: Context, rect: Rect, step: Step, entries: Sequence[tuple[str, Fill]], unit: str
) -> tuple[tuple[Item, ...], Rect]:
    """A row with a legend, and with the `unit` that labels leave out; what is left below it.

    Without entries and unit there is no such row.
    """
    head = Rect(rect.x, rect.y, rect.w, step.leading)
    items = legend(ctx, entries, head, DECK["small"])
    if unit:
        items = (*items, caption(ctx, head, unit_words(ctx, unit)))
    if not items:
        return (), rect
    top = head.bottom + pt(8)
    return items, Rect(rect.x, top, rect.w, rect.bottom - top)
