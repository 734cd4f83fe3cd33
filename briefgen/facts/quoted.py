"""Turn the place of a quote into the words around it, and the numbers that stand in them."""

from __future__ import annotations

from functools import lru_cache

from briefgen.facts.forms import Number, Quantity
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import written_as
from briefgen.facts.scan import Found, scan
from briefgen.facts.sources import Place, SourceText
from briefgen.facts.tables import told
from briefgen.facts.units import unit_of
from briefgen.record import Record


class Region(Record):
    """The sentences around a quote, which is `begin:end` of their `words`.

    They are read whole, so that a quote cannot leave out what stands beside its number. The clauses
    that the quote stands in begin at `clause`. `start` is where the words stand in their source.
    """

    start: int
    words: str
    begin: int
    end: int
    clause: int
    numbers: tuple[Found, ...]

    @property
    def flat(self) -> str:
        """The words in the forms that are compared; as long as they are."""
        return plain(self.words)

    @property
    def touched(self) -> tuple[Found, ...]:
        """The numbers that stand in the quote, or are cut by it."""
        return tuple(n for n in self.numbers if n.end > self.begin and n.start < self.end)

    @property
    def quoted(self) -> tuple[Found, ...]:
        """The numbers that stand in the quote."""
        return tuple(n for n in self.touched if self.begin <= n.start and n.end <= self.end)


@lru_cache(maxsize=512)
def region(text: SourceText, place: Place, names: tuple[str, ...] = ()) -> Region:
    """The words around the quote at a place; `names` are units that this outline has of its own."""
    start, stop = text.bounds(place.start, place.end)
    clause, _ = text.clause(place.start, place.end)
    words = text.stand_ins.of(text.matching[start:stop])
    numbers = tuple(told(text, scan(words, names, text.currency), start, stop))
    return Region(
        start, words, place.start - start, place.end - start, max(clause, start) - start, numbers
    )


def unit_names(quantity: Quantity) -> tuple[str, ...]:
    """The name of a figure's unit where only the outline knows it."""
    written = written_as(quantity)
    name = written.unit if isinstance(written, Number) else quantity.unit
    return (name,) if name and unit_of(name).kind == "opaque" else ()
