"""Turn English sentences of what somebody expects into a table: each thing, before and now.

Net revenue guidance was raised to a range of $9.4 billion to $9.5 billion, from $9.3 billion: what
is expected stands under Expected, never beside what has been.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed, whole_of
from briefgen.facts.found import Found
from briefgen.facts.scan import scan
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import Record, replace

_ROWS, _NAME = range(2, 8), range(3, 49)
_AHEAD = pattern(
    r"\b(?:guidance|outlook|expect(?:s|ed)?|anticipate[sd]?|forecasts?|projects?)\b", 2
)
_FROM = (
    r"(?: (?:was|were|is|are|has been|have been|now|still|again|continues"
    r"|raised|lowered|updated|increased|reaffirmed"
    r"|maintained|expected|anticipated|projected|to|be|in|the|an?|range|ranging|of|from|between"
    r"|approximately|about|at))*$"
)
_NAMED = [
    pattern(
        r"\b(?:expects?|anticipates?|projects?|forecasts?)(?: (?:that|its|the|full[- ]year|our))*"
        rf" (?P<name>[A-Za-z][\w &’'-]*?){_FROM}"
    ),
    pattern(rf"^(?:Our |The |Its )?(?P<name>[A-Z][\w &’'-]*?){_FROM}"),
]
_WHEN = pattern(r"^(?:For|In) [^,]{3,40}, ")
_YEAR = pattern(r" for (?:the |fiscal |full )*(?:year|\d{4})[^,]*$")
_BEFORE = pattern(
    r"(?:from|compared (?:with|to)|versus|up from|previous|prior|earlier)\b[^,;]*$", 2
)
_TO = pattern(r"\)? (?:to|and) ")
HEADS = ["Outlook", "Before", "Expected"]


class Expected(Record):
    """What is expected of a thing, and what was before ("" where nothing is told of it)."""

    name: str
    before: str
    now: str


def guided(card: Card, said: Sequence[str]) -> Card | None:
    """What a slide says that somebody expects as a table, where it is of several things."""
    if any(map(has_hanzi, said[:1])):
        return None
    titled = bool(_AHEAD.search(card.topic or card.title))
    made = (each for one in said for each in expected(one, titled))
    found = list({each.name: each for each in made}.values())
    points = len(listed(card.fields, "points"))
    if len(found) not in _ROWS or 2 * len(found) < points:
        return None
    before = any(each.before for each in found)
    rows: list[Value] = [
        [each.name, each.before or "–", each.now] if before else [each.name, each.now]
        for each in found
    ]
    header: list[Value] = [*(HEADS if before else (HEADS[0], HEADS[2]))]
    fields: dict[str, Value] = {"header": header, "rows": rows}
    return replace(card, kind="table", fields=fields, notes=whole_of(card), plain=card)


def expected(sentence: str, titled: bool) -> Iterator[Expected]:
    """What a sentence says is expected, where it or what it is `titled` by says that it lies ahead.

    >>> next(expected("The mill expects sales of $4 million to $5 million.", False))
    Expected(name='Sales', before='', now='$4 million to $5 million')
    """
    if not titled and not _AHEAD.search(sentence):
        return
    spans = list(_spans(sentence))
    if not spans:
        return
    start, end = spans[0]
    leads = _WHEN.sub("", sentence[:start].rstrip(" ("))
    match = next((each for form in _NAMED if (each := form.search(leads))), None)
    if not match:
        return
    name = _YEAR.sub("", match["name"]).strip()
    name = name.removesuffix(" guidance").removesuffix(" outlook")
    if cells(name) not in _NAME or _AHEAD.search(name):
        return
    before = ""
    if len(spans) > 1 and _BEFORE.search(sentence, end, spans[1][0]):
        before = sentence[slice(*spans[1])]
    yield Expected(name[:1].upper() + name[1:], before, sentence[start:end])


def _spans(sentence: str) -> Iterator[tuple[int, int]]:
    """Where amounts and ranges of them stand; two joined by to are a range."""
    found = [each for each in scan(sentence) if _counts(each)]
    for start, end in _joined(sentence, found):
        # ($1.0) to $1.0 million: what is below nothing stands in brackets.
        opens = sentence.startswith("(", start - 1) and ")" in sentence[start:end]
        yield start - opens, end


def _joined(sentence: str, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(found):
        one = found[at]
        after = found[at + 1] if at + 1 < len(found) else None
        both = after and one.quantity.form == "number"
        joined = both and after and _TO.fullmatch(sentence, one.end, after.start)
        end = after.end if joined and after else one.end
        lead = _LEAD.search(sentence, 0, one.start)
        whole = lead and (lead[0] != _BETWEEN or " and " in sentence[one.start : end])
        yield lead.start() if lead and whole else one.start, end
        at += 2 if joined else 1


# between $4 million and …, in excess of $4 million: what belongs to an amount.
_BETWEEN = "between "
_LEAD = pattern(r"\b(?:between|in excess of|more than|less than|at least|up to|above|below|over) $")


def _counts(found: Found) -> bool:
    unit = found.quantity.unit
    money = unit.endswith("/股") or unit_of(unit).kind == "money"
    return found.quantity.form in ("number", "range") and (unit == "%" or money)
