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
from briefgen.typography.fit import Setting
from briefgen.typography.flow import BLANK
from briefgen.typography.kept import figure_spans
from briefgen.typography.linebreak import NO_START, breaks
from briefgen.typography.segment import within_word
from briefgen.typography.text import Paragraph

# A line of fewer ems is narrow, and may be shorter by so much of its width, in thousandths; longer
# ones by so many ems. A word's end is looked for among so many places before a line's.
NARROW, _LESS, _EMS, _BACK = 16, 400, 4, 6
# Behind these a phrase begins; and what may stand alone there (周三、六).
_MARKS = frozenset("、，；：。！？")
_NUMERALS = _MARKS | frozenset("一二三四五六七八九十百千万亿0123456789")
# Of a line's width an application uses so much for certain, in thousandths.
_USED = 990


class _Row(Record, eq=False):
    """A paragraph that an application breaks: its text, the places where a line may start, from
    the first on, where such a line starts and where one that ends there does (1/1000 EMU), how wide
    lines are, the places at which no number is split, and half an em."""

    text: str
    places: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    room: int
    atoms: frozenset[int]
    half: int

    def cuts(self, less: int) -> list[int]:
        """Where lines end that take as much as they can, in a width that is so much less: indices
        of places, of the last line too."""
        made, at, last = [], 0, len(self.places) - 1
        room = self.room - less
        while at < last:
            at = max(bisect_right(self.ends, self.starts[at] + room, at + 1) - 1, at + 1)
            made.append(at)
        return made

    def is_bad(self, at: int) -> bool:
        """Whether a line that ends at a place cuts a word or a number, or leaves a character
        alone: on the last line, or behind a mark (编号、写)."""
        place = self.places[at]
        if place not in self.atoms or within_word(self.text, place):
            return True
        if self.text[max(0, place - 2)] in _MARKS and self.text[place - 1] not in _NUMERALS:
            return True
        rest = self.text[place:]
        return len(rest) < _BACK and sum(c not in BLANK and c not in NO_START for c in rest) == 1

    def better(self, cuts: Sequence[int]) -> Iterator[int]:
        """By how much less width lines that end badly would end well."""
        for start, end in pairwise((0, *cuts[:-1])):
            if self.is_bad(end):
                back = range(end - 1, max(start, end - 1 - _BACK), -1)
                good = next((at for at in back if not self.is_bad(at)), None)
                if good is not None:
                    needed = self.ends[good] - self.starts[start]
                    spare = min(self.half, (self.ends[good + 1] - self.ends[good]) // 2)
                    yield self.room - needed - spare


def narrower(setting: Setting, paragraphs: Sequence[Paragraph], width: int, more: int = 0) -> int:
    """By how much (EMU) paragraphs are to be narrower than `width`, so that fewest of their lines
    end within a word; they take so many lines `more` for it at the most."""
    em = max((run.style.size for each in paragraphs for run in each.runs), default=0)
    most = width * _LESS if width < NARROW * em else _EMS * em * 1000
    rows = [row for each in paragraphs if (row := _row(setting, each, width))]
    usual = [row.cuts(0) for row in rows]

    def bad(made: Sequence[Sequence[int]]) -> int:
        return sum(row.is_bad(at) for row, own in zip(rows, made, strict=True) for at in own[:-1])

    if not (best := bad(usual)):
        return 0
    found = 0
    tries = {less for row, own in zip(rows, usual, strict=True) for less in row.better(own)}
    for less in sorted(each for each in tries if 0 < each <= most):
        made = [row.cuts(less) for row in rows]
        if sum(len(a) - len(b) for a, b in zip(made, usual, strict=True)) > more:
            break
        if (now := bad(made)) < best:
            best, found = now, less
    return found // 1000


def _row(setting: Setting, paragraph: Paragraph, width: int) -> _Row | None:
    """A paragraph that takes several lines of `width`; None where its breaks are its author's."""
    text = paragraph.text
    runs = tuple(run for run in paragraph.runs if run.text)
    if paragraph.keep_breaks or "\n" in text or not runs:
        return None
    flow = setting.flow(runs)
    room = (width - paragraph.margin) * _USED
    advances = [0, *accumulate(flow.base)]
    if advances[-1] <= room:
        return None
    found = breaks(text, figure_spans(runs, 0, len(text)))
    places = (0, *found.pieces)
    ends = (0, *(advances[flow.end(a, b)] for a, b in pairwise(places)))
    starts = tuple(advances[place] for place in places)
    half = flow.sizes[0] * 500
    return _Row(text, places, starts, ends, room, frozenset(found.atoms), half)
