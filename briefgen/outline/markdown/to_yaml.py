"""Turn an outline in Markdown into the YAML that says the same, with every comment.

Head matter and blocks of YAML keep their characters. What the blocks of a slide say is written as
YAML and read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as ByName
from itertools import pairwise

from briefgen.outline.markdown.blocks import Comment, Fence
from briefgen.outline.markdown.pieces import Piece
from briefgen.outline.markdown.read import (
    REMARK,
    Document,
    Fields,
    Part,
    document,
    head_end,
    notes_apart,
    read_markdown,
    spoken,
)
from briefgen.outline.reading import nodes
from briefgen.outline.reading.decode import decode
from briefgen.outline.reading.nodes import Entry, Mapping, Node, Scalar
from briefgen.outline.reading.read import read, read_lines
from briefgen.outline.writing import quoted
from briefgen.problems import Problems

# So many cells a row of a table may have in one line, and so many characters a list of words.
_WIDTH = 96
# The fields of a slide that are written first, and last.
_FIRST, _LAST = ("id", "kind", "title"), ("notes",)


def to_yaml(data: bytes, file: str, fields: Fields, problems: Problems) -> str | None:
    """The YAML that says what a document does; None, with problems, where it cannot be read."""
    outline = read_markdown(data, file, fields, problems)
    text = decode(data, file, Problems())
    if outline is None or text is None or problems.fatal:
        return None
    lines = text.split("\n")
    end = head_end(lines)
    found = document(text, file, Problems())
    head = "\n".join(_head(lines[1:end] if end else [], outline, found.head if found else None))
    parts = [head.strip("\n")] if head.strip() else []
    deck = outline.get("deck")
    if isinstance(deck, nodes.Sequence) and found:
        parts.append("\n".join(_deck(found, deck)))
    made = "\n\n".join(parts) + "\n"
    again = read(made.encode(), file, Problems())
    for key, entry in outline.entries.items():
        other = again.entries.get(key) if isinstance(again, Mapping) else None
        if other is None or not _same(entry.value, other.value):
            problems.add("md-cannot-say", entry.key, field=key)
    return None if problems.fatal else made


def _same(one: Node, other: Node) -> bool:
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.text.strip() == other.text.strip()
    if isinstance(one, nodes.Sequence) and isinstance(other, nodes.Sequence):
        return len(one.items) == len(other.items) and all(map(_same, one.items, other.items))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.entries.keys() == other.entries.keys() and all(
            _same(entry.value, other.entries[key].value) for key, entry in one.entries.items()
        )
    return False


def _head(lines: list[str], outline: Mapping, head: Mapping | None) -> Iterator[str]:
    """The head matter as it is written; what stands at its top and belongs to the brief, and what
    the document says of it itself, as a `brief`."""
    brief = outline.get("brief")
    if not isinstance(brief, Mapping):
        yield from lines
        return
    tops = head.entries if head else {}
    written = head.get("brief") if head else None
    own = list(_said_elsewhere(brief, written, tops))
    taken: list[str] = []
    rest: list[str] = []
    for key, part in _slices(lines, tops):
        if not key or key in outline.entries:
            more = own if key == "brief" and isinstance(written, Mapping) else []
            rest += _with_more(part, written, more) if isinstance(written, Mapping) else part
        elif key in brief.entries:
            taken += [f"  {line}" if line else line for line in part]
        else:
            taken += [f"  {line}" for line in part[1:] if line.startswith(REMARK)]
    if written is None:
        yield "brief:"
        yield from (f"  {line}" for line in own)
        yield from taken
    yield from rest


def _slices(lines: list[str], tops: ByName[str, Entry]) -> Iterator[tuple[str, list[str]]]:
    """The lines of each key of the head matter; "" for those above all."""
    starts = {entry.key.line - 2: key for key, entry in tops.items()}
    for start, end in pairwise([0, *(at for at in sorted(starts) if at), len(lines)]):
        yield starts.get(start, ""), lines[start:end]


def _said_elsewhere(
    brief: Mapping, written: Node | None, tops: ByName[str, Entry]
) -> Iterator[str]:
    """The lines of what a brief takes from the document's first heading and name."""
    given = written.entries if isinstance(written, Mapping) else {}
    for key, entry in brief.entries.items():
        if key not in given and key not in tops:
            yield from _entry(key, entry.value)


def _with_more(lines: list[str], brief: Mapping, own: list[str]) -> list[str]:
    """The lines of a `brief` with further entries."""
    if not own:
        return lines
    first = next(iter(brief.entries.values()), None)
    if first is None or first.key != brief.mark:
        at = brief.mark.line - 2
        flow = "{" + "".join(f"{line}, " for line in own)
        begin = lines[0].index("{") if at >= 0 and "{" in lines[0] else -1
        if begin >= 0:
            return [lines[0][:begin] + flow + lines[0][begin + 1 :], *lines[1:]]
    margin = " " * (first.key.column - 1) if first else "  "
    return [lines[0], *(margin + line for line in own), *lines[1:]]


def _deck(document: Document, deck: nodes.Sequence) -> Iterator[str]:
    yield "deck:"
    behind = [line for each in document.comments for line in _remark(each)]
    for part, item in zip(document.parts, deck.items, strict=True):
        yield from (f"  {each}" for each in behind)
        inner, behind = _comments(part)
        yield from (f"  {each}" for each in inner)
        if isinstance(item, Mapping):
            fences = [each for each in part.blocks if isinstance(each, Fence) and each.info]
            for number, line in enumerate([*_slide(item, fences)] or ["{}"]):
                yield f"  - {line}" if not number else f"    {line}" if line else ""
        yield ""
    yield from (f"  {each}" for each in behind)


def _comments(part: Part) -> tuple[list[str], list[str]]:
    """The remarks of a slide: those in it, and those behind all that it says."""
    notes = notes_apart(part.blocks)[1]
    inner: list[str] = []
    behind: list[str] = []
    for block in part.blocks:
        if not isinstance(block, Comment):
            inner += behind
            behind = []
        elif notes is None or block.piece.cut(0) != notes:
            behind += _remark(block)
    return inner, behind


def _remark(comment: Comment) -> Iterator[str]:
    """A comment's lines as comments of YAML."""
    for line in map(str.strip, spoken(comment.piece).text.split("\n")):
        if line:
            yield line if line.startswith(REMARK) else f"{REMARK} {line}"


def _slide(slide: Mapping, fences: Iterable[Fence]) -> Iterator[str]:
    """A slide's lines: what its YAML says as it is written there, else written anew."""
    kept: set[str] = set()
    blocks: list[str] = []
    for fence in fences:
        node = read_lines(fence.text, fence.first, slide.mark.file, Problems())
        if isinstance(node, Mapping):
            kept |= node.entries.keys()
            lines = fence.text.split("\n")
            flow = node.mark != next(iter(node.entries.values())).key
            if flow:
                kept -= node.entries.keys()
                blocks += [line.strip() for line in lines if line.strip().startswith(REMARK)]
            else:
                margin = min(len(x) - len(x.lstrip()) for x in lines if x.strip())
                blocks += [line[margin:].rstrip() for line in lines]
    first = [key for key in _FIRST if key in slide.entries and key not in kept]
    last = [key for key in _LAST if key in slide.entries and key not in kept]
    middle = [key for key in slide.entries if key not in (*first, *last) and key not in kept]
    for key in (*first, *middle):
        yield from _entry(key, slide.entries[key].value)
    yield from blocks
    for key in last:
        yield from _entry(key, slide.entries[key].value)


def block(value: Mapping) -> Iterator[str]:
    """The lines of a mapping in YAML's block style."""
    for key, entry in value.entries.items():
        yield from _entry(key, entry.value)


def _entry(key: str, value: Node) -> Iterator[str]:
    """The lines of a key and its value."""
    name = scalar(key)
    if isinstance(value, Scalar):
        yield from _scalar_lines(f"{name}: ", value)
    elif isinstance(value, nodes.Sequence):
        yield from _sequence(name, value)
    else:
        line = f"{name}: {flow(value)}"
        if len(line) <= _WIDTH and _is_small(value):
            yield line
            return
        yield f"{name}:"
        for each, entry in value.entries.items():
            yield from (f"  {line}" if line else "" for line in _entry(each, entry.value))


def _sequence(name: str, value: nodes.Sequence) -> Iterator[str]:
    line = f"{name}: {flow(value)}"
    if not value.items or (len(line) <= _WIDTH and all(map(_is_word, value.items))):
        yield line
        return
    yield f"{name}:"
    for item in value.items:
        if isinstance(item, Mapping) and not (_is_small(item) and len(flow(item)) < _WIDTH):
            inner = [line for key, e in item.entries.items() for line in _entry(key, e.value)]
            yield from (f"  - {x}" if not at else f"    {x}" for at, x in enumerate(inner))
        elif isinstance(item, Scalar):
            yield from (f"  {line}" for line in _scalar_lines("- ", item))
        else:
            yield f"  - {flow(item)}"


def _is_word(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.folded and "\n" not in node.text


def _is_small(node: Mapping) -> bool:
    """Whether a mapping is one of words alone."""
    return all(_is_word(entry.value) for entry in node.entries.values())


def _scalar_lines(before: str, value: Scalar) -> Iterator[str]:
    """A scalar behind what stands before it in its line; lines of its own below that."""
    text = value.text.strip()
    lines = text.split("\n")
    plain = all(line == line.strip() and line for line in lines)
    folds = [Piece(each.strip(), value.mark).scalar().text for each in value.raw.split("\n")]
    if value.folded and plain and " ".join(folds) == text:
        yield f"{before}>-"
        yield from (f"  {each}" for each in folds)
    elif len(lines) > 1 and plain:
        yield f"{before}|-"
        yield from (f"  {line}" for line in lines)
    else:
        yield before + scalar(text)


def flow(node: Node) -> str:
    """A node in YAML's flow style (YAML 1.2.2, 7.4)."""
    if isinstance(node, Scalar):
        return scalar(node.text.strip(), flow=True)
    if isinstance(node, nodes.Sequence):
        return f"[{', '.join(map(flow, node.items))}]"
    pairs = (f"{scalar(k, flow=True)}: {flow(e.value)}" for k, e in node.entries.items())
    return f"{{{', '.join(pairs)}}}"


def scalar(text: str, flow: bool = False) -> str:
    """A text as a scalar of YAML: plain where it reads back so, else in double quotes.

    >>> print(scalar("三条路径"), scalar("{gdp}增长"), scalar("a: b"))
    三条路径 "{gdp}增长" "a: b"
    """
    written = f"[{text}]" if flow else f"k: {text}"
    if text and "\n" not in text and not re.search(r"^[&*!|>%@`]|\s#|\t", text):
        node = read_lines(written, 1, "", problems := Problems())
        got: Node | None = None
        if isinstance(node, Mapping) and len(node.entries) == 1:
            got = node.get("k")
        elif isinstance(node, nodes.Sequence) and len(node.items) == 1:
            got = node.items[0]
        if isinstance(got, Scalar) and got.plain and got.text == text and not len(problems):
            return text
    return quoted(text)
