"""Turn the deck's sections into its agenda, each row linked to its section."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Slide, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context, SectionStart
from briefgen.parts.frame import framed
from briefgen.parts.movement import minutes
from briefgen.parts.rows import ordinal, rule_below
from briefgen.parts.text import Wanted, down, label, para, set_boxes
from briefgen.record import Record
from briefgen.scene.items import Item, Page, Slot
from briefgen.scene.layouts import AGENDA, AGENDA_INDENT, AGENDA_NARROW, agenda_columns
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# Sections in one column.
_MOST = 6
# Between two rows.
_GAP = pt(8)


class Agenda(Record):
    """The sections of the deck, numbered and linked, with their minutes where slides have some.

    There is nothing to write but the title, if any.
    """


def compose(fields: Agenda, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    title = slide.title if str(slide.title) else words(ctx.say("目录", "Contents"), slide.mark)
    sections = _sections(slide, ctx)
    look = _look(sections)
    rows = _rows(len(sections))
    wanted = [_wanted(section, row, look) for section, row in zip(sections, rows, strict=False)]
    boxes = set_boxes(ctx, wanted, 4 if look.one else 3, int(look.one))
    items: list[Item] = []
    for section, row, text in zip(sections, rows, boxes, strict=False):
        items += _row(ctx, section, row, text, look)
        if section.number not in (len(sections), look.turn):
            items.append(rule_below(section.number, row, _GAP))
    total = max(ctx.ends.values(), default=None)
    if total:
        said = minutes(ctx, total)
        place = Rect(pt(48), pt(192), pt(240), DECK["body"].leading)
        items.append(
            label(
                ctx,
                Name("total-minutes"),
                place,
                ctx.say(f"共{said}", f"{said} in all"),
                DECK["body"],
                colour="ink2",
                lines=1,
            )
        )
    layout = "agenda" if look.one else "agenda-two"
    return (framed(ctx, slide, layout, items, name=title),)


class _Look(Record):
    """In `one` column or two, of which the first ends with the section number `turn`; how far the
    words begin beside their numbers, and what is left for minutes behind them (EMU)."""

    one: bool
    turn: int
    indent: int
    tail: int


def _sections(slide: Slide, ctx: Context) -> tuple[SectionStart, ...]:
    """The sections that the agenda holds; what is wrong with their number becomes a problem."""
    if not ctx.sections:
        ctx.problems.add("empty-agenda", slide.mark)
    if len(ctx.sections) > 2 * _MOST:
        count = len(ctx.sections)
        ctx.problems.add("agenda-too-long", slide.mark, most=2 * _MOST, count=count)
    return ctx.sections[: 2 * _MOST]


def _look(sections: Sequence[SectionStart]) -> _Look:
    one = len(sections) <= _MOST
    return _Look(
        one=one,
        turn=0 if one else len(sections) - len(sections) // 2,
        indent=AGENDA_INDENT if one else AGENDA_NARROW,
        tail=pt(88) if any(section.minutes for section in sections) else 0,
    )


def _wanted(section: SectionStart, row: Rect, look: _Look) -> Wanted:
    """The title of a section, and below it its words where there is one column."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = down("lead" if look.one else "head", level)
        head = para(section.title, step, bold=True, short=short)
        if not section.lead or not look.one:
            return (head,)
        step = DECK["dense" if level < 2 else "small"]
        return (head, para(section.lead, step, colour="ink2", short=short, before=pt(2)))

    return Wanted(
        Name("section", section.number),
        row.inset(look.indent, 0, look.tail, 0),
        make,
        slot=Slot("body", section.number),
        anchor="middle",
        link=f"page:{section.slide}",
        mark=section.title.mark,
    )


def _row(
    ctx: Context, section: SectionStart, row: Rect, text: Item, look: _Look
) -> tuple[Item, ...]:
    """The number of a section, its words, and its minutes if it has some."""
    step = DECK["title" if look.one else "head"]
    number = ordinal(ctx, section.number, row, look.indent - pt(8), step, digits=2)
    if not section.minutes:
        return number, text
    time = label(
        ctx,
        Name("minutes", section.number),
        Rect(row.right - look.tail, row.y, look.tail, row.h),
        minutes(ctx, section.minutes),
        DECK["small"],
        colour="ink2",
        align="right",
        anchor="middle",
        lines=1,
    )
    return number, text, time


def _rows(count: int) -> tuple[Rect, ...]:
    """A place for each section: one column of up to six rows, else two."""
    if count <= _MOST:
        return AGENDA.rows(max(count, 4), _GAP)
    left, right = (column.rows(-(-count // 2), _GAP) for column in agenda_columns())
    return (*left, *right)


KIND = Kind(name="agenda", fields=Agenda, compose=compose, title="optional")
