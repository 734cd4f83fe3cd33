"""Turn a YAML parser's complaint into plain words, at the place that a person has to change."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from briefgen.outline.reading.slips import open_quote, slip
from briefgen.problems import Mark, Part, Problems, phrase
from briefgen.record import Record


class At(Protocol):
    """A parser's place: both count from 0."""

    line: int
    column: int


class _Say(Protocol):
    def __call__(self, code: str, line: int = ..., column: int = ..., **parts: Part) -> None: ...


class _Stop(Record, kw_only=True):
    """Where the parser stopped and where the thing began that it was reading, from 0; `inside`
    says that it stopped in the same line, before its end."""

    problem: str
    lines: list[str]
    line: int
    column: int
    began: tuple[int, int]
    inside: bool
    say: _Say

    @property
    def here(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""


def explain(
    problem: str, at: At | None, context: At | None, text: str, file: str, problems: Problems
) -> None:
    """Report what the parser said.

    `problem` is its message, `at` where it stopped, `context` where the thing began that it was
    reading; `text` is the whole file.
    """
    lines = text.split("\n")
    where, began = at or context, context or at
    line, column = (where.line, where.column) if where else (0, 0)
    start = (began.line, began.column) if began else (0, 0)

    last, end = _within(lines, line, column)

    def say(code: str, line: int = last, column: int = end, **parts: Part) -> None:
        problems.add(code, Mark(file, line + 1, column + 1), **parts)

    stop = _Stop(
        problem=problem,
        lines=lines,
        line=line,
        column=column,
        began=start,
        inside=at is not None
        and line == start[0]
        and line < len(lines)
        and column < len(lines[line]),
        say=say,
    )
    first = min(start[0], line - 1)
    if meant := slip(lines, first, line) or open_quote(lines, line):
        say(meant.code, meant.line, meant.column)
        return
    for words, told in _COMPLAINTS:
        if any(word in problem for word in words):
            told(stop)
            return
    why = next((key for words, key in _WHYS if words in problem), "")
    say("yaml", why=phrase(why) if why else problem)


def _within(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """A place of the parser's; the end of the last line that says something for one behind it."""
    if any(each.strip() for each in lines[line:]):
        return line, column
    last = next((at for at in reversed(range(len(lines))) if lines[at].strip()), 0)
    return last, len(lines[last].rstrip())


def _code(code: str) -> Callable[[_Stop], None]:
    """What tells a problem of this code where the parser stopped."""
    return lambda stop: stop.say(code)


def _bad_start(stop: _Stop) -> None:
    character = stop.here[stop.column : stop.column + 1]
    if character == "\t":
        stop.say("yaml-tab")
    else:
        stop.say("yaml-start", sign=character or phrase("this-sign"))


def _sign_of_yaml(stop: _Stop) -> None:
    stop.say("yaml-start", sign=phrase("signs-of-yaml"))


def _percent(stop: _Stop) -> None:
    stop.say("yaml-start", stop.line, 0, sign="%")


def _second_colon(stop: _Stop) -> None:
    """A `: ` where no key can be: in a text, or because of the line above."""
    above = stop.lines[stop.line - 1] if stop.line else ""
    if re.search(r": .*$", stop.here[: stop.column].lstrip("- ")):
        stop.say("yaml-second-colon")
    elif wide := re.match(r"(\s*(?:- )*)[\w-]+：", above):
        stop.say("yaml-wide-colon", stop.line - 1, len(wide[1]))
    else:
        stop.say("yaml-indented")


def _no_colon(stop: _Stop) -> None:
    """A line in a mapping without its `: `: name the likeliest reason."""
    line, column = stop.began
    written = stop.lines[line][column:] if line < len(stop.lines) else ""
    if re.match(r"[\w-]+：", written):
        code = "yaml-wide-colon"
    elif re.match(r"[\w-]+:\S", written):
        code = "yaml-no-space"
    elif written[:1] in "\"'":
        code = "yaml-quote"
    else:
        code = "yaml-no-key"
    stop.say(code, line, column)


def _no_comma(stop: _Stop) -> None:
    """A list or mapping in brackets that does not go on as such."""
    opened, bracket = "[]" if "']'" in stop.problem else "{}"
    if stop.inside:
        stop.say("yaml-no-comma", opened=opened, bracket=bracket)
    else:
        stop.say("yaml-open-bracket", *stop.began, opened=opened, bracket=bracket)


def _open_quote(stop: _Stop) -> None:
    stop.say("yaml-open-quote", *stop.began)


def _no_key(stop: _Stop) -> None:
    """Something that no key can be: after a closed quote or brace, or in the wrong column."""
    value = re.search(r"(?::|-)\s+([\"'{\[])", stop.here[: stop.column])
    if value and value[1] in "\"'":
        stop.say("yaml-after-quote")
    elif value:
        stop.say("yaml-bracket-text", sign=value[1])
    elif stop.here.lstrip().startswith("- "):
        stop.say("yaml-stray-item")
    else:
        stop.say("yaml-column")


# Words of the parser's complaints, and what tells what they mean. The first that fits is told.
_COMPLAINTS: tuple[tuple[tuple[str, ...], Callable[[_Stop], None]], ...] = (
    (("cannot start any token",), _bad_start),
    (("mapping values are not allowed",), _second_colon),
    (("could not find expected ':'",), _no_colon),
    (("expected ',' or",), _no_comma),
    (("unexpected end of stream",), _open_quote),
    (("expected key", "expected <block end>"), _no_key),
    (("expected '-' indicator",), _code("yaml-list-ends")),
    (("sequence entries are not allowed",), _code("yaml-list-in-line")),
    (("escape", "hexdecimal"), _code("yaml-escape")),
    (("alphabetic or numeric", "undefined tag", "tag URI", "expected '>'"), _sign_of_yaml),
    (("expected whitespace or line break",), _sign_of_yaml),
    (("directive name", "incompatible YAML", "non-alphabetical"), _percent),
    (("tab",), _code("yaml-tab")),
    (("document start", "document end"), _code("yaml-outside")),
)
# What else is complained of, in words of the catalogue.
_WHYS = (
    ("comment or line break", "why-behind-block"),
    ("indentation indicator", "why-behind-block"),
    ("expected node content", "why-no-content"),
    ("unexpected ':'", "why-colon"),
    ("mapping keys are not allowed", "why-question"),
)
