"""Turn a short text that takes two lines into one whose lines break between its terms.

A caption, a lead or an event of a few hanzi, cut within a word, reads badly. So lines end at the
terms of the outline's lexicon, at punctuation and the small words between others, else at words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefgen.pages.picture.measure import lines_of
from briefgen.parts.context import Context
from briefgen.patterns import pattern
from briefgen.record import replace
from briefgen.typography.linebreak import NO_END, NO_START
from briefgen.typography.segment import inside_terms, line_ends
from briefgen.typography.text import Paragraph, Run

# A date, and what it is of: no break within.
_DATE = pattern(r"(?:\d{4}年)?(?:[一二三四]季度|[上下]半年|\d{1,2}月(?:\d{1,2}日)?)|\d{4}年")
# After these a line ends well; before these one begins well.
_ENDS, _BEGINS = frozenset("、，；：”》） "), frozenset("“《（与和及")
# Before these none begins, after these none ends: they belong to what is beside them.
_AFTER, _BEFORE = frozenset("的了级等"), frozenset("与和及在以")
# How much worse a break is that is not at a good place, and one within a word, in characters off
# the middle.
_PLAIN, _CUT = 2.5, 12
# So many lines are broken as those of titles are.
_FEW = (3, 4)


_within = lru_cache(maxsize=256)(inside_terms)


def halved(ctx: Context, paragraph: Paragraph, width: int) -> Paragraph:
    """A Chinese paragraph of two lines with its best break written into it, one of a few more
    broken as titles are where it takes no more lines then; others as they are."""
    lines = lines_of(ctx, paragraph, width) if ctx.chinese else 0
    if lines in _FEW:
        whole = replace(paragraph, keep_breaks=True)
        return whole if lines_of(ctx, whole, width) == lines else paragraph
    if lines != 2:
        return paragraph
    text = paragraph.text
    within = _within(text, ctx.brief.voice.lexicon)
    own = {*_own(paragraph), *(p for m in _DATE.finditer(text) for p in range(m.start(), m.end()))}
    ends = line_ends(text)
    for at in sorted(_places(text), key=lambda at: _cost(text, at, ends)):
        if at in within or at in own:
            continue
        made = _broken(paragraph, at)
        if lines_of(ctx, made, width) == 2:
            return made
    return paragraph


def _places(text: str) -> Iterator[int]:
    """Where a line may end: between two hanzi, or beside a sign that does not forbid it."""
    for at in range(2, len(text) - 1):
        before, after = text[at - 1], text[at]
        if before in NO_END or after in NO_START or before in _BEFORE or after in _AFTER:
            continue
        if not (before.isascii() or after.isascii()):
            yield at


def _own(paragraph: Paragraph) -> Iterator[int]:
    """The places within runs that are figures: a number is not parted from its unit."""
    start = 0
    for run in paragraph.runs:
        if run.figure:
            yield from range(start + 1, start + len(run.text))
        start += len(run.text)


def _cost(text: str, at: int, ends: frozenset[int]) -> float:
    good = text[at - 1] in _ENDS or text[at] in _BEGINS
    # Of two that are as good the later: 市场监管总局|起草指南.
    off = abs(at - len(text) / 2) - at / 1000
    return off + (0 if good else _PLAIN if at in ends else _CUT)


def _broken(paragraph: Paragraph, at: int) -> Paragraph:
    """The paragraph with a line break at a place of its text."""
    runs: list[Run] = []
    start = 0
    for run in paragraph.runs:
        end = start + len(run.text)
        if start < at <= end:
            cut = at - start
            if cut == len(run.text) and run.figure:
                # A number is its own run, and nothing else is in it.
                runs.append(run)
                run = replace(run, text="\n", figure="")
            else:
                run = replace(run, text=f"{run.text[:cut]}\n{run.text[cut:]}")
        runs.append(run)
        start = end
    return replace(paragraph, runs=tuple(runs))
