"""Turn new words for a text into the file with those words in it, and nothing else changed.

Only the characters of the one scalar are replaced: comments, blank lines, quotes and line ends
around it stay as somebody wrote them. The file is then read again; where anything but that text
would be read otherwise, nothing is changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from briefgen.chinese.forms import ordinary
from briefgen.outline.reading.nodes import Entry, Node, Scalar, Sequence, same
from briefgen.outline.reading.read import LOADER, index_of, read
from briefgen.patterns import pattern
from briefgen.problems import ContentError, Mark, Problem, Problems
from briefgen.record import Record, replace

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_LINE_END = pattern(r"\r\n|\r|\n")


class Found(Record):
    """A scalar in the text of a file: where its characters begin and end, its style ("" for plain),
    and what it says."""

    start: int
    end: int
    style: str
    value: str


def scalar_at(data: bytes, mark: Mark) -> Found:
    """The scalar that begins at a place in a file. Raises ContentError where none does."""
    return _found(text_of(data, mark), mark)


def rewritten(data: bytes, mark: Mark, words: str) -> bytes:
    """The file with `words` as what the scalar at `mark` says.

    It stays in its style where that can write the words, else it is quoted. Raises ContentError
    where there is no scalar, or the words cannot be written without changing something else.
    """
    text = text_of(data, mark)
    found = _found(text, mark)
    value = _ended(words, found)
    if value == found.value:
        return data
    before = Problems()
    tree = read(data, mark.file, before)
    wanted = replaced(tree, mark, value) if tree is not None else None
    if wanted is None:
        raise ContentError([Problem.of("edit-nothing-there", mark)])
    for form in _forms(found, text, value):
        made = spliced(data, found, form)
        after = Problems()
        now = read(made, mark.file, after)
        if now is not None and same(wanted, now) and after.errors <= before.errors:
            return made
    raise ContentError([Problem.of("edit-changes-more", mark)])


def text_of(data: bytes, mark: Mark) -> str:
    """The text of a file as its marks count it."""
    try:
        whole = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError([Problem.of("edit-nothing-there", mark)]) from error
    text = whole.replace("\r\n", "\n").replace("\r", "\n")
    if len(ordinary(text)) != len(text):
        # Marks count characters that are put together; the file has them apart.
        raise ContentError([Problem.of("edit-uncounted", mark)])
    return ordinary(text)


def _found(text: str, mark: Mark) -> Found:
    place = mark.line - 1, mark.column - 1
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent) and _place(event.start_mark) == place:
                style = event.style or ""
                start, end = index_of(event.start_mark), index_of(event.end_mark)
                if style in ("|", ">"):
                    end = start + len(_block(text[start:end]))
                return Found(start, end, style, event.value)
    except yaml.YAMLError:
        pass
    raise ContentError([Problem.of("edit-nothing-there", mark)])


def _place(mark: Any) -> tuple[int, int]:
    return int(mark.line), int(mark.column)


def _block(raw: str) -> str:
    """A block scalar without the blank lines and comments behind it."""
    lines = raw.split("\n")
    indent = _indent(lines)
    while len(lines) > 1 and not lines[-1].startswith(" " * indent or " "):
        lines.pop()
    return "\n".join(lines).rstrip()


def _indent(lines: list[str]) -> int:
    """How far the lines of a block scalar are indented."""
    first = next((line for line in lines[1:] if line.strip()), "")
    return len(first) - len(first.lstrip(" "))


def _ended(words: str, found: Found) -> str:
    """The words with the line ends that a block scalar had behind them."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    kept = found.value[len(found.value.rstrip("\n")) :] if found.style in ("|", ">") else ""
    return words.strip() + kept


def _forms(found: Found, text: str, value: str) -> Iterator[str]:
    """The ways to write a value, the scalar's own first."""
    if found.style in ("|", ">"):
        lines = text[found.start : found.end].split("\n")
        indent = " " * _indent(lines)
        between = "\n" if found.style == "|" else "\n\n"
        body = value.rstrip("\n").split("\n")
        yield between.join((lines[0], *(indent + line if line else "" for line in body))).replace(
            f"{lines[0]}\n\n", f"{lines[0]}\n", 1
        )
    if not found.style and "\n" not in value:
        yield value
    if found.style == "'" and "\n" not in value:
        yield "'" + value.replace("'", "''") + "'"
    yield quoted(value)


def quoted(value: str) -> str:
    """A value in double quotes, as YAML has it."""
    return '"' + "".join(_ESCAPES.get(char, char) for char in value) + '"'


def spliced(data: bytes, found: Found, form: str) -> bytes:
    """The file with the characters of a scalar replaced, in the file's own line ends."""
    return all_spliced(data, [(found.start, found.end, form)])


def all_spliced(data: bytes, spans: Iterable[tuple[int, int, str]]) -> bytes:
    """The file with the characters of several spans replaced, in the file's own line ends. They are
    counted in its text as it was; none reaches into another."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    whole = data.decode("utf-8-sig")
    # Where the file has two characters for a line end, its text as it is counted has one.
    pairs = (match.start() for match in _LINE_END.finditer(whole) if match[0] == "\r\n")
    doubles = [at - before for before, at in enumerate(pairs)]
    line_end = next(iter(_LINE_END.findall(whole)), "\n")
    made, done = list[str](), 0
    for first, last, form in sorted(spans):
        start, end = (at + bisect_left(doubles, at) for at in (first, last))
        made += [whole[done:start], form.replace("\n", line_end)]
        done = end
    return mark + "".join((*made, whole[done:])).encode("utf-8")


def replaced(node: Node, mark: Mark, value: str) -> Node | None:
    """The tree with another value at a place; None where no scalar stands there."""
    if isinstance(node, Scalar):
        return replace(node, text=value) if node.mark == mark else None
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            if (made := replaced(item, mark, value)) is not None:
                return replace(node, items=(*node.items[:index], made, *node.items[index + 1 :]))
        return None
    for key, entry in node.entries.items():
        if (made := replaced(entry.value, mark, value)) is not None:
            return node.with_entry(key, Entry(entry.key, made))
    return None
