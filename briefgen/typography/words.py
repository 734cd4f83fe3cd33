"""Turn characters into what they cost as a Chinese word, by a table that is read in place.

The table (`assets/words`) is jieba's dictionary and its model of unknown words, made by
`assets/makers/make_words.py`, which says how it is laid out. It is mapped into memory and searched
there: nothing of it is loaded before a word is asked for, and little after that. A cost is the
negative logarithm of a probability, in units of 1/3000.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from mmap import ACCESS_READ, mmap

from briefgen.machine.assets import shipped
from briefgen.record import Record

# What the table has for “never seen”.
NEVER = 65_535
# The negative logarithm of one in all the words that were counted.
UNSEEN = 53_735
_LONGEST = 16
# So many entries are read at once.
_BLOCK = 256


class _Entries(Record, dict=True):
    """Where the entries of one length stand in the table, in order: how many; the bytes of each;
    their texts; their numbers."""

    count: int
    width: int
    texts: int
    numbers: int

    @cached_property
    def fences(self) -> list[bytes]:
        """The first text of each block of entries."""
        starts = range(self.texts, self.numbers, _BLOCK * self.width)
        return [_table().data[start : start + self.width] for start in starts]


class _Table(Record):
    data: mmap
    words: tuple[_Entries, ...]
    begun: int
    model: _Entries


@cache
def _table() -> _Table:
    with (shipped("assets") / "words" / "words.bin").open("rb") as file:
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    counts = struct.unpack_from(f">{_LONGEST + 1}I", data)
    at, begun = 4 * (_LONGEST + 1), 0
    words: list[_Entries] = []
    for length, count in enumerate(counts[:-1], 1):
        numbers = at + 2 * length * count
        words.append(_Entries(count, 2 * length, at, numbers))
        at = numbers + 2 * count
        if length == 2:
            begun, at = at, at + 2 * count
    model = _Entries(counts[-1], 2, at, at + 2 * counts[-1])
    return _Table(data, tuple(words), begun, model)


def _find(data: mmap, entries: _Entries, text: str) -> int:
    """The index of a text among entries; -1 where it is none of them."""
    key, width = text.encode("utf-16-be", "surrogatepass"), entries.width
    before = max(0, bisect_right(entries.fences, key) - 1) * _BLOCK
    start = entries.texts + before * width
    block = data[start : min(start + _BLOCK * width, entries.numbers)]
    place = block.find(key)
    # What straddles two entries is none.
    while place % width and place > 0:
        place = block.find(key, place + 1)
    return before + place // width if place >= 0 else -1


def _number(data: mmap, place: int) -> int:
    return data[place] << 8 | data[place + 1]


@lru_cache(maxsize=4096)
def word_cost(word: str) -> int:
    """What a word costs; NEVER where it is none."""
    table = _table()
    if not 0 < len(word) <= _LONGEST:
        return NEVER
    entries = table.words[len(word) - 1]
    at = _find(table.data, entries, word)
    return NEVER if at < 0 else _number(table.data, entries.numbers + 2 * at)


@lru_cache(maxsize=4096)
def _longer(pair: str) -> int:
    """Which lengths of words longer than two begin with these two characters, as bits."""
    table = _table()
    at = _find(table.data, table.words[1], pair)
    return 0 if at < 0 else _number(table.data, table.begun + 2 * at)


def words_at(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The words of the dictionary that begin at a place of a text: where each ends, and its cost;
    the single character, whether a word or not, first."""
    single = word_cost(text[start])
    yield start + 1, UNSEEN if single == NEVER else single
    pair = text[start : start + 2]
    if len(pair) == 2:
        if (cost := word_cost(pair)) != NEVER:
            yield start + 2, cost
        lengths = _longer(pair) >> 2
        for end in range(start + 3, len(text) + 1):
            if not lengths:
                return
            if lengths & 1 and (cost := word_cost(text[start:end])) != NEVER:
                yield end, cost
            lengths >>= 1


@lru_cache(maxsize=4096)
def place_costs(char: str) -> tuple[int, int, int, int]:
    """What a character costs as the begin, the middle and the end of an unknown word, and alone."""
    table = _table()
    at = _find(table.data, table.model, char)
    if at < 0:
        return NEVER, NEVER, NEVER, NEVER
    begin, middle, end, alone = struct.unpack_from(">4H", table.data, table.model.numbers + 8 * at)
    return begin, middle, end, alone
