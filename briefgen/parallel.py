"""Turn independent jobs into their results, on as many cores as there are.

Workers are forked, so they share what is loaded and cost a few milliseconds; `concurrent.futures`
takes 30 ms to import and a fresh interpreter for each worker where it spawns. Where the system
cannot fork, the jobs run one after another.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from typing import TypeVar

from briefgen.problems import MachineError

Result = TypeVar("Result")


def run(jobs: Sequence[Callable[[], Result]], workers: int) -> list[Result]:
    """The results of `jobs` in their order, made by up to `workers` processes.

    The last share of the jobs runs in this process. An exception of a job is raised here; a
    worker that dies without a word is a MachineError.
    """
    workers = min(workers, len(jobs))
    if workers < 2 or not hasattr(os, "fork"):
        return [job() for job in jobs]
    shares = [range(start, len(jobs), workers) for start in range(workers)]
    pipes = [_start([jobs[i] for i in share]) for share in shares[:-1]]
    results: dict[int, Result] = {}
    failure: BaseException | None = None
    try:
        results.update(zip(shares[-1], [jobs[i]() for i in shares[-1]], strict=True))
    except BaseException as problem:  # the workers are awaited before it goes on its way
        failure = problem
    for share, (pid, pipe) in zip(shares, pipes, strict=False):
        with os.fdopen(pipe, "rb") as stream:
            data = stream.read()
        os.waitpid(pid, 0)
        if failure:
            continue
        if not data:
            failure = MachineError("a worker process was killed; try again with --jobs 1")
            continue
        done, value = pickle.loads(data)
        if done:
            results.update(zip(share, value, strict=True))
        else:
            failure = value
    if failure:
        raise failure
    return [results[i] for i in range(len(jobs))]


def _start(jobs: Sequence[Callable[[], Result]]) -> tuple[int, int]:
    """Fork a worker for `jobs`: its process id, and where its pickled answer comes out."""
    answer, out = os.pipe()
    pid = os.fork()
    if pid:
        os.close(out)
        return pid, answer
    try:
        os.close(answer)
        try:
            reply: tuple[bool, object] = (True, [job() for job in jobs])
        except Exception as problem:
            reply = (False, problem)
        with os.fdopen(out, "wb") as stream:
            pickle.dump(reply, stream, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)
