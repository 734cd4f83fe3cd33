"""Turn what is left of an English label into one that stands alone, or into one that is in doubt.

The noun right behind a count is in its label (5,000 rifles are no launchers), members of a list in
brackets are said with what the list is of, and an item of a list of sums with what it is for. What
then still begins or ends amid a phrase names nothing, and is told as vague.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.own.english import MEASURES
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import Record, replace

_MOST = 14


class _Around(Record):
    """The words around a number: its sentence's before it, back to the number before it (`lead`)
    and to the begin (`before`), and those behind it; whether its sentence begins its line."""

    lead: str
    before: str
    after: str
    heads_line: bool


def last_words(text: SourceText, run: Sequence[Stated], labels: Sequence[Label]) -> list[Label]:
    """The labels of one sentence's numbers, as they stand."""
    begin, stop = text.bounds(run[0].place.start, run[0].place.end)
    line = text.lines[run[0].place.line - 1] if run[0].place.line <= len(text.lines) else 0
    start = bisect_left(text.offsets, line, 0, run[0].place.start)
    heads = not text.matching[start:begin].strip(" -*•\t")
    made: list[Label] = []
    last = begin
    for item, label in zip(run, labels, strict=True):
        words = text.matching[begin : item.place.start].replace("，", ", ")
        around = _Around(
            text.matching[last : item.place.start].replace("，", ", "),
            words,
            text.matching[item.place.end : stop].replace("，", ", "),
            heads and last == begin,
        )
        earlier = made[-1].text if made else ""
        last = item.place.end
        if said := _said(around, item, label, earlier):
            made.append(replace(label, text=_sentence(said), vague=False))
            continue
        shorter = _shorter(label.text)
        label = label if shorter == label.text else replace(label, text=_sentence(shorter))
        if label.text and not label.vague and not _poor(label.text, around, item):
            made.append(label)
            continue
        listed = _of_list(around, label.text, made[0].text if made else "")
        if said := listed or _clause(around, item):
            made.append(replace(label, text=_sentence(said), vague=False))
        else:
            made.append(replace(label, vague=bool(label.text)))
    return made


def _said(around: _Around, item: Stated, label: Label, earlier: str) -> str:
    """What a number is by its brackets, its list, or the noun behind it; "" where its label may
    stay."""
    return (
        _in_other_money(around, item, earlier)
        or _chance(around)
        or _member(around)
        or _or_so_many(around, item, earlier)
        or _found_that(around, item)
        or _number_of(around)
        or _and_same(around, earlier)
        or _named_sum(around, item)
        or _per_each(around, item, earlier)
        or _of_item(around, item)
        or _grew(around, item, label.text)
        or _done_to(around, item, earlier)
        or _same_do(around, item, earlier)
        or _who_were(around, item, _shorter(label.text))
        or _counted(around, item, label.text)
    )


def _in_other_money(around: _Around, item: Stated, earlier: str) -> str:
    """A sum that is told again in brackets in another currency: $150m (£113m)."""
    paid = unit_of(item.quantity.unit).kind == "money" and around.lead.strip() == "("
    return earlier if paid and _CLOSED.match(around.after) else ""


def _chance(around: _Around) -> str:
    """What is how likely: a 42% chance of more than 10,000 deaths."""
    likely = _LIKELY.match(around.after)
    return likely["what"] if likely else ""


def _or_so_many(around: _Around, item: Stated, earlier: str) -> str:
    """How many a share is that was told before it: 46 percent of clients, or 164,900."""
    share = _AS_SHARE.search(earlier) if around.lead.strip(" ,(") == "or" else None
    if share is None or unit_of(item.quantity.unit).kind == "share":
        return ""
    part = earlier[: share.start()]
    return f"{share['whole']}, {part[:1].lower()}{part[1:]}"


def _who_were(around: _Around, item: Stated, words: str) -> str:
    """Whom or what a count of a bare noun says something of: 139 people have been arrested."""
    unit = item.text.rpartition(" ")[2]
    noun = unit if unit.isalpha() and unit.islower() else words.lower()
    if words.lower() != noun or " " in words or item.quantity.form != "number":
        return ""
    after = around.after.removeprefix(f" {noun}")
    if not noun:
        return ""
    if were := _WERE.match(after):
        return _ended(f"{noun} {were['done']}")
    does = _DO.match(after)
    who = "who" if _PERSON.fullmatch(noun) else "that"
    return _ended(f"{noun} {who} {does['does']}") if does else ""


def _member(around: _Around) -> str:
    """A member of a list in brackets with what that is of: support spans party lines (57 percent
    of Republicans, 87 percent of Democrats)."""
    opened = around.before.rfind("(")
    if opened < 0 or around.before.rfind(")") > opened:
        return ""
    if not _BETWEEN.fullmatch(around.before[opened + 1 :]):
        return ""
    told = _MEMBER.match(around.after)
    listed = _NUMBER.search(around.before, opened) or _NUMBER.match(
        around.after, told.end() if told else 0
    )
    if told is None or not listed:
        return ""
    head = _OPENS.sub("", re.split(r"[();:]", around.before)[0]).strip(" ,")
    member = told["member"].strip()
    where = told["way"] if told["way"] != "of" else ""
    fits = 1 < len(head.split()) <= _MOST and not _NUMBER.search(head)
    return f"{head}, {f'{where} {member}'.strip()}" if fits else ""


def _found_that(around: _Around, item: Stated) -> str:
    """Whom a survey asked, with what a share of them does: a survey of adults found that 52% worry."""
    asked = _ASKED.search(around.before)
    shared = unit_of(item.quantity.unit).kind == "share" or item.quantity.form == "fraction"
    does = _ANSWERED.match(around.after) if asked and shared else None
    return _ended(f"{asked['who'].strip()} who {does['does']}") if asked and does else ""


def _number_of(around: _Around) -> str:
    """What the number of something went from: the number of pharmacies from 17,000."""
    told = _NUMBER_OF.search(around.before)
    return told["noun"] if told else ""


def _and_same(around: _Around, earlier: str) -> str:
    """What is told once more of another time: $0.68 for Q2 and $1.18 for H1."""
    return earlier if _FOR_TIME.fullmatch(around.lead) and _TIME_BEHIND.match(around.after) else ""


def _named_sum(around: _Around, item: Stated) -> str:
    """The name behind a sum that is a part of it: under its $25 million share repurchase plan."""
    paid = unit_of(item.quantity.unit).kind == "money" or item.text[:1] in "$£€"
    named = _A_SUM.match(around.after) if paid and _OF_ITS.search(around.lead) else None
    rest = _GOES_ON.match(around.after, named.end()) if named else None
    return _ended(named["noun"] + (rest[0] if rest else "")) if named else ""


def _per_each(around: _Around, item: Stated, earlier: str) -> str:
    """The growth of what so much of each was: rose to $265 per client, up 6%."""
    moved = _PER_EACH.fullmatch(around.lead) and item.quantity.unit in ("%", "percent", "per cent")
    return f"{earlier} growth" if moved and earlier and not earlier.endswith(" growth") else ""


def _of_item(around: _Around, item: Stated) -> str:
    """What a sum is for that heads the item of a list: $69 million to address serious crime."""
    paid = unit_of(item.quantity.unit).kind == "money" or item.text[:1] in "$£€"
    if not (paid and around.heads_line and _OPENS_ITEM.fullmatch(around.lead)):
        return ""
    told = _FOR.match(_SIZES.sub(" ", around.after))
    return _ended(told["what"]) if told else ""


def _grew(around: _Around, item: Stated, words: str) -> str:
    """A growth that its label says but the subject of: revenues for the three and six months ended
    June 30 increased by 24% and 28%."""
    if item.quantity.unit not in ("%", "percent", "per cent") or _CHANGED.search(words):
        return ""
    base = _shorter(words)
    moved = _MOVED_BY.search(around.before) if base else None
    return f"{base} growth" if moved and base[:12].lower() in around.before.lower() else ""


def _done_to(around: _Around, item: Stated, earlier: str) -> str:
    """Those whom something is done to: killing at least 235 people and injuring at least 4,300."""
    done = _DOING.search(around.lead)
    if done is None or unit_of(item.quantity.unit).kind not in ("counter", "opaque", ""):
        return ""
    unit = item.text.rpartition(" ")[2]
    named = _PERSONS.match(f" {unit}" if unit.isalpha() else around.after)
    noun = named["noun"] if named else _who(earlier)
    return f"{noun} {_PAST[done['verb'].lower()]}" if noun else ""


def _same_do(around: _Around, item: Stated, earlier: str) -> str:
    """What others of those did whom the number before counts: 11 people died and 23 were saved."""
    alone = _AND_ALONE.search(around.lead) and not item.quantity.unit
    does = _DO.match(around.after) if alone else None
    noun = _who(earlier) if does else ""
    return f"{noun} who {_ended(does['does'])}" if does and noun else ""


def _of_list(around: _Around, words: str, head: str) -> str:
    """A name alone with what the first number of its sentence is of: Revenue $53 million, Europe $40
    million."""
    base = _CHANGED_ALONE.sub("", head)
    alone = base and words[:1].isupper() and around.lead.strip(" ,;:(-–—") in (words, f"and {words}")
    return f"{base}, {words}" if alone and words not in base else ""


def _clause(around: _Around, item: Stated) -> str:
    """All of a number's clause, without the number; "" where that begins or ends amid a phrase."""
    head = _OPENS.sub("", _SAID.sub("", _PARTED.split(around.before)[-1]))
    head = _SO_MUCH.sub("", _POSSESSIVE.sub("", head)).rstrip()
    after = _BRACKETED.sub("", around.after)
    if apart := _APART.match(around.after):
        # Most (69 percent) were staying; the majority, 69%, say.
        opened = around.before.rpartition("(")[0] if around.before.endswith("(") else ""
        head = _OPENS.sub("", _SAID.sub("", _PARTED.split(opened)[-1])).strip() if opened else head.rstrip(" ,")
        after = around.after[apart.end() :]
    tail = _SIZED.split(_SIZES.sub(" ", _STOPS.split(after)[0].rstrip()))[0]
    unit = item.text.rpartition(" ")[2]
    if unit.isalpha() and unit.islower() and unit not in _SCALES:
        tail = f" {unit}{tail}"
    if item.quantity.unit in ("%", "percent", "per cent") and not apart:
        tail = re.sub("^ of(?= )", "", tail)
    if not tail or _ON.match(tail):
        head = _TRAILS.sub("", head)
    if len(head.split()) < 2 and (named := _NAMED_BEHIND.match(tail)):
        return f"{head} {named['noun']}"
    words = " ".join(f"{head} {tail}".split()).strip(" .,")
    words = _TRAILS.sub("", _WORTH.sub("", words)).replace(" worth of ", " ")
    if not 2 < len(words.split()) <= _LONG or _DIGITS.search(words):
        return ""
    if len(head.split()) < 2 and not (_OF_THOSE.match(after) and not head):
        return ""
    amid = not apart and _BEGINS_AMID.match(_sentence(words))
    return "" if amid or _ENDS_AMID.search(words) else words


def _who(label: str) -> str:
    """The persons that a label counts, "" where it counts none."""
    found = _PERSON.search(label)
    return found[0] if found else ""


def _counted(around: _Around, item: Stated, words: str) -> str:
    """The noun behind a count, where its label names another, or nothing."""
    if item.quantity.unit or item.quantity.form != "number" or item.quantity.direction:
        return ""
    found = _PLURAL.match(around.after)
    if found is None:
        return ""
    head = found["noun"].split()[-1].lower()
    if head[:-1] in words.lower() or head in _NO_NOUNS or words.startswith(("Number of", "Total")):
        return ""
    rest = _GOES_ON.match(around.after, found.end())
    return _ended(found["noun"] + (rest[0] if rest else ""))


def _shorter(words: str) -> str:
    """A label without how long it was, or what leads to another number."""
    words = _OVER_TIME.sub("", _NEXT_NUMBER.sub("", words))
    words = _LEADS.sub("", words)
    return _TRAILS.sub("", words)


def _ended(words: str) -> str:
    """Words that begin a label as far as one goes."""
    kept = words.strip(" ,.;:").split()
    if len(kept) > _MOST:
        *_, cut = (0, *(at for at, word in enumerate(kept[:_MOST]) if word in _PARTS))
        kept = kept[: cut if cut > _MOST // 3 else _MOST]
    return _TRAILS.sub("", " ".join(kept))


def _poor(words: str, around: _Around, item: Stated) -> bool:
    """Whether a label begins or ends amid a phrase, or is a name that measures nothing."""
    if _BEGINS_AMID.match(words) or _ENDS_AMID.search(words):
        return True
    if " " in words or words.lower() in MEASURES:
        return False
    if _PLURAL.match(around.after):
        return False
    unit = item.text.rpartition(" ")[2]
    bare = words.lower() == unit and not around.heads_line
    return bare or bool(re.search(rf"\w,? {re.escape(words)}\b", around.before))


def _sentence(words: str) -> str:
    return re.sub(r"^[a-z]", lambda match: match[0].upper(), words)


_NUMBER = pattern(r"\d")
_CLOSED = pattern(r"\)")
_LONG = 17
_SCALES = ("million", "billion", "trillion", "thousand", "percent", "cent")
_LIKELY = pattern(
    r" (?P<what>(?:chance|probability|likelihood|risk|odds) of (?:[^,;:.()]|(?<=\d)[,.](?=\d)){3,50}?)"
    r"(?= and\b| as\b|[;:.()]|,(?!\d)|$)"
)
_AS_SHARE = pattern(r" as share of (?P<whole>[a-z ]+)$")
_WERE = pattern(
    r" (?:have been|has been|had been|were|was|are|is|will be) (?P<done>[a-z]+(?:ed|en|ne|ght|ld)"
    r" [^,;:()\d]{3,70})"
)
_CHANGED_ALONE = pattern(r" (?:growth|increase|decrease)$")
_SAID = pattern(
    r"^.*\b(?:said|says|announced|noted|estimates?|estimated|warned|added|reported|shows?|found|finds?)"
    r"(?: on \w+day| today| yesterday)?(?: that)? (?=\w+ \w+)"
)
_PARTED = pattern(r"[;:(]|, (?:and|but|while|as|who|which|because|with) |\. | [–—-] ")
_POSSESSIVE = pattern(r"^(?:[Tt]heir|[Ii]ts|[Oo]ur|[Hh]is|[Hh]er) ")
_NAMED_BEHIND = pattern(
    r" (?P<noun>[a-z][a-z-]+(?: [a-z-]+){1,3}?)(?= (?:includes?|is|was|will|has|have|that|to|for|of)\b)"
)
_OF_THOSE = pattern(r" of (?:all )?(?:the )?[a-z]+ [a-z]+ ")
_DIGITS = pattern(r"(?<!per )\b\d")
_BRACKETED = pattern(r"^ ?\([^()]*\)")
_APART = pattern(r"^(?:\)|,)(?= [a-z])")
_ON = pattern(r" (?:of|to|in|for|on|at|by|with|from|per|into|over|across)\b")
_WORTH = pattern(r" (?:amounting|totall?ing|worth|reaching|standing)(?: (?:to|at))?$")
_SO_MUCH = pattern(r" (?:about|around|nearly|over|almost|up to|more than|at least) $")
_STOPS = pattern(r"[,;:()]|\. |\.$| (?:and|but|while|which|because|since|as|after|although)\b")
_SIZES = pattern(
    r"(?<! per) \$?\d[\d.,]*(?: (?:million|billion|percent)\b)? (?!million|billion|percent)(?=[a-z])"
)
_SIZED = pattern(r" (?:(?:more|less|fewer) than|over|under|up to|at least|nearly|about)(?= [$\d ])|(?<!per )\b\d|\bthis year\b")
_BETWEEN = pattern(r"(?:[\d.,%$£€ ]|and|or|about|nearly|in|of|for|among|the|per ?cent|[A-Za-z-]+)*")
_MEMBER = pattern(
    r" ?(?P<way>of|in|for|among) (?:the )?(?P<member>[A-Za-z][\w’'.-]*(?: (?!and\b)[\w’'-]+){0,4}?)"
    r"(?=[,;)]| and\b)"
)
_OPENS = pattern(r"^(?:\W|(?:and|but|while|the|an?)\b)+", re.IGNORECASE)
_ASKED = pattern(
    r"\b(?:survey|poll|study) of (?:about |around |over |nearly |more than )?(?:[\d,]+ )?"
    r"(?P<who>[A-Za-z][A-Za-z. -]{3,40}?) (?:found|finds?|shows?|showed|reveals?|revealed|reports?"
    r"|reported)(?: that)? (?:about |around |over |nearly |more than |only |just )?$"
)
_ANSWERED = pattern(r" (?!of\b|in\b)(?P<does>[a-z]+ [^,;:()]{3,90})")
_NUMBER_OF = pattern(
    r"\b(?P<noun>(?:number|proportion|share|cost|price) of [^,;:()\d]{3,70}?) (?:from|to)"
    r"(?: about| around| nearly| over| more than)? $"
)
_FOR_TIME = pattern(r" for (?:the )?[A-Z0-9][\w ]{1,14} and ")
_TIME_BEHIND = pattern(r" for (?:the )?(?:[HQ]\d|[A-Z]\w+|\d{4})\b")
_OF_ITS = pattern(r"\b(?:an?|the|its|their|our|this|new|[A-Za-z]+[’\"']s)(?: [a-z]+)? $")
_A_SUM = pattern(
    r" (?P<noun>(?:[a-z-]+ ){0,4}?(?:investments?|funds?|plan|package|program(?:me)?|deal|contract"
    r"|grants?|loan|award|facility|budget|project|gift|settlement|fine|penalty|hit|pool|acquisition"
    r"|mortgage|subsidy|bond|prize|initiative))\b"
)
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
    r" (?!more\b|of\b)[^,;:()\d]{3,70})(?=[,;.:(]|$)"
)
_NOUN = r"(?!the\b|of\b|to\b|and\b|or\b)[A-Za-z][\w’'-]*"
_PLURAL = pattern(
    rf" (?P<noun>(?:{_NOUN} ){{0,3}}?(?:[a-z][a-z-]{{2,}}(?<!ss)(?<!us)(?<!is)s|people|children"
    r"|women|men))(?=[ ,.;:)]|$)"
)
_GOES_ON = pattern(
    r" (?:of|in|for|from|with|who|that|across|at|to) (?!(?:the )?(?:period|quarter|year)\b)"
    r"[A-Za-z][^,;:()\d.]{2,60}"
)
_NO_NOUNS = frozenset(
    "times thousands millions billions points basis years months weeks days hours minutes percents "
    "was has is does says others this less".split()
)
_NEXT_NUMBER = pattern(r",? (?:and|while|but) [$£€]?\d.*$")
_OVER_TIME = pattern(
    r"^(?:Over|In|Within) (?:the )?(?:next )?[a-z]+ years (?:to |for |into )"
    r"| for the (?:three|six|nine|twelve)(?:(?:,| and) \w+)? months(?: ended.*)?$"
    r"| for the (?:three|six|nine|twelve)$"
)
_LEADS = pattern(
    r"^(?:For|Into|Towards?|There (?:were|was|are|is)|A total of|At least|An estimated"
    r"|Bringing|(?:Police|Officials|Authorities) said(?: on \w+day)?)(?: the| an?)? (?=[A-Za-z]{3})"
)
_TRAILS = pattern(
    r"(?:\s+(?:of|to|at|by|for|in|on|with|and|or|the|an?|is|are|was|were|be|about|over"
    r"|under|rising|HK|NZ|as|from|than|that|which|who|set|(?:on|in) (?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December))|\s\$)+$"
)
_PARTS = frozenset("and or to for in on with as while which that where by from at".split())
_BEGINS_AMID = pattern(
    r"(?:Are|Is|Was|Were|Has|Have|Had|Could|Would|Will|May|Can|Be|Been|He|She|It|They|We|I|You"
    r"|Their|His|Her|That|Which|Said|Followed|Despite|Per|As|At|By|In|On|Of|With|From|Under"
    r"|Between|Than|Vs|Among|Across|Up|Down|Both|Only|Another|Rest|Such|So|Bringing|Recorded"
    r"|Going|Because|When|Where|While|If|Not|Even|Most|Being|Having|Second|First|Raised|Given"
    r"|Adding|Added|Provide|Offer|Selected|Whose|Before|After|Until|Since|Through|Set aside"
    r"|Did|Does|Do|What|How|Who|To|Access|Chance of more|Currently|Focus on)\b(?!-)"
)
_ENDS_AMID = pattern(
    r"\b(?:more|less|would|could|may|will|pay|paying|average|maximum|minimum|rising|fell|add"
    r"|adds|raise|raised|their|his|her|its|our|your|not|can|must|should|have|has|had|said"
    r"|says|every|each|because|when|while|where|if|also|promising|amounting|contributing"
    r"|purchase|receive|saving|just|only|totaling|totalling|including|between|another|promised"
    r"|(?:who|that|which)(?: (?:is|are|was|were|has|have|had|will|would|can|could|they))?|(?<=^Those who )\w+|halves|half|thirds?|[a-z]+-(?:thirds|quarters)|they|we|posted|surprised|within|without|near|during|until|announce|announces|grants|offers|protecting|froze|repurchased|mark|marking|[A-Z]|(?<=as share of )[a-z]+ing)$"
)
