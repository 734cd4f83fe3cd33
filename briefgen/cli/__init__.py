"""Turn a command line into a build, a check, a trace: the only room that prints and exits."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from briefgen.cli import ask, make, show
from briefgen.cli.group import briefgen
from briefgen.cli.say import CONTENT, DONE, MACHINE, USAGE, fail
from briefgen.problems import MachineError

__all__ = ["CONTENT", "DONE", "MACHINE", "USAGE", "ask", "briefgen", "main", "make", "show"]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; exits 0 done, 1 content, 2 usage, 3 machine."""
    try:
        briefgen.main(args=list(arguments) if arguments is not None else None, prog_name="briefgen")
    except MachineError as problem:
        fail(MACHINE, str(problem))
    except BrokenPipeError:
        sys.exit(MACHINE)
