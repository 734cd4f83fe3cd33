"""Turn the ledger's claims into proofs: each figure stands in its quote, each quote in its source.

A figure whose value is a cell of a table stands on its row. What is proven of any other: its quote
is found in the source; its value and unit stand in the
quote; its qualifier is the one that stands there, and none that stands there was left out. Of a
derived figure: its formula gives its value, rounded half to even to the digits it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from briefgen.facts.arranged import is_arranged
from briefgen.facts.circles import circles
from briefgen.facts.claims import Fault, Proof, at, qualifier_faults, same, unsaid_fall
from briefgen.facts.decoding import decode
from briefgen.facts.derived import derived
from briefgen.facts.figures import Figure, Source, only_source
from briefgen.facts.formula import ids, near
from briefgen.facts.moments import moments
from briefgen.facts.neighbours import closer, nearest, rivals, telling_words
from briefgen.facts.quoted import Region, region, unit_names
from briefgen.facts.scan import Found
from briefgen.facts.second_look import doubt
from briefgen.facts.sources import Place, SourceText, prepare
from briefgen.facts.tongues import unread
from briefgen.facts.units import CALENDAR
from briefgen.machine.reasons import reason
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems, phrase
from briefgen.record import Record


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
    ways_back = circles({id: ids(each.formula) for id, each in figures.items() if each.formula})
    proofs: dict[str, Proof] = {}
    own = {source.id for source in sources if source.own}
    for id, figure in figures.items():
        proof = None
        if figure.of_row:
            proofs[id] = proof_of_row(figure)
            continue
        if (figure.source or only_source(sources)) in own and not figure.formula:
            proofs[id] = Proof(id)
            if figure.quote:
                problems.add("quote-of-own", at(figure.quote_mark, figure), id=id)
            continue
        if figure.formula:
            proof = derived(figure, figures, quantities, ways_back, problems)
        if figure.quote:
            place = _quoted(figure, sources, texts, problems)
            proof = Proof(id, place, proof.inputs if proof else ()) if place else proof
        elif not figure.formula:
            problems.add("quote-missing", figure.mark, id=id)
        if proof:
            proofs[id] = proof
    taken = _one_entry_each(figures, proofs, texts, problems)
    for id, proof in proofs.items():
        if proof.place and not figures[id].of_row:
            _singled_out(figures[id], proof.place, texts, taken, problems)
    return Ledger(proofs, texts)


def proof_of_row(figure: Figure) -> Proof:
    """What a figure stands on whose value is a cell of a table."""
    cell = figure.cell
    return Proof(figure.id, Place(cell.file, cell.line, cell.column, figure.row))


def prepare_all(
    sources: Iterable[Source], read_source: Callable[[str], bytes], problems: Problems
) -> dict[str, SourceText]:
    """The sources that can be read, by id, with their errata applied."""
    texts: dict[str, SourceText] = {}
    for source in sources:
        if source.own:
            for erratum in source.errata:
                problems.add("erratum-of-own", erratum.mark, id=source.id)
            continue
        try:
            data = read_source(source.file)
        except OSError as problem:
            why = reason(problem)
            problems.add("source-unreadable", source.mark, file=source.file, why=why)
            continue
        decoded = decode(data, source, problems)
        del data
        if decoded is not None:
            text = decoded.text
            texts[source.id] = prepare(source, text, problems, decoded.stand_ins)
            if language := unread(text):
                said = phrase(f"language-{language}")
                problems.add("source-unread", source.mark, file=source.file, language=said)
            if not source.currency and (bare := _DOLLARS.search(text)):
                line = text.count("\n", 0, bare.start()) + 1
                file, number = source.file, bare[0]
                problems.add("source-dollars", source.mark, file=file, line=line, number=number)
    return texts


# A sum in $ that does not say whose; CO$T and $HOME are none.
_DOLLARS = pattern(r"(?<![A-Za-z$])\$ ?\d[\d,.]*")


def _quoted(
    figure: Figure, sources: tuple[Source, ...], texts: Mapping[str, SourceText], problems: Problems
) -> Place | None:
    known = [source.id for source in sources]
    id = figure.source or only_source(sources)
    if id not in known:
        # The outline tells the same where it has found it; what is alike is told once.
        mark = at(figure.source_mark, figure)
        if id:
            there = phrase("there-are", names=tuple(known)) if known else phrase("no-sources")
            problems.add("unknown-source", mark, id=id, offer=near(id, known) or there)
        else:
            offer = phrase("add-source", id=known[0]) if known else phrase("add-sources")
            problems.add("missing-source", mark, id=figure.id, offer=offer)
        return None
    text = texts.get(id)
    if text is None:
        return None
    mark = at(figure.quote_mark, figure)
    places = text.find(figure.quote)
    if not places:
        _not_found(figure, text, mark, problems)
        return None
    if len(places) > 1 and len({_statement(text, place) for place in places}) > 1:
        lines = tuple(place.line for place in places)
        parts = {"id": figure.id, "file": text.file}
        problems.add("quote-ambiguous", mark, **parts, count=text.count(figure.quote), lines=lines)
    _prove(figure, text, places, problems)
    return places[0]


def _statement(text: SourceText, place: Place) -> str:
    begin, end = text.clause(place.start, place.end)
    return text.matching[begin:end]


def _not_found(figure: Figure, text: SourceText, mark: Mark, problems: Problems) -> None:
    if text.stands_damaged(figure.quote):
        problems.add("quote-damaged", mark, id=figure.id)
    else:
        offer = text.goes_on(figure.quote)
        problems.add("quote-not-found", mark, id=figure.id, file=text.file, offer=offer)


def _prove(figure: Figure, text: SourceText, places: tuple[Place, ...], problems: Problems) -> None:
    """Check value, unit and qualifier against what the source says at the quote."""
    best: tuple[list[Fault], Region, Found] | None = None
    cut: Found | None = None
    stated: list[Found] = []
    for place in places:
        around = region(text, place, unit_names(figure.quantity))
        for item in around.touched:
            if same(figure.quantity, item):
                if item.start < around.begin or item.end > around.end:
                    cut = item
                    continue
                faults = qualifier_faults(figure, around, item)
                if best is None or len(faults) < len(best[0]):
                    best = faults, around, item
        if best and not best[0]:
            break
        stated += (item for item in around.touched if item not in stated)
    if best is None:
        _value_missing(figure, cut, stated, problems)
        return
    faults, around, item = best
    for fault in faults:
        problems.add(fault.code, at(figure.qualifier_mark, figure), **dict(fault.parts))
    if figure.kind == "actual" and figure.sure is None and is_arranged(around.flat, item.start):
        problems.add("sum-not-spent", figure.mark, id=figure.id, number=item.text)
    if why := doubt(figure, around, item):
        shown = item.quantity.direction + (item.quantity.written or item.text)
        mark = at(figure.value_mark, figure)
        problems.add("second-look", mark, id=figure.id, read=shown, why=why)


def _value_missing(
    figure: Figure, cut: Found | None, stated: list[Found], problems: Problems
) -> None:
    if cut:
        mark = at(figure.quote_mark, figure)
        problems.add("quote-cuts-number", mark, id=figure.id, number=cut.text)
        return
    fall = next((item for item in stated if unsaid_fall(figure.quantity, item)), None)
    if fall:
        word, mark = fall.quantity.direction, at(figure.value_mark, figure)
        problems.add("fall-unsaid", mark, id=figure.id, word=word, number=fall.text)
        return
    shown = tuple(dict.fromkeys(item.quantity.direction + _as_value(item) for item in stated))
    named = moments(figure.quantity.written)
    part = bool(named) and not named[0].moment.year
    none = phrase("quote-states-no-year" if part else "quote-states-nothing")
    problems.add(
        "value-not-in-quote",
        at(figure.value_mark, figure),
        id=figure.id,
        value=figure.quantity.written,
        stated=phrase("quote-states", numbers=shown) if shown else none,
    )


def _as_value(item: Found) -> str:
    """A number of a quote as an entry gives it: 每百名学生拥有电脑35台 states 35台/百名."""
    apart = "/" in item.quantity.unit and "/" not in item.text
    return item.quantity.written if apart else item.text


def _one_entry_each(
    figures: Mapping[str, Figure],
    proofs: Mapping[str, Proof],
    texts: Mapping[str, SourceText],
    problems: Problems,
) -> Mapping[tuple[str, int], str]:
    """Two figures cannot stand on one and the same number: one of them has the other's value.

    Gives which figure has which number: by its file and its place there.

    A quote that lists several numbers would bear out any of them. Dates may be shared.
    """
    files = {text.file: text for text in texts.values()}
    claims: dict[str, list[tuple[str, int]]] = {}
    for id, proof in proofs.items():
        figure = figures[id]
        if proof.place and not figure.of_row and figure.quantity.unit not in CALENDAR:
            text = files[proof.place.file]
            claims[id] = [
                (text.file, around.start + found.start)
                for place in text.find(figure.quote)
                for around in (region(text, place, unit_names(figure.quantity)),)
                for found in around.quoted
                if same(figure.quantity, found)
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
                mark = at(figures[one].value_mark, figures[one])
                number = figures[one].quantity.written
                problems.add("number-claimed-twice", mark, one=one, other=other, number=number)
    return taken


def _singled_out(
    figure: Figure,
    place: Place,
    texts: Mapping[str, SourceText],
    taken: Mapping[tuple[str, int], str],
    problems: Problems,
) -> None:
    """A value that shares its quote with others of its unit has to be the one that is meant.

    Its `near` says which; or its label does; or every other is another figure's.
    """
    text = next(each for each in texts.values() if each.file == place.file)
    around = region(text, place, unit_names(figure.quantity))
    own = [n for n in around.quoted if taken.get((text.file, around.start + n.start)) == figure.id]
    others = rivals(around, own[0]) if own else ()
    if not others:
        return
    shown = tuple(n.quantity.direction + n.text for n in others)
    parts = {"id": figure.id, "number": own[0].text}
    if figure.near:
        meant = nearest(around, figure.near, (own[0], *others))
        mark = at(figure.near_mark, figure)
        if meant is None:
            problems.add("near-not-in-quote", mark, id=figure.id, near=figure.near)
        elif meant != own[0]:
            problems.add("near-another", mark, **parts, near=figure.near, other=meant.text)
        return
    if figure.sure is not None:
        return
    like = closer(figure, around, own[0])
    free = any((text.file, around.start + n.start) not in taken for n in others)
    mark = at(figure.value_mark, figure)
    if like and like != own[0]:
        problems.add("neighbour-closer", mark, **parts, other=like.text)
    elif like is None and free:
        words = telling_words(around, own[0])
        offer = phrase("write-near", words=words) if words else phrase("write-near-words")
        problems.add("not-singled-out", mark, **parts, others=shown, offer=offer)
