"""Turn the ledger into the answer to “where does this number come from?”"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

from briefgen.brief.model import Brief, Slide
from briefgen.brief.roles import spoken
from briefgen.build import load, stop_at_errors
from briefgen.facts.described import described
from briefgen.facts.figures import Erratum, Figure, Source, only_source
from briefgen.facts.quantity import display
from briefgen.facts.sources import Place, SourceText
from briefgen.formats import FORMATS, USUAL, composed, stem
from briefgen.pages.shared import Shared
from briefgen.pages.storyline import storyline
from briefgen.parts.context import in_language
from briefgen.patterns import pattern
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.report import Loaded
from briefgen.request import Request
from briefgen.scene.items import Group, Item
from briefgen.scene.names import Name
from briefgen.scene.walk import figures, walk
from briefgen.theme.model import Theme

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
_NOTES = Name("notes")
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), and the same
# signs in full width; a plain number is none.
_FORMULA = pattern(r"\s*[=+\-@＝＋－＠\t\r]")
_NUMBER = pattern(r"-?\d+(\.\d+)?")
_COLUMNS = (
    "id",
    "value",
    "unit",
    "display",
    "qualifier",
    "direction",
    "form",
    "kind",
    "label",
    "period",
    "scope",
    "quote",
    "sentence",
    "source",
    "line",
    "column",
    "formula",
    "errata",
    "used_in",
)


class Use(Record, kw_only=True):
    """A page that shows a figure: of which file, its number from 1, and the blocks of it."""

    audience: str
    output: str
    file: str
    page: int
    slide: str
    title: str
    blocks: tuple[str, ...]


class Damage(Record):
    """Damaged words of a source, `start:end` of its text as it is on disk, and their erratum."""

    start: int
    end: int
    erratum: Erratum


class Entry(Record, kw_only=True):
    """One figure with all that is known of where it comes from and where it goes.

    `span` is where its quote stands in the source's text as it is on disk; `errata` are those of
    the sentence around it; `inputs` the figures that its formula uses.
    """

    figure: Figure
    display: str
    displays: Mapping[str, str]
    source: Source | None
    place: Place | None
    span: tuple[int, int]
    errata: tuple[Erratum, ...]
    inputs: tuple[str, ...]
    uses: tuple[Use, ...]


class Trail(Record):
    """The entries of a brief in the ledger's order, and its sources by id."""

    brief: Brief
    theme: Theme
    entries: Mapping[str, Entry]
    texts: Mapping[str, SourceText]
    damages: Mapping[str, tuple[Damage, ...]]
    # What was found while the pages were composed.
    problems: Problems


def trace(request: Request) -> Trail:
    """The trail of the first audience asked for.

    The pages are those of every audience and format asked for, so that a request for all audiences
    tells of all their files. Raises ContentError where the content has errors.
    """
    loaded = load(request)
    stop_at_errors(loaded.problems, request.strict)
    return trail(loaded, request.formats)


def trail(loaded: Loaded, formats: tuple[str, ...] = USUAL) -> Trail:
    """The trail of the first brief that was loaded, which has no errors, into these formats."""
    name, brief = next(iter(loaded.briefs.items()))
    ledger = loaded.reads[name].ledger
    uses: dict[str, list[Use]] = {}
    shared = Shared()
    for each, theme in zip(loaded.briefs.values(), loaded.themes.values(), strict=True):
        for id, use in _uses(each, theme, formats, loaded.problems, shared):
            uses.setdefault(id, []).append(use)
    damages = {
        source.id: _damages(source, ledger.texts[source.id])
        for source in brief.sources
        if source.id in ledger.texts
    }
    entries: dict[str, Entry] = {}
    for id, figure in {**brief.figures, **brief.attached.cells}.items():
        proof = ledger.proofs.get(id)
        place = proof.place if proof else None
        source = _source(figure, brief.sources) if place or proof else None
        source = source if source and (place or source.own) and not figure.formula else None
        if id in brief.attached.cells:
            # What stands on a data file is quoted from its row.
            place = Place(figure.mark.file, figure.mark.line, figure.mark.column, figure.quote)
        span: tuple[int, int] = (0, 0)
        errata: tuple[Erratum, ...] = ()
        if place and source:
            span, errata = _ground(place, ledger.texts[source.id], damages[source.id])
        entries[id] = Entry(
            figure=figure,
            display=str(display(figure.quantity, brief.tag)),
            displays={language: str(display(figure.quantity, language)) for language in LANGUAGES},
            source=source,
            place=place,
            span=span,
            errata=errata,
            inputs=proof.inputs if proof else (),
            uses=tuple(uses.get(id, ())),
        )
    return Trail(brief, loaded.themes[name], entries, ledger.texts, damages, loaded.problems)


def _source(figure: Figure, sources: tuple[Source, ...]) -> Source | None:
    """The source of a figure; where one only has a text, figures need not name it."""
    named = figure.source or only_source(sources)
    return next((each for each in sources if each.id == named), None)


def _ground(
    place: Place, text: SourceText, damages: tuple[Damage, ...]
) -> tuple[tuple[int, int], tuple[Erratum, ...]]:
    """Where a quote stands in the text on disk, and the errata of the sentence around it."""
    begin, stop = text.bounds(place.start, place.end)
    first, last = text.offsets[begin], text.offsets[stop - 1] + 1
    errata = dict.fromkeys(d.erratum for d in damages if d.start < last and d.end > first)
    return (text.offsets[place.start], text.offsets[place.end - 1] + 1), tuple(errata)


def _damages(source: Source, text: SourceText) -> tuple[Damage, ...]:
    """Every place of the text on disk that an erratum corrects; none lies in another."""
    errata = {text.form(erratum.damaged): erratum for erratum in source.errata}
    if not errata:
        return ()
    offsets = [at for at, char in enumerate(text.text) if not char.isspace()]
    words = "|".join(map(re.escape, sorted(errata, key=len, reverse=True)))
    return tuple(
        Damage(offsets[match.start()], offsets[match.end() - 1] + 1, errata[match[0]])
        for match in re.finditer(words, text.damaged)
    )


def _uses(
    brief: Brief, theme: Theme, formats: tuple[str, ...], problems: Problems, shared: Shared
) -> Iterable[tuple[str, Use]]:
    """Every page that shows a figure, output by output, speaker's notes included."""
    slides = {slide.id: slide for slide in brief.deck or storyline(brief)}
    for output in formats:
        known = FORMATS[output]
        scene = composed(brief, theme, output, problems, shared)
        for number, page in enumerate(scene.pages, 1):
            blocks = _blocks(page.items, brief.tag)
            for id in _spoken(brief, slides.get(page.id)) if known.notes else ():
                blocks.setdefault(id, []).append(_NOTES.told(brief.tag))
            for id, names in blocks.items():
                yield (
                    id,
                    Use(
                        audience=brief.audience or "base",
                        output=output,
                        file=known.file(stem(brief), number),
                        page=number,
                        slide=page.id,
                        title=page.title,
                        blocks=tuple(names),
                    ),
                )


def _blocks(items: tuple[Item, ...], language: str) -> dict[str, list[str]]:
    """The names of the items that show each figure, as a file in this language tells them."""
    blocks: dict[str, list[str]] = {}
    for item in walk(items):
        for id in () if isinstance(item, Group) else figures((item,)):
            blocks.setdefault(id, []).append(item.name.told(language))
    return blocks


def _spoken(brief: Brief, slide: Slide | None) -> tuple[str, ...]:
    """The figures that the speaker's notes of a slide name; a topic's slide may use the topic's."""
    notes = spoken(slide, brief.topics) if slide else None
    return tuple(dict.fromkeys(notes.figures)) if notes else ()


def as_rows(entries: Iterable[Entry], language: str) -> list[dict[str, Any]]:
    """A row for each figure, ready for JSON.

    `value` is an exact decimal in the base unit, where there is one; with `form` stand the fields
    that each form has (see `facts/described.py`). `line` and `column` are places in the source,
    from 1 (0 for a figure that is only derived).
    """
    return [_row(entry, language) for entry in entries]


def _row(entry: Entry, language: str) -> dict[str, Any]:
    figure, place = entry.figure, entry.place
    return {
        "id": figure.id,
        **described(figure.quantity),
        "unit": figure.quantity.unit,
        "display": entry.display,
        "qualifier": figure.quantity.qualifier,
        "direction": figure.quantity.direction,
        "kind": figure.kind,
        "label": in_language(figure.label, language),
        "period": in_language(figure.period or {}, language),
        "scope": in_language(figure.scope or {}, language),
        "quote": figure.quote,
        "sentence": place.sentence if place else "",
        "source": place.file if place else entry.source.id if entry.source else "",
        "line": place.line if place else 0,
        "column": place.column if place else 0,
        "formula": figure.formula,
        "inputs": list(entry.inputs),
        "errata": [
            {"damaged": e.damaged, "corrected": e.corrected, "reason": e.reason}
            for e in entry.errata
        ],
        "used_in": [
            {
                "output": use.output,
                "audience": use.audience,
                "file": use.file,
                "page": use.page,
                "slide": use.slide,
                "title": use.title,
                "blocks": list(use.blocks),
            }
            for use in entry.uses
        ],
        "displays": dict(entry.displays),
    }


def as_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows as CSV (RFC 4180) with a byte-order mark, which a spreadsheet needs for Chinese.

    A figure's pages read `FILE:PAGE`, its errata `damaged → corrected (reason)`; no cell is a
    formula.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        flat = dict(
            row,
            errata="; ".join(
                f"{e['damaged']} → {e['corrected']} ({e['reason']})" for e in row["errata"]
            ),
            used_in=" ".join(f"{use['file']}:{use['page']}" for use in row["used_in"]),
        )
        writer.writerow([_inert(flat.get(column, "")) for column in _COLUMNS])
    return "\ufeff" + out.getvalue()


def _inert(value: object) -> object:
    """Text that a spreadsheet would take for a formula, kept from being one."""
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return "'" + value
    return value


def only(trail: Trail, id: str) -> Trail:
    """The trail of one figure, and of the figures that its formula stands on."""
    wanted: dict[str, None] = {}
    open_ids = [id]
    while open_ids:
        each = open_ids.pop()
        if each not in wanted:
            wanted[each] = None
            open_ids += trail.entries[each].inputs
    entries = {each: entry for each, entry in trail.entries.items() if each in wanted}
    return replace(trail, entries=entries)
