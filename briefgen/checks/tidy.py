"""Turn the texts of a brief into what is typed otherwise than Chinese is set, each with its mend.

Half-width marks between hanzi (GB/T 15834, 4.1 and appendix A), full-width digits and letters,
spaces between hanzi, and ○ or 零 for 〇 in a year (GB/T 15835, 5.2.2). Only what can be mended by
these characters alone is told, at its place in the file. Words of a source stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.brief.model import Brief
from briefgen.brief.places import mark_at
from briefgen.brief.resolve import texts_of
from briefgen.brief.roles import quotations
from briefgen.chinese.hanzi import HANZI
from briefgen.patterns import pattern
from briefgen.problems import Problems
from briefgen.record import Record

# Half-width marks and the full-width ones that stand for them between hanzi.
MARKS = dict(zip(",;:?!()", "，；：？！（）", strict=True))
# Full-width digits and Latin letters, and the half-width ones.
LETTERS = {
    code: code - 0xFEE0
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
    for code in range(first, last + 1)
}
ZEROS = str.maketrans("○零", "〇〇")

# Chinese on one side of a mark: a hanzi, or what only stands in Chinese.
_CHINESE = rf"[{HANZI}〇，。；：？！、（）《》〈〉「」『』“”]"
_HAN = rf"[{HANZI}〇]"
_MARK = pattern(rf"(?<={_CHINESE})[,;:?!](?={_CHINESE})")
_PAIR = pattern(rf"(?<={_HAN})\((?={_HAN})[^()\n]*(?<={_HAN})\)(?={_CHINESE})")
_LETTER = pattern("[０-９Ａ-Ｚａ-ｚ]+")
_SPACE = pattern(rf"(?<={_HAN}) +(?={_HAN})")
_DIGIT = "[一二三四五六七八九○〇零]"
_YEAR = pattern(rf"(?<!{_DIGIT})[一二]{_DIGIT}{{3}}(?=年|[—–~～至到-]+[一二]{_DIGIT}{{3}}年)")
# What is no running text: a placeholder, code, the target of a link, an address.
_KEPT = pattern(r"\{[^{}\n]*\}|`[^`\n]*`|\]\([^\s()]*\)|\w+://[!-~]+|[!-~]+@[!-~]+")
_ANY = pattern("[ ,;:?!()○零０-９Ａ-Ｚａ-ｚ]")


class Untidy(Record):
    """What is typed otherwise at an offset of a text's characters: its code, and what is meant."""

    code: str
    start: int
    written: str
    meant: str


def check_tidy(brief: Brief, problems: Problems) -> None:
    """Tell what could be typed otherwise in a brief's texts."""
    quoted = {each.text.mark for slide in brief.deck for each in quotations(slide.fields)}
    for text in texts_of(brief):
        if text.raw and text.mark not in quoted:
            for each in untidy(text.raw):
                mark = mark_at(text, each.start)
                problems.add(each.code, mark, written=each.written, meant=each.meant)


def untidy(raw: str) -> Iterator[Untidy]:
    """What is typed otherwise in the characters of a text, as they stand in a file."""
    if raw.isascii() or not _ANY.search(raw):
        return
    kept = [match.span() for match in _KEPT.finditer(raw)]
    for code, start, end, meant in _found(raw):
        # Of a pair of brackets only the two are touched.
        ends = (start, end - 1)
        if not any(first <= at < last for at in ends for first, last in kept):
            yield Untidy(code, start, raw[start:end], meant)


def _found(raw: str) -> Iterator[tuple[str, int, int, str]]:
    for match in _MARK.finditer(raw):
        yield "half-width-mark", match.start(), match.end(), MARKS[match[0]]
    for match in _PAIR.finditer(raw):
        whole = MARKS["("] + match[0][1:-1] + MARKS[")"]
        yield "half-width-mark", match.start(), match.end(), whole
    for match in _LETTER.finditer(raw):
        yield "full-width-letters", match.start(), match.end(), match[0].translate(LETTERS)
    for match in _SPACE.finditer(raw):
        yield "space-between-hanzi", match.start(), match.end(), ""
    for match in _YEAR.finditer(raw):
        if (meant := match[0].translate(ZEROS)) != match[0]:
            yield "zero-in-year", match.start(), match.end(), meant
