"""Turn targets and plans among a chart's values into what tells them from what was reached: a word
behind their names, once, and strokes instead of a full colour."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.facts import qualifiers
from briefgen.facts.calendar import goes_before
from briefgen.facts.quantity import Quantity
from briefgen.parts.charts.values import Point, Values
from briefgen.parts.context import Context
from briefgen.parts.status import Status, status, word
from briefgen.record import replace

_AHEAD: frozenset[Status] = frozenset({"target", "plan"})
_REACHED: frozenset[Status] = frozenset({"achieved", "derived"})
# Chinese words that say no more of a number than its status does; 力争 says more.
_SAME = frozenset({"目标", "计划", "拟"})


def named(ctx: Context, ids: Sequence[str], names: Sequence[str]) -> list[str]:
    """The names of figures; among those of what was reached, those of targets and plans say so,
    where neither name nor number does."""
    known = [status(ctx.figure(id)) for id in ids]
    mixed = not _REACHED.isdisjoint(known)
    made = []
    for id, what, name in zip(ids, known, names, strict=True):
        told = word(ctx, what)
        # What is but a time (2031年) has nothing that its number could go on from.
        more = _says_more(ctx, ctx.figure(id).quantity) and not goes_before(name)
        said = told.lower() in name.lower() or more
        if mixed and what in _AHEAD and not said:
            name += ctx.say(f"（{told}）", f" ({told.lower()})")
        made.append(name)
    return made


def quantities(ctx: Context, ids: Sequence[str]) -> list[Quantity]:
    """The quantities of figures; where their names say which of them are planned, or the line above
    the chart says it of all, without the word (计划) that would say it again."""
    known = {status(ctx.figure(id)) for id in ids}
    once = len(known) == 1 or not _REACHED.isdisjoint(known)
    return [_once(ctx, id) if once else ctx.figure(id).quantity for id in ids]


def _once(ctx: Context, id: str) -> Quantity:
    figure = ctx.figure(id)
    quantity = figure.quantity
    if status(figure) not in _AHEAD:
        return quantity
    words = qualifiers.split(quantity.qualifier) or ()
    left = [name for name in words if not _is_same(ctx, name)]
    if len(left) == len(words):
        return quantity
    return replace(quantity, qualifier=ctx.say("", " ").join(left))


def _says_more(ctx: Context, quantity: Quantity) -> bool:
    """Whether a qualifier says of a number that it lies ahead, and more than that."""
    words = qualifiers.split(quantity.qualifier) or ()
    return any(
        qualifiers.WORDS[name].sense == "modal" and not _is_same(ctx, name) for name in words
    )


def _is_same(ctx: Context, name: str) -> bool:
    own = qualifiers.WORDS[name]
    if own.sense != "modal":
        return False
    return own.text in _SAME if ctx.chinese else own.english in ("a target of ", "planned ")


def ahead(ctx: Context, values: Values) -> frozenset[tuple[int, int]]:
    """Which values of one series are targets or plans among what was reached: the series, the
    category."""
    return _ahead(ctx, values.points) if len(values.series) == 1 else frozenset()


def parts_ahead(ctx: Context, values: Values) -> frozenset[tuple[int, int]]:
    """Which parts of wholes, the last series, are targets or plans among what was reached."""
    return _ahead(ctx, values.points[:-1])


def _ahead(ctx: Context, points: Sequence[Sequence[Point]]) -> frozenset[tuple[int, int]]:
    known = {
        (s, c): status(ctx.figure(point.figure))
        for s, series in enumerate(points)
        for c, point in enumerate(series)
        if point.figure in ctx.brief.figures
    }
    if _REACHED.isdisjoint(known.values()):
        return frozenset()
    return frozenset(at for at, what in known.items() if what in _AHEAD)
