"""Jobs on several processes give what they give on one."""

import os
import signal
from functools import partial

import pytest

from briefgen.parallel import run
from briefgen.problems import MachineError


def _square(n: int) -> int:
    return n * n


def _fail(n: int) -> int:
    raise MachineError(f"job {n} failed")


def _die(parent: int) -> int:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0


@pytest.mark.parametrize("workers", [1, 2, 3, 16])
def test_results_keep_their_order(workers: int) -> None:
    assert run([partial(_square, n) for n in range(7)], workers) == [n * n for n in range(7)]


@pytest.mark.parametrize("bad", range(3))
def test_a_failure_is_raised_here(bad: int) -> None:
    jobs = [partial(_fail if n == bad else _square, n) for n in range(3)]
    with pytest.raises(MachineError, match=f"job {bad} failed"):
        run(jobs, 3)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_killed_worker_is_told() -> None:
    with pytest.raises(MachineError, match="killed"):
        run([partial(_die, os.getpid())] * 2, 2)
