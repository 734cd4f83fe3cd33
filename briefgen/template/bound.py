"""Turn a layout with little room for content into what takes the room, and what to do about it.

Each thing that may bound the room is taken away in thought; the one without which there is most is
named. A drawing is told the size at which it leaves enough room, in the corner where it stands, on
every layout that has it there. Where nothing makes a difference, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.geometry import Rect, bounds
from briefgen.problems import Phrase, phrase
from briefgen.record import Record, replace
from briefgen.template.area import clear_area, safe_area
from briefgen.template.called import fine, in_turn, layout, master, spot
from briefgen.template.model import Board
from briefgen.template.read import Template

# No more things than these are tried.
_MOST = 10
# A drawing over more of the slide than this is its ground: nobody drags it.
_GROUND = 0.5
# A drawing along more of a side of the slide is a band, which nobody makes smaller.
_BAND = 0.6
# To which percents of its size a drawing is made smaller; places that are nearer to each other than
# one part of so many of the page's width are one.
_SIZES, _NEAR = (85, 70, 60, 50, 40, 30), 50


# A logo that is lower than this (EMU) shows nothing any more.
_LEGIBLE = 360_000


class Bound(Record):
    """What bounds the room, what to click, and whether it is a drawing: those may stay."""

    what: Phrase
    how: Phrase
    drawing: bool
    # The height that a drawing may have.
    high: int = 0


class _Tried(Record):
    """A layout without something that may bound its room; `key` is that of a drawing."""

    board: Board
    what: Phrase
    how: Phrase | None
    key: tuple[str, bool] | None = None


def bounding(template: Template, board: Board, wanted: float) -> Bound | None:
    """What bounds the room on a layout, and what to click so that this share of it is free; None
    where no single thing brings that."""
    tried = [(_share(template, each.board), each) for each in _tried(template, board)]
    if not tried:
        return None
    share, best = max(tried, key=lambda each: each[0])
    if share < wanted:
        return None
    if best.how is not None:
        return Bound(best.what, best.how, False)
    return _smaller(template, board, best, wanted)


def _smaller(template: Template, board: Board, best: _Tried, wanted: float) -> Bound | None:
    """The drawing in its corner, as large as leaves enough room, wherever it stands."""
    assert best.key is not None
    piece = whole(board, best.key)
    if piece.w > _BAND * template.page[0] or piece.h > _BAND * template.page[1]:
        return None
    at = next(
        (
            place
            for percent in _SIZES
            if _share(
                template,
                _resized(board, best.key, piece, place := _cornered(template, piece, percent)),
            )
            >= wanted
        ),
        None,
    )
    if at is None or at.h < _LEGIBLE:
        return None
    name, own = best.key
    above = phrase("room-above", master=master(template, board.master))
    where = phrase("at-layout", layouts=(layout(template, board),)) if own else above
    how = phrase("room-decor", name=name, where=where, spot=spot(at))
    copies: list[Phrase] = []
    for other in template.held.boards:
        for key in dict.fromkeys((each.whole, each.own) for each in other.decor):
            same = key[1] and (other.part, key) != (board.part, best.key)
            if same and other.master == board.master and _alike(template, whole(other, key), piece):
                named = layout(template, other)
                copies.append(phrase("room-copy", name=key[0], layout=named))
    if copies:
        more = phrase("room-copies", copies=tuple(copies))
        how = in_turn([how, more])
    return Bound(best.what, how, True, at.h)


def whole(board: Board, key: tuple[str, bool]) -> Rect:
    """Where all of a drawing stands: its name, and whether it is the layout's own."""
    return bounds([each.rect for each in board.decor if (each.whole, each.own) == key])


def _cornered(template: Template, piece: Rect, percent: int) -> Rect:
    """A smaller place in the corner of the page that a place is nearest to."""
    w, h = piece.w * percent // 100, piece.h * percent // 100
    left = piece.x < template.page[0] - piece.right
    top = piece.y < template.page[1] - piece.bottom
    return Rect(piece.x if left else piece.right - w, piece.y if top else piece.bottom - h, w, h)


def _resized(board: Board, key: tuple[str, bool], old: Rect, new: Rect) -> Board:
    """The layout with all of a drawing in another place."""

    def moved(rect: Rect) -> Rect:
        x = new.x + (rect.x - old.x) * new.w // max(1, old.w)
        y = new.y + (rect.y - old.y) * new.h // max(1, old.h)
        return Rect(x, y, rect.w * new.w // max(1, old.w), rect.h * new.h // max(1, old.h))

    decor = tuple(
        replace(each, rect=moved(each.rect)) if (each.whole, each.own) == key else each
        for each in board.decor
    )
    return replace(board, decor=decor)


def _alike(template: Template, one: Rect, other: Rect) -> bool:
    """Whether two places are one to the eye."""
    near = template.page[0] // _NEAR
    sides = ((one.x, other.x), (one.y, other.y), (one.w, other.w), (one.h, other.h))
    return all(abs(a - b) < near for a, b in sides)


def _share(template: Template, board: Board) -> float:
    model = template.model
    like = model if model and model.master == board.master else None
    if like and like.part == board.part:
        like = board
    area, (w, h) = safe_area(template.held, board, like), template.page
    return area.w * area.h / (w * h)


def _tried(template: Template, board: Board) -> Iterator[_Tried]:
    """The layout without each thing that may bound its room; what that is, and what to click."""
    layout(template, board)
    if (title := board.title) and 2 * title.rect.h > 3 * (high := max(1, title.size * 3 // 2)):
        shorter = replace(title, rect=replace(title.rect, h=high))
        holders = tuple(shorter if each is title else each for each in board.holders)
        how = phrase("room-title", height=fine(high))
        yield _Tried(replace(board, holders=holders), phrase("room-named"), how)
    known: set[tuple[str, bool]] = set()
    for decor in board.decor:
        key = decor.whole, decor.own
        piece = whole(board, key)
        share = piece.w * piece.h / (template.page[0] * template.page[1])
        if not decor.whole or share > _GROUND or key in known or len(known) >= _MOST:
            continue
        known.add(key)
        rest = tuple(each for each in board.decor if (each.whole, each.own) != key)
        drawn = phrase("decor-named", name=decor.whole)
        yield _Tried(replace(board, decor=rest), drawn, None, key)
    if len(own := [each for each in board.bodies if each.kind != "subtitle"]) == 1:
        others = tuple(each for each in board.holders if each is not own[0])
        clear = clear_area(template.held, replace(board, holders=others))
        if clear.w and clear.h:
            wider = replace(own[0], rect=clear)
            holders = tuple(wider if each is own[0] else each for each in board.holders)
            how = phrase("room-place", spot=spot(clear))
            yield _Tried(replace(board, holders=holders), phrase("room-own"), how)
