"""Turn an English clause into its words with the number cut out.

The investment is expected to deliver 45,000 homes: Investment expected to deliver homes.
"""

from __future__ import annotations

import re

from briefgen.facts.inventory import Stated
from briefgen.patterns import pattern
from briefgen.record import State


class Told(State):
    """What the numbers of a sentence before one have said that it may go on with."""

    # Up to what a list of verbs goes on from: Investment expected to.
    head: str = ""
    # What the members of a list in brackets are of.
    listed: str = ""
    # What was said to have grown last.
    growth: str = ""


def composed(lead: str, behind: str, item: Stated, told: Told) -> str:
    """A clause with its number cut out; "" where that says too little, or too much."""
    first = re.split(r"[;:]|\. |(?<!\w)- ", lead)[-1]
    shared = item.quantity.unit in ("%", "percent", "per cent") or item.quantity.form == "fraction"
    if shared and _OPENS.search(first):
        # 25% felt anxious, 19% struggle with payments: what each does stands behind it.
        done = _phrase(behind)
        return done if 1 < len(done.split()) <= LEAD and not SCRAP.search(done) else ""
    first = _REPORTED.sub("", first)
    if _VERB_ALONE.fullmatch(clean(last := first.rsplit(",", 1)[-1])):
        first = last
    first = re.split(r", (?:because|while|although|but) ", SINCE.sub("", first))[-1]
    first = clean(first)
    if _VERB_ALONE.fullmatch(first) and told.head:
        first = f"{told.head} {first}"
    elif ahead := _UP_TO.match(first):
        told.head = ahead["head"]
    first = _shorter(first)
    rest = _phrase(behind)
    noun = item.text.rpartition(" ")[2]
    if noun.isalpha() and noun.islower() and not rest.startswith(noun) and noun not in _SCALES:
        rest = f"{noun} {rest}".strip()
    if len(first.split()) < 2 and len(rest.split()) < 2:
        return ""
    made = f"{first} {rest}".strip()
    if len(made.split()) > MOST:
        made = f"{first} {noun}" if rest.startswith(noun) else first
    least = 1 if re.match(r"[A-Za-z]+ed ", made) else 2
    long_enough = least < len(made.split()) <= MOST
    return made if long_enough and not SCRAP.search(made) else ""


def _shorter(first: str) -> str:
    """The words before a number without what stands between subject and verb, or before the noun
    that they end with."""
    if apart := _FAR_APART.fullmatch(first):
        return f"{apart['noun']} {apart['verb']}"
    if len(first.split()) <= LEAD:
        return first
    parts = re.split(r", (?:and |which |that )?|\b(?:while|because|and that|which) ", first)
    if 1 < len(clean(parts[-1]).split()) <= LEAD:
        return clean(parts[-1])
    named = _LAST_NAMED.search(first)
    return named["noun"] if named else ""


def _phrase(behind: str) -> str:
    """The words behind a number as far as they go on with it."""
    words = _OF.sub("", behind.strip())
    words = AND_DONE.split(re.sub(r"(?!(?:19|20)\d\d\b)(?<!\d)\d.*", "", words))[0]
    words = re.split(r"[,;:.()]|(?<!\w)- |\b(?:which|that|while|because|since|who|where|but|"
                     r"compared|versus|from|(?:up|down)(?= (?:from|by|to) |$)"
                     r"|as)\b", words)[0]  # fmt: skip
    words = _AUXILIARY.sub(" ", f" {words}").strip()
    words = _IN_YEAR.sub("", " ".join(words.split()[:_BEHIND]))
    words = _LAST.sub("", words)
    return words if not words or words[0].isalpha() else ""


def clean(lead: str) -> str:
    """The words before a number without those that only lead to or from it."""
    words = _AUXILIARY.sub(" ", f" {_FIRST.sub('', lead.strip())}").strip()
    return _LAST.sub("", words).strip(" ,(")


LEAD, _BEHIND, MOST = 11, 8, 15
_SCALES = frozenset("million billion trillion thousand hundred percent cent points point".split())
SINCE = pattern(
    r"^.*?(?:\bthat )?\b(?:[Ss]ince|[Ii]n|[Oo]ver|[Dd]uring|[Bb]y|[Aa]fter|[Ff]or|[Aa]t"
    r"|[Aa]s of) "
    r"[^,]{3,40}, (?=\w+ \w+)"
)
_IN_YEAR = pattern(r" (?:in|by|for|during|since|from|of) (?:19|20)\d\d(?:-\d*)?$")
_OPENS = pattern(
    r"(?:^|[,;:*–-])\W*(?:and |while |but |nearly |about |over |more than |only |just "
    r"|another )*$"
)
_FAR_APART = pattern(
    r"(?P<noun>(?:[\w’'-]+ ){0,3}[\w’'-]+) (?:in|of|for|from|at|across) .{12,} "
    r"(?P<verb>(?:expected|set|due|planned|forecast|projected|likely) to [a-z]+)"
)
_LAST_NAMED = pattern(
    r".*\b(?:the|its|an?|his|her|their|our) (?P<noun>[A-Za-z][\w’'\"-]*(?: [\w’'\"-]+){1,8})$"
)
AND_DONE = pattern(
    r",? and (?:[a-z]+ly )?[a-z]+ed\b|,? and [a-z]+ ?$|,? and (?:is|are|will|has)\b"
    r"|,? and (?:deliver|create|reduce|provide|build|generate|save|protect|unlock|cut"
    r"|help|support)\b"
)
_FIRST = pattern(
    r"^(?:\W|(?:(?:percent|per cent|%)? ?(?:increase|decrease|decline|rise|drop) from|both"
    r"|and|or|but|so|also|the|an?|its|our|their|his|her|this|these|that|while|where"
    r"|as|however|further|meanwhile|additionally|in addition|overall|there (?:were|was|are|is)"
    r"|it (?:is|was)|we(?: have| also)*|they(?: have)?|already|now|including|with|to|by|"
    r"also listed are|(?:the )?latest figures show that)\b)+",
    re.IGNORECASE,
)
_AUXILIARY = pattern(
    r" (?:(?:has|have|had)(?: also| already| now)?(?: been)?|(?:is|are|was|were)(?: also| being)?"
    r"(?= (?:expected|set|due|estimated|forecast|projected|likely|planned|going|announced"
    r"|allocated|awarded|used|made|available))|will(?: be| also)?(?= [a-z])) "
)
_LAST = pattern(
    r"(?<![\s,(])(?>(?:[\s,(]|\b(?:at least|an?|the|of|at|by|about|around|approximately|nearly"
    r"|almost|over|up to|more than|less than|some|another|further|additional|only|just|its|our"
    r"|their|was|were|is|are|be|been|has|have|had|will|would|to|in|for|from|on|with|and|or|worth"
    r"|total|totalling|totaling|than|reached|including|this|these|those|a total|as many as"
    r"|potential)\b)+)$",
    re.IGNORECASE,
)
_OF = pattern(r"^(?:of (?:the |its |our )?|in (?=fund))")
_REPORTED = pattern(
    r"^.*\b(?:said|says|announced|noted|estimates|estimated|shows?|reports?|confirmed)"
    r"(?: today| yesterday)?(?: that)? (?=\w+ \w+)"
)
_UP_TO = pattern(r"(?P<head>[^,]{4,60}\bto) [a-z]+(?: [a-z]+)?$")
_VERB_ALONE = pattern(r"(?:deliver|create|support|reduce|provide|build|help|generate|save"
                      r"|protect|"
                      r"unlock|train|recruit|secure|safeguard|attract|serve|cut"
                      r"|add)(?: [a-z]+)?")  # fmt: skip
SCRAP = pattern(
    r"(?:^(?:to|a|an|and|that|remaining|quarter|it|this|these|which|receive"
    r"|of|where|compared|is|was|year it|inviting)\b"
    r"|\b(?:it|they|we|vs)\b| - |\d$|^(?:more|per)(?: \w+)?$|^(?:remaining|persons|people"
    r"|receive|shares|investment|funding)$|\bthat there\b"
    r"|\b(?:confirms?|includes?|included|worth|given|receives?|deliver|delivers|delivered|shows?"
    r"|announced|approved|awarded|said|has|have|will|would|their|our|its|the|of|at|by|groups its"
    r"|expects?|make|now make|contains?|show|see|saw|sees|pay|pays|roughly|nearly|went|made)$)",
    re.IGNORECASE,
)
