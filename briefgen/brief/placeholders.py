"""Turn `{id}` in a text into the figure that it stands for.

{gdp}         the figure with its qualifier and unit
{gdp:number}  number and unit alone, where the sentence says the qualifier itself
{{  }}        a brace
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.record import Record

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")


class Placeholder(Record):
    """A figure's place in a text; `number_only` leaves its qualifier out."""

    id: str
    number_only: bool
    start: int


class Fault(Record):
    """What is wrong with a brace, and what to do; `start` counts characters from 0."""

    message: str
    hint: str
    start: int


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
            yield Fault(
                f"“{found}” stands alone",
                f"for a brace in the text write {found * 2}",
                match.start(),
            )
        else:
            yield _placeholder(match[1], match.start())
    if at < len(text):
        yield text[at:]


def _placeholder(inside: str, start: int) -> Placeholder | Fault:
    id, colon, form = inside.partition(":")
    id, form = id.strip(), form.strip()
    if not id:
        return Fault("“{}” names no figure", "write a figure's id between the braces", start)
    if colon and form != "number":
        return Fault(
            f"“{{{inside}}}” asks for a form that there is not",
            f"write {{{id}}} or {{{id}:number}}", start,
        )  # fmt: skip
    return Placeholder(id, bool(colon), start)


def has_braces(text: str) -> bool:
    return "{" in text or "}" in text


def is_neutral(text: str) -> bool:
    """Whether a text is the same in every language: figures, digits and punctuation only."""
    words = _PIECE.sub("", text) if has_braces(text) else text
    return not any(character.isalpha() for character in words)
