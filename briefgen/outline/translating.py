"""Turn translations of an outline's texts into its files with those texts in both languages.

A text becomes `{zh: …, en: …}`, or gets the language that it lacks. Only its own characters are
replaced, and the file is read again: where anything else would be read otherwise, nothing changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.brief.placeholders import Placeholder, pieces
from briefgen.outline.language import LANGUAGES
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Node, Scalar, scalars
from briefgen.outline.reading.read import read
from briefgen.outline.writing import Found, quoted, scalar_at, spliced, text_of
from briefgen.patterns import pattern
from briefgen.problems import ContentError, Mark, Problem, Problems
from briefgen.record import Record

# A plain text that may stand in a mapping in braces as it is.
_SAFE = pattern(r"[^\s,\[\]{}:#&*!|>'\"%@`?-][^,\[\]{}:#\n]*(?<!\s)")


class Wanting(Record):
    """A text that lacks a language: its place, its node, and its words in the language it has,
    with the key of that."""

    mark: Mark
    node: Node
    key: str
    words: str


def wanting(node: Node, key: str, wanted: str) -> Wanting | None:
    """What a text node lacks, whose plain strings are in the language `key`; None where it has the
    `wanted` one, or is no text."""
    if isinstance(node, Scalar):
        return Wanting(node.mark, node, key, node.text.strip())
    if isinstance(node, nodes.Mapping) and node.get(wanted) is None:
        for given, entry in node.entries.items():
            if given in LANGUAGES and isinstance(entry.value, Scalar):
                return Wanting(node.mark, node, given, entry.value.text.strip())
    return None


def braces(words: str) -> list[str]:
    """The figures that a text names, in order of their ids."""
    return sorted(piece.id for piece in pieces(words) if isinstance(piece, Placeholder))


def translated(
    data: bytes, texts: Sequence[Wanting], wanted: str, said: Mapping[str, str]
) -> tuple[bytes, int]:
    """The file with what is `said` for the words of its texts in the `wanted` language, and how
    many there are. Raises ContentError where a text cannot be found or written."""
    edits = sorted(_edits(data, texts, wanted, said), key=lambda edit: -edit[0].start)
    made = data
    for found, form in edits:
        made = spliced(made, found, form)
    if edits:
        first = next(each.mark for each in texts if said.get(each.words))
        _compare(data, made, len(edits), first)
    return made, len(edits)


def _edits(
    data: bytes, texts: Iterable[Wanting], wanted: str, said: Mapping[str, str]
) -> Iterator[tuple[Found, str]]:
    for each in texts:
        words = said.get(each.words, "")
        if not words:
            continue
        told = f"{wanted}: {quoted(words)}"
        if isinstance(each.node, Scalar):
            found = scalar_at(data, each.mark)
            raw = text_of(data, each.mark)[found.start : found.end]
            plain = not found.style and _SAFE.fullmatch(raw)
            quotes = found.style in ("'", '"') and "\n" not in raw
            own = raw if plain or quotes else quoted(found.value.strip())
            yield found, f"{{{each.key}: {own}, {told}}}"
        elif isinstance(each.node, nodes.Mapping):
            first = next(iter(each.node.entries.values())).key
            at = scalar_at(data, first).start
            in_braces = first != each.mark
            between = ", " if in_braces else "\n" + " " * (first.column - 1)
            yield Found(at, at, "", ""), told + between


def _compare(old: bytes, new: bytes, count: int, mark: Mark) -> None:
    """Raise ContentError where a file says anything but what it said, and `count` texts more."""
    before, after = (Problems(), Problems())
    trees = read(old, "", before), read(new, "", after)
    if trees[0] is not None and trees[1] is not None and after.errors <= before.errors:
        words = [[scalar.text.strip() for scalar in scalars(tree)] for tree in trees if tree]
        left = iter(words[1])
        if len(words[1]) == len(words[0]) + count and all(each in left for each in words[0]):
            return
    raise ContentError([Problem.of("edit-changes-more", mark)])
