"""Turn a command into its help in Chinese: click's own is English, and wraps by characters.

Lines break where a Chinese text may break (CLREQ), at the width of the terminal, in which a hanzi
takes two columns.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

import click

from briefgen.messages.help import FRAME, command_help

# As wide as a line of options may be before their texts begin on the next one.
_TERMS = 26
_INDENT, _BETWEEN = 2, 2
_WIDE = frozenset("WFA")
# A last line of so few columns is a stump; so many columns the other lines give up to fill it.
_STUMP, _GIVEN = 8, 12


def help_page(command: click.Command, ctx: click.Context) -> str:
    """The help of a command in Chinese, as wide as the context has it."""
    columns = ctx.make_formatter().width
    parts = [_usage(command, ctx), _about(command, columns)]
    options = [
        each.get_help_record(ctx)
        for each in command.get_params(ctx)
        if not isinstance(each, click.Argument)
    ]
    parts.append(_section("Options", [each for each in options if each], columns))
    if isinstance(command, click.Group):
        parts.append(_section("Commands", list(_commands(command, ctx)), columns))
    return "\n\n".join(part for part in parts if part)


def _usage(command: click.Command, ctx: click.Context) -> str:
    pieces = [FRAME.get(each, each) for each in command.collect_usage_pieces(ctx)]
    return " ".join([FRAME["Usage:"] + ctx.command_path, *pieces])


def _about(command: click.Command, columns: int) -> str:
    lines: list[str] = []
    kept = False
    for line in command_help(command.help or "").strip("\n").split("\n"):
        if line == "\b" or not line.strip():
            kept = line == "\b"
            lines += [] if kept else [""]
            continue
        shown = [line] if kept else _filled(line.strip(), columns - _INDENT)
        lines += [" " * _INDENT + each for each in shown]
    return "\n".join(lines)


def _commands(group: click.Group, ctx: click.Context) -> Iterator[tuple[str, str]]:
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is not None and not command.hidden:
            yield name, command_help(command.help or "").partition("\n")[0]


def _section(head: str, rows: Sequence[tuple[str, str]], columns: int) -> str:
    """A head, and a row for each term: what it is called, and what it means beside it."""
    if not rows:
        return ""
    wide = min(_TERMS, max(cells(term) for term, _ in rows)) + _INDENT + _BETWEEN
    lines = [f"{FRAME[head]}："]
    for term, text in rows:
        shown = _filled(_translated(text), max(20, columns - wide))
        begun = " " * _INDENT + term
        if cells(begun) + _BETWEEN > wide:
            lines.append(begun)
            begun = ""
        lines.append(begun + " " * (wide - cells(begun)) + shown[0])
        lines += [" " * wide + each for each in shown[1:]]
    return "\n".join(lines)


def _translated(text: str) -> str:
    """A text of help, with what click adds to it in brackets."""
    said, bracket, added = text.partition("  [")
    for word in ("default", "required"):
        added = added.replace(word, FRAME[word])
    return command_help(said) + bracket + added


def cells(text: str) -> int:
    """How many columns of a terminal a text takes (UAX #11; what is ambiguous is wide in Chinese
    ones)."""
    return sum(2 if unicodedata.east_asian_width(char) in _WIDE else 1 for char in text)


def _filled(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many columns, the last not a stump where others can give."""
    pieces = list(_pieces(text))
    lines = _lines(pieces, columns)
    for less in range(2, _GIVEN + 1, 2):
        if len(lines) == 1 or cells(lines[-1]) > _STUMP:
            break
        tighter = _lines(pieces, columns - less)
        if len(tighter) == len(lines):
            lines = tighter
    return lines


def _lines(pieces: Sequence[str], columns: int) -> list[str]:
    lines = [""]
    for piece in pieces:
        if cells((lines[-1] + piece).rstrip()) > columns and lines[-1].strip():
            lines.append("")
            piece = piece.lstrip()
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _pieces(text: str) -> Iterator[str]:
    """What stays together on a line."""
    from briefgen.typography.linebreak import breaks

    ends = (0, *breaks(text, ()).pieces)
    return (text[a:b] for a, b in pairwise(ends))
