"""Turn what English writes of quantities into the patterns by which they are found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.facts.beginnings import Form
from briefgen.facts.english_units import ENGLISH_CURRENCIES, ENGLISH_MONEY, ENGLISH_UNITS
from briefgen.facts.numerals import ARABIC
from briefgen.facts.portions import ENGLISH_PORTION
from briefgen.facts.spoken import NUMBER_WORDS, UNDER_TEN
from briefgen.patterns import pattern

# Titles have $14.2 Million.
_SCALE = (
    r"(?:[Tt]rillion|[Bb]illion|[Mm]illion|[Tt]housand|crore|lakh|hundred|tn|bn|mn)(?![A-Za-z])"
)


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(sorted(names), key=len, reverse=True))


_MONEY = rf"(?:{_any({*ENGLISH_MONEY, '$'})})\s?"
# An amount without its unit: what is counted, and money, which knows short scales (£31.5m).
COUNTED = pattern(rf"[-−]?(?:\d{{1,3}}(?: \d{{3}})+(?= [a-z])|{ARABIC})(?:\s?{_SCALE})?")
PAID = pattern(rf"[-−]?(?:{_MONEY})?(?:{ARABIC}|\.\d+)(?:\s?{_SCALE}|[mkbtMKBT](?![A-Za-z]))?")
# What is below nothing, as accounts write it: $(12.3) million, (4.5)%.
_ACCOUNT = (
    rf"{_MONEY}\({ARABIC}(?:\s?{_SCALE}|[mkbtMKBT])\)"
    rf"|{_MONEY}\({ARABIC}\)(?:\s?{_SCALE}|[mkbtMKBT](?![A-Za-z]))?"
    rf"|\({_MONEY}{ARABIC}\)(?:\s?{_SCALE}|[mkbtMKBT](?![A-Za-z]))"
    rf"|\({ARABIC}\)\s?(?:%|(?:pp|bps|p)(?![A-Za-z]))"
)
ACCOUNT = pattern(_ACCOUNT)
# What joins the ends of a range.
TO, AND = pattern(r"(?:(?! -\d)\s?[-–—~]\s?| to )\+?"), pattern(r" and \+?")
# What says behind a sum that it is of a share, or in dollars.
TO_EPS = pattern(
    r" (?:to|of|in) (?:[a-z]+ ){0,2}EPS\b"
    r"|(?: [a-z-]+)? (?:loss|losses|earnings|profit|income) per"
    r" (?:(?:fully|diluted|basic|common) )*share\b"
    # A dividend of HK$0.14 (2016: HK$0.12) per share.
    r"|(?: \([^()\n]{1,60}\)|\)) per (?:(?:fully|diluted|basic|common|ordinary) )*share\b"
)
# 43,851 yuan ($7,248): what other money comes to in dollars is told in those of the United States.
CONVERTED = pattern(
    r"(?:[£€¥][\d.,]+(?: ?(?:m|bn|million|billion))?|pounds|yuan|renminbi"
    r"|RMB[\d. ]+(?:[mb]illion)?|euros?|yen|won|rupees|baht|rubles|roubles|ringgit)"
    r" ?\((?:about |around |nearly |over |approximately )?$"
)
DOLLARS = pattern(r" dollars?(?![A-Za-z])")

# A year without more stands behind such a word.
_BEFORE_YEARS = (
    "in by of since from until during to In By Since From year between and through before after "
    "mid end"
).split()
_YEARS = "|".join(rf"(?<=\b{word} )" for word in _BEFORE_YEARS)


def english_forms() -> list[Form]:
    """The forms by name, what is longer first: money, years, words. What is counted begins like any
    other number; its English unit is looked up behind it."""
    return [
        ("currency", "a$", rf"{_MONEY}{ARABIC}[十百千万亿]+元?"),
        ("over_nought", "a", rf"(?i:{_OVER_NOUGHT})"),
        ("coins", "a", rf"(?<![A-Za-z])(?:HK|US) ?{ARABIC} cents?(?![A-Za-z])"),
        ("account", "a$", _ACCOUNT),
        ("money", "a$", rf"[-−]?{_MONEY}(?:{ARABIC}|\.\d+)"),
        ("year", "0", rf"(?:{_YEARS})(?:19|20)\d\d(?![\d,%/]|\.\d|[-–]\d)"),
        (
            "decade",
            "a",
            r"(?i:\b(?:low|mid|high)[- ][1-9]0s?[- ]?(?:per ?cents?\b|%)(?:[- ]range)?)",
        ),
        ("vague", "a", rf"(?i:{_VAGUE})"),
        (
            "multiple2",
            "a",
            r"(?i:\b(?:doubled|tripled|trebled|quadrupled|twofold|threefold|fourfold"
            r"|fivefold|sixfold|sevenfold|eightfold|ninefold|tenfold)\b)",
        ),
        (
            "rank2",
            "a0$",
            r"\b\d+(?:st|nd|rd|th)(?= (?:in|largest|place|globally|nationally|worldwide))"
            r"|\bNo\. ?\d+\b|(?<![\w#])#\d+\b(?= [A-Za-z])|\btop \d+\b",
        ),
        ("half_a", "a", rf"(?i:{_HALF_A})"),
        (
            "portion2",
            "a0",
            rf"(?i:(?<![A-Za-z-])(?<!first )(?<!second )(?<!final )"
            rf"(?<!the )(?<!this )(?<!last ){ENGLISH_PORTION}(?![A-Za-z-])"
            r"(?! (?:of the )?(?:time|year)\b))",
        ),
        ("words", "a", rf"(?i:{_WORDS})"),
    ]


# Down 1% to up 2%, flat to up 3%, down 2% to flat: a range over nought in words.
_PERCENT = rf"{ARABIC} ?(?:%|per ?cent)"
_OVER_NOUGHT = (
    rf"\bdown (?:about )?{_PERCENT} to (?:(?:up|down) {_PERCENT}|flat\b)"
    rf"|\bflat to (?:(?:up|down) )?{_PERCENT}"
)
_VAGUE = (
    r"\b(?<!in )(?:dozens|(?:tens|hundreds) of (?:thousands|millions|billions)|hundreds|thousands"
    r"|millions|billions|several (?:hundred|thousand|million))(?= )(?: of)?"
)
_HALF_A = (
    r"\bhalf a (?:percentage point|per ?cent)\b"
    rf"|\bhalf a {_SCALE}(?: (?:{_any(n for n in ENGLISH_CURRENCIES if n.isalpha())})\b)?"
)
_UNITS_IN_WORDS = _any(
    name for name in (*ENGLISH_UNITS, *ENGLISH_CURRENCIES) if name.replace(" ", "").isalpha()
)
_WORDS = (
    rf"\b(?:{'|'.join(list(NUMBER_WORDS)[1:])})(?:[ -](?:{'|'.join(UNDER_TEN)}))?"
    rf"(?: {_SCALE})?(?:[ -](?:{_UNITS_IN_WORDS}))?\b"
    # One alone is an article.
    rf"|\bone (?:per ?cent|percentage point|point(?= to\b|[.,;，])|{_SCALE})\b"
)
