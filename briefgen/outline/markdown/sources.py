"""Turn the text of an outline in YAML into its parts as they are written, with every comment.

What is converted keeps its characters: the parts beside the slides go where they are, and so does
each field of a slide that Markdown has no form of its own for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from briefgen.outline.reading.nodes import Mapping, Node, Sequence
from briefgen.outline.reading.read import LOADER, index_of
from briefgen.record import Record


class Source(Record):
    """A field of a slide: its key, its value, and both as they are written, from the first column.

    `noted` says that a comment stands among them.
    """

    key: str
    value: Node
    written: str
    noted: bool


class SlideSource(Record):
    """A slide: its fields, and the comments that stand before it."""

    node: Mapping
    fields: tuple[Source, ...]
    comments: tuple[str, ...]


class OutlineSource(Record):
    """An outline: the lines beside its slides, the slides, and the comments behind these."""

    head: tuple[str, ...]
    slides: tuple[SlideSource, ...]
    comments: tuple[str, ...]


def outline_source(text: str, outline: Mapping) -> OutlineSource | Node:
    """The parts of an outline, whose nodes were read without an error from `text`; the node that
    cannot be taken apart where one is written otherwise than in block style."""
    root: Any = yaml.compose(text, Loader=LOADER)
    lines = text.split("\n")
    if root is None or root.flow_style or outline.mark.column != 1:
        return outline
    pairs = {key.value: (key, value) for key, value in root.value}
    deck = outline.get("deck")
    if deck is None:
        return OutlineSource(tuple(_body(lines, 0, len(lines))), (), ())
    key, value = pairs["deck"]
    if not isinstance(deck, Sequence) or value.flow_style:
        return deck
    start, end = key.start_mark.line, last_line(value, lines) + 1
    slides, at = [], start + 1
    for node, item in zip(deck.items, value.value, strict=True):
        if not isinstance(node, Mapping):
            return node
        first, last = item.start_mark.line, last_line(item, lines)
        comments = tuple(_comments(lines[at:first]))
        slides.append(SlideSource(node, tuple(_fields(node, item, text, lines)), comments))
        at = last + 1
    behind = [key.start_mark.line for key, _ in pairs.values() if key.start_mark.line > start]
    rest = _after(lines, end, min(behind, default=len(lines)))
    head = (*_body(lines, 0, start), *_body(lines, rest, len(lines)))
    return OutlineSource(head, tuple(slides), tuple(_comments(lines[end:rest])))


def _body(lines: list[str], start: int, end: int) -> Iterator[str]:
    """Lines without the signs that a document begins and ends with."""
    return (each for each in lines[start:end] if each.rstrip() not in ("---", "..."))


def _after(lines: list[str], start: int, end: int) -> int:
    """From where on lines belong to the part that begins at `end`: with the comments above it that
    begin in the first column."""
    at = end
    while at > start and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1
    return at


def _comments(lines: list[str]) -> Iterator[str]:
    return (line.strip() for line in lines if line.strip().startswith("#"))


def _fields(node: Mapping, item: Any, text: str, lines: list[str]) -> Iterator[Source]:
    """The fields of a slide as they are written."""
    ends = [key.start_mark.line for key, _ in item.value[1:]] + [last_line(item, lines) + 1]
    for (key, value), end in zip(item.value, ends, strict=True):
        first = key.start_mark
        if item.flow_style:
            begin, stop = value.start_mark.index, value.end_mark.index
            name = text[first.index : key.end_mark.index]
            written = f"{name}: {text[begin:stop]}".rstrip()
        else:
            margin = first.column
            own = [lines[first.line][margin:]]
            own += [_without(line, margin) for line in lines[first.line + 1 : end]]
            while len(own) > 1 and not own[-1].strip():
                own.pop()
            written = "\n".join(own)
        entry = node.entries[key.value]
        yield Source(key.value, entry.value, written, _is_noted(written))


def _without(line: str, margin: int) -> str:
    """A line without so many of the blanks before it."""
    return line[min(margin, len(line) - len(line.lstrip(" "))) :]


def _is_noted(written: str) -> bool:
    """Whether a comment stands in these lines: a # at a line's start or behind a blank, in no
    scalar (YAML 1.2.2, 6.6)."""
    spans = []
    for event in yaml.parse(written, Loader=LOADER):
        if isinstance(event, yaml.ScalarEvent):
            begin, end = index_of(event.start_mark), index_of(event.end_mark)
            if event.style in ("|", ">"):
                head = written.index("\n", begin) if "\n" in written[begin:] else end
                spans.append((head, end))
            else:
                spans.append((begin, end))
    for at, char in enumerate(written):
        begins = char == "#" and (at == 0 or written[at - 1].isspace())
        if begins and not any(begin <= at < end for begin, end in spans):
            return True
    return False


def last_line(node: Any, lines: list[str]) -> int:
    """The index of the last line that a node stands in, without comments behind it."""
    if isinstance(node, yaml.ScalarNode):
        return _scalar_last(node, lines)
    if node.flow_style or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    key, value = last if isinstance(node, yaml.MappingNode) else (last, last)
    return max(int(key.start_mark.line), last_line(value, lines))


def _scalar_last(node: Any, lines: list[str]) -> int:
    first, end = int(node.start_mark.line), int(node.end_mark.line)
    if node.style not in ("|", ">"):
        return end
    inner = range(first + 1, min(end + 1, len(lines)))
    indent = next((_indent(lines[at]) for at in inner if lines[at].strip()), 0)
    last = first
    for at in inner:
        if lines[at].strip():
            if _indent(lines[at]) < max(indent, 1):
                break
            last = at
    return last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
