"""Turn what English writes of quantities into the patterns by which they are found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.facts.numerals import ARABIC
from briefgen.facts.parse import ENGLISH_PORTION
from briefgen.facts.spoken import NUMBER_WORDS, UNDER_TEN
from briefgen.facts.units import ENGLISH_CURRENCIES, ENGLISH_MONEY, ENGLISH_UNITS

_SCALE = r"(?:trillion|billion|million|thousand|crore|lakh|hundred|tn|bn|mn)"
_TO = r"\s?[-–—~]\s?| to "


# A year without more stands behind such a word.
_BEFORE_YEARS = (
    "in by of since from until during to In By Since From year between and through before after "
    "mid end"
).split()
_YEARS = "|".join(rf"(?<=\b{word} )" for word in _BEFORE_YEARS)


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def english_forms() -> list[tuple[str, str]]:
    """The forms by name, what is longer first: money, what is measured, counts, words."""
    money = rf"(?:{_any({*ENGLISH_MONEY, '$'})})\s?"
    behind = _any(n for n in (*ENGLISH_UNITS, *ENGLISH_CURRENCIES) if n not in ("%", "‰"))
    number = rf"{ARABIC}(?:\s?{_SCALE}(?![A-Za-z]))?"
    short = rf"{ARABIC}(?:\s?{_SCALE}(?![A-Za-z])|[mkbt](?![A-Za-z]))?"
    unit = rf"(?:\s?[%‰]|[\s-]?(?:{behind})(?![A-Za-z]))"
    rate = rf"(?: per (?:{behind})(?![A-Za-z]))?"
    apart = r"(?<![Ff]rom )"
    ahead = r"(?<![A-Za-z\d.,])[-−]?"
    return [
        ("currency", rf"{money}{ARABIC}[十百千万亿]+元?"),
        (
            "between",
            rf"(?<=[Bb]etween )(?:{money})?{short}(?:\s?[%‰])? and "
            rf"(?:{money}{short}|{number}{unit})",
        ),
        # Up from £86 million to £177 million: two sums, and no range.
        ("sums", rf"{apart}[-−]?{money}{short}(?:{_TO})(?:{money})?{short}{rate}(?!\d)"),
        ("money", rf"[-−]?{money}{short}{rate}(?!\d)"),
        ("shares", rf"{apart}{ahead}{number}\s?[%‰](?:{_TO}){number}\s?[%‰]"),
        ("spread", rf"{apart}{ahead}{number}(?:{_TO}){number}{unit}{rate}"),
        ("measured", rf"{ahead}{number}{unit}{rate}"),
        ("year", rf"(?:{_YEARS})(?:19|20)\d\d(?![\d,%]|\.\d)"),
        ("large", rf"{ahead}{ARABIC}\s?{_SCALE}(?![A-Za-z])"),
        ("vague", rf"(?i:{_VAGUE})"),
        (
            "multiple2",
            r"(?i:\b(?:doubled|tripled|trebled|quadrupled|twofold|threefold|fourfold"
            r"|fivefold|sixfold|sevenfold|eightfold|ninefold|tenfold)\b)",
        ),
        (
            "rank2",
            r"\b\d+(?:st|nd|rd|th)(?= (?:in|largest|place|globally|nationally|worldwide))"
            r"|\bNo\. ?\d+\b|\btop \d+\b",
        ),
        (
            "portion2",
            rf"(?i:(?<![A-Za-z-])(?<!first )(?<!second )(?<!final ){ENGLISH_PORTION}(?![A-Za-z-])"
            r"(?! (?:of the )?(?:time|year)\b))",
        ),
        ("words", rf"(?i:{_WORDS})"),
    ]


_VAGUE = (
    r"\b(?:dozens|(?:tens|hundreds) of (?:thousands|millions|billions)|hundreds|thousands|millions|"
    r"billions|several (?:hundred|thousand|million))(?= )(?: of)?"
)
_WORDS = (
    rf"\b(?:{'|'.join(list(NUMBER_WORDS)[1:])})(?:[ -](?:{'|'.join(UNDER_TEN)}))?"
    rf"(?: (?:{_SCALE}))?(?:[ -](?:{_any(n for n in ENGLISH_UNITS if n.isalpha())}))?\b"
)
