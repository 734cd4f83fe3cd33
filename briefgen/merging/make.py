"""Turn rows into files, in whichever process: the outline is read there once, for all rows."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.brief.row import Row
from briefgen.build import make_one, version_of
from briefgen.kinds import kinds
from briefgen.machine import garbage, reads
from briefgen.machine.files import clash
from briefgen.machine.reasons import as_said
from briefgen.outline.folder import BASE
from briefgen.outline.load import Project
from briefgen.outline.nearest import nearest
from briefgen.pages.shared import Shared
from briefgen.problems import ContentError, MachineError, Mark, Problem, Problems
from briefgen.record import Record, State, replace
from briefgen.request import Request

# After so many rows their documents are taken away, and what was worked out for their texts.
_FEW, _MANY = 8, 64


class Work(Record):
    """A row, the name that its files have, and the audiences that they are for."""

    row: Row
    name: str
    key: str
    hash: str
    audiences: tuple[str, ...]


class Batch(Record):
    """Rows that are made in one go, and the run that they belong to: in each run the outline is
    read anew, by processes that live on too."""

    request: Request
    run: str
    works: tuple[Work, ...]


class Done(Record, kw_only=True):
    """What became of a row: its files by their path in the folder, none where it failed; and the
    slides or pages of each."""

    work: Work
    files: Mapping[str, bytes]
    pages: Mapping[str, int]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        return not self.files


class Answer(Record):
    """What became of a batch, and the files of the project that were read for it."""

    done: tuple[Done, ...]
    read: Mapping[str, str]


class Maker(State):
    """An outline that was read, and what its rows have in common."""

    request: Request
    project: Project
    shared: Shared
    problems: Problems
    count: int = 0

    def done(self, work: Work) -> Done:
        """What becomes of a row. Whatever is wrong with it is its own: no other row hears of it."""
        self.count += 1
        if self.count % _FEW == 0:
            garbage.young()
        if self.count % _MANY == 0:
            garbage.forget()
        try:
            return self._made(work)
        except ContentError as error:
            return _failed(work, tuple(error.problems))
        except (MachineError, MemoryError, OSError):
            raise
        except Exception as error:
            mark = Mark(work.row.file, work.row.line)
            fault = Problem.of("program-fault", mark, what=as_said(error))
            return _failed(work, (fault,))

    def _made(self, work: Work) -> Done:
        request, found = self.request, Problems()
        files: dict[str, bytes] = {}
        pages: dict[str, int] = {}
        for name in work.audiences:
            version = version_of(self.project, name, request, work.row)
            found.extend(version.found)
            if version.brief is None or version.theme is None or _stops(found, request):
                continue
            brief = replace(version.brief, slug=work.name)
            for format in request.formats:
                job = request.job(brief, version.theme, format, version.house)
                made = make_one(job, self.shared)
                found.extend(made.problems)
                if twice := clash((*files, *made.files)):
                    raise ContentError.of("outputs-of-one-name", names=twice)
                files.update(made.files)
                pages |= dict.fromkeys(made.files, made.pages)
        self.project.forget()
        if _stops(found, request) or not files:
            return _failed(work, tuple(found))
        return Done(work=work, files=files, pages=pages, problems=tuple(found))


def _stops(found: Problems, request: Request) -> bool:
    return found.fatal or (request.strict and any(each.severity == "warning" for each in found))


def _failed(work: Work, problems: tuple[Problem, ...]) -> Done:
    return Done(work=work, files={}, pages={}, problems=problems)


class _Last(State):
    """The outline that this process read last, and of which request and run."""

    of: tuple[Request, str] | None = None
    maker: Maker | None = None


_LAST = _Last()


def maker(request: Request, run: str) -> Maker:
    """The outline of a request, read once for a run in each process."""
    if _LAST.maker is None or _LAST.of != (request, run):
        keep(read(request), run)
    assert _LAST.maker
    return _LAST.maker


def keep(made: Maker, run: str) -> None:
    """What was read is for this run; processes that are forked have it then."""
    _LAST.of, _LAST.maker = (made.request, run), made


def read(request: Request) -> Maker:
    """The outline of a request, as it is now."""
    reads.NOTED.wanted = True
    problems = Problems()
    project = Project.read(request.outline, problems, kinds())
    return Maker(request, project, Shared(), problems)


def made(batch: Batch) -> Answer:
    """What becomes of the rows of a batch."""
    own = maker(batch.request, batch.run)
    done = tuple(own.done(work) for work in batch.works)
    return Answer(done, reads.taken())


def audience_named(name: str, project: Project, mark: Mark) -> Problem | None:
    """What is wrong with an audience that a row asks for, if anything is."""
    known = (BASE, *project.audiences)
    return (
        None
        if name in known
        else Problem.of("no-audience", mark, name=name, offer=nearest(name, known))
    )
