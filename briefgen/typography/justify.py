"""Turn measured characters into how far each gap between two of them gives way.

Lines of running text are set to one width by what CLREQ and JLREQ ("line adjustment") allow, in
their order. First a line is squeezed: the blank halves of commas, colons, quotation marks and
brackets go, as far as they are there, then half of the space between Chinese and Latin; stops that
end a sentence keep theirs. Where a line is too short for that it is stretched: between hanzi, and
where Chinese meets Latin, by so little that nobody sees it. What is one glance to a reader gives
way nowhere: a number with its qualifier and unit, a Latin word, —— and …….

All lengths are EMU; a gap is named by the character before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from briefgen.record import Record
from briefgen.typography import spacing
from briefgen.typography.flow import HALF, SCRIPT_SPACE, Flow
from briefgen.typography.linebreak import Spans

# What the gap behind a hanzi may open by, and what stays of the space where scripts meet, in
# 1/1000 em.
STRETCH, LEAST_SPACE = 30, SCRIPT_SPACE // 2
# What a space between words gives up, and takes in a text without hanzi, in thousandths of itself.
_WORD_SQUEEZE, _WORD_STRETCH = 250, 500
# Marks within a sentence, whose blank half may go. What ends one keeps its own.
_CLOSERS = spacing.CLOSERS - frozenset("。！？．")
_OPENERS = spacing.OPENERS


class Give(Record):
    """How far the gaps of a flow give way: `marks` and then `spaces` close, `opens` widens.

    Each is summed up from the start, so that a line from character a to b (its last visible one)
    gives `sum[b] - sum[a]`; the gap behind b is beyond its end.
    """

    marks: Sequence[int]
    spaces: Sequence[int]
    opens: Sequence[int]

    def least(self, start: int, last: int) -> int:
        """How much a line may be squeezed."""
        marks, spaces = self.marks, self.spaces
        return marks[last] - marks[start] + spaces[last] - spaces[start]

    def most(self, start: int, last: int) -> int:
        """How much a line may be stretched."""
        return self.opens[last] - self.opens[start]

    def spread(self, adjust: list[int], start: int, last: int, spare: int) -> None:
        """Add `spare` to the gaps of a line, less where it is negative; `adjust` begins at `start`.

        It is what the line gives at most, but for what rounding adds.
        """
        marks = min(max(0, -spare), self.marks[last] - self.marks[start])
        shares = ((max(0, spare), self.opens), (-marks, self.marks))
        for amount, sums in (*shares, (min(0, spare) + marks, self.spaces)):
            whole = sums[last] - sums[start]
            done = 0
            for at in range(start, last) if amount and whole else ():
                upto = amount * (sums[at + 1] - sums[start]) // whole
                adjust[at - start] += upto - done
                done = upto


def give(flow: Flow, kept: Spans) -> Give:
    """How far the gaps of a flow give way; `kept` are the spans in which none does."""
    text, sizes, count = flow.text, flow.sizes, len(flow.text)
    marks, spaces, opens = [0] * count, [0] * count, [0] * count
    firm = {gap for start, end in kept for gap in range(start, end - 1)}
    words = not spacing.has_han(text)
    for at in spacing.stretchable(text):
        if at in firm:
            continue
        if text[at] == " ":
            own = flow.base[at] // 1000
            spaces[at] = own * _WORD_SQUEEZE // 1000
            opens[at] = own * _WORD_STRETCH // 1000 if words else 0
        elif flow.base[at] >= 1000 * sizes[at]:
            opens[at] = sizes[at] * STRETCH // 1000
            marks[at] = HALF * sizes[at] // 1000 * _blank_halves(flow, at)
    if flow.tight:
        for at in spacing.script_boundaries(text):
            if at not in firm:
                spaces[at] = (SCRIPT_SPACE - LEAST_SPACE) * sizes[at] // 1000
    sums = [[0, *accumulate(each)] for each in (marks, spaces, opens)]
    return Give(*sums)


def _blank_halves(flow: Flow, at: int) -> int:
    """How many blank halves of marks lie in a gap that none was taken from yet."""
    if not flow.tight or flow.adjust[at]:
        return 0
    text, full = flow.text, 1000

    def is_full(place: int) -> bool:
        return flow.base[place] == full * flow.sizes[place]

    closes = text[at] in _CLOSERS and is_full(at)
    return closes + (text[at + 1] in _OPENERS and is_full(at + 1))
