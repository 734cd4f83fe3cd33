"""Turn a text into whether, and where, it is Chinese: the classes of Chinese characters.

Each class is a part of a regular expression, to stand between square brackets.
"""

from __future__ import annotations

from unicodedata import east_asian_width

from briefgen.patterns import pattern

# The ideographs of Unicode's basic plane, with those for compatibility; and those beyond it.
HANZI = "\u3400-\u9fff\uf900-\ufaff"
RARE_HANZI = "\U00020000-\U0003ffff"

# One hanzi, kana or letter beyond ASCII, as a pattern of its own: a class of all hanzi takes a
# millisecond to compile.
LETTER = r"[^\W\d_A-Za-z]"

_HANZI = pattern(f"[{HANZI}]")


def has_hanzi(text: str) -> bool:
    """Whether there is a Chinese character in a text."""
    # A class of so many characters takes a thousand times as long to compile as this to answer.
    return not text.isascii() and any(
        "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" for char in text
    )


def count_hanzi(text: str) -> int:
    """How many Chinese characters are in a text."""
    return len(_HANZI.findall(text))


def cells(text: str) -> int:
    """The columns that `text` takes on a terminal (UAX #11: wide and full-width take two).

    >>> cells("GDP"), cells("江城 GDP")
    (3, 8)
    """
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
