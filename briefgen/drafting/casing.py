"""Turn a line in capitals into one in title case, as a title of a slide is set in English."""

from __future__ import annotations

from briefgen.patterns import pattern

# Fewer letters are an abbreviation.
_FEWEST = 8
_LETTERS = pattern(r"[^\W\d_]+")
_VOWEL = pattern(r"[AEIOUY]")
_SMALL = frozenset("A AN AND AS AT BUT BY FOR FROM IN INTO OF ON OR PER THE TO VIA WITH".split())
# What stays in capitals wherever it stands; so does what has no vowel.
_CAPITALS = frozenset(
    "US USA UK EU UN UAE AI IT IP IPO ESG GAAP NYSE CEO CFO COO CPI EBITDA EPS ETF HKEX IFRS OECD "
    "REIT USD EUR II III IV VI VII VIII IX".split()
)


def cased(words: str) -> str:
    """A text that is in capitals from end to end in title case; any other as it is.

    >>> cased("CONSOLIDATED STATEMENTS OF INCOME"), cased("GDP"), cased("Third Quarter")
    ('Consolidated Statements of Income', 'GDP', 'Third Quarter')
    """
    letters = sum(map(str.isalpha, words))
    if letters < _FEWEST or not words.isupper() or " " not in words:
        return words
    made: list[str] = []
    last = 0
    for number, match in enumerate(_LETTERS.finditer(words)):
        before = words[last : match.start()]
        made += (before, _word(match[0], number == 0 or ":" in before, words, match.start()))
        last = match.end()
    return "".join((*made, words[last:]))


def _word(word: str, first: bool, words: str, at: int) -> str:
    if word in _CAPITALS or (len(word) > 1 and not _VOWEL.search(word)):
        return word
    if word in _SMALL and not first:
        return word.lower()
    # The letter behind an apostrophe: STOCKHOLDER’S; those of an abbreviation: U.S.
    if words[at - 1 : at] in ("’", "'") and len(word) <= 2:
        return word.lower()
    return word.capitalize()
