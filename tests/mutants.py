"""Turn a seed into small faults in briefgen, and report those that no test notices.

    python tests/mutants.py --seed 7 --count 30 [--most 2] [--seconds 90] [--list]

A fault is one changed operator, comparison, number, truth value, condition or return. As many as
asked for are drawn from all that there are: the same ones for the same seed and the same tree. Each
is put into a copy of the checkout, never into the tree itself.

First the tests run once with probes where the faults are to be (`tests/probed.py`): which tests
come there, and would get something else? The quick tests do so first, and the slow ones for faults
that no quick one notices. Then each fault is put in, and met by these tests alone, the shortest of
each file first, until one fails; then by the other tests of their files, which may share what one
of them made. What is worked out while modules are imported meets the files that name its module,
and then all. Tests of a fault end after so many seconds as they take without it (`--seconds`), and
it survives; one that takes ten times as long as it should, as an endless loop does, notices it.
Properties are tried with the same examples each time.

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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from briefgen.record import Record

ROOT = Path(__file__).resolve().parents[1]
# A fault that fills the memory ends its own process, not the machine.
MEMORY = 6 << 30
# Seconds after which tests are taken to hang.
HANGS = 7200
# How many tests of a file meet a fault before those of the next file.
EACH = 3
OTHERS = {
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    "in": "not in", "not in": "in", "is": "is not", "is not": "is",
    "+": "-", "-": "+", "*": "+", "/": "*", "//": "*", "%": "*", "and": "or", "or": "and",
}  # fmt: skip
OPERATOR = re.compile(
    r"\s*\)*\s*(==|!=|<=|>=|<(?!<)|>(?!>)|not\s+in|in|is\s+not|is|\+|-|\*(?!\*)|//|/|%|and|or)"
)
# Stands before the number of a fault where its probe is written.
PROBE = b"__import__('tests.probed').probed."


class Mutant(Record):
    """A module whose text from `start` to `end` is to be `new` instead; places count bytes. Of each
    of its probes it is said from where to where it stands, and as what, its number at `\0`; there
    are none where there can be none."""

    path: Path
    line: int
    start: int
    end: int
    new: bytes
    probes: tuple[tuple[int, int, bytes], ...]

    def told(self, source: bytes) -> str:
        begin = source.rfind(b"\n", 0, self.start) + 1
        end = source.find(b"\n", self.end)
        before = source[begin:end].decode().strip()
        after = (source[begin : self.start] + self.new + source[self.end : end]).decode().strip()
        return f"{self.path}:{self.line}\n    - {before}\n    + {after}"


class Faults(ast.NodeVisitor):
    """Collects every fault of a module: line, start, end, new text, and its probes."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.lines = [0]
        for line in source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.found: list[tuple[int, int, int, bytes, tuple[tuple[int, int, bytes], ...]]] = []
        # What stands for the probe: those of a name that is given its value at import.
        self.read: tuple[tuple[int, int, bytes], ...] | None = ()

    def span(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.lines[node.lineno - 1] + node.col_offset
        return start, self.lines[node.end_lineno - 1] + node.end_col_offset

    def text(self, node: ast.expr) -> bytes:
        start, end = self.span(node)
        return self.source[start:end]

    def add(self, line: int, start: int, end: int, new: str, node: ast.expr, probe: bytes) -> None:
        probes = ((*self.span(node), PROBE + probe),) if self.read is None else self.read
        self.found.append((line, start, end, new.encode(), probes))

    def replace(self, node: ast.expr, new: str, unless: str = "...") -> None:
        probe = b"met(\0, (" + self.text(node) + f"), {unless})".encode()
        self.add(node.lineno, *self.span(node), new, node, probe)

    def between(self, node: ast.expr, left: ast.expr, right: ast.expr, alone: bool) -> None:
        """The operator between two operands becomes another; they are the node's only ones."""
        start, end = self.span(left)[1], self.span(right)[0]
        match = OPERATOR.match(self.source[start:end].decode())
        if match:
            old = re.sub(r"\s+", " ", match[1])
            probe = b"met(\0, (" + self.text(node) + b"))"
            if alone:
                operators = f"), {old!r}, {OTHERS[old]!r}, (".encode()
                both = self.text(left) + operators + self.text(right)
                probe = b"compared(\0, (" + both + b"))"
            line = self.source.count(b"\n", 0, start + match.start(1)) + 1
            at, to = start + match.start(1), start + match.end(1)
            self.add(line, at, to, OTHERS[old], node, probe)

    def negate(self, test: ast.expr) -> None:
        start, end = self.span(test)
        self.replace(test, f"(not ({self.source[start:end].decode()}))")

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, right in pairwise((node.left, *node.comparators)):
            self.between(node, left, right, len(node.comparators) == 1)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        self.between(node, node.left, node.right, True)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in pairwise(node.values):
            self.between(node, left, right, False)
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
            self.replace(node.value, "None", "None")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.replace(node, str(not node.value))
        elif isinstance(node.value, int | float):
            self.replace(node, repr(node.value + 1))

    def visit_match_case(self, node: ast.match_case) -> None:
        """Patterns hold no calls, so no probes either."""
        inside, self.read = self.read, ()
        self.visit(node.pattern)
        self.read = inside
        for part in (node.guard, *node.body):
            if part is not None:
                self.visit(part)

    # What no build can show: marks for type checkers, sizes of caches, checks of our own.
    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.visit(node.args)
        outside, self.read = self.read, None
        for part in node.body:
            self.visit(part)
        self.read = outside

    def visit_Module(self, node: ast.Module) -> None:
        """What a name is given at import is met by whoever reads the name in a function."""
        for part in node.body:
            if isinstance(part, ast.Assign | ast.AnnAssign):
                targets = part.targets if isinstance(part, ast.Assign) else [part.target]
                named = (each for one in targets for each in ast.walk(one))
                names = {each.id for each in named if isinstance(each, ast.Name)}
                self.read = tuple(self.readers(node, names))
            self.visit(part)
            self.read = ()

    def readers(self, module: ast.Module, names: set[str]) -> Iterator[tuple[int, int, bytes]]:
        functions = (each for each in ast.walk(module) if isinstance(each, ast.FunctionDef))
        inside = {
            each for function in functions for part in function.body for each in ast.walk(part)
        }
        for node in inside:
            if isinstance(node, ast.Name) and node.id in names and isinstance(node.ctx, ast.Load):
                yield *self.span(node), PROBE + f"met(\0, {node.id})".encode()

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
        for found in sorted(set(faults.found)):
            yield Mutant(path.relative_to(root), *found)


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


def planted(root: Path, drawn: Mapping[int, Mutant]) -> None:
    """Put the probes of faults into a copy; of two within each other one."""
    for path in {mutant.path for mutant in drawn.values()}:
        source = (ROOT / path).read_bytes()
        end = len(source)
        places = [
            (first, last, probe.replace(b"\0", str(number).encode()))
            for number, mutant in drawn.items()
            if mutant.path == path
            for first, last, probe in mutant.probes
        ]
        for first, last, probe in sorted(places, reverse=True):
            if last <= end:
                source = source[:first] + probe + source[last:]
                end = first
        (root / path).write_bytes(source)


class Ran(Record):
    """What a run with probes tells: the tests that meet each fault, the seconds that each test
    takes, and those that fail without any fault."""

    met: Mapping[int, Sequence[str]]
    took: Mapping[str, float]
    failed: frozenset[str]


def ran(root: Path, drawn: Mapping[int, Mutant], told: Path, *which: str) -> Ran:
    """Run tests with the probes of these faults, in all processes of the machine."""
    told.mkdir()
    planted(root, drawn)
    probed = ("-n", "auto", "-p", "tests.probed", *which)
    if tested(root, HANGS, *probed, BRIEFGEN_PROBED=str(told)) not in (0, 1):
        sys.exit("the tests do not run")
    for path in {mutant.path for mutant in drawn.values()}:
        (root / path).write_bytes((ROOT / path).read_bytes())

    def rows(name: str) -> list[list[str]]:
        path = told / name
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        return [line.split("\t") for line in lines]

    met: dict[int, list[str]] = {number: [] for number in drawn}
    for number, test in rows("met"):
        met[int(number)].append(test)
    took: dict[str, float] = {}
    for test, seconds in rows("took"):
        took[test] = took.get(test, 0) + float(seconds)
    return Ran(met, took, frozenset(test for test, *_ in rows("failed")))


def file_of(test: str) -> str:
    return test.partition("::")[0]


def steps(root: Path, mutant: Mutant, tests: Iterable[str], run: Ran) -> dict[str, list[str]]:
    """The tests that a fault meets, by why: the shortest of each file, the others, then all tests
    of these files; those of files that name its module first."""
    named = naming(root, mutant.path)
    able = {test: seconds for test, seconds in run.took.items() if test not in run.failed}
    met = [test for test in tests if test in able]
    rest = "the tests of their files"
    files = set(map(file_of, met))
    if not mutant.probes:  # worked out at import, or where no probe can be
        met = [test for test in able if file_of(test) in named]
        files, rest = set(map(file_of, able)), "all tests"
    first: dict[str, list[str]] = {}
    for test in sorted(met, key=able.__getitem__):
        first.setdefault(file_of(test), []).append(test)
    ordered = sorted(
        first.values(), key=lambda each: (file_of(each[0]) not in named, able[each[0]])
    )
    return {
        "a test that meets it": [test for each in ordered for test in each[:EACH]],
        "the tests that meet it": [test for each in ordered for test in each[EACH:]],
        rest: [test for test in able if file_of(test) in files and test not in {*met}],
    }


def tested(root: Path, timeout: float, *arguments: str, **more: str) -> int | None:
    """How these tests end in the copy, as pytest tells; None where it takes longer than that."""
    environment = {**os.environ, "PYTHONPATH": str(root), "CI": "1", **more}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=root, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )  # fmt: skip
    try:
        return process.wait(timeout)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def noticed(root: Path, steps: Mapping[str, Sequence[str]], run: Ran, seconds: float) -> str:
    """Which step notices the fault in a copy; "" where it survives them all."""
    for step, tests in steps.items():
        spent = list(accumulate(run.took[test] for test in tests))
        chosen = tests[: sum(each <= seconds for each in spent)]
        if chosen:
            used = spent[len(chosen) - 1]
            seconds -= used
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as listed:
                listed.write("\n".join(chosen))
                listed.flush()
                if tested(root, 60 + 10 * used, "-x", f"@{listed.name}") != 0:
                    return step
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--most", type=int, help="fail where more survive")
    parser.add_argument("--seconds", type=float, default=90, help="of tests for each fault")
    parser.add_argument("--list", action="store_true", help="show what is drawn, and test nothing")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        root = Path(made).resolve() / "copy"
        copied(root)
        every = list(mutants(root))
        left = dict(enumerate(random.Random(chosen.seed).sample(every, chosen.count), 1))
        print(f"{chosen.count} of {len(every)} faults, seed {chosen.seed}", flush=True)
        if chosen.list:
            for number, mutant in left.items():
                print(f"\n{number}. {mutant.told((root / mutant.path).read_bytes())}")
            return 0
        for which in ("not slow", "slow"):
            run = ran(root, left, root.parent / which, "-m", which)
            print(f"{len(run.took)} tests, {which}; {len(run.failed)} fail without any fault:",
                  *sorted(run.failed), flush=True)  # fmt: skip
            for number, mutant in list(left.items()):
                path = root / mutant.path
                source = path.read_bytes()
                path.write_bytes(source[: mutant.start] + mutant.new + source[mutant.end :])
                # What Python keeps compiled is known by the second and the size of its source.
                os.utime(path, (time.time(), time.time() + 10 * number))
                begun = time.perf_counter()
                by = noticed(root, steps(root, mutant, run.met[number], run), run, chosen.seconds)
                path.write_bytes(source)
                count = len(run.met[number])
                print(f"\n{number}. {mutant.told(source)}\n    met by {count} tests, "
                      f"noticed by {by or 'NONE'}; {time.perf_counter() - begun:.0f} s",
                      flush=True)  # fmt: skip
                if by:
                    del left[number]
        print(f"\n{len(left)} of {chosen.count} survive")
        print("\n".join(f"  {mutant.path}:{mutant.line}" for mutant in left.values()))
    return int(chosen.most is not None and len(left) > chosen.most)


if __name__ == "__main__":
    sys.exit(main())
