"""Turn ledger entries into figures: a value, how it is qualified, and the sentence it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from briefgen.facts.quantity import Quantity
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record

Kind = Literal["actual", "target", "plan", "stock", "derived"]


class Erratum(Record):
    """Damaged words of a source, the corrected words, and why the correction is certain."""

    damaged: str
    corrected: str
    reason: str
    mark: Mark = NOWHERE


class Source(Record, kw_only=True):
    """A text that figures stand on. `file` is its path inside the project, under `seeds/`; one
    without a file vouches for its figures itself: they are somebody's own, and have no sentence."""

    id: str
    file: str
    title: Mapping[str, str]
    publisher: Mapping[str, str]
    date: str
    errata: tuple[Erratum, ...] = ()
    mark: Mark = NOWHERE
    author: Mapping[str, str] | None = None
    # What 元 and $ are in it (ISO 4217), "" where they are RMB and have to say which.
    currency: str = ""

    @property
    def own(self) -> bool:
        """Whether its figures stand on nothing but its word."""
        return not self.file


def only_source(known: Iterable[Source]) -> str:
    """The source of figures that name none: the only one with a text, else the only one; ""."""
    every = tuple(known)
    texts = [source.id for source in every if not source.own] or [source.id for source in every]
    return texts[0] if len(texts) == 1 else ""


class Figure(Record, kw_only=True):
    """One entry of the ledger.

    `label`, `period` and `scope` are by language ("zh-Hans", "zh-Hant", "en"). `quote` is the
    sentence of `source` that the value stands in. A derived figure has a `formula` over other
    figures' ids instead of a quote of its own. The marks are the places of the entry and of its
    keys; where one is not known, the entry's own is told.
    """

    id: str
    quantity: Quantity
    kind: Kind
    label: Mapping[str, str]
    source: str = ""
    quote: str = ""
    period: Mapping[str, str] | None = None
    scope: Mapping[str, str] | None = None
    formula: str = ""
    mark: Mark = NOWHERE
    quote_mark: Mark = NOWHERE
    value_mark: Mark = NOWHERE
    qualifier_mark: Mark = NOWHERE
    formula_mark: Mark = NOWHERE
    source_mark: Mark = NOWHERE
    # The whole that this is a part of, by its id: only then may the two be stacked or shared out.
    parts_of: str = ""
    # Words that the number stands by, where the quote has several.
    near: str = ""
    # Whether a person has vouched for its reading (True), or has still to look at it (False).
    sure: bool | None = None
    sure_mark: Mark = NOWHERE
    near_mark: Mark = NOWHERE
    # Whether the entry names its unit apart: then none was guessed.
    unit_given: bool = False
    # The quote for readers of other languages, by language.
    translation: Mapping[str, str] | None = None
    # The cell of a table that the value stands in, and the words of its row, where it is by row.
    cell: Mark = NOWHERE
    row: str = ""

    @property
    def of_row(self) -> bool:
        """Whether the row of a table proves it: its value is a cell, and it has no other ground."""
        return bool(self.cell.file) and not self.quote and not self.formula
