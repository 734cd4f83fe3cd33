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
from briefgen.record import Record, replace
from briefgen.typography import spacing
from briefgen.typography.composing import between_words, compose, justified, stands_on_one_line
from briefgen.typography.flow import BLANK, Flow, Medium, measure
from briefgen.typography.fonts import Chain, Fonts
from briefgen.typography.justify import Give
from briefgen.typography.markers import Numbering
from briefgen.typography.text import Anchor, Line, Paragraph, Run, SetText, Span, Style

# Where the baseline of a line of hanzi lies, from the top of its em box (Noto Sans SC, OS/2).
ASCENT = 880
# What is kept free at the end of a deck's line for rounding in the applications, in 1/1000.
RESERVE_LINE = 5
# A line of a slide that holds fewer ems is so narrow that a word cut in it is the first thing seen.
_NARROW = 12


class How(Record, eq=False):
    """How paragraphs are set: the faces, whether the text's language is another than Chinese, the
    terms that titles do not break in, whether the deck's reserve is planned in, and whether titles
    break where a phrase ends rather than evenly.

    Each is equal to itself alone: what was set is remembered by it, and it is compared for every
    paragraph. So there is one for each `fit.setting_of`.
    """

    fonts: Fonts
    medium: Medium
    latin: bool
    lexicon: tuple[str, ...]
    planned: bool
    phrased: bool


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
    latin = not language.startswith("zh")
    return laid(paragraphs, width, How(fonts, medium, latin, tuple(lexicon), planned, phrased))


def laid(paragraphs: Sequence[Paragraph], width: int, how: How) -> SetText:
    """The paragraphs as `set_text` sets them."""
    lines: list[Line] = []
    y = 0
    for number, paragraph in enumerate(paragraphs):
        if number:
            y += paragraphs[number - 1].after + paragraph.before
        first = y + first_baseline(paragraph)
        room = width - paragraph.margin
        made = _set(paragraph.runs, _even(paragraph), paragraph.keep_breaks, room, how)
        for row, (spans, spare, visible) in enumerate(made):
            out = 0 if row or paragraph.marker else paragraph.out
            x = paragraph.margin + _aligned(paragraph, spare) - out
            baseline = first + row * paragraph.leading
            moved = tuple([_at(span, span.x + x) for span in spans]) if x else spans
            line = Line(moved, x, baseline, visible, number, level=paragraph.level)
            lines.append(line if row else _marked(line, paragraph, how.fonts.regular))
        y += len(made) * paragraph.leading
    return SetText(tuple(lines), y, tuple(paragraphs))


def first_baseline(paragraph: Paragraph) -> int:
    """How far below its top (EMU) the first line of a paragraph stands."""
    size = max([run.style.size for run in paragraph.runs], default=0)
    return (paragraph.leading - size) // 2 + ASCENT * size // 1000


def lines_of(paragraph: Paragraph, width: int, how: How) -> int:
    """How many lines a paragraph has at `width` (EMU)."""
    room = width - paragraph.margin
    return len(_cuts(paragraph.runs, _even(paragraph), paragraph.keep_breaks, room, how)[0])


def rows(
    paragraphs: Sequence[Paragraph], width: int, how: How, more: Run | None = None
) -> tuple[int, ...]:
    """How many lines each of the paragraphs has at `width` (EMU), the last with `more` at its end:
    characters of one width, which fill what its last line leaves free and then lines below."""
    found = [lines_of(each, width, how) for each in paragraphs]
    if more and paragraphs:
        found[-1] += _further(paragraphs[-1], width - paragraphs[-1].margin, how, more)
    return tuple(found)


def height(paragraphs: Sequence[Paragraph], width: int, how: How) -> int:
    """How high the paragraphs are (EMU) at `width` (EMU)."""
    high, above = 0, None
    for each in paragraphs:
        if above is not None:
            high += above.after + each.before
        high += lines_of(each, width, how) * each.leading
        above = each
    return high


def last_line(paragraph: Paragraph, width: int, how: How) -> int:
    """How wide the last line of a paragraph is at `width` (EMU)."""
    room = width - paragraph.margin
    cuts, own = _ends(paragraph.runs, _even(paragraph), paragraph.keep_breaks, room, how)
    start = cuts[-2][0] if len(cuts) > 1 else 0
    used = _used(_measured(_shown(paragraph.runs), how), start, cuts[-1][0])[1]
    return min(used, room) if own else used


def rows_at_least(
    paragraphs: Sequence[Paragraph], width: int, how: How, more: Run | None = None
) -> tuple[int, ...]:
    """The same, or fewer: as many lines as the characters fill, wherever they may break."""
    last = len(paragraphs) - 1
    return tuple(
        [
            _filled(each, width - each.margin, how, more if number == last else None)
            for number, each in enumerate(paragraphs)
        ]
    )


def justifiable(
    paragraph: Paragraph,
    width: int,
    fonts: Fonts,
    medium: Medium,
    language: str,
    reserve: bool | None = None,
) -> bool:
    """Whether every line of a justified paragraph can be set to `width` (EMU); its last is free."""
    runs = _shown(paragraph.runs)
    planned = (medium == "deck") if reserve is None else reserve
    flow = measure(runs, fonts, medium, not language.startswith("zh"), planned)
    limit = _limit(width - paragraph.margin, planned)
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
# Where each line ends and whether that end was forced; how far their gaps give way.
_Cuts = tuple[tuple[tuple[int, bool], ...], Give | None]


@lru_cache(maxsize=256)
def _set(runs: tuple[Run, ...], even: bool, title: bool, width: int, how: How) -> tuple[_Set, ...]:
    """The lines of one paragraph: their spans from x 0, the width left over, the width used.

    The same paragraph is set when a page is planned, and soon after when it is drawn.
    """
    cuts, own = _ends(runs, even, title, width, how)
    runs, made, at = _shown(runs), [], 0
    flow = _measured(runs, how)
    for cut, ended in cuts:
        made.append(_line(runs, flow, at, cut, width, own, ended))
        at = cut
    return tuple(made)


@lru_cache(maxsize=4096)
def _cuts(runs: tuple[Run, ...], even: bool, title: bool, width: int, how: How) -> _Cuts:
    """Where the lines of one paragraph end, as many as it takes.

    `even` wants it justified, which it is where all of its lines can be.
    """
    runs = _shown(runs)
    flow = _measured(runs, how)
    limit = _limit(width, how.planned)
    if even and not title:
        cuts, own = justified(runs, flow, limit)
        if cuts:
            return tuple(cuts), own
    if "\n" not in flow.text and stands_on_one_line(flow, 0, len(flow.text), limit):
        return ((len(flow.text), True),), None
    return tuple(compose(runs, flow, limit, title, how.lexicon, how.phrased)), None


def _ends(runs: tuple[Run, ...], even: bool, title: bool, width: int, how: How) -> _Cuts:
    """Where they end that are read: as many, in a narrow column between words; on slides, whose
    words an application fills in itself, in a very narrow one."""
    if title or how.latin or (how.medium != "print" and _is_wide(runs, width)):
        return _cuts(runs, even, title, width, how)
    return _worded(runs, even, width, how)


def _is_wide(runs: tuple[Run, ...], width: int) -> bool:
    return not runs or width >= _NARROW * runs[0].style.size


def _worded(runs: tuple[Run, ...], even: bool, width: int, how: How) -> _Cuts:
    cuts, own = _cuts(runs, even, False, width, how)
    if len(cuts) < 2:
        return cuts, own
    runs = _shown(runs)
    limit = _limit(width, how.planned)
    return tuple(between_words(runs, _measured(runs, how), limit, cuts, own)), own


# What is remembered of paragraphs.
REMEMBERED = (_set, _cuts)


def _further(paragraph: Paragraph, width: int, how: How, more: Run) -> int:
    """How many lines a paragraph has more with `more` at its end."""
    cuts, _ = _ends(paragraph.runs, _even(paragraph), paragraph.keep_breaks, width, how)
    flow = _measured(_shown(paragraph.runs), how)
    limit, each = _limit(width, how.planned), _measured((more,), how).places[-1] // len(more.text)
    start = cuts[-2][0] if len(cuts) > 1 else 0
    beside = max(0, limit - flow.places[-1] + flow.places[start]) // each
    return -(-max(0, len(more.text) - beside) // max(1, limit // each))


def _filled(paragraph: Paragraph, width: int, how: How, more: Run | None) -> int:
    """How many lines of `width` the characters of a paragraph fill."""
    full, limit = 0, _limit(width, how.planned)
    sizes = [run.style.shown for run in paragraph.runs]
    # Where marks give way at a line's edge, or a character is wider than the line, none is sure.
    if how.medium == "print" or _even(paragraph) or limit <= 2000 * max(sizes, default=0):
        return 1
    for run in (*paragraph.runs, more) if more else paragraph.runs:
        text, face = run.text, how.fonts.face(run.style.bold, how.latin)
        if run.style.spacing or spacing.latin_quotes(text, how.latin):
            return 1
        shown = text if BLANK.isdisjoint(text) else "".join(text.split())
        full += face.width(shown) * run.style.shown
    return max(1, -(-full // limit))


def _even(paragraph: Paragraph) -> bool:
    return paragraph.align == "justify"


def _shown(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple([run for run in runs if run.text])


def _measured(runs: tuple[Run, ...], how: How) -> Flow:
    return measure(runs, how.fonts, how.medium, how.latin, how.planned)


def _limit(width: int, planned: bool) -> int:
    """The width of lines in 1/1000 EMU, as a flow counts them."""
    return width * (1000 - RESERVE_LINE if planned else 1000)


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
    adjust, used = _used(flow, start, cut)
    head = flow.heads.get(start, 0) // 1000
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


def _used(flow: Flow, start: int, cut: int) -> tuple[list[int], int]:
    """What spacing adds to the characters of the line from `start` to `cut`, and how wide what is
    visible of it is."""
    end = flow.end(start, cut)
    adjust = flow.adjust[start:cut]
    if end > start:
        adjust[end - start - 1] = flow.last(end - 1)
        adjust[end - start :] = [0] * (cut - end)
    used = sum(flow.base[start:end]) // 1000 + sum(adjust[: end - start])
    used -= flow.heads.get(start, 0) // 1000
    return adjust, used + (flow.hyphens.get(end - 1, 0) // 1000 if end > start else 0)


def _pieces(flow: Flow, start: int, end: int) -> Iterator[tuple[int, int, Path | None]]:
    """The flow from `start` to `end` where one face shows it: from, to, its file (None: base)."""
    if not flow.faces:
        yield start, end, None
        return
    for face, places in groupby(range(start, end), flow.faces.get):
        first, *others = places
        yield first, first + len(others) + 1, face.path if face else None
