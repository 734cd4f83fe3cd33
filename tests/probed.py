"""Turn a run of the tests into which of them meet which fault: for tests/mutants.py.

In place of each fault stands a call of `met` or `compared` with its number. It gives what the code
gives without the fault, and writes down the test that is under way where the fault would give
something else; so does a process that a test starts. As a plug-in of pytest (`-p tests.probed`) it
also writes how long each test took, and which failed. It imports nothing of briefgen, whose modules
it stands in.
"""

from __future__ import annotations

import operator
import os
from collections.abc import Callable
from typing import Any

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le,
    ">": operator.gt, ">=": operator.ge, "is": operator.is_, "is not": operator.is_not,
    "in": lambda one, other: one in other, "not in": lambda one, other: one not in other,
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod,
}  # fmt: skip
# What is met while modules are imported; every test may be one that it changes.
IMPORT = "import"
_told: set[tuple[int, str]] = set()


def _write(kind: str, *parts: object) -> None:
    if folder := os.environ.get("BRIEFGEN_PROBED"):
        line = "\t".join(map(str, parts)) + "\n"
        with open(os.path.join(folder, kind), "a", encoding="utf-8") as file:
            file.write(line)


def _under_way() -> str:
    return os.environ.get("PYTEST_CURRENT_TEST", IMPORT).rpartition(" (")[0] or IMPORT


def met(number: int, value: Any, unless: Any = ...) -> Any:
    """The value; its fault gives another always, or but for one value."""
    if value is not unless:
        key = (number, _under_way())
        if key not in _told:
            _told.add(key)
            _write("met", *key)
    return value


def compared(number: int, one: Any, old: str, new: str, other: Any) -> Any:
    """What the operator that is written gives, of operands that are evaluated once."""
    value = OPERATORS[old](one, other)
    key = (number, _under_way())
    if key not in _told:
        try:
            alike = OPERATORS[new](one, other)
            differs = type(alike) is not type(value) or bool(alike != value)
        except Exception:  # so would the fault have failed
            differs = True
        if differs:
            _told.add(key)
            _write("met", *key)
    return value


def pytest_runtest_logreport(report: Any) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:  # not once more where they are gathered
        _write("took", report.nodeid, report.duration)
        if report.failed:
            _write("failed", report.nodeid)
