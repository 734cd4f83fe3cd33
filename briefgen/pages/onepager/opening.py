"""Turn the page's headline and lead into the words that open it."""

from __future__ import annotations

from briefgen.geometry import Rect
from briefgen.pages.onepager.block import Block, height_of, lines_of, text_box
from briefgen.pages.onepager.plan import Plan
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.record import replace
from briefgen.scene.items import Item
from briefgen.scene.names import Name

# How much more leading the lead takes where there is room for it.
_LOOSEST = 0.12


def opening(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The headline, and close below it the lead."""
    first, second = _headline(ctx, plan, width), lead(ctx, plan, width)
    if not first or not second:
        return first or second
    gap = plan.density.gap // 2

    def draw(rect: Rect) -> tuple[Item, ...]:
        top = first.height + gap
        below = Rect(rect.x, rect.y + top, rect.w, rect.h - top)
        return (*first.draw(rect), *second.draw(below))

    return replace(second, height=first.height + gap + second.height, draw=draw, share=14)


def _headline(ctx: Context, plan: Plan, width: int) -> Block | None:
    """What the page says, as a sentence."""
    text = ctx.brief.page.headline
    if not text or not str(text).strip():
        return None
    sizes = (plan.density.headline, plan.density.head)
    made = [para(text, size, bold=True, short=plan.short, keep=True) for size in sizes]
    shown = made[0] if lines_of(ctx, made[0], width) <= 2 else made[1]
    height = height_of(ctx, (shown,), width)

    def draw(rect: Rect) -> tuple[Item, ...]:
        area = Rect(rect.x, rect.y, rect.w, height)
        name = Name("headline")
        return (text_box(ctx, name, area, (shown,), heading="h2", mark=text.mark),)

    return Block(height=height, draw=draw, share=6, named="headline-is", mark=text.mark)


def lead(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The lead, its figures standing out."""
    text = ctx.brief.page.lead
    if not text or not str(text).strip():
        return None
    made = para(
        text,
        plan.density.lead,
        strong="ink",
        short=plan.short,
        align=ctx.running,
    )
    height = height_of(ctx, (made,), width)

    def draw(rect: Rect) -> tuple[Item, ...]:
        leading = made.leading * min(rect.h, height + stretch) // height
        loose = (replace(made, leading=leading),)
        return (text_box(ctx, Name("lead"), rect, loose, mark=text.mark),)

    stretch = round(height * _LOOSEST)
    return Block(
        height=height, draw=draw, stretch=stretch, share=10, named="lead-is", mark=text.mark
    )
