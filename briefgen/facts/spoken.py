"""Turn English number words into digits."""

from __future__ import annotations

import re

from briefgen.patterns import pattern

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
UNDER_TEN = _SMALL.split()[:9]
NUMBER_WORDS = dict(zip(_SMALL.split(), (*range(1, 21), *range(30, 100, 10)), strict=True))


def in_digits(words: str) -> str:
    """English number words as digits: five million people, twenty-five years.

    >>> in_digits("twenty-five years"), in_digits("five million")
    ('25 years', '5 million')
    """
    if half := _HALF.match(words):
        return f"0.5 {words[half.end() :]}"
    match = _SPOKEN.match(words)
    if not match:
        return words
    value = NUMBER_WORDS[match[1].lower()] + NUMBER_WORDS.get((match[2] or "").lower(), 0)
    return f"{value} {words[match.end() :].lstrip(' -')}".rstrip()


_HALF = pattern(
    r"half an? (?=[a-z]+illion\b|thousand\b|dozen\b|percentage point\b|per ?cent\b)", re.IGNORECASE
)
_SPOKEN = pattern(
    rf"({'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
    rf"(?:[ -]({'|'.join(UNDER_TEN)}))?(?![a-z])",
    re.IGNORECASE,
)
