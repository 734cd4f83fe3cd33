"""Turn slides into an outline in YAML, for somebody who is going to read and change it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from briefgen.drafting.cards import Card, Value
from briefgen.drafting.figures import Numbers, escaped
from briefgen.patterns import pattern

_PLAIN = pattern(r"[\w（“《「][\w（）“”《》「」、。！？…·％—./%+~$€£{}\\ ,;-]*")
_WORDS = pattern(r"[\d._xob:+-]+|y|n|yes|no|true|false|on|off|null|~", 2)
# Fields that hold words; the others hold names, paths and choices.
_WORDED = (
    "text",
    "points",
    "lead",
    "head",
    "header",
    "rows",
    "caption",
    "alt",
    "title",
    "subtitle",
)


def scalar(text: str) -> str:
    """A text as YAML has it: as it is where that is safe, else in double quotes (as in JSON)."""
    safe = _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text)
    if safe and text == text.strip() and " #" not in text:
        return text
    return json.dumps(text, ensure_ascii=False)


def slide(card: Card, id: str, numbers: Numbers) -> Iterator[str]:
    """The lines of a slide."""
    yield f"  - id: {id}"
    yield f"    kind: {card.kind}"
    if card.title:
        yield f"    title: {scalar(numbers.written(card.title))}"
    for key, value in card.fields.items():
        if card.kind == "quote" and isinstance(value, str):
            # What somebody said stays as they said it.
            yield f"    {key}: {scalar(escaped(value))}"
        else:
            yield from _field(key, value, 4, numbers)
    if card.notes:
        yield from notes_of(numbers.written(card.notes))


def notes_of(text: str) -> Iterator[str]:
    """Notes as a block of lines; a blank between two paragraphs would be one in the notes."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == 1:
        yield f"    notes: {scalar(lines[0])}"
        return
    yield "    notes: |-"
    yield from (f"      {line}" for line in lines)


def _field(key: str, value: Value, indent: int, numbers: Numbers) -> Iterator[str]:
    room = " " * indent
    if isinstance(value, str):
        said = numbers.written(value) if key in _WORDED else value
        if "\n" in said:
            said = said.replace("\n", " ")
        yield f"{room}{key}: {said if key == 'numbered' else scalar(said)}"
    elif isinstance(value, Mapping) and any(not isinstance(v, str) for v in value.values()):
        yield f"{room}{key}:"
        for name, each in value.items():
            yield from _field(name, each, indent + 2, numbers)
    elif isinstance(value, Mapping):
        inner = ", ".join(f"{name}: {_flow(name, each, numbers)}" for name, each in value.items())
        yield f"{room}{key}: {{{inner}}}"
    elif key == "rows":
        yield f"{room}{key}:"
        for row in value:
            assert not isinstance(row, str | Mapping)
            yield f"{room}  - [{', '.join(_cell(cell, numbers) for cell in row)}]"
    elif key == "header":
        yield f"{room}{key}: [{', '.join(_cell(cell, numbers) for cell in value)}]"
    elif key == "figures":
        yield f"{room}{key}: [{', '.join(map(str, value))}]"
    else:
        yield f"{room}{key}:"
        for each in value:
            yield from _item(key, each, indent + 2, numbers)


def _item(key: str, value: Value, indent: int, numbers: Numbers) -> Iterator[str]:
    room = " " * indent
    if isinstance(value, str):
        yield f"{room}- {scalar(numbers.written(value.replace(chr(10), ' ')))}"
        return
    assert isinstance(value, Mapping)
    first = True
    for name, each in value.items():
        lines = list(_field(name, each, indent + 2, numbers))
        if first:
            lines[0] = f"{room}- {lines[0].lstrip()}"
            first = False
        yield from lines


def _flow(name: str, value: Value, numbers: Numbers) -> str:
    """A value within braces, where more needs quotes than elsewhere."""
    if isinstance(value, str):
        said = numbers.written(value.replace("\n", " ")) if name in _WORDED else value
        plain = scalar(said)
        inside = plain.startswith('"') or not any(sign in plain for sign in ",{}[]")
        return plain if inside else json.dumps(said, ensure_ascii=False)
    assert not isinstance(value, Mapping)
    return f"[{', '.join(_flow(name, each, numbers) for each in value)}]"


def _cell(value: Value, numbers: Numbers) -> str:
    """A cell of a table: its words as they are, without figures; or a figure."""
    if isinstance(value, Mapping):
        return f'"{{{value["figure"]}}}"'
    text = str(value)
    if text in ("<", "^"):
        return text
    said = numbers.cell(text)
    plain = scalar(said)
    inside = plain.startswith('"') or not any(sign in plain for sign in ",{}[]")
    return plain if inside and plain else json.dumps(said, ensure_ascii=False)


def listed(values: Sequence[str]) -> str:
    return ", ".join(map(scalar, values))
