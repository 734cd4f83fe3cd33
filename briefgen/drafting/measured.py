"""Turn English sentences that tell how much something was, and how it changed, into a table.

Sales were $4.1 million, up 5%; the average price fell 2% to $310: a name, its value and its change,
each in the source's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed, whole_of
from briefgen.facts.found import Found
from briefgen.facts.scan import scan
from briefgen.patterns import pattern
from briefgen.record import Record, replace

_ROWS, _NAME = range(3, 8), range(3, 46)
# The sign of a number, one by its kind, in the order in which a sentence has them.
_VALUE, _SHARE, _EACH = 0xE000, 0xE800, 0x800
_V, _P = "[\ue000-\ue7ff]", "[\ue800-\uefff]"
_ANY = "\ue000-\uefff"
_UP = r"(?:increased|rose|grew|climbed|jumped|surged|improved|gained)"
_DOWN = r"(?:decreased|fell|declined|dropped|dipped|slipped)"
_BY = r"(?: by)?(?: approximately| about| nearly| almost| over| more than)?"
_OVER = rf"(?: [^{_ANY}.;]{{0,60}}?)?"
_NOUN = r"(?!(?:in|for|from|as|at|to|on|or|and|compared|during|by|of|with|per|over)\b)[a-z]+"
_IS = r"(?:was|were|is|are|totall?ed|reached|stood at|came in at|amounted to|of)"
_MORE = r"(?: (?:approximately|about|nearly|almost|over|more than))?"
_CHANGE = (
    rf"(?P<change>(?:up|down|{_UP}|{_DOWN}){_BY} {_P}"
    rf"|{_P} (?:year-over-year |year-on-year )?(?:increase|decrease|gain|decline|rise|drop)"
    rf"|(?:increase|decrease|gain|decline|rise|drop) of{_MORE} {_P})"
)
_NAMED = rf"^(?:The |Our |Its )?(?P<name>[A-Za-z“\"][^{_ANY},;:.]{{2,70}}?)"
_FORMS = [
    # Sales rose 5% to $4 million; sales rose to $4 million, a 5% increase.
    pattern(rf"{_NAMED} (?P<change>(?:{_UP}|{_DOWN}){_BY} {_P}){_OVER} to{_MORE} (?P<value>{_V})"),
    pattern(
        rf"{_NAMED} (?:{_UP}|{_DOWN}|{_IS}) ?(?:to)?{_MORE} (?P<value>{_V}(?: {_NOUN})?)"
        rf"{_OVER}[,.;—–(]+ ?"
        r"(?:(?:This|That|which|it) (?:number |figure )?(?:was|is|represents?) )?"
        rf"(?:marking |representing |reflecting |or )?(?:an? |the )?{_CHANGE}"
    ),
]
_SINCE = pattern(
    r",? (?:for|during|in|at|as of|on) (?:the |fiscal |our |its )*(?=(?:first|second|third|fourth"
    r"|full|three|six|nine|twelve|fiscal|years?|quarters?|end|current|Q\d|\d{4}|[A-Z][a-z]+ \d))"
)
_NO_NAME = pattern(
    r"\b(?:we|our|it|they|he|she|which|that|who|This|These|That|There|increase|decrease|change"
    r"|compared|excluding)\b"
)
_SAYS = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|can|posted|reported|recorded)\b"
    r"|\b\w{3,}ed (?:on|in|for|at|with|to|by)\b"
)
_DELIVERED = pattern(
    r"(?P<who>[A-Z][^,;:]{1,24}?) (?:delivered|generated|achieved|posted|reported|recorded|had)"
    r"(?: (?:an?|its|their|record|strong|stable|solid|quarterly|total))*"
    r" (?P<what>[a-z][a-z ]{2,24})"
)
HEADS = ["Indicator", "Value", "Change"]


class Measure(Record):
    """How much something was, and how it changed."""

    name: str
    value: str
    change: str


def measured(card: Card, said: Sequence[str]) -> Card | None:
    """What the sentences of a slide measure as a table, where that is most of what they tell."""
    if not said or has_hanzi(said[0]):
        return None
    found = list({each.name: each for each in measures_in(said)}.values())[: _ROWS.stop - 1]
    points = max(len(listed(card.fields, "points")), 1)
    if len(found) not in _ROWS or 3 * len(found) < 2 * points:
        return None
    rows: list[Value] = [[each.name, each.value, each.change] for each in found]
    header: list[Value] = [*HEADS]
    fields: dict[str, Value] = {"header": header, "rows": rows}
    return replace(card, kind="table", fields=fields, notes=whole_of(card), plain=card)


def measures_in(said: Sequence[str]) -> Iterator[Measure]:
    """What sentences measure; the change may stand in the one behind.

    >>> next(measures_in(["Sales of bread rose 5% to $4 million in May."]))
    Measure(name='Sales of bread', value='$4 million', change='rose 5%')
    """
    for at, sentence in enumerate(said):
        after = said[at + 1] if at + 1 < len(said) and _GOES_ON.match(said[at + 1]) else ""
        whole = f"{sentence} {after}".strip()
        if has_hanzi(whole):
            continue
        flat, found = _signed(whole)
        match = next((m for form in _FORMS if (m := form.match(flat))), None)
        if match and (made := _measure(match, found, whole)):
            yield made


_GOES_ON = pattern(r"(?:This|That|It)(?: number| figure)? (?:was|is|represents?) ")


def _signed(text: str) -> tuple[str, Sequence[Found]]:
    """A text with a sign for each amount, and these; dates stay."""
    found = [each for each in scan(text) if each.quantity.form == "number"][:_EACH]
    made: list[str] = []
    last = 0
    for number, each in enumerate(found):
        share = each.quantity.unit == "%"
        made += [text[last : each.start], chr((_SHARE if share else _VALUE) + number)]
        last = each.end
    return "".join((*made, text[last:])), found


def _measure(match: re.Match[str], found: Sequence[Found], whole: str) -> Measure | None:
    name = _SINCE.split(match["name"])[0].strip(' ,“”"')
    name = name.removeprefix("number of ")
    if delivered := _DELIVERED.fullmatch(name):
        # Mills delivered record revenue of …: whose it is, and what.
        name = f"{delivered['who']}: {delivered['what']}"
    name = name[:1].upper() + name[1:]
    if cells(name) not in _NAME or _NO_NAME.search(name) or _SAYS.search(name):
        return None
    value, change = (_written(match[each], found) for each in ("value", "change"))
    return Measure(name, value, change) if value in whole and change in whole else None


def _written(flat: str, found: Sequence[Found]) -> str:
    """Words with the amounts in the stead of their signs."""
    return "".join(
        found[(ord(sign) - _VALUE) % _EACH].text if "\ue000" <= sign <= "\uefff" else sign
        for sign in flat
    )
