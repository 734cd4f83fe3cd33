"""Turn the places of a text's characters into runs, each as long as they follow one another.

A number for each character would take as much as the characters do, four times over.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import islice

from briefgen.record import Record, State, field


class Offsets(Record, eq=False):
    """Where each character of one text stands in another: from `begins[n]` on, one after the other
    from `offsets[n]` on. Both only grow; characters may stand at one place."""

    begins: array[int]
    offsets: array[int]

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
