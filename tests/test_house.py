"""The house: every module is one room, every function one thought."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest
from rows import every

import briefgen

ROOT = Path(briefgen.__file__).parent
MODULES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.py"))
TOP = {
    "pyproject.toml", "README.md", "LICENSE",
    "seeds", "briefgen", "content", "assets", "tests", "out",
}  # fmt: skip
LINES_OF_A_MODULE, LINES, BRANCHES = 400, 60, 25

Function = ast.FunctionDef | ast.AsyncFunctionDef


def branches(function: Function) -> int:
    """The ways through a function and what is defined in it: one, and one for each decision."""
    ways = 1
    for node in ast.walk(function):
        match node:
            case ast.If() | ast.For() | ast.While() | ast.IfExp():
                ways += 1
            case ast.ExceptHandler() | ast.match_case():
                ways += 1
            case ast.BoolOp():
                ways += len(node.values) - 1
            case ast.comprehension():
                ways += 1 + len(node.ifs)
    return ways


@pytest.mark.slow
@every("module", MODULES)
def test_modules_and_functions_are_short(module: str) -> None:
    text = (ROOT / module).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LINES_OF_A_MODULE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, Function)]
    long = {
        function.name: (lines, ways)
        for function in functions
        for lines in [(function.end_lineno or 0) - function.lineno + 1]
        for ways in [branches(function)]
        if lines > LINES or ways > BRANCHES
    }
    assert long == {}


def test_branches_are_counted() -> None:
    source = "def f(a):\n  if a and a:\n    return [b for b in a if b]\n  return 1 if a else 2\n"
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    assert branches(function) == 6


def test_the_top_level_holds_what_is_agreed_and_nothing_else() -> None:
    """Pictures, lists and tries of somebody's own do not come along by accident."""
    root = ROOT.parent
    if not (root / ".git").exists():
        pytest.skip("only a checkout says what belongs to it")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True, text=True
    )
    first = {name.partition("/")[0] for name in listed.stdout.split("\0") if name}
    assert {name for name in first if not name.startswith(".")} == TOP
