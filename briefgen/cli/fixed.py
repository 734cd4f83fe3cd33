"""Turn what was mended into lines that show each change: what stood there, and what stands now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.say import print_problems, relative, said
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problem, Problems, plain
from briefgen.record import asdict

if TYPE_CHECKING:
    from briefgen.answers.changes import Change
    from briefgen.answers.mend import Mended

# What parts the texts of a line.
_SIGNS = pattern(r"[\s:,\[\]{}\"']")
# So many characters are shown on each side of a change, and so many of the change itself.
_BESIDE, _LONGEST = 6, 60


def print_fixed(done: Mended) -> None:
    """List the changes on standard output; how many, and what was not changed, beside it."""
    root = done.loaded.project.root
    for each in done.done:
        before, after = around(each)
        place = Mark(_seen(root, each.fix.file), each.fix.line, each.fix.column)
        click.echo(plain(said("fixed-one", place=str(place), before=before, after=after)))
    print_problems(Problems(map(_withdrawn, done.withdrawn)))
    print_problems(Problems(done.refused))
    files = tuple(dict.fromkeys(each.fix.file for each in done.done))
    if files:
        click.echo(said("fixed-some", count=len(done.done), files=files), err=True)
    else:
        click.echo(said("fixed-nothing"), err=True)
    if done.unplaced:
        click.echo(said("fix-by-hand", count=done.unplaced), err=True)


def _seen(root: Path, file: str) -> str:
    return relative(root / file)


def around(change: Change) -> tuple[str, str]:
    """What stood at a change and what stands now, with some characters around it."""
    fix, line = change.fix, change.line
    start, end = fix.column - 1, fix.end_column - 1
    before = _SIGNS.split(line[max(0, start - _BESIDE) : start])[-1]
    behind = _SIGNS.split(line[end : end + _BESIDE])[0]
    return before + _short(change.before) + behind, before + _short(fix.text) + behind


def _short(text: str) -> str:
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]}…{text[-half:]}"


def _withdrawn(change: Change) -> Problem:
    fix = change.fix
    before, after = around(change)
    mark = Mark(fix.file, fix.line, fix.column)
    return Problem.of("fix-withdrawn", mark, before=before, after=after)


def as_dicts(done: Mended) -> dict[str, list[dict[str, object]]]:
    """What was changed and what was not, as JSON has it: edits, and what stood there before."""
    return {
        "fixed": [{**asdict(each.fix), "before": each.before} for each in done.done],
        "withdrawn": [{**asdict(each.fix), "before": each.before} for each in done.withdrawn],
    }
