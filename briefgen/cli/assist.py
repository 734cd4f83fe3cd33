"""Turn `mcp` and `skill` into what assistants work with."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.group import briefgen
from briefgen.cli.options import OVERWRITE
from briefgen.cli.say import print_files
from briefgen.problems import MachineError


@briefgen.command("mcp")
@click.argument(
    "folder",
    required=False,
    default=Path(),
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
def mcp_command(folder: Path) -> None:
    """Serve a project's tools to an assistant (Model Context Protocol, on standard streams).

    FOLDER is the project's, the current one if left out; nothing outside of it is read or written.
    Needs the extra: pip install 'briefgen[mcp]'.
    """
    from importlib.util import find_spec

    if find_spec("mcp") is None:
        raise MachineError.of("no-mcp")
    from briefgen.tools.server import serve

    serve(folder)


@briefgen.command("skill")
@click.option(
    "--install",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write it as DIR/briefgen/SKILL.md, such as ~/.claude/skills (default: print it).",
)
@OVERWRITE
def skill_command(install: Path | None, overwrite: bool) -> None:
    """Say to an assistant how briefgen is used: a SKILL.md."""
    from briefgen.machine.assets import shipped

    data = (shipped("assets") / "skill" / "SKILL.md").read_bytes()
    if install is None:
        click.echo(data.decode(), nl=False)
        return
    from briefgen.machine.guard import put

    print_files(put({install / "briefgen" / "SKILL.md": data}, root=install, overwrite=overwrite))
