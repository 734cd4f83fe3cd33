"""Turn the large words of cover, section and closing into a title as large as its place allows.

These three stand on the ground of covers. Where their title ends decides where the rest begins, so
their layout is made anew for each: a function of the step that the title takes and its lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefgen.brief.model import Text
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.frame import fill, lines_at, slot
from briefgen.record import Record, replace
from briefgen.scene.bilingual import SECOND_INDEX
from briefgen.scene.items import Rule, Slot, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot
from briefgen.theme.model import DECK, Step, step

# Where organisation and date stand.
Where = Literal["below", "foot"]
# The most lines of a title.
LINES = 3
# Sizes of a title, and how many lines it may take at each.
Sizes = Sequence[tuple[Step, int]]
_SMALLER = ((step(46, 57), 2), (step(40, 50), 2), (step(36, 45), LINES), (step(30, 38), LINES))
_SMALLEST = ((step(26, 33), LINES),)
COVER: Sizes = ((DECK["cover"], 1), (step(64, 76), 1), (step(54, 66), 2), *_SMALLER, *_SMALLEST)
CLOSING: Sizes = ((step(54, 66), 1), *_SMALLER, *_SMALLEST)
SECTION: Sizes = (
    (DECK["section"], 2),
    (step(40, 50), 2),
    (step(34, 43), 2),
    (step(28, 36), LINES),
    *_SMALLEST,
)
# Larger than a footer, organisation and date begin so much higher to end on its line.
IMPRINT_UP = pt(4)
# How much higher a title's place is than its lines, so that other faces have room.
_ROOM, _BELOW = 1.1, 0.2


class Stage(Record):
    """A context whose layout has the title where it stands now, in so many `lines`; `bottom` is
    where that ends."""

    ctx: Context
    layout: Layout
    bottom: int
    lines: int


def staged(ctx: Context, id: str, text: Text, x: int, y: int, w: int, sizes: Sizes) -> Stage:
    """The title at (x, y), `w` wide (EMU), at the first of the sizes that gives it few lines."""
    layout = ctx.layouts[id]
    title = replace(slot(layout, "title"), rect=Rect(x, y, w, pt(400)), anchor="top")
    lines, size = LINES, sizes[-1][0]
    for one, most in sizes:
        lines = lines_at(ctx, title, text, one)
        if lines <= most:
            size = one
            break
    high = round(min(lines, LINES) * size.leading * _ROOM)
    at = Rect(x, y, w, high + round(size.size * _BELOW))
    look = title.tiers[0]
    look = replace(look, style=replace(look.style, size=size.size), leading=size.leading)
    placed = replace(title, rect=at, tiers=(look,))
    changed: dict[Slot, LayoutSlot] = {placed.slot: placed}
    bottom = at.bottom
    second = Slot("subtitle", SECOND_INDEX)
    for each in layout.slots:
        if each.slot == second:
            changed[second] = replace(each, rect=Rect(x, bottom, w, each.leading), anchor="top")
            bottom += each.leading
    slots = tuple(changed.get(each.slot, each) for each in layout.slots)
    made = replace(layout, slots=slots)
    return Stage(replace(ctx, layouts={**ctx.layouts, id: made}), made, bottom, min(lines, LINES))


def rule_across(x: int, right: int, y: int, number: int = 0) -> Rule:
    """A hairline on the ground of covers."""
    return Rule(Name("divider", number), x, y, right, y, Stroke("cover-line", pt(0.75)))


def imprint(ctx: Context, layout: Layout, where: Where = "below") -> tuple[TextBox, ...]:
    """Organisation and date: `below` the rule, or at the slide's foot."""
    said = ctx.say("　", "  ·  ").join(
        filter(None, (str(ctx.brief.organisation), str(ctx.brief.date_text)))
    )
    if not said:
        return ()
    at, own = slot(layout, "body", 2), ctx.canvas.stages
    if where == "foot":
        at = replace(at, rect=Rect(own.text.x, own.end - IMPRINT_UP, own.text.w, pt(24)))
    if lines_at(ctx, at, said, Step(at.style.size, at.leading)) > 1:
        small = (DECK["caption"], DECK["source"])
        less = next((each for each in small if lines_at(ctx, at, said, each) == 1), small[-1])
        look = at.tiers[0]
        look = replace(look, style=replace(look.style, size=less.size), leading=less.leading)
        at = replace(at, tiers=(look,))
    return (fill(ctx, at, said, lines=1 if where == "foot" else 2),)
