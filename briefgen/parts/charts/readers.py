"""Turn a slide's figures, rows or data file into the points of a chart, or say why not.

Three forms, one result: `figures` of the ledger; a `header` and `rows` written in the outline,
whose cells are `{figures}` or quantities; and `data`, named columns of a file.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Data, Datum, Ref, Slide, Text
from briefgen.chinese.hanzi import has_hanzi
from briefgen.outline.attached.data import MISSING, heading, measured
from briefgen.parts.charts.soundness import sound
from briefgen.parts.charts.values import Charted, Limits, Point, Values
from briefgen.parts.context import Context
from briefgen.problems import Mark
from briefgen.record import replace


def values_of(ctx: Context, slide: Slide, fields: Charted, limits: Limits) -> Values | None:
    """The values of a chart slide; None, with problems, where they make no honest chart."""
    forms = {"figures": fields.figures, "rows": fields.rows, "data": fields.data}
    given = [name for name, value in forms.items() if value]
    if len(given) != 1:
        ctx.problems.error(
            "missing" if not given else "too-many-forms",
            f"{' and '.join(given)} exclude each other" if given else "the chart has no values",
            slide.mark,
            "write figures: [ids], or rows:, or data: {file, columns}",
        )
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
    points = tuple(Point(ctx.figure(ref.id).quantity, ref.id, ref.mark) for ref in refs)
    keys = tuple((id, name) for id, name in zip(ids, names, strict=True))
    return Values(tuple(names), (series,), (points,), keys, ((series,),), refs[0].mark)


def _of_rows(ctx: Context, fields: Charted) -> Values | None:
    rows, header = fields.rows, fields.header
    width = len(header) or 2
    fit = True
    for row in rows:
        if len(row) != width:
            ctx.problems.error(
                "table-shape",
                f"this row has {len(row)} cells, where {width} are wanted",
                row[0].mark if row else rows[0][0].mark,
                "a name, and a value for each further column of the header",
            )
            fit = False
    if not fit:
        return None
    heads = [heading(str(text)) for text in header] or [("", ""), ("", "")]
    if fields.unit and measured("1", fields.unit) is None:
        ctx.problems.error(
            "bad-value", f"“{fields.unit}” is not a unit", fields.unit_mark, "write 亿元, 家, % …"
        )
        return None
    columns = []
    for index in range(1, width):
        points = [_point(ctx, row[index], heads[index][1] or fields.unit) for row in rows]
        fit = fit and None not in points
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


def _point(ctx: Context, cell: Text, unit: str) -> Point | None:
    """A cell of the outline: a figure alone, a quantity, or none."""
    words = str(cell).strip()
    if len(cell.figures) == 1 and len([s for s in cell.segments if s.text.strip()]) == 1:
        id = cell.figures[0]
        return Point(ctx.figure(id).quantity, id, cell.mark)
    if words in MISSING:
        return Point(None, "", cell.mark)
    quantity = measured(words, unit)
    if quantity is None:
        _not_a_value(ctx, words, cell.mark)
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
                _not_a_value(ctx, datum.text, datum.mark, datum.cell)
                fit = False
    if header and len(header) != len(table.header):
        ctx.problems.error(
            "table-shape",
            f"{len(header)} names for {len(table.header)} columns",
            header[0].mark,
            "give a name for each column, that of the first included",
        )
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
        ctx.problems.error(
            "missing-translation",
            f"the audience reads English, “{datum.text}” is Chinese",
            datum.mark,
            "give the columns names with “header:”, and the rows with “labels:”",
        )
    return ctx.brief.in_script(datum.text)


def _relabelled(ctx: Context, values: Values, labels: Sequence[Text]) -> Values | None:
    if len(labels) != len(values.categories):
        ctx.problems.error(
            "length",
            f"{len(labels)} labels for {len(values.categories)} values",
            labels[0].mark,
            "give one for each, in their order",
        )
        return None
    names = tuple(str(label) for label in labels)
    keys = tuple((*known, name) for known, name in zip(values.keys, names, strict=True))
    return replace(values, categories=names, keys=keys)


def _not_a_value(ctx: Context, words: str, mark: Mark, cell: str = "") -> None:
    where = f"the cell {cell} says " if cell else ""
    ctx.problems.error(
        "bad-value",
        f"{where}“{words}”, which is no number",
        mark,
        "write a number, with its unit here or in the heading's brackets; - where there is none",
    )
