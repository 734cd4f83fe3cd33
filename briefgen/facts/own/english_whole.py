"""Turn an English label that names but the unit, a verb or a scrap into one of its own words.

What stands in brackets, between commas or behind “worth” is said with what it is of
(`own/english_beside.py`), anything else in the words of its clause (`own/english_clause.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.own.english import MEASURES
from briefgen.facts.own.english_beside import beside, further, listed_subject, named, of_it
from briefgen.facts.own.english_clause import AND_DONE, MOST, SCRAP, Told, composed
from briefgen.facts.own.english_given import given
from briefgen.facts.own.english_share import share_of_those
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import replace


def whole_english(
    text: SourceText, run: Sequence[Stated], labels: Sequence[Label], before: str
) -> list[Label]:
    """The labels of one sentence's numbers, those that say too little in the words of their clause;
    `before` is the last label of their paragraph."""
    made: list[Label] = []
    told = Told()
    begin, stop = text.bounds(run[0].place.start, run[0].place.end)
    for at, (item, label) in enumerate(zip(run, labels, strict=True)):
        last = run[at - 1].place.end if at else begin
        end = run[at + 1].place.start if at + 1 < len(run) else stop
        lead = text.matching[last : item.place.start].replace("，", ", ")
        behind = text.matching[item.place.end : end].replace("，", ", ")
        earlier = made[-1].text if made else ""
        after = text.matching[item.place.end : stop].replace("，", ", ")
        told_there = share_of_those(lead, after, item, earlier, before)
        if told_there := told_there or given(lead, behind, after, item, earlier):
            made.append(replace(label, text=_sentence(told_there), vague=False))
            continue
        words = beside(lead, behind, item, label, earlier, told)
        words = words or (listed_subject(lead, label.text) if not at else "")
        words = words or of_it(lead, item, label, before) or named(lead, behind, item)
        words = words or further(lead, behind, after, item, label.text, earlier, told)
        if lead.strip(" ,") == "or" and at and label.text == labels[at - 1].text and not words:
            words = earlier
        sure = bool(words)
        words = _mended(words or label.text, item)
        if not sure and (said := _own_clause(lead, behind, item, label, words, earlier, told)):
            words, sure = said, True
        told.growth = words if words.endswith(" growth") else told.growth
        if words == label.text and not sure:
            made.append(label)
        else:
            made.append(replace(label, text=_sentence(words), vague=label.vague and not sure))
    return made


def _own_clause(
    lead: str, behind: str, item: Stated, label: Label, words: str, earlier: str, told: Told
) -> str:
    """The words of a number's clause, where its label says too little; "" where it does not."""
    said = composed(lead, behind, item, told)
    if not said or not _poor(label, words, item, lead, behind):
        return ""
    whose = f"{earlier} {said[:1].lower()}{said[1:]}" if _RELATIVE.search(lead) else ""
    return whose if 0 < len(whose.split()) <= MOST else said


def _mended(words: str, item: Stated) -> str:
    """A label without a verb or time at its end, or a change that is said twice."""
    words = _ENDS.sub("", words)
    apart = words.partition(" - ")[0]
    words = apart if len(apart.split()) > 1 else words
    words = AND_DONE.split(words.replace(" also ", " "))[0]
    if (people := _BY_PEOPLE.sub("", words)) != words:
        words = f"{people} {'decrease' if item.quantity.direction else 'increase'}"
    return _TWICE.sub(r" \1", words)


def _poor(label: Label, words: str, item: Stated, lead: str, behind: str) -> bool:
    """Whether a label is but the unit, a verb, an article or what is left of a clause."""
    if not words or label.vague or SCRAP.search(words):
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


def _sentence(words: str) -> str:
    words = _WHOSE.sub("’s ", words.replace('"s', "’s").replace('"', "").strip())
    return words[:1].upper() + words[1:]


# Budget 2022’s increase, without its year.
_WHOSE = pattern(r"(?<=[a-z]) s (?=[A-Za-z]{2})")
_DOES = pattern(
    r"\b(?:to|will|would|help|of|,|and) (?:[a-z]+ )?(?:open|deliver|create|creat|build"
    r"|provide|provid|support|train|hire"
    r"|recruit|add|fund|launch|construct|unlock|acquire|install)(?:ing)?(?: [a-z]+)* $"
    r"|\b(?:made|issued|approved|awarded|opened|created|delivered|built|hired|provided|served"
    r"|supported|launched|completed|signed|installed|trained|recruited)"
    r"(?: (?:about|around|nearly|over|more than|some|roughly|an?|another|further|additional))* $"
)
_RELATIVE = pattern(r"\b(?:which|that) (?:is|are|was|were|will|has|have|could|would|should) ")
_MADE = pattern(r"\b(?:generated|delivered|recorded|posted|produced|raised|given|provided"
                r"|received) "
                r"(?:about |around |over |nearly |approximately )?$")  # fmt: skip
_ENDS = pattern(
    r" (?:amounted|accounted|totall?ed|stands?|stood|came|ranged|averaged|numbered)"
    r"(?: (?:in|on|at|for|to) ?[A-Za-z]*)*$|(?<= [a-z]{5}) (?:last|this) (?:year|quarter|month)$"
    r"|(?: from)?(?: in| by) (?:19|20)\d\d$|(?: (?:at|of|in|for|to|with|by|on|from))? (?:an?|the)$"
)
_BY_PEOPLE = pattern(r" by (?:people|persons|jobs|homes|units)$")
_TWICE = pattern(
    r" (?:reduction|decline|increase|decrease|growth|drop|fall|rise) (decrease|increase|growth)$"
)
