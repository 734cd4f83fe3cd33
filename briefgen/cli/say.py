"""Turn problems and results into lines on the terminal, and an end into an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from briefgen.problems import Problem, Problems, plain

DONE, CONTENT, USAGE, MACHINE = 0, 1, 2, 3
# What shells give for a command that a signal ended: 128 and its number (POSIX, XCU 2.8.2).
INTERRUPTED = 130


def as_dicts(problems: Iterable[Problem]) -> list[dict[str, object]]:
    return [
        {
            "file": p.mark.file,
            "line": p.mark.line,
            "column": p.mark.column,
            "severity": p.severity,
            "code": p.code,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]


def count(problems: Problems) -> str:
    tally = {name: sum(p.severity == name for p in problems) for name in ("error", "warning")}
    said = [f"{n} {name}{'' if n == 1 else 's'}" for name, n in tally.items() if n]
    return ", ".join(said) or "no problems"


def print_problems(problems: Problems, notes: Sequence[str] = ()) -> None:
    """Print errors and warnings, and of the notes those with these codes."""
    for problem in problems:
        if problem.severity != "note" or problem.code in notes:
            click.echo(plain(str(problem)), err=True)


def stopped(problems: Problems, as_json: bool, strict: bool) -> NoReturn:
    if as_json:
        print_json({"files": [], "seconds": 0, "problems": as_dicts(problems)})
    else:
        print_problems(problems)
        click.echo(f"{count(problems)}; nothing was written", err=True)
    sys.exit(CONTENT)


def print_json(value: object) -> None:
    """Print JSON, escaped where it is not sent as UTF-8: JSON knows no other (RFC 8259, 8.1)."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    click.echo(json.dumps(value, ensure_ascii=encoding != "utf8", indent=2))


def relative(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)


def fail(code: int, message: str) -> NoReturn:
    click.echo(f"briefgen: {plain(message)}", err=True)
    sys.exit(code)
