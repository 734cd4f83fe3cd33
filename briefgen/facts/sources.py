"""Turn a source file into text that quotes are found in, with the way back to line and column.

Scans break lines in the middle of a word, cut paragraphs at the end of a column, and mix full- and
half-width forms and quotation marks. None of that is what a sentence says, so none of it counts
when a quote is looked for. Errata correct the damaged words before anything is looked for.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from briefgen.chinese.forms import ordinary
from briefgen.facts.figures import Erratum, Source
from briefgen.facts.offsets import Growing, Offsets, together
from briefgen.facts.sentences import CLAUSE_END, ends_of_text, sentence_ends
from briefgen.patterns import pattern
from briefgen.problems import Phrase, Problems, phrase
from briefgen.record import Record

# One character for one, so that places carry over: full-width forms, quotation marks, dashes.
_SAME: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
_SAME |= dict.fromkeys(map(ord, "“”„‟「」『』〝〞＂‘’‚‛＇'"), ord('"'))
_SAME |= dict.fromkeys(map(ord, "–―−‐‑－"), ord("-")) | {ord("〇"): ord("零")}

# A comma that groups no digits is the comma of a sentence, in whichever width it was typed.
_MANY = 1000
_NEWLINE = pattern(r"\n")
_COMMA = pattern(r"(?<!\d),|,(?!\d{3})")
_WORD = pattern(r"\S+")
# Fewer characters of a quote stand in any source by chance.
_TELLING = 4


# Words that stand so often quote nothing; to look at each place would cost time without end.
MOST_PLACES = 500


class Place(Record):
    """Where a quote stands: file, line and column from 1, and the sentence around it.

    `start` and `end` bound it in the matching text of its source.
    """

    file: str
    line: int
    column: int
    sentence: str
    start: int = 0
    end: int = 0


class SourceText(Record, kw_only=True, eq=False):
    """A source made ready: `matching` is what is read, and `offsets` says for each of its
    characters where in `text` it comes from.

    Its white space is what stands between Latin words and digits alone: one space, a line break
    between two digits. Quotes are compared without any: with `squeezed`; before its places of
    `joints` white space stands in `matching`.
    """

    file: str
    text: str
    matching: str
    squeezed: str
    joints: array[int]
    damaged: str
    offsets: Offsets
    lines: array[int]
    sentence_ends: array[int]
    errata: tuple[tuple[re.Pattern[str], str], ...] = ()
    currency: str = ""

    def find(self, quote: str) -> tuple[Place, ...]:
        """The places that `quote` stands at, in order; of more than `MOST_PLACES` the first."""
        return tuple(self.place(*span) for span in islice(self.spans(quote), MOST_PLACES))

    def count(self, quote: str) -> int:
        """How often `quote` stands here."""
        return sum(1 for _ in self.spans(quote))

    def spans(self, words: str) -> Iterator[tuple[int, int]]:
        """Where in `matching` words stand, in order."""
        wanted = matching_form(words)
        at = self.squeezed.find(wanted) if wanted else -1
        while at >= 0:
            yield self.spanned(at, at + len(wanted))
            at = self.squeezed.find(wanted, at + 1)

    def spanned(self, start: int, end: int) -> tuple[int, int]:
        """Where in `matching` stands what `squeezed` has at `start:end`."""
        joints = self.joints
        return start + bisect_right(joints, start), end + bisect_right(joints, end - 1)

    def stands_damaged(self, quote: str) -> bool:
        """Whether `quote` stands in the text as it was before its errata."""
        wanted = matching_form(quote)
        return bool(wanted) and wanted in self.damaged

    def place(self, start: int, end: int, sentence: str = "") -> Place:
        """The place of `matching[start:end]`; its sentence may be known."""
        offset = self.offsets[start]
        line = bisect_right(self.lines, offset)
        column = offset - self.lines[line - 1] + 1
        sentence = sentence or self.sentence(start, end)
        return Place(self.file, line, column, sentence, start, end)

    def sentence(self, start: int, end: int) -> str:
        """The sentence or sentences that `matching[start:end]` stands in, as they read."""
        return self.words(*self.bounds(start, end))

    def words(self, start: int, end: int) -> str:
        """What the source has at `matching[start:end]`, as it reads, with its errata."""
        raw = self.text[self.offsets[start] : self.offsets[end - 1] + 1]
        for damaged, corrected in self.errata:
            raw = corrected.join(damaged.split(raw))
        return _one_line(raw).lstrip("# ")

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Where in `matching` the sentence or sentences around `matching[start:end]` stand."""
        first = bisect_right(self.sentence_ends, start)
        last = bisect_right(self.sentence_ends, end - 1)
        begin = self.sentence_ends[first - 1] if first else 0
        stop = self.sentence_ends[last] if last < len(self.sentence_ends) else len(self.matching)
        return begin, stop

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the clause around `matching[start:end]`: from comma to comma."""
        sentence = bisect_right(self.sentence_ends, start)
        begin = self.sentence_ends[sentence - 1] if sentence else 0
        for match in CLAUSE_END.finditer(self.matching, begin, start):
            begin = match.end()
        ends = bisect_right(self.sentence_ends, end - 1)
        stop = self.sentence_ends[ends] if ends < len(self.sentence_ends) else len(self.matching)
        after = CLAUSE_END.search(self.matching, end, stop + 1)
        return begin, min(stop, after.start()) if after else stop

    def goes_on(self, quote: str) -> Phrase:
        """What to do about words that do not stand here: up to where they do, and what follows."""
        found, then = self.nearest(quote)
        if len(found) < _TELLING:
            return phrase("copy-from-the-source")
        return phrase("agrees-up-to", found=found[-8:], then=then)

    def nearest(self, quote: str) -> tuple[str, str]:
        """The longest beginning of `quote` that stands here, and how the source goes on there."""
        wanted = matching_form(quote)
        low, high = 0, len(wanted)
        while low < high:
            middle = (low + high + 1) // 2
            if wanted[:middle] in self.squeezed:
                low = middle
            else:
                high = middle - 1
        at = self.squeezed.find(wanted[:low]) + low
        return wanted[:low], self.squeezed[at : at + 8] if low else ""


def matching_form(text: str) -> str:
    """`text` as quotes are compared: without white space, in half-width forms, plain quotes."""
    return "".join(_same(text).split())


def _same(text: str) -> str:
    """`text` in the forms that are compared; as long as before."""
    text = text.translate(_SAME)
    if text.count(",") < _MANY:
        return _COMMA.sub("，", text)

    def pieces() -> Iterator[str]:
        last = 0
        for comma in _COMMA.finditer(text):
            yield text[last : comma.start()] + "，"
            last = comma.end()
        yield text[last:]

    return together(pieces())


def decode(data: bytes, source: Source, problems: Problems) -> str | None:
    """The text of a source file, in ordinary characters, as an outline is read: in UTF-8 (with or
    without a byte order mark), in UTF-16 with one, or in GB 18030, which Chinese Windows writes."""
    file = source.file
    if document := _document(data):
        problems.add("source-document", source.mark, file=file, kind=phrase(document))
        return None
    for codec in _codecs(data):
        try:
            text = ordinary(data.decode(codec))
        except UnicodeDecodeError:
            continue
        if codec == "gb18030" and not _is_chinese(text):
            continue
        if not text.strip():
            problems.add("source-empty", source.mark, file=file)
            return None
        return text
    line = 1 + data.count(b"\n", 0, _damaged_at(data))
    problems.add("source-encoding", source.mark, file=file, line=line)
    return None


# What files of other programs begin with.
_DOCUMENTS = (
    (b"PK\x03\x04", "file-of-office"),
    (b"\xd0\xcf\x11\xe0", "file-of-office"),
    (b"%PDF", "file-of-pdf"),
    (b"{\\rtf", "file-of-office"),
)
# The share of characters of everyday use in a Chinese text.
_COMMON = 0.95


def _document(data: bytes) -> str:
    """What a file is that is no text, "" where it is one."""
    return next((what for begins, what in _DOCUMENTS if data.startswith(begins)), "")


def _codecs(data: bytes) -> tuple[str, ...]:
    """What a text may be written in, the likeliest first."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16",)
    return ("utf-8-sig", "gb18030")


def _is_chinese(text: str) -> bool:
    """Whether a text that was read as GB 18030 is everyday Chinese."""
    wide = [char for char in text if ord(char) > 0x7F]
    return sum(bool(char.encode("gb2312", "ignore")) for char in wide) > len(wide) * _COMMON


def _damaged_at(data: bytes) -> int:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return problem.start
    return 0


def prepare(source: Source, text: str, problems: Problems) -> SourceText:
    """The text of `source` with its errata applied, ready for finding quotes.

    An erratum that matches nothing, says nothing or corrects nothing becomes a problem.
    """
    chars = _same(text)
    ends = ends_of_text(text, chars)
    damaged, offsets = _squeezed(chars)
    del chars  # as long as the text, which may be long
    errata = _usable(source, damaged, problems)
    squeezed, offsets = _corrected(damaged, offsets, errata)
    matching, offsets, joints = _spaced(squeezed, offsets, text)
    line_starts = array("I", chain((0,), (match.end() for match in _NEWLINE.finditer(text))))
    return SourceText(
        file=source.file,
        currency=source.currency,
        text=text,
        matching=matching,
        squeezed=squeezed,
        joints=joints,
        damaged=damaged,
        offsets=offsets,
        lines=line_starts,
        sentence_ends=sentence_ends(matching, offsets, ends),
        errata=tuple(
            (re.compile(r"\s*".join(map(re.escape, "".join(e.damaged.split())))), e.corrected)
            for e in errata.values()
        ),
    )


def _squeezed(chars: str) -> tuple[str, Offsets]:
    """A text without its white space, and where its characters stand."""
    offsets = Growing()

    def words() -> Iterator[str]:
        for word in _WORD.finditer(chars):
            offsets.add(word.start(), word.end() - word.start())
            yield word[0]

    return together(words()), offsets.made()


def _usable(source: Source, damaged: str, problems: Problems) -> dict[str, Erratum]:
    usable: dict[str, Erratum] = {}
    for erratum in source.errata:
        mark = erratum.mark if erratum.mark.file else source.mark
        words = matching_form(erratum.damaged)
        if not words or words == matching_form(erratum.corrected):
            problems.add("erratum-empty", mark)
        elif words not in damaged:
            problems.add("erratum-unmatched", mark, file=source.file, words=erratum.damaged)
        elif words in usable:
            problems.add("erratum-twice", mark, words=erratum.damaged)
        else:
            usable[words] = erratum
    return usable


def _corrected(damaged: str, offsets: Offsets, errata: dict[str, Erratum]) -> tuple[str, Offsets]:
    """The matching text with every erratum applied at once, and its offsets."""
    if not errata:
        return damaged, offsets
    longest_first = sorted(errata, key=len, reverse=True)
    mapped = Growing()

    def copied(start: int, end: int) -> str:
        runs = [*offsets.runs(start, end), (end, 0)]
        for (begin, offset), (stop, _) in pairwise(runs):
            mapped.add(offset, stop - begin)
        return damaged[start:end]

    def pieces() -> Iterator[str]:
        last = 0
        for match in re.finditer("|".join(map(re.escape, longest_first)), damaged):
            words = matching_form(errata[match[0]].corrected)
            yield copied(last, match.start())
            # A corrected character points at the damaged one it stands for, or at the last of them.
            final = match.end() - 1
            for at in range(len(words)):
                mapped.add(offsets[min(match.start() + at, final)], 1)
            yield words
            last = match.end()
        yield copied(last, len(damaged))

    return together(pieces()), mapped.made()


_JOINED = pattern(r"[!-\u2e80]{2}").fullmatch


def _spaced(squeezed: str, offsets: Offsets, text: str) -> tuple[str, Offsets, array[int]]:
    """The text with the white space between Latin words and digits; its offsets; and where in
    `squeezed` it was put in."""
    mapped, joints = Growing(), array("I")

    def pieces() -> Iterator[str]:
        runs = offsets.runs(0, len(squeezed))
        for (begin, offset), (stop, _) in pairwise(chain(runs, ((len(squeezed), 0),))):
            if begin and _JOINED(squeezed[begin - 1 : begin + 1]):
                before = offsets[begin - 1] + 1
                if offset > before and text[offset - 1].isspace():
                    joints.append(begin)
                    mapped.add(before, 1)
                    yield _space(squeezed, begin, text[before:offset])
            mapped.add(offset, stop - begin)
            yield squeezed[begin:stop]

    matching = together(pieces())
    return (matching if joints else squeezed), mapped.made(), joints


def _space(squeezed: str, at: int, blank: str) -> str:
    """What stands for white space: numbers on two lines are two numbers (of a page, of a note)."""
    digits = squeezed[at - 1].isdigit() and squeezed[at].isdigit()
    return "\n" if digits and "\n" in blank else " "


def _one_line(text: str) -> str:
    """A text whose line breaks are gone; they leave a space only between Latin words."""

    def joint(space: re.Match[str]) -> str:
        if "\n" not in space[0]:
            return " "
        return " " if _latin(text, space.start() - 1) and _latin(text, space.end()) else ""

    return re.sub(r"\s+", joint, text.strip())


def _latin(text: str, at: int) -> bool:
    return 0 <= at < len(text) and ord(text[at]) < 0x2E80
