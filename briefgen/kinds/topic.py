"""Turn one topic into a slide: effort and goal, its measures, its figures."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc
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
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph


class TopicSlide(Record):
    """One topic: its effort and goal, its measures to the left, its figures to the right."""

    topic: Annotated[Ref, Doc("The topic's id.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, TopicSlide)
    topic = ctx.topic(fields.topic.id)
    area = BODY_NOTED if fields.note else BODY
    strip = Rect(area.x, area.y, area.w, pt(40))
    rest = Rect(area.x, strip.bottom + pt(16), area.w, area.bottom - strip.bottom - pt(16))
    wide = 8 if topic.figures else 12
    items: list[Item] = list(_banner(ctx, topic, strip))
    items.append(_measures(ctx, topic, column(0, wide, rest)))
    if topic.figures:
        right = column(8, 4, rest)
        count = len(topic.figures)
        alone = count == 1
        high = min(right.h, count * pt(216 if alone else 132) + (count - 1) * pt(12))
        middle = Rect(right.x, right.y + (right.h - high) // 2, right.w, high)
        rects = middle.rows(count, pt(12))
        numerals = [Numeral(ref.id) for ref in topic.figures]
        boxes = cells(ctx, numerals, rects, wide=alone)
        items += [replace(box, slot=Slot("body", number)) for number, box in enumerate(boxes, 2)]
    spoken = replace(slide, notes=slide.notes or topic.notes)
    return (framed(ctx, spoken, "grid", items, note=fields.note),)


def _banner(ctx: Context, topic: Topic, strip: Rect) -> tuple[Item, ...]:
    """The effort on an arrow with the topic's icon, pointing at the goal."""
    left = column(0, 7, strip)
    inner = (pt(50) if topic.icon else pt(16), 0, pt(28), 0)

    def effort(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = down("body", level)
        return (para(topic.effort, step, bold=True, colour="white", short=short),)

    arrow = Wanted(
        "举措", left, effort, anchor="middle", insets=inner, geometry="pentagon", fill="primary",
        lines=1, mark=topic.effort.mark,
    )  # fmt: skip
    goal = Rect(left.right + pt(16), strip.y, strip.right - left.right - pt(16), strip.h)
    mark = Rect(left.x + pt(14), left.y + pt(7), pt(26), pt(26))
    return (
        set_box(ctx, arrow, 3),
        *((icon(topic.icon, mark, "white", "专题图标"),) if topic.icon else ()),
        label(
            ctx, "目标", goal, topic.goal, DECK["head"], bold=True, colour="primary",
            anchor="middle", lines=1,
        ),
    )  # fmt: skip


def _measures(ctx: Context, topic: Topic, rect: Rect) -> Item:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        made: list[Paragraph] = []
        for measure in topic.measures:
            made.append(
                para(
                    measure.head, down("head", level), bold=True, short=short,
                    before=pt(14 - 2 * level),
                )
            )  # fmt: skip
            made.append(
                para(
                    measure.text, down("body", level), colour="ink2", strong="primary",
                    short=short, before=pt(2),
                )
            )  # fmt: skip
        return tuple(made)

    want = Wanted(
        "举措要点", rect, make, Slot("body", 1), "middle", (0, 0, pt(16), 0),
        mark=topic.measures[0].head.mark if topic.measures else topic.mark,
    )  # fmt: skip
    return set_box(ctx, want, 3)


KIND = Kind("topic", TopicSlide, compose)
