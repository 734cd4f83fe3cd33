"""Measure this checkout against an earlier commit: the CPU seconds of building the reference.

    python tests/benchmarks/compare.py REV [--runs 11] [--most 1.0]

Both build every audience's deck and brief of one content, that of REV (each its own where this
checkout no longer reads that one, which is then said), in turn: REV, here, REV, here … Counted are
user and system seconds of the whole process and of those that it starts, with one job and with as
many as there are cores. They hardly depend on what else the machine does; the least of the runs
depends on it least. Ratios are here over REV: below 1 is faster now.

With `--most`, exits 1 where the ratio of the least seconds is above it. REV is exported to a
temporary folder and run by this same interpreter, so its dependencies must be those installed. A
system that keeps no count for child processes (Windows) cannot run this.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What a build reads: the package, and what is shipped with it.
PARTS = ("briefgen", "assets", "content", "seeds")
COMPILING = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
JOBS: Mapping[str, tuple[str, ...]] = {"one job": ("-j", "1"), "all cores": ()}


def export(revision: str, folder: Path) -> None:
    """Write the tree of a commit into a folder."""
    command = ["git", "archive", "--format=tar", revision, *PARTS]
    packed = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE)
    if packed.returncode:
        sys.exit(packed.returncode)  # git has said why
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as files:
        files.extractall(folder, filter="data")


def run(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the `briefgen` of a tree, whichever is installed."""
    # Neither may be the one that compiles itself anew on each run.
    environment = {name: value for name, value in os.environ.items() if name not in COMPILING}
    environment |= {"PYTHONPATH": str(tree), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=tree, env=environment, capture_output=True, text=True
    )


def build(tree: Path, content: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    outline = content / "content" / "outline.yaml"
    return run(tree, "-m", "briefgen", "build", str(outline), "-o", str(out), *more)


def seconds(tree: Path, content: Path, out: Path, *more: str) -> float:
    """User and system seconds of a build; ends this script where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = build(tree, content, out, *more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"the build of {tree} failed:\n{done.stderr}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("revision", metavar="REV", help="a commit, branch or tag")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--most", type=float, help="fail where the least takes more times as long")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        then, out = Path(made, "then"), Path(made, "out")
        export(chosen.revision, then)
        for tree in (then, ROOT):
            used = run(tree, "-c", "import briefgen; print(briefgen.__path__[0])").stdout.strip()
            assert Path(used) == tree / "briefgen", f"{used} is not of {tree}"
        content = {then: then, ROOT: then}
        if build(ROOT, then, out).returncode:
            print(f"this checkout does not read the content of {chosen.revision}: each its own")
            content[ROOT] = ROOT
        ratios = []
        print(f"{'CPU seconds':<14}{chosen.revision[:12]:>14}{'here':>10}{'ratio':>10}")
        for label, jobs in JOBS.items():
            taken: dict[Path, list[float]] = {then: [], ROOT: []}
            for tree in taken:  # once for what is compiled and cached on disk
                seconds(tree, content[tree], out, *jobs)
            for _ in range(chosen.runs):
                for tree, all_runs in taken.items():
                    all_runs.append(seconds(tree, content[tree], out, *jobs))
            for name, of in (("least", min), ("median", statistics.median)):
                old, new = (of(all_runs) for all_runs in taken.values())
                print(f"{label + ', ' + name:<20}{old:>8.3f}{new:>10.3f}{new / old:>10.3f}")
                ratios += [new / old] if name == "least" else []
    return int(chosen.most is not None and max(ratios) > chosen.most)


if __name__ == "__main__":
    sys.exit(main())
