"""Turn jobs into their results, on as many cores as there are.

Workers are forked before their jobs are known, and get ready (import what they will need) while
this process still prepares the jobs. A fork shares what is loaded and costs a few milliseconds;
`concurrent.futures` takes 30 ms to import, and a fresh interpreter for each worker where it
spawns. Where the system cannot fork, the jobs run one after another.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from briefgen.problems import MachineError

Job = TypeVar("Job")
Result = TypeVar("Result")


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
        spare = count - 1 if hasattr(os, "fork") else 0
        self._others = [_start(work, ready) for _ in range(spare)]

    def __enter__(self) -> Workers[Job, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for pid, into, out in self._others:
            _write(into, b"")  # no jobs, for one that still waits for some
            os.close(into)
            os.close(out)
            os.waitpid(pid, 0)
        self._others = []

    def run(self, jobs: Sequence[Job]) -> list[Result]:
        """The results of `jobs`, which can be pickled, in their order.

        An exception of a job is raised here; a worker that dies without a word is a MachineError.
        """
        count = max(1, min(len(self._others) + 1, len(jobs)))
        shares = [range(start, len(jobs), count) for start in range(count)]
        busy = self._others[: count - 1]
        for (_, into, _), share in zip(busy, shares, strict=False):
            _write(into, pickle.dumps([jobs[i] for i in share], pickle.HIGHEST_PROTOCOL))
        results: dict[int, Result] = {}
        failure: BaseException | None = None
        try:
            results.update((i, self._work(jobs[i])) for i in shares[-1])
        except BaseException as problem:  # the workers are heard before it goes on its way
            failure = problem
        for (_, _, out), share in zip(busy, shares, strict=False):
            data = _read(out)
            if failure:
                continue
            if not data:
                failure = MachineError.of("worker-killed")
                continue
            done, value = pickle.loads(data)
            if done:
                results.update(zip(share, value, strict=True))
            else:
                failure = value
        if failure:
            raise failure
        return [results[i] for i in range(len(jobs))]


def _start(work: Callable[[Job], Result], ready: Callable[[], object]) -> tuple[int, int, int]:
    """Fork a worker: its process id, where its jobs go in, and where its answer comes out."""
    orders, into = os.pipe()
    out, answer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(orders)
        os.close(answer)
        return pid, into, out
    try:
        os.close(into)
        os.close(out)
        ready()
        data = _read(orders)
        if data:
            try:
                reply: tuple[bool, object] = (True, [work(job) for job in pickle.loads(data)])
            except Exception as problem:
                reply = (False, problem)
            _write(answer, pickle.dumps(reply, pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)


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
