"""Turn a chart, the claim it proves and what follows from it into a slide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.brief.model import Slide
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.readers import values_of
from briefgen.parts.charts.values import Charted, Limits, Values
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.side import side
from briefgen.scene.items import Item, Page
from briefgen.scene.layouts import BODY_NOTED, column

Draw = Callable[[Values, Rect], tuple[Item, ...]]


def chart_page(
    ctx: Context, slide: Slide, fields: Charted, limits: Limits, draw: Draw
) -> tuple[Page, ...]:
    """The slide of a chart that `draw` makes of the values, where they are fit for it."""
    values = values_of(ctx, slide, fields, limits)
    return chart_slide(ctx, slide, fields, draw(values, chart_area(fields)) if values else ())


def chart_area(fields: Charted) -> Rect:
    """Where a chart stands: on eight columns beside its claim and points, or on all twelve."""
    area = column(0, 8, BODY_NOTED) if fields.claim or fields.points else BODY_NOTED
    return area.inset(0, pt(4), 0, pt(4))


def chart_slide(
    ctx: Context, slide: Slide, fields: Charted, items: Sequence[Item]
) -> tuple[Page, ...]:
    """A slide with a chart's items, the claim and the points beside them."""
    content = list(items)
    told = bool(fields.claim or fields.points)
    if told:
        content += side(ctx, fields.claim, fields.points, column(8, 4, BODY_NOTED), slide.mark)
    layout = "side" if told else "title-only"
    return (framed(ctx, slide, layout, content, note=fields.note),)
