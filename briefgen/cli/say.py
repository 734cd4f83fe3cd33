"""Turn problems and results into lines on the terminal, and an end into an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from briefgen.problems import Problem, Problems

DONE, CONTENT, USAGE, MACHINE = 0, 1, 2, 3


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


def plain(text: str) -> str:
    """Text that is safe on a terminal: no control or direction characters of the input."""
    return "".join(c if c.isprintable() or c == " " else f"\\u{ord(c):04x}" for c in text)


def stopped(problems: Problems, as_json: bool, strict: bool) -> NoReturn:
    if as_json:
        print_json({"files": [], "seconds": 0, "problems": as_dicts(problems)})
    else:
        print_problems(problems)
        click.echo(f"{count(problems)}; nothing was written", err=True)
    sys.exit(CONTENT)


def print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def relative(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)


def fail(code: int, message: str) -> NoReturn:
    click.echo(f"briefgen: {message}", err=True)
    sys.exit(code)
