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
_COLON = pattern(rf"{_KEY}(?P<at>：{_SPACES})")
_DASH = pattern(rf"(?P<at>－{_SPACES})")
_DASH_SPACE = pattern(rf"-(?P<at>\u3000{_SPACES})")
_INDENT = pattern(r"[ \u3000]*\u3000[ \u3000]*")
_COLON_SPACE = pattern(rf"{_KEY}:(?P<at>\u3000{_SPACES})")
_COMMA = pattern(rf"(?P<at>，{_SPACES})(?={_KEY}\s*[:：])")
_BRACES = pattern(rf"｛(?P<inner>\s*{_KEY}\s*[:：][^｛｝]*)｝")
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


def mended(problem: Problem, lines: Sequence[str]) -> tuple[Mark, Span] | None:
    """The edit of a line, at that line's place, that gives YAML the half-width signs for want of
    which there is a problem; None where it is for want of something else."""
    mark = problem.mark
    if not 0 < mark.line <= len(lines):
        return None
    line, at = lines[mark.line - 1], mark.column - 1
    rule = _RULES.get(problem.code, _of_value)
    span = rule(problem, line, at, lines[: mark.line - 1])
    return (mark, span) if span else None


def _colon(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    return _replaced(_COLON.match(line, at), ": ", line)


def _dash(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    return _replaced(_DASH.match(line, at), "- ", line)


def _item(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    return _replaced(_DASH_SPACE.match(line, at), " ", line)


def _behind(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    return _replaced(_COLON_SPACE.match(line, at), " ", line)


def _comma(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    found = list(_COMMA.finditer(line, 0, at + 1)) or list(_COMMA.finditer(line))
    return _replaced(found[0] if found else None, ", ", line)


def _second(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    match = _BRACES.search(line)
    return _inside(match, "{", "}")


def _indent(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    match = _INDENT.match(line)
    if match is None:
        return None
    # As wide as it looks where a line above begins there or a step before, else a space for each.
    columns = {len(each) - len(each.lstrip(" ")) for each in above if each.strip()}
    columns |= {column + 2 for column in columns}
    wide = match[0].replace("\u3000", " " * _WIDE)
    return Span(0, match.end(), wide if len(wide) in columns else match[0].replace("\u3000", " "))


def _of_key(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    return _replaced(_COLON.match(line, at), ": ", line)


def _list(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    match = _BRACKETS.match(line, at)
    if match is None:
        return None
    items = re.sub(r"\s*，\s*", ", ", match["inner"])
    return Span(match.start(), match.end(), f"[{items}]")


def _of_value(problem: Problem, line: str, at: int, above: Sequence[str]) -> Span | None:
    """A value that cannot be read: a mapping in full-width braces, or with such commas in it."""
    if problem.severity != "error":
        return None
    if line[at : at + 1] == "｛":
        return _inside(_BRACES.match(line, at), "{", "}")
    end = min((each for each in (line.find(sign, at) for sign in ",}") if each >= 0), default=0)
    return _replaced(_COMMA.search(line, at, end) if end else None, ", ", line)


_Rule: TypeAlias = Callable[[Problem, str, int, Sequence[str]], "Span | None"]
_RULES: dict[str, _Rule] = {
    "yaml-wide-colon": _colon,
    "yaml-wide-dash": _dash,
    "yaml-wide-space": _indent,
    "yaml-item-space": _item,
    "yaml-no-space": _behind,
    "yaml-no-key": _behind,
    "yaml-no-comma": _comma,
    "yaml-second-colon": _second,
    "unknown-key": _of_key,
    "wide-brackets": _list,
}


def _replaced(match: re.Match[str] | None, text: str, line: str) -> Span | None:
    if match is None:
        return None
    # Nothing stands behind a key whose value is in the lines below.
    return Span(
        match.start("at"), match.end("at"), text if match.end("at") < len(line) else text[0]
    )


def _inside(match: re.Match[str] | None, opened: str, closed: str) -> Span | None:
    return Span(match.start(), match.end(), opened + match["inner"] + closed) if match else None


def of_keys(node: Node) -> Iterator[tuple[Mark, Span]]:
    """The edits of keys that end in a full-width colon and take the value with them, in a mapping
    of one line: {kind：cover}."""
    if isinstance(node, Items):
        for item in node.items:
            yield from of_keys(item)
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            match = _COLON.match(key)
            if match and is_empty(entry.value):
                start = entry.key.column - 1 + match.start("at")
                yield entry.key, Span(start, start + len(match["at"]), ": ")
            yield from of_keys(entry.value)


def of_placeholders(node: Node, ids: AnySet[str]) -> Iterator[tuple[Scalar, Span]]:
    """The edits of placeholders with full-width braces or colon, for figures of these ids: of the
    characters of a scalar, from its first."""
    for scalar in scalars(node):
        if "｛" in scalar.raw or "｝" in scalar.raw or "：" in scalar.raw:
            for match in _PLACEHOLDER.finditer(scalar.raw):
                form = f":{match['form']}" if match["form"] else ""
                if match["id"] in ids and set(match[0]) & set("｛｝："):
                    yield scalar, Span(match.start(), match.end(), f"{{{match['id']}{form}}}")
