"""Patterns: what is kept of them is what `re` compiles, and nothing depends on its being kept."""

import importlib
import marshal
import os
import pkgutil
import re
import subprocess
import sys
from ast import literal_eval
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import briefgen
from briefgen import patterns

KINDS: Any = importlib.import_module("re._constants")
PARSED: Any = importlib.import_module("re._parser").parse
ALL = """
import importlib, pkgutil, briefgen
from briefgen import patterns
made, own = [], patterns._Pattern.__init__
def noted(self, source, flags=0):
    made.append((repr(source), int(flags)))
    own(self, source, flags)
patterns._Pattern.__init__ = noted
for each in pkgutil.walk_packages(briefgen.__path__, "briefgen."):
    if not each.name.startswith("briefgen.tools") and "__main__" not in each.name:
        importlib.import_module(each.name)
print(*sorted(made), sep="\\n")
"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where patterns are kept by this test alone, which begins with none."""
    file = tmp_path / "patterns"
    monkeypatch.setattr(patterns, "_file", lambda: str(file))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    _anew(monkeypatch)
    return file


def _anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a new process knows."""
    monkeypatch.setattr(patterns, "_KEPT", patterns._Kept())


@cache
def made(seed: str) -> str:
    """Every pattern that the package's modules make: a line with its source and its flags."""
    return subprocess.run(
        [sys.executable, "-c", ALL],
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def may_be_nothing(items: Any) -> bool:
    """Whether a sequence of a parsed pattern also matches nothing, wherever it stands."""
    for kind, of in items:
        if kind in (KINDS.MAX_REPEAT, KINDS.MIN_REPEAT, KINDS.POSSESSIVE_REPEAT) and of[0] == 0:
            continue
        if kind in (KINDS.AT, KINDS.ASSERT):
            continue
        if kind == KINDS.SUBPATTERN and may_be_nothing(of[3]):
            continue
        if kind == KINDS.BRANCH and any(map(may_be_nothing, of[1])):
            continue
        return False
    return True


def is_repeat(items: Any) -> bool:
    """Whether a sequence is one that repeats without end, but for what may be nothing."""
    items = [each for each in items if not may_be_nothing([each])] or list(items)[:1]
    if len(items) != 1:
        return False
    kind, of = items[0]
    if kind == KINDS.SUBPATTERN:
        return is_repeat(of[3])
    return kind in (KINDS.MAX_REPEAT, KINDS.MIN_REPEAT) and of[1] == KINDS.MAXREPEAT


def repeated_twice(items: Any) -> bool:
    """Whether a parsed pattern repeats what repeats without end, as (a+|b)+ and (a+ ?){0,3} do: a
    text that does not match in the end is tried in ways that multiply with each character."""
    for kind, of in items:
        within: Any = ()
        if kind in (KINDS.MAX_REPEAT, KINDS.MIN_REPEAT):
            body = list(of[2])
            while len(body) == 1 and body[0][0] == KINDS.SUBPATTERN:
                body = list(body[0][1][3])
            parted = len(body) == 1 and body[0][0] == KINDS.BRANCH
            ways = body[0][1][1] if parted else [body]
            if of[1] > 1 and any(map(is_repeat, ways)):
                return True
            within = (of[2],)
        elif kind in (KINDS.BRANCH, KINDS.ASSERT, KINDS.ASSERT_NOT):
            within = of[1] if kind == KINDS.BRANCH else (of[1],)
        elif kind in (KINDS.SUBPATTERN, KINDS.ATOMIC_GROUP):
            within = (of[3] if kind == KINDS.SUBPATTERN else of,)
        if any(map(repeated_twice, within)):
            return True
    return False


@pytest.mark.slow
def test_no_pattern_is_tried_in_ways_without_end() -> None:
    for bad in (r"(?:\W+|the)+$", r"(?:[a-z]+ ?)*x", r"((?:ab)+)*c", r"(?:\w+ ?){0,3}-"):
        assert repeated_twice(PARSED(bad))
    found = [literal_eval(line) for line in made("1").splitlines()]
    assert len(found) > 1000
    assert [
        each for each, flags in found if repeated_twice(PARSED(literal_eval(each), flags))
    ] == []


@pytest.mark.slow
def test_what_is_kept_of_every_pattern_makes_the_one_that_re_compiles() -> None:
    found: set[tuple[str | bytes, int]] = set()
    for each in pkgutil.walk_packages(briefgen.__path__, "briefgen."):
        if not each.name.startswith("briefgen.tools") and "__main__" not in each.name:
            module = importlib.import_module(each.name)
            own = [v for v in vars(module).values() if isinstance(v, patterns._Pattern)]
            found |= {(one.pattern, int(one.flags)) for one in own}
    assert len(found) > 300
    for source, flags in found:
        assert patterns._made(source, patterns._code(source, flags)) == re.compile(source, flags)


def test_a_pattern_is_compiled_by_one_process_and_read_by_the_next(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        made = patterns.pattern(r"(?i)(?P<year>\d{4})年(?P<half>[上下]半年)?")
        found = made.search("在2025年上半年")
        assert found is not None
        assert found.groupdict() == {"year": "2025", "half": "上半年"}
        assert patterns.compiled(r"(a)|b", re.IGNORECASE).sub("-", "xABy") == "x--y"
        new = dict(patterns._KEPT.new)
        patterns.keep()
        _anew(monkeypatch)
    assert new == {}
    assert len(patterns._opened().places) == 2


@pytest.mark.parametrize("bad", [b"", b"not at all", b"(\x02\x00\x00\x00", None])
def test_a_file_of_patterns_that_is_damaged_or_of_another_python_is_as_none(
    kept: Path, monkeypatch: pytest.MonkeyPatch, bad: bytes | None
) -> None:
    patterns.compiled("[一-鿿]+")
    patterns.keep()
    if bad is None:
        with monkeypatch.context() as other:
            other.setattr(sys, "version", "another")
            assert not patterns._opened().places
        return
    kept.write_bytes(bad)
    _anew(monkeypatch)
    assert patterns.compiled("[一-鿿]+").findall("a广州b") == ["广州"]


def test_code_that_cannot_be_one_is_compiled_anew(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = "a+", 0
    code = marshal.dumps((key, (32, b"\xff" * 8, 0, {}, (None,))))
    kept.write_bytes(patterns._written({patterns._sum(key): code}))
    found = patterns.compiled("a+").match("aab")
    assert found is not None
    assert found[0] == "aa"


def test_a_source_of_the_same_sum_as_another_is_compiled_itself(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_sum", lambda key: 1)
    patterns.compiled("a+")
    patterns.keep()
    _anew(monkeypatch)
    assert patterns.compiled("[bc]+").findall("abc") == ["bc"]
    patterns.keep()
    _anew(monkeypatch)
    assert patterns.compiled("[bc]+").findall("cab") == ["c", "b"]
    assert not patterns._KEPT.new


def test_a_file_that_another_process_reads_is_left_as_it_is(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    patterns.compiled("a+")
    monkeypatch.setattr(os, "replace", refuse)
    patterns.keep()
    assert not list(kept.parent.iterdir())


def test_nothing_is_kept_where_python_keeps_no_bytecode(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    patterns.compiled("a+")
    patterns.keep()
    assert not kept.exists()


def test_a_folder_that_cannot_be_written_to_says_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_file", lambda: str(kept / "no" / "folder"))
    patterns.compiled("a+")
    patterns.keep()
    assert not kept.exists()


def test_a_forked_process_keeps_only_what_it_compiled_itself(kept: Path) -> None:
    patterns.compiled("a+")
    patterns.forked()
    patterns.compiled("b+")
    patterns.keep()
    assert patterns._opened().places.keys() == {patterns._sum(("b+", 0))}


def test_what_a_library_compiles_while_it_is_imported_is_kept_too(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = re.compile
    with patterns.kept_too():
        assert re.compile("(?P<word>[a-z]+)!").search("so, now!")
    assert re.compile is own
    patterns.keep()
    _anew(monkeypatch)
    found = patterns._KEPT.of("(?P<word>[a-z]+)!", 0)
    assert found
    assert found.findall("and then!") == ["then"]


@pytest.mark.slow
def test_the_sources_of_patterns_are_the_same_in_every_process() -> None:
    assert made("1") == made("2")
