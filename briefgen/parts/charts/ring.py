"""Turn the parts of a stated whole into a ring, with a list of them beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import cos, pi, sin, tan

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.drawing import BETWEEN, fitting, outline, spoken
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import part_colours, stated
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, label, para, set_box
from briefgen.scene.items import Chart, Item, Move, Series, Shape
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# A ring's hole, in percent of its diameter: what every application can draw.
HOLE = 50


def donut_chart(ctx: Context, name: str, values: Values, rect: Rect) -> tuple[Item, ...]:
    """A ring of what `shares` gave for one whole: the whole within, the parts listed beside it.

    A ring's labels cannot stand outside it in an application's own chart, so the list is the
    legend and says the values.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    count = len(values.series) - 1
    total = scale.values[count][0] or Decimal(0)
    colours = part_colours(values)
    side = min(rect.h, rect.w // 2)
    ring = Rect(rect.x, rect.y + (rect.h - side) // 2, side, side)
    drawn: list[Item] = []
    start = Decimal(0)
    for s in range(count):
        value = scale.values[s][0] or Decimal(0)
        path = _arc(ring, float(start / total), float((start + value) / total))
        drawn.append(
            Shape(
                f"弧 {values.series[s]}",
                ring,
                path=path,
                fill=colours[s],
                stroke=outline(ctx, colours[s]) or BETWEEN,
            )
        )
        start += value
    words = [scale.words(s, 0) if stated(values, s) else "" for s in range(count)]
    told = list(zip(values.series[:count], words, strict=True))
    whole = scale.words(count, 0)
    numbers = tuple(scale.values[s][0] for s in range(count))
    series = Series(
        values.categories[0], numbers, colours,
        tuple(values.points[s][0].figure for s in range(count)),
        tuple(scale.code(s, 0) for s in range(count)), ("none",),
    )  # fmt: skip
    chart = Chart(
        name, ring, ring, "donut", values.series[:count], (series,), scale.plain, scale.unit,
        Decimal(0), total, 0, DECK["dense"].size, DECK["dense"].size,
        ctx.say(f"环形图：{whole}中，{spoken(ctx, told)}", f"Ring of {whole}: {spoken(ctx, told)}"),
        tuple(drawn), hole=HOLE,
    )  # fmt: skip
    hole = side * HOLE // 100 * 3 // 4
    inner = Rect(ring.x + (side - hole) // 2, ring.y + (side - hole) // 2, hole, hole)
    return (chart, _middle(ctx, values.categories[0], whole, inner), *_list(
        ctx, told, colours, Rect(ring.right + pt(32), rect.y, rect.right - ring.right - pt(32),
                                 rect.h)
    ))  # fmt: skip


def _middle(ctx: Context, name: str, whole: str, rect: Rect) -> Item:
    """What the ring is of, in its hole."""
    step = fitting(ctx, [whole], rect.w * 4 // 5, True) or DECK["source"]

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (
            para(whole, step, bold=True, colour="primary", align="center"),
            para(name, DECK["source"], colour="ink2", align="center"),
        )

    return set_box(ctx, Wanted("整体", rect, make, anchor="middle"))


def _list(
    ctx: Context, told: Sequence[tuple[str, str]], colours: Sequence[str], rect: Rect
) -> tuple[Item, ...]:
    """Each part with its swatch, its name and its value, one under the other."""
    height = pt(68)
    top = rect.y + (rect.h - height * len(told)) // 2
    items: list[Item] = []
    for index, ((name, words), colour) in enumerate(zip(told, colours, strict=True)):
        y = top + index * height
        items.append(
            Shape(f"色块 {name}", Rect(rect.x, y + pt(6), pt(14), pt(14)), fill=colour,
                  stroke=outline(ctx, colour))
        )  # fmt: skip
        x, width = rect.x + pt(24), rect.w - pt(24)
        items.append(
            label(ctx, f"段名 {name}", Rect(x, y, width, DECK["dense"].leading), name,
                  DECK["dense"], lines=1)
        )  # fmt: skip
        if words:
            items.append(
                label(ctx, f"值 {name}", Rect(x, y + DECK["dense"].leading, width,
                      DECK["body"].leading), words, DECK["body"], bold=True, lines=1)
            )  # fmt: skip
    return tuple(items)


def _arc(rect: Rect, start: float, end: float) -> tuple[Move, ...]:
    """A piece of a ring between two shares of its turn, clockwise from the top."""
    cx, cy, outer = rect.x + rect.w / 2, rect.y + rect.h / 2, rect.w / 2
    inner = outer * HOLE / 100

    def at(radius: float, turn: float) -> tuple[int, int]:
        angle = 2 * pi * turn
        return round(cx + radius * sin(angle)), round(cy - radius * cos(angle))

    def curves(radius: float, begin: float, stop: float) -> list[Move]:
        pieces = max(1, round(abs(stop - begin) * 8 + 0.5))
        made = []
        for n in range(pieces):
            a, b = (2 * pi * (begin + (stop - begin) * k / pieces) for k in (n, n + 1))
            # The control points of a circle's arc (Bézier approximation, 4/3 tan of a quarter).
            reach = radius * 4 / 3 * tan((b - a) / 4)
            one = (cx + radius * sin(a) + reach * cos(a), cy - radius * cos(a) + reach * sin(a))
            two = (cx + radius * sin(b) - reach * cos(b), cy - radius * cos(b) - reach * sin(b))
            points = (one, two, (cx + radius * sin(b), cy - radius * cos(b)))
            made.append(Move("C", tuple((round(x), round(y)) for x, y in points)))
        return made

    return (
        Move("M", (at(outer, start),)),
        *curves(outer, start, end),
        Move("L", (at(inner, end),)),
        *curves(inner, end, start),
        Move("Z"),
    )
