"""Turn a YAML parser's complaint into plain words, at the place that a person has to change."""

from __future__ import annotations

import re
from typing import Protocol

from briefgen.problems import Mark, Problems


class At(Protocol):
    """A parser's place: both count from 0."""

    line: int
    column: int


QUOTE = "put the whole text in double quotes"
INNER_QUOTES = "use “ ” inside the text, or the other quotation mark around it"
WIDE_COLON = "write “: ” (half-width, and a space)"


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

    def say(message: str, hint: str, line: int = line, column: int = column) -> None:
        problems.error("yaml", message, Mark(file, line + 1, column + 1), hint)

    if "cannot start any token" in problem:
        _bad_start(here[column : column + 1], say)
    elif "mapping values are not allowed" in problem:
        if re.search(r": .*$", here[:column].lstrip("- ")):
            say("a second “: ” in one line", QUOTE + ", or write a full-width ：")
        elif wide := re.match(r"(\s*)[\w-]+：", lines[line - 1] if line else ""):
            say("a full-width ： after a key", WIDE_COLON, line - 1, len(wide[1]))
        else:
            say(
                "this line is indented more than the one it belongs with, or that one needs quotes",
                "lines of one mapping begin in the same column",
            )
    elif "could not find expected ':'" in problem and began:
        _no_colon(lines, began.line, began.column, say)
    elif "expected ',' or" in problem and began:
        bracket = "]" if "']'" in problem else "}"
        opened = "[" if bracket == "]" else "{"
        if at and at.line == began.line and column < len(here):
            say(
                f"a comma or {bracket} is missing before this",
                f"a text with {opened} or “,” needs quotes",
            )
        else:
            say(f"this {opened} is never closed", f"write {bracket} where it ends, or {QUOTE}",
                began.line, began.column)  # fmt: skip
    elif "unexpected end of stream" in problem and began:
        say("this quotation mark is never closed", "write the same mark at the end of the text",
            began.line, began.column)  # fmt: skip
    elif "expected key" in problem or "expected <block end>" in problem:
        _no_key(here, column, say)
    elif "expected '-' indicator" in problem:
        say(
            "a list ends here, in the middle of its column",
            "begin every item with “- ” in one column",
        )
    elif "sequence entries are not allowed" in problem:
        say("a list may not begin in the line of its key", "begin the list in the next line")
    elif "escape" in problem or "hexdecimal" in problem:
        say("a backslash that means nothing here", "in double quotes write \\\\ for a backslash")
    elif "alphabetic or numeric" in problem or "undefined tag" in problem:
        say("a text may not begin with &, * or ! without quotes", QUOTE)
    elif "tab" in problem:
        say("a tab in the indentation", "use spaces")
    elif "document start" in problem or "document end" in problem:
        say("the text goes on outside the outline's mapping", "check this line's indentation")
    else:
        say(f"this is not YAML ({problem})", "check the indentation and the quotes above this line")


class _Say(Protocol):
    def __call__(self, message: str, hint: str, line: int = ..., column: int = ...) -> None: ...


def _bad_start(character: str, say: _Say) -> None:
    if character == "\t":
        say("a tab in the indentation", "use spaces: YAML does not allow tabs there")
    else:
        say(f"a text may not begin with {character or 'this'} without quotes", QUOTE)


def _no_colon(lines: list[str], line: int, column: int, say: _Say) -> None:
    """A line in a mapping without its `: `: name the likeliest reason."""
    written = lines[line][column:] if line < len(lines) else ""
    if re.match(r"[\w-]+：", written):
        say("a full-width ： after a key", WIDE_COLON, line, column)
    elif re.match(r"[\w-]+:\S", written):
        say("no space after the colon of a key", "write “key: value”", line, column)
    elif written[:1] in "\"'":
        message = "text goes on after a closing quotation mark, or the mark is not closed"
        say(message, INNER_QUOTES, line, column)
    else:
        say("this line is not “key: value”",
            "indent it more if it belongs to the text above", line, column)  # fmt: skip


def _no_key(here: str, column: int, say: _Say) -> None:
    """Something that no key can be: after a closed quote or brace, or in the wrong column."""
    before = here[:column]
    value = re.search(r"(?::|-)\s+([\"'{\[])", before)
    if value and value[1] in "\"'":
        say("text goes on after the closing quotation mark",
            INNER_QUOTES)  # fmt: skip
    elif value:
        say(f"a text that begins with {value[1]} needs quotes", QUOTE)
    elif here.lstrip().startswith("- "):
        say("a list item in a column where no list is", "begin every item in the same column")
    else:
        say(
            "this line begins in a column that does not fit",
            "lines of one mapping begin in the same column",
        )
