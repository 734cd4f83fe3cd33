"""Turn numbers into inputs, feed each to its reader within limits, and keep what fails."""

from __future__ import annotations

import json
import mmap
import os
import re
import resource
import signal
import struct
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from briefgen.problems import BriefgenError, Problem, UnfitError
from fuzz.answered import ANSWERED
from fuzz.files import FILES
from fuzz.returned import RETURNED
from fuzz.servers import SERVERS
from fuzz.targets import GIVEN, TARGETS, Target

TARGETS = {**TARGETS, **ANSWERED, **FILES, **SERVERS, **RETURNED}
SECONDS, BYTES = 5.0, 500_000_000
# A worker that says nothing for so long is in a loop that no signal of Python's ends.
_PATIENCE = 120
# A worker is put away after so many inputs, with all that it has cached.
_SHARE = 4000
_LONGEST = 1500
# What is told of exceptions that nobody foresaw.
_NETS = ("program-fault", "kind-failed")
# What tells one fault from another: its kind, and where.
_KIND = re.compile(r"[^\d]*(?: at [^\s:]+:\d+)?")


class TooSlowError(BaseException):
    """An input took more than its time; no reader may catch it."""


class Fault(NamedTuple):
    """What failed: the input's number, in a line what it was, and the trace."""

    index: int
    what: str
    trace: str = ""


class Counts(NamedTuple):
    """What became of the inputs of a target."""

    inputs: int
    refused: int
    slowest: float
    faults: tuple[Fault, ...]


def made(name: str, seed: int, index: int) -> bytes:
    """The input of this number."""
    chance = Random(f"{seed}/{name}/{index}")
    seeds = TARGETS[name].seeds()
    return TARGETS[name].changed(chance, chance.choice(seeds), seeds)


def tried(name: str, data: bytes, folder: Path) -> tuple[str, str, bool, float]:
    """What fails of an input ("" for nothing) and where, whether it was refused, and its CPU
    seconds."""
    target, start, refused = TARGETS[name], time.process_time(), False
    what = trace = ""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = list(_told(target, data, folder))
        signal.setitimer(signal.ITIMER_PROF, 0)
        refused = any(each.severity == "error" for each in found)
        for each in found:
            what = what or _ill_told(each, target, folder)
    except TooSlowError as slow:
        what, trace = f"more than {SECONDS:.0f} s {_at(slow)}", traceback.format_exc()
    except (Exception, AssertionError) as problem:
        what = f"{type(problem).__name__} {_at(problem)}: {str(problem)[:120]}"
        trace = traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
    if grown > BYTES:
        what = what or f"{grown / 1e6:.0f} MB"
    return what, trace, refused, time.process_time() - start


def _told(target: Target, data: bytes, folder: Path) -> Iterator[Problem]:
    try:
        yield from target.read(data, folder)
    except BriefgenError as error:
        yield from error.problems
    except UnfitError as error:
        if target.placed:
            raise
        yield Problem(error.code, tuple({**error.parts, "file": GIVEN}.items()))


def _ill_told(problem: Problem, target: Target, folder: Path) -> str:
    """What is wrong with how a problem is told; "" for nothing."""
    refused = problem.severity == "error"
    if problem.code in _NETS:
        return f"{problem.code}: {problem.sentence('en')[:200]}"
    for tongue in ("en", "zh"):
        said = problem.told(tongue)  # type: ignore[arg-type]
        if len(said) > _LONGEST:
            return f"a line of {len(said) // 1000} thousand characters: {problem.code}"
        if refused and not (problem.mark.file if target.placed else GIVEN in said):
            return f"refused without a file: {problem.code}"
    if refused and target.lines and not problem.mark.line:
        return f"refused without a line: {problem.code}"
    told = folder / problem.mark.file
    if target.lines and told.is_file():
        # What is cut off is told at its last line, which may be empty.
        most = len(re.split(rb"\r\n?|\n", told.read_bytes()))
        if problem.mark.line > most:
            return f"told behind the last line: {problem.code}"
    return ""


def _at(problem: BaseException) -> str:
    frames = traceback.extract_tb(problem.__traceback__)
    own = [each for each in frames if f"{os.sep}briefgen{os.sep}" in each.filename] or frames
    return f"at {own[-1].filename.rpartition('briefgen' + os.sep)[2]}:{own[-1].lineno}"


def _slow(number: int, frame: Any) -> None:
    raise TooSlowError


def run(name: str, seed: int, seconds: float, most: int, start: int = 0) -> Counts:
    """Feed inputs to a target for so long (of the wall), or so many."""
    end, at, inputs = time.monotonic() + seconds, start, 0
    refused, slowest, hung = 0, 0.0, -1
    faults: dict[str, Fault] = {}
    while inputs < most and time.monotonic() < end:
        count = min(_SHARE, most - inputs)
        reached, said = _worker(name, seed, at, count, end, hung)
        for line in said:
            if "fault" in line:
                index, what, trace = line["fault"]
                faults.setdefault(_KIND.match(what)[0], Fault(index, what, trace))
            elif "hung" in line:
                hung = line["hung"]
            else:
                refused += line["refused"]
                slowest = max(slowest, line["slowest"])
        inputs += reached - at
        at = reached
    return Counts(inputs, refused, slowest, tuple(faults.values()))


def _worker(
    name: str, seed: int, start: int, count: int, end: float, hung: int
) -> tuple[int, list[dict[str, Any]]]:
    """The number after the last input that a process of its own has tried, and what it says.

    An input that hangs is tried once more before it is a fault (`hung` is such a one): a process
    may stand still because the machine does.
    """
    shared = mmap.mmap(-1, 16)
    shared[:16] = struct.pack("qd", start, time.monotonic())
    out, into = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(out)
        try:
            with tempfile.TemporaryDirectory(dir=_memory()) as folder:
                _serve(name, seed, range(start, start + count), end, Path(folder), shared, into)
        finally:
            os._exit(0)
    os.close(into)
    said = _heard(pid, out, shared)
    _, status = os.waitpid(pid, 0)
    index = struct.unpack("qd", shared[:16])[0]
    if status:
        killed = os.waitstatus_to_exitcode(status)
        if killed == -signal.SIGKILL and index != hung:
            return index, [*said, {"hung": index}]
        said.append({"fault": (index, f"the process ended with {killed}", "")})
        index += 1
    return index, said


def _heard(pid: int, out: int, shared: mmap.mmap) -> list[dict[str, Any]]:
    """What a worker says until it ends; one that hangs is ended."""
    said = b""
    os.set_blocking(out, False)
    while True:
        try:
            part = os.read(out, 1 << 16)
            if not part:
                break
            said += part
        except BlockingIOError:
            if time.monotonic() - struct.unpack("qd", shared[:16])[1] > _PATIENCE:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)
    os.close(out)
    return [json.loads(line) for line in said.splitlines() if line.endswith(b"}")]


def _serve(
    name: str, seed: int, numbers: range, end: float, folder: Path, shared: mmap.mmap, into: int
) -> None:
    signal.signal(signal.SIGPROF, _slow)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)
    TARGETS[name].room(folder)
    TARGETS[name].seeds()
    limited()
    refused, slowest = 0, 0.0
    for index in numbers:
        shared[:16] = struct.pack("qd", index, time.monotonic())
        if time.monotonic() > end:
            break
        data = made(name, seed, index)
        what, trace, was_refused, took = tried(name, data, folder)
        refused += was_refused
        slowest = max(slowest, took)
        if what:
            os.write(into, json.dumps({"fault": (index, what, trace[-6000:])}).encode() + b"\n")
    else:
        shared[:16] = struct.pack("qd", numbers.stop, time.monotonic())
    told = {"refused": refused, "slowest": slowest}
    os.write(into, json.dumps(told).encode() + b"\n")


def limited() -> None:
    """Let this process have no more than half a gigabyte more than it has."""
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if Path("/proc").is_dir() else 0
    if pages:
        most = pages * resource.getpagesize() + BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _memory() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
