"""Turn an outfit into the room that its look leaves: for a title, and for content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.geometry import Rect, bounds
from briefgen.record import Record, replace
from briefgen.template.area import safe_area
from briefgen.template.clean import P
from briefgen.template.logos import rules
from briefgen.template.model import FURNITURE, Board, Decor, Inventory, Paint
from briefgen.template.paints import paint
from briefgen.template.parts import Taken
from briefgen.template.raster import SAMPLED, counted, cut, painted
from briefgen.template.views import Said, pictures_of
from briefgen.template.worn import OPENINGS, Outfit
from briefgen.theme.vision import contrast

if TYPE_CHECKING:
    from PIL.Image import Image

# Where the room is as much of the layout's own places as this, these stay.
_MOST = 0.7
# The gap between columns, in shares of the page's width.
_GAP = 1 / 40
# Where a title stands on something rough, a quiet place is looked for in so many steps, down to
# this share of the page's height; so much of what lies under it may be rough.
_STEPS, _DEEP, _ROUGH, _MARK, _UNLIKE = 90, 0.3, 0.06, 0.004, 1.45
# Below this share of the page's width a place for words is narrow; it is made wider in so many
# steps.
_NARROW, _WIDER = 0.65, 48
_TITLE = Decor(name="", rect=Rect(0, 0, 0, 0), paint=Paint(("808080",)))


class Stage(Record, kw_only=True):
    """What the layout of an outfit shows: it as a board, the template with its pictures, where its
    title stands (None: it has none), and whether that is not where the base has it."""

    board: Board
    held: Inventory
    title: Rect | None
    shifted: bool


def stage_of(taken: Taken, held: Inventory, outfit: Outfit, *, alone: bool) -> Stage:
    """What the layout of an outfit shows; `alone` is whether its slide shows nothing of master and
    layout."""
    base, view = outfit.base, outfit.view
    pieces = tuple(
        replace(each, rect=outfit.moved.get(number, each.rect))
        for number, each in view.decor
        if number in outfit.shapes
    )
    decor = pieces if alone and outfit.grounded else (*base.decor, *pieces)
    own = view.root.find(f"{P}cSld/{P}bg/{P}bgPr") if outfit.grounded else None
    ground = (paint(own, base.scheme, view.part) if own is not None else None) or base.ground
    board = replace(base, decor=decor, ground=ground)
    names = {ground.picture} & set(taken.parts)
    pictures = {**held.pictures, **pictures_of(taken, decor)}
    pictures |= {name: taken.parts[name].data for name in names}
    held = replace(held, pictures=pictures)
    title = next((each.said.rect for each in outfit.places if each.kind == "title"), None)
    if title is None and base.title and outfit.role not in OPENINGS:
        title = base.title.rect
        found = _quiet(held, board, title, base.title.size)
        return Stage(board=board, held=held, title=found, shifted=found != title)
    return Stage(board=board, held=held, title=title, shifted=False)


def broad(stage: Stage, said: Said, align: str) -> Rect:
    """A place for words that are longer than those of a sample: where it is narrow, as wide as
    what lies around it goes on, within what it stands in."""
    page, rect = (stage.held.width, stage.held.height), said.rect
    edge = page[0] // 40
    x, right = max(edge, rect.x), min(page[0] - edge, rect.right)
    rect = replace(rect, x=x, w=max(1, right - x))
    if rect.w >= _NARROW * page[0]:
        return rect
    image = painted(replace(stage.board, holders=()), stage.held.seen, page, SAMPLED)
    margin = page[0] // 20
    around = [each.rect for each in stage.board.decor if _holds(each.rect, rect)]
    frame = min(around, key=lambda each: each.w * each.h, default=Rect(0, 0, *page))
    least, most = max(margin, frame.x + margin // 4), frame.right - margin // 4
    most = min(most, page[0] - margin)
    before, behind = {"center": (1, 1), "right": (1, 0)}.get(align, (0, 1))
    lines = [each for each in rules(stage.board, page) if not each.crosses(rect)]
    best = rect
    for step in range(1, _WIDER):
        more = step * page[0] // _WIDER
        place = rect.inset(-before * more, 0, -behind * more, 0)
        out = (before and place.x < least) or (behind and place.right > most)
        if out or any(place.crosses(each) for each in lines) or not _calm(image, place, page):
            break
        best = place
    return best


def _holds(outer: Rect, inner: Rect) -> bool:
    across = outer.x <= inner.x and inner.right <= outer.right
    return across and outer.y <= inner.y and inner.bottom <= outer.bottom


def _calm(image: Image, rect: Rect, page: tuple[int, int], most: float = _ROUGH) -> bool:
    """Whether most of what lies in a place is of a piece."""
    found = counted(cut(image, rect, page))
    total = sum(count for count, _ in found)
    rough = sum(count for count, each in found if contrast(each, found[0][1]) > _UNLIKE)
    return rough <= most * total


def _quiet(held: Inventory, board: Board, title: Rect, size: int) -> Rect:
    """The place of a title, or the next one below it, where one line of it has a quiet ground."""
    page = held.width, held.height
    bare = replace(board, holders=())
    image = painted(bare, held.seen, page, SAMPLED)
    high = min(title.h, size * 8 // 5 or title.h)
    spare = (title.h - high) // 2

    line = replace(title, y=title.y + spare, h=high)
    if _calm(image, line, page, _MARK):
        return title
    step = page[1] // _STEPS
    lower = (replace(line, y=line.y + n * step) for n in range(1, round(_STEPS * _DEEP)))
    return next((each for each in lower if _calm(image, each, page, _MARK)), title)


def columns(stage: Stage, outfit: Outfit) -> Iterator[Rect]:
    """The places for content, in the room that the look leaves."""
    if not outfit.columns:
        return
    page = stage.held.width, stage.held.height
    title = (replace(_TITLE, rect=stage.title),) if stage.title else ()
    feet = tuple(each for each in stage.board.holders if each.kind in FURNITURE)
    board = replace(stage.board, decor=(*stage.board.decor, *title), holders=feet)
    bodies = [each.rect for each in outfit.base.bodies]
    if (
        outfit.base.title
        and stage.title
        and outfit.places
        and bodies
        and stage.title.x <= bounds(bodies).x
    ):
        # Content begins where titles do, which stand further out than the layout's own places.
        own = replace(outfit.base.title, rect=stage.title)
        board, bodies = replace(stage.board, holders=(own, *feet)), []
    room = _within(safe_area(stage.held, board, None), bodies)
    gap = round(page[0] * _GAP)
    wide = (room.w - gap * (outfit.columns - 1)) // outfit.columns
    for number in range(outfit.columns):
        yield replace(room, x=room.x + number * (wide + gap), w=wide)


def _within(area: Rect, bodies: list[Rect]) -> Rect:
    """The room, or what it shares with the layout's own places where that is most of them."""
    if not bodies:
        return area
    whole = bounds(bodies)
    x, y = max(whole.x, area.x), max(whole.y, area.y)
    inner = Rect(x, y, min(whole.right, area.right) - x, min(whole.bottom, area.bottom) - y)
    most = inner.w > 0 and inner.h > 0 and inner.w * inner.h >= _MOST * whole.w * whole.h
    return inner if most else area
