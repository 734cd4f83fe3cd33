"""Jobs on several processes give what they give on one."""

from __future__ import annotations

import os
import signal

import pytest

from briefgen.machine.parallel import Workers
from briefgen.problems import MachineError


def _square(n: int) -> int:
    if n < 0:
        raise MachineError.of("machine-refuses", why=f"job {n} failed")
    return n * n


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_results_keep_their_order(count: int) -> None:
    with Workers(_square, count) as workers:
        assert workers.run(list(range(7))) == [n * n for n in range(7)]


@pytest.mark.slow
@pytest.mark.parametrize("bad", range(3))
def test_a_failure_is_raised_here(bad: int) -> None:
    jobs = [-7 if n == bad else n for n in range(3)]
    with Workers(_square, 3) as workers, pytest.raises(MachineError, match="job -7 failed"):
        workers.run(jobs)


@pytest.mark.slow
def test_large_jobs_and_results_pass_through() -> None:
    def doubled(data: bytes) -> bytes:
        return data + data

    jobs = [bytes([n]) * 3_000_000 for n in range(5)]
    with Workers(doubled, 3) as workers:
        assert workers.run(jobs) == [job + job for job in jobs]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_killed_worker_is_told() -> None:
    parent = os.getpid()

    def die(_: int) -> int:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    with Workers(die, 2) as workers, pytest.raises(MachineError, match="killed"):
        workers.run([1, 2])


@pytest.mark.slow
def test_workers_without_work_end() -> None:
    with Workers(_square, 4) as workers:
        assert workers.run([3]) == [9]
    with Workers(_square, 4):
        pass
