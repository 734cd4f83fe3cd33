"""Turn a function into a process of its own that does it, where none can be forked.

The process is a new interpreter that finds modules where this one does. Its first message is the
function; then it takes jobs as a forked worker does (`parallel.py`).
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

from briefgen.machine.parallel import Job, Result, Worker, serve

_RUN = "from briefgen.machine.spawning import spawned; spawned()"


def spawn(work: Callable[[Job], Result]) -> Worker:
    """Start an interpreter that does `work`, which can be pickled. Raises OSError where the system
    has no more processes, and where the function cannot be sent there."""
    try:
        function = pickle.dumps(work)
    except (pickle.PicklingError, AttributeError, TypeError) as problem:
        raise OSError(str(problem)) from problem
    paths = os.pathsep.join(filter(None, map(os.path.abspath, sys.path)))
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert process.stdin
    assert process.stdout
    with suppress(BrokenPipeError):
        process.stdin.write(len(function).to_bytes(8, "little") + function)
        process.stdin.flush()
    return Worker(process.pid, process.stdin.fileno(), process.stdout.fileno(), process)


def spawned() -> None:
    """What a spawned worker does: it keeps its pipes for messages alone, and takes jobs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders, answer = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(2, 1)
    if sys.platform == "win32":
        import msvcrt

        for pipe in (orders, answer):
            msvcrt.setmode(pipe, os.O_BINARY)
    size = int.from_bytes(_some(orders, 8), "little")
    serve(pickle.loads(_some(orders, size)), orders, answer)


def _some(pipe: int, size: int) -> bytes:
    data = b""
    while len(data) < size and (part := os.read(pipe, size - len(data))):
        data += part
    return data
