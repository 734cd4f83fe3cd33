"""Turn the layouts of a template into the frames that kinds of slides are composed in.

A frame has the placeholders of its layout, with the looks that they have there, and where the kinds
put what has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from briefgen.colours import Fill, Token
from briefgen.geometry import Rect
from briefgen.record import Record, replace
from briefgen.scene.canvas import Canvas
from briefgen.scene.items import Anchor, Role, Slot
from briefgen.scene.layouts import (
    DATE_INDEX,
    FOOTER_INDEX,
    KEY_INDEX,
    NOTE_INDEX,
    NUMBER_INDEX,
    ORDINAL_INDEX,
    TRACK_INDEX,
    deck_layouts,
)
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot, Tier
from briefgen.scene.room import YAHEI
from briefgen.scene.things import Thing
from briefgen.template.feet import number_place, words_of
from briefgen.template.model import FURNITURE, ORDINAL, Board, Holder
from briefgen.template.model import Role as Purpose
from briefgen.template.raster import SAMPLED, grounds_under, least, painted
from briefgen.template.read import Template
from briefgen.template.tokens import MARK, TEXT, coloured, distance
from briefgen.theme.model import DECK, Theme
from briefgen.theme.vision import luminance
from briefgen.typography.markers import Bullet, Marker
from briefgen.typography.text import Align, Style

# Which of a template's layouts serves each frame that kinds are composed in.
SERVES: Mapping[str, Purpose] = {
    "cover": "cover",
    "agenda": "agenda",
    "section": "section",
    "content": "content",
    "two": "two",
    "picture": "title-only",
    "sources": "title-only",
    "title-only": "title-only",
    "blank": "blank",
    "quote": "content",
    "closing": "closing",
}
_NAMES: Mapping[str, Thing] = {
    "cover": "cover",
    "agenda": "contents",
    "section": "section",
    "content": "title-and-text",
    "two": "two-columns",
    "picture": "picture-and-text",
    "sources": "evidence",
    "title-only": "title-only",
    "blank": "blank",
    "quote": "quotation",
    "closing": "closing",
}
# Text from this size on is large.
_LARGE = 18 * 12_700
# How much more letters that stand apart take of a line in which some are Latin, in percent.
_NARROW = 130
# What is white, by its luminance.
_WHITE = 0.9
# The tokens that text may have.
_INKS: tuple[Token, ...] = ("ink", "ink2", "white", "primary", "on-cover", "primary-dark")
_FURNITURE: Mapping[str, tuple[Role, int, Thing]] = {
    "footer": ("footer", FOOTER_INDEX, "footer"),
    "date": ("date", DATE_INDEX, "date"),
    "number": ("number", NUMBER_INDEX, "slide-number"),
}


class Scale(Record):
    """From the template's lengths to those of the canvas."""

    factor: float

    def long(self, length: int) -> int:
        return round(length / self.factor)

    def rect(self, rect: Rect) -> Rect:
        x, y = self.long(rect.x), self.long(rect.y)
        return Rect(x, y, self.long(rect.right) - x, self.long(rect.bottom) - y)


class Site(Record, kw_only=True):
    """What frames are made of: the template, from its lengths to those of the canvas, what is on
    the canvas, and the colour of the text in each placeholder (by part, type and index) that does
    not read in its own."""

    template: Template
    scale: Scale
    canvas: Canvas
    inks: Mapping[tuple[str, str, int], Fill]
    # Where the number of a slide stands on layouts (by part) without a place for it, and its ink.
    numbers: Mapping[str, tuple[Rect, Token]] = {}


def numbers(
    template: Template, theme: Theme, boards: Iterable[Board]
) -> dict[str, tuple[Rect, Token]]:
    """The places for numbers on those of these layouts that have none, and the tokens to read."""
    found: dict[str, tuple[Rect, Token]] = {}
    for board in boards:
        shown = board.places("number") or any(each.numbered for each in board.decor)
        place = None if shown else number_place(template, board)
        if place:
            found[board.part] = place, plain_ink(theme, template.grounds(board, place)[:1])
    return found


def inks(
    template: Template, theme: Theme, boards: Iterable[Board]
) -> dict[tuple[str, str, int], Fill]:
    """The colours of text in placeholders of these layouts whose own does not read there."""
    found: dict[tuple[str, str, int], Fill] = {}
    for board in boards:
        image = painted(board, template.held.seen, template.page, SAMPLED, guessed=False)
        for holder in board.holders:
            place = words_of(holder) if holder.kind in FURNITURE else holder.rect
            under = grounds_under(image, place, template.page)
            if ink := _ink(board, holder, theme, under):
                found[board.part, holder.type, holder.index] = ink
    return found


def _ink(board: Board, holder: Holder, theme: Theme, under: tuple[str, ...]) -> Fill:
    """The colour for a placeholder's text: "" where the template's own reads on what lies under it,
    else the token that reads, and looks most like it. What stands at the foot always has one: some
    applications do not look in a layout for the colour of a footer."""
    foot = holder.kind in FURNITURE
    own = holder.colour or board.scheme["tx1"]
    # Of a gradient or a photograph half has to let it read, of two grounds the first.
    half = under[: (len(under) + 1) // 2]
    wanted = TEXT if foot and least(own, half) < MARK else readable(holder)
    if holder.kind == "title" and _whiter(own, theme.hex("white"), under):
        return "white"
    # A title and what stands below it have one level.
    levels = (own,) if holder.kind in ("title", "subtitle") else (own, *holder.deeper)
    if not foot and all(least(each, half) >= wanted for each in levels):
        return ""
    # On several grounds what reads on all of them, if anything does.
    tokens = [token for token in _INKS if token != "ink2" or holder.kind != "title"]
    able = [token for token in tokens if least(theme.hex(token), under) >= wanted]
    if not able:
        under = under[:1]
        able = [token for token in tokens if least(theme.hex(token), under) >= wanted]
    if not coloured(own):
        # What is black, grey or white in the house does not become coloured.
        able = [token for token in able if not coloured(theme.hex(token))] or able
    best = max(_INKS, key=lambda token: least(theme.hex(token), under))
    if not holder.colour and not foot:
        # Nobody chose one that is to be kept.
        return best
    return min(able, key=lambda token: distance(theme.hex(token), own), default=best)


def _whiter(own: str, white: str, under: tuple[str, ...]) -> bool:
    """Whether a black title stands on a bar of a middling colour, and reads better in white."""
    black = not coloured(own) and luminance(own) < luminance(under[0])
    better = least(own, under[:1]) < min(TEXT, least(white, under))
    return black and better and luminance(white) > _WHITE


def readable(holder: Holder) -> float:
    """The least contrast at which a placeholder's own colour stays: what text needs, or large text.
    What stands at the foot is in the margin, and is the house's choice as far as large text is."""
    return MARK if holder.kind in FURNITURE or holder.size >= _LARGE else TEXT


def plain_ink(theme: Theme, under: tuple[str, ...], title: str = "") -> Token:
    """The token of plain text on these colours; beside a `title` that is lighter than they are, and
    reads in that colour, the one most like it: words on one ground are not light and dark."""
    if title and all(luminance(title) > luminance(each) for each in under):
        own = min(_INKS, key=lambda token: distance(theme.hex(token), title))
        lighter = luminance(theme.hex(own)) > luminance(under[0])
        if lighter and least(theme.hex(own), under) >= MARK:
            return own
    return max(_INKS, key=lambda token: least(theme.hex(token), under))


def title_colour(board: Board, theme: Theme, inks: Mapping[tuple[str, str, int], Fill]) -> str:
    """The colour that a layout's title has in decks; "" without a title."""
    if board.title is None:
        return ""
    ink = inks.get((board.part, board.title.type, board.title.index), "")
    return theme.hex(ink) if ink else board.title.colour or board.scheme["tx1"]


def frame(site: Site, id: str) -> Layout:
    """The frame of this id on the layout that serves for it."""
    board = site.template.board(SERVES[id])
    content = id in ("content", "two", "quote", "agenda", "cover", "section", "closing")
    main = id in ("content", "quote", "agenda")
    slots = tuple(_slots(site, board, content=content, cover=id == "cover", main=main))
    if id not in ("cover", "section", "closing"):
        slots += tuple(_numbered(site, board))
    if id == "quote" and not any(each.slot == Slot("body", 1) for each in slots):
        own = Tier(style=Style(DECK["lead"].size), leading=DECK["lead"].leading)
        at = Slot("body", 1)
        place = LayoutSlot(slot=at, name=Name("body", 1), rect=site.canvas.body, tiers=(own,))
        slots = (*slots, place)
    if id == "picture":
        # A picture, its credit and its facts have places of their own beside each other.
        usual = next(each for each in deck_layouts(site.canvas) if each.id == id)
        slots += tuple(
            each
            for each in usual.slots
            if each.slot.role in ("body", "picture") and each.slot.index < TRACK_INDEX
        )
    return Layout(id, Name(_NAMES[id]), slots, (), "white", id == "cover")


def named_frame(site: Site, board: Board, id: str) -> Layout:
    """The frame on a layout that a slide asks for by its name."""
    slots = (*_slots(site, board, content=True), *_numbered(site, board))
    return Layout(id, Name("title-and-text"), slots)


def _numbered(site: Site, board: Board) -> Iterator[LayoutSlot]:
    """The place of the slide's number on a layout that has none of its own."""
    if board.part in site.numbers:
        rect, ink = site.numbers[board.part]
        step = DECK["source"]
        own = Tier(style=Style(step.size, False, ink), leading=step.leading, align="right")
        role, index, name = _FURNITURE["number"]
        place = site.scale.rect(rect)
        place = Rect(place.x, place.y, place.w, max(place.h, step.leading))
        yield LayoutSlot(slot=Slot(role, index), name=Name(name), rect=place, tiers=(own,))


def _slots(
    site: Site, board: Board, *, content: bool, cover: bool = False, main: bool = False
) -> Iterator[LayoutSlot]:
    """The placeholders of a layout as slots, and the place of a note."""

    def made(holder: Holder, at: Slot, name: Thing, number: int = 0) -> LayoutSlot:
        ink = site.inks.get((board.part, holder.type, holder.index), "")
        slot = _slot(holder, at, name, site.scale, number)
        if not ink:
            return slot
        # Not what the text is then in, so that this is written.
        other: Token = "white" if ink == "ink" else "ink"
        tiers = (replace(t, style=replace(t.style, colour=other)) for t in slot.tiers)
        return replace(slot, ink=ink, tiers=tuple(tiers))

    if board.title:
        yield made(board.title, Slot("title"), "title")
    bodies = ordered(board, cover=cover, main=main)
    if content:
        for number, holder in enumerate(bodies[:8], 1):
            yield made(holder, Slot("body", number), "body", number)
    for holder in board.bodies if content else ():
        if holder.name == ORDINAL:
            yield made(holder, Slot("body", ORDINAL_INDEX), "section")
    yield _below(NOTE_INDEX, "note", site.canvas.beside_key, "left")
    yield _below(KEY_INDEX, "status-key", site.canvas.key, "right")
    for holder in board.holders:
        if holder.kind in _FURNITURE:
            role, index, name = _FURNITURE[holder.kind]
            yield made(holder, Slot(role, index), name)


def ordered(board: Board, *, cover: bool = False, main: bool = False) -> list[Holder]:
    """The placeholders of a layout that take text, in the order in which they are filled."""
    bodies = sorted(_able(board), key=lambda each: (each.rect.y, each.rect.x))
    if not cover:
        # What stands beside each other is read from left to right, whatever is a hair higher.
        step = min((each.rect.h for each in bodies), default=0) or 1
        bodies.sort(key=lambda each: (each.rect.y // step, each.rect.x))
    if main:
        # The largest is the one for running text.
        bodies.sort(key=lambda each: -each.rect.w * each.rect.h)
    return bodies


def _below(index: int, name: Thing, rect: Rect, align: Align) -> LayoutSlot:
    """The place of a note or of a key, below what a slide says."""
    own = Tier(
        style=Style(DECK["source"].size, False, "ink2"),
        leading=DECK["source"].leading,
        align=align,
    )
    return LayoutSlot(slot=Slot("body", index), name=Name(name), rect=rect, tiers=(own,))


def _able(board: Board) -> Iterable[Holder]:
    """The placeholders that take text, those for content first where there are any."""
    written = [
        each
        for each in board.bodies
        if each.kind in ("subtitle", "text", "content") and each.name != ORDINAL
    ]
    contents = [each for each in written if each.kind == "content"]
    # On a layout for comparing the places for content count, and not their heads.
    return contents if len(contents) > 1 else written


def _slot(holder: Holder, slot: Slot, name: Thing, scale: Scale, number: int = 0) -> LayoutSlot:
    left, top, right, bottom = (scale.long(each) for each in holder.insets)
    return LayoutSlot(
        slot=slot,
        name=Name(name, number),
        rect=scale.rect(holder.rect),
        tiers=tuple(_tiers(holder, scale)),
        anchor=cast(Anchor, holder.anchor),
        insets=(left, top, right, bottom),
        known=(holder.type, holder.index),
        spread=_spread(holder),
    )


def _spread(holder: Holder) -> int:
    """How far apart letters stand, in percent of their size; those of Latin are narrower."""
    return _NARROW * holder.levels[0].spread // holder.size if holder.size else 0


def _tiers(holder: Holder, scale: Scale) -> Iterator[Tier]:
    for each in holder.levels:
        size = scale.long(each.size)
        marker: Marker | None = Bullet(each.marker) if each.marker not in ("", "1") else None
        yield Tier(
            style=Style(size, each.bold, "ink"),
            leading=round(size * YAHEI * each.pitch / 100_000),
            align=cast(Align, each.align),
            before=scale.long(each.before),
            after=scale.long(each.after),
            marker=marker,
            margin=scale.long(each.margin),
            indent=scale.long(each.indent),
        )
