"""Turn what is left of an English label into one that stands alone, or into one that is in doubt.

What its number's brackets, list or noun do not say is told in the words of its clause. What then
still begins or ends amid a phrase names nothing, and is told as vague.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.own.english import MEASURES
from briefgen.facts.own.english_around import OPENS, SIZES, TRAILS, Around, sentence, shorter
from briefgen.facts.own.english_said import PLURAL, Whose, said_there, whose_it_is
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import replace


def last_words(text: SourceText, run: Sequence[Stated], labels: Sequence[Label]) -> list[Label]:
    """The labels of one sentence's numbers, as they stand."""
    begin, stop = text.bounds(run[0].place.start, run[0].place.end)
    line = text.lines[run[0].place.line - 1] if run[0].place.line <= len(text.lines) else 0
    start = bisect_left(text.offsets, line, 0, run[0].place.start)
    heads = not text.matching[start:begin].strip(" -*•\t")
    made: list[Label] = []
    last, whose, base = begin, Whose(), ""
    for item, label in zip(run, labels, strict=True):
        around = Around(
            text.matching[last : item.place.start].replace("，", ", "),
            text.matching[begin : item.place.start].replace("，", ", "),
            text.matching[item.place.end : stop].replace("，", ", "),
            heads and last == begin,
        )
        earlier = made[-1].text if made else ""
        last, whose = item.place.end, whose_it_is(around) or whose
        label = replace(label, text=_per(around, item, whose.of(_yearly(item, label.text))))
        base, moved = _up(around, item, base, label.text)
        words = moved or said_there(around, item, label, earlier)
        if words and (" " in words or not _lonely(words, around)):
            made.append(replace(label, text=sentence(words), vague=False))
            continue
        if words:
            # But its noun, amid a sentence: that says too little.
            label = replace(label, text=sentence(words), vague=True)
        short = shorter(label.text)
        label = label if short == label.text else replace(label, text=sentence(short))
        if label.text and not label.vague and not _poor(label.text, around, item):
            made.append(label)
            continue
        listed = _of_list(around, label.text, made[0].text if made else "")
        if said := listed or _clause(around, item) or _clause(around, item, ", "):
            made.append(replace(label, text=sentence(said), vague=False))
        else:
            made.append(replace(label, vague=bool(label.text)))
    return made


def _up(around: Around, item: Stated, base: str, words: str) -> tuple[str, str]:
    """What has moved in a sentence, and its change: loans at June 30 were up $106.0 million, or
    1.8%, and up $410.8 million, or 7.1%, from a year ago."""
    if subject := _WERE_UP.search(around.before):
        base = re.sub("^total ", "", OPENS.sub("", subject["noun"]))
    elif _CHANGED_ALONE.search(words):
        base = _CHANGED_ALONE.sub("", words)
    base = shorter(base)
    shared = unit_of(item.quantity.unit).kind == "share"
    way = _UP_BY.search(around.lead) or (_OR_BY.fullmatch(around.lead) if shared else None)
    if " growth " in words:
        return base, ""  # growth on another basis
    if way is None or not base or (_CHANGED_ALONE.search(words) and not subject):
        return base, ""
    if shared:
        return base, f"{base} growth"
    fell = item.quantity.direction or around.lead.rstrip().endswith("down")
    return base, f"{base} {'decrease' if fell else 'increase'}"


def _yearly(item: Stated, words: str) -> str:
    """A label without the year that its sum is of each: the average pay is $24,320 a year."""
    return words.removesuffix(" year") if item.quantity.unit.endswith("/年") else words


def _per(around: Around, item: Stated, words: str) -> str:
    """What a sum is of each: subscriptions rose to $265 per client."""
    per = _PER.match(around.after) if item.text[:1] in "$£€" and words else None
    return words if per is None or " per " in words else f"{words}{per[0]}"


def _of_list(around: Around, words: str, head: str) -> str:
    """A name alone with what the first number of its sentence is of: sales $53m, Europe $40m."""
    base = _CHANGED_ALONE.sub("", head)
    alone = around.lead.strip(" ,;:(-–—") in (words, f"and {words}")
    fits = base and alone and words[:1].isupper() and words not in base
    return f"{base}, {words}" if fits else ""


def _clause(around: Around, item: Stated, part: str = "") -> str:
    """All of a number's clause, or what stands behind the last `part` of it, without the number; ""
    where that begins or ends amid a phrase."""
    before = _PARTED.split(around.before)[-1].rpartition(part)[-1] if part else ""
    head = OPENS.sub("", _SAID.sub("", before or _PARTED.split(around.before)[-1]))
    head = _SO_MUCH.sub("", _POSSESSIVE.sub("", head)).rstrip()
    after = _BRACKETED.sub("", around.after)
    if apart := _APART.match(around.after):
        # Most (69 percent) were staying; the majority, 69%, say.
        opened = around.before.rpartition("(")[0] if around.before.endswith("(") else ""
        head = (
            OPENS.sub("", _SAID.sub("", _PARTED.split(opened)[-1])).strip()
            if opened
            else head.rstrip(" ,")
        )
        after = around.after[apart.end() :]
    if _WHO_DO.search(head) and unit_of(item.quantity.unit).kind == "money":
        return ""  # those who invest over $200: the bound is of them
    tail = _SIZED.split(SIZES.sub(" ", _STOPS.split(after)[0].rstrip()))[0]
    unit = item.text.rpartition(" ")[2]
    if unit.isalpha() and unit.islower() and unit not in _SCALES:
        tail = f" {unit}{tail}"
    if item.quantity.unit in ("%", "percent", "per cent") and not apart:
        tail = re.sub("^ of(?= )", "", tail)
    if not tail or _ON.match(tail):
        head = TRAILS.sub("", head)
    if len(head.split()) < 2 and (named := _NAMED_BEHIND.match(tail)):
        return f"{head} {named['noun']}"
    words = " ".join(f"{head} {tail}".split()).strip(" .,")
    words = TRAILS.sub("", _WORTH.sub("", words)).replace(" worth of ", " ")
    if not 2 < len(words.split()) <= _LONG or _DIGITS.search(words):
        return ""
    if len(head.split()) < 2 and not (_OF_THOSE.match(after) and not head):
        return ""
    amid = not apart and _BEGINS_AMID.match(sentence(words))
    return "" if amid or _ENDS_AMID.search(words) else words.replace('"s ', "’s ")


def _poor(words: str, around: Around, item: Stated) -> bool:
    """Whether a label begins or ends amid a phrase, or is a name that measures nothing."""
    if _BEGINS_AMID.match(words) or _ENDS_AMID.search(words):
        return True
    if " " in words or words.lower() in MEASURES:
        return False
    unit = item.text.rpartition(" ")[2]
    if _lonely(words, around):
        return True
    if PLURAL.match(around.after):
        return False
    bare = words.lower() == unit and not around.heads_line
    return bare or bool(re.search(rf"\w,? {re.escape(words)}\b", around.before))


def _lonely(words: str, around: Around) -> bool:
    """Whether a label is but the noun right behind its number, amid a sentence and in no list."""
    alone = around.after.lower().startswith(f" {words.lower()}")
    return alone and not (around.heads_line or _IN_LIST.search(around.lead))


_WHO_DO = pattern(r"\bthose who [a-z]+$", re.IGNORECASE)
_WERE_UP = pattern(
    r"(?:^|[.;:*•] ?)(?P<noun>[A-Za-z][^,;:()\d]{3,70}?)(?: \([^()]*\))?"
    r"(?: (?:at|as of|on) [A-Z][a-z]+ \d{1,2}, ?20\d\d,?| (?:for|in) the [a-z ]+ of 20\d\d,?)?"
    r" (?:were|was|are|is) (?:up|down)(?: by| about| approximately)* $"
)
_UP_BY = pattern(r"(?:^|[,;)] ?| )(?:and |were |was |is |are )?(?:up|down)(?: by| about| over)* $")
_OR_BY = pattern(r",? or(?: about| approximately)? ")
_IN_LIST = pattern(r"(?:^|[,;:]) ?(?:and |or )?(?:about |over |nearly |up to |some )?$")
_PER = pattern(
    r" per (?!share|year|month|quarter|day|week|hour|annum|common|diluted|basic)[a-z]+(?=[,.; ]|$)"
)
_LONG = 17
_SCALES = ("million", "billion", "trillion", "thousand", "percent", "cent")
_CHANGED_ALONE = pattern(r" (?:growth|increase|decrease)$")
_SAID = pattern(
    r"^.*\b(?:said|says|announced|noted|estimates?|estimated|warned|added|reported"
    r"|shows?|found|finds?)"
    r"(?: on \w+day| today| yesterday)?(?: that)? (?=\w+ \w+)"
)
_PARTED = pattern(r"[;:(]|, (?:and|but|while|as|who|which|because|with) |\. | [–—-] ")
_POSSESSIVE = pattern(r"^(?:[Tt]heir|[Ii]ts|[Oo]ur|[Hh]is|[Hh]er) ")
_NAMED_BEHIND = pattern(
    r" (?P<noun>[a-z][a-z-]+(?: [a-z-]+){1,3}?)(?= (?:includes?|is|was|will|has|have"
    r"|that|to|for|of)\b)"
)
_OF_THOSE = pattern(r" of (?:all )?(?:the )?[a-z]+ [a-z]+ ")
_DIGITS = pattern(r"(?<!per )\b\d")
_BRACKETED = pattern(r"^ ?\([^()]*\)")
_APART = pattern(r"^(?:\)|,)(?= [a-z])")
_ON = pattern(r" (?:of|to|in|for|on|at|by|with|from|per|into|over|across)\b")
_WORTH = pattern(r" (?:amounting|totall?ing|worth|reaching|standing)(?: (?:to|at))?$")
_SO_MUCH = pattern(r" (?:about|around|nearly|over|almost|up to|more than|at least|only|just) $")
_STOPS = pattern(r"[,;:()]|\. |\.$| (?:and|but|while|which|because|since|as|after|although)\b")
_SIZED = pattern(
    r" (?:(?:more|less|fewer) than|over|under|up to|at least|nearly|about)(?= [$\d ])"
    r"|(?<!per )\b\d|\bthis year\b"
)
_BEGINS_AMID = pattern(
    r"(?:Are|Is|Was|Were|Has|Have|Had|Could|Would|Will|May|Can|Be|Been|He|She|It|They|We|I|You"
    r"|Their|His|Her|That|Which|Said|Followed|Despite|Per|As|At|By|In|On|Of|With|From|Under"
    r"|Between|Than|Vs|Among|Across|Up|Down|Both|Only|Another|Rest|Such|So|Bringing|Recorded"
    r"|Going|Because|When|Where|While|If|Not|Even|Most|Being|Having|Second|First|Raised|Given"
    r"|Adding|Added|Provide|Offer|Selected|Whose|Before|After|Until|Since|Through|Set aside"
    r"|Did|Does|Do|What|How|Who|To|Access|Chance of more|Currently|Compared|Focus on)\b(?!-)"
)
_ENDS_AMID = pattern(
    r"\b(?:more|less|would|could|may|will|(?<!verage )pay|paying|average|maximum"
    r"|minimum|rising|fell|add"
    r"|adds|raise|raised|their|his|her|its|our|your|not|can|must|should|have|has|had|said"
    r"|says|every|each|because|when|while|where|if|also|promising|amounting|contributing"
    r"|purchase|receive|saving|just|only|totaling|totalling|including|between|another|promised"
    r"|(?:who|that|which)(?: (?:is|are|was|were|has|have|had|will|would|can|could"
    r"|they))?|(?<=^Those who )\w+|halves|half|thirds?|[a-z]+-(?:thirds|quarters)|they"
    r"|we|posted|surprised|within|without|near|during|until|announce|announces"
    r"|announced|arranges|cutting|paying|over the age|under the age|grants"
    r"|offers|protecting|froze|(?<![Ss]hares )repurchased|mark|marking|[A-Z]"
    r"|(?<=as share of )[a-z]+ing)$"
)
