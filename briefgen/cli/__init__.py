"""Turn a command line into a build, a check, a trace: the only room that prints and exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from briefgen.cli import net
from briefgen.cli.group import briefgen
from briefgen.cli.say import CONTENT, DONE, MACHINE, USAGE, Run

__all__ = ["CONTENT", "DONE", "MACHINE", "USAGE", "briefgen", "main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line, that of the process where none is given.

    Exits 0 done, 1 content, 2 usage, 3 machine or fault, 128 + the number of a signal.
    """
    state = Run(debug=os.environ.get("BRIEFGEN_DEBUG", "0") not in ("", "0"))
    if arguments is not None:
        sys.exit(net.run(briefgen, arguments, state))
    net.own_process(state)
    code = net.run(briefgen, None, state)
    net.leave(state.ended or code)
