"""Turn a Chinese title into words, so that its lines break between them.

Body text in Chinese breaks between any two characters (CLREQ); a title set in two lines reads
badly when a word is cut. The segmenter's dictionary takes a tenth of a second to load, so it is
loaded when the first title needs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=1024)
def word_ends(text: str) -> frozenset[int]:
    """The places in `text` where a word ends, as the segmenter sees it."""
    import rjieba

    ends, at = set(), 0
    for word in rjieba.cut(text):
        at += len(word)
        ends.add(at)
    return frozenset(ends)


def inside_terms(text: str, lexicon: Sequence[str]) -> frozenset[int]:
    """The places in `text` that lie inside one of the lexicon's terms."""
    inside: set[int] = set()
    for term in lexicon:
        at = text.find(term) if len(term) > 1 else -1
        while at >= 0:
            inside.update(range(at + 1, at + len(term)))
            at = text.find(term, at + len(term))
    return frozenset(inside)
