"""Turn what stands at the foot of a template's slides into places where it reads, on one line.

A footer, date or number that would stand on a logo, a rule or a pattern is moved to the nearest
free place, or left out where there is none on the line of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.geometry import Rect
from briefgen.record import Record, replace
from briefgen.template.bands import UNLIKE
from briefgen.template.logos import rules
from briefgen.template.model import FURNITURE, Board, Decor, Holder
from briefgen.template.raster import counted, cut, drawn_rules, drawn_spans, painted, running
from briefgen.template.read import Template
from briefgen.template.widened import pulled_in
from briefgen.theme.vision import contrast

if TYPE_CHECKING:
    from PIL.Image import Image

# How wide the picture of a layout is in which places are looked for.
_WIDE = 320
# A ground is quiet if no more of it than this is unlike its main colour.
_ROUGH = 0.06
# How many em the words at the foot take, by what they are.
_EM = {"footer": 20.0, "date": 6.5, "number": 2.5}
# What is short is placed first, since a footer may also be narrower: so many em.
_FIRST, _NARROWER = ("number", "date", "footer"), 14.0
# How wide a place for a date is made that is moved: 30 November 2026.
_DATED = 9.5
# A picture no wider than this share of the page is a mark.
_MARK = 0.4
# A drawing lower than one part of so many of the page is a strip.
_STRIP = 3
# Words in a box no higher than one part of so many of the page are a line at its edge.
_LINES = 8
# A drawing over more of the page than this is its ground.
_PAGE = 0.6
# How far what stands at the foot is moved: in shares of the page's width and height; the steps.
_FAR, _LOW, _STEPS = 0.9, 0.08, 96
# The same of the page's height, for what somebody is told to lay.
_FOOT, _ANYWHERE = 0.15, 0.9
# How far from its line is level with it; so many times the usual air is around what is not.
_LEVEL, _CLEAR = 0.0023, 3
_DOWN = 80  # How much rather it stays on its line than close by.
_NUMBER = 12 * 12_700


class Moved(Record):
    """A placeholder that has another place in our copy; None: it is left out on this layout."""

    old: Holder
    new: Holder | None


def at_foot(
    template: Template, board: Board, image: Image, marks: Sequence[Rect], *, opening: bool
) -> Iterator[Moved]:
    """What stands at the foot and cannot stay where it is: moved, or left out."""
    yield from _in_line(list(_moved(template, board, image, marks, opening=opening)), board)


def _moved(
    template: Template, board: Board, image: Image, marks: Sequence[Rect], *, opening: bool
) -> Iterator[Moved]:
    """The same, wherever that is."""
    kept = [holder for holder in board.holders if holder.kind in FURNITURE]
    taken = {holder.kind: words_of(holder) for holder in kept}
    room = _taken(template, board, opening=opening)
    as_shown = opening and any(each.part == board.part for each in template.worn)
    boxes = {
        holder.kind: holder.rect
        for holder in kept
        if not holder.upright and clear_of(template, image, marks, taken[holder.kind])
    }
    for holder in sorted(kept, key=lambda each: _FIRST.index(each.kind)):
        if holder.upright or (as_shown and holder.kind not in boxes):
            # What a sample opens something with has at its foot what stands well there.
            del taken[holder.kind]
            yield Moved(holder, None)
            continue
        words = taken[holder.kind]
        if holder.kind in boxes:
            inside = pulled_in(template.page, holder)
            yield from (Moved(holder, inside),) if inside != holder else ()
            continue
        others = [each for kind, each in taken.items() if kind != holder.kind]
        sizes = _sizes(holder, words)
        apart = [*room, *_around(holder, list(boxes.values()))]
        free = (
            _nearest(template, image, marks, size, apart, low, air)
            for low, air in ((_LEVEL, 1), (_LOW, _CLEAR))
            for size in sizes
        )
        place = next((each for each in free if each), None)
        place = place or _between(template, image, marks, sizes, room, others, holder.insets)
        if place is None:
            del taken[holder.kind]
            yield Moved(holder, None)
        else:
            taken[holder.kind] = place
            left, top, right, bottom = holder.insets
            rect = Rect(
                place.x - left,
                place.y - top,
                place.w + left + right,
                place.h + top + bottom,
            )
            boxes[holder.kind] = rect
            yield Moved(holder, replace(holder, rect=rect))


def _in_line(moved: Sequence[Moved], board: Board) -> Iterator[Moved]:
    """What stands at the foot as it was moved; without what would leave the line that it was on
    with the number, or else with the rest."""
    new = {id(each.old): each.new for each in moved}
    feet = [each for each in board.holders if each.kind in FURNITURE]
    stay = [(each, new.get(id(each), each)) for each in feet]
    kept = [(old, now) for old, now in stay if now is not None]
    first = next((pair for pair in kept if pair[0].kind == "number"), kept[0] if kept else None)
    for each in moved:
        apart = (
            each.new is not None
            and first is not None
            and _level(each.old, first[0])
            and not _level(each.new, first[1])
        )
        yield replace(each, new=None) if apart else each


def _level(one: Holder, other: Holder) -> bool:
    """Whether the words of two places at the foot are on one line."""
    a, b = words_of(one), words_of(other)
    return abs(2 * a.y + a.h - 2 * b.y - b.h) <= min(a.h, b.h)


def _around(holder: Holder, boxes: Sequence[Rect]) -> Iterator[Rect]:
    """Boxes with what a placeholder has around its words: those that stay out of it do not have
    their boxes overlap."""
    left, top, right, bottom = holder.insets
    for each in boxes:
        yield each.inset(-right, -bottom, -left, -top)


def _between(
    template: Template,
    image: Image,
    marks: Sequence[Rect],
    sizes: Sequence[Rect],
    room: Sequence[Rect],
    others: Sequence[Rect],
    insets: tuple[int, int, int, int],
) -> Rect | None:
    """The nearest free place for words at the foot, if there is one where their box does not reach
    into those of `others`, or else where the words themselves do not."""
    air = template.page[0] // _STEPS
    left, top, right, bottom = insets
    wide, high = max(air, left + right), top + bottom
    for across, down in ((wide, high), (air, 0)):
        apart = [each.inset(-across, -down, -across, -down) for each in others]
        for each in sizes:
            if place := _nearest(template, image, marks, each, [*room, *apart]):
                return place
    return None


def _sizes(holder: Holder, words: Rect) -> tuple[Rect, ...]:
    """How large a new place for words is made: as wide as dates are, or else
    narrower, as a footer may be."""
    if holder.kind == "number":
        return (words,)
    if holder.kind == "footer":
        return words, replace(words, w=min(words.w, round(_NARROWER * holder.size)))
    wide = max(words.w, round(_DATED * holder.size))
    align = holder.levels[0].align if holder.levels else "left"
    left = {"center": (wide - words.w) // 2, "right": wide - words.w}.get(align, 0)
    return replace(words, x=words.x - left, w=wide), words


def lying(
    template: Template,
    board: Board,
    holder: Holder,
    taken: Sequence[Holder],
    line: Holder | None,
    *,
    opening: bool,
) -> Holder | None:
    """Where what stands at the foot, and is left out in decks, would fit lying: near the foot, or,
    where it stood upright elsewhere, anywhere; `taken` are those that keep their places, and `line`
    lies already, to be level with. None: nowhere."""
    image = painted(board, template.held.seen, template.page, _WIDE)
    marks = marks_on(template, board)
    words = words_of(holder)
    words = replace(words, y=max(words.y, template.page[1] * 15 // 16 - words.h))
    if line:
        words = replace(words, y=words_of(line).y)
    around = _around(holder, [each.rect for each in taken])
    room = [*_taken(template, board, opening=opening), *around]
    low = _ANYWHERE if holder.upright else _FOOT
    tried = (_nearest(template, image, marks, e, room, low=low) for e in _sizes(holder, words))
    place = next((each for each in tried if each), None)
    if place is None:
        return None
    left, top, right, bottom = holder.insets
    rect = Rect(place.x - left, place.y - top, place.w + left + right, place.h + top + bottom)
    return replace(holder, rect=rect, upright=False)


def number_place(template: Template, board: Board) -> Rect | None:
    """Where the number of a slide may stand on a layout without a place for it: at the foot, or
    else in the lower right corner of the room for content."""
    image = painted(board, template.held.seen, template.page, _WIDE)
    h = template.page[1]
    area = template.area(board)
    high = _NUMBER * 5 // 4
    wide = _NUMBER * 3
    foot = max((each.rect.bottom for each in board.holders if each.kind in FURNITURE), default=0)
    y = min(max(area.bottom + high // 4, foot - high), h - high * 3 // 2)
    words = Rect(area.right - wide, y, wide, high)
    taken = [each.rect for each in board.holders]
    marks = marks_on(template, board)
    taken = [each for each in taken if not each.crosses(words)]
    if clear_of(template, image, marks, words):
        return words
    if found := _nearest(template, image, marks, words, [area, *taken]):
        return found
    corner = Rect(area.right - wide, area.bottom - high, wide, high)
    # The house's own places are trusted where a drawing that is not read here lies under them.
    seen = painted(board, template.held.seen, template.page, _WIDE, guessed=False)
    return corner if clear_of(template, seen, (), corner) else None


def marks_on(template: Template, board: Board) -> list[Rect]:
    """The logos, emblems and lines of words on a layout, with some air: they may glow."""
    air = template.page[1] // 80

    def marks(decor: Decor) -> bool:
        if decor.words and decor.rect.h * _LINES < template.page[1]:
            return True
        if decor.paint is None or not decor.paint.picture:
            return False
        # Of a drawing that is not read here nobody knows where it is quiet.
        known = decor.paint.picture in template.held.seen
        share = decor.rect.w / template.page[0]
        return share < _MARK if known else share * decor.rect.h < _PAGE * template.page[1]

    found = [each.rect.inset(-air, -air, -air, -air) for each in board.decor if marks(each)]
    lines = (each for each in rules(board, template.page) if each.w * 8 > template.page[0])
    return [*found, *lines, *_cut_out(template, board)]


def _cut_out(template: Template, board: Board) -> Iterator[Rect]:
    """What strips show that are cut out, such as a skyline: nothing is written above its roofs, nor
    across a rule in it."""
    for each in board.decor:
        data = template.held.seen.get(each.paint.picture) if each.paint else None
        if data and each.rect.h * _STRIP < template.page[1]:
            for start, end in drawn_spans(data):
                x = each.rect.x + round(start * each.rect.w)
                yield replace(each.rect, x=x, w=round((end - start) * each.rect.w))
            for start, end in drawn_rules(data):
                y = each.rect.y + round(start * each.rect.h)
                yield replace(each.rect, y=y, h=max(1, round((end - start) * each.rect.h)))


def _taken(template: Template, board: Board, *, opening: bool) -> list[Rect]:
    """What words at the foot may not stand on."""
    bodies = [each.rect for each in board.bodies]
    room = bodies if opening else [template.area(board)]
    return [*room, *([board.title.rect] if board.title else [])]


def words_of(holder: Holder) -> Rect:
    """Where the words of a placeholder at the foot stand in it."""
    left, top, right, bottom = holder.insets
    inner = Rect(
        holder.rect.x + left,
        holder.rect.y + top,
        max(1, holder.rect.w - left - right),
        max(1, holder.rect.h - top - bottom),
    )
    w = min(inner.w, round(_EM[holder.kind] * holder.size))
    h = min(inner.h, holder.size * 5 // 4)
    align = holder.levels[0].align if holder.levels else "left"
    spare = inner.w - w
    x = inner.x + {"center": spare // 2, "right": spare}.get(align, 0)
    y = inner.y + {"middle": (inner.h - h) // 2, "bottom": inner.h - h}.get(holder.anchor, 0)
    return Rect(x, y, w, h)


def clear_of(template: Template, image: Image, marks: Sequence[Rect], words: Rect) -> bool:
    """Whether words have a quiet ground, and no mark under them."""
    if any(words.crosses(mark) for mark in marks):
        return False
    piece = cut(image, words, template.page)
    found = counted(piece)
    total = sum(count for count, _ in found)
    main = found[0][1]
    rough = sum(count for count, each in found if contrast(each, main) > UNLIKE)
    # The lowest row may be half of what is below.
    lowest = max(1, piece.height - 1)
    return rough <= _ROUGH * total or running(piece.crop((0, 0, piece.width, lowest)))


def _nearest(
    template: Template,
    image: Image,
    marks: Sequence[Rect],
    words: Rect,
    taken: Sequence[Rect],
    low: float = _LOW,
    air: int = 1,
) -> Rect | None:
    """The nearest place of the same size that is free, level with it or higher or lower by a share
    of the page's height; with so many times the usual air above and below."""
    w, h = template.page
    step = w // _STEPS
    edge = w // 40
    upper, lower = round(words.y - low * h), round(words.y + low * h)
    tried = [
        Rect(x, y, words.w, words.h)
        for x in range(edge, w - edge - words.w + 1, step)
        for y in range(max(edge, upper), min(h - words.h - edge // 2, lower) + 1, max(1, h // 90))
        if abs(x - words.x) <= _FAR * w
    ]
    tried.sort(
        key=lambda each: (abs(each.x - words.x) + _DOWN * abs(each.y - words.y), each.y, each.x)
    )
    return next(
        (
            each
            for each in tried
            if not any(each.crosses(one) for one in taken)
            and clear_of(template, image, marks, _padded(each, step, air))
        ),
        None,
    )


def _padded(rect: Rect, pad: int, air: int) -> Rect:
    above = air * pad // 3
    return Rect(rect.x - pad, rect.y - above, rect.w + 2 * pad, rect.h + 2 * above)
