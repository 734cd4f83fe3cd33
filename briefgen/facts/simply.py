"""Turn a source in traditional characters into one of the same length in simplified ones.

What a number counts is found by words that both scripts write, each in its way; found in one of
them, it is told again in the characters of the source.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    table = {code: way for code, way in table.items() if len(way) == 1}
    if not table:
        return text, stated
    items = [
        replace(item, before=item.before.translate(table), behind=item.behind.translate(table))
        for item in stated
    ]
    return replace(text, matching=text.matching.translate(table)), items


def as_written(label: Label, simple: str, written: str) -> Label:
    """A label of a sentence in simplified characters in those that the source has there."""
    if simple == written or not label.text:
        return label
    chars = _OWN_WORDS | dict(zip(simple, written, strict=True))
    made, at, words = "", 0, label.text
    while at < len(words):
        end = len(words)
        while end > at + 1 and words[at:end] not in simple:
            end -= 1
        place = simple.find(words[at:end]) if end > at + 1 else -1
        made += written[place : place + end - at] if place >= 0 else chars.get(words[at], words[at])
        at = end
    return replace(label, text=made)


# What a label says in words of its own: 占比, 变动, 与…之比, 人数.
_OWN_WORDS = dict(zip("占变动与数户", "佔變動與數戶", strict=True))
