"""Turn what an assistant asks of a project into answers: reading, writing, checking, building.

Nothing outside of the project's folder is read or written. What is written can be taken back
(`briefgen undo`), and a file that has changed meanwhile is left alone.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from briefgen.answers import described, edit
from briefgen.answers.findings import Finding, as_dicts, findings
from briefgen.answers.pictures import Pictures
from briefgen.brief.hints import MOST_NAME, RESERVED, SLUG, name_length
from briefgen.build import checked
from briefgen.kinds import kinds
from briefgen.machine.files import write_all
from briefgen.machine.paths import files_of, outline_in, resolved
from briefgen.machine.remembered import digest
from briefgen.machine.rewrite import read_for_writing, rewrite, undo
from briefgen.outline import editing
from briefgen.outline.convert import fields_of
from briefgen.outline.folder import BASE, audience_names, project_root
from briefgen.outline.load import Project
from briefgen.outline.markdown.to_yaml import flow
from briefgen.outline.nearest import nearest
from briefgen.outline.parts import PARTS
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, text_at
from briefgen.outline.written import SlideForm
from briefgen.problems import ContentError, MachineError, Mark, Problem, Problems
from briefgen.record import State
from briefgen.request import Request

# So many findings, figures, characters of a value are told at once.
_MOST, _LONGEST = 30, 6_000
# Pixels to the inch of a slide whose picture is asked for.
_DPI = 60
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


class Desk(State):
    """A project's folder that an assistant works in."""

    folder: Path

    @property
    def outline(self) -> Path:
        """The project's outline. Raises MachineError where there is none, or it lies outside."""
        path = outline_in(self.folder)
        if not path.is_file():
            raise MachineError.of("no-outline-here", path="content/outline.yaml")
        root = project_root(path)
        # Of a folder called `content` the project is the folder above it.
        for each in (path, root):
            if not resolved(each).is_relative_to(resolved(self.folder)):
                raise MachineError.of("write-outside", file=str(each))
        return path

    @property
    def root(self) -> Path:
        """The project's folder, as marks see it."""
        return project_root(self.outline)

    def read(self) -> Project:
        """The project's nodes, its audiences' too."""
        project = Project.read(self.outline, Problems(), kinds())
        for name in project.audiences:
            project.chain(name, Problems())
        return project

    # Reading

    def contents(self, path: str = "") -> dict[str, Any]:
        """What the outline holds: its parts and slides in brief, or what stands at a path."""
        project = self.read()
        if project.nodes is None:
            raise ContentError(checked(Request(self.outline)).problems)
        if path:
            node, mark = self._at(project, path)
            said = described.as_yaml(node)
            return {"path": path, "place": str(mark), "value": said[:_LONGEST]}
        found: dict[str, Any] = {"outline": self.outline.relative_to(self.folder).as_posix()}
        for key, entry in project.nodes.entries.items():
            found[key] = _brief(key, entry.value)
        found["audiences"] = list(project.audiences)
        sources = files_of(self.root / "seeds", ".txt")
        return {
            **found,
            "source_files": [each.relative_to(self.root).as_posix() for each in sources],
        }

    def _at(self, project: Project, path: str) -> tuple[Node, Mark]:
        """What stands at a path, and where its key or item does."""
        of, colon, rest = path.rpartition(":")
        node: Node | None = project.nodes
        if colon:
            node = project.overlays.get(of.removeprefix("audiences/"))
        if node is None:
            raise _nothing(path, audience_names(self.outline))
        mark = node.mark
        for step in steps(rest):
            node, mark = _step(node, step, path)
        return node, mark

    def steps_of(self, project: Project, path: str) -> editing.Path:
        """A path as keys and indexes: a slide's id is its index."""
        node: Node | None = project.nodes
        found: list[str | int] = []
        for step in steps(path):
            if isinstance(node, nodes.Sequence) and isinstance(step, str):
                step = _index(node, step, path)
            found.append(step)
            entry = node.entries.get(str(step)) if isinstance(node, Mapping) else None
            if isinstance(node, nodes.Sequence) and isinstance(step, int):
                node = node.items[step] if step < len(node.items) else None
            else:
                node = entry.value if entry else None
        return tuple(found)

    # Writing

    def write(self, path: str, value: str) -> dict[str, Any]:
        """Write a text at a path, or YAML for what is no text; "" takes it out."""
        project = self.read()
        try:
            node, mark = self._at(project, path)
        except ContentError:
            node, mark = None, Mark(self._file(path))
        if isinstance(node, Scalar) and node.raw and value.strip():
            file, data = node.mark.file, self._data(node.mark.file)
            return self._put(file, data, edit.rewritten(data, node.mark, value))
        if ":" in path:
            raise ContentError([Problem.of("edit-changes-more", mark)])
        way = self.steps_of(project, path)
        if not way:
            raise _nothing(path, PARTS)
        file = self._file_of(project, way)
        data = self._data(file)
        return self._put(file, data, edit.replaced_at(data, file, way, value))

    def add(self, part: str, yaml: str, after: str = "") -> dict[str, Any]:
        """Add a slide to the deck, entries to figures or sources, items to another part."""
        if part not in PARTS:
            problem = Problem.of("unknown-part", key=part, offer=nearest(part, PARTS))
            raise ContentError([problem])
        project = self.read()
        file = self._file_of(project, (part,))
        data = self._data(file)
        return self._put(file, data, edit.added(data, file, part, yaml, after))

    def audience(self, name: str, yaml: str) -> dict[str, Any]:
        """Write the whole file of an audience."""
        if not _is_name(name) or name == BASE:
            mark = Mark(f"audiences/{name}.yaml")
            raise ContentError(
                [Problem.of("bad-audience-name", mark, name=name, form=SLUG.words, base=BASE)]
            )
        editing.parsed(yaml)
        path = self.outline.parent / "audiences" / f"{name}.yaml"
        return self._new(path, yaml.rstrip("\n") + "\n", over=True)

    def source(self, name: str, text: str) -> dict[str, Any]:
        """Write a source's text into seeds/NAME.txt, where none is yet."""
        if not _is_name(name):
            raise ContentError([Problem.of("bad-form", found=name, form=SLUG.words)])
        return self._new(self.root / "seeds" / f"{name}.txt", text.rstrip("\n") + "\n")

    def start(self, slug: str, title: str, language: str = "zh-Hans") -> dict[str, Any]:
        """Write an outline that holds its brief alone, where there is none."""
        path = self.folder / "content" / "outline.yaml"
        from briefgen.outline.markdown.to_yaml import scalar

        said = (f"  slug: {scalar(slug)}", f"  title: {scalar(title)}")
        text = "\n".join(("brief:", *said, f"  language: {scalar(language)}"))
        if outline_in(self.folder).is_file():
            raise MachineError.of("folder-not-empty", folder=str(self.folder))
        return self._new(path, text + "\n")

    def _new(self, path: Path, text: str, over: bool = False) -> dict[str, Any]:
        file = path.relative_to(self.folder).as_posix()
        if not resolved(path).is_relative_to(resolved(self.folder)):
            raise MachineError.of("write-outside", file=file)
        if path.is_file():
            file = path.relative_to(self.root).as_posix()
            if not over:
                raise MachineError.of("folder-not-empty", folder=file)
            return self._put(file, path.read_bytes(), text.encode())
        write_all({path: text.encode()})
        return {"written": file}

    def _put(self, file: str, data: bytes, made: bytes) -> dict[str, Any]:
        """Write a file of the project, if it still is what was read; what errors there are then."""
        rewrite(self.root, file, digest(data), made)
        errors = [each for each in self._findings() if each.severity == "error"]
        return {"written": file, "errors": len(errors), "findings": _small(errors[:3])}

    def _data(self, file: str) -> bytes:
        return read_for_writing(self.root, file)[1]

    def _file(self, path: str) -> str:
        return self.outline.relative_to(self.root).as_posix()

    def _file_of(self, project: Project, way: editing.Path) -> str:
        """In which file of the outline a part stands."""
        part = project.nodes.entries.get(str(way[0])) if project.nodes else None
        return part.key.file if part and part.key.file else self._file("")

    def undo(self) -> dict[str, Any]:
        """Take back the last write."""
        return {"undone": undo(self.root).file}

    # Checking and making

    def _findings(self, audience: str = "") -> tuple[Finding, ...]:
        request = Request(self.outline, (audience,) if audience else ())
        return findings(checked(request))

    def check(self, audience: str = "", notes: bool = False) -> dict[str, Any]:
        """What is wrong, errors first."""
        found = [each for each in self._findings(audience) if notes or each.severity != "note"]
        found.sort(key=lambda each: each.severity != "error")
        count = {s: sum(each.severity == s for each in found) for s in ("error", "warning")}
        return {**count, "findings": _small(found[:_MOST]), "left_off": max(0, len(found) - _MOST)}

    def preview(self, slide: str, audience: str = BASE) -> bytes:
        """The picture of a slide, by its id or number from 1, as PNG."""
        loaded = checked(Request(self.outline, (audience,)))
        pictures = Pictures.of(loaded.versions[audience])
        if pictures is None:
            raise ContentError(loaded.problems)
        ids = pictures.ids
        if slide.isdigit() and 1 <= int(slide) <= len(ids):
            return pictures.png(int(slide) - 1, _DPI)
        if slide not in ids:
            raise ContentError(
                [Problem.of("unknown-id", part="deck", id=slide, offer=nearest(slide, ids))]
            )
        return pictures.png(ids.index(slide), _DPI)

    def trace(self, figure: str = "", audience: str = BASE) -> list[dict[str, Any]]:
        """Where figures come from, and which slides show them."""
        from briefgen.answers.trace import trace
        from briefgen.answers.trace_text import similar

        trail = trace(Request(self.outline, (audience,)))
        if figure and figure not in trail.entries:
            offer = similar(trail, figure)
            raise ContentError([Problem.of("unknown-figure", id=figure, offer=offer)])
        return [
            {
                "id": id,
                "display": entry.display,
                "quote": entry.figure.quote or entry.figure.formula,
                "place": f"{entry.place.file}:{entry.place.line}" if entry.place else "",
                "slides": list(dict.fromkeys(use.slide for use in entry.uses)),
            }
            for id, entry in trail.entries.items()
            if figure in ("", id)
        ]

    def figures(self, source: str = "") -> str:
        """Drafts of ledger entries for the numbers of the sources that no figure covers."""
        from briefgen.answers.numbers import as_entries, figures

        found = figures(self.outline)
        if source and source not in found.sources:
            offer = nearest(source, found.sources)
            raise ContentError([Problem.of("unknown-source", id=source, offer=offer)])
        drafts = as_entries(found, found.of(source, True))
        listed = editing.parsed(drafts) if drafts and "#" not in drafts else None
        entries = listed.get("figures") if isinstance(listed, Mapping) else None
        if isinstance(entries, Mapping):
            # A line for each is shorter, and says the same.
            lines = (f"{id}: {flow(entry.value)}" for id, entry in entries.entries.items())
            drafts = "\n".join(lines)
        return drafts[: 2 * _LONGEST]

    def build(self, audiences: list[str], formats: list[str]) -> dict[str, Any]:
        """Make the files; the paths are as seen from the project."""
        from briefgen.build import build
        from briefgen.formats import FORMATS, USUAL

        for format in formats:
            if format not in FORMATS:
                raise ContentError(
                    [Problem.of("bad-choice", found=format, offer=nearest(format, FORMATS))]
                )
        report = build(Request(self.outline, tuple(audiences), tuple(formats) or USUAL, jobs=1))
        return {"files": [each.relative_to(self.root).as_posix() for each in report.written]}


def about(name: str = "") -> Any:
    """The slide kinds, each in a line; or one of them, what all slides have ("slide"), a part of
    an outline, an audience's file."""
    known = kinds()
    if not name:
        return {key: each.purpose for key, each in known.items()}
    if name in known:
        fields = [" ".join(str(each).split()) for each in fields_of(known[name].fields)]
        example = described.kind(name)["example"]
        said = {"purpose": known[name].purpose, "fields": fields, "example": example}
        # A part of this name is another thing.
        return said | {"part": described.part_as_yaml(name)} if name in PARTS else said
    if name == "slide":
        common = fields_of(SlideForm)
        return {"fields": [" ".join(str(each).split()) for each in common if each.name != "kind"]}
    schema = described.schema(name)
    return {"keys": described.keys(schema), "example": described.part_as_yaml(name)}


def steps(path: str) -> tuple[str | int, ...]:
    """A path as its steps.

    >>> steps("deck[1].points[0].text"), steps("deck.cover.title")
    (('deck', 1, 'points', 0, 'text'), ('deck', 'cover', 'title'))
    """
    return tuple(word or int(index) for word, index in _STEP.findall(path))


def _step(node: Node, step: str | int, path: str) -> tuple[Node, Mark]:
    if isinstance(node, nodes.Sequence):
        index = step if isinstance(step, int) else _index(node, step, path)
        if index < len(node.items):
            return node.items[index], node.items[index].mark
        raise _nothing(path, [f"[{at}]" for at in range(len(node.items))])
    known = node.entries if isinstance(node, Mapping) else {}
    if step not in known:
        raise _nothing(path, list(known))
    return known[str(step)].value, known[str(step)].key


def _index(node: nodes.Sequence, id: str, path: str) -> int:
    ids = [text_at(item, "id") or text_at(item, "kind") for item in node.items]
    if id not in ids:
        raise _nothing(path, [each for each in ids if each])
    return ids.index(id)


def _nothing(path: str, known: Any) -> ContentError:
    last = str((*steps(path), "")[len(steps(path)) - 1]) if steps(path) else path
    return ContentError([Problem.of("unknown-path", path=path, offer=nearest(last, known))])


def _is_name(name: str) -> bool:
    fit = re.fullmatch(SLUG.regex, name) and name_length(name) <= MOST_NAME
    return bool(fit) and name not in RESERVED


def _brief(key: str, value: Node) -> Any:
    """A part in a few words: slides with id, kind and title, other items by their ids."""
    if key == "deck" and isinstance(value, nodes.Sequence):
        return [
            " | ".join(filter(None, (text_at(s, "id"), text_at(s, "kind"), text_at(s, "title"))))
            for s in value.items
        ]
    if isinstance(value, Mapping):
        small = {k: e.value for k, e in value.entries.items()}
        if all(isinstance(each, Scalar) for each in small.values()):
            return {k: each.text for k, each in small.items() if isinstance(each, Scalar)}
        return list(small)
    if isinstance(value, nodes.Sequence):
        return [text_at(i, "id") or (i.text if isinstance(i, Scalar) else "…") for i in value.items]
    return value.text


def _small(found: list[Finding]) -> list[dict[str, Any]]:
    """Findings without what says nothing, and with a few of many choices."""
    made = []
    for each in as_dicts(found, every=True):
        fix = each.pop("fix")
        each["choices"] = [] if fix else each["choices"]
        place = f"{each.pop('file')}:{each.pop('line')}:{each.pop('column')}"
        each.pop("end_column")
        kept = {key: value for key, value in each.items() if value not in ("", None, [])}
        made.append({**kept, "place": place, **({"fix": fix["text"]} if fix else {})})
    return made
