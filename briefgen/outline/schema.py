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

from briefgen.brief.hints import SLUG, Known, Length, Pattern, Terms
from briefgen.brief.model import Ref, Text, Word
from briefgen.outline.convert import Field, fields_of, stands_alone
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
_TEXT: Schema = {
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
_ID: Schema = {"type": ["string", "number"], "pattern": f"^(?:{SLUG.regex})$"}

# An id where it is restricted.
_RESTRICTED_ID: Schema = {
    "type": "object",
    "properties": {"figure": _ID, "topic": _ID, **_RESTRICTION},
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
        "oneOf": [_slide(name, kind) for name, kind in sorted(kinds.items())],
    }
    return {"$schema": DIALECT, "title": "briefgen outline", **made, "$defs": {"text": _TEXT}}


def _slide(name: str, kind: SlideKind) -> Schema:
    made = schema_of(SlideForm, kind.fields)
    made["description"] = _doc(kind.fields)
    made["properties"]["kind"] = {"const": name, "description": _doc(kind.fields)}
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
        return {"type": "array", "items": _type(get_args(hint)[0]), **limits}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is abc.Mapping:
        value = get_args(hint)[1]
        if Terms() in rules:
            return {"type": "object", "additionalProperties": dict(_WORD)}
        if value is str:
            return dict(_WORDING)
        inner = schema_of(value, without=("id",))
        names = {"pattern": f"^(?:{SLUG.regex})$"}
        return {"type": "object", "propertyNames": names, "additionalProperties": inner}
    if hint is str:
        if known := next((rule for rule in rules if isinstance(rule, Known)), None):
            return {"enum": sorted(known.names())}
        pattern = next((rule for rule in rules if isinstance(rule, Pattern)), None)
        return {**_WORD, "pattern": f"^(?:{pattern.regex})$"} if pattern else dict(_WORD)
    plain = _plain(hint)
    if plain is not None:
        return plain
    inner = schema_of(hint)
    return {"anyOf": [_ID, inner]} if stands_alone(hint) else inner


def _plain(hint: Any) -> Schema | None:
    if hint is Text:
        return {"$ref": "#/$defs/text"}
    if hint is Ref:
        return {"anyOf": [_ID, _RESTRICTED_ID]}
    if hint is Word:
        return dict(_WORD)
    if hint is bool:
        return {"enum": [True, False, "yes", "no"]}
    if hint is int:
        return {"type": "integer"}
    return {"type": "number"} if hint is Decimal else None


def _doc(cls: type) -> str:
    return " ".join((cls.__doc__ or "").split("\n\n")[0].split())
