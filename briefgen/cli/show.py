"""Turn `schema`, `kinds` and `themes` into what there is to write with."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import JSON, OVERWRITE
from briefgen.cli.say import print_files, print_json, print_problems, refuse
from briefgen.problems import Problems


@briefgen.command("schema")
def schema_command() -> None:
    """Print the outline's JSON Schema, for editors that complete and check YAML."""
    from briefgen.kinds import kinds
    from briefgen.outline.schema import json_schema

    print_json(json_schema(kinds()))


@briefgen.command("kinds")
@click.argument("kind", required=False)
@click.option(
    "--gallery",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write a deck of every kind in each theme, and a sheet of all their pages, into DIR.",
)
@OVERWRITE
@JSON
def kinds_command(kind: str | None, gallery: Path | None, overwrite: bool, as_json: bool) -> None:
    """List the slide kinds and their fields; with the name of a KIND its own, and YAML to copy."""
    from briefgen.kinds import kinds
    from briefgen.outline.convert import fields_of
    from briefgen.outline.nearest import nearest

    if gallery is not None:
        from briefgen.answers.gallery import gallery as make

        print_files(make(gallery, overwrite))
        return
    known = kinds()
    if kind is not None and kind not in known:
        refuse("no-such-kind", name=kind, offer=nearest(kind, known, whole=True))
    shown = known.items() if kind is None else ((kind, known[kind]),)
    if as_json:
        print_json(
            {
                name: {"purpose": k.purpose, "fields": {f.name: f.doc for f in fields_of(k.fields)}}
                for name, k in shown
            }
        )
        return
    for name, each in shown:
        click.echo(f"{name:<12} {each.purpose}")
        for field in fields_of(each.fields):
            click.echo(f"{'':<14}{field}")
    if kind is not None:
        from briefgen.answers.example import example

        if lines := example(kind):
            click.echo(f"\n{lines}")


@briefgen.command("themes")
def themes_command() -> None:
    """List the themes, those of the project in this folder too."""
    from briefgen.theme.load import theme_names

    problems = Problems()
    for name, title in theme_names(problems, Path("content/themes")).items():
        click.echo(f"{name:<14} {title}")
    print_problems(problems)
