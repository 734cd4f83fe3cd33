"""Turn `{id}` in a brief's texts into the figures, in the audience's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

from briefgen.brief.model import Brief, Ref, Segment, Text, words
from briefgen.brief.placeholders import Placeholder, has_braces, pieces
from briefgen.facts.figures import Figure
from briefgen.facts.quantity import display
from briefgen.problems import Mark
from briefgen.record import field_names, replace

T = TypeVar("T")

# What holds no texts. Figures and sources hold words by language, which are not texts to resolve.
_LEAVES = frozenset({str, int, bool, Decimal, type(None), Mark, Ref, dict, Figure})


def resolve(brief: Brief) -> Brief:
    """The brief with every `{id}` written out as a segment that keeps the figure's id.

    Its placeholders are those of a validated brief, so every figure exists.
    """
    written: dict[tuple[str, bool, str], Segment] = {}

    def write(place: Placeholder, language: str) -> Segment:
        key = (place.id, place.number_only, language)
        if key not in written:
            shown = display(brief.figures[place.id].quantity, language)
            number = shown.number + shown.unit
            written[key] = Segment(number if place.number_only else str(shown), place.id)
        return written[key]

    def resolved(text: Text) -> Text:
        short = resolved(text.short) if text.short else None
        raw = str(text)
        if not has_braces(raw):
            return text if short is text.short else replace(text, short=short)
        language = text.language or brief.tag
        segments = _segments(raw, lambda place: write(place, language))
        return replace(text, segments=tuple(segments), short=short)

    return map_texts(brief, resolved)


def _segments(raw: str, write: Callable[[Placeholder], Segment]) -> Iterator[Segment]:
    """The segments of a text: words between figures in one piece each."""
    gathered = ""
    for piece in pieces(raw):
        if isinstance(piece, str):
            gathered += piece
        elif isinstance(piece, Placeholder):
            if gathered:
                yield Segment(gathered)
            yield write(piece)
            gathered = ""
    if gathered:
        yield Segment(gathered)


def map_texts(value: T, change: Callable[[Text], Text]) -> T:
    """`value` with every Text in it changed; only what changes is built anew.

    Goes through records and tuples of any kind, such as the fields of slide kinds.
    """
    changed: T = _map(value, change)
    return changed


def _map(value: Any, change: Callable[[Text], Text]) -> Any:
    kind: Any = type(value)
    if kind in _LEAVES:
        return value
    if kind is Text:
        return change(value)
    if kind is tuple:
        items = tuple([_map(item, change) for item in value])
        return (
            items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        )
    changes = {}
    for name in field_names(kind):
        old = getattr(value, name)
        new = _map(old, change)
        if new is not old:
            changes[name] = new
    return replace(value, **changes) if changes else value


def texts_of(value: object) -> Iterator[Text]:
    """Every text that an author wrote somewhere in a brief, shorter wordings too."""
    found: list[Text] = []

    def note(text: Text) -> Text:
        found.append(text)
        if text.short:
            found.append(text.short)
        return text

    map_texts(value, note)
    yield from found


def texts(brief: Brief) -> Iterator[Text]:
    """Every text that an output may show, shorter wordings too, with its place.

    The ledger's labels, quotes and displays count, in the audience's language, and the titles of
    the sources.
    """
    yield from texts_of(brief)
    for table in brief.attached.data.values():
        for datum in (*table.header, *(each for row in table.rows for each in row)):
            yield words(datum.text, datum.mark)
    for figure in brief.figures.values():
        for wording in (figure.label, figure.period, figure.scope):
            if wording and (said := wording.get(brief.language)):
                yield words(said, figure.mark)
        yield words(str(display(figure.quantity, brief.tag)), figure.value_mark)
        if figure.quote:
            yield words(figure.quote, figure.quote_mark)
    for source in brief.sources:
        for wording in (source.title, source.publisher):
            if said := wording.get(brief.language) or next(iter(wording.values()), ""):
                yield words(said, source.mark)
