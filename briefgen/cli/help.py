"""Turn a command into its help in Chinese: click's own is English, and wraps by characters.

Lines end at the width of the terminal, in which a hanzi takes two columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from briefgen.answers.terminal import filled
from briefgen.chinese.hanzi import cells
from briefgen.formats import FORMATS
from briefgen.messages.help import FRAME, command_help

# As wide as a line of options may be before their texts begin on the next one.
_TERMS = 26
_INDENT, _BETWEEN = 2, 2


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
    if command.epilog:
        parts.append(_section("Formats", list(_formats()), columns))
    return "\n\n".join(part for part in parts if part)


def _formats() -> Iterator[tuple[str, str]]:
    """What `build` lists below its options."""
    for name, each in FORMATS.items():
        yield name, f"{command_help(each.about)}（{each.file('NAME')}）"


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
        shown = [line] if kept else filled(line.strip(), columns - _INDENT)
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
        shown = filled(_translated(text), max(20, columns - wide))
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
