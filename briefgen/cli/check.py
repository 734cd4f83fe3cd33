"""Turn `check` into findings: once, or again each time that a file of the project is saved."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import ALL, AUDIENCE, JSON, OUTLINE, STRICT, request_for
from briefgen.cli.say import (
    CONTENT,
    DONE,
    count,
    print_json,
    print_problems,
    refuse,
    said,
    tongue,
)

if TYPE_CHECKING:
    from briefgen.report import Loaded
    from briefgen.request import Request

# The notes that a check tells of.
CHECKED = (
    "copyfit",
    "full-width-letters",
    "half-width-mark",
    "image-cropped",
    "image-undescribed",
    "page-empty",
    "page-from-deck",
    "space-between-hanzi",
    "untraced-number",
    "zero-in-year",
)


@briefgen.command("check")
@OUTLINE
@AUDIENCE
@STRICT
@ALL
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default=None,
    help="How to tell it: as text, as JSON, or as annotations of GitHub (default: text).",
)
@JSON
@click.option(
    "--fix",
    is_flag=True,
    help="Mend what can be mended without changing what is said; show each change.",
)
@click.option("--watch", is_flag=True, help="Check again on each save, until Ctrl+C.")
@click.option("--all-keys", is_flag=True, help="In JSON, the keys too that say nothing.")
def check_command(
    outline: Path | None,
    audiences: tuple[str, ...],
    strict: bool,
    every: bool,
    form: str | None,
    as_json: bool,
    fix: bool,
    watch: bool,
    all_keys: bool,
) -> None:
    """Say what is wrong with the content, and where; write nothing.

    With --fix: full-width signs that YAML needs half-width, half-width marks between hanzi,
    full-width digits and letters, spaces between hanzi, the zero of years, {id} for a figure typed
    by hand. Whatever would change more is taken back; `briefgen undo` takes back all of a file.
    """
    form = _form(form, as_json, watch, fix)
    request = request_for(outline, audiences=audiences, strict=strict)
    if fix:
        _fix(request, form, every)
    if watch:
        _watch(request, every)
    from briefgen.build import checked

    loaded = checked(request)
    sys.exit(_told(loaded, form, strict, every, all_keys))


def _form(form: str | None, as_json: bool, watch: bool, fix: bool) -> str:
    """How it is told. Ends the run where options say several things."""
    if as_json and form not in (None, "json"):
        refuse("options-apart", one="--json", other=f"--format {form}")
    if watch and fix:
        refuse("options-apart", one="--watch", other="--fix")
    form = "json" if as_json else form or "text"
    if fix and form == "github":
        refuse("options-apart", one="--fix", other="--format github")
    if watch and form != "text":
        refuse("options-apart", one="--watch", other="--json" if as_json else f"--format {form}")
    return form


def _told(loaded: Loaded, form: str, strict: bool, every: bool, all_keys: bool = False) -> int:
    """Tell what is wrong with what was loaded; the exit code."""
    problems = loaded.problems
    if form != "text":
        from briefgen.answers import findings

        found = findings.findings(loaded, tongue())
        if form == "json":
            print_json({"problems": findings.as_dicts(found, all_keys)}, compact=not all_keys)
        else:
            from briefgen.cli.github import commands

            for line in commands(found, problems.root):
                click.echo(line)
    else:
        print_problems(problems, CHECKED, every, lines=True)
        click.echo(count(problems), err=True)
    return _code(loaded, strict)


def _code(loaded: Loaded, strict: bool) -> int:
    problems = loaded.problems
    failed = problems.fatal or (strict and any(p.severity == "warning" for p in problems))
    return CONTENT if failed else DONE


def _fix(request: Request, form: str, every: bool) -> NoReturn:
    """Mend what can be mended, say what that was, and tell what is left."""
    from briefgen.answers.mend import mend
    from briefgen.build import checked

    done = mend(request)
    loaded = checked(request)
    if form == "json":
        from briefgen.answers import findings
        from briefgen.cli.fixed import as_dicts

        left = findings.as_dicts(findings.findings(loaded, tongue()))
        print_json({**as_dicts(done), "problems": left})
        sys.exit(_code(loaded, request.strict))
    from briefgen.cli.fixed import print_fixed

    print_fixed(done)
    code = _told(loaded, form, request.strict, every)
    sys.exit(max(code, CONTENT) if done.refused else code)


def _watch(request: Request, every: bool) -> NoReturn:
    """Check now, and again whenever a file of the project is saved, until somebody ends it."""
    from briefgen.build import checked
    from briefgen.outline.folder import project_root
    from briefgen.preview.session import forget
    from briefgen.preview.watch import Watch, settled
    from briefgen.problems import MachineError

    watch = Watch(project_root(request.outline))
    watch.look()
    while True:
        try:
            _told(checked(request), "text", request.strict, every)
        except MachineError as error:
            # The outline may be gone while it is replaced; the next save brings it back.
            print_problems(error.problems)
        click.echo(said("watching", path=str(request.outline)), err=True)
        changed = settled(watch)
        forget(changed)
        names = tuple(sorted({path.name for path in changed}))
        click.echo("\n" + said("checking-again", files=names[:_NAMED]), err=True)


# So many of the files that changed are named.
_NAMED = 3
