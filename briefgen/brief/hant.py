"""Turn simplified Chinese into traditional Chinese, in the wording of a region.

OpenCC converts by phrases (发展 發展, 头发 頭髮, 里程 里程), with the variants and terms of the
region, in the pieces that `hant_phrases.py` makes of a text. The outline's own terms come before
it, and corner brackets take the place of curly quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

from briefgen.patterns import pattern
from briefgen.record import Record

Region = Literal["hk", "mo", "tw"]

# The tag of each region's written language (BCP 47), as office applications know it.
TAGS = {"hk": "zh-HK", "mo": "zh-MO", "tw": "zh-TW"}
# OpenCC's conversions: to the standard of Hong Kong, and to that of Taiwan with its terms.
_CONVERSIONS = {"hk": "s2hk", "mo": "s2hk", "tw": "s2twp"}
_DOUBLE = pattern("“([^“”]*)”")
_SINGLE = pattern("‘([^‘’]*)’")


class Traditional(Record):
    """How simplified words are converted.

    `terms` are the outline's own: simplified, traditional. `corner` sets “…” and ‘…’ as 「…」 and
    『…』 (CLREQ, 3.1.3); an apostrophe is left alone.
    """

    region: Region = "hk"
    corner: bool = True
    terms: tuple[tuple[str, str], ...] = ()

    def __call__(self, words: str) -> str:
        """The words in traditional characters. What is traditional already stays as it is."""
        own = dict(self.terms)
        pieces: Iterable[str] = _pattern(self.terms).split(words) if own else (words,)
        made = "".join(own.get(piece) or _convert(self.region, piece) for piece in pieces)
        if self.corner:
            made = _SINGLE.sub("『\\1』", _DOUBLE.sub("「\\1」", made))
        return made


@cache
def _pattern(terms: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """The terms as alternatives, the longest first, each kept when a text is split by them."""
    longest = sorted((simplified for simplified, _ in terms), key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest))})")


def _convert(region: Region, words: str) -> str:
    if not words:
        return ""
    # Few briefs are converted.
    from briefgen.brief.hant_phrases import pieces

    converter = _converter(_CONVERSIONS[region])
    made: list[str] = [known or converter.convert(piece) for piece, known in pieces(words)]
    return "".join(made)


@cache
def _converter(conversion: str) -> Any:
    # OpenCC takes some 20 ms to load, which only outlines in traditional Chinese have to spend.
    import opencc

    return opencc.OpenCC(conversion)
