"""Turn the labels of an English sentence into ones that say since when, and of what share."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.facts.english_asides import since_day
from briefgen.facts.english_changes import CUT_CHANGE
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern
from briefgen.record import replace


def finished(text: SourceText, run: Sequence[Stated], labels: Sequence[Label]) -> list[Label]:
    """The labels of one sentence's numbers, with what the sentence says of them besides."""
    made = list(labels)
    begin, _ = text.bounds(run[0].place.start, run[0].place.end)
    shares = _SHARES.match(text.matching, begin, run[0].place.start)
    place = _PLACE.match(text.matching, begin, run[0].place.start)
    of_all = f" as share of {shares['whole']}" if shares else ""
    for at, (item, label) in enumerate(zip(run, made, strict=True)):
        words = label.text.partition("(")[0].strip() if ")" not in label.text else label.text
        if words.endswith(" one") and at and is_change(made[at - 1]):
            # Inner London recorded an increase of 4.2% and outer London one of 3.8%.
            words = f"{words.removesuffix(' one')} {made[at - 1].text.rpartition(' ')[2]}"
        elif is_change(label):
            words += since_day(text, item)
        elif item.quantity.unit == "%" and of_all not in words:
            words += of_all
        if (basis := _BASIS.match(item.behind)) and basis["basis"] not in words and words:
            words += f" in {basis['basis']}"
        if place and words.lower().startswith(_ITS):
            words = f"{place['where']} {words[:1].lower()}{words[1:]}"
        whose = _FOR.match(item.behind) if words in {each.text for each in made[:at]} else None
        words += f" for {whose['whose']}" if whose else ""
        made[at] = replace(label, text=words)
    return _respectively(text, run, made)


def is_change(label: Label) -> bool:
    """Whether a label says that something moved."""
    return label.text.endswith((" growth", " increase", " decrease"))


def _respectively(text: SourceText, run: Sequence[Stated], labels: Sequence[Label]) -> list[Label]:
    """The labels of a pair that follows another one: decreased 18 and 22 basis points to 0.58% and
    0.69%, respectively."""
    made = list(labels)
    for at in range(_FOUR - 1, len(run)):
        joined = text.matching[run[at - 1].place.end : run[at].place.start].strip() == "and"
        behind = text.matching[run[at].place.end : run[at].place.end + _NEAR]
        bases = [CUT_CHANGE.sub("", label.text) for label in made[at - 3 : at - 1]]
        alike = run[at].quantity.unit == run[at - 1].quantity.unit != run[at - 2].quantity.unit
        if joined and alike and "respectively" in behind and bases[0] != bases[1]:
            made[at - 1], made[at] = (replace(made[at], text=base) for base in bases)
    return made


def each_of_two(text: SourceText, run: Sequence[Stated], made: list[Label]) -> list[Label]:
    """The labels of two numbers that say the same of two: sales in Europe and Asia rose 5% and 9%,
    respectively."""
    for at in range(1, len(run)):
        joined = text.matching[run[at - 1].place.end : run[at].place.start].strip() == "and"
        behind = text.matching[run[at].place.end : run[at].place.end + _NEAR]
        two = _TWO.match(made[at].text) if joined and "respectively" in behind else None
        if two and made[at - 1].text == made[at].text:
            made[at - 1], made[at] = (
                replace(made[at], text=f"{two['head'] or ''}{two[name]}{two['tail']}")
                for name in ("one", "other")
            )
    return made


# Sales in Europe and Asia growth.
_TWO = pattern(
    r"(?P<head>.* (?:in|of|for|from|at|to) )?(?P<one>(?:the )?[A-Z][\w&’-]*(?: [A-Z][\w&’-]*)*)"
    r" and "
    r"(?P<other>(?:the )?[A-Z][\w&’-]*(?: [A-Z][\w&’-]*)*)(?P<tail>(?: [a-z]+)*)$"
)
_FOUR = 4
# Sales rose 10.8% for Brinker, 9.6% for Chili's.
_FOR = pattern(r" for (?P<whose>[A-Z][\w-]*(?: [A-Z][\w-]*)?)")


_BASIS = pattern(r" in (?P<basis>(?:constant|local) currenc(?:y|ies))\b")
# In Asia, revenues increased.
_PLACE = pattern(
    r"\W*In (?:the )?(?P<where>(?!January|February|March|April|May|June|July|August|September"
    r"|October"
    r"|November|December|Q[1-4]|FY|Fiscal)[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)[,，] ?(?=[a-z])"
)
_ITS = ("revenue", "sales", "net sales", "exports", "imports", "orders", "volumes")
# As a percent of sales, expenses were 27.1%.
_SHARES = pattern(
    r"\W*As an? (?:percent|percentage|share|proportion) of (?P<whole>(?:total |net )*[a-z]+)[,，]"
)
_NEAR = 15
