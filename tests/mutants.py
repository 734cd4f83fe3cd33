"""Turn a seed into small faults in briefgen, and report those that no test notices.

    python tests/mutants.py --seed 7 --count 30 [--most 2] [--list] [--ran FILE]

`--ran` names a file that keeps which test ran which line, or that holds it from an earlier run of
the same tree.

A fault is one changed operator, comparison, number, truth value, condition or return. As many as
asked for are drawn from all that there are: the same ones for the same seed and the same tree. Each
is put into a copy of the checkout, never into the tree itself, and the tests are run there until
one fails: first those that ran the changed line when all ran without a fault, beginning with the
files that name its module; then all but the slow ones, then these, since a line may have run in a
process of its own. What takes many times as long as all tests do without a fault, as an endless
loop does, is noticed too. Properties are tried with the same examples each time. On an idle machine
of two cores a fault takes 3 to 30 seconds; a busy one changes the time, not the result.

With `--most`, exits 1 where more survive; `--list` only shows what is drawn.
"""

import argparse
import ast
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from coverage import CoverageData

from briefgen.record import Record

ROOT = Path(__file__).resolve().parents[1]
# A fault that fills the memory ends its own process, not the machine.
MEMORY = 6 << 30
# Seconds after which tests are taken to hang.
HANGS = 1800
# How many tests are run at once, not divided among processes, and for how many seconds at most.
FIRST = 150
SHORT = 300
OTHERS = {
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    "in": "not in", "not in": "in", "is": "is not", "is not": "is",
    "+": "-", "-": "+", "*": "+", "/": "*", "//": "*", "%": "*", "and": "or", "or": "and",
}  # fmt: skip
OPERATOR = re.compile(
    r"\s*\)*\s*(==|!=|<=|>=|<|>|not\s+in|in|is\s+not|is|\+|-|\*(?!\*)|//|/|%|and|or)"
)


class Mutant(Record):
    """A module whose text from `start` to `end` is to be `new` instead; places count bytes."""

    path: Path
    line: int
    start: int
    end: int
    new: bytes

    def told(self, source: bytes) -> str:
        begin = source.rfind(b"\n", 0, self.start) + 1
        end = source.find(b"\n", self.end)
        before = source[begin:end].decode().strip()
        after = (source[begin : self.start] + self.new + source[self.end : end]).decode().strip()
        return f"{self.path}:{self.line}\n    - {before}\n    + {after}"


class Faults(ast.NodeVisitor):
    """Collects every fault of a module as (line, start, end, new text)."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.lines = [0]
        for line in source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.found: list[tuple[int, int, int, bytes]] = []

    def span(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.lines[node.lineno - 1] + node.col_offset
        return start, self.lines[node.end_lineno - 1] + node.end_col_offset

    def replace(self, node: ast.expr, new: str) -> None:
        self.found.append((node.lineno, *self.span(node), new.encode()))

    def between(self, left: ast.expr, right: ast.expr) -> None:
        """The operator between two operands becomes another."""
        start, end = self.span(left)[1], self.span(right)[0]
        match = OPERATOR.match(self.source[start:end].decode())
        if match:
            new = OTHERS[re.sub(r"\s+", " ", match[1])]
            line = self.source.count(b"\n", 0, start + match.start(1)) + 1
            self.found.append((line, start + match.start(1), start + match.end(1), new.encode()))

    def negate(self, test: ast.expr) -> None:
        start, end = self.span(test)
        self.replace(test, f"(not ({self.source[start:end].decode()}))")

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, right in pairwise((node.left, *node.comparators)):
            self.between(left, right)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        self.between(node.left, node.right)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in pairwise(node.values):
            self.between(left, right)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.USub):
            start, end = self.span(node.operand)
            self.replace(node, self.source[start:end].decode())
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self.negate(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self.negate(test)
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self.replace(node.value, "None")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.replace(node, str(not node.value))
        elif isinstance(node.value, int | float):
            self.replace(node, repr(node.value + 1))

    # What no build can show: marks for type checkers, sizes of caches, checks of our own.
    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for part in (node.args, *node.body):
            self.visit(part)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for part in node.body:
            self.visit(part)

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg != "strict":
            self.generic_visit(node)

    def visit_Assert(self, node: ast.Assert) -> None:
        pass

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pass  # places within it are not exact before Python 3.12


def mutants(root: Path) -> Iterator[Mutant]:
    """Every fault there is, in the order of modules and places, that is valid Python."""
    for path in sorted((root / "briefgen").rglob("*.py")):
        source = path.read_bytes()
        faults = Faults(source)
        faults.visit(ast.parse(source))
        for line, start, end, new in sorted(set(faults.found)):
            yield Mutant(path.relative_to(root), line, start, end, new)


def copied(folder: Path) -> None:
    """Write the checkout as it stands into a folder, without what git ignores."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)


def naming(root: Path, module: Path) -> set[str]:
    """The test files that import a module, or are named after it or its package; the scenes, and
    the hashes of what its room makes."""
    dotted = ".".join(module.with_suffix("").parts).removesuffix(".__init__")
    stems = {part.rstrip("s") for part in dotted.split(".")[-2:]} - {"briefgen"}
    imports = re.compile(rf"{re.escape(dotted)}\b|from {re.escape(dotted.rpartition('.')[0])} "
                         rf"import [^\n]*\b{re.escape(dotted.rpartition('.')[2])}\b")  # fmt: skip
    room = re.compile(rf"from {re.escape('.'.join(dotted.split('.')[:2]))}\b")
    found = {"tests/test_scene.py", "tests/test_prints.py"}
    for path in (root / "tests").glob("test_*.py"):
        named = any(stem in path.stem.removeprefix("test_") for stem in stems)
        text = path.read_text("utf-8")
        held = path.stem.endswith("_held") and room.search(text)
        if named or held or imports.search(text):
            found.add(str(path.relative_to(root)))
    return found


def ran(root: Path, kept: Path, mutant: Mutant) -> list[str]:
    """The tests that ran a line, or where it ran at import those that ran any of its module; those
    of files that name the module first."""
    coverage = CoverageData(str(kept))
    coverage.read()
    told = coverage.contexts_by_lineno(mutant.path.as_posix())
    lines = {line: {each.rpartition("|")[0] for each in by if each} for line, by in told.items()}
    # A statement of several lines ran where its first one did.
    near = (lines.get(line) for line in range(mutant.line, mutant.line - 20, -1))
    tests = next(filter(None, near), None) or set().union(*lines.values())
    files = naming(root, mutant.path)
    return sorted(tests, key=lambda test: (test.partition("::")[0] not in files, test))


def passes(root: Path, timeout: float, *arguments: str) -> bool:
    """Whether these tests pass in the copy, and within the time."""
    environment = {**os.environ, "PYTHONPATH": str(root), "CI": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=root, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )  # fmt: skip
    try:
        return process.wait(timeout) in (0, 5)  # 5: there was none to run
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def noticed(root: Path, kept: Path, mutant: Mutant) -> str:
    """Which step notices a fault; "" where it survives them all."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as listed:
        tests = ran(root, kept, mutant)
        listed.write("\n".join(tests))
        listed.flush()
        steps = {
            "the tests that name it": [*tests[:FIRST]],
            "the tests that run it": [f"@{listed.name}", "-n", "auto"] if tests[FIRST:] else [],
            "the fast tests": ["-n", "auto", "-m", "not slow"],
            "the slow tests": ["-n", "auto", "-m", "slow"],
        }
        for step, which in steps.items():
            if which and not passes(root, HANGS if "-n" in which else SHORT, *which):
                return step
        return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--most", type=int, help="fail where more survive")
    parser.add_argument("--ran", type=Path, help="keeps which test ran which line")
    parser.add_argument("--list", action="store_true", help="show what is drawn, and test nothing")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        root = Path(made).resolve()
        copied(root)
        every = list(mutants(root))
        drawn = random.Random(chosen.seed).sample(every, chosen.count)
        print(f"{chosen.count} of {len(every)} faults, seed {chosen.seed}", flush=True)
        kept = (chosen.ran or root / ".coverage").resolve()
        if not (chosen.list or kept.exists()):
            whole = ["-n", "auto", "--cov=briefgen", "--cov-context=test", "--cov-report="]
            if not passes(root, 3 * HANGS, *whole):
                sys.exit("the tests fail without any fault")
            if chosen.ran:
                shutil.copyfile(root / ".coverage", kept)
        survivors = []
        for number, mutant in enumerate(drawn, 1):
            path = root / mutant.path
            source = path.read_bytes()
            print(f"\n{number}. {mutant.told(source)}", flush=True)
            if chosen.list:
                continue
            path.write_bytes(source[: mutant.start] + mutant.new + source[mutant.end :])
            # What Python keeps compiled is known by the second and the size of its source.
            os.utime(path, (time.time(), time.time() + 10 * number))
            begun = time.perf_counter()
            by = noticed(root, kept, mutant)
            print(f"    {'noticed by ' + by if by else 'SURVIVES'}"
                  f", {time.perf_counter() - begun:.0f} s", flush=True)  # fmt: skip
            survivors += [] if by else [mutant]
            path.write_bytes(source)
        if not chosen.list:
            print(f"\n{len(survivors)} of {chosen.count} survive")
            print("\n".join(f"  {mutant.path}:{mutant.line}" for mutant in survivors))
    return int(chosen.most is not None and len(survivors) > chosen.most)


if __name__ == "__main__":
    sys.exit(main())
