"""Turn values and what they aim at into bars before bars, each with both its labels."""

from __future__ import annotations

from decimal import Decimal

from briefgen.colours import Token
from briefgen.facts.numerals import tidy
from briefgen.facts.quantity import Quantity, amount
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.axis import unmarked
from briefgen.parts.charts.drawing import HAIRLINE, ink, spoken, widest
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.marks import ChartMark, MarkLabel, charted, shape, written
from briefgen.parts.charts.plan import Plan, numbers
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.record import replace
from briefgen.scene.items import Chart, Item, Rule, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step

# Both bars of a row are so thick: of its band in percent, in few rows or many, and at most. What is
# aimed at looks out above by a share of a bar, in percent, and by a line of its label, in percent
# of its size, also where somebody adds a row: whatever the two values become, neither label stands
# on the other.
_THICK, _MOST, _OUT, _LINE = (74, 88), pt(84), 36, 106
# So much longer than a label with a name a bar is that holds it, in percent.
_SHORTER = 150
# A bar is so thick in sizes of its label, in percent.
_ROOM = 140
# What is aimed at, and its outline: it is not there yet.
_AIMED: Token = "surface2"
_OUTLINE = Stroke("ink2", HAIRLINE, dashed=True)
# The native series, in the order in which they are drawn.
_AIM, _VALUE = 0, 1
# How far names stand from the bars, and how far labels do.
_NAME_APART, _APART = pt(8), pt(6)
# Steps of labels, which stand within bars, and of names.
_LABELS: tuple[Step, ...] = (DECK["head"], DECK["body"], DECK["dense"], DECK["small"])
_NAMES: tuple[Step, ...] = (DECK["body"], DECK["dense"], DECK["small"])
# Shares are told to a tenth of a percent.
_SHARE = Decimal("0.1")


def bullet_chart(
    ctx: Context,
    name: Name,
    values: Values,
    highlight: int | None,
    rect: Rect,
    sign: str,
    bare: bool,
) -> Chart | None:
    """A row for each category: the first series as a bar before that of the second, its aim.

    Bars start at zero. The value stands within the end of its bar where there is room, else behind
    it; what is aimed at stands behind both, after its `sign`, such as ○. In the row of the largest
    value labels say what both are. A `bare` label leaves out the unit, which is said elsewhere.

    Both are series of one plot, on one axis: an application shows them to one scale whatever is
    edited. Bars of two widths would need two axes, which part when a value outgrows its target.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return None
    plan = _plan(ctx, name, values, scale, rect, sign, bare)
    named = _named(scale)
    pairs = [_row(ctx, plan, c, highlight, sign, c == named) for c in range(len(plan.categories))]
    drawn: list[Item] = []
    for c, (aim, value) in enumerate(pairs):
        what, band = plan.categories[c], plan.bands[c]
        place = Rect(rect.x, band.y, plan.plot.x - rect.x - _NAME_APART, band.h)
        if isinstance(aim.form, Rect):
            drawn.append(Shape(name=aim.name, rect=aim.form, fill=_AIMED, stroke=_OUTLINE))
        drawn += shape(ctx, plan, value)
        drawn.append(
            label(
                ctx,
                Name("category", of=what),
                place,
                what,
                plan.name_step,
                align="right",
                anchor="middle",
            )
        )
        drawn += (*written(ctx, plan, value), *written(ctx, plan, aim))
    zero = plan.at(Decimal(0))
    drawn.append(
        Rule(Name("axis"), zero, plan.plot.y, zero, plan.plot.bottom, Stroke("ink2", HAIRLINE))
    )
    return charted(ctx, plan, [mark for pair in pairs for mark in pair], drawn, _told(ctx, plan))


def _told(ctx: Context, plan: Plan) -> str:
    """Each row in words: its value, and what it aims at."""
    gap, scale, series = ctx.say("，", ", "), plan.scale, plan.values.series
    told = []
    for c, what in enumerate(plan.categories):
        known = (s for s in (0, 1) if scale.values[s][c] is not None)
        told.append((what, gap.join(f"{series[s]} {scale.words(s, c)}" for s in known)))
    every = spoken(ctx, told)
    return ctx.say(f"目标对照图：{every}", f"Values against targets: {every}")


def _plan(
    ctx: Context, name: Name, values: Values, scale: Scale, rect: Rect, sign: str, bare: bool
) -> Plan:
    """Names take up to two fifths of the width, the labels behind the bars what they need."""
    count, names = len(values.categories), values.categories
    band = rect.h // count
    ways = [(min(band * share // 100, _MOST), s) for share in _THICK for s in _LABELS]
    fit = (w for w in ways if w[1].size * _ROOM // 100 <= w[0] - _out(*w, count))
    thick, step = next(fit, ways[-1])
    bar = thick - _out(thick, step, count)
    name_step = next((s for s in _NAMES if widest(ctx, names, s) <= rect.w // 3), _NAMES[-1])
    # Applications keep a quarter of an em between hanzi and digits, and digits may be wide.
    left = min(rect.w * 2 // 5, widest(ctx, names, name_step) * 5 // 4 + pt(8))
    room = _room(ctx, scale, step, sign, bare, values.series[1])
    every, length = numbers(scale), rect.w - left - room
    axis = unmarked(every, True)
    if axis.low < 0:
        # Labels of bars that go left stand within the plot, before its names.
        share = Decimal(room) * 7 / (5 * length)
        axis = unmarked(every, True, min(share, Decimal("0.4")))
    plan = Plan(
        name=name,
        kind="bullet",
        values=values,
        scale=scale,
        categories=names,
        series=(values.series[1], values.series[0]),
        frame=rect,
        plot=Rect(rect.x + left, rect.y, length, rect.h),
        axis=axis,
        step=step,
        name_step=name_step,
        # What is left of a band is between the bars of two rows (c:gapWidth).
        gap=round((band - thick) * 100 / bar),
        overlap=round((2 * bar - thick) * 100 / bar),
        bare=bare,
    )
    # The axis goes on beyond the longest bar: what is free there is room for its label.
    free = plan.plot.right - plan.at(max(*every, Decimal(0)))
    return replace(plan, plot=replace(plan.plot, w=min(length + free, rect.w - left - pt(2))))


def _out(thick: int, step: Step, rows: int) -> int:
    """How far what is aimed at looks out above its value, of both bars' thickness."""
    return max(thick * _OUT // (100 + _OUT), step.size * _LINE * (rows + 1) // rows // 100)


def _named(scale: Scale) -> int | None:
    """The row of the largest value that has an aim: there labels say what both are."""
    values, aims = scale.values
    both = [
        (abs(value), -c)
        for c, (value, aim) in enumerate(zip(values, aims, strict=True))
        if value is not None and aim is not None
    ]
    return -max(both)[1] if both else None


def _aim_words(scale: Scale, c: int, sign: str, bare: bool, name: str) -> str:
    words = scale.words(1, c, bare)
    return f"{name} {sign} {words}".strip() if words else ""


def _room(ctx: Context, scale: Scale, step: Step, sign: str, bare: bool, name: str) -> int:
    """How much room labels need right of the longest bar."""
    every = range(len(scale.values[0]))
    named = _named(scale)
    aims = [_aim_words(scale, c, sign, bare, name if c == named else "") for c in every]
    lone = [scale.words(0, c, bare) for c in every if scale.values[1][c] is None]
    return widest(ctx, aims + lone, step, True) * 9 // 8 + _APART + pt(6)


def _bar(plan: Plan, c: int, value: Decimal, series: int) -> Rect:
    """Where a bar stands: the bars of a row share its band as an application shares it out."""
    band, zero, end = plan.bands[c], plan.at(Decimal(0)), plan.at(value)
    thick = band.h * 100 / (200 - plan.overlap + plan.gap)
    y = band.y + thick * plan.gap / 200 + series * thick * (100 - plan.overlap) / 100
    return Rect(min(zero, end), round(y), abs(end - zero), round(thick))


def _row(
    ctx: Context, plan: Plan, c: int, highlight: int | None, sign: str, named: bool
) -> tuple[ChartMark, ChartMark]:
    """What a row aims at, and its value, which is drawn before it."""
    what, points = plan.categories[c], plan.values.points
    value, aim = plan.scale.values[0][c], plan.scale.values[1][c]
    colour: Token = "primary" if highlight in (None, c) else "muted"
    inner = _bar(plan, c, value, _VALUE) if value is not None else None
    outer = _bar(plan, c, aim, _AIM) if aim is not None else None
    return (
        ChartMark(
            series=_AIM,
            category=c,
            value=aim,
            colour=_AIMED,
            name=Name("aim", of=what),
            form=outer,
            label=_aim_label(ctx, plan, c, outer, sign, named) if outer else None,
            figure=points[1][c].figure,
        ),
        ChartMark(
            series=_VALUE,
            category=c,
            value=value,
            colour=colour,
            base="primary" if highlight is None else "muted",
            name=Name("bar", of=what),
            form=inner,
            label=_value_label(ctx, plan, c, inner, colour, named) if inner else None,
            figure=points[0][c].figure,
        ),
    )


def _value_label(
    ctx: Context, plan: Plan, c: int, bar: Rect, colour: Token, named: bool
) -> MarkLabel:
    """Within the bar's end where there is room, in what can be read on it; else behind it."""
    words, left = plan.scale.words(0, c, plan.bare), (plan.scale.values[0][c] or 0) < 0
    words = f"{plan.series[_VALUE]} {words}" if named else words
    width = widest(ctx, [words], plan.step, True)
    # Where somebody makes another value larger, the bar gets shorter.
    inside = width * (_SHORTER if named else 100) // 100 + 2 * _APART <= bar.w
    # A box is as high as a line, and wider than its words.
    y, h, wide = bar.y + (bar.h - plan.step.leading) // 2, plan.step.leading, width * 5 // 4
    if inside:
        x = bar.x + _APART if left else bar.right - _APART - min(wide, bar.w - _APART)
    else:
        x = bar.x - _APART - wide if left else bar.right + _APART
    return MarkLabel(
        name=Name("value", of=plan.categories[c]),
        words=words,
        code=plan.scale.code(0, c, plan.bare),
        place="inside" if inside else "end",
        ink=ctx.theme.readable(colour) if inside else ink(colour),
        rect=Rect(x, y, min(wide, bar.w - _APART) if inside else wide, h),
        align="right" if inside != left else "left",
        named=named,
    )


def _aim_label(ctx: Context, plan: Plan, c: int, bar: Rect, sign: str, named: bool) -> MarkLabel:
    """Behind the bar of what is aimed at, as high as that looks out above the value's."""
    name, left = plan.series[_AIM] if named else "", (plan.scale.values[1][c] or 0) < 0
    words = _aim_words(plan.scale, c, sign, plan.bare, name)
    width = widest(ctx, [words], plan.step, True) * 5 // 4
    x = bar.x - _APART - width if left else bar.right + _APART
    nudge = -bar.h * plan.overlap // 200
    y = bar.y + nudge + (bar.h - plan.step.leading) // 2
    return MarkLabel(
        name=Name("value", of=Name("aim", of=plan.categories[c])),
        words=words,
        code=f'"{sign} "{plan.scale.code(1, c, plan.bare)}',
        place="end",
        ink="ink2",
        rect=Rect(x, y, width, plan.step.leading),
        align="right" if left else "left",
        named=named,
        nudge=nudge,
    )


def shared_out(ctx: Context, values: Values) -> Values | None:
    """Each value as a share of what is aimed at in its row, for rows of different units; what both
    are stands behind the row's name. None, with a problem, where there is nothing to share."""
    names, shares, wholes = [], [], []
    for c, name in enumerate(values.categories):
        value, aim = values.points[0][c], values.points[1][c]
        one = Values((name,), values.series, ((value,), (aim,)), ((),), ((), ()), aim.mark)
        if value.quantity is None or aim.quantity is None or amount(aim.quantity) <= 0:
            ctx.problems.add("bullet-no-share", aim.mark, name=name)
            return None
        scale = scaled(ctx, one)
        if scale is None:
            return None
        share = tidy((amount(value.quantity) / amount(aim.quantity) * 100).quantize(_SHARE))
        names.append(f"{name} {scale.words(0, 0)} / {scale.words(1, 0)}")
        shares.append(replace(value, quantity=_percent(share)))
        wholes.append(replace(aim, quantity=_percent(Decimal(100))))
    return replace(values, categories=tuple(names), points=(tuple(shares), tuple(wholes)))


def _percent(value: Decimal) -> Quantity:
    return Quantity(value, "%", f"{value:f}%")
