"""Turn an item's place in a list into the mark that hangs before it: a bullet, or its number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from briefgen.record import Record

# How numbers are written, each called as its first mark looks.
Scheme = Literal["1.", "1)", "(1)", "①", "一、", "（一）"]

# The last number each scheme can write: circled numbers end at ㊿, and a list of more than 99
# items in hanzi is none that anybody counts through.
_LAST: dict[Scheme, int] = {"1.": 9999, "1)": 9999, "(1)": 9999, "①": 50, "一、": 99, "（一）": 99}
_DIGITS = "〇一二三四五六七八九"
# What marks take up and what stays free behind them, in 1/1000 em: wide and other characters.
# A figure of a bold Latin face is the widest of the others; 、 and ） bring half an em of their own
# white space along.
_WIDE, _OTHER = 1000, 600
_GAP, _GAP_AFTER_BLANK = 400, 200
_BULLET = 1100


class Bullet(Record):
    """The same character before every item. ValueError if `char` is not one character."""

    char: str = "•"

    def __post_init__(self) -> None:
        if len(self.char) != 1:
            raise ValueError(f"a bullet is one character, not {self.char!r}")

    @property
    def text(self) -> str:
        return self.char


class Numbering(Record):
    """An item's number (from 1) as a scheme writes it. ValueError for a scheme that there is not,
    and beyond what the scheme has."""

    scheme: Scheme
    number: int

    def __post_init__(self) -> None:
        if self.scheme not in _LAST:
            raise ValueError(f"{self.scheme!r} is none of the schemes {' '.join(_LAST)}")
        if not 1 <= self.number <= _LAST[self.scheme]:
            raise ValueError(f"{self.number} cannot be written as {self.scheme}")

    @property
    def text(self) -> str:
        if self.scheme == "①":
            return circled(self.number)
        written = str(self.number) if "1" in self.scheme else hanzi(self.number)
        return self.scheme.replace("1", written).replace("一", written)


Marker = Bullet | Numbering


def hanzi(number: int) -> str:
    """A number from 1 to 99 as one counts in Chinese: 九, 十, 十一, 二十, 九十九."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def circled(number: int) -> str:
    """A number from 1 to 50 in a circle: Unicode has them in three rows."""
    first, base = (0x2460, 1) if number <= 20 else (0x3251, 21) if number <= 35 else (0x32B1, 36)
    return chr(first + number - base)


def hang(markers: Iterable[Marker], size: int) -> int:
    """How far the widest of a list's markers hangs before the texts (EMU), all set in `size`.

    A little more than the marks need in any face: where a mark fills its place, applications put
    the text behind it at the next tab stop.
    """
    return round(max(map(_width, markers), default=0) * size / 1000)


def _width(marker: Marker) -> int:
    if isinstance(marker, Bullet):
        return _BULLET
    text = marker.text
    gap = _GAP_AFTER_BLANK if text[-1] in "、）" else _GAP
    return sum(_WIDE if ord(char) > 0x2000 else _OTHER for char in text) + gap
