"""Turn the places of words on what opens something into how far these may go: clear of drawings.

A sample's title is short, and ends before a drawing, a rule or a mark that its box lies over; the
titles of decks are longer. What is drawn is seen in a small picture, whatever it is drawn with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.geometry import Rect
from briefgen.record import replace
from briefgen.template.logos import line_of, rules
from briefgen.template.model import Board, Holder
from briefgen.template.raster import counted, cut, painted
from briefgen.template.read import Template
from briefgen.theme.vision import contrast

if TYPE_CHECKING:
    from PIL.Image import Image

# How wide the picture is; what is as unlike a ground is drawn on it; a ground is quiet with no
# more of that than this share.
_WIDE, _UNLIKE, _ROUGH = 320, 1.35, 0.06
# Of a row or a column so much has to be drawn on, to be one that words keep clear of.
_DRAWN = 0.02
# What is left of a place has at least this share of its width.
_MOST = 0.6
# Places go on to their sides in so many steps of a page; so much of it is its margin.
_STEPS, _MARGIN = 48, 20


def cleared(template: Template, board: Board, title: Holder) -> Holder:
    """A title whose box ends before what is drawn around the line that a short title takes; itself
    where nothing is, or the line is no quieter."""
    image = painted(replace(board, holders=()), template.held.seen, template.page, _WIDE)
    rect, spot = title.rect, line_of(title)
    if title.upright or spot.w <= 0 or spot.h <= 0:
        return title
    main = counted(cut(image, spot, template.page))
    total = sum(count for count, _ in main)
    ground = main[0][1]
    if sum(n for n, each in main if contrast(each, ground) > _UNLIKE) > _ROUGH * total:
        return title
    across = rect.right - spot.right, spot.x - rect.x
    step = template.page[0] // image.width + 1
    x = _stop(template, image, ground, Rect(rect.x, rect.y, across[1], rect.h), step, (-1, 0))
    right = _stop(
        template, image, ground, Rect(spot.right, rect.y, across[0], rect.h), step, (1, 0)
    )
    if right - x < _MOST * rect.w:
        return title
    wide = replace(rect, x=x, w=right - x)
    above = replace(wide, h=spot.y - rect.y)
    below = replace(wide, y=spot.bottom, h=rect.bottom - spot.bottom)
    top = _stop(template, image, ground, above, step, (0, -1))
    bottom = _stop(template, image, ground, below, step, (0, 1))
    new = Rect(x, top, right - x, bottom - top)
    return title if new == rect else replace(title, rect=new)


def _stop(
    template: Template,
    image: Image,
    ground: str,
    part: Rect,
    step: int,
    way: tuple[int, int],
) -> int:
    """How far words go through a part of their box, one way: to its end, or to before the first
    row or column of it that is drawn on."""
    strips = list(_strips(part, step, way))
    for at, strip in enumerate(strips):
        found = counted(cut(image, strip, template.page))
        total = sum(count for count, _ in found)
        if sum(n for n, each in found if contrast(each, ground) > _UNLIKE) > _DRAWN * total:
            # A step of air before it.
            before = strips[max(0, at - 2)] if at else strip
            return _inner(before, way) if at < 2 else _outer(before, way)
    return {(-1, 0): part.x, (1, 0): part.right, (0, -1): part.y, (0, 1): part.bottom}[way]


def _strips(part: Rect, step: int, way: tuple[int, int]) -> Iterator[Rect]:
    """The rows or columns of a part, from the words outwards."""
    long = part.w if way[0] else part.h
    for start in range(0, max(0, long), step):
        size = min(step, long - start)
        match way:
            case (-1, 0):
                yield replace(part, x=part.right - start - size, w=size)
            case (1, 0):
                yield replace(part, x=part.x + start, w=size)
            case (0, -1):
                yield replace(part, y=part.bottom - start - size, h=size)
            case _:
                yield replace(part, y=part.y + start, h=size)


def _inner(strip: Rect, way: tuple[int, int]) -> int:
    return {(-1, 0): strip.right, (1, 0): strip.x, (0, -1): strip.bottom, (0, 1): strip.y}[way]


def _outer(strip: Rect, way: tuple[int, int]) -> int:
    return {(-1, 0): strip.x, (1, 0): strip.right, (0, -1): strip.y, (0, 1): strip.bottom}[way]


def between(page: tuple[int, int], board: Board, holder: Holder) -> Holder:
    """A place in the middle whose words have a rule beside them, up to that; others as they are."""
    rect = holder.rect
    if not holder.levels or holder.levels[0].align != "center":
        return holder
    middle, air = rect.x + rect.w // 2, page[0] // _STEPS // 4
    level = [
        each
        for each in rules(board, page)
        if each.crosses(rect) and each.w > each.h and not each.x <= middle <= each.right
    ]
    x = max([rect.x, *(each.right + air for each in level if each.right < middle)])
    right = min([rect.right, *(each.x - air for each in level if each.x > middle)])
    # As far to both sides of its middle.
    half = min(middle - x, right - middle)
    return replace(holder, rect=Rect(middle - half, rect.y, 2 * half, rect.h))


def sides(template: Template, board: Board, holder: Holder) -> tuple[int, int]:
    """From where to where words may go that stand in a place, when they need more than it has:
    within the margins, before other places and before what is drawn."""
    page, rect = template.page, holder.rect
    image = painted(replace(board, holders=()), template.held.seen, page, _WIDE)
    calm = _quiet(image, rect, page)
    margin = page[0] // _MARGIN
    most = min(rect.x, margin), max(rect.right, page[0] - margin)
    others = [each.rect for each in board.holders if each is not holder]
    others += rules(board, page)

    def free(place: Rect) -> bool:
        taken = any(place.crosses(each) and not rect.crosses(each) for each in others)
        return not taken and (not calm or _quiet(image, place, page))

    x, right = rect.x, rect.right
    for number in range(1, _STEPS):
        more = number * page[0] // _STEPS
        wider = max(most[0], rect.x - more)
        if wider == x or not free(Rect(wider, rect.y, rect.right - wider, rect.h)):
            break
        x = wider
    for number in range(1, _STEPS):
        wider = min(most[1], rect.right + number * page[0] // _STEPS)
        if wider == right or not free(replace(rect, w=wider - rect.x)):
            break
        right = wider
    return x, right


def _quiet(image: Image, place: Rect, page: tuple[int, int]) -> bool:
    found = counted(cut(image, place, page))
    total = sum(count for count, _ in found)
    rough = sum(n for n, each in found if contrast(each, found[0][1]) > _UNLIKE)
    return rough <= _ROUGH * total
