"""Turn `{id}` in a text into the figure that it stands for.

{gdp}         the figure with its qualifier and unit
{gdp:number}  number and unit alone, where the sentence says qualifier and direction itself
{gdp:signed}  a fall with a minus, where its word would not fit: −2.3%
{{  }}        a brace
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.facts.quantity import Form
from briefgen.patterns import pattern
from briefgen.problems import Problem
from briefgen.record import Record

_PIECE = pattern(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")


# By what stands behind the colon.
FORMS: Mapping[str, Form] = {"": "", "number": "number", "signed": "signed"}


class Placeholder(Record):
    """A figure's place in a text, and the form that it is written in."""

    id: str
    form: Form
    start: int


class Fault(Problem, Record):
    """What is wrong with a brace, before its text's place is known; `start` counts characters
    from 0."""

    start: int = 0


def pieces(text: str) -> Iterator[str | Placeholder | Fault]:
    """The text cut into words (doubled braces undone), placeholders, and faults."""
    at = 0
    for match in _PIECE.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        at = match.end()
        found = match[0]
        if found in ("{{", "}}"):
            yield found[0]
        elif match[1] is None:
            parts = (("brace", found), ("twice", found * 2))
            yield Fault("lone-brace", parts, start=match.start())
        else:
            yield _placeholder(match[1], match.start())
    if at < len(text):
        yield text[at:]


def _placeholder(inside: str, start: int) -> Placeholder | Fault:
    id, colon, wanted = inside.partition(":")
    id = id.strip()
    form = FORMS.get(wanted.strip())
    if not id:
        return Fault("empty-braces", start=start)
    if form is None or (colon and not form):
        parts = (("written", f"{{{inside}}}"), ("id", id))
        return Fault("unknown-brace-form", parts, start=start)
    return Placeholder(id, form, start)


def has_braces(text: str) -> bool:
    return "{" in text or "}" in text


def is_neutral(text: str) -> bool:
    """Whether a text is the same in every language: figures, digits and punctuation only."""
    words = _PIECE.sub("", text) if has_braces(text) else text
    return not any(character.isalpha() for character in words)
