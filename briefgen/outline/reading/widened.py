"""Turn full-width signs where YAML or a placeholder needs half-width ones into the edit of a line.

A Chinese keyboard types ：－｛｝【】， and a wide space. Where a problem says that the file cannot
be read as it was meant, and such a sign stands at its place, the half-width one was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AnySet
from typing import TypeAlias

from briefgen.outline.reading.nodes import Mapping, Node, Scalar, is_empty, scalars
from briefgen.outline.reading.nodes import Sequence as Items
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problem
from briefgen.record import Record

_SPACES = r"[ \u3000]*"
_KEY = r"[A-Za-z_][\w-]*"
_COLON = pattern(rf"(?P<key>{_KEY})(?P<at>：{_SPACES})")
_DASH = pattern(rf"(?P<at>－{_SPACES})")
_DASH_SPACE = pattern(rf"-(?P<at>\u3000{_SPACES})")
_INDENT = pattern(r"[ \u3000]*\u3000[ \u3000]*")
_COLON_SPACE = pattern(rf"{_KEY}:(?P<at>\u3000{_SPACES})")
_COMMA = pattern(rf"(?P<at>，{_SPACES})(?=(?P<key>{_KEY})\s*[:：])")
_LAST = pattern(rf"，{_SPACES}(?P<key>{_KEY})$")
_BRACES = pattern(rf"｛(?P<inner>\s*(?P<key>{_KEY})\s*[:：][^｛｝]*)｝")
_BRACKETS = pattern(r"【(?P<inner>[^【】]*)】")
_PLACEHOLDER = pattern(
    rf"[{{｛]{_SPACES}(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*){_SPACES}"
    rf"(?:[:：]{_SPACES}(?P<form>number|signed){_SPACES})?[}}｝]"
)
# Two columns are what a full-width space takes.
_WIDE = 2


class Span(Record):
    """The characters of a line that become others: from `start` up to `end`, from 0."""

    start: int
    end: int
    text: str


class At(Record):
    """Where a problem is told: its line, how many characters into it, the lines above; and what
    tells whether a word is a key of outlines."""

    line: str
    at: int
    above: Sequence[str]
    is_key: Callable[[str], bool]


def mended(
    problem: Problem, lines: Sequence[str], is_key: Callable[[str], bool]
) -> tuple[Mark, Span] | None:
    """The edit of a line, at that line's place, that gives YAML the half-width signs for want of
    which there is a problem; None where it is for want of something else."""
    mark = problem.mark
    rule = _RULES.get(problem.code)
    if rule is None or not 0 < mark.line <= len(lines):
        return None
    span = rule(At(lines[mark.line - 1], mark.column - 1, lines[: mark.line - 1], is_key))
    return (mark, span) if span else None


def _colon(here: At) -> Span | None:
    return _replaced(_COLON.match(here.line, here.at), ": ", here.line)


def _dash(here: At) -> Span | None:
    return _replaced(_DASH.match(here.line, here.at), "- ", here.line)


def _item(here: At) -> Span | None:
    return _replaced(_DASH_SPACE.match(here.line, here.at), " ", here.line)


def _behind(here: At) -> Span | None:
    return _replaced(_COLON_SPACE.match(here.line, here.at), " ", here.line)


def _comma(here: At) -> Span | None:
    """The first comma before a key, up to the place or else behind it."""
    found = [each for each in _COMMA.finditer(here.line) if here.is_key(each["key"])]
    before = [each for each in found if each.start() <= here.at]
    return _replaced(next(iter(before or found), None), ", ", here.line)


def _mapping(here: At) -> Span | None:
    """A mapping in full-width braces."""
    match = _BRACES.search(here.line)
    if match is None or not here.is_key(match["key"]):
        return None
    return Span(match.start(), match.end(), "{" + match["inner"] + "}")


def _indent(here: At) -> Span | None:
    match = _INDENT.match(here.line)
    if match is None:
        return None
    # As wide as it looks where a line above begins there or a step before, else a space for each.
    columns = {len(each) - len(each.lstrip(" ")) for each in here.above if each.strip()}
    columns |= {column + 2 for column in columns}
    wide = match[0].replace("\u3000", " " * _WIDE)
    return Span(0, match.end(), wide if len(wide) in columns else match[0].replace("\u3000", " "))


def _key(here: At) -> Span | None:
    match = _COLON.match(here.line, here.at)
    return _replaced(match if match and here.is_key(match["key"]) else None, ": ", here.line)


def _list(here: At) -> Span | None:
    match = _BRACKETS.match(here.line, here.at)
    if match is None:
        return None
    items = re.sub(r"\s*，\s*", ", ", match["inner"])
    return Span(match.start(), match.end(), f"[{items}]")


def _value(here: At) -> Span | None:
    """A value that is read as one with the key behind it: {kind: cover， id: a}."""
    ends = (here.line.find(sign, here.at) for sign in ",}")
    end = min((each for each in ends if each >= 0), default=0)
    match = _COMMA.search(here.line, here.at, end) if end else None
    return _replaced(match if match and here.is_key(match["key"]) else None, ", ", here.line)


_Rule: TypeAlias = Callable[[At], "Span | None"]
_RULES: dict[str, _Rule] = {
    "yaml-wide-colon": _colon,
    "yaml-wide-dash": _dash,
    "yaml-wide-space": _indent,
    "yaml-item-space": _item,
    "yaml-no-space": _behind,
    "yaml-no-key": _behind,
    "yaml-no-comma": _comma,
    "yaml-second-colon": _mapping,
    "not-a-mapping": _mapping,
    "unknown-key": _key,
    "wide-brackets": _list,
    "unknown-kind": _value,
    "bad-choice": _value,
    "bad-form": _value,
}


def _replaced(match: re.Match[str] | None, text: str, line: str) -> Span | None:
    if match is None:
        return None
    # Nothing stands behind a key whose value is in the lines below.
    return Span(
        match.start("at"), match.end("at"), text if match.end("at") < len(line) else text[0]
    )


def of_keys(node: Node, is_key: Callable[[str], bool]) -> Iterator[tuple[Mark, Span]]:
    """The edits of keys that end in a full-width colon and take the value with them, in a mapping
    of one line, perhaps the next key too: {kind：cover}, {id：a， kind: cover}."""
    if isinstance(node, Items):
        for item in node.items:
            yield from of_keys(item, is_key)
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            match = _COLON.match(key)
            last = _LAST.search(key)
            alone = is_empty(entry.value) or bool(last and is_key(last["key"]))
            if match and alone and is_key(match["key"]):
                start = entry.key.column - 1 + match.start("at")
                yield entry.key, Span(start, start + len(match["at"]), ": ")
            yield from of_keys(entry.value, is_key)


def of_placeholders(node: Node, ids: AnySet[str]) -> Iterator[tuple[Scalar, Span]]:
    """The edits of placeholders with full-width braces or colon, for figures of these ids: of the
    characters of a scalar, from its first."""
    for scalar in scalars(node):
        if "｛" in scalar.raw or "｝" in scalar.raw or "：" in scalar.raw:
            for match in _PLACEHOLDER.finditer(scalar.raw):
                form = f":{match['form']}" if match["form"] else ""
                if match["id"] in ids and set(match[0]) & set("｛｝："):
                    yield scalar, Span(match.start(), match.end(), f"{{{match['id']}{form}}}")
