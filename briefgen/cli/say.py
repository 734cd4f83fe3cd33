"""Turn problems and results into lines on the terminal, in the language of the run."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn

import click

from briefgen.messages import phrase
from briefgen.messages.cli import PHRASES
from briefgen.messages.entry import Tongue
from briefgen.problems import Mark, Part, Problem, Problems, plain
from briefgen.record import State, replace

if TYPE_CHECKING:
    from briefgen.machine.guard import Put
    from briefgen.request import Request

# The notes that are always told: where a file is not where it was to be, or not what was said.
NOTES = (
    "edited-kept",
    "edited-replaced",
    "held-kept",
    "open-kept",
    "page-empty",
    "page-from-deck",
    "protected-kept",
    "stale-files",
    "unknown-kept",
)
# Lines of problems that are printed without being asked for all.
MOST_LINES = 100
DONE, CONTENT, USAGE, MACHINE = 0, 1, 2, 3
# What shells give for a command that a signal ended: 128 and its number (POSIX, XCU 2.8.2).
INTERRUPTED = 130


class Run(State):
    """How a run is told of, and what ended it where nothing could be raised (0: nothing)."""

    debug: bool = False
    # Whether JSON is asked for, which is printed whatever goes wrong.
    json: bool = False
    tongue: Tongue = "en"
    ended: int = 0


class WrongUsageError(click.ClickException):
    """The command line is wrong: a problem of the catalogue, which ends the run with 2."""

    exit_code = USAGE

    def __init__(self, problem: Problem, tongue: Tongue) -> None:
        super().__init__(problem.line(tongue))
        self.problem, self.tongue = problem, tongue

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"briefgen: {coded(self.message, self.problem)}", file=file, err=True)


def refuse(code: str, /, **parts: Part) -> NoReturn:
    """End the run as wrong usage, with the problem of this code in the catalogue."""
    raise WrongUsageError(Problem.of(code, **parts), tongue())


def tongue() -> Tongue:
    """The language of the command that is running."""
    context = click.get_current_context(silent=True)
    run = context.find_object(Run) if context else None
    return run.tongue if run else "en"


def said(key: str, /, **parts: Part) -> str:
    """A line about the run that is no problem, in its language."""
    words = PHRASES.get(key) or phrase(key)
    return words.told(tongue(), parts)


def coded(words: str, problem: Problem) -> str:
    """The words of a problem for the terminal, with its code behind them, to be looked up."""
    return f"{plain(words)} {click.style(f'[{problem.code}]', dim=True)}"


def as_dicts(problems: Problems, request: Request | None = None) -> list[dict[str, object]]:
    """Problems as JSON has them; with what was asked for, looked up in its outline."""
    from briefgen.answers import findings

    found = findings.located(request, problems, tongue()) if request else None
    return findings.as_dicts(findings.bare(problems, tongue()) if found is None else found)


def count(problems: Problems) -> str:
    """How many errors and warnings there are, and numbers that were not checked, in words."""
    errors, warnings = (sum(p.severity == kind for p in problems) for kind in ("error", "warning"))
    if errors and warnings:
        told = said("errors-and-warnings", errors=errors, warnings=warnings)
    elif errors or warnings:
        told = said("some-errors" if errors else "some-warnings", count=errors or warnings)
    else:
        told = said("no-problems")
    off = let_off(problems)
    return said("and-let-off", told=told, count=off) if off else told


def let_off(problems: Iterable[Problem]) -> int:
    """How many numbers typed by hand were not checked: of each place the most of any audience."""
    most: dict[Mark, int] = {}
    for each in problems:
        count = dict(each.parts)["count"] if each.code == "let-off" else 0
        if isinstance(count, int) and count:
            most[each.mark] = max(count, most.get(each.mark, 0))
    return sum(most.values())


def print_problems(
    problems: Problems, notes: Sequence[str] = (), every: bool = False, lines: bool = False
) -> None:
    """Print errors and warnings, and of the notes those with these codes: a line for each slide and
    cause, or for `every` one of them; with `lines` what stands at its place, too."""
    told = [each for each in problems if each.severity != "note" or each.code in notes]
    if not told:
        return
    # Most runs have nothing to tell.
    from briefgen.cli.grouped import grouped

    spoken, left = tongue(), 0
    groups = list(grouped(told, {} if every else problems.blocks))
    shown = groups if every else groups[:MOST_LINES]
    for group in shown:
        seen = _seen(group.first.mark, problems.root)
        click.echo(coded(group.told(spoken, seen), group.first), err=True)
        if lines:
            from briefgen.cli.excerpt import excerpt

            for line in excerpt(group.first, problems.root):
                click.echo(line, err=True)
        left += len(group.problems) - 1
    if left:
        click.echo(said("all-shows-each", count=left), err=True)
    if more := sum(len(group.problems) for group in groups[len(shown) :]):
        click.echo(said("and-more", count=more), err=True)


def _seen(mark: Mark, root: Path | None) -> Mark:
    """A place with its file as it is seen from here, so that a terminal can open it."""
    if root is None or not mark.line or root == Path.cwd():
        return mark
    path = root / mark.file
    return replace(mark, file=relative(path)) if path.exists() else mark


def stopped(
    problems: Problems, as_json: bool, every: bool = False, request: Request | None = None
) -> NoReturn:
    if as_json:
        print_json({"files": [], "seconds": 0, "problems": as_dicts(problems, request)})
    else:
        print_problems(problems, every=every, lines=True)
        click.echo(said("nothing-written", count=count(problems)), err=True)
        if problems.sound and {each.code for each in problems if each.severity == "error"} == {
            "missing-translation"
        }:
            options = " ".join(f"-a {name}" for name in problems.sound)
            click.echo(said("sound-versions", options=options), err=True)
    sys.exit(CONTENT)


def print_files(made: Put) -> None:
    """List the files that were written, and say of those that stand elsewhere why."""
    print_problems(Problems(made.problems), NOTES)
    for path in made.paths:
        click.echo(relative(path))


def print_json(value: object, compact: bool = False) -> None:
    """Print JSON, escaped where it is not sent as UTF-8: JSON knows no other (RFC 8259, 8.1)."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    plain = encoding == "utf8"
    if compact:
        click.echo(json.dumps(value, ensure_ascii=not plain, separators=(",", ":")))
    else:
        click.echo(json.dumps(value, ensure_ascii=not plain, indent=2))


def relative(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)
