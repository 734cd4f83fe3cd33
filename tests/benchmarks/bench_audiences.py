"""Measure building five audiences against building one of them, each in a process of its own.

    python tests/benchmarks/bench_audiences.py [--runs 7]

Prints the medians in seconds, and how many times as long the five take.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTLINE = ROOT / "content" / "outline.yaml"


def seconds(names: list[str], out: str) -> float:
    chosen = [word for name in names for word in ("-a", name)]
    command = [sys.executable, "-m", "briefgen.cli", "build", str(OUTLINE), *chosen, "-o", out]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    names = sorted(path.stem for path in (OUTLINE.parent / "audiences").glob("*.yaml"))[:5]
    with tempfile.TemporaryDirectory() as out:
        seconds(names, out)
        ones, fives = [], []
        for run in range(runs):
            ones.append(seconds([names[run % len(names)]], out))
            fives.append(seconds(names, out))
    one, five = statistics.median(ones), statistics.median(fives)
    print(f"one audience   {one:.3f} s")
    print(f"{len(names)} audiences    {five:.3f} s   {five / one:.2f} times as long")


if __name__ == "__main__":
    main()
