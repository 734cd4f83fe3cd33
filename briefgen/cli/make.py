"""Turn `build` into files, and a line for each audience."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefgen import patterns
from briefgen.chinese.hanzi import cells
from briefgen.cli.group import briefgen
from briefgen.cli.options import (
    ALL,
    AUDIENCE,
    JOBS,
    JSON,
    OUTLINE,
    OVERWRITE,
    SIZE,
    STRICT,
    TEMPLATE,
    THEME,
    VERIFY,
    formats_option,
    in_words,
    out_option,
    request_for,
)
from briefgen.cli.say import (
    NOTES,
    as_dicts,
    print_json,
    print_problems,
    refuse,
    relative,
    said,
    stopped,
)
from briefgen.formats import FORMATS, LONG, USUAL
from briefgen.problems import ContentError
from briefgen.record import asdict

if TYPE_CHECKING:
    from briefgen.report import Report
    from briefgen.request import Printing, Request


# Options that say how prints are made, and those that some formats alone have.
_PRINTING = ("paper", "landscape", "press", "attach", "style", "handout")
_OF_FORMATS = ("paper", "landscape", "press", "attach", "style", "size")
# What each format is, below the options of `build`; lines stay as they are after \b.
_FORMATS = "\b\nFormats:\n" + "\n".join(
    f"  {name:<10}{each.about} ({each.file('NAME')})" for name, each in FORMATS.items()
)


@briefgen.command("build", epilog=_FORMATS)
@OUTLINE
@AUDIENCE
@formats_option("-f", "--format", "What to make; may be given again")
@THEME
@TEMPLATE
@out_option("DIR", "Where to write (default: out/ in the project).")
@STRICT
@JOBS
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter", "a3"], case_sensitive=False),
    default=None,
    help="The sheet of prints (default: the outline's page, else a4; a3 is folded).",
)
@click.option("--landscape", is_flag=True, help="Lay the printed brief across.")
@click.option("--press", is_flag=True, help="The brief for a press: CMYK, bleed, crop marks.")
@click.option(
    "--handout",
    type=click.Choice(["slides", "2", "3", "4", "6", "notes"]),
    default=None,
    help="Make the handout with so many slides on a sheet, or the speaker's pages.",
)
@click.option(
    "--long", is_flag=True, help="Make a long picture of the page, for phones: PNG and PDF."
)
@click.option(
    "--style",
    type=click.Choice(["picture", "article"], case_sensitive=False),
    default=None,
    help="How the printed brief is made (default: the outline's page, else picture).",
)
@SIZE
@click.option("--attach", is_flag=True, help="Attach content and ledger to PDF files.")
@VERIFY
@click.option(
    "--mark",
    metavar="WORDS",
    callback=in_words,
    help="Mark every slide and page, such as 讨论稿; '' for no mark (default: the outline's).",
)
@OVERWRITE
@ALL
@JSON
def build_command(outline: Path | None, every: bool, as_json: bool, **given: Any) -> None:
    """Make the deck and the printed brief, for every audience.

    The files are listed on standard output; problems, progress and a summary go to standard error.
    """
    with patterns.kept_too():
        from briefgen.build import build

    request = _request(outline, **given)
    try:
        report = _watched(build, request) if sys.stderr.isatty() else build(request)
    except ContentError as problem:
        stopped(problem.problems, as_json, every, request)
    if as_json:
        print_json(_as_dict(report, request))
        return
    print_problems(report.problems, NOTES, every)
    for path in report.written:
        click.echo(relative(path))
    click.echo(_table(report), err=True)
    count, seconds = len(report.written), f"{report.seconds:.2f}"
    click.echo(said("files-made", count=count, seconds=seconds), err=True)


def _request(outline: Path | None, long: bool, **given: Any) -> Request:
    """What is to be built, by the options that say so."""
    more = (*(("handout",) if given["handout"] else ()), *(LONG if long else ()))
    formats = tuple(dict.fromkeys((*(given["formats"] or USUAL), *more)))
    _stop_at_idle(given, formats)
    for name, usual in (("jobs", 0), ("size", "")):
        given[name] = given[name] or usual
    printing = _printing(**{name: given.pop(name) for name in _PRINTING})
    return request_for(outline, **given | {"formats": formats, "printing": printing})


def _printing(landscape: bool, **given: Any) -> Printing:
    """How prints are made."""
    from briefgen.request import Printing

    orientation = "landscape" if landscape else ""
    said = {name: value for name, value in given.items() if value}
    return Printing(orientation=orientation, **said)


def _stop_at_idle(given: Mapping[str, object], formats: Sequence[str]) -> None:
    """End where an option was given that changes nothing that is to be made."""
    for option in (name for name in _OF_FORMATS if given[name]):
        apt = [name for name, each in FORMATS.items() if option in each.options]
        if not set(apt) & set(formats):
            refuse("idle-option", option=option, formats=tuple(formats), apt=tuple(apt))


def _as_dict(report: Report, request: Request) -> dict[str, object]:
    return {
        "files": [str(path) for path in report.written],
        "seconds": round(report.seconds, 3),
        "audiences": [{**asdict(line), "seconds": round(line.seconds, 3)} for line in report.lines],
        "problems": as_dicts(report.problems, request),
    }


def _table(report: Report) -> str:
    """A line for each audience: slides, pages, problems, size, seconds."""
    heads = ("audience", "slides", "pages", "problems", "kilobytes", "seconds")
    rows: list[tuple[str, ...]] = [tuple(said(f"head-{head}") for head in heads)]
    for line in report.lines:
        counts = (line.slides or "", line.pages or "", line.problems, f"{line.size / 1000:.0f}")
        rows.append((line.audience, *map(str, counts), f"{line.seconds:.2f}"))
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]

    def padded(column: int, cell: str) -> str:
        room = " " * (widths[column] - cells(cell))
        return room + cell if column else cell + room

    return "\n".join("  ".join(padded(*each) for each in enumerate(row)) for row in rows)


def _watched(build: Any, request: Request) -> Report:
    """The build, with a line on the terminal that says what it is doing, gone when it is done."""

    words = {step: said(f"step-{step}") for step in ("reading", "writing")}

    def told(step: str) -> None:
        line = f"{words.get(step, step)} …" if step else ""
        click.echo(f"\r\033[K{line}", nl=False, err=True)

    try:
        report: Report = build(request, told)
    finally:
        told("")
    return report
