"""Turn jobs into their results, on as many processes as are wanted.

Workers are started before their jobs are known, and get ready (import what they will need) while
this process still prepares the jobs. Where the system forks, a worker shares what is loaded and
costs a few milliseconds; `concurrent.futures` takes 30 ms to import. Where it does not, or where
`BRIEFGEN_START=spawn` asks for it, each is an interpreter of its own. A build knows all its jobs
(`run`), a merge has a stream of them (`each`); through an executor of somebody else, on this
machine or a cluster, jobs go by `executing.py`, in the same shape.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from typing import Any, Generic, Literal, NamedTuple, NoReturn, TypeAlias, TypeVar

from briefgen import patterns
from briefgen.problems import MachineError

Job = TypeVar("Job")
Result = TypeVar("Result")
Start: TypeAlias = Literal["fork", "spawn"]

# What asks a process to end, where the system knows it.
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
# So often a job is given to a worker, where it ends one that has it.
_TRIES = 2


class Worker(NamedTuple):
    """A process: its id, where jobs go in and answers come out, what it was spawned as."""

    pid: int
    into: int
    out: int
    process: Any = None


def start_method() -> Start:
    """How workers are started here."""
    asked = os.environ.get("BRIEFGEN_START", "")
    return "fork" if hasattr(os, "fork") and asked != "spawn" else "spawn"


# More than these gain nothing where a few outputs are made, as mostly.
_MOST_CORES = 8


def cores() -> int:
    """How many processes have a core of their own here, which may be fewer than there are."""
    known = getattr(os, "sched_getaffinity", None)
    return min(len(known(0)) if known else os.cpu_count() or 1, _MOST_CORES)


class Workers(Generic[Job, Result]):
    """Processes that do `work`: `count` of them, this one included.

    Each of the others calls `ready` at once, then waits for jobs. Spawned workers do `elsewhere`
    (`work` where it is not given), which can be pickled; where neither can, this process does all.
    To be used in a `with` statement.
    """

    def __init__(
        self,
        work: Callable[[Job], Result],
        count: int,
        ready: Callable[[], object] = lambda: None,
        elsewhere: Callable[[Job], Result] | None = None,
    ) -> None:
        self._work, self._ready, self._elsewhere = work, ready, elsewhere or work
        self._how = start_method()
        self._others: list[Worker] = []
        for _ in range(count - 1):
            try:
                self._others.append(self._started())
            except OSError:
                break  # the system has no more processes or pipes; those there are do all jobs

    def _started(self) -> Worker:
        if self._how == "fork":
            return _fork(self._work, self._ready)
        from briefgen.machine.spawning import spawn

        return spawn(self._elsewhere)

    def __enter__(self) -> Workers[Job, Result]:
        return self

    def __exit__(self, failure: object, *_: object) -> None:
        for worker in self._others:
            if failure:
                _kill(worker)  # it has nothing to clean up, and nobody hears it
            else:
                _write(worker.into, b"")  # no more jobs
        for worker in self._others:
            _end(worker)
        self._others = []

    def run(self, jobs: Sequence[Job]) -> list[Result]:
        """The results of `jobs`, which can be pickled, in their order; to be called once.

        An exception of a job is raised here, with the worker's traceback as a note; a worker that
        dies without a word is a MachineError.
        """
        count = max(1, min(len(self._others) + 1, len(jobs)))
        shares = [range(start, len(jobs), count) for start in range(count)]
        busy = self._others[: count - 1]
        for worker, share in zip(busy, shares, strict=False):
            _write(worker.into, _packed([jobs[i] for i in share]))
        results: dict[int, Result] = {}
        results.update((i, self._work(jobs[i])) for i in shares[-1])
        for worker, share in zip(busy, shares, strict=False):
            data = _read(worker.out)
            if not data:
                raise MachineError.of("worker-killed")
            results.update(zip(share, _unpacked(data), strict=True))
        return [results[i] for i in range(len(jobs))]

    def each(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Result | Exception]]:
        """Each job with its result or what it raised, as they are done.

        Jobs are taken when a worker is free, and so are as many as there are others (this process
        does them where there are none). A job whose worker is killed goes to another; where that
        is killed too, a MachineError is its result.
        """
        source = iter(jobs)
        if not self._others:
            for job in source:
                yield job, _done(self._work, job)
            return
        busy: dict[int, tuple[Job, int]] = {}
        for at in range(len(self._others)):
            self._give(at, source, busy)
        while busy:
            for at in self._answering(busy):
                job, tries = busy.pop(at)
                data = _read(self._others[at].out)
                if data:
                    self._give(at, source, busy)
                    yield job, _result(data)
                    continue
                _end(self._others[at])
                self._others[at] = self._started()
                if tries < _TRIES:
                    _write(self._others[at].into, _packed([job]))
                    busy[at] = job, tries + 1
                else:
                    self._give(at, source, busy)
                    yield job, MachineError.of("worker-killed")

    def _give(self, at: int, source: Iterator[Job], busy: dict[int, tuple[Job, int]]) -> None:
        """Give a worker the next job, if there is one."""
        for job in source:
            _write(self._others[at].into, _packed([job]))
            busy[at] = job, 1
            return

    def _answering(self, busy: dict[int, tuple[Job, int]]) -> list[int]:
        """The workers that have answered, or died; waits for one."""
        if sys.platform == "win32":  # pipes cannot be waited for together: the longest busy one
            return [next(iter(busy))]
        import select

        outs = {self._others[at].out: at for at in busy}
        return [outs[out] for out in select.select(list(outs), [], [])[0]]


def _fork(work: Callable[[Job], Result], ready: Callable[[], object]) -> Worker:
    """Fork a worker. Raises OSError where the system has no more processes or pipes."""
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
                _forked(work, ready, ends, mask)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        opened.pop_all()
    orders, into, out, answer = ends
    os.close(orders)
    os.close(answer)
    return Worker(pid, into, out)


def _forked(
    work: Callable[[Job], Result],
    ready: Callable[[], object],
    ends: Sequence[int],
    mask: Iterable[int],
) -> NoReturn:
    """What a forked worker does: get ready, take jobs, answer, end."""
    try:
        orders, into, out, answer = ends
        # Ctrl+C goes to every process of a terminal; it is for the first to end the others.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for number in _ENDING:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.close(into)
        os.close(out)
        patterns.forked()
        ready()
        serve(work, orders, answer)
        patterns.keep()
    finally:
        os._exit(0)


def serve(work: Callable[[Job], Result], orders: int, answer: int) -> None:
    """Answer one message of jobs after another, until there are no more."""
    while data := _read(orders):
        _write(answer, _answer(work, data))


def _answer(work: Callable[[Job], Result], data: bytes) -> bytes:
    """The results of pickled jobs, or the exception of one, pickled."""
    try:
        return _packed((True, [work(job) for job in pickle.loads(data)]))
    except Exception as problem:
        problem.add_note("in a worker process:\n" + traceback.format_exc())
        with suppress(Exception):
            pickled = _packed((False, problem))
            pickle.loads(pickled)  # not every exception can be made again of its arguments
            return pickled
        told = RuntimeError(f"{type(problem).__name__}: {problem}")
        told.__notes__ = problem.__notes__
        return _packed((False, told))


def _packed(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _unpacked(data: bytes) -> list[Any]:
    """The results in an answer. Raises the exception in it."""
    done, value = pickle.loads(data)
    if not done:
        raise value
    return list(value)


def _result(data: bytes) -> Any:
    """The result in an answer to one job, or the exception in it."""
    done, value = pickle.loads(data)
    return value[0] if done else value


def _done(work: Callable[[Job], Result], job: Job) -> Result | Exception:
    try:
        return work(job)
    except Exception as problem:
        return problem


def _kill(worker: Worker) -> None:
    if worker.process is not None:
        worker.process.kill()
        return
    with suppress(ProcessLookupError):
        os.kill(worker.pid, signal.SIGKILL)


def _end(worker: Worker) -> None:
    """Close the ends of a worker, and wait until it is gone."""
    if worker.process is not None:
        worker.process.stdin.close()
        worker.process.stdout.close()
        worker.process.wait()
        return
    os.close(worker.into)
    os.close(worker.out)
    os.waitpid(worker.pid, 0)


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
