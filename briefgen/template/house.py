"""Turn a template into the house that a deck is composed in and stands on.

Layouts become frames: their own placeholders with the looks that they have there, and where the
kinds of slides put what has none. What a deck must have and the template has not (a title on a
layout, a Chinese face) is put into our copy of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, Size, pt
from briefgen.record import Record, replace
from briefgen.scene.canvas import Canvas, canvas_of, scale_of
from briefgen.scene.house import House
from briefgen.scene.items import Anchor, Role, Slot
from briefgen.scene.layouts import DATE_INDEX, FOOTER_INDEX, NOTE_INDEX, NUMBER_INDEX
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot, Tier
from briefgen.scene.room import YAHEI
from briefgen.scene.things import Thing
from briefgen.template.area import clear_area
from briefgen.template.clean import P, R, written
from briefgen.template.mended import mended
from briefgen.template.model import Board, Holder
from briefgen.template.model import Role as Purpose
from briefgen.template.parts import parsed
from briefgen.template.raster import least
from briefgen.template.read import Template
from briefgen.template.themed import themed
from briefgen.template.tokens import MARK, TEXT
from briefgen.theme.model import DECK, Theme
from briefgen.theme.vision import contrast
from briefgen.typography.markers import Bullet, Marker
from briefgen.typography.text import Align, Style

# Which of a template's layouts serves each frame that kinds are composed in.
_SERVES: Mapping[str, Purpose] = {
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
# Of the body of the usual canvas, this is enough for kinds to be as they are; type is made smaller
# for less, down to the factor.
_ENOUGH, _LEAST = pt(864) * pt(350), 0.8
# Text from this size on is large, and the tokens that text may have.
_LARGE = 18 * 12_700
_INKS: tuple[Token, ...] = ("ink", "ink2", "white", "primary", "on-cover", "primary-dark")
_FURNITURE: Mapping[str, tuple[Role, int, Thing]] = {
    "footer": ("footer", FOOTER_INDEX, "footer"),
    "date": ("date", DATE_INDEX, "date"),
    "number": ("number", NUMBER_INDEX, "slide-number"),
}


class _Scale(Record):
    """From the template's lengths to those of the canvas."""

    factor: float

    def long(self, length: int) -> int:
        return round(length / self.factor)

    def rect(self, rect: Rect) -> Rect:
        x, y = self.long(rect.x), self.long(rect.y)
        return Rect(x, y, self.long(rect.right) - x, self.long(rect.bottom) - y)


def house(template: Template, theme: Theme) -> House:
    """The house of a template; what the template says nothing of is the theme's."""
    parts, boards = mended(template)
    shown = replace(template, held=replace(template.held, boards=boards))
    area = shown.area(shown.board("title-only"))
    scale = _scaled(shown, area)
    canvas = _canvas(shown, scale, area)
    own = themed(shown, theme)
    frames = [_frame(shown, id, scale, canvas, own) for id in _SERVES]
    sheets = {id: shown.board(role).part for id, role in _SERVES.items()}
    named: dict[str, str] = {}
    for board in boards:
        id = f"layout:{board.label}"
        slots = tuple(_slots(shown, board, scale, canvas, own, content=True))
        frames.append(Layout(id, Name("title-and-text"), slots))
        sheets[id], named[board.label] = board.part, id
    main = shown.taken.parts[shown.taken.main]
    root = parsed(main.data, main.name)
    return House(
        parts=parts,
        masters=tuple(_masters(root, shown)),
        styles=next(iter(main.targets("tableStyles")), ""),
        defaults=_markup(root, "defaultTextStyle"),
        canvas=canvas,
        layouts=tuple(frames),
        sheets=sheets,
        named=named,
        theme=own,
        rooms={
            id: scale.rect(clear_area(shown.held, shown.board(id)))
            for id in ("cover", "section", "closing")
        },
    )


def _masters(root: Any, template: Template) -> Iterator[tuple[int, str]]:
    main = template.taken.parts[template.taken.main]
    for each in root.iter(f"{P}sldMasterId"):
        if target := main.target(each.get(f"{R}id", "")):
            yield int(each.get("id", "0")), target


def _markup(root: Any, tag: str) -> str:
    found = root.find(f"{P}{tag}")
    if found is None:
        return ""
    text: str = written(found).decode()
    return text.partition("?>")[2].strip()


def _scaled(template: Template, area: Rect) -> _Scale:
    """How much larger the template's slides are than the canvas: where there is little room for
    content type is smaller."""
    factor = scale_of(Size(*template.page))
    room = area.w * area.h / factor**2
    return _Scale(factor * max(_LEAST, min(1.0, (room / _ENOUGH) ** 0.5)))


def _canvas(template: Template, scale: _Scale, area: Rect) -> Canvas:
    """The canvas whose body is the room for content on the layout for titles only."""
    plain = canvas_of(Size(*template.page))
    board = template.board("title-only")
    body = scale.rect(area)
    note = Rect(body.x, body.bottom - pt(20), body.w, pt(20))
    title = scale.rect(board.title.rect) if board.title else replace(body, h=pt(60))
    foot = {each.kind: scale.rect(each.rect) for each in board.holders}
    below = Rect(body.x, body.bottom + pt(4), body.w, pt(20))
    w, h = scale.long(template.page[0]), scale.long(template.page[1])
    return replace(
        plain,
        width=w,
        height=h,
        factor=scale.factor,
        margin=body.x,
        narrow=body.w < body.h * 1.05,
        title_lines=2,
        note_lines=1,
        track=Rect(body.x, body.y, body.w, pt(20)),
        title=title,
        body=body,
        noted=replace(body, h=body.h - pt(28)),
        note=note,
        footer=foot.get("footer", below),
        date=foot.get("date", below),
        number=foot.get("number", below),
    )


def _frame(template: Template, id: str, scale: _Scale, canvas: Canvas, theme: Theme) -> Layout:
    """The frame of this id on the layout that serves for it."""
    board = template.board(_SERVES[id])
    content = id in ("content", "two", "quote", "agenda", "cover", "section", "closing")
    slots = tuple(
        _slots(template, board, scale, canvas, theme, content=content, cover=id == "cover")
    )
    if id == "quote" and not any(each.slot == Slot("body", 1) for each in slots):
        own = Tier(style=Style(DECK["lead"].size), leading=DECK["lead"].leading)
        place = LayoutSlot(
            slot=Slot("body", 1), name=Name("body", 1), rect=canvas.body, tiers=(own,)
        )
        slots = (*slots, place)
    return Layout(id, Name(_NAMES[id]), slots, (), "white", id == "cover")


def _slots(
    template: Template,
    board: Board,
    scale: _Scale,
    canvas: Canvas,
    theme: Theme,
    *,
    content: bool,
    cover: bool = False,
) -> Iterator[LayoutSlot]:
    """The placeholders of a layout as slots, and the place of a note."""

    def made(holder: Holder, at: Slot, name: Thing, number: int = 0) -> LayoutSlot:
        ink = _ink(template, board, holder, theme)
        return replace(_slot(holder, at, name, scale, number), ink=ink)

    if board.title:
        yield made(board.title, Slot("title"), "title")
    bodies = sorted(_able(board), key=lambda each: (each.rect.y, each.rect.x))
    if not cover:
        # What stands beside each other is read from left to right, whatever is a hair higher.
        bodies.sort(key=lambda each: (each.rect.y // (each.rect.h or 1), each.rect.x))
    if content:
        for number, holder in enumerate(bodies[:8], 1):
            yield made(holder, Slot("body", number), "body", number)
    own = Style(DECK["source"].size, False, "ink2")
    yield LayoutSlot(
        slot=Slot("body", NOTE_INDEX),
        name=Name("note"),
        rect=canvas.beside_key,
        tiers=(Tier(style=own, leading=DECK["source"].leading),),
    )
    for holder in board.holders:
        if holder.kind in _FURNITURE:
            role, index, name = _FURNITURE[holder.kind]
            yield made(holder, Slot(role, index), name)


def _ink(template: Template, board: Board, holder: Holder, theme: Theme) -> Fill:
    """The colour for a placeholder's text: "" where the template's own reads on what lies under it,
    else the token that reads, and is most like it."""
    under = template.under(board, holder)[:1]
    wanted = MARK if holder.size >= _LARGE and holder.kind == "title" else TEXT
    own = holder.colour or board.scheme["tx1"]
    if least(own, under) >= wanted:
        return ""
    able = [token for token in _INKS if least(theme.hex(token), under) >= wanted]
    best = max(_INKS, key=lambda token: least(theme.hex(token), under))
    return min(able, key=lambda token: contrast(theme.hex(token), own), default=best)


def _able(board: Board) -> Iterable[Holder]:
    """The placeholders that take text, those for content first where there are any."""
    written = [each for each in board.bodies if each.kind in ("subtitle", "text", "content")]
    contents = [each for each in written if each.kind == "content"]
    # On a layout for comparing the places for content count, and not their heads.
    return contents if len(contents) > 1 else written


def _slot(holder: Holder, slot: Slot, name: Thing, scale: _Scale, number: int = 0) -> LayoutSlot:
    left, top, right, bottom = (scale.long(each) for each in holder.insets)
    return LayoutSlot(
        slot=slot,
        name=Name(name, number),
        rect=scale.rect(holder.rect),
        tiers=tuple(_tiers(holder, scale)),
        anchor=cast(Anchor, holder.anchor),
        insets=(left, top, right, bottom),
        known=(holder.type, holder.index),
    )


def _tiers(holder: Holder, scale: _Scale) -> Iterator[Tier]:
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
