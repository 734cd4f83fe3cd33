"""Turn chart, timeline and targets into the band that shows them, side by side where it is wide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.brief.model import Event, Text, words
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import (
    Block,
    heading,
    heading_height,
    height_of,
    is_short,
    note,
    text_box,
)
from briefgen.pages.onepager.plan import Density, Plan
from briefgen.parts.charts.bars import bar_chart
from briefgen.parts.charts.drawing import widest
from briefgen.parts.charts.values import of_figures
from briefgen.parts.context import Context
from briefgen.parts.kpi import numeral
from briefgen.parts.table import INSETS, Grid, table
from briefgen.parts.text import para, set_in
from briefgen.scene.items import Item, Rule, Shape, Stroke
from briefgen.typography.text import Paragraph

_GAP = mm(6)
# Below this width chart and timeline stand one below the other.
_NARROW = mm(130)
# The highest band of a bar, at the floor of the type scale: a bar is no wall.
_BAND, _THICKEST = mm(9), mm(19)
_NODE = mm(2.2)
# How far right of the dates the events stand, their axis between them.
_AXIS = mm(6.5)
# The chart's share of the band in percent, as wide as the timeline allows.
_SHARES = (59, 56, 53, 50, 47)


def evidence(ctx: Context, plan: Plan) -> list[Callable[[int], Block]]:
    """The makers of chart and timeline, as far as the page has them; each takes its width."""
    page = ctx.brief.page
    makers: list[Callable[[int], Block]] = []
    if page.chart and "chart" not in plan.without:
        makers.append(lambda width: chart(ctx, plan, width))
    if page.timeline and "timeline" not in plan.without:
        makers.append(lambda width: timeline(ctx, plan, page.timeline, width))
    return makers


def band(ctx: Context, plan: Plan, width: int) -> tuple[Block, ...]:
    """The chart to the left and the timeline to the right; either alone takes the whole width."""
    makers = evidence(ctx, plan)
    if len(makers) < 2 or width < _NARROW:
        return tuple(make(width) for make in makers)
    wide = (width - _GAP) * (ctx.brief.page.chart_share or _share(ctx, plan, width)) // 100
    left, right = makers[0](wide), makers[1](width - _GAP - wide)
    return (_beside(left, right, wide),)


def _share(ctx: Context, plan: Plan, width: int) -> int:
    """The chart's share of the width in percent: the largest at which every event of the timeline
    stays on one line, else the largest."""
    page, label = ctx.brief.page, plan.density.label

    def para_of(text: Text) -> Paragraph:
        return para(text, label, bold=True, short=plan.short)

    dates = [para_of(event.when) for event in page.timeline]
    for share in _SHARES:
        room = width - _GAP - (width - _GAP) * share // 100
        left = _date_width(ctx, dates, room) + _AXIS
        if all(is_short(ctx, para_of(e.what), room - left) for e in page.timeline):
            return share
    return _SHARES[0]


def _beside(left: Block, right: Block, width: int) -> Block:
    """Two blocks side by side, the left one `width` wide, both as high as the higher."""

    def draw(rect: Rect) -> tuple[Item, ...]:
        edge = rect.x + width + _GAP
        return (
            *left.draw(Rect(rect.x, rect.y, width, rect.h)),
            *right.draw(Rect(edge, rect.y, rect.right - edge, rect.h)),
        )

    height = max(left.height, right.height)
    room = max(left.height + left.stretch, right.height + right.stretch) - height
    flex = min(left.flex, right.flex)
    fuller = max(left, right, key=lambda block: block.height)
    return Block(height, draw, room, 27, fuller.named, fuller.mark, flex)


def chart(ctx: Context, plan: Plan, width: int) -> Block:
    """A bar chart with heading and note, its bars no thicker than they need be."""
    page, density = ctx.brief.page, plan.density
    title = page.chart_title or words(ctx.say("主要数字对比", "Compared"), page.mark)
    head = plan.says(title)
    said = page.chart_note if "chart note" not in plan.without else None
    caption = (note(ctx, said, plan, width),) if said else ()
    foot = height_of(ctx, caption, width) + mm(1) if caption else 0
    top = heading_height(ctx, head, density, width)
    values = of_figures(ctx, page.chart)
    names = [para(name, density.label) for name in values.categories]
    tallest = max(height_of(ctx, (name,), width * 2 // 5 - pt(14)) for name in names)
    values_said = [str(ctx.shown(ref.id)) for ref in page.chart]
    sizes = (density.head, density.body, density.label)
    room = width * 35 // 100
    size = next((s for s in sizes if widest(ctx, values_said, s, bold=True) <= room), density.label)
    band = max(tallest, size.leading) + pt(2)
    most = max(band, min(round(_BAND * density.figures), _THICKEST))
    flex = round(_THICKEST * density.spare)

    def draw(rect: Rect) -> tuple[Item, ...]:
        made, y = heading(ctx, "图表", head, density, rect)
        items = list(made)
        high = min(rect.bottom - foot - y, (most + flex) * len(page.chart))
        area = Rect(rect.x, y, rect.w, high)
        drawn = bar_chart(ctx, str(title), values, 0, area, density.label, size)
        if said:
            below = Rect(rect.x, y + high + mm(1), rect.w, foot - mm(1))
            items.append(text_box(ctx, "图注", below, caption, mark=said.mark))
        return (*items, drawn) if drawn else tuple(items)

    return Block(
        top + band * len(names) + foot, draw, (most - band) * len(names), 27, "the chart is",
        page.chart[0].mark, flex * len(names),
    )  # fmt: skip


def timeline(ctx: Context, plan: Plan, events: Sequence[Event], width: int) -> Block:
    """Dates, nodes on an axis, and what happens, from top to bottom; what lies ahead is hollow."""
    density, page = plan.density, ctx.brief.page
    title: Text | str = page.timeline_title or ctx.say("时间线", "Timeline")
    head = plan.says(title) if isinstance(title, Text) else title
    dates = [
        para(
            event.when, density.label, bold=True, colour="primary", align="right", short=plan.short
        )
        for event in events
    ]
    happens = [
        para(event.what, density.label, strong="primary", short=plan.short) for event in events
    ]
    when = _date_width(ctx, dates, width)
    axis, left = when + mm(3), when + _AXIS
    heights = [
        max(height_of(ctx, (date,), when), height_of(ctx, (what,), width - left))
        for date, what in zip(dates, happens, strict=True)
    ]
    top = heading_height(ctx, head, density, width)
    least, most = mm(1.5), mm(6)
    flex = round(mm(20) * density.spare)
    steps = max(1, len(events) - 1)

    def draw(rect: Rect) -> tuple[Item, ...]:
        made, y = heading(ctx, "时间线", head, density, rect)
        spare = rect.bottom - y - sum(heights)
        gap = max(0, min(spare // steps, most + flex))
        nodes: list[int] = []
        boxes: list[Item] = []
        for number, event in enumerate(events):
            height = heights[number]
            nodes.append(y + density.label.leading // 2)
            day = Rect(rect.x, y, when, height)
            what = Rect(rect.x + left, y, rect.w - left, height)
            boxes += (
                text_box(ctx, f"时间 {event.when}", day, (dates[number],), mark=event.when.mark),
                text_box(ctx, f"事件 {event.when}", what, (happens[number],), mark=event.what.mark),
            )
            y += height + gap
        x = rect.x + axis
        line = Rule("时间轴", x, nodes[0], x, nodes[-1], Stroke("primary", pt(1)))
        return (*made, line, *_nodes(events, x, nodes), *boxes)

    return Block(
        top + sum(heights) + least * steps, draw, (most - least) * steps, 27, "the timeline is",
        events[-1].what.mark, flex * steps,
    )  # fmt: skip


def _nodes(events: Sequence[Event], x: int, nodes: Sequence[int]) -> tuple[Shape, ...]:
    return tuple(
        Shape(
            f"节点 {event.when}",
            Rect(x - _NODE // 2, centre - _NODE // 2, _NODE, _NODE),
            "ellipse",
            fill="white" if event.target else "primary",
            stroke=Stroke("primary", pt(1)),
        )
        for event, centre in zip(events, nodes, strict=True)
    )


def _date_width(ctx: Context, dates: Sequence[Paragraph], width: int) -> int:
    """The least width in which every date stays on one line, if that leaves enough."""
    most = width * 2 // 5
    lines = [line for date in dates for line in set_in(ctx, (date,), most).lines]
    return min(most, max((line.width for line in lines), default=0) + pt(1))


def targets(ctx: Context, plan: Plan, width: int) -> Block | None:
    """A table of targets: what, how much, until when."""
    page, density = ctx.brief.page, plan.density
    if not page.targets:
        return None
    title: Text | str = page.targets_title or ctx.say("目标与任务", "Targets")
    head = plan.says(title) if isinstance(title, Text) else title
    periods = [ctx.period(ref.id) for ref in page.targets]
    header: list[Text | str] = [ctx.say("指标", "Target"), ctx.say("数值", "Value")]
    if any(periods):
        header.append(ctx.say("时间", "When"))
    rows: list[list[Text | str | tuple[Paragraph, ...]]] = []
    for ref, period in zip(page.targets, periods, strict=True):
        value = (numeral(ctx, ref.id, density.body, density.body, colour="primary", minor="ink"),)
        row: list[Text | str | tuple[Paragraph, ...]] = [ctx.label(ref.id), value]
        rows.append([*row, period] if any(periods) else row)
    widths = _columns(ctx, density, [header, *rows], width)
    alt = ctx.say(f"表格：{title}", f"Table: {title}")
    name = ctx.say("目标表", "Targets")
    grid = Grid(name, header, rows, widths, alt, mark=page.targets[0].mark)

    def cell(text: Text | str | tuple[Paragraph, ...], share: int) -> int:
        own = text if isinstance(text, tuple) else (para(text, density.body),)
        inner = width * share // sum(widths) - INSETS[0] - INSETS[2] - 2
        return height_of(ctx, own, inner) + INSETS[1] + INSETS[3]

    top = heading_height(ctx, head, density, width)
    every: list[Sequence[Text | str | tuple[Paragraph, ...]]] = [header, *rows]
    tall = sum(max(map(cell, row, widths)) for row in every)

    def draw(rect: Rect) -> tuple[Item, ...]:
        made, y = heading(ctx, "目标", head, density, rect)
        return (*made, table(ctx, grid, Rect(rect.x, y, rect.w, rect.bottom - y), (density.body,)))

    return Block(
        top + tall, draw, len(every) * mm(1.5), 25, "the targets are", page.targets[0].mark,
        round(tall * 0.4 * density.spare),
    )  # fmt: skip


def _columns(
    ctx: Context,
    density: Density,
    rows: Sequence[Sequence[Text | str | tuple[Paragraph, ...]]],
    width: int,
) -> list[int]:
    """The widths of the targets' columns: values and times on one line each, a quarter of the table
    at least and a third at most; what the targets are has the rest."""
    most, least = width // 3, width // 4
    inner = most - INSETS[0] - INSETS[2]

    def wanted(cell: Text | str | tuple[Paragraph, ...]) -> int:
        own = cell if isinstance(cell, tuple) else (para(cell, density.body, bold=True),)
        lines = set_in(ctx, own, inner).lines
        whole = max((line.width for line in lines), default=0)
        return (whole if len(lines) < 2 else inner) + INSETS[0] + INSETS[2] + pt(1)

    others = [max(least, *map(wanted, column)) for column in list(zip(*rows, strict=True))[1:]]
    others = [min(most, each) for each in others]
    return [width - sum(others), *others]
