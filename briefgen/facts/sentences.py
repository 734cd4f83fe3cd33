"""Turn the text of a source into the places at which its sentences end."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.offsets import Offsets
from briefgen.patterns import pattern

_SENTENCE_END = pattern(
    r'[。！？!?…]+["”’」』)）]*|(?<=[A-Za-z\d)%])(?<!\.[A-Z])(?<!\bNo)(?<!\bFig)(?<!\bMr)(?<!\bMs)(?<!\bDr)'
    r"(?<!\bvs)(?<!approx)(?<!\bJan)(?<!\bFeb)(?<!\bAug)(?<!\bSept)(?<!\bOct)(?<!\bNov)(?<!\bDec)"
    # Patterson Companies, Inc. for the quarter: no sentence begins with a small letter.
    r"\.(?=\s|$)(?!\s[a-z])"
)
# Between digits a colon is a ratio's, and a comma before three of them groups thousands.
# The comma of a date ends no clause: November 2, 2024.
CLAUSE_END = pattern(
    r"[。！？!?…；;、]|(?<!\d)[：:∶，]|[：:∶](?!\d)|，(?!\d{3}(?!\d))"
    r"(?!(?:(?<=[a-y] \d，)|(?<=[a-y] \d\d，)) ?(?:19|20)\d\d(?!\d))"
)
# A paragraph shorter than this without a full stop is a heading or a caption, not one half of a
# sentence that the end of a column cut in two.
_SHORTEST_CUT = 30
# The longest sentence; every number of it is held against what stands around it.
_LONGEST = 600


def full_stops(chars: str, begin: int, end: int) -> Iterator[int]:
    """Where full stops end a sentence, of those that begin between `begin` and `end`; what stands
    around says whether they do."""
    for match in _SENTENCE_END.finditer(chars, begin):
        if match.start() >= end:
            break
        yield match.end()


def ends_of_text(text: str, stops: Iterable[int]) -> Iterator[int]:
    """Where sentences may end in the text of a source: at its full stops, and around headings and
    captions."""
    return merge(stops, _line_ends(text))


def sentence_ends(matching: str, offsets: Offsets, ends: Iterable[int]) -> array[int]:
    """Where the sentences of a source end in `matching`, whose characters stand at `offsets` in
    its text, which has these ends."""
    return _short_enough(matching, _sentence_ends(ends, offsets, len(matching)))


def _sentence_ends(ends: Iterable[int], offsets: Offsets, length: int) -> Iterator[int]:
    last = 0
    for end in ends:
        found = offsets.first_from(end, length)
        if found > last:
            last = found
            yield found


def _line_ends(text: str) -> Iterator[int]:
    last: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        words = line[0].strip()
        # The rows of a table are sentences each.
        heading = words.startswith("#") or bool(_CELLS.search(words))
        letter = LETTER_MARK.match(line[0])
        if words.count("。") == 0 and len(words) < _LONGEST_HEAD and has_hanzi(words):
            # 措施總值60億元　儲備將降至8000億元: a wide blank parts what a headline says.
            yield from (line.start() + gap.end() for gap in _WIDE.finditer(line[0]))
        # An item of a list ends before an empty line, however it ends.
        apart = last is not None and line.start() > last.end() + 1
        item = apart and last is not None and BULLET.match(last[0].strip())
        if heading or letter or BULLET.match(words) or item or (last and _is_over(last, line)):
            yield line.start()
        if letter:
            yield line.start() + letter.end()
        if heading or (words and len(words) < _SHORTEST_CUT):
            yield line.end()
        last = line if words else None


def _short_enough(matching: str, ends: Iterable[int]) -> array[int]:
    """The ends of sentences; one that nobody ends (in a scan, a list) ends where a clause does."""
    found, last = array("I"), 0
    for end in chain(ends, (len(matching),)):
        while end - last > _LONGEST:
            clauses = [each.end() for each in CLAUSE_END.finditer(matching, last, last + _LONGEST)]
            last = max((each for each in clauses if each > last), default=last + _LONGEST)
            found.append(last)
        found.append(end)
        last = end
    return found[:-1]


_LINE = pattern(r"[^\n]+")
_CELLS = pattern(r"\S\s*[|\t]\s*\S|\S {2,}[-+−(]?(?:[A-Z]{0,3}[$€£¥])?\(?\d[\d,.]*[)%]*(?: |$)")
# What an item of a list begins with.
BULLET = pattern(
    r"[-–—•●▪■◦*·]\s|[-–—－](?=[\u4e00-\u9fff「《“])|[•●▪■◦►▶◆◇□※‧・．](?=\s*\w)"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|[ivx]{1,4}|[a-h])[）)]\s*(?=\w)"
)
_DATE_LINE = pattern(r"\d{1,2} [A-Z][a-z]+ \d{4}")
_WIDE, _LONGEST_HEAD = pattern(r"(?<=[^\W\d_]|\d)\u3000+(?=\w)"), 60
# What a bullet of a symbol font becomes in plain text; it is no word of its sentence.
LETTER_MARK = pattern(
    r"\s*(?:[lnuvqoØŸü§](?:\t|[ \u00a0]{1,8})(?=[“\"「『（(]?[\u4e00-\u9fff])"
    r"|[oØŸ§][ \t]{1,8}(?=[A-Z]))"
)


def _is_over(line: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a Latin line is a heading or a paragraph of its own, and the next no part of it."""
    words, behind = line[0].strip(), other[0].strip()
    opens = behind[:1].isupper() or _DATE_LINE.fullmatch(behind)
    if has_hanzi(words) or not opens or words.endswith((",", "-")):
        return False
    return other.start() > line.end() + 1 or len(words) * 2 < len(behind)
