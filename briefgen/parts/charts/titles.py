"""Turn what an axis measures into its title beside the plot."""

from __future__ import annotations

from briefgen.geometry import Rect
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, para, set_box
from briefgen.scene.items import Item, Slot
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Align, Paragraph


def axis_title(ctx: Context, words: str, place: Rect, align: Align, at: int) -> Item:
    """The title of an axis on one line, in the placeholder of an index."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(words, DECK["caption"], colour="ink2", align=align),)

    return set_box(
        ctx,
        Wanted(Name("text", at), place, make, slot=Slot("body", at), anchor="middle", lines=1),
    )


def measured(ctx: Context, name: str, unit: str) -> str:
    """What is measured, with its unit in brackets."""
    if not name or not unit:
        return name or unit
    return ctx.say(f"{name}（{unit}）", f"{name} ({unit})")
