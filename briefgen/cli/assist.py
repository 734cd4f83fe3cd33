"""Turn `mcp` and `skill` into what assistants work with."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.group import briefgen
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
