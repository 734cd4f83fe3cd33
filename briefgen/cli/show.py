"""Turn `schema`, `kinds`, `icons` and `themes` into what there is to write with."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import JSON, OVERWRITE
from briefgen.cli.say import print_files, print_json, print_problems, refuse, said, tongue
from briefgen.problems import Problems


@briefgen.command("schema")
def schema_command() -> None:
    """Print the outline's JSON Schema, for editors that complete and check YAML."""
    from briefgen.kinds import kinds
    from briefgen.outline.schema import json_schema

    print_json(json_schema(kinds()))


@briefgen.command("kinds")
@click.argument("name", required=False)
@click.option(
    "--gallery",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write a deck of every kind in each theme, and a sheet of all their pages, into DIR.",
)
@OVERWRITE
@JSON
def kinds_command(name: str | None, gallery: Path | None, overwrite: bool, as_json: bool) -> None:
    """List the slide kinds and their fields; with the NAME of one, that one and lines to copy."""
    from briefgen.kinds import kinds
    from briefgen.outline.convert import fields_of

    if gallery is not None:
        from briefgen.answers.gallery import gallery as make

        print_files(make(gallery, overwrite))
        return
    if name is not None:
        _kind(name, as_json)
        return
    if as_json:
        print_json(
            {
                name: {"purpose": k.purpose, "fields": {f.name: f.doc for f in fields_of(k.fields)}}
                for name, k in kinds().items()
            }
        )
        return
    for name, kind in kinds().items():
        click.echo(f"{name:<12} {kind.purpose}")
        for field in fields_of(kind.fields):
            click.echo(f"{'':<14}{field}")


def _kind(name: str, as_json: bool) -> None:
    """Tell one kind: what it is for, how it is written, its fields."""
    from briefgen.answers.gallery import example
    from briefgen.kinds import kinds
    from briefgen.outline.convert import fields_of
    from briefgen.outline.nearest import nearest

    known = kinds()
    if name not in known:
        refuse("unknown-kind-asked", name=name, offer=nearest(name, known))
    kind, written = known[name], example(name, tongue())
    if as_json:
        fields = {field.name: field.doc for field in fields_of(kind.fields)}
        print_json({"name": name, "purpose": kind.purpose, "example": written, "fields": fields})
        return
    click.echo(f"{name}: {kind.purpose}")
    if written:
        click.echo(f"\n{said('kind-example')}\n")
        click.echo(indent(written, "  "))
    click.echo(f"\n{said('kind-fields')}\n")
    for field in fields_of(kind.fields):
        click.echo(f"  {field}")


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
