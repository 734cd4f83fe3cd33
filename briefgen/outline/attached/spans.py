"""Turn numbers of rows and columns into the words that a reader finds them by."""

from __future__ import annotations

from collections.abc import Sequence


def spans(numbers: Sequence[int]) -> str:
    """Ascending numbers as a reader writes them.

    >>> spans([2, 3, 4, 5, 7])
    '2–5, 7'
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(f"{a}–{b}" if b > a else str(a) for a, b in found)


def letters(column: int) -> str:
    """The letters of a column of a sheet, from 1.

    >>> letters(2), letters(27)
    ('B', 'AA')
    """
    said = ""
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said
