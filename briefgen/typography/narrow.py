"""Turn a narrow Chinese text into how much narrower it reads better: with lines that end between
words.

Running text breaks between any two hanzi, and an application fills each line; where a line has but
a dozen of them, a word that is cut is the first thing that is seen. No breaks are written for it,
since the text has to flow when somebody changes a word: its box is a little narrower.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from briefgen.record import Record
from briefgen.typography import spacing
from briefgen.typography.fit import Setting
from briefgen.typography.flow import BLANK, RESERVE_BOUNDARY
from briefgen.typography.kept import figure_spans
from briefgen.typography.linebreak import NO_START, breaks
from briefgen.typography.segment import within_word
from briefgen.typography.text import Paragraph

# A line of fewer ems is narrow, and may be shorter by so much of its width, in thousandths; longer
# ones by so many ems. A word's end is looked for among so many places before a line's.
NARROW, _LESS, _EMS, _BACK = 16, 460, 3, 6
# So many widths are tried; what is worse than a word that is cut weighs so much more.
_TRIES, _WORSE = 12, 3
# Behind these a phrase begins; and what may stand alone there (周三、六).
_MARKS = frozenset("、，；：。！？")
_NUMERALS = _MARKS | frozenset("一二三四五六七八九十百千万亿0123456789")
# Of a line's width an application uses so much for certain, in thousandths.
_USED = 990


class _Row(Record, eq=False):
    """A paragraph that an application breaks: its text, the places where a line may start, from
    the first on, where such a line starts and where one that ends there does (1/1000 EMU), how wide
    lines are, the places at which no number is split, half an em, and how badly lines end at places
    that were asked for."""

    text: str
    places: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    room: int
    atoms: frozenset[int]
    half: int
    known: dict[int, int]

    def cuts(self, less: int) -> list[int]:
        """Where lines end that take as much as they can, in a width that is so much less: indices
        of places, of the last line too."""
        made, at, last = [], 0, len(self.places) - 1
        room = self.room - less
        while at < last:
            at = max(bisect_right(self.ends, self.starts[at] + room, at + 1) - 1, at + 1)
            made.append(at)
        return made

    def bad(self, at: int) -> int:
        """How badly a line reads that ends at a place: it cuts a word, or leaves a character alone
        behind a mark (编号、写); worse, it cuts a number, or leaves one alone on the last line."""
        place = self.places[at]
        if place not in self.known:
            self.known[place] = self._bad(place)
        return self.known[place]

    def _bad(self, place: int) -> int:
        if place not in self.atoms:
            return _WORSE
        rest = self.text[place : place + _BACK]
        if len(rest) < _BACK and sum([c not in BLANK and c not in NO_START for c in rest]) == 1:
            return _WORSE
        if place > 1 and self.text[place - 2] in _MARKS and self.text[place - 1] not in _NUMERALS:
            return 1
        return int(within_word(self.text, place))

    def better(self, cuts: Sequence[int]) -> Iterator[int]:
        """By how much less width lines that end badly would end well."""
        for start, end in pairwise((0, *cuts[:-1])):
            if self.bad(end):
                back = range(end - 1, max(start, end - 1 - _BACK), -1)
                good = next((at for at in back if not self.bad(at)), None)
                if good is not None:
                    needed = self.ends[good] - self.starts[start]
                    spare = min(self.half, (self.ends[good + 1] - self.ends[good]) // 2)
                    yield self.room - needed - spare


def narrower(setting: Setting, paragraphs: Sequence[Paragraph], width: int, more: int = 0) -> int:
    """By how much (EMU) paragraphs are to be narrower than `width`, so that fewest of their lines
    end within a word; they take so many lines `more` for it at the most."""
    em = max((run.style.size for each in paragraphs for run in each.runs), default=0)
    most = width * _LESS if width < NARROW * em else _EMS * em * 1000
    rows = [row for each in paragraphs for row in _rows(setting, each, width, most)]
    usual = [row.cuts(0) for row in rows]

    def bad(made: Sequence[Sequence[int]]) -> int:
        return sum([row.bad(at) for row, own in zip(rows, made, strict=True) for at in own[:-1]])

    if not (best := bad(usual)):
        return 0
    found = less = 0
    made, mends = usual, set[int]()
    for _ in range(_TRIES):
        # What mends one line moves those below it: these are looked at again.
        mends.update(each for row, own in zip(rows, made, strict=True) for each in row.better(own))
        less = min((each for each in mends if less < each <= most), default=0)
        made = [row.cuts(less) for row in rows]
        if not less or any(len(a) > len(b) + more for a, b in zip(made, usual, strict=True)):
            break
        if (now := bad(made)) < best:
            best, found = now, less
        if not best:
            break
    return found // 1000


def _rows(setting: Setting, paragraph: Paragraph, width: int, most: int) -> Iterator[_Row]:
    """A paragraph that takes several lines of `width`, or of `most` (1/1000) less, with and without
    the space that some applications add where hanzi meet letters and digits; none where its breaks
    are its author's."""
    text = paragraph.text
    runs = tuple(run for run in paragraph.runs if run.text)
    if paragraph.keep_breaks or "\n" in text or not runs:
        return
    flow = setting.flow(runs)
    room = (width - paragraph.margin) * _USED
    ways = [flow.base]
    if boundaries := spacing.script_boundaries(text):
        spaced = list(flow.base)
        for at in boundaries:
            spaced[at] += RESERVE_BOUNDARY * flow.sizes[at]
        ways.append(spaced)
    ways = [widths for widths in ways if sum(widths) > room - most]
    if not ways:
        return
    found = breaks(text, figure_spans(runs, 0, len(text)))
    places, atoms, half = (0, *found.pieces), frozenset(found.atoms), flow.sizes[0] * 500
    known: dict[int, int] = {}
    lasts = [b if text[b - 1] not in BLANK else flow.end(a, b) for a, b in pairwise(places)]
    for widths in ways:
        advances = [0, *accumulate(widths)]
        starts = tuple([advances[place] for place in places])
        yield _Row(
            text, places, starts, (0, *[advances[b] for b in lasts]), room, atoms, half, known
        )
