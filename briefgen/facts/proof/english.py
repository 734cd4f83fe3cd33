"""Turn an English sentence into whether it proves what a number is said to count.

A clause is a noun phrase, one verb whose meaning is known, and the number; the label is that noun
phrase, whole, with what behind the number says of which part it is.
"""

from __future__ import annotations

import re

from briefgen.facts import directions
from briefgen.facts.english_nouns import SAID_TIMES
from briefgen.facts.inventory import Stated
from briefgen.facts.proof.chinese import NOTHING, Said
from briefgen.facts.proof.clause import Clause
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern

_LEVEL = (
    "was|were|is|are|reached|totall?ed|amounted to|amounts to|came to|came in at|stood at"
    "|stands at|hit|remained|"
    "remained at|averaged|equall?ed|exceeded|topped|includes|included|numbered|"
    "(?:is|are|was|were) (?:expected|forecast|projected|estimated|anticipated) (?:to )?(?:be"
    "|reach|total|average|amount to)?|"
    "will (?:be|reach|total)|would be|has reached|have reached|accounted for|represented"
    "|accounts for|represents"
)
_CHANGE = (
    "rose|increased|grew|climbed|jumped|advanced|gained|improved|expanded|surged|soared|fell"
    "|decreased|declined|"
    "dropped|slipped|shrank|contracted|slid|dipped|"
    "(?:was|were|is|are) (?:up|down|higher|lower)|up|down|"
    "(?:has|have|had) (?:risen|increased|grown|fallen|decreased|declined|dropped|expanded)"
)
_REPORTED = (
    "reported|reports|posted|recorded|generated|delivered|achieved|earned|had|has|saw|declared"
    "|announced|includes?|included|claims?|claimed|holds?|held|represents|forecasts?|expects?"
    "|anticipates?"
)
_SUBJECT = pattern(rf"(?:^| )(?P<verb>{_LEVEL}|{_CHANGE})(?P<by> by| to| at| of)?$")
_OBJECT = pattern(rf"^.+ (?:{_REPORTED}) (?P<np>[^，]{{2,90}}) of$")
_SAYS = pattern(
    r"^(?:[A-Z][\w.&’'\"-]*(?: [A-Z][\w.&’'\"-]*){0,4}) "
    r"(?:(?:said|says) (?:that )?|(?:noted|announced|reported) that )(?=[a-z])"
)
_MOVED = pattern(rf"(?:{_CHANGE})")
# What no noun phrase has among its words.
_NO_NOUN = frozenset(
    "that which who whom whose what when where why how it they we you i he she this these "
    "those there said says say "
    "is was were are be been being has have had will would can could may might must should do "
    "does did not "
    "and/or if because since although though while whereas despite than then so but yet "
    "reported reports announced "
    "expects expect expected forecast forecasts forecasted anticipates believes estimates "
    "intends plans plan receive own "
    "represents representing reaching reducing increasing increased decreased rose fell grew "
    "declined driven led "
    "lowered raised recorded due such as each every however including excluding reflecting "
    "reflects utilizing adding "
    "first second third fourth quarter half year largely adjacent up down from to by at more "
    "less about compared versus upon following "
    "based structured valued".split()
)
# Words that such a phrase may have, where a longer one does: provided by operating activities.
_JOINED = pattern(
    r"\((?:including|excluding)? ?[A-Za-z -]+\)|\b(?:those|people|men|women|adults"
    r"|children)? ?aged (?:from |between )?\d+(?: (?:to|and) (?:\d+|over))?|"
    r"\b(?:provided|used|generated) (?:by|in|from) \w+|\battributable to [\w ]{3,40}"
    r"|\bincome from \w+|\bprofit from \w+|\bloss from \w+"
    r"|\b(?:profit|earnings|income|loss) (?:before|after) [\w ]{3,20}"
    r"|\baged (?:from )?\d+(?: to \d+| and over)?|\bexposure to \w+"
    r"|\breturned to \w+|\bloans to \w+|\brevenue from [\w ]+|\b(?:sales|exports|imports"
    r"|arrivals) (?:to|from) [\w ]+",
    re.IGNORECASE,
)
# What is said of a number between its verb and it; anywhere else such words are of what is counted.
_NEARLY = pattern(
    r"(?:\b(?:approximately|about|around|nearly|almost|roughly|some|over|more than|less than|under"
    r"|at least|up to|only|just|an estimated|a record|record) ?)+$"
)
_ROUND = pattern(r"\b(?:respectively|[a-z]+ly|also|still|now|today)\b|\(\d\)|[*•†]")
_BEGINS = pattern(r"^(?:[-–—•*]|\d+\.(?= )|\W)+")
_DETS = pattern(r"^(?:(?:the|a|an|its|our|their|his|her|this|of|and|but|while|with|as)\b ?)+", re.I)
_ADVERBIAL = pattern(
    r"^(?:(?:In|For|During|At|As of|By|On|Over|Since|Through)\b[^，]{0,40}|However|Meanwhile"
    r"|Overall|Also|In total|In addition"
    r"|In all|Moreover|As a result|For the|[A-Z]\w+ly)$"
)
_BOUNDARY = pattern(r"(?:.*[；;:—–，])?(?: ?(?:and|but|while|whereas)\b)? ?")
_TO = pattern(r"^，? ?(?:to|reaching)(?: (?:a|an|its)(?: [\w’-]+){0,3} of)?$")
_FROM = pattern(
    r"^，? ?(?:(?:increase|decrease|decline|rise|drop|growth|improvement|increased|decreased"
    r"|loss)，? )?"
    r"(?:(?:as |when )?compared (?:to|with)|versus|vs\.?|against|(?:up |down )?from)"
    r"(?: (?:the|a|an))?(?: (?P<np>[A-Za-z][A-Za-z ]{1,30}) of)?$"
)
_OR = pattern(r"^，? ?or$|^\($")
_AGAIN = pattern(
    rf"^，? ?(?:which |and |but )?(?:(?P<verb>was|were|{_CHANGE})"
    rf"|(?P<article>an?(?: (?:increase|decrease|decline|rise|drop|growth)"
    r" of)?)|and|)(?: by)?$"
)
_CHANGE_BEHIND = pattern(
    r"^ ?(?:year-o(?:n|ver)-year )?(?:increase|decrease|decline|growth|rise|drop|fall"
    r"|improvement)\b(?! in)"
)
_ENDS = pattern(
    rf"^(?:|(?:{_CHANGE})\b.*|(?:from|to|compared|versus|vs|or|up|down|and|as compared|than|but"
    rf"|while|with|when"
    r"|on the (?:quarter|year|month|week)|was|were|is|are|includes?)\b.*|\(.*"
    r"|per (?:\w+ )*share.*"
    r"|(?:year-o(?:n|ver)-year|quarter-o(?:n|ver)-quarter|annually|per annum|a year"
    r"|in total)\b.*|in (?:constant|local) currenc\w+"
    r"|in real terms|each|(?:higher|lower)\b(?: than)?.*)$"
)
_SCOPE = pattern(r"^(?P<how>of|in|for|on|among|at|within) (?P<np>[^，;()]{3,70})$")


def proves(clause: Clause, item: Stated, label: str, last: Said) -> Said:
    """What a sentence proves of a number; `last` is what it proved of the one before."""
    lead = _timeless(_ROUND.sub(" ", _NEARLY.sub("", _DATELINE.sub("", clause.lead))))
    tail = _LEFT.sub("", _timeless(clause.tail))
    if "respectively" in clause.written:
        return NOTHING
    if clause.later:
        lead = _OWN_TAIL.sub("", lead)
        if (again := _again(lead, tail, clause, item, last)) is not None:
            return again
        cut = _BOUNDARY.match(lead)
        if cut is None:
            return NOTHING
        lead = lead[cut.end() :]
    elif "，" in lead:
        head, _, rest = lead.rpartition("，")
        if not _ADVERBIAL.match(head.strip()) or _scoped(head):
            return NOTHING if _PREPOSED.match(lead) else _reported(lead, tail, item)
        lead = rest
    lead = _SAYS.sub("", _BEGINS.sub("", lead).strip()).strip()
    return _counted(lead, tail, item, label) or _fresh(lead, tail, item)


def _reported(lead: str, tail: str, item: Stated) -> Said:
    """What somebody reported, whatever stands before that: X, a maker of Y, reported net "
    "sales of."""
    found, scope = _OBJECT.match(lead), _scope(tail, item)
    subject = _noun(found["np"]) if found else ""
    if not subject or scope is None:
        return NOTHING
    return Said(label=subject + scope, subject=subject + scope, base=subject)


def _counted(lead: str, tail: str, item: Stated, label: str) -> Said | None:
    """What a number counts that a clause begins with: 83% of employees say …; there were 29 million
    people in employment."""
    if lead and not _THERE.fullmatch(lead):
        return None
    said = [word for word in _WORD.findall(label) if word.lower() != "who"]
    behind = _WORD.findall(tail.removeprefix("of "))
    if (
        said
        and item.quantity.unit == "%"
        and [w.lower() for w in said] == [w.lower() for w in behind]
    ):
        return Said(label=label, subject="")
    noun = _COUNTED.search(item.text)
    if unit_of(item.quantity.unit).kind != "counter" or (noun is None and not tail[:1].isalpha()):
        return None
    words = _noun(f"{noun[0] if noun else ''} {tail}")
    return Said(label=words, subject=words, base=words) if words else None


def _fresh(lead: str, tail: str, item: Stated) -> Said:
    """What a clause proves that begins with its own subject."""
    found = _SUBJECT.search(lead)
    moves = bool(found and _MOVED.fullmatch(found["verb"])) and bool(found and found["by"] != " to")
    if found:
        noun = lead[: found.start()]
    elif found := _OBJECT.match(lead):
        noun = found["np"]
    elif lead.endswith(" of") and _FINITE.match(tail):
        noun = lead.removesuffix(" of")
    else:
        return NOTHING
    subject, scope = _noun(noun), _scope(tail, item)
    if not subject or scope is None or subject.lower() in _ALONE:
        return NOTHING
    moves = moves or bool(_CHANGE_BEHIND.match(tail) or _HIGHER.match(tail))
    label = (_moved(subject, item) if moves else subject) + scope
    return Said(label=label, subject=subject + scope, base=subject)


def _again(lead: str, tail: str, clause: Clause, item: Stated, last: Said) -> Said | None:
    """What a sentence proves of a number that only goes on with the one before; None where it does
    not."""
    goes_on = next((form for form in _GOING_ON if form.match(lead)), None)
    if goes_on is None:
        return None
    if not last.subject:
        return NOTHING
    if goes_on is _FROM:
        found = goes_on.match(lead)
        if _scope(tail, item) is None or found is None:
            return NOTHING
        subject = _noun(found["np"] or "") or last.subject
        return Said(label=subject, subject=subject, base=subject, earlier=True)
    if than := _THAN.match(tail) if lead in ("，", "") else None:
        other = _noun(than["np"])
        return (
            Said(label=f"{last.subject} against {than['np']}", subject=last.subject)
            if other
            else NOTHING
        )
    if goes_on is _AGAIN:
        return _moved_again(lead, tail, item, last)
    if goes_on is _TO:
        return Said(label=last.subject, subject=last.subject, base=last.base)
    if item.quantity.unit.endswith("/股"):
        way = _PER.search(item.text)
        each = way[0] if way else " per share"
        if last.label != last.subject and not last.earlier:
            return Said(label=_moved(last.subject + each, item), subject=last.subject)
        return Said(
            label=last.subject + each, subject=last.subject, base=last.base, earlier=last.earlier
        )
    if last.label == last.subject:
        return NOTHING
    return Said(label=_moved(last.subject, item), subject=last.subject, base=last.base)


def _moved_again(lead: str, tail: str, item: Stated, last: Said) -> Said:
    """What a sentence proves that says how its subject moved besides: up 0.4 on the quarter; and
    were 0.5% lower; and by 1.0% in the production sector."""
    way = _AGAIN.match(lead)
    scope = _scope(tail, item)
    if way is None or scope is None:
        return NOTHING
    verb = way["verb"] or ""
    if way["article"] in ("a", "an") and not _CHANGE_BEHIND.match(tail):
        return NOTHING
    if verb in ("was", "were") and not _HIGHER.match(tail):
        return NOTHING
    if not (verb or way["article"]) and last.label == last.subject:
        return NOTHING
    if _BARE_MOVE.fullmatch(verb) and last.label != last.subject:
        return NOTHING  # rose 1.6 per cent, up 0.1: how the rise has moved
    subject = last.base or last.subject
    return Said(label=_moved(subject, item) + scope, subject=last.subject, base=last.base)


def _scope(tail: str, item: Stated) -> str | None:
    """What stands behind a number as a label has it: "" where it adds nothing, None where nobody
    can tell."""
    if _ENDS.match(tail) or _CHANGE_BEHIND.match(tail):
        return ""
    found = _SCOPE.match(tail)
    if not found or not _noun(found["np"]):
        return None
    if found["how"] == "of":
        np = _DETS.sub("", found["np"])
        return f" as share of {np}" if item.quantity.unit == "%" else None
    return f" {found['how']} {found['np'].strip()}"


def _noun(words: str) -> str:
    """A noun phrase as a label, "" where words are none."""
    words = _DETS.sub("", _tidied(words)).strip(" ，.")
    said = _JOINED.sub(" ", words)
    tokens = [token.strip('()."') for token in said.lower().split()]
    if not words or any(token in _NO_NOUN for token in tokens) or any(map(str.isdigit, said)):
        return ""
    if (tokens and tokens[0] in _LEADS) or len(tokens) > _LONGEST or not _WORD.search(words):
        return ""
    words = words.replace('"s ', "’s ").replace('"', "")
    return words[:1].upper() + words[1:]


def _moved(subject: str, item: Stated) -> str:
    if item.quantity.unit == "%":
        return f"{subject} growth"
    fell = directions.sign(item.quantity.direction) < 0
    return f"{subject} {'decrease' if fell else 'increase'}"


def _scoped(head: str) -> bool:
    """Whether what a sentence begins with says of which part it is: In Asia; on a basis of "
    "units."""
    return bool(_PREPOSED.match(head)) and len(head.split()) > 2


def _timeless(words: str) -> str:
    """Words without those of time."""
    words = _tidied(SAID_TIMES.sub(" ", _QUARTERS.sub(" ", words)))
    return _tidied(_DANGLING.sub("", words))


def _tidied(words: str) -> str:
    return " ".join(words.replace(" ，", "，").split())


# What stands behind the number before, up to what goes on with it.
_OWN_TAIL = pattern(
    r"^.*(?=，)|^ ?(?:in|for|at|on|during|of|per) [^，]{2,60}? (?=(?:and (?:by|was|were)"
    r"|compared (?:to|with)|up|down)\b[^，]{0,20}$)"
)
_QUARTERS = pattern(
    r"\b(?:in|for|during|of|at the end of) (?:the )?(?:first|second|third|fourth|final|latest"
    r"|same|current|full)"
    r"(?: (?:fiscal )?(?:quarter|half|year))?(?: of (?:fiscal )?(?:20\d\d|the (?:year"
    r"|prior year)))?(?= |$|，)"
)
_DANGLING = pattern(r"\b(?:for|in|of|during|at|on)(?= ?(?:，|(?:and|but|or|was|were)\b))")
_PREPOSED = pattern(
    r"\W*(?:In|For|On|At|Within|Among|By|Of|As for|Excluding|Including|Across|Under|With|Without)\b"
)
_THERE = pattern(r"(?:[Tt]here (?:were|are|was|is)|and|while|but|with)?")
_WORD = pattern(r"[A-Za-z][\w’'-]*")
_COUNTED = pattern(r"(?<= )(?!million|billion|trillion|thousand|hundred)[a-z]+$")
_HIGHER = pattern(r"^(?:higher|lower|more|less)\b")
_PER = pattern(r" per .*share$")
_BARE_MOVE = pattern(r"up|down")
# An expense of $2 million was: without a verb it may as well be what is foreseen.
_FINITE = pattern(rf"(?:{_CHANGE}|was|were|is|are|includes?)\b")
_ALONE = frozenset(
    "increase decrease decline growth rise drop reduction improvement premium".split()
)
_LEADS = frozenset("of in for and on at with to by from as or".split())
_LONGEST = 14
_DATELINE = pattern(
    r"^[A-Z][^–—]{2,60}?(?:--|[–—]) ?(?:(?:\(.{2,20}\)|[A-Z][a-z]+ \d{1,2}， \d{4}) ?(?:--"
    r"|[–—]) ?)?|^\(.{2,20}\) "
)
_LEFT = pattern(r"(?: ?\b(?:for|in|of|during|at|on|the|and|or|by|to|from|as|but|while)\b)+$")
_THAN = pattern(r"^(?:less|more|higher|lower|below|above)(?: than)? (?P<np>[^，;()]{3,60})$")
_GOING_ON = (_TO, _FROM, _OR, _AGAIN)
