"""Turn the outline's sources and figures into the ledger's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TypeAlias

from briefgen.brief.model import Datum
from briefgen.brief.row import Row
from briefgen.facts.calendar import at_head, period_in_chinese, period_in_english
from briefgen.facts.figures import Figure, Source, only_source
from briefgen.facts.forms import Termed
from briefgen.facts.quantity import Quantity, QuantityError, display, read
from briefgen.facts.scan import scan
from briefgen.facts.units import CALENDAR
from briefgen.outline.nearest import nearest
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Node, Scalar
from briefgen.outline.written import FigureForm, SourceForm
from briefgen.problems import NOWHERE, Mark, Problems, phrase
from briefgen.record import asdict, replace

Sources: TypeAlias = tuple[Source, ...]
Units: TypeAlias = Mapping[str, Mapping[str, str]]
Terms: TypeAlias = tuple[tuple[str, str], ...]
# The source of a figure whose value is a cell, where the outline names none.
ROW_SOURCE = "table"


def sources(forms: Mapping[str, SourceForm]) -> Sources:
    """The sources, in the order written."""
    return tuple(
        Source(
            id=form.id,
            file=form.file,
            title=form.title,
            publisher=form.publisher or {},
            date=form.date,
            errata=form.errata,
            mark=form.mark,
            author=form.author,
            currency=form.currency or "",
        )
        for form in forms.values()
    )


def valued(node: Node | None, row: Row) -> dict[str, Datum]:
    """The cells that the values of a ledger's entries stand in, by the figure's id."""
    found: dict[str, Datum] = {}
    for id, entry in node.entries.items() if isinstance(node, nodes.Mapping) else ():
        value = entry.value.get("value") if isinstance(entry.value, nodes.Mapping) else None
        column = row.column_of(value.text) if isinstance(value, Scalar) else ""
        if column:
            found[id] = row.cells[column]
    return found


def row_source(row: Row) -> Source:
    """The table as a source, where the outline says nothing of it: its file is its title."""
    title = dict.fromkeys(("zh-Hans", "zh-Hant", "en"), PurePosixPath(row.file).name)
    return Source(id=ROW_SOURCE, file="", title=title, publisher={}, date="")


def figures(
    forms: Mapping[str, FigureForm],
    known: Sources,
    units: Units,
    problems: Problems,
    given: Mapping[str, Datum] = MappingProxyType({}),
    words: str = "",
) -> dict[str, Figure]:
    """The figures by id, in the order written; those with problems are left out.

    `units` are those that the outline has of its own, each with its names by language. `given` are
    the cells that values stand in, by the figure's id, and `words` what their row says.
    """
    currencies = {source.id: source.currency for source in known}
    made = {}
    for form in forms.values():
        cell = given.get(form.id)
        if cell:
            form = replace(form, value_mark=cell.mark)
        by_row = cell is not None and not (form.source or form.quote or form.formula)
        source = ROW_SOURCE if by_row else _source(form, known, problems)
        quantity = _quantity(form, currencies.get(source, ""), units, problems)
        _stands(form, problems)
        if quantity is not None:
            made[form.id] = Figure(
                id=form.id,
                quantity=quantity,
                kind=form.kind,
                label=form.label,
                source=source,
                quote=_unmarked(form.quote),
                period=form.period,
                scope=form.scope,
                formula=form.formula,
                mark=form.mark,
                quote_mark=form.quote_mark,
                value_mark=form.value_mark,
                qualifier_mark=form.qualifier_mark,
                formula_mark=form.formula_mark,
                source_mark=form.source_mark,
                parts_of=form.parts_of,
                translation=form.translation,
                near=form.near,
                near_mark=form.near_mark,
                sure=form.sure,
                sure_mark=form.sure_mark,
                unit_given=bool(form.unit),
                cell=cell.mark if cell else NOWHERE,
                row=words if cell else "",
            )
    for form in forms.values():
        if form.parts_of:
            _part_of(form, made, problems)
    return made


def _unmarked(quote: str) -> str:
    """A quote without the quotation marks around the whole of it."""
    bare = quote.strip()
    pair, inside = bare[:1] + bare[-1:], bare[1:-1]
    whole = pair in ("“”", "「」", "『』", '""') and not any(mark in inside for mark in pair)
    return inside.strip() if whole else quote


def _part_of(form: FigureForm, made: Mapping[str, Figure], problems: Problems) -> None:
    """A part has the unit of its whole, and is no larger."""
    part, whole, mark = made.get(form.id), made.get(form.parts_of), form.parts_of_mark
    if form.parts_of == form.id or (whole is None and part is not None):
        others = [id for id in made if id != form.id]
        offer = nearest(form.parts_of, others)
        problems.add("unknown-whole", mark, id=form.id, whole=form.parts_of, offer=offer)
    elif part and whole and part.quantity.unit != whole.quantity.unit:
        problems.add("part-unit-differs", mark, id=form.id, whole=whole.id)
    elif part and whole and (part.quantity.value or 0) > (whole.quantity.value or 0):
        problems.add("part-exceeds-whole", mark, id=form.id, whole=whole.id)


def _source(form: FigureForm, known: Sources, problems: Problems) -> str:
    """The source that a figure names, or the only one."""
    if form.source or form.kind == "derived":
        return form.source
    if only := only_source(known):
        return only
    offer = phrase("add-source", id=known[0].id) if known else phrase("add-sources")
    problems.add("missing-source", form.mark, id=form.id, offer=offer)
    return ""


def _quantity(form: FigureForm, currency: str, units: Units, problems: Problems) -> Quantity | None:
    """The value, with the unit that the author gives apart where the value has none."""
    written = form.value
    if form.unit and not written.endswith(form.unit):
        written += form.unit
    try:
        return _falling(_named(read(written, form.qualifier, currency, opaque=True), units), form)
    except QuantityError as error:
        told = error.code == "unknown-qualifier" and form.qualifier_mark.file
        error.tell(problems, form.qualifier_mark if told else form.value_mark)
        return None


def _named(quantity: Quantity, units: Units) -> Quantity:
    """A quantity with the English of its unit, where the outline says it."""
    english = units.get(quantity.unit, {}).get("en", "")
    return replace(quantity, named=english) if english else quantity


def in_terms(figures: Mapping[str, Figure], terms: Terms) -> Mapping[str, Figure]:
    """The figures with the words that the outline writes otherwise in traditional characters."""
    if not terms:
        return figures
    return {
        id: replace(figure, quantity=Termed(**asdict(figure.quantity), terms=terms))
        if figure.quantity.qualifier
        else figure
        for id, figure in figures.items()
    }


def _falling(quantity: Quantity, form: FigureForm) -> Quantity:
    """A number with a minus takes over the word of its quote: -4.6% is shown as 下降4.6%."""
    if quantity.value is None or quantity.value >= 0 or quantity.direction:
        return quantity
    for found in scan(form.quote):
        if found.quantity.direction and found.quantity.value == quantity.value:
            written = quantity.written.lstrip("-−负")
            return replace(quantity, direction=found.quantity.direction, written=written)
    return quantity


def _stands(form: FigureForm, problems: Problems) -> None:
    """A derived figure stands on a formula, any other on a quote. One with neither of them is
    found when the ledger is proven, as is a formula that cannot be evaluated."""
    if form.kind == "derived" and form.quote and not form.formula:
        problems.add("derived-without-formula", form.mark, id=form.id)
    if form.kind != "derived" and form.formula and not form.quote:
        problems.add("formula-without-quote", form.formula_mark, id=form.id)


def with_periods(figures: Mapping[str, Figure], tag: str) -> Mapping[str, Figure]:
    """The figures with their periods in English where these are dates, parts of years, or
    spans of them; in Chinese where these are years or months as English writes them."""
    made = dict(figures)
    if not tag.startswith("en"):
        for id, figure in figures.items():
            if said := _in_chinese(figure.period or {}):
                periods = {**(figure.period or {}), "zh-Hans": said, "zh-Hant": said}
                made[id] = replace(figure, period=periods)
        return made
    for id, figure in figures.items():
        period = figure.period or {"en": ""}
        if "en" not in period and (said := _in_english(period, tag)):
            made[id] = replace(figure, period={**period, "en": said})
    return made


def _in_chinese(period: Mapping[str, str]) -> str:
    """A period in Chinese: 2024年, 2023/24年度; "" where it is said already, or is no such time."""
    words = period.get("zh-Hans") or period.get("zh-Hant") or next(iter(period.values()), "")
    return period_in_chinese(words)


def _in_english(period: Mapping[str, str], tag: str = "en") -> str:
    """A period in English: 2021–2025, By the end of 2027, Second quarter of 2024; "" where it is no
    time of the calendar."""
    words = period.get("zh-Hans") or next(iter(period.values()), "")
    if said := period_in_english(words):
        return at_head(said)
    try:
        quantity = read(words)
    except QuantityError:
        return ""
    return at_head(str(display(quantity, tag))) if quantity.unit in CALENDAR else ""


def untranslated(form: FigureForm, language: str) -> Mark | None:
    """The place of the first wording of a figure that `language` lacks, but for a period that says
    itself in it."""
    for wording, mark in (
        (form.label, form.label_mark),
        (form.period, form.period_mark),
        (form.scope, form.scope_mark),
    ):
        if wording and language not in wording:
            says = _in_english if language == "en" else _in_chinese
            if wording is form.period and says(wording):
                continue
            return mark
    return None
