"""Turn a new slide, figure or field into the outline's file with it, and nothing else changed.

As with a single text (`outline/writing.py`), all characters around it stay as somebody wrote them,
and the file is read again: where anything but the one thing would be read otherwise, nothing is
changed. The text given is YAML, as it would stand in a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from briefgen.outline.markdown.sources import last_line
from briefgen.outline.markdown.to_yaml import flow
from briefgen.outline.reading import nodes
from briefgen.outline.reading.decode import decode
from briefgen.outline.reading.nodes import Entry, Mapping, Node, Scalar, same
from briefgen.outline.reading.read import LOADER, read
from briefgen.problems import ContentError, Mark, Problem, Problems

# A way into an outline: keys, and indexes from 0.
Path = tuple[str | int, ...]


def parsed(text: str) -> Node:
    """The node that somebody's YAML writes. Raises ContentError where it is none."""
    problems = Problems()
    node = read(text.encode(), "", problems)
    if node is None or len(problems):
        raise ContentError(problems)
    return node


def added(data: bytes, file: str, part: str, given: str, after: str = "") -> bytes:
    """The file with an item at the end of a part, or behind the item of an id.

    `given` is a slide or topic, the entries of a mapping such as figures, or a list's further
    items. Raises ContentError where it cannot stand there.
    """
    node, tree, text = parsed(given), _tree(data, file), _text(data, file)
    lines = text.split("\n")
    found = tree.get(part)
    root: Any = yaml.compose(text, Loader=LOADER)
    pairs = {key.value: value for key, value in root.value} if root is not None else {}
    items = isinstance(node, nodes.Sequence) or _is_item(part, node)
    own = _written(given, node, items)
    if found is None:
        made = [*_trimmed(lines), "", f"{part}:", *(f"  {line}" if line else "" for line in own)]
        wanted = _joined(tree, part, node, items, len(lines))
        return _checked(data, "\n".join(made) + "\n", file, wanted)
    value = pairs[part]
    if root.flow_style or value.flow_style or not value.value:
        raise ContentError([Problem.of("edit-changes-more", found.mark)])
    margin = " " * int(value.start_mark.column)
    at = last_line(value, lines) + 1
    place = len(value.value)
    if after:
        place = _place(found, after) + 1
        at = last_line(value.value[place - 1], lines) + 1
    between = [""] if at and _is_apart(lines, value) else []
    new = [*between, *(margin + line if line else "" for line in own)]
    wanted = _joined(tree, part, node, items, place)
    return _checked(data, "\n".join((*lines[:at], *new, *lines[at:])), file, wanted)


def replaced_at(data: bytes, file: str, path: Path, given: str) -> bytes:
    """The file with another value at a way into it; without it where nothing is given.

    A key that is not there yet is added to its mapping. Raises ContentError where the value cannot
    stand there.
    """
    tree, text = _tree(data, file), _text(data, file)
    lines = text.split("\n")
    node = parsed(given) if given.strip() else None
    owner: Any = yaml.compose(text, Loader=LOADER)
    for step in path[:-1]:
        owner = _child(owner, step, tree.mark)[1]
    wanted = _with(tree, path, node)
    if isinstance(owner, yaml.ScalarNode) or wanted is None or not owner.value or owner.flow_style:
        raise ContentError([Problem.of("edit-changes-more", tree.mark)])
    step, margin = path[-1], " " * int(owner.start_mark.column)
    own = given.strip("\n").split("\n") if node else []
    if node is not None and isinstance(step, str):
        alone = isinstance(node, Scalar) or own[0].lstrip()[:1] in ("{", "[")
        own = [f"{step}: {own[0]}", *own[1:]] if alone else [f"{step}:", *(f"  {x}" for x in own)]
    elif node is not None:
        own = [f"- {own[0]}", *(f"  {line}" if line else "" for line in own[1:])]
    new = [margin + line if line else "" for line in own]
    there = _child(owner, step, None)
    if there[0] is None:
        at = last_line(owner, lines) + 1
        return _checked(data, "\n".join((*lines[:at], *new, *lines[at:])), file, wanted)
    start, end = int(there[0].start_mark.line), last_line(there[1], lines) + 1
    head = lines[start][: len(margin)]
    if head.strip() and new:
        # The first key of an item stands behind its hyphen.
        new[0] = head + new[0][len(head) :]
    elif head.strip():
        raise ContentError([Problem.of("edit-changes-more", tree.mark)])
    return _checked(
        data, "\n".join((*lines[:start], *new, *lines[max(end, start + 1) :])), file, wanted
    )


def slide_at(data: bytes, file: str, line: int) -> tuple[int, str]:
    """The index of the slide of a deck that begins in a line, and its YAML without the hyphen.
    Raises ContentError where none does."""
    lines = _text(data, file).split("\n")
    top: Any = yaml.compose("\n".join(lines), Loader=LOADER)
    entries = top.value if isinstance(top, yaml.MappingNode) else []
    deck = next((value for key, value in entries if key.value == "deck"), None)
    there = deck.value if isinstance(deck, yaml.SequenceNode) and not deck.flow_style else ()
    for index, item in enumerate(there):
        start = item.start_mark
        if start.line + 1 == line:
            own = lines[start.line : last_line(item, lines) + 1]
            depth = start.column
            rest = (each[depth:] if not each[:depth].strip() else each.lstrip() for each in own[1:])
            return index, "\n".join((own[0][depth:], *rest))
    raise ContentError([Problem.of("edit-nothing-there", Mark(file, line))])


def _tree(data: bytes, file: str) -> Mapping:
    problems = Problems()
    tree = read(data, file, problems)
    if not isinstance(tree, Mapping):
        raise ContentError(problems or [Problem.of("edit-nothing-there", Mark(file))])
    return tree


def _text(data: bytes, file: str) -> str:
    text = decode(data, file, Problems())
    assert text is not None  # it was read
    return text


def _checked(data: bytes, made: str, file: str, wanted: Mapping) -> bytes:
    """The bytes of a text that is read as it is meant to be. Raises ContentError."""
    whole = data.decode("utf-8-sig")
    ends = "\r\n" if "\r\n" in whole else "\n"
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    try:
        out = mark + made.replace("\n", ends).encode()
    except UnicodeEncodeError:  # half a character, which JSON can write
        raise ContentError([Problem.of("edit-changes-more", Mark(file))]) from None
    problems = Problems()
    now = read(out, file, problems)
    if now is None or not same(wanted, now):
        raise ContentError(problems or [Problem.of("edit-changes-more", Mark(file))])
    return out


def _is_item(part: str, node: Node) -> bool:
    """Whether a mapping is one item of a list, and not entries of a mapping."""
    return isinstance(node, Scalar) or part in ("deck", "topics", "glossary")


def _written(given: str, node: Node, items: bool) -> list[str]:
    """The lines of YAML as they stand in a part: an item behind its hyphen."""
    lines = [line.rstrip() for line in given.strip("\n").split("\n")]
    margin = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    lines = [line[margin:] for line in lines]
    if not items or (isinstance(node, nodes.Sequence) and lines[0].startswith("- ")):
        return lines
    if isinstance(node, nodes.Sequence):
        return [f"- {flow(item)}" for item in node.items]
    return [("- " if not at else "  ") + line if line else "" for at, line in enumerate(lines)]


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def _is_apart(lines: list[str], value: Any) -> bool:
    """Whether the items of a list have empty lines between them."""
    second = value.value[1] if len(value.value) > 1 else None
    start = second[0] if isinstance(second, tuple) else second
    return start is None or not lines[int(start.start_mark.line) - 1].strip()


def _place(found: Node, id: str) -> int:
    """The index of an item by its id."""
    items: Iterable[Node] = found.items if isinstance(found, nodes.Sequence) else ()
    for at, item in enumerate(items):
        named = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(named, Scalar) and named.text == id:
            return at
    raise ContentError([Problem.of("unknown-id", found.mark, part="deck", id=id, offer="")])


def _joined(tree: Mapping, part: str, node: Node, items: bool, place: int) -> Mapping:
    """The tree with a further item, or further entries, of a part."""
    found = tree.get(part)
    if items:
        more = node.items if isinstance(node, nodes.Sequence) else (node,)
        old = found.items if isinstance(found, nodes.Sequence) else ()
        value: Node = nodes.Sequence((*old[:place], *more, *old[place:]), node.mark)
    else:
        old_entries = found.entries if isinstance(found, Mapping) else {}
        new = node.entries if isinstance(node, Mapping) else {}
        value = Mapping({**old_entries, **new}, node.mark)
    return tree.with_entry(part, Entry(node.mark, value))


def _child(owner: Any, step: str | int, otherwise: Mark | None) -> tuple[Any, Any]:
    """The key (or item) and the value at a step; (None, None) where there is none, if a problem's
    place is not given."""
    if isinstance(owner, yaml.SequenceNode) and isinstance(step, int):
        if step < len(owner.value):
            return owner.value[step], owner.value[step]
    elif isinstance(owner, yaml.MappingNode):
        for key, value in owner.value:
            if key.value == step:
                return key, value
    if otherwise is not None:
        raise ContentError([Problem.of("edit-nothing-there", otherwise)])
    return None, None


def _with(node: Node, path: Path, value: Node | None) -> Mapping | None:
    """The tree with another value, or none, at a way into it."""
    made = _changed(node, path, value)
    return made if isinstance(made, Mapping) else None


def _changed(node: Node, path: Path, value: Node | None) -> Node | None:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(node, nodes.Sequence) and isinstance(step, int) and step < len(node.items):
        new = _changed(node.items[step], rest, value)
        items = () if new is None else (new,)
        return nodes.Sequence((*node.items[:step], *items, *node.items[step + 1 :]), node.mark)
    if isinstance(node, Mapping) and isinstance(step, str):
        old = node.entries.get(step)
        new = _changed(old.value if old else Mapping({}, node.mark), rest, value)
        if new is None:
            return node.without(step)
        return node.with_entry(step, Entry(old.key if old else node.mark, new))
    return None
