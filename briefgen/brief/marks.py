"""Turn an author's marks within a text into segments that know what they say.

**strong**  *stressed*  [words](https://…)  m^3^  CO~2~  a footnote[^1]  https://…  name@host.cn

CommonMark's flanking rules (0.31.2, 6.2) are made for words between spaces: in `**增长5%。**全市`
they find nothing strong. Here `**` opens before and closes behind any character but a space; so
does `*`, unless a digit stands directly outside (2*3*4). A lowered piece stands directly behind a
Latin letter or `)`, a raised one behind a digit or hanzi as well, and each is of one to six digits,
signs, brackets or Latin letters: 3~5年、6~8个 is no mark. Marks open and close on one line. A
backslash before a sign takes its meaning away. Nothing looks back, so that time goes by length.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefgen.brief.hints import SLUG
from briefgen.brief.wording import Look, Segment
from briefgen.chinese.hanzi import HANZI, RARE_HANZI, has_hanzi
from briefgen.patterns import pattern
from briefgen.record import Record, State, field, replace

_URL = r"[A-Za-z0-9\-._~:/?#@!$&'()+,;=%]"
_MAIL = r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_SMALL = r"[0-9A-Za-z.+\-−±=()\[\]]{1,6}"
_TOKEN = pattern(
    r"(?P<bare>\\(?=[*^~`\[\]<#_@]))"
    r"|(?P<note>\[\^(?P<number>[1-9][0-9]?)\])"
    r"|(?P<link>\[(?P<label>[^\[\]\n]+)\]\((?P<target>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\))"
    rf"|(?P<angle><(?P<inner>https?://[^\s<>]+|{_MAIL})>)"
    rf"|(?P<web>(?<![A-Za-z])https?://[A-Za-z0-9]{_URL}*)"
    rf"|(?P<mail>(?<![A-Za-z0-9._%+-])(?:mailto:)?{_MAIL})"
    r"|(?P<tel>(?<![A-Za-z])tel:\+?[0-9][0-9-]{4,})"
    rf"|(?P<up>\^{_SMALL}\^)|(?P<down>~{_SMALL}~)"
    r"|(?P<stars>\*+)"
    # What looks like marks of another language, or is written with full-width signs.
    r"|(?P<odd>`+|~~|__(?=\w)|!\[|\]\(|\]（\s*(?=https?:)|\[\^|(?<=\w)\^(?=[\w+\-(\[])|＊＊"
    r"|｛(?=[a-z0-9][a-z0-9:-]*[｝}])"
    r"|</?(?:a|b|br|i|em|strong|s|u|sub|sup|p|span|font|div|img|mark)\b[^<>\n]*>|(?<![^\n])#{1,6} )"
)
_ADDRESS = pattern(r"(?i:https?)://[^/\s]\S*|mailto:[^@\s]+@[^@\s]+|tel:\+?[0-9][0-9().-]{2,}")
_SLIDE = pattern(SLUG.regex)
_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\")
_BEFORE = {
    "up": pattern(f"[A-Za-z0-9){HANZI}{RARE_HANZI}]"),
    "down": pattern(r"[A-Za-z)]"),
}
# What ends a sentence around an address, and not the address.
_TAIL = ".,;:!?'~_"
# Of what looks like a mark and is none, so much is told.
_EXCERPT = 16


class Doubt(Record):
    """What looks like a mark and is none: the code of its problem, its sign, and the words from
    there on as they were written."""

    code: str
    sign: str
    words: str


def read(
    segments: Sequence[Segment], brackets: bool
) -> tuple[tuple[Segment, ...], tuple[Doubt, ...]]:
    """The segments of a text, cut where its marks begin and end, without them; and what only looks
    like marks, which stays as it is.

    No mark is read in what a figure wrote. The number of a footnote stands in `brackets`, as in
    Chinese, or alone.
    """
    whole = "".join([segment.text for segment in segments])
    mask = "".join([_masked(each.text) if each.figure else each.text for each in segments])
    work = _Work(whole, mask, [True] * len(whole), [Look()] * len(whole), brackets)
    at = 0
    for line in mask.split("\n"):
        work.scan(at, at + len(line))
        at += len(line) + 1
    of = [number for number, segment in enumerate(segments) for _ in segment.text]
    places = [at for at in range(len(whole)) if work.kept[at]]
    made: list[Segment] = []
    for (number, look), group in groupby(places, key=lambda at: (of[at], work.looks[at])):
        words = "".join([whole[at] for at in group])
        if look.rise:
            words = words.replace("-", "−")
        made.append(Segment(words, segments[number].figure, look if look != Look() else None))
    return tuple(made), tuple(dict.fromkeys(work.doubts))


def _masked(words: str) -> str:
    return "".join([char if char.isalnum() else "\ufffc" for char in words])


class _Work(State):
    """A text while its marks are read: which characters stay, and how each looks."""

    text: str
    mask: str
    kept: list[bool]
    looks: list[Look]
    brackets: bool
    doubts: list[Doubt] = field(default_factory=list)

    def scan(self, start: int, end: int) -> None:
        """Read the marks of a line, or of the words of a link."""
        opened: dict[int, int] = {}
        lone: list[int] = []
        at, bare = start, ""
        while match := _TOKEN.search(self.mask, at, end):
            begin, at, kind = match.start(), match.end(), match.lastgroup
            if kind == "bare":
                self._drop(begin, begin + 1)
                bare, at = self.text[at], at + 1
            elif kind == "note":
                self._look(begin, at, rise=1, note=match["number"])
                self._drop(begin + self.brackets, begin + 2)
                self._drop(at - (not self.brackets), at)
            elif kind == "link":
                target = _target(match["target"])
                if target:
                    self._look(*match.span("label"), link=target)
                    self.scan(*match.span("label"))
                    self._drop(match.end("label"), at)
                    self._drop(begin, begin + 1)
                at = at if target else begin + 1
            elif kind == "angle":
                self._address(begin + 1, at - 1)
                self._drop(begin, begin + 1)
                self._drop(at - 1, at)
            elif kind in ("web", "mail", "tel"):
                at = self._ended(begin, at)
                self._address(begin, at)
            elif kind in ("up", "down"):
                at = self._small(kind, begin, at)
            elif kind == "stars":
                self._stars(begin, at, (start, end), opened, lone)
            elif not (bare == "[" and match[0][0] == "]"):
                refused = match[0] == "](" and _SCHEME.match(self.text, at)
                self._doubt("link-refused" if refused else "mark-literal", match[0].strip(), begin)
        lone += [place for size, place in opened.items() if size == 1]
        if 2 in opened:
            self._doubt("mark-literal", "**", opened[2])
        if len(lone) > 1:
            self._doubt("mark-literal", "*", min(lone))

    def _stars(
        self,
        begin: int,
        stop: int,
        bounds: tuple[int, int],
        opened: dict[int, int],
        lone: list[int],
    ) -> None:
        """Close what is open of as many asterisks, or open it. `opened` is where, by their number;
        `lone` are single ones that do neither."""
        before = self.text[begin - 1] if begin > bounds[0] else " "
        after = self.text[stop] if stop < bounds[1] else " "
        if not before.isspace():
            begin = self._closed(begin, stop, after, opened, lone)
        left = stop - begin
        if left in (2, 3) and not after.isspace():
            if 2 in opened:
                self._unclosed(2, opened[2], lone)
            opened |= {2: begin} if left == 2 else {2: begin, 1: begin + 2}
        elif left == 1 and not after.isspace() and not before.isdigit():
            if 1 in opened:
                lone.append(opened[1])
            opened[1] = begin
        elif left > 1:
            self._unclosed(2, begin, lone)
        elif left and not (before.isdigit() and after.isdigit()) and before + after != "  ":
            lone.append(begin)

    def _closed(
        self, begin: int, stop: int, after: str, opened: dict[int, int], lone: list[int]
    ) -> int:
        """Close what these asterisks can, the latest first; where those begin that are left."""
        sizes = {1: {1}, 2: {2}, 3: {1, 2}}.get(stop - begin, set())
        if after.isdigit():
            sizes = sizes - {1}
        while closes := [size for size in sizes if size in opened and size <= stop - begin]:
            size = max(closes, key=opened.__getitem__)
            first = opened.pop(size)
            if size == 2 and opened.get(1) == first + 2:
                # Of three that opened together the two are the inner ones if they close first.
                opened[1], first = first, first + 1
            for other in [each for each, place in opened.items() if place > first]:
                self._unclosed(other, opened.pop(other), lone)
            self._emphasise(first, begin, size)
            begin += size
        return begin

    def _unclosed(self, size: int, place: int, lone: list[int]) -> None:
        if size == 1:
            lone.append(place)
        else:
            self._doubt("mark-literal", "**", place)

    def _emphasise(self, first: int, last: int, size: int) -> None:
        """Mark what stands between asterisks. Hanzi are not slanted (CLREQ, 3.2: what stresses them
        is dots or another face): where one is in it, all of it is bold."""
        inner = range(first + size, last)
        if size == 2:
            self._look(inner.start, last, strong=True)
        else:
            words = "".join([self.text[at] for at in inner if self.kept[at]])
            self._look(inner.start, last, stress="bold" if has_hanzi(words) else "slanted")
        self._drop(first, inner.start)
        self._drop(last, last + size)

    def _small(self, kind: str, begin: int, stop: int) -> int:
        """Raise or lower what stands between two signs, if what stands before allows it; where
        reading goes on."""
        place = begin - 1
        while place >= 0 and not self.kept[place]:
            place -= 1
        before = self.text[max(place, 0) : place + 1]
        if _BEFORE[kind].fullmatch(before):
            self._look(begin + 1, stop - 1, rise=1 if kind == "up" else -1)
            self._drop(begin, begin + 1)
            self._drop(stop - 1, stop)
            return stop
        if not (before.isdigit() and self.text[stop : stop + 1].isdigit()):
            self._doubt("mark-literal", self.text[begin], begin)
        return begin + 1

    def _address(self, begin: int, stop: int) -> None:
        """Let an address lead where it says, unless it stands in the words of a link."""
        target = self.text[begin:stop]
        if not self.looks[begin].link:
            self._look(begin, stop, link=target if ":" in target else f"mailto:{target}")

    def _ended(self, begin: int, stop: int) -> int:
        """Where a bare address ends: before what ends the sentence, or brackets, around it."""
        words = self.text[begin:stop]
        spare = words.count(")") - words.count("(")
        while (last := self.text[stop - 1]) in _TAIL or (last == ")" and spare > 0):
            spare -= last == ")"
            stop -= 1
        return stop

    def _look(self, begin: int, stop: int, **changes: object) -> None:
        for at in range(begin, stop):
            self.looks[at] = replace(self.looks[at], **changes)

    def _drop(self, begin: int, stop: int) -> None:
        self.kept[begin:stop] = [False] * (stop - begin)

    def _doubt(self, code: str, sign: str, begin: int) -> None:
        self.doubts.append(Doubt(code, sign, self.text[begin : begin + _EXCERPT].split("\n")[0]))


def _target(written: str) -> str:
    """Where a link leads: an address that it may have, a slide of this id, or nowhere ("")."""
    if _ADDRESS.fullmatch(written):
        return written
    return f"page:{written}" if _SLIDE.fullmatch(written) and not written.isdigit() else ""
