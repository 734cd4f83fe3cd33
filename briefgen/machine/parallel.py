"""Turn jobs into their results, on as many cores as there are.

Workers are forked before their jobs are known, and get ready (import what they will need) while
this process still prepares the jobs. A fork shares what is loaded and costs a few milliseconds;
`concurrent.futures` takes 30 ms to import, and a fresh interpreter for each worker where it
spawns. Where the system cannot fork, the jobs run one after another.
"""

from __future__ import annotations

import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from typing import Generic, NoReturn, TypeVar

from briefgen import patterns
from briefgen.problems import MachineError

Job = TypeVar("Job")
Result = TypeVar("Result")

# What asks a process to end, where the system knows it.
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Workers(Generic[Job, Result]):
    """Processes that do `work`: `count` of them, this one included.

    Each of the others calls `ready` at once, then waits for its share of the jobs. To be used in
    a `with` statement; `run` may be called once.
    """

    def __init__(
        self,
        work: Callable[[Job], Result],
        count: int,
        ready: Callable[[], object] = lambda: None,
    ) -> None:
        self._work = work
        self._others: list[tuple[int, int, int]] = []
        for _ in range(count - 1 if hasattr(os, "fork") else 0):
            try:
                self._others.append(_start(work, ready))
            except OSError:
                break  # the system has no more processes or pipes; those there are do all jobs

    def __enter__(self) -> Workers[Job, Result]:
        return self

    def __exit__(self, failure: object, *_: object) -> None:
        for pid, into, out in self._others:
            if failure:
                os.kill(pid, signal.SIGKILL)  # it has nothing to clean up, and nobody hears it
            else:
                _write(into, b"")  # no jobs, for one that still waits for some
            os.close(into)
            os.close(out)
        for other in self._others:
            os.waitpid(other[0], 0)
        self._others = []

    def run(self, jobs: Sequence[Job]) -> list[Result]:
        """The results of `jobs`, which can be pickled, in their order.

        An exception of a job is raised here, with the worker's traceback as a note; a worker that
        dies without a word is a MachineError.
        """
        count = max(1, min(len(self._others) + 1, len(jobs)))
        shares = [range(start, len(jobs), count) for start in range(count)]
        busy = self._others[: count - 1]
        for (_, into, _), share in zip(busy, shares, strict=False):
            _write(into, pickle.dumps([jobs[i] for i in share], pickle.HIGHEST_PROTOCOL))
        results: dict[int, Result] = {}
        results.update((i, self._work(jobs[i])) for i in shares[-1])
        for (_, _, out), share in zip(busy, shares, strict=False):
            data = _read(out)
            if not data:
                raise MachineError.of("worker-killed")
            done, value = pickle.loads(data)
            if not done:
                raise value
            results.update(zip(share, value, strict=True))
        return [results[i] for i in range(len(jobs))]


def _start(work: Callable[[Job], Result], ready: Callable[[], object]) -> tuple[int, int, int]:
    """Fork a worker: its process id, where its jobs go in, and where its answer comes out.

    Raises OSError where the system has no more processes or pipes.
    """
    with ExitStack() as opened:
        ends: list[int] = []
        for _ in range(2):
            ends += os.pipe()
            for end in ends[-2:]:
                opened.callback(os.close, end)
        # An interruption of the worker before its `try` would go this process's way out twice.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, *_ENDING))
        try:
            pid = os.fork()
            if not pid:
                _serve(work, ready, ends, mask)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        opened.pop_all()
    orders, into, out, answer = ends
    os.close(orders)
    os.close(answer)
    return pid, into, out


def _serve(
    work: Callable[[Job], Result],
    ready: Callable[[], object],
    ends: Sequence[int],
    mask: Iterable[int],
) -> NoReturn:
    """What a worker does: get ready, take its jobs, answer, end."""
    try:
        orders, into, out, answer = ends
        # Ctrl+C goes to every process of a terminal; it is for the first to end the others.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for number in _ENDING:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.close(into)
        os.close(out)
        ready()
        data = _read(orders)
        if data:
            _write(answer, _answer(work, data))
            patterns.keep()
    finally:
        os._exit(0)


def _answer(work: Callable[[Job], Result], data: bytes) -> bytes:
    """The results of pickled jobs, or the exception of one, pickled."""
    try:
        results = [work(job) for job in pickle.loads(data)]
        return pickle.dumps((True, results), pickle.HIGHEST_PROTOCOL)
    except Exception as problem:
        problem.add_note("in a worker process:\n" + traceback.format_exc())
        with suppress(Exception):
            pickled = pickle.dumps((False, problem), pickle.HIGHEST_PROTOCOL)
            pickle.loads(pickled)  # not every exception can be made again of its arguments
            return pickled
        told = RuntimeError(f"{type(problem).__name__}: {problem}")
        told.__notes__ = problem.__notes__
        return pickle.dumps((False, told), pickle.HIGHEST_PROTOCOL)


# A message is its length in eight bytes, then itself: a later worker inherits the ends of earlier
# pipes, so that their closing could not tell where a message ends.
def _write(pipe: int, data: bytes) -> None:
    """Write a whole message; nothing where the reader is gone."""
    left = memoryview(len(data).to_bytes(8, "little") + data)
    try:
        while left:
            left = left[os.write(pipe, left) :]
    except BrokenPipeError:
        return


def _read(pipe: int) -> bytes:
    """Read a whole message; nothing where the writer is gone."""
    size = _exactly(pipe, 8)
    return _exactly(pipe, int.from_bytes(size, "little")) if len(size) == 8 else b""


def _exactly(pipe: int, size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        part = os.read(pipe, min(size, 1 << 20))
        if not part:
            return b""
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
