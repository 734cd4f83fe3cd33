"""Turn measured characters into lines: the best breaks under the rules, at a width.

Running text is filled: lines as full as the rules allow, no last line of a single hanzi. Titles
are balanced: the fewest lines, of even widths, broken between words. Both are optimal over the
whole paragraph, not line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from briefgen.patterns import pattern
from briefgen.record import Record
from briefgen.typography import optimum
from briefgen.typography.flow import BLANK, Flow
from briefgen.typography.justify import Give, give
from briefgen.typography.kept import kept_figures
from briefgen.typography.linebreak import NO_START, Breaks, breaks, without
from briefgen.typography.segment import inside_terms, line_ends
from briefgen.typography.text import Run

# A title of more lines than this is running text, whatever it is called.
LONGEST_TITLE = 6

# Weights against blemishes, in squared ems (see `optimum`).
_WIDOW, _SHORT_LAST, _WEAKER = 400.0, 0.5, 900.0
_WORD_END, _INSIDE_WORD, _BEFORE_PARTICLE, _AFTER_PREPOSITION = 12.0, 400.0, 150.0, 30.0
# What weighs against the end of a narrow line within a word, and how many ems are narrow.
_TORN, _NARROW = 7.0, 26
# Where a line has so few, the end of a line within a word weighs as much as an uneven edge of this.
_FEW, _TORN_FEW = 12, 64.0
# The weight of a word's end in a title that is to break where a phrase ends.
_PHRASED = 150.0
_PARTICLES = frozenset("的地得了着过们之")
# Words of English from which a number goes on, and how a number begins.
_LEADING = frozenset(
    "up down by to of at from over under above below than about nearly almost only some".split()
)
_FIGURE = frozenset("0123456789$€£¥")
_PREPOSITIONS = frozenset("和与及或在以从对向把被将为是再")
# And English words that belong to the next.
_SMALL = pattern(r"\b(?:an?|the|and|or|of|in|on|at|to|by|for|from|with|as|its|their) $")
# After these a title may break without asking what is a word.
_SURE = (frozenset(NO_START) - frozenset("·%％‰℃°")) | BLANK


def compose(
    runs: Sequence[Run],
    flow: Flow,
    limit: int,
    title: bool,
    lexicon: Sequence[str] = (),
    phrased: bool = False,
) -> Iterator[tuple[int, bool]]:
    """Where each line of the flow ends, and whether that end was forced (the text's own).

    `limit` is the width of the lines in 1/1000 EMU, as `flow` counts them. `lexicon` are terms
    that a title does not break in; a `phrased` one breaks at its punctuation, however uneven that
    is. A text without characters is one empty line.
    """
    start = 0
    for part in flow.text.split("\n"):
        end = min(start + len(part) + 1, len(flow.text))
        if end > start or not flow.text:
            price = _PHRASED if phrased else _WORD_END
            cuts = _break(runs, flow, start, end, limit, price if title else 0.0, lexicon)
            yield from ((cut, cut == end) for cut in cuts)
        start = end


def stands_on_one_line(flow: Flow, start: int, end: int, limit: int) -> bool:
    """Whether the flow's characters from `start` to `end` are no wider than a line."""
    places, last = flow.places, flow.end(start, end)
    if last == start:
        return True
    return places[last] - places[start] + flow.tail(last - 1) - flow.heads.get(start, 0) <= limit


def justified(runs: Sequence[Run], flow: Flow, limit: int) -> tuple[list[tuple[int, bool]], Give]:
    """Where each line ends if all but last ones are to be `limit` wide (see `compose`), and how far
    their gaps give way. No lines where there are none that could be set so.
    """
    start = 0
    kept: list[tuple[int, int]] = []
    parts: list[tuple[int, int, Breaks]] = []
    for part in flow.text.split("\n"):
        end = min(start + len(part) + 1, len(flow.text))
        if end > start:
            found = breaks(
                flow.text[start:end].removesuffix("\n"), kept_figures(runs, flow, start, end)
            )
            kept += [(start + a, start + b) for a, b in found.numbers]
            parts.append((start, end, found))
        start = end
    own = give(flow, tuple(kept))
    lines: list[tuple[int, bool]] = []
    for start, end, found in parts:
        cuts = _even(flow, start, end, found, limit, own)
        if not cuts:
            return [], own
        lines += [(cut, cut == end) for cut in cuts]
    return lines, own


def _even(flow: Flow, start: int, end: int, found: Breaks, limit: int, own: Give) -> list[int]:
    """The breaks of running text whose lines can all be set to one width; none if there are none.

    Short titles and quotations are kept whole if they can be.
    """
    if flow.end(start, end) == start:
        return [end]
    for terms in dict.fromkeys((found.terms, ())):
        points = [start + point for point in without(found.atoms, terms)]
        points[-1] = end
        row = _row(flow, start, start, points, found, limit)
        cuts = [] if row.weights else _evened(flow, row, start, end, limit, own)
        if cuts:
            return cuts
    return []


def between_words(
    runs: Sequence[Run],
    flow: Flow,
    limit: int,
    lines: Sequence[tuple[int, bool]],
    own: Give | None,
) -> Iterator[tuple[int, bool]]:
    """Where as many lines of running text end if narrow ones end between words wherever that adds
    none; `own` is how far the gaps of a text give way that is set to one width (see `justified`).
    """
    start, cuts = 0, list[int]()
    for cut, ended in lines:
        cuts.append(cut)
        if ended:
            if len(cuts) > 1:
                cuts = _between_words(runs, flow, start, limit, cuts, own)
            yield from ((each, each == cut) for each in cuts)
            start, cuts = cut, []


def _inside_words(
    flow: Flow, start: int, end: int, limit: int, points: Sequence[int], cuts: Sequence[int]
) -> frozenset[int]:
    """Which of the `points` of narrow running text are within words; none where none of the `cuts`
    is."""
    text, em = flow.text[start:end].removesuffix("\n"), max(flow.sizes[start:end]) * 1000
    if limit > _NARROW * em or all(text[cut - start - 1] in _SURE for cut in cuts[:-1]):
        return frozenset()
    ends = line_ends(text)
    if all(cut - start in ends for cut in cuts[:-1]):
        return frozenset()
    return frozenset(start + p for p in points[:-1] if p not in ends)


def _evened(flow: Flow, row: _Row, start: int, end: int, limit: int, own: Give) -> list[int]:
    points = row.points
    begins = (start, *points)
    visible = [start, *[max(flow.end(start, point) - 1, start) for point in points]]

    def gives(i: int, j: int) -> tuple[int, int]:
        a, b = begins[i], max(visible[j], begins[i])
        return own.least(a, b) * 1000, own.most(a, b) * 1000

    def last(i: int) -> float:
        short = _short(flow, begins[i], end) if i else 0.0
        return inf if short >= _WIDOW else short

    cuts = optimum.justify(row.starts, row.ends, limit, gives, last)
    return [points[cut - 1] for cut in cuts]


def _break(
    runs: Sequence[Run],
    flow: Flow,
    start: int,
    end: int,
    limit: int,
    title: float,
    lexicon: Sequence[str],
) -> list[int]:
    """Where the lines of the flow's characters from `start` to `end` end. `title` is what weighs
    against a word's end in one (0: it is running text)."""
    if stands_on_one_line(flow, start, end, limit):
        return [end]
    places = flow.places
    text = flow.text[start:end].removesuffix("\n")
    found = breaks(text, kept_figures(runs, flow, start, end))
    em = max(flow.sizes[start:end]) * 1000
    terms = tuple(
        [(a, b) for a, b in found.terms if 2 * (places[start + b] - places[start + a]) <= limit]
    )
    points = [start + point for point in without(found.atoms, terms)]
    points[-1] = end
    if title:
        return _balanced(flow, start, end, points, found, limit, em, lexicon, title)
    cuts = _filled(flow, start, end, points, found, limit, em)
    if terms and _lonely(flow, cuts[-2] if len(cuts) > 1 else start, end):
        points = [*[start + p for p in found.atoms[:-1]], end]
        cuts = _filled(flow, start, end, points, found, limit, em)
    return cuts


def _between_words(
    runs: Sequence[Run],
    flow: Flow,
    start: int,
    limit: int,
    cuts: list[int],
    own: Give | None,
) -> list[int]:
    """The breaks of a narrow text, or as many others of which fewer are within a word, none where
    it is set to one width."""
    end = cuts[-1]
    text = flow.text[start:end].removesuffix("\n")
    found = breaks(text, kept_figures(runs, flow, start, end))
    inside = _inside_words(flow, start, end, limit, found.atoms, cuts)
    if not inside:
        return cuts
    if own:
        points = [start + p for p in found.atoms[:-1] if start + p not in inside] + [end]
        row = _row(flow, start, start, points, found, limit)
        other = [] if row.weights else _evened(flow, row, start, end, limit, own)
        return other if len(other) == len(cuts) else cuts
    em = max(flow.sizes[start:end]) * 1000
    points = [*[start + point for point in found.atoms[:-1]], end]
    other = _filled(flow, start, end, points, found, limit, em, inside)
    fewer = len(inside.intersection(other)) < len(inside.intersection(cuts))
    return other if fewer and len(other) == len(cuts) else cuts


class _Row(Record):
    """Pieces of a text by the points they end at, each fit for a line by itself if it can be.

    `starts` and `ends` are the edges of lines that break there (see `optimum`). `weights` tell
    against breaks, by their point, that split what should stay whole.
    """

    points: list[int]
    starts: list[int]
    ends: list[int]
    weights: dict[int, float]


def _row(flow: Flow, origin: int, start: int, points: list[int], found: Breaks, limit: int) -> _Row:
    """The pieces from `start` on; those wider than the line split at the next weaker level.

    `found` are the breaks of the text that begins at `origin`.
    """
    places, heads, text = flow.places, flow.heads, flow.text
    begins = (start, *points[:-1])
    starts = [places[p] for p in begins]
    if heads:
        starts = [place + heads.get(p, 0) for place, p in zip(starts, begins, strict=True)]
    ends = [0]
    plain = not (flow.tight or flow.tails or flow.hyphens)
    for point in points:
        last = point if text[point - 1] not in BLANK else max(flow.end(start, point), start + 1)
        ends.append(places[last] if plain else places[last] + flow.tail(last - 1))
    if all(end - begin <= limit for begin, end in zip(starts, ends[1:], strict=True)):
        return _Row(points, starts, ends, {})

    row = _Row([], [], [0], {})
    for i, (begin, point) in enumerate(zip(begins, points, strict=True)):
        made = _Row([point], [starts[i]], [0, ends[i + 1]], {})
        if ends[i + 1] - starts[i] > limit:
            inner, weakness = found.inside(begin - origin, point - origin)
            if len(inner) > 1:
                finer = [*[origin + p for p in inner[:-1]], point]
                made = _row(flow, origin, begin, finer, found, limit)
                for p in made.points[:-1]:
                    row.weights[p] = made.weights.get(p, 0.0) + _WEAKER * weakness
        row.points.extend(made.points)
        row.starts.extend(made.starts)
        row.ends.extend(made.ends[1:])
    return row


def _filled(
    flow: Flow,
    start: int,
    end: int,
    points: list[int],
    found: Breaks,
    limit: int,
    em: int,
    inside: frozenset[int] = frozenset(),
) -> list[int]:
    """The breaks of running text: lines as full as the rules allow. Those `inside` words weigh."""
    row = _row(flow, start, start, points, found, limit)
    penalties = {i: row.weights[p] for i, p in enumerate(row.points, 1) if p in row.weights}
    for i, p in enumerate(row.points, 1) if inside else ():
        if p in inside:
            penalties[i] = penalties.get(i, 0.0) + (_TORN if limit > _FEW * em else _TORN_FEW)
    begins = (start, *row.points)
    cuts = optimum.fill(
        row.starts,
        row.ends,
        limit,
        em,
        penalties,
        lambda i: _short(flow, begins[i], end) if i else 0.0,
    )
    return [row.points[cut - 1] for cut in cuts]


def _short(flow: Flow, start: int, end: int) -> float:
    """What a last line from `start` to `end` spoils by being too short to stand alone."""
    if end - start > 8:
        return 0.0
    count = _shown(flow.text[start:end])
    return _WIDOW if count == 1 else _SHORT_LAST if count <= 2 else 0.0


def _lonely(flow: Flow, start: int, end: int) -> bool:
    """Whether a last line from `start` to `end` is a single character and its punctuation."""
    if end - start > 8:
        return False
    return _shown(flow.text[start:end]) == 1


def _shown(text: str) -> int:
    return sum([char not in BLANK and char not in NO_START for char in text])


def _leads(before: str) -> bool:
    """Whether a number goes on from the last word, in English: up, by, to, only."""
    return before.endswith(" ") and before.rstrip().rpartition(" ")[2].lower() in _LEADING


def _goes_on(text: str, at: int) -> bool:
    """Whether an English small word goes on behind a place, or a number that belongs to the words
    before it: “up 12%” is one thing, and so is “to $44.2 million”."""
    small = text[at - 1] == " " and _SMALL.search(text, max(0, at - 9), at)
    return bool(small) or (text[at : at + 1] in _FIGURE and _leads(text[:at]))


def _balanced(
    flow: Flow,
    start: int,
    end: int,
    points: list[int],
    found: Breaks,
    limit: int,
    em: int,
    lexicon: Sequence[str],
    word_end: float,
) -> list[int]:
    """The breaks of a title: the fewest lines, of even widths, broken between words.

    A break after punctuation or a space costs nothing; any other costs at least as much as one
    at a word's end, as the edges of a number in digits are. So where the best breaks that know
    no words are all of these, they are the best of all, and the segmenter is not asked.
    """
    row = _row(flow, start, start, points, found, limit)
    lines = optimum.lines_needed(row.starts, row.ends, limit)
    if lines > LONGEST_TITLE:
        return _filled(flow, start, end, points, found, limit, em)
    text = flow.text[start:end]
    within = inside_terms(text, lexicon)
    numbers = [(a, b) for a, b in found.numbers if any(map(str.isdecimal, text[a:b]))]
    edges = frozenset([edge for number in numbers for edge in number])

    def cost(point: int, words: frozenset[int] | None) -> float:
        at = point - start
        if text[at - 1] in _SURE:
            going_on = _AFTER_PREPOSITION if _goes_on(text, at) else 0.0
            return going_on + row.weights.get(point, 0.0)
        price = word_end
        if at in within or (words is not None and at not in words):
            price += _INSIDE_WORD
        if text[at : at + 1] in _PARTICLES:
            price += _BEFORE_PARTICLE
        if words is not None and text[at - 1] in _PREPOSITIONS and at - 1 in words:
            price += _AFTER_PREPOSITION
        return price + row.weights.get(point, 0.0)

    def sure(point: int) -> bool:
        """Whether it costs the same whatever the words are."""
        before, at = text[point - start - 1], point - start
        return before in _SURE or (at in edges and before not in _PREPOSITIONS)

    cuts: list[int] = []
    for words in (None, line_ends):
        known = words(text) | edges if words else None
        penalties = [0.0, *[cost(point, known) for point in row.points]]
        cuts = optimum.balance(row.starts, row.ends, limit, em, penalties, lines)
        if not words and all(sure(row.points[cut - 1]) for cut in cuts[:-1]):
            break
    return [row.points[cut - 1] for cut in cuts]
