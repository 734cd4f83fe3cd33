"""Turn the first cells of a table's rows into whether they count these: 1, 2, 3; 一、二、三."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.brief.wording import Text
from briefgen.facts.numerals import numeral
from briefgen.patterns import pattern

_SERIAL = pattern(r"[（(]?(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,4})[)）]?[.、．,]?")
_CIRCLED = range(0x2460, 0x2474)
# Fewer rows may be of anything.
_LEAST = 3


def serial(rows: Sequence[Sequence[Text]]) -> bool:
    """Whether the first cells of at least three rows count them one by one, from 0 or 1 on."""
    found = [_number(str(row[0]).strip()) for row in rows if row]
    numbers = [number for number in found if number is not None]
    if len(numbers) < max(len(rows), _LEAST) or numbers[0] not in (0, 1):
        return False
    return all(after - before == 1 for before, after in pairwise(numbers))


def _number(words: str) -> int | None:
    if len(words) == 1 and ord(words) in _CIRCLED:
        return ord(words) - _CIRCLED.start + 1
    match = _SERIAL.fullmatch(words)
    number = numeral(match["number"]) if match else None
    return int(number.value) if number else None
