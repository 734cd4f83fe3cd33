"""Turn a YAML file into nodes, taking from YAML its structure and nothing else.

Only the parser's events are used (YAML 1.2, 3.1): nothing is composed or constructed, so limits
are enforced while reading, before anything could recurse, and no value changes its form. The
libyaml parser crashes the process when it *composes* deep nesting; its events are safe.
"""

from __future__ import annotations

import stat
from collections import abc
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from briefgen.machine.reads import noted
from briefgen.outline.reading.decode import MAX_BYTES, check_characters, decode
from briefgen.outline.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, shorten
from briefgen.outline.reading.slips import cut_by_comment, is_list, lines_cut
from briefgen.problems import Mark, Problem, Problems

MAX_DEPTH = 40
MAX_EVENTS = 200_000
# What YAML makes of `!!` (YAML 1.2, 6.8.2.2).
_STANDARD = "tag:yaml.org,2002:"

# What an item of a list, or a line with full-width spaces, may begin with.
_DASHES = "-－—–\u3000"

# What reads YAML, in C where that is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# What files are read as, instead of what stands on the disk: to see what an edit would make of it.
Held = abc.Mapping[Path, bytes]
AS_THEY_ARE: Held = MappingProxyType({})


def read_file(
    path: Path, file: str, problems: Problems, held: Held = AS_THEY_ARE
) -> Mapping | None:
    """The mapping that a YAML file holds; None, with problems, where it holds none.

    `file` is the path to show. Raises OSError where it cannot be read.
    """
    data = read_bytes(path, file, problems, held)
    node = None if data is None else read(data, file, problems)
    if node is None or isinstance(node, Mapping):
        return node
    problems.add("file-not-a-mapping", node.mark)
    return None


def read_bytes(path: Path, file: str, problems: Problems, held: Held = AS_THEY_ARE) -> bytes | None:
    """What a file holds, up to more than an outline may have; None, with a problem, where it is no
    file. Raises OSError where it cannot be read."""
    if path in held:
        return held[path]
    if not stat.S_ISREG(path.stat().st_mode):
        problems.add("not-a-file", Mark(file), file=file)
        return None
    with path.open("rb") as stream:
        return noted(path, stream.read(MAX_BYTES + 1))


def read(data: bytes, file: str, problems: Problems) -> Node | None:
    """The node that YAML bytes write; None, with problems, where they cannot be read to the end.

    Problems that leave the rest readable (an anchor, a tag, a key given twice) are collected, and
    the tree comes without what they concern.
    """
    node, found = _read(data, file, LOADER)
    problems.extend(found)
    return node


def read_lines(text: str, first: int, file: str, problems: Problems) -> Node | None:
    """The node that some lines of a file write in YAML, the first of which has this number; None,
    with problems, where they cannot be read."""
    # Empty lines above give all marks their place in the file, those of what stops the parser too.
    return _parsed("\n" * (first - 1) + text, file, LOADER, problems)


@lru_cache(maxsize=16)
def _read(data: bytes, file: str, loader: Any) -> tuple[Node | None, tuple[Problem, ...]]:
    """The same, with its problems: of several files that are read again, most have not changed."""
    problems = Problems()
    return _built(data, file, loader, problems), tuple(problems)


def _built(data: bytes, file: str, loader: Any, problems: Problems) -> Node | None:
    text = decode(data, file, problems)
    return None if text is None else _parsed(text, file, loader, problems)


def _parsed(text: str, file: str, loader: Any, problems: Problems) -> Node | None:
    try:
        return _Builder(file, problems).build(text, loader)
    except yaml.MarkedYAMLError as error:
        said = error.problem or "unreadable"
        if "maximum nesting depth" in said and error.problem_mark:
            # PyYAML 6.0.4 stops by itself at 1000, while it looks ahead for the key of a [ or {.
            _too_deep(_mark(file, error.problem_mark), problems)
            return None
        from briefgen.outline.reading.syntax import explain  # most files are sound

        explain(said, error.problem_mark, error.context_mark, text, file, problems)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The pure parser lets the errors of chr() through for an impossible escape.
        problems.add("yaml-impossible-escape", Mark(file), why=str(error).replace("\n", " "))
    return None


def _too_deep(mark: Mark, problems: Problems) -> None:
    problems.add("too-deep", mark, most=MAX_DEPTH)


def _mark(file: str, at: Any) -> Mark:
    """The place of a parser's mark, which counts from 0."""
    return Mark(file, at.line + 1, at.column + 1)


def _line(mark: Any) -> int:
    return int(mark.line)


def index_of(mark: Any) -> int:
    """The character of a parser's mark, from 0."""
    return int(mark.index)


class _Open:
    """A sequence or mapping that is being read. `key` waits for its value."""

    __slots__ = ("entries", "items", "key", "mark")

    def __init__(self, mark: Mark, is_mapping: bool) -> None:
        self.mark = mark
        self.items: list[Node] = []
        self.entries: dict[str, Entry] | None = {} if is_mapping else None
        self.key: Node | None = None


class _Builder:
    """Nodes from events, with an explicit stack."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file = file
        self.problems = problems
        self.text = ""
        self.stack: list[_Open] = []
        self.root: Node | None = None
        # Whether what was read is surely not what was meant.
        self.broken = False
        # The lines, from 0, in which a text may be cut by what looks like a comment.
        self.cuts: frozenset[int] = frozenset()

    def build(self, text: str, loader: Any) -> Node | None:
        """The document's node; None where there is none, or it passes a limit."""
        self.text, self.cuts = text, lines_cut(text)
        parser = loader(text)
        documents = 0
        for _ in range(MAX_EVENTS):
            event = parser.get_event()
            if event is None:
                break
            if isinstance(event, yaml.ScalarEvent):
                self._add(self._scalar(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_marks(event)
                mark = self._mark(event)
                if len(self.stack) == MAX_DEPTH:
                    _too_deep(mark, self.problems)
                    return None
                self.stack.append(_Open(mark, isinstance(event, yaml.MappingStartEvent)))
            elif isinstance(event, yaml.CollectionEndEvent):
                done = self.stack.pop()
                if done.entries is None:
                    self._add(Sequence(tuple(done.items), done.mark))
                else:
                    self._add(Mapping(done.entries, done.mark))
            elif isinstance(event, yaml.AliasEvent):
                mark = self._mark(event)
                self.problems.add("yaml-alias", mark, name=str(event.anchor))
                self._add(Scalar(f"*{event.anchor}", mark))
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self.problems.add("second-document", self._mark(event))
                    break
        else:
            self.problems.add("too-many-values", Mark(self.file), most=f"{MAX_EVENTS:,}")
            return None
        if self.root is None and not documents:
            self.problems.add("empty-file", Mark(self.file, 1, 1))
        return None if self.broken else self.root

    def _add(self, node: Node) -> None:
        """Put a finished node where it belongs: the root, a list, a key, or a key's value."""
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if parent.entries is None:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            key, parent.key = parent.key, None
            self._enter(parent.entries, key, node)

    def _enter(self, entries: dict[str, Entry], key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self.problems.add("list-as-key", key.mark)
        elif key.text == "<<" and key.plain:
            self.problems.add("yaml-merge-key", key.mark)
        elif key.text in entries:
            first = entries[key.text].key.line
            second = key.mark.line
            self.problems.add("duplicate-key", key.mark, key=key.text, first=first, second=second)
        else:
            entries[key.text] = Entry(key.mark, value)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        mark = self._mark(event)
        if event.anchor or event.tag:
            self._refuse_marks(event)
        text, style = event.value, event.style
        if style == '"':
            # Escapes can write what the file itself does not hold.
            text = check_characters(text, mark, self.problems)
        folded = style != "|" and _line(event.end_mark) > _line(event.start_mark)
        raw = self.text[index_of(event.start_mark) : index_of(event.end_mark)]
        if style in (None, "") and raw:
            doubtful = raw[0] in _DASHES or (self.cuts and _line(event.end_mark) in self.cuts)
            if doubtful:
                self._find_slips(raw, mark, event)
            if folded and not self.broken:
                self._find_items(raw, mark)
        return Scalar(text, mark, style in (None, ""), folded, raw)

    def _find_slips(self, raw: str, mark: Mark, event: yaml.ScalarEvent) -> None:
        """What somebody meant otherwise than YAML reads it: items without a space behind their
        dash, keys behind wide spaces, a text that a # cuts."""
        start, end = index_of(event.start_mark), index_of(event.end_mark)
        begins = raw[0] in _DASHES
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start] if begins else raw
        if begins and not before.strip():
            wide = raw[0] == "\u3000"
            if wide or is_list(raw.split("\n")):
                code = "yaml-wide-space" if wide else "yaml-item-space"
                code = "yaml-wide-dash" if raw[0] in "－—–" else code
                self.problems.add(code, mark)
                self.broken = True
        if _line(event.end_mark) in self.cuts:
            stop = len(self.text[:end].rstrip())
            line = self.text.find("\n", stop)
            if cut := cut_by_comment(self.text[stop : line if line >= 0 else None]):
                self.problems.add("text-cut", mark, words=shorten(cut), text=shorten(raw.strip()))

    def _find_items(self, raw: str, mark: Mark) -> None:
        """A line that goes on with a text and begins as an item of a list was meant as one."""
        for number, line in enumerate(raw.split("\n")[1:], 1):
            words = line.lstrip()
            if words.startswith(("- ", "－ ")):
                at = Mark(self.file, mark.line + number, 1 + len(line) - len(words))
                self.problems.add("item-in-text", at, words=shorten(words[2:].strip()))
                return

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        """Anchors (&a) and tags (!a) say what nodes are to YAML programs; an outline has none."""
        if event.anchor:
            self.problems.add("yaml-anchor", self._mark(event), name=event.anchor)
        tag = getattr(event, "tag", None)
        if tag:
            self.problems.add("yaml-tag", self._mark(event), tag=tag.replace(_STANDARD, "!!"))

    def _mark(self, event: yaml.Event) -> Mark:
        return _mark(self.file, event.start_mark)
