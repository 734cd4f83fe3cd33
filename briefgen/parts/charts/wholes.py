"""Turn values into the parts of a stated whole, and what they leave of it."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Ref, Slide, Text
from briefgen.colours import Token
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import Quantity, amount, display
from briefgen.facts.worked import is_open
from briefgen.parts.charts.aimed import parts_ahead
from briefgen.parts.charts.drawing import SERIES, hatching
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.readers import values_of
from briefgen.parts.charts.values import Charted, Limits, Point, Values, found
from briefgen.parts.context import Context
from briefgen.parts.derived import shared_out
from briefgen.patterns import pattern
from briefgen.problems import NOWHERE, Mark, phrase
from briefgen.record import replace

# By so much shares that were rounded may add up to more than a hundred percent.
_ROUNDED = Decimal("0.5")
# So many parts of a whole are told from each other; what the rest of them may be called already.
MOST_PARTS = 6
_OTHER = frozenset({"其他", "其它", "Other", "Others"})
# So many rows or columns of parts are read; more are no parts that anybody reads.
READ = 30
# The colour of what the parts leave.
REST: Token = "surface"
_PARTS: tuple[Token, ...] = ("primary", "ink2", "muted", "line", "surface2", "surface")


class Shared(Charted, kw_only=True):
    """The whole and its parts: figures of the ledger, or rows one of which is the whole."""

    total: Annotated[Ref | None, Doc("The whole, a figure of the ledger.")] = None
    parts: Annotated[
        tuple[Ref, ...], Length(1, 6), Doc("Its parts: figures whose “parts_of” is the whole.")
    ] = ()
    whole: Annotated[str, Doc("With rows or data: the name of the row that is the whole.")] = ""
    rest: Annotated[Text | None, Doc("What is left of the whole is called so.")] = None
    whole_mark: Mark = NOWHERE


def one_whole(ctx: Context, slide: Slide, fields: Shared) -> Values | None:
    """One whole and its parts, each a series; the whole last, the rest before it."""
    if bool(fields.total) == bool(fields.whole) or bool(fields.total) != bool(fields.parts):
        ctx.problems.add("whole-unsaid", slide.mark)
        return None
    if fields.total:
        fields = replace(fields, figures=(*fields.parts, fields.total))
    values = values_of(ctx, slide, fields, Limits((2, READ), negative=False))
    if values is None:
        return None
    whole = fields.total.id if fields.total else fields.whole
    turned = whole_last(ctx, values.turned(), whole, fields.whole_mark)
    if turned is None:
        return None
    turned = replace(turned, categories=turned.series[-1:], keys=turned.series_keys[-1:])
    return shares(ctx, turned, fields.rest)


def summed(ctx: Context, slide: Slide, fields: Shared) -> Values | None:
    """Two or more parts that the author says are all of it, each a series; last the whole that
    they add up to, or of shares a hundred percent, and before it what they leave of that."""
    values = values_of(ctx, slide, fields, Limits((2, READ), negative=False))
    if values is None or scaled(ctx, values) is None:
        return None
    turned = values.turned()
    parts = [series[0] for series in turned.points]
    quantities = [part.quantity for part in parts if part.quantity]
    if stated := next((part for part in parts if part.figure in ctx.brief.figures), None):
        _is_part(ctx, stated, Point(None))
        return None
    total = sum(map(amount, quantities), Decimal(0))
    share = quantities[0].unit == "%"
    if share and not 100 < total <= 100 + _ROUNDED:
        total = Decimal(100)
    whole = Point(replace(quantities[0], value=total, qualifier=""), "", values.mark)
    name = ctx.say("合计", "Total") + ("" if share else ctx.say("（推算）", " (derived)"))
    made = replace(
        turned,
        series=(*turned.series, name),
        points=(*turned.points, (whole,)),
        series_keys=(*turned.series_keys, (name,)),
        categories=(name,),
        keys=((name,),),
    )
    return shares(ctx, made, fields.rest)


def whole_last(ctx: Context, values: Values, whole: str, mark: Mark) -> Values | None:
    """The values with the series that `whole` names as the last."""
    at = found(ctx, whole, mark if mark.line else values.mark, values.series_keys, series=True)
    if at is None:
        return None
    return values.only([i for i in range(len(values.series)) if i != at] + [at])


def shares(ctx: Context, values: Values, rest: Text | None) -> Values | None:
    """`values` whose last series is the whole of the others, completed by what is left of it.

    The result has the whole last again, and before it the rest where there is any. Of more than
    MOST_PARTS parts the smallest are left out, and so become the rest, with a warning. None, with a
    problem, where the parts are not said to be parts of it, or exceed it.
    """
    *parts, whole = values.points
    for c, total in enumerate(whole):
        for part in (series[c] for series in parts):
            if part.figure in ctx.brief.figures and not _is_part(ctx, part, total):
                return None
    every = len(parts)
    values = _largest(ctx, values)
    *parts, whole = values.points
    left: list[Point] = []
    for c, total in enumerate(whole):
        remainder = _remainder(ctx, [series[c] for series in parts], total, values.categories[c])
        if remainder is None:
            return None
        left.append(remainder)
    if not any(point.quantity and point.quantity.value for point in left):
        return values
    other = ctx.say("其余", "Rest") if len(parts) == every else ctx.say("其他", "Other")
    name = str(rest) if rest else other
    name += ctx.say("（推算）", " (derived)")
    return replace(
        values,
        series=(*values.series[:-1], name, values.series[-1]),
        points=(*parts, tuple(left), whole),
        series_keys=(*values.series_keys[:-1], (name,), values.series_keys[-1]),
    )


def _largest(ctx: Context, values: Values) -> Values:
    """The values whose last series is the whole, without the smallest of more than MOST_PARTS,
    and without what is called other already; what is left out is told."""
    whole = len(values.series) - 1
    if whole <= MOST_PARTS:
        return values
    sizes = [
        sum((amount(point.quantity) for point in series if point.quantity), Decimal(0))
        for series in values.points[:-1]
    ]
    named = [values.series[s] in _OTHER for s in range(whole)]
    order = sorted(range(whole), key=lambda s: (not named[s], sizes[s], -s))
    left_out = sorted(order[: whole - MOST_PARTS + 1])
    names = tuple(values.series[s] for s in left_out)
    mark = next((p.mark for p in values.points[left_out[0]] if p.mark.line), values.mark)
    ctx.problems.add("parts-gathered", mark, count=whole, most=MOST_PARTS, names=names)
    kept = values.only([s for s in range(whole + 1) if s not in left_out])
    said = (_amounts(ctx, values, s) for s in left_out)
    return replace(kept, gathered=tuple(said))


def _amounts(ctx: Context, values: Values, s: int) -> str:
    """A part and how much it is."""
    shown = [str(display(p.quantity, ctx.brief.tag)) for p in values.points[s] if p.quantity]
    return f"{values.series[s]} {ctx.say('、', ', ').join(shown)}"


def including(ctx: Context, values: Values) -> str:
    """What the gathered part stands for, for those who are told of the chart; "" without one."""
    if not values.gathered:
        return ""
    joined = ctx.say("；", "; ").join(values.gathered)
    return ctx.say(f"；其他包括：{joined}", f"; other: {joined}")


def _is_part(ctx: Context, part: Point, total: Point) -> bool:
    stated = ctx.figure(part.figure)
    if stated.parts_of and stated.parts_of == total.figure:
        return True
    whole = phrase("quoted", text=total.figure) if total.figure else phrase("this-whole")
    id = total.figure or phrase("an-id")
    ctx.problems.add("not-a-part", part.mark, part=part.figure, whole=whole, id=id)
    return False


def _remainder(ctx: Context, parts: list[Point], total: Point, name: str) -> Point | None:
    """What the parts leave of the whole."""
    stated = [part.quantity for part in parts if part.quantity]
    assert total.quantity is not None
    if any(quantity.unit != total.quantity.unit for quantity in stated):
        scaled(ctx, Values((name,), ("",), ((*parts, total),), ((),), ((),), total.mark))
        return None
    left = amount(total.quantity) - sum(map(amount, stated), Decimal(0))
    if abs(left) <= sum(map(_rounded_by, (*stated, total.quantity))):
        left = Decimal(0)
    if left < 0:
        ctx.problems.add("parts-exceed", total.mark, name=name)
        return None
    vague = any(map(is_open, (*stated, total.quantity)))
    quantity = replace(total.quantity, value=left, qualifier="")
    formula = " - ".join([total.figure, *(part.figure for part in parts)])
    figure = "" if vague or not left else shared_out(ctx, formula)
    return Point(quantity, figure, total.mark, rest=True, open=vague)


def _rounded_by(quantity: Quantity) -> Decimal:
    """By how much a value with decimals may have been rounded: half of its last digit. Parts of
    1.25, 3.18 and 2.71 are 7.13 in official tables. What is counted in whole is not rounded."""
    written = _DECIMALS.search(plain(quantity.written))
    number = Decimal(written[0].replace(",", "")) if written else Decimal(0)
    if not written or not number or quantity.value is None:
        return Decimal(0)
    return abs(quantity.value / number).scaleb(-len(written["decimals"])) / 2


_DECIMALS = pattern(r"\d[\d,]*\.(?P<decimals>\d+)")


def stated(values: Values, series: int) -> bool:
    """Whether a part was given, and is not what the others left."""
    return not any(point.rest for point in values.points[series])


def known(values: Values, series: int) -> bool:
    """Whether it can be told how much a part is: it was given, or follows from exact values."""
    return not any(point.open for point in values.points[series])


def lit(ctx: Context, fields: Charted, values: Values | None) -> Values | None:
    """The values with the part that their author highlights, by its name, its figure's id or its
    number; with a problem where there is none such."""
    if values is None or not fields.highlight:
        return values
    parts = zip(values.series[:-1], values.points, strict=False)
    keys = [(name, *(each.figure for each in points if each.figure)) for name, points in parts]
    at = found(ctx, fields.highlight, fields.highlight_mark, keys, series=True)
    return replace(values, lit=at)


def whole_figure(ctx: Context, values: Values) -> str:
    """The whole's figure in the ledger; "" where it has none."""
    id = values.points[-1][0].figure
    return id if id in ctx.brief.figures else ""


def whole_said(ctx: Context, values: Values, scale: Scale) -> str:
    """What the whole is called, and how much it is."""
    name, much = values.categories[0], scale.words(len(values.series) - 1, 0)
    return ctx.say(f"{name}{much}", f"{name}: {much}")


def part_colours(ctx: Context, values: Values) -> tuple[Token, ...]:
    """The part that is highlighted, else the largest that was reached, in the accent and the others
    in greys of their own, what is left of the whole in a tint; in a theme that hatches, in the
    colours of its series."""
    first, *others = (*SERIES, "muted", "ink2") if ctx.theme.hatched else _PARTS
    count, left = len(values.series) - 1, iter(others)
    parts = [s for s in range(count) if stated(values, s)]
    lies = parts_ahead(ctx, values)
    every = range(len(values.categories))
    reached = [s for s in parts if not all((s, c) in lies for c in every)] or parts
    largest = max(reached, key=partial(_size, values), default=-1)
    accent = values.lit if values.lit in parts else largest
    return tuple(first if s == accent else next(left) if s in parts else REST for s in range(count))


def _size(values: Values, series: int) -> Decimal:
    quantity = values.points[series][0].quantity
    return amount(quantity) if quantity else Decimal(0)


def on_part(ctx: Context, colour: Token, planned: bool = False) -> Token:
    """The ink of words on a part; where it is hatched, as one that is `planned` is, on their
    plate."""
    return "ink" if planned or hatching(ctx, colour) else ctx.theme.readable(colour)
