"""Damaged and odd input, always the same: nothing fails, takes long, or lacks its place."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest
from fuzz import change, run, targets
from fuzz import guided as guiding

ROOT = Path(__file__).parents[1]
POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="inputs are tried in processes")


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("target", run.TARGETS)
def test_nothing_that_is_read_surprises_anyone(target: str) -> None:
    # Many more are tried by `python -m tests.fuzz`, for a minute at each landing.
    counts = run.run(target, 7, 60, 20)
    assert counts.faults == ()
    assert counts.inputs > 1
    assert counts.slowest < run.SECONDS


@pytest.mark.slow
@pytest.mark.parametrize("target", run.TARGETS)
def test_an_input_is_made_of_its_number_alone(target: str) -> None:
    made = [run.made(target, 3, index) for index in range(6)]
    assert made == [run.made(target, 3, index) for index in range(6)]
    assert len(set(made)) > 1


@POSIX
def test_what_fails_is_written_as_a_file_that_repeats_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(data: bytes, folder: Path) -> tuple[()]:
        raise KeyError("odd")

    broken = run.TARGETS["csv"]._replace(read=fails)
    monkeypatch.setitem(run.TARGETS, "csv", broken)
    (fault,) = run.run("csv", 1, 20, 3).faults
    assert fault.what.startswith("KeyError at")


@pytest.mark.slow
@POSIX
def test_a_reader_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def goes_on(data: bytes, folder: Path) -> tuple[()]:
        while True:
            pass

    monkeypatch.setattr(run, "SECONDS", 0.2)
    monkeypatch.setitem(run.TARGETS, "csv", run.TARGETS["csv"]._replace(read=goes_on))
    (fault,) = run.run("csv", 1, 20, 2).faults
    assert "more than" in fault.what


@POSIX
def test_a_reader_that_stands_still_is_tried_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waits(data: bytes, folder: Path) -> tuple[()]:
        (tmp_path / "tried").open("ab").write(b"x")
        if (tmp_path / "tried").stat().st_size <= stands:
            time.sleep(60)
        return ()

    monkeypatch.setattr(run, "_PATIENCE", 0.3)
    monkeypatch.setitem(run.TARGETS, "csv", run.TARGETS["csv"]._replace(read=waits))
    stands = 1  # as where the machine had no time for it
    counts = run.run("csv", 1, 20, 2)
    assert (counts.inputs, counts.faults) == (2, ())
    (tmp_path / "tried").unlink()
    stands = 2
    (fault,) = run.run("csv", 1, 20, 2).faults
    assert fault.what == "the process ended with -9"


@POSIX
def test_a_file_is_tried_again_from_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "csv-1-2.bin").write_bytes(b"a,b\n1,2\n")
    command = [sys.executable, "-m", "tests.fuzz", "--repeat", str(tmp_path / "csv-1-2.bin")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("nothing fails (taken")


def test_packages_stay_packages_mostly() -> None:
    (seed, *_) = run.TARGETS["docx"].seeds()
    made = [change.package(Random(n), seed, (seed,)) for n in range(40)]
    assert sum(each.startswith(b"PK") for each in made) > 20
    assert all(each != seed for each in made[:5])


@pytest.mark.slow
def test_likely_changes_are_mostly_taken_and_what_is_taken_apart_is_the_same(
    tmp_path: Path,
) -> None:
    seeds = targets.outlines()
    target, values = run.TARGETS["yaml"], change.by_key((*seeds, *guiding.slides()))
    target.room(tmp_path)
    refused = 0
    for number in range(30):
        chance = Random(number)
        made = change.likely(chance, chance.choice(seeds), values)
        data = targets.dumped(chance, made)
        assert targets.loaded(targets.dumped(chance, guiding.taken(data, seeds[0]))) == (
            targets.loaded(data)
        )
        refused += run.tried("yaml", data, tmp_path)[2]
    assert refused < 15


GUIDED = """
import runpy, sys
sys.argv[1:] = ["--target", "csv", "--seconds", "1", "--out", {out!r}]
{before}
runpy.run_module("tests.fuzz.guided", run_name="__main__")
"""


def guided(out: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    code = GUIDED.format(out=str(out), before=before)
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_without_what_guides_it_says_how_to_install_that(tmp_path: Path) -> None:
    done = guided(tmp_path, "sys.modules['atheris'] = None")
    assert done.returncode == 2
    assert "pip install" in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed")
def test_inputs_are_led_to_code_that_none_reached(tmp_path: Path) -> None:
    done = guided(tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "NEW" in done.stderr
    assert not list(tmp_path.iterdir())
