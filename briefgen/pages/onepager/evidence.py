"""Turn chart and timeline into the band that shows them, side by side where it is wide."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.brief.model import Text
from briefgen.geometry import Rect, mm
from briefgen.pages.onepager.block import (
    Block,
    is_short,
)
from briefgen.pages.onepager.chart_block import chart
from briefgen.pages.onepager.plan import Plan
from briefgen.pages.onepager.timeline_block import AXIS, date_width, timeline
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.scene.items import Item
from briefgen.typography.text import Paragraph

_GAP = mm(6)
# Below this width chart and timeline stand one below the other.
_NARROW = mm(130)
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
        left = date_width(ctx, dates, room) + AXIS
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
    return Block(
        height=height,
        draw=draw,
        stretch=room,
        share=27,
        named=fuller.named,
        mark=fuller.mark,
        flex=flex,
    )
