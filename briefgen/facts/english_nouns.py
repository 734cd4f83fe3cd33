"""Turn the English words before a number into the noun that leads to it.

The noun stands before the verb, behind what a clause begins with; words of time are no part of it,
nor are those between it and its number (was approximately), which are told apart from it.
"""

from __future__ import annotations

import re

from briefgen.facts.calendar import MONTHS
from briefgen.patterns import pattern

_LONGEST = 5
# Nouns that hold a word which parts others.
_JOINED = pattern(
    r"\b(?:generated|provided|used) (?:from|by|in) (?:operations|operating|continuing)\b"
    r"|\b(?:profit|loss|income|earnings|losses) (?:before|after) (?:tax|interest)\b"
    r"|\b(?:loss|profit|income) from (?:operations|continuing)\b"
    r"|\b[a-z]+ from (?:dis)?continu(?:ing|ed) (?:operations|activities|business(?:es)?)\b"
    r"|\bcosts? of (?:goods|products|services) sold\b"
    r"|\bas an? (?:percentage|percent|share) of (?:total |net |gross )?\w+"
    r"|\bmarket share\b|\b[Cc]ash and cash equivalents\b|\b(?:property|plant|selling|general|oil"
    r"|research) and [a-z]+"
    r"(?: (?:expenses|costs|revenue|sales))?\b"
    r"|\breturns? on (?:average )?(?:tangible )?(?:assets|equity|capital)(?: employed)?\b"
    r"|\bprovisions? for (?:credit|loan) losses(?: on loans)?\b",
    re.IGNORECASE,
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
SAID_TIMES = pattern(
    r"\b(?:last|this|next|prior) (?:year|quarter|month)(?:[\"’']s)?\b"
    r"|\b(?:versus|vs\.?) (?:the )?(?:prior|previous|last) (?:year|quarter)\b"
    rf"|\b(?:(?:for|in|from|during|than for|than in) )?{_MONTH} to {_MONTH}"
    r"(?: 20\d\d)?\b|\b(?:(?:at|by) the )?end(?: of)? 20\d\d\b"
    r"|\b(?:from|over|in|of) the (?:previous|prior|preceding|year-ago) (?:year|quarter|month"
    r"|period)\b(?:[\"’']s)?"
    r"|\bfor the (?:three|six|nine|twelve) months to (?:the end of )?[A-Z][a-z]+(?: 20\d\d)?\b"
    r"|\b(?:on|than) (?:the |a )?(?:(?:same|previous|prior|last) )?(?:year|quarter|month)"
    r"(?: (?:earlier|ago|before))?\b"
    r"|\bin last year(?:[\"’']s)? (?:fiscal )?(?:first|second|third|fourth) quarter\b"
    r"|\b(?:for |in )?the (?:same )?(?:first|second|third"
    r"|fourth) quarter of (?:fiscal )?(?:year )?20\d\d"
    r"|\bon an? [A-Za-z.() -]{2,40} basis\b"
    r"|\bin (?:both )?(?:US dollars|U\.S\. dollars|(?:constant|local|reported) currenc(?:y|ies))"
    r"(?: and constant currency)?\b"
    r"|\b(?:[HQ][1-4]|FY) ?\d*\b|\b(?:for |in |during )?(?:the )?(?:prior[- ]year )?(?:\w+-week )?"
    r"(?:fiscal )?(?:year|quarter|half|period|(?:three|six|nine|twelve) months|\w+ weeks) "
    r"(?:ended|ending|to) "
    r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2}[,，])? ?\d{4}"
    r"|\b(?:in|at|on|by|from|during|since|for) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}[,，] ?)?"
    r"20\d\d\b"
    r"|\b(?:in|during|for|since|to|of) (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b(?! \d)"
    r"|\b(?:from |than )?a year (?:earlier|ago|before)\b|\byear[- ](?:earlier|ago)\b"
    r"|\byear[- ]o(?:n|ver)[- ]year\b|\b(?:yoy|YoY|YOY)\b"
    r"|\b(?:for |in )?(?:the )?20\d\d (?:first|second|third|fourth)[- ]quarter\b"
    r"|\b(?:first|second|third|fourth) quarter(?: of)?(?: fiscal)?(?: \d{4})?\b|\b20\d\d\b"
    r"|\b(?:in|during|for|to|with) (?:the )?(?:last |same |prior |previous |current )?"
    r"(?:period|year|quarter|half)\b(?:[\"’']s)?"
    r"|\b(?:in|during|for) the first(?: (?:half|(?:three|six|nine) months))?\b"
)
# Words between a noun and its number; those that say that it went up or down.
MOVED = frozenset(
    "up down rose fell increased decreased grew declined improved increase decrease growth decline "
    "increasing decreasing improving rising falling dropped drop higher lower rise fall "
    "worsened negative soared jumped "
    "climbed surged rallied plunged went shrank dipped slumped edged expanded contracted surging "
    "tumbled slipped advanced gained narrowed widened eased slowed accelerated retreated raised "
    "plummeted swelled leapt declines increases gains rises drops falls declining "
    "fallen risen grown shrunk lowered jumping slipping climbing shrinking growing".split()
)
_FILLERS = MOVED | frozenset(
    "of at to by was were is are be been totalled totaling totalling totaled reached reaching "
    "approximately about around nearly over more than some a an the with and from in for "
    "representing reported recorded delivered amounted stood came or including also further just "
    "only will expected expects range ranging now included between year-on-year year-over-year "
    "annual total almost under pre-tax one-time "
    "exceeded exceeding hit topped passed per share less least most up-to equal equivalent "
    "stable unchanged flat broadly steady maintained reach reaches hits brought recorded posted "
    "generated strong on its our their as accounting accounts accounted taking "
    "represented represent represents held "
    "estimated seen foreseen revised cut has have had accelerate slow climb ease moderate compares "
    "showing similar being likely record top broke through "
    "compare put much than expecting pledged improvement improvements "
    "may might could would should remains remained remain "
    "far well slight sharp modest significant further marked steep there "
    "comprising comprised sitting standing".split()
)
# Where a noun begins: behind one of these.
_BOUNDARIES = frozenset(
    "which that who we it they he she has have had been with while during for on in by from as "
    "because since after until against versus under and or to at was were is are will would can "
    "awarded completed declared opened launched sold signed added reports reported announced "
    "including also where when than its their our this these those paid returned supply into "
    "foresees anticipates estimates projects forecasts guides "
    "closed ended finished "
    "include "
    "expects expect plans sees targets achieved delivered generated raised repaid repurchased "
    "acquired employs employed recorded posted saw brought his her there included includes"
    " made".split()
)
# Of these a sentence's beginning is more than a noun.
_VERBS = _BOUNDARIES - frozenset(
    "and at by for from in of on or returned paid raised to under with".split()
)
_ARTICLES = frozenset({"the", "a", "an", "some", "total", "before", "of", "all"})
# What leads a clause to its subject, and says nothing of it.
_LEADING = frozenset(
    "reflects reflecting reflected contributing contributed driven driving led continued despite "
    "although though whereas with "
    "forecasts report representing includes including generating but yet however".split()
)
_ADVERB = pattern(r"[a-z]+-(?:over|on)-[a-z]+|[a-z]{3,}ly|more|slightly")
_WORDS = pattern(r"[A-Za-z](?:[A-Za-z'’&/_-]|\"(?=s\b))*|[();:，,•*]")
_ASIDES = pattern(r" ?\((?:[^()\d]*|\d{1,2}|(?:the|those|which|of|people) [^()]*)\)|\*")
_LOSSES = pattern(r"(?<!income )(?<!profit )(?<!earnings )\((loss(?:es)?|deficit|used)\)")


def leads_to(lead: str) -> tuple[str, list[str]]:
    """The noun that leads to a number, and the words between the two."""
    lead = _LOSSES.sub(r"\1", lead)
    lead = _ASIDES.sub("", lead)
    lead = _TO_OWNERS.sub(" attributable ", lead)
    words = _WORDS.findall(_JOINED.sub(lambda m: m[0].replace(" ", "_"), SAID_TIMES.sub(" ", lead)))
    fillers: list[str] = []
    words = [word for word in words if not _ADVERB.fullmatch(word)]
    while words and (words[-1].lower() in _FILLERS or not words[-1][0].isalpha()):
        fillers.insert(0, words.pop().lower())
    if fillers[:1] == ["share"] and words and words[-1].lower() in _OF_A_SHARE:
        words.append(fillers.pop(0))  # earnings per common share were
    noun: list[str] = []
    verbs = _VERBS & {word.lower() for word in words} or (_is_done(words) and not fillers)
    if words and words[0][0].isupper() and not verbs:
        # Total cash returned to shareholders was: all that a sentence begins with.
        noun, words = (words, []) if len(words) <= _LONGEST + 2 else ([], words)
    while words and _goes_on(words[-1], noun):
        noun.insert(0, words.pop())
    while noun and not noun[0][0].isalpha():
        noun.pop(0)
    noun = _of_object(noun)
    while noun and (
        not noun[0][0].isalpha() or noun[0].lower().replace('"', "'") in _ARTICLES | _LEADING | _OWN
    ):
        noun.pop(0)
    noun = [word.replace('"s', "’s") for word in noun]
    return " ".join(noun).replace("_", " ").replace(" ，", ","), fillers


_OF_A_SHARE = frozenset("per common ordinary diluted basic".split())


def _is_done(words: list[str]) -> bool:
    """Whether words end with a verb: China imported …"""
    return bool(words) and words[-1].islower() and words[-1].endswith("ed")


def _of_object(noun: list[str]) -> list[str]:
    """What a verb is of, without it: help cut the unemployment rate."""
    articles = ("the", "a", "an", "its", "their", "our")
    at = next((at for at, word in enumerate(noun) if word in articles and at), 0)
    verb = at and noun[0].islower() and noun[at - 1] not in ("of", "in", "for", "to")
    return noun[at + 1 :] if verb else noun


# Whose a number is where a text is about one company or country.
_OWN = frozenset("company's group's country's firm's bank's nation's".split())
_TO_OWNERS = pattern(
    r" attributable to (?:the )?(?:[a-z]+ ){0,3}(?:owners|shareholders|stockholders|holders|parent)"
    r"(?: of the (?:Company|Group|parent|company))?"
    r"| attributable to (?:[A-Z][A-Za-z&.'’-]*(?:[,，] ?| |$))+"
)


def _goes_on(word: str, noun: list[str]) -> bool:
    participle = word.endswith("ed") and word.islower() and word not in ("adjusted", "combined")
    return (
        word[0].isalpha()
        and word.lower() not in _BOUNDARIES
        and len(noun) < _LONGEST
        and not participle
    )
