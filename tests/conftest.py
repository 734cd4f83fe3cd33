"""Shared by all tests: `--update` rewrites the expected scenes; how Hypothesis draws examples.

Where the environment says `CI`, every property is tried with the same examples on each run. Else
each run draws anew, from a seed that the head of the run names together with how to repeat it.
"""

import gc
import os
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import _lru_cache_wrapper
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Whatever the machine speaks, messages are told in English; processes of tests inherit it.
os.environ["BRIEFGEN_LANG"] = "en"

# What one process has compiled the next need not: many are started, and each would take a second.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Behind a shell's back Ctrl+C is ignored, and by all processes of tests after it; some wait for it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# So is the end of a terminal, by `nohup`.
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

# Thousands of tests, and all that they import, live to the end: to look through them for garbage
# again and again takes a quarter of the time of a run.
gc.set_threshold(200_000, 50, 1000)

# Scripts, and the inputs of tests: nothing to collect.
collect_ignore = ["benchmarks", "cases", "mutants.py", "run.py"]

# An example that takes this long hangs; one that is slow because the machine is busy does not fail.
HANGS = timedelta(seconds=20)
pytest.register_assert_rewrite("prints")
settings.register_profile("local", deadline=HANGS, print_blob=True)
settings.register_profile("ci", deadline=HANGS, print_blob=True, derandomize=True)
PROFILE = "ci" if os.environ.get("CI") else "local"
settings.load_profile(PROFILE)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the expected text dumps")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed here, so that it can be told, and all workers of a run have the same."""
    option = config.option
    if PROFILE == "local" and not option.hypothesis_profile and option.hypothesis_seed is None:
        option.hypothesis_seed = str(random.SystemRandom().randrange(1_000_000))


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """A worker takes over what the other has not come to: the tests of a file stay together, and
    what they share is made once."""
    if config.getoption("numprocesses", None) and config.option.dist == "no":
        config.option.dist = "worksteal"


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a fifth of the time a test waits, for a process of its own, a
    browser or another suite."""
    return (os.cpu_count() or 1) + 1


def pytest_collection(session: pytest.Session) -> None:
    """Every worker imports all files of tests, and compiles those that none has compiled before: a
    third of a second of each is far more than to read it compiled. So each begins at another."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    if session.config.args != session.config.getini("testpaths") or worker == "0":
        return
    count = int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
    names = sorted(path.stem for path in Path(__file__).parent.glob("test_*.py"))
    first = len(names) * int(worker) // count
    for name in names[first:]:
        with suppress(Exception):  # told where it is collected
            import_module(name)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Whole files are no names: one with the time in it has another in each process."""
    return argname if isinstance(val, bytes) and len(val) > 100 else None


def pytest_collection_finish() -> None:
    gc.freeze()
    # What a fork of a process of tests copies is far more than what a small build works out; a test
    # of processes asks for them by number, or builds in a process of its own.
    import briefgen.build

    briefgen.build.cores = lambda: 1


@pytest.fixture(scope="module", autouse=True)
def lean(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a file of tests has remembered goes with it: a large process takes far longer to look
    for garbage, and to fork."""
    yield
    for each in vars(request.module).values():
        if isinstance(each, _lru_cache_wrapper) and each.__module__ == request.module.__name__:
            each.cache_clear()
    gc.collect()
    gc.freeze()


def pytest_report_header(config: pytest.Config) -> str:
    profile, seed = config.option.hypothesis_profile or PROFILE, config.option.hypothesis_seed
    if seed is None:
        return f"hypothesis: profile {profile}; repeat with --hypothesis-profile={profile}"
    return f"hypothesis: profile {profile}; repeat with --hypothesis-seed={seed}"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say it again below a failure: a quiet run has no head."""
    if terminalreporter.stats.get("failed"):
        terminalreporter.write_line(pytest_report_header(terminalreporter.config))


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))
