"""Turn a command line into a command, and what click finds wrong with it into a problem."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from itertools import takewhile
from typing import Any

import click

from briefgen import patterns
from briefgen.cli.say import Run, WrongUsageError, refuse
from briefgen.cli.tongue import tongue_of
from briefgen.messages.entry import TONGUES
from briefgen.problems import Phrase, Problem, phrase

# Read before all others, by `tongue_of`; here it is only taken, and described.
_LANG = click.Option(
    ["--lang"],
    type=click.Choice(TONGUES),
    expose_value=False,
    help="Language of messages (default: BRIEFGEN_LANG, else the system's).",
)


class PassedError(Exception):
    """What click would turn into exit codes of its own, carried past it as its cause."""


class _Helpful(click.Command):
    """What takes `--lang`, and tells its help in the language of the run."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.params.append(_LANG)

    def get_help(self, ctx: click.Context) -> str:
        if ctx.ensure_object(Run).tongue == "en":
            return super().get_help(ctx)
        from briefgen.cli.help import help_page

        return help_page(self, ctx)


class Command(_Helpful):
    """A command that says itself what it does not take."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _within(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            refuse("extra-argument", arguments=tuple(rest), command=ctx.command_path)
        return rest


class Commands(_Helpful, click.Group):
    """A group whose commands may end in anything: wrong usage becomes a problem of the catalogue,
    the rest is passed on to whoever called. `rooms` says in which module each command stands, which
    is imported when it is asked for."""

    command_class = Command

    def __init__(self, *arguments: Any, rooms: Mapping[str, str], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._rooms = rooms

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._rooms)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self._rooms:
            with patterns.kept_too():
                import_module(self._rooms[cmd_name])
        return super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _within(ctx):
            return super().parse_args(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], *more: Any, **named: Any
    ) -> click.Context:
        run = named.setdefault("obj", Run())
        run.tongue = tongue_of(args, os.environ)
        run.json = "--json" in takewhile(lambda argument: argument != "--", args)
        with _passed(run):
            return super().make_context(info_name, args, *more, **named)

    def invoke(self, ctx: click.Context) -> Any:
        with _passed(ctx.ensure_object(Run)):
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-") and not ctx.resilient_parsing:
            from briefgen.outline.nearest import nearest

            refuse("unknown-command", name=name, offer=nearest(name, known))
        return super().resolve_command(ctx, args)


@contextmanager
def _within(ctx: click.Context) -> Iterator[None]:
    """Note at an error of the parser which command it is of."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


@contextmanager
def _passed(run: Run) -> Iterator[None]:
    try:
        yield
    except (BrokenPipeError, EOFError, KeyboardInterrupt) as problem:
        raise PassedError from problem
    except click.UsageError as error:
        wrong = _problem_of(error)
        if wrong is None:
            raise
        raise WrongUsageError(wrong, run.tongue) from error


def _problem_of(error: click.UsageError) -> Problem | None:
    """What click says of a command line, as a problem; None for help that nobody asked for."""
    command = error.ctx.command_path if error.ctx else "briefgen"
    if isinstance(error, click.NoSuchOption):
        offer: Phrase = phrase("help-lists-options", command=command)
        if error.possibilities:
            offer = phrase("did-you-mean", name=error.possibilities[0])
        return Problem.of("unknown-option", option=error.option_name, offer=offer)
    if isinstance(error, click.MissingParameter):
        return Problem.of("missing-argument", what=_name(error), command=command)
    if isinstance(error, click.BadParameter):
        return _unfit(error)
    if isinstance(error, click.BadOptionUsage):
        options = error.ctx.command.params if error.ctx else []
        flags = [name for each in options if getattr(each, "is_flag", False) for name in each.opts]
        code = "option-takes-no-value" if error.option_name in flags else "option-without-value"
        return Problem.of(code, option=error.option_name)
    if type(error) is not click.UsageError:
        return None
    if error.ctx and isinstance(error.ctx.command, click.Group):
        return Problem.of("missing-command", command=command)
    return Problem.of("wrong-usage", said=error.message)


def _unfit(error: click.BadParameter) -> Problem:
    """What a value should be, by the type of its option or argument."""
    what, kind = _name(error), error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return Problem.of("option-choice", what=what, choices=tuple(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return Problem.of("option-whole-number", what=what, least=str(kind.min))
    if isinstance(kind, click.Path) and kind.exists and "does not exist" in error.message:
        return Problem.of("option-not-there", what=what)
    if isinstance(kind, click.Path) and kind.file_okay != kind.dir_okay:
        return Problem.of(
            "option-wants-file" if kind.file_okay else "option-wants-folder", what=what
        )
    return Problem.of("option-unfit", what=what, said=error.message)


def _name(error: click.BadParameter) -> str:
    """An option's longest name, an argument's name as the usage shows it."""
    if error.param is None:
        return ""
    if isinstance(error.param, click.Argument):
        return error.param.human_readable_name
    return max(error.param.opts, key=len)
