"""Turn chart and timeline into the band that shows them, side by side where it is wide."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.geometry import Rect, mm
from briefgen.pages.onepager.block import Block
from briefgen.pages.onepager.chart_block import chart
from briefgen.pages.onepager.measure import grid
from briefgen.pages.onepager.plan import Plan
from briefgen.pages.onepager.timeline_block import timeline
from briefgen.parts.context import Context
from briefgen.scene.items import Item

# Below this width chart and timeline stand one below the other.
_NARROW = mm(130)


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
    """The chart to the left and the timeline to the right, both on the topics' columns; either
    alone takes the whole width."""
    makers = evidence(ctx, plan)
    if len(makers) < 2 or width < _NARROW:
        return tuple(make(width) for make in makers)
    across = max(2, min(plan.density.across, 3))
    lane, between = grid(width, across, plan.density.text)
    lanes = _lanes(ctx, across)
    wide = lanes * lane + (lanes - 1) * between
    left, right = makers[0](wide), makers[1](width - between - wide)
    return (_beside(left, right, wide, between),)


def _lanes(ctx: Context, across: int) -> int:
    """How many of the columns the chart takes: all but one, or as near as can be to the share that
    the page asks for."""
    share = ctx.brief.page.chart_share
    asked = round(across * share / 100) if share else across - 1
    return min(max(asked, 1), across - 1)


def _beside(left: Block, right: Block, width: int, between: int) -> Block:
    """Two blocks side by side, the left one `width` wide, both as high as the higher."""

    def draw(rect: Rect) -> tuple[Item, ...]:
        edge = rect.x + width + between
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
