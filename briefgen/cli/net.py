"""Turn whatever ends a run into an exit code, and one line that says why.

The table below is the whole of it: the first row that an exception belongs to gives its code and
its sentence. Tracebacks are for those who ask for them, with `--debug` or BRIEFGEN_DEBUG=1.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from types import FrameType
from typing import Any, NoReturn

import click

from briefgen.cli.say import CONTENT, DONE, INTERRUPTED, MACHINE
from briefgen.problems import ContentError, MachineError, plain
from briefgen.record import State

_LONGEST = 300


def _of_content(problem: BaseException) -> str:
    assert isinstance(problem, ContentError)
    return "; ".join(map(str, problem.problems))


def _of_problem(problem: BaseException) -> str:
    assert isinstance(problem, MachineError)
    return "; ".join(each.line("en") for each in problem.problems)


def _of_machine(problem: BaseException) -> str:
    """Which file the machine would not let us use, if it was one, in the system's words."""
    why = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
    named = getattr(problem, "filename", None)
    if isinstance(named, str | bytes):
        return f"cannot use {os.fsdecode(named)}: {why}"
    return f"the machine got in the way: {why}"


def _of_fault(problem: BaseException) -> str:
    said = " ".join(str(problem).split())[:_LONGEST]
    return (
        "this is a fault of the program, or of a slide kind that was added to it, and not of the "
        f"content: {type(problem).__name__}{': ' if said else ''}{said} (hint: `briefgen --debug …`"
        " shows where it arises; send that to whoever maintains the program)"
    )


_Sentence = Callable[[BaseException], str]
TABLE: tuple[tuple[type[BaseException], int, _Sentence], ...] = (
    (BrokenPipeError, MACHINE, lambda _: ""),  # nobody reads on, so nobody is told
    (KeyboardInterrupt, INTERRUPTED, lambda _: "interrupted"),
    (click.Abort, INTERRUPTED, lambda _: "interrupted"),
    (ContentError, CONTENT, _of_content),
    (MachineError, MACHINE, _of_problem),
    (OSError, MACHINE, _of_machine),
    (MemoryError, MACHINE, lambda _: "there is not enough memory"),
    (RecursionError, MACHINE, lambda _: "something is nested deeper than can be followed"),
    (Exception, MACHINE, _of_fault),
)


class Run(State):
    """How a run is told of, and what ended it where nothing could be raised (0: nothing)."""

    debug: bool = False
    ended: int = 0


class _PassedError(Exception):
    """What click would turn into exit codes of its own, carried past it as its cause."""


class Commands(click.Group):
    """A group whose commands may end in anything: all of it comes to the table."""

    def make_context(self, *arguments: Any, **named: Any) -> click.Context:
        with _passed():
            return super().make_context(*arguments, **named)

    def invoke(self, ctx: click.Context) -> Any:
        with _passed():
            return super().invoke(ctx)


@contextmanager
def _passed() -> Iterator[None]:
    try:
        yield
    except (BrokenPipeError, EOFError, KeyboardInterrupt) as problem:
        raise _PassedError from problem


def run(command: click.Command, arguments: Sequence[str] | None, state: Run) -> int:
    """Do what a command line says (that of the process if None); the exit code. Raises nothing."""
    try:
        code = _done(command, arguments, state)
        for stream in _streams():
            stream.flush()
        return code
    except (Exception, KeyboardInterrupt) as problem:
        cause = problem.__cause__ if isinstance(problem, _PassedError) else problem
        return _told(cause or problem, state.debug)


def _done(command: click.Command, arguments: Sequence[str] | None, state: Run) -> int:
    try:
        args = None if arguments is None else list(arguments)
        done = command.main(args, "briefgen", standalone_mode=False, obj=state)
        return done if isinstance(done, int) else DONE
    except SystemExit as end:
        if isinstance(end.code, str):
            raise MachineError(end.code) from end
        return end.code or DONE


def _told(problem: BaseException, debug: bool) -> int:
    """Tell what ended a run, if anybody hears it; the exit code."""
    with suppress(OSError, ValueError):
        if debug:
            traceback.print_exception(problem)
        if isinstance(problem, click.ClickException):
            problem.show()
    if isinstance(problem, click.ClickException):
        return problem.exit_code
    code, sentence = next((code, say) for kind, code, say in TABLE if isinstance(problem, kind))
    with suppress(OSError, ValueError):
        if said := sentence(problem):
            click.echo(f"briefgen: {plain(said)}", err=True)
    return code


def own_process(state: Run) -> None:
    """Prepare a process that is this command's alone: its streams, its signals, its last words."""
    _open_streams()
    for stream in _streams():
        # Where nothing is known of the reader it gets UTF-8 (as in PEP 538); what it cannot show
        # otherwise is written as an escape.
        unknown = stream.encoding.lower().replace("_", "-") in ("ascii", "us-ascii", "646")
        stream.reconfigure(
            encoding="utf-8" if unknown else stream.encoding, errors="backslashreplace"
        )

    def unraisable(lost: Any) -> None:
        if isinstance(lost.exc_value, KeyboardInterrupt):
            state.ended = INTERRUPTED
        elif isinstance(lost.exc_value, SystemExit):
            state.ended = int(lost.exc_value.code or DONE)
        elif state.debug:
            sys.__unraisablehook__(lost)

    sys.unraisablehook = unraisable
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _ended)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _ended(number: int, _: FrameType | None) -> NoReturn:
    """End as a signal asks, by way of all that cleans up behind itself."""
    sys.exit(128 + number)


def leave(code: int) -> NoReturn:
    """End the process: what was printed goes out, or is lost without a word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for stream in _streams():
        try:
            stream.flush()
        except (OSError, ValueError):
            # Python would try again at its end, tell of it, and exit with 120.
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(code)


def _open_streams() -> None:
    """Lead streams that were closed to nowhere, before a file of the run gets their number."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free, which is this
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def _streams() -> list[TextIOWrapper]:
    return [stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, TextIOWrapper)]
