"""Turn a deck's text into whether an application may break it where a typesetter would not.

An application breaks running text by its own rules: between any two hanzi, and between a digit
and a hanzi. Its lines end somewhere between where its widest and its narrowest face would end
them. If a number could be parted from its unit there, or a single character be left alone on the
last line, the planned breaks have to be written into the deck.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, zip_longest

from briefgen.typography.flow import RESERVE_BOUNDARY, Flow
from briefgen.typography.linebreak import NO_START, Spans, breaks, glued
from briefgen.typography.spacing import CLOSERS, OPENERS, western

_MARKS = CLOSERS | OPENERS


def drifts(flow: Flow, figures: Spans, planned: int, width: int) -> bool:
    """Whether an application could break `flow` badly in lines of `width` (1/1000 EMU).

    `planned` is the width that lines were planned in; `figures` are the spans of characters
    written from one figure.
    """
    text = glued(flow.text, figures)
    if "\n" in text:
        return True
    found = breaks(text, figures)
    bad = frozenset(found.pieces) - frozenset(found.atoms)
    alone = _alone(text)
    early = _ends(_apart(flow), found.pieces, planned)
    bare = [base + adjust * 1000 for base, adjust in zip(flow.base, flow.adjust, strict=True)]
    late = _ends([0, *accumulate(bare)], found.pieces, width)
    return any(
        point in bad or point == alone
        for first, last in zip_longest(early, late, fillvalue=len(text))
        for point in found.pieces[
            bisect_left(found.pieces, first) : bisect_right(found.pieces, last)
        ]
        if point < len(text)
    )


def _apart(flow: Flow) -> list[int]:
    """Where each character stands at the latest: some applications also set full-width marks apart
    from Western characters."""
    more = [0] * len(flow.text)
    for start, end, _ in western(flow.text):
        for mark in (start - 1, end):
            if 0 <= mark < len(flow.text) and flow.text[mark] in _MARKS:
                more[mark] += RESERVE_BOUNDARY * flow.base[mark] // 1000
    added = accumulate(more, initial=0)
    return [place + extra for place, extra in zip(flow.places, added, strict=True)]


def _alone(text: str) -> int:
    """Where the last line would begin if it held a single character and its punctuation."""
    at = len(text)
    while at and (text[at - 1] in NO_START or text[at - 1].isspace()):
        at -= 1
    return at - 1


def _ends(places: Sequence[int], points: Sequence[int], limit: int) -> list[int]:
    """Where the lines of greedy filling end, the last one's end left out."""
    ends: list[int] = []
    start, total = 0, places[-1]
    while total - places[start] > limit:
        furthest = bisect_right(places, places[start] + limit) - 1
        index = bisect_right(points, furthest) - 1
        end = points[index] if index >= 0 and points[index] > start else furthest
        if end <= start:
            break
        ends.append(end)
        start = end
    return ends
