"""Turn a source file into text that quotes are found in, with the way back to line and column.

Scans break lines in the middle of a word, cut paragraphs at the end of a column, and mix full- and
half-width forms and quotation marks. None of that is what a sentence says, so none of it counts
when a quote is looked for. Errata correct the damaged words before anything is looked for.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import TypeAlias

from briefgen.facts.figures import Erratum, Source
from briefgen.facts.offsets import Growing, Offsets, together
from briefgen.facts.sentences import CLAUSE_END, ends_of_text, full_stops, sentence_ends
from briefgen.facts.stand_ins import AS_WRITTEN, StandIns
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
_GAP = pattern(r"\s+")
# Fewer characters of a quote stand in any source by chance.
_TELLING = 4


# Some characters of a source in the forms that are compared, and where they stand in its text.
Block: TypeAlias = tuple[str, Offsets]

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


class SourceText(Record, kw_only=True, eq=False, dict=True):
    """A source made ready: `matching` is what is read, and `offsets` says for each of its
    characters where in `text` it comes from.

    Its white space is what stands between Latin words and digits alone: one space, a line break
    between two digits. Quotes are compared without any: with `squeezed`; before its places of
    `joints` white space stands in `matching`.
    """

    file: str
    text: str
    matching: str
    offsets: Offsets
    lines: array[int]
    sentence_ends: array[int]
    errata: tuple[tuple[re.Pattern[str], str], ...] = ()
    currency: str = ""
    stand_ins: StandIns = AS_WRITTEN

    @cached_property
    def written(self) -> str:
        """The text as its file has it."""
        return self.stand_ins.of(self.text)

    @cached_property
    def squeezed(self) -> str:
        """What quotes are looked for in."""
        return self.matching.replace(" ", "").replace("\n", "")

    @cached_property
    def joints(self) -> array[int]:
        """Where in `squeezed` white space was taken out."""
        gaps = _GAP.finditer(self.matching)
        return array("I", (gap.start() - many for many, gap in enumerate(gaps)))

    @cached_property
    def damaged(self) -> str:
        """What quotes would be looked for in without any errata."""
        return _squeezed(_same(self.text))[0] if self.errata else self.squeezed

    def form(self, words: str) -> str:
        """Words as they are looked for here."""
        return self.stand_ins.of(matching_form(words))

    def find(self, quote: str) -> tuple[Place, ...]:
        """The places that `quote` stands at, in order; of more than `MOST_PLACES` the first."""
        return tuple(self.place(*span) for span in islice(self.spans(quote), MOST_PLACES))

    def count(self, quote: str) -> int:
        """How often `quote` stands here."""
        return sum(1 for _ in self.spans(quote))

    def spans(self, words: str) -> Iterator[tuple[int, int]]:
        """Where in `matching` words stand, in order."""
        wanted = self.form(words)
        at = self.squeezed.find(wanted) if wanted else -1
        while at >= 0:
            yield self.spanned(at, at + len(wanted))
            at = self.squeezed.find(wanted, at + 1)

    def spanned(self, start: int, end: int) -> tuple[int, int]:
        """Where in `matching` stands what `squeezed` has at `start:end`."""
        joints = self.joints
        return start + bisect_right(joints, start), end + bisect_right(joints, end - 1)

    def stands_outside(self, words: str, first: int, last: int) -> bool:
        """Whether words stand in `matching` before `first`, or from `last` on."""
        wanted = self.form(words)
        at = self.squeezed.find(wanted) if wanted else -1
        if at < 0 or self.spanned(at, at + 1)[0] < first:
            return at >= 0
        behind = bisect_left(
            range(len(self.squeezed)), last, key=lambda each: self.spanned(each, each + 1)[0]
        )
        return self.squeezed.find(wanted, behind) >= 0

    def stands_damaged(self, quote: str) -> bool:
        """Whether `quote` stands in the text as it was before its errata."""
        wanted = self.form(quote)
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
        raw = self.stand_ins.of(self.text[self.offsets[start] : self.offsets[end - 1] + 1])
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
        wanted = self.form(quote)
        low, high = 0, len(wanted)
        while low < high:
            middle = (low + high + 1) // 2
            if wanted[:middle] in self.squeezed:
                low = middle
            else:
                high = middle - 1
        at = self.squeezed.find(wanted[:low]) + low
        then = self.squeezed[at : at + 8] if low else ""
        return self.stand_ins.of(wanted[:low]), self.stand_ins.of(then)


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


def prepare(
    source: Source, text: str, problems: Problems, stand_ins: StandIns = AS_WRITTEN
) -> SourceText:
    """The text of `source` with its errata applied, ready for finding quotes.

    An erratum that matches nothing, says nothing or corrects nothing becomes a problem.
    """
    stops = array("I")
    blocks = _blocks(text, stops)
    errata: dict[str, Erratum] = {}
    if source.errata:
        chars = together(block for block, _ in blocks)
        damaged, places = _squeezed(chars)
        errata = _usable(source, damaged, stand_ins, problems)
        blocks = _corrected(chars, damaged, places, errata, stand_ins)
        del chars, damaged, places  # as long as the text, which may be long
    matching, offsets = _spaced(blocks)
    line_starts = array("I", chain((0,), (match.end() for match in _NEWLINE.finditer(text))))
    return SourceText(
        file=source.file,
        currency=source.currency,
        stand_ins=stand_ins,
        text=text,
        matching=matching,
        offsets=offsets,
        lines=line_starts,
        sentence_ends=sentence_ends(matching, offsets, ends_of_text(text, stops)),
        errata=tuple(
            (re.compile(r"\s*".join(map(re.escape, "".join(e.damaged.split())))), e.corrected)
            for e in errata.values()
        ),
    )


# A source is made ready so many characters at a time: of a long one, no second is held meanwhile.
_BLOCK = 1 << 16
# So many characters around a block say whether a sentence ends at a full stop.
_BESIDE = 16
# Between two letters no sentence ends, no white space stands, and no comma's width is at stake.
_CUT = pattern(r"[^\W\d_](?=[^\W\d_])")


def _blocks(text: str, stops: array[int]) -> Iterator[Block]:
    """A text in the forms that are compared, block by block, each with where it stands; the full
    stops of each are added to `stops`."""
    begin = 0
    while begin < len(text):
        cut = _CUT.search(text, begin + _BLOCK)
        end = cut.end() if cut else len(text)
        lead = max(0, begin - _BESIDE)
        chars = _same(text[lead : end + _BESIDE])
        stops.extend(lead + at for at in full_stops(chars, begin - lead, end - lead))
        yield chars[begin - lead : end - lead], Offsets.from_(begin)
        begin = end


def _squeezed(chars: str) -> tuple[str, Offsets]:
    """A text without its white space, and where its characters stand."""
    offsets = Growing()

    def words() -> Iterator[str]:
        for word in _WORD.finditer(chars):
            offsets.add(word.start(), word.end() - word.start())
            yield word[0]

    return together(words()), offsets.made()


def _usable(
    source: Source, damaged: str, stand_ins: StandIns, problems: Problems
) -> dict[str, Erratum]:
    usable: dict[str, Erratum] = {}
    for erratum in source.errata:
        mark = erratum.mark if erratum.mark.file else source.mark
        words = stand_ins.of(matching_form(erratum.damaged))
        if not words or words == stand_ins.of(matching_form(erratum.corrected)):
            problems.add("erratum-empty", mark)
        elif words not in damaged:
            problems.add("erratum-unmatched", mark, file=source.file, words=erratum.damaged)
        elif words in usable:
            problems.add("erratum-twice", mark, words=erratum.damaged)
        else:
            usable[words] = erratum
    return usable


def _corrected(
    chars: str, damaged: str, places: Offsets, errata: dict[str, Erratum], stand_ins: StandIns
) -> Iterator[Block]:
    """A text with every erratum applied at once; `damaged` is it without white space, with the
    places of its characters."""
    mapped, last = Growing(), 0
    pieces: list[str] = []
    longest_first = sorted(errata, key=len, reverse=True)
    for match in re.finditer("|".join(map(re.escape, longest_first)) or "(?!)", damaged):
        words = stand_ins.of(matching_form(errata[match[0]].corrected))
        begin, final = places[match.start()], match.end() - 1
        mapped.add(last, begin - last)
        # A corrected character points at the damaged one it stands for, or at the last of them.
        for at in range(len(words)):
            mapped.add(places[min(match.start() + at, final)], 1)
        pieces += (chars[last:begin], words)
        last = places[final] + 1
    mapped.add(last, len(chars) - last)
    yield "".join((*pieces, chars[last:])), mapped.made()


def _spaced(blocks: Iterable[Block]) -> tuple[str, Offsets]:
    """A text with the white space between Latin words and digits alone, and its offsets."""
    mapped = Growing()

    def add(places: Offsets, start: int, end: int) -> None:
        for (begin, offset), (stop, _) in pairwise((*places.runs(start, end), (end, 0))):
            mapped.add(offset, stop - begin)

    def pieces() -> Iterator[str]:
        for chars, places in blocks:
            last = 0
            for gap in _GAP.finditer(chars):
                space = _space(chars, gap)
                if space != gap[0]:
                    add(places, last, gap.start() + len(space))
                    yield chars[last : gap.start()] + space
                    last = gap.end()
            add(places, last, len(chars))
            yield chars[last:]

    return together(pieces()), mapped.made()


def _space(chars: str, gap: re.Match[str]) -> str:
    """What stands for white space: numbers on two lines are two numbers (of a page, of a note)."""
    before, behind = chars[gap.start() - 1 : gap.start()], chars[gap.end() : gap.end() + 1]
    if not ("!" <= before <= "\u2e80" and "!" <= behind <= "\u2e80"):
        return ""
    return "\n" if "\n" in gap[0] and before.isdigit() and behind.isdigit() else " "


def _one_line(text: str) -> str:
    """A text whose line breaks are gone; they leave a space only between Latin words."""

    def joint(space: re.Match[str]) -> str:
        if "\n" not in space[0]:
            return " "
        return " " if _latin(text, space.start() - 1) and _latin(text, space.end()) else ""

    return re.sub(r"\s+", joint, text.strip())


def _latin(text: str, at: int) -> bool:
    return 0 <= at < len(text) and ord(text[at]) < 0x2E80
