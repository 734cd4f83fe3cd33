"""Turn the points of a graphic into a judgement: whether it can be drawn so, and if not, why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise

from briefgen.brief.graphic import Graphic
from briefgen.facts.figures import Figure
from briefgen.facts.quantity import amount, is_charted, number_of
from briefgen.parts.context import Context
from briefgen.parts.graphics.drawing import Point
from briefgen.patterns import pattern

# Forms whose sizes are those of figures.
_MEASURED = frozenset({"share", "progress", "units"})
# A percentage of these words is no part of a whole.
_GROWTH = pattern(
    r"增长|增速|增幅|涨幅|降幅|下降|growth|grew|increase|decrease|rise|fall|change", re.IGNORECASE
)


def sound(ctx: Context, graphic: Graphic, points: Sequence[Point]) -> bool:
    """Whether there are as many points as the form shows, each with what it needs, and whether
    their figures can be drawn as it does. What is wrong becomes a problem at its place."""
    before = len(ctx.problems)
    module = import_module(f"{__package__}.{graphic.form}")
    least, most = module.LEAST, module.MOST
    if not least <= len(points) <= most:
        code = "graphic-too-many" if len(points) > most else "graphic-too-few"
        fit = str(least) if least == most else f"{least}–{most}"
        ctx.problems.add(code, graphic.mark, form=graphic.form, count=len(points), fit=fit)
    for point in points:
        _complete(ctx, graphic, point)
    if len(ctx.problems) == before:
        match graphic.form:
            case "share":
                _shares(ctx, points)
            case "progress":
                _targets(ctx, points)
            case "units":
                _one_unit(ctx, graphic, points)
            case "steps":
                _order(ctx, graphic, points)
            case "ribbon":
                _onward(ctx, points)
            case "compass":
                _apart(ctx, points)
    return len(ctx.problems) == before


def _complete(ctx: Context, graphic: Graphic, point: Point) -> None:
    """Whether a point has what the form draws."""
    need = {
        "share": ("figure",),
        "units": ("figure",),
        "progress": ("figure", "target"),
        "compass": ("to",),
        "icons": ("icon",),
    }
    for key in need.get(graphic.form, ()):
        if not getattr(point, key):
            ctx.problems.add("graphic-point-lacks", point.mark, form=graphic.form, key=key)
            return
    if graphic.form in _MEASURED:
        for id in filter(None, (point.figure, point.target)):
            if number_of(ctx.figure(id).quantity) is None:
                ctx.problems.add("graphic-no-number", point.mark, id=id, form=graphic.form)


def _shares(ctx: Context, points: Sequence[Point]) -> None:
    for point in points:
        figure = ctx.figure(point.figure)
        value = amount(figure.quantity)
        if figure.quantity.unit != "%" or not 0 <= value <= 100 or _is_growth(figure):
            shown = str(ctx.shown(point.figure))
            ctx.problems.add("graphic-no-share", point.mark, id=point.figure, shown=shown)


def _is_growth(figure: Figure) -> bool:
    return any(_GROWTH.search(label) for label in figure.label.values())


def _targets(ctx: Context, points: Sequence[Point]) -> None:
    for point in points:
        now, goal = ctx.figure(point.figure), ctx.figure(point.target)
        if now.quantity.unit != goal.quantity.unit:
            _units_differ(ctx, point, (point.figure, point.target))
        elif goal.kind not in ("target", "plan"):
            ctx.problems.add("graphic-no-target", point.mark, id=point.target)
        elif amount(goal.quantity) <= 0 or amount(now.quantity) < 0:
            ctx.problems.add("graphic-not-positive", point.mark, id=point.target)


def _one_unit(ctx: Context, graphic: Graphic, points: Sequence[Point]) -> None:
    units = {ctx.figure(point.figure).quantity.unit: point for point in points}
    if len(units) > 1:
        _units_differ(ctx, points[0], tuple(point.figure for point in units.values()))
        return
    for point in points:
        if amount(ctx.figure(point.figure).quantity) <= 0:
            ctx.problems.add("graphic-not-positive", point.mark, id=point.figure)


def _units_differ(ctx: Context, point: Point, ids: tuple[str, ...]) -> None:
    shown = tuple(str(ctx.shown(id)) for id in ids)
    ctx.problems.add("graphic-units-differ", point.mark, shown=shown)


def _order(ctx: Context, graphic: Graphic, points: Sequence[Point]) -> None:
    """Steps that have figures fall with them."""
    if not all(point.figure for point in points):
        return
    for point in points:
        if not is_charted(ctx.figure(point.figure).quantity):
            form = {"id": point.figure, "form": "steps"}
            ctx.problems.add("graphic-no-number", point.mark, **form)
            return
    found = [ctx.figure(point.figure).quantity for point in points]
    if len({quantity.unit for quantity in found}) > 1:
        _units_differ(ctx, points[0], tuple(point.figure for point in points))
        return
    values = [amount(quantity) for quantity in found]
    if values != sorted(values, reverse=True) or values[-1] <= 0:
        shown = tuple(str(ctx.shown(point.figure)) for point in points)
        ctx.problems.add("graphic-steps-order", graphic.mark, shown=shown)


def _onward(ctx: Context, points: Sequence[Point]) -> None:
    """What lies ahead comes after what has been."""
    for before, after in pairwise(points):
        if before.ahead and not after.ahead:
            ctx.problems.add("graphic-behind-ahead", after.mark, name=str(after.text))


def _apart(ctx: Context, points: Sequence[Point]) -> None:
    """One point for each direction."""
    seen: set[str] = set()
    for point in points:
        if point.to in seen:
            ctx.problems.add("graphic-direction-twice", point.mark, to=str(point.to))
        seen.add(str(point.to))
