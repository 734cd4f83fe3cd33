"""Turn the problems of an outline into the edits that `check --fix` makes: these, and no others.

Full-width signs that YAML or a placeholder needs half-width; marks, letters, spaces and zeros that
Chinese is set without; and `{id}` for a number typed by hand that is the ledger's to the character.
An edit is of one line of an outline's file; whether it says the same is seen when it is read again
(`answers/mend.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from briefgen.answers.edit import EDITED
from briefgen.brief.model import Brief, Text
from briefgen.brief.places import place_in
from briefgen.brief.resolve import texts_of
from briefgen.checks.known import agrees
from briefgen.chinese.forms import ordinary
from briefgen.facts.quantity import Form, in_form
from briefgen.kinds import kinds
from briefgen.outline.load import Project
from briefgen.outline.reading.nodes import Mapping as Map
from briefgen.outline.reading.widened import Span, mended, of_keys, of_placeholders
from briefgen.patterns import pattern
from briefgen.problems import Mark, Phrase, Problem
from briefgen.record import Record, State, field
from briefgen.report import Loaded

# What an edit is of: the file's form, a placeholder, how Chinese is set, a figure.
Sort = Literal["form", "braces", "tidy", "figure"]
# The codes whose problems say themselves what is meant instead (`checks/tidy.py`).
TIDY = ("half-width-mark", "full-width-letters", "space-between-hanzi", "zero-in-year")
# What is told of a placeholder that cannot be read.
_OF_BRACES = ("mark-literal", "lone-brace", "unknown-figure", "unknown-brace-form")
_SENTENCE = pattern(r"[。！？；\n]")


class Fix(Record):
    """An edit of one line of a file: the characters from `column` up to `end_column` become
    `text`. `sure` where `check --fix` makes it: it changes nothing that is said."""

    file: str
    line: int
    column: int
    end_column: int
    text: str
    sure: bool = False


class Change(Record):
    """An edit that `check --fix` makes, what stood there before, in which line, and the problem
    that it is for: None where what is wrong is told at another place."""

    fix: Fix
    before: str
    line: str
    sort: Sort
    problem: Problem | None = None


class Lines(State):
    """The lines of a project's files as marks count them, each file read once."""

    project: Project
    _kept: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, file: str) -> Sequence[str]:
        """The lines of a file of the outline; none of one that no edit is written into."""
        if file not in self._kept:
            self._kept[file] = self._read(file) if file.endswith(EDITED) else ()
        return self._kept[file]

    def _read(self, file: str) -> tuple[str, ...]:
        path = self.project.root / file
        try:
            data = self.project.held.get(path) or path.read_bytes()
            text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except (OSError, UnicodeDecodeError):
            return ()
        # Where marks count characters that are put together no edit could be placed.
        made = ordinary(text)
        return tuple(made.split("\n")) if len(made) == len(text) else ()


def changes(loaded: Loaded) -> tuple[Change, ...]:
    """The edits that mend an outline, in the order of their places; of two that touch the same
    characters the first."""
    lines = Lines(loaded.project)
    found = [*_of_problems(loaded, lines), *_of_nodes(loaded, lines)]
    found.sort(key=lambda each: (each.fix.file, each.fix.line, each.fix.column))
    kept: list[Change] = []
    for each in found:
        last = kept[-1].fix if kept else None
        if last is None or not _touch(last, each.fix):
            kept.append(each)
    return tuple(kept)


def _touch(one: Fix, other: Fix) -> bool:
    same = (one.file, one.line) == (other.file, other.line)
    return same and other.column < one.end_column


def _of_problems(loaded: Loaded, lines: Lines) -> Iterator[Change]:
    readers: dict[Problem, list[Brief]] = {}
    for version in loaded.versions.values():
        for each in version.found:
            if version.brief and each.code == "untraced-number":
                readers.setdefault(each, []).append(version.brief)
    texts = _by_file(list(readers.values()))
    for problem in loaded.problems:
        if problem.code in TIDY:
            yield from _tidy(problem, lines)
        elif problem.code == "untraced-number":
            yield from _figure(problem, readers.get(problem, []), texts, lines)
        elif found := mended(problem, lines.of(problem.mark.file), _is_key):
            yield from _change(*found, "form", lines, problem)


def _is_key(word: str) -> bool:
    return word in _keys()


@cache
def _keys() -> frozenset[str]:
    """Every key that an outline may have, whatever kinds there are."""
    from briefgen.outline.schema import json_schema

    found: set[str] = set()
    pending: list[object] = [json_schema(kinds())]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            own = node.get("properties")
            found.update(own if isinstance(own, dict) else ())
            pending.extend(node.values())
        elif isinstance(node, list):
            pending.extend(node)
    return frozenset(found)


def _change(
    mark: Mark, span: Span, sort: Sort, lines: Lines, problem: Problem | None = None
) -> Iterator[Change]:
    """The change of a line at a place; none where it would change nothing."""
    line = lines.of(mark.file)[mark.line - 1]
    before = line[span.start : span.end]
    if before != span.text and span.end <= len(line):
        fix = Fix(
            file=mark.file,
            line=mark.line,
            column=span.start + 1,
            end_column=span.end + 1,
            text=span.text,
            sure=True,
        )
        yield Change(fix, before, line, sort, problem)


def _tidy(problem: Problem, lines: Lines) -> Iterator[Change]:
    """What a problem says is meant, where the file has at its place what was read."""
    parts, mark = dict(problem.parts), problem.mark
    written, meant = str(parts["written"]), str(parts["meant"])
    if _stands(written, mark, lines):
        at = mark.column - 1
        yield from _change(mark, Span(at, at + len(written), meant), "tidy", lines, problem)


def _stands(written: str, mark: Mark, lines: Lines) -> bool:
    there = lines.of(mark.file)
    return 0 < mark.line <= len(there) and there[mark.line - 1].startswith(written, mark.column - 1)


def _by_file(readers: Sequence[Sequence[Brief]]) -> Mapping[str, Sequence[Text]]:
    """The texts of briefs by file, in the order of their places."""
    briefs = {id(brief): brief for own in readers for brief in own}
    found: dict[str, dict[Mark, Text]] = {}
    for brief in briefs.values():
        for text in texts_of(brief):
            if text.raw:
                found.setdefault(text.mark.file, {}).setdefault(text.mark, text)
    return {file: [own[mark] for mark in sorted(own)] for file, own in found.items()}


def _figure(
    problem: Problem, readers: Sequence[Brief], texts: Mapping[str, Sequence[Text]], lines: Lines
) -> Iterator[Change]:
    """`{id}` for a number, where one figure alone is meant, is about what its sentence says, and
    is written the same for whoever reads the text."""
    parts, mark = dict(problem.parts), problem.mark
    offer, number = parts["offer"], str(parts["number"])
    if not isinstance(offer, Phrase) or offer.key != "write-figures":
        return
    figures = dict(offer.parts)["figures"]
    if not isinstance(figures, tuple) or len(figures) != 1 or not isinstance(figures[0], Phrase):
        return
    id = str(dict(figures[0].parts)["id"])
    if not _stands(number, mark, lines):
        return
    form = _form(readers, id, number)
    whole = _whole(texts.get(mark.file, ()), mark, lines)
    if form is None or whole is None:
        return
    raw, begins, into = whole
    if not all(agrees(brief.figures[id], _sentence(raw, into)) for brief in readers):
        return
    placeholder = f"{{{id}:{form}}}" if form else f"{{{id}}}"
    span = Span(mark.column - 1, mark.column - 1 + len(number), placeholder)
    yield from _change(mark, _quoted(raw, begins, into, span), "figure", lines, problem)


def _form(readers: Sequence[Brief], id: str, number: str) -> str | None:
    """The form in which a figure is written like the number for all; None where it is in none."""
    forms: tuple[Form, ...] = ("", "number")
    for form in forms:
        said = {in_form(each.figures[id].quantity, each.tag, form) for each in readers}
        if said == {number}:
            return form
    return None


def _whole(texts: Sequence[Text], mark: Mark, lines: Lines) -> tuple[str, Mark, int] | None:
    """The characters of the text in which a place lies, where it begins, and how many characters
    into it the place is; None where it is in none. `texts` are in the order of their places."""
    at = bisect_right(texts, mark, key=lambda text: text.mark) - 1
    if at < 0:
        return None
    text = texts[at]
    rows = text.raw.split("\n")
    down = mark.line - text.mark.line
    column = mark.column - (1 if down else text.mark.column)
    if down >= len(rows) or column >= len(rows[down]) or not _stands(rows[0], text.mark, lines):
        return None
    return text.raw, text.mark, sum(len(row) + 1 for row in rows[:down]) + column


def _sentence(raw: str, into: int) -> str:
    """The sentence of a text that a place lies in."""
    begin = max((match.end() for match in _SENTENCE.finditer(raw, 0, into)), default=0)
    end = _SENTENCE.search(raw, into)
    return raw[begin : end.start() if end else len(raw)]


def _quoted(raw: str, begins: Mark, into: int, span: Span) -> Span:
    """A span with a placeholder; of a text without quotes in one line the whole, with quotes, since
    a brace may not stand everywhere without them."""
    plain = begins.file.endswith((".yaml", ".yml")) and raw[:1] not in ("'", '"', "|", ">")
    if not plain or "\n" in raw:
        return span
    length = span.end - span.start
    whole = raw[:into] + span.text + raw[into + length :]
    text = '"' + whole.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return Span(begins.column - 1, begins.column - 1 + len(raw), text)


def _of_nodes(loaded: Loaded, lines: Lines) -> Iterator[Change]:
    """What keys and placeholders say with full-width signs, wherever they stand."""
    project = loaded.project
    told = {each.mark: each for each in loaded.problems if each.code in _OF_BRACES}
    trees = [tree for tree in (project.nodes, *project.overlays.values()) if tree is not None]
    figures = project.nodes.get("figures") if project.nodes is not None else None
    ids = frozenset(figures.entries) if isinstance(figures, Map) else frozenset()
    for tree in trees:
        for mark, span in of_keys(tree, _is_key):
            if lines.of(mark.file):
                yield from _change(mark, span, "form", lines)
        for scalar, span in of_placeholders(tree, ids):
            mark = place_in(scalar.mark, scalar.raw, span.start)
            if not _stands(scalar.raw[span.start : span.end], mark, lines):
                continue
            here = Span(mark.column - 1, mark.column - 1 + span.end - span.start, span.text)
            here = _quoted(scalar.raw, scalar.mark, span.start, here)
            problem = told.get(mark) or told.get(scalar.mark)
            yield from _change(mark, here, "braces", lines, problem)
