"""Turn the parts of a stated whole into a ring, with a list of them beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.arc import Arc
from briefgen.parts.charts.drawing import fitting, outline, spoken
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.marks import ChartMark, charted, drawn
from briefgen.parts.charts.plan import Plan
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import part_colours, stated
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, label, para, set_box
from briefgen.scene.items import Item, Shape
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# A ring's hole, in percent of its diameter: what every application can draw.
_HOLE = 50
# How far the list stands from the ring.
_APART = pt(32)


def donut_chart(ctx: Context, name: Name, values: Values, rect: Rect) -> tuple[Item, ...]:
    """A ring of what `shares` gave for one whole: the whole within, the parts listed beside it.

    A ring's labels cannot stand outside it in an application's own chart, so the list is the
    legend and says the values.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    *parts, last = range(len(values.series))
    side = min(rect.h, rect.w // 2)
    ring = Rect(rect.x, rect.y + (rect.h - side) // 2, side, side)
    plan = Plan(
        name=name,
        kind="donut",
        values=values,
        scale=scale,
        categories=values.series[:-1],
        series=values.categories,
        frame=ring,
        plot=ring,
        low=Decimal(0),
        high=scale.values[last][0] or Decimal(0),
        step=DECK["dense"],
        name_step=DECK["dense"],
        hole=_HOLE,
    )
    marks = _marks(plan)
    pairs = [(values.series[s], scale.words(s, 0) * stated(values, s)) for s in parts]
    told, whole = spoken(ctx, pairs), scale.words(last, 0)
    alt = ctx.say(f"环形图：{whole}中，{told}", f"Ring of {whole}: {told}")
    hole = side * _HOLE // 100 * 3 // 4
    inner = Rect(ring.x + (side - hole) // 2, ring.y + (side - hole) // 2, hole, hole)
    x = ring.right + _APART
    beside = Rect(x, rect.y, rect.right - x, rect.h)
    return (
        charted(plan, marks, drawn(ctx, plan, marks), alt),
        _middle(ctx, values.categories[0], whole, inner),
        *_list(ctx, pairs, part_colours(values), beside),
    )


def _marks(plan: Plan) -> tuple[ChartMark, ...]:
    colours, start, marks = part_colours(plan.values), Decimal(0), []
    for c, name in enumerate(plan.categories):
        value = plan.scale.values[c][0]
        end = start + (value or Decimal(0))
        turn = float(start / plan.high), float(end / plan.high)
        marks.append(
            ChartMark(
                series=0,
                category=c,
                value=value,
                colour=colours[c],
                name=Name("arc", of=name),
                form=Arc(plan.plot, *turn, plan.hole),
                figure=plan.values.points[c][0].figure,
            )
        )
        start = end
    return tuple(marks)


def _middle(ctx: Context, name: str, whole: str, rect: Rect) -> Item:
    """What the ring is of, in its hole."""
    step = fitting(ctx, [whole], rect.w * 4 // 5, True) or DECK["source"]

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (
            para(whole, step, bold=True, colour="primary", align="center"),
            para(name, DECK["source"], colour="ink2", align="center"),
        )

    return set_box(ctx, Wanted(Name("whole"), rect, make, anchor="middle"))


def _list(
    ctx: Context, told: Sequence[tuple[str, str]], colours: Sequence[Token], rect: Rect
) -> tuple[Item, ...]:
    """Each part with its swatch, its name and its value, one under the other."""
    height = pt(68)
    top = rect.y + (rect.h - height * len(told)) // 2
    items: list[Item] = []
    for index, ((name, words), colour) in enumerate(zip(told, colours, strict=True)):
        y = top + index * height
        items.append(
            Shape(
                Name("swatch", of=name),
                Rect(rect.x, y + pt(6), pt(14), pt(14)),
                fill=colour,
                stroke=outline(ctx, colour),
            )
        )
        x, width = rect.x + pt(24), rect.w - pt(24)
        items.append(
            label(
                ctx,
                Name("segment-name", of=name),
                Rect(x, y, width, DECK["dense"].leading),
                name,
                DECK["dense"],
                lines=1,
            )
        )
        if words:
            items.append(
                label(
                    ctx,
                    Name("value", of=name),
                    Rect(x, y + DECK["dense"].leading, width, DECK["body"].leading),
                    words,
                    DECK["body"],
                    bold=True,
                    lines=1,
                )
            )
    return tuple(items)
