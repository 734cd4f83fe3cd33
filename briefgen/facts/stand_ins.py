"""Turn the rare characters of a long text into others that take half the room, and back.

One emoji makes each character of a text take four bytes, where the words alone take one or two.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Container, Iterable
from itertools import islice
from unicodedata import combining, is_normalized

from briefgen.facts.offsets import together
from briefgen.patterns import compiled
from briefgen.record import Record, field


class StandIns(Record):
    """Characters that change places, each with one that the text has nowhere: no two meet, and what
    was done twice is undone."""

    swapped: dict[int, int] = field(default_factory=dict)

    def of(self, words: str) -> str:
        """Words as the text is held, of what is held what was written."""
        return words.translate(self.swapped) if self.swapped else words

    def decoded(self, data: bytes) -> str:
        """The text of these bytes as it is held."""
        decode = getincrementaldecoder("utf-8-sig")().decode
        last = len(data) - _BLOCK
        blocks = (decode(data[at : at + _BLOCK], at >= last) for at in range(0, len(data), _BLOCK))
        return together(map(self.of, blocks))


AS_WRITTEN = StandIns()
# A text that is shorter takes little anyhow.
_LONG = _BLOCK = 1 << 16
# So many kinds of rare characters are no exception.
_MOST = 1000
# A character beyond Unicode's basic plane, in UTF-8.
_RARE = rb"[\xf0-\xf4][\x80-\xbf]{3}"
# What stands in for a letter is one, what stands in for a mark none: syllables of Yi, which few
# texts have, and what Unicode leaves to private use.
_LETTERS, _MARKS = range(0xA000, 0xA48D), range(0xE000, 0xF000)
# Those of them that a text may have itself.
_STANDING = rb"\xea[\x80-\x92][\x80-\xbf]|\xee[\x80-\xbf]{2}"


def stand_ins(data: bytes) -> StandIns:
    """Those that the text of these bytes, in UTF-8, is to be held with."""
    if len(data) < _LONG:
        return AS_WRITTEN
    try:
        kinds = [each.decode() for each in _kinds(_RARE, data)]
    except UnicodeDecodeError:
        return AS_WRITTEN
    if not 0 < len(kinds) <= _MOST or not all(map(_is_plain, kinds)):
        return AS_WRITTEN
    letters = [each for each in kinds if each.isalpha()]
    marks = [each for each in kinds if not each.isalpha()]
    there = letters + marks
    taken = set(_kinds(_STANDING, data))
    back = _absent(_LETTERS, len(letters), taken) + _absent(_MARKS, len(marks), taken)
    if len(there) > len(back):
        return AS_WRITTEN
    return StandIns(str.maketrans("".join(there + back), "".join(back + there)))


def _kinds(source: bytes, data: bytes) -> list[bytes]:
    """What of this a text has, each once."""
    return sorted({match[0] for match in compiled(source).finditer(data)})


def _is_plain(char: str) -> bool:
    """Whether a character is no more to whoever reads it than any other letter or mark."""
    return is_normalized("NFC", char) and not (
        combining(char) or char.isnumeric() or char.isspace()
    )


def _absent(codes: Iterable[int], many: int, taken: Container[bytes]) -> list[str]:
    """The first so many of these characters that are not taken."""
    return list(islice((chr(each) for each in codes if chr(each).encode() not in taken), many))
