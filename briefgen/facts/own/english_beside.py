"""Turn what stands beside an English number into what it is: brackets, what moved, a name."""

from __future__ import annotations

import re

from briefgen.facts.english_changes import CUT_CHANGE
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.own.english_clause import LEAD, MOST, SCRAP, SINCE, Told, clean
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern


def beside(lead: str, behind: str, item: Stated, label: Label, earlier: str, told: Told) -> str:
    """What a number is by the signs around it, or the number before it."""
    return (
        _in_brackets(lead, item, label.text, earlier, told)
        or _between_commas(lead, behind, label)
        or _same_again(lead, label.text, earlier)
        or _by_so_much(lead, behind, item, label.text, earlier)
    )


def further(
    lead: str, behind: str, after: str, item: Stated, words: str, earlier: str, told: Told
) -> str:
    """What a number is by what moved, by what it is of, or of what it is the rest."""
    return (
        _per_many(after)
        or _on_a_basis(lead, after, told)
        or _moved_whole(lead, words, item)
        or _went(lead)
        or _extreme(lead)
        or _of_noun(lead, words)
        or _rest_of(lead, behind, earlier)
    )


def _in_brackets(lead: str, item: Stated, words: str, earlier: str, told: Told) -> str:
    """What a number in brackets is of: the number before it, or the words before the brackets."""
    if not lead.endswith("("):
        return ""
    before = lead[:-1].strip(" ,;)")
    before = "" if _OF_THESE.fullmatch(before) else before
    if not before:
        base = CUT_CHANGE.sub("", earlier)
        if base and words.startswith(base) and (words != base or base == earlier):
            return ""
        share = _AS_SHARE.search(base)
        if share and item.quantity.unit not in ("%", "percent", "per cent"):
            return f"{share['whole']}, {base[: share.start()][:1].lower()}{base[1 : share.start()]}"
        if base != earlier and base:
            return f"{base} {'growth' if item.quantity.unit == '%' else 'increase'}"
        return base
    if opened := _LISTED.match(before):
        told.listed = clean(SINCE.sub("", opened["head"]))
        return f"{told.listed}, {opened['member']}" if told.listed else ""
    member = re.sub(r"^(?:and|or|for) ", "", before)
    short = 0 < len(member.split()) <= _MEMBER and not _VERB.search(member)
    return f"{told.listed}, {member}" if told.listed and short else ""


def _between_commas(lead: str, behind: str, label: Label) -> str:
    """What a number between commas stands behind: the number of persons, 5.5 million, fell."""
    apart = _APART.search(lead) if behind.startswith(",") else None
    if apart is None or not (label.vague or not label.text):
        return ""
    return clean(apart["noun"])


def _same_again(lead: str, words: str, earlier: str) -> str:
    """What a number came to whose change was told in full before it: decreased 13 to 482."""
    base = CUT_CHANGE.sub("", earlier)
    tail = words and base.lower().endswith(words.lower()) and base.lower() != words.lower()
    again = bool(_TO.fullmatch(lead))
    alone = again and len(words.split()) < 2 < len(base.split()) and words.lower() in base.lower()
    return base if (tail and again) or alone else ""


def _by_so_much(lead: str, behind: str, item: Stated, words: str, earlier: str) -> str:
    """The change of what was told before: $3.5m, compared to $3.7m in 2023, a decrease of 6%."""
    if not earlier or not _SO_MUCH.search(lead) or behind.startswith((" in ", " on ")):
        return ""
    base = re.sub(r" (?:growth|increase|decrease)(?: since .*)?$", "", earlier)
    if words.startswith(base):
        return ""
    if item.quantity.unit in ("%", "percent", "per cent"):
        return f"{base} growth"
    return f"{base} {'decrease' if item.quantity.direction else 'increase'}"


def listed_subject(lead: str, words: str) -> str:
    """A subject of several, whole: the meats, poultry, fish, and eggs index increased."""
    listed = _LISTED_SUBJECT.match(lead)
    if listed is None:
        return ""
    noun = clean(listed["noun"])
    base = CUT_CHANGE.sub("", words)
    if base and base.lower() not in noun.lower():
        return ""
    return noun + words[len(base) :] if len(noun.split()) <= MOST else ""


def of_it(lead: str, item: Stated, label: Label, before: str) -> str:
    """What a sentence tells of that begins with It."""
    if not (before and _IT.match(lead.lstrip()) and (label.vague or len(label.text.split()) < 2)):
        return ""
    base = CUT_CHANGE.sub("", before)
    way = "decrease" if item.quantity.direction else "increase"
    return f"{base} {way}" if _MOVED.search(lead) else base


def named(lead: str, behind: str, item: Stated) -> str:
    """The name behind a sum, or the noun that is worth it: the £900m Getting Building Fund."""
    if unit_of(item.quantity.unit).kind != "money":
        return ""
    if worth := _WORTH.search(lead):
        return worth["noun"]
    named = _NAME.match(behind) if _ARTICLE.search(lead) else None
    if named:
        return named["name"]
    part = _PART.match(behind) if _INCLUDES.search(lead) else None
    return part["noun"] if part else ""


def _per_many(behind: str) -> str:
    """A rate of so many of a thousand others: 24,110 admissions per 100,000 population."""
    rate = _PER_MANY.match(behind)
    return f"{rate['what']} {rate['per']}" if rate else ""


def _on_a_basis(lead: str, behind: str, told: Told) -> str:
    """A growth that is told once more on another basis: or 13.9% on an organic basis."""
    basis = _BASIS.match(behind) if lead.strip(" ,") in ("or", "and") else None
    return f"{told.growth} {basis[0].strip()}" if basis and told.growth else ""


def _moved_whole(lead: str, words: str, item: Stated) -> str:
    """What moved, whole: net sales in the Americas grew substantially, 21.4%."""
    lead = _SHORT_NAME.sub("", lead)
    other = False
    if lead.startswith(" "):
        # Rose 0.4% over the month and the index for fuel rose: what stands behind “and”.
        _, *rest = re.split(r"\b(?:and|while|as|but) (?=[^,]{3,}$)", lead, maxsplit=1)
        lead = rest[0] if rest else lead
        other = bool(rest) and lead.startswith("the ")
    moved = _SUBJECT_MOVED.match(lead) or _SUBJECT_MOVED.match(lead.rpartition(", ")[2])
    base = CUT_CHANGE.sub("", words).lower()
    noun = _TIMED.sub("", clean(moved["noun"])) if moved else ""
    inside = base and (other or base in noun.lower() or moved["ordered"]) if moved else False
    if not inside or len(noun.split()) > LEAD or moved is None:
        return ""
    if SCRAP.search(noun) or noun.lower() == base or not (moved["ordered"] or _LINKS.search(noun)):
        return ""
    if moved["way"] in ("from", "to"):
        return noun
    if item.quantity.unit in ("%", "percent", "per cent"):
        return f"{noun} growth"
    return f"{noun} {'decrease' if item.quantity.direction else 'increase'}"


def _extreme(lead: str) -> str:
    """Who had the most of something, with what: Thames Valley had the lowest rate of admissions."""
    most = _EXTREME.search(lead)
    return most["said"].replace(" had the ", " had ") if most else ""


def _went(lead: str) -> str:
    """A measure that went from so many: the number of homes being built, increasing from 4,000."""
    went = _FROM.search(lead)
    return clean(went["noun"]) if went else ""


def _of_noun(lead: str, words: str) -> str:
    """The noun that a number is of, behind what it comes by: offset by declining volumes of 8%."""
    noun = _NOUN_OF.search(lead)
    if noun is None or noun["noun"].split()[-1].lower() in words.lower():
        return ""
    return noun["noun"]


def _rest_of(lead: str, behind: str, earlier: str) -> str:
    """What the rest is of what was told of before: the remaining 35% was driven by volume."""
    if not _REMAINING.search(lead) or not (said := _DONE.match(behind)):
        return ""
    whole = re.split(r" (?:was|were|is|are) ", earlier)[0]
    return f"{whole} {said['done']}"


_MEMBER = 7
_BASIS = pattern(r" (?:on an? [a-z-]+(?: [a-z-]+)? basis|in constant currenc(?:y|ies)"
                 r"|in local currenc"
                 r"(?:y|ies)|excluding [a-z ]{3,30})\b")  # fmt: skip
_SO_MUCH = pattern(
    r"\b(?:an?|the) (?:[a-z]+ )?(?:increase|decrease|decline|rise|drop|reduction|fall) of"
    r" (?:about |around |nearly |over |approximately |more than )?$"
)
_LISTED_SUBJECT = pattern(
    r"\W*(?P<noun>(?:[Tt]he )?[A-Za-z][\w&-]*(?: [a-z&-]+){0,3}"
    r"(?:, [a-z][\w&-]*(?: [a-z&-]+){0,3})*,? (?:and|&) [a-z][\w& -]{2,40}?)"
    r"(?: for the [a-z ]+ ended [A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d,?)?"
    r" (?:was|were|is|are|totall?ed|rose|fell|increased|decreased|declined|grew"
    r"|dropped)\b[^,;()\d]{0,24}$"
)
_SUBJECT_MOVED = pattern(
    r"(?:\W|and |while |but |In [^,]{3,30}, )*(?:(?:[^,;:()\d]{3,60}\b(?:to|will|would|can"
    r"|could|help|helped) )?"
    r"(?P<ordered>[Ii]ncrease|[Ee]xpand|[Rr]educe|[Cc]ut|[Rr]aise|[Bb]oost|[Gg]row"
    r"|[Ll]ower) )?(?P<noun>(?:[Tt]he )?[A-Za-z][^,;:()\d]{3,80}?)"
    r"(?: (?:grew|rose|increased|fell|declined|decreased|dropped|climbed|jumped)(?: [a-z]+ly)?,?"
    r"(?: (?P<way>by|from|to))?|(?(ordered) (?:by|to)|(?!)))"
    r"(?: about| around| approximately| nearly| almost| over| more than)* $"
)
_FROM = pattern(
    r"\b(?P<noun>(?:number|share|proportion|rate|level|value|amount|cost|price|average)s?"
    r" (?:of|for) [^,;:()\d]{3,50}), (?:increasing|rising|growing|falling|decreasing|up|down)"
    r" from (?:about |around |nearly |over )?$"
)
_NOUN_OF = pattern(
    r"(?:\bby|\bwith|\bfrom|\band) (?!(?:an? |the )?(?:increase|decrease|total|impact|addition"
    r"|reduction|decline|growth|average|net|gain|loss|charge|result|number|rate))"
    r"(?:an? |the )?(?P<noun>[a-z-]+ [a-z-]+(?: [a-z-]+){0,2}) of $"
)
_EXTREME = pattern(
    r"(?P<said>[A-Z][^,;:\d]{2,60} had the (?:highest|lowest|largest|smallest|most|fewest)"
    r" [^,;:\d]{3,60}?)(?: at| of|,) $"
)
_TIMED = pattern(
    r" (?:in|for|during|at|of) (?:the )?(?:[a-z]+ )?(?:period|quarter|year|month|half|week)s?\b"
)
# Low income (LMI) communities.
_SHORT_NAME = pattern(r"\([A-Z][A-Za-z&]{1,9}\) ?")
_LINKS = pattern(r" (?:of|in|for|from|at|to|among|under|per|with) ")
_TO = pattern(
    r"\W*(?!compared|against|versus)(?:[a-z]+ )?(?:to|from|or)\W*(?:nearly|about|around|over"
    r"|almost|roughly|more than)?\W*"
)
_REMAINING = pattern(r"\b(?:the )?(?:remaining|remainder|rest)(?: of)? $")
_DONE = pattern(
    r" (?:was|were|is|are) (?P<done>[a-z]+ed? [a-z]+(?: [a-z]+){0,3}|[a-z]+en [a-z ]{3,30})"
)
_VERB = pattern(r"\b(?:was|were|is|are|has|have|had|will)\b")
_OF_THESE = pattern(r"(?:of|in) [a-z ]{2,30}")
_AS_SHARE = pattern(r" as share of (?P<whole>[a-z ]+)$")
# Rates fell for adult women (3.5 percent): of these, the rates; Rates for all groups - men (3.2%).
_LISTED = pattern(
    r"(?P<head>.{4,80}?)(?: (?:declined|decreased|increased|rose|fell|grew|improved|worsened"
    r"|was highest|was lowest|were highest|were lowest|was|were) (?:for|in|among|at)| ?-) "
    r"(?P<member>(?!\d)[A-Za-z][^,;()]{1,50})$"
)
_APART = pattern(r"(?:^|, |\band |\bboth )(?P<noun>(?:the )?[A-Za-z][^,;:()\d]{4,80}), $")
_IT = pattern(
    r"(?:It|This|The figure|The total) (?:was|is|has|had|rose|fell|increased|decreased|went)\b"
)
_MOVED = pattern(r"\b(?:up|down|rose|fell|increase[sd]?|decrease[sd]?)\b")
_WORTH = pattern(
    r"\b(?:an?|the|its|new|two|three) (?P<noun>[A-Za-z][^,;:()\d]{3,60}?),? worth "
    r"(?:about |around |over |nearly |almost |up to |more than )?$"
)
_ARTICLE = pattern(r"\b(?:the|its|our|their|an?) $")
_NAME = pattern(
    r" (?P<name>[A-Z][\w&’'-]*(?: (?:[A-Z][\w&’'-]*|of|for|and(?= [A-Z])|the(?= [A-Z])))* "
    r"(?:[A-Z][\w-]+|fund|programme|program|scheme|facility|project))\b"
)
_INCLUDES = pattern(r"\b(?:includes?|included|including) (?:about |around |over |up to )?$")
_PART = pattern(
    r" (?:for|to|towards) (?:the |an? )?(?P<noun>[A-Za-z][\w-]*(?: (?!which\b|and\b|that\b)"
    r"[\w’'-]+){1,9})"
)
_PER_MANY = pattern(
    r" (?P<what>[a-z]+(?: [a-z]+)?) (?P<per>per 1(?:0{0,2},?000|00|,000,000) [a-z]+)"
)
