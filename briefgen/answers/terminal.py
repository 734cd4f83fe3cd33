"""Turn text into lines that fit a terminal, in which a hanzi takes two columns."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence

from briefgen.chinese.hanzi import cells
from briefgen.patterns import pattern
from briefgen.problems import plain

_WIDEST, _NARROWEST = 100, 48
# A run of Latin letters and digits stays whole; so does a character with what opens before it and
# what closes behind it.
_PIECE = pattern(r"[“‘（《〈「『]*(?:[!-~]+|.)[，。、；：？！”’）》〉」』…]*", re.DOTALL)
# A last line of so few columns is a stump; so many columns the other lines give up to fill it.
_STUMP, _GIVEN = 8, 12


def filled(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many columns, the last not a stump where others can give."""
    pieces = _PIECE.findall(text)
    lines = _lines(pieces, columns)
    for less in range(2, _GIVEN + 1, 2):
        if len(lines) == 1 or cells(lines[-1]) > _STUMP:
            break
        tighter = _lines(pieces, columns - less)
        if len(tighter) == len(lines):
            lines = tighter
    return lines


def wrapped(text: str, margin: int) -> list[str]:
    """`text` in lines that begin `margin` columns from the left and fit the terminal."""
    columns = shutil.get_terminal_size((_WIDEST, 24)).columns
    room = max(_NARROWEST, min(_WIDEST, columns)) - margin
    return [" " * margin + each for each in _lines(_PIECE.findall(plain(text)), room)]


def _lines(pieces: Sequence[str], room: int) -> list[str]:
    lines, line, used = [], "", 0
    for piece in pieces:
        wide = cells(piece)
        if used + wide > room and line:
            lines.append(line.rstrip())
            line, used = "", 0
            if not piece.strip():
                continue
        line, used = line + piece, used + wide
    return [*lines, line]


def bold(text: str) -> str:
    return f"\033[1m{text}\033[0m"


def dim(text: str) -> str:
    return f"\033[2m{text}\033[0m"
