"""Turn a trail into text for a terminal: all figures in a table, or one of them in full.

Emphasis is written as ANSI codes, which are taken out where the text does not go to a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefgen.answers.terminal import bold, dim, wrapped
from briefgen.answers.trace import Entry, Trail, Use
from briefgen.chinese.hanzi import cells
from briefgen.facts.described import described
from briefgen.facts.figures import Erratum, Figure, Source
from briefgen.formats import FORMATS
from briefgen.messages.answers import ANSWERS, answer
from briefgen.messages.entry import Tongue
from briefgen.parts.context import in_language
from briefgen.problems import Phrase, phrase, plain

# Where the texts of an answer begin (columns).
_MARGIN = 18


def as_table(trail: Trail, tongue: Tongue) -> str:
    """Every figure: its id, how it reads, what it is; then its sentence, its place, its pages."""
    entries = trail.entries.values()
    margin = min(24, max((cells(entry.figure.id) for entry in entries), default=0)) + 2
    lines = [line for entry in entries for line in (*_row(entry, trail, margin, tongue), "")]
    for source in trail.brief.sources:
        for erratum in source.errata:
            lines += wrapped(f"{source.file}: {_erratum(erratum, tongue)}", 0)
    return "\n".join([*lines, *wrapped(counts(trail, tongue), 0)])


def _exactly(figure: Figure) -> str:
    """The exact value of a figure with its base unit, or what else is exact of it."""
    fields = described(figure.quantity)
    form = fields.pop("form")
    if form == "number":
        return f"{fields['value']} {figure.quantity.unit}".strip()
    if len(fields) > 1:
        fields.pop("value", None)
    told = ", ".join(f"{key} {value}" for key, value in fields.items() if value != "")
    return f"{told} {figure.quantity.unit} ({form})".replace("  ", " ")


def as_answer(trail: Trail, id: str, tongue: Tongue) -> str:
    """All that is known of one figure."""
    entry = trail.entries[id]
    figure, place = entry.figure, entry.place
    label = " / ".join(dict.fromkeys(figure.label.values()))
    rows: list[tuple[str, str]] = [
        ("what-it-is", _joined(label, _said(entry, trail), _kind(figure, tongue))),
        *((language, text) for language, text in entry.displays.items()),
        ("exact-value", _exactly(figure)),
        ("qualifier", figure.quantity.qualifier),
    ]
    if figure.formula:
        rows.append(("derived-from", figure.formula))
        rows += [("", f"{each}: {_input(trail, each)}") for each in entry.inputs]
    if place and entry.source:
        rows += [
            ("quote", f"“{figure.quote}”"),
            ("sentence", place.sentence),
            ("place", f"{place.file}:{place.line}:{place.column}"),
            ("source", _by(entry.source, trail.brief.language)),
        ]
    elif entry.source:
        rows.append(("own-data", _by(entry.source, trail.brief.language)))
    rows += [("erratum", _erratum(erratum, tongue)) for erratum in entry.errata]
    used = [each for each, other in trail.entries.items() if id in other.inputs]
    rows += [("used-to-derive", ", ".join(used)), ("in-the-ledger", str(figure.mark))]
    rows += _where(entry.uses, tongue) or [("shown-in", answer("no-output", tongue))]
    lines = [bold(plain(f"{id}  {entry.display}")), ""]
    for key, text in rows:
        first, *rest = wrapped(text, _MARGIN)
        strong = bold if key == "quote" else str
        if text:
            head = _head(key, tongue)
            lines += [
                dim(head + " " * (_MARGIN - cells(head))) + strong(first[_MARGIN:]),
                *map(strong, rest),
            ]
    return "\n".join(lines)


def _head(key: str, tongue: Tongue) -> str:
    """What a row of an answer is called: by its key, or the language that it is in."""
    if not key:
        return ""
    return answer(key, tongue) if key in ANSWERS else answer("in-language", tongue, language=key)


def _kind(figure: Figure, tongue: Tongue) -> str:
    return answer(f"kind-{figure.kind}", tongue)


# So many ids are offered in place of one that is not there.
_OFFERED = 4


def similar(trail: Trail, asked: str) -> Phrase:
    """The hint for an id that is not there: the figures that read like it, then ids like it."""
    from difflib import get_close_matches

    reads = [
        id
        for id, entry in trail.entries.items()
        if any(
            asked in words for words in (id, *entry.displays.values(), *entry.figure.label.values())
        )
    ]
    ids = dict.fromkeys([*reads, *get_close_matches(asked, trail.entries, _OFFERED, 0.5)])
    near = [f"{id} ({trail.entries[id].display})" for id in list(ids)[:_OFFERED]]
    return phrase("did-you-mean-some", names=tuple(near)) if near else phrase("trace-lists-figures")


def counts(trail: Trail, tongue: Tongue) -> str:
    """How many figures there are, and what they stand on."""
    count = len(trail.entries)
    found = sum(entry.place is not None for entry in trail.entries.values())
    damages = sum(map(len, trail.damages.values()))
    errata = sum(len(source.errata) for source in trail.brief.sources)
    own = sum(entry.source is not None and not entry.place for entry in trail.entries.values())
    derived, off = count - found - own, trail.brief.let_off
    told = [answer("figures-quoted", tongue, count=count, found=found)]
    if own:
        told.append(answer("figures-own", tongue, count=own))
    if derived:
        told.append(answer("figures-derived", tongue, count=derived))
    if off:
        told.append(answer("numbers-let-off", tongue, count=off))
    if errata:
        told.append(answer("errata-in", tongue, count=errata, places=damages))
    return answer("between", tongue).join(told)


def pages(uses: Iterable[Use]) -> str:
    """Where a figure is shown, in short: deck 2 4 25, brief; investor: deck 3."""
    told = []
    for audience, of in groupby(uses, lambda use: use.audience):
        outputs = []
        for output, on in groupby(of, lambda use: use.output):
            numbers = " ".join(str(use.page) for use in on)
            outputs.append(output if FORMATS[output].one_page else f"{output} {numbers}")
        told.append(("" if audience == "base" else f"{audience}: ") + ", ".join(outputs))
    return "; ".join(told)


def _row(entry: Entry, trail: Trail, margin: int, tongue: Tongue) -> Iterator[str]:
    figure, place = entry.figure, entry.place
    id = plain(figure.id)
    label = in_language(figure.label, trail.brief.language)
    said = _joined(entry.display, label, _said(entry, trail), _kind(figure, tongue))
    first, *rest = wrapped(said, margin)
    if cells(id) + 2 > margin:
        yield bold(id)
    else:
        first = bold(id) + first[cells(id) :]
    yield first
    yield from rest
    if figure.formula:
        yield from wrapped(f"= {figure.formula}", margin)
    if figure.quote:
        yield from wrapped(f"“{figure.quote}”", margin)
    for erratum in entry.errata:
        words = {"damaged": erratum.damaged, "corrected": erratum.corrected}
        yield from wrapped(answer("erratum-is", tongue, **words), margin)
    where = f"{place.file}:{place.line}:{place.column}" if place else ""
    if entry.source and not place:
        where = f"{answer('own-data', tongue)}: {_by(entry.source, trail.brief.language)}"
    shown = pages(entry.uses) or answer("not-shown", tongue)
    yield from map(dim, wrapped(_joined(where, shown), margin))


def _where(uses: tuple[Use, ...], tongue: Tongue) -> list[tuple[str, str]]:
    """The files that show a figure, each with a line for every page: number, slide, blocks."""
    rows: list[tuple[str, str]] = []
    for file, of in groupby(uses, lambda use: use.file):
        rows.append(("" if rows else "shown-in", file))
        for use in of:
            page = answer("page", tongue, number=f"{use.page:<3}" if tongue == "en" else use.page)
            rows.append(("", f"  {page} {use.title} ({', '.join(use.blocks)})"))
    return rows


def _said(entry: Entry, trail: Trail) -> str:
    figure, language = entry.figure, trail.brief.language
    return _joined(
        in_language(figure.period or {}, language), in_language(figure.scope or {}, language)
    )


def _by(source: Source, language: str) -> str:
    """Who published a source, who wrote it, its title and date."""
    names = (source.publisher, source.author or {}, source.title)
    return _joined(*(in_language(name, language) for name in names), source.date)


def _input(trail: Trail, id: str) -> str:
    entry = trail.entries[id]
    place = f"{entry.place.file}:{entry.place.line}:{entry.place.column}" if entry.place else ""
    return _joined(entry.display, in_language(entry.figure.label, trail.brief.language), place)


def _erratum(erratum: Erratum, tongue: Tongue) -> str:
    words = {"damaged": erratum.damaged, "corrected": erratum.corrected}
    reason = answer("because", tongue, reason=erratum.reason) if erratum.reason else ""
    return answer("it-reads", tongue, **words) + reason


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
