"""Turn dated events into a timeline: an axis, a node for each date, the words below it."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Event
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, para, set_boxes, set_in
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Rule, Shape, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import Step
from briefgen.typography.text import Paragraph

# Hanzi in a line of a card, at least, for text that is larger than usual.
_LINE = 9


class Look(Record, kw_only=True):
    """How a timeline is set: sizes (largest first), how far below its top the axis runs, the size
    of its nodes, and of its cards: their gap, inner margin and least height (EMU).

    Sizes before `normal` are for few events: they are taken where a line of a card holds at least
    `_LINE` of their characters.
    """

    when: Sequence[Step]
    what: Sequence[Step]
    axis: int
    node: int
    gap: int
    card: int = 0
    least: int = 0
    normal: int = 0

    def beside(self, width: int) -> Look:
        """The look for cards of a width: without the sizes that are too large for it."""
        inside = width - 2 * self.card
        sizes = [step.size for step in self.what[: self.normal]]
        over = sum(inside < _LINE * size for size in sizes)
        return replace(
            self, when=self.when[over:], what=self.what[over:], normal=self.normal - over
        )


def timeline(ctx: Context, events: Sequence[Event], rect: Rect, look: Look) -> tuple[Item, ...]:
    """Events at equal distances, left to right; goals hollow, behind a dashed axis.

    The dates stand above the axis, the words below it on cards as high as the fullest, the whole
    a little above the middle of `rect`. Each date and each event is a body placeholder of its own.
    """
    columns = rect.columns(len(events), look.gap)
    look = look.beside(columns[0].w)
    tall = _tallest(ctx, events, columns[0].w, look)
    high = min(rect.h, look.axis + look.node + max(tall, look.least))
    rect = Rect(rect.x, rect.y + (rect.h - high) * 2 // 5, rect.w, high)
    columns = rect.columns(len(events), look.gap)
    numbered = list(zip(range(1, len(events) + 1), events, columns, strict=True))
    dates = [_date(number, event, column, look) for number, event, column in numbered]
    words = [_words(number, event, column, look) for number, event, column in numbered]
    steps = len(look.when)
    above = set_boxes(ctx, dates, steps, look.normal)
    below = set_boxes(ctx, words, steps, look.normal)
    items = list(_axis(events, columns, rect, look))
    for date, event_words in zip(above, below, strict=True):
        items += (date, event_words)
    return tuple(items)


def _axis(
    events: Sequence[Event], columns: Sequence[Rect], rect: Rect, look: Look
) -> tuple[Item, ...]:
    """The axis as far as it is reached, dashed beyond that, and a node for each event."""
    y = rect.y + look.axis
    centres = [column.x + look.node // 2 for column in columns]
    reached = sum(not event.target for event in events)
    items: list[Item] = []
    line = Stroke("primary", pt(2))
    if reached > 1:
        items.append(Rule(Name("time-axis"), centres[0], y, centres[reached - 1], y, line))
    if reached < len(events):
        start = centres[max(reached - 1, 0)]
        dashed = Stroke("primary", pt(2), dashed=True)
        items.append(Rule(Name("time-axis-ahead"), start, y, rect.right, y, dashed, arrow=True))
    for number, (event, x) in enumerate(zip(events, centres, strict=True), 1):
        node = Rect(x - look.node // 2, y - look.node // 2, look.node, look.node)
        fill: Token = "white" if event.target else "primary"
        items.append(
            Shape(name=Name("node", number), rect=node, geometry="ellipse", fill=fill, stroke=line)
        )
    return tuple(items)


def _date(number: int, event: Event, column: Rect, look: Look) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(event.when, look.when[level], bold=True, colour="primary", short=short),)

    return Wanted(
        Name("moment", number),
        Rect(column.x, column.y, column.w, look.axis - look.node),
        make,
        slot=Slot("body", 2 * number - 1),
        anchor="bottom",
        mark=event.when.mark,
    )


def _words(number: int, event: Event, column: Rect, look: Look) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(event.what, look.what[level], short=short, strong="primary"),)

    top = column.y + look.axis + look.node
    return Wanted(
        Name("event", number),
        Rect(column.x, top, column.w, column.bottom - top),
        make,
        slot=Slot("body", 2 * number),
        insets=(look.card, look.card, look.card, look.card),
        fill="surface" if not event.target else "",
        stroke=Stroke("line", pt(1)) if event.target else None,
        mark=event.what.mark,
    )


def _tallest(ctx: Context, events: Sequence[Event], width: int, look: Look) -> int:
    """The height of the fullest card at the first size."""
    inside = width - 2 * look.card
    heights = (
        set_in(ctx, (para(event.what, look.what[0], strong="primary"),), inside).height
        for event in events
    )
    return max(heights) + 2 * look.card
