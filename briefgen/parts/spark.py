"""Turn columns of a table into a small line in each row, over a cell of its own.

Each is a native chart with its workbook, and no drawing: whoever corrects a value in its data
finds the line corrected, and its last value. It stands over the cell, as everything does that is
no text in a native table, and is named after its row.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text, words
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.axis import lifted, unmarked
from briefgen.parts.charts.drawing import place_beside, spoken, widest
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.marks import ChartMark, Dot, charted, said, shape
from briefgen.parts.charts.marks import written as set_label
from briefgen.parts.charts.plan import Plan
from briefgen.parts.charts.readers import point_of
from briefgen.parts.charts.strokes import strokes
from briefgen.parts.charts.values import Point, Values
from briefgen.parts.context import Context
from briefgen.parts.spark_columns import Spark, chosen_of
from briefgen.problems import Mark
from briefgen.record import Record
from briefgen.scene.items import Chart, Table
from briefgen.scene.names import Name
from briefgen.theme.model import DECK

# How far labels stand from their points.
_APART = pt(8)
_STEP = DECK["caption"]


class Sparked(Record):
    """A table without the columns that are drawn: its header and rows, at which column the lines
    stand (an index), and the values of each row."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    at: int
    lines: tuple[Values, ...]


def sparked(
    ctx: Context, spark: Spark, header: Sequence[Text], rows: Sequence[Sequence[Text]]
) -> Sparked | None:
    """The table with an empty column where the first of the drawn ones stood. None, with problems,
    where these are not there, or hold no numbers of one unit."""
    chosen = _chosen(ctx, spark, header)
    if chosen is None:
        return None
    left = [i for i in range(len(header)) if i not in chosen]
    at = len([i for i in left if i < min(chosen)])
    moments = tuple(str(header[i]) for i in chosen)
    lines, cells = [], []
    for row in rows:
        points = [point_of(ctx, row[i], spark.unit) for i in chosen]
        known = [point for point in points if point is not None]
        if len(known) < len(points):
            return None
        lines.append(_values(str(row[0]), moments, known, row[chosen[0]].mark))
        kept = [row[i] for i in left]
        cells.append((*kept[:at], words(""), *kept[at:]))
    heads = [header[i] for i in left]
    return Sparked((*heads[:at], spark.head, *heads[at:]), tuple(cells), at, tuple(lines))


def _chosen(ctx: Context, spark: Spark, header: Sequence[Text]) -> list[int] | None:
    chosen = chosen_of(spark.columns, [str(text) for text in header])
    if -1 in chosen:
        name = spark.columns[chosen.index(-1)]
        ctx.problems.add("spark-column", spark.columns_mark, name=name)
        return None
    if 0 in chosen or len(set(chosen)) < len(chosen):
        ctx.problems.add("spark-columns-unfit", spark.columns_mark)
        return None
    return chosen


def _values(name: str, moments: tuple[str, ...], points: Sequence[Point], mark: Mark) -> Values:
    keys = tuple((moment,) for moment in moments)
    return Values(moments, (name,), (tuple(points),), keys, ((name,),), mark)


def spark_lines(ctx: Context, table: Table, at: int, lines: Sequence[Values]) -> tuple[Chart, ...]:
    """A line over the cell of each row below the header, in the column `at` (an index), with its
    last value behind it.

    Every line has a scale of its own: it shows a course, and not which row is larger.
    """
    x = table.rect.x + sum(table.columns[:at])
    width, y = table.columns[at], table.rect.y + table.heights[0]
    scales = [scaled(ctx, values) if _known(values) else None for values in lines]
    last = [_last_words(scale) for scale in scales if scale]
    room = widest(ctx, last, _STEP, True) * 11 // 10 + _APART
    made = []
    for number, (values, scale) in enumerate(zip(lines, scales, strict=True), 1):
        cell = Rect(x, y, width, table.heights[number])
        y += cell.h
        # Of a table that is too tall, which is told, the last rows stand nowhere.
        if scale and cell.bottom <= ctx.canvas.height:
            made.append(_line(ctx, values, scale, cell, room, number))
    return tuple(made)


def _known(values: Values) -> bool:
    """Whether there is a value at all."""
    return any(point.quantity for point in values.every)


def _last(scale: Scale) -> int:
    (row,) = scale.values
    return max((c for c, value in enumerate(row) if value is not None), default=0)


def _last_words(scale: Scale) -> str:
    return scale.words(0, _last(scale))


def _line(ctx: Context, values: Values, scale: Scale, cell: Rect, room: int, number: int) -> Chart:
    name = values.series[0]
    numbers = [value for value in scale.values[0] if value is not None]
    grounded = not lifted(numbers)
    frame = cell.inset(pt(8), 0, pt(4), 0)
    # Its label is centred on the last point, wherever that lies.
    inner = min(_STEP.leading // 2 + pt(2), frame.h // 3)
    plan = Plan(
        name=Name("sparkline", number, of=name),
        kind="spark",
        values=values,
        scale=scale,
        categories=values.categories,
        series=(name,),
        frame=frame,
        plot=Rect(frame.x, frame.y + inner, frame.w - room, frame.h - 2 * inner),
        axis=unmarked(numbers, grounded),
        grounded=grounded,
        step=_STEP,
        name_step=DECK["source"],
        dots=False,
    )
    marks = [_mark(ctx, plan, c, name) for c in range(len(plan.categories))]
    told = [mark for mark in marks if mark.label and mark.form]
    items = [*strokes(name, marks)]
    for mark in told:
        items += (*shape(ctx, plan, mark), *set_label(ctx, plan, mark))
    pairs = [
        (what, scale.words(0, c))
        for c, what in enumerate(plan.categories)
        if scale.values[0][c] is not None
    ]
    every = spoken(ctx, pairs)
    return charted(ctx, plan, marks, items, ctx.say(f"{name}的走势：{every}", f"{name}: {every}"))


def _mark(ctx: Context, plan: Plan, c: int, name: str) -> ChartMark:
    value = plan.scale.values[0][c]
    band = plan.bands[c]
    dot = Dot(band.x + band.w // 2, plan.at(value)) if value is not None else None
    label = None
    if dot and c == _last(plan.scale):
        rect = place_beside(ctx, dot.x + _APART, dot.y, plan.scale.words(0, c), plan.step, "left")
        label = said(
            plan,
            0,
            c,
            name=Name("value", of=f"{name} {plan.categories[c]}"),
            place="right",
            ink="ink",
            rect=rect,
            align="left",
        )
    return ChartMark(
        series=0,
        category=c,
        value=value,
        colour="ink2",
        name=Name("dot", of=name),
        form=dot,
        label=label,
        figure=plan.values.points[0][c].figure,
    )
