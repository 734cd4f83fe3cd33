"""Turn the notes on a record's fields into the parts that they play in the whole brief.

    text: Annotated[Text, Verbatim("source")]
    source: Annotated[str, Names("source")] = ""

Whoever needs the words of sources, the topic of a slide or the ids that it names asks here, and not
for a field of some name: a slide kind calls its fields as it likes, and says what they are.
"""

from __future__ import annotations

import sys
import types
from collections import abc
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from briefgen.brief.hints import Counted, Headed, Lead, Says, Subject, Thing, Verbatim, named_by
from briefgen.brief.model import Ref, Slide, Text, Topic
from briefgen.brief.serial import serial
from briefgen.patterns import expression
from briefgen.problems import Mark
from briefgen.record import Record, field_names

T = TypeVar("T")


class Noted(Record):
    """A field's type, without the notes on it, and these."""

    hint: Any
    notes: tuple[object, ...] = ()

    def first(self, kind: type[T]) -> T | None:
        """The first note of this kind."""
        return next((note for note in self.notes if isinstance(note, kind)), None)


class Quotation(Record):
    """Words that stand so in a source, and the source's id ("" where it is not said)."""

    text: Text
    source: str


class _Roles(Record):
    """The names of a record's fields that play a part ("" where there is none): the topic, the
    lead, each field with words of a source beside the one that names the source, each with rows of
    cells beside the one with their heads, and those with rows that a first cell may count."""

    subject: str
    lead: str
    verbatim: tuple[tuple[str, str], ...]
    headed: tuple[tuple[str, str], ...]
    counted: tuple[str, ...]


@cache
def notes_of(cls: type) -> Mapping[str, Noted]:
    """The fields of a record, in the order declared, each with its type and the notes on it."""
    hints = _hints(cls)
    return {name: _noted(hints[name]) for name in field_names(cls)}


def _hints(cls: type) -> dict[str, Any]:
    """The types of a record's fields with the notes on them, as `get_type_hints` tells them: those
    of a class read in one go, for a build reads hundreds."""
    found: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        written = get_annotations(base)
        if not all(isinstance(each, str) for each in written.values()):
            return get_type_hints(cls, include_extras=True)
        source = f"({''.join(f'({each}),' for each in written.values())})"
        own = eval(expression(source), vars(sys.modules[base.__module__]))
        found.update(zip(written, own, strict=True))
    return found


def _noted(hint: Any) -> Noted:
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        return Noted(hint, tuple(notes))
    return Noted(hint)


def innermost(hint: Any) -> Any:
    """What a type hint is about, without lists, mappings by id, alternatives and notes around it.

    >>> innermost(tuple[Annotated[Text | None, Lead()], ...]).__name__
    'Text'
    """
    while True:
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            hint = next(arg for arg in get_args(hint) if arg is not type(None))
        elif origin in (Annotated, tuple):
            hint = get_args(hint)[0]
        elif origin is abc.Mapping and get_args(hint)[1] is not str:
            hint = get_args(hint)[1]
        else:
            return hint


def check_roles(cls: type) -> None:
    """Raise TypeError where a note stands on a field of the record that cannot bear it."""
    _roles(cls)


def subject_key(cls: type) -> str:
    """The field of a slide's record that names the topic it is about; "" where there is none."""
    return _roles(cls).subject


def subject(fields: Record) -> Ref | None:
    """The topic that a slide is about."""
    key = _roles(type(fields)).subject
    found: Ref | None = getattr(fields, key) if key else None
    return found


def lead(fields: Record) -> Text | None:
    """The words of a slide that say what follows."""
    key = _roles(type(fields)).lead
    found: Text | None = getattr(fields, key) if key else None
    return found


def headed(cls: type) -> tuple[tuple[str, str], ...]:
    """The fields of a record that are rows of cells, each with the field of their heads."""
    return _roles(cls).headed


def spoken(slide: Slide, topics: Iterable[Topic]) -> Text | None:
    """What the speaker says on a slide: its own notes, else those of the topic it is about."""
    about = subject(slide.fields)
    if slide.notes is not None or about is None:
        return slide.notes
    return next((topic.notes for topic in topics if topic.id == about.id), None)


def quotations(fields: Record) -> Iterator[Quotation]:
    """The words in a slide's fields, and in the records in them, that stand so in a source."""
    for record in each_in(fields, Record):
        for name, source in _roles(type(record)).verbatim:
            for text in each_in(getattr(record, name), Text):
                yield Quotation(text, getattr(record, source))


def said(fields: Record, *, sums_up: bool = False) -> tuple[tuple[Text, ...], ...]:
    """What a slide says in words, one thing after the other: each its texts, what it is called
    first; of what sums up the deck alone, if asked."""
    return tuple(
        texts
        for record in each_in(fields, Record)
        for name, noted in notes_of(type(record)).items()
        if (note := noted.first(Says)) and note.sum_up >= sums_up
        for each in _listed(getattr(record, name))
        if (texts := _own(each))
    )


def is_ordered(fields: Record) -> bool:
    """Whether all that a slide says in words is steps, each of which follows the one before."""
    notes = [
        (record, note)
        for record in each_in(fields, Record)
        for name, noted in notes_of(type(record)).items()
        if (note := noted.first(Says)) and getattr(record, name)
    ]

    def says_so(record: Record, ordered: bool | str) -> bool:
        if isinstance(ordered, str):
            return getattr(record, ordered) not in (False, "no")
        return ordered

    return bool(notes) and all(says_so(record, note.ordered) for record, note in notes)


def _listed(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _own(value: Any) -> tuple[Text, ...]:
    """A text, or those that a record has itself."""
    if not isinstance(value, Text):
        held = [part for name in field_names(value) for part in _listed(getattr(value, name))]
        return tuple(text for part in held for text in _own(part) if isinstance(part, Text))
    return (value,) if str(value) else ()


def serials(fields: Record) -> Iterator[Text]:
    """The cells in a slide's tables that count their rows, and say nothing else."""
    for record in each_in(fields, Record):
        for name in _roles(type(record)).counted:
            rows: tuple[tuple[Text, ...], ...] = getattr(record, name)
            counted = rows if serial(rows) else rows[:-1]
            if serial(counted):
                yield from (row[0] for row in counted)


def references(fields: Record) -> Iterator[tuple[Thing, Ref]]:
    """Every figure, topic and source that a slide's fields name by a `Ref`, and which it is."""
    for record in each_in(fields, Record):
        for name, noted in notes_of(type(record)).items():
            if innermost(noted.hint) is Ref:
                for ref in each_in(getattr(record, name), Ref):
                    yield named_by(noted.notes) or "figure", ref


# What most fields are, and holds nothing.
_BARE = frozenset({str, int, bool, Decimal, type(None), Mark})


def each_in(value: object, kind: type[T]) -> list[T]:
    """Every value of this type in a slide's fields, at any depth, outer ones first."""
    found: list[T] = []
    _add(value, kind, found)
    return found


def _add(value: object, kind: type[T], found: list[T]) -> None:
    if isinstance(value, kind):
        found.append(value)
    if isinstance(value, tuple):
        for each in value:
            _add(each, kind, found)
    elif isinstance(value, Record) and not isinstance(value, Text):
        for name in field_names(value):
            part = getattr(value, name)
            if type(part) not in _BARE:
                _add(part, kind, found)


@cache
def _roles(cls: type) -> _Roles:
    """The parts of a record's fields. Raises TypeError for a note that its field cannot bear."""
    topic = _bearer(cls, Subject, Ref)
    if topic and named_by(notes_of(cls)[topic].notes) != "topic":
        raise TypeError(f"{cls.__name__}.{topic} is the Subject, and does not name a topic")
    lead = _bearer(cls, Lead, Text)
    counted = tuple(name for name, noted in notes_of(cls).items() if noted.first(Counted))
    return _Roles(topic, lead, tuple(_verbatim(cls)), tuple(_headed(cls)), counted)


def _bearer(cls: type, role: type, kind: Any) -> str:
    """The one field with this note, which must be of a type; "" where there is none."""
    found = {name: noted.hint for name, noted in notes_of(cls).items() if noted.first(role)}
    if len(found) > 1:
        raise TypeError(f"{cls.__name__} has more than one {role.__name__}: {', '.join(found)}")
    for name, hint in found.items():
        if hint not in (kind, kind | None):
            raise TypeError(f"{cls.__name__}.{name} is no {kind.__name__}, and no {role.__name__}")
    return "".join(found)


def _verbatim(cls: type) -> Iterator[tuple[str, str]]:
    """Each field with words of a source, and the field that names the source."""
    found = notes_of(cls)
    for name, noted in found.items():
        if (note := noted.first(Verbatim)) is None:
            continue
        if innermost(noted.hint) is not Text:
            raise TypeError(f"{cls.__name__}.{name} is no Text, and not Verbatim")
        source = found.get(note.source)
        if source is None or source.hint is not str or named_by(source.notes) != "source":
            raise TypeError(f"{cls.__name__}.{name} is Verbatim of no field that names a source")
        yield name, note.source


def _headed(cls: type) -> Iterator[tuple[str, str]]:
    """Each field with rows of cells, and the field with their heads."""
    found = notes_of(cls)
    for name, noted in found.items():
        if (note := noted.first(Headed)) is None:
            continue
        heads = found.get(note.heads)
        rows = noted.hint == tuple[tuple[Text, ...], ...]
        if not rows or heads is None or heads.hint != tuple[Text, ...]:
            raise TypeError(f"{cls.__name__}.{name} is Headed by no field with texts for its rows")
        yield name, note.heads
