"""Turn the kinds of slides into what is told of them: all in a list, or one with lines to copy."""

from __future__ import annotations

import re
from textwrap import dedent, indent
from typing import Any

from briefgen.brief.hints import Length
from briefgen.kinds import kinds
from briefgen.kinds.base import Kind
from briefgen.machine.assets import shipped
from briefgen.messages.answers import answer
from briefgen.messages.entry import Tongue
from briefgen.outline.convert import Field, fields_of, spoken
from briefgen.patterns import pattern

_NAMES, _FIELDS = 12, 14
# Behind what a kind is for stands how it is made.
_FIRST = pattern(r"\.? *[;；]|(?<=\w)\.(?: |$)|。")
# Types by their words, which between commas are names of fields.
_TYPE = pattern(
    r"list of(?= \()|by id:(?= \()|(?:(?<=\()|^)(?:text|word|whole number|number|yes or no)(?=\)|$)"
)

# A slide of an outline, with the lines that are indented below it; its minutes are its own.
_SLIDE = pattern(r"(?m)^  - .*\n(?:    .*\n)*")
_TIMED = pattern(r"(?m)^    (?:minutes|build): .*\n")
_TIMED_FLOW = pattern(r", minutes: [\d.]+")
# Of several examples the one of about so many lines is shown.
_LINES = 7


def as_dict(fields: bool) -> dict[str, Any]:
    """All kinds as they go into JSON: what each is for, with `fields` these too."""
    return {
        name: kind.purpose
        if not fields
        else {
            "purpose": kind.purpose,
            "fields": {field.name: field.doc for field in fields_of(kind.fields)},
        }
        for name, kind in kinds().items()
    }


def listed(fields: bool, tongue: Tongue) -> str:
    """All kinds: what each is for, with `fields` these too."""
    lines: list[str] = []
    for name, kind in kinds().items():
        purpose = _purpose(name, kind, tongue)
        lines.append(f"{name:<{_NAMES}} {purpose if fields else _FIRST.split(purpose)[0]}")
        if fields:
            lines += [" " * _FIELDS + _field(each, tongue) for each in fields_of(kind.fields)]
    return "\n".join(lines)


def to_copy(name: str, tongue: Tongue) -> str:
    """How a slide of a kind is written; of one without an example its fields."""
    return _lines(name, tongue) or told(name, tongue)


def told(name: str, tongue: Tongue) -> str:
    """One kind: what it is for, lines to copy, its fields."""
    kind = kinds()[name]
    parts = [f"{name}  {_purpose(name, kind, tongue)}"]
    if lines := _lines(name, tongue):
        parts += [answer("to-copy", tongue), indent(lines, "  ")]
    fields = "\n".join("  " + _field(each, tongue) for each in fields_of(kind.fields))
    return "\n\n".join([*parts, answer("fields", tongue), fields])


def _lines(kind: str, tongue: Tongue) -> str:
    """How a slide of a kind is written, as lines to copy; "" for a kind without an example."""
    folder = shipped("assets") / "gallery"
    text = (folder / "en" if tongue == "en" else folder).joinpath("outline.yaml").read_text("utf-8")
    slides = _SLIDE.findall(text.partition("\ndeck:\n")[2])
    own = re.compile(rf"(?m)^(?:    |  - {{id: [\w-]+, )kind: {re.escape(kind)}(?:[,}}]|$)")
    found = [each for each in slides if own.search(each)]
    if not found:
        return ""
    whole = _TIMED.sub("", min(found, key=lambda each: abs(each.count("\n") - _LINES)))
    return _unfolded(dedent(_TIMED_FLOW.sub("", whole)).rstrip())


def _unfolded(slide: str) -> str:
    """A slide that stands in one line of braces, with a line for each of its keys."""
    if "\n" in slide or not slide.startswith("- {"):
        return slide
    keys, depth, quoted = [""], 0, False
    for sign in slide[3:-1]:
        quoted ^= sign == '"'
        depth += 0 if quoted else (sign in "[{") - (sign in "]}")
        if sign == "," and not depth and not quoted:
            keys.append("")
        else:
            keys[-1] += sign
    return "- " + "\n  ".join(key.strip() for key in keys)


def _purpose(name: str, kind: Kind[Any], tongue: Tongue) -> str:
    if tongue == "zh":
        from briefgen.messages.help import KINDS

        if known := KINDS.get(name):  # that of a plug-in has no Chinese
            return f"{known.name}：{known.purpose}"
    return kind.purpose


def _field(field: Field, tongue: Tongue) -> str:
    """A field: its name, what may be written, what it is for."""
    if tongue == "en":
        return str(field)
    from briefgen.messages.help import FIELDS, TYPES

    said = _TYPE.sub(lambda found: TYPES[found[0]], spoken(field.hint))
    said = said.replace(" (", "（").replace(")", "）")
    said += "".join(f"，{rule} 个" for rule in field.rules if isinstance(rule, Length))
    said += "" if field.required else "，可不写"
    doc = FIELDS.get(field.doc, field.doc)
    return f"{field.name:<{_NAMES}} {said}{'。' if doc else ''}{doc}"
