"""Turn a paragraph and a width into how many of its lines an application would end badly.

What is planned here ends lines between words and numbers; an application does not know of these. It
fills each line, and may leave a hanzi alone on the last one, part a number from its unit, or cut a
word of a name. How wide letters and digits are in a face that nobody knows is tried narrow and
wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from briefgen.typography import spacing
from briefgen.typography.fit import Setting
from briefgen.typography.flow import BLANK, RESERVE_BOUNDARY, Flow, measure
from briefgen.typography.kept import figure_spans
from briefgen.typography.linebreak import NO_START, breaks
from briefgen.typography.paragraph import How
from briefgen.typography.segment import within_word
from briefgen.typography.text import Paragraph, Run

# Up to so many characters a text is a name; a line of fewer ems is very narrow.
_NAME, _NARROW = 8, 9
# How wide letters and digits may be, in thousandths of those of the shipped face, whether space is
# added where they meet hanzi, and the share of the width that is used, in thousandths.
_WAYS = dict.fromkeys(
    (
        (1000, False, 1000),
        (1000, False, 985),
        (1000, True, 1000),
        (930, True, 1000),
        (1140, True, 1000),
        (1220, True, 1000),
    ),
    1,
)
# Without letters and digits there are two of them, one of which counts for all others.
_ALIKE = {(1000, False, 1000): 5, (1000, False, 985): 1}


def blemishes(setting: Setting, paragraph: Paragraph, width: int) -> int:
    """How many lines end badly, of all ways in which a paragraph may be filled into `width` (EMU).
    None where its lines end as they were planned."""
    if paragraph.keep_breaks:
        return 0
    return _blemishes(paragraph.runs, width - paragraph.margin, setting.how)


# The same text is looked at before a box is made narrower for it, and after.
@lru_cache(maxsize=1024)
def _blemishes(written: tuple[Run, ...], width: int, how: How) -> int:
    runs = tuple([run for run in written if run.text])
    text = "".join([run.text for run in runs])
    if "\n" in text or not text.strip():
        return 0
    flow = measure(runs, how.fonts, how.medium, how.latin, how.planned)
    room = width * 1000
    if sum(flow.base) * 3 // 2 <= room:
        return 0
    found = breaks(text, figure_spans(runs, 0, len(text)))
    atoms = frozenset(found.atoms)
    # A name of a few hanzi reads badly where a word of it is cut, and so does a narrow text.
    narrow = not how.latin and (len(text) <= _NAME or room < _NARROW * flow.sizes[0] * 1000)
    befores = (0, *found.pieces)
    pieces = [(each, flow.end(a, each)) for a, each in zip(befores, found.pieces, strict=False)]
    count = 0
    for (factor, apart, share), often in (_WAYS if spacing.western(text) else _ALIKE).items():
        places = _places(flow, factor, apart=apart)
        cuts = _filled(pieces, room * share // 1000, places)
        bad = sum(
            1
            for cut in cuts
            if (cut not in atoms or (narrow and within_word(text, cut)))
            and not _before_number(text, cut)
        )
        if cuts and _shown(text[cuts[-1] :]) == 1:
            bad += 1
        count += bad * often
    return count


def _before_number(text: str, cut: int) -> bool:
    """Whether a line ends before a number, whose qualifier (达到, 超) may stand above it."""
    return text[cut].isdigit() and text[cut - 1].isalpha() and not text[cut - 1].isascii()


def _places(flow: Flow, factor: int, *, apart: bool) -> list[int]:
    """Where each character starts, and the last one ends, on a line that goes on."""
    widths = list(flow.base)
    for start, end, _ in spacing.western(flow.text):
        widths[start:end] = [each * factor // 1000 for each in widths[start:end]]
    for at in spacing.script_boundaries(flow.text) if apart else ():
        widths[at] += RESERVE_BOUNDARY * flow.sizes[at]
    return [0, *accumulate(widths)]


def _filled(pieces: Sequence[tuple[int, int]], room: int, places: Sequence[int]) -> list[int]:
    """Where lines end that take as many pieces as they can, but for the last one; of each piece
    where it ends, and where what is visible of it does."""
    cuts: list[int] = []
    start = before = 0
    for piece, end in pieces:
        if before > start and places[end] - places[start] > room:
            cuts.append(before)
            start = before
        before = piece
    return cuts


def _shown(text: str) -> int:
    return sum(char not in BLANK and char not in NO_START for char in text)
