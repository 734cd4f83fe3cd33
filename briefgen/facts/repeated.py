"""Turn drafts of one source into those that say something of their own.

A headline and its article, or a summary and its chapter, tell the same figure twice. One entry
holds it for both: the one that says more, which is seldom the headline's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.pinyin import simplified
from briefgen.facts.drafts import Draft
from briefgen.facts.figures import Figure
from briefgen.facts.quantity import Quantity
from briefgen.patterns import pattern

_NUMBERS = pattern(r"\d[\d.]*")
_WORD = pattern(r"[a-z]{4,}")
# Words that any label may share.
_COMMON = frozenset("share total growth increase decrease with from that which their year".split())
_ALIKE, _SOME = 0.5, 2
# Of so many characters a label says enough: the first of two is taken.
_ENOUGH = 10


def said_once(drafts: Sequence[Draft], known: Iterable[Figure] = ()) -> list[Draft]:
    """The drafts without those that repeat another one, or a figure that is `known`, in order."""
    kept: list[Draft] = []
    places: dict[_Key, list[int]] = {}
    told: dict[_Key, list[frozenset[str]]] = {}
    for each in known:
        told.setdefault(_key(each.quantity), []).append(_of(each))
    for draft in drafts:
        key = _key(draft.quantity)
        if any(_repeats(draft, words) for words in told.get(key, ())):
            continue
        alike = places.setdefault(key, [])
        at = next((at for at in alike if _same(kept[at], draft)), -1)
        if at < 0:
            alike.append(len(kept))
            kept.append(draft)
        elif _weight(draft) > _weight(kept[at]):
            kept[at] = draft
    return sorted(kept, key=lambda each: each.stated.place.start)


_Key: TypeAlias = tuple[object, ...]


def _key(quantity: Quantity) -> _Key:
    """What two quantities that are one have alike; each that has no value is but itself."""
    alike = (quantity.value, quantity.unit, quantity.form, quantity.direction)
    return (id(quantity),) if quantity.value is None else alike


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell one figure, in sentences that name no other numbers beside it."""
    periods = {one.period, other.period} - {""}
    numbers = [{*_NUMBERS.findall(each.quote)} for each in (one, other)]
    if one.quote == other.quote or not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
        return False
    words = _words(f"{one.label} {one.quote}")
    return len(periods) < _SOME and _repeats(other, words)


def _repeats(draft: Draft, words: frozenset[str]) -> bool:
    """Whether those words tell already what a draft of the same quantity is of."""
    said = _words(draft.label)
    shared = len(said & words)
    return bool(said) and shared >= _SOME and shared >= _ALIKE * len(said)


def _weight(draft: Draft) -> tuple[bool, bool, bool, int, int]:
    """How much a draft says: whether it is sure and has a period, its label, and its quote."""
    sure = draft.whole and draft.why is None
    return draft.whole, sure, bool(draft.period), min(len(draft.label), _ENOUGH), len(draft.quote)


def _of(figure: Figure) -> frozenset[str]:
    return _words(" ".join((*figure.label.values(), figure.quote)))


def _words(text: str) -> frozenset[str]:
    """The words of a label by which others may be like it: pairs of hanzi, or long words."""
    if has_hanzi(text):
        plainly = re.sub(r"\W|\d", "", "".join(simplified(char) for char in text))
        return frozenset(plainly[at : at + 2] for at in range(len(plainly) - 1))
    return frozenset(word[:6] for word in _WORD.findall(text.lower())) - _COMMON
