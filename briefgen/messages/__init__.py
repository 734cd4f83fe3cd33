"""Turn the code of a problem into what it says, in the reader's language: the catalogue.

Each code stands here once, in the module of the room that tells it: how severe it is, its sentence,
its hint, what it means, and an example wrong and right. Code that finds a problem names the code
and gives the named parts; no sentence is written elsewhere. A module is imported when a problem of
its room is told: an outline without any does not pay for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from briefgen.messages.entry import Message, Words

# What is looked for first stands first: by what `pages` tells, a build chooses between plans, and
# the next three tell what most builds are told.
ROOMS = (
    "pages",
    "checks",
    "common",
    "vouched",
    "attached",
    "audience",
    "charts",
    "cli",
    "data",
    "doctor",
    "doctor_added",
    "doctor_colours",
    "doctor_places",
    "drafting",
    "fixes",
    "fonts",
    "formulas",
    "graphics",
    "kinds",
    "ledger",
    "limits",
    "looks",
    "machine",
    "markdown",
    "marks",
    "merging",
    "notes",
    "ordinary",
    "outline",
    "preview",
    "quantities",
    "reading",
    "references",
    "revisions",
    "syntax",
    "template",
    "theme",
    "tools",
    "values",
    "verify",
)
# What a plug-in's own problems say, by code: filled when the plug-in is loaded.
_ADDED: dict[str, Message] = {}


@cache
def _of(room: str) -> Mapping[str, Message]:
    own: Mapping[str, Message] = import_module(f"{__name__}.{room}").MESSAGES
    return own


@cache
def _phrases_of(room: str) -> Mapping[str, Words]:
    own: Mapping[str, Words] = import_module(f"{__name__}.{room}").PHRASES
    return own


@cache
def catalogue() -> Mapping[str, Message]:
    """Every message of briefgen by its code, sorted. Raises ValueError for a code given twice."""
    found: dict[str, Message] = {}
    for room in ROOMS:
        own = _of(room)
        if twice := found.keys() & own.keys():
            raise ValueError(f"messages of {room} that are there already: {sorted(twice)}")
        found.update(own)
    return dict(sorted(found.items()))


@cache
def phrases() -> Mapping[str, Words]:
    """Every phrase that may be part of a message, by its key."""
    found: dict[str, Words] = {}
    for room in ROOMS:
        own = _phrases_of(room)
        if twice := found.keys() & own.keys():
            raise ValueError(f"phrases of {room} that are there already: {sorted(twice)}")
        found.update(own)
    return found


def phrase(key: str) -> Words:
    """The phrase of a key. Raises KeyError where there is none."""
    found = next((own[key] for own in map(_phrases_of, ROOMS) if key in own), None)
    if found is None:
        raise KeyError(f"no phrase has the key {key!r}")
    return found


def message(code: str) -> Message:
    """The message of a code, a plug-in's too. Raises KeyError where there is none."""
    if code in _ADDED:
        return _ADDED[code]
    found = next((own[code] for own in map(_of, ROOMS) if code in own), None)
    if found is None:
        raise KeyError(f"no message has the code {code!r}")
    return found


def known() -> Mapping[str, Message]:
    """Every message by its code, those of plug-ins too, sorted."""
    return dict(sorted({**catalogue(), **_ADDED}.items()))


def taken(messages: Mapping[str, Message]) -> tuple[str, ...]:
    """The codes of a plug-in's messages that are another's already."""
    return tuple(
        code
        for code, each in messages.items()
        if code in catalogue() or _ADDED.get(code, each) != each
    )


def add_messages(messages: Mapping[str, Message]) -> None:
    """Take in the messages of a plug-in. Raises ValueError where a code is another's already."""
    if twice := taken(messages):
        raise ValueError(f"messages that are there already: {', '.join(twice)}")
    _ADDED.update(messages)
