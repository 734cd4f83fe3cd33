"""Turn whatever ends a run into an exit code, and one line that says why.

The table below is the whole of it: the first row that an exception belongs to gives its exit code
and its line. Tracebacks are for those who ask for them, with `--debug` or BRIEFGEN_DEBUG=1.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from types import FrameType
from typing import Any, NoReturn

import click

from briefgen import patterns
from briefgen.cli.commands import PassedError
from briefgen.cli.say import CONTENT, DONE, INTERRUPTED, MACHINE, Run, coded
from briefgen.machine import garbage
from briefgen.machine.reasons import as_said, reason
from briefgen.messages.cli import PHRASES
from briefgen.messages.entry import Tongue
from briefgen.problems import BriefgenError, ContentError, MachineError, Problem, phrase

_BETWEEN: dict[Tongue, str] = {"en": "; ", "zh": "；"}


def _silence(problem: BaseException, tongue: Tongue) -> str:
    return ""


def _interrupted(problem: BaseException, tongue: Tongue) -> str:
    return PHRASES["interrupted"].told(tongue, {})


def _problems(problem: BaseException, tongue: Tongue) -> str:
    """What a problem says, with its place if it has one."""
    assert isinstance(problem, BriefgenError)
    return _line(problem.problems, tongue)


def _machine(problem: BaseException, tongue: Tongue) -> str:
    """Which file the machine would not let us use, if it was one, and why."""
    assert isinstance(problem, OSError)
    why, named = reason(problem) or type(problem).__name__, problem.filename
    if isinstance(named, str | bytes):
        return _line([Problem.of("machine-refuses-file", path=os.fsdecode(named), why=why)], tongue)
    return _line([Problem.of("machine-refuses", why=why)], tongue)


def _encoded(problem: BaseException, tongue: Tongue) -> str:
    """Which character of a name the system cannot say."""
    assert isinstance(problem, UnicodeEncodeError)
    if problem.encoding == "utf-8" or problem.encoding != sys.getfilesystemencoding():
        return _fault(problem, tongue)
    lost = problem.object[problem.start]
    why = phrase("name-not-encoded", encoding=problem.encoding, character=lost)
    return _line([Problem.of("machine-refuses", why=why)], tongue)


def _fault(problem: BaseException, tongue: Tongue) -> str:
    return _line([Problem.of("program-fault", what=as_said(problem))], tongue)


def _of(code: str) -> _Line:
    return lambda _, tongue: _line([Problem.of(code)], tongue)


def _line(problems: Iterable[Problem], tongue: Tongue) -> str:
    lines = (
        coded(each.told(tongue) if each.mark.file else each.line(tongue), each) for each in problems
    )
    return _BETWEEN[tongue].join(lines)


_Line = Callable[[BaseException, Tongue], str]
TABLE: tuple[tuple[type[BaseException], int, _Line], ...] = (
    (BrokenPipeError, MACHINE, _silence),  # nobody reads on, so nobody is told
    (KeyboardInterrupt, INTERRUPTED, _interrupted),
    (click.Abort, INTERRUPTED, _interrupted),
    (ContentError, CONTENT, _problems),
    (MachineError, MACHINE, _problems),
    (OSError, MACHINE, _machine),
    (MemoryError, MACHINE, _of("out-of-memory")),
    (RecursionError, MACHINE, _of("nested-too-deep")),
    (UnicodeEncodeError, MACHINE, _encoded),
    (Exception, MACHINE, _fault),
)


def run(command: click.Command, arguments: Sequence[str] | None, state: Run) -> int:
    """Do what a command line says (that of the process if None); the exit code. Raises nothing."""
    try:
        code = _done(command, arguments, state)
        for stream in _streams():
            stream.flush()
        return code
    except (Exception, KeyboardInterrupt) as problem:
        cause = problem.__cause__ if isinstance(problem, PassedError) else problem
        return _told(cause or problem, state)


def _done(command: click.Command, arguments: Sequence[str] | None, state: Run) -> int:
    try:
        args = None if arguments is None else list(arguments)
        done = command.main(args, "briefgen", standalone_mode=False, obj=state)
        return done if isinstance(done, int) else DONE
    except SystemExit as end:
        if isinstance(end.code, str):
            raise MachineError.of("machine-refuses", why=end.code) from end
        return end.code or DONE


def _told(problem: BaseException, state: Run) -> int:
    """Tell what ended a run, if anybody hears it; the exit code."""
    with suppress(OSError, ValueError):
        if state.debug:
            traceback.print_exception(problem)
        if isinstance(problem, click.ClickException):
            problem.show()
        if state.json:
            _in_json(problem, state.tongue)
    if isinstance(problem, click.ClickException):
        return problem.exit_code
    code, line = next((code, line) for kind, code, line in TABLE if isinstance(problem, kind))
    with suppress(OSError, ValueError):
        if said := line(problem, state.tongue):
            click.echo(f"briefgen: {said}", err=True)
    return code


def _in_json(problem: BaseException, tongue: Tongue) -> None:
    """Say what ended a run in JSON too, for programs: nothing else stands on standard output."""
    import json

    from briefgen.answers import findings

    found = getattr(problem, "problems", None) or [getattr(problem, "problem", None)]
    known = [each for each in found if isinstance(each, Problem)]
    if not known and isinstance(problem, Exception) and not isinstance(problem, BrokenPipeError):
        known = [Problem.of("program-fault", what=as_said(problem))]
    if known:
        told = findings.as_dicts(findings.bare(known, tongue))
        click.echo(json.dumps({"problems": told}, indent=2))


def own_process(state: Run) -> None:
    """Prepare a process that is this command's alone: its streams, its signals, its last words."""
    _open_streams()
    for stream in _streams():
        # Where nothing is known of the reader it gets UTF-8 (as in PEP 538).
        unknown = stream.encoding.lower().replace("_", "-") in ("ascii", "us-ascii", "646")
        encoding = "utf-8" if unknown else stream.encoding
        stream.reconfigure(encoding=encoding, errors=_lenient(encoding))

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


def _lenient(encoding: str) -> str:
    """What is written for characters that an encoding lacks: near ones, in UTF-8 escapes of what
    is no character."""
    if encoding.lower().replace("-", "") == "utf8":
        return "backslashreplace"
    from briefgen.cli import near

    return near.register()


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
    patterns.keep()
    garbage.no_more()
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
