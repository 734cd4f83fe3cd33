"""Turn heads with what they mean into rows between rules: one placeholder, or one a row."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Measure
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, para, set_boxes
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.items import Item, Rule, Slot, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import Step, step
from briefgen.typography.text import Paragraph

# Head and text, the larger first: of one size, so that a slide has few. Lines are so close that
# three rows of a body have room for a third line of text each.
STEPS: tuple[tuple[Step, Step], ...] = (
    (step(18, 25), step(18, 25)),
    (step(16, 22), step(16, 22)),
)
# What is kept free above and below a row's words: half a line, or where that is too much, less.
_PADS = (pt(12), pt(6))
_ABOVE = pt(4)


def ruled(
    ctx: Context, rows: Sequence[Measure], rect: Rect, slot: int, *, below: bool = False
) -> tuple[Item, ...]:
    """A row of equal height for each, a strong rule above the first, a hairline above the
    others and below the last: each a placeholder, from this index on, all of them in one size.
    Rows that stand `below` a table go on from its last rule."""
    places = rect.rows(len(rows), 0)
    boxes: tuple[TextBox, ...] = ()
    for pad in _PADS:
        found = Problems()
        wanted = [
            _row(n, row, place, slot + n - 1, pad)
            for n, (row, place) in enumerate(zip(rows, places, strict=True), 1)
        ]
        boxes = set_boxes(replace(ctx, problems=found), wanted, len(STEPS))
        if not found.fatal or pad == _PADS[-1]:
            ctx.problems.extend(found)
            break
    # What was kept free is for what somebody adds.
    boxes = tuple(replace(box, insets=(0, 0, 0, 0)) for box in boxes)
    items: list[Item] = []
    for number, (box, place) in enumerate(zip(boxes, places, strict=True), 1):
        stroke = Stroke("ink", pt(1.5)) if number == 1 else Stroke("line", pt(1))
        name = Name("heading-rule", number, of=Name("measures"))
        if number > 1 or not below:
            items.append(Rule(name, place.x, place.y, place.right, place.y, stroke))
        items.append(box)
    foot, last = Name("heading-rule", of=Name("measures")), Stroke("line", pt(1))
    items.append(Rule(foot, rect.x, rect.bottom, rect.right, rect.bottom, last))
    return tuple(items)


def ruled_columns(
    ctx: Context, heads: Sequence[Measure], places: Sequence[Rect], slot: int
) -> tuple[Item, ...]:
    """A column under a rule for each: each a placeholder, from this index on, all in one size."""
    wanted = [
        replace(_row(n, each, place.inset(0, _ABOVE, 0, 0), slot + n - 1, _PADS[-1]), anchor="top")
        for n, (each, place) in enumerate(zip(heads, places, strict=True), 1)
    ]
    rules = [
        Rule(Name("rule", n), each.x, each.y, each.right, each.y, Stroke("ink", pt(0.75)))
        for n, each in enumerate(places, 1)
    ]
    return (*rules, *set_boxes(ctx, wanted, len(STEPS)))


def _row(number: int, row: Measure, place: Rect, index: int, pad: int) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        head, text = STEPS[level]
        said = para(row.head, head, bold=True, short=short)
        means = para(row.text, text, strong="ink", short=short, before=pt(2), level=1)
        return (said, means) if means.runs else (said,)

    return Wanted(
        Name("point", number),
        place,
        make,
        slot=Slot("body", index),
        anchor="middle",
        insets=(0, pad, 0, pad),
        mark=row.head.mark,
    )
