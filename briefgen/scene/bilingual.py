"""Turn layouts into those of a bilingual deck: below each title a line in the second language.

The line is a placeholder of its own. It takes its room from the title, which is set smaller by as
much, so that nothing else on the slide has to move.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.record import replace
from briefgen.scene.items import Slot
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot
from briefgen.theme.model import DECK

# The index of the second line's placeholder on every layout.
SECOND_INDEX = 22
# How far the second line reaches below the title's place, where nothing stands as close.
_BELOW = pt(4)


def bilingual(layout: Layout) -> Layout:
    """The layout with a subtitle below its title; one without a title stays as it is."""
    slots = list(layout.slots)
    for index, each in enumerate(layout.slots):
        if each.slot.role == "title":
            # Last, so that the layout's own subtitle, if it has one, stays the first.
            slots[index], second = _pair(each, _below(each, layout.slots))
            slots.append(second)
    return replace(layout, slots=tuple(slots))


def _below(title: LayoutSlot, slots: Iterable[LayoutSlot]) -> int:
    """How far the second line may reach below the title's place, in EMU."""
    gaps = (each.rect.y - title.rect.bottom for each in slots)
    return min((gap for gap in gaps if 0 <= gap < _BELOW), default=_BELOW)


def _pair(title: LayoutSlot, below: int) -> tuple[LayoutSlot, LayoutSlot]:
    """The title in less room, and the second line on which it stands."""
    step, rect, style = DECK["caption"], title.rect, title.style
    left = rect.h - step.leading + below
    leading = min(title.leading, left // max(1, rect.h // title.leading))
    size = style.size * leading // title.leading
    second = replace(
        title,
        slot=Slot("subtitle", SECOND_INDEX),
        name=Name("subtitle"),
        rect=Rect(rect.x, rect.y + left, rect.w, step.leading),
        tiers=(
            replace(
                title.tiers[0],
                style=replace(style, size=step.size, bold=False, colour=_quieter(style.colour)),
                leading=step.leading,
            ),
        ),
        anchor="top",
        prompt=Name("second-title-prompt"),
    )
    first = replace(
        title,
        rect=Rect(rect.x, rect.y, rect.w, left),
        tiers=(replace(title.tiers[0], style=replace(style, size=size), leading=leading),),
        anchor="bottom",
    )
    return first, second


def _quieter(colour: Token) -> Token:
    """The colour of the second line: softer than the title's on the same ground."""
    quieter: dict[Token, Token] = {"white": "on-dark", "on-cover": "on-cover2"}
    return quieter.get(colour, "ink2")
