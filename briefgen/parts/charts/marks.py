"""Turn the marks of a chart into its two faces: what is drawn, and the native series.

A chart's kind decides by its plan which marks there are. Whatever a reader sees of a value, and
whatever an application is told of it, is in its one mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.arc import Arc, arc_path
from briefgen.parts.charts.drawing import (
    HAIRLINE,
    OUTLINE,
    TICK_STEP,
    category_labels,
    hatching,
    outline,
    widest,
)
from briefgen.parts.charts.plan import Plan
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, para, set_box
from briefgen.record import Record
from briefgen.scene.items import (
    BETWEEN,
    OF_PIECES,
    POINT,
    WITHIN,
    Chart,
    Item,
    Pattern,
    Place,
    Rule,
    Series,
    Shape,
    Stroke,
    TextBox,
)
from briefgen.scene.names import Name
from briefgen.typography.text import Align, Paragraph

# Kinds of chart whose series are of one colour each, whatever their points are.
_ONE_COLOUR = frozenset({"stacked", "stack", "line", "area", "slope", "small-lines", "spark"})
# Kinds of chart whose last series only keeps the scale that they share with others.
_TO_ONE_SCALE = frozenset({"small-columns", "small-lines"})


class Dot(Record):
    """The middle of a point (EMU)."""

    x: int
    y: int


class MarkLabel(Record, kw_only=True):
    """What a mark says of its value: in words, set within `rect` (None: not drawn), and as a
    number format, at `place` and moved down by `nudge` (EMU). Where `named`, an application says
    the series' name before the number, or above it in a column; in `words` it is written out."""

    name: Name
    words: str
    code: str
    place: Place
    ink: Token
    rect: Rect | None
    align: Align = "center"
    named: bool = False
    nudge: int = 0


class ChartMark(Record, kw_only=True):
    """One value of a chart: which it is, its form on the page (None: not drawn), its label.

    `series` and `category` are places in the plan's names. A mark without a `colour` is unseen;
    `base` is the colour of those that are not the point, which somebody's own will have.
    `figure` is the ledger's id of the value, `formula` what its cell of the workbook is computed
    by.
    """

    series: int
    category: int
    value: Decimal | None
    colour: Fill
    base: Fill = ""
    name: Name = Name("value")
    form: Rect | Dot | Arc | None = None
    label: MarkLabel | None = None
    figure: str = ""
    formula: str = ""


def said(
    plan: Plan,
    series: int,
    category: int,
    *,
    name: Name,
    place: Place,
    ink: Token,
    rect: Rect | None,
    align: Align = "center",
    words: str | None = None,
    named: bool = False,
    nudge: int = 0,
) -> MarkLabel:
    """The label of a value of the plan's; `words` where they are more than the value itself."""
    scale, bare = plan.scale, plan.bare
    return MarkLabel(
        name=name,
        words=scale.words(series, category, bare) if words is None else words,
        code=scale.code(series, category, bare),
        place=place,
        ink=ink,
        rect=rect,
        align=align,
        named=named,
        nudge=nudge,
    )


def drawn(ctx: Context, plan: Plan, marks: Sequence[ChartMark]) -> tuple[Item, ...]:
    """Each mark's shape, and after it its label."""
    items: list[Item] = []
    for mark in marks:
        items += (*shape(ctx, plan, mark), *written(ctx, plan, mark))
    return tuple(items)


def shape(ctx: Context, plan: Plan, mark: ChartMark) -> tuple[Shape, ...]:
    """The drawn shape of a mark, if it is seen."""
    if mark.form is None or not mark.colour:
        return ()
    match mark.form:
        case Dot(x, y):
            rect = Rect(x - POINT // 2, y - POINT // 2, POINT, POINT)
            return (Shape(name=mark.name, rect=rect, geometry="ellipse", fill=mark.colour),)
        case Arc() as arc:
            rect, path = arc.ring, arc_path(arc)
        case Rect() as rect:
            path = ()
    pattern = _pattern(ctx, plan, mark)
    stroke = OUTLINE if pattern else outline(ctx, mark.colour)
    stroke = stroke or (BETWEEN if plan.kind in OF_PIECES else None)
    return (
        Shape(
            name=mark.name, rect=rect, path=path, fill=mark.colour, stroke=stroke, pattern=pattern
        ),
    )


def _pattern(ctx: Context, plan: Plan, mark: ChartMark) -> Pattern:
    """What a mark is filled with instead of a full colour."""
    return "hatched" if (mark.series, mark.category) in plan.ahead else hatching(ctx, mark.colour)


def written(ctx: Context, plan: Plan, mark: ChartMark) -> tuple[TextBox, ...]:
    """The drawn label of a mark, if it has one: in its middle height, a line for each of its
    words' lines; on a plate where the mark is hatched, or lines of the axis would run through."""
    label = mark.label
    if label is None or label.rect is None:
        return ()
    lines = label.words.split("\n")

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return tuple(
            para(words, plan.step, bold=True, colour=label.ink, align=label.align)
            for words in lines
        )

    plate = label.place in WITHIN and bool(_pattern(ctx, plan, mark))
    plate = plate or (len(plan.ticks) > 1 and label.place == "right")
    rect = label.rect
    if plate:
        # Within a piece with what stands between hanzi and digits; beyond its end it hides no more
        # than it has to.
        more = plan.step.size // 2 if label.place in WITHIN else 0
        wide = min(rect.w, widest(ctx, lines, plan.step, True) + more + pt(6))
        left = {"left": 0, "center": (rect.w - wide) // 2, "right": rect.w - wide, "justify": 0}
        # No higher than its words: a plate is no piece of the bar.
        high = min(rect.h, len(lines) * plan.step.leading)
        top = rect.y + (rect.h - high) // 2
        rect = Rect(rect.x + left[label.align], top, wide, high)
    want = Wanted(label.name, rect, make, anchor="middle", fill="white" if plate else "")
    return (set_box(ctx, want),)


def axis(plan: Plan, y: int) -> Rule:
    """The line that upright bars stand on, or that points stand over."""
    return Rule(Name("axis"), plan.plot.x, y, plan.plot.right, y, Stroke("ink2", HAIRLINE))


def names_below(ctx: Context, plan: Plan, margin: int = pt(2)) -> tuple[Item, ...]:
    """The names of the categories under their bands; where some are left out, the others have
    the room of their neighbours."""
    plot, wide = plan.plot, (plan.skip - 1) * (plan.plot.w // len(plan.categories)) // 2
    feet = [
        Rect(
            b.x + margin - wide, plot.bottom + pt(6), b.w - 2 * (margin - wide), plan.under - pt(6)
        )
        for b in plan.bands[:: plan.skip]
    ]
    return category_labels(ctx, plan.categories[:: plan.skip], feet, plan.name_step)


def charted(
    ctx: Context,
    plan: Plan,
    marks: Sequence[ChartMark],
    items: Sequence[Item],
    alt: str,
    levels: Sequence[Series] = (),
) -> Chart:
    """The chart with both faces: `items` as drawn, and the marks as native series, followed by
    those of `levels` across all of them."""
    tick_format, _ = plan.scale.ticks(plan.ticks)
    return Chart(
        name=plan.name,
        rect=plan.frame,
        plot=plan.plot,
        kind=plan.kind,
        categories=plan.categories,
        series=(*native(ctx, plan, marks), *levels),
        number_format=plan.scale.plain,
        unit=plan.scale.unit,
        low=plan.low,
        high=plan.high,
        major=plan.major,
        grounded=plan.grounded,
        gap=plan.gap,
        overlap=plan.overlap,
        label_size=plan.step.size,
        category_size=plan.name_step.size,
        alt=alt,
        drawn=tuple(items),
        ticks=plan.ticks,
        tick_format=tick_format,
        tick_size=TICK_STEP.size,
        skip=plan.skip,
        dots=plan.dots,
        hole=plan.hole,
        turned=plan.turned,
        heading_size=plan.heading_step.size if plan.heading_step else 0,
        helpers=plan.helpers,
        labelled=plan.labelled,
    )


def native(ctx: Context, plan: Plan, marks: Sequence[ChartMark]) -> tuple[Series, ...]:
    """The native series of the marks, of which there is one for each category of each series."""
    return tuple(_series(ctx, plan, s, name, marks) for s, name in enumerate(plan.series))


def _series(ctx: Context, plan: Plan, index: int, name: str, marks: Sequence[ChartMark]) -> Series:
    own = sorted((m for m in marks if m.series == index), key=lambda m: m.category)
    assert [m.category for m in own] == list(range(len(plan.categories)))
    labels = [m.label for m in own]
    colours = [m.colour for m in own]
    patterns = [_pattern(ctx, plan, mark) for mark in own]
    return Series(
        name=name,
        values=tuple(m.value for m in own),
        colours=tuple(colours[:1] if plan.kind in _ONE_COLOUR else colours),
        figures=tuple(m.figure for m in own),
        formats=tuple(label.code if label else plan.scale.plain for label in labels),
        places=tuple(label.place if label else "none" for label in labels),
        inks=tuple(label.ink if label else "ink" for label in labels),
        named=tuple(label is not None and label.named for label in labels),
        nudges=tuple(label.nudge if label else 0 for label in labels),
        formulas=tuple(m.formula for m in own),
        form=plan.forms.get(index, ""),
        base=own[0].base,
        patterns=tuple(patterns) if any(patterns) else (),
        scale=plan.kind in _TO_ONE_SCALE and index > 0,
    )
