"""Turn `trace`, `diff`, `figures` and `audiences` into answers about the content."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import (
    AUDIENCE,
    JSON,
    OUTLINE,
    OVERWRITE,
    formats_option,
    out_option,
    outline_of,
    request_for,
)
from briefgen.cli.say import (
    CONTENT,
    WrongUsageError,
    print_files,
    print_json,
    print_problems,
    refuse,
    said,
    stopped,
    tongue,
)
from briefgen.formats import USUAL
from briefgen.problems import ContentError, plain

if TYPE_CHECKING:
    from briefgen.facts.left_out import LeftOut


@briefgen.command("trace")
@click.argument("outline", required=False)
@click.argument("figure", required=False)
@click.option(
    "-a",
    "--audience",
    metavar="NAME",
    help="Only this audience; 'base' is the outline itself (default: the base, and all files).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "html"]),
    help="How to tell it (default: by the ending of FILE, else table).",
)
@formats_option("--in", "Say where these show it; may be given again")
@out_option("FILE", "Write it to this file.")
@OVERWRITE
def trace_command(
    outline: str | None,
    figure: str | None,
    audience: str | None,
    form: str | None,
    formats: tuple[str, ...],
    out: Path | None,
    overwrite: bool,
) -> None:
    """Say where every number comes from: value, sentence, place in the source, where shown.

    With the id of a FIGURE, all that is known of that one: `briefgen trace gdp-2023`.
    """
    if outline and figure is None and not _is_path(outline):
        outline, figure = None, outline
    from briefgen.answers.trace import trace
    from briefgen.answers.trace_forms import tell
    from briefgen.answers.trace_text import similar

    request = request_for(
        Path(outline) if outline else None,
        audiences=(audience,) if audience else (),
        formats=tuple(dict.fromkeys(formats)) or USUAL,
    )
    try:
        trail = trace(request)
    except ContentError as problem:
        stopped(problem.problems, False)
    if figure is not None and figure not in trail.entries:
        refuse("unknown-figure", id=figure, offer=similar(trail, figure))
    if form is None:
        ending = out.suffix.lstrip(".").lower() if out else ""
        if ending not in _TRACED:
            refuse("trace-ending", ending=ending, endings=tuple(each for each in _TRACED if each))
        form = ending if ending in ("json", "csv", "html") else "table"
    print_problems(trail.problems)
    told = tell(trail, figure, form, tongue())
    if out is None:
        if form != "table" and sys.stdout.isatty():
            told = "".join(map(_shown, told))
        # Bytes go out as they are; text loses its emphasis where there is no terminal.
        click.echo(told if form == "table" else told.encode(), nl=False)
        return
    from briefgen.machine.guard import put

    made = {out: click.unstyle(told).encode()}
    print_files(put(made, root=Path(), overwrite=overwrite))


# What a trace is written as by the ending of its file: a table where it is none of the first.
_TRACED = ("json", "csv", "html", "txt", "md", "log", "")


def _shown(character: str) -> str:
    return character if character in "\r\n\ufeff" else plain(character)


def _is_path(argument: str) -> bool:
    """Whether an argument names a file or folder, be it there or not, and no figure."""
    return Path(argument).exists() or bool(re.search(r"[/\\]|\.(?:ya?ml|md)$", argument))


@briefgen.command("diff")
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@click.option(
    "--outline",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The outline to compare, where revisions are given.",
)
@JSON
def diff_command(old: str, new: str | None, outline: Path | None, as_json: bool) -> None:
    """Say which figures differ between two outlines, or since a git revision, and where shown.

    OLD and NEW are outlines (files or folders) or git revisions. NEW is the outline as it is on
    disk where it is left out; OLD is the last commit.
    """
    from briefgen.answers.diff import NoRevisionError, as_dict, as_text, compare, opened

    try:
        with opened(old, _side(old, outline)) as before, opened(new, _side(new, outline)) as after:
            result = compare(before, after)
    except NoRevisionError as problem:
        (told,) = problem.problems
        raise WrongUsageError(told, tongue()) from problem
    except ContentError as problem:
        print_problems(problem.problems)
        click.echo(said("not-compared"), err=True)
        sys.exit(CONTENT)
    if as_json:
        print_json(as_dict(result))
    else:
        click.echo(as_text(result, tongue()))


def _side(given: str | None, outline: Path | None) -> Path:
    """The outline of one side of a comparison: a path that is there, or that of a revision."""
    return outline_of(Path(given) if given and Path(given).exists() else outline)


@briefgen.command("figures")
@OUTLINE
@click.option("--source", default="", metavar="ID", help="Only this source.")
@click.option("--missing", is_flag=True, help="Only the numbers that no figure covers.")
@click.option("--yaml", "as_yaml", is_flag=True, help="Print ledger entries for the missing ones.")
@click.option("--left-out", is_flag=True, help="The numerals that are left out, and why.")
@JSON
def figures_command(
    outline: Path | None, source: str, missing: bool, as_yaml: bool, left_out: bool, as_json: bool
) -> None:
    """List the numbers that the sources state, and which figures of the ledger cover them.

    OUTLINE may also be an article (a text, or Markdown that begins with no `---`): its own numbers.
    """
    from briefgen.answers.numbers import as_entries, as_table, figures, figures_of, rows_of
    from briefgen.outline.nearest import nearest

    try:
        article = outline is not None and _is_article(outline)
        found = figures_of(outline) if outline and article else figures(outline_of(outline))
    except ContentError as problem:
        stopped(problem.problems, as_json)
    if source and source not in found.sources:
        refuse("unknown-source", id=source, offer=nearest(source, found.sources))
    wanted = found.of(source, missing or as_yaml)
    print_problems(found.problems)
    if left_out:
        _left_out(found.left_out(source), as_json)
        return
    if as_json:
        print_json(rows_of(wanted))
    elif as_yaml:
        click.echo(as_entries(found, wanted, tongue()), nl=False)
    elif wanted:
        from rich.console import Console

        Console().print(as_table(wanted, found.texts, tongue()))
    if not as_json:
        stated = found.of(source)
        without = sum(number.missing for number in stated)
        worth = sum(number.wanted for number in stated)
        summary = said("numbers-found", count=len(stated), without=without, worth=worth)
        click.echo(summary, err=True)


# What an article may be written in, that `new --from` makes a project of.
_DOCUMENTS = (".docx", ".docm", ".pptx", ".pptm", ".pdf")


def _is_article(path: Path) -> bool:
    """Whether a file is an article rather than an outline. One that is no text is refused, with
    what to type instead."""
    ending = path.suffix.lower()
    if not path.is_file():
        return False
    if ending in _DOCUMENTS:
        refuse("figures-of-document", path=str(path))
    if ending in (".txt", ".text"):
        return True
    if ending not in (".md", ".markdown"):
        return False
    with path.open("rb") as file:
        # An outline in Markdown begins with what YAML says of it.
        return not file.read(16).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"---")


def _left_out(numerals: Sequence[LeftOut], as_json: bool) -> None:
    from briefgen.answers.numbers import rows_left_out, table_left_out

    if as_json:
        print_json(rows_left_out(numerals))
        return
    if numerals:
        from rich.console import Console

        Console().print(table_left_out(numerals, lambda why: said(f"left-{why}"), tongue()))
    click.echo(said("numerals-left-out", count=len(numerals)), err=True)


@briefgen.command("audiences")
@OUTLINE
@AUDIENCE
@JSON
def audiences_command(outline: Path | None, audiences: tuple[str, ...], as_json: bool) -> None:
    """Show which slide, topic and figure goes to whom."""
    from briefgen.answers.audiences import as_dict, as_table
    from briefgen.answers.audiences import audiences as matrix_of

    try:
        matrix = matrix_of(request_for(outline, audiences=audiences))
    except ContentError as problem:
        stopped(problem.problems, as_json)
    print_problems(matrix.problems)
    if as_json:
        print_json(as_dict(matrix))
        return
    from rich.console import Console

    Console(width=None if sys.stdout.isatty() else 160).print(as_table(matrix, tongue()))
