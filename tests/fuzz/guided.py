"""Turn a target into inputs that reach code which none reached before, where atheris is installed.

    python -m tests.fuzz.guided --target yaml --seconds 600 --seed 1

It begins with inputs of `python -m tests.fuzz`, and changes what reached something new by the same
changes, by bytes, and by words that the schema knows. Of each kind of fault the first input is
written as a file that repeats it, and the search goes on. `pip install -e ".[fuzz]"` installs
atheris.
"""

from __future__ import annotations

import argparse
import json
import os
import pkgutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from hashlib import sha256
from importlib import import_module
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

# So many inputs of `python -m tests.fuzz` are what it begins with.
FIRST = 300
# No input is longer, if those that it begins with are not: what is read to its end takes its time.
LONGEST = 8192
# So often bytes are changed, where a change of the target's own is possible.
BYTES = 0.3
# So often a tree keeps to what its keys may hold, and gets further than to be refused.
LIKELY = 0.6


def main() -> int:
    """Feed targets for so long each: 0 if nothing failed, 1 if something did, 2 where atheris is
    not installed."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz.guided", description=__doc__)
    asked.add_argument("--target", required=True, action="append")
    asked.add_argument("--seconds", type=int, default=60, help="for each target")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--out", type=Path, default=Path("fuzzed"), help="where failures go")
    given = asked.parse_args()
    try:
        atheris: Any = import_module("atheris")
    except ImportError:
        print('atheris is not installed: pip install -e ".[fuzz]"', file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["briefgen"]):
        run: Any = import_module("fuzz.run")
        for name in given.target:
            if name not in run.TARGETS:
                asked.error(f"no target {name!r}; there are {', '.join(sorted(run.TARGETS))}")
        imported()
    failed = [name for name in given.target if fed(atheris, run, given, name)]
    return int(bool(failed))


def fed(atheris: Any, run: Any, given: Any, name: str) -> bool:
    """Whether anything failed of a target, in a process of its own: libFuzzer ends it."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"{name}, seed {given.seed}:", file=sys.stderr, flush=True)
        pid = os.fork()
        if not pid:
            search(atheris, run, given, name, Path(folder))
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        # What ended the process itself.
        for each in Path(folder).glob("*-*"):
            given.out.mkdir(exist_ok=True)
            (given.out / f"{name}-{each.name}.bin").write_bytes(each.read_bytes())
        return bool(status) or (Path(folder) / "failed").exists()


def search(atheris: Any, run: Any, given: Any, name: str, folder: Path) -> None:
    """Change inputs and feed them until the time is over, which ends the process."""
    signal.signal(signal.SIGPROF, run._slow)
    target, room, begun = run.TARGETS[name], folder / "room", folder / "begun"
    room.mkdir()
    begun.mkdir()
    target.room(room)
    longest = LONGEST
    for number in range(FIRST):
        data = run.made(name, given.seed, number)
        (begun / f"{number}").write_bytes(data)
        longest = max(longest, len(data))
    known: set[str] = set()

    def feed(data: bytes) -> None:
        what, trace, *_ = run.tried(name, data, room)
        kind = what and run._KIND.match(what)[0]
        if not what or kind in known:
            return
        known.add(kind)
        (folder / "failed").touch()
        given.out.mkdir(exist_ok=True)
        path = given.out / f"{name}-{sha256(data).hexdigest()[:12]}.bin"
        path.write_bytes(data)
        path.with_suffix(".txt").write_text(f"{what}\n{trace}", "utf-8", "replace")
        print(f"  {what!a}\n    python -m tests.fuzz --repeat {path}", flush=True)

    words = folder / "words"
    words.write_text("".join(f"{each}\n" for each in dictionary()), "utf-8")
    rules = (
        f"-max_total_time={given.seconds}",
        f"-seed={given.seed}",
        f"-max_len={longest * 2}",
        "-len_control=0",
        f"-dict={words}",
        "-timeout=120",
        f"-artifact_prefix={folder}/",
    )
    changed = changing(target, name, atheris)
    atheris.Setup([sys.argv[0], *rules, str(begun)], feed, custom_mutator=changed)
    atheris.Fuzz()


def changing(target: Any, name: str, atheris: Any) -> Any:
    """How an input of a target is changed to another: by bytes, by the target's own changes, or, of
    what is written in YAML, by some that keep to what its keys may hold."""
    change: Any = import_module("fuzz.change")
    in_yaml = name not in import_module("fuzz.servers").SERVERS
    dumped = import_module("fuzz.targets").dumped
    seeds = target.seeds()
    others = (*seeds, *slides()) if isinstance(seeds[0], dict) else seeds
    values = change.by_key(others)

    def changed(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.random() > BYTES:
            with suppress(Exception):  # what cannot be taken apart is changed by bytes
                one = taken(data, seeds[0])
                if in_yaml and isinstance(one, dict | list) and chance.random() < LIKELY:
                    made = dumped(chance, change.likely(chance, one, values))
                else:
                    made = target.changed(chance, one, others)
                if len(made) <= most:
                    return bytes(made)
        return bytes(atheris.Mutate(data, most))

    return changed


def imported() -> None:
    """Import all of briefgen: what a target imports late is to be seen too."""
    briefgen = import_module("briefgen")
    for each in pkgutil.walk_packages(briefgen.__path__, "briefgen."):
        if not each.name.endswith("__main__"):
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
                import_module(each.name)


def taken(data: bytes, like: Any) -> Any:
    """Bytes as what a target changes: a tree, a text, bytes, or a text behind a number."""
    if isinstance(like, bytes):
        return data
    if isinstance(like, str):
        return data.decode("utf-8", "replace")
    if isinstance(like, tuple):
        number, _, words = data.partition(b"\n")
        return (int(number[:4]), *like[1:3], words.decode("utf-8", "replace"))
    with suppress(ValueError):
        return json.loads(data)
    from briefgen.answers.examples import plain
    from briefgen.outline.reading.read import read
    from briefgen.problems import Problems

    node = read(data, "a.yaml", Problems())
    if node is None:
        raise ValueError
    return plain(node)


def slides() -> list[Any]:
    """One of each kind of slide, with every field that it may have."""
    from briefgen.answers.described import schema
    from briefgen.kinds import kinds

    found = []
    for name in kinds():
        fields = schema(name)["properties"].items()
        found.append({key: each["examples"][0] for key, each in fields if each.get("examples")})
    return found


def dictionary() -> Iterator[str]:
    """The words of outlines and audiences, and what somebody types, as libFuzzer reads them."""
    from briefgen.answers.described import schema
    from fuzz.change import WORDS

    words = {*WORDS, *_names(schema()), *_names(schema("audience"))}
    for each in sorted(words):
        data = each.encode("utf-8", "surrogatepass")
        if 0 < len(data) <= 60:
            yield '"' + "".join(f"\\x{byte:02x}" for byte in data) + '"'


def _names(schema: Any) -> Iterator[str]:
    """The keys and the fixed words of a schema."""
    if isinstance(schema, list):
        for each in schema:
            yield from _names(each)
    elif isinstance(schema, dict):
        properties = schema.get("properties")
        yield from properties if isinstance(properties, dict) else ()
        yield from (each for each in schema.get("enum", ()) if isinstance(each, str))
        for each in schema.values():
            yield from _names(each)


if __name__ == "__main__":
    sys.exit(main())
