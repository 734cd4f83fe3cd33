"""Turn topics into the panes of the theme's motif: the window of all, or one with its number."""

from __future__ import annotations

from briefgen.geometry import Rect
from briefgen.pages.onepager.block import text_box
from briefgen.pages.onepager.topics import shown_topics
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
    count = len(shown_topics(ctx)) or sum(slide.kind == "section" for slide in ctx.brief.deck)
    return count if drawn(ctx.theme, count) else 0


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
    """The window of all topics, at one side of an area and in its middle."""
    count = panes(ctx)
    if not count:
        return ()
    spare = max(0, area.h - window_height(ctx, area))
    place = Rect(area.x, area.y + spare // 2, area.w, area.h - spare)
    return (motif_window(ctx.theme, place, count, side="right" if right else "left"),)


def pane(ctx: Context, number: int, count: int, area: Rect, size: Step) -> Group:
    """The pane of a topic with its number in it."""
    made = motif_pane(ctx.theme, area, number, count)
    colour = ink(ctx.theme, number, count)
    words = para(str(number), size, bold=True, colour=colour, align="center")
    inner = field(ctx.theme, area, number)
    tall = height_of(ctx, (words,), inner.w)
    place = Rect(inner.x, inner.y + (inner.h - tall) // 2, inner.w, tall)
    return Group(made.name, (*made.items, text_box(ctx, Name("ordinal", number), place, (words,))))
