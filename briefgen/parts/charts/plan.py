"""Turn a chart's values and its room into a plan: what is decided before any mark is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from briefgen.colours import Fill
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.axis import Axis, lifted
from briefgen.parts.charts.drawing import STEPS, along, category_step, fitting, legend
from briefgen.parts.charts.labels import Scale
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.record import Record, field
from briefgen.scene.items import ChartKind, Helper, Item, SeriesForm
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, DeckStep, Step

# Kinds of chart whose values go to the right; those of all others go upwards.
_LYING = frozenset({"bar", "stacked", "bullet"})


class Plan(Record, kw_only=True):
    """What was decided of a chart: both its faces are made by it.

    Values lie on `axis` over `plot`, inside `frame` (EMU); zero is on it whatever the values are
    where `grounded`. `series` and
    `categories` are the names in the chart's own order, which need not be that of `values`.
    Labels are set at `step`, without their unit where `bare`; names at `name_step`, those of
    upright charts in a strip `under` the plot, every `skip`th of them. `gap`, `overlap`, `ticks`,
    `dots`, `hole`, `turned`, `helpers` and `labelled` are as in `scene.items.Chart`;
    `forms` are those of series that are not what the kind says; a heading is set at `heading_step`.
    """

    name: Name
    kind: ChartKind
    values: Values
    scale: Scale
    categories: tuple[str, ...]
    series: tuple[str, ...]
    frame: Rect
    plot: Rect
    axis: Axis
    grounded: bool = True
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
    turned: int = 0
    forms: Mapping[int, SeriesForm] = field(default_factory=dict)
    heading_step: Step | None = None
    helpers: tuple[Helper, ...] = ()
    labelled: bool = False

    # What lies ahead among what was reached, by series and category: drawn in strokes.
    ahead: frozenset[tuple[int, int]] = frozenset()

    @property
    def low(self) -> Decimal:
        return self.axis.low

    @property
    def high(self) -> Decimal:
        return self.axis.high

    @property
    def major(self) -> Decimal:
        return self.axis.major

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


def numbers(scale: Scale) -> list[Decimal]:
    """All values there are."""
    return [value for row in scale.values for value in row if value is not None]


def begins_above_zero(scale: Scale) -> bool:
    """Whether the axis of lines of these values does, and has to say so."""
    return lifted(numbers(scale))


def upright_plot(
    ctx: Context, names: Sequence[str], frame: Rect, over: int
) -> tuple[Rect, Step, int]:
    """The plot of upright bars: below a room `over` it for labels, above the strip of names; the
    step of these, and the strip's height."""
    name_step, lines = category_step(ctx, names, frame.w // len(names) - pt(6))
    under = name_step.leading * lines + pt(8)
    return Rect(frame.x, frame.y + over, frame.w, frame.h - over - under), name_step, under


def label_step(
    ctx: Context,
    name: Name,
    values: Values,
    width: int,
    words: Sequence[str],
    among: Sequence[DeckStep] = STEPS,
) -> Step:
    """The largest step at which every label is as narrow as `width`; a problem where none is."""
    step = fitting(ctx, words, width, True, among)
    if step is None:
        ctx.problems.add("chart-labels-too-wide", values.mark, name=name)
    return step or DECK["source"]


def under_key(
    ctx: Context, rect: Rect, entries: Sequence[tuple[str, Fill]]
) -> tuple[tuple[Item, ...], Rect]:
    """A row that names series whose marks have no room for their names; what is left below it."""
    if not entries:
        return (), rect
    head = Rect(rect.x, rect.y, rect.w, DECK["caption"].leading)
    top = head.bottom + pt(8)
    return legend(ctx, entries, head, DECK["caption"]), Rect(rect.x, top, rect.w, rect.bottom - top)
