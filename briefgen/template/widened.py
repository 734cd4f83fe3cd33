"""Turn places that are too short, or jut out of the page, into those that hold what is there."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.geometry import Rect
from briefgen.record import replace
from briefgen.template.logos import rules
from briefgen.template.model import Board, Holder

# A title of one line is short below so many em; it is made wider in so many steps, and only where
# it gains as much, in percent.
_SHORT, _STEPS, _GAIN = 18, 48, 125
# A place that is at least so high has two lines, in percent of its size.
_LINES = 240
# How wide three digits are, in percent of their size.
_DIGITS = 190


def widened(
    page: tuple[int, int],
    board: Board,
    title: Holder,
    clear: Callable[[Rect], bool],
    short: int = _SHORT,
) -> Holder | None:
    """A title with one line shorter than so many em, as wide as what is `clear` beside it; None for
    others."""
    left, _, right, _ = title.insets
    high = title.rect.h * 100 >= title.size * _LINES
    if high or title.upright or title.rect.w - left - right >= short * title.size:
        return None
    align = title.levels[0].align if title.levels else "left"
    before, behind = {"center": (1, 1), "right": (1, 0)}.get(align, (0, 1))
    others = [each.rect for each in board.holders if each is not title]
    others += [each for each in rules(board, page) if not each.crosses(title.rect)]
    best = title.rect
    for step in range(1, _STEPS):
        more = step * page[0] // _STEPS
        place = title.rect.inset(-before * more, 0, -behind * more, 0)
        margin = min(title.rect.x, page[0] // 20)
        out = place.x < margin or place.right > page[0] - margin
        if out or any(place.crosses(each) for each in others) or not clear(place):
            break
        best = place
    return replace(title, rect=best) if best.w * 100 >= title.rect.w * _GAIN else None


def heightened(title: Holder) -> Holder:
    """A title that one line of it fits into, where its place is lower than that."""
    top, bottom = title.insets[1], title.insets[3]
    pitch = title.levels[0].pitch if title.levels else 100_000
    more = title.size * 12 * pitch // 1_000_000 + top + bottom - title.rect.h
    if more <= 0:
        return title
    above = {"middle": more // 2, "bottom": more}.get(title.anchor, 0)
    return replace(title, rect=title.rect.inset(0, -above, 0, above - more))


def grown(old: Rect, new: Rect) -> bool:
    """Whether a place is another only in being higher."""
    return (old.x, old.w) == (new.x, new.w) and new.y <= old.y and new.bottom >= old.bottom


def pulled_in(page: tuple[int, int], holder: Holder) -> Holder:
    """A place of which a part juts out of the page, on it; one for a number holds three digits."""
    rect = holder.rect
    left, _, right, _ = holder.insets
    more = _DIGITS * holder.size // 100 + left + right - rect.w
    if holder.kind == "number" and more > 0:
        align = holder.levels[0].align if holder.levels else "left"
        before = {"center": more // 2, "right": more}.get(align, 0)
        rect = rect.inset(-before, 0, before - more, 0)
    x = max(0, min(rect.x, page[0] - rect.w))
    y = max(0, min(rect.y, page[1] - rect.h))
    near = abs(x - rect.x) * 2 < rect.w and abs(y - rect.y) * 2 < rect.h
    return replace(holder, rect=Rect(x, y, rect.w, rect.h) if near else rect)
