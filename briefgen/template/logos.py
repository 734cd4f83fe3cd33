"""Turn a title that would stand on a logo into one beside it, where its words are free."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.geometry import Rect
from briefgen.record import replace
from briefgen.template.model import Board, Decor, Holder

# A drawing that takes less of the page than this, and is no rule, is a logo or its plate; so much
# of a title's line has to be free of them, and so high is one line with air; the page in steps.
_LOGO, _RULE, _LINE, _HIGH, _STEPS = 0.08, 0.015, 0.6, 1.6, 60


def clear_title(size: tuple[int, int], board: Board, title: Holder) -> tuple[Decor, Rect] | None:
    """The logo that a title's words would stand on, and the nearest place below or above that is
    free of all of them; None where they stand on none, or nothing is free."""
    page = size[0] * size[1]
    logos = [
        each
        for each in board.decor
        if each.paint
        and each.paint.alpha > 0.3
        and not each.words
        and each.rect.w * each.rect.h < _LOGO * page
        and each.rect.h > _RULE * size[1]
        and each.rect.w > _RULE * size[1]
        and not _plate(each, title)
    ]
    hit = next((each for each in logos if line_of(title).crosses(each.rect)), None)
    if hit is None:
        return None
    high = min(title.rect.h, round(_HIGH * title.size)) if title.size else title.rect.h
    step = max(1, size[1] // _STEPS)
    tried = [
        replace(title.rect, y=y, h=high)
        for y in range(step, size[1] // 2 - high, step)
        if not any(
            replace(title.rect, y=y - step // 2, h=high + step // 2).crosses(each.rect)
            for each in logos
        )
    ]
    tried.sort(key=lambda each: abs(each.y - title.rect.y))
    return (hit, tried[0]) if tried else None


def below_logo(size: tuple[int, int], board: Board, title: Holder) -> Holder:
    """A title at the top of its place with air below a logo that ends hard above its words."""
    air, rect = size[1] // 30, title.rect
    ends = [
        each.rect.bottom
        for each in board.decor
        if each.paint
        and each.paint.picture
        and each.rect.w * each.rect.h < _LOGO * size[0] * size[1]
        and each.rect.x < rect.right
        and each.rect.right > rect.x
        and abs(rect.y + title.insets[1] - each.rect.bottom) < air
    ]
    down = max(ends, default=0) + air - rect.y - title.insets[1]
    if not ends or title.anchor != "top" or rect.h - down < title.size * 6 // 5:
        return title
    return replace(title, rect=rect.inset(0, down, 0, 0))


def rules(board: Board, size: tuple[int, int]) -> Iterator[Rect]:
    """The lines on a layout, which hardly take any of a ground, and yet words do not cross."""
    for each in board.decor:
        drawn = bool(each.outline) or (each.paint is not None and each.paint.alpha > 0)
        if drawn and min(each.rect.w, each.rect.h) * _STEPS <= size[1]:
            # A line has no area.
            yield each.rect.inset(-1, -1, -1, -1)


def _plate(decor: Decor, title: Holder) -> bool:
    """Whether a title stands within a plain shape: that is made for it."""
    rect, line = decor.rect, line_of(title)
    across = rect.x <= line.x and line.right <= rect.right
    down = rect.y <= line.y and line.bottom <= rect.bottom
    return across and down and not (decor.paint and decor.paint.picture)


def line_of(title: Holder) -> Rect:
    """Where one line of a title stands that takes the usual part of its width: in a low place it is
    smaller than that says."""
    high = min(title.size or title.rect.h, title.rect.h * 3 // 5) * 6 // 5
    spare = title.rect.h - high
    y = title.rect.y + {"middle": spare // 2, "bottom": spare}.get(title.anchor, 0)
    wide = round(_LINE * title.rect.w)
    align = title.levels[0].align if title.levels else "left"
    left = {"center": (title.rect.w - wide) // 2, "right": title.rect.w - wide}.get(align, 0)
    return Rect(title.rect.x + left, y, wide, high)
