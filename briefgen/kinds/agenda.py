"""Turn the deck's sections into its agenda, each row linked to its section."""

from __future__ import annotations

from briefgen.brief.model import Slide, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context, SectionStart
from briefgen.parts.frame import framed
from briefgen.parts.movement import minutes
from briefgen.parts.text import Wanted, down, label, para, set_boxes
from briefgen.record import Record
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.layouts import AGENDA, AGENDA_INDENT, AGENDA_NARROW, agenda_columns
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# Sections in one column.
_MOST = 6


class Agenda(Record):
    """The sections of the deck, numbered and linked, with their minutes where slides have some.

    There is nothing to write but the title, if any.
    """


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    title = slide.title if str(slide.title) else words(ctx.say("目录", "Contents"), slide.mark)
    if not ctx.sections:
        ctx.problems.error(
            "empty-agenda", "an agenda needs section slides", slide.mark, "add `kind: section`"
        )
    if len(ctx.sections) > 2 * _MOST:
        ctx.problems.error(
            "overflow", f"the agenda holds {2 * _MOST} sections, not {len(ctx.sections)}",
            slide.mark, "join some of them",
        )  # fmt: skip
    sections = ctx.sections[: 2 * _MOST]
    timed = any(section.minutes for section in sections)
    one = len(sections) <= _MOST
    rows = _rows(len(sections))
    half = len(sections) // 2
    # Where the words begin beside their numbers, and what is left for minutes.
    indent, tail = (AGENDA_INDENT if one else AGENDA_NARROW), (pt(88) if timed else 0)

    def wanted(section: SectionStart, row: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            head = para(
                section.title, down("lead" if one else "head", level), bold=True, short=short
            )
            if not section.lead or not one:
                return (head,)
            step = DECK["dense" if level < 2 else "small"]
            lead = para(section.lead, step, colour="ink2", short=short, before=pt(2))
            return (head, lead)

        return Wanted(
            f"章节 {section.number}", row.inset(indent, 0, tail, 0), make,
            Slot("body", section.number), "middle",
            link=f"page:{section.slide}", mark=section.title.mark,
        )  # fmt: skip

    items: list[Item] = []
    boxes = set_boxes(
        ctx, [wanted(s, r) for s, r in zip(sections, rows, strict=False)], 4 if one else 3, int(one)
    )
    for section, row, text in zip(sections, rows, boxes, strict=False):
        figure = Rect(row.x, row.y, indent - pt(8), row.h)
        items.append(
            label(
                ctx, f"序号 {section.number}", figure, f"{section.number:02d}",
                DECK["title" if one else "head"], bold=True, colour="primary", anchor="middle",
                lines=1,
            )
        )  # fmt: skip
        items.append(text)
        if section.minutes:
            place = Rect(row.right - tail, row.y, tail, row.h)
            said = minutes(ctx, section.minutes)
            items.append(
                label(
                    ctx, f"用时 {section.number}", place, said, DECK["small"], colour="ink2",
                    align="right", anchor="middle", lines=1,
                )
            )  # fmt: skip
        if section is not sections[-1] and (one or section.number != len(sections) - half):
            y = row.bottom + pt(4)
            items.append(
                Rule(f"线 {section.number}", row.x, y, row.right, y, Stroke("line", pt(0.75)))
            )
    total = max(ctx.ends.values(), default=None)
    if total:
        said = minutes(ctx, total)
        place = Rect(pt(48), pt(192), pt(240), DECK["body"].leading)
        items.append(
            label(
                ctx, "总用时", place, ctx.say(f"共{said}", f"{said} in all"), DECK["body"],
                colour="ink2", lines=1,
            )
        )  # fmt: skip
    return (framed(ctx, slide, "agenda" if one else "agenda-two", items, name=title),)


def _rows(count: int) -> tuple[Rect, ...]:
    """A place for each section: one column of up to six rows, else two."""
    if count <= _MOST:
        return AGENDA.rows(max(count, 4), pt(8))
    left, right = (column.rows(-(-count // 2), pt(8)) for column in agenda_columns())
    return (*left, *right)


KIND = Kind("agenda", Agenda, compose, title="optional")
