"""Turn the deck's sections, or other slides, into its agenda, each row linked to its slide."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Segment, Slide, Text, Word, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.nearest import nearest
from briefgen.parts.context import Context, SectionStart
from briefgen.parts.frame import framed
from briefgen.parts.movement import minutes
from briefgen.parts.panes import pane_window, panes
from briefgen.parts.rows import ordinal, rule_below
from briefgen.parts.text import Wanted, down, label, para, set_boxes
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Slot
from briefgen.scene.layouts import AGENDA_INDENT, AGENDA_NARROW, agenda_places
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, step
from briefgen.typography.markers import Bullet, Numbering
from briefgen.typography.text import Paragraph

# Sections in one column.
_MOST = 6
# Rows of an agenda; of so many, those of two columns are lower, and may be smaller.
_HELD, _MANY = 16, 12
# Rows are no higher than those of so many.
_FEWEST = 3
# The least room for a list on a layout that a template has for such.
_ROOM = Rect(0, 0, pt(300), pt(220))
# Between two rows; how high the line of all minutes is.
_GAP, _NOTE = pt(4), pt(20)
# What a section says, at the sizes of its title.
_LEADS = (step(18, 24), step(18, 22), step(16, 21), step(14, 18), step(14, 18))


# Kinds whose slides say nothing of the subject, and so stand in no agenda by themselves.
_AROUND = frozenset({"cover", "agenda", "closing", "sources", "quote"})


class Agenda(Record):
    """The sections of the deck, numbered and linked, with their minutes where slides have some; in
    a deck without sections its titles, or the slides that are named."""

    slides: Annotated[
        tuple[Word, ...], Length(1, _HELD), Doc("Ids of slides to list, instead of sections.")
    ] = ()


def compose(fields: Agenda, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    title = slide.title if str(slide.title) else words(ctx.say("目录", "Contents"), slide.mark)
    sections = _sections(fields, slide, ctx)
    if ctx.house and (made := _housed(ctx, slide, title, sections)):
        return (made,)
    shown = panes(ctx) if len(sections) <= _MOST else None
    id, room = _place(ctx)
    look = _look(ctx, sections, bool(shown), room)
    rows = _rows(ctx, len(sections), look)
    wanted = [_wanted(section, row, look) for section, row in zip(sections, rows, strict=False)]
    steps = 5 if look.one else 4 if len(sections) > _MANY else 3
    boxes = set_boxes(ctx, wanted, steps, 2 if look.one else 0)
    items: list[Item] = (
        [pane_window(ctx, look.window, shown, ground="white", larger=True)] if shown else []
    )
    for section, row, text in zip(sections, rows, boxes, strict=False):
        items += _row(ctx, section, row, text, look)
        if section.number not in (len(sections), look.turn):
            items.append(rule_below(section.number, row, _gap(len(sections))))
    total = max(ctx.ends.values(), default=None)
    note = None
    if total:
        said = minutes(ctx, total)
        note = words(ctx.say(f"共{said}", f"{said} in all"), slide.mark)
    if note and ctx.house and id == "agenda":
        # On a template's own layout for lists what is elsewhere may be a panel.
        place = Rect(room.x, room.bottom - _NOTE, room.w, _NOTE)
        items.append(label(ctx, Name("note"), place, note, DECK["source"], colour="ink2", lines=1))
        note = None
    return (framed(ctx, slide, id, items, name=title, note=note, panes=False),)


def _housed(
    ctx: Context, slide: Slide, title: Text, sections: Sequence[SectionStart]
) -> Page | None:
    """The sections as a numbered list in the place of the layout that the slide asks for; None
    where it asks for none, or that has no place for them."""
    from briefgen.parts.housed import above_foot, bodies, poured  # few decks stand on a template

    assert ctx.house is not None
    id = ctx.house.named.get(slide.layout, "")
    if not id:
        return None
    places = bodies(ctx.layouts[id])
    if not places:
        return None
    at = max(places, key=lambda each: each.rect.w * each.rect.h)
    lines: list[Paragraph] = []
    for section in sections:
        name = section.title
        if section.minutes:
            said = f"　{minutes(ctx, section.minutes)}"
            name = Text((*name.segments, Segment(said)), name.mark)
        number = Numbering("1.", section.number)
        link = f"page:{section.slide}" if ctx.house.linked else ""
        lines.append(para(name, DECK["head"], marker=number, link=link))
        if section.lead and len(sections) <= _MOST:
            lead = para(section.lead, DECK["body"], marker=Bullet())
            lines.append(replace(lead, level=1))
    room = above_foot(ctx, id, at)
    items = poured(ctx, lines, at, at.name, slide.mark, rect=room)
    return framed(ctx, slide, id, items, name=title, panes=False) if items else None


def _place(ctx: Context) -> tuple[str, Rect]:
    """The layout of the list, and the room for it there. What a template has for such alone is used
    if there is much room on it."""
    if ctx.house is None:
        return "agenda", ctx.canvas.body
    from briefgen.parts.housed import above_foot, bodies  # few decks stand on a template

    sheets, layout = ctx.house.sheets, ctx.layouts["agenda"]
    places = bodies(layout)
    if places and sheets["agenda"] not in (sheets["content"], sheets["title-only"]):
        at = max(places, key=lambda each: each.rect.w * each.rect.h)
        room = above_foot(ctx, "agenda", at).inset(at.insets[0], 0, at.insets[2], 0)
        room = _within(room, ctx.house.rooms["agenda"])
        if room.w >= _ROOM.w and room.h >= _ROOM.h:
            return "agenda", room
    return "title-only", ctx.canvas.body


def _within(room: Rect, clear: Rect) -> Rect:
    """What of a room is clear."""
    x, y = max(room.x, clear.x), max(room.y, clear.y)
    return Rect(x, y, min(room.right, clear.right) - x, min(room.bottom, clear.bottom) - y)


class _Look(Record):
    """In `one` column or two, of which the first ends with the section number `turn`, beside the
    window of panes or not; how far the words begin beside their numbers, and what is left for page
    numbers and minutes behind them (EMU)."""

    one: bool
    turn: int
    area: Rect
    window: Rect
    indent: int
    tail: int


def _sections(fields: Agenda, slide: Slide, ctx: Context) -> tuple[SectionStart, ...]:
    """The sections that the agenda holds, or what stands for them; what is wrong with their number
    becomes a problem."""
    found = ctx.sections
    if fields.slides or not found:
        found = _listed(fields, slide, ctx)
    if not found:
        ctx.problems.add("empty-agenda", slide.mark)
    if len(found) > _HELD:
        count = len(found)
        ctx.problems.add("agenda-too-long", slide.mark, most=_HELD, count=count)
    return found[:_HELD]


def _listed(fields: Agenda, slide: Slide, ctx: Context) -> tuple[SectionStart, ...]:
    """The slides that are named, or else all that have a title of their own, as sections are."""
    there = {each.id: each for each in ctx.brief.deck if not each.hidden and str(each.title)}
    chosen = [each for each in there.values() if each.kind not in _AROUND]
    if fields.slides:
        chosen = []
        for word in fields.slides:
            if word.text in there:
                chosen.append(there[word.text])
                continue
            offer = nearest(word.text, there)
            ctx.problems.add("agenda-no-slide", word.mark, id=word.text, offer=offer)
    return tuple(
        SectionStart(n, each.id, each.title, None, (each.id,), each.minutes or Decimal(0))
        for n, each in enumerate((each for each in chosen if each.id != slide.id), 1)
    )


def _look(ctx: Context, sections: Sequence[SectionStart], beside: bool, room: Rect) -> _Look:
    one = len(sections) <= _MOST
    timed = any(section.minutes for section in sections)
    foot = ctx.canvas.body.bottom - ctx.canvas.noted.bottom if timed else 0
    window, rows = agenda_places(ctx.canvas)
    area = (rows if beside else room).inset(0, 0, 0, foot)
    return _Look(
        one=one,
        turn=0 if one else len(sections) - len(sections) // 2,
        area=area,
        window=window if ctx.canvas.narrow else replace(window, h=area.h),
        indent=AGENDA_INDENT if one else AGENDA_NARROW,
        tail=pt(88 if timed else 56),
    )


def _wanted(section: SectionStart, row: Rect, look: _Look) -> Wanted:
    """The title of a section, and below it its words where there is one column."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = down("lead" if look.one else "head", level)
        head = para(section.title, size, bold=True, short=short)
        if not section.lead or not look.one:
            return (head,)
        lead = para(section.lead, _LEADS[level], colour="ink2", short=short, before=pt(2))
        return (head, replace(lead, level=1))

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
    """The number of a section, its words, its page number, and its minutes if it has some."""
    size = DECK["title" if look.one else "head"]
    number = ordinal(ctx, section.number, row, look.indent - pt(8), size, digits=2)
    made: list[Item] = [number, text]
    tail = Rect(row.right - look.tail, row.y, look.tail, row.h)
    upper = replace(tail, h=row.h * 11 // 20) if section.minutes else tail
    lower = Rect(tail.x, upper.bottom, tail.w, row.bottom - upper.bottom)
    if section.slide in ctx.spans:
        page = label(
            ctx,
            Name("pages", section.number),
            upper,
            f"{ctx.spans[section.slide][0]}",
            DECK["head" if look.one else "body"],
            align="right",
            anchor="bottom" if section.minutes else "middle",
            slot=Slot("body", _MOST + section.number) if look.one else None,
            lines=1,
        )
        made.append(replace(page, link=f"page:{section.slide}"))
    if section.minutes:
        made.append(
            label(
                ctx,
                Name("minutes", section.number),
                lower,
                minutes(ctx, section.minutes),
                DECK["caption"],
                colour="ink2",
                align="right",
                slot=Slot("body", 2 * _MOST + section.number) if look.one else None,
                lines=1,
            )
        )
    return tuple(made)


def _gap(count: int) -> int:
    """The gap between two rows of so many."""
    return _GAP // 2 if count > _MANY else _GAP


def _rows(ctx: Context, count: int, look: _Look) -> tuple[Rect, ...]:
    """A place for each section: one column of up to six rows, else two."""
    if look.one:
        return look.area.rows(max(count, _FEWEST), _GAP)
    if ctx.canvas.narrow:
        return ctx.canvas.body.rows(count, _gap(count))
    columns = ctx.canvas.body.columns(2, pt(32))
    left, right = (each.rows(-(-count // 2), _gap(count)) for each in columns)
    return (*left, *right)


KIND = Kind(
    name="agenda",
    fields=Agenda,
    compose=compose,
    title="optional",
    numbered=True,
    shared=False,
    called=Named("目录", "目錄", "Contents"),
)
