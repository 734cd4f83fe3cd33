"""Turn a figure into the words that it stands on, in their paragraph, as a page shows them."""

from __future__ import annotations

import re

from briefgen.facts.figures import Figure, Source, only_source
from briefgen.facts.quantity import display
from briefgen.facts.sources import Place, SourceText
from briefgen.parts.context import in_language
from briefgen.preview.session import Content

# How much of a paragraph stands around a quote at the most (characters, to each side).
_AROUND = 400
_BLANK = re.compile(r"\n\s*\n")


def evidence(content: Content, id: str) -> dict[str, object] | None:
    """What is known of a figure, ready for JSON; None where there is no such figure."""
    brief, ledger = content.brief, content.ledger
    figure = brief.figures.get(id) or brief.attached.cells.get(id)
    if figure is None:
        return None
    proof = ledger.proofs.get(id)
    said: dict[str, object] = {
        "id": id,
        "display": str(display(figure.quantity, brief.tag)),
        "label": in_language(figure.label, brief.language),
        "period": in_language(figure.period or {}, brief.language),
        "kind": figure.kind,
        "formula": figure.formula,
        "inputs": [_input(content, each) for each in (proof.inputs if proof else ())],
        "mark": [figure.mark.file, figure.mark.line, figure.mark.column],
        "slides": [at for at, each in enumerate(content.slides) if id in each.page.figures],
    }
    named = figure.source or only_source(brief.sources)
    source = next((each for each in brief.sources if each.id == named), None)
    if proof and proof.place and source and source.id in ledger.texts:
        said["source"] = _source(source, brief.language)
        said["quote"] = _quoted(ledger.texts[source.id], proof.place)
    elif id in brief.attached.cells:
        said["quote"] = _row(figure)
    return said


def _input(content: Content, id: str) -> dict[str, str]:
    """A figure that a formula uses."""
    figure = content.brief.figures[id]
    shown = str(display(figure.quantity, content.brief.tag))
    return {"id": id, "display": shown, "label": in_language(figure.label, content.brief.language)}


def _source(source: Source, language: str) -> dict[str, str]:
    return {
        "title": in_language(source.title, language),
        "publisher": in_language(source.publisher, language),
        "date": source.date,
        "file": source.file,
    }


def _quoted(text: SourceText, place: Place) -> dict[str, object]:
    """The quote, and what stands before and behind it in its paragraph."""
    start, end = text.offsets[place.start], text.offsets[place.end - 1] + 1
    breaks = [match.span() for match in _BLANK.finditer(text.written)]
    first = max((stop for _, stop in breaks if stop <= start), default=0)
    last = min((begin for begin, _ in breaks if begin >= end), default=len(text.written))
    clipped = max(first, start - _AROUND), min(last, end + _AROUND)
    before, after = text.written[clipped[0] : start], text.written[end : clipped[1]]
    return {
        "before": ("…" if clipped[0] > first else "") + _joined(before),
        "words": _joined(text.written[start:end]),
        "after": _joined(after) + ("…" if clipped[1] < last else ""),
        "mark": [place.file, place.line, place.column],
    }


def _row(figure: Figure) -> dict[str, object]:
    """The row of a data file that a value stands in."""
    mark = figure.mark
    return {
        "before": "",
        "words": figure.quote,
        "after": "",
        "mark": [mark.file, mark.line, mark.column],
    }


def _joined(text: str) -> str:
    """Words without the line breaks of their file; between Latin words a space stays."""

    def joint(match: re.Match[str]) -> str:
        around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        return " " if around.isascii() else ""

    return re.sub(r"[ \t]*\n\s*", joint, text)
