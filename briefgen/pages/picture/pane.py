"""Turn topics into the panes of the theme's motif: the window of all, or one with its number."""

from __future__ import annotations

from briefgen.geometry import Rect
from briefgen.pages.onepager.block import text_box
from briefgen.pages.onepager.shown import shown_topics
from briefgen.pages.picture.measure import height_of
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.scene.items import Group, Item
from briefgen.scene.motifs import drawn, field, ink, places
from briefgen.scene.motifs import pane as motif_pane
from briefgen.scene.motifs import window as motif_window
from briefgen.scene.names import Name
from briefgen.theme.model import Step


def panes(ctx: Context) -> int:
    """How many panes the page's window has: one for each topic, without topics one for each section
    of the deck; 0 where there is no window."""
    shown = len(shown_topics(ctx))
    count = (shown and _every(ctx)) or sum(slide.kind == "section" for slide in ctx.brief.deck)
    return count if drawn(ctx.theme, count) else 0


def _every(ctx: Context) -> int:
    """How many topics have a pane: all of the outline, so that each has the same one whoever it is
    told to; where these are too many, those of the page."""
    every = len(ctx.brief.topics)
    return every if drawn(ctx.theme, every) else len(shown_topics(ctx))


def _places(ctx: Context) -> list[int]:
    """Which panes (from 1) are those of the page's topics, in their order."""
    shown = shown_topics(ctx)
    if _every(ctx) == len(shown) != len(ctx.brief.topics):
        return list(range(1, len(shown) + 1))
    ids = [topic.id for topic in ctx.brief.topics]
    return [ids.index(topic.id) + 1 for topic in shown]


def window_width(ctx: Context, area: Rect) -> int:
    """How wide the window in an area is (EMU); 0 where there is none."""
    count = panes(ctx)
    if not count:
        return 0
    found = places(area, count, "right")
    return area.right - min(rect.x for rect in found)


def window_height(ctx: Context, area: Rect) -> int:
    """How high the window in an area is (EMU); 0 where there is none."""
    count = panes(ctx)
    return max(rect.bottom for rect in places(area, count)) - area.y if count else 0


def window(ctx: Context, area: Rect, right: bool = True) -> tuple[Item, ...]:
    """The window of all topics, lit those of the page, at one side of an area and in its middle."""
    count = panes(ctx)
    if not count:
        return ()
    spare = max(0, area.h - window_height(ctx, area))
    place = Rect(area.x, area.y + spare // 2, area.w, area.h - spare)
    lit = _places(ctx) or None
    return (motif_window(ctx.theme, place, count, lit, side="right" if right else "left"),)


def pane(ctx: Context, number: int, area: Rect, size: Step) -> Group:
    """The pane of the page's topic of a number, with that in it."""
    own, count = _places(ctx)[number - 1], _every(ctx)
    made = motif_pane(ctx.theme, area, own, count)
    colour = ink(ctx.theme, own, count)
    words = para(str(number), size, bold=True, colour=colour, align="center")
    inner = field(ctx.theme, area, own)
    tall = height_of(ctx, (words,), inner.w)
    place = Rect(inner.x, inner.y + (inner.h - tall) // 2, inner.w, tall)
    return Group(made.name, (*made.items, text_box(ctx, Name("ordinal", number), place, (words,))))
