"""Turn `briefgen` and `python -m briefgen` into the command line."""

from __future__ import annotations

import os
import signal


def main() -> None:
    """The command line; Ctrl+C ends it at once as long as its modules are still being loaded."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: os._exit(128 + signal.SIGINT))
    from briefgen import patterns
    from briefgen.machine import garbage

    garbage.seldom()
    with patterns.kept_too():
        from briefgen.cli import main as run

    run()


if __name__ == "__main__":
    main()
