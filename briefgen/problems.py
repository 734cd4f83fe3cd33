"""Turn what is wrong with the content into lines that a person can act on.

    BriefgenError          whatever ends a run early
    ├── ContentError       the content has errors: exit code 1 (carries every problem)
    └── MachineError       the machine got in the way (cannot read, cannot write): exit code 3

Phases collect `Problem`s in a `Problems` and go on as far as they can; only `build.py` raises
`ContentError`, once, with all of them. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
_RANK = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file; line and column count from 1 (0: the file as a whole)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Mark("")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and what to do about it."""

    severity: Severity
    code: str
    message: str
    mark: Mark = NOWHERE
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.mark}: " if self.mark.file else ""
        hint = f" (hint: {self.hint})" if self.hint else ""
        return f"{place}{self.severity}: {self.message}{hint}"


class Problems:
    """A collection of problems in the order of their places, each kept once."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._found: dict[Problem, None] = dict.fromkeys(problems)

    def error(self, code: str, message: str, mark: Mark = NOWHERE, hint: str = "") -> None:
        self._found[Problem("error", code, message, mark, hint)] = None

    def warn(self, code: str, message: str, mark: Mark = NOWHERE, hint: str = "") -> None:
        self._found[Problem("warning", code, message, mark, hint)] = None

    def note(self, code: str, message: str, mark: Mark = NOWHERE, hint: str = "") -> None:
        self._found[Problem("note", code, message, mark, hint)] = None

    def extend(self, problems: Iterable[Problem]) -> None:
        self._found.update(dict.fromkeys(problems))

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=lambda p: (p.mark, _RANK[p.severity], p.message)))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def fatal(self) -> bool:
        """Whether any of them is an error."""
        return any(p.severity == "error" for p in self._found)


class BriefgenError(Exception):
    """Whatever ends a run early."""


class ContentError(BriefgenError):
    """The content has errors; `problems` holds every problem found, not only the first."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = problems


class MachineError(BriefgenError):
    """The machine got in the way: a file cannot be read or written, the disk is full."""
