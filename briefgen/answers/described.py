"""Turn what there is to write with into what a program reads of it: schemas, kinds, examples."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from briefgen.answers import examples
from briefgen.brief.hints import Length
from briefgen.brief.model import Ref, Text, Word
from briefgen.brief.roles import innermost
from briefgen.kinds import kinds
from briefgen.outline import schema as written
from briefgen.outline.audience.overlay import ITEMS, KEYS
from briefgen.outline.audience.verbs import VERBS
from briefgen.outline.convert import Field, fields_of, spoken, unwrapped
from briefgen.outline.language import LANGUAGES
from briefgen.outline.load import Project
from briefgen.outline.markdown.to_yaml import block, flow
from briefgen.outline.nearest import nearest
from briefgen.outline.parts import PARTS
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Scalar
from briefgen.outline.schema import Schema
from briefgen.outline.written import SlideForm
from briefgen.problems import MachineError, Problems
from briefgen.record import is_record

# A piece of a schema that stands at several places is said once from so many characters on.
_WORTH = 48
# Where a schema holds schemas by name, and where it holds one, or several.
_BY_NAME, _ONE = ("properties", "$defs"), ("items", "additionalProperties", "propertyNames")
_SEVERAL = ("anyOf", "oneOf")
AUDIENCE = "audience"


class UnknownError(MachineError):
    """There is nothing of this name to be described."""


def schema(what: str = "", project: Path | None = None) -> Schema:
    """The schema of an outline, or of `what`: a kind, a part, "audience".

    With a project's outline its own ids are enumerated. Raises UnknownError.
    """
    known = kinds()
    if not what:
        made = written.json_schema(known)
        for each in made["properties"]["deck"]["items"]["oneOf"]:
            each["examples"] = _example_of(each["properties"]["kind"]["const"])
    elif what == AUDIENCE:
        made = _audience(written.json_schema(known))
    elif what in known:
        made = written.slide_schema(what, known[what])
        _exemplify(
            made["properties"], what, (*fields_of(SlideForm), *fields_of(known[what].fields))
        )
        made["examples"] = _example_of(what)
    elif what in PARTS:
        made = _part(what)
    else:
        names = (*known, *PARTS, AUDIENCE)
        raise UnknownError.of("unknown-described", name=what, offer=nearest(what, names))
    made = {**made, "$defs": {"text": written.TEXT}} if "$defs" not in made else made
    if project is not None:
        made = _with_ids(made, _ids(project))
    made = compact({"$schema": written.DIALECT, **made})
    return _terse(made) if what in _TERSE else made


# What is read rather than checked by, and what of it editors alone need.
_TERSE = ("page", AUDIENCE)
_EDITORS = ("pattern", "default", "minProperties")
_WHO: Schema = {"only": {}, "not": {}}
_NOTHING = {"required": [], "minItems": 0, "$schema": written.DIALECT}


def _terse(schema: Any) -> Any:
    """A schema for a reader: the same fields, without what is said of restrictions at each."""
    if isinstance(schema, list):
        return [_terse(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if set(schema.get("properties", ())) == set(LANGUAGES):
        return {"type": "object", "propertyNames": {"enum": [*LANGUAGES]}}
    made: Schema = {}
    for key, value in schema.items():
        if key in _BY_NAME:
            made[key] = {
                name: _WHO.get(name, _terse(each))
                for name, each in value.items()
                if key == "properties" or not name.startswith(("only", "not"))
            }
        elif key not in _EDITORS and (key not in _NOTHING or value != _NOTHING[key]):
            made[key] = value if key == "examples" else _terse(value)
    return made


def _example_of(kind: str) -> list[Any]:
    found = examples.slide(kind)
    return [examples.plain(found)] if found else []


def _part(name: str) -> Schema:
    """The schema of a part by itself, with an example of it and of each of its fields."""
    whole: Schema = written.json_schema(kinds())["properties"][name]
    held = innermost(PARTS[name].hint)
    inner = whole.get("additionalProperties") or whole.get("items") or whole
    if is_record(held) and "properties" in inner and name not in _TERSE:
        _exemplify(inner["properties"], name, fields_of(held))
    found = examples.part(name)
    return {**whole, "examples": [examples.plain(found)]} if found is not None else dict(whole)


def _exemplify(properties: Schema, owner: str, fields: tuple[Field, ...]) -> None:
    for each in fields:
        if each.name in properties:
            properties[each.name]["examples"] = [examples.field(owner, each)]


def _audience(outline: Schema) -> Schema:
    """The schema of an audience's file: what replaces the brief's own, and the verbs by part."""
    properties = outline["properties"]
    brief = _mapping(properties["brief"])["properties"]
    ids = {"type": "array", "items": dict(written.ID)}
    # One of these is what is added.
    adds = {
        "before": dict(written.ID),
        "after": dict(written.ID),
        **{key: {} for key in ITEMS.values()},
    }
    made: Schema = {}
    for key in KEYS:
        if key in ITEMS:
            verbs = {
                "set": {"type": "object", "additionalProperties": {"type": "object"}},
                "add": {"type": "array", "items": {"type": "object", "properties": adds}},
            }
            made[key] = {
                "type": "object",
                "description": "Changes by id, one verb after the other.",
                "properties": {verb: verbs.get(verb, ids) for verb in VERBS},
                "additionalProperties": False,
            }
        elif key in ("brief", "page", "slides"):
            keys = sorted(_mapping(properties[key])["properties"])
            made[key] = {"type": "object", "propertyNames": {"enum": keys}}
        elif key == "lead":
            made[key] = {**ids, "description": "The page's leading figures."}
        else:
            made[key] = dict(brief.get(key, written.ID))
    made["extends"] = {**written.ID, "description": "Another audience, which this one changes."}
    found = examples.nodes_of(examples.audience())
    return {
        "title": "audiences/NAME.yaml beside the outline: only what differs for this audience",
        "type": "object",
        "properties": made,
        "additionalProperties": False,
        "examples": [examples.plain(found)],
        "$defs": {"text": written.TEXT},
    }


def _mapping(made: Schema) -> Schema:
    """The schema of a mapping, where a part may be written as a text alone too."""
    several: list[Schema] = made.get("anyOf", [made])
    return next(each for each in several if "properties" in each)


def _ids(outline: Path) -> Mapping[str, list[str]]:
    """The ids that an outline has, by what they are of."""
    read = Project.read(outline, Problems(), kinds()).nodes
    found: dict[str, list[str]] = {"figure": [], "source": [], "topic": [], "slide": []}
    for part, thing in (("figures", "figure"), ("sources", "source")):
        node = read.get(part) if read else None
        found[thing] = list(node.entries) if isinstance(node, nodes.Mapping) else []
    for part, thing in (("topics", "topic"), ("deck", "slide")):
        node = read.get(part) if read else None
        for item in node.items if isinstance(node, nodes.Sequence) else ():
            id = item.get("id") if isinstance(item, nodes.Mapping) else None
            found[thing] += [id.text] if isinstance(id, Scalar) else []
    return found


def _with_ids(schema: Any, ids: Mapping[str, list[str]]) -> Any:
    """A schema in which the ids of things are those that there are."""
    if isinstance(schema, list):
        return [_with_ids(each, ids) for each in schema]
    if not isinstance(schema, dict):
        return schema
    thing = str(schema.get("title", "")).removesuffix(" id")
    if schema.get("title") == f"{thing} id" and ids.get(thing):
        return {"enum": ids[thing], **{k: v for k, v in schema.items() if k == "description"}}
    return {key: _with_ids(value, ids) for key, value in schema.items()}


def compact(schema: Schema) -> Schema:
    """The same schema, in which what stands at several places is said once, in `$defs`."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for name, each in _within(schema, ""):
        said = json.dumps(each, ensure_ascii=False, sort_keys=True)
        if len(said) > _WORTH:
            counts[said] += 1
            names.setdefault(said, name or "value")
    shared = [said for said, count in counts.items() if count > 1]
    taken = dict.fromkeys(schema.get("$defs", {}), "")
    refs: dict[str, str] = {}
    for said in shared:
        base, number, name = names[said], 1, names[said]
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken[name] = said
        refs[said] = name
    defs = {**schema.get("$defs", {}), **{name: json.loads(said) for said, name in refs.items()}}
    made = _referred({k: v for k, v in schema.items() if k != "$defs"}, refs, top=True)
    kept = {name: _referred(each, refs, top=True) for name, each in defs.items()}
    return {**made, "$defs": kept}


def _within(schema: Any, name: str) -> Iterator[tuple[str, Schema]]:
    """Every schema in a schema, with the name that it stands under."""
    if not isinstance(schema, dict):
        return
    for key, value in schema.items():
        if key in _BY_NAME and isinstance(value, dict):
            for own, each in value.items():
                if isinstance(each, dict):
                    yield own, each
                    yield from _within(each, own)
        elif key in _ONE and isinstance(value, dict):
            yield name, value
            yield from _within(value, name)
        elif key in _SEVERAL:
            for each in value:
                yield name, each
                yield from _within(each, name)


def _referred(schema: Any, refs: Mapping[str, str], top: bool = False) -> Any:
    """A schema with references for what is said elsewhere."""
    if not isinstance(schema, dict):
        return schema
    said = json.dumps(schema, ensure_ascii=False, sort_keys=True)
    if not top and said in refs:
        return {"$ref": f"#/$defs/{refs[said]}"}
    made: Schema = {}
    for key, value in schema.items():
        if key in _BY_NAME and isinstance(value, dict):
            made[key] = {name: _referred(each, refs) for name, each in value.items()}
        elif key in _ONE:
            made[key] = _referred(value, refs)
        elif key in _SEVERAL:
            made[key] = [_referred(each, refs) for each in value]
        else:
            made[key] = value
    return made


def kinds_of(names: Sequence[str]) -> dict[str, Any]:
    """All that is to be known of some kinds: of several what every slide has once. Raises
    UnknownError."""
    made = {name: kind(name) for name in names}
    if len(made) == 1:
        return next(iter(made.values()))
    common = [each.pop("common") for each in made.values()]
    return {"kinds": list(made.values()), "common": common[0]}


def kind(name: str) -> dict[str, Any]:
    """All that is to be known of a slide kind: its fields with types, limits and an example, those
    that every slide has, and a whole slide. Raises UnknownError."""
    known = kinds()
    if name not in known:
        part = {"figure": "figures", "source": "sources"}.get(name, name)
        if part == AUDIENCE or part in PARTS:
            raise UnknownError.of("part-and-no-kind", name=name, part=part)
        raise UnknownError.of("unknown-kind", name=name, offer=nearest(name, known))
    found, example = known[name], examples.slide(name)
    common = [each for each in fields_of(SlideForm) if each.name != "kind"]
    return {
        "kind": name,
        "purpose": found.purpose,
        "title": found.title,
        "fields": {each.name: field(name, each) for each in fields_of(found.fields)},
        "common": {each.name: field(name, each, example=False) for each in common},
        "example": "\n".join(block(example)) if example else "",
    }


def field(owner: str, each: Field, example: bool = True) -> dict[str, Any]:
    """What a field takes: its type in words, whether it must be there, how many, which words."""
    said: dict[str, Any] = {"type": spoken(each.hint), "required": each.required}
    for rule in each.rules:
        if isinstance(rule, Length):
            said |= {"min": rule.least, "max": rule.most}
    hint = unwrapped(each.hint)
    if get_origin(hint) is Literal:
        said |= {"type": "word", "values": list(get_args(hint))}
    held = innermost(each.hint)
    if is_record(held) and held not in (Text, Ref, Word):
        said["keys"] = {
            inner.name: f"{spoken(inner.hint)}{'' if inner.required else '?'}: {inner.doc}"
            for inner in fields_of(held)
        }
    said["about"] = each.doc
    return {**said, "example": examples.field(owner, each)} if example else said


def keys(schema: Schema) -> dict[str, str]:
    """What each key of a part is for, in a line."""
    inner = schema.get("additionalProperties") or schema.get("items") or schema
    held = inner if isinstance(inner, dict) and "properties" in inner else schema
    defs = schema.get("$defs", {})
    found: dict[str, str] = {}
    for name, each in held.get("properties", {}).items():
        said = defs.get(each.get("$ref", "").rpartition("/")[2], each)
        if name not in ("only", "not"):
            required = "" if name in held.get("required", ()) else "optional: "
            words = [str(word) for word in said.get("enum", ()) if isinstance(word, str)]
            required += f"{' | '.join(words)}: " if 1 < len(words) < 16 else ""
            found[name] = required + str(each.get("description") or said.get("description", ""))
    return found


def part_as_yaml(name: str) -> str:
    """A part of an outline, or an audience's file, as YAML."""
    if name == AUDIENCE:
        return examples.audience()
    node = examples.part(name)
    return "" if node is None else written_as(name, node)


def written_as(name: str, node: nodes.Node) -> str:
    """A part as YAML, under its name."""
    return "\n".join(block(nodes.Mapping({name: nodes.Entry(node.mark, node)}, node.mark)))


def as_yaml(node: nodes.Node) -> str:
    """A node as YAML of its own."""
    if isinstance(node, nodes.Mapping):
        return "\n".join(block(node))
    if isinstance(node, nodes.Sequence):
        return "\n".join(line[2:] for line in written_as("x", node).split("\n")[1:]) or flow(node)
    return node.text.strip()
