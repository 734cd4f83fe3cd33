"""Turn a target into inputs that reach code which none reached before, where atheris is installed.

    python -m tests.fuzz.guided --target yaml --seconds 600 --seed 1

It begins with inputs of `python -m tests.fuzz`, and ends at the first input that fails,
which is written as a file that repeats it. `pip install -e ".[fuzz]"` installs atheris.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

# No input is longer: what is read to its end takes its time.
LONGEST = 65_536
# So many inputs of `python -m tests.fuzz` are what it begins with.
FIRST = 40


def main() -> int:
    """Feed a target for so long; 2 where atheris is not installed, else what libFuzzer ends with
    (0, or 77 where an input failed)."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz.guided", description=__doc__)
    asked.add_argument("--target", required=True)
    asked.add_argument("--seconds", type=int, default=60)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--out", type=Path, default=Path("fuzzed"), help="where failures go")
    given = asked.parse_args()
    try:
        atheris: Any = import_module("atheris")
    except ImportError:
        print('atheris is not installed: pip install -e ".[fuzz]"', file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["briefgen"]):
        run: Any = import_module("fuzz.run")
    if given.target not in run.TARGETS:
        asked.error(f"no target {given.target!r}; there are {', '.join(sorted(run.TARGETS))}")
    signal.signal(signal.SIGPROF, run._slow)
    target = run.TARGETS[given.target]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as begun:
        target.room(Path(folder))
        for number in range(FIRST):
            Path(begun, f"{number}").write_bytes(run.made(given.target, given.seed, number))

        def one(data: bytes) -> None:
            what, trace, *_ = run.tried(given.target, data, Path(folder))
            if what:
                given.out.mkdir(exist_ok=True)
                path = given.out / f"{given.target}-{sha256(data).hexdigest()[:12]}.bin"
                path.write_bytes(data)
                path.with_suffix(".txt").write_text(f"{what}\n{trace}", "utf-8", "replace")
                print(f"  {what!a}\n    python -m tests.fuzz --repeat {path}", flush=True)
                raise RuntimeError(what)

        rules = (f"-max_total_time={given.seconds}", f"-seed={given.seed}", f"-max_len={LONGEST}")
        atheris.Setup([sys.argv[0], *rules, begun], one)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
