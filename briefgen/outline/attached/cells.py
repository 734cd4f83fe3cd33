"""Turn the words of a heading or a cell into what they state: a name and its unit, a quantity."""

from __future__ import annotations

from briefgen.facts.quantity import Quantity, QuantityError, read
from briefgen.outline.attached.money import money, money_unit
from briefgen.patterns import pattern

# How tables say that there is no value; “…” and “-” are those of statistical yearbooks.
MISSING = frozenset({"", "-", "–", "—", "——", "…", "……", "..."})
_BRACKETS = pattern(r"^(?P<name>.*?)\s*[(（\[](?P<unit>[^()（）\[\]]+)[)）\]]\s*$")


def heading(words: str) -> tuple[str, str]:
    """A column's name and the unit it says in brackets: 产值（亿元） is 产值 and 亿元."""
    match = _BRACKETS.match(words)
    if match and measured("1", match["unit"]) is not None:
        return match["name"], match["unit"]
    return words, ""


def bracket_of(words: str) -> str:
    """What a heading says in brackets, "" where it says nothing there."""
    match = _BRACKETS.match(words)
    return match["unit"] if match else ""


def measured(words: str, unit: str) -> Quantity | None:
    """The quantity that a cell states, in `unit` where it names none; None where it is none."""
    # A plus sign is how a table shows that something has grown.
    plain = words[1:] if words[:1] in ("+", "＋") and words[1:2].isdigit() else words
    plain, unit = money(plain), money_unit(unit)
    try:
        found = read(plain)
        return found if found.unit or not unit else read(plain + unit)
    except QuantityError:
        return None
