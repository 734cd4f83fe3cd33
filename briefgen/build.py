"""Turn an outline into files: the whole way on one screen.

read → overlay → validate → resolve        briefgen.outline, briefgen.facts
     → compose                             briefgen.pages (with kinds, parts, typography)
     → render                              briefgen.render
     → write                               briefgen.machine.files
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from briefgen.brief.model import Brief
from briefgen.checks.glyphs import check_coverage
from briefgen.checks.terms import check_terms
from briefgen.checks.untraced import check_untraced
from briefgen.checks.untranslated import check_script
from briefgen.facts.ledger import Ledger
from briefgen.formats import FORMATS
from briefgen.kinds import kinds
from briefgen.machine.files import write_all
from briefgen.machine.parallel import Workers
from briefgen.outline.load import BASE, Project
from briefgen.problems import ContentError, Problem, Problems
from briefgen.record import Record, field, replace
from briefgen.theme.load import load_theme
from briefgen.theme.model import Theme
from briefgen.typography.fonts import load_fonts

# More outputs than any machine has cores: their number is known only when the outline is read.
MANY = 1000


class Printing(Record):
    """How prints are made, where it is not left to each outline's page: "" and False leave it."""

    paper: str = ""
    orientation: str = ""
    handout: str = ""
    press: bool = False
    attach: bool = False

    def of(self, brief: Brief) -> Brief:
        """The brief, to be printed like this."""
        asked = {
            "paper": self.paper,
            "orientation": self.orientation,
            "handout": self.handout,
            "press": self.press,
        }
        given = {name: value for name, value in asked.items() if value}
        return replace(brief, page=replace(brief.page, **given)) if given else brief


class Request(Record):
    """What is to be built. No audiences means all of them, and the outline itself ("base")."""

    outline: Path
    audiences: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("deck", "brief")
    theme: str = ""
    out: Path | None = None
    strict: bool = False
    jobs: int = 0
    printing: Printing = Printing()


class Made(Record):
    """One audience in one format: its files by name, what was found, how long it took."""

    audience: str
    format: str
    files: Mapping[str, bytes]
    pages: int
    problems: tuple[Problem, ...]
    seconds: float


class Line(Record):
    """What was made for one audience: slides and printed pages (None where there are none), errors
    and warnings, the size of its files in bytes, the seconds that composing and rendering took."""

    audience: str
    slides: int | None
    pages: int | None
    problems: int
    size: int
    seconds: float


class Report(Record):
    """What a build did: everything made, where it was written, every problem, the seconds; and
    the same in a line for each audience."""

    made: tuple[Made, ...]
    written: tuple[Path, ...]
    problems: Problems
    seconds: float
    lines: tuple[Line, ...]


class Loaded(Record):
    """The briefs of every audience asked for, each with its theme."""

    project: Project
    briefs: Mapping[str, Brief]
    themes: Mapping[str, Theme]
    ledgers: Mapping[str, Ledger]
    # The audiences that each extends, by name.
    bases: Mapping[str, tuple[str, ...]]
    problems: Problems = field(default_factory=Problems)
    # The same problems by audience; what is wrong for several counts for each.
    found: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)


def load(request: Request) -> Loaded:
    """Read, overlay, validate and resolve for each audience; problems are collected."""
    problems = Problems()
    project = Project.read(request.outline, problems)
    briefs: dict[str, Brief] = {}
    themes: dict[str, Theme] = {}
    ledgers: dict[str, Ledger] = {}
    bases: dict[str, tuple[str, ...]] = {}
    by_name: dict[str, tuple[Problem, ...]] = {}
    for name in request.audiences or (BASE, *project.audiences):
        found = Problems()
        read = project.brief("" if name == BASE else name, kinds(), found)
        brief = read and read.brief
        theme = brief and load_theme(
            request.theme or brief.theme, brief.mark, found, request.outline.parent / "themes"
        )
        if read and brief and theme:
            theme = theme.in_language(brief.language).with_faces(brief.faces)
            check_coverage(brief, load_fonts(theme.print_face), found)
            check_script(brief, found)
            check_untraced(brief, read.ledger, found)
            briefs[name], themes[name] = request.printing.of(brief), theme
            ledgers[name], bases[name] = read.ledger, read.files[:-1]
        by_name[name] = tuple(found)
        problems.extend(found)
    return Loaded(project, briefs, themes, ledgers, bases, problems, by_name)


def build(request: Request, told: Callable[[str], None] = lambda step: None) -> Report:
    """Build and write everything asked for. Raises ContentError with every problem found.

    `told` hears which step is under way. Nothing is written unless all of it could be made.
    """
    start = time.perf_counter()
    told("reading")
    with _workers(request, told) as workers:
        loaded = load(request)
        stop_at_errors(loaded.problems, request.strict)
        made = make(loaded, request, workers)
    for one in made:
        loaded.problems.extend(one.problems)
    stop_at_errors(loaded.problems, request.strict)
    told("writing")
    out = request.out or loaded.project.root / "out"
    files = {out / name: data for one in made for name, data in one.files.items()}
    write_all(files)
    seconds = time.perf_counter() - start
    return Report(made, tuple(files), loaded.problems, seconds, tuple(_lines(loaded, made)))


def _lines(loaded: Loaded, made: tuple[Made, ...]) -> Iterator[Line]:
    for name in loaded.briefs:
        own = [one for one in made if one.audience == name]
        pages = {one.format: one.pages for one in own}
        found = {*loaded.found[name], *(problem for one in own for problem in one.problems)}
        yield Line(
            name,
            pages.get("deck") or pages.get("png"),
            pages.get("brief") or pages.get("handout"),
            sum(problem.severity != "note" for problem in found),
            sum(len(data) for one in own for data in one.files.values()),
            sum(one.seconds for one in own),
        )


class Job(Record):
    """One audience in one format, to be made in whichever process."""

    brief: Brief
    theme: Theme
    format: str
    attach: bool


def _workers(request: Request, told: Callable[[str], None]) -> Workers[Job, Made]:
    """As many processes as there are cores, or outputs; they load their renderer meanwhile."""

    def work(job: Job) -> Made:
        told(f"{job.brief.audience or BASE}: {job.format}")
        return make_one(job.brief, job.theme, job.format, job.attach)

    most = len(request.formats) * len(request.audiences) if request.audiences else MANY
    count = min(request.jobs or os.cpu_count() or 1, most)
    return Workers(work, count, FORMATS[request.formats[0]].prepare)


def make(loaded: Loaded, request: Request, workers: Workers[Job, Made]) -> tuple[Made, ...]:
    """Compose and render every audience in every format, on as many cores as there are."""
    # One format after the other, so that each process gets its share of the longer jobs; what
    # audiences have in common is measured and set once in each.
    pairs = [(name, format) for format in request.formats for name in loaded.briefs]
    jobs = [
        Job(loaded.briefs[name], loaded.themes[name], format, request.printing.attach)
        for name, format in pairs
    ]
    made = dict(zip(pairs, workers.run(jobs), strict=True))
    return tuple(made[name, format] for name in loaded.briefs for format in request.formats)


def make_one(brief: Brief, theme: Theme, format: str, attach: bool = False) -> Made:
    """One audience in one format: compose its scene, and render it unless it has errors.

    With `attach`, what it was made from rides along in a PDF.
    """
    start = time.perf_counter()
    problems = Problems()
    output = FORMATS[format]
    scene = output.compose(brief, theme, load_fonts(theme.print_face), problems)
    check_terms(brief, scene, problems)
    if attach:
        from briefgen.pages.attachments import attachments

        scene = replace(scene, attachments=attachments(brief, scene))
    files = {} if problems.fatal else output.render(scene, stem(brief))
    if brief.withheld and files:
        from briefgen.checks.leaks import (
            search,  # reading files back is for those with restrictions
        )

        search(files, brief, problems)
        if output.pictures:
            search(FORMATS["handout"].render(scene, stem(brief)), brief, problems)
        files = {} if problems.fatal else files
    seconds = time.perf_counter() - start
    audience = brief.audience or BASE
    return Made(audience, format, files, len(scene.pages), tuple(problems), seconds)


def stem(brief: Brief) -> str:
    """The name of a brief's files, without their endings."""
    return f"{brief.slug}-{brief.audience}" if brief.audience else brief.slug


def check(request: Request) -> Problems:
    """Every problem of every audience asked for, those of the composed pages included."""
    loaded = load(request)
    if not loaded.problems.fatal:
        for brief, theme in zip(loaded.briefs.values(), loaded.themes.values(), strict=True):
            for format in request.formats:
                fonts = load_fonts(theme.print_face)
                scene = FORMATS[format].compose(brief, theme, fonts, loaded.problems)
                check_terms(brief, scene, loaded.problems)
    return loaded.problems


def stop_at_errors(problems: Problems, strict: bool) -> None:
    """Raise when there is an error; with `strict`, warnings count."""
    if problems.fatal or (strict and any(p.severity == "warning" for p in problems)):
        raise ContentError(problems)
