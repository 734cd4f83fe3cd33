"""Turn an outline into findings, files and pictures, from Python: what `import briefgen` gives.

A path is that of an outline, in YAML or Markdown, or of a project's folder. Nothing is printed, and
the same outline gives the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefgen.answers.changes import Fix as Fix
from briefgen.answers.convert import convert as _converted
from briefgen.answers.findings import Finding as Finding
from briefgen.answers.findings import findings
from briefgen.answers.pictures import Pictures
from briefgen.answers.trace import Entry
from briefgen.answers.trace import trace as _trail
from briefgen.build import build as _made
from briefgen.build import checked
from briefgen.formats import USUAL
from briefgen.machine.paths import outline_in
from briefgen.outline.folder import BASE
from briefgen.problems import BriefgenError as BriefgenError
from briefgen.problems import ContentError as ContentError
from briefgen.problems import MachineError as MachineError
from briefgen.record import Record, State
from briefgen.report import Loaded
from briefgen.request import Request


class Slide(Record, eq=False):
    """A page of a deck: the id, kind and title of its slide, what the speaker says, the ids of the
    figures on it. A notebook shows it as its picture."""

    id: str
    kind: str
    title: str
    notes: str
    figures: tuple[str, ...]
    number: int
    _pictures: Pictures

    def png(self, dpi: int = 96) -> bytes:
        """Its picture, at so many pixels to the inch of a slide of 13⅓ by 7½ inches."""
        return self._pictures.png(self.number - 1, dpi)

    def _repr_png_(self) -> bytes:
        return self.png()


class Outline(State, dict=True):
    """An outline that was read: what is wrong with it, and the slides of each audience."""

    path: Path
    _loaded: Loaded
    _drawn: dict[str, tuple[Slide, ...]]

    @property
    def audiences(self) -> tuple[str, ...]:
        """The audiences that were read; "base" is the outline itself."""
        return tuple(self._loaded.versions)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with it, in the order of places; notes too."""
        return findings(self._loaded)

    @property
    def sound(self) -> bool:
        """Whether it has no errors, so that it can be built."""
        return not self._loaded.problems.fatal

    def slides(self, audience: str = BASE) -> tuple[Slide, ...]:
        """The pages that an audience sees; () where their version has errors. Raises KeyError for
        an audience that was not read."""
        version = self._loaded.versions[audience]
        if audience not in self._drawn:
            pictures = Pictures.of(version)
            self._drawn[audience] = _slides(pictures) if pictures else ()
        return self._drawn[audience]


def _slides(pictures: Pictures) -> tuple[Slide, ...]:
    return tuple(
        Slide(
            page.id,
            page.kind,
            page.title,
            "\n".join(page.notes),
            tuple(page.figures),
            number,
            pictures,
        )
        for number, page in enumerate(pictures.scene.pages, 1)
    )


class Built(Record):
    """What a build made: its files, and what is wrong nonetheless (warnings, notes)."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    seconds: float


class Traced(Record, kw_only=True):
    """Where a figure comes from: its value as it is shown, the sentence, the place of that in the
    source (line and column from 1; 0 for what has none), and the pages that show it."""

    id: str
    display: str
    label: str
    quote: str
    source: str
    file: str
    line: int
    column: int
    formula: str
    slides: tuple[str, ...]


def load(outline: str | Path, audiences: Sequence[str] = (), theme: str = "") -> Outline:
    """An outline, read and checked for these audiences (none: for all). What is wrong with it are
    its findings. Raises MachineError where it cannot be read."""
    request = _request(outline, audiences, theme=theme)
    return Outline(request.outline, checked(request), {})


def check(outline: str | Path, audiences: Sequence[str] = ()) -> tuple[Finding, ...]:
    """What is wrong with an outline for these audiences (none: for all), its pages composed; ()
    where nothing is. Raises MachineError where it cannot be read."""
    return findings(checked(_request(outline, audiences)))


def build(
    outline: str | Path,
    audiences: Sequence[str] = (),
    formats: Sequence[str] = USUAL,
    *,
    out: str | Path | None = None,
    theme: str = "",
    strict: bool = False,
    verify: bool = False,
    overwrite: bool = False,
) -> Built:
    """Make files of an outline for these audiences (none: for all), in these formats (deck and
    brief; `briefgen build --help` lists all), in `out` (else out/ in the project).

    With `strict` warnings count as errors; `verify` reads the files back before they are written;
    without `overwrite` a file that somebody edited stays, and the new one is put beside it. Raises
    ContentError with every problem where there are errors: then nothing is written; MachineError
    where something cannot be read or written.
    """
    request = _request(
        outline,
        audiences,
        formats=tuple(formats),
        out=None if out is None else Path(out),
        theme=theme,
        strict=strict,
        verify=verify,
        overwrite=overwrite,
        jobs=1,
    )
    from briefgen.answers.findings import located

    report = _made(request)
    return Built(report.written, located(request, report.problems), report.seconds)


def trace(outline: str | Path, audience: str = BASE) -> tuple[Traced, ...]:
    """Where every figure that an audience sees comes from, in the ledger's order. Raises
    ContentError where the content has errors, MachineError where it cannot be read."""
    trail = _trail(_request(outline, (audience,)))
    return tuple(_traced(id, entry, trail.brief.tag) for id, entry in trail.entries.items())


def _traced(id: str, entry: Entry, tag: str) -> Traced:
    figure, place = entry.figure, entry.place
    labels = figure.label
    return Traced(
        id=id,
        display=entry.display,
        label=labels.get(tag) or next(iter(labels.values()), ""),
        quote=figure.quote,
        source=entry.source.id if entry.source else "",
        file=place.file if place else "",
        line=place.line if place else 0,
        column=place.column if place else 0,
        formula=figure.formula,
        slides=tuple(dict.fromkeys(use.slide for use in entry.uses)),
    )


def convert(outline: str | Path) -> str:
    """An outline in Markdown as YAML, one in YAML as Markdown, with every comment. Raises
    ContentError with what the other form cannot say, MachineError where it cannot be read."""
    return _converted(outline_in(Path(outline)))


def _request(outline: str | Path, audiences: Sequence[str], **options: Any) -> Request:
    return Request(outline_in(Path(outline)), tuple(audiences), **options)
