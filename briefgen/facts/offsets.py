"""Turn the places of a text's characters into runs, each as long as they follow one another.

A number for each character would take as much as the characters do, four times over.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice, pairwise
from typing import Self

from briefgen.record import Record, State, field


class Offsets(Record, eq=False):
    """Where each character of one text stands in another: from `begins[n]` on, one after the other
    from `offsets[n]` on. Both only grow; characters may stand at one place."""

    begins: array[int]
    offsets: array[int]

    @classmethod
    def from_(cls, offset: int) -> Self:
        """Of characters that stand one after the other from `offset` on."""
        return cls(array("I", (0,)), array("I", (offset,)))

    def __getitem__(self, at: int) -> int:
        """Where the character at `at` stands."""
        run = bisect_right(self.begins, at) - 1
        return self.offsets[run] + at - self.begins[run]

    def first_from(self, offset: int, length: int) -> int:
        """The first of `length` characters that stands at `offset` or later, else `length`."""
        run = bisect_left(self.offsets, offset) - 1
        if run < 0:
            return 0
        end = self.begins[run + 1] if run + 1 < len(self.begins) else length
        return min(self.begins[run] + offset - self.offsets[run], end)

    def runs(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """The runs of the characters at `start:end`: where each begins, and where it stands."""
        if start >= end:
            return
        yield start, self[start]
        first = bisect_right(self.begins, start)
        for run in range(first, bisect_left(self.begins, end, first)):
            yield self.begins[run], self.offsets[run]


class Spans(Record, eq=False):
    """Many spans of a text, in the order of their starts; the longest of them has `longest`
    characters."""

    starts: array[int]
    ends: array[int]
    longest: int

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> Self:
        """Of spans in any order; they take no more than their numbers do."""
        packed = array("Q", (start << 32 | end for start, end in spans))
        cuts = [at for at, (one, other) in enumerate(pairwise(packed), 1) if one > other]
        if cuts:
            runs = pairwise((0, *cuts, len(packed)))
            packed = array("Q", merge(*(packed[begin:end] for begin, end in runs)))
        starts = array("I", (each >> 32 for each in packed))
        ends = array("I", (each & 0xFFFFFFFF for each in packed))
        longest = max((end - start for start, end in zip(starts, ends, strict=True)), default=0)
        return cls(starts, ends, longest)

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a character between `start` and `end`."""
        return next(self.touching(start, end), None) is not None

    def touching(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Those that have a character between `start` and `end`, in order."""
        first = bisect_left(self.starts, start - self.longest)
        for at in range(first, bisect_left(self.starts, end, first)):
            if start < self.ends[at]:
                yield self.starts[at], self.ends[at]


class Growing(State):
    """Offsets that are still put together, in order."""

    begins: array[int] = field(default_factory=lambda: array("I"))
    offsets: array[int] = field(default_factory=lambda: array("I"))
    length: int = 0

    def add(self, offset: int, count: int) -> None:
        """So many characters more, one after the other from `offset` on."""
        begins, offsets = self.begins, self.offsets
        if count and (not begins or offset - offsets[-1] != self.length - begins[-1]):
            begins.append(self.length)
            offsets.append(offset)
        self.length += count

    def made(self) -> Offsets:
        """What was put together."""
        return Offsets(self.begins, self.offsets)


def together(pieces: Iterable[str]) -> str:
    """The text of many short pieces, so many at a time: apart each costs many times its length."""
    rest, whole = iter(pieces), list[str]()
    while some := list(islice(rest, _MANY)):
        whole.append("".join(some))
    return "".join(whole)


_MANY = 4096
