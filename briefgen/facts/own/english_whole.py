"""Turn an English label that names but the unit, a verb or a scrap into its clause without the number.

The investment is expected to deliver 45,000 homes: “Homes” says nothing of them, and “Investment
expected to deliver homes” does. What stands in brackets, between commas or behind “worth” is said
with what it is of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.facts.english_changes import CUT_CHANGE
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.own.english import MEASURES
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import State, replace


class _Told(State):
    """What the numbers of a sentence before one have said that it may go on with."""

    # Up to what a list of verbs goes on from: Investment expected to.
    head: str = ""
    # What the members of a list in brackets are of.
    listed: str = ""
    # What was said to have grown last.
    growth: str = ""


def whole_english(
    text: SourceText, run: Sequence[Stated], labels: Sequence[Label], before: str
) -> list[Label]:
    """The labels of one sentence's numbers, those that say too little in the words of their clause;
    `before` is the last label of their paragraph."""
    made: list[Label] = []
    told = _Told()
    begin, stop = text.bounds(run[0].place.start, run[0].place.end)
    for at, (item, label) in enumerate(zip(run, labels, strict=True)):
        last = run[at - 1].place.end if at else begin
        end = run[at + 1].place.start if at + 1 < len(run) else stop
        lead = text.matching[last : item.place.start].replace("，", ", ")
        behind = text.matching[item.place.end : end].replace("，", ", ")
        earlier = made[-1].text if made else ""
        words = (
            _in_brackets(lead, item, label.text, earlier, told)
            or _between_commas(lead, behind, label)
            or _same_again(lead, label.text, earlier)
            or _by_so_much(lead, behind, item, label.text, earlier)
            or (_listed_subject(lead, label.text) if not at else "")
            or _of_it(lead, item, label, before)
            or _named(lead, behind, item)
            or _per_many(text.matching[item.place.end : stop])
            or _on_a_basis(lead, text.matching[item.place.end : stop], told)
            or _moved_whole(lead, label.text, item)
            or _went(lead)
            or _extreme(lead)
            or _of_noun(lead, label.text)
            or _rest_of(lead, behind, earlier)
        )
        if lead.strip(" ,") == "or" and at and label.text == labels[at - 1].text and not words:
            words = earlier
        sure = bool(words)
        words = _mended(words or label.text, item)
        said = _composed(lead, behind, item, told)
        if not sure and said and _poor(label, words, item, lead, behind):
            whose = f"{earlier} {said[:1].lower()}{said[1:]}" if _RELATIVE.search(lead) else ""
            words, sure = whose if 0 < len(whose.split()) <= _MOST else said, True
        told.growth = words if words.endswith(" growth") else told.growth
        if words == label.text and not sure:
            made.append(label)
        else:
            made.append(replace(label, text=_sentence(words), vague=label.vague and not sure))
    return made


def _in_brackets(lead: str, item: Stated, words: str, earlier: str, told: _Told) -> str:
    """What a number in brackets is of: the number before it, or the words before the brackets."""
    if not lead.endswith("("):
        return ""
    before = lead[:-1].strip(" ,;)")
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
        told.listed = _clean(_SINCE.sub("", opened["head"]))
        return f"{told.listed}, {opened['member']}" if told.listed else ""
    member = re.sub(r"^(?:and|or|for) ", "", before)
    short = 0 < len(member.split()) <= _MEMBER and not _VERB.search(member)
    return f"{told.listed}, {member}" if told.listed and short else ""


def _between_commas(lead: str, behind: str, label: Label) -> str:
    """What a number between commas stands behind: the number of persons, 5.5 million, fell."""
    apart = _APART.search(lead) if behind.startswith(",") else None
    if apart is None or not (label.vague or not label.text):
        return ""
    return _clean(apart["noun"])


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


def _listed_subject(lead: str, words: str) -> str:
    """A subject of several, whole: the meats, poultry, fish, and eggs index increased."""
    listed = _LISTED_SUBJECT.match(lead)
    if listed is None:
        return ""
    noun = _clean(listed["noun"])
    base = CUT_CHANGE.sub("", words)
    if base and base.lower() not in noun.lower():
        return ""
    return noun + words[len(base) :] if len(noun.split()) <= _MOST else ""


def _of_it(lead: str, item: Stated, label: Label, before: str) -> str:
    """What a sentence tells of that begins with It."""
    if not (before and _IT.match(lead.lstrip()) and (label.vague or len(label.text.split()) < 2)):
        return ""
    base = CUT_CHANGE.sub("", before)
    way = "decrease" if item.quantity.direction else "increase"
    return f"{base} {way}" if _MOVED.search(lead) else base


def _named(lead: str, behind: str, item: Stated) -> str:
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


def _on_a_basis(lead: str, behind: str, told: _Told) -> str:
    """A growth that is told once more on another basis: or 13.9% on an organic basis."""
    basis = _BASIS.match(behind) if lead.strip(" ,") in ("or", "and") else None
    return f"{told.growth} {basis[0].strip()}" if basis and told.growth else ""


def _moved_whole(lead: str, words: str, item: Stated) -> str:
    """What moved, whole: net sales in the Americas grew substantially, 21.4%."""
    lead = _SHORT_NAME.sub("", lead)
    if lead.startswith(" "):
        # Rose 0.4% over the month and the index for fuel rose: what stands behind “and”.
        lead = re.split(r"\b(?:and|while|as|but) (?=[^,]{3,}$)", lead, maxsplit=1)[-1]
    moved = _SUBJECT_MOVED.match(lead)
    base = CUT_CHANGE.sub("", words).lower()
    noun = _TIMED.sub("", _clean(moved["noun"])) if moved else ""
    inside = base and (base in noun.lower() or moved["ordered"]) if moved else False
    if not inside or len(noun.split()) > _LEAD or moved is None:
        return ""
    if noun.lower() == base or not (moved["ordered"] or _LINKS.search(noun)):
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
    return _clean(went["noun"]) if went else ""


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


def _mended(words: str, item: Stated) -> str:
    """A label without a verb or time at its end, or a change that is said twice."""
    words = _ENDS.sub("", words)
    apart = words.partition(" - ")[0]
    words = apart if len(apart.split()) > 1 else words
    words = words.replace(" also ", " ")
    if (people := _BY_PEOPLE.sub("", words)) != words:
        words = f"{people} {'decrease' if item.quantity.direction else 'increase'}"
    return _TWICE.sub(r" \1", words)


def _poor(label: Label, words: str, item: Stated, lead: str, behind: str) -> bool:
    """Whether a label is but the unit, a verb, an article or what is left of a clause."""
    if not words or label.vague or _SCRAP.search(words):
        return True
    if unit_of(item.quantity.unit).kind not in ("money", "counter", "opaque", "measure", ""):
        return False
    said = words.lower().split()
    unit = item.quantity.unit.rpartition(" ")[2].lower()
    noun = item.text.lower().rpartition(" ")[2]
    if len(said) <= 2 and said[-1] in (unit, noun):
        return True
    if _MADE.search(lead) and behind.startswith(" of ") and said[-1] not in behind.lower():
        return True
    counted = item.behind.strip().lower().startswith(words.lower())
    done = bool(_DOES.search(lead)) and len(said) <= 2
    return counted and (done or (len(said) == 1 and said[-1] not in MEASURES))


def _composed(lead: str, behind: str, item: Stated, told: _Told) -> str:
    """A clause with its number cut out; "" where that says too little, or too much."""
    first = re.split(r"[;:]|\. |(?<!\w)- ", lead)[-1]
    first = _REPORTED.sub("", first)
    if _VERB_ALONE.fullmatch(_clean(last := first.rsplit(",", 1)[-1])):
        first = last
    first = re.split(r", (?:because|while|although|but) ", _SINCE.sub("", first))[-1]
    first = _clean(first)
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
    if len(made.split()) > _MOST:
        made = f"{first} {noun}" if rest.startswith(noun) else first
    least = 1 if re.match(r"[A-Za-z]+ed ", made) else 2
    long_enough = least < len(made.split()) <= _MOST
    return made if long_enough and not _SCRAP.search(made) else ""


def _shorter(first: str) -> str:
    """The words before a number without what stands between subject and verb, or before the noun
    that they end with."""
    if apart := _FAR_APART.fullmatch(first):
        return f"{apart['noun']} {apart['verb']}"
    if len(first.split()) <= _LEAD:
        return first
    parts = re.split(r", (?:and |which |that )?|\b(?:while|because|and that|which) ", first)
    if 1 < len(_clean(parts[-1]).split()) <= _LEAD:
        return _clean(parts[-1])
    named = _LAST_NAMED.search(first)
    return named["noun"] if named else ""


def _phrase(behind: str) -> str:
    """The words behind a number as far as they go on with it."""
    words = _OF.sub("", behind.strip())
    words = _AND_DONE.split(re.sub(r"(?!(?:19|20)\d\d\b)(?<!\d)\d.*", "", words))[0]
    words = re.split(r"[,;:.()]|(?<!\w)- |\b(?:which|that|while|because|since|who|where|but|"
                     r"compared|versus|from|up|down|as)\b", words)[0]  # fmt: skip
    words = _AUXILIARY.sub(" ", f" {words}").strip()
    words = _IN_YEAR.sub("", " ".join(words.split()[:_BEHIND]))
    words = _LAST.sub("", words)
    return words if not words or words[0].isalpha() else ""


def _clean(lead: str) -> str:
    """The words before a number without those that only lead to or from it."""
    words = _AUXILIARY.sub(" ", f" {_FIRST.sub('', lead.strip())}").strip()
    return _LAST.sub("", words).strip(" ,(")


def _sentence(words: str) -> str:
    words = words.replace('"s', "’s").replace('"', "").strip()
    return words[:1].upper() + words[1:]


_LEAD, _BEHIND, _MOST, _MEMBER = 11, 8, 15, 7
_SCALES = frozenset("million billion trillion thousand hundred percent cent points point".split())
_DOES = pattern(
    r"\b(?:to|will|would|help|of|,|and) (?:[a-z]+ )?(?:open|deliver|create|creat|build|provide|provid|support|train|hire"
    r"|recruit|add|fund|launch|construct|unlock|acquire|install)(?:ing)?(?: [a-z]+)* $"
    r"|\b(?:made|issued|approved|awarded|opened|created|delivered|built|hired|provided|served"
    r"|supported|launched|completed|signed|installed|trained|recruited)"
    r"(?: (?:about|around|nearly|over|more than|some|roughly|an?|another|further|additional))* $"
)
_RELATIVE = pattern(r"\b(?:which|that) (?:is|are|was|were|will|has|have|could|would|should) ")
_SINCE = pattern(
    r"^.*?(?:\bthat )?\b(?:[Ss]ince|[Ii]n|[Oo]ver|[Dd]uring|[Bb]y|[Aa]fter|[Ff]or|[Aa]t|[Aa]s of) "
    r"[^,]{3,40}, (?=\w+ \w+)"
)
_BASIS = pattern(r" (?:on an? [a-z-]+(?: [a-z-]+)? basis|in constant currenc(?:y|ies)|in local currenc"
                 r"(?:y|ies)|excluding [a-z ]{3,30})\b")  # fmt: skip
_SO_MUCH = pattern(
    r"\b(?:an?|the) (?:[a-z]+ )?(?:increase|decrease|decline|rise|drop|reduction|fall) of"
    r" (?:about |around |nearly |over |approximately |more than )?$"
)
_LISTED_SUBJECT = pattern(
    r"\W*(?P<noun>(?:[Tt]he )?[A-Za-z][\w&-]*(?: [a-z&-]+){0,3}(?:, [a-z][\w&-]*(?: [a-z&-]+){0,3})*"
    r",? (?:and|&) [a-z][\w& -]{2,40}?)"
    r"(?: for the [a-z ]+ ended [A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d,?)?"
    r" (?:was|were|is|are|totall?ed|rose|fell|increased|decreased|declined|grew|dropped)\b[^,;()\d]{0,24}$"
)
_SUBJECT_MOVED = pattern(
    r"(?:\W|and |while |but |In [^,]{3,30}, )*(?:(?P<ordered>Increase|Expand|Reduce|Cut|Raise|Boost"
    r"|Grow|Lower) )?(?P<noun>(?:[Tt]he )?[A-Za-z][^,;:()\d]{3,80}?)"
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
_IN_YEAR = pattern(r" (?:in|by|for|during|since|from|of) (?:19|20)\d\d(?:-\d*)?$")
_LINKS = pattern(r" (?:of|in|for|from|at|to) ")
_TO = pattern(
    r"\W*(?!compared|against|versus)(?:[a-z]+ )?(?:to|from|or)\W*(?:nearly|about|around|over|almost|roughly|more than)?\W*"
)
_REMAINING = pattern(r"\b(?:the )?(?:remaining|remainder|rest)(?: of)? $")
_DONE = pattern(
    r" (?:was|were|is|are) (?P<done>[a-z]+ed? [a-z]+(?: [a-z]+){0,3}|[a-z]+en [a-z ]{3,30})"
)
_MADE = pattern(r"\b(?:generated|delivered|recorded|posted|produced|raised|given|provided|received) "
                r"(?:about |around |over |nearly |approximately )?$")  # fmt: skip
_FAR_APART = pattern(
    r"(?P<noun>(?:[\w’'-]+ ){0,3}[\w’'-]+) (?:in|of|for|from|at|across) .{12,} "
    r"(?P<verb>(?:expected|set|due|planned|forecast|projected|likely) to [a-z]+)"
)
_LAST_NAMED = pattern(
    r".*\b(?:the|its|an?|his|her|their|our) (?P<noun>[A-Za-z][\w’'\"-]*(?: [\w’'\"-]+){1,8})$"
)
_AND_DONE = pattern(
    r",? and (?:[a-z]+ly )?[a-z]+ed\b|,? and [a-z]+ ?$|,? and (?:is|are|will|has)\b"
)
_FIRST = pattern(
    r"^(?:\W+|(?:(?:percent|per cent|%)? ?(?:increase|decrease|decline|rise|drop) from|both|and|or|but|so|also|the|an?|its|our|their|his|her|this|these|that|while|where"
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
    r"(?:[\s,(]+|\b(?:an?|the|of|at|by|about|around|approximately|nearly|almost|over|up to|more"
    r" than|less than|some|another|further|additional|only|just|its|our|their|was|were|is|are|be"
    r"|been|has|have|had|will|would|to|in|for|from|on|with|and|or|worth|total|totalling|totaling|than"
    r"|reached|including|this|these|those|a total|as many as|at least|potential)\b)+$",
    re.IGNORECASE,
)
_OF = pattern(r"^(?:of (?:the |its |our )?|in (?=fund))")
_REPORTED = pattern(
    r"^.*\b(?:said|says|announced|noted|estimates|estimated|shows?|reports?|confirmed)"
    r"(?: today| yesterday)?(?: that)? (?=\w+ \w+)"
)
_UP_TO = pattern(r"(?P<head>[^,]{4,60}\bto) [a-z]+(?: [a-z]+)?$")
_VERB_ALONE = pattern(r"(?:deliver|create|support|reduce|provide|build|help|generate|save|protect|"
                      r"unlock|train|recruit|secure|safeguard|attract|serve|cut|add)(?: [a-z]+)?")  # fmt: skip
_VERB = pattern(r"\b(?:was|were|is|are|has|have|had|will)\b")
_SCRAP = pattern(
    r"(?:^(?:to|a|an|and|that|remaining|quarter|it|this|these|which|receive"
    r"|of|where|compared|is|was|year it|inviting)\b"
    r"|\b(?:it|they|we|vs)\b| - |\d$|^(?:more|per)(?: \w+)?$|^(?:remaining|persons|people|receive|shares|investment|funding)$|\bthat there\b"
    r"|\b(?:confirms?|includes?|included|worth|given|receives?|deliver|delivers|delivered|shows?"
    r"|announced|approved|awarded|said|has|have|will|would|their|our|its|the|of|at|by|groups its"
    r"|expects?|make|now make|contains?|show|see|saw|sees|pay|pays|roughly|nearly|went|made)$)",
    re.IGNORECASE,
)
_ENDS = pattern(
    r" (?:amounted|accounted|totall?ed|stood|came|ranged|averaged|numbered)"
    r"(?: (?:in|on|at|for|to) ?[A-Za-z]*)*$"
)
_BY_PEOPLE = pattern(r" by (?:people|persons|jobs|homes|units)$")
_TWICE = pattern(
    r" (?:reduction|decline|increase|decrease|growth|drop|fall|rise) (decrease|increase|growth)$"
)
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
