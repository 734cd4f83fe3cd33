"""Turn a command line into a build, a check, a trace: the only module that prints and exits."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefgen import __version__
from briefgen.problems import ContentError, MachineError, Problem, Problems

if TYPE_CHECKING:
    from briefgen.build import Report, Request

DONE, CONTENT, USAGE, MACHINE = 0, 1, 2, 3
DEFAULT = Path("content/outline.yaml")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="briefgen")
def briefgen() -> None:
    """One YAML outline becomes a PowerPoint deck and a one-page printed brief.

    \b
    Start here:
      briefgen new mybrief      make a folder with the reference outline to edit
      cd mybrief
      briefgen build            decks and briefs for every audience, into out/
      briefgen check            what is wrong with the content, and where
      briefgen trace            where every number comes from
      briefgen figures          what numbers the sources state, and which are not in the ledger
    """


def _outline(given: Path | None) -> Path:
    """The outline to work on: the one named, or the project's own."""
    path = given or DEFAULT
    if path.is_dir():
        path = path / DEFAULT
    if given is None and not path.is_file():
        _fail(USAGE, f"there is no {DEFAULT} here (hint: `briefgen new DIR` makes a project, "
              "or name the outline: `briefgen build path/to/outline.yaml`)")  # fmt: skip
    if not path.is_file():
        _fail(USAGE, f"{path}: no such file")
    return path


def _request(outline: Path | None, **options: Any) -> Request:
    from briefgen.build import Request
    from briefgen.outline.load import BASE, audience_names

    path = _outline(outline)
    known = (BASE, *audience_names(path))
    for name in options.get("audiences", ()):
        if name not in known:
            _fail(USAGE, f"no audience '{name}' (there are: {', '.join(known)})")
    return Request(path, **options)


_OUTLINE = click.argument("outline", required=False, type=click.Path(path_type=Path))
_AUDIENCE = click.option(
    "-a", "--audience", "audiences", multiple=True, metavar="NAME",
    help="Only this audience (may be given again); 'base' is the outline itself.",
)  # fmt: skip
_STRICT = click.option("--strict", is_flag=True, help="Warnings count as errors.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@briefgen.command("build")
@_OUTLINE
@_AUDIENCE
@click.option(
    "-f", "--format", "formats", multiple=True, help="What to make (default: deck and brief).",
    type=click.Choice(["deck", "brief", "handout", "png"]),
)  # fmt: skip
@click.option("--theme", default="", metavar="NAME", help="Use this theme for everything.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="Where to write (default: out/ in the project).",
)  # fmt: skip
@_STRICT
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes at once.")
@click.option(
    "--paper", type=click.Choice(["a4", "letter", "a3"]), default=None,
    help="The sheet of prints (default: the outline's page, else a4; a3 is folded).",
)  # fmt: skip
@click.option("--landscape", is_flag=True, help="Lay the printed brief across.")
@click.option("--press", is_flag=True, help="The brief for a press: CMYK, bleed, crop marks.")
@click.option(
    "--handout", type=click.Choice(["slides", "2", "3", "4", "6", "notes"]), default=None,
    help="Make the handout with so many slides on a sheet, or the speaker's pages.",
)  # fmt: skip
@click.option("--attach", is_flag=True, help="Attach content and ledger to PDF files.")
@click.option("--summary", is_flag=True, help="End with a table (on a terminal it always is).")
@_JSON
def build_command(
    outline: Path | None,
    audiences: tuple[str, ...],
    formats: tuple[str, ...],
    theme: str,
    out: Path | None,
    strict: bool,
    jobs: int | None,
    paper: str | None,
    landscape: bool,
    press: bool,
    handout: str | None,
    attach: bool,
    summary: bool,
    as_json: bool,
) -> None:
    """Make the deck and the printed brief, for every audience."""
    from briefgen.build import Printing, build

    wanted = formats or ("deck", "brief")
    request = _request(
        outline,
        audiences=audiences,
        formats=tuple(dict.fromkeys((*wanted, "handout") if handout else wanted)),
        theme=theme,
        out=out,
        strict=strict,
        jobs=jobs or 0,
        printing=Printing(
            paper or "", "landscape" if landscape else "", handout or "", press, attach
        ),
    )
    try:
        report = _watched(build, request) if sys.stderr.isatty() else build(request)
    except ContentError as problem:
        _stopped(problem.problems, as_json, strict)
    if as_json:
        _print_json(
            {
                "files": [str(path) for path in report.written],
                "seconds": round(report.seconds, 3),
                "problems": _as_dicts(report.problems),
            }
        )
        return
    _print_problems(report.problems)
    for path in report.written:
        click.echo(_relative(path))
    if summary or sys.stderr.isatty():
        _summarise(report)
    click.echo(f"{len(report.written)} files in {report.seconds:.2f} s", err=True)


def _summarise(report: Report) -> None:
    """A line for each audience: slides, pages, problems, size, seconds."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for name in ("audience", "slides", "pages", "problems", "KB", "seconds"):
        table.add_column(name, justify="left" if name == "audience" else "right")
    for name in dict.fromkeys(one.audience for one in report.made):
        made = [one for one in report.made if one.audience == name]
        counts = {one.format: str(one.pages) for one in made}
        table.add_row(
            name,
            counts.get("deck") or counts.get("png") or "",
            counts.get("brief", ""),
            str(sum(p.severity != "note" for one in made for p in one.problems)),
            f"{sum(len(data) for one in made for data in one.files.values()) / 1000:.0f}",
            f"{sum(one.seconds for one in made):.2f}",
        )
    Console(stderr=True).print(table)


def _watched(build: Any, request: Request) -> Report:
    """The build, with a line on the terminal that says what it is doing, gone when it is done."""

    def told(step: str) -> None:
        click.echo(f"\r\033[K{step} …" if step else "\r\033[K", nl=False, err=True)

    try:
        report: Report = build(request, told)
    finally:
        told("")
    return report


@briefgen.command("check")
@_OUTLINE
@_AUDIENCE
@_STRICT
@_JSON
def check_command(
    outline: Path | None, audiences: tuple[str, ...], strict: bool, as_json: bool
) -> None:
    """Say what is wrong with the content, and where; write nothing."""
    from briefgen.build import check

    problems = check(_request(outline, audiences=audiences, strict=strict))
    failed = problems.fatal or (strict and any(p.severity == "warning" for p in problems))
    if as_json:
        _print_json({"problems": _as_dicts(problems)})
    else:
        _print_problems(problems, notes=("copyfit",))
        click.echo(_count(problems), err=True)
    sys.exit(CONTENT if failed else DONE)


@briefgen.command("trace")
@click.argument("outline", required=False)
@click.argument("figure", required=False)
@click.option(
    "-a", "--audience", metavar="NAME",
    help="Only this audience; 'base' is the outline itself (default: the base, and all files).",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv", "html"]),
    help="How to tell it (default: by the ending of FILE, else table).",
)  # fmt: skip
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write it to this file.",
)  # fmt: skip
def trace_command(
    outline: str | None,
    figure: str | None,
    audience: str | None,
    form: str | None,
    out: Path | None,
) -> None:
    """Say where every number comes from: value, sentence, place in the source, where shown.

    With the id of a FIGURE, all that is known of that one: `briefgen trace gdp-2023`.
    """
    if outline and figure is None and not _is_path(outline):
        outline, figure = None, outline
    from briefgen.trace import trace
    from briefgen.trace_forms import tell
    from briefgen.trace_text import similar

    request = _request(
        Path(outline) if outline else None, audiences=(audience,) if audience else ()
    )
    try:
        trail = trace(request)
    except ContentError as problem:
        _stopped(problem.problems, False, False)
    if figure is not None and figure not in trail.entries:
        _fail(USAGE, _plain(f"there is no figure “{figure}” {similar(trail, figure)}"))
    if form is None:
        ending = out.suffix.lstrip(".") if out else ""
        form = ending if ending in ("json", "csv", "html") else "table"
    told = tell(trail, figure, form)
    if out is None:
        # Bytes go out as they are; text loses its emphasis where there is no terminal.
        click.echo(told if form == "table" else told.encode(), nl=False)
        return
    from briefgen.files import write_all

    write_all({out: click.unstyle(told).encode()})
    click.echo(_relative(out))


def _is_path(argument: str) -> bool:
    """Whether an argument names a file or folder, be it there or not, and no figure."""
    return Path(argument).exists() or bool(re.search(r"[/\\]|\.ya?ml$", argument))


@briefgen.command("diff")
@click.argument("old", default="HEAD")
@click.argument("new", required=False)
@click.option(
    "--outline", type=click.Path(path_type=Path), metavar="PATH",
    help="The outline to compare, where revisions are given.",
)  # fmt: skip
@_JSON
def diff_command(old: str, new: str | None, outline: Path | None, as_json: bool) -> None:
    """Say which figures differ between two outlines, or since a git revision, and where shown.

    OLD and NEW are outlines (files or folders) or git revisions. NEW is the outline as it is on
    disk where it is left out; OLD is the last commit.
    """
    from briefgen.diff import NoRevisionError, as_dict, as_text, compare, opened

    try:
        with opened(old, _side(old, outline)) as before, opened(new, _side(new, outline)) as after:
            result = compare(before, after)
    except NoRevisionError as problem:
        _fail(USAGE, _plain(str(problem)))
    except ContentError as problem:
        _print_problems(problem.problems)
        click.echo("the figures cannot be compared until this is mended", err=True)
        sys.exit(CONTENT)
    if as_json:
        _print_json(as_dict(result))
    else:
        click.echo(as_text(result))


def _side(given: str | None, outline: Path | None) -> Path:
    """The outline of one side of a comparison: a path that is there, or that of a revision."""
    return _outline(Path(given) if given and Path(given).exists() else outline)


@briefgen.command("figures")
@_OUTLINE
@click.option("--source", default="", metavar="ID", help="Only this source.")
@click.option("--missing", is_flag=True, help="Only the numbers that no figure covers.")
@click.option("--yaml", "as_yaml", is_flag=True, help="Print ledger entries for the missing ones.")
@_JSON
def figures_command(
    outline: Path | None, source: str, missing: bool, as_yaml: bool, as_json: bool
) -> None:
    """List the numbers that the sources state, and which figures of the ledger cover them."""
    from briefgen.figures import as_entries, as_table, figures, rows_of

    try:
        found = figures(_outline(outline))
    except ContentError as problem:
        _stopped(problem.problems, as_json, False)
    if source and source not in found.sources:
        _fail(USAGE, f"no source '{source}' (there are: {', '.join(found.sources)})")
    wanted = found.of(source, missing or as_yaml)
    _print_problems(found.problems)
    if as_json:
        _print_json(rows_of(wanted))
    elif as_yaml:
        click.echo(as_entries(found, wanted), nl=False)
    elif wanted:
        from rich.console import Console

        Console().print(as_table(wanted))
    if not as_json:
        without = sum(number.missing for number in found.of(source))
        click.echo(f"{len(found.of(source))} numbers, {without} not in the ledger", err=True)


@briefgen.command("audiences")
@_OUTLINE
@_AUDIENCE
@_JSON
def audiences_command(outline: Path | None, audiences: tuple[str, ...], as_json: bool) -> None:
    """Show which slide, topic and figure goes to whom."""
    from briefgen.audiences import as_dict, as_table
    from briefgen.audiences import audiences as matrix_of

    try:
        matrix = matrix_of(_request(outline, audiences=audiences))
    except ContentError as problem:
        _stopped(problem.problems, as_json, False)
    if as_json:
        _print_json(as_dict(matrix))
        return
    from rich.console import Console

    Console(width=None if sys.stdout.isatty() else 160).print(as_table(matrix))


@briefgen.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def new_command(folder: Path) -> None:
    """Make a project folder with the reference outline, to be edited."""
    from briefgen.new import new

    made = new(folder)
    click.echo(f"{folder}: {len(made)} files")
    click.echo(f"Next: cd {folder} && briefgen build", err=True)


@briefgen.command("schema")
def schema_command() -> None:
    """Print the outline's JSON Schema, for editors that complete and check YAML."""
    from briefgen.kinds import kinds
    from briefgen.outline.schema import json_schema

    _print_json(json_schema(kinds()))


@briefgen.command("kinds")
@click.option(
    "--gallery", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="Write a deck of every kind in each theme, and a sheet of all their pages, into DIR.",
)  # fmt: skip
@_JSON
def kinds_command(gallery: Path | None, as_json: bool) -> None:
    """List the slide kinds and their fields."""
    from briefgen.kinds import kinds
    from briefgen.outline.convert import fields_of

    if gallery is not None:
        from briefgen.gallery import gallery as make

        for path in make(gallery):
            click.echo(_relative(path))
        return
    if as_json:
        _print_json(
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


@briefgen.command("themes")
def themes_command() -> None:
    """List the themes."""
    from briefgen.theme.load import theme_names

    for name, title in theme_names().items():
        click.echo(f"{name:<14} {title}")


def _as_dicts(problems: Iterable[Problem]) -> list[dict[str, object]]:
    return [
        {
            "file": p.mark.file,
            "line": p.mark.line,
            "column": p.mark.column,
            "severity": p.severity,
            "code": p.code,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]


def _count(problems: Problems) -> str:
    tally = {name: sum(p.severity == name for p in problems) for name in ("error", "warning")}
    said = [f"{n} {name}{'' if n == 1 else 's'}" for name, n in tally.items() if n]
    return ", ".join(said) or "no problems"


def _print_problems(problems: Problems, notes: Sequence[str] = ()) -> None:
    """Print errors and warnings, and of the notes those with these codes."""
    for problem in problems:
        if problem.severity != "note" or problem.code in notes:
            click.echo(_plain(str(problem)), err=True)


def _plain(text: str) -> str:
    """Text that is safe on a terminal: no control or direction characters of the input."""
    return "".join(c if c.isprintable() or c == " " else f"\\u{ord(c):04x}" for c in text)


def _stopped(problems: Problems, as_json: bool, strict: bool) -> NoReturn:
    if as_json:
        _print_json({"files": [], "seconds": 0, "problems": _as_dicts(problems)})
    else:
        _print_problems(problems)
        click.echo(f"{_count(problems)}; nothing was written", err=True)
    sys.exit(CONTENT)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _relative(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)


def _fail(code: int, message: str) -> NoReturn:
    click.echo(f"briefgen: {message}", err=True)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; exits 0 done, 1 content, 2 usage, 3 machine."""
    try:
        briefgen.main(args=list(arguments) if arguments is not None else None, prog_name="briefgen")
    except MachineError as problem:
        _fail(MACHINE, str(problem))
    except BrokenPipeError:
        sys.exit(MACHINE)


if __name__ == "__main__":
    main()
