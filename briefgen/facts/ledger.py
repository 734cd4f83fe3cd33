"""Turn the ledger's claims into proofs: each figure stands in its quote, each quote in its source.

What is proven of a figure: its quote is found in the source; its value and unit stand in the
quote; its qualifier is the one that stands there, and none that stands there was left out. Of a
derived figure: its formula gives its value, rounded half to even to the digits it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts import qualifiers
from briefgen.facts.claims import Fault, qualifier_faults, same
from briefgen.facts.figures import Figure, Source
from briefgen.facts.formula import PERCENT, FormulaError, Result, evaluate, ids
from briefgen.facts.quantity import Quantity, step
from briefgen.facts.scan import Found, scan
from briefgen.facts.sources import Place, SourceText, decode, prepare
from briefgen.facts.units import CALENDAR, is_counter
from briefgen.problems import Mark, Problems
from briefgen.record import Record


class Proof(Record):
    """What a figure stands on: the place of its quote, or the ids its formula uses."""

    figure: str
    place: Place | None = None
    inputs: tuple[str, ...] = ()


class Ledger(Record):
    """The proofs by figure id (only of what was proven), and the prepared sources by id."""

    proofs: Mapping[str, Proof]
    texts: Mapping[str, SourceText]


def check(
    figures: Mapping[str, Figure],
    sources: Iterable[Source],
    read_source: Callable[[str], bytes],
    problems: Problems,
) -> Ledger:
    """Prove every figure; what cannot be proven becomes a problem at the key that is wrong.

    `read_source` gives the bytes of a source's file; an OSError of it becomes a problem.
    """
    sources = tuple(sources)
    texts = prepare_all(sources, read_source, problems)
    quantities = {id: figure.quantity for id, figure in figures.items()}
    proofs: dict[str, Proof] = {}
    for id, figure in figures.items():
        proof = None
        if figure.formula:
            proof = _derived(figure, figures, quantities, problems)
        if figure.quote:
            place = _quoted(figure, sources, texts, problems)
            proof = Proof(id, place, proof.inputs if proof else ()) if place else proof
        elif not figure.formula:
            problems.error(
                "quote-missing", f"the figure {id} has neither a quote nor a formula", figure.mark,
                "quote the sentence of the source that states it",
            )  # fmt: skip
        if proof:
            proofs[id] = proof
    _one_entry_each(figures, proofs, texts, problems)
    return Ledger(proofs, texts)


def prepare_all(
    sources: Iterable[Source], read_source: Callable[[str], bytes], problems: Problems
) -> dict[str, SourceText]:
    """The sources that can be read, by id, with their errata applied."""
    texts: dict[str, SourceText] = {}
    for source in sources:
        try:
            data = read_source(source.file)
        except OSError as problem:
            problems.error(
                "source-unreadable",
                f"the source {source.file} cannot be read: {problem.strerror or problem}",
                source.mark,
                "give the path of a file of this project",
            )
            continue
        text = decode(data, source, problems)
        if text is not None:
            texts[source.id] = prepare(source, text, problems)
    return texts


def _quoted(
    figure: Figure, sources: tuple[Source, ...], texts: Mapping[str, SourceText], problems: Problems
) -> Place | None:
    known = [source.id for source in sources]
    id = figure.source or (known[0] if len(known) == 1 else "")
    if id not in known:
        close = _close(id, known)
        problems.error(
            "source-unknown",
            f"the figure {figure.id} names the source {id}, which there is not"
            if id
            else f"the figure {figure.id} has to say which source its quote is from",
            _at(figure.source_mark, figure),
            f"did you mean {close[0]}?" if close else f"the sources are {', '.join(known)}",
        )
        return None
    text = texts.get(id)
    if text is None:
        return None
    mark = _at(figure.quote_mark, figure)
    places = text.find(figure.quote)
    if not places:
        _not_found(figure, text, mark, problems)
        return None
    if len(places) > 1 and len({_statement(text, place) for place in places}) > 1:
        problems.warn(
            "quote-ambiguous",
            f"the quote of {figure.id} stands in {text.file} {len(places)} times, in different "
            f"sentences (lines {', '.join(str(place.line) for place in places)})",
            mark,
            "quote more words around it, so that it is found once",
        )
    _prove(figure, text, places, problems)
    return places[0]


def _statement(text: SourceText, place: Place) -> str:
    begin, end = text.clause(place.start, place.end)
    return text.matching[begin:end]


def _not_found(figure: Figure, text: SourceText, mark: Mark, problems: Problems) -> None:
    message = f"the quote of {figure.id} does not stand in {text.file}"
    if text.stands_damaged(figure.quote):
        problems.error(
            "quote-damaged",
            f"the quote of {figure.id} has damaged words that an erratum corrects",
            mark,
            "quote the corrected words",
        )
        return
    found, then = text.nearest(figure.quote)
    hint = "copy the words from the source"
    if len(found) >= 4:
        hint = f"up to “{found[-8:]}” it does; then the source says “{then}”"
    problems.error("quote-not-found", message, mark, hint)


def _prove(figure: Figure, text: SourceText, places: tuple[Place, ...], problems: Problems) -> None:
    """Check value, unit and qualifier against what the source says at the quote."""
    best: tuple[int, list[Fault]] | None = None
    cut: Found | None = None
    stated: list[str] = []
    for place in places:
        region, begin, end = _region(figure.quote, text, place)
        found = [item for item in scan(region) if item.end > begin and item.start < end]
        for item in found:
            if not same(figure.quantity, item):
                continue
            if item.start < begin or item.end > end:
                cut = item
                continue
            faults = qualifier_faults(figure, region, item, scan(region))
            if best is None or len(faults) < best[0]:
                best = (len(faults), faults)
        stated += (item.text for item in found if item.text not in stated)
    if best is None:
        _value_missing(figure, cut, stated, problems)
        return
    for fault in best[1]:
        tell = problems.error if fault.certain else problems.warn
        tell(
            fault.code,
            fault.message,
            _at(figure.qualifier_mark, figure),
            "write the qualifier as the source does",
        )


def _value_missing(
    figure: Figure, cut: Found | None, stated: list[str], problems: Problems
) -> None:
    written = figure.quantity.written
    mark = _at(figure.value_mark, figure)
    if cut:
        problems.error(
            "quote-cuts-number",
            f"the quote of {figure.id} cuts {cut.text} in two",
            _at(figure.quote_mark, figure),
            "quote the whole number with its unit",
        )
        return
    says = "、".join(stated)
    problems.error(
        "value-not-in-quote",
        f"{written} does not stand in the quote of {figure.id}",
        mark,
        f"the quote states {says}" if says else "the quote states no number",
    )


def _one_entry_each(
    figures: Mapping[str, Figure],
    proofs: Mapping[str, Proof],
    texts: Mapping[str, SourceText],
    problems: Problems,
) -> None:
    """Two figures cannot stand on one and the same number: one of them has the other's value.

    A quote that lists several numbers would bear out any of them. Dates may be shared.
    """
    files = {text.file: text for text in texts.values()}
    claims: dict[str, list[tuple[str, int]]] = {}
    for id, proof in proofs.items():
        figure = figures[id]
        if proof.place and figure.quantity.unit not in CALENDAR and has_hanzi(figure.quote):
            text = files[proof.place.file]
            claims[id] = [
                (text.file, place.start - begin + found.start)
                for place in text.find(figure.quote)
                for region, begin, end in (_region(figure.quote, text, place),)
                for found in scan(region)
                if begin <= found.start and found.end <= end and same(figure.quantity, found)
            ]
    taken: dict[tuple[str, int], str] = {}
    # Who has no choice chooses first.
    for id in sorted(claims, key=lambda id: len(claims[id])):
        spots = claims[id]
        free = next((spot for spot in spots if spot not in taken), None)
        if free:
            taken[free] = id
        elif spots:
            for one, other in ((id, taken[spots[0]]), (taken[spots[0]], id)):
                problems.error(
                    "number-claimed-twice",
                    f"{one} and {other} both stand on the same "
                    f"{figures[one].quantity.written} of the source",
                    _at(figures[one].value_mark, figures[one]),
                    "correct the value of one; the ledger has one entry for each number",
                )


def _region(quote: str, text: SourceText, place: Place) -> tuple[str, int, int]:
    """The words to read the number in, and where in them the quote begins and ends.

    In Chinese these are the whole clauses of the source, so that a quote cannot leave out what
    stands beside its number. English needs its spaces, and is read as quoted.
    """
    if not has_hanzi(quote):
        words = " ".join(quote.split())
        return words, 0, len(words)
    begin, end = text.clause(place.start, place.end)
    return text.matching[begin:end], place.start - begin, place.end - begin


def _derived(
    figure: Figure,
    figures: Mapping[str, Figure],
    quantities: Mapping[str, Quantity],
    problems: Problems,
) -> Proof | None:
    mark = _at(figure.formula_mark, figure)
    circle = _circle(figure.id, figures)
    if circle:
        problems.error(
            "formula-circle", f"{figure.id} is derived from itself: {' → '.join(circle)}", mark,
            "let the formula use figures of the source",
        )  # fmt: skip
        return None
    try:
        result = evaluate(figure.formula, quantities)
    except FormulaError as problem:
        unknown = [id for id in ids(figure.formula) if id not in figures]
        close = _close(unknown[0], figures) if unknown else []
        problems.error(
            "formula-wrong",
            f"the formula of {figure.id} cannot be worked out: {problem}",
            mark,
            f"did you mean {close[0]}?" if close else "use + - * / ( ), figure ids and numbers",
        )
        return None
    return Proof(figure.id, None, result.ids) if _gives(figure, result, figures, problems) else None


def _gives(
    figure: Figure, result: Result, figures: Mapping[str, Figure], problems: Problems
) -> bool:
    """Whether a formula's result is the value of its figure, to the digits shown."""
    quantity = figure.quantity
    mark = _at(figure.value_mark, figure)
    value = result.value
    unit = "" if quantity.unit in PERCENT or quantity.unit == "倍" else quantity.unit
    if quantity.unit in PERCENT:
        value *= 100
    if unit != result.unit and not (is_counter(unit) and is_counter(result.unit)):
        problems.error(
            "formula-unit",
            f"the formula of {figure.id} gives {result.unit or 'a pure number'}, "
            f"not {quantity.unit or 'a pure number'}",
            mark,
        )
        return False
    last = Fraction(step(quantity))
    # round() of a Fraction rounds half to even, as the ledger promises.
    shown = round(value / last) * last
    if shown != Fraction(quantity.value):
        problems.error(
            "formula-value",
            f"the formula of {figure.id} gives {_decimal(shown)}, not {quantity.value:f} "
            f"({quantity.written})",
            mark,
            "correct the value, or the formula",
        )
        return False
    senses = qualifiers.senses(quantity.qualifier)
    if shown != value and "about" not in senses:
        problems.warn(
            "rounding-unsaid",
            f"{figure.id} is rounded, and does not say so",
            mark,
            "add `qualifier: 约`",
        )
    bounds = [id for id in result.ids if _open(figures[id].quantity)] if not senses else []
    if bounds:
        problems.warn(
            "derived-unqualified",
            f"{figure.id} is derived from {', '.join(bounds)}, which is not an exact value",
            mark,
            "give the derived figure a qualifier of its own",
        )
    return True


def _open(quantity: Quantity) -> bool:
    return bool({"bound", "about"} & qualifiers.senses(quantity.qualifier))


def _circle(id: str, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """The way from a derived figure back to itself, if there is one."""
    open_ways: list[tuple[str, ...]] = [(id,)]
    seen: set[str] = set()
    while open_ways:
        way = open_ways.pop()
        for other in ids(figures[way[-1]].formula):
            if other == id:
                return (*way, id)
            if other in figures and other not in seen:
                seen.add(other)
                open_ways.append((*way, other))
    return ()


def _decimal(value: Fraction) -> str:
    return f"{float(value):.12g}" if value.denominator != 1 else str(value.numerator)


def _at(mark: Mark, figure: Figure) -> Mark:
    """The place of a key, or of the whole entry where the key's is not known."""
    return mark if mark.file else figure.mark


def _close(name: str, known: Iterable[str]) -> list[str]:
    """The known name most like `name`, if one is."""
    # difflib takes some milliseconds to import, and most ledgers have no mistakes.
    from difflib import get_close_matches

    return get_close_matches(name, list(known), 1)
