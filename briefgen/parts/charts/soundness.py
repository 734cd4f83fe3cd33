"""Turn the values of a chart into a judgement: whether they make an honest one, and if not, why."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.quantity import amount, is_charted
from briefgen.parts.charts.times import evenly
from briefgen.parts.charts.values import Limits, Point, Values
from briefgen.parts.context import Context
from briefgen.patterns import pattern
from briefgen.problems import phrase


def sound(ctx: Context, values: Values, limits: Limits) -> bool:
    """Whether the values fit the chart in number, each is there, their names can be read, and
    figures of different periods are kept apart. What is wrong becomes a problem."""
    before = len(ctx.problems)
    _count(ctx, values, limits)
    _names(ctx, values)
    _points(ctx, values, limits)
    return len(ctx.problems) == before and _one_period(ctx, values)


def _count(ctx: Context, values: Values, limits: Limits) -> None:
    for key, count, (least, most) in (
        ("of-values", len(values.categories), limits.categories),
        ("of-series", len(values.series), limits.series),
    ):
        if not least <= count <= most:
            fit = str(least) if least == most else f"{least}–{most}"
            code = "chart-too-many" if count > most else "chart-too-few"
            ctx.problems.add(code, values.mark, what=phrase(key), count=count, fit=fit)


def _names(ctx: Context, values: Values) -> None:
    doubled = next((n for n in values.categories if values.categories.count(n) > 1), None)
    if doubled is not None:
        ctx.problems.add("chart-name-twice", values.mark, name=doubled)
    for name in values.categories:
        if ctx.language == "en" and has_hanzi(name):
            ctx.problems.add("chart-name-untranslated", values.mark, name=name)


def _points(ctx: Context, values: Values, limits: Limits) -> None:
    for point in values.every:
        if point.quantity is None and not limits.gaps:
            ctx.problems.add("chart-value-missing", point.mark)
        elif point.quantity and point.quantity.form != "date" and not is_charted(point.quantity):
            form = phrase(f"form-{point.quantity.form}")
            shown = point.quantity.written
            ctx.problems.add("form-not-charted", point.mark, shown=shown, form=form)
        elif point.quantity and amount(point.quantity) < 0 and not limits.negative:
            ctx.problems.add("chart-value-negative", point.mark)
    if not any(point.quantity for point in values.every):
        ctx.problems.add("chart-all-empty", values.mark)


def _one_period(ctx: Context, values: Values) -> bool:
    """Whether figures of different periods are kept apart: by series, or by categories that are
    those periods. A period that the ledger does not state is not held against a figure; of a whole
    and its parts, which the ledger says they are, the year is enough (2022年, 2022年底前).
    """

    def periods(points: Sequence[Point]) -> list[str]:
        stated = (ctx.period(point.figure) for point in points if point.figure)
        return list(dict.fromkeys(period for period in stated if period))

    mixed = next((found for series in values.points if len(found := periods(series)) > 1), None)
    if mixed is None:
        return True
    if _of_one_year(ctx, values):
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
    ctx.problems.add("mixed-periods", values.mark, periods=tuple(mixed))
    return False


def _of_one_year(ctx: Context, values: Values) -> bool:
    """Whether figures are one whole and its parts, or these alone, and of one year."""
    ids = [point.figure for point in values.every if point.figure in ctx.brief.figures]
    wholes = {ctx.figure(id).parts_of or id for id in ids}
    years = {tuple(_YEAR.findall(ctx.period(id))) for id in ids if ctx.period(id)}
    return len(wholes) == 1 < len(ids) and len(years) == 1 == len(years.pop())


_YEAR = pattern(r"(?<!\d)\d{4}(?!\d)")


def evenly_spaced(ctx: Context, values: Values) -> bool:
    """Whether years, quarters, months or days follow each other in equal steps; a line over others
    would lie of its pace."""
    if evenly(values.categories) is not False:
        return True
    ctx.problems.add("uneven-steps", values.mark, times=values.categories)
    return False
