"""Turn `new` into a project to begin with: a small one, the reference, or a draft of a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefgen.cli.group import briefgen
from briefgen.cli.say import print_problems, refuse, said, tongue
from briefgen.messages.entry import Tongue
from briefgen.problems import MachineError, Problems, UnfitError


@briefgen.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Draft it from a .txt, .md, .docx, .pptx or .pdf file.",
)
@click.option(
    "--slides",
    type=click.IntRange(3, 40),
    default=None,
    metavar="N",
    help="At most so many slides of a draft, 3 to 40 (default: 40).",
)
@click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    default=None,
    help="Language of the small project (default: that of messages).",
)
@click.option("--reference", is_flag=True, help="The reference content, with five audiences.")
def new_command(
    folder: Path,
    source: Path | None,
    slides: int | None,
    language: Tongue | None,
    reference: bool,
) -> None:
    """Make a project folder: a small complete project, to be changed into one's own.

    With --from it is drafted from a file: headings become slides, sentences points, numbers that
    are read surely entries of the ledger; nothing is added to what the file says.
    """
    from briefgen.machine import new

    if source is not None:
        if language or reference:
            refuse("new-either", option="language" if language else "reference")
        _draft(folder, source, slides)
        return
    if slides is not None:
        refuse("new-slides")
    files = new.reference() if reference else new.small(language or tongue())
    made = new.new(folder, files)
    click.echo(said("project-made", folder=str(folder), count=len(made)))
    click.echo(said("go-on", command=f"cd {folder} && briefgen build"), err=True)


def _draft(folder: Path, source: Path, slides: int | None) -> None:
    from briefgen.drafting.plan import MOST_SLIDES
    from briefgen.drafting.project import drafted
    from briefgen.drafting.read import read_document
    from briefgen.drafting.settle import settled
    from briefgen.machine.new import free, new
    from briefgen.machine.paths import name_in_words

    free(folder)
    name = name_in_words(source)
    if sys.stderr.isatty():
        click.echo(said("step-drafting", file=name), err=True)
    try:
        made = settled(drafted(read_document(source), name, slides or MOST_SLIDES))
    except UnfitError as problem:
        raise MachineError.of(problem.code, file=name, **problem.parts) from None
    new(folder, made.files)
    print_problems(Problems(made.problems), notes=[problem.code for problem in made.problems])
    click.echo(
        said(
            "draft-made",
            folder=str(folder),
            slides=made.slides,
            figures=made.figures,
            tables=made.tables,
            pictures=made.pictures,
        )
    )
    if made.doubtful:
        click.echo(said("draft-look-at", doubtful=made.doubtful), err=True)
    click.echo(said("go-on", command=f"cd {folder} && briefgen preview"), err=True)
