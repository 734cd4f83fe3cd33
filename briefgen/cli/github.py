"""Turn findings into the lines by which GitHub shows them at their places in a change.

    ::error file=content/outline.yaml,line=3,col=5,endColumn=9,title=unknown-key::…

(Workflow commands: of a message %, CR and LF are escaped, of a property : and , too.)
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.problems import plain

if TYPE_CHECKING:
    from briefgen.answers.findings import Finding

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def commands(found: Iterable[Finding], root: Path | None) -> Iterator[str]:
    """A line for each finding; files are named from the folder of the whole checkout."""
    base = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    for each in found:
        properties = {"file": _file(each.file, root, base)} if each.file else {}
        if each.line:
            properties |= {"line": str(each.line), "col": str(each.column)}
            if each.end_column > each.column:
                properties["endColumn"] = str(each.end_column)
        properties["title"] = each.code
        said = f"{each.message}\n{each.hint}" if each.hint else each.message
        written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        yield f"::{_COMMANDS[each.severity]} {written}::{_escaped(said)}"


def _file(file: str, root: Path | None, base: Path) -> str:
    """A file as it is named from a folder, where it stands in it."""
    path = (root / file if root else Path(file)).resolve()
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else file


def _escaped(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(plain(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
