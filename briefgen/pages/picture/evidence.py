"""Turn the chart, under its conclusion, and the figures that stand nowhere else into the band that
proves what the page says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from briefgen.brief.model import Text
from briefgen.facts.quantity import amount, is_charted
from briefgen.geometry import Rect, pt
from briefgen.pages.onepager.block import Block, text_box
from briefgen.pages.picture.figures import LADDER, caption, dated, fitting, grouped, others
from briefgen.pages.picture.leads import leads_of
from briefgen.pages.picture.measure import height_of, lines_of, on_one_line
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.scale import Role
from briefgen.pages.picture.topics import columns_of
from briefgen.parts.charts.bars import NAMES, bar_chart, shrinking
from briefgen.parts.charts.drawing import widest
from briefgen.parts.charts.labels import Scale, scaled
from briefgen.parts.charts.readers import of_figures
from briefgen.parts.charts.subtitle import qualified
from briefgen.parts.charts.values import Charted, Values, found
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Shape, Stroke
from briefgen.scene.names import Name, called
from briefgen.scene.scaled import Scale as Enlarged
from briefgen.theme.model import Step
from briefgen.typography.text import Paragraph, Run, Style

# How far a band's content stands from its edges, and from its neighbour; in ems.
_INSET, _APART = 1.2, 2.4
# The chart's share of the band in percent, beside so few figures that one column holds them, and
# beside more; the least width (in ems) for two side by side.
_FEW, _WIDE, _SHARE, _BOTH = 2, 68, 55, 44
# The share of a chart in percent that names take which stand in several lines; about how far names
# and numbers stand from bars.
_NARROW, _BESIDE = 28, pt(18)
# How high a bar and the space below it are at least, and at most, in ems.
_BAND, _THICK = 1.75, 2.7
# The running text (points) beside which charts are drawn as they are.
_USUAL = 10.0
# The least width of a figure's cell, and how far cells are apart, in ems; so many stand rather one
# below the other than with a hole beside the last.
_CELL, _GAP, _COLUMN = 7.8, 1.2, 5
# How much higher figures beside a chart leave a hole below it.
_DEEP = 2

_Piece = Callable[[int], Block]


def evidence(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The band, chart and figures side by side where it is wide."""
    ids = others(ctx, plan) if plan.shows("strip") else ()
    # What leads is not smaller than what stands by itself at the foot.
    column, _ = columns_of(plan, width, 1 if plan.long else 2)
    most = leads_of(ctx, plan, column).role
    return ctx.once(_band, replace(plan.about("chart"), neat=plan.neat), ids, most, width)


def _band(ctx: Context, plan: Plan, ids: Sequence[str], most: Role, width: int) -> Block | None:
    scale = plan.scale
    pieces: list[_Piece] = []

    @cache
    def labelled(wide: int) -> _Labelled:
        return _labelled(ctx, plan, wide)

    @cache
    def row(wide: int) -> int:
        return across(ctx, plan, ids, wide, most)

    if plan.shows("chart"):
        pieces.append(lambda w: _chart(ctx, plan, w, labelled(w)))
    if ids:
        pieces.append(lambda w: figures_block(ctx, plan, ids, w, most, row(w)))
    if not pieces:
        return None
    inset = scale.em(_INSET)
    inner = width - 2 * inset
    if len(pieces) == 2 and inner >= scale.em(_BOTH):
        apart = scale.em(_APART)
        share = _WIDE if len(ids) <= _FEW else _SHARE
        wide = (inner - apart) * (ctx.brief.page.chart_share or share) // 100
        left, right = pieces[0](wide), pieces[1](inner - apart - wide)
        beside = _side_by_side(left, right, wide, apart)
        # Figures with long labels are better off below; so is what would leave a hole beside a
        # chart, or its bars short. A figure by itself below it looks left over.
        below = _stacked([piece(inner) for piece in pieces], scale.em(1.2))

        def worse(chart: int, figures: int) -> tuple[bool, bool]:
            return len(ids) % row(figures) > 0, not labelled(chart).long

        # Nor is a chart left alone above a hole beside many figures.
        hole = left.height * _DEEP < right.height
        left_over = (True, True) if len(ids) == 1 else worse(inner, inner)
        ways = (
            (beside, (hole, *worse(wide, inner - apart - wide))),
            (below, (False, *left_over)),
        )
        made, _ = min(ways, key=lambda way: (plan.neat and way[1], way[0].height))
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


def _chart(ctx: Context, plan: Plan, width: int, labelled: _Labelled) -> Block:
    """The chart below what it proves, its note below it."""
    page, scale = ctx.brief.page, plan.scale
    title: Text | str = plan.says(page.chart_title) if page.chart_title else ""
    head = _titled(ctx, plan, labelled.unit)
    top = height_of(ctx, (head,), width) + scale.em(0.4) if head else 0
    values, said = ctx.once(of_figures, page.chart), ctx.once(_note, title)
    note = para(plan.says(said), scale.step("note"), colour="ink2") if said else None
    foot = height_of(ctx, (note,), width) + scale.em(0.3) if note else 0
    size = scale.label
    tallest = max(
        height_of(ctx, (para(name, size),), width * labelled.names // 100 - scale.em(1.5))
        for name in values.categories
    )
    digits = shrinking(size)
    if labelled.large:
        digits.insert(0, scale.step("head"))
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
        items += _bars(ctx, plan, name, area, digits, labelled)
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


def _note(ctx: Context, title: Text | str) -> Text | None:
    page = ctx.brief.page
    return qualified(ctx, ctx.once(of_figures, page.chart), page.chart_note, title)


def _scaled(ctx: Context) -> Scale | None:
    """The numbers of the chart as they are shown, if they are of one unit."""
    return scaled(replace(ctx, problems=Problems()), ctx.once(of_figures, ctx.brief.page.chart))


def _titled(ctx: Context, plan: Plan, unit: str = "") -> Paragraph | None:
    """What a chart proves, with a unit behind it that all its numbers have."""
    title, scale = ctx.brief.page.chart_title, plan.scale
    if not title or not str(title):
        return None
    head = para(plan.says(title), scale.step("head"), bold=True)
    if not unit:
        return head
    own = Run(ctx.say(f"（{unit}）", f" ({unit})"), Style(scale.step("text").size, False, "ink2"))
    return replace(head, runs=(*head.runs, own))


class _Labelled(Record):
    """How bars are labelled: whether their numbers are large; the unit, where the title says it for
    all; the share of the width that names take at most. And whether the longest bar is `long`."""

    large: bool
    unit: str
    names: int
    long: bool


def _labelled(ctx: Context, plan: Plan, width: int) -> _Labelled:
    """The first way in which the longest bar takes half of the width: as they are, in smaller
    numbers, without their unit, beside names in several lines; where none does it, in small
    numbers without their unit."""
    page, size, large = ctx.brief.page, plan.scale.label, plan.scale.step("head")
    values, found = ctx.once(of_figures, page.chart), ctx.once(_scaled)
    full = [str(ctx.shown(ref.id)) for ref in page.chart]
    unit = found.unit if found and not found.sign else ""
    heads = [_titled(ctx, plan), _titled(ctx, plan, unit)]
    rows = {lines_of(ctx, head, width) if head else 0 for head in heads}
    # A unit has no line for itself.
    unit = unit if len(rows) == 1 and rows != {0} else ""
    bare = [found.words(0, n, True) for n in range(len(full))] if found and unit else full
    wide = widest(ctx, full, large, bold=True) <= width * 35 // 100
    ways = [(True, "", NAMES)] if wide else []
    ways += [(False, "", NAMES)]
    ways += [(True, unit, NAMES), (False, unit, NAMES)] if unit else []
    # Chinese names would be cut within words.
    ways += [(False, unit, _NARROW)] if plan.neat and not ctx.chinese else []
    for is_large, said, share in ways:
        words, step = bare if said else full, large if is_large else size
        names = min(width * share // 100, widest(ctx, values.categories, size) + _BESIDE)
        left = width - names - widest(ctx, words, step, bold=True) - _BESIDE
        whole = [word for name in values.categories for word in (name.split() or [name])]
        cut = share == _NARROW and widest(ctx, whole, size) + _BESIDE > names
        if left * 2 >= width and not cut:
            return _Labelled(is_large, said, share, True)
    return _Labelled(*((False, unit, NAMES) if unit else ways[0]), False)


def _bars(
    ctx: Context, plan: Plan, name: Name, area: Rect, digits: Sequence[Step], labelled: _Labelled
) -> tuple[Item, ...]:
    """The bars, drawn as on a page of the usual size and enlarged with the text."""
    page = ctx.brief.page
    larger = max(1.0, plan.scale.text / _USUAL)
    names, *sizes = (
        Step(round(step.size / larger), round(step.leading / larger))
        for step in (plan.scale.label, *digits)
    )
    values = ctx.once(of_figures, page.chart)
    point = found(ctx, page.chart_highlight, page.chart_highlight_mark, values.keys)
    point = _lit_in_deck(ctx, values) if point is None else point
    accent = _largest(ctx) if point is None else point
    small = Enlarged(1 / larger).rect(area)
    drawn = bar_chart(
        ctx,
        name,
        values,
        accent,
        small,
        [names],
        sizes,
        bare=bool(labelled.unit),
        share=labelled.names,
    )
    return tuple(Enlarged(larger).item(item) for item in drawn)


def _lit_in_deck(ctx: Context, values: Values) -> int | None:
    """Which bar a chart of the deck highlights that shows the same figures."""
    own = {ref.id for ref in ctx.brief.page.chart}
    for fields in (slide.fields for slide in ctx.brief.deck):
        if not isinstance(fields, Charted) or not fields.highlight:
            continue
        if {ref.id for ref in fields.figures} == own:
            return found(ctx, fields.highlight, fields.highlight_mark, values.keys)
    return None


def _largest(ctx: Context) -> int | None:
    """Which bar is the largest, where there is one."""
    shown = [ctx.figure(ref.id).quantity for ref in ctx.brief.page.chart]
    if not all(map(is_charted, shown)):
        return None
    values = [amount(quantity) for quantity in shown]
    largest = max(values)
    return values.index(largest) if values.count(largest) == 1 else None


def across(ctx: Context, plan: Plan, ids: Sequence[str], width: int, most: Role) -> int:
    """How many figures stand in a row: as many as fit and leave no hole in the last one."""
    scale, gap, count = plan.scale, plan.scale.em(_GAP), len(ids)
    widest_row = max(1, min(count, (width + gap) // (scale.em(_CELL) + gap)))
    # Rows of the same length where that is possible.
    even = -(-count // -(-count // widest_row))

    def fits(number: int) -> bool:
        cell = (width + gap) // number - gap
        values = fitting(ctx, ids, scale, cell, most=most)
        # Few are better one below the other than small; more only where they would not fit at all.
        small = count <= _FEW and values[0].leading < scale.step(most).leading
        return not small and all(on_one_line(ctx, each, cell) for each in values)

    fitting_rows = [number for number in range(even, 1, -1) if fits(number)]
    whole = [number for number in fitting_rows if count % number == 0]
    # One below the other they leave a hole beside them in all of a wide band.
    narrow = width < scale.em(_BOTH)
    if plan.neat and (whole or (count <= _COLUMN and narrow)):
        return whole[0] if whole else 1
    return fitting_rows[0] if fitting_rows else 1


def figures_block(
    ctx: Context,
    plan: Plan,
    ids: Sequence[str],
    width: int,
    most: Role = LADDER[0],
    count: int = 0,
) -> Block:
    """Figures in equal cells, `count` in a row where that is known, their values in one size,
    `most` or below: each value, and its caption below it."""
    scale = plan.scale
    gap = scale.em(_GAP)
    count = count or across(ctx, plan, ids, width, most)
    cell = (width + gap) // count - gap
    values = fitting(ctx, ids, scale, cell, most=most)
    captions = [caption(ctx, id, scale.label, cell, dated(ctx, id)) for id in ids]
    tall = max(height_of(ctx, (each,), cell) for each in values)
    rows = [captions[at : at + count] for at in range(0, len(ids), count)]
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
            for id, made, said in every[number * count : (number + 1) * count]:
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
