"""Turn a source in traditional characters into one of the same length in simplified ones.

What a number counts is found by words that both scripts write, each in its way; found in one of
them, it is told again in the characters of the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from briefgen.chinese.pinyin import simplified
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.sources import SourceText
from briefgen.record import replace


def simply(text: SourceText, stated: Sequence[Stated]) -> tuple[SourceText, Sequence[Stated]]:
    """A text and its numbers in simplified characters; themselves where they are so already."""
    if text.matching == text.matching.encode("gb2312", "ignore").decode("gb2312"):
        return text, stated
    table = {ord(char): way for char in {*text.matching} if (way := simplified(char)) != char}
    table = {code: way for code, way in table.items() if len(way) == 1} | (_BOTH if table else {})
    if not table:
        return text, stated
    items = [
        replace(item, before=item.before.translate(table), behind=item.behind.translate(table))
        for item in stated
    ]
    return replace(text, matching=text.matching.translate(table)), items


def as_written(
    label: Label, simple: SourceText, written: SourceText, bounds: tuple[int, int]
) -> Label:
    """A label of the sentence at `bounds` of a text in simplified characters in those that the
    source has there: its own words as they stand in it, then as they stand nearest before it, and
    what the rules say themselves in the script of the sentence."""
    if simple is written or not label.text or not _is_traditional(simple, written, bounds):
        return label
    begin, stop = bounds
    sentence = simple.matching[begin:stop]
    chars = dict(zip(sentence, written.matching[begin:stop], strict=True))
    made, at, words = "", 0, label.text
    while at < len(words):
        place, end = _longest(words, at, simple.matching, bounds)
        if place < 0:
            char = words[at]
            made += chars[char] if char in chars else _traditional(char)
        elif place >= begin:
            made += written.matching[place : place + end - at]
        else:
            made += "".join(map(_traditional, written.matching[place : place + end - at]))
        at = end
    return replace(label, text=made)


def _is_traditional(simple: SourceText, written: SourceText, bounds: tuple[int, int]) -> bool:
    """Whether a sentence is in traditional characters, or, where all of its are in both scripts,
    what stands around it."""
    begin, stop = bounds
    told = written.matching[begin:stop]
    if told != simple.matching[begin:stop]:
        return True
    if any(map(_only_simplified, told)):
        return False
    near = slice(max(0, begin - _NEAR), stop + _NEAR)
    return simple.matching[near] != written.matching[near]


def _longest(words: str, at: int, simple: str, bounds: tuple[int, int]) -> tuple[int, int]:
    """Where the most of some words from `at` on stands in a sentence, or else nearest before it,
    and where that ends in them; -1 and one character where not even two do."""
    begin, stop = bounds
    for first, last in ((begin, stop), (max(0, begin - _NEAR), begin)):
        for end in range(len(words), at + 1, -1):
            find = simple.find if first == begin else simple.rfind
            if (place := find(words[at:end], first, last)) >= 0:
                return place, end
    return -1, at + 1


def _only_simplified(char: str) -> bool:
    """Whether only simplified Chinese has a character: 该, not 楼价's 价, which Big5 has too."""
    return char != char.encode("big5", "ignore").decode("big5") and char == char.encode(
        "gb2312", "ignore"
    ).decode("gb2312")


@cache
def _traditional(char: str) -> str:
    """A character as traditional Chinese has it; one that it has too as it is."""
    if char in _OWN_WORDS:
        return _OWN_WORDS[char]
    return str(_converter().convert(char)) if _only_simplified(char) else char


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("s2hk")


_NEAR = 2000
# The standard of simplified characters has these too, which only traditional texts write.
_BOTH = {ord("後"): "后", ord("於"): "于"}
# What a label says in words of its own, in characters that Big5 has besides: 占比, 成交价.
_OWN_WORDS = dict(zip("占变动与数户价", "佔變動與數戶價", strict=True))
