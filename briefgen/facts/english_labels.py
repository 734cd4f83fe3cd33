"""Turn the English clause around a number into the few words that say what it counts."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from briefgen.facts import directions
from briefgen.facts.english_asides import aside, moved, says_nothing, subject_apart, with_origin
from briefgen.facts.english_units import ENGLISH_NOUNS
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern

_LONGEST = 5
# Nouns that hold a word which parts others.
_JOINED = pattern(
    r"\b(?:generated|provided|used) (?:from|by|in) (?:operations|operating|continuing)\b"
    r"|\b(?:profit|loss|income|earnings|losses) (?:before|after) (?:tax|interest)\b"
    r"|\b(?:loss|profit|income) from (?:operations|continuing)\b"
    r"|\bcosts? of (?:goods|products|services) sold\b"
    r"|\bas an? (?:percentage|percent|share) of (?:total |net |gross )?\w+"
    r"|\breturns? on (?:average )?(?:tangible )?(?:assets|equity|capital)(?: employed)?\b"
    r"|\bprovisions? for (?:credit|loan) losses(?: on loans)?\b",
    re.IGNORECASE,
)
_TIMES = pattern(
    r"\b(?:last|this|next|prior) (?:year|quarter|month)(?:[\"’']s)?\b"
    r"|\b(?:[HQ][1-4]|FY) ?\d*\b|\b(?:for |in |during )?(?:the )?(?:prior[- ]year )?(?:\w+-week )?"
    r"(?:fiscal )?(?:year|quarter|half|period|(?:three|six|nine|twelve) months|\w+ weeks) "
    r"(?:ended|ending|to) "
    r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2}[,，])? ?\d{4}"
    r"|\b(?:in|at|on|by|from|during|since) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}[,，] ?)?"
    r"20\d\d\b"
    r"|\b(?:in|during|for|since|to|of) (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b(?! \d)"
    r"|\b(?:from |than )?a year (?:earlier|ago|before)\b|\byear[- ](?:earlier|ago)\b"
    r"|\byear[- ]o(?:n|ver)[- ]year\b|\b(?:yoy|YoY|YOY)\b"
    r"|\b(?:for |in )?(?:the )?20\d\d (?:first|second|third|fourth)[- ]quarter\b"
    r"|\b(?:first|second|third|fourth) quarter(?: of)?(?: fiscal)?(?: \d{4})?\b|\b20\d\d\b"
    r"|\b(?:in|during|for|to|with) (?:the )?(?:last |same |prior |current )?"
    r"(?:period|year|quarter|half)\b"
    r"|\b(?:in|during|for) the first(?: (?:half|(?:three|six|nine) months))?\b"
)
# Words between a noun and its number; those that say that it went up or down.
_MOVED = frozenset(
    "up down rose fell increased decreased grew declined improved increase decrease growth decline "
    "increasing decreasing improving rising falling dropped drop higher lower rise fall "
    "worsened negative soared jumped "
    "climbed surged rallied plunged went shrank dipped slumped edged expanded contracted surging "
    "tumbled slipped advanced gained narrowed widened eased slowed accelerated retreated raised "
    "plummeted swelled leapt declines increases gains rises drops falls declining "
    "lowered jumping slipping climbing shrinking growing".split()
)
_FILLERS = _MOVED | frozenset(
    "of at to by was were is are be been totalled totaling totalling totaled reached reaching "
    "approximately about around nearly over more than some a an the with and from in for "
    "representing reported recorded delivered amounted stood came or including also further just "
    "only will expected expects range ranging now included between year-on-year year-over-year "
    "annual total almost under pre-tax one-time "
    "exceeded exceeding hit topped passed per share less least most up-to equal equivalent "
    "stable unchanged flat broadly steady maintained reach reaches hits brought recorded posted "
    "generated strong on its our their as accounting accounts accounted taking "
    "represented "
    "may might could would should remains remained remain "
    "far well slight sharp modest significant further marked steep there "
    "comprising comprised".split()
)
# Where a noun begins: behind one of these.
_BOUNDARIES = frozenset(
    "which that who we it they he she has have had been with while during for on in by from as "
    "because since after until against versus under and or to at was were is are will would can "
    "awarded completed declared opened launched sold signed added reports reported announced "
    "including also where when than its their our this these those paid returned supply into "
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
    "representing includes including generating but yet however".split()
)
_ADVERB = pattern(r"[a-z]+-(?:over|on)-[a-z]+|[a-z]{3,}ly|more|slightly")
_WORDS = pattern(r"[A-Za-z](?:[A-Za-z'’&/_-]|\"(?=s\b))*|[();:，,•*]")
_BEHIND = pattern(r"(?:-| )?(?P<noun>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2})")
_AFTER = frozenset(
    "globally worldwide while with due "
    "to in of for at on by from and or were was are is as with across per over under during this "
    "that which who than since after before following will have has had the a an into up down "
    "higher lower year-on-year compared through respectively".split()
)


def english_labels(text: SourceText, run: Sequence[Stated]) -> list[Label]:
    """Labels of the numbers of one English sentence."""
    made: list[Label] = []
    growth: Label | None = None
    compared = False
    said: dict[str, Label] = {}
    levels: dict[str, Label] = {}
    subject, last = "", text.bounds(run[0].place.start, run[0].place.end)[0]
    for item in run:
        lead = _lead(text, item, last)
        again = lead.strip() == "or" and bool(made)
        compared = _compares(text, last, item, compared and again and made[-1] in said.values())
        last = item.place.end
        noun, fillers = _split(lead)
        beside = aside(lead)
        compared = compared or (fillers == ["from"] and not noun)
        noun = noun or ("" if made else subject_apart(text, item))
        unit = item.quantity.unit
        behind = _behind(item, fillers, noun)
        change = _CHANGE_IN.match(item.behind)
        move = moved(lead, item)
        alone = not (behind or change or move)
        bare = alone and not noun
        if bare and unit == "%" and growth and set(fillers) <= {"and"}:
            made.append(growth)  # revenue grew 37% year-over-year, 40% in constant currency
            continue
        each = _diluted(item, said) or unit
        if bare and compared and each in said:
            # $5m, or 7% of sales, up $1m, compared to $4m, or 6%: what it was, and no change.
            made.append(levels.get(each, said[each]))
            continue
        if alone and again and _is_change(made[-1]):
            made.append(_again(subject, item))
            said[unit] = made[-1]
            continue
        if move:
            made.append(Label(_sentence_case(move)))
            continue
        own = change["noun"] if change else behind or noun or subject
        label = f"{own} growth" if change else behind or _told(own, fillers, item)
        label = _sentence_case(with_origin(label, lead, item))
        made.append(Label(label, vague=says_nothing(label)))
        if beside:
            continue
        subject = own
        _keep(said, levels, item, made[-1])
        growth = made[-1] if label.endswith(" growth") and not behind else None
    return made


def _lead(text: SourceText, item: Stated, last: int) -> str:
    """The words of a clause before a number, back to the number that ended at `last`."""
    begin, _ = text.clause(item.place.start, item.place.end)
    if text.matching.startswith(_NET, begin):  # Interest expense, net was
        begin, _ = text.clause(max(0, begin - 2), max(1, begin - 1))
    return text.matching[max(last, begin) : item.place.start]


def _compares(text: SourceText, last: int, item: Stated, goes_on: bool) -> bool:
    """Whether a number is what another is compared with, or says so in another unit."""
    return goes_on or bool(_COMPARED.search(text.matching, last, item.place.start))


def _again(subject: str, item: Stated) -> Label:
    """What a change is that is said again in another unit: up 4.2%, or $22.9 million."""
    word = "growth" if item.quantity.unit == "%" else _change(item)
    return Label(_sentence_case(f"{subject} {word}"))


def _keep(said: dict[str, Label], levels: dict[str, Label], item: Stated, label: Label) -> None:
    """Keeps what was said in a unit, for what it is compared with."""
    diluted, unit = _diluted(item), item.quantity.unit
    if not diluted or unit not in said:
        said[unit] = label
    said |= {diluted: label} if diluted else {}
    levels |= {} if _is_change(label) else {diluted or unit: label}


def _diluted(item: Stated, known: Container[str] | None = None) -> str:
    """What is said of a sum per share alone, where that is `known`: $0.89 per share ($0.88 per
    share on a diluted basis)."""
    match = _DILUTED.match(item.behind) if item.quantity.unit.endswith("/股") else None
    said = match[0].strip() if match else ""
    return said if known is None or said in known else ""


def _is_change(label: Label) -> bool:
    return label.text.endswith((" growth", " increase", " decrease"))


def _change(item: Stated) -> str:
    return "decrease" if directions.sign(item.quantity.direction) < 0 else "increase"


_COMPARED = pattern(r"\b(?:compared|versus|vs|against)\b")
_NET = ("net ", " net ")
# A 10.1% increase in volume: what changed stands behind.
_CHANGE_IN = pattern(
    r" (?:increase|decrease|growth|decline|rise|fall|drop|reduction) in "
    r"(?P<noun>(?:number of )?[a-z][a-z/-]*(?: (?!and\b|for\b|to\b|as\b|due\b|or\b|from\b)[a-z-]+)?"
    r"(?: (?:expenses?|sales|rate|costs|income|revenues?))?)"
)
_LOSSES = pattern(r"(?<!income )(?<!profit )(?<!earnings )\((loss(?:es)?|deficit|used)\)")
_RATE = pattern(
    r" (?P<noun>(?:[a-z-]+ ){0,2}(?:margin|rate|yield|premium|coupon|stake|retention|growth))\b"
)
# $5.9 million of provision: what a sum is, where only such a word leads to it.
_SUM_OF = pattern(r" (?:of|in) (?:[\d.]+% )?(?P<noun>(?!the\b|its\b)[a-z][a-z-]*(?: [a-z-]+){0,3})")
# Costs associated with the centre, impairments and store closures: as far as it is one thing.
_JOINED_ON = pattern(
    r" (?:associated|related|relating|attributable|with|to|for|from|that|which|the|in|on|and|due"
    r"|as|of (?:the|its))(?: .*)?$"
)
_LEADS_ON = frozenset("included including includes recorded incurred had has with and".split())
_SHARE_OF = pattern(
    r" of (?:(?:the|its|our|their|[A-Za-z]+[\"’']s|Group|overall) )*"
    r"(?P<noun>(?:total |net |gross )*[a-z]+)"
)


def _split(lead: str) -> tuple[str, list[str]]:
    """The noun that leads to a number, and the words between the two."""
    lead = re.sub(
        r"(?<!income )(?<!profit )(?<!earnings )\((loss(?:es)?|deficit|used)\)", r"\1", lead
    )
    lead = re.sub(r" ?\((?:[^()\d]*|\d{1,2})\)|\*", "", lead)
    lead = _TO_OWNERS.sub(" attributable", lead)
    words = _WORDS.findall(_JOINED.sub(lambda m: m[0].replace(" ", "_"), _TIMES.sub(" ", lead)))
    fillers: list[str] = []
    words = [word for word in words if not _ADVERB.fullmatch(word)]
    while words and (words[-1].lower() in _FILLERS or not words[-1][0].isalpha()):
        fillers.insert(0, words.pop().lower())
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
)


def _goes_on(word: str, noun: list[str]) -> bool:
    participle = word.endswith("ed") and word.islower() and word not in ("adjusted", "combined")
    return (
        word[0].isalpha()
        and word.lower() not in _BOUNDARIES
        and len(noun) < _LONGEST
        and not participle
    )


def _of_what(item: Stated, fillers: list[str], noun: str) -> str:
    """What a rate, a sum or a weight is of, where only such words lead to it: 77.5% gross margin,
    $5.9 million of provision."""
    if item.quantity.unit == "%" and (rate := _RATE.match(item.behind)):
        return rate["noun"]
    paid = unit_of(item.quantity.unit).kind == "money"
    leads = noun.endswith("ing") and " " not in noun
    leads = leads or bool(fillers and fillers[-1] in _LEADS_ON)
    weighed = unit_of(item.quantity.unit).kind == "measure" and not (noun or fillers)
    if (weighed or (paid and (leads or not noun))) and (what := _SUM_OF.match(item.behind)):
        return _JOINED_ON.sub("", what["noun"])
    return ""


def _behind(item: Stated, fillers: list[str], noun: str) -> str:
    """The noun behind a number, where it is what is counted: 2,300 customers, a $2m contract, 77.5%
    gross margin."""
    if said := _of_what(item, fillers, noun):
        return said
    match = _BEHIND.match(item.behind)
    if not match:
        return ""
    words = match["noun"].split()
    stop = next((at for at, word in enumerate(words) if word in _AFTER), len(words))
    words = words[:stop]
    if not words or words[0] in _MOVED or words[0] in ("expected", "forecast", "projected"):
        return ""
    counts = unit_of(item.quantity.unit).kind == "counter" and item.quantity.form == "number"
    counted = next((at for at, word in enumerate(words, 1) if word in ENGLISH_NOUNS), 0)
    words = words[:counted] if counted else words
    plural = words[-1].endswith("s") or bool(counted)
    of_an_article = bool({"a", "an", "the"} & {*fillers[-1:], *fillers[-2:-1]})
    of_an_article = of_an_article and fillers[-1] in ("a", "an", "the", "pre-tax", "one-time")
    return " ".join(words) if (counts and plural) or of_an_article else ""


def _told(subject: str, fillers: Sequence[str], item: Stated) -> str:
    behind = item.behind.split(maxsplit=1)[:1]
    if subject and item.quantity.unit.endswith("/股"):
        if _CUT_SHARE.search(subject):
            return f"{subject} share"
        return subject + _per_share(subject, item)
    moved = bool(_MOVED & {*fillers, *behind}) or bool(item.quantity.direction)
    # Revenue rose by 21% and profit by 101%: the verb is said once.
    moved = moved or (fillers[-1:] == ["by"] and item.quantity.unit == "%")
    moved = moved and item.quantity.direction not in ("亏损", "逆差", "赤字")
    came_to = bool(fillers) and fillers[-1] in ("to", "at", "from")
    share = _SHARE_OF.match(item.behind) if item.quantity.unit == "%" and not moved else None
    if share and subject.endswith(("margin", "rate", "percentage")):
        return subject
    if share and subject and share["noun"] not in subject.lower():
        return f"{subject} as share of {share['noun']}"
    if not subject or not moved or came_to:
        return subject
    if item.quantity.unit == "%":
        return subject if subject.endswith(("growth", "rate")) else f"{subject} growth"
    return f"{subject} {_change(item)}"


def _per_share(subject: str, item: Stated) -> str:
    """What a label says of a sum per share: of all, or of those that there might be."""
    each = "" if _SHARE.search(subject) else " per share"
    if diluted := _DILUTED.match(item.behind):
        return each + diluted[0].rstrip()
    return each.replace("share", "diluted share") if "diluted" in item.text else each


_SHARE = pattern(r"\b(?:per (?:common |ordinary )?share|EPS|per diluted share|dividends?)\b")
_CUT_SHARE = pattern(r" per(?: diluted| basic| common| ordinary)*$")
_DILUTED = pattern(r" on an? \w+ basis")


def _sentence_case(words: str) -> str:
    return re.sub(r"^[a-z]", lambda match: match[0].upper(), words)
