"""Turn the width of a page's columns into the sizes of text of which whole characters fill them.

A line of Chinese is as long as a whole number of its characters (CLREQ, "line length"; JLREQ,
2.4): then lines of hanzi alone are full, and what has to be squeezed or opened in the others is
little. So the columns come first, and the sizes that a page may have follow from them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.brief.model import OnePage
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.plan import HEAD, NORMAL, Density
from briefgen.pages.onepager.sheet import Sheet

# Columns for so many topics, best first; a later one where the columns would be too narrow.
_ACROSS = {0: (1,), 1: (1,), 2: (2, 1), 3: (3, 1), 4: (2, 1), 5: (3, 2, 1), 6: (3, 2, 1)}
_MANY = (3, 2, 1)
# The least line of running text in characters: shorter ones are set too loosely. Where topics have
# a panel by themselves their columns are fewer before lines are short.
_LINE, _NARROW = 15, 12
# The largest running text, and the least distance of columns.
_LARGEST, _GUTTER = pt(18.5), mm(6.5)
# Columns an em and a half apart are not run together by programs that read a page.
_APART = 1.5


def gutter(text: int) -> int:
    """How far the columns of a page stand apart at a size of running text (EMU)."""
    return max(_GUTTER, round(text * _APART))


def grid(width: int, across: int, text: int) -> tuple[int, int]:
    """The columns of a panel at a size of running text: how wide each is, and how far apart."""
    between = gutter(text)
    return (width - (across - 1) * between) // across, between


def columns(rect: Rect, across: int, text: int) -> tuple[Rect, ...]:
    """The same as rectangles."""
    return rect.columns(across, grid(rect.w, across, text)[1])


def densities(page: OnePage, sheet: Sheet, count: int) -> tuple[Density, ...]:
    """The ways to set a page of `count` topics, from the densest to the loosest.

    Below the normal size leading and spaces are at their least as well.
    """
    floor = pt(float(page.text))
    normal = max(pt(NORMAL), floor)
    width, first = sheet.panels[-1][1], sheet.panels[0][1]
    alone = len(sheet.panels) > 1
    sizes = sorted(dict(_sizes(page, width, count, floor, _LINE if alone else _NARROW)).items())
    every = [
        (text, first // round(first / (text * HEAD)), across)
        for text, across in sizes
        if floor <= text <= _LARGEST
    ]
    small = [Density(text, top, n, True) for text, top, n in every if text <= _next(every, normal)]
    large = [Density(text, top, n) for text, top, n in every if text >= normal]
    return (*small, *large)


def _next(every: list[tuple[int, int, int]], normal: int) -> int:
    """The least size that is not below the normal one."""
    return next((text for text, *_ in every if text >= normal), every[-1][0])


def _sizes(
    page: OnePage, width: int, count: int, floor: int, line: int
) -> Iterator[tuple[int, int]]:
    """Sizes of running text (EMU), each with how many columns the topics have at it."""
    choice = (min(count, page.columns),) if page.columns and count else _ACROSS.get(count, _MANY)
    largest = 0
    for across in choice:
        last = across == choice[-1]
        for many in range(width // across // floor, 0, -1):
            size = _size(width, across, many)
            if size < floor or size <= largest or size > _LARGEST:
                continue
            if many < line and not last:
                break
            yield size, across
            largest = size


def _size(width: int, across: int, many: int) -> int:
    """The size at which `many` characters fill a column."""
    size = (width - (across - 1) * _GUTTER) // (across * many)
    if gutter(size) > _GUTTER:
        size = int(width / (across * many + _APART * (across - 1)))
    return size
