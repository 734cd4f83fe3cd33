"""Turn the deck's sections into its agenda, each row linked to its section."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.model import Slide, words
from briefgen.parts.context import Context, SectionStart
from briefgen.parts.frame import framed
from briefgen.parts.text import Wanted, label, para, set_boxes
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.layouts import AGENDA
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph


@dataclass(frozen=True)
class Agenda:
    """The sections of the deck, numbered and linked; there is nothing to write but the title."""


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    title = slide.title if str(slide.title) else words(ctx.say("目录", "Contents"), slide.mark)
    if not ctx.sections:
        ctx.problems.error(
            "empty-agenda", "an agenda needs section slides", slide.mark, "add `kind: section`"
        )
    if len(ctx.sections) > 6:
        ctx.problems.error(
            "overflow", f"the agenda holds 6 sections, not {len(ctx.sections)}", slide.mark
        )
    sections = ctx.sections[:6]
    rows = AGENDA.rows(max(len(sections), 4), pt(8))

    def wanted(section: SectionStart, row: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            head = para(section.title, DECK["head"], bold=True, short=short)
            if not section.lead:
                return (head,)
            lead = para(section.lead, DECK["small"], colour="ink2", short=short, before=pt(2))
            return (head, lead)

        return Wanted(
            f"章节 {section.number}", row, make, Slot("body", section.number), "middle",
            link=f"page:{section.slide}", mark=section.title.mark,
        )  # fmt: skip

    items: list[Item] = []
    boxes = set_boxes(ctx, [wanted(s, r) for s, r in zip(sections, rows, strict=False)])
    for section, row, text in zip(sections, rows, boxes, strict=False):
        figure = Rect(pt(368), row.y, pt(48), row.h)
        items.append(
            label(
                ctx, f"序号 {section.number}", figure, f"{section.number:02d}", DECK["title"],
                bold=True, colour="primary", anchor="middle", lines=1,
            )
        )  # fmt: skip
        items.append(text)
        if section is not sections[-1]:
            y = row.bottom + pt(4)
            items.append(
                Rule(f"线 {section.number}", pt(368), y, row.right, y, Stroke("line", pt(0.75)))
            )
    return (framed(ctx, slide, "agenda", items, name=title),)


KIND = Kind("agenda", Agenda, compose, title="optional")
