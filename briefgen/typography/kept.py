"""Turn runs into the spans of characters that no line parts: figures, and what is raised beside its
character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.typography.flow import Flow
from briefgen.typography.linebreak import WORTH, Spans
from briefgen.typography.text import Run

# A figure longer than this many 1/1000 em breaks like other text.
LONGEST_FIGURE = 12_000


def figure_spans(runs: Sequence[Run], start: int, end: int) -> Spans:
    """The spans, relative to `start`, that were each written from one figure.

    `start` and `end` bound a part of the runs' joined text; spans that leave it do not count. In a
    language with spaces a figure begins with its currency or first digit: “over” may end a line.
    """
    spans: list[tuple[int, int]] = []
    at, before = 0, ""
    for run in runs:
        stop = at + len(run.text)
        if run.figure and start <= at and stop <= end:
            first = at - start
            if run.figure == before and spans and spans[-1][1] == first:
                first = spans.pop()[0]
            spans.append((first, stop - start))
        at, before = stop, run.figure
    if any(" " in run.text for run in runs if run.figure):
        text = "".join([run.text for run in runs])[start:end]
        worths = [WORTH.search(text, a, b) if " " in text[a:b] else None for a, b in spans]
        spans = [w.span() if w else span for w, span in zip(worths, spans, strict=True)]
    return tuple(spans)


def kept_figures(runs: Sequence[Run], flow: Flow, start: int, end: int) -> Spans:
    """The figures from `start` to `end` that are short enough to be kept whole, and what is raised
    or lowered with the character that it belongs to."""
    found = [
        (a, b)
        for a, b in figure_spans(runs, start, end)
        if sum(flow.base[start + a : start + b]) <= LONGEST_FIGURE * flow.sizes[start + a]
    ]
    if any(run.style.rise for run in runs):
        found += _clinging(runs, start, end)
    return tuple(found)


def _clinging(runs: Sequence[Run], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is raised or lowered, with the character before it, relative to `start`."""
    at = 0
    for run in runs:
        stop = at + len(run.text)
        if run.style.rise and start < at and stop <= end:
            yield at - 1 - start, stop - start
        at = stop
