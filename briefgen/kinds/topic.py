"""Turn one topic into a slide: effort and goal, its measures, its figures."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Names, Subject
from briefgen.brief.model import Ref, Slide, Text, Topic
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.kpi import Numeral, cells
from briefgen.parts.text import Wanted, down, label, para, set_box
from briefgen.record import Record, replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Item, Page, Slot
from briefgen.scene.layouts import BODY, BODY_NOTED, column
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# The banner's height, and what stands between it, its goal and the rest.
_BANNER, _APART = pt(40), pt(16)
# The highest cell of a figure: alone, and of several; and how far these stand apart.
_ALONE, _CELL, _CELLS_APART = pt(216), pt(132), pt(12)
# The icon on the banner's arrow: its side, and how far it stands from the edges.
_ICON, _ICON_LEFT, _ICON_TOP = pt(26), pt(14), pt(7)
# Where the effort begins on the arrow, with an icon and without; and its distance from the point.
_BESIDE_ICON, _EFFORT_LEFT, _EFFORT_RIGHT = pt(50), pt(16), pt(28)


class TopicSlide(Record):
    """One topic: its effort and goal, its measures to the left, its figures to the right."""

    topic: Annotated[Ref, Names("topic"), Subject(), Doc("The topic's id.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: TopicSlide, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    topic = ctx.topic(fields.topic.id)
    area = BODY_NOTED if fields.note else BODY
    strip = Rect(area.x, area.y, area.w, _BANNER)
    rest = Rect(area.x, strip.bottom + _APART, area.w, area.bottom - strip.bottom - _APART)
    wide = 8 if topic.figures else 12
    items: list[Item] = list(_banner(ctx, topic, strip))
    items.append(_measures(ctx, topic, column(0, wide, rest)))
    if topic.figures:
        right = column(8, 4, rest)
        count = len(topic.figures)
        alone = count == 1
        high = min(right.h, count * (_ALONE if alone else _CELL) + (count - 1) * _CELLS_APART)
        middle = Rect(right.x, right.y + (right.h - high) // 2, right.w, high)
        rects = middle.rows(count, _CELLS_APART)
        numerals = [Numeral(ref.id) for ref in topic.figures]
        boxes = cells(ctx, numerals, rects, wide=alone)
        items += [replace(box, slot=Slot("body", number)) for number, box in enumerate(boxes, 2)]
    return (framed(ctx, slide, "grid", items, note=fields.note),)


def _banner(ctx: Context, topic: Topic, strip: Rect) -> tuple[Item, ...]:
    """The effort on an arrow with the topic's icon, pointing at the goal."""
    left = column(0, 7, strip)
    inner = (_BESIDE_ICON if topic.icon else _EFFORT_LEFT, 0, _EFFORT_RIGHT, 0)

    def effort(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = down("body", level)
        return (para(topic.effort, step, bold=True, colour="white", short=short),)

    arrow = Wanted(
        Name("effort"),
        left,
        effort,
        anchor="middle",
        insets=inner,
        geometry="pentagon",
        fill="primary",
        lines=1,
        mark=topic.effort.mark,
    )
    goal = Rect(left.right + _APART, strip.y, strip.right - left.right - _APART, strip.h)
    mark = Rect(left.x + _ICON_LEFT, left.y + _ICON_TOP, _ICON, _ICON)
    return (
        set_box(ctx, arrow, 3),
        *((icon(topic.icon, mark, "white", Name("topic-icon")),) if topic.icon else ()),
        label(
            ctx,
            Name("goal"),
            goal,
            topic.goal,
            DECK["head"],
            bold=True,
            colour="primary",
            anchor="middle",
            lines=1,
        ),
    )


def _measures(ctx: Context, topic: Topic, rect: Rect) -> Item:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        made: list[Paragraph] = []
        for measure in topic.measures:
            made.append(
                para(
                    measure.head,
                    down("head", level),
                    bold=True,
                    short=short,
                    before=pt(14 - 2 * level),
                )
            )
            made.append(
                para(
                    measure.text,
                    down("body", level),
                    colour="ink2",
                    strong="primary",
                    short=short,
                    before=pt(2),
                )
            )
        return tuple(made)

    want = Wanted(
        Name("measures"),
        rect,
        make,
        slot=Slot("body", 1),
        anchor="middle",
        insets=(0, 0, pt(16), 0),
        mark=topic.measures[0].head.mark if topic.measures else topic.mark,
    )
    return set_box(ctx, want, 3)


KIND = Kind(name="topic", fields=TopicSlide, compose=compose)
