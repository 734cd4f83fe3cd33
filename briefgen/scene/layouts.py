"""Turn the canvas into the layouts of the deck's master: one place for where things stand.

Kinds take their rectangles from the same canvas, so that a slide added by hand from the layout menu
looks like a generated one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.record import replace
from briefgen.scene import canvas as canvases
from briefgen.scene.canvas import GUTTER, WIDE, Canvas
from briefgen.scene.items import Role, Shape, Slot
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot, Tier
from briefgen.scene.things import Thing
from briefgen.theme.model import DECK, DeckStep
from briefgen.typography.text import Align, Style

# The places of the usual canvas, for kinds of other packages; those of a deck are its canvas's.
BODY, BODY_NOTED = WIDE.body, WIDE.noted


def box(x: float, y: float, w: float, h: float) -> Rect:
    """A rectangle given in points."""
    return Rect(pt(x), pt(y), pt(w), pt(h))


# The layouts that every deck has, whether its slides use them or not.
BASIC = ("cover", "section", "content", "two", "title-only", "picture", "blank")

# Indices of the placeholders that mean the same on every layout.
TRACK_INDEX, NOTE_INDEX, ORDINAL_INDEX, KEY_INDEX = 20, 21, 22, 23
FOOTER_INDEX, DATE_INDEX, NUMBER_INDEX = 30, 31, 32


def column(first: int, count: int, area: Rect = BODY) -> Rect:
    """Columns `first` (from 0) to `first + count` of the twelve, as high as `area`."""
    return canvases.column(first, count, area)


def _slot(
    role: Role,
    index: int,
    name: Thing,
    rect: Rect,
    step: DeckStep,
    *,
    bold: bool = False,
    colour: Token = "ink",
    align: Align = "left",
    prompt: Thing | None = None,
    number: int = 0,
) -> LayoutSlot:
    """A placeholder. While it is empty its `prompt` stands in it, or else its name."""
    return LayoutSlot(
        slot=Slot(role, index),
        name=Name(name, number),
        rect=rect,
        tiers=(
            Tier(
                style=Style(DECK[step].size, bold, colour), leading=DECK[step].leading, align=align
            ),
        ),
        prompt=Name(prompt or name),
    )


def _title(
    rect: Rect,
    step: DeckStep,
    *,
    name: Thing = "title",
    colour: Token = "ink",
    prompt: Thing | None = None,
) -> LayoutSlot:
    return _slot("title", 0, name, rect, step, bold=True, colour=colour, prompt=prompt)


def _body(index: int, rect: Rect, step: DeckStep = "body") -> LayoutSlot:
    return _slot("body", index, "body", rect, step, number=index)


def _note(canvas: Canvas) -> LayoutSlot:
    return _slot(
        "body",
        NOTE_INDEX,
        "note",
        canvas.beside_key,
        "source",
        colour="ink2",
        prompt="note-prompt",
    )


def _key(canvas: Canvas) -> LayoutSlot:
    return _slot(
        "body", KEY_INDEX, "status-key", canvas.key, "source", colour="ink2", align="right"
    )


def _number(canvas: Canvas) -> LayoutSlot:
    at = canvas.number
    return _slot("number", NUMBER_INDEX, "slide-number", at, "source", colour="ink2", align="right")


def _furniture(canvas: Canvas) -> tuple[LayoutSlot, ...]:
    return (
        _slot("footer", FOOTER_INDEX, "footer", canvas.footer, "source", colour="ink2"),
        _slot("date", DATE_INDEX, "date", canvas.date, "source", colour="ink2", align="right"),
        _number(canvas),
    )


def _content(
    canvas: Canvas, id: str, name: Thing, *bodies: Rect, step: DeckStep = "body"
) -> Layout:
    """A layout with section name, title, numbered bodies and a note."""
    slots = (
        _title(canvas.title, "title", prompt="title-prompt"),
        # The line stands on the title, also in a face whose lines are taller.
        replace(
            _slot(
                "body",
                TRACK_INDEX,
                "section-name",
                canvas.track,
                "track",
                bold=True,
                colour="primary",
            ),
            anchor="bottom",
        ),
        *(_body(i, rect, step) for i, rect in enumerate(bodies, 1)),
        _note(canvas),
        _key(canvas),
        *_furniture(canvas),
    )
    tab = Shape(Name("tab"), Rect(canvas.margin, 0, pt(36), pt(6)), fill="primary")
    return Layout(id, Name(name), slots, (tab,))


def _dark(canvas: Canvas, id: Literal["cover", "closing"], *slots: LayoutSlot) -> Layout:
    """A layout on the ground of covers, at an end of the deck."""
    text = canvas.stages.text
    place = Rect(text.x, text.y - pt(16), pt(64), pt(5))
    rule = Shape(Name("title-rule"), place, fill="lattice")
    at = Rect(text.x, canvas.stages.foot, text.w, pt(48))
    imprint = _slot("body", 2, "imprint", at, "caption", colour="on-cover2")
    return Layout(id, Name(id), (*slots, imprint), (rule,), ground="cover", cover=id == "cover")


def _cover(canvas: Canvas) -> Layout:
    text = canvas.stages.text
    title = _title(text, "cover", colour="on-cover")
    place = Rect(text.x, text.bottom + pt(10), text.w, pt(68))
    subtitle = _slot("subtitle", 1, "subtitle", place, "lead", colour="on-cover2")
    return _dark(canvas, "cover", title, subtitle)


def _closing(canvas: Canvas) -> Layout:
    text = canvas.stages.text
    title = _title(text, "numeral", colour="on-cover")
    place = Rect(text.x, text.bottom + pt(10), text.w, pt(180))
    lines = _slot("body", 1, "closing-lines", place, "body", colour="on-cover2")
    return _dark(canvas, "closing", title, lines)


def _section(canvas: Canvas) -> Layout:
    x, w = canvas.stages.section_text.x, canvas.stages.section_text.w
    top = canvas.stages.section_top
    place = Rect(x, top + pt(60), w, pt(64))
    title = _title(place, "section", name="section-title", colour="on-cover")
    place = Rect(x, top + pt(136), w, pt(60))
    lead = _slot("body", 1, "lead", place, "body", colour="on-cover2")
    place = Rect(x, top + pt(4), w, pt(52))
    number = _slot("body", 2, "section-number", place, "display", bold=True, colour="on-cover2")
    count = _number(canvas)
    look = count.tiers[0]
    look = replace(look, style=replace(look.style, colour="on-cover2"))
    slots = (title, lead, number, replace(count, tiers=(look,)))
    return Layout("section", Name("section"), slots, ground="cover")


def two_columns(canvas: Canvas, area: Rect, rows: int) -> tuple[Rect, ...]:
    """`rows` places in each of two columns of `area`, the left column's first; on a narrow canvas
    all of them below each other."""
    gap = pt(12)
    if canvas.narrow:
        return area.rows(2 * rows, gap)
    return tuple(row for half in area.columns(2, pt(40)) for row in half.rows(rows, gap))


# How far the words of an agenda are from their numbers: at most six of them, or six in each of two
# columns.
AGENDA_INDENT, AGENDA_NARROW = pt(56), pt(40)
# How high the window of panes is above the rows of an agenda on a narrow canvas.
_AGENDA_WINDOW = pt(180)


def agenda_places(canvas: Canvas) -> tuple[Rect, Rect]:
    """Where the window of panes stands beside an agenda or above it, and its rows."""
    body = canvas.body
    if canvas.narrow:
        high = _AGENDA_WINDOW
        return replace(body, h=high), body.inset(0, high + 2 * GUTTER, 0, 0)
    return replace(body, w=body.w * 245 // 864), column(4, 8, body)


# A roadmap has this many phases, and as many lanes, at the most.
ROADMAP_PHASES = 4


def sources_top(canvas: Canvas) -> int:
    """Where the table of an appendix begins: below a title of one line, where those are short of
    two."""
    if canvas.factor:
        return canvas.body.y
    return canvas.title.y + pt(52 if canvas.note_lines == 1 else 88)


def _sources(canvas: Canvas) -> Layout:
    """An appendix: a title of one line leaves its table more room, and a note above it, on the line
    of the section's name, lets that go down to the footer."""
    plain = _content(canvas, "sources", "evidence")
    title, track = plain.slots[:2]
    note = _note(canvas)
    own, line = canvas.title, canvas.track
    name = replace(track, rect=replace(line, w=pt(104)))
    left = name.rect.right + GUTTER
    look = replace(note.tiers[0], align="right")
    place = Rect(left, line.y, own.right - left, line.h)
    if canvas.width < WIDE.width:
        # A note of two lines ends where the section's name does.
        place = replace(place, y=line.bottom - pt(34), h=pt(34))
    above = replace(note, rect=place, tiers=(look,), anchor="bottom")
    # A name over one line alone stands a little further from it than from two.
    top = own.y + pt(4)
    one_line = replace(title, rect=replace(own, y=top, h=sources_top(canvas) - top))
    return replace(plain, slots=(one_line, name, above, *plain.slots[-3:]))


def case_places(canvas: Canvas) -> tuple[Rect, Rect, Rect]:
    """Where the picture of a case stands, its credit, and its facts."""
    upper, facts = canvas.beside(canvas.noted, 7, 5, heights=(6, 6))
    picture = upper.inset(0, 0, 0, pt(26))
    return picture, Rect(picture.x, picture.bottom + pt(6), picture.w, pt(20)), facts


def _case(canvas: Canvas) -> Layout:
    at, below, facts = case_places(canvas)
    plain = _content(canvas, "picture", "picture-and-text", facts)
    picture = _slot("picture", 2, "picture", at, "caption", colour="ink2")
    credit = _slot("body", 3, "credit", below, "source", colour="ink2")
    slots = plain.slots
    return replace(plain, slots=(*slots[:3], picture, credit, *slots[3:]))


def quote_places(canvas: Canvas) -> tuple[Rect, Rect]:
    """Where the opening mark of a quotation stands, and its words."""
    body = canvas.body
    side = 0 if canvas.narrow else pt(72) * canvas.width // WIDE.width
    x, top = body.x + side, body.y + pt(54)
    mark = Rect(x, body.y, pt(46), pt(40))
    return mark, Rect(x, top, body.right - pt(48 if side else 0) - x, body.bottom - pt(30) - top)


def _quote(canvas: Canvas) -> Layout:
    title = _title(canvas.title, "caption", colour="primary")
    _, place = quote_places(canvas)
    quoted = _slot("body", 1, "quoted", place, "display", bold=True)
    slots = (title, quoted, *_furniture(canvas))
    return Layout("quote", Name("quotation"), slots, ground="surface")


@lru_cache(maxsize=16)
def deck_layouts(canvas: Canvas = WIDE, *, latin: bool = False) -> tuple[Layout, ...]:
    """The deck's layouts in the order of the layout menu. Lines of titles in `latin` letters, which
    are less high than hanzi and oftener two, are closer."""
    noted = canvas.noted
    _, agenda = agenda_places(canvas)
    rows = agenda.inset(AGENDA_INDENT, 0, 0, 0).rows(6, pt(8))
    made = (
        _cover(canvas),
        _content(canvas, "agenda", "contents", *rows, step="head"),
        _section(canvas),
        _content(canvas, "content", "title-and-text", noted),
        _content(canvas, "two", "two-columns", *canvas.equal(noted, 2, GUTTER)),
        _case(canvas),
        _sources(canvas),
        _content(canvas, "title-only", "title-only"),
        Layout("blank", Name("blank"), _furniture(canvas)),
        _quote(canvas),
        _closing(canvas),
    )
    return tuple(map(_closer, made)) if latin else made


# The lines of a title in Latin letters.
_CLOSE = pt(32)


def _closer(layout: Layout) -> Layout:
    """A layout whose title above content has closer lines."""
    own = DECK["title"]
    slots = tuple(
        replace(each, tiers=tuple(replace(tier, leading=_CLOSE) for tier in each.tiers))
        if each.slot.role == "title" and each.style.size == own.size and each.leading == own.leading
        else each
        for each in layout.slots
    )
    return replace(layout, slots=slots)
