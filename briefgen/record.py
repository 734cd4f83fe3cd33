"""The value class of the house: frozen records of named fields.

A record is a `msgspec.Struct`. Some two hundred are defined in a build, and a long deck is made of
hundreds of thousands: defining one takes a quarter of what a frozen dataclass takes, making or
changing one a tenth. Fields, defaults, equality, hash and `replace` are a dataclass's; a record
that keeps what it has worked out (`cached_property`) is declared with `dict=True`, one that is
looked up by again and again with `cache_hash=True`.
"""

from __future__ import annotations

from typing import dataclass_transform

from msgspec import NODEFAULT, Struct, field
from msgspec.structs import asdict, replace

__all__ = ["Record", "State", "asdict", "defaults", "field", "field_names", "is_record", "replace"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True):
    """A frozen value: equal to any of its class with the same fields, and hashable by them."""


@dataclass_transform(field_specifiers=(field,))
class State(Struct, eq=False):
    """What changes while something is under way; each is equal to itself alone."""


def is_record(value: object) -> bool:
    """Whether a value, or a class, is a record."""
    kind = value if isinstance(value, type) else type(value)
    return issubclass(kind, Struct)


def field_names(record: object) -> tuple[str, ...]:
    """The fields of a record or its class, in the order declared; () of anything else.

    >>> class Point(Record):
    ...     x: int
    ...     y: int = 0
    >>> field_names(Point), defaults(Point)
    (('x', 'y'), {'y': 0})
    """
    names: tuple[str, ...] = getattr(record, "__struct_fields__", ())
    return names


def defaults(cls: type) -> dict[str, object]:
    """The fields of a record's class that have a default, with it (or with what makes it)."""
    names = field_names(cls)
    given: tuple[object, ...] = getattr(cls, "__struct_defaults__", ())
    pairs = zip(names[len(names) - len(given) :], given, strict=True)
    return {name: default for name, default in pairs if default is not NODEFAULT}
