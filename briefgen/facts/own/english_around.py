"""Turn an English number into the words around it, and words into a label as far as one goes."""

from __future__ import annotations

import re

from briefgen.patterns import pattern
from briefgen.record import Record


class Around(Record):
    """The words around a number: its sentence's before it, back to the number before it (`lead`)
    and to the begin (`before`), and those behind it; whether its sentence begins its line."""

    lead: str
    before: str
    after: str
    heads_line: bool


def shorter(words: str) -> str:
    """A label without how long it was, or what leads to another number."""
    words = _OVER_TIME.sub("", _NEXT_NUMBER.sub("", words))
    words = _LEADS.sub("", _SHOUTED.sub("", words))
    return TRAILS.sub("", words).rstrip(",;: ")


def ended(words: str) -> str:
    """Words that begin a label as far as one goes."""
    kept = words.strip(" ,.;:").split()
    if len(kept) > MOST:
        *_, cut = (0, *(at for at, word in enumerate(kept[:MOST]) if word in _PARTS))
        kept = kept[: cut if cut > MOST // 3 else MOST]
    return TRAILS.sub("", " ".join(kept))


def sentence(words: str) -> str:
    return re.sub(r"^[a-z]", lambda match: match[0].upper(), words)


MOST = 14
NUMBER = pattern(r"\d")
SIZES = pattern(
    r"(?<! per) \$?\d[\d.,]*(?: (?:million|billion|percent)\b)? (?!million|billion"
    r"|percent)(?=[a-z])"
)
OPENS = pattern(r"^(?:\W|(?:and|but|while|the|an?)\b)+", re.IGNORECASE)
GOES_ON = pattern(
    r" (?:on behalf of|of|in|for|from|with|who|that|across|at"
    r"|to) (?!(?:the )?(?:period|quarter|year)\b)"
    r"[A-Za-z][^,;:()\d.]{2,60}"
)
_NEXT_NUMBER = pattern(r",? (?:and|while|but) [$£€]?\d.*$")
# NET INTEREST INCOME Net interest income: the heading of its line.
_SHOUTED = pattern(r"^(?:[A-Z]{2,}[A-Z&-]* ){2,}(?=[A-Z][a-z])")
_OVER_TIME = pattern(
    r"^(?:Over|In|Within) (?:the )?(?:next )?[a-z]+ years (?:to |for |into )"
    r"| for the (?:three|six|nine|twelve)(?:(?:,| and) \w+)? months(?: ended.*)?$"
    r"| for the (?:three|six|nine|twelve)$"
)
_LEADS = pattern(
    r"^(?:For|Into|Towards?|There(?= [a-z]+s )|There (?:were|was|are|is)|A total of"
    r"|At least|An estimated"
    r"|Bringing|(?:Police|Officials|Authorities) said(?: on \w+day)?)(?: the| an?)? (?=[A-Za-z]{3})"
)
TRAILS = pattern(
    r"(?:\s+(?:of|to|at|by|for|in|on|with|and|or|the|an?|is|are|was|were|be|about|over"
    r"|under|rising|since|HK|NZ|as|from|than|that|which|who|set|(?:on|in) (?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December))|\s\$)+$"
)
_PARTS = frozenset("and or to for in on with as while which that where by from at".split())
