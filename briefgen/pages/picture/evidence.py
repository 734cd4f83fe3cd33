"""Turn the chart, under its conclusion, and the figures that stand nowhere else into the band that
proves what the page says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.brief.model import Text
from briefgen.facts.quantity import amount, is_charted
from briefgen.geometry import Rect
from briefgen.pages.onepager.block import Block, text_box
from briefgen.pages.onepager.topics import shown_topics
from briefgen.pages.picture.figures import LADDER, caption, dated, fitting, grouped, others
from briefgen.pages.picture.leads import leads_of
from briefgen.pages.picture.measure import height_of, on_one_line
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.scale import Role
from briefgen.pages.picture.topics import columns_of
from briefgen.parts.charts.bars import bar_chart, shrinking
from briefgen.parts.charts.drawing import widest
from briefgen.parts.charts.readers import of_figures
from briefgen.parts.charts.subtitle import qualified
from briefgen.parts.charts.values import found
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.record import replace
from briefgen.scene.items import Item, Shape, Stroke
from briefgen.scene.names import Name, called
from briefgen.scene.scaled import Scale as Enlarged
from briefgen.theme.model import Step

# How far a band's content stands from its edges, and from its neighbour; in ems.
_INSET, _APART = 1.2, 2.4
# The chart's share of the band in percent, beside so few figures that one column holds them, and
# beside more; the least width (in ems) for two side by side.
_FEW, _WIDE, _SHARE, _BOTH = 2, 68, 55, 44
# How high a bar and the space below it are at least, and at most, in ems.
_BAND, _THICK = 1.75, 2.7
# The running text (points) beside which charts are drawn as they are.
_USUAL = 10.0
# The least width of a figure's cell, in ems.
_CELL = 7.8

_Piece = Callable[[int], Block]


def evidence(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The band, chart and figures side by side where it is wide."""
    scale = plan.scale
    pieces: list[_Piece] = []
    if plan.shows("chart"):
        pieces.append(lambda w: _chart(ctx, plan, w))
    ids = others(ctx, plan) if plan.shows("strip") else ()
    # What leads is not smaller than what stands by itself at the foot.
    column, _ = columns_of(plan, width, 1 if plan.long else 2)
    most = leads_of(ctx, plan, shown_topics(ctx), column).role
    if ids:
        pieces.append(lambda w: figures_block(ctx, plan, ids, w, most))
    if not pieces:
        return None
    inset = scale.em(_INSET)
    inner = width - 2 * inset
    if len(pieces) == 2 and inner >= scale.em(_BOTH):
        apart = scale.em(_APART)
        share = _WIDE if len(ids) <= _FEW else _SHARE
        wide = (inner - apart) * (ctx.brief.page.chart_share or share) // 100
        beside = _side_by_side(pieces[0](wide), pieces[1](inner - apart - wide), wide, apart)
        # Figures with long labels are better off below.
        below = _stacked([piece(inner) for piece in pieces], scale.em(1.2))
        made = min(beside, below, key=lambda block: block.height)
    else:
        made = _stacked([piece(inner) for piece in pieces], scale.em(1.2))
    pad = scale.roomy(0.9, 1.2)

    def draw(rect: Rect) -> tuple[Item, ...]:
        # Bars that stand back are faint on a ground: the band of a chart is an outline.
        if plan.shows("chart"):
            ground = Shape(Name("ground"), rect, stroke=Stroke("muted", scale.em(0.075)))
        else:
            ground = Shape(Name("ground"), rect, fill="surface")
        area = Rect(rect.x + inset, rect.y + pad, inner, rect.h - 2 * pad)
        return (ground, *made.draw(area))

    return replace(made, height=made.height + 2 * pad, draw=draw)


def _side_by_side(left: Block, right: Block, wide: int, apart: int) -> Block:
    height = max(left.height, right.height)

    def draw(rect: Rect) -> tuple[Item, ...]:
        x = rect.x + wide + apart
        return (
            *left.draw(Rect(rect.x, rect.y, wide, rect.h)),
            *right.draw(Rect(x, rect.y, rect.right - x, rect.h)),
        )

    stretch = max(left.height + left.stretch, right.height + right.stretch) - height
    return replace(left, height=height, draw=draw, stretch=stretch)


def _stacked(blocks: Sequence[Block], gap: int) -> Block:
    if len(blocks) == 1:
        return blocks[0]
    first, second = blocks
    height = first.height + gap + second.height

    def draw(rect: Rect) -> tuple[Item, ...]:
        tall = rect.h - gap - second.height
        below = Rect(rect.x, rect.y + tall + gap, rect.w, second.height)
        return (*first.draw(Rect(rect.x, rect.y, rect.w, tall)), *second.draw(below))

    return replace(first, height=height, draw=draw)


def _chart(ctx: Context, plan: Plan, width: int) -> Block:
    """The chart below what it proves, its note below it."""
    page, scale = ctx.brief.page, plan.scale
    title: Text | str = plan.says(page.chart_title) if page.chart_title else ""
    head = para(title, scale.step("head"), bold=True) if str(title) else None
    top = height_of(ctx, (head,), width) + scale.em(0.4) if head else 0
    values = of_figures(ctx, page.chart)
    said = qualified(ctx, values, page.chart_note, title)
    note = para(plan.says(said), scale.step("note"), colour="ink2") if said else None
    foot = height_of(ctx, (note,), width) + scale.em(0.3) if note else 0
    size = scale.label
    tallest = max(
        height_of(ctx, (para(name, size),), width * 2 // 5 - scale.em(1.5))
        for name in values.categories
    )
    shown = [str(ctx.shown(ref.id)) for ref in page.chart]
    large = scale.step("head")
    digits = shrinking(size)
    if widest(ctx, shown, large, bold=True) <= width * 35 // 100:
        digits.insert(0, large)
    band = max(tallest + scale.em(0.3), scale.em(_BAND))
    most = max(band, scale.em(_THICK))
    count = len(page.chart)

    def draw(rect: Rect) -> tuple[Item, ...]:
        items: list[Item] = []
        if head and isinstance(title, Text):
            area = Rect(rect.x, rect.y, rect.w, top - scale.em(0.4))
            name = Name("chart")
            items.append(text_box(ctx, name, area, (head,), heading="h2", mark=title.mark))
        high = min(rect.h - top - foot, most * count)
        area = Rect(rect.x, rect.y + top, rect.w, high)
        name = called(str(title) or ctx.say("主要数字对比", "Compared"))
        items += _bars(ctx, plan, name, area, digits)
        if note and said:
            below = Rect(rect.x, area.bottom + scale.em(0.3), rect.w, foot - scale.em(0.3))
            items.append(text_box(ctx, Name("chart-note"), below, (note,), mark=said.mark))
        return tuple(items)

    return Block(
        height=top + band * count + foot,
        draw=draw,
        stretch=(most - band) * count,
        share=20,
        named="chart-is",
        mark=page.chart[0].mark,
    )


def _bars(
    ctx: Context, plan: Plan, name: Name, area: Rect, digits: Sequence[Step]
) -> tuple[Item, ...]:
    """The bars, drawn as on a page of the usual size and enlarged with the text."""
    page = ctx.brief.page
    larger = max(1.0, plan.scale.text / _USUAL)
    names, *sizes = (
        Step(round(step.size / larger), round(step.leading / larger))
        for step in (plan.scale.label, *digits)
    )
    values = of_figures(ctx, page.chart)
    point = found(ctx, page.chart_highlight, page.chart_highlight_mark, values.keys)
    accent = _largest(ctx) if point is None else point
    small = Enlarged(1 / larger).rect(area)
    drawn = bar_chart(ctx, name, values, accent, small, [names], sizes)
    return tuple(Enlarged(larger).item(item) for item in drawn)


def _largest(ctx: Context) -> int | None:
    """Which bar is the largest, where there is one."""
    shown = [ctx.figure(ref.id).quantity for ref in ctx.brief.page.chart]
    if not all(map(is_charted, shown)):
        return None
    values = [amount(quantity) for quantity in shown]
    largest = max(values)
    return values.index(largest) if values.count(largest) == 1 else None


def figures_block(
    ctx: Context, plan: Plan, ids: Sequence[str], width: int, most: Role = LADDER[0]
) -> Block:
    """Figures in equal cells, their values in one size, `most` or below: each value, and its
    caption below it."""
    scale = plan.scale
    gap = scale.em(1.2)
    across = max(1, min(len(ids), (width + gap) // (scale.em(_CELL) + gap)))
    # Rows of the same length where that is possible.
    across = -(-len(ids) // -(-len(ids) // across))
    cell = (width + gap) // across - gap
    values = fitting(ctx, ids, scale, cell, most=most)
    # Few are better one below the other than small; more only where they would not fit at all.
    while across > 1 and (
        not all(on_one_line(ctx, each, cell) for each in values)
        or (len(ids) <= _FEW and values[0].leading < scale.step(most).leading)
    ):
        across -= 1
        cell = (width + gap) // across - gap
        values = fitting(ctx, ids, scale, cell, most=most)
    captions = [caption(ctx, id, scale.label, cell, dated(ctx, id)) for id in ids]
    tall = max(height_of(ctx, (each,), cell) for each in values)
    rows = [captions[at : at + across] for at in range(0, len(ids), across)]
    heights = [tall + max(each.height for each in row) for row in rows]
    apart = scale.roomy(0.7, 1.0)
    height = sum(heights) + apart * (len(rows) - 1)
    stretch = scale.em(1.2) * (len(rows) - 1)

    def draw(rect: Rect) -> tuple[Item, ...]:
        items: list[Item] = []
        spare = max(0, rect.h - height)
        between = apart + min(scale.em(1.2), spare // max(1, len(rows) - 1))
        every = list(zip(ids, values, captions, strict=True))
        y = rect.y + max(0, spare - (between - apart) * (len(rows) - 1)) // 2
        for number, high in enumerate(heights):
            x = rect.x
            for id, made, said in every[number * across : (number + 1) * across]:
                own = height_of(ctx, (made,), cell)
                box = text_box(ctx, Name("value", of=id), Rect(x, y, cell, own), (made,))
                items.append(grouped(id, (box, *said.draw(ctx, x, y + tall))))
                x += cell + gap
            y += high + between
        return tuple(items)

    return Block(
        height=height,
        draw=draw,
        stretch=stretch,
        share=14,
        named="figures-are",
        mark=ctx.figure(ids[0]).mark,
    )
