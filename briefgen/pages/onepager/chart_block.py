"""Turn the figures that the page compares into a bar chart with heading and note."""

from __future__ import annotations

from briefgen.brief.model import words
from briefgen.facts.quantity import amount
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import (
    Block,
    heading,
    heading_height,
    height_of,
    note,
    text_box,
)
from briefgen.pages.onepager.plan import Plan
from briefgen.parts.charts.bars import bar_chart, shrinking
from briefgen.parts.charts.drawing import widest
from briefgen.parts.charts.readers import of_figures
from briefgen.parts.charts.subtitle import qualified
from briefgen.parts.charts.values import Values, found
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.scene.items import Item
from briefgen.scene.names import Name, called

# The highest band of a bar, at the floor of the type scale: a bar is no wall.
_BAND, _THICKEST = mm(9), mm(19)


def _largest(values: Values) -> int | None:
    """The bar that is longer than all others, which is the point where nobody says so."""
    lengths = [amount(each.quantity) for each in values.points[0] if each.quantity]
    most = max(lengths, default=None)
    alone = most is not None and lengths.count(most) == 1 and len(lengths) == len(values.keys)
    return lengths.index(most) if alone and most is not None else None


def chart(ctx: Context, plan: Plan, width: int) -> Block:
    """A bar chart with heading and note, its bars no thicker than they need be."""
    page, density = ctx.brief.page, plan.density
    title = page.chart_title or words(ctx.say("主要数字对比", "Compared"), page.mark)
    head = plan.says(title)
    values = of_figures(ctx, page.chart)
    own = page.chart_note if "chart note" not in plan.without else None
    said = qualified(ctx, values, own, title)
    caption = (note(said, plan),) if said else ()
    foot = height_of(ctx, caption, width) + mm(1) if caption else 0
    top = heading_height(ctx, head, density, width)
    point = found(ctx, page.chart_highlight, page.chart_highlight_mark, values.keys)
    if not page.chart_highlight:
        point = _largest(values)
    names = [para(name, density.label) for name in values.categories]
    tallest = max(height_of(ctx, (name,), width * 2 // 5 - pt(14)) for name in names)
    values_said = [str(ctx.shown(ref.id)) for ref in page.chart]
    room = width * 35 // 100
    large = widest(ctx, values_said, density.head, bold=True) <= room
    size = density.head if large else density.label
    band = max(tallest, size.leading) + pt(2)
    most = max(band, min(round(_BAND * density.wider), _THICKEST))
    flex = mm(10) + round(_THICKEST * density.spare)

    def draw(rect: Rect) -> tuple[Item, ...]:
        made, y = heading(ctx, Name("chart"), head, density, rect)
        items = list(made)
        high = min(rect.bottom - foot - y, (most + flex) * len(page.chart))
        area = Rect(rect.x, y, rect.w, high)
        sizes = [size, *shrinking(density.label)]
        drawn = bar_chart(ctx, called(title), values, point, area, [density.label], sizes)
        if said:
            below = Rect(rect.x, y + high + mm(1), rect.w, foot - mm(1))
            items.append(text_box(ctx, Name("chart-note"), below, caption, mark=said.mark))
        return (*items, *drawn)

    return Block(
        height=top + band * len(names) + foot,
        draw=draw,
        stretch=(most - band) * len(names),
        share=27,
        named="chart-is",
        mark=page.chart[0].mark,
        flex=flex * len(names),
    )
