"""The examples in docstrings give what they say."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# To import all modules, and to look through each for examples, would take all workers a second.
TOLD = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted((ROOT / "briefgen").rglob("*.py"))
    if b">>> " in path.read_bytes()
]


@pytest.mark.parametrize("module", TOLD)
def test_the_examples_of_a_module_hold(module: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = doctest.testmod(import_module(module))
    assert done.failed == 0, capsys.readouterr().out
    assert done.attempted
