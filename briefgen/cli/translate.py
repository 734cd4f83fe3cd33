"""Turn `translate` into a list of texts for a translator, and what is filled in back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import OUTLINE, out_option, request_for
from briefgen.cli.say import CONTENT, print_problems, refuse, relative, said
from briefgen.problems import Problems


@briefgen.command("translate")
@click.argument("audience")
@OUTLINE
@out_option("FILE", "Where the list is (default: translate-AUDIENCE.yaml in the project).")
@click.option("--merge", is_flag=True, help="Write what is filled in into the outline's files.")
def translate_command(audience: str, outline: Path | None, out: Path | None, merge: bool) -> None:
    """List the texts that an AUDIENCE's language lacks, to be filled in; or merge them back.

    What is filled in stays when the list is written again; one with mistakes is not written over.
    `briefgen undo` takes a merge back.
    """
    from briefgen.answers import translate
    from briefgen.machine.files import write_all
    from briefgen.outline.reading.read import read_bytes

    request = request_for(outline, audiences=(audience,))
    texts = translate.missing(request.outline, audience)
    path = out or texts.root / f"translate-{audience}.yaml"
    problems, known = Problems(), dict[str, str]()
    if path.is_file():
        data = read_bytes(path, relative(path), problems)
        known = translate.filled(data or b"", relative(path), texts.key, problems)
    elif merge:
        refuse("nothing-to-merge", path=relative(path), audience=audience)
    print_problems(problems)
    # What somebody typed, and cannot be taken as it is, stays to be mended.
    if problems.fatal or (problems and not merge):
        sys.exit(CONTENT)
    if merge:
        count = translate.merge(texts, known)
        left = len(texts.texts) - count
        click.echo(said("translations-merged", count=count, left=left), err=True)
        return
    if not texts.texts:
        click.echo(said("nothing-to-translate", audience=audience), err=True)
        return
    head = said("translate-head", audience=audience, key=texts.key)
    write_all({path: translate.as_yaml(texts, known, head).encode()})
    click.echo(relative(path))
    done = sum(words in known for words in texts.words)
    count = len(texts.words)
    click.echo(said("texts-to-translate", count=count, done=done, audience=audience), err=True)
