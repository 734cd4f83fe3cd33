"""Turn a theme into the layouts of the deck's master: one place for where things stand.

The canvas is 960 x 540 pt: margins of 48, twelve columns with a gutter of 16. Kinds take their
rectangles from here, and the deck's layouts are written from the same table, so that a slide
added by hand from the layout menu looks like a generated one.
"""

from __future__ import annotations

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.record import replace
from briefgen.scene.items import Anchor, Layout, LayoutId, LayoutSlot, Shape, Slot
from briefgen.scene.motifs import MOTIFS
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, DeckStep, Step, Theme
from briefgen.typography.text import Align, Style

WIDTH, HEIGHT = pt(960), pt(540)
MARGIN, GUTTER = pt(48), pt(16)


def box(x: float, y: float, w: float, h: float) -> Rect:
    """A rectangle given in points."""
    return Rect(pt(x), pt(y), pt(w), pt(h))


TRACK = box(48, 24, 560, 16)
TITLE = box(48, 42, 864, 72)
BODY = box(48, 122, 864, 364)
NOTE = box(48, 470, 864, 18)
FOOTER = box(48, 504, 640, 16)
DATE = box(704, 504, 144, 16)
NUMBER = box(864, 504, 48, 16)
# The body above a note line.
BODY_NOTED = box(48, 122, 864, 336)

# Indices of the placeholders that mean the same on every layout.
TRACK_INDEX, NOTE_INDEX = 20, 21
FOOTER_INDEX, DATE_INDEX, NUMBER_INDEX = 30, 31, 32


def column(first: int, count: int, area: Rect = BODY) -> Rect:
    """Columns `first` (from 0) to `first + count` of the twelve, as high as `area`."""
    pitch = (area.w + GUTTER) / 12
    x = area.x + round(first * pitch)
    return Rect(x, area.y, area.x + round((first + count) * pitch) - GUTTER - x, area.h)


def _slot(
    slot: Slot,
    name: Name,
    rect: Rect,
    step: Step,
    *,
    bold: bool = False,
    colour: Token = "ink",
    align: Align = "left",
    anchor: Anchor = "top",
    prompt: Name | None = None,
) -> LayoutSlot:
    style = Style(step.size, bold, colour)
    return LayoutSlot(
        slot=slot,
        name=name,
        rect=rect,
        style=style,
        leading=step.leading,
        align=align,
        anchor=anchor,
        prompt=prompt or name,
    )


_TITLE = _slot(
    Slot("title"), Name("title"), TITLE, DECK["title"], bold=True, prompt=Name("title-prompt")
)
_TRACK = _slot(
    Slot("body", TRACK_INDEX),
    Name("section-name"),
    TRACK,
    DECK["source"],
    bold=True,
    colour="primary",
)
_NOTE = _slot(
    Slot("body", NOTE_INDEX),
    Name("note"),
    NOTE,
    DECK["source"],
    colour="ink2",
    prompt=Name("note-prompt"),
)
_FURNITURE = (
    _slot(Slot("footer", FOOTER_INDEX), Name("footer"), FOOTER, DECK["source"], colour="ink2"),
    _slot(
        Slot("date", DATE_INDEX), Name("date"), DATE, DECK["source"], colour="ink2", align="right"
    ),
    _slot(
        Slot("number", NUMBER_INDEX),
        Name("slide-number"),
        NUMBER,
        DECK["source"],
        colour="ink2",
        align="right",
    ),
)


def _body(index: int, rect: Rect, step: DeckStep = "body") -> LayoutSlot:
    return _slot(Slot("body", index), Name("body", index), rect, DECK[step], prompt=Name("body"))


def _content(id: LayoutId, name: Name, *bodies: Rect, step: DeckStep = "body") -> Layout:
    """A layout with section name, title, numbered bodies and a note."""
    slots = (_TITLE, _TRACK, *(_body(i, rect, step) for i, rect in enumerate(bodies, 1)), _NOTE)
    tab = Shape(Name("tab"), Rect(MARGIN, 0, pt(36), pt(6)), fill="primary")
    return Layout(id, name, (*slots, *_FURNITURE), (tab,))


def _cover(theme: Theme) -> Layout:
    motif = MOTIFS[theme.motif](box(0, 300, 960, 240))
    slots = (
        _slot(
            Slot("title"),
            Name("title"),
            box(72, 120, 816, 112),
            DECK["cover"],
            bold=True,
            colour="white",
            anchor="bottom",
        ),
        _slot(
            Slot("subtitle", 1),
            Name("subtitle"),
            box(72, 248, 640, 64),
            DECK["head"],
            colour="on-dark",
        ),
        _slot(
            Slot("body", 2),
            Name("imprint"),
            box(72, 372, 480, 44),
            DECK["small"],
            colour="white",
            anchor="bottom",
        ),
    )
    rule = Shape(Name("title-rule"), box(72, 96, 64, 6), fill="accent")
    return Layout("cover", Name("cover"), slots, (*motif, rule), ground="primary-dark", cover=True)


def _closing(theme: Theme) -> Layout:
    motif = MOTIFS[theme.motif](box(0, 300, 960, 240))
    slots = (
        _slot(
            Slot("title"),
            Name("title"),
            box(72, 120, 816, 104),
            DECK["display"],
            bold=True,
            colour="white",
            anchor="bottom",
        ),
        _slot(
            Slot("body", 1),
            Name("closing-lines"),
            box(72, 248, 640, 140),
            DECK["body"],
            colour="on-dark",
        ),
    )
    rule = Shape(Name("title-rule"), box(72, 96, 64, 6), fill="accent")
    return Layout("closing", Name("closing"), slots, (*motif, rule), ground="primary-dark")


def _section() -> Layout:
    panel = Shape(Name("section-panel"), box(0, 0, 320, 540), fill="primary-dark")
    slots = (
        _slot(
            Slot("title"),
            Name("section-title"),
            box(368, 168, 544, 104),
            DECK["display"],
            bold=True,
            anchor="bottom",
        ),
        _slot(Slot("body", 1), Name("lead"), box(368, 288, 544, 108), DECK["body"], colour="ink2"),
        _slot(
            Slot("body", 2),
            Name("section-number"),
            box(48, 168, 224, 112),
            DECK["hero"],
            bold=True,
            colour="on-dark",
            anchor="bottom",
        ),
        _FURNITURE[2],
    )
    return Layout("section", Name("section"), slots, (panel,))


def two_columns(area: Rect, rows: int) -> tuple[Rect, ...]:
    """`rows` places in each of two columns of `area`, the left column's first."""
    return tuple(row for half in area.columns(2, pt(40)) for row in half.rows(rows, pt(12)))


# Where the rows of the agenda stand: at most six, or six in each of two columns; and how far their
# words are from their numbers.
AGENDA = box(368, 64, 544, 412)
AGENDA_INDENT, AGENDA_NARROW = pt(56), pt(40)


def agenda_columns() -> tuple[Rect, ...]:
    """The two columns of a long agenda."""
    return AGENDA.columns(2, pt(24))


def _agenda(id: LayoutId, name: Name, rows: tuple[Rect, ...]) -> Layout:
    panel = Shape(Name("contents-panel"), box(0, 0, 320, 540), fill="surface")
    slots = (
        _slot(
            Slot("title"),
            Name("title"),
            box(48, 128, 240, 52),
            DECK["display"],
            bold=True,
            colour="primary",
        ),
        *(_body(index, row, "head") for index, row in enumerate(rows, 1)),
        *_FURNITURE[2:],
    )
    return Layout(id, name, slots, (panel,))


# A roadmap has this many phases, and as many lanes, at the most.
ROADMAP_PHASES = 4


def _roadmap() -> Layout:
    """Work over phases: a body for each lane and phase, right of the lanes' names."""
    rows = BODY_NOTED.inset(pt(140), pt(52), 0, 0).rows(4, pt(8))
    cells = [cell for row in rows for cell in row.columns(ROADMAP_PHASES, pt(8))]
    return _content("roadmap", Name("roadmap"), *cells, step="dense")


def _sources() -> Layout:
    """Two columns of evidence: a title of one line leaves them more room."""
    area = BODY_NOTED.inset(0, pt(-28), 0, 0)
    plain = _content("sources", Name("evidence"), *area.columns(2, GUTTER + pt(8)), step="small")
    one_line = replace(plain.slots[0], rect=Rect(TITLE.x, TITLE.y, TITLE.w, area.y - TITLE.y))
    return replace(plain, slots=(one_line, *plain.slots[1:]))


# The picture of a case, its facts and its credit.
CASE_PICTURE = column(0, 7, BODY_NOTED).inset(0, 0, 0, pt(22))
CASE_FACTS = column(7, 5, BODY_NOTED)
CASE_CREDIT = Rect(CASE_PICTURE.x, CASE_PICTURE.bottom + pt(6), CASE_PICTURE.w, pt(16))


def _case() -> Layout:
    plain = _content("case", Name("case"), CASE_FACTS)
    picture = _slot(Slot("picture", 2), Name("picture"), CASE_PICTURE, DECK["small"], colour="ink2")
    credit = _slot(Slot("body", 3), Name("credit"), CASE_CREDIT, DECK["source"], colour="ink2")
    slots = plain.slots
    return replace(plain, slots=(*slots[:3], picture, credit, *slots[3:]))


def _quote() -> Layout:
    slots = (
        _slot(Slot("title"), Name("title"), TITLE, DECK["small"], bold=True, colour="primary"),
        _slot(
            Slot("body", 1),
            Name("quoted"),
            box(120, 152, 744, 200),
            DECK["display"],
            bold=True,
            anchor="middle",
        ),
        _slot(
            Slot("body", 2),
            Name("attribution"),
            box(120, 376, 744, 28),
            DECK["small"],
            colour="ink2",
        ),
        *_FURNITURE,
    )
    return Layout("quote", Name("quotation"), slots, ground="surface")


def deck_layouts(theme: Theme) -> tuple[Layout, ...]:
    """The deck's layouts in the order of the layout menu."""
    cells = tuple(cell for row in BODY_NOTED.rows(2, GUTTER) for cell in row.columns(3, GUTTER))
    long_agenda = tuple(
        row
        for half in agenda_columns()
        for row in half.inset(AGENDA_NARROW, 0, 0, 0).rows(6, pt(8))
    )
    moments = [area for c in BODY_NOTED.columns(6, GUTTER) for area in c.rows(2, pt(48))]
    return (
        _cover(theme),
        _agenda("agenda", Name("contents"), AGENDA.inset(AGENDA_INDENT, 0, 0, 0).rows(6, pt(8))),
        _section(),
        _content("content", Name("title-and-text"), BODY_NOTED),
        _content("two", Name("two-columns"), *BODY_NOTED.columns(2, GUTTER)),
        _content("three", Name("three-columns"), *BODY_NOTED.columns(3, GUTTER)),
        _content("four", Name("four-columns"), *BODY_NOTED.columns(4, GUTTER)),
        _content("grid", Name("six-cells"), *cells, step="dense"),
        _content("rows", Name("rows"), *BODY_NOTED.rows(5, pt(12))),
        _content("rows-two", Name("rows-two"), *two_columns(BODY_NOTED, 4)),
        _content("timeline", Name("time-axis"), *moments, step="dense"),
        _content("side", Name("chart-and-text"), column(8, 4, BODY_NOTED), step="dense"),
        _roadmap(),
        _case(),
        _sources(),
        _content("title-only", Name("title-only")),
        _agenda("agenda-two", Name("contents-two"), long_agenda),
        _quote(),
        _closing(theme),
    )
