"""Turn a layout into the largest place on it where content may stand, clear of what it shows.

Free is what is within the margins, neither title nor footer, date or number, and no decoration: a
logo, a bar, a shape that ends in the middle of the page. Where the template's own places for
content lie, a ground is meant to be written on; only what is small there, such as a logo, is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.geometry import Rect, bounds
from briefgen.record import replace
from briefgen.template.model import FURNITURE, Board, Decor, Holder, Inventory
from briefgen.template.raster import counted, in_few, painted, stencil
from briefgen.theme.vision import contrast

if TYPE_CHECKING:
    from PIL.Image import Image

# The grid in which is looked for room: so many cells across.
_CELLS = 240
# A decoration that takes less of the page than this is furniture even on a place for content.
_SMALL = 1 / 12
# One that takes more than this is written on, where it is plain.
_PANEL = 0.6
# How different a ground looks that ends where another begins (WCAG's ratio): a quiet pattern is
# less, a panel more. And the share of a place that one colour has where there is a ground at all.
_OTHER, _MOST = 1.3, 0.5
# The share of the room that is left where it is aligned with the template's own text.
_ALIKE = 0.72
# What is kept free at the edges of a page that has no places to go by, and beside a title.
_MARGIN, _LEAST, _BESIDE = 1 / 20, 1 / 36, 1 / 40
# Places for content that take less than this share of the page's width leave room beside them.
_WIDE = 0.6
# Lines of words have room in this share of the page's width and height.
_LINES = 0.25, 0.12
# Sides of the room that are nearer to those of the title's words, in shares of the page's width,
# are meant to be the same.
_NEAR = 1 / 36


def safe_area(held: Inventory, board: Board, like: Board | None = None) -> Rect:
    """The largest place for content on a layout. `like` is the master's layout for content, whose
    places are trusted where the layout has none."""
    page = held.width, held.height
    own = [each.rect for each in board.bodies if each.kind != "subtitle"]
    theirs = [each.rect for each in like.bodies] if like and not own else []
    trusted = own or theirs
    margins = _within(held, board, trusted)
    blocked = _Mask(_grid(page), page)
    blocked.all_but(margins)
    beside = round(held.height * _BESIDE)
    pad = round(held.height * _BESIDE / 2)
    _standing(board, blocked, trusted, beside)
    _edges(held, board, blocked, trusted, margins)
    found = blocked.largest()
    if trusted and not _useful(found, page):
        return bounds(list(trusted))
    if not found.w or not found.h:
        return margins
    if found.y > margins.y:
        # What ends above the room is not touched by what stands in it.
        found = found.inset(0, pad, 0, 0)
    if found.bottom < margins.bottom - pad:
        found = found.inset(0, 0, 0, pad)
    found = _above(found, board, beside)
    found = _off(found, board, beside)
    bodies = board.bodies if own else like.bodies if like else ()
    found = _aligned(found, [each for each in bodies if each.rect in trusted])
    return _under(found, board.title, round(held.width * _NEAR)) if board.title else found


def _standing(board: Board, blocked: _Mask, trusted: Sequence[Rect], beside: int) -> None:
    """Block the title, what stands at the foot, and what a layout shows."""
    for holder in board.holders:
        if holder.kind == "title":
            blocked.block(holder.rect.inset(0, -beside, 0, -beside))
        elif holder.kind in FURNITURE:
            blocked.block(holder.rect)
    for each in board.decor:
        if not trusted and _panel(each, blocked.page):
            blocked.all_but(each.rect.inset(beside, beside, beside, beside))
        elif _stands(each, trusted, blocked.page):
            blocked.stamp(each)
            if out := _air(each, beside * 5 // 4):
                blocked.block(each.rect.inset(-out, -out, -out, -out))


def _air(each: Decor, usual: int) -> int:
    """How much is kept free around what stands on a layout: a mark is given air, and may glow."""
    air = usual if each.paint and each.paint.picture else 0
    thin = 4 * min(each.rect.w, each.rect.h) <= max(each.rect.w, each.rect.h)
    return air if thin else max(air, each.halo * 5 // 4)


def _under(found: Rect, title: Holder, near: int) -> Rect:
    """The room with its sides where the title's words begin, and may end, if those are near."""
    if not title.levels or title.levels[0].align != "left":
        return found
    left, _, right, _ = title.insets
    x, end = title.rect.x + left, title.rect.right - right
    x = x if 0 < x - found.x < near else found.x
    end = end if 0 < found.right - end < near else found.right
    return Rect(x, found.y, end - x, found.h)


def _off(found: Rect, board: Board, air: int) -> Rect:
    """The room with more air below a bar or a line that it would begin hard under, and beside one
    that stands all along it."""
    bars = [each.rect for each in board.decor if each.paint or each.outline]
    bars += [each.rect for each in board.places("title") if each.paint]
    wide = (
        each for each in bars if 2 * (min(each.right, found.right) - max(each.x, found.x)) > found.w
    )
    top = max((each.bottom for each in wide if each.bottom <= found.y), default=None)
    down = 0 if top is None else max(0, min(air, top + air - found.y))
    tall = [
        each
        for each in bars
        if 2 * (min(each.bottom, found.bottom) - max(each.y, found.y)) > found.h
    ]
    left = max((air - (found.x - each.right) for each in tall if each.right <= found.x), default=0)
    right = max((air - (each.x - found.right) for each in tall if each.x >= found.right), default=0)
    return found.inset(max(0, left), down, max(0, right), 0)


def _above(found: Rect, board: Board, pad: int) -> Rect:
    """The room without what is too near to something below it."""
    below = [each.rect for each in board.holders if each.kind in FURNITURE]
    below += [each.rect for each in board.decor if each.paint is not None or each.outline]
    tops = [
        each.y - pad
        for each in below
        if each.x < found.right and each.right > found.x and abs(each.y - found.bottom) < pad
    ]
    return replace(found, h=min([found.bottom, *tops]) - found.y)


def _aligned(found: Rect, bodies: Sequence[Holder]) -> Rect:
    """The room with its upper edge and its sides where the text of the template's own places for
    content begins and ends, if that leaves most of it."""
    if not bodies:
        return found
    whole = bounds([each.rect for each in bodies])
    left, top, right, _ = bodies[0].insets
    x, y = max(found.x, whole.x + left), found.y
    if 0 < whole.y + top - y < whole.h // 12:
        y = whole.y + top
    end = min(found.right, whole.right - right)
    if end <= x or y >= found.bottom:
        return found
    inner = Rect(x, y, end - x, found.bottom - y)
    return inner if inner.w * inner.h >= _ALIKE * found.w * found.h else found


def clear_area(held: Inventory, board: Board, top: int = 0, *, lines: bool = False) -> Rect:
    """The largest place on a layout that is clear of all its placeholders too; of what is below
    `top`, with some air, where that is said; of those that have room for some `lines` of words, if
    any has."""
    page = held.width, held.height
    blocked = _Mask(_grid(page), page)
    margins = _within(held, board, [])
    blocked.all_but(margins)
    for holder in board.holders:
        blocked.block(holder.rect)
    for each in board.decor:
        if _stands(each, [], page):
            blocked.stamp(each)
    _edges(held, board, blocked, [], margins)
    if top:
        blocked.block(Rect(0, 0, held.width, top))
        pad = round(held.height * _BESIDE)
        least = (held.width * _LINES[0], held.height * _LINES[1] + 2 * pad) if lines else (0, 0)
        return blocked.largest(least).inset(pad, 2 * pad, pad, 0)
    return blocked.largest()


def _useful(rect: Rect, page: tuple[int, int]) -> bool:
    return 4 * rect.w > page[0] and 4 * rect.h > page[1]


def _grid(page: tuple[int, int]) -> tuple[int, int]:
    return _CELLS, max(8, round(_CELLS * page[1] / page[0]))


def _within(held: Inventory, board: Board, trusted: Sequence[Rect]) -> Rect:
    """The page within margins: as wide as those that its titles and texts keep."""
    titles = [board.title.rect] if board.title else []
    feet = [each.rect for each in board.holders if each.kind in FURNITURE]
    # A number in the middle of the foot says nothing of the margins.
    feet = feet if feet and bounds(feet).w >= _WIDE * held.width else []
    marks = [*titles, *trusted] or feet
    across, down = round(held.width * _MARGIN), round(held.height * _MARGIN)
    left = max(0, min((each.x for each in marks), default=across))
    right = max(0, held.width - max((each.right for each in marks), default=held.width - across))
    # What stands to one side says nothing of the other margin.
    wide = bool(trusted) and bounds(list(trusted)).w >= _WIDE * held.width
    right = right if wide else min(right, max(left, across))
    left = left if wide else min(left, max(right, across))
    low = max((each.bottom for each in trusted), default=held.height - down)
    bottom = min(held.height - down // 2, max(low, held.height - down))
    least = round(held.width * _LEAST)
    left, right = max(left, least), max(right, least)
    return Rect(left, down, held.width - left - right, bottom - down)


def _stands(each: Decor, trusted: Iterable[Rect], page: tuple[int, int]) -> bool:
    """Whether content has to keep clear of a decoration."""
    share = each.rect.w * each.rect.h / (page[0] * page[1])
    if each.paint is None or each.paint.alpha < 0.1:
        # A frame is a line around; content may stand within it.
        return bool(each.words) or (bool(each.outline) and share < _SMALL)
    if share < _SMALL:
        return True
    if each.rect.w >= page[0] * 0.95 and each.rect.h >= page[1] * 0.95:
        return False
    return not any(_over(each.rect, rect) for rect in trusted)


def _panel(each: Decor, page: tuple[int, int]) -> bool:
    """Whether a decoration is a plain one over most of the page: what content is written on."""
    plain = each.paint is not None and not each.paint.picture and not each.path and not each.words
    return plain and each.rect.w * each.rect.h >= _PANEL * page[0] * page[1]


def _over(one: Rect, other: Rect) -> bool:
    w = min(one.right, other.right) - max(one.x, other.x)
    h = min(one.bottom, other.bottom) - max(one.y, other.y)
    return w > 0 and h > 0


def _edges(
    held: Inventory, board: Board, blocked: _Mask, trusted: Sequence[Rect], margins: Rect
) -> None:
    """Block what looks quite different from most of the place where content would stand."""
    page = held.width, held.height
    image = painted(board, held.seen, page, blocked.size[0]).resize(blocked.size)
    place = bounds(list(trusted)) if trusted else margins
    box = blocked.cells(place)
    if box[2] <= box[0] or box[3] <= box[1]:
        return
    counts = counted(in_few(image.crop(box), 16))
    if counts[0][0] < _MOST * sum(count for count, _ in counts):
        return
    blocked.differ(image, counts[0][1], [blocked.cells(each) for each in trusted])


class _Mask:
    """The cells of a page that are taken."""

    def __init__(self, size: tuple[int, int], page: tuple[int, int]) -> None:
        self.size, self.page = size, page
        self.taken = [bytearray(size[0]) for _ in range(size[1])]

    def cells(self, rect: Rect) -> tuple[int, int, int, int]:
        """The cells that a place touches: left, top, right, bottom (exclusive)."""
        across, down = self.size[0] / self.page[0], self.size[1] / self.page[1]
        left, top = int(rect.x * across + 0.01), int(rect.y * down + 0.01)
        right, bottom = -int(-rect.right * across + 0.01), -int(-rect.bottom * down + 0.01)
        w, h = self.size
        return (
            min(max(0, left), w),
            min(max(0, top), h),
            min(max(0, right), w),
            min(max(0, bottom), h),
        )

    def block(self, rect: Rect) -> None:
        left, top, right, bottom = self.cells(rect)
        # A line has no height, and yet nothing is written across it.
        for y in range(top, min(self.size[1], max(bottom, top + 1))):
            self.taken[y][left:right] = b"\1" * max(0, right - left)

    def all_but(self, rect: Rect) -> None:
        left, top, right, bottom = self.cells(rect)
        kept = [row[left:right] for row in self.taken[top:bottom]]
        self.taken = [bytearray(b"\1" * self.size[0]) for _ in range(self.size[1])]
        for row, free in zip(self.taken[top:bottom], kept, strict=True):
            row[left:right] = free

    def stamp(self, decor: Decor) -> None:
        """Block what a decoration fills."""
        if not decor.path:
            self.block(decor.rect)
            return
        across, down = self.size[0] / self.page[0], self.size[1] / self.page[1]
        w, h = max(1, round(decor.rect.w * across)), max(1, round(decor.rect.h * down))
        if w > 4 * self.size[0] or h > 4 * self.size[1]:
            self.block(decor.rect)
            return
        filled = stencil(decor, (w, h)).tobytes()
        left, top = round(decor.rect.x * across), round(decor.rect.y * down)
        for y in range(max(0, top), min(self.size[1], top + h)):
            for x in range(max(0, left), min(self.size[0], left + w)):
                if filled[(y - top) * w + x - left]:
                    self.taken[y][x] = 1

    def differ(
        self, image: Image, ground: str, trusted: Sequence[tuple[int, int, int, int]]
    ) -> None:
        """Block the cells whose colour is not the ground's, but for those that are trusted."""
        known: dict[tuple[int, ...], bool] = {}
        exact: dict[bytes, bool] = {}
        pixels = image.convert("RGB").tobytes()
        w = self.size[0]

        def other(seen: bytes) -> bool:
            """Colours that hardly differ are as the first of them."""
            alike = seen[0] >> 3, seen[1] >> 3, seen[2] >> 3
            if alike not in known:
                known[alike] = contrast(seen.hex().upper(), ground) > _OTHER
            return known[alike]

        # Most rows of a picture are like another.
        done: dict[tuple[bytes, bytes, bytes], bytes] = {}
        for y, row in enumerate(self.taken):
            line = pixels[3 * y * w : 3 * (y + 1) * w]
            left = bytearray(row)
            for a, b, c, d in trusted:
                if b <= y < d:
                    left[a:c] = b"\1" * max(0, c - a)
            same = line, bytes(row), bytes(left)
            if same in done:
                row[:] = done[same]
                continue
            x = left.find(0)
            while x >= 0:
                seen = line[3 * x : 3 * x + 3]
                if seen not in exact:
                    exact[seen] = other(seen)
                row[x] |= exact[seen]
                x = left.find(0, x + 1)
            done[same] = bytes(row)

    def largest(self, least: tuple[float, float] = (0, 0)) -> Rect:
        """The largest rectangle of cells that are free; of equals the upper left one. Those that
        have at `least` so much width and height come first."""
        w, h = self.size
        wanted = least[0] * w / self.page[0], least[1] * h / self.page[1]
        heights = [0] * w
        best = (False, 0, 0, 0, 0, 0)
        y = -1
        # What stands on a row could go on to one below that is like it.
        for row, alike in groupby(self.taken):
            many = len(list(alike))
            y += many
            heights = [
                0 if taken else tall + many for taken, tall in zip(row, heights, strict=True)
            ]
            best = max(best, _widest(heights, y, wanted), key=lambda each: each[:2])
        _, _, left, top, right, bottom = best
        across, down = self.page[0] / w, self.page[1] / h
        x, y = round(left * across), round(top * down)
        return Rect(x, y, round(right * across) - x, round(bottom * down) - y)


def _widest(
    heights: Sequence[int], y: int, wanted: tuple[float, float]
) -> tuple[bool, int, int, int, int, int]:
    """The largest rectangle that stands on row `y` under these heights: whether it is as wide and
    high as wanted, its cells, and itself."""
    best = (False, 0, 0, 0, 0, 0)
    stack: list[tuple[int, int]] = []
    for x, height in enumerate([*heights, 0]):
        start = x
        while stack and stack[-1][1] >= height:
            start, tall = stack.pop()
            able = x - start >= wanted[0] and tall >= wanted[1]
            if (able, size := tall * (x - start)) > best[:2]:
                best = able, size, start, y + 1 - tall, x, y + 1
        stack.append((start, height))
    return best
