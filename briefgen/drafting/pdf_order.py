"""Turn what stands on pages into the order in which it is read, without what stands on every page.

Columns are found by cutting: a strip that no line of ordinary width crosses parts a page in two;
what does cross it (a title, a wide table) parts the columns above from those below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from statistics import median
from typing import TypeAlias

from briefgen.drafting.pdf_page import Figure, Page, Run
from briefgen.drafting.pdf_tables import Table
from briefgen.patterns import pattern
from briefgen.record import Record

Piece: TypeAlias = Run | Table | Figure

_NUMBER = pattern(
    r"[-–—\s·•|]*(?:page|p\.|第)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:页|頁)?"
    r"(?:\s*(?:/|of|共)\s*\d{1,4}\s*(?:页|頁)?)?[-–—\s·•|]*",
    2,
)
_DIGITS = pattern(r"\d+")
# The share of a page's height in which headers and footers stand.
_EDGE, _FAR_EDGE = 0.12, 0.1
# What is so much larger than the text is a heading, though it stands at the edge of each page.
_LARGE = 1.3
# How wide a strip between columns is at least, which share of the lines may cross it, how much of
# the width stands on each side of it, how finely it is looked for; lines of a column.
_GUTTER, _CROSSING, _SIDE, _STEP = 6, 0.2, 0.15, 2
_FEWEST = 4
# No page is wider (ISO 32000-1, Annex C.2): what is farther apart is not beside each other.
_WIDEST = 14_400


class Placed(Record):
    """A piece in its order, with the left and right edge of the column it stands in."""

    piece: Piece
    page: int
    left: float
    right: float


def furniture(pages: Sequence[Page]) -> set[str]:
    """What stands at the upper or lower edge of several pages, digits apart."""
    sizes = Counter(round(run.size) for page in pages for run in page.runs)
    body = sizes.most_common(1)[0][0] if sizes else 0
    seen: Counter[str] = Counter()
    for page in pages:
        edge = (run for run in page.runs if _at_edge(page, run) and run.size <= _LARGE * body)
        seen.update({_form(run) for run in edge})
    least = 2 if len(pages) < 6 else max(3, len(pages) // 12)
    return {form for form, count in seen.items() if count >= least and form}


def _form(run: Run) -> str:
    return _DIGITS.sub("0", run.text.strip())


def _at_edge(page: Page, run: Run) -> bool:
    return run.middle < page.height * _EDGE or run.middle > page.height * (1 - _FAR_EDGE)


def without(page: Page, repeated: set[str]) -> Page:
    """A page without headers, footers and its number."""
    lowest = max((run.middle for run in page.runs), default=0)
    highest = min((run.middle for run in page.runs), default=0)

    def kept(run: Run) -> bool:
        edge = _at_edge(page, run)
        if edge and _form(run) in repeated:
            return False
        outer = abs(run.middle - lowest) < 2 or abs(run.middle - highest) < 2
        return not (edge and outer and _NUMBER.fullmatch(run.text.strip()))

    runs = tuple(run for run in page.runs if kept(run))
    return Page(
        number=page.number,
        width=page.width,
        height=page.height,
        runs=runs,
        lines=page.lines,
        figures=page.figures,
    )


def ordered(pieces: Sequence[Piece], page: Page) -> list[Placed]:
    """The pieces of a page as they are read."""
    return list(_cut(sorted(pieces, key=lambda each: (each.y0, each.x0)), page.number, 0))


def _cut(pieces: Sequence[Piece], page: int, depth: int) -> Iterator[Placed]:
    if not pieces:
        return
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    gutter = _gutter(pieces, left, right) if depth < 4 else None
    if gutter is None:
        for piece in _in_rows(pieces):
            yield Placed(piece, page, left, right)
        return
    band: list[Piece] = []
    wide = [p for p in pieces if p.x0 < gutter - 1 and p.x1 > gutter + 1]
    for cut in (*sorted(wide, key=lambda each: each.y0), None):
        upto = cut.y0 + (cut.y1 - cut.y0) / 2 if cut else float("inf")
        band = [p for p in pieces if p not in wide and (p.y0 + p.y1) / 2 <= upto]
        pieces = [p for p in pieces if p not in wide and p not in band]
        yield from _cut([p for p in band if p.x1 <= gutter + 1], page, depth + 1)
        yield from _cut([p for p in band if p.x1 > gutter + 1], page, depth + 1)
        if cut:
            yield Placed(cut, page, left, right)


def _gutter(pieces: Sequence[Piece], left: float, right: float) -> float | None:
    """The middle of a strip that parts two columns of running text, and that few lines cross."""
    runs = [piece for piece in pieces if isinstance(piece, Run)]
    if len(runs) < 2 * _FEWEST or right - left > _WIDEST:
        return None
    steps = int((right - left) / _STEP) + 1
    # How many lines more, or fewer, cross each place than the one before.
    change = [0] * (steps + 1)
    for run in runs:
        change[max(0, int((run.x0 + 1 - left) / _STEP) + 1)] += 1
        change[min(steps, int((run.x1 - 1 - left) / _STEP) + 1)] -= 1
    crossing = list(accumulate(change))
    best: tuple[int, float, float] | None = None
    at = int(steps * _SIDE)
    while at < steps * (1 - _SIDE):
        end = at
        while end < steps and crossing[end] == crossing[at]:
            end += 1
        wide = (end - at) * _STEP
        middle = left + (at + end) / 2 * _STEP
        found = crossing[at], -wide, middle
        few = crossing[at] <= _CROSSING * len(runs)
        if few and wide >= _GUTTER and (best is None or found < best) and _columnar(runs, middle):
            best = found
        at = max(end, at + 1)
    return best[2] if best else None


def _columnar(runs: Sequence[Run], middle: float) -> bool:
    """Whether the runs on both sides of a place are lines of text, side by side."""
    sides = [r for r in runs if r.x1 <= middle], [r for r in runs if r.x0 >= middle]
    if min(map(len, sides)) < _FEWEST:
        return False
    for side in sides:
        width = max(r.x1 for r in side) - min(r.x0 for r in side)
        if median(r.x1 - r.x0 for r in side) < 0.5 * width:
            return False
    top = max(min(r.y0 for r in side) for side in sides)
    bottom = min(max(r.y1 for r in side) for side in sides)
    high = max(r.y1 for r in runs) - min(r.y0 for r in runs)
    return bottom - top > 0.15 * high


def _in_rows(pieces: Sequence[Piece]) -> list[Piece]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (each.y0 + each.y1) / 2):
        middle = (piece.y0 + piece.y1) / 2
        last = rows[-1][0] if rows else None
        near = (
            isinstance(last, Run)
            and isinstance(piece, Run)
            and abs(last.middle - middle) < 0.5 * min(last.size, piece.size)
        )
        if near:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in sorted(row, key=lambda each: each.x0)]
