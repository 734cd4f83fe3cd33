"""Turn a layout with little room for content into what takes the room, and what to do about it.

Each thing that may bound the room is taken away in thought; the one without which there is most is
named. Where nothing that somebody can drag makes a difference, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.geometry import bounds
from briefgen.problems import Phrase, phrase
from briefgen.record import replace
from briefgen.template.area import clear_area, safe_area
from briefgen.template.called import layout, master
from briefgen.template.model import Board
from briefgen.template.read import Template, in_cm

# No more things than these are tried.
_MOST = 10
# A drawing over more of the slide than this is its ground: nobody drags it.
_GROUND = 0.5


def bounding(template: Template, board: Board, wanted: float) -> tuple[Phrase, Phrase] | None:
    """What bounds the room on a layout, and what to click so that this share of it is free; None
    where no single thing brings that."""
    tried = [(_share(template, each), what, how) for each, what, how in _tried(template, board)]
    if not tried:
        return None
    share, what, how = max(tried, key=lambda each: each[0])
    return (what, how) if share >= wanted else None


def _share(template: Template, board: Board) -> float:
    model = template.model
    like = model if model and model.master == board.master else None
    if like and like.part == board.part:
        like = board
    area, (w, h) = safe_area(template.held, board, like), template.page
    return area.w * area.h / (w * h)


def _tried(template: Template, board: Board) -> Iterator[tuple[Board, Phrase, Phrase]]:
    """The layout without each thing that may bound its room; what that is, and what to click."""
    named = layout(template, board)
    if (title := board.title) and 2 * title.rect.h > 3 * (high := max(1, title.size * 3 // 2)):
        shorter = replace(title, rect=replace(title.rect, h=high))
        holders = tuple(shorter if each is title else each for each in board.holders)
        how = phrase("room-title", height=f"{in_cm(high):g}")
        yield replace(board, holders=holders), phrase("room-named"), how
    known: set[tuple[str, bool]] = set()
    for decor in board.decor:
        key = decor.whole, decor.own
        piece = bounds([each.rect for each in board.decor if (each.whole, each.own) == key])
        share = piece.w * piece.h / (template.page[0] * template.page[1])
        if not decor.whole or share > _GROUND or key in known or len(known) >= _MOST:
            continue
        known.add(key)
        rest = tuple(each for each in board.decor if (each.whole, each.own) != key)
        where = (
            phrase("room-here")
            if decor.own
            else phrase("room-above", master=master(template, board.master))
        )
        drawn = phrase("decor-named", name=decor.whole)
        how = phrase("room-decor", name=decor.whole, where=where)
        yield replace(board, decor=rest), drawn, how
    if len(own := [each for each in board.bodies if each.kind != "subtitle"]) == 1:
        others = tuple(each for each in board.holders if each is not own[0])
        clear = clear_area(template.held, replace(board, holders=others))
        if clear.w and clear.h:
            wider = replace(own[0], rect=clear)
            holders = tuple(wider if each is own[0] else each for each in board.holders)
            left, top, wide, high_ = (f"{in_cm(v):g}" for v in (clear.x, clear.y, clear.w, clear.h))
            how = phrase("room-place", layout=named, left=left, top=top, width=wide, height=high_)
            yield replace(board, holders=holders), phrase("room-own"), how
