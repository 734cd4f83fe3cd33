"""Run every check of the project, in the order in which they fail fastest.

    python tests/run.py [--fast]

`--fast` leaves out the tests marked slow: for between two edits. The doctests of briefgen run
with the tests. Alone, the quick ones are `pytest -n auto -m "not slow"`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = (
    ("format", ["ruff", "format", "--check", "."]),
    ("lint", ["ruff", "check", "."]),
    ("types", ["mypy"]),
    ("imports", ["lint-imports"]),
    ("tests", ["pytest", "-n", "auto"]),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--fast", action="store_true", help="leave out the tests marked slow")
    fast = ["-m", "not slow"] if parser.parse_args().fast else []
    failed = []
    for name, command in CHECKS:
        command = [*command, *(fast if name == "tests" else ())]
        print(f"== {name}: {' '.join(command)}", flush=True)
        script = Path(sys.executable).with_name(command[0])
        if subprocess.run([str(script), *command[1:]], cwd=ROOT).returncode:
            failed.append(name)
    print("failed: " + ", ".join(failed) if failed else "all checks passed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
