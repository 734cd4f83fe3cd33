"""Turn a slide's figures, rows or data file into the points of a chart, or say why not.

Three forms, one result: `figures` of the ledger; a `header` and `rows` written in the outline,
whose cells are `{figures}` or quantities; and `data`, named columns of a file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Data, Datum, Ref, Slide, Text
from briefgen.facts.quantity import Quantity
from briefgen.outline.attached.data import MISSING, heading, measured
from briefgen.outline.nearest import nearest
from briefgen.parts.context import Context
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace

_CJK = re.compile(r"[㐀-鿿]")


class Charted(Record, kw_only=True):
    """What every chart slide may have: its values in one of three forms, and what they show."""

    figures: Annotated[
        tuple[Ref, ...], Length(2, 12), Doc("Of the ledger; one series, in this order.")
    ] = ()
    header: Annotated[
        tuple[Text, ...], Length(2, 6), Doc("What the columns of `rows` are; names for `data`'s.")
    ] = ()
    rows: Annotated[
        tuple[tuple[Text, ...], ...],
        Length(2, 60),
        Doc("Each a name and its values: “{id}” of a figure, or a quantity; - for none."),
    ] = ()
    unit: Annotated[str, Doc("Of bare numbers in `rows`, such as 亿元.")] = ""
    data: Annotated[Data | None, Doc("Columns of a CSV or XLSX file.")] = None
    labels: Annotated[
        tuple[Text, ...], Length(2, 60), Doc("Names here, instead of the ledger's or file's.")
    ] = ()
    highlight: Annotated[str, Doc("The point: a figure's id, a name, or a number from 1.")] = ""
    claim: Annotated[Text | None, Doc("What the chart shows, in one line beside it.")] = None
    points: Annotated[tuple[Text, ...], Length(0, 4), Doc("What follows from it.")] = ()
    note: Annotated[Text | None, Doc("Definitions, at the foot.")] = None
    highlight_mark: Mark = NOWHERE
    unit_mark: Mark = NOWHERE


class Point(Record):
    """One value: its quantity (None where there is none), its figure's id, its place. `rest` says
    that it is not given, but what other values leave of a whole."""

    quantity: Quantity | None
    figure: str = ""
    mark: Mark = NOWHERE
    rest: bool = False


class Values(Record):
    """Named categories, named series, and `points[series][category]`.

    `keys` and `series_keys` hold the names by which an author may mean each of them.
    """

    categories: tuple[str, ...]
    series: tuple[str, ...]
    points: tuple[tuple[Point, ...], ...]
    keys: tuple[tuple[str, ...], ...]
    series_keys: tuple[tuple[str, ...], ...]
    mark: Mark = NOWHERE

    @property
    def every(self) -> tuple[Point, ...]:
        """All points, series by series."""
        return tuple(point for series in self.points for point in series)

    def only(self, series: Sequence[int]) -> Values:
        """The same with these series, in this order."""
        return replace(
            self,
            series=tuple(self.series[i] for i in series),
            points=tuple(self.points[i] for i in series),
            series_keys=tuple(self.series_keys[i] for i in series),
        )

    def turned(self) -> Values:
        """Categories as series, and series as categories."""
        return Values(
            self.series, self.categories, tuple(zip(*self.points, strict=True)),
            self.series_keys, self.keys, self.mark,
        )  # fmt: skip


class Limits(Record):
    """How many categories and series a kind of chart holds; whether values may be missing."""

    categories: tuple[int, int]
    series: tuple[int, int] = (1, 1)
    gaps: bool = False
    negative: bool = True


def values_of(ctx: Context, slide: Slide, fields: Charted, limits: Limits) -> Values | None:
    """The values of a chart slide; None, with problems, where they make no honest chart."""
    forms = {"figures": fields.figures, "rows": fields.rows, "data": fields.data}
    given = [name for name, value in forms.items() if value]
    if len(given) != 1:
        ctx.problems.error(
            "missing" if not given else "too-many-forms",
            f"{' and '.join(given)} exclude each other" if given else "the chart has no values",
            slide.mark, "write figures: [ids], or rows:, or data: {file, columns}",
        )  # fmt: skip
        return None
    if fields.data:
        made = _of_data(ctx, fields.data, fields.header)
    elif fields.rows:
        made = _of_rows(ctx, fields)
    else:
        made = of_figures(ctx, fields.figures)
    if made and fields.labels:
        made = _relabelled(ctx, made, fields.labels)
    return made if made and _sound(ctx, made, limits) else None


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
    sound = True
    for row in rows:
        if len(row) != width:
            ctx.problems.error(
                "table-shape", f"this row has {len(row)} cells, where {width} are wanted",
                row[0].mark if row else rows[0][0].mark,
                "a name, and a value for each further column of the header",
            )  # fmt: skip
            sound = False
    if not sound:
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
        sound = sound and None not in points
        columns.append(tuple(point for point in points if point))
    if not sound:
        return None
    names = tuple(str(row[0]) for row in rows)
    series = tuple(name for name, _ in heads[1:])
    keys = (
        (name, *(id for cell in row for id in cell.figures))
        for name, row in zip(names, rows, strict=True)
    )
    return Values(
        names, series, tuple(columns), tuple(keys), tuple((name,) for name in series),
        rows[0][0].mark,
    )  # fmt: skip


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
    table = ctx.brief.data.get(data)
    if table is None:
        return None
    sound = True
    for row in table.rows:
        for datum in row[1:]:
            if not datum.figure and datum.text not in MISSING:
                _not_a_value(ctx, datum.text, datum.mark, datum.place)
                sound = False
    if header and len(header) != len(table.header):
        ctx.problems.error(
            "table-shape", f"{len(header)} names for {len(table.header)} columns", header[0].mark,
            "give a name for each column, that of the first included",
        )  # fmt: skip
        sound = False
    if not sound:
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
    if ctx.language == "en" and _CJK.search(datum.text):
        ctx.problems.error(
            "missing-translation", f"the audience reads English, “{datum.text}” is Chinese",
            datum.mark, "give the columns names with “header:”, and the rows with “labels:”",
        )  # fmt: skip
    return ctx.brief.in_script(datum.text)


def _relabelled(ctx: Context, values: Values, labels: Sequence[Text]) -> Values | None:
    if len(labels) != len(values.categories):
        ctx.problems.error(
            "length", f"{len(labels)} labels for {len(values.categories)} values", labels[0].mark,
            "give one for each, in their order",
        )  # fmt: skip
        return None
    names = tuple(str(label) for label in labels)
    keys = tuple((*known, name) for known, name in zip(values.keys, names, strict=True))
    return replace(values, categories=names, keys=keys)


def _not_a_value(ctx: Context, words: str, mark: Mark, place: str = "") -> None:
    ctx.problems.error(
        "bad-value",
        f"{'the cell ' + place.rpartition(':')[2] + ' says ' if '!' in place else ''}“{words}”, "
        "which is no number",
        mark,
        "write a number, with its unit here or in the heading's brackets; - where there is none",
    )


def _sound(ctx: Context, values: Values, limits: Limits) -> bool:
    """Whether the values fit the chart in number, each is there, and their names can be read."""
    before = len(ctx.problems)
    for name, count, (least, most) in (
        ("values", len(values.categories), limits.categories),
        ("series", len(values.series), limits.series),
    ):
        if not least <= count <= most:
            fit = str(least) if least == most else f"{least}–{most}"
            ctx.problems.error(
                "length", f"{count} {name} here, where {fit} fit", values.mark,
                "leave some out, or split the slide" if count > most else "add some",
            )  # fmt: skip
    doubled = next((n for n in values.categories if values.categories.count(n) > 1), None)
    if doubled is not None:
        ctx.problems.error(
            "ambiguous", f"two values are called “{doubled}”", values.mark,
            "give them different names with “labels:”",
        )  # fmt: skip
    for name in values.categories:
        if ctx.language == "en" and _CJK.search(name):
            ctx.problems.error(
                "missing-translation", f"the audience reads English, “{name}” is Chinese",
                values.mark, "name the values with “labels:”",
            )  # fmt: skip
    for point in values.every:
        if point.quantity is None and not limits.gaps:
            ctx.problems.error(
                "missing", "a value is missing here", point.mark,
                "fill it in, or leave its row out; a formula's value is there once a "
                "spreadsheet has saved it",
            )  # fmt: skip
        elif point.quantity and point.quantity.value < 0 and not limits.negative:
            ctx.problems.error(
                "negative", "a value below zero has no place in this chart", point.mark,
                "show it as bars or columns",
            )  # fmt: skip
    if not any(point.quantity for point in values.every):
        ctx.problems.error("missing", "the chart has no values", values.mark, "fill some in")
    return len(ctx.problems) == before and _one_period(ctx, values)


def _one_period(ctx: Context, values: Values) -> bool:
    """Whether figures of different periods are kept apart: by series, or by categories that are
    those periods. A period that the ledger does not state is not held against a figure.
    """

    def periods(points: Sequence[Point]) -> list[str]:
        stated = (ctx.period(point.figure) for point in points if point.figure)
        return list(dict.fromkeys(period for period in stated if period))

    mixed = next((found for series in values.points if len(found := periods(series)) > 1), None)
    if mixed is None:
        return True
    across = list(zip(*values.points, strict=True))
    if len(values.series) > 1 and all(len(periods(points)) <= 1 for points in across):
        return True
    if len(values.series) == 1:
        (points,) = values.points
        one_thing = len({str(ctx.label(p.figure)) for p in points if p.figure}) == 1
        pairs = zip(points, values.categories, strict=True)
        if one_thing or all(ctx.period(p.figure) in name for p, name in pairs if p.figure):
            return True
    ctx.problems.error(
        "mixed-periods",
        f"these figures cannot share one axis: their periods differ: {'、'.join(mixed)}",
        values.mark,
        "chart figures of one period, or of one thing over several periods",
    )
    return False


def found(
    ctx: Context, highlight: str, mark: Mark, keys: Sequence[Sequence[str]], series: bool = False
) -> int | None:
    """Which of the named things `highlight` means; None where it is none, with a problem."""
    if not highlight:
        return None
    for index, known in enumerate(keys):
        if highlight in known:
            return index
    # A number, where names differ from language to language.
    if highlight.isdecimal() and 1 <= int(highlight) <= len(keys):
        return int(highlight) - 1
    names = [known[0] for known in keys]
    ctx.problems.error(
        "unknown-highlight", f"“{highlight}” is not one of the {'series' if series else 'values'}",
        mark, nearest(highlight, names),
    )  # fmt: skip
    return None
