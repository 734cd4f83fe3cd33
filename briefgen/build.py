"""Turn an outline into files: the whole way on one screen.

read → overlay → validate → resolve        briefgen.outline, briefgen.facts
     → compose                             briefgen.pages (with kinds, parts, typography)
     → render                              briefgen.render
     → write                               briefgen.machine.guard
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from briefgen.brief.row import Row
from briefgen.checks.around import check_around
from briefgen.checks.finished import check_files
from briefgen.checks.glyphs import check_coverage
from briefgen.checks.sure import check_sure
from briefgen.checks.terms import check_terms
from briefgen.checks.untraced import check_untraced
from briefgen.checks.untranslated import check_script
from briefgen.formats import FORMATS, composed, is_of, stem
from briefgen.kinds import kinds
from briefgen.machine.files import clash
from briefgen.machine.guard import put
from briefgen.machine.parallel import Workers, cores, start_method
from briefgen.machine.paths import resolved
from briefgen.machine.remembered import written_in
from briefgen.outline.folder import BASE, audience_names
from briefgen.outline.load import Project
from briefgen.pages.shared import Shared
from briefgen.patterns import pattern
from briefgen.problems import ContentError, MachineError, Mark, Problems
from briefgen.record import replace
from briefgen.report import Loaded, Made, Report, Version, lines
from briefgen.request import Job, Request
from briefgen.theme.load import load_theme
from briefgen.typography.fonts import load_fonts

# Each has 25 MB of its own, and a deck is made in less time than many take to begin.
MOST_PROCESSES = 32
# More outputs than any machine has cores: their number is known only when the outline is read.
MANY = 1000


def load(request: Request) -> Loaded:
    """Read, overlay, validate and resolve for each audience; problems are collected."""
    problems = Problems()
    project = Project.read(request.outline, problems, kinds(), dict(request.held))
    names = request.audiences or (BASE, *project.audiences)
    versions = {name: version_of(project, name, request) for name in names}
    problems.blocks, problems.root = project.blocks, project.root
    for version in versions.values():
        problems.extend(version.found)
    problems.sound = tuple(
        name for name, one in versions.items() if not Problems(one.found).fatal and one.brief
    )
    return Loaded(project, versions, problems)


def version_of(project: Project, name: str, request: Request, row: Row | None = None) -> Version:
    """What one audience gets, from a row of a table where there is one; and what is wrong with
    it."""
    found = Problems()
    read, sound = project.attempt("" if name == BASE else name, kinds(), found, row)
    if read is None:
        return Version(found=tuple(found))
    if not sound:
        # What can be told already is told already.
        check_script(read.brief, found)
        check_untraced(read.brief, read.ledger, found, request.strict)
        return Version(found=tuple(found))
    brief, own = request.sized(request.marked(read.brief)), request.outline.parent / "themes"
    asked_for = Mark("--theme") if request.theme else brief.mark
    theme = load_theme(request.theme or brief.theme, asked_for, found, own)
    if theme is None:
        return Version(found=tuple(found))
    theme = theme.in_language(brief.language).with_faces(brief.attached.faces)
    house = None
    if request.template or brief.template:
        from briefgen.template.asked import asked

        brief, theme, house = asked(request.template, project.root, brief, theme, found)
    check_coverage(brief, load_fonts(theme.print_face), found)
    check_script(brief, found)
    brief = replace(brief, let_off=check_untraced(brief, read.ledger, found, request.strict))
    check_around(brief, found)
    check_sure(brief, found)
    return Version(request.printing.of(brief), theme, read, tuple(found), house)


def build(request: Request, told: Callable[[str], None] = lambda step: None) -> Report:
    """Build and write everything asked for. Raises ContentError with every problem found.

    `told` hears which step is under way. Nothing is written unless all of it could be made. A file
    that was edited since it was built stays, and what was made for it is put beside it: notes say
    so, and the report's paths are where everything stands.
    """
    start = time.perf_counter()
    told("reading")
    with _workers(request, told, Shared()) as workers:
        loaded = load(request)
        stop_at_errors(loaded.problems, request.strict)
        made = make(loaded, request, workers)
    for one in made:
        loaded.problems.extend(one.problems)
    stop_at_errors(loaded.problems, request.strict)
    told("writing")
    out = request.out or _own_folder(loaded.project.root)
    if twice := clash(name for one in made for name in one.files):
        raise ContentError.of("outputs-of-one-name", names=_of_whom(twice, made))
    files = {out / name: data for one in made for name, data in one.files.items()}
    written = put(files, root=loaded.project.root, overwrite=request.overwrite)
    loaded.problems.extend(written.problems)
    _tell_stale(loaded, out, frozenset(path.name for path in files))
    seconds = time.perf_counter() - start
    return Report(made, written.paths, loaded.problems, seconds, tuple(lines(loaded, made)))


def _of_whom(names: Collection[str], made: Iterable[Made]) -> tuple[str, ...]:
    """The names of files, each with the audiences and formats that they are of."""
    of = {
        name: ", ".join(f"{one.audience}: {one.format}" for one in made if name in one.files)
        for name in names
    }
    return tuple(f"{name} ({who})" for name, who in of.items())


def _own_folder(root: Path) -> Path:
    """The folder of a project for what is made. Raises MachineError where a link leads out of the
    project: whoever made the folder chose where, and nobody here asked for it."""
    out = root / "out"
    if not resolved(out).is_relative_to(root):
        raise MachineError.of("out-outside", folder=str(out), to=str(resolved(out)))
    return out


def _tell_stale(loaded: Loaded, out: Path, made: AbstractSet[str]) -> None:
    """Note which files of earlier builds are of an audience that is gone, or pictures of slides
    that are; `made` are the names of this one's files."""
    slug = next(iter(loaded.briefs.values())).slug
    stems = (slug, *(f"{slug}-{name}" for name in loaded.project.audiences))
    # Another outline may write into the same folder.
    own = [name for name in written_in(out) if name.startswith(f"{slug}-")]
    left = [name for name in own if not any(is_of(name, each) for each in stems)]
    numbered = {match[1] for name in made if (match := _NUMBERED.fullmatch(name))}
    for name in own:
        match = _NUMBERED.fullmatch(name)
        if match and match[1] in numbered and name not in made and name not in left:
            left.append(name)
    left = [name for name in left if not _BESIDE.search(name)]
    if left:
        folder = os.path.relpath(out, loaded.project.root).replace(os.sep, "/")
        loaded.problems.add("stale-files", Mark(folder), files=tuple(left), count=len(left))


# One of the pictures of a deck, and of what they are.
_NUMBERED = pattern(r"(.+)-\d+\.png")
# What is put beside a file that somebody edited.
_BESIDE = pattern(r"\.(?:new|edited)(?:-\d+)?\.\w+$")


def _workers(request: Request, told: Callable[[str], None], shared: Shared) -> Workers[Job, Made]:
    """As many processes as there are cores, or outputs; they load their renderer meanwhile.

    Each has its own copy of `shared`, and fills it.
    """

    def work(job: Job) -> Made:
        told(f"{job.brief.audience or BASE}: {job.format}")
        shared.turn_to(FORMATS[job.format].medium, job.brief.language)
        return make_one(job, shared)

    most = len(request.formats) * len(request.audiences) if request.audiences else MANY
    if start_method() == "spawn":
        # An interpreter of its own takes as long to start as a few outputs to make.
        names = request.audiences or (BASE, *audience_names(request.outline))
        most = len(request.formats) * len(names) // _WORTH
    count = max(1, min(request.jobs or cores(), most, MOST_PROCESSES))
    return Workers(work, count, FORMATS[request.formats[0]].prepare, make_elsewhere)


# So many outputs are worth a process that has to import everything.
_WORTH = 4
_SHARED = Shared()


def make_elsewhere(job: Job) -> Made:
    """`make_one` in a process that lives for one build alone."""
    _SHARED.turn_to(FORMATS[job.format].medium, job.brief.language)
    return make_one(job, _SHARED)


def make(loaded: Loaded, request: Request, workers: Workers[Job, Made]) -> tuple[Made, ...]:
    """Compose and render every audience in every format, on as many cores as there are."""
    # One format after the other, so that each process gets its share of the longer jobs, and those
    # of a medium and a language together: what audiences have in common is measured and set once.
    pairs = [(name, format) for format in request.formats for name in loaded.briefs]
    pairs.sort(key=lambda pair: (FORMATS[pair[1]].medium, loaded.briefs[pair[0]].language))
    jobs = [
        request.job(loaded.briefs[name], loaded.themes[name], format, loaded.houses[name])
        for name, format in pairs
    ]
    made = dict(zip(pairs, workers.run(jobs), strict=True))
    return tuple(made[name, format] for name in loaded.briefs for format in request.formats)


def make_one(job: Job, shared: Shared | None = None) -> Made:
    """One audience in one format: compose its scene, and render it unless it has errors.

    `shared` remembers what it has in common with others.
    """
    start = time.perf_counter()
    problems = Problems()
    brief, output = job.brief, FORMATS[job.format]
    scene = composed(brief, job.theme, job.format, problems, shared, job.house)
    check_terms(brief, scene, problems)
    if job.attach and "attach" in output.options:
        from briefgen.pages.attachments import attachments

        scene = replace(scene, attachments=attachments(brief, scene))
    nothing = problems.fatal or any(each.code == "page-empty" for each in problems)
    files = {} if nothing else output.render(scene, stem(brief))
    if files and (brief.withheld or job.verify):
        readable = output.readable(files, scene, stem(brief))
        check_files(readable, brief, scene, problems, verify=job.verify, notes=output.notes)
        files = {} if problems.fatal else files
    seconds = time.perf_counter() - start
    audience = brief.audience or BASE
    return Made(audience, job.format, files, len(scene.pages), tuple(problems), seconds)


def check(request: Request) -> Problems:
    """Every problem of every audience asked for, those of the composed pages included."""
    return checked(request).problems


def checked(request: Request) -> Loaded:
    """What was loaded, its pages composed too: each version with every problem that it has."""
    loaded = tidied(load(request))
    if loaded.problems.fatal:
        return loaded
    shared, versions = Shared(), dict(loaded.versions)
    for name, brief in loaded.briefs.items():
        theme, house, found = loaded.themes[name], loaded.houses[name], Problems()
        for format in request.formats:
            scene = composed(brief, theme, format, found, shared, house)
            check_terms(brief, scene, found)
        loaded.problems.extend(found)
        versions[name] = replace(versions[name], found=(*versions[name].found, *found))
    return replace(loaded, versions=versions)


def tidied(loaded: Loaded) -> Loaded:
    """What was loaded, with notes of what is typed otherwise than Chinese is set."""
    from briefgen.checks.tidy import check_tidy

    versions = dict(loaded.versions)
    for name, brief in loaded.briefs.items():
        found = Problems()
        check_tidy(brief, found)
        loaded.problems.extend(found)
        versions[name] = replace(versions[name], found=(*versions[name].found, *found))
    return replace(loaded, versions=versions)


def stop_at_errors(problems: Problems, strict: bool) -> None:
    """Raise when there is an error; with `strict`, warnings count."""
    if problems.fatal or (strict and any(p.severity == "warning" for p in problems)):
        raise ContentError(problems)
