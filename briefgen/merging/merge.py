"""Turn an outline and a table into files for each row: the whole way on one screen.

row → name → claimed in the journal → made already?      merging.table, names, run
    → made, in whichever process                          merging.make, machine.parallel
    → put in its place, noted in the journal              machine.guard, machine.journal
at the end: failed.csv, manifest.csv                      merging.listed
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from briefgen import __version__
from briefgen.machine import garbage, reads
from briefgen.machine.journal import journal
from briefgen.machine.parallel import Workers, start_method
from briefgen.merging.listed import Failed, write_failed, write_manifest
from briefgen.merging.make import Answer, Batch, keep, made, read
from briefgen.merging.names import checked_pattern, selection
from briefgen.merging.placed import check_columns
from briefgen.merging.run import Merged, Order, Progress, Run
from briefgen.merging.table import Table, open_table
from briefgen.outline.load import Project
from briefgen.problems import ContentError, Problems

if TYPE_CHECKING:
    from concurrent.futures import Executor

# So many batches for each process are on their way.
_AHEAD = 2


class Pool(Protocol):
    """What does jobs: `machine.parallel.Workers`, or an executor (`machine.executing`)."""

    def each(self, jobs: Iterator[Batch], /) -> Iterator[tuple[Batch, Answer | Exception]]: ...


def merge(
    order: Order,
    told: Callable[[Progress], None] = lambda progress: None,
    executor: Executor | None = None,
) -> Merged:
    """Make files for each row of a table. Raises ContentError where no row could be made, and
    MachineError where the machine is in the way; what was made until then is known to the next run.

    A row that fails is listed, and keeps no other from being made. `executor` does the rows where
    one is given; else as many processes as `order.request.jobs` says, or as there are cores.
    """
    request, whole = order.request, Problems()
    table = open_table(order.table, order.table.name, order.sheet)
    own = read(request)
    whole.extend(own.problems)
    if own.problems.fatal or own.project.nodes is None:
        raise ContentError(own.problems)
    check_columns(own.project, request.audiences, table, whole)
    if whole.fatal:
        raise ContentError(whole)
    pattern = checked_pattern(order.name or _usual(own.project, table), table.columns)
    chosen = selection(order.select, table.columns)
    out = request.out or own.project.root / "out" / order.table.stem
    with journal(out, _about(order, pattern, table)) as noted:
        before = noted.content()
        if any(reads.hashed(path) != hash for path, hash in before.items()):
            noted.start_anew()
        noted.keep_content(reads.taken())
        run = Run(
            order=order,
            out=out,
            table=table,
            project=own.project,
            pattern=pattern,
            selection=chosen,
            journal=noted,
            failed=Failed(noted, table.columns, order.tongue),
            told=told,
            problems=whole,
        )
        keep(own, run.id)
        try:
            _go(run, executor)
        finally:
            # What failed until something ended the run is of use too.
            noted.save()
            listed = write_failed(out, noted, table.columns)
        left = noted.left() if not order.select else 0
        manifest = write_manifest(out, noted, bool(order.select))
    return run.merged(left, manifest, listed)


def _go(run: Run, executor: Executor | None) -> None:
    """Make every row, through whatever does them."""
    jobs = run.order.request.jobs or os.cpu_count() or 1
    if executor is not None:
        from briefgen.machine.executing import Executed

        _through(run, Executed(executor, made, _AHEAD * jobs), run.batches())
        return
    batches = run.batches(first=1)
    if jobs > 1 and start_method() == "fork":
        # What the first row needs is loaded before the others fork, and shared by them.
        for batch in islice(batches, 1):
            run.take(batch, made(batch))
        garbage.shared()
    with Workers(made, jobs + 1 if jobs > 1 else 1, elsewhere=made) as workers:
        _through(run, workers, batches)


def _through(run: Run, pool: Pool, batches: Iterator[Batch]) -> None:
    for batch, answer in pool.each(batches):
        run.take(batch, answer)
    while run.again:
        for batch, answer in pool.each(run.retries()):
            run.take(batch, answer)


def _usual(project: Project, table: Table) -> str:
    """How files are named where nobody says it: by the outline, and the first column."""
    nodes = project.nodes
    brief = nodes.get("brief") if nodes else None
    slug = getattr(getattr(brief, "get", lambda key: None)("slug"), "text", "")
    return f"{slug or project.root.name}-{{{table.columns[0]}}}"


def _about(order: Order, pattern: str, table: Table) -> str:
    """Whatever changes every row, beside what is in the project's files."""
    request = order.request
    project = request.outline.resolve()
    names = sorted(path.name for path in project.parent.glob("*/*.y*ml"))
    said = (
        __version__,
        project.name,
        request.formats,
        request.theme,
        request.strict,
        request.printing,
        request.verify,
        request.size,
        str(request.template or ""),
        request.mark,
        pattern,
        table.columns,
        names,
    )
    return sha256(repr(said).encode()).hexdigest()
