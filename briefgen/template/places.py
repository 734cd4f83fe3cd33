"""Turn the places that a template has into those where text reads: clear of logos and of edges.

A title that would lie across the edge of a band goes into it; one on a logo, or that nobody can
see, goes where it reads; and lines below one stay on the ground that it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.geometry import Rect, bounds
from briefgen.record import replace
from briefgen.template.area import clear_area
from briefgen.template.bands import banded, rows_in
from briefgen.template.feet import Moved, at_foot, clear_of, marks_on
from briefgen.template.logos import below_logo, clear_title, line_of
from briefgen.template.model import FURNITURE, ORDINAL, Board, Holder
from briefgen.template.raster import least, painted
from briefgen.template.reach import between, cleared
from briefgen.template.read import Template
from briefgen.template.widened import heightened, widened
from briefgen.theme.vision import contrast

if TYPE_CHECKING:
    from PIL.Image import Image

# How wide the picture of a layout is in which places are looked for.
_WIDE = 320
# Below a title a line is short with so few em.
_WORDS = 13
# Above a mark one part of so many of the page's height is free.
_STEPS = 96
# Below this contrast a title cannot be seen, and is moved; so much (percent) of what is left is
# above it then.
_SEEN, _UPPER = 1.5, 35
# Where one ground ends and another begins they differ by so much; words end before that by one
# part of so many of the page's height.
_EDGE, _AIR = 1.1, 90
# Lines below a title on a band have this pitch, one part of so many of the page's height; bands
# end above its foot.
_PITCH, _FOOT = 25, 0.85
# Of a place for a list, so many tenths are most of it.
_MUCH = 7


def placed(holder: Holder) -> Mapping[str, str]:
    """Where a placeholder stands and how large it is, in centimetres, as PowerPoint takes them."""
    rect = holder.rect
    named = {"left": rect.x, "top": rect.y, "width": rect.w, "height": rect.h}
    return {key: f"{round(each / 360_000, 2):g}" for key, each in named.items()}


def settled(template: Template, board: Board, *, opening: bool) -> Iterator[Moved]:
    """The placeholders of a layout that cannot stay where they are."""
    image = painted(board, template.held.seen, template.page, _WIDE)
    marks = marks_on(template, board)
    yield from _written(template, board, image, marks, opening=opening)
    yield from at_foot(template, board, image, marks, opening=opening)


def _written(
    template: Template, board: Board, image: Image, marks: Sequence[Rect], *, opening: bool
) -> Iterator[Moved]:
    """The title that cannot stay where it is, and what stands below it on what opens something."""
    title = board.title
    if title is None:
        return
    clear = partial(clear_of, template, image, marks)
    if opening and (centred := list(_centred(template, board, title))):
        yield from centred
        return
    new = None if opening else banded(template, image, title)
    # On a layout made of a sample slide words stand as they do there.
    as_shown = opening and any(each.part == board.part for each in template.worn)
    found = None if as_shown else clear_title(template.page, board, new or title)
    if found:
        # On a logo, or moved onto one.
        new = replace(title, rect=found[1])
    new = new or widened(template.page, board, title, clear)
    if not opening:
        new = below_logo(template.page, board, new or title)
    if opening:
        new = cleared(template, board, new or title)
    new = heightened(new or title)
    up = _higher(template, board, new) if as_shown else 0
    new = replace(new, rect=replace(new.rect, y=new.rect.y - up))
    yield from (Moved(title, new),) if new != title else ()
    for body in board.bodies if opening else ():
        if body.kind in ("subtitle", "text", "content"):
            new = body if body.name == ORDINAL else between(template.page, board, body)
            new = widened(template.page, board, new, clear, _WORDS) or new
            if body.rect.y >= title.rect.y + title.rect.h // 2:
                new = replace(new, rect=replace(new.rect, y=new.rect.y - up))
            yield from (Moved(body, new),) if new != body else ()


def _higher(template: Template, board: Board, title: Holder) -> int:
    """How much higher a title on a band, and the place of a line below it, have to stand for two
    lines to have room there on the same band, as far as it goes up."""
    bottom, pitch = floor(template, board, title), template.page[1] // _PITCH
    below = [e for e in board.bodies if title.rect.bottom - pitch <= e.rect.y < bottom]
    numbered = any(each.name == ORDINAL for each in board.holders)
    if len(below) != 1 or numbered or bottom >= _FOOT * template.page[1]:
        return 0
    lacking = 2 * pitch - (bottom - below[0].rect.y)
    spare = line_of(title).y - _ceiling(template, board, title) - template.page[1] // _AIR
    return lacking if 0 < lacking <= min(pitch, spare) else 0


def _ceiling(template: Template, board: Board, title: Holder) -> int:
    """Where the ground begins on which a title stands; 0: it goes up to the top."""
    image = painted(board, template.held.seen, template.page, _WIDE, guessed=False)
    line = line_of(title)
    rows = list(rows_in(template, image, Rect(line.x, 0, line.w, line.y + line.h // 2)))
    for at, (below, above) in enumerate(pairwise(reversed(rows)), 1):
        if above and below and contrast(above, below) > _EDGE:
            return round((len(rows) - at) * template.page[0] / image.width)
    return 0


def _centred(template: Template, board: Board, title: Holder) -> Iterator[Moved]:
    """A title that cannot be seen where it is, with what stands below it, in what is clear of the
    layout: somewhat above the middle."""
    bodies = [each for each in board.bodies if each.rect.y >= title.rect.y]
    ink, under = title.colour, template.grounds(board, title.rect)[:1]
    if not ink or least(ink, under) >= _SEEN:
        return
    feet = tuple(each for each in board.holders if each.kind in FURNITURE)
    clear = clear_area(template.held, replace(board, holders=feet))
    group = bounds([each.rect for each in (title, *bodies)])
    down = clear.y + (clear.h - group.h) * _UPPER // 100 - group.y
    if clear.h < group.h or down <= 0:
        return
    for each in (title, *bodies):
        yield Moved(each, replace(each, rect=replace(each.rect, y=each.rect.y + down)))


def floor(template: Template, board: Board, holder: Holder) -> int:
    """How far down words that begin in a place may go: to where another ground begins, or words of
    the layout, or the end of the page."""
    image = painted(board, template.held.seen, template.page, _WIDE, guessed=False)
    h, rect = template.page[1], holder.rect
    below = [each.rect for each in board.decor if each.words and each.rect.y >= rect.bottom]
    lowest = min([h, *(at.y for at in below if at.x < rect.right and at.right > rect.x)])
    top = rect.y + min(rect.h // 2, holder.size)
    rows = list(rows_in(template, image, replace(rect, y=top, h=max(1, h - top))))
    for at, (above, below_it) in enumerate(pairwise(rows), 1):
        if above and below_it and contrast(above, below_it) > _EDGE:
            return min(lowest, top + round(at * template.page[0] / image.width) - h // _AIR)
    return lowest


def list_area(template: Template, board: Board) -> Rect:
    """The room for a list in a layout's own place for one: all of its width, above a mark that
    stands in it, where that leaves most; else what is clear."""
    place = max(
        (each.rect for each in board.bodies), key=lambda each: each.w * each.h, default=None
    )
    if place is None:
        return template.area(board)
    pad = template.page[1] // _STEPS
    feet = [each.rect.inset(0, -pad, 0, 0) for each in board.holders if each.kind in FURNITURE]
    below = [*marks_on(template, board), *feet]
    tops = [each.y for each in below if each.crosses(place) and each.y > place.y]
    high = min([place.bottom, *tops]) - place.y
    return replace(place, h=high) if high * 10 >= place.h * _MUCH else template.area(board)
