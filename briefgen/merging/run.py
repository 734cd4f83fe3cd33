"""Turn the rows of a table, one after another, into batches that are made, and what comes of those
into files in their places, notes in the journal, and counts."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from pathlib import Path

from briefgen.brief.row import Row
from briefgen.machine import reads
from briefgen.machine.files import key_of
from briefgen.machine.guard import put
from briefgen.machine.journal import Entry, File, Folder, Journal
from briefgen.machine.remembered import digest
from briefgen.merging.listed import Failed
from briefgen.merging.make import Answer, Batch, Done, Work, audience_named
from briefgen.merging.names import Selection, name_of, unnamed
from briefgen.merging.table import Table
from briefgen.messages.entry import Tongue
from briefgen.outline.folder import BASE
from briefgen.outline.load import Project
from briefgen.problems import Mark, Problem, Problems, UnfitError
from briefgen.record import Record, State, field
from briefgen.request import Request

# So many rows go to a worker in one go, and so many are written and noted together.
BATCH = 16


class Order(Record, kw_only=True):
    """What is to be merged: the outline and how it is built, the table, its sheet, how files are
    named, which rows are wanted."""

    request: Request
    table: Path
    sheet: str = ""
    name: str = ""
    select: tuple[str, ...] = ()
    # The language that the list of failed rows is told in.
    tongue: Tongue = "en"


class Progress(Record):
    """How far a merge is: rows made, those that were there already, failed ones; how many are made
    in a second, and the seconds that are left (None: not known yet)."""

    made: int
    kept: int
    failed: int
    rate: float
    left: float | None


class Merged(Record, kw_only=True):
    """What a merge did: the rows by what became of them, where the lists stand, what is to be told
    of the whole; of each code of a warning, how many rows have it, and the first of them."""

    made: int
    kept: int
    failed: int
    left: int
    out: Path
    manifest: Path
    failed_list: Path | None
    problems: Problems
    warnings: dict[str, tuple[int, Problem]]
    failures: tuple[Problem, ...]
    seconds: float


class Run(State, kw_only=True):
    """A merge that is under way."""

    order: Order
    out: Path
    table: Table
    project: Project
    pattern: str
    selection: Selection
    journal: Journal
    failed: Failed
    told: Callable[[Progress], None]
    again: deque[Work] = field(default_factory=deque)
    problems: Problems = field(default_factory=Problems)
    warnings: dict[str, tuple[int, Problem]] = field(default_factory=dict)
    done: int = 0
    kept: int = 0
    share: float = 0.0
    start: float = field(default_factory=time.monotonic)

    @property
    def id(self) -> str:
        """By what this run is told from others."""
        return f"{self.out}:{self.journal.run}"

    def batches(self, first: int = 0) -> Iterator[Batch]:
        """The rows that are to be made, in batches, the first of so many; those that failed with
        others, alone."""
        rows: list[Work] = []
        most = first or BATCH
        for work in self.works():
            while self.again:
                yield self.batch((self.again.popleft(),))
            rows.append(work)
            if len(rows) == most:
                yield self.batch(tuple(rows))
                rows, most = [], BATCH
        if rows:
            yield self.batch(tuple(rows))

    def retries(self) -> Iterator[Batch]:
        while self.again:
            yield self.batch((self.again.popleft(),))

    def batch(self, works: tuple[Work, ...]) -> Batch:
        return Batch(self.order.request, self.id, works)

    def works(self) -> Iterator[Work]:
        """The rows of the table that are wanted, and are not made already."""
        for row, share in self.table.rows():
            self.share = share
            if isinstance(row, Problem):
                if not self.selection.cells and self.selection.takes_line(row.mark.line):
                    self.fail(row.mark.line, (row,), None)
                continue
            if not self.selection.takes(row):
                continue
            work = self.work(row)
            if isinstance(work, Problem):
                self.fail(row.line, (work,), row)
            elif work is None:
                self.kept += 1
                self.tell()
            else:
                yield work

    def work(self, row: Row) -> Work | Problem | None:
        """What is to be made of a row; why nothing can be; None where it is made already."""
        try:
            name = name_of(self.pattern, row)
        except UnfitError as error:
            return unnamed(row, error)
        audiences = tuple(row.filled(each) for each in self.order.request.audiences) or (BASE,)
        for each in audiences:
            if wrong := audience_named(each, self.project, Mark(row.file, row.line, 1)):
                return wrong
        key = key_of(name)
        near = (key_of(each) for each in self.near(name))
        if line := self.journal.claim(key, name, row.line, near):
            mark = Mark(row.file, row.line, 1)
            return Problem.of("merge-name-twice", mark, name=name, line=line)
        hash = self.hash_of(row, audiences, name)
        entry = self.journal.made(key, hash)
        if entry is not None and self.stands(entry):
            return None
        return Work(row, name, key, hash, audiences)

    def near(self, name: str) -> Iterator[str]:
        """The names of rows one of whose files is called as one of this row's is."""
        request = self.order.request
        ends = {f"-{each}" for each in self.project.audiences if request.audiences != (BASE,)}
        ends |= {"-handout"} if {"brief", "handout"} <= {*request.formats} else set()
        for end in sorted(ends):
            yield name + end
            if name.endswith(end):
                yield name.removesuffix(end)

    def hash_of(self, row: Row, audiences: tuple[str, ...], name: str) -> str:
        """By what a row is known not to have changed. Its line counts where it is in the files."""
        line = row.line if self.order.request.printing.attach else 0
        cells = tuple((column, cell.text) for column, cell in row.cells.items())
        return sha256(repr((name, line, audiences, cells)).encode()).hexdigest()

    def stands(self, entry: Entry) -> bool:
        """Whether the files of a row are there, as they were made or as somebody edited them."""
        if not entry.files or not all(map(self.is_there, entry.files)):
            return False
        if not self.order.request.overwrite:
            return True
        return all(
            each.place == each.target and reads.hashed(str(self.out / each.place)) == each.hash
            for each in entry.files
        )

    def is_there(self, file: File) -> bool:
        """Whether a file is there. One without a byte is what a power cut leaves: it goes."""
        path = self.out / file.place
        try:
            if path.stat().st_size:
                return True
            path.unlink()
        except OSError:
            return False
        return False

    def fail(self, line: int, problems: tuple[Problem, ...], row: Row | None) -> None:
        self.failed.add(line, problems, row)
        self.tell()

    def take(self, batch: Batch, answer: Answer | Exception) -> None:
        """Put what became of a batch in its place, and note it."""
        if isinstance(answer, Exception):
            self.lost(batch, answer)
            return
        self.journal.keep_content(answer.read)
        good = [done for done in answer.done if not done.failed]
        if good:
            self.put(good)
        for done in answer.done:
            if done.failed:
                self.fail(done.work.row.line, done.problems, done.work.row)
        self.tell()

    def lost(self, batch: Batch, problem: Exception) -> None:
        """A batch came to nothing: where a worker died of it, each of its rows is tried alone."""
        codes = {each.code for each in getattr(problem, "problems", ())}
        if codes != {"worker-killed"}:
            raise problem
        if len(batch.works) > 1:
            self.again.extend(batch.works)
            return
        (work,) = batch.works
        mark = Mark(work.row.file, work.row.line, 1)
        self.fail(work.row.line, (Problem.of("worker-killed", mark),), work.row)

    def put(self, good: list[Done]) -> None:
        files = {self.out / name: data for done in good for name, data in done.files.items()}

        def remember(folder: Path) -> AbstractContextManager[Folder]:
            return nullcontext(Folder(self.journal, folder))

        overwrite = self.order.request.overwrite
        written = put(
            files,
            root=self.project.root,
            overwrite=overwrite,
            remember=remember,
            lasting=False,
        )
        self.problems.extend(written.problems)
        placed = dict(zip(files, written.paths, strict=True))
        for done in good:
            made = tuple(
                File(
                    name,
                    placed[self.out / name].relative_to(self.out).as_posix(),
                    digest(data),
                    done.pages[name],
                )
                for name, data in done.files.items()
            )
            work = done.work
            entry = Entry(work.row.line, work.name, made, self.warned(done))
            self.journal.keep(work.key, work.hash, entry)
            self.done += 1
        self.journal.save()

    def warned(self, done: Done) -> tuple[str, ...]:
        """The codes of a row's warnings, which are counted."""
        found = {each.code: each for each in done.problems if each.severity == "warning"}
        for code, each in found.items():
            count, first = self.warnings.get(code, (0, each))
            self.warnings[code] = count + 1, first
        return tuple(found)

    def merged(self, left: int, manifest: Path, listed: Path | None) -> Merged:
        """What was done in the end."""
        return Merged(
            made=self.done,
            kept=self.kept,
            failed=self.failed.count,
            left=left,
            out=self.out,
            manifest=manifest,
            failed_list=listed,
            problems=self.problems,
            warnings=self.warnings,
            failures=tuple(self.failed.first),
            seconds=time.monotonic() - self.start,
        )

    def tell(self) -> None:
        seconds = time.monotonic() - self.start
        rate = self.done / seconds if seconds else 0.0
        left = seconds / self.share - seconds if self.share > 0.01 and seconds > 1 else None
        self.told(Progress(self.done, self.kept, self.failed.count, rate, left))
