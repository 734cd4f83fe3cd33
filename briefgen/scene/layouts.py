"""Turn the canvas into the layouts of the deck's master: one place for where things stand.

The canvas is 960 x 540 pt: margins of 48, twelve columns with a gutter of 16. Kinds take their
rectangles from here, and the deck's layouts are written from the same table, so that a slide
added by hand from the layout menu looks like a generated one.
"""

from __future__ import annotations

from typing import Literal

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.record import replace
from briefgen.scene.items import Anchor, Role, Shape, Slot
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot, Tier
from briefgen.scene.scene import Guides
from briefgen.scene.things import Thing
from briefgen.theme.model import DECK, DeckStep
from briefgen.typography.text import Align, Style

WIDTH, HEIGHT = pt(960), pt(540)
MARGIN, GUTTER = pt(48), pt(16)


def box(x: float, y: float, w: float, h: float) -> Rect:
    """A rectangle given in points."""
    return Rect(pt(x), pt(y), pt(w), pt(h))


TRACK = box(48, 22, 560, 20)
TITLE = box(48, 42, 864, 78)
BODY = box(48, 122, 864, 364)
NOTE = box(48, 466, 864, 20)
FOOTER = box(48, 502, 640, 20)
DATE = box(704, 502, 144, 20)
NUMBER = box(864, 502, 48, 20)
# The body above a note line.
BODY_NOTED = box(48, 122, 864, 336)

# The layouts that every deck has, whether its slides use them or not.
BASIC = ("cover", "section", "content", "two", "title-only", "picture", "blank")

# Indices of the placeholders that mean the same on every layout.
TRACK_INDEX, NOTE_INDEX = 20, 21
FOOTER_INDEX, DATE_INDEX, NUMBER_INDEX = 30, 31, 32


def column(first: int, count: int, area: Rect = BODY) -> Rect:
    """Columns `first` (from 0) to `first + count` of the twelve, as high as `area`."""
    pitch = (area.w + GUTTER) / 12
    x = area.x + round(first * pitch)
    return Rect(x, area.y, area.x + round((first + count) * pitch) - GUTTER - x, area.h)


# How many columns a note takes that leaves room for a key, as most do: with a key or without one.
NOTED = 8
NOTE_BESIDE_KEY = column(0, NOTED, NOTE)

# The edges of the columns, and the lines on which titles, bodies and the foot begin and end.
GUIDES = Guides(
    tuple(edge for n in range(12) for edge in (column(n, 1).x, column(n, 1).right)),
    (TITLE.y, BODY.y, BODY_NOTED.bottom, BODY.bottom, FOOTER.y),
)


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
    anchor: Anchor = "top",
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
        anchor=anchor,
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


# What most layouts have, each at its own place.
_TITLED = _title(TITLE, "title", prompt="title-prompt")
_TRACK = _slot("body", TRACK_INDEX, "section-name", TRACK, "source", bold=True, colour="primary")
_NOTE = _slot(
    "body", NOTE_INDEX, "note", NOTE_BESIDE_KEY, "source", colour="ink2", prompt="note-prompt"
)
_FOOTER = _slot("footer", FOOTER_INDEX, "footer", FOOTER, "source", colour="ink2")
_DATE = _slot("date", DATE_INDEX, "date", DATE, "source", colour="ink2", align="right")
_NUMBER = _slot(
    "number", NUMBER_INDEX, "slide-number", NUMBER, "source", colour="ink2", align="right"
)
_FURNITURE = (_FOOTER, _DATE, _NUMBER)


def _content(id: str, name: Thing, *bodies: Rect, step: DeckStep = "body") -> Layout:
    """A layout with section name, title, numbered bodies and a note."""
    slots = (_TITLED, _TRACK, *(_body(i, rect, step) for i, rect in enumerate(bodies, 1)), _NOTE)
    tab = Shape(Name("tab"), Rect(MARGIN, 0, pt(36), pt(6)), fill="primary")
    return Layout(id, Name(name), (*slots, *_FURNITURE), (tab,))


# Cover, section and closing: the window of panes beside the words, the places of the title (whose
# height goes by its size) and of the rule across, and where what is below the rule begins.
COVER_WINDOW, COVER_TEXT, COVER_ALONE = box(540, 102, 372, 246), box(48, 112, 476, 96), 864
COVER_RULE, COVER_FOOT, COVER_END = pt(398), pt(408), pt(504)
SECTION_WINDOW, SECTION_TEXT = box(48, 78, 245, 368), column(4, 8)


def _dark(id: Literal["cover", "closing"], *slots: LayoutSlot) -> Layout:
    """A layout on the ground of covers, at an end of the deck."""
    rule = Shape(Name("title-rule"), box(48, 96, 64, 5), fill="lattice")
    return Layout(id, Name(id), slots, (rule,), ground="cover", cover=id == "cover")


_IMPRINT = _slot(
    "body",
    2,
    "imprint",
    Rect(COVER_TEXT.x, COVER_FOOT, COVER_TEXT.w, pt(48)),
    "small",
    colour="on-cover2",
)


def _cover() -> Layout:
    title = _title(COVER_TEXT, "cover", colour="on-cover")
    place = Rect(COVER_TEXT.x, COVER_TEXT.bottom + pt(10), COVER_TEXT.w, pt(68))
    subtitle = _slot("subtitle", 1, "subtitle", place, "lead", colour="on-cover2")
    return _dark("cover", title, subtitle, _IMPRINT)


def _closing() -> Layout:
    title = _title(COVER_TEXT, "numeral", colour="on-cover")
    place = Rect(COVER_TEXT.x, COVER_TEXT.bottom + pt(10), COVER_TEXT.w, pt(180))
    lines = _slot("body", 1, "closing-lines", place, "body", colour="on-cover2")
    return _dark("closing", title, lines, _IMPRINT)


def _section() -> Layout:
    x, w = SECTION_TEXT.x, SECTION_TEXT.w
    place = Rect(x, pt(168), w, pt(56))
    title = _title(place, "section", name="section-title", colour="on-cover")
    lead = _slot("body", 1, "lead", Rect(x, pt(232), w, pt(60)), "body", colour="on-cover2")
    place = Rect(x, pt(56), w, pt(112))
    number = _slot("body", 2, "section-number", place, "hero", bold=True, colour="on-cover2")
    look = _NUMBER.tiers[0]
    look = replace(look, style=replace(look.style, colour="on-cover2"))
    count = replace(_NUMBER, tiers=(look,))
    return Layout("section", Name("section"), (title, lead, number, count), ground="cover")


def two_columns(area: Rect, rows: int) -> tuple[Rect, ...]:
    """`rows` places in each of two columns of `area`, the left column's first."""
    return tuple(row for half in area.columns(2, pt(40)) for row in half.rows(rows, pt(12)))


# Where the rows of the agenda stand, beside the window of panes: at most six, or six in each of two
# columns; and how far their words are from their numbers.
AGENDA_WINDOW, AGENDA = box(48, 122, 245, 364), column(4, 8)
AGENDA_INDENT, AGENDA_NARROW = pt(56), pt(40)


def agenda_columns() -> tuple[Rect, ...]:
    """The two columns of a long agenda."""
    return BODY.columns(2, pt(32))


# A roadmap has this many phases, and as many lanes, at the most.
ROADMAP_PHASES = 4


# Where the table of an appendix begins.
SOURCES_TOP = pt(94)


def _sources() -> Layout:
    """An appendix: a title of one line leaves its table more room, and a note above it, on the line
    of the section's name, lets that go down to the footer."""
    plain = _content("sources", "evidence")
    title, track, *_, note = plain.slots[:-3]
    name = replace(track, rect=replace(TRACK, w=pt(104)))
    left = name.rect.right + GUTTER
    look = replace(note.tiers[0], align="right")
    above = replace(note, rect=Rect(left, TRACK.y, TITLE.right - left, TRACK.h), tiers=(look,))
    one_line = replace(title, rect=replace(TITLE, h=SOURCES_TOP - TITLE.y))
    return replace(plain, slots=(one_line, name, above, *_FURNITURE))


# The picture of a case, its facts and its credit.
CASE_PICTURE = column(0, 7, BODY_NOTED).inset(0, 0, 0, pt(26))
CASE_FACTS = column(7, 5, BODY_NOTED)
CASE_CREDIT = Rect(CASE_PICTURE.x, CASE_PICTURE.bottom + pt(6), CASE_PICTURE.w, pt(20))


def _case() -> Layout:
    plain = _content("picture", "picture-and-text", CASE_FACTS)
    picture = _slot("picture", 2, "picture", CASE_PICTURE, "small", colour="ink2")
    credit = _slot("body", 3, "credit", CASE_CREDIT, "source", colour="ink2")
    slots = plain.slots
    return replace(plain, slots=(*slots[:3], picture, credit, *slots[3:]))


def _quote() -> Layout:
    title = _title(TITLE, "small", colour="primary")
    place = box(120, 176, 744, 280)
    quoted = _slot("body", 1, "quoted", place, "display", bold=True)
    return Layout("quote", Name("quotation"), (title, quoted, *_FURNITURE), ground="surface")


def deck_layouts() -> tuple[Layout, ...]:
    """The deck's layouts in the order of the layout menu."""
    agenda = AGENDA.inset(AGENDA_INDENT, 0, 0, 0).rows(6, pt(8))
    return (
        _cover(),
        _content("agenda", "contents", *agenda, step="head"),
        _section(),
        _content("content", "title-and-text", BODY_NOTED),
        _content("two", "two-columns", *BODY_NOTED.columns(2, GUTTER)),
        _case(),
        _sources(),
        _content("title-only", "title-only"),
        Layout("blank", Name("blank"), _FURNITURE),
        _quote(),
        _closing(),
    )
