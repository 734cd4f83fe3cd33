"""Turn `schema`, `kinds`, `icons` and `themes` into what there is to write with."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import JSON, OVERWRITE, outline_of
from briefgen.cli.say import WrongUsageError, print_files, print_json, print_problems, tongue
from briefgen.problems import Problems


@briefgen.command("schema")
@click.argument("what", required=False, default="")
@click.option(
    "--project",
    type=click.Path(path_type=Path),
    metavar="OUTLINE",
    help="Enumerate the ids of this outline (a file or a project's folder).",
)
def schema_command(what: str, project: Path | None) -> None:
    """Print the outline's JSON Schema, for editors and programs that write outlines.

    WHAT is a slide kind, a part of an outline (brief, figures, page …), or "audience": its schema
    alone, with an example of every field.
    """
    from briefgen.answers.described import UnknownError, schema

    try:
        made = schema(what, outline_of(project) if project else None)
    except UnknownError as error:
        _refuse(error.problems)
    print_json(made, compact=True)


def _refuse(problems: Problems) -> NoReturn:
    (problem,) = problems
    raise WrongUsageError(problem, tongue())


@briefgen.command("kinds")
@click.argument("names", nargs=-1, metavar="[KIND]...")
@click.option("--fields", is_flag=True, help="With the fields of each kind.")
@click.option("--example", is_flag=True, help="Of each KIND the lines to copy alone.")
@click.option(
    "--gallery",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write a deck of every kind in each theme, and a sheet of all their pages, into DIR.",
)
@OVERWRITE
@JSON
def kinds_command(
    names: tuple[str, ...],
    fields: bool,
    example: bool,
    gallery: Path | None,
    overwrite: bool,
    as_json: bool,
) -> None:
    """List the slide kinds, a line each; of a KIND all that there is, and lines to copy."""
    if gallery is not None:
        from briefgen.answers.gallery import gallery as make

        print_files(make(gallery, overwrite))
        return
    from briefgen.answers import kinds_told

    if names:
        _named(names, example, as_json)
    elif as_json:
        print_json(kinds_told.as_dict(fields))
    else:
        click.echo(kinds_told.listed(fields, tongue()))


def _named(names: tuple[str, ...], example: bool, as_json: bool) -> None:
    """Say all of some kinds, or their lines to copy alone."""
    from briefgen.answers import kinds_told
    from briefgen.answers.described import UnknownError, kinds_of

    try:
        found = kinds_of(names)
    except UnknownError as error:
        _refuse(error.problems)
    if example:
        click.echo("\n".join(kinds_told.to_copy(name, tongue()) for name in names))
    elif as_json:
        print_json(found, compact=True)
    else:
        click.echo("\n\n".join(kinds_told.told(name, tongue()) for name in names))


@briefgen.command("icons")
@click.option(
    "--gallery",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write a sheet of all icons with their names into DIR.",
)
@OVERWRITE
def icons_command(gallery: Path | None, overwrite: bool) -> None:
    """List the icons by name."""
    from briefgen.answers.icons import gallery as make
    from briefgen.answers.icons import names

    if gallery is not None:
        print_files(make(gallery, overwrite))
        return
    for name in names():
        click.echo(name)


@briefgen.command("themes")
def themes_command() -> None:
    """List the themes, those of the project in this folder too."""
    from briefgen.theme.load import theme_names

    problems = Problems()
    for name, title in theme_names(problems, Path("content/themes")).items():
        click.echo(f"{name:<14} {title}")
    print_problems(problems)
