"""Turn an English label that says too little into the words that its clause has for the number.

A single word that measures nothing (India, States), a participle, or the tail of a longer subject
is no label: the clause itself says what is counted, with the number cut out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import replace

# What one word alone may name, where a text is about one company or country.
MEASURES = frozenset(
    "revenue revenues sales turnover income profit profits earnings loss losses ebitda ebit "
    "exports imports inflation unemployment employment gdp population productivity backlog "
    "bookings cash debt liquidity capex dividend dividends investment investments expenses costs "
    "cost output production prices wages headcount employees customers deposits loans assets "
    "liabilities equity margin orders shipments deliveries subscribers visitors tourists "
    "passengers jobs homes houses households vehicles stores hotels rooms beds schools hospitals "
    "students graduates farmers workers volunteers taxes services tourism manufacturing "
    "construction agriculture mining consumption savings spending reserves emissions royalties "
    "inventory inventories receivables payables goodwill eps rent rents ebitdax economy "
    "housing retail births deaths marriages crime tax taxation "
    "surplus deficit".split()
)
_PARTICIPLE = pattern(
    r"(?!un[a-z]+ed\b|realized|realised|recognized|adjusted|weighted|combined|consolidated"
    r"|diluted|unadjusted|fixed|organized|estimated"
    r"|operating|outstanding|remaining|financing|investing|housing|manufacturing|marketing"
    r"|lending"
    r"|spending|savings|mining|existing|recurring|continuing|advertising|funding|building"
    r"|training"
    r"|united|red|limited|borrowing|holding|funded|licensed|skilled|unskilled|shipping|banking"
    r"|trading|engineering|processing|packaging|clothing|gaming|farming|fishing|pending|leading"
    r"|registered|listed|managed|shared|rated|insured|secured|unsecured|deferred|accrued"
    r"|restricted|selling|licensing|underlying)"
    r"[a-z]{2,}(?:ed|ing)\b"
)
_SUFFIX = pattern(r" (?:growth|increase|decrease|change(?: on [a-z]+)?|per (?:diluted )?share)$")
_EMPTY = frozenset(
    "people more fewer others number numbers total addition amount amounts rest range part half "
    "portion share shares level rate rates ratio average period result impact effect approval "
    "states installation percent percentage year years quarter company".split()
)
# What a clause begins with that is no part of what it says.
_BEGIN = pattern(
    r"^(?:\W|(?:(?:as )?compared (?:with|to)(?: an?)?|versus|vs"
    r"|and|but|or|so|also|while|whilst|as|because|since|when|where|that|which|who|with"
    r"|however|moreover|today|currently|overall|meanwhile|additionally|further|furthermore"
    r"|notably|including|already|there (?:are|were|is|was)|it (?:is|was)|for example"
    r"|for instance|in addition(?: to)?|we have|we|they|this (?:is|was)|the)\b)+",
    re.IGNORECASE,
)
# It begins where no sign stands before it, and gives nothing back: many signs take no longer.
_END = pattern(
    r"(?<!\W)(?>(?:\W|\b(?:a|an|the|of|to|at|by|from|for|in|on|with|and|or|was|were|is|are|be|been"
    r"|has|have"
    r"|had|than|as|some|about|around|approximately|nearly|almost|over|under|more|less|up|down"
    r"|reached|reaching|totaled|totalled|totaling|only|just|will|would|its|their|our|his|her|this"
    r"|these|those|that|which|who|another|further|additional|including|between|worth"
    r"|increased|decreased|rose|fell|grew|declined|dropped|into|through|within|per|equal"
    r"|equivalent|estimated|expected|anticipated|least|most|total|so|also|not)\b)+)$",
    re.IGNORECASE,
)
_AUXILIARY = pattern(
    r" (?:(?:have|has|had)(?: already| now| also)? been|(?:is|are|was|were)"
    r"(?: being| already| now| also)?|will(?: be)?"
    r"|have|has|had)(?= [a-z]+(?:ed|ing)\b)"
)
_STOP = pattern(
    r"[,;:()，；：（）.–—]|\b(?:and|but|while|which|that|who|where|when|compared|from|versus"
    r"|than|as|due"
    r"|because|driven|up|down|representing|with|by|during|over|since|after|before|through|until"
    r"|for|at|on|to|or|was|were|is|are|has|have|had|will|if|under|into|including)\b"
)
_PREDICATE = pattern(
    r"(?P<said>[a-z][a-z-]*(?: [A-Za-z][\w’'\"-]*){1,7}?)(?=\s*(?:$|[,;.，；。(（]))"
)
_SIZE = r"[$£€]?\d[\d.,]*(?: (?:million|billion))?(?:[- ][A-Za-z]+)?"
_ARTICLE = pattern(rf"\b(?:an?|another) (?:approximately |about )?(?:{_SIZE}[,，] ?)?$")
_NEXT_SIZE = pattern(rf"^(?:[,，] ?{_SIZE})? ?")
_NUMBER = pattern(r"\b(?:from |by )?[$£€]?\d")
_NAMED = pattern(
    r"^ (?:in|of) (?P<noun>(?:[A-Za-z]+[a-z] )?[A-Z][\w&’'.-]*(?: (?:[A-Z0-9][\w&’'.-]*|tax"
    r"|grants?|credits?|funding"
    r"|of|and(?= [A-Z])|loans?|bonds?|notes?|shares|stock|financing|revenues?|sales))*)"
)
_CHANGE = pattern(
    r"\b(?P<way>increase|rise|growth|jump|decrease|fall|drop|decline|reduction"
    r"|cut) in (?P<noun>[A-Za-z][\w’' -]{2,60}?)"
    r" of (?:about |around |approximately |over |nearly |more than )?$"
)
_NOUN_OF_CHANGE = (
    r"(?P<way>increase|improvement|rise|growth|jump|expansion|decrease|fall|drop|decline"
    r"|reduction|cut)"
)
_OBJECT = (
    r"(?P<noun>(?:the )?(?!(?:the )?(?:[a-z]+ )?(?:quarter|year|period|month|week)s?\b"
    r"|US dollars|(?:constant|local) curr|(?:[HQ][1-4]|FY"
    r"|[Ff]iscal) ?\d{4}(?: compared| due| as| versus| driven|[，,.]|$))"
    r"(?:(?:[a-z]+, )+and )?[A-Za-z][\w’'\"-]*"
    r"(?: (?!for\b|to\b|due\b|as\b|from\b|arising\b|who\b|that\b|which\b|compared\b|over\b"
    r"|with\b|on\b|at\b|by\b|was\b|were\b|driven\b|during\b|mainly\b|primarily\b|largely\b"
    r"|of [$£€\d]|and an?\b|in fiscal\b|in 20)[\w’'\"-]+){0,6})"
)
_CHANGE_BEHIND = pattern(
    rf"^(?:[,，]? ?(?:or|and) {_SIZE}(?: ?percent"
    rf"| ?%)?)?[,，]? (?:(?!and|or)[a-z-]+ )?{_NOUN_OF_CHANGE} (?:in|on) {_OBJECT}"
)
_CHANGE_OF = pattern(rf"\b{_NOUN_OF_CHANGE} of (?:about |around |approximately |over |nearly )?$")
_IN_WHAT = pattern(rf"^ in {_OBJECT}")
# Jobs fell 13,300 to 482,400 and the number of posts rose by: another subject begins behind “and”.
_ANOTHER = pattern(
    r"^.*\d[\d,.]*(?: (?:million|billion|percent|per cent))?%? and (?=the [a-z]+ of )"
)
_DATED = pattern(
    r"^(?:the )?(?:fiscal )?(?:year )?(?:20\d\d|FY ?\d+) | (?:in|for"
    r"|during) (?:the )?(?:[Ff]iscal\b.*|20\d\d.*|year\b.*)$"
)
_COMES = pattern(
    r"^ (?P<said>(?:contributed|generated|provided|earned|raised|received|spent|invested"
    r"|paid)? ?(?:by|from) "
    r"(?:the )?[A-Za-z][\w’'\"-]*(?: (?!for\b|to\b|due\b|as\b|in\b|during\b"
    r"|compared\b)[A-Za-z][\w’'\"-]*){0,6})(?=[,.;，]| |$)"
)
_FALLS = ("decrease", "fall", "drop", "decline", "reduction", "cut")
_SUBJECT = pattern(
    r"^(?:the |our |its |their |total |overall )*(?P<noun>[^,;:()]+?) (?:was|were|is|are"
    r"|totall?ed|reached|stood at|amounted to|rose|fell"
    r"|grew|increased|decreased|declined|dropped|improved|climbed)(?: (?:to|by|at|up|down"
    r"|only|just|also|approximately"
    r"|about|around|nearly|over|more than|almost|some|a|an|record|total|of))* ?$",
    re.IGNORECASE,
)
_LINKED = pattern(
    r"(?:\b(?:of|for|in|and|on|from|to|with|by|under|within|across|among|between|per"
    r"|at)(?: (?:the|our|its|their|a|an|all))?) $",
    re.IGNORECASE,
)
_ADVERB = pattern(r"(?:[Nn]early|[Aa]lmost|[Mm]ore than|[Aa]bout|[Oo]nly) ")
_IS_DONE = pattern(
    r"^ (?:was|were|is|are|has been|have been"
    r"|will be) (?P<said>[a-z]+(?: [A-Za-z][\w’'-]*){1,8})(?=[,.;，]|$| \d)"
)
_GOES_ON_TO = pattern(
    r"^ (?:to|into|in|for|from|on|of|by|as) [A-Za-z][\w’'-]*(?: (?!and\b|in\b|for\b|as\b"
    r"|which\b)[A-Za-z][\w’'-]*){0,5}"
)
_HOLDS = ("included", "comprised", "contained", "incurred", "recorded", "recognized", "recognised")
_ASIDE = pattern(r"^ \([^()]*\)")
_MOST, _HEAD = 12, 7


def all_in_clause_words(
    text: SourceText, run: Sequence[Stated], labels: Sequence[Label]
) -> list[Label]:
    """The labels of one sentence's numbers, those that say too little in the words around them."""
    made: list[Label] = []
    for item, label in zip(run, labels, strict=True):
        made.append(_in_clause_words(text, item, label, made[-1] if made else None))
    return made


def _in_clause_words(text: SourceText, item: Stated, label: Label, earlier: Label | None) -> Label:
    """A label as it is, or, where it says too little, in the words of its clause; `earlier` is that
    of the number before in its sentence."""
    begin, stop = text.clause(item.place.start, item.place.end)
    lead, behind = text.matching[begin : item.place.start], text.matching[item.place.end : stop]
    lead = _BEGIN.sub("", lead.replace("，", ", "))
    lead = _ANOTHER.sub("", lead)
    if changed := _changed(text, item, lead):
        return Label(_sentence(changed))
    label = _with_whose(label, behind)
    if whole := _whole_subject(lead, label.text):
        return Label(_sentence(whole), sure=label.sure)
    if unit_of(item.quantity.unit).kind == "money" and (sized := _sized(text, item)):
        return Label(_sentence(sized), sure=label.sure)
    grown = _SUFFIX.search(label.text)
    base = _SUFFIX.sub("", label.text)
    label = replace(label, text=_DATED.sub("", base) + (grown[0] if grown else ""))
    if not _doubtful(label, lead):
        return label
    said = _sized(text, item) or _said(lead, behind, item)
    said = said or (_opening(text, item) if not label.text else "")
    if not said and earlier and _GOES_ON.fullmatch(lead):
        return earlier
    return Label(_sentence(said), sure=label.sure) if said else Label(label.text, vague=True)


def _changed(text: SourceText, item: Stated, lead: str) -> str:
    """What went up or down by so much, where a noun says that it did: an increase in costs of $2m,
    a $2m, or 7 percent, increase in costs, an increase of $2m in costs. "" where none does."""
    _, stop = text.bounds(item.place.start, item.place.end)
    behind = text.matching[item.place.end : stop].replace("，", ", ")
    behind = _ASIDE.sub("", behind)
    before = _CHANGE.search(lead)
    match = before or _CHANGE_BEHIND.match(behind)
    if match is None and (of := _CHANGE_OF.search(lead)):
        match = _IN_WHAT.match(behind)
        way = of["way"]
    else:
        way = match["way"] if match else ""
    if match is None:
        return ""
    noun = _BEGIN.sub("", _DATED.sub("", match["noun"])).strip()
    fell = way in _FALLS
    if not 0 < len(noun.split()) <= _HEAD:
        return ""
    if item.quantity.unit == "%":
        return f"{noun} {'decrease' if fell else 'growth'}"
    return f"{noun} {'decrease' if fell else 'increase'}"


def _with_whose(label: Label, behind: str) -> Label:
    """A short label with what it comes of: revenue of $6m contributed by the services segment."""
    of = _COMES.match(behind)
    if of is None or " " in label.text or not label.text or label.vague:
        return label
    return replace(label, text=f"{label.text} {of['said']}".replace('"s', "’s"))


_GOES_ON = pattern(r"(?:to|and|or|from|\W)*")


def _doubtful(label: Label, lead: str) -> bool:
    base = _SUFFIX.sub("", label.text)
    words = base.split()
    if not words or label.vague:
        return True
    if len(words) == 1:
        return words[0].lower() not in MEASURES
    # Acme added $5 million: a verb ends it.
    done = words[-1].islower() and words[-1].endswith("ed") and _PARTICIPLE.fullmatch(words[-1])
    said = done and words[0] != "Shares" and lead.rstrip().endswith(words[-1])
    odd = _ADVERB.match(label.text) or said
    return bool(odd or _PARTICIPLE.match(words[0].lower())) or {*map(str.lower, words)} <= _EMPTY


def _whole_subject(lead: str, label: str) -> str:
    """The subject that a label is but the tail of, "" where it is none: capital expenditures for X
    and the expansion of Y were."""
    match = _SUBJECT.match(lead)
    if match is None:
        return ""
    noun, base = match["noun"], _SUFFIX.sub("", label)
    if _STATES.search(noun) or _TOLD_THERE.search(noun):
        return ""
    at = noun.lower().rfind(base.lower()) if base else -1
    if at <= 0 or not _LINKED.search(noun[:at]):
        return ""
    growth = label[len(base) :]
    words = noun.split()
    if len(words) > _MOST:
        cut = re.split(r" (?:for|and|that|which|in|from|as|with) ", noun, maxsplit=1)[0]
        words = cut.split()
    return " ".join(words) + growth if 1 < len(words) <= _MOST else ""


# A number of its own: gas rose 2.4% over the month and power.
_TOLD_THERE = pattern(r"\d(?:\.\d+)?(?:%| percent| million| billion)")
_STATES = pattern(r"\b(?:remained|remains|became|continued|compares?)\b")


def _said(lead: str, behind: str, item: Stated) -> str:
    """What a clause says of a number, its words before and behind it; "" where that is too much."""
    kind = unit_of(item.quantity.unit).kind
    if kind == "money" and (named := _NAMED.match(behind)):
        return named["noun"]
    if not lead.strip() and (done := _IS_DONE.match(behind)):
        return done["said"]  # $13 million was invested into growth projects
    lead = lead if not (digit := _NUMBER.search(lead)) else lead[: digit.start()]
    before = _AUXILIARY.sub("", _END.sub("", lead))
    counted = kind in ("counter", "opaque") or not item.quantity.unit
    if counted and (said := _PREDICATE.match(behind.lstrip())):
        return said["said"]
    noun = _phrase(behind) if counted else ""
    words = before.split()
    if words and words[-1].endswith("ed") and (on := _GOES_ON_TO.match(behind)):
        what = on[0].removeprefix(" of")
        if kind != "money" or what == on[0]:
            return f"{before}{on[0]}"
        # Costs included $2m of provisions: the sum is of these, whatever they are a part of.
        return what.strip() if words[-1] in _HOLDS else f"{before}{what}"
    if noun and 1 < len(words) <= _MOST:
        return f"{_whole(lead, before)} {noun}"
    if noun and len(noun.split()) > 1:
        return noun
    return before if 1 < len(words) <= _MOST else ""


def _opening(text: SourceText, item: Stated) -> str:
    """What a sentence begins with, up to its first word of time or verb."""
    begin, _ = text.bounds(item.place.start, item.place.end)
    match = _OPENING.match(text.matching, begin, item.place.start)
    return match["noun"] if match else ""


_OPENING = pattern(
    r"\W*(?:The |Our |Its )?(?P<noun>[A-Z][A-Za-z-]*(?: [A-Za-z-]+){1,6}?) (?:at|as of|as at"
    r"|for|in|on|was|were|is|are)\b"
)


def _sized(text: SourceText, item: Stated) -> str:
    """What an article leads to behind one size or two: a $12 million, 1.9 MW solar microgrid."""
    begin, stop = text.bounds(item.place.start, item.place.end)
    if not _ARTICLE.search(text.matching, begin, item.place.start):
        return ""
    behind = _NEXT_SIZE.sub("", text.matching[item.place.end : stop])
    noun = _phrase(behind) if behind[:1].isalpha() else ""
    if len(noun.split()) == 1 and (more := _GOES_WITH.match(behind)):
        return more["said"]  # contract to supply lamps to the navy
    return noun if len(noun.split()) > 1 else ""


_GOES_WITH = pattern(
    r"(?P<said>[a-z][a-z-]* (?:to|for|with|from"
    r"|of) [a-z][\w-]*(?: [a-z][\w-]*){0,5})(?= [A-Z]|[,.;，]|$)"
)


def _whole(lead: str, before: str) -> str:
    """The words before a number with the preposition that leads from them to its noun."""
    link = re.search(r"\b(for|in|of|to|on|by|with|from|at) $", lead)
    return f"{before} {link[1]}" if link else before


def _phrase(behind: str) -> str:
    """The noun that the words behind a number begin with."""
    words = re.sub(r"(-[a-z]+), (?=[a-z]+-)", r"\1 ", behind.strip(" -").replace("，", ", "))
    end = _STOP.search(words)
    noun = words[: end.start()] if end else words
    return noun.strip() if 0 < len(noun.split()) <= _HEAD else ""


def _sentence(words: str) -> str:
    words = words.replace('"s', "’s")
    return words[:1].upper() + words[1:]
