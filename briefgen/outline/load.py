"""Turn a project's files into the brief of each audience: read once, then overlay and validate.

    project/
      content/outline.yaml, audiences/*.yaml
      seeds/…                                the sources that figures stand on

An outline that is not in a folder called `content` is a project of its own folder.
"""

from __future__ import annotations

from collections.abc import Mapping as ByName
from functools import partial
from pathlib import Path

from briefgen.brief.hints import FILENAME
from briefgen.brief.model import Brief, Data, Language, Secret
from briefgen.brief.resolve import resolve
from briefgen.brief.roles import each_in
from briefgen.brief.row import Row
from briefgen.facts import ledger
from briefgen.facts.figures import Figure, Source
from briefgen.machine import reads
from briefgen.machine.paths import resolved
from briefgen.machine.reasons import reason
from briefgen.outline.attached.fonts import FontFiles
from briefgen.outline.attached.images import Images
from briefgen.outline.attached.logos import read_logo
from briefgen.outline.audience.overlay import overlay, without_topics
from briefgen.outline.audience.restrict import Reader, restrict
from briefgen.outline.blocks import blocks
from briefgen.outline.folder import (
    BASE,
    audience_files,
    audiences_of,
    called,
    is_audience,
    leads_out,
    project_root,
)
from briefgen.outline.language import Kept
from briefgen.outline.nearest import nearest
from briefgen.outline.parts import mended
from briefgen.outline.reading.include import include, shown
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, what
from briefgen.outline.reading.read import AS_THEY_ARE, Held, read_bytes, read_file
from briefgen.outline.references import listed_ids
from briefgen.outline.slides import SlideKind, name_slides
from briefgen.outline.validate import Audience, validate
from briefgen.outline.voice import language_of, main_language
from briefgen.problems import Blocks, MachineError, Mark, Problem, Problems, phrase
from briefgen.record import Record, State, field, replace

# Sources are articles and reports as plain text; more than this is something else.
MAX_SOURCE = 5_000_000
# So many audiences may an audience stand on, one on the other.
MOST_EXTENDED = 8
# A longer one is not kept as it was read, beside what was made of it.
_KEPT = 500_000

# So many files of rows are kept at once.
_MANY = 64


class Read(Record):
    """What an outline holds for one audience: the resolved brief, the proofs of its figures, and
    the audience's own files by name, those that it extends first."""

    brief: Brief
    ledger: ledger.Ledger
    files: tuple[str, ...]


class _Seen(Record):
    """What an audience may see of an outline, what it may not, and the files of that."""

    nodes: Mapping
    audience: Audience
    secrets: tuple[Secret, ...]
    chain: tuple[str, ...]
    problems: tuple[Problem, ...]


class Project(State, kw_only=True):
    """An outline that has been read, and its audiences' files as they are asked for.

    `nodes` is None where the outline could not be read; `language` is that of its plain strings;
    `files` are those of the audiences by name, as they were when the outline was read. Nothing is
    read or proven twice.
    """

    root: Path
    outline: Path
    nodes: Mapping | None
    language: Language
    audiences: tuple[str, ...]
    files: ByName[str, Path]
    images: Images
    fonts: FontFiles
    held: Held = AS_THEY_ARE
    _overlays: dict[str, Mapping | None] = field(default_factory=dict)
    _sources: dict[str, bytes] = field(default_factory=dict)
    _kept: dict[tuple[object, ...], Kept] = field(default_factory=dict)
    _plain: dict[int, Node] = field(default_factory=dict)
    _seen: dict[str, _Seen] = field(default_factory=dict)
    _proven: list[tuple[object, object, ledger.Ledger, Problems]] = field(default_factory=list)

    @classmethod
    def read(
        cls,
        outline: Path,
        problems: Problems,
        kinds: ByName[str, SlideKind] | None = None,
        held: Held = AS_THEY_ARE,
    ) -> Project:
        """Read the outline and what it includes. Raises MachineError if it cannot be read.

        `kinds` say where the blocks of an outline in Markdown belong; one in YAML needs none.
        Files that are `held` are read as that.
        """
        outline = outline.resolve()
        root = project_root(outline)
        try:
            nodes = read_nodes(
                outline, shown(outline, root), {} if kinds is None else kinds, problems, held
            )
        except OSError as error:
            why = reason(error)
            raise MachineError.of("cannot-read", path=str(outline), why=why) from error
        if nodes is not None:
            nodes = include(nodes, outline.parent, root, problems, held)
        if nodes is not None:
            nodes = name_slides(mended(nodes, problems))
        files = audience_files(outline)
        for name, path in files.items():
            mark, other = Mark(shown(path, root)), path.with_suffix(".yml")
            if not is_audience(name):
                problems.add("bad-audience-name", mark, name=name, form=FILENAME.words, base=BASE)
            elif other != path and other.exists():
                problems.add("audience-twice", mark, name=name, other=shown(other, root))
        language = main_language(nodes, problems) if nodes is not None else "zh-Hans"
        return cls(
            root=root,
            outline=outline,
            nodes=nodes,
            language=language,
            audiences=audiences_of(files),
            files=files,
            images=Images(root),
            fonts=FontFiles(root),
            held=held,
        )

    @property
    def overlays(self) -> ByName[str, Mapping]:
        """The nodes of the audiences' files that were read so far, by name."""
        return {name: node for name, node in self._overlays.items() if node is not None}

    def brief(
        self,
        audience: str,
        kinds: ByName[str, SlideKind],
        problems: Problems,
        row: Row | None = None,
    ) -> Read | None:
        """What an audience gets ("" for the outline itself), resolved; None if it has errors.

        With a row of a table `{column}` is its cell.
        """
        read, sound = self.attempt(audience, kinds, problems, row)
        return read if sound else None

    def attempt(
        self,
        audience: str,
        kinds: ByName[str, SlideKind],
        problems: Problems,
        row: Row | None = None,
    ) -> tuple[Read | None, bool]:
        """What an audience gets, and whether it has no errors; some leave it to be looked over."""
        seen = self._seen_by(audience, kinds, problems)
        if self.nodes is None or seen is None:
            return None, False
        found = Problems(seen.problems)
        readers = replace(seen.audience, row=row)
        made = validate(seen.nodes, kinds, readers, self.prove, found, self._kept)
        if made is not None:
            brief, proofs = made
            made = self._completed(brief, seen.secrets, found), proofs
        problems.extend(found)
        if made is None:
            return None, False
        resolved = resolve(made[0], problems, listed_ids(self.nodes.get("deck")), row)
        return Read(resolved, made[1], seen.chain), not found.fatal

    def _seen_by(
        self, audience: str, kinds: ByName[str, SlideKind], problems: Problems
    ) -> _Seen | None:
        """What an audience may see of the outline, before any of it is read; whichever row."""
        if audience not in self._seen:
            made = self._restricted(audience, kinds, problems)
            if made is None:
                return None
            self._seen[audience] = made
        return self._seen[audience]

    def _restricted(
        self, audience: str, kinds: ByName[str, SlideKind], problems: Problems
    ) -> _Seen | None:
        chain = self.chain(audience, problems)
        if self.nodes is None or chain is None:
            return None
        found = Problems()
        reader = Reader(audience or BASE, tuple(chain), (BASE, *self.audiences))
        classes = partial(_fields, kinds)
        left = restrict(self.nodes, reader, classes, found, self._plain)
        language, files = self.language, dict[str, Language]()
        for own in chain.values():
            language = language_of(own.get("language"), language, found)
            files[own.mark.file] = language
            changed = overlay(left.nodes, own, kinds, found, left.ids)
            left = left.then(restrict(changed, reader, classes, found, self._plain))
        withheld = left.ids.get("topics", {})
        nodes = without_topics(left.nodes, withheld, kinds) if withheld else left.nodes
        readers = Audience(
            name=audience,
            called=called(self.root),
            language=language,
            main=self.language,
            files=files,
            withheld=withheld | left.ids.get("figures", {}),
        )
        return _Seen(nodes, readers, tuple(left.secrets), tuple(chain), tuple(found))

    def _completed(self, brief: Brief, secrets: tuple[Secret, ...], problems: Problems) -> Brief:
        """The brief with what its files hold: images, faces, tables."""
        attached = replace(
            brief.attached,
            images=self.images.of(brief, problems),
            logo=read_logo(self.images.root, brief.logo, problems) if brief.logo else None,
            faces=self.fonts.of(brief.faces_named, problems),
        )
        brief = replace(brief, attached=attached, withheld=secrets)
        asked = [data for slide in brief.deck for data in each_in(slide.fields, Data)]
        if not asked:
            return brief
        # Few outlines show data of files.
        from briefgen.outline.attached.data import with_data

        return with_data(brief, asked, self.source, problems)

    def chain(self, audience: str, problems: Problems) -> dict[str, Mapping] | None:
        """The files of an audience by name, those that it extends first; None if one has errors.

        The outline itself ("") has none.
        """
        found: dict[str, Mapping] = {}
        name = audience
        while name:
            own = self.overlay(name, problems)
            if own is None:
                return None
            found = {name: own, **found}
            extended = own.get("extends")
            if extended is None:
                break
            name = extended.text if isinstance(extended, Scalar) else ""
            if name in found:
                way = " → ".join((*reversed(found), name))
                problems.add("extends-cycle", extended.mark, name=name, way=way)
                return None
            if name not in self.audiences:
                offer = nearest(name, [each for each in self.audiences if each not in found])
                problems.add("no-audience", extended.mark, name=name or what(extended), offer=offer)
                return None
            if len(found) > MOST_EXTENDED:
                problems.add("extends-too-many", extended.mark, name=name, most=MOST_EXTENDED)
                return None
        return found

    def overlay(self, audience: str, problems: Problems) -> Mapping | None:
        """The nodes of an audience's file, read when first asked for; None if unreadable."""
        if audience not in self.audiences:
            offer = nearest(audience, self.audiences)
            mark = Mark(shown(self.outline, self.root))
            problems.add("no-audience", mark, name=audience, offer=offer)
            return None
        if audience not in self._overlays:
            path = self.files[audience]
            found = Problems()
            if leads_out(path, self.root):
                problems.add("audience-outside", Mark(shown(path, self.root)))
                return None
            try:
                self._overlays[audience] = read_file(path, shown(path, self.root), found, self.held)
            except OSError as error:
                why = reason(error)
                raise MachineError.of("cannot-read", path=str(path), why=why) from error
            for each in found:
                empty = each.code == "empty-file"
                problems.extend((Problem.of("empty-audience", each.mark) if empty else each,))
        return self._overlays[audience]

    @property
    def blocks(self) -> Blocks:
        """The slides and parts of every file that was read."""
        return blocks((self.nodes, *self._overlays.values()))

    def prove(
        self, figures: ByName[str, Figure], sources: tuple[Source, ...], problems: Problems
    ) -> ledger.Ledger:
        """The proofs of these figures; what audiences share is proven once."""
        if any(figure.of_row for figure in figures.values()):
            return self._prove_rows(figures, sources, problems)
        for known_figures, known_sources, proofs, found in self._proven:
            if known_figures == figures and known_sources == sources:
                problems.extend(found)
                return proofs
        found = Problems()
        proofs = ledger.check(figures, sources, self.source, found)
        self._proven.append((figures, sources, proofs, found))
        problems.extend(found)
        return proofs

    def _prove_rows(
        self, figures: ByName[str, Figure], sources: tuple[Source, ...], problems: Problems
    ) -> ledger.Ledger:
        """The proofs where some figures are of a row: the others, but for those that are computed
        or quoted by row, are the same in every row."""
        if any(each.formula or (each.cell.file and not each.of_row) for each in figures.values()):
            return ledger.check(figures, sources, self.source, problems)
        rest = {id: each for id, each in figures.items() if not each.of_row}
        known = self.prove(rest, sources, problems)
        own = {id: ledger.proof_of_row(each) for id, each in figures.items() if each.of_row}
        proofs = own | dict(known.proofs)
        return ledger.Ledger({id: proofs[id] for id in figures if id in proofs}, known.texts)

    def forget(self) -> None:
        """Let go of files that only rows name, where there are many: they are read again."""
        if len(self._sources) > _MANY:
            self._sources.clear()
        self.images.forget(_MANY)

    def source(self, file: str) -> bytes:
        """The bytes of a source's file. Raises OSError where there is none inside the project."""
        if file not in self._sources:
            path = resolved(self.root / file)
            if not path.is_relative_to(self.root) or not path.is_file():
                raise FileNotFoundError(phrase("no-such-file-in-project"))
            if path.stat().st_size > MAX_SOURCE:
                raise OSError(phrase("larger-than", most=MAX_SOURCE // 10**6))
            data = reads.read(path)
            if len(data) > _KEPT:
                return data
            self._sources[file] = data
        return self._sources[file]


def read_nodes(
    path: Path,
    file: str,
    kinds: ByName[str, SlideKind],
    problems: Problems,
    held: Held = AS_THEY_ARE,
) -> Mapping | None:
    """The nodes of an outline, by its ending YAML or Markdown. Raises OSError."""
    if path.suffix.lower() not in (".md", ".markdown"):
        return read_file(path, file, problems, held)
    # Most outlines are YAML.
    from briefgen.outline.markdown.read import fields_by, read_markdown

    data = read_bytes(path, file, problems, held)
    return None if data is None else read_markdown(data, file, fields_by(kinds), problems)


def _fields(kinds: ByName[str, SlideKind]) -> tuple[type, ...]:
    """The fields of every kind. Only asked for where something is restricted: plug-ins are looked
    for then."""
    return tuple(kind.fields for kind in kinds.values())
