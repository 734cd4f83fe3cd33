"""Turn what an author wants noted at a chart into notes with exact values, or say why not.

A difference and an average are worked out with the ledger's own arithmetic, from exact values
alone: of 超1800亿元 nobody knows how much it is, so neither a difference nor an average of it can
be told, and none is. What was worked out says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Ref, Text
from briefgen.facts import qualifiers
from briefgen.facts.formula import PERCENT, evaluate
from briefgen.facts.numerals import decimals, tidy
from briefgen.facts.quantity import Quantity, amount, display
from briefgen.geometry import pt
from briefgen.parts.charts.labels import Scale, format_code, written
from briefgen.parts.charts.values import Charted, Point, Values, found
from briefgen.parts.context import Context
from briefgen.parts.derived import derived
from briefgen.problems import NOWHERE, Mark, phrase
from briefgen.record import Record
from briefgen.theme.model import Step

# The decimals that an average is told with, where its values have fewer.
_LEAST = 1


class Annotation(Record, kw_only=True):
    """One thing to be noted at a chart: a difference, a target, an average, or a callout."""

    difference: Annotated[
        tuple[str, ...], Length(2, 2), Doc("How far two values are apart: their ids or names.")
    ] = ()
    target: Annotated[Ref | None, Doc("A line at a figure that is a target or a plan.")] = None
    average: Annotated[bool, Doc("A line at the average of all values.")] = False
    callout: Annotated[str, Doc("The value that `text` is about: its id or name.")] = ""
    text: Annotated[Text | None, Doc("A few words, with `callout`.")] = None
    mark: Mark = NOWHERE
    difference_mark: Mark = NOWHERE
    callout_mark: Mark = NOWHERE


class Notable(Charted, kw_only=True):
    """A chart whose values can be noted at."""

    annotate: Annotated[
        tuple[Annotation, ...],
        Length(0, 3),
        Doc("{difference: [a, b]}, {target: ID}, {average: yes}, {callout: a, text: …}"),
    ] = ()


class Bracket(Record):
    """Two values, by their places, how far they are apart in words, and the ledger's id of that
    ("" where it has none)."""

    first: int
    second: int
    said: str
    figure: str = ""


class Level(Record, kw_only=True):
    """A line at a value on the chart's scale: what it is called, what its label says around the
    number, the number's format, and the ledger's id of it ("" where it was worked out)."""

    name: str
    value: Decimal
    said: str
    code: str
    figure: str = ""


class Callout(Record):
    """Words about a value, by its place."""

    at: int
    text: Text


class Notes(Record):
    """All that is noted at a chart."""

    brackets: tuple[Bracket, ...] = ()
    targets: tuple[Level, ...] = ()
    averages: tuple[Level, ...] = ()
    callouts: tuple[Callout, ...] = ()

    @property
    def levels(self) -> tuple[Level, ...]:
        return (*self.targets, *self.averages)

    def strip(self, step: Step) -> int:
        """The height of the strip above lying bars that names the line of an average (EMU)."""
        return step.leading + pt(4) if self.averages else 0


NOTHING = Notes()


def noted(ctx: Context, values: Values, scale: Scale, wanted: Sequence[Annotation]) -> Notes:
    """What is to be noted, with its values; what cannot be told becomes a problem."""
    brackets: list[Bracket] = []
    targets: list[Level] = []
    averages: list[Level] = []
    callouts: list[Callout] = []
    if wanted and len(values.series) > 1:
        ctx.problems.add("note-series", wanted[0].mark)
        return NOTHING
    for each in wanted:
        said = [each.difference, each.target, each.average, each.callout]
        if sum(map(bool, said)) != 1 or bool(each.callout) != bool(each.text):
            ctx.problems.add("note-unclear", each.mark)
        elif each.difference:
            brackets += _difference(ctx, values, scale, each)
        elif each.target:
            targets += _target(ctx, values, scale, each.target)
        elif each.average:
            averages += _average(ctx, values, scale, each.mark)
        elif each.text:
            at = found(ctx, each.callout, each.callout_mark, values.keys)
            callouts += [Callout(at, each.text)] if at is not None else []
    return Notes(tuple(brackets), tuple(targets), tuple(averages), tuple(callouts))


def _difference(
    ctx: Context, values: Values, scale: Scale, wanted: Annotation
) -> tuple[Bracket, ...]:
    mark = wanted.difference_mark
    one, other = (found(ctx, name, mark, values.keys) for name in wanted.difference)
    if one is None or other is None:
        return ()
    exact = _exact(ctx, values, (one, other), mark, "a-difference")
    if exact is None:
        return ()
    if one == other or exact[0] == exact[1]:
        ctx.problems.add("note-no-difference", mark)
        return ()
    gap = evaluate("a - b", {"a": exact[0], "b": exact[1]})
    share = exact[0].unit in PERCENT
    apart = abs(gap.value) * (100 if share else 1)
    said, _ = _labelled(scale, scale.of(apart))
    if share:
        points = ctx.say("个百分点", " percentage points")
        said = written(scale.of(apart), scale.plainly(scale.of(apart))) + points
    words = ctx.say(f"差{said}（推算）", f"{said} (derived)")
    ids = [values.points[0][at].figure for at in (one, other)]
    formulas = [f"{a} - {b}" for a, b in (ids, ids[::-1])] if all(ids) else []
    return (Bracket(one, other, words, derived(ctx, *formulas)),)


def _target(ctx: Context, values: Values, scale: Scale, ref: Ref) -> tuple[Level, ...]:
    figure = ctx.figure(ref.id)
    if figure.kind not in ("target", "plan"):
        ctx.problems.add("note-no-target", ref.mark, id=ref.id)
        return ()
    units = {point.quantity.unit for point in values.every if point.quantity}
    if units != {figure.quantity.unit}:
        named = (*units, figure.quantity.unit)
        ctx.problems.add("note-units", ref.mark, id=ref.id, units=named)
        return ()
    value = scale.of(Fraction(amount(figure.quantity)))
    kind = ctx.say("目标", "Target") if figure.kind == "target" else ctx.say("计划", "Planned")
    period = ctx.period(ref.id)
    name = f"{period}{kind}" if ctx.chinese else f"{kind} {period}".strip()
    said, code = _labelled(scale, value, *_qualified(ctx, figure.quantity.qualifier))
    return (Level(name=name, value=value, said=said, code=code, figure=ref.id),)


def _average(ctx: Context, values: Values, scale: Scale, mark: Mark) -> tuple[Level, ...]:
    exact = _exact(ctx, values, range(len(values.categories)), mark, "an-average")
    if exact is None:
        return ()
    if exact[0].unit in PERCENT or scale.sign:
        ctx.problems.add("note-average-of-shares", mark)
        return ()
    mean = sum((Fraction(amount(one)) for one in exact), Fraction(0)) / len(exact)
    places = max(
        decimals(tidy(value)) for row in scale.values for value in row if value is not None
    )
    places = max(places, _LEAST)
    value = scale.of(mean).quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    rounded = Fraction(value) != scale.exact(mean)
    about = ctx.say("约", "about ") if rounded else ""
    said, code = _labelled(scale, tidy(value), about)
    name = ctx.say("平均（推算）", "Average (derived)")
    return (Level(name=name, value=tidy(value), said=said, code=code),)


def _exact(
    ctx: Context, values: Values, places: Sequence[int], mark: Mark, what: str
) -> tuple[Quantity, ...] | None:
    """The quantities at these places, if all of them say exactly how much it is."""
    (points,) = values.points
    exact: list[Quantity] = []
    for at in places:
        point: Point = points[at]
        if point.quantity is None:
            ctx.problems.add("note-gap", mark, name=values.categories[at])
            return None
        if qualifiers.senses(point.quantity.qualifier) & qualifiers.OPEN:
            shown = str(display(point.quantity, ctx.brief.tag))
            told = {"name": values.categories[at], "shown": shown}
            ctx.problems.add("note-open", mark, **told, what=phrase(what))
            return None
        exact.append(point.quantity)
    return tuple(exact)


def _labelled(scale: Scale, value: Decimal, before: str = "", after: str = "") -> tuple[str, str]:
    """A value on the scale with its unit, in words and as a number format."""
    digits, (left, right) = scale.plainly(value), scale.affixes
    before, after = before + left, right + after
    return before + written(value, digits) + after, format_code(digits, before, after)


def _qualified(ctx: Context, qualifier: str) -> tuple[str, str]:
    """What a qualifier says before and behind a number with its unit."""
    if not ctx.chinese:
        return qualifiers.english(qualifier, False)
    before, inside, after = qualifiers.chinese(qualifier)
    return ctx.brief.in_script(before + inside), ctx.brief.in_script(after)
