"""Turn `merge` into files for each row of a table."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import (
    JOBS,
    JSON,
    OVERWRITE,
    SIZE,
    STRICT,
    TEMPLATE,
    THEME,
    VERIFY,
    formats_option,
    in_words,
    out_option,
    outline_of,
    request_for,
)
from briefgen.cli.say import (
    CONTENT,
    NOTES,
    as_dicts,
    coded,
    print_json,
    print_problems,
    relative,
    said,
    stopped,
    tongue,
)
from briefgen.formats import USUAL
from briefgen.problems import ContentError, Problems
from briefgen.record import replace

if TYPE_CHECKING:
    from briefgen.merging.run import Merged, Progress
    from briefgen.request import Request

# How often progress is told: on a terminal, and in a log.
_OFTEN, _SELDOM = 0.2, 30.0


@briefgen.command("merge")
@click.argument("outline", type=click.Path(path_type=Path))
@click.argument("table", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@formats_option("-f", "--format", "What to make of each row; may be given again")
@click.option(
    "--name",
    default="",
    metavar="PATTERN",
    callback=in_words,
    help="How files are named: '{city}/notice-{name}' (default: the slug and the first column).",
)
@click.option(
    "--select",
    multiple=True,
    metavar="ROWS",
    help="Only these rows: lines such as 2-10,15, or column=words (may be given again).",
)
@click.option("--sheet", default="", metavar="NAME", help="The sheet, or the table of a database.")
@click.option(
    "-a",
    "--audience",
    "audiences",
    multiple=True,
    metavar="NAME",
    help="For this audience, or the one that a column names: '{reader}' (default: base).",
)
@out_option("DIR", "Where to write (default: a folder named after the table, in out/).")
@JOBS
@click.option("--dask", default="", metavar="ADDRESS", help="Make the rows on this Dask cluster.")
@THEME
@TEMPLATE
@SIZE
@VERIFY
@STRICT
@OVERWRITE
@JSON
def merge_command(
    outline: Path,
    table: Path,
    name: str,
    select: tuple[str, ...],
    sheet: str,
    dask: str,
    as_json: bool,
    **given: Any,
) -> None:
    """Make a deck and a brief for each row of TABLE: CSV, XLSX or SQLite.

    '{column}' in the outline is the row's cell: in texts, values of figures, names of files. A
    figure whose value is a cell is proven by its row.

    Rows that fail are listed in failed.csv, and tried again by the next run, which makes only what
    is missing or has changed. manifest.csv lists every file with its SHA-256.
    """
    from briefgen.merging.merge import merge
    from briefgen.merging.run import Order

    request = _request(outline, **given)
    order = Order(
        request=request, table=table, sheet=sheet, name=name, select=select, tongue=tongue()
    )
    progress = _Told(as_json)
    try:
        with ExitStack() as stack:
            executor = None
            if dask:
                from briefgen.machine.executing import cluster

                executor = stack.enter_context(cluster(dask))
            merged = merge(order, progress, executor)
    except ContentError as problem:
        stopped(problem.problems, as_json)
    except BaseException as ended:
        progress.stopped(isinstance(ended, KeyboardInterrupt))
        raise
    progress.over()
    _tell(merged, request, as_json)
    sys.exit(CONTENT if merged.failed else 0)


def _request(outline: Path, audiences: tuple[str, ...], **given: Any) -> Request:
    """What is to be built of each row; an audience may be a column's."""
    fixed = tuple(each for each in audiences if "{" not in each)
    for name, usual in (("formats", USUAL), ("jobs", 0), ("size", "")):
        given[name] = given[name] or usual
    given["formats"] = tuple(dict.fromkeys(given["formats"]))
    request = request_for(outline_of(outline), audiences=fixed, **given)
    return replace(request, audiences=audiences)


class _Told:
    """Says how far a merge is: in one line on a terminal, in a line now and then in a log."""

    def __init__(self, silent: bool) -> None:
        self._live = sys.stderr.isatty() and not silent
        self._silent, self._last = silent, time.monotonic()
        self._said = False
        self._at: Progress | None = None

    def __call__(self, at: Progress) -> None:
        self._at, now = at, time.monotonic()
        if self._silent or now - self._last < (_OFTEN if self._live else _SELDOM):
            return
        self._last = now
        line = said(
            "merge-progress",
            count=at.made + at.kept + at.failed,
            failed=at.failed,
            rate=f"{at.rate:.1f}",
            left=_clock(at.left),
        )
        click.echo(f"\r\033[K{line}" if self._live else line, nl=not self._live, err=True)
        self._said = self._live

    def over(self) -> None:
        if self._said:
            click.echo("\r\033[K", nl=False, err=True)

    def stopped(self, interrupted: bool) -> None:
        """Something ended the merge, or somebody: what was made stays, which is said."""
        self.over()
        if (self._at is not None or interrupted) and not self._silent:
            done = self._at.made + self._at.kept if self._at else 0
            click.echo(said("merge-stopped", count=done), err=True)


def _clock(seconds: float | None) -> str:
    if seconds is None:
        return "?"
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _tell(merged: Merged, request: Request, as_json: bool) -> None:
    """What a merge did: failures first, then warnings by kind, where the lists are, and counts."""
    if as_json:
        print_json(_as_dict(merged, request))
        return
    print_problems(merged.problems, NOTES)
    spoken = tongue()
    for each in merged.failures:
        click.echo(coded(each.told(spoken), each), err=True)
    more = merged.failed - len(merged.failures)
    if more:
        click.echo(said("merge-more-failed", count=more), err=True)
    for count, first in merged.warnings.values():
        rows = said("merge-in-rows", count=count)
        click.echo(f"{coded(first.told(spoken), first)} {rows}", err=True)
    if merged.failed_list:
        click.echo(relative(merged.failed_list))
    click.echo(relative(merged.manifest))
    if merged.left:
        click.echo(said("merge-left", count=merged.left), err=True)
    counts = {"made": merged.made, "kept": merged.kept, "failed": merged.failed}
    seconds = f"{merged.seconds:.1f}"
    click.echo(said("merge-done", **counts, seconds=seconds, out=relative(merged.out)), err=True)


def _as_dict(merged: Merged, request: Request) -> dict[str, object]:
    return {
        "out": str(merged.out),
        "made": merged.made,
        "kept": merged.kept,
        "failed": merged.failed,
        "left": merged.left,
        "manifest": str(merged.manifest),
        "failed_list": str(merged.failed_list or ""),
        "seconds": round(merged.seconds, 3),
        "failures": as_dicts(Problems(merged.failures)),
        "problems": as_dicts(merged.problems, request),
    }
