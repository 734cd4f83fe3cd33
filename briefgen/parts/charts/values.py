"""Turn named categories and series into the points of a chart, whatever they were read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Protocol

from briefgen.brief.hints import Cells, Doc, Length, Says
from briefgen.brief.model import Data, Ref, Slide, Text
from briefgen.facts.quantity import Quantity
from briefgen.outline.nearest import nearest
from briefgen.parts.context import Context
from briefgen.patterns import pattern
from briefgen.problems import NOWHERE, Mark, phrase
from briefgen.record import Record, replace


class Charted(Record, kw_only=True):
    """What every chart slide may have: its values in one of three forms, and what they show."""

    figures: Annotated[
        tuple[Ref, ...], Length(2, 12), Doc("Of the ledger; one series, in this order.")
    ] = ()
    header: Annotated[
        tuple[Text, ...],
        Length(2, 12),
        Cells(),
        Doc("What the columns of `rows` are; names for `data`'s."),
    ] = ()
    rows: Annotated[
        tuple[tuple[Text, ...], ...],
        Length(2, 60),
        Doc("Each a name and its values: “{id}” of a figure, or a quantity; - for none."),
    ] = ()
    unit: Annotated[str, Doc("Of bare numbers in `rows`, such as 亿元.")] = ""
    data: Annotated[Data | None, Doc("Columns of a CSV or XLSX file.")] = None
    labels: Annotated[
        tuple[Text, ...], Length(2, 60), Doc("Names here, instead of the ledger's or file's.")
    ] = ()
    highlight: Annotated[str, Doc("The point: a figure's id, a name, or a number from 1.")] = ""
    subtitle: Annotated[
        Text | None,
        Doc("What is shown, and of when; unit, period and source follow by themselves."),
    ] = None
    claim: Annotated[Text | None, Doc("What the chart shows, in one line above it.")] = None
    points: Annotated[tuple[Text, ...], Length(0, 4), Says(), Doc("What follows from it.")] = ()
    note: Annotated[Text | None, Doc("Definitions, at the foot.")] = None
    highlight_mark: Mark = NOWHERE
    unit_mark: Mark = NOWHERE


class Point(Record):
    """One value: its quantity (None where there is none), its figure's id, its place. `rest` says
    that it is not given, but what other values leave of a whole; `open` that these do not say
    exactly how much they are, so that neither is it known of what they leave."""

    quantity: Quantity | None
    figure: str = ""
    mark: Mark = NOWHERE
    rest: bool = False
    open: bool = False


class Values(Record):
    """Named categories, named series, and `points[series][category]`.

    `keys` and `series_keys` hold the names by which an author may mean each of them; `gathered` is
    what one of the series stands for, `lit` the series that an author highlights.
    """

    categories: tuple[str, ...]
    series: tuple[str, ...]
    points: tuple[tuple[Point, ...], ...]
    keys: tuple[tuple[str, ...], ...]
    series_keys: tuple[tuple[str, ...], ...]
    mark: Mark = NOWHERE
    gathered: tuple[str, ...] = ()
    lit: int | None = None

    @property
    def every(self) -> tuple[Point, ...]:
        """All points, series by series."""
        return tuple(point for series in self.points for point in series)

    def only(self, series: Sequence[int]) -> Values:
        """The same with these series, in this order."""
        return replace(
            self,
            series=tuple(self.series[i] for i in series),
            points=tuple(self.points[i] for i in series),
            series_keys=tuple(self.series_keys[i] for i in series),
        )

    def turned(self) -> Values:
        """Categories as series, and series as categories."""
        return Values(
            self.series,
            self.categories,
            tuple(zip(*self.points, strict=True)),
            self.series_keys,
            self.keys,
            self.mark,
        )


class Highlighting(Protocol):
    """What an author highlights, and where that was written."""

    @property
    def highlight(self) -> str: ...
    @property
    def highlight_mark(self) -> Mark: ...


class Limits(Record):
    """How many categories and series a kind of chart holds; whether values may be missing."""

    categories: tuple[int, int]
    series: tuple[int, int] = (1, 1)
    gaps: bool = False
    negative: bool = True


def found(
    ctx: Context, highlight: str, mark: Mark, keys: Sequence[Sequence[str]], series: bool = False
) -> int | None:
    """Which of the named things `highlight` means; None where it is none, with a problem."""
    if not highlight:
        return None
    for index, known in enumerate(keys):
        if highlight in known:
            return index
    # A number, where names differ from language to language.
    if highlight.isdecimal() and 1 <= int(highlight) <= len(keys):
        return int(highlight) - 1
    names = [known[0] for known in keys]
    what = phrase("of-series" if series else "of-values")
    offer = nearest(highlight, names)
    ctx.problems.add("unknown-highlight", mark, name=highlight, what=what, offer=offer)
    return None


# Before or behind a name that a title compares with, counts from, or leaves out.
_AGAINST = pattern(
    r"(?:[比较較从從自除离離]|(?i:\b(?:than|since|from|beyond|except|outside|of|its)(?: the)?\s))$"
)
_FROM = pattern(r"以来|以來|起(?![步来])|以外|之外|(?i:\s?(?:[-—–~～至到]|to)\s?\d)")


def lit_of(
    ctx: Context, slide: Slide, fields: Highlighting, values: Values, series: bool = False
) -> int | None:
    """Which category (or which of the `series`) an author highlights; without that the one, if it
    is one alone, that the slide's title names, by its name or its figure."""
    keys, shown = values.keys, values.categories
    if series:
        keys, shown = values.series_keys, values.series
    if fields.highlight or len(shown) < 2:
        return found(ctx, fields.highlight, fields.highlight_mark, keys, series)
    title, figures = str(slide.title), frozenset(slide.title.figures)
    names = [
        {name.strip(), *(key.strip() for key in known if key not in ctx.brief.figures)}
        for name, known in zip(shown, keys, strict=True)
    ]
    every = sorted(set().union(*names), key=len, reverse=True)
    said = {
        index: places
        for index, known in enumerate(keys)
        if (places := [at for name in names[index] if (at := _place_in(name, title, every))])
        or figures.intersection(known)
    }
    if len(said) != 1:
        return None
    index, places = said.popitem()
    against = any(_AGAINST.search(title[:at]) or _FROM.match(title[end:]) for at, end in places)
    return None if against else index


def _place_in(name: str, title: str, names: Sequence[str]) -> tuple[int, int] | None:
    """From where to where a title has a name that is no part of a word or of a longer name."""
    for other in names:
        if len(other) > len(name) and name in other:
            title = title.replace(other, "\n" * len(other))
    at = title.lower().find(name.lower())
    if at < 0 or len(name) < _LEAST:
        return None
    end = at + len(name)
    edges = title[max(0, at - 1) : at + 1], title[end - 1 : end + 1]
    if any(len(each) == 2 and each.isascii() and each.isalnum() for each in edges):
        return None
    return at, end


# A name of one hanzi stands in many words.
_LEAST = 2
