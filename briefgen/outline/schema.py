"""Turn the outline's form into JSON Schema, by which editors complete and check YAML.

JSON Schema 2020-12. It describes what is written, so values are strings even where they are
numbers to us: YAML's own idea of numbers and booleans is allowed beside.
"""

from __future__ import annotations

import types
from collections import abc
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from briefgen.brief.hints import SLUG, Known, Length, Names, Pattern, Terms, Thing, named_by
from briefgen.brief.model import Ref, Text, Word
from briefgen.outline.convert import Field, fields_of, may_be_one, noted_alone, stands_alone
from briefgen.outline.language import LANGUAGES
from briefgen.outline.slides import SlideKind
from briefgen.outline.written import OutlineForm, SlideForm
from briefgen.record import defaults

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

# A word as YAML editors see it: `2024` is a number to them, `yes` perhaps a boolean.
_WORD: Schema = {"type": ["string", "number"]}
_WORDING: Schema = {
    "anyOf": [
        _WORD,
        {
            "type": "object",
            "properties": dict.fromkeys(LANGUAGES, _WORD),
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}
# Whom something is for; see `restrict.py`.
_NAMES: Schema = {"anyOf": [_WORD, {"type": "array", "items": _WORD, "minItems": 1}]}
_RESTRICTION: Schema = {
    "only": {"description": "The only audiences that see this.", **_NAMES},
    "not": {"description": "The audiences that do not see this.", **_NAMES},
}
TEXT: Schema = {
    "description": "A text, one for each language, or with a shorter wording.",
    "anyOf": [
        *_WORDING["anyOf"],
        {
            "type": "object",
            "properties": {"text": _WORDING, "short": _WORDING, **_RESTRICTION},
            "required": ["text"],
            "additionalProperties": False,
        },
    ],
}
ID: Schema = {"type": ["string", "number"], "pattern": f"^(?:{SLUG.regex})$"}


def _id(thing: Thing) -> Schema:
    """The id of a thing that must be there."""
    return {**ID, "title": f"{thing} id"}


def _restricted(thing: Thing) -> Schema:
    """An id where it is restricted: `{figure: gdp, only: […]}`."""
    return {
        "type": "object",
        "properties": {thing: _id(thing), **_RESTRICTION},
        "required": [thing],
        "minProperties": 2,
        "additionalProperties": False,
    }


# A text where it is restricted, and nothing else is said of it.
_RESTRICTED_TEXT: Schema = {
    "type": "object",
    "properties": {"text": _WORDING, **_RESTRICTION},
    "required": ["text"],
    "minProperties": 2,
    "additionalProperties": False,
}


def json_schema(kinds: Mapping[str, SlideKind]) -> Schema:
    """The schema of an outline file, with the fields of every slide kind."""
    made = schema_of(OutlineForm)
    # Parts may stand in included files, which are checked by the same schema.
    made["required"] = []
    for rule in _RESTRICTION:
        del made["properties"][rule]
    made["properties"]["deck"]["items"] = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": sorted(kinds)}},
        "oneOf": [slide_schema(name, kind) for name, kind in sorted(kinds.items())],
    }
    return {"$schema": DIALECT, "title": "briefgen outline", **made, "$defs": {"text": TEXT}}


def slide_schema(name: str, kind: SlideKind) -> Schema:
    """The schema of a slide of a kind."""
    made = schema_of(SlideForm, kind.fields)
    made["description"] = _doc(kind.fields)
    made["properties"]["kind"] = {"const": name}
    if kind.title == "required":
        made["required"].append("title")
    return made


def schema_of(*classes: type, without: tuple[str, ...] = ()) -> Schema:
    """The schema of a mapping that holds the fields of these records."""
    found = [field for cls in classes for field in fields_of(cls) if field.name not in without]
    return {
        "type": "object",
        "description": _doc(classes[0]),
        "properties": {field.name: _field(field, classes) for field in found} | _RESTRICTION,
        "required": [field.name for field in found if field.required],
        "additionalProperties": False,
    }


def _field(field: Field, classes: tuple[type, ...]) -> Schema:
    made = _type(field.hint, field.rules)
    if field.doc:
        made["description"] = field.doc
    for cls in classes:
        default = defaults(cls).get(field.name)
        if isinstance(default, str | bool) and default:
            made["default"] = default
    return made


def _type(hint: Any, rules: tuple[object, ...] = ()) -> Schema:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(arg for arg in get_args(hint) if arg is not type(None))
    if get_origin(hint) is Annotated:
        hint, *noted = get_args(hint)
        return _type(hint, (*rules, *noted))
    if get_origin(hint) is tuple:
        length = next((rule for rule in rules if isinstance(rule, Length)), None)
        limits = {"minItems": length.least, "maxItems": length.most} if length else {}
        noted = [rule for rule in rules if isinstance(rule, Names)]
        item = _type(get_args(hint)[0], tuple(noted))
        several = {"type": "array", "items": item, **limits}
        return {"anyOf": [several, item]} if may_be_one(get_args(hint)[0], length) else several
    if get_origin(hint) is Literal:
        either = [True, False] if {"yes", "no"} <= set(get_args(hint)) else []
        return {"enum": [*get_args(hint), *either]}
    if get_origin(hint) is abc.Mapping:
        value = get_args(hint)[1]
        if Terms() in rules:
            return {"type": "object", "additionalProperties": dict(_WORD)}
        if value is str:
            return dict(_WORDING)
        inner = _record(value) if stands_alone(value) else schema_of(value, without=("id",))
        names = {"pattern": f"^(?:{SLUG.regex})$"}
        return {"type": "object", "propertyNames": names, "additionalProperties": inner}
    if hint is Ref:
        thing = named_by(rules) or "figure"
        own = _id(thing)
        return own if thing == "source" else {"anyOf": [own, _restricted(thing)]}
    return _word(rules) if hint is str else _plain(hint) or _record(hint)


def _word(rules: tuple[object, ...]) -> Schema:
    """A word: an id, one of the names that there are, or of a certain form."""
    if thing := named_by(rules):
        return _id(thing)
    for rule in rules:
        if isinstance(rule, Known):
            return {"enum": sorted(rule.names())}
        if isinstance(rule, Pattern):
            return {**_WORD, "pattern": f"^(?:{rule.regex})$"}
    return dict(_WORD)


def _record(cls: type) -> Schema:
    """A record, or the id or text that it may be written as."""
    inner, alone = schema_of(cls), stands_alone(cls)
    if listed := noted_alone(cls, "list"):
        words = [_type(alone.hint, alone.rules)] if alone else []
        return {"anyOf": [*words, _type(listed.hint, listed.rules), inner]}
    if alone is None:
        return inner
    if alone.hint is Ref:
        return {"anyOf": [_id(named_by(alone.rules) or "figure"), inner]}
    if alone.hint is str:
        return {"anyOf": [_word(alone.rules), inner]}
    own = {field.name for field in fields_of(cls)}
    if own & {"text", "short"}:
        return {"anyOf": [*_WORDING["anyOf"], _RESTRICTED_TEXT, inner]}
    return {"anyOf": [{"$ref": "#/$defs/text"}, inner]}


def _plain(hint: Any) -> Schema | None:
    if hint is Text:
        return {"$ref": "#/$defs/text"}
    if hint is Word:
        return dict(_WORD)
    if hint is bool:
        return {"enum": [True, False, "yes", "no"]}
    if hint is int:
        return {"type": "integer"}
    return {"type": "number"} if hint is Decimal else None


def _doc(cls: type) -> str:
    return " ".join((cls.__doc__ or "").split("\n\n")[0].split())
