"""Turn nodes into records, as their type hints say.

A field's hint decides how its value is read: `str`, `int`, `bool` (yes, no, true, false),
`Decimal`, `Literal[…]`, `Text`, `Ref`, `X | None`, `tuple[X, ...]`, `Mapping[str, str]` (a text by
language), `Mapping[str, X]` (records by id), a record, and `Annotated[…, rules]` of these.
Every problem is collected at its place, and conversion goes on with what is left, so that later
checks find their problems in the same run: what is made is only to be used if none is an error.

Conventions: a field `mark: Mark` receives the place of the mapping, any other `NAME_mark: Mark`
that of NAME's value. A `Ref` in a field `topic` or `topics` names a topic, elsewhere a figure; a
`str` field `source` names a source. A record whose first field is a Ref and whose others all
have defaults may be written as that id alone.
"""

from __future__ import annotations

import re
import types
from collections import abc
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import (
    Annotated,
    Any,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from briefgen.brief.hints import SLUG, Doc, Known, Length, Pattern, Terms
from briefgen.brief.model import Ref, Text, Word
from briefgen.outline import scalars
from briefgen.outline.language import Target, by_language, text
from briefgen.outline.nearest import nearest
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, is_empty, what
from briefgen.problems import Mark, phrase
from briefgen.record import Record, defaults, field_names, is_record

T = TypeVar("T")
# None means that nothing could be made of the node, and that this has been reported.
Reader: TypeAlias = Callable[[Node, Target], Any]


class Field(Record):
    """A field of a record as an author sees it."""

    name: str
    hint: Any
    required: bool
    doc: str
    rules: tuple[object, ...]

    def __str__(self) -> str:
        said = spoken(self.hint)
        said += "".join(f", {rule} of them" for rule in self.rules if isinstance(rule, Length))
        said += "" if self.required else ", optional"
        return f"{self.name:<12} {said}{': ' if self.doc else ''}{self.doc}"


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields that an author may write, in the order of their declaration."""
    hints = get_type_hints(cls, include_extras=True)
    given = defaults(cls)
    found = []
    for name in field_names(cls):
        hint = hints[name]
        rules: tuple[object, ...] = ()
        if hint is Mark:
            continue
        if get_origin(hint) is Annotated:
            hint, *noted = get_args(hint)
            rules = tuple(noted)
        required = name not in given
        doc = next((rule.text for rule in rules if isinstance(rule, Doc)), "")
        found.append(Field(name, hint, required, doc, rules))
    return tuple(found)


def spoken(hint: Any) -> str:
    """A type hint in an author's words: “texts”, “figure id”, “head, text” …"""
    hint = _bare(hint)
    if get_origin(hint) is tuple:
        return f"list of ({spoken(get_args(hint)[0])})"
    if get_origin(hint) is Literal:
        return " | ".join(get_args(hint))
    if get_origin(hint) is abc.Mapping:
        return "text" if get_args(hint)[1] is str else f"by id: ({spoken(get_args(hint)[1])})"
    names = {
        Text: "text",
        Ref: "id",
        str: "word",
        Word: "word",
        bool: "yes or no",
        int: "whole number",
        Decimal: "number",
    }
    if hint in names:
        return names[hint]
    return ", ".join(each.name + ("" if each.required else "?") for each in fields_of(hint))


def convert(cls: type[T], node: Node, to: Target) -> T | None:
    """`node` as an instance of the record; None where it cannot be one."""
    made = convert_together((cls,), node, to)
    return None if made is None else made[0]


def convert_as(
    hint: Any, node: Node, to: Target, name: str = "", rules: Sequence[object] = ()
) -> Any:
    """`node` as a value of any type that a field may have; None where it cannot be one."""
    return _reader(hint, name, tuple(rules))(node, to)


def convert_together(
    classes: tuple[type, ...], node: Node, to: Target, given: abc.Mapping[str, Any] | None = None
) -> tuple[Any, ...] | None:
    """One mapping that holds the fields of several records, as an instance of each.

    Values of `given` are taken as they are, and may not be written. None where a required value is
    missing.
    """
    given = given or {}
    if isinstance(node, Scalar) and len(classes) == 1 and (first := stands_alone(classes[0])):
        ref = _reader(first.hint, first.name, first.rules)(node, to)
        return None if ref is None else (classes[0](**{first.name: ref}),)
    if not isinstance(node, Mapping):
        keys = tuple(f.name for c in classes for f in fields_of(c))
        to.add("not-a-mapping", node.mark, found=what(node), keys=keys)
        return None
    known = {f.name for c in classes for f in fields_of(c)} - set(given)
    for key, entry in node.entries.items():
        if key not in known:
            to.add("unknown-key", entry.key, key=key, offer=nearest(key, known))
    made = tuple([_one(cls, node, to, given) for cls in classes])
    return None if any(one is None for one in made) else made


def _one(cls: type, node: Mapping, to: Target, given: abc.Mapping[str, Any]) -> Any:
    values: dict[str, Any] = {}
    sound = True
    for each, reader in _plan(cls):
        if each.name in given:
            values[each.name] = given[each.name]
            continue
        entry = node.entries.get(each.name)
        if entry is None or _is_nothing(entry.value, each):
            if each.required:
                mark = entry.key if entry else given.get("mark", node.mark)
                about = phrase("about", doc=each.doc) if each.doc else ""
                to.add("empty" if entry else "missing", mark, key=each.name, about=about)
                sound = False
            continue
        value = reader(entry.value, to)
        if value is not None:
            values[each.name] = value
        elif each.required:
            sound = False
    if not sound:
        return None
    for name, source in _marks(cls):
        entry = node.entries.get(source) if source else None
        values[name] = entry.value.mark if entry else given.get("mark", node.mark)
    return cls(**values)


def _is_nothing(node: Node, field: Field) -> bool:
    """Whether a field was left empty: nothing after the colon, or "" for a text."""
    return is_empty(node) or (
        isinstance(node, Scalar) and not node.text.strip() and _bare(field.hint) in (Text, str)
    )


@cache
def _plan(cls: type) -> tuple[tuple[Field, Reader], ...]:
    return tuple((each, _reader(each.hint, each.name, each.rules)) for each in fields_of(cls))


@cache
def _marks(cls: type) -> tuple[tuple[str, str], ...]:
    """The fields that receive places: (field, the key whose value's place it is, "" for all)."""
    hints = get_type_hints(cls)
    return tuple(
        (name, name.removesuffix("mark").rstrip("_"))
        for name, hint in hints.items()
        if hint is Mark
    )


@cache
def stands_alone(cls: type) -> Field | None:
    """The field that may stand for the whole record."""
    first, *others = fields_of(cls) or (None,)
    if first and first.required and first.hint is Ref and not any(f.required for f in others):
        return first
    return None


def _bare(hint: Any) -> Any:
    """The hint without `| None` and without its rules."""
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return hint


@cache
def _reader(hint: Any, name: str, rules: tuple[object, ...]) -> Reader:
    """The function that reads a value of this type in a field of this name."""
    if get_origin(hint) is Annotated:
        hint, *noted = get_args(hint)
        rules = (*rules, *noted)
    hint = _bare(hint)
    if get_origin(hint) is tuple:
        return _list_reader(get_args(hint)[0], name, rules)
    if get_origin(hint) is abc.Mapping:
        if Terms() in rules:
            return scalars.terms
        return by_language if get_args(hint)[1] is str else _by_id_reader(get_args(hint)[1])
    if get_origin(hint) is Literal:
        return scalars.choice(get_args(hint))
    if hint is Text:
        return text
    if hint is Ref:
        return scalars.reference("topic" if name in ("topic", "topics") else "figure")
    if hint is Word:
        return scalars.marked
    if hint is str:
        if names := next((rule for rule in rules if isinstance(rule, Known)), None):
            return scalars.known(names)
        pattern = next((rule for rule in rules if isinstance(rule, Pattern)), None)
        return scalars.word(pattern, name == "source")
    if hint is bool:
        return scalars.boolean
    if hint is int:
        return scalars.number(scalars.INTEGER, int, "not-a-whole-number")
    if hint is Decimal:
        return scalars.number(scalars.DECIMAL, Decimal, "not-a-number")
    if is_record(hint):
        return lambda node, to: convert(hint, node, to)
    raise TypeError(f"no way to read {hint} for the field {name}")


def _list_reader(hint: Any, name: str, rules: tuple[object, ...]) -> Reader:
    item = _reader(hint, name, ())
    length = next((rule for rule in rules if isinstance(rule, Length)), None)

    def read(node: Node, to: Target) -> tuple[Any, ...] | None:
        if not isinstance(node, nodes.Sequence):
            to.add("not-a-list", node.mark, found=what(node))
            return None
        made = []
        for each in node.items:
            if is_empty(each):
                to.add("empty-item", each.mark)
            elif (value := item(each, to)) is not None:
                made.append(value)
        count = len(node.items)
        if length and not length.least <= count <= length.most:
            code = "too-few-items" if count < length.least else "too-many-items"
            to.add(code, node.mark, count=count, fit=str(length))
        return tuple(made)

    return read


def _by_id_reader(cls: type) -> Reader:
    has_id = any(each.name == "id" for each in fields_of(cls))

    def read(node: Node, to: Target) -> dict[str, Any] | None:
        if not isinstance(node, Mapping):
            to.add("not-by-id", node.mark, found=what(node))
            return None
        made: dict[str, Any] = {}
        for key, entry in node.entries.items():
            if not re.fullmatch(SLUG.regex, key):
                to.add("bad-id", entry.key, key=key, form=SLUG.words)
            given: dict[str, Any] = {"id": key, "mark": entry.key} if has_id else {}
            one = convert_together((cls,), entry.value, to, given)
            if one is not None:
                made[key] = one[0]
        return made

    return read
