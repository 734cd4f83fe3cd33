"""Measure briefgen against PptxGenJS and Typst at the same content, in one run.

    python tests/benchmarks/against.py [NAME…] [--runs 11] [--node-path DIR] [--typst-python PYTHON]
    python tests/benchmarks/against.py --profile NAME

The others are run as somebody who knows them would write it (`peers/`), with the same texts and
figures. Each pair is measured in turn, so that what else the machine does falls on both; told are
the medians of seconds, their ratio, and the peak of memory of all processes (PSS, Linux). A
comparison whose other is not installed is left out with the reason. With `--profile` a comparison's
own part is told function by function, the longest first, by the time in it and what it calls.

What is not compared with others is measured against itself: how it grows (slides, rows), a warm
rebuild, six audiences against one, memory at row 1,000 and at row 10,000, the stages of a build.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

import inputs

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).parent / "peers"
FACES = ROOT / "assets" / "fonts"


class Tools(NamedTuple):
    """The others: where node finds PptxGenJS, which Python has Typst; "" where it is missing."""

    node_path: str
    typst: str

    @property
    def js(self) -> list[str]:
        return ["node", str(PEERS / "deck.js")]

    @property
    def pages(self) -> list[str]:
        return [self.typst, str(PEERS / "typst_pages.py"), str(FACES)]


def own(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "briefgen", *map(str, arguments)]


def build(outline: Path, out: Path, *more: str) -> list[str]:
    return own("build", outline, "-a", "base", "-o", out, *more)


def merge(folder: Path, out: Path, *more: str) -> list[str]:
    outline, table = folder / "content/outline.yaml", folder / "rows.csv"
    return own("merge", outline, table, "-f", "brief", "-o", out, *more)


def run(command: Sequence[str], tools: Tools) -> float:
    environment = {**os.environ, "NODE_PATH": tools.node_path, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(command)[:200]}\n{done.stderr[-2000:]}")
    return seconds


def memory(commands: Sequence[Sequence[str]], tools: Tools, pause: float = 0.01) -> float:
    """The most memory of these commands, one after the other, in MiB: the proportional share (PSS)
    of every process at once; 0 where the system does not say it."""
    if not Path("/proc/self/smaps_rollup").exists():
        return 0.0
    most = 0.0
    for command in commands:
        environment = {**os.environ, "NODE_PATH": tools.node_path, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while process.poll() is None:
            most = max(most, sum(map(_pss, _tree(process.pid))) / 1024)
            time.sleep(pause)
    return most


def _tree(pid: int) -> list[int]:
    """A process and all that it started."""
    children: dict[int, list[int]] = {}
    for each in filter(str.isdigit, os.listdir("/proc")):
        try:
            stat = Path(f"/proc/{each}/stat").read_text()
        except OSError:
            continue
        children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(each))
    found, pending = [], [pid]
    while pending:
        at = pending.pop()
        found.append(at)
        pending += children.get(at, [])
    return found


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


Commands: TypeAlias = list[list[str]]
# Writes what a comparison reads into a folder; the commands of ours, and of theirs.
Prepare: TypeAlias = Callable[[Path, Tools], tuple[Commands, Commands]]


class Pair(NamedTuple):
    """A comparison: its name, what it compares, whom it needs."""

    name: str
    about: str
    needs: str
    prepare: Prepare


def _both(folder: Path, tools: Tools) -> tuple[Commands, Commands]:
    """The deck of sixteen slides and the page, cold."""
    inputs.write(folder, inputs.slides())
    shutil.copy(PEERS / "page.typ", folder)
    theirs = [
        [*tools.js, str(folder / "slides.json"), str(folder / "their.pptx")],
        [*tools.pages, str(folder / "page.typ"), str(folder / "their.pdf")],
    ]
    return [build(folder / "content/outline.yaml", folder / "own")], theirs


def _deck(count: int, apart: bool, typed: int = 0) -> Prepare:
    def prepare(folder: Path, tools: Tools) -> tuple[Commands, Commands]:
        inputs.write(folder, inputs.slides(count, apart, typed))
        theirs = [[*tools.js, str(folder / "slides.json"), str(folder / "their.pptx")]]
        return [build(folder / "content/outline.yaml", folder / "own", "-f", "deck")], theirs

    return prepare


def _rows(count: int, word: bool, jobs: int) -> Prepare:
    def prepare(folder: Path, tools: Tools) -> tuple[Commands, Commands]:
        inputs.write_rows(folder, inputs.rows(count, word))
        shutil.copy(PEERS / "page.typ", folder)
        emptied(folder / "their")
        pages = sorted(map(str, (folder / "rows").iterdir()))
        theirs = [[*tools.pages, str(folder / "page.typ"), str(folder / "their"), *pages]]
        return [merge(folder, folder / "own", "-j", str(jobs))], theirs

    return prepare


PAIRS = (
    Pair("both", "16 slides and the page, cold, against PptxGenJS + Typst", "both", _both),
    Pair("500", "500 slides, no two texts equal, against PptxGenJS", "node", _deck(500, True)),
    Pair("500-equal", "500 slides that repeat six, against PptxGenJS", "node", _deck(500, False)),
    Pair(
        "500-typed",
        "500 slides with 2,500 numbers typed by hand, against PptxGenJS",
        "node",
        _deck(500, True, 2500),
    ),
    Pair(
        "rows", "100 pages from a table, one process, against Typst", "typst", _rows(100, False, 1)
    ),
    Pair(
        "rows-2",
        "100 pages from a table, two processes, against Typst",
        "typst",
        _rows(100, False, 2),
    ),
    Pair("word", "100 pages that differ in one word, against Typst", "typst", _rows(100, True, 1)),
)


def compare(pair: Pair, runs: int, tools: Tools) -> None:
    """Print the line of a comparison, or why it is left out."""
    missing = [
        what
        for what, there in (("node", tools.node_path), ("typst", tools.typst))
        if not there and pair.needs in (what, "both")
    ]
    if missing:
        print(f"{pair.name:<10} left out: no {' and no '.join(missing)}   {pair.about}")
        return
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        ours, theirs = pair.prepare(folder, tools)
        times: tuple[list[float], list[float]] = [], []
        for number in range(runs + 1):
            for side, commands in zip(times, (ours, theirs), strict=True):
                shutil.rmtree(folder / "own", ignore_errors=True)
                seconds = sum(run(command, tools) for command in commands)
                if number:  # once for what is compiled and cached on disk
                    side.append(seconds)
        mine, other = (statistics.median(side) for side in times)
        shutil.rmtree(folder / "own", ignore_errors=True)
        peaks = memory(ours, tools), memory(theirs, tools)
    ratio = f"{mine / other:5.2f} ×"
    said = f"{pair.name:<10} {mine:7.3f} s {other:7.3f} s {ratio}"
    print(f"{said}   {peaks[0]:4.0f} {peaks[1]:4.0f} MiB   {pair.about}", flush=True)


# ------------------------------------------------------------------------------ against itself


def growth(runs: int, tools: Tools) -> None:
    """How the deck grows with its slides: seconds for each further one."""
    before: tuple[int, float] | None = None
    for count in (125, 250, 500, 1000, 2000):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            inputs.write(folder, inputs.slides(count, apart=True))
            command = build(folder / "content/outline.yaml", folder / "own", "-f", "deck")
            seconds = statistics.median(run(command, tools) for _ in range(runs))
        each = (seconds - before[1]) / (count - before[0]) * 1000 if before else 0.0
        further = f"{each:5.1f} ms for each further slide" if before else ""
        print(f"slides     {count:6} {seconds:7.3f} s   {further}", flush=True)
        before = count, seconds


def many(runs: int, tools: Tools) -> None:
    """How merging grows: rows, seconds, and memory at row 1,000 and at row 10,000."""
    for count in (1_000, 10_000):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            inputs.write_rows(folder, inputs.rows(count))
            shutil.rmtree(folder / "rows")
            command = merge(folder, folder / "own", "-j", "2")
            start = time.perf_counter()
            mib = memory([command], tools, 0.5)
            seconds = time.perf_counter() - start
        print(
            f"many       {count:6} {seconds:7.1f} s   {mib:4.0f} MiB on two processes", flush=True
        )


def warm(runs: int, tools: Tools) -> None:
    """Rebuild after one changed word, deck and page to files, in a process that lives on."""
    from briefgen.build import load, make_one
    from briefgen.machine.guard import put
    from briefgen.pages.shared import Shared
    from briefgen.request import Request

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        inputs.write(folder, inputs.slides())
        outline, shared, taken = folder / "content/outline.yaml", Shared(), []
        text = outline.read_text("utf-8")
        request = Request(outline, ("base",), jobs=1)
        for number in range(runs + 2):
            outline.write_text(text.replace("节假日不闭馆", f"第{number}天不闭馆"), "utf-8")
            start = time.perf_counter()
            loaded = load(request)
            jobs = (
                request.job(loaded.briefs["base"], loaded.themes["base"], format)
                for format in request.formats
            )
            files = {
                folder / "out" / name: data
                for job in jobs
                for name, data in make_one(job, shared).files.items()
            }
            put(files, root=folder)
            taken.append(time.perf_counter() - start)
    print(
        f"warm       {statistics.median(taken[2:]) * 1000:7.1f} ms  deck and page, one word changed"
    )


def audiences(runs: int, tools: Tools) -> None:
    """Six audiences, twelve files, against one."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        inputs.write(folder, inputs.slides())
        own_files = folder / "content/audiences"
        own_files.mkdir()
        for number in range(5):
            said = {"brief": {"subtitle": f"给第{number + 1}种读者"}}
            (own_files / f"a{number}.yaml").write_text(
                json.dumps(said, ensure_ascii=False), "utf-8"
            )
        outline = folder / "content/outline.yaml"
        times: tuple[list[float], list[float]] = [], []
        for number in range(runs + 1):
            out = folder / "own"
            for side, command in zip(
                times, (own("build", outline, "-o", out), build(outline, out)), strict=True
            ):
                shutil.rmtree(out, ignore_errors=True)
                seconds = run(command, tools)
                if number:
                    side.append(seconds)
    six, one = (statistics.median(side) for side in times)
    print(f"audiences  {six:7.3f} s {one:7.3f} s {six / one:5.2f} ×   six audiences against one")


def stages(runs: int, tools: Tools) -> None:
    """The stages of the cold build of the deck and the page, one process, in milliseconds."""
    script = (
        "import time; start = time.perf_counter()\n"
        "def lap(name):\n"
        "    global start\n"
        "    now = time.perf_counter(); print(f'{name} {(now - start) * 1000:.1f}'); start = now\n"
        "import sys\nfrom pathlib import Path\n"
        "from briefgen.build import load, make_one\nfrom briefgen.request import Request\n"
        "lap('import')\n"
        "request = Request(Path(sys.argv[1]), ('base',))\nloaded = load(request)\nlap('load')\n"
        "for format in ('deck', 'brief'):\n"
        "    job = request.job(loaded.briefs['base'], loaded.themes['base'], format)\n"
        "    make_one(job); lap(format)\n"
    )
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        inputs.write(folder, inputs.slides())
        found: dict[str, list[float]] = {}
        for _ in range(runs):
            done = subprocess.run(
                [sys.executable, "-c", script, str(folder / "content/outline.yaml")],
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                check=True,
            )
            for line in done.stdout.splitlines():
                name, taken = line.split()
                found.setdefault(name, []).append(float(taken))
    for name, all_taken in found.items():
        print(f"stage      {statistics.median(all_taken):7.1f} ms  {name}")


ALONE: dict[str, Callable[[int, Tools], None]] = {
    "stages": stages,
    "warm": warm,
    "audiences": audiences,
    "growth": growth,
    "many": many,
}


def profile(name: str, tools: Tools) -> None:
    """Print where the time of our part of a comparison goes, function by function."""
    pair = next(each for each in PAIRS if each.name == name)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (command,), _ = pair.prepare(folder, tools)
        sys.argv = ["briefgen", *command[3:], *(() if "-j" in command else ("-j", "1"))]
        from briefgen.__main__ import main

        profiler = cProfile.Profile()
        with suppress(SystemExit):
            profiler.runcall(main)
    stats = pstats.Stats(profiler)
    stats.sort_stats("cumulative").print_stats("briefgen", 45)
    stats.sort_stats("tottime").print_stats(30)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    names = [*(pair.name for pair in PAIRS), *ALONE]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names)}")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--node-path", default=os.environ.get("NODE_PATH", ""))
    parser.add_argument("--typst-python", default=sys.executable)
    parser.add_argument("--profile", metavar="NAME")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(names):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    tools = Tools(_node(chosen.node_path), _typst(chosen.typst_python))
    if chosen.profile:
        profile(chosen.profile, tools)
        return
    for pair in PAIRS:
        if not chosen.names or pair.name in chosen.names:
            compare(pair, chosen.runs, tools)
    for name, measure in ALONE.items():
        if not chosen.names or name in chosen.names:
            measure(min(chosen.runs, 5) if name == "growth" else chosen.runs, tools)


def _node(path: str) -> str:
    """The path where node finds PptxGenJS; "" where it does not."""
    environment = {**os.environ, "NODE_PATH": path}
    try:
        found = subprocess.run(
            ["node", "-e", "require('pptxgenjs')"], env=environment, capture_output=True
        )
    except OSError:
        return ""
    return (path or ".") if not found.returncode else ""


def _typst(python: str) -> str:
    """A Python that has Typst; "" where it has not."""
    found = subprocess.run([python, "-c", "import typst"], capture_output=True)
    return python if not found.returncode else ""


if __name__ == "__main__":
    main()
