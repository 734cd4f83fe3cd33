"""Turn a stream of jobs into their results through somebody's executor: processes, or a cluster.

Any `concurrent.futures.Executor` does, Dask's (`Client.get_executor()`) among them. The function
and the jobs must pickle where it runs them in other processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Generic

from briefgen.machine.parallel import Job, Result
from briefgen.machine.reasons import as_said
from briefgen.problems import MachineError


class Executed(Generic[Job, Result]):
    """An executor that does `work`, with so many jobs on their way at once."""

    def __init__(self, executor: Executor, work: Callable[[Job], Result], ahead: int) -> None:
        self._executor, self._work, self._ahead = executor, work, ahead

    def each(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Result | Exception]]:
        """Each job with its result or what it raised, as they are done (as `Workers.each`)."""
        source = iter(jobs)
        under_way: dict[Future[Any], Job] = {}
        try:
            while True:
                while len(under_way) < self._ahead and (one := next(source, None)) is not None:
                    under_way[self._executor.submit(self._work, one)] = one
                if not under_way:
                    return
                for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                    yield under_way.pop(future), _outcome(future)
        finally:
            for future in under_way:
                future.cancel()


def _outcome(future: Future[Any]) -> Any:
    problem = future.exception()
    if problem is None:
        return future.result()
    if isinstance(problem, MachineError | OSError | MemoryError):
        return problem
    # A worker that ended is told in each executor's own way: BrokenProcessPool, KilledWorker.
    killed = MachineError.of("worker-killed")
    killed.add_note(f"{type(problem).__name__}: {problem}")
    return killed


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The executor of a Dask cluster, whose scheduler is at this address. Raises MachineError."""
    try:
        made: Any = import_module("distributed").Client
    except ImportError as problem:
        raise MachineError.of("no-dask") from problem
    try:
        client = made(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as problem:
        said = as_said(str(problem).partition("\n")[0], 160)
        raise MachineError.of("no-cluster", address=address, why=said) from problem
    with client:
        yield client.get_executor()


# So many seconds a scheduler may take to answer.
_PATIENCE = 10
