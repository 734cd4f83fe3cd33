"""Turn a command line into a run: `python -m tests.fuzz --seconds 60 --seed 1 --target yaml`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz import run


def main() -> int:
    """Feed every target, print what became of it, and write what failed; 1 if anything did."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("--seconds", type=float, default=60, help="for all targets together")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--inputs", type=int, default=10**9, help="at most so many a target")
    asked.add_argument("--start", type=int, default=0, help="the number of the first input")
    asked.add_argument("--target", action="append", choices=sorted(run.TARGETS))
    asked.add_argument("--out", type=Path, default=Path("fuzzed"), help="where failures go")
    asked.add_argument("--repeat", type=Path, help="a file that failed, named TARGET-…")
    given = asked.parse_args()
    if given.repeat:
        return repeat(given.repeat)
    names = given.target or list(run.TARGETS)
    failed = 0
    print(f"{'target':10} {'inputs':>8} {'refused':>8} {'slowest s':>9} {'faults':>6}", flush=True)
    for name in names:
        share = given.seconds / len(names)
        counts = run.run(name, given.seed, share, given.inputs, given.start)
        failed += len(counts.faults)
        said = f"{name:10} {counts.inputs:8} {counts.refused:8} {counts.slowest:9.2f}"
        print(f"{said} {len(counts.faults):6}", flush=True)
        for fault in counts.faults:
            given.out.mkdir(exist_ok=True)
            path = given.out / f"{name}-{given.seed}-{fault.index}.bin"
            said = f"{fault.what}\n{fault.trace}"
            path.write_bytes(run.made(name, given.seed, fault.index))
            path.with_suffix(".txt").write_text(said, "utf-8", "replace")
            print(f"  {fault.what!a}\n    python -m tests.fuzz --repeat {path}", flush=True)
    return int(bool(failed))


def repeat(path: Path) -> int:
    """Try a file again, and print what fails."""
    import signal

    signal.signal(signal.SIGPROF, run._slow)
    name = path.name.partition("-")[0]
    with tempfile.TemporaryDirectory() as folder:
        run.TARGETS[name].room(Path(folder))
        what, trace, refused, took = run.tried(name, path.read_bytes(), Path(folder))
    print(what or f"nothing fails ({'refused' if refused else 'taken'}, {took:.2f} s)", trace)
    return int(bool(what))


if __name__ == "__main__":
    sys.exit(main())
