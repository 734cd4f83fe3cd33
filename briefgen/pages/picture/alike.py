"""Turn two texts into whether one says again what the other says."""

from __future__ import annotations

from functools import lru_cache

from briefgen.patterns import pattern

# Hanzi that stand together; English words that mean something by themselves.
_HANZI, _WORDS = pattern("[\u4e00-\u9fff]+"), pattern("[a-z]{4,}")
# From this share of its pairs of hanzi, or of its words, on a text says what another says.
_SHARE = 0.34


def alike(text: str, other: str) -> bool:
    """Whether much of a text stands in another one."""
    mine = _parts(text)
    return len(mine & _parts(other)) >= _SHARE * len(mine)


@lru_cache(maxsize=1024)
def _parts(text: str) -> frozenset[str]:
    pairs = (run[at : at + 2] for run in _HANZI.findall(text) for at in range(len(run) - 1))
    return frozenset((*pairs, *_WORDS.findall(text.casefold())))
