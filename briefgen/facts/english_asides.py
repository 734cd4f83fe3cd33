"""Turn what stands beside an English number into what its label says besides its subject.

Including contribution of $25.8 million from tariff refunds: that is no number of the sentence's own
subject, and what it comes from says what it is.
"""

from __future__ import annotations

from briefgen.facts.inventory import Stated
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern

_ASIDE = pattern(r"\b(?:including|includes|excluding|inclusive of)\b")
_STOP = (
    r"(?:and|or|for|to|as|due|from|in|by|with|on|of|compared|which|that|during|while|was|were|over"
    r"|driven|related|offset|partially|primarily|mainly|versus|at|recognized|between|per|than|into)\b"
)
_SUBJECT = (
    rf"(?:(?:the|its|our) )?(?P<noun>[A-Za-z][A-Za-z-]*(?: (?!{_STOP})[A-Za-z][A-Za-z-]*){{0,3}}"
    r"(?: and [a-z-]+ (?:costs|expenses?|revenues?|fees|income|prices))?)"
)
_LINKS = {
    "contribution": "from",
    "benefit": "from",
    "gain": "on",
    "loss": "on",
    "provision": "for",
}
_ORIGIN = pattern(rf"(?: (?:{'|'.join(_LINKS)}))? (?P<link>from|on|for) {_SUBJECT}")
# A decrease of $0.4 million in interest income; $0.6 million in higher platform fees.
_MOVE_OF = pattern(r"\b(?P<way>increase|decrease|reduction|decline|rise|drop) of $")
_IN = pattern(rf" in {_SUBJECT}")
_HIGHER = pattern(rf" (?:in |of )?(?P<way>higher|lower|increased|decreased|reduced) {_SUBJECT}")
_RISES = ("increase", "rise", "higher", "increased")
# Adjusted EBITDA, a measure defined below, was $41.6 million.
_APPOSED = pattern(
    r"\W*(?P<noun>[A-Z][A-Za-z -]{2,60}?(?: attributable)?)(?: to [A-Z][^;]*?)?[，,] ?"
    r"(?:an? |the |as |which )[^;.]*[，,] ?"
    r"(?:was|were|is|totall?ed|increased|decreased|rose|fell|grew|declined|reached|amounted to)"
    r"(?: (?:by|to|approximately|about|nearly|over))* $"
)
_WITHIN = pattern(
    r"\b(?:whilst|while|and|but) (?P<noun>[A-Za-z]+(?: [A-Za-z]+){0,4})[，,] ?which [^.;]*[，,] ?"
    r"(?:was|were|is|increased|decreased|rose|fell|grew|declined)(?: (?:by|to))? $"
)
# Included an unusual gain, principally from the sale of land, of $2.3 million.
_OF_APPOSED = pattern(
    r"\b(?:an?|the|its) (?P<noun>[a-z-]+(?: [a-z-]+){0,3})[，,] ?"
    r"(?:principally|primarily|mainly|largely|net|including|which)[^.;，,]*[，,] ?of $"
)
_DEALT = pattern(r"\b(?P<done>repurchased|issued|sold|granted)(?: approximately| about)? $")
_PASSIVE = pattern(r" (?:shares )?(?:was|were) (?P<done>repurchased|issued|sold|granted)\b")
# So much alone says nothing of a subject.
_NOTHING = frozenset(
    "analysts analyst company management results net contribution loss gain number offset shares "
    "percentage due quarter be within percents "
    "increase decrease benefit amount total".split()
)
_PER_SHARE = pattern(r" per(?: (?:fully|diluted|basic|common))* share$")
_EMPTY = pattern(
    r"(?:Number of|Offset|Net|Due|Be|Percentage of)\b(?: (?:growth|increase|decrease))?"
)


# There were 31.2 million people in work: what is counted, with what they do.
_THERE = pattern(r"\b[Tt]here (?:were|was|are|is)(?: (?:about|nearly|over|only|some))? $")
_COUNTED = pattern(
    r" (?P<noun>(?!more\b|fewer\b|less\b)(?:[a-z-]+ ){0,2}?(?:people|men|women|persons|workers"
    r"|employees|households|children|students|patients|[a-z]{3,}s)\b"
    r"(?: (?:in (?!the\b)[a-z-]+|working [a-z-]+|out of work|without [a-z]+|on [a-z]+ [a-z]+))?)"
)
# 103,000 fewer than a year earlier, up 20,000 on the previous quarter: a change of the subject.
_SINCE = pattern(
    r"(?: (?!more|fewer|less|higher|lower)[a-z]+)?(?: (?P<way>more|fewer|less|higher|lower|larger"
    r"|smaller))?"
    r" (?:than|on|from)(?: (?:for|in|at))? (?:the |a )?(?:(?:previous|prior|last|same) )?"
    r"(?:(?P<unit>year|quarter|month)\b|(?P<when>[A-Z][a-z]+ (?:to [A-Z][a-z]+ )?\d{4}))"
)


def counted_there(lead: str, item: Stated) -> str:
    """What a sentence says that there is so much of, "" where it says it otherwise."""
    match = _COUNTED.match(item.behind) if _THERE.search(lead) else None
    return match["noun"] if match else ""


def since(subject: str, item: Stated) -> str:
    """What a change since another time is of, "" where a number is none; `subject` is what its
    sentence is about."""
    match = _SINCE.match(item.behind)
    if match is None or not (
        match["way"] or item.quantity.direction or item.before.endswith("up ")
    ):
        return ""
    base = _CHANGED.sub("", subject)
    same = "same" in match[0] and " year" in item.behind[: match.end() + _NEAR]
    unit = "year" if same else match["unit"]
    return f"{base} change on {unit}" if unit else f"{base} change"


def since_day(text: SourceText, item: Stated) -> str:
    """Since which day a change is told, as it is said of it: a decrease of $10.6 million, or 34%,
    compared to $31.6 million as of March 31, 2026; "" where no day is."""
    _, stop = text.bounds(item.place.start, item.place.end)
    match = _SINCE_DAY.match(text.matching, item.place.end, stop)
    return f" since {match['day'].replace('，', ', ').replace(',  ', ', ')}" if match else ""


_SINCE_DAY = pattern(
    r"(?:[,，]? ?or (?:(?:about|approximately|nearly|around) )?[$€£¥]?[\d.]+(?: ?%| percent"
    r"| [mb]illion)?)?"
    r"[,，]? ?(?:from|since|versus|(?:as )?compared (?:to"
    r"|with))(?: (?:the )?[$€£¥][\d.,，]+(?: [mb]illion)?)?"
    r"(?: (?:reported|recorded))?(?: (?:as of|as at|at|on))?"
    r" (?P<day>(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}[,，]) ?20\d\d)"
)
_NEAR = 16
_CHANGED = pattern(r" (?:growth|increase|decrease|change(?: on [a-z]+)?)$")


def aside(lead: str) -> bool:
    """Whether a number is named beside what its sentence is about: including $2m from refunds."""
    return bool(_ASIDE.search(lead))


def subject_apart(text: SourceText, item: Stated, last: int) -> str:
    """The subject that an apposition parts from its verb, "" where there is none; `last` is where
    the number before in its sentence ended, -1 for none."""
    if last >= 0:
        within = _WITHIN.search(text.matching, last, item.place.start)
        return within["noun"] if within else ""
    begin, _ = text.bounds(item.place.start, item.place.end)
    lead = text.matching[begin : item.place.start]
    match = _APPOSED.match(lead) or _OF_APPOSED.search(lead)
    return match["noun"] if match else ""


def moved(lead: str, item: Stated) -> str:
    """What a sum says that it went up or down by, where that stands behind it, or ""."""
    if unit_of(item.quantity.unit).kind != "money":
        return ""
    move = _MOVE_OF.search(lead)
    what = _IN.match(item.behind) if move else _HIGHER.match(item.behind)
    if what is None:
        return ""
    way = move["way"] if move else what["way"]
    return f"{what['noun']} {'increase' if way in _RISES else 'decrease'}"


def with_origin(words: str, lead: str, item: Stated) -> str:
    """A label with what the number comes of: Contribution from tariff refunds, Gain on disposal;
    and of shares what was done with them."""
    done = _DEALT.search(lead) or _PASSIVE.match(item.behind)
    if words.lower() == "shares" and done:
        return f"{words} {done['done']}"
    link = _LINKS.get(words.lower().removesuffix(" per share"))
    origin = _ORIGIN.match(item.behind)
    if link and origin and origin["link"] == link:
        return f"{words} {link} {origin['noun']}"
    return words


def says_nothing(words: str) -> bool:
    """Whether a label names no subject: Net, Number of growth."""
    base = _PER_SHARE.sub("", words.lower())
    if base == "loss" != words.lower():
        return False  # loss per share
    return base in _NOTHING or bool(_EMPTY.fullmatch(words))
