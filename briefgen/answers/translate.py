"""Turn what an audience's version lacks in its language into a list to be filled in, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefgen.brief.placeholders import is_neutral
from briefgen.build import load
from briefgen.machine.remembered import digest
from briefgen.machine.rewrite import read_for_writing, rewrite
from briefgen.outline.language import KEYS
from briefgen.outline.load import Project
from briefgen.outline.reading.nodes import Mapping as Map
from briefgen.outline.reading.nodes import Node, Scalar, Sequence, is_blank, scalars
from briefgen.outline.reading.read import read
from briefgen.outline.translating import Wanting, braces, translated, wanting
from briefgen.outline.voice import language_of
from briefgen.problems import Mark, Problems
from briefgen.record import Record
from briefgen.request import Request

# What a version asks for only once its other texts are there.
_NAMES = ("title", "publisher", "author")
_LABELS = ("label", "period", "scope")


class Missing(Record):
    """The texts that an audience's version lacks, in the order of their places; `key` is how its
    language is written in an outline."""

    audience: str
    key: str
    root: Path
    texts: tuple[Wanting, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The texts, each once."""
        return tuple(dict.fromkeys(each.words for each in self.texts))


def missing(outline: Path, audience: str) -> Missing:
    """What an audience's version lacks in its language: texts, labels of figures, names of sources.

    Raises MachineError where a file cannot be read.
    """
    loaded = load(Request(outline, (audience,)))
    project = loaded.project
    quiet = Problems()
    chain = project.chain(audience, quiet) or {}
    language, files = project.language, {}
    for own in chain.values():
        language = language_of(own.get("language"), language, quiet)
        files[own.mark.file] = KEYS[language]
    key, main = KEYS[language], KEYS[project.language]
    found: dict[Mark, Wanting] = {}
    if language != project.language and project.nodes is not None:
        places = {
            node.mark: node for root in (project.nodes, *chain.values()) for node in _nodes(root)
        }
        for node in _asked(loaded.problems, places, project):
            text = wanting(node, files.get(node.mark.file, main), key)
            if text and text.words and not is_neutral(text.words):
                found[text.mark] = text
    return Missing(audience, key, project.root, tuple(found[mark] for mark in sorted(found)))


def _asked(problems: Problems, places: Mapping[Mark, Node], project: Project) -> Iterator[Node]:
    """The text nodes that have to be there in another language."""
    nodes = project.nodes
    assert nodes is not None
    for problem in problems:
        if problem.code == "missing-translation" and problem.mark in places:
            yield (node := places[problem.mark])
            # The label of a figure is asked for once the text that shows it is there.
            for id in dict.fromkeys(id for text in scalars(node) for id in braces(text.text)):
                yield from _of(nodes, "figures", id, _LABELS)
        elif problem.code == "figure-untranslated":
            yield from _of(nodes, "figures", str(dict(problem.parts)["id"]), _LABELS)
    sources = nodes.get("sources")
    for id in sources.entries if isinstance(sources, Map) else ():
        yield from _of(nodes, "sources", id, _NAMES)


def _of(root: Map, part: str, id: str, names: tuple[str, ...]) -> Iterator[Node]:
    """What an entry of a part says under these keys."""
    entries = root.get(part)
    entry = entries.get(id) if isinstance(entries, Map) else None
    for name in names if isinstance(entry, Map) else ():
        if isinstance(entry, Map) and (node := entry.get(name)) is not None:
            yield node


def _nodes(node: Node) -> Iterator[Node]:
    """Every node below one; of two at one place the outer one first."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _nodes(item)
    elif isinstance(node, Map):
        for entry in node.entries.values():
            yield from _nodes(entry.value)
    if not isinstance(node, Sequence):
        yield node


def as_yaml(texts: Missing, known: Mapping[str, str], head: str) -> str:
    """The list to be filled in, with what is known already; each text once, at its first place."""
    lines = [f"# {line}" if line else "#" for line in head.splitlines()]
    told: set[str] = set()
    for each in texts.texts:
        if each.words not in told:
            told.add(each.words)
            lines += [
                f"# {each.mark.file}:{each.mark.line}",
                f"- {each.key}: {json.dumps(each.words, ensure_ascii=False)}",
                f"  {texts.key}: {json.dumps(known.get(each.words, ''), ensure_ascii=False)}",
            ]
    return "\n".join(lines) + "\n"


def filled(data: bytes, file: str, key: str, problems: Problems) -> dict[str, str]:
    """The translations of a list that was filled in, by the words they are of.

    One that does not name the figures of its text is told, and left out.
    """
    tree = read(data, file, problems)
    found: dict[str, str] = {}
    for item in tree.items if isinstance(tree, Sequence) else ():
        if not isinstance(item, Map):
            continue
        said = item.get(key)
        words = [entry.value for name, entry in item.entries.items() if name != key]
        if not isinstance(said, Scalar) or is_blank(said) or not words:
            continue
        text = words[0].text.strip() if isinstance(words[0], Scalar) else ""
        if braces(text) != braces(said.text):
            names = tuple(f"{{{id}}}" for id in braces(text))
            problems.add("translation-figures", said.mark, words=text, figures=names)
        else:
            found[text] = said.text.strip()
    return found


def merge(texts: Missing, said: Mapping[str, str]) -> int:
    """Write translations into the files of the project; how many texts got one.

    Raises ContentError or MachineError where a file cannot be written so; each write can be undone.
    """
    count = 0
    for file in dict.fromkeys(each.mark.file for each in texts.texts):
        _, data = read_for_writing(texts.root, file)
        own = [each for each in texts.texts if each.mark.file == file]
        made, done = translated(data, own, texts.key, said)
        if done:
            rewrite(texts.root, file, digest(data), made)
            count += done
    return count
