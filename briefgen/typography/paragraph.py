"""Turn paragraphs into set lines of a width: broken, spaced and aligned.

    runs ──flow──▶ measured characters ──linebreak──▶ breaks ──composing──▶ lines

What is decided where: `flow` how wide each character is and what spacing the medium allows,
`linebreak` where a line may end, `composing` where it does; here the lines get their positions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from briefgen.geometry import Rect
from briefgen.record import replace
from briefgen.typography.composing import compose, justified
from briefgen.typography.flow import Flow, Medium, measure
from briefgen.typography.fonts import Chain, Fonts
from briefgen.typography.justify import Give
from briefgen.typography.markers import Numbering
from briefgen.typography.text import Anchor, Line, Paragraph, Run, SetText, Span, Style

# Where the baseline of a line of hanzi lies, from the top of its em box (Noto Sans SC, OS/2).
ASCENT = 880
# What is kept free at the end of a deck's line for rounding in the applications, in 1/1000.
RESERVE_LINE = 5


def set_text(
    paragraphs: Sequence[Paragraph],
    width: int,
    fonts: Fonts,
    *,
    medium: Medium,
    language: str = "zh-Hans",
    lexicon: Sequence[str] = (),
    reserve: bool | None = None,
    phrased: bool = False,
) -> SetText:
    """Set `paragraphs` to `width` (EMU); the lines are relative to (0, 0) until placed.

    `lexicon` are terms that titles do not break in; `phrased` ones break where a phrase ends rather
    than evenly. `reserve` plans narrower lines than the face
    needs (by default in a deck). No visible character is drawn beyond `width`, unless a single
    character is wider than it.
    """
    planned = (medium == "deck") if reserve is None else reserve
    latin, terms = not language.startswith("zh"), tuple(lexicon)
    lines: list[Line] = []
    y = 0
    for number, paragraph in enumerate(paragraphs):
        if number:
            y += paragraphs[number - 1].after + paragraph.before
        size = max([run.style.size for run in paragraph.runs], default=0)
        first = y + (paragraph.leading - size) // 2 + ASCENT * size // 1000
        room = width - paragraph.margin
        how = paragraph.align == "justify", paragraph.keep_breaks, phrased
        made = _set(paragraph.runs, *how, room, fonts, medium, latin, terms, planned)
        for row, (spans, spare, visible) in enumerate(made):
            x = paragraph.margin + _aligned(paragraph, spare)
            baseline = first + row * paragraph.leading
            moved = tuple([_at(span, span.x + x) for span in spans]) if x else spans
            line = Line(moved, x, baseline, visible, number, level=paragraph.level)
            lines.append(line if row else _marked(line, paragraph, fonts.regular))
        y += len(made) * paragraph.leading
    return SetText(tuple(lines), y, tuple(paragraphs))


def justifiable(
    paragraph: Paragraph,
    width: int,
    fonts: Fonts,
    medium: Medium,
    language: str,
    reserve: bool | None = None,
) -> bool:
    """Whether every line of a justified paragraph can be set to `width` (EMU); its last is free."""
    runs = tuple([run for run in paragraph.runs if run.text])
    planned = (medium == "deck") if reserve is None else reserve
    flow = measure(runs, fonts, medium, not language.startswith("zh"), planned)
    room = width - paragraph.margin
    limit = room * (1000 - RESERVE_LINE if planned else 1000)
    return not runs or bool(justified(runs, flow, limit)[0])


def place(
    text: SetText, rect: Rect, insets: tuple[int, int, int, int], anchor: Anchor
) -> tuple[Line, ...]:
    """The lines in page coordinates: inside `rect` less `insets` (left, top, right, bottom)."""
    left, top, right, bottom = insets
    inner = rect.inset(left, top, right, bottom)
    spare = {"top": 0, "middle": (inner.h - text.height) // 2, "bottom": inner.h - text.height}
    dx, dy = inner.x, inner.y + spare[anchor]
    return tuple(
        [
            Line(
                tuple([_at(span, span.x + dx) for span in line.spans]),
                line.x + dx,
                line.baseline + dy,
                line.width,
                line.paragraph,
                line.marker and _at(line.marker, line.marker.x + dx),
                line.level,
                line.scheme,
            )
            for line in text.lines
        ]
    )


def _at(span: Span, x: int) -> Span:
    return Span(
        span.text, span.style, x, span.width, span.adjust, span.figure, span.link, span.face
    )


def _aligned(paragraph: Paragraph, spare: int) -> int:
    if paragraph.align == "right":
        return spare
    return spare // 2 if paragraph.align == "center" else 0


def _marked(line: Line, paragraph: Paragraph, chain: Chain) -> Line:
    """A paragraph's first line with its marker before it, in the first run's size."""
    marker = paragraph.marker
    if marker is None:
        return line
    size = paragraph.runs[0].style.size if paragraph.runs else paragraph.leading * 2 // 3
    style = Style(size, False, paragraph.marker_colour)
    width = chain.width(marker.text) * size // 1000
    face = chain.others.get(marker.text[0])
    x = paragraph.margin - paragraph.hanging
    span = Span(marker.text, style, x, width, face=face.path if face else None)
    scheme = marker.scheme if isinstance(marker, Numbering) else ""
    return replace(line, marker=span, scheme=scheme)


_Set = tuple[tuple[Span, ...], int, int]


@lru_cache(maxsize=4096)
def _set(
    runs: tuple[Run, ...],
    even: bool,
    title: bool,
    phrased: bool,
    width: int,
    fonts: Fonts,
    medium: Medium,
    latin: bool,
    lexicon: tuple[str, ...],
    planned: bool,
) -> tuple[_Set, ...]:
    """The lines of one paragraph: their spans from x 0, the width left over, the width used.

    `even` wants it justified, which it is where all of its lines can be. The same paragraph is set
    when a page is planned, when it is drawn, and for the next audience.
    """
    runs = tuple([run for run in runs if run.text])
    flow = measure(runs, fonts, medium, latin, planned)
    limit = width * (1000 - RESERVE_LINE if planned else 1000)
    made, at = [], 0
    cuts, own = justified(runs, flow, limit) if even and not title else ([], None)
    for cut, ended in cuts or compose(runs, flow, limit, title, lexicon, phrased):
        made.append(_line(runs, flow, at, cut, width, own if cuts else None, ended))
        at = cut
    return tuple(made)


def _line(
    runs: Sequence[Run],
    flow: Flow,
    start: int,
    cut: int,
    width: int,
    own: Give | None,
    ended: bool,
) -> _Set:
    """The spans of the line from `start` to `cut`, the width left over, and the width used.

    Where its gaps give way, it is set to all of the width; if it has `ended`, only where it would
    be wider.
    """
    end = flow.end(start, cut)
    adjust = flow.adjust[start:cut]
    head = flow.heads.get(start, 0) // 1000
    if end > start:
        adjust[end - start - 1] = flow.last(end - 1)
        adjust[end - start :] = [0] * (cut - end)
    used = sum(flow.base[start:end]) // 1000 + sum(adjust[: end - start]) - head
    used += flow.hyphens.get(end - 1, 0) // 1000 if end > start else 0
    if own and end > start + 1 and (width < used or not ended):
        before = sum(adjust)
        own.spread(adjust, start, end - 1, width - used)
        used += sum(adjust) - before
    spans: list[Span] = []
    x, at, spaced = -head, 0, any(adjust)
    for run in runs:
        stop = at + len(run.text)
        a, b = max(at, start), min(stop, cut)
        for c, d, face in _pieces(flow, a, b) if a < b else ():
            shifts = tuple(adjust[c - start : d - start]) if spaced else ()
            advance = sum(flow.base[c:d]) // 1000 + sum(shifts)
            spans.append(
                Span(
                    run.text[c - at : d - at],
                    run.style,
                    x,
                    advance,
                    shifts if any(shifts) else (),
                    run.figure,
                    run.link,
                    face,
                )
            )
            x += advance
        at = stop
        if at >= cut:
            break
    return tuple(spans), width - used, used


def _pieces(flow: Flow, start: int, end: int) -> Iterator[tuple[int, int, Path | None]]:
    """The flow from `start` to `end` where one face shows it: from, to, its file (None: base)."""
    if not flow.faces:
        yield start, end, None
        return
    for face, places in groupby(range(start, end), flow.faces.get):
        first, *others = places
        yield first, first + len(others) + 1, face.path if face else None
