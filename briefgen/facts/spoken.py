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


def counts(flat: str, start: int, end: int) -> bool:
    """Whether a small number in words at a place counts what is named behind it: opened four new
    stores; but not the two companies, phase two trials, three of them."""
    return bool(_COUNTED.match(flat, end)) and not _TOLD.search(flat, max(0, start - 24), start)


_NO_ADJECTIVE = (
    "of|in|on|at|for|to|and|or|with|by|from|as|the|a|an|its|is|was|are|were|has|had|have|that|which"
    "|who|if|but|than|per|more|less|days?|weeks?|months?|years?"
)
# What is many; of what a talk numbers (two reasons, three ways) there is nothing to be shown.
_COUNTED = pattern(
    rf" (?:(?!(?:{_NO_ADJECTIVE}) )[A-Za-z\d][A-Za-z\d-]* ){{0,3}}"
    rf"(?!(?:{_NO_ADJECTIVE})\b)(?!(?:reason|way|thing|side|point|word|type|kind|aspect|part|time"
    r"|halve|third|fourth|fifth|quarter|tenth|half|factor|step|area|theme|pillar|priority|phase"
    r"|stage|question|issue)s)"
    r"(?:[a-z]{2,}(?:[^\Wsui]|ee|ou)s|[a-z]{3,}ies|people|men|women|children)(?![\w’'-])"
)
_TOLD = pattern(
    r"(?i:\b(?:the|these|those|all|both|first|last|next|past|final|other|any|every|each|our|their"
    r"|its|his|her|your|my|or|in|phase|level|tier|stage|type|part|chapter|round|section|grade"
    r"|class|act|volume|book|group|division|zone|scope|step|than|previous|top|week|day|game|year"
    r"|number)|['’]s) (?:about |around |nearly )?$|\b(?:hundred|thousand|million) and $"
)


_HALF = pattern(
    r"half an? (?=[a-z]+illion\b|thousand\b|dozen\b|percentage point\b|per ?cent\b)", re.IGNORECASE
)
_SPOKEN = pattern(
    rf"({'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
    rf"(?:[ -]({'|'.join(UNDER_TEN)}))?(?![a-z])",
    re.IGNORECASE,
)
