"""Turn the table beside a shipped face into the advance of each of its characters.

Lines of a table, in 1/1000 em, parted by tabs:

    555   0123456789      the advance of each of these characters
    1000  hanzi  4B8A…    that of the hanzi of the basic block whose bits are set, in base 64
    pwid  “  475  549     a quotation mark's advance in Latin text, and how far left of its place
                          the full-width glyph then has to start

Nearly all of a face's characters are hanzi of one advance. They stay bits till a text asks for one:
making an entry for each takes longer than setting a page.
"""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable, Mapping

# The basic block of hanzi (Unicode, CJK Unified Ideographs).
_FIRST, _LAST = 0x4E00, 0x9FFF


class Advances:
    """The advance of each character of a face (1/1000 em): those `known` one by one, and `wide` for
    the hanzi of the basic block whose bits in `hanzi` are set, the lowest of each byte first."""

    __slots__ = ("hanzi", "known", "wide")

    def __init__(self, known: dict[str, int], hanzi: bytes = b"", wide: int = 0) -> None:
        self.known, self.hanzi, self.wide = known, hanzi, wide

    def get(self, char: str) -> int | None:
        """The advance of a character; None where the face has none."""
        own = self.known.get(char)
        if own is None:
            at = ord(char) - _FIRST
            if 0 <= at >> 3 < len(self.hanzi) and self.hanzi[at >> 3] >> (at & 7) & 1:
                return self.wide
        return own

    def __contains__(self, char: str) -> bool:
        return self.get(char) is not None

    def every(self) -> dict[str, int]:
        """All characters of the face with their advances."""
        block = map(chr, range(_FIRST, _LAST + 1))
        return {**{char: self.wide for char in block if char in self}, **self.known}


def table_of(advances: Mapping[str, int]) -> list[str]:
    """The lines of a table that give the advances of characters."""
    alike: dict[int, list[str]] = {}
    for char in sorted(advances):
        alike.setdefault(advances[char], []).append(char)
    wide = max(alike, key=lambda advance: len(alike[advance]))
    hanzi = [char for char in alike[wide] if _FIRST <= ord(char) <= _LAST]
    lines = []
    for advance, chars in sorted(alike.items()):
        if advance == wide and hanzi:
            others = "".join(sorted(set(chars) - set(hanzi)))
            lines += [f"{advance}\t{others}"] if others else []
            lines.append(f"{advance}\thanzi\t{b2a_base64(_bits(hanzi), newline=False).decode()}")
        else:
            lines.append(f"{advance}\t{''.join(chars)}")
    return lines


def _bits(hanzi: Iterable[str]) -> bytes:
    places = [ord(char) - _FIRST for char in hanzi]
    made = bytearray(max(places) // 8 + 1)
    for at in places:
        made[at >> 3] |= 1 << (at & 7)
    return bytes(made)


def read_table(table: str) -> tuple[Advances, dict[str, tuple[int, int]]]:
    """The advances of a table, and what it says of quotation marks in Latin text."""
    made = Advances({})
    quotes: dict[str, tuple[int, int]] = {}
    for line in table.split("\n"):
        key, _, rest = line.partition("\t")
        if key == "pwid":
            char, advance, left = rest.split("\t")
            quotes[char] = (int(advance), int(left))
        elif rest.startswith("hanzi\t"):
            made.wide, made.hanzi = int(key), a2b_base64(rest.partition("\t")[2])
        elif key:
            made.known |= dict.fromkeys(rest, int(key))
    return made, quotes
