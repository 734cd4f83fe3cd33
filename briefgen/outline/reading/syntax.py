"""Turn a YAML parser's complaint into plain words, at the place that a person has to change."""

from __future__ import annotations

import re
from typing import Protocol

from briefgen.problems import Mark, Part, Problems, phrase


class At(Protocol):
    """A parser's place: both count from 0."""

    line: int
    column: int


def explain(
    problem: str, at: At | None, context: At | None, text: str, file: str, problems: Problems
) -> None:
    """Report what the parser said.

    `problem` is its message, `at` where it stopped, `context` where the thing began that it was
    reading; `text` is the whole file.
    """
    lines = text.split("\n")
    where = at or context
    line = where.line if where else 0
    column = where.column if where else 0
    began = context or where
    here = lines[line] if line < len(lines) else ""

    def say(code: str, line: int = line, column: int = column, **parts: Part) -> None:
        problems.add(code, Mark(file, line + 1, column + 1), **parts)

    if "cannot start any token" in problem:
        _bad_start(here[column : column + 1], say)
    elif "mapping values are not allowed" in problem:
        if re.search(r": .*$", here[:column].lstrip("- ")):
            say("yaml-second-colon")
        elif wide := re.match(r"(\s*)[\w-]+：", lines[line - 1] if line else ""):
            say("yaml-wide-colon", line - 1, len(wide[1]))
        else:
            say("yaml-indented")
    elif "could not find expected ':'" in problem and began:
        _no_colon(lines, began.line, began.column, say)
    elif "expected ',' or" in problem and began:
        opened, bracket = "[]" if "']'" in problem else "{}"
        if at and at.line == began.line and column < len(here):
            say("yaml-no-comma", opened=opened, bracket=bracket)
        else:
            say("yaml-open-bracket", began.line, began.column, opened=opened, bracket=bracket)
    elif "unexpected end of stream" in problem and began:
        say("yaml-open-quote", began.line, began.column)
    elif "expected key" in problem or "expected <block end>" in problem:
        _no_key(here, column, say)
    elif "expected '-' indicator" in problem:
        say("yaml-list-ends")
    elif "sequence entries are not allowed" in problem:
        say("yaml-list-in-line")
    elif "escape" in problem or "hexdecimal" in problem:
        say("yaml-escape")
    elif "alphabetic or numeric" in problem or "undefined tag" in problem:
        say("yaml-start", sign=phrase("signs-of-yaml"))
    elif "tab" in problem:
        say("yaml-tab")
    elif "document start" in problem or "document end" in problem:
        say("yaml-outside")
    else:
        say("yaml", why=problem)


class _Say(Protocol):
    def __call__(self, code: str, line: int = ..., column: int = ..., **parts: Part) -> None: ...


def _bad_start(character: str, say: _Say) -> None:
    if character == "\t":
        say("yaml-tab")
    else:
        say("yaml-start", sign=character or phrase("this-sign"))


def _no_colon(lines: list[str], line: int, column: int, say: _Say) -> None:
    """A line in a mapping without its `: `: name the likeliest reason."""
    written = lines[line][column:] if line < len(lines) else ""
    if re.match(r"[\w-]+：", written):
        say("yaml-wide-colon", line, column)
    elif re.match(r"[\w-]+:\S", written):
        say("yaml-no-space", line, column)
    elif written[:1] in "\"'":
        say("yaml-quote", line, column)
    else:
        say("yaml-no-key", line, column)


def _no_key(here: str, column: int, say: _Say) -> None:
    """Something that no key can be: after a closed quote or brace, or in the wrong column."""
    before = here[:column]
    value = re.search(r"(?::|-)\s+([\"'{\[])", before)
    if value and value[1] in "\"'":
        say("yaml-after-quote")
    elif value:
        say("yaml-bracket-text", sign=value[1])
    elif here.lstrip().startswith("- "):
        say("yaml-stray-item")
    else:
        say("yaml-column")
