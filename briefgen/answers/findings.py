"""Turn the problems of an outline into findings that a program can act on.

A finding says whose it is, the path of what it is about in the outline, what is written there, what
might be written instead, by how much it is too long, and where it can be said, the exact edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefgen.answers.changes import Fix, changes
from briefgen.build import load
from briefgen.messages.entry import Severity, Tongue
from briefgen.outline.load import Project
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Node, Scalar
from briefgen.problems import WRITTEN, MachineError, Mark, Phrase, Problem, Problems
from briefgen.record import Record, asdict, replace
from briefgen.report import Loaded
from briefgen.request import Request

# Named parts that say how much there is, how much may be, and of what; the first pair that a
# problem has counts.
_MEASURES = (
    ("length", "wanted", "characters"),
    ("count", "fit", "items"),
    ("count", "most", "items"),
    ("columns", "most", "columns"),
    ("cells", "columns", "cells"),
    ("cells", "wanted", "cells"),
    ("names", "columns", "names"),
    ("labels", "values", "labels"),
    ("widths", "columns", "widths"),
    ("total", "allowed", "minutes"),
    ("size", "most", "megabytes"),
    ("pixels", "wanted", "pixels"),
)
# Codes whose measure is of what is too much, or of one thing alone.
_TOO_MUCH = {"table-too-tall": "lines", "page-too-full": "lines"}
_AT_MOST_ONE = {"spread": "pages"}


class Finding(Record, kw_only=True):
    """One thing that is wrong. Places count from 1; 0 and "" where there is none.

    `audience` names whom it concerns, "" where it is the outline's itself or everybody's. `path` is
    where it stands in the outline: `deck[1].points[2].text`. `measured` and `allowed` are numbers
    of `unit`; None where nothing was measured.
    """

    code: str
    severity: Severity
    audience: str
    file: str
    line: int
    column: int
    end_column: int
    path: str
    found: str
    choices: tuple[str, ...]
    message: str
    hint: str
    measured: float | None
    allowed: float | None
    unit: str
    fix: Fix | None


def findings(loaded: Loaded, tongue: Tongue = "en") -> tuple[Finding, ...]:
    """Every problem of what was loaded as a finding, in the order of their places."""
    places = Places.of(loaded.project)
    of = {name: set(version.found) for name, version in loaded.versions.items()}
    sure = {each.problem: each.fix for each in changes(loaded) if each.problem}
    made = ((each, finding(each, _readers(each, of), places, tongue)) for each in loaded.problems)
    return tuple(replace(one, fix=sure[each]) if each in sure else one for each, one in made)


def located(request: Request, problems: Problems, tongue: Tongue = "en") -> tuple[Finding, ...]:
    """Problems that ended a build as findings, looked up in the outline as it is."""
    try:
        loaded = load(request)
    except MachineError:
        return bare(problems, tongue)
    return findings(replace(loaded, problems=problems), tongue)


def _readers(problem: Problem, of: Mapping[str, set[Problem]]) -> str:
    """Whom a problem concerns: a name, several, or "" for everybody asked for."""
    names = [name for name, found in of.items() if problem in found]
    return "" if len(names) in (0, len(of)) and len(of) != 1 else ", ".join(names)


def bare(problems: Iterable[Problem], tongue: Tongue = "en") -> tuple[Finding, ...]:
    """Problems as findings where there is no outline that they could be looked up in."""
    return tuple(finding(each, "", Places({}), tongue) for each in problems)


def as_dicts(found: Iterable[Finding], every: bool = False) -> list[dict[str, Any]]:
    """Findings as they are written in JSON: keys that say nothing are left out, unless `every` one
    is asked for. A hint is told once for all findings of its code that have it, and so is a long
    list of choices: where that is needed again, `choices_at` is the path at which it stands."""
    made = [
        {
            **asdict(each),
            "choices": list(each.choices),
            "fix": asdict(each.fix) if each.fix else None,
        }
        for each in found
    ]
    if every:
        return made
    return [
        {key: value for key, value in each.items() if _says(key, value)} for each in _once(made)
    ]


# A list of so many choices is told again.
_FEW_CHOICES = 20


def _once(made: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Findings in which a long list of choices stands only at the first that has it, and a hint
    only at the first of those of one code that give it."""
    told: dict[tuple[str, ...], str] = {}
    hinted: set[tuple[str, str]] = set()
    for each in made:
        choices = tuple(each["choices"])
        path = told.setdefault(choices, each["path"])
        hint = (each["code"], each["hint"])
        if hint in hinted:
            each = {**each, "hint": ""}
        hinted.add(hint)
        if len(choices) > _FEW_CHOICES and path and path != each["path"]:
            yield {**each, "choices": [], "choices_at": path}
        else:
            yield each


def _says(key: str, value: Any) -> bool:
    """Whether the value of a key says something: a limit of 0 does, a line 0 is none."""
    return value not in ("", None, []) and (value != 0 or key in ("measured", "allowed"))


class Place(Record):
    """What stands somewhere in an outline: its path, and the characters of its file."""

    path: str
    raw: str


class Places(Record):
    """What an outline's files hold, by where it stands."""

    by_mark: Mapping[Mark, Place]

    @classmethod
    def of(cls, project: Project) -> Places:
        """The places of an outline, what it includes, and its audiences' files that were read."""
        found: dict[Mark, Place] = {}
        for path, node in (("", project.nodes), *project.overlays.items()):
            if node is not None:
                _walk(node, f"audiences/{path}:" if path else "", found)
        return cls(found)

    def at(self, mark: Mark) -> tuple[Place, int] | None:
        """What stands at a place, and how many characters into it that is."""
        if place := self.by_mark.get(mark):
            return place, 0
        best: tuple[Place, int] | None = None
        start = Mark("")
        for begins, place in self.by_mark.items():
            at = _within(begins, place, mark)
            if at is not None and begins > start:
                best, start = (place, at), begins
        return best

    def below(self, path: str, words: str) -> str:
        """The path of the first text below a path in which words stand; "" where none does."""
        texts = (each for each in self.by_mark.values() if words in each.raw)
        return next((each.path for each in texts if each.path.startswith(f"{path}.")), "")


def _within(begins: Mark, place: Place, mark: Mark) -> int | None:
    """How many characters into what begins somewhere a mark stands; None where it does not."""
    if begins.file != mark.file or begins > mark or not place.raw:
        return None
    lines = place.raw.split("\n")
    down = mark.line - begins.line
    if down >= len(lines):
        return None
    column = mark.column - (1 if down else begins.column)
    before = sum(len(line) + 1 for line in lines[:down])
    return before + column if column < len(lines[down]) else None


def _walk(node: Node, path: str, found: dict[Mark, Place]) -> None:
    if isinstance(node, Scalar):
        found[node.mark] = Place(path, node.raw)
    elif isinstance(node, nodes.Sequence):
        found.setdefault(node.mark, Place(path, ""))
        for number, item in enumerate(node.items):
            _walk(item, f"{path}[{number}]", found)
    else:
        found.setdefault(node.mark, Place(path, ""))
        for key, entry in node.entries.items():
            own = f"{path}.{key}" if path and not path.endswith(":") else f"{path}{key}"
            _walk(entry.value, own, found)
            if not isinstance(entry.value, Scalar) or entry.key != entry.value.mark:
                found[entry.key] = Place(own, key)


def finding(problem: Problem, audience: str, places: Places, tongue: Tongue) -> Finding:
    """A problem as a finding."""
    mark, parts = problem.mark, _parts(problem.parts)
    there = places.at(mark) if mark.line else None
    raw, into = (there[0].raw, there[1]) if there else ("", 0)
    own = dict(problem.parts)
    said = next((str(own[key]) for key in WRITTEN if isinstance(own.get(key), str | int)), "")
    line = raw[into:].split("\n")[0]
    # What is told of may stand further on in the text at whose place it is told.
    found = said if said and said in line else line or said
    path = there[0].path if there else ""
    if said and raw and said not in line and (below := places.below(path, said)):
        # What is told at the place of the whole stands in one of its fields.
        path, found = below, said
    end = mark.column + len(found if line.startswith(found) else line)
    measured, allowed, unit = _measure(problem.code, parts)
    return Finding(
        code=problem.code,
        severity=problem.severity,
        audience=audience,
        file=mark.file,
        line=mark.line,
        column=mark.column,
        end_column=end if mark.line else mark.column,
        path=path,
        found=found,
        choices=_choices(problem),
        message=problem.sentence(tongue),
        hint=problem.advice(tongue),
        measured=measured,
        allowed=allowed,
        unit=unit,
        fix=_fix(problem, mark, raw, into, found) if raw else None,
    )


def _parts(parts: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The named parts of a problem, and those of the phrases in it where it has none so named."""
    found = dict(parts)
    for part in tuple(found.values()):
        if isinstance(part, Phrase):
            found = {**_parts(part.parts), **found}
    return found


def _choices(problem: Problem) -> tuple[str, ...]:
    """All that may be written instead."""
    for _, part in problem.parts:
        if isinstance(part, Phrase) and part.choices:
            return part.choices
    for key, part in problem.parts:
        if key in ("choices", "known", "apt", "motifs", "keys") and isinstance(part, tuple):
            return tuple(map(str, part))
    return ()


def _measure(code: str, parts: Mapping[str, Any]) -> tuple[float | None, float | None, str]:
    """How much there is, how much may be, and of what."""
    if code in _TOO_MUCH:
        return _number(parts.get("lines")), 0, _TOO_MUCH[code]
    if code in _AT_MOST_ONE:
        return _number(parts.get("count")), 1, _AT_MOST_ONE[code]
    for measured, allowed, unit in _MEASURES:
        if measured in parts and allowed in parts:
            much, most = _number(parts[measured]), _limit(parts[allowed], parts[measured])
            if much is not None and most is not None:
                return much, most, unit
    return None, None, ""


def _number(part: Any) -> float | None:
    try:
        value = float(str(part).replace(",", ""))
    except ValueError:
        return None
    return int(value) if value == int(value) else value


def _limit(part: Any, measured: Any) -> float | None:
    """A limit, of two as in 2–5 the one that was passed."""
    least, dash, most = str(part).partition("–")
    much = _number(measured)
    if dash and much is not None:
        low = _number(least)
        return low if low is not None and much < low else _number(most)
    return _number(part)


def _fix(problem: Problem, mark: Mark, raw: str, into: int, found: str) -> Fix | None:
    """The edit that mends a problem, where there is only one."""
    parts, text = dict(problem.parts), None
    offer = parts.get("offer")
    old = found
    if isinstance(offer, Phrase) and offer.key == "did-you-mean":
        text = str(dict(offer.parts)["name"])
    elif isinstance(offer, Phrase) and offer.key == "write-figures":
        figures = dict(offer.parts)["figures"]
        if isinstance(figures, tuple) and len(figures) == 1 and isinstance(figures[0], Phrase):
            text = f"{{{dict(figures[0].parts)['id']}}}"
    elif problem.code in ("fall-bare", "around-twice"):
        form = "signed" if problem.code == "fall-bare" else "number"
        old, text = f"{{{parts['id']}}}", f"{{{parts['id']}:{form}}}"
    elif problem.code == "unquoted-braces":
        old, text = str(parts["written"]), f'"{parts["written"]}"'
    if text is None or not mark.line:
        return None
    # What is shown may stand behind the place at which it is told.
    line = raw[into:].split("\n")[0]
    at = line.find(old)
    if at < 0 or not old or "\n" in old:
        return None
    start = mark.column + at
    plain = mark.file.endswith((".yaml", ".yml")) and raw[:1] not in ("'", '"', "|", ">")
    if "{" in text and plain and "\n" not in raw:
        # Braces may not stand in a list or mapping of one line without quotes.
        whole = raw[: into + at] + text + raw[into + at + len(old) :]
        begin = mark.column - into
        quoted = '"' + whole.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return _edit(mark, begin, begin + len(raw), quoted)
    return _edit(mark, start, start + len(old), text)


def _edit(mark: Mark, start: int, end: int, text: str) -> Fix:
    return Fix(file=mark.file, line=mark.line, column=start, end_column=end, text=text)
