"""Turn the place of a problem into the line it stands in, with a mark below its characters.

Columns of a terminal are counted as it shows them: a hanzi takes two (UAX #11), an accent none, a
tab reaches the next stop. A line that is too long is shown around the place.
"""

from __future__ import annotations

import shutil
import sys
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from unicodedata import category, east_asian_width

import click

from briefgen.chinese.forms import ordinary
from briefgen.problems import WRITTEN, Problem, plain

_WIDEST, _NARROWEST = 100, 48
# A tab reaches the next column that this divides.
_STOP = 4
# Larger files are no outlines, and none of their lines is shown.
_LARGEST = 4_000_000
# As much as is shown before the place of a line that is clipped on both sides.
_BEFORE = 24
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
# Encodings of consoles in which characters of ambiguous width are as wide as hanzi.
_WIDE = ("gbk", "cp936", "gb2312", "gb18030", "big5", "cp950")


def excerpt(problem: Problem, root: Path | None) -> list[str]:
    """The line of a problem and the mark below it; none where its file cannot be shown."""
    mark = problem.mark
    if root is None or not mark.line or not mark.column:
        return []
    lines = _lines(root / mark.file)
    if mark.line > len(lines) or mark.column > len(lines[mark.line - 1]) + 1:
        return []
    line = lines[mark.line - 1]
    if not line.strip():
        return []
    number = str(mark.line)
    room = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
    room -= len(number) + 5
    before, shown, long = clipped(line, mark.column - 1, _length(problem, line), room)
    below = click.style("^" * long, fg=_COLOURS[problem.severity], bold=True)
    bar = click.style("|", dim=True)
    return [
        f"  {click.style(number, dim=True)} {bar} {shown}".rstrip(),
        f"  {' ' * len(number)} {bar} {' ' * before}{below}",
    ]


def _length(problem: Problem, line: str) -> int:
    """How many characters the mark stands below: those of what the problem is about."""
    rest = line[problem.mark.column - 1 :]
    parts = dict(problem.parts)
    said = (parts.get(key) for key in WRITTEN)
    found = [each for each in said if isinstance(each, str) and each and rest.startswith(each)]
    return max(map(len, found), default=1)


def clipped(line: str, at: int, length: int, room: int) -> tuple[int, str, int]:
    """The columns before a place of a line, the line as it is shown in so many columns, and the
    columns that `length` characters take there.

    >>> clipped("标题: 很长", 4, 2, 40)
    (6, '标题: 很长', 4)
    """
    shown = _shown(line)
    edges = [0]
    for _, wide in shown:
        edges.append(edges[-1] + wide)
    end = min(at + length, len(line))
    first, last = 0, len(shown)
    if edges[-1] > room:
        dots = _columns("…")
        # What is before a place says what it is about, so some of it is shown; the rest of the
        # room is for what follows.
        inner = room - 2 * dots
        if edges[at] + min(edges[end] - edges[at], inner) > inner:
            first = next(
                i for i in range(at + 1) if edges[at] - edges[i] <= min(_BEFORE, inner // 2)
            )
        last = sum(1 for edge in takewhile(lambda edge: edge <= edges[first] + inner, edges)) - 1
    head = "…" if first else ""
    tail = "…" if last < len(shown) else ""
    before = edges[at] - edges[first] + (_columns(head) if head else 0)
    text = head + "".join(each for each, _ in shown[first:last]) + tail
    under = edges[max(at, min(end, last))] - edges[at]
    return before, text, max(1, under)


def _shown(line: str) -> list[tuple[str, int]]:
    """Each character as the terminal shows it, and the columns that it takes."""
    found: list[tuple[str, int]] = []
    column = 0
    for char in line:
        text = " " * (_STOP - column % _STOP) if char == "\t" else _readable(plain(char))
        wide = sum(map(_columns, text))
        found.append((text, wide))
        column += wide
    return found


def _readable(text: str) -> str:
    """What the terminal shows of a text: another one where its code page has not all of it."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    if text.isascii() or encoding.lower().replace("-", "") == "utf8":
        return text
    errors = getattr(sys.stderr, "errors", None) or "replace"
    return text.encode(encoding, errors).decode(encoding)


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in ("WFA" if _ambiguous() else "WF") else 1


def _ambiguous() -> bool:
    """Whether characters of ambiguous width are as wide as hanzi on this terminal."""
    return (getattr(sys.stderr, "encoding", None) or "").lower() in _WIDE


@lru_cache(maxsize=8)
def _lines_of(path: Path, _stamp: tuple[int, int]) -> tuple[str, ...]:
    """The lines of a file as marks count them; none where it is no text."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(ordinary(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"))


def _lines(path: Path) -> tuple[str, ...]:
    try:
        about = path.stat()
    except (OSError, ValueError):
        return ()
    if about.st_size > _LARGEST:
        return ()
    return _lines_of(path, (about.st_mtime_ns, about.st_size))
