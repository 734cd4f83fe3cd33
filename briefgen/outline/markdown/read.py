"""Turn a Markdown document into the nodes of an outline, each with its file, line and column.

The head matter is an outline's YAML without its slides. `#` begins a section, `##` a slide; below
it stand what it says and, in a fenced block of YAML, whatever cannot be said otherwise. What is
read is what YAML would have given, so that all that comes after knows no difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as ByName
from functools import lru_cache
from itertools import takewhile
from pathlib import PurePath

from briefgen.outline.markdown.blocks import (
    Block,
    Cells,
    Comment,
    Fence,
    Heading,
    Line,
    Listing,
    Picture,
    Quote,
    Words,
    blocks,
)
from briefgen.outline.markdown.fields import Places, places
from briefgen.outline.markdown.pieces import Piece, led
from briefgen.outline.markdown.place import Placing, only_figures
from briefgen.outline.reading import nodes
from briefgen.outline.reading.decode import decode
from briefgen.outline.reading.nodes import Entry, Mapping, Scalar, in_quotes, is_empty
from briefgen.outline.reading.read import read_lines
from briefgen.outline.written import BriefForm, OutlineForm
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problem, Problems
from briefgen.record import Record, field_names

ENDINGS = (".md", ".markdown")
# What says of a comment that it is a remark, and not for the speaker.
REMARK = "#"
# What head matter of other programs has at its top, and an outline in its brief.
_OF_BRIEF = tuple(name for name in field_names(BriefForm) if name not in ("mark", "place"))
# What a document that was made of a deck has there besides: it says nothing of the outline.
_OF_COPIES = ("audience", "status")
_HYPHENS = pattern(r"-\\(?=-)")

# The fields of a slide kind by its name; None where there is no such kind.
Fields = Callable[[str], type | None]


class Part(Record):
    """A slide as it stands in a document: its heading and the blocks below it."""

    heading: Heading
    blocks: tuple[Block, ...]


class Document(Record):
    """A document's head matter (None: it has none), its slides, and the comments before these."""

    head: Mapping | None
    parts: tuple[Part, ...]
    comments: tuple[Comment, ...] = ()


def is_markdown(file: PurePath | str) -> bool:
    """Whether a file is an outline in Markdown, by its ending."""
    return PurePath(file).suffix.lower() in ENDINGS


def read_markdown(data: bytes, file: str, fields: Fields, problems: Problems) -> Mapping | None:
    """The nodes of the outline that a document is; None, with problems, where it is none.

    `fields` are those of each slide kind. What belongs nowhere is told at its place.
    """
    document, found = _document(data, file)
    problems.extend(found)
    if document is None:
        return None
    start = Mark(file, 1, 1)
    entries = dict(document.head.entries) if document.head else {}
    parts = document.parts
    entries, parts = _briefed(entries, parts, file)
    slides = tuple(slide(part, fields, problems) for part in parts)
    if slides and "deck" in entries:
        first, second = entries["deck"].key.line, slides[0].mark.line
        problems.add("duplicate-key", slides[0].mark, key="deck", first=first, second=second)
    elif slides:
        mark = slides[0].mark
        entries["deck"] = Entry(mark, nodes.Sequence(slides, mark))
    return Mapping(entries, document.head.mark if document.head else start)


@lru_cache(maxsize=16)
def _document(data: bytes, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    problems = Problems()
    text = decode(data, file, problems)
    made = None if text is None else document(text, file, problems)
    return made, tuple(problems)


def document(text: str, file: str, problems: Problems) -> Document | None:
    """The parts of a document; None where its head matter cannot be read."""
    lines = text.split("\n")
    end = head_end(lines)
    head: Mapping | None = None
    if end < 0:
        problems.add("md-head-open", Mark(file, 1, 1))
        return None
    if end and any(line.strip() for line in lines[1:end]):
        node = read_lines("\n".join(lines[1:end]), 2, file, problems)
        if not isinstance(node, Mapping):
            if node is not None and not is_empty(node):
                problems.add("md-yaml-no-keys", node.mark)
            return None
        head = node
    first = end + 1 if end else 0
    numbered = [Line(number, 1, line) for number, line in enumerate(lines[first:], first + 1)]
    found = blocks(numbered, file, problems)
    comments = (each for each in takewhile(_is_comment, found) if isinstance(each, Comment))
    return Document(head, _parts(found, problems), tuple(comments))


def _is_comment(block: Block) -> bool:
    return isinstance(block, Comment)


def head_end(lines: list[str]) -> int:
    """The index of the line that ends the head matter, 0 where there is none, -1 where it does not
    end."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    ends = (at for at, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "..."))
    return next(ends, -1)


def _parts(found: list[Block], problems: Problems) -> tuple[Part, ...]:
    made: list[tuple[Heading, list[Block]]] = []
    for block in found:
        if isinstance(block, Heading) and block.level < 3:
            made.append((block, []))
        elif made:
            made[-1][1].append(block)
        elif not isinstance(block, Comment):
            mark = block.piece.mark if isinstance(block, Words) else block.mark
            problems.add("md-before-slides", mark)
    return tuple(Part(heading, tuple(below)) for heading, below in made)


def _briefed(
    entries: dict[str, Entry], parts: tuple[Part, ...], file: str
) -> tuple[dict[str, Entry], tuple[Part, ...]]:
    """The head matter with a `brief`: what stands at its top as in other programs' documents, the
    first heading as its title, the file's name as its slug, where it does not say these itself."""
    brief = entries.get("brief")
    if brief and not isinstance(brief.value, Mapping):
        return entries, parts
    start = Mark(file, 1, 1)
    own = dict(brief.value.entries) if brief and isinstance(brief.value, Mapping) else {}
    for key in (key for key in _OF_BRIEF if key in entries and key not in OUTLINE):
        own.setdefault(key, entries.pop(key))
    if not brief:
        for key in _OF_COPIES:
            entries.pop(key, None)
    if "title" not in own and parts and parts[0].heading.level == 1:
        heading = parts[0].heading
        if heading.title.raw:
            own["title"] = Entry(heading.mark, heading.title.scalar())
            kind = Entry(heading.mark, in_quotes("cover", heading.mark))
            cover = Heading(
                2, Piece("", heading.mark), {"kind": kind} | heading.given, heading.mark
            )
            parts = (Part(cover, parts[0].blocks), *parts[1:])
    if "slug" not in own and own:
        slug = re.sub(r"[^a-z0-9]+", "-", PurePath(file).stem.lower()).strip("-") or "deck"
        own["slug"] = Entry(start, in_quotes(slug, start))
    if own:
        place = brief.value.mark if brief else start
        entries["brief"] = Entry(brief.key if brief else start, Mapping(own, place))
    return entries, parts


OUTLINE = frozenset(field_names(OutlineForm))


def slide(part: Part, fields: Fields, problems: Problems) -> Mapping:
    """A slide's nodes: what its heading, its YAML and its blocks say."""
    heading = part.heading
    entries: dict[str, Entry] = dict(heading.given)
    body, notes = notes_apart(part.blocks)
    rest: list[Block] = []
    for block in body:
        if isinstance(block, Fence) and block.info in ("yaml", "yml"):
            _merge(block, heading.mark.file, entries, problems)
        elif not isinstance(block, Comment):
            rest.append(block)
    if "kind" not in entries and (kind := _kind(heading, rest)):
        entries["kind"] = Entry(heading.mark, in_quotes(kind, heading.mark))
    named = entries["kind"].value if "kind" in entries else None
    name = named.text if isinstance(named, Scalar) else ""
    own = fields(name)
    placing = Placing(places(own) if own else Places(), name, problems, entries)
    if heading.title.raw:
        placing.put("title", heading.title.mark, heading.title.scalar())
    if own:
        placing.place(rest)
    if notes:
        placing.put("notes", notes.mark, spoken(notes))
    return Mapping(entries, heading.mark)


def notes_apart(found: tuple[Block, ...]) -> tuple[tuple[Block, ...], Piece | None]:
    """The blocks without the comment at their end, and what the speaker says in it."""
    at = len(found)
    while at and isinstance(found[at - 1], Comment):
        at -= 1
        block = found[at]
        if isinstance(block, Comment):
            words = block.piece.cut(0)
            if words.raw and not words.raw.startswith(REMARK):
                return (*found[:at], *found[at + 1 :]), words
    return found, None


def spoken(piece: Piece) -> Scalar:
    """What a comment says: its lines as they are, two hyphens without the backslash that parts
    them."""
    lines = [line.strip() for line in piece.raw.split("\n")]
    text = _HYPHENS.sub("-", "\n".join(lines)).replace("\\\\", "\\")
    return Scalar(text, piece.mark, False, False, piece.raw)


def _merge(fence: Fence, file: str, entries: dict[str, Entry], problems: Problems) -> None:
    """Take in the fields of a block of YAML."""
    if not fence.text.strip():
        return
    node = read_lines(fence.text, fence.first, file, problems)
    if not isinstance(node, Mapping):
        if node is not None and not is_empty(node):
            problems.add("md-yaml-no-keys", node.mark)
        return
    for key, entry in node.entries.items():
        if key in entries:
            first, second = entries[key].key.line, entry.key.line
            problems.add("duplicate-key", entry.key, key=key, first=first, second=second)
        else:
            entries[key] = entry


def _kind(heading: Heading, body: list[Block]) -> str:
    """The kind of slide that blocks make by themselves; "" where they make none."""
    if heading.level == 1:
        return "section"
    kinds = {type(block) for block in body if not isinstance(block, Heading)}
    lists = [block for block in body if isinstance(block, Listing)]
    if Cells in kinds:
        return "table"
    if lists:
        if all(map(only_figures, lists)):
            return "kpi"
        led_all = all(
            isinstance(first, Words) and led(first.piece)
            for each in lists
            for first in (item.blocks[0] if item.blocks else None for item in each.items)
        )
        return "summary" if led_all else "bullets"
    if Quote in kinds:
        return "quote"
    if Words in kinds:
        return "text"
    return "image" if Picture in kinds else ""


def fields_by(kinds: ByName[str, object]) -> Fields:
    """The fields of slide kinds by their names."""

    def fields(name: str) -> type | None:
        kind = kinds.get(name)
        return getattr(kind, "fields", None)

    return fields
