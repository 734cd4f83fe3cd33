"""Turn a slide's figures, rows or data file into the points of a chart, or say why not.

Three forms, one result: `figures` of the ledger; a `header` and `rows` written in the outline,
whose cells are `{figures}` or quantities; and `data`, named columns of a file.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Data, Datum, Ref, Slide, Text
from briefgen.chinese.hanzi import has_hanzi
from briefgen.outline.attached.cells import MISSING, bracket_of, heading, measured
from briefgen.parts.charts import aimed
from briefgen.parts.charts.soundness import sound
from briefgen.parts.charts.values import Charted, Limits, Point, Values
from briefgen.parts.context import Context
from briefgen.problems import phrase
from briefgen.record import replace


def values_of(ctx: Context, slide: Slide, fields: Charted, limits: Limits) -> Values | None:
    """The values of a chart slide; None, with problems, where they make no honest chart."""
    forms = {"figures": fields.figures, "rows": fields.rows, "data": fields.data}
    given = [name for name, value in forms.items() if value]
    if not given:
        ctx.problems.add("chart-without-values", slide.mark)
        return None
    if len(given) > 1:
        ctx.problems.add("chart-values-twice", slide.mark, forms=tuple(given))
        return None
    if fields.data:
        made = _of_data(ctx, fields.data, fields.header)
    elif fields.rows:
        made = _of_rows(ctx, fields)
    else:
        made = of_figures(ctx, fields.figures)
    if made and fields.labels:
        made = _relabelled(ctx, made, fields.labels)
    return made if made and sound(ctx, made, limits) else None


def of_figures(ctx: Context, refs: Sequence[Ref]) -> Values:
    """Ledger figures as one series, named by what differs: their labels, else their periods."""
    ids = [ref.id for ref in refs]
    labels = [str(ctx.label(id)) for id in ids]
    periods = [ctx.period(id) for id in ids]
    names, series = labels, ""
    if len(set(labels)) == 1 and len(set(periods)) == len(ids):
        names, series = periods, labels[0]
    elif len(set(labels)) < len(labels):
        gap = ctx.say("", " ")
        names = [f"{period}{gap}{label}" for label, period in zip(labels, periods, strict=True)]
    quantities = aimed.quantities(ctx, ids)
    points = tuple(Point(own, ref.id, ref.mark) for own, ref in zip(quantities, refs, strict=True))
    keys = tuple((id, name) for id, name in zip(ids, names, strict=True))
    said = tuple(aimed.named(ctx, ids, names))
    return Values(said, (series,), (points,), keys, ((series,),), refs[0].mark)


def _of_rows(ctx: Context, fields: Charted) -> Values | None:
    rows, header = fields.rows, fields.header
    width = len(header) or 2
    fit = True
    for row in rows:
        if len(row) != width:
            mark = row[0].mark if row else rows[0][0].mark
            ctx.problems.add("chart-row-length", mark, cells=len(row), wanted=width)
            fit = False
    if not fit:
        return None
    heads = [heading(str(text)) for text in header] or [("", ""), ("", "")]
    if fields.unit and measured("1", fields.unit) is None:
        ctx.problems.add("chart-no-unit", fields.unit_mark, unit=fields.unit)
        return None
    columns = []
    for index in range(1, width):
        points = [point_of(ctx, row[index], heads[index][1] or fields.unit) for row in rows]
        fit = fit and None not in points
        _tell_unit(ctx, header[index] if header else None, points, fields.unit)
        columns.append(tuple(point for point in points if point))
    if not fit:
        return None
    names = tuple(str(row[0]) for row in rows)
    series = tuple(name for name, _ in heads[1:])
    keys = (
        (name, *(id for cell in row for id in cell.figures))
        for name, row in zip(names, rows, strict=True)
    )
    return Values(
        names,
        series,
        tuple(columns),
        tuple(keys),
        tuple((name,) for name in series),
        rows[0][0].mark,
    )


def _tell_unit(
    ctx: Context, header: Text | None, points: Sequence[Point | None], unit: str
) -> None:
    """What a heading says in brackets may be the unit of its numbers, and be none that is known."""
    said = bracket_of(str(header)) if header and not unit else ""
    bare = any(point and point.quantity and not point.quantity.unit for point in points)
    if header and said and bare and measured("1", said) is None:
        ctx.problems.add("heading-unit", header.mark, heading=str(header), unit=said)


def point_of(ctx: Context, cell: Text, unit: str) -> Point | None:
    """A cell of the outline: a figure alone, a quantity, or none. None, with a problem, where it is
    neither."""
    words = str(cell).strip()
    if len(cell.figures) == 1 and len([s for s in cell.segments if s.text.strip()]) == 1:
        id = cell.figures[0]
        return Point(ctx.figure(id).quantity, id, cell.mark)
    if words in MISSING:
        return Point(None, "", cell.mark)
    quantity = measured(words, unit)
    if quantity is None:
        ctx.problems.add("chart-no-number", cell.mark, words=words)
        return None
    return Point(quantity, "", cell.mark)


def _of_data(ctx: Context, data: Data, header: Sequence[Text]) -> Values | None:
    table = ctx.brief.attached.data.get(data)
    if table is None:
        return None
    fit = True
    for row in table.rows:
        for datum in row[1:]:
            if not datum.figure and datum.text not in MISSING:
                cell = phrase("the-cell", cell=datum.cell) if datum.cell else phrase("this-cell")
                ctx.problems.add("data-no-number", datum.mark, cell=cell, words=datum.text)
                fit = False
    if header and len(header) != len(table.header):
        columns = len(table.header)
        mark = header[0].mark
        ctx.problems.add("chart-header-length", mark, names=len(header), columns=columns)
        fit = False
    if not fit:
        return None
    heads = [str(text) for text in header] or [_said(ctx, datum) for datum in table.header]
    points = tuple(
        tuple(
            Point(
                ctx.figure(row[i].figure).quantity if row[i].figure else None,
                row[i].figure,
                row[i].mark,
            )
            for row in table.rows
        )
        for i in range(1, len(table.header))
    )
    raw = tuple(row[0].text for row in table.rows)
    names = tuple(ctx.brief.in_script(name) for name in raw)
    keys = tuple((datum.text, name) for datum, name in zip(table.header, heads, strict=True))
    return Values(
        names, tuple(heads[1:]), points, tuple(zip(raw, names, strict=True)), keys[1:], data.mark
    )


def _said(ctx: Context, datum: Datum) -> str:
    """A heading of a file, where the audience can read it."""
    if ctx.language == "en" and has_hanzi(datum.text):
        ctx.problems.add("chart-heading-untranslated", datum.mark, name=datum.text)
    return ctx.brief.in_script(datum.text)


def _relabelled(ctx: Context, values: Values, labels: Sequence[Text]) -> Values | None:
    if len(labels) != len(values.categories):
        count, mark = len(values.categories), labels[0].mark
        ctx.problems.add("chart-labels-length", mark, labels=len(labels), values=count)
        return None
    names = tuple(str(label) for label in labels)
    keys = tuple((*known, name) for known, name in zip(values.keys, names, strict=True))
    return replace(values, categories=names, keys=keys)
