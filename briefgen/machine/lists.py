"""Turn lines into a CSV file, written beside its place and put there when it is whole.

It is in UTF-8 with a byte order mark, as Excel and WPS open it.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from briefgen.machine.files import prepare
from briefgen.machine.reasons import reason
from briefgen.problems import MachineError


class Listed:
    """A list that is being written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None
        self._writer: Any = None

    @property
    def _beside(self) -> Path:
        return self.path.with_name(f".briefgen-{self.path.name}.part")

    @property
    def begun(self) -> bool:
        """Whether anything was written."""
        return self._file is not None

    def write(self, values: Sequence[object]) -> None:
        """Write a line. Raises MachineError."""
        try:
            if self._file is None:
                prepare((self.path,))
                self._file = self._beside.open("w", encoding="utf-8-sig", newline="")
                self._writer = csv.writer(self._file, lineterminator="\n")
            self._writer.writerow(values)
        except OSError as problem:
            raise self._refused(problem) from problem

    def place(self) -> None:
        """Put it in its place; where nothing was written, none is there any more."""
        try:
            if self._file is None:
                self.path.unlink(missing_ok=True)
                return
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            os.replace(self._beside, self.path)
        except OSError as problem:
            raise self._refused(problem) from problem

    def drop(self) -> None:
        """It will not be whole."""
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
            self._beside.unlink(missing_ok=True)

    def _refused(self, problem: OSError) -> MachineError:
        return MachineError.of("not-written", path=str(self.path), why=reason(problem))
