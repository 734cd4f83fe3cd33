"""The commands that live on, or take back: preview, undo."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import OUTLINE, outline_of, request_for
from briefgen.cli.say import said, tongue
from briefgen.problems import MachineError

# How editors are called that know an address of their own.
EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "none": "",
}


@briefgen.command("preview")
@OUTLINE
@click.option(
    "-a", "--audience", default="", metavar="NAME", help="The audience shown first (default: base)."
)
@click.option("--theme", default="", metavar="NAME", help="The theme shown first.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="The port (default: one that is free).",
)
@click.option(
    "--editor",
    default="vscode",
    envvar="BRIEFGEN_EDITOR",
    metavar="NAME",
    help=f"What opens a place: {', '.join(EDITORS)}, or an address with "
    "{path}, {line}, {column} (default: BRIEFGEN_EDITOR, else vscode).",
)
@click.option("--no-open", is_flag=True, help="Do not open the page in the browser.")
def preview_command(
    outline: Path | None, audience: str, theme: str, port: int, editor: str, no_open: bool
) -> None:
    """Show the deck and the page while the outline is written.

    A page in the browser shows every change as it is saved; titles, points and notes can be edited
    on it. It is served to this machine alone, until Ctrl+C.
    """
    from briefgen.machine.reasons import reason

    spoken = tongue()
    request = request_for(outline, audiences=(audience,) if audience else (), theme=theme)

    def ready(address: str) -> None:
        click.echo(address)
        click.echo(said("preview-on", path=str(request.outline)), err=True)
        if not no_open:
            import webbrowser

            webbrowser.open(f"{address}?lang={spoken}")

    import asyncio
    from contextlib import suppress

    from briefgen.preview.server import run
    from briefgen.preview.session import View
    from briefgen.preview.talk import Editor

    view = View(audience or "base", theme)
    served = run(request.outline, view, Editor(EDITORS.get(editor, editor)), port, ready)
    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(served)
    except OSError as problem:
        raise MachineError.of("no-free-port", port=port, why=reason(problem)) from problem


@briefgen.command("undo")
@OUTLINE
def undo_command(outline: Path | None) -> None:
    """Take back the last edit that was written into a file of the project."""
    from briefgen.machine.rewrite import undo
    from briefgen.outline.folder import project_root

    done = undo(project_root(outline_of(outline)))
    click.echo(done.file)
    click.echo(said("undone", file=done.file), err=True)
