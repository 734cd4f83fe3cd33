"""Turn the numbers that a brief writes into what its sources say of them.

The sources are read once, where the first number is asked for, and one number after the other: of
millions none is kept but those that some text of the brief writes too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefgen.facts.claims import content, same
from briefgen.facts.inventory import Stated, stated_in
from briefgen.facts.quantity import Quantity
from briefgen.facts.scan import Found
from briefgen.facts.sources import SourceText
from briefgen.facts.units import CALENDAR
from briefgen.record import State


class Sources(State):
    """What the sources of a brief state; `asked` gives every number that may be asked for."""

    texts: Iterable[SourceText]
    asked: Callable[[], Iterable[Found]]
    _kept: dict[object, list[Stated]] | None = None

    def states(self, number: Found) -> bool:
        """Whether a source states what a number is, in its unit."""
        return any(same(each.quantity, number) for each in self._like(number))

    def find(self, number: Found) -> list[Stated]:
        """Where sources state the value and unit of a number: of what they say alike, the first."""
        return [each for each in self._like(number) if equal(each.quantity, number)]

    def _like(self, number: Found) -> list[Stated]:
        if self._kept is None:
            self._kept = _kept(self.texts, self.asked())
        return self._kept.get(_key(number.quantity), [])


def _kept(texts: Iterable[SourceText], asked: Iterable[Found]) -> dict[object, list[Stated]]:
    """What the texts state of the values asked for, in order; of what is alike the first alone."""
    kept: dict[object, list[Stated]] = {_key(number.quantity): [] for number in asked}
    seen = set[tuple[Quantity, bool]]()
    for text in texts:
        for each in stated_in(text):
            alike = kept.get(_key(each.quantity))
            if alike is None:
                continue
            said = each.quantity, is_worth(each)
            if said not in seen:
                seen.add(said)
                alike.append(each)
    return kept


def _key(quantity: Quantity) -> object:
    """What two quantities that are equal have in common."""
    exact = quantity.value is not None or quantity.unit in CALENDAR
    return quantity.value if exact else content(quantity)


def is_worth(item: Stated) -> bool:
    """Whether a number that a source states is one that an entry would be drafted for; what only
    names what is counted (5亿元以上项目) is not."""
    from briefgen.facts.worth import is_worth as drafted

    return drafted(item)


def equal(quantity: Quantity, number: Found) -> bool:
    """Whether a number in a text has the value and unit of `quantity`.

    A number without a unit may leave out a counter (1.3万), or be a year in English (2035).
    """
    if quantity.unit in CALENDAR or number.quantity.unit in CALENDAR:
        one, other = (quantity.unit, quantity.value), (number.quantity.unit, number.quantity.value)
        return one == other or (one == ("年", other[1]) and not other[0])
    return same(quantity, number) and bool(quantity.unit or not number.quantity.unit)
