"""Turn what is right beside an English number into what it is: brackets, a list, a noun.

The noun right behind a count is in its label (5,000 rifles are no launchers), members of a list in
brackets are said with what the list is of, and an item of a list of sums with what it is for.
"""

from __future__ import annotations

import re

from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.own.english_around import (
    GOES_ON,
    MOST,
    NUMBER,
    OPENS,
    SIZES,
    Around,
    ended,
    shorter,
)
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import Record


class Whose(Record):
    """A part of a company that a sentence is about, and what of it is told first."""

    who: str = ""
    what: str = ""

    def of(self, words: str) -> str:
        """A label that says only what is told, with whose it is."""
        own = self.who and words.lower().startswith(self.what)
        return f"{self.who} {words[:1].lower()}{words[1:]}" if own else words


def whose_it_is(around: Around) -> Whose | None:
    """The part whose measure a number is: the Medical division generated revenue of $481,788."""
    told = _OF_A_PART.search(around.before) if around.lead == around.before else None
    return Whose(told["who"], told["what"]) if told else None


def said_there(around: Around, item: Stated, label: Label, earlier: str) -> str:
    """What a number is by its brackets, its list, or the noun behind it; "" where its label may
    stay."""
    return (
        _in_other_money(around, item, earlier)
        or _chance(around)
        or _member(around)
        or _or_so_many(around, item, earlier)
        or _found_that(around, item)
        or _lack_of(around, item)
        or _number_of(around)
        or _and_same(around, earlier)
        or _named_sum(around, item, label.text)
        or _came_to(around, item, earlier)
        or _per_each(around, item, earlier)
        or _of_item(around, item)
        or _grew(around, item, label.text)
        or _done_to(around, item, earlier)
        or _same_do(around, item, earlier)
        or _who_were(around, item, shorter(label.text))
        or _counted(around, item, label.text, earlier)
    )


def _in_other_money(around: Around, item: Stated, earlier: str) -> str:
    """A sum that is told again in brackets in another currency: $150m (£113m)."""
    paid = unit_of(item.quantity.unit).kind == "money" and around.lead.strip() == "("
    return earlier if paid and _CLOSED.match(around.after) else ""


def _chance(around: Around) -> str:
    """What is how likely: a 42% chance of more than 10,000 deaths."""
    likely = _LIKELY.match(around.after)
    return ended(likely["what"]) if likely else ""


def _or_so_many(around: Around, item: Stated, earlier: str) -> str:
    """How many a share is that was told before it: 46 percent of clients, or 164,900."""
    share = _AS_SHARE.search(earlier) if around.lead.strip(" ,(") == "or" else None
    if share is None or unit_of(item.quantity.unit).kind == "share":
        return ""
    part = earlier[: share.start()]
    return f"{share['whole']}, {part[:1].lower()}{part[1:]}"


def _who_were(around: Around, item: Stated, words: str) -> str:
    """Whom or what a count of a bare noun says something of: 139 people have been arrested."""
    unit = item.text.rpartition(" ")[2]
    noun = unit if unit.isalpha() and unit.islower() else words.lower()
    if words.lower() != noun or " " in words or item.quantity.form != "number":
        return ""
    after = around.after.removeprefix(f" {noun}")
    if not noun:
        return ""
    if were := _WERE.match(after):
        return ended(f"{noun} {were['done']}")
    if relative := _RELATIVE.match(after):
        return ended(f"{noun}{relative[0]}")
    does = _DO.match(after)
    who = "who" if _PERSON.fullmatch(noun) else "that"
    return ended(f"{noun} {who} {does['does']}") if does else ""


def _member(around: Around) -> str:
    """A member of a list in brackets with what that is of: support spans party lines (57 percent
    of Republicans, 87 percent of Democrats)."""
    opened = around.before.rfind("(")
    if opened < 0 or around.before.rfind(")") > opened:
        return ""
    if not _BETWEEN.fullmatch(around.before[opened + 1 :]):
        return ""
    told = _MEMBER.match(around.after)
    listed = NUMBER.search(around.before, opened)
    listed = listed or NUMBER.search(around.after, told.end() if told else 0)
    if told is None or not listed:
        return ""
    head = OPENS.sub("", re.split(r"[();:]", around.before)[0]).strip(" ,")
    member = told["member"].strip()
    where = told["way"] if told["way"] != "of" else ""
    fits = 1 < len(head.split()) <= MOST and not NUMBER.search(head)
    return f"{head}, {f'{where} {member}'.strip()}" if fits else ""


def _found_that(around: Around, item: Stated) -> str:
    """Whom a survey asked, with what some do: a survey of adults found that 52% worry."""
    asked = _ASKED.search(around.before)
    shared = unit_of(item.quantity.unit).kind == "share" or item.quantity.form == "fraction"
    does = _ANSWERED.match(around.after) if asked and shared else None
    return ended(f"{asked['who'].strip()} who {does['does']}") if asked and does else ""


def _lack_of(around: Around, item: Stated) -> str:
    """What there is too little or too much of: a shortage of 151,000 care workers."""
    lack = _LACK.search(around.lead) if not item.quantity.unit else None
    named = PLURAL.match(around.after) if lack else None
    return f"{lack['of']} of {named['noun']}" if lack and named else ""


def _number_of(around: Around) -> str:
    """What the number of something went from: the number of pharmacies from 17,000."""
    told = _NUMBER_OF.search(around.before)
    return told["noun"] if told else ""


def _and_same(around: Around, earlier: str) -> str:
    """What is told once more of another time: $0.68 for Q2 and $1.18 for H1."""
    return earlier if _FOR_TIME.fullmatch(around.lead) and _TIME_BEHIND.match(around.after) else ""


def _named_sum(around: Around, item: Stated, words: str) -> str:
    """The name behind a sum that is a part of it: under its $25 million share repurchase plan."""
    paid = unit_of(item.quantity.unit).kind == "money" or item.text[:1] in "$£€"
    named = _A_SUM.match(around.after) if paid and _OF_ITS.search(around.lead) else None
    if named is None or (" " in words and named["noun"].split()[-1].lower() in words.lower()):
        return ""
    rest = GOES_ON.match(around.after, named.end())
    return ended(named["noun"] + (rest[0] if rest else ""))


def _came_to(around: Around, item: Stated, earlier: str) -> str:
    """Where something stood that rose or fell before: rose 449 points to open at 21,363 points."""
    base = _CHANGED.sub("", earlier) if _TO_OPEN.search(around.lead) else ""
    return base if base != earlier else ""


def _per_each(around: Around, item: Stated, earlier: str) -> str:
    """The growth of what so much of each was: rose to $265 per client, up 6%."""
    moved = _PER_EACH.fullmatch(around.lead) and item.quantity.unit in ("%", "percent", "per cent")
    return f"{earlier} growth" if moved and earlier and not earlier.endswith(" growth") else ""


def _of_item(around: Around, item: Stated) -> str:
    """What a sum is for that heads the item of a list: $69 million to address serious crime."""
    paid = unit_of(item.quantity.unit).kind == "money" or item.text[:1] in "$£€"
    if not (paid and around.heads_line and _OPENS_ITEM.fullmatch(around.lead)):
        return ""
    told = _FOR.match(SIZES.sub(" ", around.after))
    return ended(told["what"]) if told else ""


def _grew(around: Around, item: Stated, words: str) -> str:
    """A growth that its label says but the subject of: revenues for the three and six months ended
    June 30 increased by 24% and 28%."""
    if item.quantity.unit not in ("%", "percent", "per cent") or _CHANGED.search(words):
        return ""
    base = shorter(words)
    moved = _MOVED_BY.search(around.before) if base else None
    return f"{base} growth" if moved and base[:12].lower() in around.before.lower() else ""


def _done_to(around: Around, item: Stated, earlier: str) -> str:
    """Those whom something is done to: killing at least 235 people and injuring at least 4,300."""
    done = _DOING.search(around.lead)
    if done is None or unit_of(item.quantity.unit).kind not in ("counter", "opaque", ""):
        return ""
    unit = item.text.rpartition(" ")[2]
    named = _PERSONS.match(f" {unit}" if unit.isalpha() else around.after)
    noun = named["noun"] if named else _who(earlier)
    return f"{noun} {_PAST[done['verb'].lower()]}" if noun else ""


def _same_do(around: Around, item: Stated, earlier: str) -> str:
    """What others of those did whom the number before counts: 11 people died and 23 were saved."""
    alone = _AND_ALONE.search(around.lead) and not item.quantity.unit
    does = _DO.match(around.after) if alone else None
    noun = _who(earlier) if does else ""
    return f"{noun} who {ended(does['does'])}" if does and noun else ""


def _who(label: str) -> str:
    """The persons that a label counts, "" where it counts none."""
    found = _PERSON.search(label)
    return found[0] if found else ""


def _counted(around: Around, item: Stated, words: str, earlier: str) -> str:
    """The noun behind a count, where its label names another, or nothing."""
    if item.quantity.unit or item.quantity.form != "number" or item.quantity.direction:
        return ""
    found = PLURAL.match(around.after)
    if found is None:
        return ""
    head = found["noun"].split()[-1].lower()
    other = words == earlier and not {*found["noun"].lower().split()} <= {*words.lower().split()}
    if (
        (head[:-1] in words.lower() and not other)
        or head in _NO_NOUNS
        or words.startswith(("Number of", "Total"))
    ):
        return ""
    rest = GOES_ON.match(around.after, found.end())
    return ended(found["noun"] + (rest[0] if rest else ""))


_RELATIVE = pattern(r" (?:who|that) [a-z][^,;:()\d]{3,90}")
_CLOSED = pattern(r"\)")
_LIKELY = pattern(
    r" (?P<what>(?:chance|probability|likelihood|risk|odds) of (?:[^,;:.()]"
    r"|(?<=\d)[,.](?=\d)){3,90}?)"
    r"(?= and\b| as\b|[;:.()]|,(?!\d)|$)"
)
_AS_SHARE = pattern(r" as share of (?P<whole>[a-z ]+)$")
_WERE = pattern(
    r" (?:have been|has been|had been|were|was|are|is|will be) (?P<done>[a-z]+(?:ed|en|ne|ght|ld)"
    r" [^,;:()\d]{3,70})"
)
_BETWEEN = pattern(r"[\d.,%$£€ A-Za-z-]*")
_MEMBER = pattern(
    r" ?(?P<way>of|in|for|among) (?:the )?(?P<member>[A-Za-z][\w’'.-]*(?: (?!and\b)[\w’'-]+){0,4}?)"
    r"(?=[,;)]| and\b)"
)
_ASKED = pattern(
    r"\b(?:survey|poll|study) of (?:about |around |over |nearly |more than )?(?:[\d,]+ )?"
    r"(?P<who>[A-Za-z][A-Za-z. -]{3,40}?) (?:found|finds?|shows?|showed|reveals?|revealed|reports?"
    r"|reported)(?: that)? (?:about |around |over |nearly |more than |only |just )?$"
)
_ANSWERED = pattern(r" (?!of\b|in\b)(?P<does>[a-z]+ [^,;:()]{3,90})")
_LACK = pattern(
    r"\b(?P<of>(?:[a-z]+ )?(?:shortage|surplus|lack|shortfall|backlog|deficit))"
    r" of (?:about |around |nearly |over |almost |more than )?$"
)
_NUMBER_OF = pattern(
    r"\b(?P<noun>(?:number|proportion|share|cost"
    r"|price) of [^,;:()\d]{3,70}?)(?: (?:rose|fell|grew|increased|decreased|declined"
    r"|dropped))? (?:from|to)"
    r"(?: about| around| nearly| over| more than)? $"
)
_FOR_TIME = pattern(
    r" (?:for|in|at|by|during) (?:the )?(?:[A-Z0-9][\w ]{1,14}|[a-z ]+ quarter of 20\d\d"
    r"|(?:fiscal |year )?20\d\d|[A-Z][a-z]+ \d{1,2}, 20\d\d),? and "
)
_TIME_BEHIND = pattern(
    r" (?:[a-z]+ )?(?:for|in|at|by|during) (?:the )?(?:[HQ]\d|[A-Z]\w+|\d{4}|[a-z]+ quarter)\b"
)
_OF_ITS = pattern(r"\b(?:an?|the|its|their|our|this|new|[A-Za-z]+[’\"']s)(?: [a-z]+)? $")
_A_SUM = pattern(
    r" (?P<noun>(?:[a-z-]+ ){0,4}?(?:investments?|funds?|plan|package|program(?:me)?|deal|contract"
    r"|grants?|loan|award|facility|budget|project|gift|settlement|fine|penalty|hit|pool|acquisition"
    r"|mortgage|subsidy|bond|prize|initiative))\b",
    re.IGNORECASE,
)
_OF_A_PART = pattern(
    r"(?:^|[.;] |\bthe |\bour |\bits )\W*(?:(?:[Tt]he|[Oo]ur|[Ii]ts) )?"
    r"(?P<who>[A-Z][\w&’'-]*(?: [\w&’'-]+){0,4}"
    r" (?:division|segment|unit|business|subsidiary|region))"
    r"(?: \([^()]+\))? (?:generated|reported|posted|recorded|delivered|achieved|had|contributed)"
    r" (?:an? |net |total )*(?P<what>[a-z]+(?: [a-z]+)?) of (?:about |approximately |over )?$"
)
_TO_OPEN = pattern(r"\bto (?:open|close|end|finish|settle|trade|stand)(?: at| around| near)* $")
_PER_EACH = pattern(r"\W*per [a-z]+,? (?:up|down)(?: (?:by|about|around|nearly))? ")
_OPENS_ITEM = pattern(r"\W*(?:(?:an?|about|over|up to|nearly|almost|more than|another)\b ?)*")
_FOR = pattern(
    r"(?: (?:over|across|in|per|each|a) (?:the )?(?:next )?(?:\w+ )?(?:years?|months?))?"
    r" (?:(?:in|of) (?:new |additional )?(?:funding|investment|support) )?"
    r"(?:to(?:wards?)?|for|into|in|on) (?P<what>(?:the )?[A-Za-z][^,;:()\d.]{3,120})"
)
_CHANGED = pattern(r" (?:growth|increase|decrease|rate|margin|share|yield|ratio)$")
_MOVED_BY = pattern(
    r"\b(?:increased|grew|rose|climbed|improved|decreased|declined|fell|dropped) by(?: about"
    r"| around| approximately)? (?:[\d.]+ ?%(?:,| and|, and) )*$"
)
_PAST = {
    "killing": "killed",
    "injuring": "injured",
    "wounding": "wounded",
    "displacing": "displaced",
    "affecting": "affected",
    "employing": "employed",
    "serving": "served",
    "reaching": "reached",
    "supporting": "supported",
    "protecting": "protected",
    "training": "trained",
    "treating": "treated",
    "feeding": "fed",
    "housing": "housed",
    "saving": "saved",
    "killed": "killed",
    "injured": "injured",
    "wounded": "wounded",
    "displaced": "displaced",
    "trained": "trained",
}
_DOING = pattern(
    rf"\b(?P<verb>{'|'.join(_PAST)})(?: (?:at least|about|around|over|nearly|almost|more than|up to"
    r"|some|approximately|an estimated|as many as|another))* $",
    re.IGNORECASE,
)
_PERSONS = pattern(
    r" (?P<noun>(?:[a-z]+ )?(?:people|persons|children|women|men|civilians|workers|families"
    r"|households|residents|patients|students|soldiers|farmers|teachers|others))\b"
)
_PERSON = pattern(
    r"\b(?:[Pp]eople|[Pp]ersons|[Cc]hildren|[Ww]omen|[Mm]en|[Cc]ivilians|[Ww]orkers|[Ff]amilies"
    r"|[Hh]ouseholds|[Rr]esidents|[Pp]atients|[Ss]tudents|[Ss]oldiers|[Ff]armers|[Tt]eachers)\b"
)
_AND_ALONE = pattern(
    r",? (?:and|while|but)(?: (?:about|around|over|nearly|almost|more than|another|at least"
    r"|some))* $"
)
_DO = pattern(
    r" (?P<does>(?:had|have|has|were|was|are|is|will|would|could|can|live|lived|died|remain)"
    r" (?!more\b|of\b)[^,;:()\d]{3,70})(?=[,;.:(]|$| \d)"
)
_NOUN = r"(?!the\b|of\b|to\b|and\b|or\b)[A-Za-z][\w’'-]*"
PLURAL = pattern(
    rf" (?P<noun>(?:{_NOUN} ){{0,3}}?(?:[a-z][a-z-]{{2,}}(?<!ss)(?<!us)(?<!is)s|people|children"
    r"|women|men))(?=[ ,.;:)]|$)"
)
_NO_NOUNS = frozenset(
    "times thousands millions billions points basis years months weeks days hours minutes percents "
    "was has is does says others this less".split()
)
