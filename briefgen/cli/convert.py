"""Turn `convert` into an outline in its other form."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import OUTLINE, OVERWRITE, out_option, outline_of
from briefgen.cli.say import print_files, stopped
from briefgen.problems import ContentError


@briefgen.command("convert")
@OUTLINE
@out_option("FILE", "Write it to this file (default: to standard output).")
@OVERWRITE
def convert_command(outline: Path | None, out: Path | None, overwrite: bool) -> None:
    """Turn an outline in Markdown (deck.md) into YAML, one in YAML into Markdown.

    Every comment stays, and both make the same files. What the other form cannot say is told at its
    line, and nothing is written then.
    """
    from briefgen.answers.convert import convert

    try:
        made = convert(outline_of(outline))
    except ContentError as problem:
        stopped(problem.problems, False, False)
    if out is None:
        click.echo(made, nl=False)
        return
    from briefgen.machine.guard import put

    print_files(put({out: made.encode()}, root=Path(), overwrite=overwrite))
