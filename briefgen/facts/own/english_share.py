"""Turn a share of people or things, and what its clause says they do, into a label of both.

42% of nurses said that they would leave: Nurses who said that they would leave. Who is meant by a
share alone (while 30% were unsure), the one before it in its paragraph has said.
"""

from __future__ import annotations

import re

from briefgen.facts.inventory import Stated
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern


def share_of_those(lead: str, after: str, item: Stated, earlier: str, before: str) -> str:
    """What those do that a share is of, "" where its clause does not say so. `lead` and `after` are
    the words around it; `earlier` is the label of the number before in its sentence, `before` the
    last of the paragraph."""
    part = item.quantity.form == "fraction" or _PART.search(item.text)
    shared = item.quantity.unit == "%" or bool(part)
    if item.quantity.direction:
        return ""
    if not shared:
        return _of_so_many(lead, after, item, earlier)
    if _AGAIN.fullmatch(lead) and (lead.endswith("(") or after.startswith(",")):
        return earlier if _WHO.search(earlier) else ""
    if (most := _MOST_OF.search(lead)) and (does := _DOES.match(after[1:])):
        noun = most["noun"] or _named(earlier) or _named(before) or "Those"
        return _joined(noun, does["does"])
    return _of_what(lead, after, bool(part and _IN_SO_MANY.search(item.text)), (earlier, before))


def _of_what(lead: str, after: str, in_so_many: bool, said: tuple[str, str]) -> str:
    """What those do that a share is of, where its clause begins with it; `said` are the labels
    before it."""
    if not _OPENS.search(lead):
        return ""
    told = _OF.match(after) or (_OF.match(f" of{after}") if in_so_many else None)
    if told and told["noun"] not in ("them", "these", "those"):
        return _joined(told["noun"], told["does"])
    told = told or _DOES.match(after)
    whom = _OF_WHOM.search(lead)
    noun = whom["noun"] if whom else _whose(lead) or _named(said[0]) or _named(said[1])
    noun = noun or ("Those" if told and _SAYS.match(told["does"]) else "")
    return _joined(noun, told["does"]) if told and noun else ""


def _of_so_many(lead: str, after: str, item: Stated, earlier: str) -> str:
    """What so many people do, or so many of some things: 61 million children are out of school."""
    kind = unit_of(item.quantity.unit).kind
    if kind not in ("counter", "opaque", "") or item.quantity.form != "number":
        return ""
    if not _OPENS.search(lead) or _WITH.search(lead):
        return ""
    more = _MORE.match(after)
    if more and _WHO.search(earlier):
        does = _DOES.match(after[more.end() :])
        return _joined(_named(earlier), does["does"]) if does else ""
    unit = item.text.rpartition(" ")[2]
    noun = f" {unit}" if unit in ("people", "persons", "households", "families") else ""
    of_some = _OF.match(after) if after.startswith(" of these ") else None
    told = of_some or _OF.match(after if after.startswith(" of ") else f" of{noun}{after}")
    people = told and any(map(_PEOPLE.fullmatch, told["noun"].split()))
    return _joined(told["noun"], told["does"]) if told and (people or of_some) else ""


def _whose(lead: str) -> str:
    """Who was asked, where the sentence says so before: among 1,501 adults, finds that 56%."""
    among = _AMONG.search(lead) or _OF_ALL.search(lead)
    return among["noun"] if among else ""


def _named(label: str) -> str:
    """Who a label is of that says what they do, or among whom it is."""
    who = _WHO.search(label)
    if who:
        return label[: who.start()]
    among = _AMONG_ALONE.search(label)
    return among["noun"] if among else ""


def _joined(noun: str, does: str) -> str:
    """Both in one label, as far as one goes."""
    does = _ended(does)
    if (said := _SAID.match(does)) and not _ANY_VERB.search(does, said.end()):
        return ""  # said the government, rather than the states, should lead
    words = noun.split()
    people = words[0].lower() == "those" or any(map(_PEOPLE.fullmatch, words))
    if not people and _EITHER.match(does):
        return ""
    # Loans issued in 2020 were repaid; a part of these is no sentence of all nurses.
    stands = not people and _IS_DONE.match(does)
    if not (stands or _ING.match(does)):
        first, _, rest = does.partition(" ")
        first = _PLURAL.get(first, first) if people else first
        does = f"{'who' if people else 'that'} {first} {rest}".rstrip()
    made = f"{noun} {does}"
    alone = people and does.endswith("ed")
    enough = alone or len(does.split()) > 1 + does.startswith(("who ", "that "))
    return f"{made[:1].upper()}{made[1:]}" if enough and len(made.split()) <= _MOST else ""


def _ended(does: str) -> str:
    """What is done without the words behind it that a label has no room for."""
    words = _NEXT.sub("", does.replace('"t ', "’t ")).rstrip(".,").split()
    if len(words) > _LONG:
        *_, cut = (0, *(at for at, word in enumerate(words[:_LONG]) if word in _PARTS))
        words = words[: cut if cut > _SHORT else _LONG]
    return _LAST.sub("", " ".join(words))


_MOST, _LONG, _SHORT = 20, 16, 4
_PARTS = ("because", "when", "than", "which", "with", "as", "after", "before", "for", "in", "by")
_PLURAL = {
    "has": "have",
    "was": "were",
    "is": "are",
    "works": "work",
    "lives": "live",
    "uses": "use",
}
_VERBS = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|can[’'\"]t|cannot|should|may|might"
    r"|don[’'\"]t|do|did|didn[’'\"]t|does|doesn[’'\"]t|say|says|said|think|thought|believe|report"
    r"|feel|felt|want|agree|disagree|plan|expect|support|oppose|favou?r|use|own|live|go|goes|went"
    r"|donate|prefer|cite|know|knew|make|made|see|saw|take|took|work|spend|spent|told|found|find"
    r"|chose|choose|hold|held|come|came|give|gave|get|got|pay|paid|need|lack|face|remain|receive"
    r"|show|identify|rate|rank|list|indicate|consider|struggle|worry|rely|trust|understand|like"
    r"|rent|travel|buy|bought|eat|drink|drive|read|watch|listen|vote|hope|intend|enjoy|suffer"
    r"|experience|died|die|fall|fell|left|leave|met|meet|begin|began|became|become|lost|lose"
    r"|sought|seek|continue|admit|claim|view|works|lives|uses|saying|reporting|believing|citing"
    r"|bill|offer|provide|charge|serve|save|invest|borrow|earn|attend|visit|skip|delay|share|keep"
    r"|commutes?|(?!an)[a-z]{2,}ed|agreeing|expecting|expressing|seeking|facing"
    r"|offering|paying|planning|living|using"
    r"|now (?!say)[a-z]+|still [a-z]+|also [a-z]+"
    r"|currently [a-z]+|already [a-z]+|never [a-z]+|strongly [a-z]+|mistakenly [a-z]+)"
)
# Participles that say who is meant, and no more.
_NO_VERB = (
    r"(?:surveyed|polled|interviewed|questioned|asked|aged|employed|unemployed|enrolled|based"
    r"|affected|registered|insured|uninsured|educated|skilled|retired|married|related|combined)"
)
_ANYTHING = r"(?P<does>{verbs}\b(?: [A-Za-z$€£\d][\w’'\"$.-]*| ?[\d.,]*%)*)"
_TOLD = _ANYTHING.format(verbs=rf"(?!{_NO_VERB}\b){_VERBS}")
# Words that are as often nouns.
_EITHER = pattern(
    r"(?:bill|offer|charge|visit|delay|share|plan|report|rate|rank|list)\b"
    r"(?! (?:the|an?|their|its|no|to|that)\b)"
)
_ASIDE = r"(?: \([^()]*\)|,? [\d.]+ ?(?:%|percent|per cent),)?"
_OF = pattern(
    rf"{_ASIDE} of (?:the |all |our |its |their |these |those |its )?"
    rf"(?P<noun>(?!{_VERBS} )[A-Za-z][\w’'-]*"
    rf"(?: (?:{_NO_VERB}"
    rf"|(?!(?:{_VERBS}|we|they|it|you|I|he|she|up|who|of which|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)\b)(?:[A-Za-z][\w’'-]*|(?:19|20)\d\d)"
    rf"|who [a-z]+(?=(?: [a-z\d]+){{1,5}} {_VERBS}\b)(?: [a-z\d]+){{1,5}}?)){{0,7}}?)"
    rf"{_ASIDE} (?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bto ){_TOLD}"
)
_DOES = pattern(rf"{_ASIDE} {_TOLD}")
# What may stand before a share that a clause begins with.
_OPENS = pattern(
    r"(?:^|[,;:–—(]|\b(?:that|while|whereas|and|but|when|though|although|as|so|because|where|with"
    r"|said|says|estimates?d?|expects?|reports|finds?|found|shows?|showed|reveal(?:s|ed)"
    r"|of (?:which|whom)|(?:19|20)\d\d))\W*"
    r"(?:(?:about|around|near|nearly|almost|roughly|over|more than|less than|fewer than|only|just"
    r"|some|approximately|at least|an estimated|a further|another|still|now|today|currently"
    r"|up to|well|fully|meanwhile|overall|In (?:19|20)\d\d|the remaining|even|yet|also)\W*)*$",
    re.IGNORECASE,
)
_OF_WHOM = pattern(r"(?P<noun>[A-Za-z-]+(?: [a-z-]+){0,4}),? of (?:which|whom) (?:[a-z]+ )?$")
_AGAIN = pattern(r"(?: [^,;.()]{2,70})? ?\(|(?: of [^,;.()]{2,50})?, ")
# The majority of those asked, 69%, said; a majority (51%) believe.
_MOST_OF = pattern(
    r"(?:^\s*|[.,;:]\s)(?:(?:the|a) (?:[a-z]+ )?majority|most)"
    r"(?: of (?:the )?(?P<noun>[a-z][a-z ’'-]{2,40}?))?(?: ?\(|, )$",
    re.IGNORECASE,
)
_WHO = pattern(r" (?:who|that) ")
_AMONG = pattern(r"\bamong (?:[\d,]+ )?(?P<noun>[a-z]+(?: [a-z]+)?),")
_WITH = pattern(r"\bwith [a-z ]*$")
_MORE = pattern(r" (?:more|others)(?= [a-z])")
_OF_ALL = pattern(r"\b[Oo]f (?:the|all|these) (?P<noun>[a-z]+(?: [a-z]+)?), $")
_NEXT = pattern(
    r" (?:(?:and|or|while|but) (?:about |nearly |only |just |over |more than )*\d[\d.]*%"
    r"|(?:while|whereas|compared|up from|down from)\b).*"
)
# A quarter is an exact number, and a part all the same.
_PART = pattern(r"(?i:half|third|quarter|fifth|tenth)s?$|[- ](?:in|of)[- ]")
_IN_SO_MANY = pattern(r"\bin\b|\bout of\b")
_AMONG_ALONE = pattern(r"\bamong (?P<noun>[a-z]+(?: [a-z]+)?)$")
_SAYS = pattern(
    r"(?:say|said|think|believed?|report(?:ed)?|feel|felt|agreed?|disagreed?|expressed|cited?"
    r"|identified|considered|rated?|expected?|oppose[ds]?|favou?red|were (?:un)?(?:sure|opposed))\b"
)
_SAID = pattern(r"(?:say|said|think|thought|believed?|felt|feel) (?:that )?(?=\w+ \w)")
_ANY_VERB = pattern(rf"\b(?:{_VERBS}|they|it|he|she|we|you|yes|no)\b")
_IS_DONE = pattern(
    r"(?:is|are|was|were|has been|have been) [a-z]+(?:ed|en|ne|wn|lt|ght|ost)\b|[a-z]+ed\b"
)
_ING = pattern(r"[a-z]+ing\b")
_PEOPLE = pattern(
    r"(?i:people|persons|adults|women|men|children|kids|youth|teens|boys|girls|males|females"
    r"|citizens|americans|families|households|parents|nurses|patients|teens|veterans|graduates"
    r"|professionals|executives|those"
    r"|democrats|republicans|independents|liberals|conservatives|couples|individuals|tenants"
    r"|migrants|immigrants|participants|applicants|accountants|consultants|physicians|pilots"
    r"|[a-z]+(?:ians|ists|ees|dents)|(?!orders|offers|papers|numbers|computers|layers|cent|errors"
    r"|factors|sectors|doors|motors|contain|servers|routers|trailers|letters|matters|chapters"
    r"|shelters|towers|rivers|waters|powers|quarters|meters|parameters|barriers|carriers|flowers"
    r"|indicators|reactors|tractors|monitors|disorders|borders|disasters|clusters|drivers of"
    r"|transf|behavio|endeavo|vectors|mirrors|[a-z]*units)[a-z-]+[eo]rs)"
    r"|[A-Z][a-z]+(?:ans|ese|es|nes)"
)
_LAST = pattern(
    r"(?: (?:an?|the|of|at|by|to|in|for|from|on|with|and|or|that|than|as|their|its|our|who|which"
    r"|about|average|while|but|because|when|only|just|more|less|down|up|compared|either"
    r"|were|was|is|are|be|mostly|very|not|will|would|per))+$"
)
